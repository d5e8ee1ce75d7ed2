//! The language in which the library is asked.
//!
//! | what is written | what it finds |
//! |---|---|
//! | `banjir demak` | both words, anywhere in headline or text, however they are cased or accented |
//! | `"banjir bandang"` | the words one after the other |
//! | `pemerint*` | words that begin so |
//! | `person:kim`, `place:`, `org:` | articles that name somebody or something whose name has these words |
//! | `source:kim` | in which somebody called so says something |
//! | `outlet:kompas` | published by an outlet whose name has this word |
//! | `via:"associated press"` | in which something reached the reader through this outlet |
//! | `lang:id` | in this language |
//! | `from:2024-06 to:2024-07` | in which something happened in this time: a year, month or day each |
//! | `since:2025-07-12 until:2025` | published in this time |
//! | `is:unread`, `is:read`, `is:starred`, `is:hidden`, `is:noted` | that stand so with the reader |
//! | `feed:3`, `feed:antara` | told by the feed of this number, or whose title holds this |
//! | `tag:banjir` | that the reader tagged so |
//! | `-word`, `-person:kim` | none of this |
//! | `a or b`, `( )` | either; groups |

mod condition;
mod parse;

pub(super) use condition::Condition;
pub use parse::QueryError;

/// What articles must be like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    All(Vec<Query>),
    Any(Vec<Query>),
    Not(Box<Query>),
    Words(Phrase),
    /// Named by words of its name.
    Names(Named, Phrase),
    Outlet(Phrase),
    Language(Phrase),
    /// One event lies between them; local times, `None` where it is open.
    Happened {
        from: Option<String>,
        to: Option<String>,
    },
    /// Told by a feed: its number, or words of its title.
    Feed(String),
    /// How it stands with the reader.
    Is(Standing),
    Tag(String),
    /// Not before this day.
    Since(String),
    /// Before this day.
    Until(String),
}

/// Words that stand one after the other; with `prefix` the last may go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    pub words: String,
    pub prefix: bool,
}

/// What is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    Person,
    Place,
    Organisation,
    /// Somebody who says something.
    Source,
    /// An outlet through which something came.
    Via,
}

/// How an article may stand with its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Unread,
    Read,
    Starred,
    Hidden,
    Noted,
}

impl Query {
    /// Every article.
    pub fn everything() -> Query {
        Query::All(Vec::new())
    }
}
