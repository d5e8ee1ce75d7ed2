//! Who takes part in an event, and where it happens: the entities of its clause.

use super::stage::Stage;
use crate::lang::NameCue;
use crate::model::{EntityId, EntityKind, Mention, Span};

fn mentions<'a>(stage: &'a Stage, clause: Span) -> impl Iterator<Item = &'a Mention> {
    let first = stage.found.mentions.items().partition_point(|mention| mention.span.start < clause.start);
    let rest = &stage.found.mentions.items()[first..];
    rest.iter().take_while(move |mention| mention.span.start < clause.end)
}

/// People, organisations, and places that act, each once, in the order of the text.
pub(super) fn participants(stage: &Stage, clause: Span) -> Vec<EntityId> {
    let mut participants: Vec<EntityId> = Vec::new();
    for mention in mentions(stage, clause) {
        let kind = stage.found.entities[mention.entity].kind;
        let takes_part = matches!(kind, EntityKind::Person | EntityKind::Organisation) || mention.acting;
        if takes_part && !participants.contains(&mention.entity) {
            participants.push(mention.entity);
        }
    }
    participants
}

/// The first place that a preposition governs.
pub(super) fn place(stage: &Stage, clause: Span) -> Option<EntityId> {
    let governed = |mention: &&Mention| {
        let at = stage.reading.token_from(mention.span.start);
        let before = at.checked_sub(1).map(|before| stage.reading.words[before]);
        before.is_some_and(|word| stage.pack.cues.names.of(word).contains(&NameCue::PlacePreposition))
    };
    let is_place = |mention: &&Mention| stage.found.entities[mention.entity].kind == EntityKind::Place;
    mentions(stage, clause).filter(is_place).find(governed).map(|mention| mention.entity)
}
