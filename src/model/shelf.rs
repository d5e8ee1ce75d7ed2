//! What a library holds, as its lists show it, and what a reader does with it.

use super::Interval;

/// One article of a library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Its number in the library.
    pub id: i64,
    /// The title, else the first paragraph, whole.
    pub headline: String,
    /// Empty where it is not known.
    pub outlet: String,
    /// Of publication, else the day on which it was added: 2025-07-13.
    pub day: String,
    /// Where the words were found, with `[` and `]` around them; empty in lists by day.
    pub snippet: String,
    pub standing: Standing,
}

/// How an article stands with its reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub read: bool,
    pub starred: bool,
    /// Kept, but in no list that does not ask for it.
    pub hidden: bool,
    pub note: String,
    /// In alphabetical order.
    pub tags: Vec<String>,
}

/// What a reader does with articles; each can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    Read(bool),
    Star(bool),
    Hide(bool),
    /// Takes the place of the note before; an empty one takes it away.
    Note(String),
    Tag(String),
    Untag(String),
}

/// How many articles stand how with the reader; but for the last, those that are not hidden.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub all: usize,
    pub unread: usize,
    pub starred: usize,
    pub noted: usize,
    pub hidden: usize,
}

/// A feed that is followed, as lists show it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FollowedFeed {
    pub id: i64,
    /// Its title, else its address.
    pub name: String,
    /// The folder it is kept in; empty for none.
    pub label: String,
    pub unread: usize,
    /// Why it failed last and what to do.
    pub failure: Option<String>,
}

/// A query under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    pub name: String,
    pub query: String,
}

/// Something that an article of a library tells: an event, or what somebody said.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub article: i64,
    pub outlet: String,
    /// As precisely as the text says: `2024-06`; of what was said, the day of the article.
    pub when: String,
    pub time: Interval,
    /// How certain it is, or what is said of what was said.
    pub status: String,
    pub label: String,
}
