//! Organisations, places and things by the gazetteer's records, and by what is left of their names without the form of company or
//! the common noun: 'Holmgren' for 'Holmgren AB'.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{Joiner, Key, form, told};
use crate::analysis::names::kind::Named;
use crate::analysis::names::scene::Scene;
use crate::analysis::names::short::initials;
use crate::analysis::reading::Reading;
use crate::lang::{NameHint, Place, RecordId};
use crate::model::{Coordinates, Entity, EntityId, EntityKind, PlaceFacts, Rule};

/// '2025' of a festival.
const YEAR_BYTES: usize = 4;

/// The bodies that no list has, or whose letters it has for another, each by the record that stands in a bracket behind it.
pub(super) fn spelled_before(reading: &Reading, named: &[Named]) -> FxHashMap<RecordId, Named> {
    let letters = named.iter().enumerate().filter_map(|(index, name)| {
        let record = name.record.filter(|_| name.kind == EntityKind::Organisation)?;
        let full = &named[told::before_bracket(reading, named, index)?];
        let is_other = match full.record {
            // 'Pasukan Dukungan Cepat (RSF)', whose letters are those of another language.
            Some(own) => own != record && (told::has_initials(reading, full, name) || full.tokens.len() > 1),
            None => true,
        };
        (is_other && full.kind == name.kind).then(|| (record, full.clone()))
    });
    let mut spelled: FxHashMap<RecordId, Named> = letters.collect();
    spelled.extend(spelled_elsewhere(reading, named));
    spelled
}

/// The bodies that are named in full, by the record that a list has for their letters, where nothing else is named that these
/// stand for: 'the EFF' beside the 'Electronic Frontier Foundation' is not the party.
fn spelled_elsewhere(reading: &Reading, named: &[Named]) -> FxHashMap<RecordId, Named> {
    let bodies = || named.iter().filter(|name| name.kind == EntityKind::Organisation);
    let full: FxHashMap<String, &Named> = bodies()
        .filter(|name| name.tokens.len() > 1)
        .filter_map(|name| Some((initials(reading, &name.tokens)?, name)))
        .collect();
    let meant = bodies().filter(|name| name.tokens.len() == 1).filter_map(|name| {
        let full = *full.get(reading.text(name.tokens.start))?;
        let record = name.record.filter(|&record| full.record != Some(record))?;
        Some((record, full.clone()))
    });
    let mut meant: FxHashMap<RecordId, Named> = meant.collect();
    if !meant.is_empty() {
        bodies().filter(|name| name.tokens.len() > 1).filter_map(|name| name.record).for_each(|record| {
            meant.remove(&record);
        });
    }
    meant
}

impl<'a> Joiner<'a> {
    /// 'Partai Demokratik Liberal (LDP)', of which the gazetteer may know the letters only: these mean the name before the bracket.
    pub(super) fn note_letters(&mut self, record: RecordId, name: &Named, id: EntityId) {
        let is_unlisted = !self.by_record.values().any(|&known| known == id);
        if is_unlisted && self.entities[id].kind == name.kind {
            self.by_record.entry(record).or_insert(id);
        }
    }

    /// The record of a company that the gazetteer has without its form: 'Nvidia Corp'.
    fn core_record(&self, name: &Named) -> Option<RecordId> {
        let core = self.core_tokens(name).filter(|_| name.kind == EntityKind::Organisation)?;
        let known = self.scene.known(core.clone())?;
        (known.kind == name.kind && known.len == core.len()).then_some(known.record)
    }

    pub(super) fn by_record(&mut self, record: RecordId, name: &Named) -> EntityId {
        let key = (name.kind, self.spelled_out(name.kind, form(self.reading, &name.tokens)));
        let short = || self.by_core.get(&key).or_else(|| self.by_first.get(&key));
        let known = self.by_record.get(&record).or_else(short).copied();
        let known = known.or_else(|| self.by_spelled_out(&key, name)).or_else(|| self.by_letters(record));
        let id = known.unwrap_or_else(|| self.new_record(record, name.rule));
        self.by_record.insert(record, id);
        self.by_form.entry(key).or_insert(id);
        if let Some(core) = self.core(name).filter(|_| name.kind == EntityKind::Place) {
            self.by_core.entry((name.kind, core)).or_insert(id);
        }
        id
    }

    /// What was named by the words that a short one stands for, which the gazetteer has apart: 'Polda Jatim', 'Polda Jawa Timur'.
    fn by_spelled_out(&self, key: &Key, name: &Named) -> Option<EntityId> {
        let is_same = form(self.reading, &name.tokens) != key.1 || key.0 == EntityKind::Organisation;
        self.by_form.get(key).copied().filter(|_| is_same)
    }

    /// What the article itself says that letters stand for, which a list has for something.
    fn by_letters(&mut self, record: RecordId) -> Option<EntityId> {
        let full = self.letters.remove(&record)?;
        Some(match full.record {
            Some(record) => self.by_record(record, &full),
            None => self.by_form(&full),
        })
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
                let known = self.by_form.get(core).or_else(|| self.by_core.get(core)).copied();
                let known = known.filter(|&id| !self.is_of_other_level(name, &core.1, id));
                known.or_else(|| self.by_shorter_name(core))
            }
            None => self.by_core.get(&key).or_else(|| self.by_first.get(&key)).copied(),
        };
        let record = known.is_none().then(|| self.core_record(name)).flatten();
        let id = known.or_else(|| record.map(|record| self.by_record(record, name))).unwrap_or_else(|| {
            let written = self.reading.span(name.tokens.clone()).of(self.reading.body);
            self.entities.push(entity(written, name.kind, name.rule))
        });
        self.by_form.insert(key, id);
        if let Some(core) = core {
            // 'Agincourt' of 'PT Agincourt Resources', but not 'Agincourt Foods'.
            // 'Meta Superintelligence Labs' is none of its owner's names, 'Sumitomo Metal Mining Co.' may go by it.
            let tokens = &name.tokens;
            let has_form = tokens.clone().any(|at| self.scene.is_hint(at, NameHint::Form));
            let is_own = has_form || self.scene.known(tokens.start..tokens.start + 1).is_none();
            let first = core.1.split(' ').next().filter(|_| core.0 == EntityKind::Organisation && is_own);
            if let Some(first) = first {
                self.by_first.entry((core.0, first.to_owned().into())).or_insert(id);
            }
            self.by_core.entry(core).or_insert(id);
        }
        id
    }

    /// The words of a name; those of an organisation with what short words in it stand for: 'kejaksaan negeri sampang' for
    /// 'Kejari Sampang'.
    fn spelled_out(&self, kind: EntityKind, form: Cow<'a, str>) -> Cow<'a, str> {
        if kind != EntityKind::Organisation {
            return form;
        }
        let form = spelled_out(&self.scene, form);
        if self.tells_levels { form } else { without_level(&self.scene, form) }
    }

    /// Whether an entity is called as this place is, with another noun before: 'Kecamatan Karanganyar' is not 'Desa Karanganyar'.
    fn is_of_other_level(&self, name: &Named, core: &str, id: EntityId) -> bool {
        let start = name.tokens.start;
        if name.kind != EntityKind::Place || !self.scene.is_hint(start, NameHint::Form) {
            return false;
        }
        let written = self.entities[id].name.to_lowercase();
        let head = written.strip_suffix(core).map(str::trim_end);
        head.is_some_and(|head| !head.is_empty() && head != self.reading.folded(start))
    }

    /// The company whose name was given without its last words: 'Pertamina Geothermal' for 'PT Pertamina Geothermal Energy'.
    fn by_shorter_name(&self, core: &Key) -> Option<EntityId> {
        let (beginning, _) = core.1.rsplit_once(' ').filter(|_| core.0 == EntityKind::Organisation)?;
        beginning.contains(' ').then(|| self.by_form.get(&(core.0, beginning.into())).copied())?
    }

    /// What is left of the name of an organisation or place without the words that short forms leave out: 'Holmgren' of
    /// 'Holmgren AB', 'Tertek' of 'Desa Tertek'.
    fn core(&self, name: &Named) -> Option<Cow<'a, str>> {
        self.core_tokens(name).map(|core| form(self.reading, &core))
    }

    fn core_tokens(&self, name: &Named) -> Option<Range<usize>> {
        let is_form = |at: &usize| {
            let hints = |wanted| self.scene.is_hint(*at, wanted);
            let is_kind = match name.kind {
                EntityKind::Other => {
                    let is_first = *at == name.tokens.start;
                    // 'Siklon Tropis Senyar'
                    let is_second = || *at == name.tokens.start + 1 && self.scene.is_hint(*at - 1, NameHint::Storm);
                    is_first && hints(NameHint::Ship) || (is_first || is_second()) && hints(NameHint::Storm)
                }
                EntityKind::Place if hints(NameHint::PlaceOf) => !self.reading.is_capitalised(*at),
                EntityKind::Place => hints(NameHint::PlaceForm),
                _ => *at + 1 == name.tokens.end && hints(NameHint::CompanyTail),
            };
            // 'A/S'
            let is_slashed = self.reading.text(*at).len() == 1
                && [at.wrapping_sub(1), at + 1].iter().any(|&beside| self.reading.mark(beside) == '/');
            // 'Ford F-150' and 'Ford F-250' are two.
            let is_code = |at: usize| self.reading.mark(at - 1) == '-' && self.reading.text(at - 2).len() == 1;
            // 'Interstate 65' and 'Interstate 80' are two, and a year tells which of a festival it is.
            let is_count = |at: usize| {
                let is_last = at + 1 == name.tokens.end && self.reading.mark(at - 1) != '-';
                is_last && self.reading.text(at).len() < YEAR_BYTES
            };
            let tells = |at: usize| self.reading.is_number(at) && at > 1 && (is_code(at) || is_count(at));
            let is_mark = !(self.reading.is_word(*at) || tells(*at));
            hints(NameHint::Form) || is_kind || is_slashed || is_mark
        };
        let is_open = matches!(name.kind, EntityKind::Organisation | EntityKind::Place | EntityKind::Other);
        let start = name.tokens.clone().find(|at| !is_form(at)).filter(|_| is_open)?;
        let end = name.tokens.clone().rfind(|at| !is_form(at))? + 1;
        let is_shorter = end - start < name.tokens.len();
        // 'Kansas City' is not in short the state, nor 'Nairobi County' the city.
        let is_county = self.scene.is_hint(name.tokens.end - 1, NameHint::County);
        let is_other = name.kind == EntityKind::Place
            && (name.record.is_some() || is_county)
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

/// The words of a name with what short ones stand for: 'kejaksaan negeri sampang' for 'Kejari Sampang'.
pub(super) fn spelled_out<'a>(scene: &Scene, form: Cow<'a, str>) -> Cow<'a, str> {
    let expansions = &scene.pack.cues.expansions;
    if !form.split(' ').any(|word| expansions.contains_key(word)) {
        return form;
    }
    let word = |word| expansions.get(word).filter(|it| !it.is_empty()).map_or(word, String::as_str);
    form.split(' ').map(word).collect::<Vec<_>>().join(" ").into()
}

/// The words of a body's name without those that tell what it governs, within it: 'dinas perdagangan gunungkidul' for 'Dinas Perdagangan
/// Kabupaten Gunungkidul'. A government stays what it is of: 'pemerintah kabupaten bogor'.
fn without_level<'a>(scene: &Scene, form: Cow<'a, str>) -> Cow<'a, str> {
    let expansions = &scene.pack.cues.expansions;
    let is_level = |word: &str| expansions.get(word).is_some_and(String::is_empty);
    if !form.split(' ').skip(1).any(is_level) {
        return form;
    }
    let words: Vec<&str> = form.split(' ').collect();
    let stays = |at: usize| {
        let is_inner = at > 0 && at + 1 < words.len() && is_level(words[at]);
        let ends =
            |spelled: &String| spelled.strip_suffix(words[at]).is_some_and(|rest| rest.trim_end() == words[at - 1]);
        !is_inner || expansions.values().any(ends)
    };
    // 'Kantor SAR Kelas A Pangkalpinang'
    let is_class = |at: usize| at > 0 && !stays(at - 1) && words[at].bytes().all(|byte| b"abciv".contains(&byte));
    let kept = (0..words.len()).filter(|&at| stays(at) && !is_class(at)).map(|at| words[at]);
    kept.collect::<Vec<_>>().join(" ").into()
}

/// Whether an article tells of a town and of the regency that is called as it is, so that their offices are two: 'DPRD Kota Bogor',
/// 'DPRD Kabupaten Bogor'.
pub(super) fn tells_levels(scene: &Scene, named: &[Named]) -> bool {
    let expansions = &scene.pack.cues.expansions;
    let mut levels: FxHashMap<&str, &str> = FxHashMap::default();
    let places = named.iter().filter(|name| name.kind == EntityKind::Place && name.tokens.len() > 1);
    places.into_iter().any(|name| {
        let level = scene.reading.folded(name.tokens.start);
        let is_level = expansions.get(level).is_some_and(String::is_empty);
        let rest = scene.reading.form(&(name.tokens.start + 1..name.tokens.end));
        is_level && *levels.entry(rest).or_insert(level) != level
    })
}
