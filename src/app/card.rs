//! The card of an entity: what is known of it, what it said, what is said of it, what it takes part in, whom it is named
//! with. Every line leads to a place in the text.

use rustc_hash::FxHashMap;

use super::App;
use super::chain::Chains;
use super::explain::{kind_words, outlet_words, status_words};
use super::layers::picker::{Choice, Goal, Item, Lead, LeadKind, Picker};
use super::marks::Marks;
use super::statements;
use super::times;
use super::words::{Words, phrase};
use crate::model::{Article, Attribution, Entity, EntityId, Event, Mention, Source, Span};
use crate::text::sanitise::clean_line;

/// The most names that are listed as named together with it.
const MOST_COMPANIONS: usize = 12;

/// The card of `entity`, as far as the lens leaves something of it.
pub(super) fn picker(app: &App, entity: EntityId) -> Option<Picker> {
    let (reading, marks) = app.marked()?;
    let card = Card { app, article: &reading.article, marks, id: entity, entity: marks.analysis.entities.get(entity)? };
    let mut items = card.facts();
    items.extend(card.statements());
    items.extend(card.events());
    items.extend(card.companions());
    let picker = Picker::new(app, phrase::TITLE_CARD, phrase::HINT_CARD, items);
    Some(picker.about(card.entity.name.clone()).widened(app))
}

struct Card<'a> {
    app: &'a App,
    article: &'a Article,
    marks: &'a Marks,
    id: EntityId,
    entity: &'a Entity,
}

impl<'a> Card<'a> {
    /// Kind, forms and how often it is named.
    fn facts(&self) -> Vec<Item> {
        let mut items = vec![self.item(phrase::KIND, self.app.words(kind_words(self.entity.kind)), self.first())];
        if let Some(outlet) = &self.entity.outlet {
            items.push(self.item(phrase::OUTLET_FACTS, &outlet_words(outlet, &self.app.options), self.first()));
        }
        items.extend(self.where_it_lies());
        items.extend(self.forms().into_iter().map(|(form, offset, count)| Item {
            detail: count.to_string(),
            ..self.item(phrase::FORMS, &form, offset)
        }));
        if self.app.options.library {
            let trail = self.item(phrase::TRAIL, self.app.words(phrase::TRAIL_DOC), self.first());
            items.push(Item { choice: Choice::Trail(self.id), ..trail });
        }
        let count = self.mentions().count();
        items.push(Item {
            choice: Choice::Entity(self.id),
            ..self.item(phrase::MENTIONS, &count.to_string(), self.first())
        });
        items
    }

    /// Country and coordinates of a place, as far as they are known.
    fn where_it_lies(&self) -> impl Iterator<Item = Item> {
        let place = self.entity.place.as_ref();
        let country = place.map(|it| it.country.as_str()).filter(|code| !code.is_empty());
        let country = country.map(|code| self.app.options.country(code));
        let point = place.and_then(|it| it.coordinates).map(|it| format!("{}, {}", it.latitude, it.longitude));
        let facts = [(phrase::COUNTRY, country), (phrase::COORDINATES, point)];
        facts.into_iter().filter_map(|(label, text)| Some(self.item(label, &text?, self.first())))
    }

    /// The mentions that the lens leaves.
    fn mentions(&self) -> impl Iterator<Item = &'a Mention> {
        let (entity, marks) = (self.entity, self.marks);
        let all = entity.mentions.iter().map(move |&id| &marks.analysis.mentions[id]);
        all.filter(move |mention| marks.keeps(mention.span.start))
    }

    fn first(&self) -> usize {
        self.mentions().next().map_or(0, |mention| mention.span.start)
    }

    /// Each form other than the name in which it is printed, where first, and how often.
    fn forms(&self) -> Vec<(String, usize, usize)> {
        let mut forms: Vec<(String, usize, usize)> = Vec::new();
        for mention in self.mentions() {
            let form = clean_line(mention.span.of(&self.article.body));
            match forms.iter_mut().find(|(known, ..)| *known == form) {
                Some((.., count)) => *count += 1,
                None => forms.push((form, mention.span.start, 1)),
            }
        }
        forms.retain(|(form, ..)| *form != self.entity.name);
        forms
    }

    /// What it said, and then what others say of it.
    fn statements(&self) -> Vec<Item> {
        let kept = self.marks.analysis.attributions.items().iter().filter(|it| statements::is_kept(self.marks, it));
        let (said, others): (Vec<&Attribution>, Vec<&Attribution>) = kept.partition(|it| self.is_source(it));
        let said = said.into_iter().map(|it| self.statement(phrase::SAID, it));
        let told = others.into_iter().filter(|it| self.is_told_of(it)).map(|it| {
            let by = statements::lead(self.chains(), it).text;
            Item { detail: by, ..self.statement(phrase::SAID_OF, it) }
        });
        said.chain(told).collect()
    }

    fn is_source(&self, statement: &Attribution) -> bool {
        let speaks = matches!(statement.source, Some(Source::Entity { entity, .. }) if entity == self.id);
        speaks || statement.via.iter().any(|via| via.outlet == self.id)
    }

    fn is_told_of(&self, statement: &Attribution) -> bool {
        statement.contents().any(|piece| self.is_named_in(piece))
    }

    fn is_named_in(&self, span: Span) -> bool {
        let mentions = &self.marks.analysis.mentions;
        self.marks.analysis.mentions_in(span).any(|id| mentions[id].entity == self.id)
    }

    fn statement(&self, label: Words, statement: &Attribution) -> Item {
        let chain = self.chains().of(statement);
        let stance = self.app.words(statements::stance_words(statement.stance));
        let words = statements::content(self.article, statement);
        Item {
            detail: chain.outlets.last().cloned().unwrap_or_default(),
            doc: format!("{stance}: {}", chain.text(self.app.options.glyphs)),
            ..self.item(label, &words, statements::start(statement))
        }
    }

    /// The events that it takes part in, or where it is the place, by time; those without a time last.
    fn events(&self) -> Vec<Item> {
        let dated = self.marks.events_by_time().iter().map(|&id| (self.marks.event(id), self.marks.event_span(id)));
        let dated = dated.filter(|(event, _)| self.is_part_of(event)).map(|(event, words)| {
            let value = self.marks.analysis.value_to_end(event.time);
            Item { detail: times::value(&value, self.app.options.locale), ..self.event(event, words.start) }
        });
        let undated = self.marks.undated().filter(|event| self.is_part_of(event));
        dated.chain(undated.map(|event| self.event(event, event.clause.start))).collect()
    }

    fn is_part_of<When>(&self, event: &Event<When>) -> bool {
        event.participants.contains(&self.id) || event.place == Some(self.id)
    }

    fn event<When>(&self, event: &Event<When>, offset: usize) -> Item {
        Item {
            doc: self.app.words(status_words(event.status)).to_owned(),
            ..self.item(phrase::EVENT, &event.label_text(&self.article.body), offset)
        }
    }

    /// The names that stand in the same sentences, those that do so most often first; each leads to the first of these.
    fn companions(&self) -> Vec<Item> {
        let analysis = &self.marks.analysis;
        let mut found: FxHashMap<EntityId, (usize, usize)> = FxHashMap::default();
        let mut sentences: Vec<_> = self.mentions().filter_map(|it| analysis.sentence_at(it.span.start)).collect();
        sentences.dedup();
        for sentence in sentences.into_iter().map(|id| analysis.sentences[id].span) {
            let mut others: Vec<EntityId> =
                analysis.mentions_in(sentence).map(|id| analysis.mentions[id].entity).collect();
            others.sort_unstable();
            others.dedup();
            for other in others.into_iter().filter(|&other| other != self.id) {
                found.entry(other).or_insert((0, sentence.start)).0 += 1;
            }
        }
        let mut found: Vec<(EntityId, (usize, usize))> = found.into_iter().collect();
        found.sort_by_key(|&(id, (count, _))| (std::cmp::Reverse(count), id));
        found.truncate(MOST_COMPANIONS);
        found
            .into_iter()
            .map(|(id, (count, offset))| Item {
                detail: count.to_string(),
                choice: Choice::Go(Goal { offset, shown: Some(id) }),
                ..self.item(phrase::NAMED_WITH, &analysis.entities[id].name, offset)
            })
            .collect()
    }

    fn chains(&self) -> Chains<'a> {
        Chains { article: self.article, marks: self.marks, locale: self.app.options.locale }
    }

    fn item(&self, label: Words, text: &str, offset: usize) -> Item {
        Item {
            lead: Some(Lead { text: self.app.words(label).to_owned(), kind: LeadKind::Label }),
            text: text.to_owned(),
            detail: String::new(),
            keywords: "",
            doc: String::new(),
            choice: Choice::Go(Goal { offset, shown: None }),
        }
    }
}
