//! The forms in which an analysis leaves the program, each in one small file over plain values.

pub mod timex3;
