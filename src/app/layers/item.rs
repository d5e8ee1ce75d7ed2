//! What a picker lists: items, each with what choosing it means.

use crate::app::command::Command;
use crate::app::correcting::Step;
use crate::app::links::{Target, Use};
use crate::model::{Basis, EntityId, EntityKind, Interval};

/// One thing to choose.
#[derive(Clone, Debug)]
pub struct Item {
    /// In a column of its own before the text.
    pub lead: Option<Lead>,
    /// At the left; the filter looks here, in `lead` and in `detail`.
    pub text: String,
    /// At the right: keys, or a count.
    pub detail: String,
    /// What the filter looks at besides, unseen.
    pub keywords: &'static str,
    /// Below the list while the item is selected.
    pub doc: String,
    pub choice: Choice,
}

/// What stands before the text of an item: who says it, or what it tells.
#[derive(Clone, Debug, Default)]
pub struct Lead {
    pub text: String,
    pub kind: LeadKind,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum LeadKind {
    #[default]
    Label,
    Entity(EntityKind),
    Document,
    /// When it is, and how precisely.
    Time(Interval),
    /// A source that is not named.
    Nameless,
}

/// A place to go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// A byte offset in the article.
    pub offset: usize,
    /// The entity that the text of the item names.
    pub shown: Option<EntityId>,
}

/// What is chosen.
#[derive(Clone, Copy, Debug)]
pub enum Choice {
    Command(&'static Command),
    Entity(EntityId),
    Go(Goal),
    Basis {
        basis: Basis,
        chosen: bool,
    },
    /// What happened with it in the whole library.
    Trail(EntityId),
    /// An article of the library.
    Shelved(i64),
    /// On the way to a correction.
    Step(Step),
    /// An address, to ask what to do with it.
    Link(Target),
    Use(Target, Use),
}

impl Choice {
    /// The entity that it is about, to be shown as one.
    pub fn entity(self) -> Option<EntityId> {
        match self {
            Choice::Entity(entity) | Choice::Step(Step::Join { other: entity, .. } | Step::AddTo { entity, .. }) => {
                Some(entity)
            }
            Choice::Go(goal) => goal.shown,
            _ => None,
        }
    }

    /// The kind of entity that it is about.
    pub fn kind(self) -> Option<EntityKind> {
        match self {
            Choice::Step(Step::Become { kind, .. } | Step::Add { kind, .. }) => Some(kind),
            _ => None,
        }
    }

    /// Whether it means the same whatever the article.
    pub fn is_lasting(self) -> bool {
        matches!(self, Choice::Command(_) | Choice::Shelved(_))
    }

    /// Whether it holds the numbers of marks, or of corrections, that another analysis would change.
    pub fn knows_marks(self) -> bool {
        let is_of_text = matches!(self, Choice::Link(_) | Choice::Use(..));
        !is_of_text && !self.is_lasting() && !matches!(self, Choice::Step(Step::Add { .. } | Step::AddFor { .. }))
    }
}
