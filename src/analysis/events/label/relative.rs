//! Keeps the noun and the clause about it, of a sentence that tells something else of it: 'praised the deal that both had signed
//! in May', 'menguasai seperlima wilayahnya, termasuk Krimea yang dianeksasi pada 2014'.

use std::ops::Range;

use super::length::SHORTEST_OBJECT_CHARS;
use super::{LONGEST_CHARS, Label};
use crate::analysis::events::clauses;
use crate::lang::{Cue, EventWord, Turn};
use crate::model::{Grain, Span, TimeExpression};

/// Between the word for 'which' and its verb stand at most as many tokens: 'that the two sides had signed'.
const LONGEST_SUBJECT_TOKENS: usize = 6;

/// 'peraturan gubernur' before 'yang diteken'
const LONGEST_LAW_TOKENS: usize = 3;

/// A noun with what stands before it: 'the first three-month doping ban'.
const LONGEST_NOUN_TOKENS: usize = 8;

impl Label<'_> {
    /// Keeps the clause that holds the verb and the time, without a comma before it, and its noun. A day may be that of the sentence
    /// as well ('visited the men who were hurt on Monday', 'The crash that happened on Monday killed two'); a month or a year is not.
    /// Tells whether it did.
    pub(super) fn keep_relative(&mut self, time: Span) -> bool {
        let (Some(&first), Some(&last)) = (self.pieces.first(), self.pieces.last()) else { return false };
        let times = self.stage.found.times.items();
        let first_time = times.get(times.partition_point(|it| it.span.start < time.start));
        let (tokens, time) = (self.reading.tokens_in(last), self.reading.tokens_in(time));
        // 'Pertukaran yang disepakati pada 16 Mei itu berlangsung tiga hari': the day stands within what the clause is about.
        let is_closed = self.reading.words.get(time.end).is_some_and(|&word| {
            self.pack.grammar.noun_first && self.pack.cues.turns.of(word).contains(&Turn::DefiniteBehind)
        });
        // 'signed up for a course that begins on 20 May': still to come, where the sentence tells what was.
        let interval = first_time.and_then(|time| time.value.interval());
        let is_ahead = self.pack.grammar.verbs_inflect && interval.is_some_and(|it| self.stage.is_ahead(it));
        // 'dibagi lewat keputusan menteri yang terbit pada 15 Januari'
        let coarse = first_time.is_some_and(is_coarse) || self.is_about_law(&tokens);
        let noun_first = self.pack.grammar.noun_first;
        if !noun_first && !is_closed && !coarse && !is_ahead && !self.has_time_behind(time.end, tokens.end) {
            return false;
        }
        // 'Girls abducted on 17 November were freed on Tuesday'
        let parted = coarse || self.has_time_behind(time.end, tokens.end);
        if parted && self.is_described_by_verb(&tokens, time.end) {
            self.drop(self.reading.span(time.end..tokens.end));
            return true;
        }
        let contact = || self.subject_behind_noun(&tokens).filter(|_| coarse);
        let Some(relative) =
            self.relative_before_verb(&tokens).or_else(contact).filter(|&relative| relative < time.start)
        else {
            return false;
        };
        let noun = self.noun_before(tokens.start, relative);
        let behind = self.verb.max(time.end - 1) + 1..tokens.end;
        let closing = usize::from(is_closed && behind.start == time.end);
        let goes_on = |at: usize| self.stage.is_verb(at) || self.stage.is(at, EventWord::Auxiliary);
        let is_subject = behind.clone().nth(closing).is_some_and(goes_on);
        let told_before = || (tokens.start..noun).any(|at| self.stage.is_main_verb(at));
        // 'sebelum masa sidang yang berakhir 12 Februari'
        let led = || noun > tokens.start && self.leads_noun(noun - 1);
        let own = is_closed || coarse || !noun_first || is_subject || led();
        if noun >= relative || !own || !is_subject && !told_before() {
            return false;
        }
        if is_subject {
            self.drop(self.reading.span(behind));
        }
        if noun > tokens.start || first != last {
            self.drop(Span::new(first.start, self.reading.tokens[noun - 1].span().end));
        }
        true
    }

    /// Whether the word at `at` leads a noun and could open a clause: 'sebelum', 'setelah'.
    fn leads_noun(&self, at: usize) -> bool {
        self.stage.is_time_preposition(at) && self.stage.opens_clause(at)
    }

    /// Whether the verb is in a clause about a law.
    fn is_about_law(&self, tokens: &Range<usize>) -> bool {
        let relative = || self.relative_before_verb(tokens);
        let law = |relative: usize| {
            (tokens.start..relative).rev().take(LONGEST_LAW_TOKENS).any(|at| self.stage.is(at, EventWord::Law))
        };
        self.pack.grammar.noun_first && relative().is_some_and(law)
    }

    /// 'A memorial unveiled by the mayor in 1998 was moved': what was done to the subject, right behind its noun, where the sentence goes on
    /// behind the time with a word of tense.
    fn is_described_by_verb(&self, tokens: &Range<usize>, time: usize) -> bool {
        let (stage, verb) = (self.stage, self.verb);
        let goes_on = time < tokens.end && stage.is(time, EventWord::Auxiliary) && !stage.negates(time);
        let done = verb > tokens.start && verb < time && stage.is_verb(verb) && !stage.is(verb, EventWord::Auxiliary);
        let noun = || self.reading.is_word(verb - 1) && !stage.is(verb - 1, EventWord::Auxiliary);
        let alone = || !stage.tells_deed(tokens.start..verb) && !(tokens.start..verb).any(|at| stage.is_relative(at));
        self.pack.grammar.verbs_inflect && goes_on && done && noun() && alone()
    }

    /// 'The man who opened fire on Saturday had bought the rifle the day before': whether the sentence goes on right behind the time with a
    /// verb that has a time of its own.
    fn has_time_behind(&self, time: usize, end: usize) -> bool {
        let stage = self.stage;
        let to_do = || self.pack.cues.turns.of(self.reading.words[time]).contains(&Turn::ToDo);
        let goes_on = time < end && !to_do() && (stage.is(time, EventWord::Auxiliary) || stage.is_verb(time));
        self.pack.grammar.verbs_inflect && goes_on && !clauses::times_in(stage, time..end).is_empty()
    }

    /// Drops the clause about the subject, without a comma before it, that has a time of its own or leaves no room for the verb: 'A
    /// domestic worker who stole jewellery from her employer and pawned it was sentenced'.
    pub(super) fn drop_relative(&mut self, time: Span) {
        let Some(&piece) = self.pieces.first().filter(|_| self.pack.grammar.verbs_inflect) else { return };
        let (stage, tokens) = (self.stage, self.reading.tokens_in(piece));
        let verb = self.first_of_tense(tokens.start);
        let Some(relative) = (tokens.start + 1..verb).find(|&at| stage.is_relative(at)) else { return };
        let Some(last) = (relative + 1..verb).rev().find(|&at| stage.is_verb(at)) else { return };
        let pronoun = |at: usize| stage.says(at, |cue| *cue == Cue::Pronoun).is_some();
        let parts = |at: usize| {
            let comma = self.reading.is_comma(at);
            let opens = stage.opens_clause(at) && !stage.is_and(at) && !stage.is_time_preposition(at);
            comma || opens || stage.is(at, EventWord::Complementiser)
        };
        let whole = self.reading.is_word(relative - 1) && !stage.has_verb(tokens.start..relative);
        if !whole || stage.is(last, EventWord::Report) || pronoun(verb - 1) || (last + 1..verb).any(parts) {
            return;
        }
        let clause = self.reading.span(relative..verb);
        let room = Span::new(piece.start, self.reading.span(self.verb..self.verb + 1).end);
        let is_long = room.of(self.reading.body).chars().count() + SHORTEST_OBJECT_CHARS > LONGEST_CHARS;
        if !clause.covers(time) && (is_long || !clauses::times_in(stage, relative..verb).is_empty()) {
            self.drop(clause);
        }
    }

    /// The first of the verb and its words of tense, with an adverb between: 'had legally bought'.
    fn first_of_tense(&self, start: usize) -> usize {
        let tense = |at: usize| at >= start && self.stage.is(at, EventWord::Auxiliary);
        let adverb =
            |at: usize| self.reading.is_word(at) && !self.reading.is_capitalised(at) && !self.stage.is_verb(at);
        let mut verb = self.verb;
        loop {
            verb = match verb.saturating_sub(start) {
                1.. if tense(verb - 1) => verb - 1,
                2.. if tense(verb - 2) && adverb(verb - 1) => verb - 2,
                _ => return verb,
            }
        }
    }

    /// The word for 'which' that leads to the verb, with nothing but the verb's subject between.
    fn relative_before_verb(&self, tokens: &Range<usize>) -> Option<usize> {
        if !self.stage.is_main_verb(self.verb) {
            return None;
        }
        let from = self.verb.saturating_sub(LONGEST_SUBJECT_TOKENS).max(tokens.start + 1);
        // 'mendekam karena kasus yang sama dan baru bebas'
        let light = |at: usize| self.stage.is(at, EventWord::Auxiliary);
        let joins = |at: usize| self.stage.is_and(at) && (at + 1..self.verb).all(light);
        let stops = |at: &usize| {
            let parted = self.pack.grammar.noun_first && joins(*at);
            self.reading.mark(*at) == ',' || self.stage.is_main_verb(*at) || parted
        };
        let relative = (from..self.verb).rev().take_while(|at| !stops(at)).find(|&at| self.stage.is_relative(at))?;
        self.reading.is_word(relative - 1).then_some(relative)
    }

    /// 'the supplier it had hired': the pronoun right behind a noun with its article, which is the subject of the verb.
    fn subject_behind_noun(&self, tokens: &Range<usize>) -> Option<usize> {
        let stage = self.stage;
        let light = |at: &usize| stage.is(*at, EventWord::Auxiliary);
        let pronoun = (tokens.start..self.verb).rev().find(|at| !light(at))?;
        let is_pronoun = stage.says(pronoun, |cue| *cue == Cue::Pronoun).is_some();
        let noun = pronoun.checked_sub(1).filter(|&at| is_pronoun && at > tokens.start && self.reading.is_word(at))?;
        let other = stage.is_verb(noun) || stage.opens_clause(noun) || stage.is_time_preposition(noun);
        let article = stage.is(noun - 1, EventWord::Determiner)
            || noun > tokens.start + 1 && stage.is(noun - 2, EventWord::Determiner);
        (self.pack.grammar.verbs_inflect && !other && article).then_some(pronoun)
    }

    /// Where the noun begins that stands before `relative`: at its article, as far as the language has any.
    pub(super) fn noun_before(&self, start: usize, relative: usize) -> usize {
        let is_of = |at: usize| self.pack.cues.turns.of(self.reading.words[at]).contains(&Turn::Of);
        let leads = |at: usize| {
            let joins = self.stage.is_and(at) || self.stage.opens_clause(at) || self.stage.is_time_preposition(at);
            is_of(at) || joins || !self.reading.is_word(at) && self.reading.mark(at) != '-'
        };
        let near = relative.saturating_sub(LONGEST_NOUN_TOKENS).max(start)..relative;
        let is_article = |at: usize| self.stage.is(at, EventWord::Determiner) && !is_of(at);
        // 'a three-month ban'
        let mut within = near.clone().rev().take_while(|&at| !leads(at) || is_article(at));
        let article = within.find(|&at| is_article(at) && (at == near.start || !is_article(at - 1)));
        // 'Beijing's new rules': an article that is glued to its owner has the owner before it.
        let owner = |article: usize| match self.reading.is_glued(article) && article > near.start {
            true => {
                let named = |&at: &usize| self.reading.is_capitalised(at) || at + 1 == article;
                (start..article).rev().take_while(named).last().unwrap_or(article)
            }
            false => article,
        };
        let article = article.map(owner).filter(|_| self.pack.grammar.verbs_inflect);
        article.unwrap_or_else(|| clauses::noun_before(self.stage, start, relative))
    }
}

fn is_coarse(time: &TimeExpression) -> bool {
    time.value.interval().is_some_and(|interval| interval.grain >= Grain::Month)
}
