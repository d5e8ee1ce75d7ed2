//! Events and laws by their first word, with the numbers that belong to them and without the verb of a headline behind.

use std::ops::Range;

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::analysis::names::known::Known;
use crate::analysis::verbs::is_verb;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// A word with the prefix of a verb has more letters than this if it is one: 'Desa', 'Media'.
const LONGEST_NO_VERB_BYTES: usize = 6;

/// The most words of a race's name behind the small one in it.
const LONGEST_RACE: usize = 3;

/// The longest name of a law that is found by its last word, in tokens.
const LONGEST_LAW: usize = 12;

impl Spotter<'_> {
    /// Whether an event or work of several words begins here that the gazetteer has: 'Festival Film Indonesia'.
    pub(super) fn begins_known_thing(&self, at: usize) -> bool {
        let is_thing = |it: Known| it.kind == EntityKind::Other && it.len > 1 && !it.risky;
        self.scene.pack.grammar.noun_first && self.scene.known(at..self.sentence.end).is_some_and(is_thing)
    }

    /// An event or a law by its first word: 'Olimpiade Paris 2024', 'Undang-Undang Pelindungan Data Pribadi'.
    pub(super) fn event(&mut self, at: usize) -> Option<usize> {
        let head = self.cue(at, |cue| cue == NameCue::EventHead).filter(|_| self.reading.is_capitalised(at));
        let start = at + head?.0;
        // 'Topan Obaja Putra Ginting' is somebody.
        let is_word = |&at: &usize| self.is_name_word(at);
        let last = (start..self.sentence.end).take_while(is_word).last().unwrap_or(start);
        let is_borne = self.scene.is_hint(at, NameHint::Storm) && self.scene.is_given_name(at);
        if is_borne
            && last > start
            && self.scene.is_person_word(last)
            && self.reading.tokens[last].case == Case::Capital
        {
            return None;
        }
        // 'Konferensi Waligereja Indonesia'
        let is_body = |known: Known| known.kind == EntityKind::Organisation && known.len > 1 && !known.risky;
        if self.scene.known(at..self.sentence.end).is_some_and(is_body) {
            return None;
        }
        // 'KM Barcelona' is a ship, 'KM 57' is not.
        if self.is_ship(at) && !(self.reading.tokens[at].case == Case::Upper && self.is_name_word(start)) {
            return None;
        }
        // 'Kepala Bagian Operasi Polres Solok Selatan': a field of a title, with whose it is behind it.
        let of_body = |at: usize| self.cue(at, |cue| cue == NameCue::Government).is_some();
        let is_title = self.title.as_ref().is_some_and(|title| title.end == at);
        // 'Deputi Operasi dan Kesiapsiagaan Basarnas'
        if let Some(body) = self.body_of_department(at).filter(|_| is_title) {
            self.title = self.title.take().map(|title| title.start..body);
            return Some(body);
        }
        if is_title && of_body(start) {
            self.title = self.title.take().map(|title| title.start..start);
            return Some(start);
        }
        // 'Direktur Festival David Karto'
        let title = self.title.clone().filter(|title| title.end == at && self.is_tagged_person(start));
        if let Some(title) = title {
            self.title = Some(title.start..start);
            return Some(start);
        }
        // 'Kongres Nepal' before 'Sher Bahadur Deuba'
        let body = self.tagged_at(at).filter(|it| it.kind == EntityKind::Organisation).map_or(at, |it| it.tokens.end);
        if body > start && self.is_tagged_person(body) && self.tagged_len(body) > 1 {
            return None;
        }
        let mut end = start;
        // 'tentang Penyelenggaraan Ibadah Haji'
        let addresses = |at: usize| {
            self.cue(at, |cue| cue == NameCue::Honorific).is_some() && !self.scene.is_hint(at, NameHint::Field)
        };
        while end < self.sentence.end && !addresses(end) {
            let joins = self.cue(end, |cue| cue == NameCue::And).is_some()
                && self.is_name_word(end + 1)
                // 'UU ITE dan Pasal 378 KUHP'
                && self.cue(end + 1, |cue| matches!(cue, NameCue::EventHead | NameCue::NotName)).is_none();
            if joins {
                // 'Pengelolaan Wilayah Pesisir dan Pulau-pulau Kecil'
                end += if self.is_written_twice(end + 1) { 4 } else { 2 };
            } else if let Some(number) = self.end_of_file_number(end) {
                end = number;
            } else if end > start && (self.begins_predicate(end) || self.begins_known_thing(end)) {
                break;
            } else if end > start && self.is_year(end) {
                end += 2;
            } else if self.is_number_of_year(end) {
                end += 3;
            } else if end > start && self.is_written_twice(end) {
                // 'Rancangan Undang-Undang Kitab Undang-undang Hukum Acara Pidana'
                end += 3;
            } else if end > start && self.is_cut_number(end) {
                // 'UU No. 31 Tahun 1999'
                end += 2;
            } else if end > start && self.is_ship(at) && (self.is_of_island(end) || self.is_stop_of_initial(end)) {
                end += 2;
            } else if self.is_name_word(end) || self.is_whole_number(end) {
                end += 1;
            } else if end > start && self.goes_on_with_matter(end) && self.is_written_twice(end + 1) {
                // 'tentang Perubahan atas Undang-Undang Nomor 16 Tahun 2004'
                end += 4;
            } else if self.tells_matter(end, start)
                || end > start
                    && (self.goes_on_with_matter(end) || self.is_hull_number(end) || self.is_file_number(end))
            {
                end += 2;
            } else {
                break;
            }
        }
        if end == start {
            return None;
        }
        self.title = None;
        // 'Kongres Brasil' is a parliament, 'Kongres PSSI' is none.
        let country = |known: crate::analysis::names::known::Known| {
            known.kind == EntityKind::Place && start + known.len == end && !known.risky
        };
        let parliament = self.cue(at, |cue| cue == NameCue::OrganisationHead).is_some()
            && self.scene.known(start..self.sentence.end).is_some_and(country);
        let evidence = if parliament { Evidence::OrganisationWord } else { Evidence::EventWord };
        self.push(at..end, evidence, None);
        Some(self.bracketed_abbreviation(end).unwrap_or(end))
    }

    /// A race by its first words, through places that are known: 'Tour de Banyuwangi Ijen'.
    pub(super) fn race(&mut self, at: usize) -> Option<usize> {
        let small = at + 1;
        let is_race = self.reading.is_capitalised(at)
            && small + 1 < self.sentence.end
            && self.reading.tokens[small].case == Case::Lower
            && self.scene.is_hint_of(at..small + 1, NameHint::Race);
        let words = (small + 1..self.sentence.end).take(LONGEST_RACE).take_while(|&at| self.is_name_word(at)).count();
        if !is_race || words == 0 {
            return None;
        }
        self.title = None;
        let end = small + 1 + words;
        self.push(at..end, Evidence::EventWord, None);
        Some(self.bracketed_abbreviation(end).unwrap_or(end))
    }

    /// A law by its last word, with the small words in its name: 'Kids Offline Safety and Privacy Act', 'Freedom of Information
    /// Act'. One word before 'and' is somebody's or something's own ('Cruz and the Act').
    pub(super) fn law_with_joints(&mut self, at: usize) -> Option<usize> {
        let is_known = |at: usize| self.scene.known(at..self.sentence.end).is_some();
        if !self.is_name_word(at) || self.scene.is_person_word(at) || is_known(at) {
            return None;
        }
        let mut joints = 0;
        let mut end = at + 1;
        while end < self.sentence.end.min(at + LONGEST_LAW) && !(end > at + 1 && self.is_law_tail(end - 1)) {
            let is_joint = self.scene.is_hint(end, NameHint::LawJoint) && self.reading.tokens[end].case == Case::Lower;
            let is_list = self.reading.mark(end) == ',' && joints == 0 && end > at + 1;
            if self.is_name_word(end) || self.reading.is_capitalised(end) && self.is_law_tail(end) {
                end += 1;
            } else if (is_joint || is_list) && self.is_name_word(end + 1) && !is_known(end + 1) {
                joints += usize::from(is_joint);
                end += 2;
            } else if let Some(close) = self.end_of_matter(end) {
                joints += 1;
                end = close;
            } else {
                break;
            }
        }
        if joints == 0 || !self.is_law_tail(end - 1) || !self.reading.is_capitalised(end - 1) {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::EventWord, None);
        Some(self.bracketed_abbreviation(end).unwrap_or(end))
    }

    /// Behind the bracket with the matter of a law that more of its name follows: '(Harm Minimisation)' of 'Gambling (Harm
    /// Minimisation) Amendment Bill'.
    fn end_of_matter(&self, open: usize) -> Option<usize> {
        let is_small = |at: usize| self.scene.is_hint(at, NameHint::LawJoint);
        let inner = (open + 1..self.sentence.end.min(open + LONGEST_LAW))
            .take_while(|&at| self.is_name_word(at) || is_small(at))
            .count();
        let close = open + 1 + inner;
        let goes_on = self.reading.mark(open) == '(' && inner > 0 && self.reading.mark(close) == ')';
        (goes_on && self.reading.is_capitalised(close + 1)).then_some(close + 1)
    }

    fn is_law_tail(&self, at: usize) -> bool {
        self.scene.is_hint(at, NameHint::LawTail)
    }

    /// 'Grup B' is one of several, and no name: what stands behind it may be one ('Grup B AVC Nations Cup').
    pub(super) fn lettered_part(&self, at: usize) -> Option<usize> {
        let is_letter = self.reading.text(at + 1).len() == 1 && self.reading.is_capitalised(at + 1);
        let is_part = self.scene.is_hint(at, NameHint::Numbered) && self.scene.pack.grammar.noun_first;
        (is_letter && is_part && at + 1 < self.sentence.end).then_some(at + 2)
    }

    /// 'tentang Narkotika' behind 'Undang-Undang Nomor 35 Tahun 2009', or behind the word for the law itself, which ends at
    /// `head`.
    fn tells_matter(&self, at: usize, head: usize) -> bool {
        (at == head || self.reading.is_number(at - 1))
            && self.hint_ends_at(at + 1, NameHint::LawAbout)
            && self.is_name_word(at + 1)
    }

    /// 'Undang-Undang', 'Pulau-pulau': the same word on both sides of a hyphen.
    fn is_written_twice(&self, at: usize) -> bool {
        at + 2 < self.sentence.end
            && self.reading.mark(at + 1) == '-'
            && self.reading.is_glued(at + 1)
            && self.reading.is_glued(at + 2)
            && self.reading.folded(at) == self.reading.folded(at + 2)
    }

    /// 'atas UU TNI' behind 'tentang Perubahan'.
    fn goes_on_with_matter(&self, at: usize) -> bool {
        at > self.sentence.start + 1
            && self.hint_ends_at(at - 1, NameHint::LawAbout)
            && self.hint_ends_at(at + 1, NameHint::LawOf)
            && self.is_name_word(at + 1)
    }

    fn is_ship(&self, at: usize) -> bool {
        self.hint_ends_at(at + 1, NameHint::Ship)
    }

    /// Behind the year that a law is told by: 'Voting Rights Act of 1965'.
    pub(super) fn behind_year_of_law(&self, tokens: &Range<usize>, evidence: Evidence) -> usize {
        let (of, year) = (tokens.end, tokens.end + 1);
        let is_law = matches!(
            evidence,
            Evidence::EventWord | Evidence::Tagged(EntityKind::Other) | Evidence::Known(_, EntityKind::Other)
        );
        let has_year = is_law
            && tokens.len() > 1
            && self.scene.pack.full_names
            && self.scene.is_hint(of - 1, NameHint::DatedLaw)
            && year < self.sentence.end
            && self.scene.is_hint(of, NameHint::BeforeFields)
            && self.reading.is_number(year)
            && self.reading.text(year).len() == 4;
        if has_year { year + 1 } else { tokens.end }
    }

    /// The full stop of 'USS Gerald R. Ford'.
    fn is_stop_of_initial(&self, at: usize) -> bool {
        let is_initial = self.reading.text(at - 1).len() == 1 && self.reading.is_glued(at);
        is_initial && self.reading.mark(at) == '.' && self.is_name_word(at + 1)
    }

    /// 'of Islay' of 'MV Isle of Islay'
    fn is_of_island(&self, at: usize) -> bool {
        self.scene.is_hint(at, NameHint::PlaceOf)
            && self.reading.tokens[at].case == Case::Lower
            && self.is_name_word(at + 1)
            && self.scene.pack.full_names
            && (self.scene.is_cue(at - 1, NameCue::PlaceHead) || self.scene.is_cue(at - 1, NameCue::Title))
    }

    /// Whether the verb of a headline stands here, or one word further behind an abbreviation: 'RUU PPRT Tinggal Menyisakan'.
    fn begins_predicate(&self, at: usize) -> bool {
        let ends_open = self.reading.mark(self.sentence.end - 1) != '.';
        let behind_letters = self.reading.tokens[at - 1].case == Case::Upper && self.reading.text(at - 1).len() > 1;
        let has_prefix = |at: usize| at < self.sentence.end && self.has_verb_prefix(at);
        let in_headline = behind_letters && (has_prefix(at) || has_prefix(at + 1));
        ends_open && (is_verb(self.reading, self.scene.pack, at) || in_headline)
    }

    /// Whether a word that is written as names are has the form of a verb: 'Disahkan'.
    fn has_verb_prefix(&self, at: usize) -> bool {
        let (text, cues) = (self.reading.folded(at), &self.scene.pack.cues);
        let has_prefix = cues.verb_prefixes.iter().any(|prefix| text.starts_with(prefix.as_str()));
        has_prefix
            && text.len() > LONGEST_NO_VERB_BYTES
            && self.scene.known(at..at + 1).is_none()
            && !cues.not_verbs.has(self.reading.words[at])
    }
}
