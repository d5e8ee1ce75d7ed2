//! Text as such: cleaning, before anything is known of language or news.

pub mod sanitise;
