//! Where a tagged name begins and ends, and what kind it is, by the words that names of one kind have at their borders:
//! 'Cleveland Avenue', 'SMAN 3 Depok', 'el-Fasher'.

use std::ops::Range;

use crate::analysis::names::scene::Scene;
use crate::analysis::names::tagger::Tagged;
use crate::analysis::reading::Reading;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The number of a school has at most so many digits.
const LONGEST_SCHOOL_NUMBER: usize = 3;

/// The longest word for the form of a company that is cut short by a full stop, in bytes: 'Corp.'.
const LONGEST_SHORT_BYTES: usize = 4;

/// The names of one sentence with their borders settled; in order, none overlapping another.
pub(super) fn settle(scene: &Scene, sentence: &Range<usize>, names: Vec<Tagged>) -> Vec<Tagged> {
    let reading = scene.reading;
    let edges = Edges { scene: *scene, reading };
    let names = edges.with_particles(names);
    let starts: Vec<usize> = names.iter().map(|name| name.tokens.start).skip(1).chain([sentence.end]).collect();
    let mut free = sentence.start;
    let mut settled = Vec::with_capacity(names.len());
    for (mut name, limit) in names.into_iter().zip(starts) {
        // 'Jalan Raya' of 'Departemen Pekerjaan Umum dan Jalan Raya'
        if name.tokens.start < free {
            continue;
        }
        // 'dan Kontras': the word for 'and' joins names, and begins none.
        if name.tokens.len() > 1
            && scene.is_cue(name.tokens.start, NameCue::And)
            && !reading.is_capitalised(name.tokens.start)
        {
            name.tokens.start += 1;
        }
        name.tokens.start = edges.behind_borne_title(&name, free);
        name.tokens.end = edges.end(&name.tokens, limit);
        name.tokens.end = edges.house_of_saint(&name.tokens, limit).unwrap_or(name.tokens.end);
        if name.kind == EntityKind::Place {
            name = edges.behind_syllable(name, limit);
        }
        name.kind = edges.kind(&name);
        if name.kind == EntityKind::Organisation {
            name.tokens.end = scene.end_of_fields(&name.tokens, limit);
            name.tokens.end = edges.end_of_members(&name.tokens, limit).unwrap_or(name.tokens.end);
            name.tokens.end = edges.end_of_foreign(&name.tokens).unwrap_or(name.tokens.end);
            name.tokens.end = edges.end_before_letters(&name.tokens).unwrap_or(name.tokens.end);
            name.tokens.end = edges.end_of_purpose(&name.tokens, limit).unwrap_or(name.tokens.end);
            name.tokens.end = edges.end_of_interest(&name.tokens, limit).unwrap_or(name.tokens.end);
            name.tokens.start = edges.ordinal(&name.tokens, free).unwrap_or(name.tokens.start);
        }
        name.tokens.start = edges.start(&name, free);
        if let Some(start) = edges.before_particle(&name, free) {
            name = Tagged::new(start..name.tokens.end, EntityKind::Person);
        }
        if let Some(start) = edges.before_bound_name(&name, free) {
            name = Tagged::new(start..name.tokens.end, EntityKind::Organisation);
        }
        name.tokens.start = edges.before_direction(&name, free).unwrap_or(name.tokens.start);
        name.tokens.start = edges.before_hyphenated(&name, free).unwrap_or(name.tokens.start);
        if name.kind == EntityKind::Person {
            name.tokens.start = edges.before_family(&name.tokens, free).unwrap_or(name.tokens.start);
            name.tokens = edges.whole_person(&name.tokens, free..limit);
        }
        free = name.tokens.end;
        settled.push(name);
    }
    settled
}

pub(super) struct Edges<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) reading: &'a Reading<'a>,
}

impl Edges<'_> {
    /// 'Putri' before 'Kusuma Wardani': a title that people bear, before two names.
    fn behind_borne_title(&self, name: &Tagged, free: usize) -> usize {
        let start = name.tokens.start;
        // 'Sheikh' before 'Anas Ayrout' is a title where people have one given name.
        let is_whole = name.kind == EntityKind::Person && name.tokens.len() > 1 && !self.scene.pack.full_names;
        let opens = start > free && is_whole && self.scene.is_given_name(start - 1) && self.is_borne_title(start - 1);
        // 'Putri Rodrigo Duterte'
        let opens = opens && !self.scene.is_known(name.tokens.clone(), EntityKind::Person);
        if opens { start - 1 } else { start }
    }

    /// A person's name with the given name before it that the tagger left out ('Rich Barton'), the family name ('Brady
    /// Singer'), and what tells apart those of one name ('Witt Jr.').
    fn whole_person(&self, tokens: &Range<usize>, free: Range<usize>) -> Range<usize> {
        let Range { mut start, mut end } = tokens.clone();
        let is_lone = end - start == 1;
        // 'Tim SAR'
        let is_noun = |tokens: Range<usize>| self.scene.is_hint_of(tokens, NameHint::Ordinary);
        if is_lone && start > free.start && self.is_given_name(start - 1) && !self.scene.is_given_name(start) {
            start -= usize::from(!is_noun(start - 1..end));
        }
        // 'Saw' of 'Colonel Saw Chit Thu', which is a verb elsewhere.
        if !is_lone && start > free.start + 1 && self.is_ordinary_given_name(start - 1) {
            start -= 1;
        }
        // 'Indah Putri Indriani', of whom the tagger saw the last name alone.
        let is_between = is_lone && start > free.start + 1 && self.is_borne_title(start - 1);
        if is_between && self.scene.is_given_name(start - 2) && self.reading.is_capitalised(start - 2) {
            start -= 2;
        }
        // 'Raka' of 'Raka Putra Dharmana', of whom the tagger saw the first name alone.
        let is_first = is_lone && end + 1 < free.end && self.is_borne_title(end);
        if is_first && self.reading.is_capitalised(end + 1) && self.scene.is_likely_name(end + 1) {
            end += 2;
        }
        // 'Herry IP'
        let has_letters = is_lone
            && end < free.end
            && !self.scene.pack.full_names
            && self.reading.tokens[end].case == Case::Upper
            && self.reading.text(end).len() == 2
            && self.scene.is_given_name(start)
            && !self.reading.is_roman_numeral(end)
            && self.scene.known(end..end + 1).is_none()
            && !self.scene.is_any_hint(end, &[NameHint::Ordinary, NameHint::Degree]);
        if has_letters {
            end += 1;
        }
        let is_family = end < free.end && self.reading.is_capitalised(end) && !self.reading.is_capitalised(end + 1);
        let is_family = is_family && !is_noun(start..end + 1);
        if is_lone && start == tokens.start && is_family && self.scene.is_full_name(start..end + 1) {
            end += 1;
        }
        // 'Navacchio; Yusuf Meilana, Lucas Gama': what stands alone between the marks of a list is one name.
        let divides = |at: usize| matches!(self.reading.mark(at), ',' | ';' | ':');
        let listed = is_lone && end == tokens.end && start > free.start && divides(start - 1) && divides(end + 1);
        let is_name = end < free.end && self.reading.is_capitalised(end) && !self.scene.is_common(end);
        if listed && is_name && self.scene.known(end..end + 1).is_none() {
            end += 1;
        }
        // 'D.' of 'D. John Sauer', where a sentence begins
        let is_initial = start == free.start + 2
            && self.reading.mark(start - 1) == '.'
            && self.reading.text(start - 2).len() == 1
            && self.reading.is_capitalised(start - 2);
        if is_initial && !is_lone && self.scene.pack.full_names {
            start -= 2;
        }
        // '-ho' of 'Mak Kwok-ho'
        let syllable = self.reading.mark(end) == '-' && self.reading.is_glued(end) && self.reading.is_glued(end + 1);
        let is_lower = self.reading.tokens.get(end + 1).is_some_and(|token| token.case == Case::Lower);
        if syllable && is_lower && end + 1 < free.end && end - start > 1 && !self.scene.is_common(end + 1) {
            end += 2;
        }
        // '-Liu' of 'Constance Abernathy-Liu'
        if syllable && end + 1 < free.end && end - start > 1 && self.scene.is_family_name(end + 1) {
            end += 2;
        }
        // 'Teresa d\'Avó'
        end += usize::from(end < free.end && self.is_elided(end));
        end += usize::from(end < free.end && self.scene.is_hint(end, NameHint::NameSuffix));
        if self.scene.is_hint(end - 1, NameHint::NameSuffix) {
            let has_stop = self.reading.mark(end) == '.' && self.reading.is_glued(end) && end + 1 < free.end;
            end += usize::from(has_stop);
        }
        // 'Peter Makepeace KC'
        while end - start > 1
            && self.reading.tokens[end - 1].case == Case::Upper
            && self.scene.is_hint(end - 1, NameHint::Postnominal)
        {
            end -= 1;
        }
        start..end
    }

    /// A small word that lost its vowel, and the name it stands before: 'd\'Avó', 'dell\'Utri'.
    fn is_elided(&self, at: usize) -> bool {
        let is_small = |small: &str| !small.is_empty() && small.chars().all(char::is_lowercase);
        let parts = self.reading.text(at).split_once(['\'', '’']);
        parts.is_some_and(|(small, name)| is_small(small) && name.starts_with(char::is_uppercase))
    }

    /// An ordinary word that is a given name too, behind a title or in a list of people.
    fn is_ordinary_given_name(&self, at: usize) -> bool {
        const BEFORE: [NameCue; 3] = [NameCue::Title, NameCue::Honorific, NameCue::And];
        self.reading.tokens[at].case == Case::Capital
            && self.scene.is_common(at)
            && self.scene.is_given_name(at)
            && !self.scene.is_cue(at, NameCue::Title)
            && (self.reading.mark(at - 1) == ',' || self.scene.is_any_cue(at - 1, &BEFORE))
    }

    /// A given name that is written as one, and is no month or title: 'Rich', but not 'May' or 'King'.
    fn is_given_name(&self, at: usize) -> bool {
        self.scene.is_given_name(at)
            && self.reading.tokens[at].case == Case::Capital
            && !self.scene.pack.time.vocabulary.has(self.reading.words[at])
            && !self.scene.is_any_cue(at, &[NameCue::Title, NameCue::Honorific])
    }

    /// Behind the capitalised words that end names and follow this one.
    fn end(&self, tokens: &Range<usize>, limit: usize) -> usize {
        let ends_name = [NameCue::PlaceTail, NameCue::OrganisationTail, NameCue::EventTail];
        // 'U.S. District Judge': the word begins a title.
        let begins_title = |at: usize| {
            let words = &self.reading.words[at..limit.max(at)];
            self.scene.pack.cues.names.starting(words).any(|(len, cues)| len > 1 && cues.contains(&NameCue::Title))
        };
        let goes_on = |at: &usize| {
            self.reading.is_capitalised(*at) && self.scene.is_any_cue(*at, &ends_name) && !begins_title(*at)
        };
        // 'Desa Oro-Oro Ombo'
        if let Some(doubled) = self.end_of_doubled(tokens.end, limit) {
            return doubled;
        }
        let firm = if self.is_ampersand(tokens.end) && tokens.end + 1 < limit { tokens.end + 2 } else { tokens.end };
        let end = firm + (firm..limit).take_while(goes_on).count();
        // 'Bidang' of 'Ketua MUI Bidang Hukum'
        let department = (tokens.start + 1..end).find(|&at| self.scene.begins_department(at));
        if let Some(department) = department {
            return department;
        }
        if end == tokens.end && end - tokens.start > 1 && self.is_half_of_title(end - 1) {
            return end - 1;
        }
        if let Some(campus) = self.end_of_campus(tokens.start, end) {
            return campus;
        }
        // 'Orsted A/S'
        if self.is_slashed_form(end) && end + 2 < limit {
            return end + 3;
        }
        // 'State Highway 6'
        let is_road = self.scene.is_any_cue(end - 1, &[NameCue::PlaceTail])
            && self.scene.is_any_cue(end - 1, &[NameCue::PlaceHead]);
        if is_road && end < limit && end - tokens.start > 1 && self.reading.is_number(end) {
            return end + 1;
        }
        // 'SDN Bulakrejo 2': the letters of a school, and its number behind its place.
        let letters =
            |at: usize| self.reading.tokens[at].case == Case::Upper && self.scene.is_hint(at, NameHint::School);
        let numbered =
            end < limit && self.reading.is_number(end) && self.reading.text(end).len() <= LONGEST_SCHOOL_NUMBER;
        let holds_none = !tokens.clone().any(|at| self.reading.is_number(at));
        // 'Ketua OSIS SMAN 1, Gracia'
        let ends = || matches!(self.reading.mark(end + 1), ',' | '.' | ')') && !self.reading.is_glued(end + 2);
        if numbered && holds_none && letters(tokens.start) && (end - tokens.start > 1 || ends()) {
            return end + 1;
        }
        // 'Puskesmas Kintamani VI'
        let is_numeral = end < limit && self.reading.is_roman_numeral(end) && !self.reading.is_capitalised(end + 1);
        let is_site = || self.scene.is_hint(tokens.start, NameHint::Site) && self.scene.pack.grammar.noun_first;
        if is_numeral && end - tokens.start > 1 && is_site() {
            return end + 1;
        }
        // 'SMAN 4 Bengkulu Utara'
        let town = self.scene.known(end + 1..limit.max(end + 1)).filter(|it| it.kind == EntityKind::Place);
        if let Some(town) = town.filter(|_| numbered && holds_none && letters(tokens.start)) {
            return end + 1 + town.len;
        }
        // 'Bolt Corp.', but not where the full stop ends the sentence.
        let is_short = self.scene.is_cue(end - 1, NameCue::OrganisationTail)
            && self.reading.text(end - 1).len() <= LONGEST_SHORT_BYTES;
        let has_stop = self.reading.mark(end) == '.' && self.reading.is_glued(end) && end + 1 < limit;
        let is_company =
            is_short && has_stop && end - tokens.start > 1 && self.reading.tokens[end - 1].case == Case::Capital;
        if is_company { end + 1 } else { end }
    }

    /// The 'A/S' of a Danish company.
    fn is_slashed_form(&self, at: usize) -> bool {
        self.reading.text(at) == "A"
            && self.reading.mark(at + 1) == '/'
            && self.reading.text(at + 2) == "S"
            && self.reading.is_glued(at + 2)
    }

    /// Whether a word begins a title of two words, the other of which stands behind it: 'Evangeline Parish District Attorney'.
    fn is_half_of_title(&self, at: usize) -> bool {
        let is_title = self.scene.cues_of(at..at + 2).contains(&NameCue::Title);
        // 'Pima County Attorney': the county is a name of its own.
        is_title && self.reading.is_capitalised(at + 1) && !self.scene.is_hint(at, NameHint::County)
    }
}
