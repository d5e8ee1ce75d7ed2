//! Names as JSON lines: an entity with its mentions to a line, or a mention to a line.

use std::io::{self, Write};

use serde::Serialize;

use super::Naming;
use crate::export::entities::{MentionRecord, PlaceRecord, mention, place, record};
use crate::export::pieces::{EntityRef, Told};
use crate::export::write_line;

/// One mention by itself.
#[derive(Serialize)]
struct MentionLine<'a> {
    #[serde(flatten)]
    mention: MentionRecord<'a>,
    /// Its number is the line, from 0, that it has where each has one.
    #[serde(flatten)]
    entity: EntityRef<'a>,
    #[serde(flatten)]
    place: Option<PlaceRecord<'a>>,
}

/// An entity to a line.
pub(super) fn write(naming: &Naming, out: &mut dyn Write) -> io::Result<()> {
    let told = Told::new(naming.article, naming.analysis);
    told.entities().into_iter().try_for_each(|id| write_line(&record(&told, id), out))
}

/// A mention to a line.
pub(super) fn write_mentions(naming: &Naming, out: &mut dyn Write) -> io::Result<()> {
    let told = Told::new(naming.article, naming.analysis);
    naming.analysis.mentions.items().iter().try_for_each(|item| {
        let place = place(&naming.analysis.entities[item.entity]);
        write_line(&MentionLine { mention: mention(&told, item), entity: told.entity(item.entity), place }, out)
    })
}
