//! Names as JSON lines: an entity with its mentions to a line, or a mention to a line.

use std::io::{self, Write};

use serde::Serialize;

use super::Naming;
use crate::model::{Coordinates, Entity, Mention, PlaceFacts};

/// One entity. Fields that say nothing are left out, here and below.
#[derive(Serialize)]
struct EntityLine<'a> {
    kind: &'a str,
    name: &'a str,
    #[serde(flatten)]
    place: Option<Place<'a>>,
    /// Why it is taken for this kind.
    rule: &'a str,
    mentions: Vec<MentionFields<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    /// ISO 3166 alpha-2 code.
    #[serde(skip_serializing_if = "str::is_empty")]
    country: &'a str,
    #[serde(flatten)]
    coordinates: Option<Coordinates>,
}

/// One mention by itself.
#[derive(Serialize)]
struct MentionLine<'a> {
    #[serde(flatten)]
    mention: MentionFields<'a>,
    kind: &'a str,
    name: &'a str,
    /// The line, from 0, that the entity has where each has one.
    entity: usize,
    #[serde(flatten)]
    place: Option<Place<'a>>,
}

#[derive(Serialize)]
struct MentionFields<'a> {
    /// Bytes, half-open.
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    /// A place that stands for its government.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    acting: bool,
    rule: &'a str,
}

/// An entity to a line.
pub(super) fn write(naming: &Naming, out: &mut dyn Write) -> io::Result<()> {
    for id in naming.entities() {
        let entity = &naming.analysis.entities[id];
        let mentions = entity.mentions.iter().map(|&id| fields(naming, &naming.analysis.mentions[id]));
        let line = EntityLine {
            kind: entity.kind.name(),
            name: &entity.name,
            place: place(entity),
            rule: entity.rule.as_str(),
            mentions: mentions.collect(),
        };
        write_line(&line, out)?;
    }
    Ok(())
}

/// A mention to a line.
pub(super) fn write_mentions(naming: &Naming, out: &mut dyn Write) -> io::Result<()> {
    let places = naming.places();
    for mention in naming.analysis.mentions.items() {
        let entity = &naming.analysis.entities[mention.entity];
        let line = MentionLine {
            mention: fields(naming, mention),
            kind: entity.kind.name(),
            name: &entity.name,
            entity: places[mention.entity.index()],
            place: place(entity),
        };
        write_line(&line, out)?;
    }
    Ok(())
}

fn fields<'a>(naming: &Naming<'a>, mention: &'a Mention) -> MentionFields<'a> {
    let body = naming.article.body.as_str();
    MentionFields {
        start: mention.span.start,
        end: mention.span.end,
        text: mention.span.of(body),
        title: mention.title.map(|title| title.of(body)),
        acting: mention.acting,
        rule: mention.rule.as_str(),
    }
}

fn place(entity: &Entity) -> Option<Place<'_>> {
    let PlaceFacts { country, coordinates } = entity.place.as_ref()?;
    Some(Place { country, coordinates: *coordinates })
}

fn write_line(line: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    writeln!(out)
}
