//! Organisations, places and things by the gazetteer's records, and by what short forms leave of their names: 'Holmgren' for
//! 'Holmgren AB', 'ALEA' for 'Alabama Law Enforcement Agency'.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{Join, Joiner, form};
use crate::analysis::names::kind::Named;
use crate::analysis::names::scene::Scene;
use crate::analysis::names::short;
use crate::lang::{NameCue, NameHint, Place, RecordId, fold};
use crate::model::{Coordinates, Entity, EntityId, EntityKind, PlaceFacts, Rule};
use crate::text::token::Case;

/// A word cut short has at least so many letters: 'Met', 'Penn'.
const SHORTEST_CLIPPED: usize = 3;

/// Among more words of bodies none is looked for by its beginning.
const MOST_BODY_WORDS: usize = 400;

/// By what the bodies of several words may be called in several words: 'Sierra Pacific' is no other than 'Sierra Pacific Industries'.
pub(super) fn beginnings_of_bodies(scene: &Scene, named: &[Named]) -> FxHashSet<String> {
    let written = |name: &Named| scene.reading.span(name.tokens.clone()).of(scene.reading.body);
    let mut seen = FxHashSet::default();
    let bodies = named.iter().filter(|name| name.kind == EntityKind::Organisation && name.record.is_none());
    let bodies = bodies.filter(|name| seen.insert(written(name)));
    let several = |name: &Named| {
        let beginnings = short::beginnings(scene, &name.tokens).filter(|it| it.len() > 1);
        let forms: Vec<String> = beginnings.map(|beginning| form(scene.reading, &beginning)).collect();
        forms.into_iter().chain(short::partners(scene.reading, &name.tokens))
    };
    bodies.flat_map(several).collect()
}

impl Joiner<'_> {
    /// 'Partai Demokratik Liberal (LDP)', of which the gazetteer may know the letters only: these mean the name before the bracket.
    pub(super) fn note_letters(&mut self, record: RecordId, name: &Named, id: EntityId) {
        let is_unlisted = !self.by_record.values().any(|&known| known == id);
        if is_unlisted && self.entities[id].kind == name.kind {
            self.by_record.entry(record).or_insert(id);
        }
    }

    /// Remembers a body by what it may be called in short.
    pub(super) fn note_short_forms(&mut self, name: &Named, id: EntityId) {
        let written = self.reading.span(name.tokens.clone()).of(self.reading.body);
        if name.kind != EntityKind::Organisation && !self.is_site(name) || !self.noted.insert(written) {
            return;
        }
        let tokens = &name.tokens;
        for letters in
            short::initials(self.reading, tokens).into_iter().chain(short::all_initials(self.reading, tokens))
        {
            self.by_initials.entry(letters).or_insert(id);
        }
        if name.kind == EntityKind::Organisation {
            let two = short::two_letters(self.reading, tokens);
            two.into_iter().for_each(|letters| {
                self.by_two_letters.entry(letters).or_insert(id);
            });
            let beginnings = short::beginnings(&self.scene, tokens).map(|beginning| form(self.reading, &beginning));
            for short in beginnings.chain(short::partners(self.reading, tokens)) {
                self.by_beginning.entry(short).or_insert(id);
            }
            let words = tokens.clone().filter(|&at| tokens.len() > 1 && self.reading.is_capitalised(at));
            for at in words {
                let bodies = self.bodies.entry(fold(self.reading.text(at)).into_owned()).or_default();
                if !bodies.contains(&id) {
                    bodies.push(id);
                }
            }
        }
    }

    /// Whether a place is known by its letters as bodies are: 'QEUH' of 'Queen Elizabeth University Hospital'.
    fn is_site(&self, name: &Named) -> bool {
        name.kind == EntityKind::Place && name.tokens.clone().any(|at| self.scene.is_hint(at, NameHint::Site))
    }

    /// The body that this short form means, and the rule that says so.
    pub(super) fn by_short_form(&self, name: &Named) -> Option<Join> {
        if !matches!(name.kind, EntityKind::Organisation | EntityKind::Place) {
            return None;
        }
        let written = self.reading.span(name.tokens.clone()).of(self.reading.body);
        let letters = self.by_initials.get(&written.to_uppercase()).or_else(|| self.by_two_letters.get(written));
        if let Some(&id) = letters {
            return Some((id, "names/initials"));
        }
        if name.kind != EntityKind::Organisation {
            return None;
        }
        let beginning = self.by_beginning.get(&form(self.reading, &name.tokens));
        let found = beginning.copied().map(|id| (id, "names/first-word"));
        found.or_else(|| self.by_clipped_word(name).map(|id| (id, "names/clipped-word")))
    }

    /// The one body in whose name a word begins so: 'Met' of 'Metropolitan Museum of Art', 'Penn' of 'University of Pennsylvania'.
    fn by_clipped_word(&self, name: &Named) -> Option<EntityId> {
        let start = name.tokens.start;
        let clipped = fold(self.reading.text(start));
        let is_known = self.by_form.contains_key(&(name.kind, clipped.clone().into_owned()));
        let is_short = name.tokens.len() == 1 && clipped.len() >= SHORTEST_CLIPPED && !is_known;
        // 'Congress' is none for the 'Congressional Budget Office'.
        let is_noun = self.scene.is_any_cue(start, &[NameCue::Government, NameCue::OrganisationTail]);
        let is_open = is_short && !is_noun && self.reading.tokens[start].case != Case::Upper;
        if !is_open || self.bodies.len() > MOST_BODY_WORDS {
            return None;
        }
        let begins = |word: &str| word.len() > clipped.len() && word.starts_with(clipped.as_ref());
        let mut found = self.bodies.iter().filter(|(word, _)| begins(word)).flat_map(|(_, ids)| ids.iter());
        let first = *found.next()?;
        found.all(|&other| other == first).then_some(first)
    }

    /// The record of a company that the gazetteer has without its form: 'Nvidia Corp'.
    fn core_record(&self, name: &Named) -> Option<RecordId> {
        let core = self.core_tokens(name).filter(|_| name.kind == EntityKind::Organisation)?;
        let known = self.scene.known(core.clone())?;
        (known.kind == name.kind && known.len == core.len()).then_some(known.record)
    }

    pub(super) fn by_record(&mut self, record: RecordId, name: &Named) -> EntityId {
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
        let known = self.scene.gazetteer().record(record);
        let localised = self.scene.gazetteer().name_in(record, &self.scene.pack.code);
        let (outlet, place) = (known.outlet.map(|outlet| outlet.facts()), known.place.as_ref().map(place_facts));
        let new = Entity { outlet, place, ..entity(localised.unwrap_or(known.name), known.kind, rule) };
        let id = self.entities.push(new);
        if localised.is_some() {
            self.localised.insert(id);
        }
        id
    }

    pub(super) fn by_form(&mut self, name: &Named) -> EntityId {
        let key = (name.kind, self.spelled_out(name.kind, form(self.reading, &name.tokens)));
        if let Some(&id) = self.by_form.get(&key) {
            return id;
        }
        let core = self.core(name).map(|core| (name.kind, core));
        let known = match &core {
            Some(core) => {
                self.by_form.get(core).or_else(|| self.by_core.get(core)).or_else(|| self.by_shorter_name(core))
            }
            None => self.by_core.get(&key),
        };
        let record = known.is_none().then(|| self.core_record(name)).flatten();
        let id = known.copied().or_else(|| record.map(|record| self.by_record(record, name))).unwrap_or_else(|| {
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

    /// The words of a name; those of an organisation with what short words in it stand for: 'kejaksaan negeri sampang' for
    /// 'Kejari Sampang'.
    fn spelled_out(&self, kind: EntityKind, form: String) -> String {
        let expansions = &self.scene.pack.cues.expansions;
        if kind != EntityKind::Organisation || !form.split(' ').any(|word| expansions.contains_key(word)) {
            return form;
        }
        let word = |word| expansions.get(word).map_or(word, String::as_str);
        form.split(' ').map(word).collect::<Vec<_>>().join(" ")
    }

    /// The company whose name was given without its last words: 'Pertamina Geothermal' for 'PT Pertamina Geothermal Energy'.
    fn by_shorter_name(&self, core: &(EntityKind, String)) -> Option<&EntityId> {
        let (beginning, _) = core.1.rsplit_once(' ').filter(|_| core.0 == EntityKind::Organisation)?;
        beginning.contains(' ').then(|| self.by_form.get(&(core.0, beginning.to_owned())))?
    }

    /// What is left of the name of an organisation or place without the words that short forms leave out: 'Holmgren' of
    /// 'Holmgren AB', 'Tertek' of 'Desa Tertek'.
    fn core(&self, name: &Named) -> Option<String> {
        self.core_tokens(name).map(|core| form(self.reading, &core))
    }

    fn core_tokens(&self, name: &Named) -> Option<Range<usize>> {
        let is_form = |at: &usize| {
            let hints = |wanted| self.scene.is_hint(*at, wanted);
            let is_kind = match name.kind {
                EntityKind::Other => *at == name.tokens.start && (hints(NameHint::Ship) || hints(NameHint::Storm)),
                EntityKind::Place if hints(NameHint::PlaceOf) => !self.reading.is_capitalised(*at),
                EntityKind::Place => hints(NameHint::PlaceForm),
                _ => *at + 1 == name.tokens.end && hints(NameHint::CompanyTail),
            };
            hints(NameHint::Form) || is_kind || !self.reading.is_word(*at)
        };
        let is_open = matches!(name.kind, EntityKind::Organisation | EntityKind::Place | EntityKind::Other);
        let start = name.tokens.clone().find(|at| !is_form(at)).filter(|_| is_open)?;
        let end = name.tokens.clone().rfind(|at| !is_form(at))? + 1;
        let is_shorter = end - start < name.tokens.len();
        // 'Kansas City' is not in short the state.
        let is_other = name.kind == EntityKind::Place
            && name.record.is_some()
            && self.scene.known(start..end).is_some_and(|known| known.len == end - start);
        (is_shorter && !is_other).then_some(start..end)
    }
}

fn entity(name: &str, kind: EntityKind, rule: &str) -> Entity {
    Entity { name: name.to_owned(), kind, mentions: Vec::new(), outlet: None, place: None, rule: Rule::from(rule) }
}

fn place_facts(place: &Place) -> PlaceFacts {
    let point = |(latitude, longitude)| Coordinates { latitude, longitude };
    PlaceFacts { country: place.country.to_owned(), coordinates: place.coordinates.map(point) }
}
