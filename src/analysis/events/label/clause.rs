//! Keeps of a sentence the clause that holds the verb.

use std::ops::Range;

use super::length::SHORTEST_OBJECT_CHARS;
use super::{LONGEST_CHARS, Label};
use crate::analysis::events::{charge, clauses};
use crate::lang::{EventWord, StatusCue, Turn};
use crate::model::Span;

/// 'What they're saying' has as many tokens.
const LONGEST_LABEL_TOKENS: usize = 5;

/// 'expected to be completed' has as many tokens.
const LONGEST_PLAN_TOKENS: usize = 5;

/// The subject of a clause behind ', and' has no more tokens.
const LONGEST_SUBJECT_TOKENS: usize = 8;

impl Label<'_> {
    /// Keeps what stands between the semicolons around the verb.
    pub(super) fn keep_clause(&mut self, time: Span) {
        let Some(first) = self.pieces.first().copied() else { return };
        self.keep_fronted(time);
        let tokens =
            self.reading.tokens_in(first).start..self.pieces.last().map_or(0, |it| self.reading.tokens_in(*it).end);
        let parts =
            |at: &usize| clauses::parts_clauses(self.stage, *at) || self.turns_to_other(*at) || self.says_more(*at);
        let opens = |at: &usize| parts(at) || self.labels(tokens.start, *at);
        let start = (tokens.start..self.verb).rev().find(opens);
        let behind_time = self.reading.token_from(time.start).max(self.verb);
        let has_own_time = |at: &usize| self.turns_to_other_time(*at);
        let end = (self.verb..tokens.end).find(parts).or_else(|| (behind_time..tokens.end).find(has_own_time));
        if let Some(start) = start {
            let joint = start + usize::from(self.reading.mark(start) == ',' || self.says_more(start));
            self.drop(Span::new(first.start, self.reading.tokens[joint].span().end));
        }
        if let Some(end) = end {
            self.drop(self.reading.span(end..tokens.end));
        }
    }

    /// 'Driving the news: the owners agreed': whether the colon at `at` closes a label of a few words.
    fn labels(&self, start: usize, at: usize) -> bool {
        let colon = self.reading.mark(at) == ':' && !self.reading.is_glued(at + 1);
        colon && self.pack.grammar.verbs_inflect && at - start < LONGEST_LABEL_TOKENS
    }

    /// 'said that nobody was hurt and that schools would be closed': whether the second of two things said begins at `at`.
    fn says_more(&self, at: usize) -> bool {
        let stage = self.stage;
        stage.pack.grammar.verbs_inflect
            && stage.is_and(at)
            && stage.is(at + 1, EventWord::Complementiser)
            && stage.has_verb(at + 2..stage.tokens().end)
            && stage.has_verb(stage.tokens().start..at)
    }

    /// ', sedangkan tenaga teknis pada 1 Maret': whether somebody else's time is told behind the comma at `at`, with the same verb; or, right
    /// behind its time, what came next of the same ('dimulai pada 2022, sempat terhenti').
    fn turns_to_other_time(&self, at: usize) -> bool {
        let stage = self.stage;
        let next = stage.is(at + 1, EventWord::Auxiliary) && stage.is_verb(at + 2) && !stage.negates(at + 1);
        if stage.pack.grammar.noun_first && stage.reading.is_comma(at) && stage.is_in_time(at - 1) && next {
            return true;
        }
        let other = self.reading.mark(at) == ',' && stage.is(at + 1, EventWord::Contrast);
        other && stage.pack.grammar.noun_first && !clauses::times_in(stage, at..stage.tokens().end).is_empty()
    }

    /// Keeps of 'Dibangun pada 1928, gedung itu terbakar pada Senin' what stands on the verb's side of the comma behind the first time.
    fn keep_fronted(&mut self, time: Span) {
        let stage = self.stage;
        let first = stage.tokens().start;
        if !stage.pack.grammar.noun_first || !stage.is_main_verb(first) || stage.is_event_noun(first) {
            return;
        }
        let comma =
            (first + 1..stage.tokens().end).find(|&at| self.reading.mark(at) == ',' && stage.is_in_time(at - 1));
        let Some(comma) = comma.filter(|&at| !(first + 1..at).any(|at| stage.is_main_verb(at))) else { return };
        if self.verb > comma {
            self.drop(self.reading.span(first..comma + 1));
        } else if self.verb == first && self.reading.token_from(time.start) < comma {
            // 'Diluncurkan aplikasi itu': with whom the rest of the sentence tells of.
            let goes_on = |at: &usize| {
                let verb = stage.is_verb(*at) || stage.is(*at, EventWord::Auxiliary);
                verb || stage.is_in_time(*at) || !self.reading.is_word(*at)
            };
            let end = stage.tokens().end;
            let verb = (comma + 1..end).find(goes_on).unwrap_or(end);
            self.drop(self.reading.span(verb..end));
        }
    }

    /// ', tapi striker yang mencetak enam gol': whether a clause with a subject of its own begins behind the comma at `at`, by a word for
    /// 'but' or 'while'.
    fn turns_to_other(&self, at: usize) -> bool {
        let stage = self.stage;
        let comma = self.reading.is_comma(at);
        let end = stage.tokens().end;
        let goes_on = |at: usize| stage.is_verb(at) || stage.is(at, EventWord::Auxiliary) || stage.negates(at);
        comma
            && (stage.is(at + 1, EventWord::Contrast) || self.joins_other(at + 1))
            && at + 2 < end
            && !goes_on(at + 2)
            && stage.has_verb(at + 2..end)
    }

    /// ', and the estuary was reopened to swimmers': whether a subject and its verb follow the word for 'and' at `at`.
    fn joins_other(&self, at: usize) -> bool {
        let stage = self.stage;
        let limit = stage.tokens().end.min(at + 1 + LONGEST_SUBJECT_TOKENS);
        let goes_on = |at: usize| stage.is_verb(at) || stage.is(at, EventWord::Auxiliary);
        let stops = |at: &usize| goes_on(*at) || !self.reading.is_word(*at) || stage.opens_clause(*at);
        let tense = || (at + 2..limit).find(stops).is_some_and(|at| stage.is(at, EventWord::Auxiliary));
        stage.pack.grammar.verbs_inflect && stage.is_and(at) && tense() && stage.has_verb(stage.tokens().start..at)
    }

    /// Keeps the clause about a noun that holds the verb and the time, and the noun, where the sentence goes on behind its
    /// comma: 'documents show how the project, which began in 2022, was discussed'.
    pub(super) fn keep_aside(&mut self, time: Span) {
        let Some(last) = self.pieces.last().copied() else { return };
        let (tokens, time) = (self.reading.tokens_in(last), self.reading.tokens_in(time));
        let is_comma = |at: usize| self.reading.is_comma(at);
        let opens = |at: &usize| self.stage.is_relative(*at) && is_comma(at - 1);
        // 'The accord on fire safety, signed in May 2013, covers 1,600 factories'
        let done = self.stage.is(self.verb, EventWord::Participle) && is_comma(time.end) && tokens.contains(&time.end)
            || self.is_done_aside(&tokens, time.end);
        let participle = Some(self.verb).filter(|&verb| done && verb > tokens.start + 1 && is_comma(verb - 1));
        let relative = || (tokens.start + 2..self.verb).rev().find(opens);
        let plan = self.aside_of_plan(&tokens, &time);
        let Some(relative) = participle.or(plan).or_else(relative) else { return };
        let next = || (self.verb.max(time.end - 1) + 1..tokens.end).find(|&at| is_comma(at));
        let close = plan.map(|_| time.end).or_else(next);
        let stage = self.stage;
        let noun = self.noun_before(tokens.start, relative - 1);
        // 'was agreed at the fair, which opens on Thursday'
        let ends = || {
            let interval = stage.found.times.items().iter().find(|it| stage.time_tokens(it) == time);
            let ahead = interval.and_then(|it| it.value.interval()).is_some_and(|it| stage.is_ahead(it));
            let first = (relative + 1..self.verb).all(|at| stage.is(at, EventWord::Auxiliary));
            ahead && first && stage.is(noun, EventWord::Determiner) && stage.has_verb(tokens.start..noun)
        };
        if time.start <= relative || close.is_none() && self.pack.grammar.verbs_inflect && !ends() {
            return;
        }
        close.inspect(|&close| self.drop(self.reading.span(close..tokens.end)));
        // 'mengalahkan Budi, yang empat tahun lalu kalah tipis'
        let told = || close.is_none() && noun < relative - 1 && self.stage.has_verb(tokens.start..noun);
        if noun > tokens.start && (self.stage.is(noun, EventWord::Determiner) || told()) {
            self.drop(Span::new(last.start, self.reading.tokens[noun - 1].span().end));
        }
    }

    /// 'The treaty, due to expire on Feb. 5, caps': where an aside with a word of plan begins that ends with its time, right behind the subject.
    fn aside_of_plan(&self, tokens: &Range<usize>, time: &Range<usize>) -> Option<usize> {
        let stage = self.stage;
        let near = (tokens.start + 2..time.start).rev().take(LONGEST_PLAN_TOKENS);
        let opens = near.into_iter().find(|&at| self.reading.is_comma(at - 1))?;
        let plans = (opens..time.start).any(|at| stage.status_cue(at) == Some(StatusCue::Planned));
        let closed = tokens.contains(&time.end) && self.reading.is_comma(time.end);
        let bare = time.end + 2 < tokens.end && !stage.has_verb(tokens.start..opens - 1);
        (stage.pack.grammar.verbs_inflect && plans && closed && bare).then_some(opens)
    }

    /// 'The charity, started in 2014 in a garage, feeds 300 families': whether the verb is that of an aside without a subject, behind which the
    /// sentence goes on with the verb of its noun.
    fn is_done_aside(&self, tokens: &Range<usize>, time: usize) -> bool {
        let stage = self.stage;
        let verb = self.verb;
        let opens = stage.pack.grammar.verbs_inflect && verb > tokens.start + 1 && self.reading.is_comma(verb - 1);
        // 'JNIM, the affiliate, announced a blockade in May, ...' has its aside before the verb.
        let closes = (tokens.start..verb.saturating_sub(1)).any(|at| self.reading.is_comma(at));
        if !opens || closes || !stage.is_main_verb(verb) || stage.has_verb(tokens.start..verb - 1) {
            return false;
        }
        let close = (time..tokens.end).find(|&at| self.reading.is_comma(at));
        let goes_on = |at: usize| {
            let leads = stage.opens_clause(at) || stage.is_time_preposition(at) || stage.is(at, EventWord::Determiner);
            at < tokens.end && self.reading.is_word(at) && !self.reading.is_capitalised(at) && !leads
        };
        close.is_some_and(|close| goes_on(close + 1) && !stage.has_verb(time..close))
    }

    /// Keeps the clause that holds the verb and the time, without the word that joins it: of one that opens the sentence what
    /// stands before its comma ('When Britain left in 1947, Afghanistan voted'), of one behind 'since' or 'until' all of it
    /// ('attacks have tripled since it returned in 2021'), and of one that tells how long before something else was
    /// ('resigned two days after the vote failed on Monday').
    pub(super) fn keep_subordinate(&mut self, time: Span) {
        let Some(&piece) = self.pieces.first() else { return };
        let inflects = self.pack.grammar.verbs_inflect;
        let (tokens, time) = (self.reading.tokens_in(piece), self.reading.tokens_in(time));
        let is_comma = |at: usize| self.reading.is_comma(at);
        let lasting = |at: usize| self.stage.is(at, EventWord::Lasting) || self.stage.is(at, EventWord::Since);
        let noun = |at: usize| !inflects && self.stage.is_event_noun(at);
        // 'since fighting broke out'
        let subject = |at: usize| {
            self.pack.cues.aside_suffix(self.reading.text(at)) && self.stage.is_main_verb(at + 1) && at < self.verb
        };
        let is_noun = |at: usize| noun(at) || inflects && subject(at);
        // 'mengingat' opens a clause, and looks like a verb.
        let verb =
            |at: usize| self.stage.is_main_verb(at) && !is_noun(at) && (inflects || !self.stage.opens_clause(at));
        let stops = |at: &usize| is_comma(*at) || verb(*at) || self.stage.is_in_time(*at);
        let mut before = (tokens.start..self.verb.max(tokens.start)).rev().take_while(|at| !stops(at));
        let joins = |at: usize| self.stage.opens_clause(at) && !self.stage.is_relative(at) && !self.stage.is_and(at);
        // 'had waited outside before he set off his vest at noon': the time is that of the clause.
        let own = |at: usize| {
            let has_time = at > tokens.start && self.stage.is_time_preposition(at) && time.start > self.verb;
            // 'kekalahannya tak lama setelah tempat pemungutan suara ditutup pukul 21.00'
            let told = || self.stage.has_verb(tokens.start..at) == inflects && at > tokens.start;
            has_time && told() || self.stage.is_behind_length(at)
        };
        let opens = |at: usize| lasting(at) || inflects && at == tokens.start && joins(at);
        // 'memilah sampah, karena TPA ditutup pada Juli': behind a comma the time is that of the clause with it.
        let parted = |at: usize| {
            let behind = at > tokens.start && is_comma(at - 1) && !inflects && time.start > self.verb;
            behind && !(self.verb..time.start).any(is_comma)
        };
        let opener = before.find(|&at| opens(at) || joins(at) && (own(at) || parted(at)));
        let begins = |at: usize| self.stage.is_verb(at) && !is_noun(at);
        let Some(opener) = opener.filter(|&opener| opener + 1 < self.verb && !begins(opener + 1)) else {
            return;
        };
        if let Some(close) = (self.verb..tokens.end).find(|&at| is_comma(at)).filter(|&close| time.end <= close) {
            self.drop(self.reading.span(close..tokens.end));
        }
        self.drop(self.reading.span(tokens.start..opener + 1));
    }

    /// Drops the clause about the subject right before the verb: 'Schumer, who had said his caucus would block it, reversed
    /// himself'.
    pub(super) fn drop_aside(&mut self, time: Span) {
        let Some(&piece) = self.pieces.first() else { return };
        let tokens = self.reading.tokens_in(piece);
        // 'Wedding, who is on a list of the most wanted, is accused of ordering the killing'
        let charge = charge::leads_to(self.stage, self.verb).filter(|&at| tokens.contains(&at));
        let Some((open, close)) = self.aside_before(tokens.start, charge.unwrap_or(self.verb)) else { return };
        let aside = self.reading.span(open..close + 1);
        // What has room tells more of the subject: 'The last eruption, which gave birth to Monte Nuovo, came'.
        let verb = self.reading.span(self.verb..self.verb + 1);
        let end = if charge.is_some() { verb.end } else { aside.end };
        let whole = Span::new(piece.start, end).of(self.reading.body).chars().count();
        let says = (open..close).any(|at| self.stage.is(at, EventWord::Complementiser));
        let is_long = says || whole > LONGEST_CHARS;
        if is_long && self.stage.is_relative(open + 1) && !aside.covers(time) {
            self.drop(aside);
        }
    }

    /// Drops the name or the row of places right behind the subject, where the label has no room for all: 'Warga Griya Asri, Kecamatan
    /// Tembalang, Kota Semarang, digegerkan dengan penemuan', 'The taoiseach, Micheál Martin, is expected to travel to Mayo'.
    pub(super) fn drop_apposition(&mut self) {
        let Some(&piece) = self.pieces.first().filter(|_| self.chars() > LONGEST_CHARS) else { return };
        let tokens = self.reading.tokens_in(piece);
        let first = tokens.clone().find(|&at| self.stage.is_verb(at) || self.stage.is(at, EventWord::Auxiliary));
        let Some((open, close)) = first.and_then(|first| self.aside_before(tokens.start, first)) else { return };
        let named = |at: usize| !self.reading.is_word(at) || self.reading.is_capitalised(at);
        let told = Span::new(piece.start, self.reading.span(self.verb..self.verb + 1).end.max(piece.start));
        let is_full = told.of(self.reading.body).chars().count() + SHORTEST_OBJECT_CHARS > LONGEST_CHARS;
        if is_full && close <= self.verb && (open + 1..close).all(named) {
            self.drop(self.reading.span(open..close + 1));
        }
    }

    /// The commas around what stands right before the verb and its words of tense.
    pub(super) fn aside_before_verb(&self, start: usize) -> Option<(usize, usize)> {
        self.aside_before(start, self.verb)
    }

    pub(super) fn aside_before(&self, start: usize, verb: usize) -> Option<(usize, usize)> {
        let is_comma = |at: usize| self.reading.is_comma(at);
        // 'petani di Pintu Rime Gayo, Bener Meriah, tersebut menjaga kebun'
        let definite = |at: usize| self.pack.cues.turns.of(self.reading.words[at]).contains(&Turn::DefiniteBehind);
        let light = |at: &usize| self.stage.is(*at, EventWord::Auxiliary) || definite(*at);
        let close = (start..verb).rev().find(|at| !light(at)).filter(|&at| is_comma(at))?;
        let commas = || (start + 1..close).rev().filter(|&at| is_comma(at));
        // 'The plane, operated by the Wichita, Kansas-based carrier Prairie Air, had taken off'
        let done = |&at: &usize| self.pack.grammar.verbs_inflect && self.stage.is_main_verb(at + 1);
        let relative = || commas().find(|&at| self.stage.is_relative(at + 1));
        let open = relative().or_else(|| commas().find(done)).or_else(|| commas().next())?;
        // 'di Desa Antara, Kecamatan Pintu Rime Gayo, Aceh,' is one row of places.
        let named = |&at: &usize| self.pack.grammar.noun_first && self.reading.is_capitalised(at);
        let before = |open: usize| (start + 1..open).rev().find(|at| !named(at)).filter(|&at| is_comma(at));
        let open = std::iter::successors(Some(open), |&open| before(open)).last()?;
        Some((open, close))
    }
}
