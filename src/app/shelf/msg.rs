//! What the shelf asks of the library, and what the library answers.

use std::sync::Arc;

use crate::app::msg::DocumentIdx;
use crate::model::{Act, Analysis, Article, EntityKind, FollowedFeed, Listed, Tally, Told, View};

/// Something the shelf wants of the library.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// The saved views, the tags and the counts.
    Sections,
    /// The first rows that fit `query`. `turn` comes back with the answer.
    Find {
        turn: usize,
        query: String,
    },
    /// The numbers of all articles that fit it.
    Numbers {
        turn: usize,
        query: String,
    },
    /// What lists show of these articles.
    Rows(Vec<i64>),
    Preview(i64),
    /// The text of an article and how far it was read.
    Open {
        document: DocumentIdx,
        id: i64,
    },
    Act {
        ids: Vec<i64>,
        act: Act,
    },
    Undo,
    Redo,
    KeepPlace {
        id: i64,
        place: usize,
        is_first: bool,
    },
    SaveView(View),
    RemoveView(String),
    /// Reads an address or a path and adds what is there.
    Add(String),
    /// Fetches the page of an article, whose text becomes its newest version.
    Whole {
        document: DocumentIdx,
        id: i64,
    },
    /// The text that an article had before it has the one it has now.
    Before(i64),
    /// Puts the place back to where reading of an article stood before it was opened last.
    PlaceBefore {
        document: DocumentIdx,
        id: i64,
    },
    /// Asks feeds for what is new: one, or all.
    Refresh(Option<i64>),
    StopRefresh,
    Unfollow(i64),
    /// Adds an article that is open.
    Keep {
        document: DocumentIdx,
        article: Arc<Article>,
        analysis: Arc<Analysis>,
    },
    Trail {
        kind: EntityKind,
        name: String,
    },
}

impl Ask {
    /// Whether it keeps what the reader did: such are done one after the other, in the order in which they were asked, and the
    /// program does not end before them.
    pub fn is_of_reader(&self) -> bool {
        match self {
            Ask::Act { .. } | Ask::Undo | Ask::Redo | Ask::KeepPlace { .. } | Ask::PlaceBefore { .. } => true,
            Ask::SaveView(_) | Ask::RemoveView(_) | Ask::Unfollow(_) | Ask::Keep { .. } => true,
            Ask::Sections
            | Ask::Find { .. }
            | Ask::Numbers { .. }
            | Ask::Rows(_)
            | Ask::Preview(_)
            | Ask::Open { .. } => false,
            // It takes as long as the network does, so that nothing may wait for it.
            Ask::Add(_) | Ask::Whole { .. } | Ask::Refresh(_) | Ask::StopRefresh => false,
            Ask::Trail { .. } | Ask::Before(_) => false,
        }
    }
}

/// What the library answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Sections(Counts),
    Found {
        turn: usize,
        rows: Vec<Listed>,
        /// Whether these are all.
        is_whole: bool,
    },
    Numbers {
        turn: usize,
        ids: Vec<i64>,
    },
    /// The query makes no sense, or the library could not be asked.
    NotListed {
        turn: usize,
        reason: String,
    },
    Rows(Vec<Listed>),
    Preview {
        id: i64,
        article: Arc<Article>,
    },
    Opened {
        document: DocumentIdx,
        article: Arc<Article>,
        place: usize,
    },
    NotOpened {
        document: DocumentIdx,
        reason: String,
    },
    /// The article is not in the library any more.
    Gone {
        document: DocumentIdx,
        id: i64,
    },
    Acted {
        act: Act,
        rows: Vec<Listed>,
    },
    /// What undoing changed; nothing, where there was nothing to take back.
    Undone(Vec<Listed>),
    /// What doing again changed; nothing, where nothing was taken back.
    Redone(Vec<Listed>),
    Added {
        id: i64,
        headline: String,
    },
    /// An article that is open is in the library.
    Kept {
        document: DocumentIdx,
        id: i64,
    },
    Trail {
        name: String,
        trail: Vec<Told>,
    },
    /// When the text before was received, and what it is; and the text now. Titles stand in their first lines.
    Before {
        before: Option<(String, String)>,
        now: String,
    },
    /// Where reading of an article stands now.
    Place {
        document: DocumentIdx,
        place: usize,
    },
    /// So many feeds of a refresh are done, of which some failed.
    Refreshing {
        done: usize,
        total: usize,
    },
    Refreshed(Refreshed),
    Followed {
        title: String,
        articles: usize,
    },
    /// Something else than asked came of it; nothing has changed.
    Failed(String),
}

/// What a refresh came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refreshed {
    /// Articles.
    pub new: usize,
    /// Feeds.
    pub failed: usize,
    pub cancelled: bool,
    /// Why it ended before its end, other than by the reader.
    pub problem: Option<String>,
}

/// What the sections say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub tally: Tally,
    pub views: Vec<View>,
    pub tags: Vec<(String, usize)>,
    pub feeds: Vec<FollowedFeed>,
}
