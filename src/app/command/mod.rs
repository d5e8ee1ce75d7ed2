//! The one table of commands.
//!
//! Key dispatch, help, the footer and the list of keys in the README are all made from it. A command is one entry
//! in the file of its group; a new group is one more line in `GROUPS`.

mod changing;
mod jumping;
mod looking;
mod moving;
mod panes;
mod program;
mod searching;
mod shelf;

use super::App;
use super::keymap::Count;
use super::layout::Pane;
use super::msg::Effect;
use super::words::Words;

/// Something that the reader can make the program do.
#[derive(Debug)]
pub struct Command {
    /// What it is called in configuration; never shown translated.
    pub name: &'static str,
    pub title: Words,
    /// One sentence.
    pub doc: Words,
    /// One or two words for the footer, for the few commands that stand there.
    pub hint: Option<Words>,
    /// Bindings as [`super::keymap::parse`] reads them.
    pub keys: &'static [&'static str],
    pub place: Place,
    pub needs: Need,
    pub run: fn(&mut App, Count) -> Vec<Effect>,
}

/// Where a command takes keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Even while something is being typed.
    Always,
    /// In every pane, of an article or of the library.
    Everywhere,
    /// In every pane of an article.
    Panes,
    Article,
    Timeline,
    /// In the lists of names and sources.
    Lists,
    /// In every pane of the library.
    Library,
    /// Where its articles are: listed, or looked into.
    Shelved,
    Sections,
}

impl Place {
    /// Whether its commands work while `focus` takes the keys.
    pub fn fits(self, focus: Pane) -> bool {
        match self {
            Place::Always | Place::Everywhere => true,
            Place::Panes => !focus.is_library(),
            Place::Article => focus == Pane::Article,
            Place::Timeline => focus == Pane::Timeline,
            Place::Lists => matches!(focus, Pane::Names | Pane::Sources),
            Place::Library => focus.is_library(),
            Place::Shelved => matches!(focus, Pane::Articles | Pane::Preview),
            Place::Sections => focus == Pane::Sections,
        }
    }
}

/// What must be there for a command to make sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Nothing,
    Text,
    Marks,
    /// A search that was made before.
    Search,
    /// More than one article.
    Documents,
    /// An article of the library.
    Shelved,
}

const GROUPS: &[&[Command]] = &[
    moving::COMMANDS,
    jumping::COMMANDS,
    searching::COMMANDS,
    looking::COMMANDS,
    panes::COMMANDS,
    changing::COMMANDS,
    shelf::COMMANDS,
    program::COMMANDS,
];

/// Every command, in the order in which help lists them.
pub fn all() -> impl Iterator<Item = &'static Command> {
    GROUPS.iter().copied().flatten()
}

#[cfg(test)]
mod tests;
