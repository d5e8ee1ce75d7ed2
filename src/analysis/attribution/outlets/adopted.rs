//! Outlets that the names did not hold: they become entities and mentions here.

use std::ops::Range;

use super::{Named, Outlets};
use crate::analysis::attribution::page::Page;
use crate::lang::{NameCue, Turn};
use crate::model::{Arena, Entity, EntityId, EntityKind, Mention, Rule};

impl Outlets<'_> {
    /// The outlet that these words name, whatever they were taken for; a body that is known for one, or says so itself, stays one
    /// ('Transport Accident Investigation Commission').
    pub(crate) fn take(&mut self, page: &Page, tokens: Range<usize>) -> Named {
        match page.name_over(tokens.start).filter(|name| name.tokens == tokens) {
            Some(name) => {
                let entity = &mut self.entities[name.entity];
                let is_known = entity.is_listed();
                let last = tokens.end - 1;
                let is_tail = page.pack.cues.names.of(page.reading.words[last]).contains(&NameCue::OrganisationTail);
                let tells = tokens.len() > 1 && is_tail && !page.turns(last, Turn::OutletTail);
                if entity.kind != EntityKind::Organisation || !is_known && !tells {
                    entity.kind = EntityKind::Outlet;
                }
                Named::new(name.entity, tokens)
            }
            None => self.adopt(page, tokens),
        }
    }

    /// The outlet of this name that these words mean.
    pub(crate) fn adopt_as(&mut self, page: &Page, tokens: Range<usize>, name: &str) -> Named {
        let called = |entity: &Entity| entity.kind == EntityKind::Outlet && entity.name.eq_ignore_ascii_case(name);
        let known = self.entities.iter().find(|(_, entity)| called(entity)).map(|(id, _)| id);
        let named = self.take(page, tokens);
        if known.is_none_or(|known| known == named.outlet) {
            name.clone_into(&mut self.entities[named.outlet].name);
            return named;
        }
        Named { outlet: known.unwrap_or(named.outlet), ..named }
    }

    /// Whether these words named an outlet before that the names did not hold.
    pub(crate) fn is_adopted(&self, page: &Page, tokens: Range<usize>) -> bool {
        !self.by_name.is_empty() && self.by_name.contains_key(page.reading.form(&tokens))
    }

    /// An outlet that the names did not hold.
    pub(crate) fn adopt(&mut self, page: &Page, tokens: Range<usize>) -> Named {
        let name = page.span(tokens.clone()).of(page.reading.body);
        let folded = page.reading.form(&tokens).to_owned();
        let entities = &mut self.entities;
        let outlet = *self.by_name.entry(folded).or_insert_with(|| {
            let rule = Rule::from("attribution/unknown-outlet");
            let name = name.to_owned();
            entities.push(Entity {
                name,
                kind: EntityKind::Outlet,
                mentions: Vec::new(),
                outlet: None,
                place: None,
                rule,
            })
        });
        if self.placed.insert(tokens.start) {
            self.adopted.push((outlet, tokens.clone()));
        }
        Named::new(outlet, tokens)
    }

    /// Puts the mentions that were found out into the list, in order.
    pub(crate) fn place(self, page: &Page, mentions: &mut Arena<Mention>) {
        if self.adopted.is_empty() {
            return;
        }
        let rule = Rule::from("attribution/unknown-outlet");
        let mention = |(entity, tokens): &(EntityId, Range<usize>)| Mention {
            span: page.span(tokens.clone()),
            entity: *entity,
            title: None,
            acting: false,
            rule: rule.clone(),
        };
        let mut all: Vec<Mention> = mentions.items().to_vec();
        all.extend(self.adopted.iter().map(mention));
        all.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
        *mentions = Arena::from(all);
        for (_, entity) in self.entities.iter_mut() {
            entity.mentions.clear();
        }
        for (id, mention) in mentions.iter() {
            self.entities[mention.entity].mentions.push(id);
        }
    }
}
