//! Entities as the reader corrected them, after mentions were joined: correction after correction, in the order in which
//! they were made, so that each finds what those before it made.
//!
//! An entity answers to what it is called, and to every form of two words or more in which it is printed. A single word is
//! not enough: 'Kim' is somebody else in the next article.

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
    /// What is no mention any more is none here either.
    mentions: Vec<Mention>,
    /// The form of each mention.
    forms: Vec<String>,
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
        let forms = mentions.iter().map(|mention| key(mention.span.of(&said.article.body))).collect();
        Settler { said, entities: names.entities, mentions, forms, index: None }
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
        let form = key(words);
        let sources: Vec<EntityId> = match from {
            Some(from) => self.called(from),
            None => self.entities.ids().collect(),
        };
        for source in sources {
            let is_split = |at: &usize| self.mentions[*at].entity == source && self.forms[*at] == form;
            let split: Vec<usize> = (0..self.mentions.len()).filter(is_split).collect();
            if split.is_empty() {
                continue;
            }
            let kind = kind.unwrap_or(self.entities[source].kind);
            let target = self.find_or_make(Wanted { name, kind, but: Some(source), rule });
            self.give(&split, target, rule);
            self.call_by_what_is_left(source, &form);
        }
    }

    /// An entity that was called by the form that was split off is called by the longest that is left to it.
    fn call_by_what_is_left(&mut self, id: EntityId, form: &str) {
        if key(&self.entities[id].name) != form {
            return;
        }
        let own = self.mentions.iter().filter(|mention| mention.entity == id);
        let printed = own.map(|mention| mention.span.of(&self.said.article.body)).rev();
        if let Some(longest) = printed.max_by_key(|form| form.len()) {
            self.entities[id].name = longest.to_owned();
        }
    }

    /// Mentions that were spotted because the reader added the words; under another name, if he gave one.
    fn add(&mut self, words: &str, kind: EntityKind, name: Option<&str>, rule: &Rule) {
        let form = key(words);
        let added: Vec<usize> = (0..self.mentions.len()).filter(|&at| self.forms[at] == form).collect();
        match name {
            Some(name) if !added.is_empty() => {
                let target = self.find_or_make(Wanted { name, kind, but: None, rule });
                self.give(&added, target, rule);
            }
            _ => added.into_iter().for_each(|at| self.mentions[at].rule = rule.clone()),
        }
    }

    /// What is called so is no name, however else it is printed.
    fn remove(&mut self, name: &str) {
        let name = key(name);
        let gone: Vec<bool> = self.entities.items().iter().map(|entity| key(&entity.name) == name).collect();
        if !gone.contains(&true) {
            return;
        }
        let stays: Vec<bool> = self.mentions.iter().map(|mention| !gone[mention.entity.index()]).collect();
        retain(&mut self.mentions, &stays);
        retain(&mut self.forms, &stays);
        self.index = None;
    }

    fn rename(&mut self, id: EntityId, name: &str, rule: &Rule) {
        if self.entities[id].name == name {
            return;
        }
        name.clone_into(&mut self.entities[id].name);
        for mention in self.mentions.iter_mut().filter(|mention| mention.entity == id) {
            mention.rule = rule.clone();
        }
        self.index = None;
    }

    fn set_kind(&mut self, id: EntityId, kind: EntityKind, rule: &Rule) {
        let entity = &mut self.entities[id];
        if entity.kind != kind {
            entity.kind = kind;
            entity.rule = rule.clone();
            entity.outlet = None;
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
        for mention in self.mentions.iter_mut().filter(|mention| mention.entity == id) {
            mention.entity = target;
            mention.rule = rule.unwrap_or(&mention.rule).clone();
        }
        let outlet = self.entities[id].outlet.take();
        let target = &mut self.entities[target];
        target.outlet = target.outlet.take().or(outlet.filter(|_| target.kind == EntityKind::Outlet));
        self.index = None;
    }

    fn give(&mut self, mentions: &[usize], target: EntityId, rule: &Rule) {
        for &at in mentions {
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
            self.entities.push(Entity { name, kind, mentions: Vec::new(), outlet: None, rule })
        })
    }

    /// Who answers to `name`.
    fn called(&mut self, name: &str) -> Vec<EntityId> {
        let (entities, mentions, forms) = (&self.entities, &self.mentions, &self.forms);
        let index = self.index.get_or_insert_with(|| index(entities, mentions, forms));
        index.get(&key(name)).cloned().unwrap_or_default()
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
        let mut numbers: Vec<Option<EntityId>> = vec![None; self.entities.len()];
        let mut lasting: Vec<bool> = vec![false; self.entities.len()];
        self.mentions.iter().for_each(|mention| lasting[mention.entity.index()] = true);
        let mut names = Names { entities: Arena::new(), mentions: Arena::new() };
        for (id, entity) in self.entities.iter().filter(|(id, _)| lasting[id.index()]) {
            numbers[id.index()] = Some(names.entities.push(Entity { mentions: Vec::new(), ..entity.clone() }));
        }
        for mention in self.mentions {
            let Some(entity) = numbers[mention.entity.index()] else { continue };
            let id = names.mentions.push(Mention { entity, ..mention });
            names.entities[entity].mentions.push(id);
        }
        names
    }
}

/// Who answers to what, the first entity first.
fn index(entities: &Arena<Entity>, mentions: &[Mention], forms: &[String]) -> FxHashMap<String, Vec<EntityId>> {
    let mut index: FxHashMap<String, Vec<EntityId>> = FxHashMap::default();
    let mut answers = |name: &str, id: EntityId| match index.get_mut(name) {
        Some(known) if known.contains(&id) => {}
        Some(known) => known.push(id),
        None => drop(index.insert(name.to_owned(), vec![id])),
    };
    let mut lasting: Vec<bool> = vec![false; entities.len()];
    mentions.iter().for_each(|mention| lasting[mention.entity.index()] = true);
    for (id, entity) in entities.iter().filter(|(id, _)| lasting[id.index()]) {
        answers(&key(&entity.name), id);
    }
    for (mention, form) in mentions.iter().zip(forms).filter(|(_, form)| form.contains(' ')) {
        answers(form, mention.entity);
    }
    index
}

fn retain<T>(items: &mut Vec<T>, stays: &[bool]) {
    let mut stays = stays.iter();
    items.retain(|_| stays.next().copied().unwrap_or(true));
}
