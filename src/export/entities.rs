//! Entities and their mentions as records, wherever they are told whole.

use serde::Serialize;

use super::pieces::{Borders, Told};
use crate::model::{Coordinates, Entity, EntityId, EntityKind, Mention, OutletFacts, PlaceFacts};

/// One entity. Fields that say nothing are left out, here and below.
#[derive(Serialize)]
pub(super) struct EntityRecord<'a> {
    kind: EntityKind,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    outlet: Option<&'a OutletFacts>,
    #[serde(flatten)]
    place: Option<PlaceRecord<'a>>,
    /// Why it is taken for this kind.
    rule: &'a str,
    mentions: Vec<MentionRecord<'a>>,
}

#[derive(Serialize)]
pub(super) struct PlaceRecord<'a> {
    /// ISO 3166 alpha-2 code.
    #[serde(skip_serializing_if = "str::is_empty")]
    country: &'a str,
    #[serde(flatten)]
    coordinates: Option<Coordinates>,
}

#[derive(Serialize)]
pub(super) struct MentionRecord<'a> {
    #[serde(flatten)]
    borders: Borders,
    text: &'a str,
    /// The title or office before the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    /// A place that stands for its government.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    acting: bool,
    rule: &'a str,
}

/// All that is known of an entity.
pub(super) fn record<'a>(told: &Told<'a>, id: EntityId) -> EntityRecord<'a> {
    let entity = &told.analysis.entities[id];
    EntityRecord {
        kind: entity.kind,
        name: &entity.name,
        outlet: entity.outlet.as_ref(),
        place: place(entity),
        rule: entity.rule.as_str(),
        mentions: entity.mentions.iter().map(|&id| mention(told, &told.analysis.mentions[id])).collect(),
    }
}

pub(super) fn mention<'a>(told: &Told<'a>, mention: &'a Mention) -> MentionRecord<'a> {
    MentionRecord {
        borders: mention.span.into(),
        text: told.words(mention.span),
        title: mention.title.map(|title| told.words(title)),
        acting: mention.acting,
        rule: mention.rule.as_str(),
    }
}

pub(super) fn place(entity: &Entity) -> Option<PlaceRecord<'_>> {
    let PlaceFacts { country, coordinates } = entity.place.as_ref()?;
    Some(PlaceRecord { country, coordinates: *coordinates })
}
