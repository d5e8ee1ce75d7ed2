//! Furniture by its shape, whatever outlet it is of: addresses, hashtags, paths of a menu, picture credits, initials, lines
//! of names and roles.

use std::ops::Range;

use super::line::{Ending, Line};
use crate::analysis::reading::Reading;
use crate::lang::{FurnitureWord, MarkPlace, Pack};
use crate::model::FurnitureKind;

mod boards;
mod bylines;
mod controls;
mod credit;

/// A line of more words has no shape but that of prose; captions run to half as many.
const LONGEST_SHAPE_WORDS: usize = 120;

/// A line that holds the hour of an entry has at most this many words and numbers.
const LONGEST_CLOCK_WORDS: usize = 14;

/// The longest label of a link, in tokens.
const LONGEST_LABEL_TOKENS: usize = 4;

/// A path of a menu has at most this many words behind its first.
const LONGEST_PATH_WORDS: usize = 6;

/// 'For media inquiries, contact press@example.org' has no more words beside the address.
const MOST_WORDS_BESIDE_MAIL: usize = 5;

/// A line all in capitals with fewer words is a sub-head.
const SHORTEST_SHOUT_WORDS: usize = 5;

/// A postal address has at least this many commas.
const FEWEST_ADDRESS_COMMAS: usize = 3;

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
    let rules: [Rule; 23] = [
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
        (|shape| shape.is_bare_path(), FurnitureKind::Navigation),
        (|shape| shape.is_played(), FurnitureKind::Link),
        (|shape| shape.is_form_field(), FurnitureKind::Navigation),
        (|shape| shape.is_board(), FurnitureKind::Navigation),
        (|shape| shape.is_of_a_row(), FurnitureKind::Navigation),
        (|shape| shape.points_on(), FurnitureKind::Link),
        (|shape| shape.is_dated_label(), FurnitureKind::PublicationLine),
        (|shape| shape.calls_reader(), FurnitureKind::Advert),
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
        // '2026-07-14T11:02:35Z'
        let stamp =
            |at: usize| self.reading.text(at).bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'T' | b'Z'));
        let fits = |at: usize| !self.reading.is_word(at) || self.says(at, FurnitureWord::Clock) || stamp(at);
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

    /// '© 2025 Harbour Media Group', 'Copyright 2024 The Associated Press', 'Variety is a part of Penske Media. © 2026 Variety Media':
    /// a year behind the sign, or behind the word at its start.
    fn is_copyright(&self) -> bool {
        let Range { start, end } = self.tokens();
        let first = self.tokens().find(|&at| self.reading.mark(at) != '(').unwrap_or(start);
        let word = self.reading.text(first).eq_ignore_ascii_case("copyright");
        let signed = self.tokens().find(|&at| self.reading.mark(at) == '©').or(word.then_some(first));
        let year = |at: usize| self.reading.is_number(at) && self.reading.text(at).len() == 4;
        signed.is_some_and(|signed| (signed + 1..(signed + 4).min(end)).any(year))
    }

    /// 'Lob leaves top seed frozen (0:31)': a title with how long it plays.
    fn is_played(&self) -> bool {
        let Range { start, end } = self.tokens();
        let clock = end.saturating_sub(5);
        let marks = |offset: usize, mark: char| self.reading.mark(clock + offset) == mark;
        let numbers = self.reading.is_number(clock + 1) && self.reading.is_number(clock + 3);
        self.line.is_open()
            && self.line.words > LONGEST_LABEL_TOKENS
            && clock > start
            && marks(0, '(')
            && marks(2, ':')
            && marks(4, ')')
            && numbers
    }

    /// 'Name *': what a form asks for.
    fn is_form_field(&self) -> bool {
        let last = self.line.tokens.end - 1;
        self.line.words <= 2
            && self.line.words > 0
            && self.reading.mark(last) == '*'
            && self.reading.is_word(self.line.tokens.start)
            && !self.reading.is_glued(last)
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
        self.line.is_open() && self.words_beside(mail).is_some_and(|words| words <= MOST_WORDS_BESIDE_MAIL)
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
            // 'Storm Gerard latest: Woman dies in Donegal' is a headline.
            let labels = |at: usize| self.says(at, FurnitureWord::Label) && (at == first || at + 1 < colon);
            let labelled = (first..colon).any(labels);
            labelled && colon + 2 < self.line.tokens.end && self.line.ending != Ending::Stop
        })
    }

    /// A title all in capitals.
    fn is_shouted(&self) -> bool {
        let words = || self.tokens().filter(|&at| self.reading.is_word(at));
        let upper = |at: usize| !self.reading.text(at).contains(char::is_lowercase);
        self.line.is_open() && !self.line.quoted && words().count() >= SHORTEST_SHOUT_WORDS && words().all(upper)
    }

    fn says(&self, at: usize, word: FurnitureWord) -> bool {
        let words = &self.pack.cues.furniture.words;
        words.of(self.reading.words[at]).contains(&word)
    }

    /// 'Home Film Markets & Festivals': a path without its marks, of which one part at least is a section.
    fn is_bare_path(&self) -> bool {
        let first = self.line.first_word;
        let words = || (first + 1..self.line.tokens.end).filter(|&at| self.reading.is_word(at));
        self.says(first, FurnitureWord::Root)
            && self.line.is_open()
            && !self.line.has_verb
            && (2..=LONGEST_PATH_WORDS).contains(&words().count())
            && words().all(|at| self.reading.is_capitalised(at) || self.says(at, FurnitureWord::Section))
            && words().any(|at| self.says(at, FurnitureWord::Section))
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
