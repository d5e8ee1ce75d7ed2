//! Whoever holds an office, where nothing but capital letters stands between the office and the name.
//!
//! Every place where the name could begin is weighed by what is known of the words on both sides of it. A weight counts for as
//! much as the words that it outweighs; all were tried on the annotated examples.

use std::ops::Range;

use super::Spotter;
use crate::analysis::names::known::Known;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The longest name of a person that is considered, in words.
const PERSON_WORDS: usize = 5;

impl Spotter<'_> {
    /// Where the person's name begins in a run that begins with an organisation; its end if there is no person in it.
    pub(super) fn first_of_person(&self, run: &Range<usize>) -> Option<usize> {
        // 'Badan Permusyawaratan Desa (BPD) Siti Komariyah': whoever it is stands behind the bracket, or behind a comma.
        let is_addressed = |at: usize| self.cue(at, |cue| cue == NameCue::Honorific).is_some();
        let is_behind = self.reading.mark(run.end) == ','
            && (self.is_tagged_person(run.end + 1)
                || is_addressed(run.end + 1) && self.reading.is_capitalised(run.end + 1));
        // 'PT Reliance Sekuritas Indonesia Tbk. (RELI) Alwin Rusli'
        let is_form_cut = self.reading.mark(run.end) == '.'
            && self.reading.mark(run.end + 1) == '('
            && self.hint_ends_at(run.end, NameHint::Form);
        if self.reading.mark(run.end) == '(' || is_form_cut || is_behind && !self.is_name_part(run.end - 1) {
            return Some(run.end);
        }
        if let Some(person) = self.tagged_holder(run) {
            return Some(person);
        }
        // 'Yonif 405/Surya Kusuma'
        let is_slashed = (run.start + 2..run.end).any(|at| self.reading.mark(at) == '/');
        if is_slashed && self.cue(run.start, |cue| cue == NameCue::Government).is_none() {
            return Some(run.end);
        }
        if let Some(person) =
            self.numbered_unit(run).or_else(|| run.clone().find(|&at| self.scene.begins_birth_name(at)))
        {
            return Some(person);
        }
        // 'Kepala Bakeuda Suhartoko': behind such an office stands its place or whoever heads it.
        let rest = run.start + 1..run.end;
        let is_other = |at: usize| self.scene.is_common(at) || self.reading.tokens[at].case != Case::Capital;
        if self.hint_ends_at(run.start + 1, NameHint::WholeOffice)
            && (1..PERSON_WORDS).contains(&rest.len())
            && !rest.clone().any(is_other)
            && self.scene.known(rest.clone()).is_none()
            && !self.scene.is_hint(rest.end - 1, NameHint::VillageTail)
        {
            return Some(rest.start);
        }
        // The first word of an organisation is not all of it, unless it is an abbreviation that is known.
        let is_whole = self.known_len(run) > 0 || self.hint_ends_at(run.start + 1, NameHint::WholeOffice);
        let head = if is_whole { 0 } else { self.head_len(run.start) };
        let first = (run.start + 1 + head).min(run.end);
        let stops = run.clone().filter(|&at| self.reading.mark(at) == '.').count();
        let from = first.max(run.end.saturating_sub(PERSON_WORDS + stops));
        let weighed = (from..run.end).map(|at| (self.weight_of_person(at, run) + self.weight_of_end(at, run), at));
        let alone = (self.weight_of_end(run.end, run), run.end);
        let (_, best) = weighed.chain([alone]).max_by_key(|&(weight, at)| (weight, at))?;
        Some(best)
    }

    /// Where the tagger has the person at the end of the run, right behind a body that it has at the beginning; behind all of the run where
    /// the body is that, and another title follows.
    fn tagged_holder(&self, run: &Range<usize>) -> Option<usize> {
        let body = self.tagged_at(run.start).filter(|it| it.kind == EntityKind::Organisation)?;
        let person = body.tokens.end;
        let is_holder = self.is_tagged_person(person) && person + self.tagged_len(person) >= run.end;
        // 'Sekretaris DPW Amri Cahyadi'
        let is_letters = self.reading.tokens[run.start].case == Case::Upper;
        let is_borne = || self.scene.is_person_word(person) && !self.scene.is_hint(person, NameHint::Saint);
        let is_whole = is_letters && is_holder && self.tagged_len(person) > 1 && is_borne();
        if body.tokens.len() == 1 && !is_whole {
            return None;
        }
        let is_title = |at: usize| self.cue(at, |cue| matches!(cue, NameCue::Title | NameCue::Honorific)).is_some();
        let is_behind = self.reading.mark(person) == ',' && self.is_tagged_person(person + 1);
        (person == run.end && (is_title(person) || is_behind) || is_holder).then_some(person)
    }

    /// Behind the rest of a name that goes on in small letters at `end`: 'von der Leyen' of 'Ursula von der Leyen'.
    pub(super) fn behind_particles(&self, end: usize) -> usize {
        let is_particle = |at: &usize| {
            let is_small = self.reading.tokens[*at].case == Case::Lower;
            is_small && self.scene.is_hint(*at, NameHint::Particle)
        };
        let particles = (end..self.sentence.end).take_while(is_particle).count();
        let goes_on = particles > 0 && self.is_name_word(end + particles);
        if !goes_on {
            return end;
        }
        let is_name = |at: &usize| self.is_name_word(*at) && self.cue(*at, |cue| cue == NameCue::Title).is_none();
        (end + particles..self.sentence.end).take(PERSON_WORDS).take_while(is_name).last().map_or(end, |at| at + 1)
    }

    /// Behind a unit that is told by a letter or a numeral, unless the body that it belongs to follows: 'Komisi C' of 'Ketua Komisi C
    /// Ashari', but not of 'Komisi C DPRD Kediri'.
    fn numbered_unit(&self, run: &Range<usize>) -> Option<usize> {
        let behind = run.start + 2;
        if behind >= run.end || !self.scene.is_hint(run.start, NameHint::UnitHead) {
            return None;
        }
        let number = run.start + 1;
        let is_number = self.reading.is_roman_numeral(number) || self.reading.text(number).len() == 1;
        let is_part = |cue| matches!(cue, NameCue::Government | NameCue::OrganisationHead | NameCue::PlaceHead);
        let is_other = |known: Known| known.kind != EntityKind::Person;
        let goes_on = self.cue(behind, is_part).is_some()
            || self.scene.known(behind..run.end).is_some_and(is_other)
            || self.scene.is_common(behind)
            || !self.reading.is_word(behind);
        (is_number && self.reading.is_capitalised(run.start + 1) && !goes_on).then_some(behind)
    }

    /// How well the words from `at` to the end of the run make the name of a person.
    fn weight_of_person(&self, at: usize, run: &Range<usize>) -> i32 {
        let is_common = |at: usize| self.scene.is_common(at) && !self.is_name_part(at);
        let is_known = self
            .scene
            .known(at..run.end)
            .is_some_and(|known| matches!(known.kind, EntityKind::Place | EntityKind::Organisation));
        let is_upper = self.reading.tokens[at].case == Case::Upper && self.reading.text(at).len() > 1;
        let tagged = self.is_tagged_person(at);
        let mut weight = if self.is_name_part(at) { 3 } else { 0 };
        weight -= if is_common(at) { 3 } else { 0 };
        weight -= if is_known && !self.is_name_part(at) { 3 } else { 0 };
        // 'Aktivis Walhi dan Kontras'
        weight -= if self.cue(at, |cue| cue == NameCue::And).is_some() { 9 } else { 0 };
        weight -= if is_upper || !self.reading.is_word(at) { 4 } else { 0 };
        // 'STK Santo Yakobus', 'Ponpes Darul Kamal'
        let must_go_on = self.scene.is_hint(at - 1, NameHint::Saint) || self.scene.is_bound(at - 1);
        // 'Dinas Perpustakaan dan Kearsipan'
        let is_joined = self.cue(at - 1, |cue| cue == NameCue::And).is_some();
        weight -= if must_go_on || is_joined { 9 } else { 0 };
        // 'KSOP Kelas II Tanjung Wangi'
        weight -= if self.scene.is_hint(at, NameHint::Numbered) { 9 } else { 0 };
        // 'ketua DPD II'
        weight -= if self.reading.is_roman_numeral(at) { 9 } else { 0 };
        weight += if tagged { 3 } else { 0 };
        weight -= if self.scene.begins_birth_name(at - 1) { 8 } else { 0 };
        // 'Poso Pesisir' is a district.
        weight -= if self.hint_ends_at(at + 1, NameHint::VillageTail) && !tagged { 4 } else { 0 };
        weight -= if self.cue(at, |cue| cue == NameCue::PlaceHead).is_some() { 6 } else { 0 };
        // 'Jawa' of 'Jawa Timur' is no end.
        let cuts_place = (run.start..at)
            .any(|from| self.scene.known(from..run.end).is_some_and(|known| is_whole(&known) && from + known.len > at));
        weight -= if cuts_place { 8 } else { 0 };
        weight -= if (at..run.end).any(|at| self.hint_ends_at(at + 1, NameHint::OfficeTail)) { 6 } else { 0 };
        for other in at + 1..run.end {
            weight += i32::from(self.is_name_part(other)) - i32::from(is_common(other));
            let is_mark = !self.reading.is_word(other) && self.reading.mark(other) != '.';
            weight -= if self.reading.is_number(other) { 5 } else { i32::from(is_mark) };
        }
        let is_likely = tagged || self.is_name_part(at);
        weight + if is_likely { [-1, 1, 1, 0, -2][(run.end - at - 1).min(4)] } else { 0 }
    }

    /// How well an organisation ends before `at`.
    fn weight_of_end(&self, at: usize, run: &Range<usize>) -> i32 {
        let last = at - 1;
        let place_ends = (run.start..at)
            .any(|from| self.scene.known(from..at).is_some_and(|known| from + known.len == at && is_whole(&known)));
        let known = self.scene.known(run.clone()).filter(|known| known.kind == EntityKind::Organisation);
        let known_ends = known.is_some() && run.start + self.known_len(run) == at;
        let is_tail = self.cue_ends_at(at, NameCue::OrganisationTail) || self.hint_ends_at(at, NameHint::OfficeTail);
        let is_upper = self.reading.tokens[last].case == Case::Upper;
        // 'Sang' of 'BPD Klatanlo Paulus Sony Sang Tukan'
        let is_within_name = last > run.start + 1 && self.is_name_part(last - 1) && !self.scene.is_common(last - 1);
        let is_common = self.scene.is_common(last) && !is_within_name;
        let is_person = self.is_name_part(last) && !is_common && !place_ends;
        // 'PT BTS' and 'Rio Hotman Simbolon'
        let is_company = at == run.start + 2
            && at < run.end
            && is_upper
            && self.hint_ends_at(run.start + 1, NameHint::Form)
            && self.reading.tokens[at].case == Case::Capital
            && !self.scene.is_common(at);
        // 'Dinas Lingkungan Hidup Helmy' and 'Budiman': what no list has behind a field of government begins somebody's name.
        let is_field = |at: usize| self.scene.is_common(at) || self.scene.is_hint(at, NameHint::Field);
        let is_behind_field = last > run.start + 1
            && self.reading.tokens[last].case == Case::Capital
            && !is_field(last)
            && is_field(last - 1)
            && !place_ends
            && self.cue(run.start, |cue| cue == NameCue::Government).is_some();
        3 * i32::from(place_ends)
            + 4 * i32::from(known_ends)
            + 2 * i32::from(is_tail)
            + i32::from(is_upper)
            + i32::from(is_common)
            - 2 * i32::from(is_person)
            - 4 * i32::from(is_behind_field)
            + 4 * i32::from(is_company)
    }

    /// How many tokens are a known name; none where they are the head of a longer one, 'PP' of 'PP Pelti', though a company is
    /// called so.
    fn known_len(&self, run: &Range<usize>) -> usize {
        let known = self.scene.known(run.clone()).map_or(0, |known| known.len);
        let behind = run.start + known;
        let is_head = known == self.head_len(run.start) && behind < run.end && !self.is_name_part(behind);
        if is_head { 0 } else { known }
    }

    fn head_len(&self, at: usize) -> usize {
        self.cue(at, |cue| cue == NameCue::OrganisationHead).map_or(0, |(len, _)| len)
    }

    pub(super) fn is_name_part(&self, at: usize) -> bool {
        self.scene.begins_birth_name(at) || self.scene.is_likely_name(at)
    }
}

/// Whether a known name is not cut where a person's name begins: 'Jawa Timur', 'Universitas Airlangga'.
fn is_whole(known: &Known) -> bool {
    known.kind == EntityKind::Place || known.kind == EntityKind::Organisation && known.len > 1
}
