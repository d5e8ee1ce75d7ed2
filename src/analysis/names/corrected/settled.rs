//! Entities as the reader corrected them, after mentions were joined: correction after correction, in the order in which
//! they were made, so that each finds what those before it made.
//!
//! An entity answers to what it is called, and to every form in which it is printed, but for a single word of a person's name:
//! 'Kim' is somebody else in the next article, 'BNPB' and 'Jokowi' are not.

use rustc_hash::FxHashMap;

use super::{Said, key};
use crate::analysis::names::Names;
use crate::model::{Arena, Correction, Entity, EntityId, EntityKind, Mention, Rule};

/// The names with all corrections carried out. Mentions stay sorted; none is made here.
pub(crate) fn settle(names: Names, said: &Said) -> Names {
    if said.corrections.is_empty() {
        return names;
    }
    let mut settler = Settler::new(names, said);
    for (index, correction) in said.corrections.iter().enumerate() {
        settler.carry_out(index, correction);
    }
    settler.finish()
}

struct Settler<'a> {
    said: &'a Said<'a>,
    entities: Arena<Entity>,
    mentions: Vec<Mention>,
    /// Whether each of them is no mention any more.
    gone: Vec<bool>,
    /// The form of each mention, and the mentions of each form.
    forms: Vec<String>,
    by_form: FxHashMap<String, Vec<usize>>,
    /// Who answers to what; `None` after something changed.
    index: Option<FxHashMap<String, Vec<EntityId>>>,
}

/// An entity to be found or made.
struct Wanted<'a> {
    name: &'a str,
    kind: EntityKind,
    /// Not this one, though it answers to the name.
    but: Option<EntityId>,
    rule: &'a Rule,
}

impl<'a> Settler<'a> {
    fn new(names: Names, said: &'a Said<'a>) -> Settler<'a> {
        let mentions = names.mentions.items().to_vec();
        let forms: Vec<String> = mentions.iter().map(|mention| key(mention.span.of(&said.article.body))).collect();
        let mut by_form: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (at, form) in forms.iter().enumerate() {
            by_form.entry(form.clone()).or_default().push(at);
        }
        let gone = vec![false; mentions.len()];
        Settler { said, entities: names.entities, mentions, gone, forms, by_form, index: None }
    }

    fn carry_out(&mut self, index: usize, correction: &Correction) {
        let rule = correction.rule();
        match correction {
            Correction::Merge { names, into, kind } => self.merge(names, into, *kind, &rule),
            Correction::Split { article: Some(article), .. } if !self.said.is_this(article) => {}
            Correction::Split { words, from, name, kind, .. } => {
                self.split(words, from.as_deref(), (name, *kind), &rule)
            }
            Correction::Rename { name, to } => {
                for id in self.called(name) {
                    self.rename(id, to, &rule);
                    self.join_namesakes(id);
                }
            }
            Correction::Kind { name, kind } => {
                for id in self.called(name) {
                    self.set_kind(id, *kind, &rule);
                    self.join_namesakes(id);
                }
            }
            Correction::NotAName { name } if self.said.is_no_name(name) => self.remove(name),
            Correction::Add { words, kind, name } if self.said.is_final(index, words) => {
                self.add(words, *kind, name.as_deref(), &rule);
            }
            Correction::NotAName { .. } | Correction::Add { .. } => {}
        }
    }

    fn merge(&mut self, names: &[String], into: &str, kind: Option<EntityKind>, rule: &Rule) {
        let mut ids: Vec<EntityId> = names.iter().flat_map(|name| self.called(name)).collect();
        ids.sort_unstable();
        ids.dedup();
        let Some(&first) = ids.first() else { return };
        let target = self.called(into).first().copied().unwrap_or(first);
        for &id in ids.iter().filter(|&&id| id != target) {
            self.join(id, target, Some(rule));
        }
        self.rename(target, into, rule);
        if let Some(kind) = kind {
            self.set_kind(target, kind, rule);
        }
    }

    /// Gives every mention that reads `words`, of `from` or of anyone, to whom is called `name`.
    fn split(&mut self, words: &str, from: Option<&str>, (name, kind): (&str, Option<EntityKind>), rule: &Rule) {
        let sources = from.map(|from| self.called(from));
        let mut split = self.reading(words);
        split.retain(|&at| sources.as_ref().is_none_or(|ids| ids.contains(&self.mentions[at].entity)));
        while let Some(source) = split.first().map(|&at| self.mentions[at].entity) {
            let (own, others) = split.into_iter().partition(|&at| self.mentions[at].entity == source);
            let kind = kind.unwrap_or(self.entities[source].kind);
            let target = self.find_or_make(Wanted { name, kind, but: Some(source), rule });
            self.give(own, target, rule);
            self.call_by_what_is_left(source, words);
            split = others;
        }
    }

    /// The mentions that read `words`.
    fn reading(&self, words: &str) -> Vec<usize> {
        let all = self.by_form.get(&key(words)).into_iter().flatten();
        all.copied().filter(|&at| !self.gone[at]).collect()
    }

    /// The mentions of an entity, in the order of the text.
    fn mentions_of(&mut self, id: EntityId) -> impl DoubleEndedIterator<Item = &mut Mention> {
        let stays = self.mentions.iter_mut().zip(&self.gone).filter(|(_, gone)| !**gone);
        stays.map(|(mention, _)| mention).filter(move |mention| mention.entity == id)
    }

    /// An entity that was called by the form that was split off is called by the longest that is left to it.
    fn call_by_what_is_left(&mut self, id: EntityId, words: &str) {
        if key(&self.entities[id].name) != key(words) {
            return;
        }
        let body = &self.said.article.body;
        let printed = self.mentions_of(id).map(|mention| mention.span.of(body)).rev();
        if let Some(longest) = printed.max_by_key(|form| form.len()) {
            self.entities[id].name = longest.to_owned();
        }
    }

    /// Mentions that were spotted because the reader added the words; under another name, if he gave one.
    fn add(&mut self, words: &str, kind: EntityKind, name: Option<&str>, rule: &Rule) {
        let added = self.reading(words);
        match name {
            Some(name) if !added.is_empty() => {
                let target = self.find_or_make(Wanted { name, kind, but: None, rule });
                self.give(added, target, rule);
            }
            _ => added.into_iter().for_each(|at| self.mentions[at].rule = rule.clone()),
        }
    }

    /// What is called so is no name, however else it is printed.
    fn remove(&mut self, name: &str) {
        for id in self.called_exactly(name) {
            for (mention, gone) in self.mentions.iter().zip(&mut self.gone) {
                *gone |= mention.entity == id;
            }
            self.index = None;
        }
    }

    fn rename(&mut self, id: EntityId, name: &str, rule: &Rule) {
        if self.entities[id].name == name {
            return;
        }
        name.clone_into(&mut self.entities[id].name);
        self.mentions_of(id).for_each(|mention| mention.rule = rule.clone());
        self.index = None;
    }

    fn set_kind(&mut self, id: EntityId, kind: EntityKind, rule: &Rule) {
        let entity = &mut self.entities[id];
        if entity.kind != kind {
            entity.kind = kind;
            entity.rule = rule.clone();
            (entity.outlet, entity.place) = (None, None);
        }
    }

    /// One name and one kind are one entity.
    fn join_namesakes(&mut self, id: EntityId) {
        let Entity { name, kind, .. } = self.entities[id].clone();
        for other in self.called_exactly(&name) {
            if other != id && self.entities[other].kind == kind {
                self.join(other, id, None);
            }
        }
    }

    /// Gives all mentions of `id` to `target`; they keep their rules where there is no other.
    fn join(&mut self, id: EntityId, target: EntityId, rule: Option<&Rule>) {
        for mention in self.mentions_of(id) {
            mention.entity = target;
            mention.rule = rule.unwrap_or(&mention.rule).clone();
        }
        let Entity { outlet, place, .. } = &mut self.entities[id];
        let (outlet, place) = (outlet.take(), place.take());
        let target = &mut self.entities[target];
        target.place = target.place.take().or(place.filter(|_| target.kind == EntityKind::Place));
        target.outlet = target.outlet.take().or(outlet.filter(|_| target.kind == EntityKind::Outlet));
        self.index = None;
    }

    fn give(&mut self, mentions: Vec<usize>, target: EntityId, rule: &Rule) {
        for at in mentions {
            self.mentions[at].entity = target;
            self.mentions[at].rule = rule.clone();
        }
        self.index = None;
    }

    fn find_or_make(&mut self, Wanted { name, kind, but, rule }: Wanted) -> EntityId {
        let known: Vec<EntityId> = self.called_exactly(name).into_iter().filter(|&id| Some(id) != but).collect();
        let same_kind = known.iter().copied().find(|&id| self.entities[id].kind == kind);
        same_kind.or(known.first().copied()).unwrap_or_else(|| {
            let (name, rule) = (name.to_owned(), rule.clone());
            self.entities.push(Entity { name, kind, mentions: Vec::new(), outlet: None, place: None, rule })
        })
    }

    /// Who answers to `name`.
    fn called(&mut self, name: &str) -> Vec<EntityId> {
        let index = match self.index.take() {
            Some(index) => index,
            None => self.index_names(),
        };
        let ids = index.get(&key(name)).cloned().unwrap_or_default();
        self.index = Some(index);
        ids
    }

    /// Who answers to what: those who are called so first.
    fn index_names(&self) -> FxHashMap<String, Vec<EntityId>> {
        let mut index: FxHashMap<String, Vec<EntityId>> = FxHashMap::default();
        let mut answers = |name: &str, id: EntityId| match index.get_mut(name) {
            Some(known) if known.contains(&id) => {}
            Some(known) => known.push(id),
            None => drop(index.insert(name.to_owned(), vec![id])),
        };
        let lasting = self.lasting();
        for (id, entity) in self.entities.iter().filter(|(id, _)| lasting[id.index()]) {
            answers(&key(&entity.name), id);
        }
        let is_telling = |form: &str, entity: &Entity| {
            let is_part = || key(&entity.name).split(' ').any(|word| word == form);
            form.contains(' ') || entity.kind != EntityKind::Person || !is_part()
        };
        for (at, form) in self.forms.iter().enumerate().filter(|(at, _)| !self.gone[*at]) {
            let id = self.mentions[at].entity;
            if is_telling(form, &self.entities[id]) {
                answers(form, id);
            }
        }
        index
    }

    /// Whether each entity is still mentioned.
    fn lasting(&self) -> Vec<bool> {
        let mut lasting = vec![false; self.entities.len()];
        for (mention, gone) in self.mentions.iter().zip(&self.gone) {
            lasting[mention.entity.index()] |= !gone;
        }
        lasting
    }

    /// Who is called `name`, and not only printed so.
    fn called_exactly(&mut self, name: &str) -> Vec<EntityId> {
        let key_of_name = key(name);
        let mut ids = self.called(name);
        ids.retain(|&id| key(&self.entities[id].name) == key_of_name);
        ids
    }

    /// Entities that are still mentioned, numbered anew.
    fn finish(self) -> Names {
        let lasting = self.lasting();
        let mut numbers: Vec<Option<EntityId>> = vec![None; self.entities.len()];
        let mut names = Names { entities: Arena::new(), mentions: Arena::new() };
        for (id, entity) in self.entities.iter().filter(|(id, _)| lasting[id.index()]) {
            numbers[id.index()] = Some(names.entities.push(Entity { mentions: Vec::new(), ..entity.clone() }));
        }
        for (mention, _) in self.mentions.into_iter().zip(self.gone).filter(|(_, gone)| !gone) {
            let Some(entity) = numbers[mention.entity.index()] else { continue };
            let id = names.mentions.push(Mention { entity, ..mention });
            names.entities[entity].mentions.push(id);
        }
        names
    }
}
