//! Which words of a sentence are verbs to events: by the lists and their form, or by the word of tense, the agent or the number that
//! stands before them.

use std::ops::Range;

use super::stage::Stage;
use crate::analysis::verbs;
use crate::lang::{Cue, EventWord, NameCue, Turn, WordId};
use crate::text::token::Case;

/// 'ada izin baru dari pemerintah daerah' has no more tokens.
const LONGEST_NOUN_TOKENS: usize = 7;

/// 'its annual revenue' before 'forecast'
const LONGEST_OBJECT: usize = 3;

impl Stage<'_> {
    /// Whether the word at `at` is a verb, or looks like one, and no noun behind an article, nor a name.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        let Some(asked) = at.checked_sub(self.tokens().start).and_then(|index| self.verbs.get(index)) else {
            return self.looks_like_verb(at);
        };
        let is_verb = asked.get().unwrap_or_else(|| self.looks_like_verb(at));
        asked.set(Some(is_verb));
        is_verb
    }

    fn looks_like_verb(&self, at: usize) -> bool {
        // 'The two had been friends'
        let behind_article = at > 0
            && self.is(at - 1, EventWord::Determiner)
            && !self.is(at, EventWord::Pluperfect)
            && !self.is_behind_relative(at);
        (!behind_article || self.is_last_done(at) || self.is_done_by_some(at))
            && !self.is_name(at)
            && !self.is_after_event(at)
            && !self.is_hour(at)
            && !self.is_of_object(at)
            && (verbs::is_verb(self.reading, self.pack, at)
                || self.is_behind_auxiliary(at)
                || self.is_behind_agent(at)
                || self.is_fronted(at))
    }

    /// 'raised its annual revenue forecast': a noun that is a verb as well, at the end of what a verb right before is done to; but not in
    /// 'said the agency forecast'.
    fn is_of_object(&self, at: usize) -> bool {
        let noun_too = |at: usize| {
            let word = self.reading.words.get(at);
            word.is_some_and(|&word| self.pack.cues.turns.of(word).contains(&Turn::NounToo))
        };
        let near = at.saturating_sub(LONGEST_OBJECT).max(self.tokens().start + 1)..at.saturating_sub(1);
        let done =
            |at: usize| verbs::is_verb(self.reading, self.pack, at) && !self.is(at, EventWord::Report) && !noun_too(at);
        let article = |at: usize| self.is(at, EventWord::Determiner) && done(at - 1);
        self.pack.grammar.verbs_inflect && noun_too(at) && near.into_iter().any(article)
    }

    /// 'ditemui usai sidang': a word for the end that only tells what stands before it happened after an event; 'sidang usai' is over.
    fn is_after_event(&self, at: usize) -> bool {
        self.pack.grammar.noun_first && self.is(at, EventWord::Circumstance) && self.is_event_noun(at + 1)
    }

    /// 'Dibangun pada 1928, gedung itu': a verb that opens its sentence, before where or when it was done.
    fn is_fronted(&self, at: usize) -> bool {
        if at != self.tokens().start || !self.pack.grammar.noun_first || !self.reading.is_capitalised(at) {
            return false;
        }
        let word = |at: usize| self.reading.words.get(at);
        let place = |&word: &WordId| self.pack.cues.names.of(word).contains(&NameCue::PlacePreposition);
        let led = self.is_time_preposition(at + 1) || word(at + 1).is_some_and(place);
        let known = || self.pack.cues.not_verbs.has(self.reading.words[at]);
        let named = || self.is_within_name(self.reading.span(at..at + 1));
        led && verbs::has_form(self.pack, self.reading.folded(at)) && !known() && !named()
    }

    /// 'Lusa kami vaksin 400 ekor', 'sudah kami data': what follows whoever does it, behind a time or a word of tense.
    fn is_behind_agent(&self, at: usize) -> bool {
        let small = |at: usize| self.reading.tokens.get(at).is_some_and(|token| token.case == Case::Lower);
        if at < self.tokens().start + 2 || !small(at) || !self.is(at - 1, EventWord::Agent) {
            return false;
        }
        // 'Kemarin saya bodoh' has no object, nor has 'sudah kami data'.
        let object = self.reading.is_word(at + 1) || self.reading.is_number(at + 1);
        let tense = self.is(at - 2, EventWord::Done) || self.is(at - 2, EventWord::ToCome);
        let light = self.is(at, EventWord::Auxiliary)
            || self.is(at, EventWord::Determiner)
            || self.negates(at)
            || self.is_time_preposition(at)
            || self.opens_clause(at)
            || self.is_in_time(at)
            || self.pack.function_words.contains(&self.reading.words[at]);
        // '"Kami geser trasenya tahun depan"'
        let owned = |suffix: &String| self.reading.text(at + 1).ends_with(suffix.as_str());
        let opens = self.is_quotation_mark(at - 2) && self.pack.cues.owned_suffixes.iter().any(owned);
        (tense || object && (self.is_in_time(at - 2) || opens)) && !light
    }

    /// 'the bridge that opened', but not 'in that report' nor 'said that report': a noun stands before the word for 'which'.
    fn is_behind_relative(&self, at: usize) -> bool {
        let Some(noun) = at.checked_sub(2).filter(|&noun| noun >= self.tokens().start && self.is_relative(at - 1))
        else {
            return false;
        };
        let leads = self.is_time_preposition(noun) || self.is_and(noun) || self.opens_clause(noun);
        let is_verb = |at: usize| verbs::is_verb(self.reading, self.pack, at) || self.is(at, EventWord::Auxiliary);
        let has_ending = || self.pack.cues.verb_suffixes.iter().any(|it| self.reading.text(at).ends_with(it.as_str()));
        self.reading.is_word(noun) && !leads && (has_ending() || !is_verb(noun))
    }

    /// 'The city last flooded in 2010', 'was first struck in May': a verb behind a word for which of several times, with no article
    /// before both.
    fn is_last_done(&self, at: usize) -> bool {
        let leads = |at: usize| self.reading.is_word(at) && !self.is(at, EventWord::Determiner);
        let which = at > self.tokens().start + 1 && self.is(at - 1, EventWord::Which) && leads(at - 2);
        which && !self.is_time_preposition(at - 2) && verbs::is_verb(self.reading, self.pack, at)
    }

    /// 'after one melted on a train', 'when two died': a number that stands for whoever does it, right behind what opens the clause.
    fn is_done_by_some(&self, at: usize) -> bool {
        let some = at.checked_sub(2).is_some_and(|opener| opener >= self.tokens().start && self.opens_clause(opener));
        let ends = || !self.reading.is_word(at + 1) || self.is_time_preposition(at + 1);
        some && self.pack.grammar.verbs_inflect && self.says(at - 1, |cue| *cue == Cue::Quantity).is_some() && ends()
    }

    /// 'would review', 'telah meneken': what follows a word of tense is a verb, whatever it looks like.
    fn is_behind_auxiliary(&self, at: usize) -> bool {
        let is_small = |at: usize| self.reading.tokens.get(at).is_some_and(|token| token.case == Case::Lower);
        is_small(at)
            && at > self.tokens().start
            && self.is(at - 1, EventWord::Auxiliary)
            // 'In May there were', 'had revenue'
            && (is_small(at - 1) || !self.is_time_preposition(at.saturating_sub(2)))
            && !(self.pack.grammar.verbs_inflect && self.is_behind_state(at))
            && !self.is(at, EventWord::Auxiliary)
            // 'masih kosong' tells how something is.
            && !self.is(at - 1, EventWord::State)
            && !self.is(at, EventWord::Determiner)
            && !self.is_time_preposition(at)
            && !self.opens_clause(at)
            // 'fell to about 19,000'
            && !self.is(at, EventWord::Approximation)
            // 'a letter to staff'
            && !self.pack.cues.turns.of(self.reading.words[at]).contains(&Turn::Listener)
            // 'akun resmi mereka'
            && self.says(at, |cue| *cue == Cue::Pronoun).is_none()
            // 'gembok baru kepada sekolah'
            && self.says(at, |cue| *cue == Cue::Told).is_none()
            // 'Sampel akan kami kirim'
            && !self.is(at, EventWord::Agent)
            // 'according to court papers'
            && self.says(at.saturating_sub(2), |cue| *cue == Cue::According).is_none_or(|len| len < 2)
            // 'membeli kembali saham'
            && !(self.pack.grammar.noun_first && self.is_behind_deed(at - 1))
            // 'direncanakan pekan ini'
            && !self.is_in_time(at)
    }

    /// Whether a verb that is no word of tense stands right before `at`, in small letters.
    fn is_behind_deed(&self, at: usize) -> bool {
        at > self.tokens().start
            && self.reading.tokens[at - 1].case == Case::Lower
            && !self.is(at - 1, EventWord::Auxiliary)
            && verbs::has_form(self.pack, self.reading.text(at - 1))
            && verbs::is_verb(self.reading, self.pack, at - 1)
    }

    /// 'were still without power', 'was not available': behind a form of 'be' only what is known for a verb is one.
    fn is_behind_state(&self, at: usize) -> bool {
        let leads = |at: usize| self.is(at, EventWord::State) || self.is(at, EventWord::Passive);
        let negated = at > 1 && self.is(at - 1, EventWord::Negation) && leads(at - 2);
        negated || leads(at - 1)
    }

    /// Whether the verb at `at` has a meaning of its own.
    pub(super) fn is_main_verb(&self, at: usize) -> bool {
        self.is_verb(at) && (!self.is(at, EventWord::Auxiliary) || self.goes_somewhere(at))
    }

    /// 'dan kembali pada 28 November', 'ikut ke Manila': a word of tense that is a verb itself, before where to or when.
    fn goes_somewhere(&self, at: usize) -> bool {
        let word = |at: usize| self.reading.words.get(at);
        let place =
            |at: usize| word(at).is_some_and(|&it| self.pack.cues.names.of(it).contains(&NameCue::PlacePreposition));
        self.pack.grammar.noun_first
            && self.is(at, EventWord::Moves)
            && (self.is_time_preposition(at + 1) || place(at + 1))
    }

    /// 'Dana serupa tahun lalu tidak terserap', 'belum disalurkan': whether a verb tells what did not come about.
    pub(super) fn is_undone(&self, verb: usize) -> bool {
        let light = |at: &usize| self.is(*at, EventWord::Auxiliary) && !self.negates(*at);
        let before = (self.tokens().start..verb).rev().find(|at| !light(at));
        // 'batal berangkat' came about.
        let undone = |at: usize| self.negates(at) && !self.is_verb(at);
        // 'agar kekacauan pada 2023 tidak terulang'
        let of_event = || (self.tokens().start..=verb).any(|at| self.is_event_noun(at));
        self.pack.grammar.noun_first && (before.is_some_and(undone) && !of_event() || self.is_of_none(verb))
    }

    /// 'tidak ada izin baru yang terbit', 'Tidak satu pun pesawat yang mendarat': what none of them did, or was done to none.
    pub(super) fn is_of_none(&self, verb: usize) -> bool {
        let light = |at: &usize| self.is(*at, EventWord::Auxiliary) || self.is(*at, EventWord::Agent);
        let start = self.tokens().start;
        let relative = (start..verb).rev().find(|at| !light(at)).filter(|&at| self.is_relative(at));
        let Some(relative) = relative.filter(|_| self.pack.grammar.noun_first) else { return false };
        let near = start.max(relative.saturating_sub(LONGEST_NOUN_TOKENS))..relative;
        let parts = |at: usize| !self.reading.is_word(at) || self.is_main_verb(at);
        let none = |at: usize| {
            let len = self.len_of(at, EventWord::Negation).unwrap_or(0);
            self.negates(at) && (len > 1 || self.is(at + 1, EventWord::State))
        };
        near.rev().take_while(|&at| !parts(at) || self.negates(at)).any(none)
    }

    pub(super) fn has_verb(&self, mut tokens: Range<usize>) -> bool {
        tokens.any(|at| self.is_verb(at))
    }

    /// Whether a verb stands in `tokens` that does more than say something.
    pub(super) fn tells_deed(&self, mut tokens: Range<usize>) -> bool {
        tokens.any(|at| self.is_verb(at) && !self.is(at, EventWord::Report))
    }
}
