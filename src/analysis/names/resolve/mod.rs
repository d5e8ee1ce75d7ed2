//! Joins mentions to entities over the whole article, each join by a rule that can be named.
//!
//! Full names come first, so that a short form finds its full one wherever that stands in the article; then letters that are
//! spelled out; then the short forms in the order of the text, for whom they mean depends on who was named before.

mod bodies;
mod people;
mod printed;
mod regencies;
mod shortened;
mod told;

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use self::people::Address;
use self::shortened::{Beginnings, Shortened};
use super::Names;
use super::kind::Named;
use super::scene::Scene;
use super::short;
use crate::analysis::reading::Reading;
use crate::lang::RecordId;
use crate::model::{Arena, Entity, EntityId, EntityKind};

/// The entity that a name is a mention of, and the rule that says so.
type Join = (EntityId, &'static str);

/// A kind and the words of a name, by which an entity is known.
type Key<'a> = (EntityKind, Cow<'a, str>);

/// One entity for each thing that is named, with every place that names it.
pub(crate) fn resolve(scene: &Scene, mut named: Vec<Named>) -> Names {
    named.sort_by_key(|name| (name.tokens.start, std::cmp::Reverse(name.tokens.end)));
    regencies::settle(scene, &mut named);
    let mut joiner = Joiner::new(scene);
    let mut joined = vec![None; named.len()];
    joiner.join_full_names(&named, &mut joined);
    joiner.join_spelled_out(&named, &mut joined);
    joiner.join_nicknames(&named, &mut joined);
    joiner.join_short_forms(&named, &mut joined);
    let joined = named.iter().zip(joined).filter_map(|(name, join)| Some((name, join?)));
    printed::mentions(scene.reading, joiner.entities, &joiner.localised, joined)
}

/// The words of a name, folded, one space apart; a hyphen is as good as a space ('Jong-un').
fn form<'a>(reading: &'a Reading, tokens: &Range<usize>) -> Cow<'a, str> {
    let form = reading.form(tokens);
    let is_apart = |at: usize| {
        let (before, here) = (reading.tokens[at - 1].span(), reading.tokens[at].span());
        &reading.body[before.end..here.start] == " " && reading.mark(at) != '-'
    };
    if (tokens.start + 1..tokens.end).all(is_apart) {
        return Cow::Borrowed(form);
    }
    let words = tokens.clone().filter(|&at| reading.mark(at) != '-').map(|at| reading.folded(at));
    Cow::Owned(words.collect::<Vec<_>>().join(" "))
}

/// The entities so far, and by what they are known.
struct Joiner<'a> {
    scene: Scene<'a>,
    reading: &'a Reading<'a>,
    entities: Arena<Entity>,
    by_record: FxHashMap<RecordId, EntityId>,
    by_form: FxHashMap<Key<'a>, EntityId>,
    /// Organisations and places by what is left of their names without the words that short forms leave out.
    by_core: FxHashMap<Key<'a>, EntityId>,
    /// Organisations by the first word of what is left so, which alone is short for them.
    by_first: FxHashMap<Key<'a>, EntityId>,
    shortened: Shortened<'a>,
    /// Whether the article tells of a town and of the regency around it, so that offices of the one are not those of the other.
    tells_levels: bool,
    /// Entities whose name the gazetteer has in the article's language.
    localised: FxHashSet<EntityId>,
    /// The names before brackets that hold no more than a record: 'Rapid Support Forces (RSF)', also for an 'RSF' above.
    letters: FxHashMap<RecordId, Named>,
    /// Whom a part of a name has meant so far.
    meant: FxHashMap<Cow<'a, str>, EntityId>,
    /// People by each word of their names, the latest named last.
    people: FxHashMap<&'a str, Vec<EntityId>>,
    /// People of three names or more by their initials; none where two have the same.
    initials: FxHashMap<String, Option<EntityId>>,
    /// How people are addressed.
    addressed: FxHashMap<EntityId, Address>,
    /// Who was named up to here.
    named: FxHashSet<EntityId>,
}

impl<'a> Joiner<'a> {
    fn new(scene: &Scene<'a>) -> Joiner<'a> {
        Joiner {
            scene: *scene,
            reading: scene.reading,
            entities: Arena::new(),
            by_record: FxHashMap::default(),
            by_form: FxHashMap::default(),
            by_core: FxHashMap::default(),
            by_first: FxHashMap::default(),
            shortened: Shortened::default(),
            tells_levels: false,
            addressed: FxHashMap::default(),
            named: FxHashSet::default(),
            localised: FxHashSet::default(),
            letters: FxHashMap::default(),
            meant: FxHashMap::default(),
            people: FxHashMap::default(),
            initials: FxHashMap::default(),
        }
    }

    /// Joins what is known, what a bracket explains, and names of several words that are no part of a longer one.
    fn join_full_names(&mut self, named: &[Named], joined: &mut [Option<Join>]) {
        let parts = people::parts_of_people(self.reading, named);
        let beginnings = Beginnings::of(&self.scene, named);
        let letters = shortened::explained_letters(&self.scene, named);
        self.tells_levels = bodies::tells_levels(&self.scene, named);
        self.letters = bodies::spelled_before(self.reading, named);
        for (index, name) in named.iter().enumerate() {
            let told = told::explained_by_bracket(self.reading, named, joined, index);
            let told = told.or_else(|| told::born_so(&self.scene, named, joined, index));
            let told = told.or_else(|| told::renamed(&self.scene, named, joined, index));
            // 'Ariyanto Bakri yang kerap disapa Ary Gadun'
            let has_words = name.record.is_none() && name.tokens.len() > 1;
            let bearer = if has_words { told::bearer(&self.scene, named, index) } else { None };
            let called = bearer.and_then(|bearer| joined[bearer]).map(|(id, _)| id);
            let told = told.or(called);
            let is_part = || match name.kind {
                EntityKind::Person if !parts.is_empty() => parts.contains(&form(self.reading, &name.tokens)),
                EntityKind::Organisation => {
                    beginnings.have(&self.scene, &name.tokens)
                        || shortened::is_form_of_letters(&self.scene, name, &letters)
                }
                EntityKind::Place => {
                    shortened::is_site(&self.scene, name) && beginnings.have(&self.scene, &name.tokens)
                }
                _ => false,
            };
            joined[index] = match (name.record, told) {
                (Some(record), told) => {
                    told.into_iter().for_each(|id| self.note_letters(record, name, id));
                    Some(self.full(name))
                }
                // What a bracket explains is known in all of the article, also in the headline above.
                (None, Some(id)) => Some(self.explained(name, id)),
                // 'Sukirman alias Wak Kir': who has one word is joined later.
                (None, None) if bearer.is_some() => None,
                (None, None) => {
                    (name.tokens.len() > 1 && !short::has_figures(self.reading, &name.tokens) && !is_part())
                        .then(|| self.full(name))
                }
            };
        }
    }

    /// 'DPMD (Dinas Pemberdayaan Masyarakat dan Desa)'.
    fn join_spelled_out(&mut self, named: &[Named], joined: &mut [Option<Join>]) {
        for index in 1..named.len() {
            let (short, full) = (&named[index - 1], &named[index]);
            if let Some((id, _)) = joined[index].filter(|_| told::is_spelled_out(self.reading, short, full)) {
                joined[index - 1] = Some(self.explained(short, id));
            }
        }
    }

    /// 'Appi, sapaan akrab Munafri': who is called so is known by it in all of the article, also in the headline above.
    fn join_nicknames(&mut self, named: &[Named], joined: &mut [Option<Join>]) {
        for index in 0..named.len() {
            let name = &named[index];
            let is_open = joined[index].is_none() && name.kind == EntityKind::Person;
            let called = is_open.then(|| told::called_so(&self.scene, named, joined, index)).flatten();
            // 'kata Yarni, sapaan akrabnya' means Yarniwati, whoever was named last.
            let called = called.filter(|_| self.by_short_name(name).is_none());
            if let Some(id) = called {
                joined[index] = Some(self.called(&named[index], id));
            }
        }
    }

    fn join_short_forms(&mut self, named: &[Named], joined: &mut [Option<Join>]) {
        for (index, name) in named.iter().enumerate() {
            if let Some((id, _)) = joined[index] {
                self.note_person(name, id);
                self.note_address(name, id);
                self.named.insert(id);
                continue;
            }
            let explained = told::explained_by_bracket(self.reading, named, joined, index);
            let called = || {
                let called = self.by_short_name(name).or_else(|| told::called_so(&self.scene, named, joined, index));
                called.or_else(|| told::half_of(&self.scene, named, joined, index))
            };
            joined[index] = Some(match (explained, explained.is_none().then(called).flatten()) {
                (None, Some(id)) => self.called(name, id),
                (explained, _) => self.short(name, explained),
            });
        }
    }

    /// A full or known name.
    fn full(&mut self, name: &Named) -> Join {
        let (id, rule) = if let Some(record) = name.record {
            (self.by_record(record, name), name.rule)
        } else if let Some(id) = self.by_spelling(name) {
            (id, "names/spelling")
        } else if let Some(id) =
            self.by_outer_words(name).or_else(|| self.by_longer_name(name)).or_else(|| self.by_initial(name))
        {
            (id, "names/middle-name")
        } else {
            (self.by_form(name), name.rule)
        };
        self.note_person(name, id);
        self.note_body(name, id);
        (id, rule)
    }

    /// A short form: joined to what its brackets explain, to the person it is a part of, or to its like.
    fn short(&mut self, name: &Named, explained: Option<EntityId>) -> Join {
        if let Some(id) = explained {
            return self.explained(name, id);
        }
        if let Some(id) = self.person_with_initials(name) {
            return (id, "names/initials");
        }
        if name.kind == EntityKind::Person
            && let Some(id) = self.person_with_words(name)
        {
            self.meant.insert(form(self.reading, &name.tokens), id);
            self.note_address(name, id);
            return (id, "names/short-form");
        }
        let known = self.by_short_form(name).or_else(|| self.by_letters_of_place(name));
        known.unwrap_or_else(|| (self.by_form(name), name.rule))
    }

    /// Another name of a person, who is known by it from now on.
    fn called(&mut self, name: &Named, id: EntityId) -> Join {
        self.by_form.insert((name.kind, form(self.reading, &name.tokens)), id);
        (id, "names/short-form")
    }

    /// A short form that a bracket explains, which is known by it from now on.
    fn explained(&mut self, name: &Named, id: EntityId) -> Join {
        self.by_form.insert((name.kind, form(self.reading, &name.tokens)), id);
        (id, "names/abbreviation-in-brackets")
    }
}
