//! The reader's own outlets: `outlets.toml` in the config folder, in the form of the list that comes with the program.
//!
//! What is wrong with it is told, and the rest of it counts; it never keeps an article from being shown.

use std::fs;
use std::io::ErrorKind;

use super::report;
use crate::config::paths;
use crate::lang::gazetteer::{Entry, readable_outlets};

const FILE: &str = "outlets.toml";

/// The outlets of the reader's list; none where there is no such file.
pub(super) fn own() -> Vec<Entry> {
    let Some(path) = paths::config_folder().map(|folder| folder.join(FILE)) else { return Vec::new() };
    let name = path.display().to_string();
    match fs::read_to_string(&path) {
        Ok(text) => {
            let (entries, errors) = readable_outlets(&name, &text);
            // Lists are passed from hand to hand: what a name holds does not steer the terminal.
            errors.iter().for_each(|error| report(&error.to_string()));
            entries
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
        Err(error) => {
            report(&format!("{name}: {error}"));
            Vec::new()
        }
    }
}
