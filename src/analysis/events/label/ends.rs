//! Takes off what a label may not begin or end with: marks, and words that lead to what is not there.

use std::ops::Range;

use super::Label;
use crate::lang::{Cue, EventWord, NameCue, Turn};
use crate::model::Span;

/// 'as early as', or a comma and two words.
const LONGEST_LOOSE_TOKENS: usize = 3;

/// 'when a former lawyer of the port'
const LONGEST_EMPTY_TOKENS: usize = 7;

impl Label<'_> {
    /// Drops the words at the end that lead to what is not there: 'discovered by a labourer who', 'after the attack of'.
    pub(super) fn drop_loose_end(&mut self) {
        // 'addressed the Knesset, where ... and' of which what he said was left out
        while let [.., before, last] = self.pieces[..]
            && self.joins_nothing(self.reading.tokens_in(last))
            && before.start < last.start
        {
            self.pieces.pop();
        }
        let Some(mut last) = self.pieces.last().copied() else { return };
        if let [.., before, piece] = self.pieces[..]
            && self.empty_clause(self.reading.tokens_in(piece)) == Some(self.reading.tokens_in(piece).start)
        {
            self.pieces.pop();
            last = before;
        }
        let whole = self.reading.tokens_in(last);
        let tokens = whole.start..self.empty_clause(whole.clone()).unwrap_or(whole.end);
        // 'banjir yang menerjang tujuh' of seven towns, for which there is no room
        let goes_on = !self.stage.is_in_time(tokens.end) && tokens.end < self.stage.tokens().end;
        let leads = |at: usize| {
            let turns = self.pack.cues.turns.of(self.reading.words[at]);
            // 'ditangkap di', 'tenggelam saat'; in English such a word may belong to its verb ('carried out').
            let noun_first = self.pack.grammar.noun_first;
            let to_place = || self.pack.cues.names.of(self.reading.words[at]).contains(&NameCue::PlacePreposition);
            let adverbial = || turns.contains(&Turn::Adjunct) || to_place() || self.stage.opens_clause(at);
            let leads_on = noun_first && (adverbial() || self.stage.is_time_preposition(at));
            // ', terakhir' before 'Maret 2024', 'sepanjang tiga' of three kilometres
            let lone =
                || at + 1 == tokens.end && at > 0 && self.reading.mark(at - 1) == ',' && !self.reading.is_glued(at);
            let counts = || self.stage.says(at, |cue| *cue == Cue::Quantity).is_some();
            let led = || self.stage.is_time_preposition(at - 1) || self.reading.is_word(at + 1) && goes_on;
            // 'masa tanggap darurat selama 14' of so many days
            let half = || self.reading.is_number(at) && self.stage.is_in_time(at) && self.stage.is_in_time(tokens.end);
            let number = || at + 1 == tokens.end && at > 0 && (half() || led() && counts());
            // 'The outage that hit the bank was'
            let is_verb = || self.stage.is_verb(at) || self.stage.is(at, EventWord::Passive);
            let tense = !noun_first && self.stage.is(at, EventWord::Auxiliary) && is_verb();
            noun_first && (lone() || number())
                || tense
                || turns.contains(&Turn::Of)
                || !noun_first && turns.contains(&Turn::ToDo)
                || self.stage.is_relative(at)
                || self.stage.is_and(at)
                || leads_on
        };
        // 'The final is', of which the time was all that was told
        let is_verb = |at: usize| at == self.verb && at > tokens.start + 1 && self.stage.is(at, EventWord::Passive);
        // 'diamankan polisi setelah membentangkan' a banner, for which there is no room
        let begun = |at: usize| {
            // 'dirawat sepekan sebelum meninggal pada Kamis' lacks nothing but its time.
            let timed = self.stage.is_time_preposition(tokens.end) && self.stage.is_in_time(tokens.end + 1);
            let cut = self.pack.grammar.noun_first && at + 1 == tokens.end && goes_on && !timed;
            let cut = cut && self.reading.is_word(at + 1);
            cut && self.opens_bare(at) && self.stage.is_main_verb(at)
        };
        let is_loose = |at: &usize| {
            let at = *at;
            // 'naik dua kali lipat dari tahun lalu'
            let in_time = self.stage.is_in_time(at) && at > 0 && self.stage.is_in_time(at - 1);
            let leads_on = !in_time && (at > self.verb || is_verb(at)) && leads(at);
            !self.reading.is_capitalised(at) && (leads_on || begun(at) || begun(at + 1))
        };
        let mut end = tokens.end;
        while let Some(word) = (tokens.start..end).rfind(|&at| self.reading.mark(at) == ' ').filter(is_loose) {
            end = word;
        }
        if end < whole.end && end > tokens.start {
            self.end_last_behind(end - 1);
        }
        self.drop_loose_phrase();
        self.trim();
    }

    /// Where a clause begins at the end that has no room for its verb, or of which that was left out: 'The row erupted when a
    /// whistleblower'.
    fn empty_clause(&self, label: Range<usize>) -> Option<usize> {
        let stage = self.stage;
        let from = label.end.saturating_sub(LONGEST_EMPTY_TOKENS).max(self.verb + 1).max(label.start);
        let opens = |at: &usize| {
            let joins = stage.is_and(*at) || stage.is_relative(*at) || stage.is_time_preposition(*at);
            stage.opens_clause(*at) && stage.is(*at, EventWord::When) && !joins
        };
        let opener = (from..label.end).find(opens).filter(|_| self.pack.grammar.verbs_inflect)?;
        let behind = label.end..stage.tokens().end;
        (!stage.has_verb(opener..label.end) && stage.has_verb(behind)).then_some(opener)
    }

    fn end_last_behind(&mut self, token: usize) {
        let end = self.reading.tokens[token].span().end;
        self.pieces.last_mut().into_iter().for_each(|last| last.end = end);
    }

    /// Whether the verb at `at` stands right behind the word that opens its clause, and another verb before that.
    fn opens_bare(&self, at: usize) -> bool {
        let stage = self.stage;
        let first = self.pieces.first().map_or(at, |it| self.reading.tokens_in(*it).start);
        let opener = at.checked_sub(1).filter(|&opener| stage.opens_clause(opener) && !stage.is_relative(opener));
        opener.is_some_and(|opener| !stage.is_and(opener) && stage.has_verb(first..opener))
    }

    /// Whether words only join what was left out.
    fn joins_nothing(&self, words: Range<usize>) -> bool {
        words.clone().all(|at| self.stage.is_and(at) || self.stage.opens_clause(at) || !self.reading.is_word(at))
    }

    /// Drops a phrase at the end that leads on ('could spread as early as'), and the last word or two behind a comma, where they
    /// tell of nothing: 'roared ashore with winds of 120 mph, hours'.
    fn drop_loose_phrase(&mut self) {
        // 'asked for a trade in November, a week after he was suspended'
        if let [_, .., piece] = self.pieces[..]
            && self.tells_nothing(self.reading.tokens_in(piece))
        {
            self.pieces.pop();
        }
        // 'diantar ke rumah sakit malam itu juga'
        let is_end = |piece: &Span| {
            let words = self.reading.tokens_in(*piece);
            self.stage.len_of(words.start, EventWord::LooseEnd) == Some(words.len())
        };
        if self.pieces.len() > 1 && self.pieces.last().is_some_and(is_end) {
            self.pieces.pop();
        }
        let Some(last) = self.pieces.last().copied() else { return };
        let tokens = self.reading.tokens_in(last);
        let from = tokens.start.max(tokens.end.saturating_sub(LONGEST_LOOSE_TOKENS)).max(self.verb + 1);
        let is_loose = |at: usize| {
            // 'was called up from Triple-A'
            let small = !self.reading.is_capitalised(at);
            let leads = small && self.stage.len_of(at, EventWord::LooseEnd).is_some_and(|len| at + len == tokens.end);
            leads || self.reading.mark(at) == ',' && self.tells_nothing(at + 1..tokens.end)
        };
        // 'fired the coach less than 24 hours' after a loss
        let measured = self.measure_start(tokens.clone());
        if measured == Some(tokens.start) && self.pieces.len() > 1 {
            self.pieces.pop();
            return;
        }
        if let Some(end) =
            measured.or_else(|| (from..tokens.end).find(|&at| is_loose(at))).filter(|&end| end > tokens.start)
            && let Some(last) = self.pieces.last_mut()
        {
            last.end = self.reading.tokens[end - 1].span().end;
        }
    }

    /// Where a length of time begins that ends the label and leads to a clause that is gone.
    fn measure_start(&self, label: Range<usize>) -> Option<usize> {
        let stage = self.stage;
        let last = label.end.checked_sub(1).filter(|&at| at > self.verb && stage.is_in_time(at))?;
        if !stage.opens_clause(label.end) {
            return None;
        }
        let start = (label.start..=last).rev().take_while(|&at| stage.is_in_time(at)).last()?;
        let from = self.verb + 1..start;
        let lead = from.rev().take(LONGEST_LOOSE_TOKENS).find(|&at| {
            stage.len_of(at, EventWord::Approximation).is_some_and(|len| at + len == start)
                || stage.len_of(at, EventWord::Comparison).is_some_and(|len| at + len == start)
        });
        let lead = lead.unwrap_or(start);
        // 'collapsed within hours' when something else was
        let preposition = lead.checked_sub(1).filter(|&at| at > self.verb && stage.is_time_preposition(at));
        Some(preposition.unwrap_or(lead))
    }

    /// Whether a word or two, in small letters, are neither a verb nor a number, in a sentence that goes on behind them.
    fn tells_nothing(&self, words: Range<usize>) -> bool {
        let goes_on = self.stage.opens_clause(words.end) || self.stage.is_in_time(words.end);
        let plain = |at: usize| {
            let told = self.stage.is_verb(at) || self.reading.is_number(at) || self.reading.is_capitalised(at);
            self.reading.is_word(at) && !told
        };
        goes_on && self.pack.grammar.verbs_inflect && words.len() <= 2 && words.into_iter().all(plain)
    }

    /// Drops the marks at either end of each piece: what they divided is gone.
    pub(super) fn trim(&mut self) {
        let body = self.reading.body;
        // ’’Malam ini harus selesai’’; in English such a mark may end a word ('the players’').
        let quotes = self.pack.grammar.noun_first;
        let is_loose = |c: char| is_loose(c) || quotes && matches!(c, '’' | '‘');
        let open = self.pieces.iter().map(|piece| quotation_marks(piece.of(body))).sum::<usize>();
        // '"Rumah kami roboh' and 'dan belum ada bantuan,"' on either side of the time that was taken out
        let bare =
            |piece: Span| piece.of(body).trim_matches(|c: char| !is_quotation(c) && (c.is_whitespace() || is_loose(c)));
        let across = || match self.pieces[..] {
            [first, .., last] => bare(first).starts_with(is_quotation) && bare(last).ends_with(is_quotation),
            _ => false,
        };
        let across = open == 2 && across();
        for piece in &mut self.pieces {
            let text = piece.of(body);
            // Of a pair of marks none goes alone: 'declared a "significant event"'.
            let bare = bare(*piece);
            let whole = open == 2 && bare.len() > 1 && bare.starts_with(is_quotation) && bare.ends_with(is_quotation);
            let paired = open % 2 == 0 && !whole && !across;
            let loose = |c: char| c.is_whitespace() || is_loose(c) && !(paired && is_quotation(c));
            let (kept, front) = (text.trim_matches(loose), text.trim_start_matches(loose));
            let start = piece.start + (text.len() - front.len());
            *piece = Span::new(start, start + kept.len());
        }
        self.pieces.retain(|piece| !piece.is_empty());
        // ', and Noem arrived': the second of two clauses.
        let Some(first) = self.pieces.first_mut() else { return };
        let tokens = self.reading.tokens_in(*first);
        if tokens.start < self.verb && tokens.len() > 1 && self.stage.is_and(tokens.start) {
            first.start = self.reading.tokens[tokens.start + 1].span().start;
        }
    }
}

/// Whether a mark says nothing at the border of a label.
fn is_loose(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '-' | '–' | '—' | '•') || is_quotation(c)
}

fn is_quotation(c: char) -> bool {
    matches!(c, '“' | '”' | '"')
}

fn quotation_marks(text: &str) -> usize {
    // Most labels are plain, and are counted many bytes at once.
    if text.is_ascii() {
        return text.bytes().filter(|&byte| byte == b'"').count();
    }
    text.chars().filter(|&c| is_quotation(c)).count()
}
