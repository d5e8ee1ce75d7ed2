//! The organisation and the person behind a title, where nothing but capital letters stands between them: 'Direktur PT Sumber
//! Pangan Lestari Antonius Widjaja', 'Anggota Komisi II DPRD Brebes Rizki Ubaidillah'.
//!
//! Every place where the name of the person could begin is weighed by what is known of the words on both sides of it; the
//! best one wins. Where no organisation begins behind the title nothing is decided here.

use std::ops::Range;

use super::Spotter;
use super::run::RUN_WORDS;
use crate::analysis::names::candidate::Evidence;
use crate::analysis::names::known::Known;
use crate::analysis::names::tagger::Tagged;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The longest name of a person that is considered, in words.
const PERSON_WORDS: usize = 5;

/// The longest field that a title is of, in words: 'Koordinator Advokasi dan Kampanye'.
const FIELD_WORDS: usize = 4;

/// The longest rank that is written in capitals wherever it stands: 'AKBP'.
const LONGEST_RANK_BYTES: usize = 4;

impl Spotter<'_> {
    /// Looks at the words behind a title that ends at `at`; returns where to look next.
    pub(super) fn office(&mut self, at: usize) -> Option<usize> {
        self.tagged?;
        let title = self.title.clone().filter(|title| title.end == at)?;
        if let Some(behind) = self.village(&title) {
            return Some(behind);
        }
        if let Some(body) = self.body_of_department(at) {
            self.title = Some(title.start..body);
            return Some(body);
        }
        let start = at;
        let at = self.end_of_field(at);
        let title = title.start..at;
        let nearest = self.sentence.start.max(at.saturating_sub(RUN_WORDS));
        let within_tagged = (nearest..start).any(|before| before + self.tagged_len(before) > start);
        if within_tagged || !self.begins_office(at) || self.is_foreign_body(at) {
            return None;
        }
        if let Some(end) = self.listed_fields(at, at + 1) {
            self.push(at..end, Evidence::OrganisationWord, None);
            let end = self.bracketed_abbreviation(end).unwrap_or(end);
            self.title = Some(title.start..end);
            return Some(end);
        }
        if let Some(known) = self.longer_known(at) {
            self.push(at..at + known.len, Evidence::Known(known.record, known.kind), None);
            self.title = Some(title.start..at + known.len);
            return Some(at + known.len);
        }
        let run = self.run(at);
        // 'PDI-P': the abbreviation goes on.
        if self.reading.mark(run.end) == '-' && self.reading.is_glued(run.end) {
            return None;
        }
        let person = self.first_of_person(&run)?;
        // 'former A24 executive': the figures belong to the known name.
        if self.scene.known(at..self.sentence.end).is_some_and(|known| at + known.len > person) {
            return None;
        }
        // The gazetteer's own name stays whole, and so does what it has in brackets behind it.
        let evidence = match self.scene.known(at..self.sentence.end) {
            Some(Known { len, record, kind, .. }) if at + len == person => Evidence::Known(record, kind),
            _ if self.is_office_site(at) => Evidence::AfterPlaceHead,
            _ => Evidence::OrganisationWord,
        };
        self.push(at..person, evidence, None);
        self.nested_names(at..person, at + 1..person);
        let behind = self.bracketed_abbreviation(person).unwrap_or(person);
        let title = title.start..behind;
        if behind == person && person < run.end {
            // 'Rio Andriandi Putra': the last name is a title too.
            let tagged = if self.is_tagged_person(person) { person + self.tagged_len(person) } else { run.end };
            let end = self.behind_particles(run.end.max(tagged));
            self.push(person..end, self.evidence_of_person(person..end), Some(title));
            self.title = None;
            return Some(end);
        }
        self.title = Some(title);
        Some(behind)
    }

    /// Whether the tagger found a body here whose name is in another language, with a small word within: 'Center for International
    /// Forestry Research'.
    fn is_foreign_body(&self, at: usize) -> bool {
        let is_link =
            |at: usize| self.reading.tokens[at].case == Case::Lower && self.scene.is_hint(at, NameHint::BeforeFields);
        let is_foreign = |it: Tagged| it.kind == EntityKind::Organisation && it.tokens.clone().any(is_link);
        self.scene.pack.grammar.noun_first && self.tagged_at(at).is_some_and(is_foreign)
    }

    /// A known body or site whose name holds a form of address: 'RSUD dr Harjono'.
    fn longer_known(&self, at: usize) -> Option<Known> {
        let known = self.scene.known(at..self.sentence.end)?;
        let is_open = matches!(known.kind, EntityKind::Organisation | EntityKind::Place) && !known.risky;
        let holds = |at: usize| self.cue(at, |cue| cue == NameCue::Honorific).is_some();
        (is_open && (at + 1..at + known.len).any(holds)).then_some(known)
    }

    /// Behind the ordinary words of a title that tell its field, if an office begins there: 'Koordinator Advokasi BPJS Watch'.
    fn end_of_field(&self, at: usize) -> usize {
        let is_field = |at: &usize| {
            let is_head = self.cue(*at, |cue| cue == NameCue::OrganisationHead).is_some();
            // 'Direktur Jenderal Mineral dan Batubara Kementerian ESDM'
            let joins = self.cue(*at, |cue| cue == NameCue::And).is_some()
                && self.scene.is_hint(*at - 1, NameHint::Field)
                && self.scene.is_hint(*at + 1, NameHint::Field);
            // 'VP Relations & Security Medco E&P'
            let is_pair = self.reading.mark(*at) == '&'
                && [*at - 1, *at + 1].iter().all(|&at| self.scene.is_hint(at, NameHint::Field));
            // 'pengamat BUMN Universitas Indonesia'
            let is_noun = self.reading.tokens[*at].case == Case::Upper
                && self.scene.is_hint(*at, NameHint::Ordinary)
                && self.scene.is_hint(*at + 1, NameHint::Campus);
            if joins || is_pair || is_noun || self.is_field_in_letters(*at) {
                return true;
            }
            self.is_name_word(*at)
                && self.reading.tokens[*at].case == Case::Capital
                && (self.scene.is_common(*at) && !self.is_name_part(*at) || self.scene.is_hint(*at, NameHint::Field))
                && !is_head
                && !self.is_office_site(*at)
        };
        let ends = (at..self.sentence.end).take(FIELD_WORDS).take_while(is_field).map(|at| at + 1);
        let begins = |end: &usize| *end < self.sentence.end && self.begins_office(*end);
        if self.begins_known_office(at) { at } else { ends.filter(begins).last().unwrap_or(at) }
    }

    /// A field of an office that is told by letters or cut short, before the body that it belongs to: 'EBTKE' of 'Direktur Jenderal EBTKE
    /// Kementerian ESDM'.
    fn is_field_in_letters(&self, at: usize) -> bool {
        let is_government = self.cue(at + 1, |cue| cue == NameCue::Government).is_some();
        let may_be = self.reading.tokens[at].case == Case::Upper || self.scene.is_hint(at, NameHint::Field);
        may_be
            && is_government
            && self.cue(at, |cue| cue == NameCue::Government).is_none()
            && self.scene.known(at..at + 1).is_none()
    }

    /// The village behind the title of who heads it, and that person: 'Kades Karangjati Wetan Sutarno'.
    fn village(&mut self, title: &Range<usize>) -> Option<usize> {
        let at = title.end;
        // 'Danramil Kapten Inf Sukarji'
        let is_rank = |at: usize| self.cue(at, |cue| matches!(cue, NameCue::Title | NameCue::Honorific)).is_some();
        let may_be = self.is_name_word(at) && !self.is_name_part(at) && !is_rank(at);
        if !self.hint_ends_at(at, NameHint::VillageTitle) || !may_be {
            return None;
        }
        let mut run = self.run(at);
        // 'Perbekel Songan A I Made Ardana serta Perbekel Songan B Jero Wacana'
        let joins = |at: &usize| self.cue(*at, |cue| cue == NameCue::And).is_some();
        run.end = run.clone().find(joins).unwrap_or(run.end);
        // 'Camat Kintamani Ketut Erry Soena Putra'
        let is_last = self.cue(run.end, |cue| cue == NameCue::Title).is_some()
            && self.is_name_word(run.end)
            && self.cue(run.end, |cue| cue == NameCue::Honorific).is_none()
            && !self.reading.is_capitalised(run.end + 1);
        run.end += usize::from(is_last && (at + 1..run.end).any(|at| self.is_name_part(at)));
        // 'Kapolsek Rawajitu Timur Iptu Hendra Saputra': whoever it is stands behind the rank.
        if is_rank(run.end) && self.reading.is_capitalised(run.end) {
            self.push(run.clone(), Evidence::AfterPlaceHead, None);
            self.title = Some(title.start..run.end);
            return Some(run.end);
        }
        // 'Kepala Desa Lubuk Kembang Bunga, Rusi Chairus': whoever it is stands behind the comma. 'Keuchik Gampong Alue Bili,
        // Kecamatan Baktiya': whoever it is was named before.
        let is_place = |at: usize| self.scene.is_cue(at, NameCue::PlaceHead);
        let lies_in = is_place(at) && is_place(run.end + 1);
        if self.reading.mark(run.end) == ',' && (self.is_tagged_person(run.end + 1) || lies_in) {
            self.push(run.clone(), Evidence::AfterPlaceHead, None);
            self.title = Some(title.start..run.end);
            return Some(run.end);
        }
        // 'Kades Ketanjung M. Nasir', 'Keuchik Gampong Lambaro Skep': the tagger has all of the run.
        let village = self.tagged_at(at).filter(|it| it.kind == EntityKind::Place).map(|it| it.tokens.end);
        // 'Lurah Panjang Wetan'
        let is_whole = is_place(at) || self.hint_ends_at(run.end, NameHint::VillageTail);
        if village == Some(run.end) && run.len() > 1 && is_whole {
            self.push(run.clone(), Evidence::AfterPlaceHead, None);
            self.title = Some(title.start..run.end);
            return Some(run.end);
        }
        let both = village.filter(|&it| self.is_tagged_person(it) && it + self.tagged_len(it) == run.end);
        let tail = (at + 1..run.end).rfind(|&end| self.hint_ends_at(end, NameHint::VillageTail));
        let listed = || (at + 1..run.end).find(|&at| self.is_name_part(at));
        // Whoever bears a single name that no list has stands last: 'Camat Karang Penang Suhrawi'.
        let is_person = self.is_tagged_person(at) && self.tagged_len(at) == run.len() && run.len() > 2;
        let last = || (run.len() > 1 && !is_person).then_some(run.end - 1);
        // 'Camat Parittiga Adhian Zulhajjany'
        let tagged = || {
            let ends_run = |at: usize| self.is_tagged_person(at) && at + self.tagged_len(at) == run.end;
            (at + 1..run.end).find(|&at| ends_run(at))
        };
        let person = both.or(tail).or_else(listed).or_else(tagged).or_else(last)?;
        self.push(at..person, Evidence::AfterPlaceHead, None);
        self.push(person..run.end, self.evidence_of_person(person..run.end), Some(title.start..person));
        self.title = None;
        Some(run.end)
    }

    /// The gazetteer's word for the person, if it has all of the name.
    fn evidence_of_person(&self, tokens: Range<usize>) -> Evidence {
        match self.scene.known(tokens.clone()) {
            Some(Known { len, record, kind: EntityKind::Person, .. }) if len == tokens.len() => {
                Evidence::Known(record, EntityKind::Person)
            }
            _ => Evidence::Tagged(EntityKind::Person),
        }
    }

    /// 'Bandara' begins a site that has a head of its own, 'Stasiun Geofisika' a body.
    pub(super) fn is_office_site(&self, at: usize) -> bool {
        let is_body = self.cue(at, |cue| cue == NameCue::OrganisationHead).is_some_and(|(len, _)| len > 1);
        !is_body && self.hint_ends_at(at + 1, NameHint::OfficeSite)
    }

    /// Whether an organisation of several words ends with one that says so, before others that may be a person: 'Doo
    /// Financial Futures Lukman Leong'.
    fn has_office_tail(&self, at: usize) -> bool {
        let run = self.run(at);
        let is_end = |end: usize| {
            self.hint_ends_at(end, NameHint::OfficeTail) && run.end - end < PERSON_WORDS && self.may_begin_person(end)
        };
        // 'PADMA Indonesia'
        let may_be = !self.is_name_part(at) || self.reading.tokens[at].case == Case::Upper;
        // 'Mantan Direktur Utama PT ASDP Indonesia Ferry'
        // 'Manajer Umum PT Toshida Indonesia'
        let is_word = self.scene.is_common(at) && at + 1 < self.sentence.end && self.begins_known_office(at + 1);
        may_be && !is_word && !self.scene.is_cue(at, NameCue::Title) && (at + 2..run.end).any(is_end)
    }

    fn may_begin_person(&self, at: usize) -> bool {
        let is_other = self.scene.known(at..self.sentence.end).is_some_and(|known| known.kind != EntityKind::Person)
            || self.scene.is_common(at)
            || self.hint_ends_at(at + 1, NameHint::OfficeTail)
            || self.cue(at, |cue| cue == NameCue::OrganisationTail).is_some();
        self.is_name_part(at) || self.is_tagged_person(at) || !is_other
    }

    /// Whether an organisation begins here, by its first word, by the gazetteer, or by being an abbreviation.
    fn begins_office(&self, at: usize) -> bool {
        self.begins_known_office(at)
            || self.reading.is_capitalised(at) && (self.is_office_site(at) || self.has_office_tail(at))
    }

    fn begins_known_office(&self, at: usize) -> bool {
        let token = &self.reading.tokens[at];
        let is_title = self.cue(at, |cue| matches!(cue, NameCue::Title | NameCue::Honorific)).is_some();
        // 'pemilik CV itu'
        let is_form = self.scene.is_hint(at, NameHint::Form) && !self.reading.is_capitalised(at + 1);
        if is_title || is_form || self.page.headlines.is_plain(at) {
            return false;
        }
        let known = self.scene.known(at..self.sentence.end);
        let is_known = known.is_some_and(|known| known.kind == EntityKind::Organisation);
        let is_abbreviation = matches!(token.case, Case::Upper | Case::Mixed)
            && self.reading.text(at).len() > 2
            && known.is_none()
            && !self.is_name_part(at)
            && !self.is_in_capitals(at)
            && !self.is_written_as_family(at)
            // 'kepala OPD'
            && !self.scene.is_hint(at, NameHint::Ordinary);
        // 'Pak Man' is no school, nor is the 'SMK' of 'guru SMK sejak lama' a certain one.
        let goes_on = self.reading.is_capitalised(at + 1) || self.reading.is_number(at + 1);
        let is_school = self.scene.is_hint(at, NameHint::School) && (token.case != Case::Upper || !goes_on);
        // 'enam kepala UPT'
        let is_noun = self.scene.is_hint(at, NameHint::Ordinary) && !goes_on;
        let head = self.cue(at, |cue| cue == NameCue::OrganisationHead).is_some() && !is_school && !is_noun;
        self.reading.is_capitalised(at) && (head || is_known || is_abbreviation)
    }

    /// Whether the word before is written in capitals too, though it is no abbreviation: 'WARGA CIKARANG'.
    fn is_in_capitals(&self, at: usize) -> bool {
        let before = at.saturating_sub(1);
        self.reading.tokens[before].case == Case::Upper
            && self.cue_ends_at(at, NameCue::Title)
            && self.reading.text(before).len() > LONGEST_RANK_BYTES
    }
}
