//! What must hold for the table as a whole.

use std::collections::HashSet;

use super::*;
use crate::app::keymap::{key_name, parse};

#[test]
fn names_are_unique_and_plain() {
    let mut seen = HashSet::new();
    for command in all() {
        assert!(seen.insert(command.name), "`{}` is there twice", command.name);
        assert!(command.name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "`{}`", command.name);
    }
}

#[test]
fn every_command_speaks_both_languages() {
    for command in all() {
        for words in [Some(command.title), Some(command.doc), command.hint].into_iter().flatten() {
            assert!(!words.en.is_empty() && !words.id.is_empty(), "`{}`", command.name);
        }
        assert!(command.doc.en.ends_with('.') && command.doc.id.ends_with('.'), "`{}`", command.name);
    }
}

#[test]
fn no_key_means_two_things_in_one_pane() {
    for pane in Pane::READING.into_iter().chain(Pane::LIBRARY) {
        let mut seen = HashSet::new();
        for command in all().filter(|command| command.place.fits(pane)) {
            for binding in command.keys {
                assert!(seen.insert(parse(binding)), "`{binding}` of `{}` in {pane:?}", command.name);
            }
        }
    }
}

#[test]
fn every_binding_can_be_typed_and_is_shown_as_typed() {
    for command in all() {
        assert!(!command.keys.is_empty(), "`{}`", command.name);
        for binding in command.keys {
            let names: String = parse(binding).into_iter().map(key_name).collect();
            // `<` and `>` alone are keys, not brackets around a name.
            let typed = if binding.len() == 1 { (*binding).to_owned() } else { binding.replace(['<', '>'], "") };
            assert_eq!(names, typed, "`{}`", command.name);
        }
    }
}

#[test]
fn every_pane_has_enough_hints_for_the_footer() {
    for pane in Pane::READING.into_iter().chain(Pane::LIBRARY) {
        let hints = all().filter(|command| command.hint.is_some() && command.place.fits(pane)).count();
        assert!(hints >= 5, "{hints} in {pane:?}");
    }
}
