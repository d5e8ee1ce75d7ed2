//! Names that the gazetteer has, as candidates where the words around them let them stand.

use std::ops::Range;

use super::Spotter;
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::known::Known;
use crate::lang::{Cue, NameCue, NameHint, Turn};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The most figures of the number that tells one of several versions.
const LONGEST_VERSION: usize = 2;

impl Spotter<'_> {
    /// A word made of a place's name, which names nothing ('Russian troops'), unless it begins a longer name.
    pub(super) fn demonym(&self, at: usize) -> Option<usize> {
        if !self.scene.pack.demonyms || !self.reading.is_capitalised(at) {
            return None;
        }
        let mut end = self.end_of_demonym(at)?;
        // 'Israeli-Palestinian'
        while self.reading.mark(end) == '-' && self.reading.is_glued(end) && self.reading.is_glued(end + 1) {
            let Some(next) = self.end_of_demonym(end + 1) else { break };
            end = next;
        }
        let known = self.scene.known(at..self.sentence.end).map_or(0, |known| known.len);
        // 'Portuguese TV'
        if known <= end - at && self.scene.is_hint(end, NameHint::Broadcast) && !self.is_name_word(end + 1) {
            return Some(end + 1);
        }
        (self.tagged_len(at).max(known) <= end - at).then_some(end)
    }

    fn end_of_demonym(&self, at: usize) -> Option<usize> {
        let words = self.reading.words.get(at..self.sentence.end)?;
        let (len, name) = self.scene.gazetteer().demonym(words)?;
        // 'German', which is a given name too.
        let is_open = self.tagged.is_some() && !self.is_tagged_person(at) && self.tagged_len(at) <= len;
        let is_place = is_open && self.title.is_none() && self.is_before_noun(at + len);
        (!name.risky || is_place).then_some(at + len)
    }

    /// Whether a word that is written small stands at `at`, and is no verb and none that joins others.
    fn is_before_noun(&self, at: usize) -> bool {
        at < self.sentence.end
            && self.reading.tokens[at].case == Case::Lower
            && !self.reading.is_glued(at)
            && !self.scene.pack.function_words.contains(&self.reading.words[at])
            && !self.scene.pack.cues.speech.has(self.reading.words[at])
            && !self.scene.pack.cues.verbs.has(self.reading.words[at])
    }

    /// A name from the gazetteer.
    pub(super) fn known(&mut self, at: usize) -> Option<usize> {
        // 'collects £3m', 'worth N3m'
        let is_sum = |at: usize| {
            matches!(self.reading.mark(at - 1), '$' | '£' | '€')
                || self.reading.is_glued(at) && self.reading.is_word(at - 1)
        };
        let is_amount = at > 0 && self.reading.is_number(at) && is_sum(at);
        if self.is_time(at) || is_amount {
            return None;
        }
        let known = self.scene.known(at..self.sentence.end)?;
        if self.is_mere_word(at, &known) || self.begins_before_name(at, &known) {
            return None;
        }
        // 'bahasa Jawa', 'suku Batak'
        if known.kind == EntityKind::Place && self.cue_ends_at(at, NameCue::PeopleHead) {
            return Some(at + known.len);
        }
        self.known_and_more(at, &known).or_else(|| self.known_alone(at, &known))
    }

    /// Whether words that a list has as a name are ordinary here, with nothing beside them that says otherwise.
    fn is_mere_word(&self, at: usize, known: &Known) -> bool {
        let &Known { len, kind, risky, .. } = known;
        let is_titled = kind == EntityKind::Organisation && self.cue(at + len, |cue| cue == NameCue::Title).is_some();
        // 'Shell and TotalEnergies have signed'
        let is_paired = || {
            let other = self.scene.known(at + len + 1..self.sentence.end);
            self.scene.pack.full_names
                && len == 1
                && kind == EntityKind::Organisation
                && self.scene.is_cue(at + len, NameCue::And)
                && other.is_some_and(|it| it.kind == kind && !it.risky && !self.is_name_word(at + len + 1 + it.len))
        };
        let is_owner = kind == EntityKind::Organisation && len == 1 && self.owns_person(at + len);
        let is_paired = is_owner || is_paired();
        let is_sure = is_titled
            || self.is_platform(kind, at)
            || self.is_club(kind, at..at + len)
            || kind == EntityKind::Organisation && len == 1 && self.is_led_plural(at)
            || self.has_cue(at)
            || self.is_in_dateline(at, len)
            || is_paired;
        // 'Jenazah Prada Lucky Namo': the company is called as the rank is.
        let is_rank = len == 1
            && self.title.as_ref().is_some_and(|title| title.end == at)
            && self.scene.is_cue(at, NameCue::Title)
            && self.is_name_word(at + 1);
        let is_noun = is_rank || len == 1 && kind != EntityKind::Place && self.is_noun_or_degree(at);
        // 'Nama Rudi disebut': the first word of a sentence is mostly the word that it can be.
        let opens = at == self.sentence.start && self.reading.tokens[at].case != Case::Upper && !is_sure;
        let is_word = opens && len == 1 && kind == EntityKind::Organisation && self.scene.is_common(at);
        // 'COURT SAYS AS IT RULES'
        let is_upper = |at: usize| at < self.sentence.end && self.reading.tokens[at].case == Case::Upper;
        let is_small = len == 1 && self.scene.pack.function_words.contains(&self.reading.words[at]);
        let is_in_line = is_small && at > self.sentence.start && is_upper(at - 1) && is_upper(at + 1);
        // 'Nama Pejabat Disebut', where every word is written so
        let is_in_headline = len == 1
            && kind == EntityKind::Organisation
            && !is_sure
            && self.reading.tokens[at].case == Case::Capital
            && self.scene.pack.grammar.noun_first
            && self.page.headlines.holds(at)
            && self.scene.is_common(at);
        // 'Homeland Security Minister'
        let is_portfolio = len == 2
            && kind == EntityKind::Organisation
            && self.scene.is_hint(at + len, NameHint::Portfolio)
            && self.reading.is_capitalised(at + len)
            && (at..at + len).all(|at| self.scene.is_common(at));
        // 'Warga Lima Desa Segel Jalan'
        let is_count = kind == EntityKind::Place
            && len == 1
            && self.scene.is_hint(at, NameHint::Count)
            && self.page.headlines.holds(at)
            && self.reading.is_capitalised(at + 1);
        is_in_line
            || is_count
            || is_in_headline
            || is_portfolio
            || !is_paired && self.begins_ordinary_phrase(at, len, kind)
            || (risky || is_word) && !is_sure
            || is_noun && !is_paired
    }

    /// 'Arsenal's Max Dowman', 'Next's Simon Wolfson': whoever is there stands behind the possessive.
    fn owns_person(&self, mark: usize) -> bool {
        self.scene.pack.full_names
            && self.scene.is_possessive(mark)
            && self.is_tagged_person(mark + 1)
            && self.tagged_len(mark + 1) > 1
    }

    /// Whether the first word is none of the name that stands here, though a list has a name that begins so.
    fn begins_before_name(&self, at: usize, known: &Known) -> bool {
        let &Known { len, kind, .. } = known;
        let is_the = self.reading.is_the(at);
        // 'The Philippines ordered', 'The Fed lifted': the article at the start of a sentence is none of the name.
        let rest =
            || self.scene.known(at + 1..self.sentence.end).is_some_and(|it| it.kind == kind && it.len + 1 == len);
        let is_article = is_the
            && !self.scene.pack.grammar.noun_first
            && matches!(kind, EntityKind::Place | EntityKind::Organisation)
            && rest();
        // 'The crown firmed' is no 'The Crown', 'The local newspaper' no 'The Local'.
        let is_small = |at: usize| self.reading.tokens[at].case == Case::Lower;
        let opens = at == self.sentence.start && self.scene.pack.function_words.contains(&self.reading.words[at]);
        let is_title = matches!(kind, EntityKind::Other | EntityKind::Outlet);
        let is_phrase = is_title && opens && len > 1 && (at + 1..at + len).all(is_small);
        // 'The Crown Prosecution Service'
        let is_cut = is_title && opens && len == 2 && self.is_name_word(at + len);
        // 'The Independent Game Workers Union'
        let is_of_body = || kind == EntityKind::Outlet && is_the && self.is_part_of_body(at + 1, at + len);
        is_article || is_phrase || is_cut || is_of_body()
    }

    /// A known name as it stands in its list.
    fn known_alone(&mut self, at: usize, known: &Known) -> Option<usize> {
        let &Known { len, record, kind, .. } = known;
        let mut end = self.behind_year(at + len, kind);
        if kind == EntityKind::Other && self.is_hull_number(end) {
            end += 2;
        }
        // 'One UI 9'
        let is_version = kind == EntityKind::Other
            && !known.risky
            && self.scene.pack.full_names
            && end == at + len
            && end < self.sentence.end
            && self.reading.is_number(end)
            && self.reading.text(end).len() <= LONGEST_VERSION
            && !self.reading.is_glued(end)
            && !self.is_time(end)
            && self.counts_nothing(end + 1);
        end += usize::from(is_version);
        // 'Rusia Tengah', 'Sergei' behind 'Rusia': a place that follows a title stays within the title.
        let in_title = self.title.as_ref().is_some_and(|title| title.end == at);
        if in_title && kind == EntityKind::Place && len == 1 && self.is_somebodys(at) {
            let title = self.title.take();
            self.push(at..end, Evidence::AfterTitle, title);
            return Some(end);
        }
        if in_title && matches!(kind, EntityKind::Place | EntityKind::Organisation) {
            let title = self.title.take()?;
            self.push(at..end, Evidence::Known(record, kind), None);
            let end = self.bracketed_abbreviation(end).unwrap_or(end);
            self.title = Some(title.start..end);
            return Some(end);
        }
        let title = self.title.take().filter(|_| kind == EntityKind::Person);
        self.push(at..end, Evidence::Known(record, kind), title);
        if kind == EntityKind::Organisation {
            self.nested_names(at..end, at + 1..end);
        }
        Some(self.bracketed_abbreviation(end).unwrap_or(end))
    }

    /// 'Aarush's mother Vaishali', 'her son Lincoln': whoever is somebody's is no place, though a place bears the name.
    fn is_somebodys(&self, at: usize) -> bool {
        let Some(title) = self.title.as_ref().filter(|title| title.start > self.sentence.start) else { return false };
        let before = title.start - 1;
        let is_owner = || self.scene.pack.cues.turns.of(self.reading.words[before]).contains(&Turn::Owner);
        self.scene.pack.full_names
            && self.reading.tokens[title.start].case == Case::Lower
            && !self.reading.is_capitalised(at + 1)
            && (self.scene.is_possessive(before) || is_owner())
    }

    /// Behind the year of an event: 'Piala Dunia 2026', but not 'Premier League 2025/2026'.
    pub(super) fn behind_year(&self, end: usize, kind: EntityKind) -> usize {
        let is_year =
            self.reading.is_number(end) && self.reading.text(end).len() == 4 && self.reading.mark(end + 1) != '/';
        let follows = kind == EntityKind::Other && end < self.sentence.end && !self.reading.is_number(end - 1);
        end + usize::from(is_year && follows)
    }

    /// 'the Greens', 'the Hammers': within a sentence the article and the capital letter are enough for those who are called so.
    fn is_led_plural(&self, at: usize) -> bool {
        let is_led = at > self.sentence.start && self.reading.is_the(at - 1);
        is_led && self.reading.text(at).ends_with('s') && !self.reading.is_capitalised(at + 1)
    }

    /// Whether the words from `at` go on behind `end` to the last word of a body's name.
    fn is_part_of_body(&self, at: usize, end: usize) -> bool {
        let last = (end..self.sentence.end).take_while(|&at| self.is_name_word(at)).last();
        last.is_some_and(|last| last > at && self.scene.is_cue(last, NameCue::OrganisationTail))
    }

    /// Whether a word that may be a platform is meant as one here: 'wrote on X', 'WhatsApp and Signal'.
    pub(super) fn is_platform(&self, kind: EntityKind, at: usize) -> bool {
        let is_listed = |it: &Candidate| {
            let is_joint = self.reading.mark(at - 1) == ',' || self.scene.is_cue(at - 1, NameCue::And);
            matches!(it.evidence, Evidence::Known(_, EntityKind::Platform)) && it.tokens.end + 1 == at && is_joint
        };
        kind == EntityKind::Platform
            && (self.hint_ends_at(at, NameHint::PlatformBefore) || self.out.last().is_some_and(is_listed))
    }

    /// Whether a word that may be a club is meant as one here: 'Hearts', 'Mets'.
    pub(super) fn is_club(&self, kind: EntityKind, tokens: Range<usize>) -> bool {
        kind == EntityKind::Organisation && (self.page.reports_matches || self.stands_in_match(tokens))
    }

    /// 'rekaman CCTV', but not 'lapor CCTV'; 'DEA' behind a person's name.
    fn is_noun_or_degree(&self, at: usize) -> bool {
        let is_letters = |wanted| self.hint_ends_at(at + 1, wanted);
        let is_degree = (is_letters(NameHint::Degree) || is_letters(NameHint::Postnominal))
            && at > 0
            && self.reading.mark(at - 1) == ',';
        is_degree || self.hint_ends_at(at + 1, NameHint::Ordinary) && !self.is_quoted(at)
    }

    /// Whether words that lead to a source end before `at`: 'lapor', 'dikutip dari'.
    fn is_quoted(&self, at: usize) -> bool {
        let from = self.sentence.start.max(at.saturating_sub(3));
        let is_lead = |cue: &Cue| matches!(cue, Cue::SaysBehind(_) | Cue::Via | Cue::According | Cue::CalledBy);
        (from..at).any(|from| self.scene.pack.cues.speech.exact(&self.reading.words[from..at]).iter().any(is_lead))
    }

    /// Whether a known name at the start of a sentence is more likely an ordinary word: 'Antara lain'.
    fn begins_ordinary_phrase(&self, at: usize, len: usize, kind: EntityKind) -> bool {
        let word = self.reading.words[at];
        let follows = at + len < self.sentence.end && self.reading.is_capitalised(at + len);
        len == 1
            && kind != EntityKind::Place
            && at == self.sentence.start
            && self.scene.pack.is_common(word)
            && !follows
    }

    /// Whether a word of a report of a match stands before or behind a club: 'Chelsea drew', 'striker Chelsea'.
    fn stands_in_match(&self, tokens: Range<usize>) -> bool {
        let is_behind = tokens.end < self.sentence.end && self.hint_ends_at(tokens.end + 1, NameHint::MatchWord);
        is_behind || self.hint_ends_at(tokens.start, NameHint::MatchWord)
    }
}
