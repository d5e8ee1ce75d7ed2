//! What the reader said about names, for every article from then on.
//!
//! A correction knows entities and words by how they are written, never by a place in an article, so that it holds for
//! articles that nobody has read yet. How it is written down is not known here, nor how it is carried out.

use serde::{Deserialize, Serialize};

use super::{EntityKind, Rule};

/// One correction. Later ones count more than earlier ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Correction {
    /// All that is called one of `names` is one, and is called `into`.
    Merge { names: Vec<String>, into: String, kind: Option<EntityKind> },
    /// Where `words` stand for `from`, or for anyone if it is not said, they stand for `name` instead; in one article
    /// only, known by its id or its address, if one is said.
    Split { words: String, from: Option<String>, name: String, kind: Option<EntityKind>, article: Option<String> },
    /// What is called `name` is called `to`.
    Rename { name: String, to: String },
    /// What is called `name` is of this kind.
    Kind { name: String, kind: EntityKind },
    /// `name` names nothing.
    NotAName { name: String },
    /// `words` are a name of this kind, and mean `name` if that is said.
    Add { words: String, kind: EntityKind, name: Option<String> },
}

impl Correction {
    /// What it does, in one word, as the file and lists call it.
    pub fn action(&self) -> &'static str {
        match self {
            Correction::Merge { .. } => "merge",
            Correction::Split { .. } => "split",
            Correction::Rename { .. } => "rename",
            Correction::Kind { .. } => "kind",
            Correction::NotAName { .. } => "not-a-name",
            Correction::Add { .. } => "add",
        }
    }

    /// The rule of every mark that it made or changed.
    pub fn rule(&self) -> Rule {
        Rule::of_reader(self.action())
    }
}

/// A change to the list of corrections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Write it down behind all others.
    Append(Correction),
    /// Take the latest that says exactly this away again.
    TakeBack(Correction),
}
