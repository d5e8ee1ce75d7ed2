//! Candidates for names in one sentence: known names, and runs of capitalised words, with their surroundings.

use std::ops::Range;

use super::Page;
use super::candidate::{Candidate, Evidence, Known, known_at};
use super::tag::Tagged;
use crate::analysis::reading::Reading;
use crate::lang::{Cue, NameCue, NameHint, Pack, Packs, WordId};
use crate::model::EntityKind;
use crate::text::token::Case;

/// How many names may be nested before a bracket.
const NESTED_NAMES: usize = 6;

/// Finds candidates in one sentence or dateline, in order; they do not overlap, save that an organisation's name may
/// hold a known place.
pub(crate) struct Spotter<'a> {
    pub(crate) reading: &'a Reading<'a>,
    pub(crate) packs: &'a Packs,
    pub(crate) pack: &'a Pack,
    /// Its tokens.
    pub(crate) sentence: Range<usize>,
    /// What a trained tagger found in it, if there is one.
    pub(crate) tagged: Option<&'a [Tagged]>,
    /// A title that waits for its name: its tokens, which grow over the places named in it.
    pub(crate) title: Option<Range<usize>>,
    /// Whether each token of the text belongs to a time expression, which is no name: 'Sabtu', 'Juni'.
    pub(crate) in_time: &'a [bool],
    pub(super) page: Page<'a>,
    pub(crate) out: &'a mut Vec<Candidate>,
}

impl Spotter<'_> {
    /// Looks at the whole sentence.
    pub(crate) fn spot(mut self) {
        let mut at = self.sentence.start;
        while at < self.sentence.end {
            at = self.at(at);
        }
    }

    /// Looks at token `at` and returns where to look next.
    fn at(&mut self, at: usize) -> usize {
        if self.may_begin(at)
            && let Some(end) = self.name_or_title(at)
        {
            return end;
        }
        // A title reaches its name over 'dan', a comma or an opening bracket no more.
        if self.title.as_ref().is_some_and(|title| title.end <= at) && !self.keeps_title(at) {
            self.title = None;
        }
        at + 1
    }

    /// Whether a name or a title may begin at token `at`: no rule needs to be asked of most words and marks.
    fn may_begin(&self, at: usize) -> bool {
        let words = &self.reading.words[at..self.sentence.end];
        let has_capital = || self.reading.text(at).bytes().any(|byte| byte.is_ascii_uppercase());
        !matches!(self.reading.tokens[at].case, Case::Lower | Case::None)
            || self.reading.is_number(at)
            || at == self.sentence.start
            || self.title.as_ref().is_some_and(|title| title.end == at)
            || self.reading.is_glued(at + 1) && self.reading.mark(at + 1) == '.'
            || has_capital()
            || self.tagged_len(at) > 0
            || self.pack.cues.names.starting(words).next().is_some()
            || self.packs.gazetteer.names(words).next().is_some()
    }

    /// Behind the name or the title that begins at token `at`.
    fn name_or_title(&mut self, at: usize) -> Option<usize> {
        let found = self
            .result_line(at)
            .or_else(|| self.demonym(at))
            .or_else(|| self.work(at))
            .or_else(|| self.titled_work(at))
            .or_else(|| self.event(at))
            .or_else(|| self.office(at))
            .or_else(|| self.dateline(at))
            .or_else(|| self.domain(at))
            .or_else(|| self.partners(at))
            .or_else(|| self.tailed(at))
            .or_else(|| self.coded(at))
            .or_else(|| self.tagged(at))
            .or_else(|| self.organisation(at))
            .or_else(|| self.known(at))
            .or_else(|| self.camel(at))
            .or_else(|| self.site(at));
        if found.is_some() {
            return found;
        }
        if let Some((len, _)) = self.cue(at, |cue| matches!(cue, NameCue::Title | NameCue::Honorific)) {
            if len == 1 && self.is_title_alone(at) {
                self.push(at..at + 1, Evidence::Capitals, None);
            }
            let start = self.title.as_ref().filter(|title| title.end == at).map_or(at, |title| title.start);
            self.title = Some(start..at + len);
            return Some(at + len);
        }
        let is_name = self.is_name_word(at) && self.cue(at, |cue| cue == NameCue::NotName).is_none();
        is_name.then(|| self.unknown(at))
    }

    /// Whether a title that people bear as a name stands alone, so that it may be somebody's short name: 'Putri mengaku ...'.
    fn is_title_alone(&self, at: usize) -> bool {
        let (word, gazetteer) = (self.reading.words[at], &self.packs.gazetteer);
        let is_borne = gazetteer.is_given_name(word) || gazetteer.is_family_name(word);
        is_borne && self.reading.is_capitalised(at) && !self.is_name_word(at + 1)
    }

    /// A word made of a place's name, which names nothing ('Russian troops'), unless it begins a longer name.
    fn demonym(&self, at: usize) -> Option<usize> {
        if !self.pack.demonyms || !self.reading.is_capitalised(at) {
            return None;
        }
        let (len, name) = self.packs.gazetteer.demonym(&self.reading.words[at..self.sentence.end])?;
        let known = known_at(self.reading, self.packs, at..self.sentence.end).map_or(0, |known| known.len);
        let is_longer = self.tagged_len(at).max(known) > len;
        (!name.risky && !is_longer).then_some(at + len)
    }

    /// A name from the gazetteer.
    fn known(&mut self, at: usize) -> Option<usize> {
        if self.is_time(at) {
            return None;
        }
        let Known { len, record, kind, risky } = known_at(self.reading, self.packs, at..self.sentence.end)?;
        // 'wrote on X'
        let is_platform = kind == EntityKind::Platform && self.hint_ends_at(at, NameHint::PlatformBefore);
        let is_sure =
            is_platform || self.is_club(kind, at..at + len) || self.has_cue(at) || self.is_in_dateline(at, len);
        let is_noun = len == 1 && kind != EntityKind::Place && self.is_noun_or_degree(at);
        if self.begins_ordinary_phrase(at, len, kind) || risky && !is_sure || is_noun {
            return None;
        }
        // 'bahasa Jawa', 'suku Batak'
        if kind == EntityKind::Place && self.cue_ends_at(at, NameCue::PeopleHead) {
            return Some(at + len);
        }
        let mut end = at + len;
        // 'Piala Dunia 2026', but not 'Premier League 2025/2026'.
        let is_year =
            self.reading.is_number(end) && self.reading.text(end).len() == 4 && self.reading.mark(end + 1) != '/';
        if kind == EntityKind::Other && is_year && end < self.sentence.end && !self.reading.is_number(end - 1) {
            end += 1;
        }
        if let Some(behind) = self.product(at, end).filter(|_| kind == EntityKind::Organisation) {
            self.title = None;
            self.push(at..behind, Evidence::AfterThing, None);
            return Some(behind);
        }
        // 'Rusia Tengah', 'Sergei' behind 'Rusia': a place that follows a title stays within the title.
        let in_title = self.title.as_ref().is_some_and(|title| title.end == at);
        if in_title && matches!(kind, EntityKind::Place | EntityKind::Organisation) {
            let title = self.title.take()?;
            self.push(at..end, Evidence::Known(record, kind), None);
            end = self.bracketed_abbreviation(end).unwrap_or(end);
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

    /// Whether a word that may be a club is meant as one here: 'Hearts', 'Mets'.
    pub(super) fn is_club(&self, kind: EntityKind, tokens: Range<usize>) -> bool {
        kind == EntityKind::Organisation && (self.page.reports_matches || self.stands_in_match(tokens))
    }

    /// 'rekaman CCTV', but not 'lapor CCTV'; 'DEA' behind a person's name.
    fn is_noun_or_degree(&self, at: usize) -> bool {
        let is_degree = self.hint_ends_at(at + 1, NameHint::Degree) && at > 0 && self.reading.mark(at - 1) == ',';
        is_degree || self.hint_ends_at(at + 1, NameHint::Ordinary) && !self.is_quoted(at)
    }

    /// Whether words that lead to a source end before `at`: 'lapor', 'dikutip dari'.
    fn is_quoted(&self, at: usize) -> bool {
        let from = self.sentence.start.max(at.saturating_sub(3));
        let is_lead = |cue: &Cue| matches!(cue, Cue::SaysBehind(_) | Cue::Via | Cue::According | Cue::CalledBy);
        (from..at).any(|from| self.pack.cues.speech.exact(&self.reading.words[from..at]).iter().any(is_lead))
    }

    /// The end of a product's name behind a noun for things and its maker: 'mobil Honda Brio', 'Samsung Galaxy S24'.
    fn product(&self, maker: usize, end: usize) -> Option<usize> {
        let is_part = |at: &usize| {
            let at = *at;
            let is_new = self.tagged_len(at) == 0 && known_at(self.reading, self.packs, at..at + 1).is_none();
            let is_cue = self.cue(at, |cue| matches!(cue, NameCue::Title | NameCue::Honorific)).is_some();
            is_new && !is_cue && (self.is_name_word(at) || self.reading.is_number(at) && !self.is_time(at))
        };
        let len = (end..self.sentence.end).take_while(is_part).count();
        (len > 0 && self.is_name_word(end) && self.cue_ends_at(maker, NameCue::Thing)).then_some(end + len)
    }

    /// 'AS' of 'Amerika Serikat (AS)'; returns the token after the closing bracket.
    pub(super) fn bracketed_abbreviation(&mut self, at: usize) -> Option<usize> {
        let at = self.behind_stop(at);
        let close = (at + 2..self.sentence.end.min(at + 4)).find(|&at| self.reading.mark(at) == ')')?;
        let is_contraction = || close == at + 2 && self.is_contraction(at);
        if self.reading.mark(at) != '(' || !(self.is_short_form(at + 1..close) || is_contraction()) {
            return None;
        }
        let evidence = match known_at(self.reading, self.packs, at + 1..close) {
            Some(Known { record, kind, len, .. }) if at + 1 + len == close => Evidence::Known(record, kind),
            _ => Evidence::Acronym,
        };
        self.out.push(Candidate { tokens: at + 1..close, evidence, title: None, bracketed: true, opens: false });
        Some(close + 1)
    }

    /// Whether what stands in a bracket is a short form of the name before it: 'AS', 'PT ASI', or 'Gaikindo', all of whose
    /// letters are found in the name in their order.
    fn is_short_form(&self, tokens: Range<usize>) -> bool {
        let last = tokens.end - 1;
        let is_upper = self.reading.tokens[last].case == Case::Upper;
        if tokens.len() == 2 {
            let before = self.out.iter().rev().take(NESTED_NAMES).filter(|name| name.tokens.end + 1 == tokens.start);
            let is_told = before.into_iter().any(|name| self.is_short_for(&tokens, &name.tokens));
            return is_upper && self.hint_ends_at(last, NameHint::Form) || is_told;
        }
        let is_told = || {
            let name = self.out.last().filter(|name| name.tokens.end + 1 == tokens.start && is_body(name.evidence));
            name.is_some_and(|name| {
                abbreviates(self.reading.text(last), self.reading.span(name.tokens.clone()).of(self.reading.body))
            })
        };
        is_upper || self.reading.is_capitalised(last) && is_told()
    }

    /// 'Phivolcs' of 'Philippine Institute of Volcanology and Seismology (Phivolcs)': behind a long name, a word that begins as
    /// that does.
    fn is_contraction(&self, bracket: usize) -> bool {
        let long = self.out.iter().rev().take_while(|it| it.tokens.end == bracket).find(|it| it.tokens.len() > 2);
        let initial = |at: usize| self.reading.text(at).chars().next();
        long.is_some_and(|it| {
            self.reading.is_capitalised(bracket + 1) && initial(it.tokens.start) == initial(bracket + 1)
        })
    }

    /// Whether two words are a short form of `name`: 'LBH Makassar', 'Satgas PKH', 'BEM UI'.
    fn is_short_for(&self, tokens: &Range<usize>, name: &Range<usize>) -> bool {
        let Range { start, end } = *tokens;
        let (words, cases) = (&self.reading.words, |at: usize| self.reading.tokens[at].case);
        let begins_same = words[start] == words[name.start] && words[start].is_known() && cases(end - 1) == Case::Upper;
        let ends_same = words[end - 1] == words[name.end - 1] && cases(start) == Case::Upper;
        let letters = tokens.clone().flat_map(|at| self.reading.text(at).chars());
        let capitals = name.clone().filter(|&at| self.reading.is_capitalised(at));
        let initials = capitals.filter_map(|at| self.reading.text(at).chars().next());
        begins_same || ends_same || letters.eq(initials)
    }

    /// Whether a known name at the start of a sentence is more likely an ordinary word: 'Antara lain'.
    fn begins_ordinary_phrase(&self, at: usize, len: usize, kind: EntityKind) -> bool {
        let word = self.reading.words[at];
        let follows = at + len < self.sentence.end && self.reading.is_capitalised(at + len);
        len == 1 && kind != EntityKind::Place && at == self.sentence.start && self.pack.is_common(word) && !follows
    }

    /// A place by its first word: 'Jalan Sudirman', 'Alun-alun Pacitan'.
    fn site(&mut self, at: usize) -> Option<usize> {
        // 'Wakil Menteri Desa' is a title, 'warga Desa Keret' is none.
        let head = self.cue(at, |cue| cue == NameCue::PlaceHead);
        let (len, _) = head.filter(|_| self.reading.is_capitalised(at) && !self.page.headlines.is_plain(at))?;
        let start = at + len;
        let is_ordinary = |word: &WordId| self.pack.is_common(*word);
        let is_field =
            self.hint_ends_at(at, NameHint::FieldHead) || self.reading.words.get(start).is_some_and(is_ordinary);
        if is_field && self.title.as_ref().is_some_and(|title| title.end == at) {
            return None;
        }
        let mut end = self.behind_address(start);
        let start = end;
        let goes_on = |at: usize| {
            let word = self.reading.words.get(at..=at).unwrap_or_default();
            let is_verb = at > start && self.pack.cues.verbs.begins(word);
            let is_number = at == start && len == 1 && self.reading.is_number(at) && !self.is_time(at);
            is_number || self.is_name_word(at) && !is_verb && self.cue(at, |cue| cue == NameCue::Title).is_none()
        };
        let mut is_route = self.hint_ends_at(at + len, NameHint::Route);
        loop {
            if goes_on(end) {
                end += 1;
            } else if is_route && end > start && self.joins_ends(end) {
                (end, is_route) = (end + 2, false);
            } else {
                break;
            }
        }
        if end == start {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::AfterPlaceHead, None);
        Some(end)
    }

    /// The hyphen between the two ends of a route: 'Tol Yogyakarta-Bawen'.
    fn joins_ends(&self, at: usize) -> bool {
        self.reading.mark(at) == '-'
            && self.reading.is_glued(at)
            && self.reading.is_glued(at + 1)
            && self.reading.is_capitalised(at + 1)
            && at + 1 < self.sentence.end
    }

    /// Behind the forms of address, ranks and initials that begin the name of whom a place is named after: 'Jalan KH Ahmad
    /// Dahlan', 'Jalan R.E. Martadinata'.
    fn behind_address(&self, mut at: usize) -> usize {
        loop {
            let is_address = self.hint_ends_at(at + 1, NameHint::Eponym).then_some(1);
            let initial = self.reading.text(at).chars().count() == 1 && self.reading.is_capitalised(at);
            let len = is_address.or((initial && self.reading.mark(at + 1) == '.').then_some(1));
            let Some(len) = len.filter(|&len| at + len < self.sentence.end) else { return at };
            at += if self.reading.mark(at + len) == '.' { len + 1 } else { len };
        }
    }

    /// A run of capitalised words that no list knows.
    fn unknown(&mut self, at: usize) -> usize {
        if let Some(end) = self.beside_tagged(at) {
            return end;
        }
        let mut end = at + 1;
        while end < self.sentence.end && (!self.tagger_parts(end) || self.ends_full_name(at..end + 1)) {
            if self.is_initial(end - 1) && self.reading.mark(end) == '.' && self.reading.is_capitalised(end + 1) {
                end += 1;
            } else if self.joins_given_name(end) {
                end += 2;
            } else if self.is_name_word(end) && (!self.begins_other(end) || self.ends_full_name(at..end + 1)) {
                end += 1;
            } else if let Some(len) = self.connector(end) {
                end += len;
            } else {
                break;
            }
        }
        let title = self.title.take().filter(|title| (title.end..at).all(|at| !self.reading.is_word(at)));
        let evidence = self.evidence(at..end, title.is_some());
        self.push(at..end, evidence, title);
        self.bracketed_abbreviation(end).unwrap_or(end)
    }

    pub(super) fn push(&mut self, tokens: Range<usize>, evidence: Evidence, title: Option<Range<usize>>) {
        let tokens = if is_body(evidence) { tokens.start..self.behind_stop(tokens.end) } else { tokens };
        let quoted = |at: usize| matches!(self.reading.mark(at), '“' | '"' | '‘' | '”');
        let opens = tokens.start == self.sentence.start || quoted(tokens.start.wrapping_sub(1));
        self.out.push(Candidate { tokens, evidence, title, bracketed: false, opens });
    }

    fn evidence(&self, tokens: Range<usize>, titled: bool) -> Evidence {
        let before = |wanted: NameCue| self.cue_ends_at(tokens.start, wanted);
        let ends_as_organisation = self.cue(tokens.end - 1, |cue| cue == NameCue::OrganisationTail).is_some();
        let is_headline_word = tokens.len() == 1 && self.page.headlines.holds(tokens.start);
        if titled && !is_headline_word {
            Evidence::AfterTitle
        } else if !ends_as_organisation && self.looks_like_person(&tokens)
            || self.page.headlines.names_person(self.reading, self.packs, self.pack, &tokens)
        {
            Evidence::Tagged(EntityKind::Person)
        } else if tokens.len() > 1 && ends_as_organisation || self.hint_ends_at(tokens.start, NameHint::CompanyHead) {
            Evidence::OrganisationWord
        } else if before(NameCue::Thing) {
            Evidence::AfterThing
        } else if before(NameCue::PlaceHead) {
            Evidence::AfterPlaceHead
        } else if self.is_initials_with_age(&tokens) {
            Evidence::Tagged(EntityKind::Person)
        } else if tokens.len() == 1 && self.reading.tokens[tokens.start].case == Case::Upper {
            Evidence::Acronym
        } else if self.stands_beside_speech(&tokens) {
            Evidence::BesideSpeech
        } else if before(NameCue::PlacePreposition) {
            Evidence::AfterPreposition
        } else {
            Evidence::Capitals
        }
    }

    fn stands_beside_speech(&self, tokens: &Range<usize>) -> bool {
        let speech = &self.pack.cues.speech;
        let words = &self.reading.words;
        let behind = speech.longest(&words[tokens.end..self.sentence.end]);
        let says = |cues: &[Cue]| cues.iter().any(|cue| matches!(cue, Cue::Says(_)));
        let before = tokens.start > self.sentence.start && {
            let found = speech.exact(&words[tokens.start - 1..tokens.start]);
            found.iter().any(|cue| matches!(cue, Cue::SaysBehind(_)))
        };
        before || behind.is_some_and(|(_, cues)| says(cues))
    }

    /// Whether a capitalised word at `at` is more than the first word of a sentence.
    pub(super) fn is_name_word(&self, at: usize) -> bool {
        let written = at < self.sentence.end && self.reading.is_capitalised(at) && self.reading.is_word(at);
        // What was cleaned is shown as a mark ('‹RLO›').
        let is_mark = at > 0 && self.reading.mark(at - 1) == '‹';
        if !written || is_mark || self.is_time(at) || self.page.headlines.is_plain(at) {
            return false;
        }
        let opens = at == self.sentence.start || at > 0 && matches!(self.reading.mark(at - 1), '“' | '"' | '‘');
        // A word in title case that the language knows as an ordinary one is a name only beside other names.
        !(opens && self.is_ordinary(at))
    }

    pub(super) fn is_time(&self, at: usize) -> bool {
        self.in_time.get(at).copied().unwrap_or(false)
    }

    fn is_ordinary(&self, at: usize) -> bool {
        let word = self.reading.words[at];
        self.pack.is_common(word)
            || self.pack.cues.speech.longest(&[word]).is_some()
            || self.pack.cues.verbs.begins(&[word])
            || self.pack.cues.event_nouns.begins(&[word])
            || self.pack.cues.connectives.longest(&self.reading.words[at..self.sentence.end]).is_some()
            || self.pack.function_words.contains(&word)
            || self.pack.cues.owned_suffixes.iter().any(|suffix| self.reading.text(at).ends_with(suffix.as_str()))
    }

    /// Whether another name begins here: a title, an organisation, a name from the gazetteer.
    pub(super) fn begins_other(&self, at: usize) -> bool {
        self.cue(at, |cue| matches!(cue, NameCue::Title | NameCue::OrganisationHead | NameCue::EventHead)).is_some()
            || known_at(self.reading, self.packs, at..self.sentence.end)
                .is_some_and(|known| known.len > 1 || known.kind == EntityKind::Outlet)
    }

    /// 'bin Salman', 'al-Qudra': a small word within a name and the name behind it.
    pub(super) fn connector(&self, at: usize) -> Option<usize> {
        self.cue(at, |cue| cue == NameCue::Connector)?;
        let hyphen = self.reading.mark(at + 1) == '-' && self.reading.is_glued(at + 1);
        let len = if hyphen { 2 } else { 1 };
        self.is_name_word(at + len).then_some(len + 1)
    }

    /// '-hui' of 'Son-hui': a hyphen and a lower-case syllable.
    fn joins_given_name(&self, at: usize) -> bool {
        let hyphen = self.reading.mark(at) == '-' && self.reading.is_glued(at) && self.reading.is_glued(at + 1);
        let lower = self.reading.tokens.get(at + 1).is_some_and(|token| token.case == Case::Lower);
        hyphen && lower && at + 1 < self.sentence.end && !self.pack.is_common(self.reading.words[at + 1])
    }

    fn is_initial(&self, at: usize) -> bool {
        self.reading.text(at).chars().count() == 1 && self.reading.is_capitalised(at)
    }

    fn keeps_title(&self, at: usize) -> bool {
        let touches = self.title.as_ref().is_some_and(|title| title.end == at);
        touches && (self.reading.mark(at) == '.' || self.reading.mark(at) == ',' && self.is_name_word(at + 1))
    }

    pub(super) fn cue(&self, at: usize, wanted: impl Fn(NameCue) -> bool) -> Option<(usize, NameCue)> {
        let words = self.reading.words.get(at..self.sentence.end)?;
        let mut found = None;
        for (len, cues) in self.pack.cues.names.starting(words) {
            found = cues.iter().copied().find(|&cue| wanted(cue)).map(|cue| (len, cue)).or(found);
        }
        found
    }

    /// Whether a preposition, a title or a common noun stands before `at` that makes a name of what follows.
    fn has_cue(&self, at: usize) -> bool {
        [NameCue::PlacePreposition, NameCue::PlaceHead, NameCue::Title, NameCue::Thing]
            .into_iter()
            .any(|cue| self.cue_ends_at(at, cue))
    }

    /// Whether words that say so end before `end`: 'shares of' of 'shares of Vertiv'.
    pub(super) fn hint_ends_at(&self, end: usize, wanted: NameHint) -> bool {
        let from = self.sentence.start.max(end.saturating_sub(2));
        let words = |at: usize| self.reading.words.get(at..end).unwrap_or_default();
        (from..end).any(|at| self.pack.cues.name_hints.exact(words(at)).contains(&wanted))
    }

    /// Whether a word of a report of a match stands before or behind a club: 'Chelsea drew', 'striker Chelsea'.
    fn stands_in_match(&self, tokens: Range<usize>) -> bool {
        let is_behind = tokens.end < self.sentence.end && self.hint_ends_at(tokens.end + 1, NameHint::MatchWord);
        is_behind || self.hint_ends_at(tokens.start, NameHint::MatchWord)
    }

    pub(super) fn cue_ends_at(&self, end: usize, wanted: NameCue) -> bool {
        let from = self.sentence.start.max(end.saturating_sub(3));
        (from..end).any(|at| self.pack.cues.names.exact(&self.reading.words[at..end]).contains(&wanted))
    }
}

/// Whether words are the name of an organisation, as far as is known.
fn is_body(evidence: Evidence) -> bool {
    matches!(
        evidence,
        Evidence::OrganisationWord
            | Evidence::Tagged(EntityKind::Organisation)
            | Evidence::Known(_, EntityKind::Organisation)
    )
}

/// Whether all letters of `short` stand in `name` in their order, the first one first.
fn abbreviates(short: &str, name: &str) -> bool {
    let lower = |text: &str| text.chars().flat_map(char::to_lowercase).collect::<Vec<_>>();
    let (short, name) = (lower(short), lower(name));
    let mut letters = name.iter();
    short.first() == name.first() && short.len() < name.len() && short.iter().all(|c| letters.any(|letter| letter == c))
}
