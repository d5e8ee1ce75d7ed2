//! What happened, is planned, or is denied, at a time that can be placed.

use serde::{Deserialize, Serialize};

use super::{AttributionId, EntityId, Id, Rule, SentenceId, Span, TimeId};

pub type EventId = Id<Event>;

/// An event of one article: dated, or, as `Event<()>`, one whose time the article does not tell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event<When = TimeId> {
    pub sentence: SentenceId,
    /// The clause that tells of it.
    pub clause: Span,
    /// The pieces of the sentence that make its label, in order; shown joined by one space.
    pub label: Vec<Span>,
    pub time: When,
    /// Whether its own sentence tells no time, and it takes that of an event told before ('dalam pertemuan tersebut').
    pub inferred: bool,
    pub status: Status,
    /// Entities of the clause that are not its place.
    pub participants: Vec<EntityId>,
    pub place: Option<EntityId>,
    /// The attribution it rests on; `None` for the publisher's own reporting.
    pub attribution: Option<AttributionId>,
    pub rule: Rule,
}

impl<When> Event<When> {
    /// The label as one line.
    pub fn label_text(&self, body: &str) -> String {
        let pieces: Vec<&str> = self.label.iter().map(|piece| piece.of(body)).collect();
        pieces.join(" ")
    }
}

/// How certain an event is, in the words of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    Reported,
    Planned,
    Denied,
    Alleged,
}

impl Status {
    pub const ALL: [Status; 4] = [Status::Reported, Status::Planned, Status::Denied, Status::Alleged];

    /// The status of this name.
    pub fn from_name(name: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|status| status.name() == name)
    }

    /// Its name in one word, for other programs.
    pub fn name(self) -> &'static str {
        match self {
            Status::Reported => "reported",
            Status::Planned => "planned",
            Status::Denied => "denied",
            Status::Alleged => "alleged",
        }
    }
}
