#![doc = include_str!("ARCHITECTURE.md")]

pub mod model;
pub mod text;

pub mod app;
pub mod tui;
pub mod view;
