//! Furniture by its shape, whatever outlet it is of: addresses, hashtags, paths of a menu, picture credits, initials, lines
//! of names and roles.

use std::ops::Range;

use super::line::{Ending, Line};
use crate::analysis::reading::Reading;
use crate::lang::{FurnitureWord, MarkPlace, NameCue, Pack};
use crate::model::FurnitureKind;

mod controls;
mod credit;

/// A line of more words has no shape but that of prose; captions run to half as many.
const LONGEST_SHAPE_WORDS: usize = 120;

/// A line that holds the hour of an entry has at most this many words and numbers.
const LONGEST_CLOCK_WORDS: usize = 14;

/// A name behind 'By' ends within so many tokens.
const LONGEST_NAME_TOKENS: usize = 6;

/// A byline that tells who the author is has at most this many words.
const LONGEST_DESCRIBED_WORDS: usize = 24;

/// A line that says where its reporters were has at most this many words.
const LONGEST_SIGNED_WORDS: usize = 16;

/// The longest byline, in words.
const LONGEST_BYLINE_WORDS: usize = 16;

/// The longest label of a link, in tokens.
const LONGEST_LABEL_TOKENS: usize = 4;

/// A line all in capitals with fewer words is a sub-head.
const SHORTEST_SHOUT_WORDS: usize = 5;

/// A postal address has at least this many commas.
const FEWEST_ADDRESS_COMMAS: usize = 3;

/// Longer pieces between brackets are words.
const LONGEST_INITIALS_CHARS: usize = 6;

/// What a line is by its shape.
pub(super) fn kind(reading: &Reading, pack: &Pack, line: &Line) -> Option<FurnitureKind> {
    // Most lines are prose, and cost nothing here.
    if line.words > LONGEST_SHAPE_WORDS {
        return None;
    }
    let shape = Shape { reading, pack, line };
    if credit::has_credit(reading, pack, line) {
        return Some(FurnitureKind::Caption);
    }
    let rules: [Rule; 15] = [
        (|shape| shape.is_call_sign(), FurnitureKind::Caption),
        (|shape| shape.is_copyright(), FurnitureKind::Notice),
        (|shape| shape.is_without_words(), FurnitureKind::Navigation),
        (|shape| shape.is_clock(), FurnitureKind::PublicationLine),
        (|shape| shape.is_mail_address(), FurnitureKind::Byline),
        (|shape| shape.is_web_address(), FurnitureKind::Link),
        (|shape| shape.is_postal_address(), FurnitureKind::Notice),
        (|shape| shape.is_hashtags(), FurnitureKind::Tags),
        (|shape| shape.is_label_and_title(), FurnitureKind::Link),
        (|shape| shape.is_shouted(), FurnitureKind::Link),
        (|shape| shape.is_initials(), FurnitureKind::Byline),
        (|shape| shape.is_signed_by_reporters(), FurnitureKind::Byline),
        (|shape| shape.is_names_and_roles(), FurnitureKind::Byline),
        (|shape| shape.is_controls(), FurnitureKind::Navigation),
        (|shape| shape.is_path(), FurnitureKind::Navigation),
    ];
    rules.iter().find(|(holds, _)| holds(&shape)).map(|&(_, kind)| kind)
}

/// A question about the shape of a line, and what the line is where it holds.
type Rule = (fn(&Shape) -> bool, FurnitureKind);

struct Shape<'a> {
    reading: &'a Reading<'a>,
    pack: &'a Pack,
    line: &'a Line,
}

impl Shape<'_> {
    /// 'Menara Kompas Lantai 5, Jalan Palmerah Selatan 21, Jakarta Pusat, 10270.': parts between commas without a verb, a postcode
    /// last.
    fn is_postal_address(&self) -> bool {
        let last = self.tokens().rev().find(|&at| self.reading.mark(at) != '.');
        let postcode = last.is_some_and(|at| self.reading.is_number(at) && self.reading.text(at).len() == 5);
        let commas = || self.tokens().filter(|&at| self.reading.mark(at) == ',').count();
        postcode && !self.line.has_verb && commas() >= FEWEST_ADDRESS_COMMAS
    }

    fn tokens(&self) -> Range<usize> {
        self.line.tokens.clone()
    }

    /// '* * *', '0:00 / 3:47'.
    fn is_without_words(&self) -> bool {
        // '41.2k' counts those who read it.
        let counts = |at: usize| {
            let letter = matches!(self.reading.text(at), "k" | "K" | "m" | "M");
            letter && at > self.line.tokens.start && self.reading.is_number(at - 1)
        };
        self.line.is_open() && !self.tokens().any(|at| self.reading.is_word(at) && !counts(at))
    }

    /// '8:51 AM', '2h ago 09.15 BST', 'Updated at 14.32 GMT': hours of a clock, and nothing else.
    fn is_clock(&self) -> bool {
        let number = |at: usize| self.reading.is_number(at);
        let fits = |at: usize| !self.reading.is_word(at) || self.says(at, FurnitureWord::Clock);
        self.line.words <= LONGEST_CLOCK_WORDS && self.tokens().any(number) && self.tokens().all(fits)
    }

    /// 'KWTV', 'WFAA': the letters by which an American station is known, as the credit of a picture.
    fn is_call_sign(&self) -> bool {
        let word = self.reading.text(self.line.first_word);
        self.line.is_open()
            && self.line.tokens.len() == 1
            && word.len() == 4
            && word.bytes().all(|byte| byte.is_ascii_uppercase())
            && word.starts_with(|first| self.pack.cues.furniture.call_signs.contains(first))
    }

    /// '© 2025 Harbour Media Group', 'Copyright 2024 The Associated Press': a year at its start.
    fn is_copyright(&self) -> bool {
        let first = self.tokens().find(|&at| self.reading.mark(at) != '(').unwrap_or(self.line.tokens.start);
        let signed = self.reading.mark(first) == '©' || self.reading.text(first).eq_ignore_ascii_case("copyright");
        let year = |at: usize| self.reading.is_number(at) && self.reading.text(at).len() == 4;
        signed && (first + 1..(first + 4).min(self.line.tokens.end)).any(year)
    }

    /// The words of the line that belong to no address, where there is one.
    fn words_beside(&self, is_address: impl Fn(&Range<usize>) -> bool) -> Option<usize> {
        let chunks = chunks(self.reading, self.tokens());
        let (addresses, others): (Vec<_>, Vec<_>) = chunks.into_iter().partition(is_address);
        let words = |chunk: &Range<usize>| chunk.clone().filter(|&at| self.reading.is_word(at)).count();
        (!addresses.is_empty()).then(|| others.iter().map(words).sum())
    }

    fn is_mail_address(&self) -> bool {
        let mail = |chunk: &Range<usize>| {
            chunk.len() > 3 && (chunk.start + 1..chunk.end).any(|at| self.reading.mark(at) == '@')
        };
        self.line.is_open() && self.words_beside(mail).is_some_and(|words| words <= 3)
    }

    fn is_web_address(&self) -> bool {
        let web = |chunk: &Range<usize>| {
            let first = self.reading.text(chunk.start);
            let scheme = || ["http", "https", "www"].iter().any(|scheme| first.eq_ignore_ascii_case(scheme));
            chunk.len() > 2 && (scheme() || self.is_bare_address(chunk))
        };
        self.line.is_open() && self.words_beside(web).is_some_and(|words| words <= 3)
    }

    /// 'abc.net.au/news/105672311': small words with points between them, and a path behind a slash.
    fn is_bare_address(&self, chunk: &Range<usize>) -> bool {
        let slash = chunk.clone().find(|&at| self.reading.mark(at) == '/').unwrap_or(chunk.start);
        let host = chunk.start..slash;
        host.len() > 2
            && host.clone().all(|at| self.reading.mark(at) == '.' || !self.reading.is_capitalised(at))
            && host.clone().any(|at| self.reading.mark(at) == '.')
            && slash + 1 < chunk.end
    }

    /// '#gempa #Sumba'; half of the pieces at least.
    fn is_hashtags(&self) -> bool {
        if !self.line.is_open() {
            return false;
        }
        let chunks = chunks(self.reading, self.tokens());
        let hashed = chunks.iter().filter(|chunk| chunk.len() > 1 && self.reading.mark(chunk.start) == '#').count();
        hashed > 0 && hashed * 2 >= chunks.len()
    }

    /// 'Now read: ...', 'MORE: ...': a label of a few words, one of them of links, a colon, and a title.
    fn is_label_and_title(&self) -> bool {
        let first = self.line.first_word;
        let limit = self.line.tokens.end.min(first + LONGEST_LABEL_TOKENS + 1);
        let colon = (first..limit).find(|&at| self.reading.mark(at) == ':');
        colon.is_some_and(|colon| {
            let labelled = (first..colon).any(|at| self.says(at, FurnitureWord::Label));
            labelled && colon + 2 < self.line.tokens.end && self.line.ending != Ending::Stop
        })
    }

    /// A title all in capitals.
    fn is_shouted(&self) -> bool {
        let words = || self.tokens().filter(|&at| self.reading.is_word(at));
        let upper = |at: usize| !self.reading.text(at).contains(char::is_lowercase);
        self.line.is_open() && !self.line.quoted && words().count() >= SHORTEST_SHOUT_WORDS && words().all(upper)
    }

    /// '(fdl/bmw)', '[bal]', '(Red)': hardly more than initials between brackets, and nothing else.
    fn is_initials(&self) -> bool {
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
    fn is_signed_by_reporters(&self) -> bool {
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

    fn says(&self, at: usize, word: FurnitureWord) -> bool {
        let words = &self.pack.cues.furniture.words;
        words.of(self.reading.words[at]).contains(&word)
    }

    /// 'By Laura Tench, BBC News, Norwich', 'Harriet Bowen Environment correspondent', 'Fitri Amalia - Bisnis.com': names,
    /// and words for what somebody at an outlet is.
    fn is_names_and_roles(&self) -> bool {
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
        if !self.line.is_open() || self.line.words > LONGEST_BYLINE_WORDS {
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
        (!numbers || dated())
            && names.count() > 0
            && words().all(fits)
            && (words().any(is_role) || begins_at_outlet() || ends_at_outlet() || works_for_outlet())
    }

    /// 'Home › News › World', 'Tentang Kami - Redaksi - Kontak': short pieces between several marks that divide.
    fn is_path(&self) -> bool {
        let divides = |at: &usize| {
            let spaced = !(self.reading.is_glued(*at) && self.reading.is_glued(at + 1));
            spaced && matches!(self.reading.mark(*at), '›' | '>' | '»' | '|' | '·' | '•' | '/' | '-' | '–')
        };
        if !self.line.is_open() || self.line.quoted || divides(&self.line.tokens.start) {
            return false;
        }
        let dividers = self.tokens().filter(divides).count();
        dividers >= 2 && self.line.words <= 4 * (dividers + 1)
    }
}

/// Whether a phrase that stands by itself names an outlet ('Reuters').
fn is_outlet(pack: &Pack, reading: &Reading, at: usize) -> bool {
    let marks = pack.cues.furniture.marks.of(reading.words[at]);
    marks.iter().any(|mark| mark.kind == FurnitureKind::Byline && mark.place == MarkPlace::Alone)
}

/// Runs of tokens without a space between them.
fn chunks(reading: &Reading, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut chunks: Vec<Range<usize>> = Vec::new();
    for at in tokens {
        match chunks.last_mut() {
            Some(chunk) if reading.is_glued(at) => chunk.end = at + 1,
            _ => chunks.push(at..at + 1),
        }
    }
    chunks
}
