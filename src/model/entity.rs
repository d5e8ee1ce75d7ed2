//! People, places, organisations and outlets, and the places in the text that name them.

use serde::{Deserialize, Serialize};

use super::{Id, Rule, Span};

pub type EntityId = Id<Entity>;
pub type MentionId = Id<Mention>;

/// One person, place, organisation, outlet or other named thing of an article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// The canonical name: the fullest form, or the gazetteer's.
    pub name: String,
    pub kind: EntityKind,
    /// Every mention, in the order of the text; never empty.
    pub mentions: Vec<MentionId>,
    /// What is known of an outlet beyond its name.
    pub outlet: Option<OutletFacts>,
    /// Where a place lies, as far as the gazetteer knows it.
    pub place: Option<PlaceFacts>,
    /// Why it is taken for this kind.
    pub rule: Rule,
}

impl Entity {
    /// Whether a list of names has it.
    pub fn is_listed(&self) -> bool {
        self.rule.is_called("gazetteer")
    }
}

/// The kinds that are told apart on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntityKind {
    Person,
    Place,
    Organisation,
    /// A newspaper, broadcaster, agency or site that reports.
    Outlet,
    /// A channel that others post on (Telegram, X): it vouches for nothing itself.
    Platform,
    /// A product, law or event.
    Other,
}

impl EntityKind {
    /// All kinds, in the order in which lists show them.
    pub const ALL: [EntityKind; 6] = [
        EntityKind::Person,
        EntityKind::Place,
        EntityKind::Organisation,
        EntityKind::Outlet,
        EntityKind::Platform,
        EntityKind::Other,
    ];

    /// Its name in files and in lines for other programs.
    pub fn name(self) -> &'static str {
        match self {
            EntityKind::Person => "person",
            EntityKind::Place => "place",
            EntityKind::Organisation => "organisation",
            EntityKind::Outlet => "outlet",
            EntityKind::Platform => "platform",
            EntityKind::Other => "other",
        }
    }

    /// The kind of this name.
    pub fn from_name(name: &str) -> Option<EntityKind> {
        EntityKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// What kind of outlet one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutletKind {
    /// Sells news to others.
    Agency,
    Broadcaster,
    /// Prints the work of scientists.
    Journal,
    Magazine,
    Newspaper,
    Online,
    /// Sends out what companies and others say of themselves.
    Wire,
}

impl OutletKind {
    pub const ALL: [OutletKind; 7] = [
        OutletKind::Agency,
        OutletKind::Broadcaster,
        OutletKind::Journal,
        OutletKind::Magazine,
        OutletKind::Newspaper,
        OutletKind::Online,
        OutletKind::Wire,
    ];

    /// As lists and output have it.
    pub fn name(self) -> &'static str {
        match self {
            OutletKind::Agency => "agency",
            OutletKind::Broadcaster => "broadcaster",
            OutletKind::Journal => "journal",
            OutletKind::Magazine => "magazine",
            OutletKind::Newspaper => "newspaper",
            OutletKind::Online => "online",
            OutletKind::Wire => "wire",
        }
    }

    /// The kind of this name.
    pub fn from_name(name: &str) -> Option<OutletKind> {
        OutletKind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether others print what it sends out.
    pub fn is_agency(self) -> bool {
        matches!(self, OutletKind::Agency | OutletKind::Wire)
    }
}

/// What the list of outlets says about one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutletFacts {
    #[serde(rename = "category")]
    pub kind: OutletKind,
    /// ISO 3166 alpha-2 code of its country; empty for an international one.
    pub country: String,
    pub state_owned: bool,
}

/// What the list of places says about one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlaceFacts {
    /// ISO 3166 alpha-2 code of its country, a country's own for a country; empty where none is known.
    pub country: String,
    pub coordinates: Option<Coordinates>,
}

/// A point on the earth, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Coordinates {
    /// North of the equator; south of it below zero.
    pub latitude: f32,
    /// East of Greenwich; west of it below zero.
    pub longitude: f32,
}

impl Mention {
    /// No mention is longer, so that looking for those that reach a place need not go further back.
    pub const LONGEST_BYTES: usize = 400;
}

/// One place in the text that names an entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    pub span: Span,
    pub entity: EntityId,
    /// The title or role before the name, which is not part of it ('Menteri Luar Negeri Rusia').
    pub title: Option<Span>,
    /// A place that stands for its government ('Pyongyang mengakui').
    pub acting: bool,
    /// Why it is a mention, and of this entity.
    pub rule: Rule,
}
