//! Furniture by where it stands: before the first prose, behind the last, below a heading over links, or what repeats the
//! headline.
//!
//! Only lines that end like titles go by their place, and none that is a list item or tells a score or a clock time. What
//! stands between two paragraphs of prose stays. An article with hardly any prose has no places.

use super::dateline;
use super::line::{Ending, Line};
use crate::analysis::reading::Reading;
use crate::lang::{FurnitureWord, Pack};
use crate::model::FurnitureKind;

/// With fewer paragraphs of prose nothing is known of head and tail.
const FEWEST_PROSE: usize = 2;

/// Names of one or two authors.
pub(super) const LONGEST_NAMES_WORDS: usize = 6;

/// Names of two authors, each with a place.
const LONGEST_PLACED_NAMES_WORDS: usize = 10;

/// The longest line behind the last prose that goes by its place alone, in words.
pub(super) const LONGEST_TAIL_WORDS: usize = 22;

/// A longer row of lines behind the last prose is a table or a list of its own.
const LONGEST_TAIL_LINES: usize = 24;

/// Before the paragraph with the dateline stand a standfirst and captions at most.
pub(super) const LATEST_OPENING: usize = 4;

/// A sub-head has at most this many words; a link below others has more.
pub(super) const LONGEST_SUBHEAD_WORDS: usize = 4;

/// 'San Antonio Spurs:' has at most this many tokens.
pub(super) const LONGEST_LABEL_TOKENS: usize = 5;

/// A last sentence with a name in brackets behind it has at least as many words.
const SHORTEST_LAST_WORDS: usize = 8;

/// A line-up has more names than a title.
const FEWEST_COMMAS: usize = 4;

pub(super) type Kinds = [Option<FurnitureKind>];

/// Adds to `kinds` what lines are by their place.
pub(super) fn complete(reading: &Reading, pack: &Pack, lines: &[Line], kinds: &mut Kinds) {
    let places = Places { reading, pack, lines };
    places.headline_that_asks(kinds);
    places.close(kinds);
    places.closing_adverts(kinds);
    places.biographies_below_names(kinds);
    places.described_behind_credits(kinds);
    places.drop_strays(kinds);
    let prose: Vec<usize> = (0..lines.len()).filter(|&index| places.is_prose(index, kinds)).collect();
    let (Some(&first), Some(&last)) = (prose.first(), prose.last()) else { return };
    let headline = places.headline(first, kinds);
    if let Some(headline) = headline {
        places.standfirst(headline, first, kinds);
    }
    places.below_headings(headline, kinds);
    if let Some(headline) = headline {
        places.repeats(headline, kinds);
    }
    if prose.len() >= FEWEST_PROSE {
        places.caption_in_head(first, headline, kinds);
        places.dateline_alone(first, kinds);
        places.head(headline, first, kinds);
        places.below_standfirst(first, kinds);
        (1..=first).for_each(|below| places.caption_before(below, headline, kinds));
        // Below a standfirst that is prose by its form, and the byline.
        if let Some(&second) = prose.get(1) {
            places.dateline_alone(second, kinds);
        }
        if let Some(&second) = prose.get(1).filter(|&&second| second <= first + LATEST_OPENING + 4) {
            places.caption_before(second, headline, kinds);
        }
        places.captions(first, headline, kinds);
        places.captions_within(first..last, kinds);
        places.captions_above_credits(headline, kinds);
        places.captions_below_shown(headline, kinds);
        places.captions_below_credits(first..last, kinds);
        places.captions_told_twice(kinds);
        places.captions_below_labels(kinds);
        places.titles_of_players(first..last, kinds);
        places.rows_of_titles(first..last, kinds);
        places.authors(first, kinds);
        places.within_adverts(kinds);
        places.below_sponsors(kinds);
        places.bare_captions(first..last, kinds);
        places.boxed(first..last, kinds);
        places.tail(last, kinds);
    }
}

/// The paragraph with the dateline, one of the first of prose, and where its text begins.
pub(super) fn opening(reading: &Reading, pack: &Pack, lines: &[Line], kinds: &Kinds) -> Option<(usize, usize)> {
    let is_prose = |index: &usize| kinds[*index].is_none() && (lines[*index].is_prose() || lines.len() == 1);
    let first = || (0..lines.len()).filter(is_prose).take(LATEST_OPENING);
    let dated = first().find_map(|index| Some((index, dateline::end(reading, lines[index].tokens.clone())?)));
    let placed = |index: usize| Some((index, dateline::place_end(reading, pack, lines[index].tokens.clone())?));
    dated.or_else(|| first().next().and_then(placed))
}

pub(super) struct Places<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) pack: &'a Pack,
    pub(super) lines: &'a [Line],
}

impl Places<'_> {
    /// Whether a line holds nothing but the names of people: capitalised words, most of them not ordinary ones.
    pub(super) fn is_names(&self, line: &Line) -> bool {
        let words = || line.tokens.clone().filter(|&at| self.reading.is_word(at));
        let fits = |at: usize| {
            let roles = self.pack.cues.furniture.words.of(self.reading.words[at]);
            self.reading.is_capitalised(at) || roles.contains(&FurnitureWord::Desk)
        };
        let names =
            words().filter(|&at| self.reading.is_capitalised(at) && !self.pack.is_common(self.reading.words[at]));
        let count = words().filter(|&at| self.reading.is_capitalised(at)).count();
        // 'Ireland 24 France 22' is a score.
        let numbers = line.tokens.clone().any(|at| self.reading.is_number(at));
        (2..=LONGEST_PLACED_NAMES_WORDS).contains(&line.words)
            && !numbers
            && words().all(fits)
            && names.count() * 2 > count
    }

    fn tail(&self, last_prose: usize, kinds: &mut Kinds) {
        let tail = last_prose + 1..self.lines.len();
        let open = tail.clone().filter(|&index| kinds[index].is_none()).count();
        if open > LONGEST_TAIL_LINES {
            return;
        }
        // From the end, so that it is known of a short line whether what it heads stays: 'Susunan Pemain'.
        let (mut stays, mut below_field) = (false, false);
        for index in tail.rev() {
            let line = &self.lines[index];
            // 'Jadwal Wakil Indonesia di Orleans Masters 2026:' over its rows
            let colon = self.reading.mark(line.tokens.end - 1) == ':';
            let heads = stays && (line.words <= LONGEST_SUBHEAD_WORDS || colon);
            let is_field = |at: usize| kinds[at].is_none() && self.is_field(at);
            let tabled = is_field(index)
                && (is_field(index - 1) || index + 1 < kinds.len() && self.is_field(index + 1) && below_field);
            below_field = tabled;
            stays = kinds[index].is_none() && !self.goes_by_place(index);
            // '..., hingga kondisi ibunya pulih. (Pandi)'
            let signed = index == last_prose + 1 && line.has_verb && line.words >= SHORTEST_LAST_WORDS;
            if heads || tabled || signed && self.source(line).is_some() {
                continue;
            }
            let asks = line.ending == Ending::Question && index > last_prose + 1;
            if kinds[index].is_none() && line.words <= LONGEST_TAIL_WORDS && (asks || self.goes_by_place(index)) {
                let short = line.words <= LONGEST_SUBHEAD_WORDS;
                kinds[index] = Some(if short { FurnitureKind::Tags } else { FurnitureKind::Link });
            }
        }
    }

    /// A row of a table: 'Durasi: 104 menit' below 'Sutradara: Reza Rahadian'.
    fn is_field(&self, index: usize) -> bool {
        let line = &self.lines[index];
        let first = line.tokens.start;
        let limit = line.tokens.end.min(first + LONGEST_LABEL_TOKENS);
        let colon = (first + 1..limit).find(|&at| self.reading.mark(at) == ':');
        line.is_open() && self.reading.is_capitalised(first) && colon.is_some_and(|colon| colon + 1 < line.tokens.end)
    }

    /// Whether a line ends like a title, and is no item of a list, no score and no time.
    pub(super) fn goes_by_place(&self, index: usize) -> bool {
        let line = &self.lines[index];
        let first = line.tokens.start;
        let numbered = self.reading.is_number(first) && matches!(self.reading.mark(first + 1), '.' | ')');
        let bulleted = matches!(self.reading.mark(first), '-' | '•' | '*' | '–') && line.tokens.len() > 1;
        // 'Andrew Liszewski 7:02 PM UTC'
        let of_clock = |at: usize| self.has_word(at, FurnitureWord::Clock);
        let joined = |at: usize| {
            let glued = self.reading.is_glued(at) && self.reading.is_glued(at + 1);
            let numbers = self.reading.is_number(at.saturating_sub(1)) && self.reading.is_number(at + 1);
            glued && numbers && matches!(self.reading.mark(at), '-' | '–' | ':') && !of_clock(at + 2)
        };
        // 'Kamis, 15 Januari 2026: Albacete vs Real Madrid'
        let colon = |at: usize| self.reading.mark(at) == ':' && !self.reading.is_glued(at + 1);
        let of_day = |at: usize| colon(at) && self.reading.is_number(at - 1) && self.reading.is_word(at + 1);
        let behind_first = line.tokens.start + 1..line.tokens.end.saturating_sub(1);
        let tells_score = line.tokens.clone().any(joined) || behind_first.into_iter().any(of_day);
        line.is_open() && !(numbered || bulleted || tells_score || self.lists_names(line))
    }

    /// 'Persib Bandung: Teja; Putros, Matricardi, Kuipers': a colon, and several names behind it.
    fn lists_names(&self, line: &Line) -> bool {
        let colon = line.tokens.clone().find(|&at| self.reading.mark(at) == ':');
        let commas =
            |colon: usize| (colon..line.tokens.end).filter(|&at| matches!(self.reading.mark(at), ',' | ';')).count();
        colon.is_some_and(|colon| commas(colon) >= FEWEST_COMMAS)
    }

    /// Lines that hold the headline, and hardly anything else.
    fn repeats(&self, headline: usize, kinds: &mut Kinds) {
        let told = self.folded(&self.lines[headline]);
        for index in (headline + 1..self.lines.len()).filter(|&index| self.lines[index].is_open()) {
            let length = self.lines[index].words;
            let as_long = length >= self.lines[headline].words && length <= self.lines[headline].words + 6;
            if kinds[index].is_none() && as_long && self.folded(&self.lines[index]).starts_with(&told) {
                kinds[index] = Some(FurnitureKind::Repeat);
            }
        }
    }

    pub(super) fn folded(&self, line: &Line) -> Vec<&str> {
        let words = line.tokens.clone().filter(|&at| self.reading.is_word(at) || self.reading.is_number(at));
        words.map(|at| self.reading.folded(at)).collect()
    }
}
