//! Lines below a heading: links below 'Berita Terkait', tags, the names below 'Reporter'.

use std::ops::Range;

use super::line::{Ending, Line};
use super::place::{
    Kinds, LONGEST_LABEL_TOKENS, LONGEST_NAMES_WORDS, LONGEST_SUBHEAD_WORDS, LONGEST_TAIL_WORDS, Places,
};
use crate::lang::FurnitureWord;
use crate::model::FurnitureKind;

/// How many titles in a row are links.
const ROW_OF_TITLES: std::ops::RangeInclusive<usize> = 2..=4;

/// A title of another article has at most this many words.
const LONGEST_TITLE_WORDS: usize = 14;

/// How many lines below a heading are links.
const LONGEST_LIST_LINES: usize = 8;

impl Places<'_> {
    /// What stands below 'Berita Terkait', 'Tags' or 'Reporter'.
    pub(super) fn below_headings(&self, headline: Option<usize>, kinds: &mut Kinds) {
        let mut listed = 0;
        for heading in 0..self.lines.len() {
            // A short link of a list heads none of its own, else the sub-head behind the list would be its first.
            let is_entry = heading < listed && kinds[heading] == Some(FurnitureKind::Link);
            let Some(kind) = kinds[heading].filter(|_| !is_entry && self.is_heading(heading)) else { continue };
            if kind == FurnitureKind::Link && self.heads_prose(heading, kinds) {
                kinds[heading] = None;
                continue;
            }
            let longest = match kind {
                FurnitureKind::Link => LONGEST_LIST_LINES,
                FurnitureKind::Tags => LONGEST_LIST_LINES,
                FurnitureKind::Byline => 1,
                _ => continue,
            };
            // 'LATEST' above the headline heads no list.
            let above = headline.filter(|&headline| headline > heading).unwrap_or(kinds.len());
            listed = self.list_below(heading, kind, longest, &mut kinds[..above]);
        }
    }

    /// 'UP NEXT' over 'Thunder: Host the Cavaliers on Monday.': a heading over sentences that begin with a name and its colon.
    fn heads_prose(&self, heading: usize, kinds: &Kinds) -> bool {
        let begins = |line: &Line| {
            let first = line.tokens.start;
            let colon =
                (first + 1..line.tokens.end.min(first + LONGEST_LABEL_TOKENS)).find(|&at| self.reading.mark(at) == ':');
            line.ending == Ending::Stop && self.reading.is_capitalised(first) && colon.is_some()
        };
        let below = |index: usize| kinds.get(index).is_some_and(|kind| kind.is_none()) && begins(&self.lines[index]);
        below(heading + 1)
    }

    /// Titles of other articles in a row between two paragraphs, without a heading: 'RMT votes for more strikes at Avanti', 'What
    /// are my rights if my train is cancelled?'. What a colon announces, or tells numbers, is a list of the article's.
    pub(super) fn rows_of_titles(&self, lines: Range<usize>, kinds: &mut Kinds) {
        let mut at = lines.start + 1;
        while at < lines.end {
            let row = (at..lines.end).take_while(|&index| kinds[index].is_none() && self.is_title(index)).count();
            let end = at + row;
            let announced = self.reading.mark(self.lines[at - 1].tokens.end - 1) == ':';
            let told = (at..end).filter(|&index| self.lines[index].has_verb).count();
            let above = kinds[at - 1].is_some() || self.lines[at - 1].ending == Ending::Stop;
            let below = kinds[end].is_some() || self.lines[end].is_prose();
            if ROW_OF_TITLES.contains(&row) && !announced && above && below && told * 2 >= row {
                kinds[at..end].fill(Some(FurnitureKind::Link));
            }
            at = end + 1;
        }
    }

    fn is_title(&self, index: usize) -> bool {
        let line = &self.lines[index];
        let first = line.tokens.start;
        let colon = line.tokens.clone().any(|at| matches!(self.reading.mark(at), ':' | ';'));
        let short = line.words > LONGEST_SUBHEAD_WORDS && line.words <= LONGEST_TITLE_WORDS;
        let title = line.is_open() && self.goes_by_place(index) || line.ending == Ending::Question;
        short && title && !colon && !line.quoted && self.reading.is_capitalised(first)
    }

    /// Marks the entries below a heading; the line behind the last of them.
    fn list_below(&self, heading: usize, kind: FurnitureKind, longest: usize, kinds: &mut Kinds) -> usize {
        let mut end = heading + 1;
        let below = (heading + 1..self.lines.len()).zip(&mut kinds[heading + 1..]).take(longest);
        for (taken, (index, own)) in below.enumerate() {
            let before_prose = self.lines.get(index + 1).is_some_and(Line::is_prose);
            let short = self.lines[index].words <= LONGEST_SUBHEAD_WORDS;
            let subhead = before_prose && taken > 0 && short && !self.is_section(&self.lines[index]);
            // 'Fajar/Fikri Tersingkir di Perempat Final'
            let is_list = kind == FurnitureKind::Link && self.lines[index].words > LONGEST_SUBHEAD_WORDS;
            let pair = is_list && *own == Some(FurnitureKind::Caption) && self.is_slashed_title(&self.lines[index]);
            // '3h' below the first of them tells when it appeared.
            let hour = *own == Some(FurnitureKind::PublicationLine) && self.lines[index].words <= LONGEST_SUBHEAD_WORDS;
            if hour && taken > 0 && kind == FurnitureKind::Link {
                continue;
            }
            // 'Related article', the picture of it, and its title
            if taken == 0 && kind == FurnitureKind::Link && *own == Some(FurnitureKind::Caption) && !pair {
                continue;
            }
            if own.is_some() && !pair || subhead || !self.is_entry(index, kind) {
                break;
            }
            *own = Some(kind);
            end = index + 1;
        }
        end
    }

    /// 'Education', as the last of some topics: no sub-head.
    fn is_section(&self, line: &Line) -> bool {
        line.words == 1 && self.has_word(line.first_word, FurnitureWord::Section)
    }

    fn is_entry(&self, index: usize, kind: FurnitureKind) -> bool {
        let line = &self.lines[index];
        match kind {
            FurnitureKind::Link => line.ending != Ending::Stop && line.words <= LONGEST_TAIL_WORDS,
            FurnitureKind::Tags => line.is_open() && line.words <= LONGEST_TAIL_WORDS && !line.has_verb,
            _ => line.is_open() && line.words <= LONGEST_NAMES_WORDS,
        }
    }

    /// Whether a line only says what stands below it.
    fn is_heading(&self, index: usize) -> bool {
        let line = &self.lines[index];
        let inner = line.tokens.start..line.tokens.end.saturating_sub(1);
        let longest = if line.words == 1 { 1 } else { 5 };
        // 'Tonton video 02:41' holds a clock.
        let in_clock = |at: usize| self.reading.is_number(at - 1) && self.reading.is_number(at + 1);
        let divides = |at: usize| self.reading.mark(at) == ':' && !in_clock(at);
        let calls = line.tokens.end > line.tokens.start && self.reading.mark(line.tokens.end - 1) == '!';
        line.words <= longest && (line.is_open() || calls) && !inner.clone().skip(1).any(divides)
    }
}
