//! The marks of the legend, as they look where they are used.

use super::Scope;
use super::glyphs::GlyphSet;
use crate::app::Options;
use crate::app::chain::NAMELESS;
use crate::app::legend::Sign;
use crate::app::words::Words;
use crate::model::{EntityKind, Status};

/// Text and scope of a mark. What marks words is shown on a word that it might mark.
pub(super) fn sign(sign: Sign, options: Options) -> (&'static str, Scope) {
    let glyphs = GlyphSet::of(options.glyphs);
    let words = |en: &'static str, id: &'static str| Words::new(en, id).of(options.locale);
    match sign {
        Sign::Name(kind) => (example(kind), kind.into()),
        Sign::Role => (words("President", "Presiden"), Scope::Role),
        Sign::Date => (words("last June", "Juni lalu"), Scope::Date),
        Sign::Cue => (words("according to", "menurut"), Scope::Cue),
        Sign::Unnamed => (words("an official", "pejabat Barat"), Scope::Unnamed),
        Sign::Nameless => (NAMELESS, Scope::Unnamed),
        Sign::Furniture => (words("Read also", "Baca juga"), Scope::Furniture),
        Sign::Link => (words("the report", "laporan itu"), Scope::Link),
        Sign::Subhead => (words("What is known", "Yang diketahui"), Scope::Subhead),
        Sign::Quote => (glyphs.quote, Scope::BlockSign),
        Sign::Day => (glyphs.day, Scope::Precision),
        Sign::Month => (glyphs.month, Scope::Precision),
        Sign::Coarse => (glyphs.coarse, Scope::Precision),
        Sign::Period => (glyphs.period, Scope::Precision),
        Sign::WorkedOut => ("*", Scope::Precision),
        Sign::Unsure => ("?", Scope::Precision),
        Sign::Status(Status::Reported) => (" ", Scope::Text),
        Sign::Status(Status::Planned) => (glyphs.planned, Scope::Planned),
        Sign::Status(Status::Denied) => (glyphs.denied, Scope::Denied),
        Sign::Status(Status::Alleged) => (glyphs.alleged, Scope::Alleged),
        Sign::Gap => (glyphs.gap, Scope::Gap),
        Sign::SeveralOutlets => ("+", Scope::Outlet),
        Sign::Cursor => (glyphs.margin_cursor, Scope::MarginCursor),
        Sign::Sentence => (glyphs.margin, Scope::Margin),
        Sign::MapView => (glyphs.map_view, Scope::MapView),
        Sign::MapMention => (glyphs.map_mention, Scope::Person),
        Sign::MapHit => (glyphs.map_hit, Scope::MapHit),
    }
}

/// A name of each kind.
fn example(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Siti Aminah",
        EntityKind::Place => "Bandung",
        EntityKind::Organisation => "ASEAN",
        EntityKind::Outlet => "Antara",
        EntityKind::Platform => "Telegram",
        EntityKind::Other => "Palapa",
    }
}
