//! Who wrote the article, by the shape of the line: initials between brackets, names with what their bearers are.

use std::ops::Range;

use super::Shape;
use crate::lang::{FurnitureWord, NameCue};
use crate::model::FurnitureKind;

/// A name behind 'By' ends within so many tokens.
const LONGEST_NAME_TOKENS: usize = 6;

/// A byline that tells who the author is has at most this many words.
const LONGEST_DESCRIBED_WORDS: usize = 24;

/// A line that says where its reporters were has at most this many words.
const LONGEST_SIGNED_WORDS: usize = 16;

/// The longest byline, in words.
const LONGEST_BYLINE_WORDS: usize = 16;

/// Longer pieces between brackets are words.
const LONGEST_INITIALS_CHARS: usize = 6;

impl Shape<'_> {
    /// '(fdl/bmw)', '[bal]', '(Red)': hardly more than initials between brackets, and nothing else.
    pub(super) fn is_initials(&self) -> bool {
        let Range { start, end } = self.tokens();
        let opens = matches!(self.reading.mark(start), '(' | '[');
        if !opens || !matches!(self.reading.mark(end.saturating_sub(1)), ')' | ']') {
            return false;
        }
        let inner = start + 1..end - 1;
        let is_piece = |at: usize| match self.reading.mark(at) {
            ' ' => self.reading.text(at).chars().count() <= LONGEST_INITIALS_CHARS,
            mark => matches!(mark, '/' | '-' | ',' | '*' | '.'),
        };
        !inner.is_empty() && inner.len() <= 9 && inner.clone().all(is_piece)
    }

    /// 'Corina Vega reported from Tolliver, Kan.': names, and where or that they reported, in a short line.
    pub(super) fn is_signed_by_reporters(&self) -> bool {
        let first = self.line.first_word;
        let name = |at: usize| {
            self.reading.is_capitalised(at) || matches!(self.reading.mark(at), ',' | '.' | '-' | '\'' | '’')
        };
        let and = |at: usize| self.pack.cues.names.of(self.reading.words[at]).contains(&NameCue::And);
        let joint = |at: usize| and(at) && self.reading.is_capitalised(at + 1);
        let names = self.tokens().take_while(|&at| name(at) || joint(at)).last();
        let verb = names.map_or(first, |last| last + 1);
        let reported = self.pack.cues.furniture.words.starting(&self.reading.words[verb..self.line.tokens.end]);
        self.line.words <= LONGEST_SIGNED_WORDS
            && verb > first
            && reported.flat_map(|(_, words)| words).any(|&word| word == FurnitureWord::Reported)
    }

    /// 'By Laura Tench, BBC News, Norwich', 'Harriet Bowen Environment correspondent', 'Fitri Amalia - Bisnis.com': names,
    /// and words for what somebody at an outlet is.
    pub(super) fn is_names_and_roles(&self) -> bool {
        self.is_described_byline() || self.is_row_of_names_and_roles()
    }

    /// 'By Emma Roth, a news writer who covers the streaming wars': a name behind its 'by', a comma, and no full stop.
    fn is_described_byline(&self) -> bool {
        let first = self.line.first_word;
        let comma =
            (first..self.line.tokens.end.min(first + LONGEST_NAME_TOKENS)).find(|&at| self.reading.mark(at) == ',');
        let name = |comma: usize| first + 1..comma;
        let unusual = |at: usize| self.reading.is_capitalised(at) && !self.pack.is_common(self.reading.words[at]);
        self.line.is_open()
            && self.reading.is_capitalised(first)
            && self.says(first, FurnitureWord::Role)
            && self.line.words <= LONGEST_DESCRIBED_WORDS
            && comma.is_some_and(|comma| name(comma).len() >= 2 && name(comma).all(unusual))
    }

    fn is_row_of_names_and_roles(&self) -> bool {
        // 'Neon Nabs Locarno Thriller ‘Salt Ledger’ for North America (EXCLUSIVE)'
        let quotes = |at: usize| matches!(self.reading.mark(at), '‘' | '“' | '"');
        if !self.line.is_open() || self.line.words > LONGEST_BYLINE_WORDS || self.tokens().any(quotes) {
            return false;
        }
        let words = || self.tokens().filter(|&at| self.reading.is_word(at));
        let is_role = |at: usize| self.says(at, FurnitureWord::Role);
        let fits = |at: usize| {
            self.reading.is_capitalised(at)
                || is_role(at)
                || self.says(at, FurnitureWord::Desk)
                || self.says(at, FurnitureWord::Outlet)
                || self.reading.is_glued(at)
        };
        let names =
            words().filter(|&at| self.reading.is_capitalised(at) && !self.pack.is_common(self.reading.words[at]));
        let numbers = self.tokens().any(|at| self.reading.is_number(at));
        let begins_at_outlet = || {
            let marks = self.pack.cues.furniture.marks.longest(&self.reading.words[self.tokens()]);
            marks.is_some_and(|(_, marks)| marks.iter().any(|mark| mark.kind == FurnitureKind::Byline))
        };
        let ends_at_outlet = || {
            let dash = self.tokens().find(|&at| matches!(self.reading.mark(at), '-' | '–' | '—' | '|' | '/'));
            dash.is_some_and(|dash| (dash..self.line.tokens.end).any(|at| self.says(at, FurnitureWord::Outlet)))
        };
        // 'Verónica Salas for NPR'
        let works_for_outlet = || {
            let last = self.line.tokens.end - 1;
            let is_for = |at: usize| !self.reading.is_capitalised(at) && self.says(at, FurnitureWord::Desk);
            let small = words().find(|&at| !self.reading.is_capitalised(at) && !self.reading.is_glued(at));
            // 'Beras Naik Lagi di Akhir Agustus, Bapanas Buka Suara'
            let near = |at: usize| !(at..last).any(|at| self.reading.mark(at) == ',');
            self.says(last, FurnitureWord::Outlet)
                && small.is_some_and(|at| is_for(at) && at >= self.line.first_word + 2 && near(at))
        };
        // 'by Julia Marsh - 05/14/26 4:17 PM ET'
        let unusual = |at: usize| self.reading.is_capitalised(at) && !self.pack.is_common(self.reading.words[at]);
        let first = self.line.first_word;
        let dated = || is_role(first) && (first + 1..first + 3).all(|at| at < self.line.tokens.end && unusual(at));
        // 'Arief Apriadi Suara.Com'
        let last = self.line.tokens.end - 1;
        let at_address = || {
            let address = self.says(last, FurnitureWord::Outlet) && self.reading.text(last).contains('.');
            address && self.line.words <= LONGEST_NAME_TOKENS && words().all(|at| at == last || unusual(at))
        };
        (!numbers || dated())
            && names.count() > 0
            && words().all(fits)
            && (words().any(is_role) || begins_at_outlet() || ends_at_outlet() || works_for_outlet() || at_address())
    }
}
