//! Keeps a label within its width: at the border of a clause, or of a phrase, and never within a name.

use super::{LONGEST_CHARS, Label};
use crate::analysis::events::clauses;
use crate::analysis::events::stage::DEEPEST_NAMES;
use crate::lang::{EventWord, NameCue, StatusCue, Turn};
use crate::model::Span;

/// What is told behind a verb needs as much room.
pub(super) const SHORTEST_OBJECT_CHARS: usize = 16;

/// So many characters more a label has rather than losing its subject.
const OVERHANG_CHARS: usize = 10;

/// A phrase of as many tokens at the end of a label that is cut has only begun.
const LONGEST_BEGUN_TOKENS: usize = 3;

impl Label<'_> {
    /// Drops the verb to which that of the event is joined, where the label has no room for both: 'Seorang notaris tetap membuka kantornya
    /// hingga usia 68 tahun dan dijatuhi sanksi'.
    pub(super) fn drop_joined(&mut self) {
        // 'dan baru bebas', 'and is expected to travel'
        let plans = |at: usize| {
            let to_do = self.pack.cues.turns.of(self.reading.words[at]).contains(&Turn::ToDo);
            to_do || self.stage.status_cue(at) == Some(StatusCue::Planned)
        };
        let light =
            |at: &usize| self.stage.is(*at, EventWord::Auxiliary) || self.pack.grammar.verbs_inflect && plans(*at);
        let before = (0..self.verb).rev().find(|at| !light(at));
        let Some(and) = before.filter(|&at| self.stage.is_and(at)) else { return };
        let verb = self.reading.span(self.verb..self.verb + 1);
        let Some(piece) = self.pieces.iter().find(|piece| piece.covers(verb)) else { return };
        let chars = |from: usize, to: usize| Span::new(from, to).of(self.reading.body).chars().count();
        let room = LONGEST_CHARS.checked_sub(chars(piece.start, verb.end));
        if room.is_some_and(|room| room >= SHORTEST_OBJECT_CHARS || chars(verb.end, piece.end) <= room) {
            return;
        }
        let start = self.reading.tokens_in(*piece).start;
        let begins = |&at: &usize| self.stage.is_verb(at) || self.stage.is(at, EventWord::Auxiliary);
        let first = (start..and).find(begins).filter(|&first| first > start);
        // 'recovered the recorders from a plane that crashed and exploded': what the clause is about.
        let relative = first.and_then(|first| (first..and).rev().find(|&at| self.stage.is_relative(at)));
        if let Some(relative) = relative.filter(|_| self.pack.grammar.verbs_inflect) {
            let noun = (start..relative).rev().find(|&at| self.stage.is(at, EventWord::Determiner));
            return self.drop(self.reading.span(start..noun.unwrap_or(relative - 1)));
        }
        // 'were killed when the funicular derailed and crashed': whom the clause of both tells of.
        let joins = |at: usize| self.stage.opens_clause(at) && !self.stage.is_and(at) && !self.stage.is_verb(at + 1);
        let opener = first.and_then(|first| (first..and).rev().find(|&at| joins(at)));
        if let Some(opener) = opener.filter(|&at| self.pack.grammar.verbs_inflect && self.stage.has_verb(at + 1..and)) {
            return self.drop(self.reading.span(start..opener + 1));
        }
        if let Some(first) = first {
            // 'The taoiseach, Daniel Ashcombe, cut short a visit and is expected': no comma is left alone.
            let aside = self.aside_before(start, first).map(|(open, _)| open);
            self.drop(self.reading.span(aside.unwrap_or(first)..and + 1));
        }
    }

    /// Drops an adverbial that opens the clause, where there is no room for all: 'After four hours of comment, the board voted to
    /// table the request'.
    pub(super) fn drop_opening(&mut self) {
        let Some(&piece) = self.pieces.first().filter(|_| self.pack.grammar.verbs_inflect) else { return };
        let tokens = self.reading.tokens_in(piece);
        if self.chars() <= LONGEST_CHARS || !self.stage.is_time_preposition(tokens.start) {
            return;
        }
        let comma = |at: &usize| self.reading.is_comma(*at);
        let close = (tokens.start..self.verb.min(tokens.end)).find(comma);
        if let Some(close) = close.filter(|&close| !self.stage.has_verb(tokens.start..close)) {
            self.drop(self.reading.span(tokens.start..close + 1));
        }
    }

    /// Begins later where the verb would lie beyond the longest label: behind the last comma or clause border before it.
    pub(super) fn hold_verb(&mut self) {
        let body = self.reading.body;
        let verb = self.reading.span(self.verb..self.verb + 1);
        let Some(holder) = self.pieces.iter().position(|piece| piece.covers(verb)) else { return };
        let before: usize = self.pieces[..holder].iter().map(|piece| piece.of(body).chars().count() + 1).sum();
        let piece = self.pieces[holder];
        if before + Span::new(piece.start, verb.end).of(body).chars().count() <= self.room() {
            return;
        }
        let tokens = self.reading.tokens_in(piece);
        // 'Pemungutan suara ulang di Teluk Bayur, Kecamatan Sungai Laur, berakhir ricuh': the subject without what follows its comma.
        let aside = self.aside_before_verb(tokens.start).filter(|_| self.pack.grammar.noun_first);
        if let Some((open, close)) = aside.filter(|&(open, _)| !self.stage.has_verb(tokens.start..open)) {
            return self.drop(self.reading.span(open..close + 1));
        }
        let borders = |at: &usize| {
            let comma = self.reading.is_comma(*at);
            let clause = self.stage.opens_clause(*at) && (!self.stage.is_and(*at) || self.stage.is_verb(at + 1));
            comma || clause || self.stage.is(*at, EventWord::Complementiser)
        };
        let near = || (tokens.start..self.verb).rev().filter(borders);
        // 'mendapati brankas rusak saat membuka toko', 'when the funicular derailed and crashed': a clause without a subject has that of
        // the one before.
        let bare = |at: &usize| {
            let opens = self.stage.opens_clause(*at) && !self.stage.is_relative(*at) && *at + 1 == self.verb;
            opens && (self.pack.grammar.noun_first || self.stage.is_and(*at))
        };
        let fits = |at: &usize| {
            let start = self.reading.span(*at..*at + 1).end;
            Span::new(start, verb.end).of(body).chars().count() <= LONGEST_CHARS
        };
        let border = near().next();
        let border = if border.is_some_and(|at| bare(&at)) { near().nth(1).filter(fits).or(border) } else { border };
        // 'Rapat Dewan Gubernur (RDG) yang berlangsung', of which the bracket is out
        let floor = self.pieces[holder.saturating_sub(1)..].first().map_or(0, |it| self.reading.tokens_in(*it).start);
        let noun = clauses::noun_before(self.stage, floor, tokens.start);
        if noun < tokens.start && border == Some(tokens.start) {
            self.pieces.drain(..holder - 1);
            self.pieces[0].start = self.reading.span(noun..noun + 1).start;
            return;
        }
        if border.is_none()
            && let Some(gap) = self.tail_of_subject(tokens.start)
        {
            return self.drop(gap);
        }
        let border = border.map_or(self.verb, |at| match clauses::noun_before(self.stage, tokens.start, at) {
            // 'konser reuni yang sedianya digelar'
            noun if noun < at && self.pack.grammar.noun_first => noun,
            _ => at + 1,
        });
        let subject = self.subject_before_aside(tokens.start);
        self.pieces.drain(..holder);
        self.pieces[0] = Span::new(self.reading.span(border..border + 1).start, piece.end);
        self.pieces.splice(0..0, subject);
    }

    /// What only tells more of a long subject, up to the verb and its words of tense: 'Sidang perkara impor gula dengan terdakwa mantan
    /// menteri kembali memanas'.
    fn tail_of_subject(&self, start: usize) -> Option<Span> {
        let stage = self.stage;
        let leads = |at: &usize| {
            let turns = self.pack.cues.turns.of(self.reading.words[*at]);
            let about = turns.contains(&Turn::Adjunct) || turns.contains(&Turn::ToDo) || stage.is_relative(*at);
            about && !turns.contains(&Turn::Of) && !self.reading.is_capitalised(*at)
        };
        let verb = (start..self.verb).rev().take_while(|&at| stage.is(at, EventWord::Auxiliary)).last();
        let verb = verb.unwrap_or(self.verb);
        let from = (start + 2..verb).find(leads).filter(|&from| !stage.has_verb(start..from))?;
        Some(self.reading.span(from..verb))
    }

    /// Whom an aside right before the verb is about: 'fell after the minister, Daniel Ashcombe, resigned'.
    fn subject_before_aside(&self, start: usize) -> Option<Span> {
        let (open, _) = self.aside_before_verb(start).filter(|_| self.pack.grammar.verbs_inflect)?;
        let leads = |at: &usize| {
            let opens = self.stage.opens_clause(*at) && !self.stage.is_and(*at);
            opens || self.stage.is(*at, EventWord::Complementiser)
        };
        let first = (start..open).rev().find(leads).map_or(start, |at| at + 1);
        (first < open && !self.stage.has_verb(first..open)).then(|| self.reading.span(first..open))
    }

    /// How many characters it may have: the most of any label, or as many as it takes to its verb, where that is hardly more and has
    /// nothing behind it that it needs.
    fn room(&self) -> usize {
        let verb = self.reading.span(self.verb..self.verb + 1);
        let ends = self.pieces.iter().any(|piece| piece.end == verb.end) || self.stage.opens_clause(self.verb + 1);
        if !ends {
            return LONGEST_CHARS;
        }
        let before = self.pieces.iter().take_while(|piece| piece.start < verb.end);
        let chars =
            |piece: &Span| Span::new(piece.start, piece.end.min(verb.end)).of(self.reading.body).chars().count();
        let held: usize = before.map(|piece| chars(piece) + 1).sum();
        if held <= LONGEST_CHARS + OVERHANG_CHARS { held.max(LONGEST_CHARS) } else { LONGEST_CHARS }
    }

    /// Cuts at the last word border within the longest label, before a clause that has no room for what it tells.
    pub(super) fn shorten(&mut self) {
        let body = self.reading.body;
        let chars = |span: Span| span.of(body).chars().count();
        let (mut left, mut whole) = (self.room(), 0);
        while let Some(length) = self.pieces.get(whole).map(|&piece| chars(piece)).filter(|&length| length <= left) {
            left -= (length + 1).min(left);
            whole += 1;
        }
        let Some(broken) = self.pieces.get(whole).map(|piece| self.reading.tokens_in(*piece)) else { return };
        let text = self.reading.span(broken.clone());
        let limit = text.of(body).char_indices().nth(left).map_or(text.end, |(at, _)| text.start + at);
        let fits = |end: usize| self.reading.tokens[end - 1].span().end <= limit;
        let end = (broken.start + 1..=broken.end).take_while(|&end| fits(end)).last().unwrap_or(broken.start);
        let kept =
            self.pieces[..whole].iter().flat_map(|piece| self.reading.tokens_in(*piece)).chain(broken.start..end);
        let kept: Vec<usize> = kept.collect();
        let phrase = || self.before_begun(&kept).unwrap_or_else(|| self.behind_phrase(&kept, self.before_name(end)));
        let end = self.before_clause(&kept).unwrap_or_else(phrase);
        self.pieces.truncate(whole + 1);
        self.pieces.retain(|piece| self.reading.tokens_in(*piece).start < end);
        if let Some(last) = self.pieces.last_mut().filter(|last| self.reading.tokens_in(**last).end > end) {
            last.end = self.reading.tokens[end - 1].span().end;
        }
    }

    /// The border of a clause at which to end what is `kept` of the tokens: the last one, if it stands in the second half or
    /// its clause has no room for its verb.
    fn before_clause(&self, kept: &[usize]) -> Option<usize> {
        let end = kept.last()? + 1;
        // What stands before the verb tells nothing without it.
        let first = kept.partition_point(|&at| at <= self.verb).max(1);
        let border = (first..kept.len()).rev().find(|&index| self.borders(kept[index], end))?;
        let has_verb = || kept[border..].iter().any(|&at| self.stage.is_verb(at));
        // 'learned of it when one of the animals,': nor tells a clause without its verb.
        let opens = |&index: &usize| {
            let leads = self.stage.is_time_preposition(kept[index]) || self.stage.is_and(kept[index]);
            self.stage.opens_clause(kept[index]) && !leads
        };
        let opener = (first..border).rev().find(opens).filter(|_| self.pack.grammar.verbs_inflect);
        let empty = |opener: &usize| !kept[opener + 1..border].iter().any(|&at| self.stage.is_verb(at));
        // 'arrested after the intruder,' of 'after the intruder, Lee Dunmore, claimed that': the verb stands behind an aside.
        let joins = |at: usize| self.stage.opens_clause(at) && !self.stage.is_relative(at) && !self.stage.is_and(at);
        let parted = (first..border).rev().find(|&index| joins(kept[index]));
        let parted = parted.filter(|&index| self.is_parted_from_verb(kept[index], kept[border]));
        if let Some(parted) = parted {
            return Some(kept[parted]);
        }
        let border = opener.filter(empty).unwrap_or(border);
        (border >= kept.len() / 2 || !has_verb()).then(|| kept[border])
    }

    /// Whether an aside about the subject begins or ends at the comma at `at`, behind what opens its clause, and the verb follows the aside:
    /// 'after engineers, who had worked all night, repaired the ramp'.
    fn is_parted_from_verb(&self, opener: usize, at: usize) -> bool {
        let (stage, end) = (self.stage, self.stage.tokens().end);
        let comma = |at: &usize| self.reading.is_comma(*at);
        // 'cut water after the reservoir that feeds the city fell'
        if self.pack.grammar.verbs_inflect && stage.is_relative(at) {
            return !stage.has_verb(opener + 1..at) && !(opener..at).any(|at| comma(&at));
        }
        let Some(open) = (opener..=at).find(comma).filter(|&open| !stage.has_verb(opener + 1..open)) else {
            return false;
        };
        let closes =
            |close: usize| stage.is_verb(close + 1) && (stage.is_relative(open + 1) || !stage.has_verb(open..close));
        self.pack.grammar.verbs_inflect && (open + 1..end).find(comma).is_some_and(|close| close >= at && closes(close))
    }

    /// The beginning of a phrase of which hardly more than its first word has room: 'di wilayah', 'dan dua anjing'.
    fn before_begun(&self, kept: &[usize]) -> Option<usize> {
        let end = kept.last()? + 1;
        let adjunct = |at: usize| self.pack.cues.turns.of(self.reading.words[at]).contains(&Turn::Adjunct);
        let leads = |at: &&usize| adjunct(**at) || self.stage.is_and(**at);
        let tail = kept.iter().rev().take_while(|&&at| at > self.verb && end - at <= LONGEST_BEGUN_TOKENS);
        tail.filter(leads).last().copied().filter(|_| self.pack.grammar.noun_first)
    }

    /// Without the words before `end` that lead to what there is no room for: 'near South Korea' of 'near South Korea's Jeju
    /// island', 'for more than two' of two dozen.
    fn behind_phrase(&self, kept: &[usize], end: usize) -> usize {
        let stage = self.stage;
        let leads = |at: usize| {
            let to_place = || self.pack.cues.names.of(self.reading.words[at]).contains(&NameCue::PlacePreposition);
            let joins = || stage.is_and(at) || stage.is_relative(at) || stage.is_time_preposition(at) || to_place();
            // 'to abolish' of what there is no room to name
            let to_do = |at: usize| self.pack.cues.turns.of(self.reading.words[at]).contains(&Turn::ToDo);
            let deed = || at > 0 && self.pack.grammar.verbs_inflect && stage.is_verb(at) && to_do(at - 1);
            stage.is(at, EventWord::Determiner)
                || joins()
                || stage.is(at, EventWord::Approximation)
                || deed()
                || to_do(at)
        };
        // 'beating Alcaraz 4-6 6-4', and not the half of a score
        let joint = |at: usize| matches!(self.reading.mark(at), '-' | '–' | '/') && self.reading.is_glued(at);
        let broken = |at: usize| joint(at) || joint(at + 1);
        let behind =
            kept.iter().rev().filter(|&&at| at < end).find(|&&at| at <= self.verb || !leads(at) && !broken(at));
        behind.map_or(end, |at| at + 1)
    }

    /// Where the name begins that would be cut in two at `end`: 'Perdana Menteri Hun' of Hun Manet.
    fn before_name(&self, end: usize) -> usize {
        let mentions = self.stage.found.mentions.items();
        let cut = self.reading.tokens[end.saturating_sub(1)].span();
        let behind = mentions.partition_point(|mention| mention.span.start <= cut.start);
        let mut near = mentions[..behind].iter().rev().take(DEEPEST_NAMES);
        let name = near.find(|mention| mention.span.end > cut.end);
        let start = name.map_or(end, |name| self.reading.token_from(name.span.start).max(self.verb + 1));
        // 'menyepakati Rancangan Undang-Undang tentang Kitab': half a name tells more than none.
        if self.pack.grammar.noun_first && start == self.verb + 1 { end } else { start }
    }

    /// Whether a clause begins at `at`, or goes on behind a comma; an 'and' between two names or things begins none.
    fn borders(&self, at: usize, end: usize) -> bool {
        let comma = self.reading.is_comma(at);
        let begins_verb = |at: usize| self.stage.is_verb(at) || self.stage.is(at, EventWord::Auxiliary);
        let opens = self.pack.cues.clause_openers.longest(&self.reading.words[at..end]).is_some();
        comma || opens && (!self.stage.is_and(at) || begins_verb(at + 1))
    }
}
