//! What belongs to a picture or a player and has no credit, between paragraphs.

use std::ops::Range;

use super::captions::LONGEST_CAPTION_WORDS;
use super::opening::stands_below_byline;
use super::place::{Kinds, LATEST_OPENING, Places};
use crate::model::FurnitureKind;

/// A sub-head has fewer words.
const SHORTEST_BARE_WORDS: usize = 7;

/// '9.05'
const SHORTEST_HOUR_BYTES: usize = 4;

/// A live page has at least so many entries.
const FEWEST_ENTRIES: usize = 3;

/// What stands in a box has at most this many words.
const LONGEST_BOXED_WORDS: usize = 3;

/// More lines in a row that end open are a list of the article's.
const LONGEST_ROW: usize = 2;

impl Places<'_> {
    /// 'The ham had been cooked for a party of 14', 'The Kaitaki berths in Picton last year': an open line that tells something as a
    /// sentence does, between paragraphs, where a sub-head is shorter and a sentence has its full stop.
    pub(super) fn bare_captions(&self, lines: Range<usize>, kinds: &mut Kinds) {
        for index in lines.start + 1..lines.end {
            let row = self.open_row(index, kinds);
            if row == 0 || row > LONGEST_ROW || self.open_row(index - 1, kinds) > 0 {
                continue;
            }
            let above = &self.lines[index - 1];
            let announced = self.reading.mark(above.tokens.end - 1) == ':';
            // A standfirst stands above the byline or below it, the title of an entry below its hour.
            let signed =
                index <= lines.start + LATEST_OPENING && kinds.get(index + row) == Some(&Some(FurnitureKind::Byline));
            let entry = kinds[index - 1] == Some(FurnitureKind::PublicationLine) || self.is_entry_hour(index - 1);
            if announced || entry || signed || stands_below_byline(kinds, index) {
                continue;
            }
            for own in index..index + row {
                let above_caption = kinds.get(own + 1) == Some(&Some(FurnitureKind::Caption));
                if self.is_bare_caption(own, above_caption) {
                    kinds[own] = Some(FurnitureKind::Caption);
                }
            }
        }
    }

    /// Short lines in a box between paragraphs, above other furniture: 'Viewpoint', 'Every Thursday'. A sub-head stands by itself, above
    /// its text or a picture.
    pub(super) fn boxed(&self, lines: Range<usize>, kinds: &mut Kinds) {
        let short = |&at: &usize| self.lines[at].is_open() && self.lines[at].words <= LONGEST_BOXED_WORDS;
        for index in lines.start + 1..lines.end {
            let row = (index..lines.end).take_while(|at| kinds[*at].is_none() && short(at)).count();
            let above = kinds[index - 1];
            let closed = |kind: Option<FurnitureKind>| kind.is_some_and(|kind| kind != FurnitureKind::Caption);
            let inside = row > 1 && above.is_none() || closed(above);
            let entry = matches!(above, Some(FurnitureKind::PublicationLine | FurnitureKind::Dateline));
            if row > 0
                && inside
                && !entry
                && closed(kinds.get(index + row).copied().flatten())
                && self.goes_by_place(index)
            {
                kinds[index..index + row].fill(Some(FurnitureKind::Navigation));
            }
        }
    }

    /// Whether a line holds the hour of an entry, one of several in a live page: '15:18:42', above the title of the entry.
    pub(super) fn is_entry_hour(&self, index: usize) -> bool {
        let is_hour = |index: &usize| {
            let tokens = self.lines[*index].tokens.clone();
            let inner = |at: usize| self.reading.is_number(at) || matches!(self.reading.mark(at), ':' | '.');
            matches!(tokens.len(), 1 | 3 | 5)
                && tokens.clone().all(inner)
                && self.reading.span(tokens).len() >= SHORTEST_HOUR_BYTES
        };
        is_hour(&index) && (0..self.lines.len()).filter(is_hour).count() >= FEWEST_ENTRIES
    }

    /// How many lines that end open and are no furniture stand in a row from `index` on.
    fn open_row(&self, index: usize, kinds: &Kinds) -> usize {
        let is_open = |&at: &usize| kinds[at].is_none() && self.lines[at].is_open() && !self.lines[at].is_prose();
        (index..kinds.len()).take_while(is_open).count()
    }

    fn is_bare_caption(&self, index: usize, above_caption: bool) -> bool {
        let line = &self.lines[index];
        let words = || line.tokens.clone().filter(|&at| self.reading.is_word(at));
        let small = words().filter(|&at| !self.reading.is_capitalised(at)).count();
        let colon = line.tokens.clone().any(|at| matches!(self.reading.mark(at), ':' | ';'));
        (SHORTEST_BARE_WORDS..=LONGEST_CAPTION_WORDS).contains(&line.words)
            && self.goes_by_place(index)
            && !line.quoted
            && !colon
            && self.reading.is_capitalised(line.tokens.start)
            && small * 2 > words().count()
            && (line.has_verb || above_caption)
    }
}
