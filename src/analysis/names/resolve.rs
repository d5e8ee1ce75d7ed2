//! Joins mentions to entities over the whole article, each join by a rule that can be named.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Names;
use super::candidate::known_at;
use super::kind::Named;
use crate::analysis::reading::Reading;
use crate::lang::{NameCue, NameHint, Pack, Packs, Place, RecordId, fold};
use crate::model::{Arena, Coordinates, Entity, EntityId, EntityKind, Mention, PlaceFacts, Rule};

/// How many names may be nested before a bracket.
const NESTED_NAMES: usize = 6;

/// Of a person's name with more tokens no part is known as such; the names of real people have half as many.
const LONGEST_WITH_PARTS: usize = 12;

/// A short form of a given name has at least so many letters.
const SHORTEST_SHORT_NAME: usize = 3;

/// Among more words of people's names none is looked for by its beginning.
const MOST_PEOPLE_WORDS: usize = 400;
/// Fewer initials than these are those of too many names.
const LEAST_INITIALS: usize = 3;

/// How many people of one name are remembered; of more, the latest.
const NAMESAKES: usize = 32;

/// How far the word that tells of a nickname stands from it.
const CALLED_WORDS: usize = 3;

/// One entity for each thing that is named, with every place that names it.
pub(crate) fn resolve(reading: &Reading, packs: &Packs, pack: &Pack, mut named: Vec<Named>) -> Names {
    named.sort_by_key(|name| (name.tokens.start, std::cmp::Reverse(name.tokens.end)));
    let mut joiner = Joiner {
        reading,
        packs,
        pack,
        code: &pack.code,
        entities: Arena::new(),
        by_record: FxHashMap::default(),
        by_form: FxHashMap::default(),
        by_core: FxHashMap::default(),
        by_initials: FxHashMap::default(),
        by_first_word: FxHashMap::default(),
        localised: FxHashSet::default(),
        meant: FxHashMap::default(),
        people: FxHashMap::default(),
    };
    // Full names first, so that a short form finds its full one wherever that stands in the article.
    let parts = parts_of_people(reading, &named);
    let mut joined: Vec<Option<(EntityId, &'static str)>> = vec![None; named.len()];
    for (index, name) in named.iter().enumerate() {
        let is_part = name.kind == EntityKind::Person && parts.contains(&form(reading, &name.tokens));
        let explained = name.record.and(explained_by_bracket(reading, &named, &joined, index));
        if let (Some(record), Some(id)) = (name.record, explained) {
            // 'Partai Demokratik Liberal (LDP)': the gazetteer may know the letters only.
            let is_unlisted = !joiner.by_record.values().any(|&known| known == id);
            if is_unlisted && joiner.entities[id].kind == name.kind {
                joiner.by_record.entry(record).or_insert(id);
            }
        }
        // What a bracket explains is known in all of the article, also in the headline above.
        let told = explained_by_bracket(reading, &named, &joined, index).filter(|_| name.record.is_none());
        if let Some(id) = told {
            joined[index] = Some(joiner.explained(name, id));
        } else if name.record.is_some() || name.tokens.len() > 1 && !is_part {
            joined[index] = Some(joiner.full(name));
        }
    }
    for index in 1..named.len() {
        if let Some((id, _)) = joined[index].filter(|_| is_spelled_out(reading, &named[index - 1], &named[index])) {
            joined[index - 1] = Some(joiner.explained(&named[index - 1], id));
        }
    }
    for index in 0..named.len() {
        match joined[index] {
            Some((id, _)) => joiner.note_person(&named[index], id),
            None => {
                let before = explained_by_bracket(reading, &named, &joined, index);
                let called = joiner.by_short_name(&named[index]);
                let called = called.or_else(|| called_so(reading, pack, &named, &joined, index));
                joined[index] = Some(match called.filter(|_| before.is_none()) {
                    Some(id) => joiner.called(&named[index], id),
                    None => joiner.short(&named[index], before),
                });
            }
        }
    }
    let joined = named.iter().zip(joined).filter_map(|(name, joined)| joined.map(|(id, rule)| (name, id, rule)));
    mentions(reading, joiner.entities, &joiner.localised, joined)
}

/// Every run of words within a longer name of a person: 'Jong Un' is no name of its own beside 'Kim Jong Un'.
fn parts_of_people(reading: &Reading, named: &[Named]) -> FxHashSet<String> {
    let mut parts = FxHashSet::default();
    let lengths = 3..=LONGEST_WITH_PARTS;
    for name in named.iter().filter(|name| name.kind == EntityKind::Person && lengths.contains(&name.tokens.len())) {
        for start in name.tokens.clone() {
            for end in start + 2..=name.tokens.end {
                if end - start < name.tokens.len() {
                    parts.insert(form(reading, &(start..end)));
                }
            }
        }
    }
    parts
}

/// The entity that a bracket explains: the one named right before it.
fn explained_by_bracket(
    reading: &Reading,
    named: &[Named],
    joined: &[Option<(EntityId, &'static str)>],
    index: usize,
) -> Option<EntityId> {
    let name = &named[index];
    if !name.bracketed {
        return None;
    }
    // Of nested names that end before the bracket the whole one is meant, unless the letters fit the inner one only.
    let from = index.saturating_sub(NESTED_NAMES);
    let ends_here = |at: &usize| named[*at].tokens.end + 1 == name.tokens.start;
    let outer = (from..index).find(ends_here)?;
    let inner = (from..index).rfind(ends_here)?;
    let wanted = fold(reading.text(name.tokens.end - 1)).into_owned();
    let fits = initials_of(reading, &named[outer].tokens).contains(&wanted);
    joined[if fits { outer } else { inner }].map(|(id, _)| id)
}

/// 'DPMD (Dinas Pemberdayaan Masyarakat dan Desa)': the bracket tells what the letters before it stand for.
fn is_spelled_out(reading: &Reading, short: &Named, full: &Named) -> bool {
    let initials =
        full.tokens.clone().filter(|&at| reading.is_capitalised(at)).filter_map(|at| reading.text(at).chars().next());
    short.record.is_none()
        && short.tokens.len() == 1
        && full.tokens.len() > 1
        && short.tokens.end + 1 == full.tokens.start
        && reading.mark(short.tokens.end) == '('
        && reading.mark(full.tokens.end) == ')'
        && reading.text(short.tokens.start).chars().eq(initials)
}

/// The person whose other name this is: 'Arif Fathoni yang akrab disapa Toni', 'ujar Lisa, sapaannya', 'Abdul Hakim atau Gus
/// Kikin'. It is the one who was named last.
fn called_so(
    reading: &Reading,
    pack: &Pack,
    named: &[Named],
    joined: &[Option<(EntityId, &'static str)>],
    index: usize,
) -> Option<EntityId> {
    let name = &named[index];
    let before = (0..index).rfind(|&at| named[at].kind == EntityKind::Person)?;
    let hint = |at: usize, wanted| {
        let words = reading.words.get(at..=at).unwrap_or_default();
        pack.cues.name_hints.exact(words).contains(&wanted)
    };
    let start = name.title.as_ref().map_or(name.tokens.start, |title| title.start);
    let called_before = (start.saturating_sub(CALLED_WORDS)..start).any(|at| hint(at, NameHint::Nickname));
    let behind = name.tokens.end + 1..name.tokens.end + 1 + CALLED_WORDS;
    let called_behind =
        reading.mark(name.tokens.end) == ',' && behind.into_iter().any(|at| hint(at, NameHint::Nickname));
    let is_other = (named[before].tokens.end..start).len() <= 2 && hint(named[before].tokens.end, NameHint::Or);
    let is_called = name.kind == EntityKind::Person && (called_before || called_behind || is_other);
    joined[before].filter(|_| is_called).map(|(id, _)| id)
}

fn initials_of(reading: &Reading, tokens: &Range<usize>) -> String {
    let capitals = tokens.clone().filter(|&at| reading.is_capitalised(at));
    capitals.filter_map(|at| fold(reading.text(at)).chars().next()).collect()
}

/// What a name of several words is abbreviated to: 'ALEA' for 'Alabama Law Enforcement Agency'.
pub(super) fn initials(reading: &Reading, tokens: &Range<usize>) -> Option<String> {
    let first = |at: usize| reading.text(at).chars().next();
    let initials: String = tokens.clone().filter(|&at| reading.is_capitalised(at)).filter_map(first).collect();
    (initials.len() >= LEAST_INITIALS).then_some(initials)
}

/// The words of a name, folded, one space apart; a hyphen is as good as a space ('Jong-un').
fn form(reading: &Reading, tokens: &Range<usize>) -> String {
    let words: Vec<_> = tokens.clone().filter(|&at| reading.mark(at) != '-').map(|at| fold(reading.text(at))).collect();
    words.join(" ")
}

/// How many letters may differ between two spellings of one word of a name, by its length: 'Sergey' is 'Sergei', 'Lee' is
/// not 'Lie'.
fn may_differ(letters: usize) -> usize {
    match letters {
        0..=4 => 0,
        5 => 1,
        _ => 2,
    }
}

/// Whether two names of as many words are spellings of one: word by word nearly the same, from the same first letter.
fn are_spellings(one: &str, other: &str) -> bool {
    let is_like = |(one, other): (&str, &str)| {
        let letters = one.chars().count().min(other.chars().count());
        one == other
            || one.chars().next() == other.chars().next() && strsim::osa_distance(one, other) <= may_differ(letters)
    };
    one.split(' ').count() == other.split(' ').count() && one.split(' ').zip(other.split(' ')).all(is_like)
}

struct Joiner<'a> {
    reading: &'a Reading<'a>,
    packs: &'a Packs,
    pack: &'a Pack,
    code: &'a str,
    entities: Arena<Entity>,
    by_record: FxHashMap<RecordId, EntityId>,
    by_form: FxHashMap<(EntityKind, String), EntityId>,
    /// Organisations and places by what is left of their names without the words that short forms leave out.
    by_core: FxHashMap<(EntityKind, String), EntityId>,
    /// Organisations and places of several words by their initials.
    by_initials: FxHashMap<String, EntityId>,
    /// Organisations of several words by the first, where that word is nothing else.
    by_first_word: FxHashMap<String, EntityId>,
    /// Entities whose name the gazetteer has in the article's language.
    localised: FxHashSet<EntityId>,
    /// Whom a part of a name has meant so far.
    meant: FxHashMap<String, EntityId>,
    /// People by each word of their names, the latest named last.
    people: FxHashMap<String, Vec<EntityId>>,
}

impl Joiner<'_> {
    /// A full or known name.
    fn full(&mut self, name: &Named) -> (EntityId, &'static str) {
        let (id, rule) = match name.record {
            Some(record) => (self.by_record(record, name), name.rule),
            None => match self.by_spelling(name) {
                Some(id) => (id, "names/spelling"),
                None => match self.by_outer_words(name).or_else(|| self.by_longer_name(name)) {
                    Some(id) => (id, "names/middle-name"),
                    None => (self.by_form(name), name.rule),
                },
            },
        };
        self.note_person(name, id);
        self.note_initials(name, id);
        self.note_first_word(name, id);
        (id, rule)
    }

    fn note_first_word(&mut self, name: &Named, id: EntityId) {
        let first = name.tokens.start..name.tokens.start + 1;
        let last = &self.reading.words[name.tokens.end - 1..name.tokens.end];
        let cues = self.pack.cues.names.exact(last);
        let is_office = cues.iter().any(|cue| matches!(cue, NameCue::OrganisationTail | NameCue::Government));
        let is_plain = name.kind == EntityKind::Organisation
            && name.tokens.len() > 1
            && (!is_office || self.pack.cues.name_hints.exact(last).contains(&NameHint::CompanyTail))
            && !self.pack.is_common(self.reading.words[first.start])
            && known_at(self.reading, self.packs, first.clone()).is_none();
        if is_plain {
            self.by_first_word.entry(form(self.reading, &first)).or_insert(id);
        }
    }

    fn note_initials(&mut self, name: &Named, id: EntityId) {
        if name.kind == EntityKind::Organisation
            && let Some(initials) = initials(self.reading, &name.tokens)
        {
            self.by_initials.entry(initials).or_insert(id);
        }
    }

    /// The person of the same last name whose name is spelled nearly like this one ('Sergey Lavrov' and 'Sergei Lavrov').
    fn by_spelling(&self, name: &Named) -> Option<EntityId> {
        if name.kind != EntityKind::Person {
            return None;
        }
        let last = fold(self.reading.text(name.tokens.end - 1));
        let form = form(self.reading, &name.tokens);
        let namesakes = self.people.get(last.as_ref())?.iter().rev();
        let known = |id: &&EntityId| {
            let known = fold(&self.entities[**id].name).replace('-', " ");
            known != form && are_spellings(&known, &form)
        };
        namesakes.copied().find(|id| known(&id))
    }

    /// The person whose longer name begins so and has all these words: 'Mikael Tata' is 'Mikael Alfredo Tata Tanjung'.
    fn by_longer_name(&self, name: &Named) -> Option<EntityId> {
        if name.kind != EntityKind::Person {
            return None;
        }
        let mut words =
            name.tokens.clone().filter(|&at| self.reading.is_word(at)).map(|at| fold(self.reading.text(at)));
        let first = words.next()?;
        let known = self.people.get(first.as_ref())?.iter().rev().copied();
        let rest: Vec<_> = words.map(|word| self.people.get(word.as_ref())).collect::<Option<_>>()?;
        let begins = |id: &EntityId| fold(&self.entities[*id].name).split(' ').next() == Some(first.as_ref());
        known.filter(begins).find(|id| rest.iter().all(|others| others.contains(id)))
    }

    /// The person whose given name this is the beginning of, if it is not known otherwise: 'Edu' of 'Eduardo Perez'.
    fn by_short_name(&self, name: &Named) -> Option<EntityId> {
        let short = fold(self.reading.text(name.tokens.start));
        let is_known = self.people.contains_key(short.as_ref())
            || self.by_form.contains_key(&(name.kind, form(self.reading, &name.tokens)));
        let is_open = name.kind == EntityKind::Person && name.tokens.len() == 1 && !is_known;
        if !is_open || short.len() < SHORTEST_SHORT_NAME || self.people.len() > MOST_PEOPLE_WORDS {
            return None;
        }
        let begins = |word: &str| word.len() > short.len() && word.starts_with(short.as_ref());
        let mut found = self.people.iter().filter(|(word, _)| begins(word)).flat_map(|(_, ids)| ids.iter());
        let first = *found.next()?;
        let given = fold(&self.entities[first].name).into_owned();
        (begins(given.split(' ').next()?) && found.all(|&other| other == first)).then_some(first)
    }

    /// Another name of a person, who is known by it from now on.
    fn called(&mut self, name: &Named, id: EntityId) -> (EntityId, &'static str) {
        self.by_form.insert((name.kind, form(self.reading, &name.tokens)), id);
        (id, "names/short-form")
    }

    /// The person of the same first and last word, whose name has words between them where this one has none, or the other
    /// way round: 'Ottilie Marchbanks' and 'Ottilie Jane Marchbanks'.
    fn by_outer_words(&self, name: &Named) -> Option<EntityId> {
        let form = form(self.reading, &name.tokens);
        let (first, last) = (form.split(' ').next()?, form.rsplit(' ').next()?);
        let namesakes = self.people.get(last).filter(|_| name.kind == EntityKind::Person)?.iter().rev();
        let words = form.split(' ').count();
        let is_same = |id: &&EntityId| {
            let known = fold(&self.entities[**id].name).replace('-', " ");
            let others = known.split(' ').count();
            let differ = words.min(others) == 2 && words.max(others) > 2;
            differ && known.split(' ').next() == Some(first) && known.rsplit(' ').next() == Some(last)
        };
        namesakes.copied().find(|id| is_same(&id))
    }

    fn by_record(&mut self, record: RecordId, name: &Named) -> EntityId {
        let key = (name.kind, self.spelled_out(name.kind, form(self.reading, &name.tokens)));
        let known = self
            .by_record
            .get(&record)
            .or_else(|| self.by_core.get(&key))
            .or_else(|| self.by_spelled_out(&key, name))
            .copied();
        let id = known.unwrap_or_else(|| self.new_record(record, name.rule));
        self.by_record.insert(record, id);
        self.by_form.entry(key).or_insert(id);
        if let Some(core) = self.core(name).filter(|_| name.kind == EntityKind::Place) {
            self.by_core.entry((name.kind, core)).or_insert(id);
        }
        id
    }

    /// What was named by the words that a short one stands for, which the gazetteer has apart: 'Polda Jatim', 'Polda Jawa Timur'.
    fn by_spelled_out(&self, key: &(EntityKind, String), name: &Named) -> Option<&EntityId> {
        let is_same = form(self.reading, &name.tokens) != key.1 || key.0 == EntityKind::Organisation;
        self.by_form.get(key).filter(|_| is_same)
    }

    fn new_record(&mut self, record: RecordId, rule: &str) -> EntityId {
        let known = self.packs.gazetteer.record(record);
        let localised = self.packs.gazetteer.name_in(record, self.code);
        let (outlet, place) = (known.outlet.map(|outlet| outlet.facts()), known.place.as_ref().map(place_facts));
        let new = Entity { outlet, place, ..entity(localised.unwrap_or(known.name), known.kind, rule) };
        let id = self.entities.push(new);
        if localised.is_some() {
            self.localised.insert(id);
        }
        id
    }

    /// Remembers that this person was named last, for the short forms that follow.
    fn note_person(&mut self, name: &Named, id: EntityId) {
        if name.kind != EntityKind::Person {
            return;
        }
        for at in name.tokens.clone().filter(|&at| self.reading.is_capitalised(at)) {
            let known = self.people.entry(fold(self.reading.text(at)).into_owned()).or_default();
            known.retain(|&other| other != id);
            if known.len() == NAMESAKES {
                known.remove(0);
            }
            known.push(id);
        }
    }

    /// A short form: joined to what its brackets explain, to the person it is a part of, or to its like.
    fn short(&mut self, name: &Named, explained: Option<EntityId>) -> (EntityId, &'static str) {
        if let Some(id) = explained {
            return self.explained(name, id);
        }
        if name.kind == EntityKind::Person
            && let Some(id) = self.person_with_words(&name.tokens)
        {
            self.meant.insert(form(self.reading, &name.tokens), id);
            return (id, "names/short-form");
        }
        if name.kind == EntityKind::Organisation
            && let Some(&id) = self.by_initials.get(self.reading.span(name.tokens.clone()).of(self.reading.body))
        {
            return (id, "names/initials");
        }
        if name.kind == EntityKind::Organisation
            && let Some(&id) = self.by_first_word.get(&form(self.reading, &name.tokens))
        {
            return (id, "names/first-word");
        }
        (self.by_form(name), name.rule)
    }

    /// A short form that a bracket explains, which is known by it from now on.
    fn explained(&mut self, name: &Named, id: EntityId) -> (EntityId, &'static str) {
        let form = form(self.reading, &name.tokens);
        self.by_form.insert((name.kind, form), id);
        (id, "names/abbreviation-in-brackets")
    }

    /// The person whose name has all these words; of several, the one whom they have meant before ('Quiñones', also behind
    /// 'his sister, Yesenia Quiñones'), else the one named last.
    fn person_with_words(&self, tokens: &Range<usize>) -> Option<EntityId> {
        let mut words = tokens.clone().map(|at| self.people.get(fold(self.reading.text(at)).as_ref()));
        let first = words.next()??;
        let rest: Vec<&Vec<EntityId>> = words.flatten().collect();
        let has_all = |id: &EntityId| rest.iter().all(|others| others.contains(id));
        let before = self.meant.get(&form(self.reading, tokens)).copied().filter(|id| first.contains(id));
        before.or_else(|| first.iter().rev().copied().find(has_all))
    }

    /// The words of a name; those of an organisation with what short words in it stand for: 'kejaksaan negeri sampang' for
    /// 'Kejari Sampang'.
    fn spelled_out(&self, kind: EntityKind, form: String) -> String {
        let expansions = &self.pack.cues.expansions;
        if kind != EntityKind::Organisation || !form.split(' ').any(|word| expansions.contains_key(word)) {
            return form;
        }
        let word = |word| expansions.get(word).map_or(word, String::as_str);
        form.split(' ').map(word).collect::<Vec<_>>().join(" ")
    }

    fn by_form(&mut self, name: &Named) -> EntityId {
        let key = (name.kind, self.spelled_out(name.kind, form(self.reading, &name.tokens)));
        if let Some(&id) = self.by_form.get(&key) {
            return id;
        }
        let core = self.core(name).map(|core| (name.kind, core));
        let known = match &core {
            Some(core) => self.by_form.get(core).or_else(|| self.by_core.get(core)).or_else(|| self.by_beginning(core)),
            None => self.by_core.get(&key),
        };
        let id = known.copied().unwrap_or_else(|| {
            let written = self.reading.span(name.tokens.clone()).of(self.reading.body);
            self.entities.push(entity(written, name.kind, name.rule))
        });
        self.by_form.insert(key, id);
        if let Some(core) = core {
            // 'Agincourt' of 'PT Agincourt Resources'.
            let first = core.1.split(' ').next().map(|word| (core.0, word.to_owned()));
            self.by_core.extend(
                first
                    .filter(|_| core.0 == EntityKind::Organisation)
                    .filter(|first| !self.by_core.contains_key(first))
                    .map(|first| (first, id)),
            );
            self.by_core.entry(core).or_insert(id);
        }
        id
    }

    /// The company whose name was given without its last words: 'Pertamina Geothermal' for 'PT Pertamina Geothermal Energy'.
    fn by_beginning(&self, core: &(EntityKind, String)) -> Option<&EntityId> {
        let (beginning, _) = core.1.rsplit_once(' ').filter(|_| core.0 == EntityKind::Organisation)?;
        beginning.contains(' ').then(|| self.by_form.get(&(core.0, beginning.to_owned())))?
    }

    /// What is left of the name of an organisation or place without the words that short forms leave out: 'Holmgren' of
    /// 'Holmgren AB', 'Tertek' of 'Desa Tertek'.
    fn core(&self, name: &Named) -> Option<String> {
        let is_form = |at: &usize| {
            let hints = self.pack.cues.name_hints.exact(&self.reading.words[*at..=*at]);
            let is_kind = match name.kind {
                EntityKind::Other => *at == name.tokens.start && hints.contains(&NameHint::Ship),
                EntityKind::Place if hints.contains(&NameHint::PlaceOf) => !self.reading.is_capitalised(*at),
                EntityKind::Place => hints.contains(&NameHint::PlaceForm),
                _ => *at + 1 == name.tokens.end && hints.contains(&NameHint::CompanyTail),
            };
            hints.contains(&NameHint::Form) || is_kind || !self.reading.is_word(*at)
        };
        let is_open = matches!(name.kind, EntityKind::Organisation | EntityKind::Place | EntityKind::Other);
        let start = name.tokens.clone().find(|at| !is_form(at)).filter(|_| is_open)?;
        let end = name.tokens.clone().rfind(|at| !is_form(at))? + 1;
        let is_shorter = end - start < name.tokens.len();
        // 'Kansas City' is not in short the state.
        let is_other = name.kind == EntityKind::Place
            && name.record.is_some()
            && known_at(self.reading, self.packs, start..end).is_some_and(|known| known.len == end - start);
        (is_shorter && !is_other).then(|| form(self.reading, &(start..end)))
    }
}

fn entity(name: &str, kind: EntityKind, rule: &str) -> Entity {
    Entity { name: name.to_owned(), kind, mentions: Vec::new(), outlet: None, place: None, rule: Rule::from(rule) }
}

fn place_facts(place: &Place) -> PlaceFacts {
    let point = |(latitude, longitude)| Coordinates { latitude, longitude };
    PlaceFacts { country: place.country.to_owned(), coordinates: place.coordinates.map(point) }
}

/// Writes the mentions down in the order of the text.
fn mentions<'a>(
    reading: &Reading,
    mut entities: Arena<Entity>,
    localised: &FxHashSet<EntityId>,
    joined: impl Iterator<Item = (&'a Named, EntityId, &'static str)>,
) -> Names {
    let mut mentions = Arena::new();
    // There are few rules and many mentions.
    let mut rules: FxHashMap<&str, Rule> = FxHashMap::default();
    for (name, entity, rule) in joined {
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
