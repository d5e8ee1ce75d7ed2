//! Furniture by its words: the marks that a pack lists, weighed.

use super::line::{Ending, Line};
use crate::analysis::reading::Reading;
use crate::lang::{Cue, FurnitureMark, FurnitureWord, MarkPlace, Pack, WordId};
use crate::model::FurnitureKind;

/// The weight from which on a line is furniture.
const ENOUGH: u32 = 10;

/// What it adds that a line with a mark at its start ends as titles do.
const ENDS_AS_TITLE: u32 = 4;

/// What it adds that a line without a full stop speaks to the reader.
const SPEAKS_TO_READER: u32 = 5;

/// A line of more words is no advert for single words in it: prose mentions apps too.
const LONGEST_ADVERT_WORDS: usize = 60;

/// A line of names that ends with a full stop has at most this many words.
const LONGEST_CREDIT_WORDS: usize = 12;

/// 'Diperbarui 2 jam yang lalu' has as many words.
const LONGEST_AGO_WORDS: usize = 5;

/// A year has as many digits.
const YEAR_DIGITS: usize = 4;

/// What asks its readers for something has at most this many words.
const LONGEST_INVITATION_WORDS: usize = 40;

/// What a line is by its words, if by them it is no part of the article.
pub(super) fn kind(reading: &Reading, pack: &Pack, line: &Line) -> Option<FurnitureKind> {
    if is_speech(reading, pack, line) && (line.quoted || !begins_as_heavy_advert(reading, pack, line)) {
        return None;
    }
    let mut scale = Scale::default();
    let spoken_to = speaks_to_reader(reading, pack, line);
    let addressed = line.ending != Ending::Stop || spoken_to;
    let mut at = line.tokens.start;
    while at < line.tokens.end {
        let rest = &reading.words[at..line.tokens.end];
        let ends = |len: usize| !(at + len..line.tokens.end).any(|at| reading.is_word(at));
        let counts = |mark: &FurnitureMark, len: usize| match mark.place {
            MarkPlace::Start => at <= line.first_word,
            MarkPlace::End => ends(len),
            MarkPlace::Anywhere => {
                addressed || scale.asks || mark.kind != FurnitureKind::Advert || mark.weight >= ENOUGH
            }
            MarkPlace::Alone => false,
        };
        let mut heaviest: Option<&FurnitureMark> = None;
        for (words, marks) in pack.cues.furniture.marks.starting(rest) {
            scale.alone =
                scale.alone.or(marks.iter().find(|mark| mark.place == MarkPlace::Alone).map(|mark| mark.kind));
            let counting = marks.iter().filter(|mark| counts(mark, words)).max_by_key(|mark| mark.weight);
            heaviest = heaviest.into_iter().chain(counting).max_by_key(|mark| mark.weight);
        }
        // What counts neither here nor alone may hide a mark that begins within it: 'via Getty Images'.
        let alone = pack.cues.furniture.marks.longest(rest).filter(|_| heaviest.is_some() || is_alone(rest, pack));
        let len = alone.map_or(1, |(len, _)| len);
        scale.covered += if alone.is_some() { (at..at + len).filter(|&at| reading.is_word(at)).count() } else { 0 };
        scale.add(heaviest);
        at += len;
    }
    scale.verdict(reading, line, if spoken_to { SPEAKS_TO_READER } else { 0 })
}

fn is_alone(words: &[WordId], pack: &Pack) -> bool {
    let alone = |mark: &FurnitureMark| mark.place == MarkPlace::Alone;
    pack.cues.furniture.marks.longest(words).is_some_and(|(_, marks)| marks.iter().any(alone))
}

/// Whether a line that ends as a sentence does asks for something all the same: it begins as adverts do, or holds two of their
/// phrases. In the prose of an article such sentences are told too, so that their place must speak against them.
pub(super) fn invites(reading: &Reading, pack: &Pack, line: &Line) -> bool {
    if line.quoted || line.words > LONGEST_INVITATION_WORDS || is_speech(reading, pack, line) {
        return false;
    }
    let mut weight = 0;
    let mut at = line.tokens.start;
    while at < line.tokens.end {
        let marks = pack.cues.furniture.marks.starting(&reading.words[at..line.tokens.end]);
        let advert = |mark: &&FurnitureMark| {
            mark.kind == FurnitureKind::Advert
                && (mark.place == MarkPlace::Anywhere || mark.place == MarkPlace::Start && at <= line.first_word)
        };
        let heaviest =
            marks.flat_map(|(len, marks)| marks.iter().filter(advert).map(move |mark| (mark.weight, len))).max();
        let (own, len) = heaviest.unwrap_or((0, 1));
        weight += own;
        at += len;
    }
    weight >= ENOUGH || begins_as_advert(reading, pack, line)
}

fn begins_as_advert(reading: &Reading, pack: &Pack, line: &Line) -> bool {
    let mut marks = pack.cues.furniture.marks.starting(&reading.words[line.first_word..line.tokens.end]);
    marks
        .any(|(_, marks)| marks.iter().any(|mark| mark.kind == FurnitureKind::Advert && mark.place == MarkPlace::Start))
}

fn begins_as_heavy_advert(reading: &Reading, pack: &Pack, line: &Line) -> bool {
    let mut marks = pack.cues.furniture.marks.starting(&reading.words[line.first_word..line.tokens.end]);
    let heavy = |mark: &FurnitureMark| {
        mark.kind == FurnitureKind::Advert && mark.place == MarkPlace::Start && mark.weight >= ENOUGH
    };
    marks.any(|(_, marks)| marks.iter().any(heavy))
}

/// Whether somebody is quoted in the line, whose words are not the outlet's: '“Follow us,” the soldiers said.', 'Ishak said they
/// would stay. “We were born here,” he said.'
fn is_speech(reading: &Reading, pack: &Pack, line: &Line) -> bool {
    let speaks = |cue: &Cue| matches!(cue, Cue::Says(_) | Cue::SaysBehind(_) | Cue::SaysWithPronoun | Cue::Told);
    let cue = |at: usize| {
        let found = pack.cues.speech.longest(&reading.words[at..line.tokens.end]);
        found.is_some_and(|(_, cues)| cues.iter().any(speaks))
    };
    let is_mark = |at: usize| matches!(reading.mark(at), '“' | '"' | '”' | '«' | '„');
    line.ending == Ending::Stop && (line.quoted || line.tokens.clone().any(is_mark)) && line.tokens.clone().any(cue)
}

fn speaks_to_reader(reading: &Reading, pack: &Pack, line: &Line) -> bool {
    line.tokens.clone().any(|at| {
        let found = pack.cues.furniture.words.starting(&reading.words[at..line.tokens.end]);
        found.flat_map(|(_, words)| words).any(|&word| word == FurnitureWord::Reader)
    })
}

/// The marks of one line.
#[derive(Default)]
struct Scale {
    weight: u32,
    /// The kind of the heaviest mark, the first of several.
    kind: Option<(u32, FurnitureKind)>,
    alone: Option<FurnitureKind>,
    starts: bool,
    /// Whether it begins as adverts do: 'Ikuti ...', 'Get ...'.
    asks: bool,
    /// How many words are in marks.
    covered: usize,
}

impl Scale {
    fn add(&mut self, mark: Option<&FurnitureMark>) {
        let Some(mark) = mark else { return };
        self.weight += mark.weight;
        self.starts |= mark.place == MarkPlace::Start;
        self.asks |= mark.place == MarkPlace::Start && mark.kind == FurnitureKind::Advert;
        if self.kind.is_none_or(|(weight, _)| mark.weight > weight) {
            self.kind = Some((mark.weight, mark.kind));
        }
    }

    fn verdict(self, reading: &Reading, line: &Line, appeal: u32) -> Option<FurnitureKind> {
        let words = line.tokens.clone().filter(|&at| reading.is_word(at)).count();
        let decided = self.kind.filter(|&(weight, _)| weight >= ENOUGH).map(|(_, kind)| kind);
        // 'Jangan Lewatkan!' calls out what it heads.
        let calls = line.tokens.end > line.tokens.start && reading.mark(line.tokens.end - 1) == '!';
        if self.alone.is_some() && self.covered == words && (line.ending != Ending::Stop || calls) {
            return decided.or(self.alone);
        }
        let (_, kind) = self.kind?;
        let appeals = matches!(kind, FurnitureKind::Advert | FurnitureKind::Notice);
        let is_short = line.words <= LONGEST_CREDIT_WORDS;
        // 'See the forecast for your town'
        let call =
            if (appeals || kind == FurnitureKind::Link) && is_short && is_plain(reading, line) { appeal } else { 0 };
        let title = match line.ending {
            // 'Rilis Album Setelah 9 Tahun' is a headline.
            Ending::Open if self.starts && (kind != FurnitureKind::PublicationLine || tells_when(reading, line)) => {
                ENDS_AS_TITLE + call
            }
            Ending::Open if appeals => appeal,
            // 'Further reporting by Dana Holst.'
            Ending::Stop if self.starts && kind == FurnitureKind::Byline && is_short && !line.has_verb => ENDS_AS_TITLE,
            _ => 0,
        };
        let short = line.words <= LONGEST_ADVERT_WORDS || kind != FurnitureKind::Advert;
        (self.weight + title >= ENOUGH && short).then_some(kind)
    }
}

/// Whether a line has no comma or colon, behind which headlines tell who says it.
fn is_plain(reading: &Reading, line: &Line) -> bool {
    !line.quoted && !line.tokens.clone().any(|at| matches!(reading.mark(at), ',' | ':' | ';'))
}

/// Whether a line tells a year, a clock or a day in figures, or hardly more than a number: 'Diperbarui 2 jam yang lalu'.
fn tells_when(reading: &Reading, line: &Line) -> bool {
    let year = |at: usize| reading.text(at).len() == YEAR_DIGITS;
    let joined = |at: usize| matches!(reading.mark(at + 1), ':' | '.' | '/' | '-') && reading.is_number(at + 2);
    let short = line.words <= LONGEST_AGO_WORDS;
    line.tokens.clone().any(|at| reading.is_number(at) && (short || year(at) || joined(at)))
}
