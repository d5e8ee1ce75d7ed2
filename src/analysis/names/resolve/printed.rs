//! The mentions of each entity, and what it is called in this article.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Join;
use crate::analysis::names::Names;
use crate::analysis::names::kind::Named;
use crate::analysis::reading::Reading;
use crate::lang::fold;
use crate::model::{Arena, Entity, EntityId, EntityKind, Mention, Rule};

/// Writes the mentions down in the order of the text.
pub(super) fn mentions<'a>(
    reading: &Reading,
    mut entities: Arena<Entity>,
    localised: &FxHashSet<EntityId>,
    joined: impl Iterator<Item = (&'a Named, Join)>,
) -> Names {
    let mut mentions = Arena::new();
    // There are few rules and many mentions.
    let mut rules: FxHashMap<&str, Rule> = FxHashMap::default();
    for (name, (entity, rule)) in joined {
        let id = mentions.push(Mention {
            span: reading.span(name.tokens.clone()),
            entity,
            title: name.title.clone().map(|title| reading.span(title).trim(reading.body)),
            acting: false,
            rule: rules.entry(rule).or_insert_with(|| Rule::from(rule)).clone(),
        });
        entities[entity].mentions.push(id);
    }
    for (_, entity) in entities.iter_mut().filter(|(id, _)| !localised.contains(id)) {
        name_as_printed(reading, &mentions, entity);
    }
    Names { entities, mentions }
}

/// What an organisation or place is called here: the gazetteer's name if the article prints it, else the longest form that
/// it does print: a reader of an Indonesian article looks for 'Gedung Putih'. Where the gazetteer has a name in the
/// article's language, and for people and outlets, its name stays.
fn name_as_printed(reading: &Reading, mentions: &Arena<Mention>, entity: &mut Entity) {
    if !matches!(entity.kind, EntityKind::Organisation | EntityKind::Place) {
        return;
    }
    let words = |form: &str| form.split_whitespace().count();
    let printed = entity.mentions.iter().map(|&id| mentions[id].span.of(reading.body));
    let is_printed = printed.clone().any(|form| fold(form) == fold(&entity.name));
    // A nickname has no word of the name; of forms as long, the first is the one that introduces.
    let initials = |form: &str| -> String { form.chars().filter(|c| c.is_uppercase()).collect() };
    let shares_word = |form: &str| form.split_whitespace().any(|word| entity.name.contains(word));
    let is_like = |form: &str| shares_word(form) || initials(form) == entity.name;
    let longest = printed.rev().max_by_key(|form| (is_like(form), words(form))).unwrap_or_default();
    if !is_printed || words(longest) > words(&entity.name) {
        entity.name = longest.to_owned();
    }
}
