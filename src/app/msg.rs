//! All that can reach the application, and all that it can ask of the world.

use std::path::PathBuf;
use std::sync::Arc;

use super::shelf::msg::{Answer, Ask};
use crate::model::{Analysis, Article, Correction, Edit, Span};

/// The place of a document in the list of those that were opened.
pub type DocumentIdx = usize;

/// Something that happened outside: a key, an answer from a worker.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    Key(Key),
    Mouse(Mouse),
    /// Text pasted into the terminal: never executed as keys.
    Paste(String),
    Resize {
        width_cols: u16,
        height_rows: u16,
    },
    /// The terminal is ours again after a suspension.
    Resumed,
    /// An article was read; its marks follow.
    Loaded {
        document: DocumentIdx,
        article: Arc<Article>,
    },
    LoadFailed {
        document: DocumentIdx,
        reason: String,
    },
    /// The marks of an article arrived.
    Analysed {
        document: DocumentIdx,
        analysis: Arc<Analysis>,
    },
    /// All places where a query occurs.
    Found {
        document: DocumentIdx,
        query: String,
        hits: Vec<Span>,
    },
    /// The list of corrections was changed; these hold now.
    Corrected {
        edit: Edit,
        corrections: Arc<[Correction]>,
    },
    /// It could not be changed; what held before holds.
    CorrectionFailed {
        reason: String,
    },
    /// The library answers.
    Shelf(Answer),
    /// An address could not be opened.
    OpenFailed {
        reason: String,
    },
    /// The marks of an article could not be worked out; its text stays readable.
    AnalysisFailed {
        document: DocumentIdx,
        reason: String,
    },
}

/// Something the application wants done; the answer, if any, comes as a [`Msg`].
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    Load {
        document: DocumentIdx,
        path: PathBuf,
    },
    Analyse {
        document: DocumentIdx,
        article: Arc<Article>,
        corrections: Arc<[Correction]>,
    },
    /// Ask the library for something.
    Shelf(Ask),
    /// Change the list of corrections, where it is kept.
    Correct(Edit),
    /// Look for every place where `query` occurs.
    Search {
        document: DocumentIdx,
        article: Arc<Article>,
        query: String,
    },
    /// Put the text on the clipboard.
    Copy(String),
    /// Have the system open an address, which the reader has seen.
    Open(String),
    /// Start or stop taking the mouse from the terminal.
    CaptureMouse(bool),
    /// Draw every cell anew.
    Redraw,
    /// Hand the terminal back and stop until told to go on.
    Suspend,
    Quit,
}

/// A key as it was pressed, free of any terminal library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    pub code: KeyCode,
    pub ctrl: bool,
    pub alt: bool,
    /// Only for keys that are not characters: a capital letter is its own character.
    pub shift: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyCode {
    Char(char),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    Function(u8),
}

/// What the mouse did, and where (columns and rows from 0 at the top left).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    pub action: MouseAction,
    pub column: u16,
    pub row: u16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseAction {
    Press,
    Drag,
    Release,
    WheelUp,
    WheelDown,
}
