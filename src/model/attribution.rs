//! Who says something, with which words that is told, and through which outlets it reached the reader.

use serde::{Deserialize, Serialize};

use super::{Arena, EntityId, Id, Rule, Span};

pub type AttributionId = Id<Attribution>;

/// One statement and on whose word it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attribution {
    /// Who speaks; `None` where only an outlet is named ('..., dikutip dari BBC').
    pub source: Option<Source>,
    /// The words that attribute ('ujar', 'seperti dikutip').
    pub cue: Span,
    /// What is said; its first piece, where the words that attribute it stand in the middle of it.
    pub content: Span,
    /// The other pieces of what is said, in the order of the text.
    pub more: Vec<Span>,
    /// What the cue tells of the content: a claim, a denial, a promise, a warning, an estimate.
    pub stance: Stance,
    /// Everything that stands or falls with this attribution: content, cue and source.
    pub scope: Span,
    /// The outlets it passed through, from the one nearest the speaker to the one nearest the reader.
    pub via: Vec<Via>,
    /// Whether the words are the speaker's own, in quotation marks.
    pub direct: bool,
    /// Whether the source published it itself, on a platform or in a statement of its own.
    pub primary: bool,
    pub rule: Rule,
}

impl Attribution {
    /// No scope is longer, so that looking for those that reach a place need not go further back.
    pub const LONGEST_SCOPE_BYTES: usize = 20_000;

    /// Every piece of what is said, in the order of the text.
    pub fn contents(&self) -> impl Iterator<Item = Span> + '_ {
        std::iter::once(self.content).chain(self.more.iter().copied())
    }

    /// Those of `attributions`, which are sorted by scope, whose scope shares a byte with `span`, in order.
    pub fn reaching(attributions: &Arena<Attribution>, span: Span) -> impl Iterator<Item = AttributionId> + '_ {
        let items = attributions.items();
        let from = items.partition_point(|item| item.scope.start + Attribution::LONGEST_SCOPE_BYTES < span.start);
        let to = items.partition_point(|item| item.scope.start < span.end).max(from);
        (from..to).filter(move |&index| items[index].scope.overlaps(span)).map(Id::new)
    }
}

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// A person, organisation or place of the article. `span` holds the words at this point,
    /// which may be a pronoun.
    Entity { entity: EntityId, span: Span },
    /// Somebody described but not named ('pejabat keamanan Moskwa'). Where `span` holds but a pronoun, `described` is where they were
    /// described before, as far as that is known.
    Unnamed { span: Span, described: Option<Span> },
    /// A paper rather than a person ('keterangan tertulis').
    Document { span: Span },
}

impl Source {
    /// The words that name or describe the speaker.
    pub fn span(&self) -> Span {
        match *self {
            Source::Entity { span, .. } | Source::Unnamed { span, .. } | Source::Document { span } => span,
        }
    }

    /// The words that tell most of the speaker: not the pronoun for somebody who was described before.
    pub fn description(&self) -> Span {
        match *self {
            Source::Unnamed { described: Some(span), .. } => span,
            _ => self.span(),
        }
    }
}

/// What the words that attribute tell of what is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    #[default]
    Claim,
    Deny,
    Promise,
    Warn,
    Estimate,
}

impl Stance {
    /// Its name in one word, for other programs.
    pub fn name(self) -> &'static str {
        match self {
            Stance::Claim => "claim",
            Stance::Deny => "deny",
            Stance::Promise => "promise",
            Stance::Warn => "warn",
            Stance::Estimate => "estimate",
        }
    }
}

/// One outlet in the chain, and where it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Via {
    pub outlet: EntityId,
    pub span: Span,
    /// The words that lead to it ('seperti dikutip dari'); empty where it needs none ('(Reuters) -', 'kepada Tempo').
    pub cue: Span,
}

/// On whose word a passage rests: what the reader chooses from in the outlet lens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The article's own publisher: all that is not attributed to another.
    Publisher,
    /// An outlet that is quoted.
    Outlet(EntityId),
    /// Somebody who published it themselves: a ministry on a platform, a company in a statement.
    Primary(EntityId),
    /// Whoever speaks, in the lens: by whatever outlet, or published by themselves.
    Speaker(EntityId),
    /// A source that the article does not name, and no outlet beside it.
    Unnamed,
}
