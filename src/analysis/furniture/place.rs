//! Furniture by where it stands: before the first prose, behind the last, below a heading over links, or what repeats the
//! headline.
//!
//! Only lines that end like titles go by their place, and none that is a list item or tells a score or a clock time. What
//! stands between two paragraphs of prose stays. An article with hardly any prose has no places.

use super::line::{Ending, Line};
use crate::analysis::reading::Reading;
use crate::lang::{FurnitureWord, Pack};
use crate::model::FurnitureKind;

/// With fewer paragraphs of prose nothing is known of head and tail.
const FEWEST_PROSE: usize = 2;

/// A line before the prose is a button, a section or a byline with at most this many words; a standfirst has more.
const LONGEST_BUTTON_WORDS: usize = 3;

/// Names of one or two authors.
pub(super) const LONGEST_NAMES_WORDS: usize = 6;

/// Names of two authors, each with a place.
const LONGEST_PLACED_NAMES_WORDS: usize = 10;

/// A headline has more words than the name of the section above it.
const SHORTEST_HEADLINE_WORDS: usize = 4;

/// A standfirst that begins with a label has at least this many words.
const SHORTEST_STANDFIRST_WORDS: usize = 8;

/// The longest line behind the last prose that goes by its place alone, in words.
const LONGEST_TAIL_WORDS: usize = 22;

/// A longer row of lines behind the last prose is a table or a list of its own.
const LONGEST_TAIL_LINES: usize = 24;

/// Before the paragraph with the dateline stand a standfirst and captions at most.
pub(super) const LATEST_OPENING: usize = 4;

/// A closing advert stands so many lines below other furniture at most.
const FARTHEST_FURNITURE: usize = 3;

/// How many lines below a heading are links.
const LONGEST_LIST_LINES: usize = 8;

/// An advert has no longer lines, in words, and no more of them between its heading and its notice.
const LONGEST_ADVERT_WORDS: usize = 30;
const LONGEST_ADVERT_LINES: usize = 3;

/// A sub-head has at most this many words; a link below others has more.
pub(super) const LONGEST_SUBHEAD_WORDS: usize = 4;

/// 'San Antonio Spurs:' has at most this many tokens.
const LONGEST_LABEL_TOKENS: usize = 5;

/// A line of names has fewer small words than this.
const FEWEST_SMALL_WORDS: usize = 4;

/// A line-up has more names than a title.
const FEWEST_COMMAS: usize = 4;

pub(super) type Kinds = [Option<FurnitureKind>];

/// Adds to `kinds` what lines are by their place.
pub(super) fn complete(reading: &Reading, pack: &Pack, lines: &[Line], kinds: &mut Kinds) {
    let places = Places { reading, pack, lines };
    let is_prose = |index: usize, kinds: &Kinds| kinds[index].is_none() && lines[index].is_prose();
    places.closing_adverts(kinds);
    let prose: Vec<usize> = (0..lines.len()).filter(|&index| is_prose(index, kinds)).collect();
    let (Some(&first), Some(&last)) = (prose.first(), prose.last()) else { return };
    let headline = places.headline(first, kinds);
    if let Some(headline) = headline {
        places.standfirst(headline, first, kinds);
    }
    places.below_headings(kinds);
    if let Some(headline) = headline {
        places.repeats(headline, kinds);
    }
    if prose.len() >= FEWEST_PROSE {
        places.dateline_alone(first, kinds);
        places.head(headline, first, kinds);
        places.below_standfirst(first, kinds);
        places.caption_before(first, headline, kinds);
        // Below a standfirst that is prose by its form, and the byline.
        if let Some(&second) = prose.get(1).filter(|&&second| second <= first + LATEST_OPENING + 4) {
            places.caption_before(second, headline, kinds);
        }
        places.captions(first, kinds);
        places.captions_within(first..last, kinds);
        places.captions_above_credits(headline, kinds);
        places.authors(first, kinds);
        places.within_adverts(kinds);
        places.tail(last, kinds);
    }
}

/// The paragraph with the dateline, one of the first of prose, and where its text begins.
pub(super) fn opening(reading: &Reading, lines: &[Line], kinds: &Kinds) -> Option<(usize, usize)> {
    let is_prose = |index: &usize| kinds[*index].is_none() && (lines[*index].is_prose() || lines.len() == 1);
    let mut first = (0..lines.len()).filter(is_prose).take(LATEST_OPENING);
    first.find_map(|index| Some((index, super::dateline::end(reading, lines[index].tokens.clone())?)))
}

pub(super) struct Places<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) pack: &'a Pack,
    pub(super) lines: &'a [Line],
}

impl Places<'_> {
    /// The first line before the prose that is long enough for a headline; else the first that is nothing else. A first line
    /// that begins as a link does ('Analysis: ...'), or has the slash of a credit ('Fajar/Rian juarai All England'), is the
    /// headline all the same.
    fn headline(&self, first_prose: usize, kinds: &mut Kinds) -> Option<usize> {
        let taken = match kinds[0] {
            Some(FurnitureKind::Link) => true,
            Some(FurnitureKind::Byline) => self.tells(&self.lines[0]),
            Some(FurnitureKind::Caption) => self.is_slashed_title(&self.lines[0]),
            _ => false,
        };
        if first_prose > 0 && taken && self.lines[0].words >= SHORTEST_HEADLINE_WORDS {
            kinds[0] = None;
        }
        let free = || (0..first_prose).filter(|&index| kinds[index].is_none());
        let long = free().find(|&index| self.lines[index].words >= SHORTEST_HEADLINE_WORDS);
        long.or_else(|| free().next())
    }

    /// 'Exclusive: documents suggest that ...' between the headline and the byline is a standfirst, though links begin so too.
    fn standfirst(&self, headline: usize, first_prose: usize, kinds: &mut Kinds) {
        let below = headline + 1;
        let is_signed =
            |kind: &Option<FurnitureKind>| matches!(kind, Some(FurnitureKind::Byline | FurnitureKind::PublicationLine));
        let is_title = below < first_prose && self.lines[below].words >= SHORTEST_STANDFIRST_WORDS;
        if is_title && kinds[below] == Some(FurnitureKind::Link) && kinds[below + 1..=first_prose].iter().any(is_signed)
        {
            kinds[below] = None;
        }
    }

    /// 'Source: Ravens' Gant to miss start of season after surgery': more small words than stand among names.
    fn tells(&self, line: &Line) -> bool {
        let small =
            |&at: &usize| self.reading.is_word(at) && !self.reading.is_capitalised(at) && !self.reading.is_glued(at);
        line.is_open() && line.tokens.clone().filter(small).count() >= FEWEST_SMALL_WORDS
    }

    /// A title with a slash between names: no brackets, colon or stop, of which one at least is in any caption of that length.
    fn is_slashed_title(&self, line: &Line) -> bool {
        let bare = |at: usize| !matches!(self.reading.mark(at), '(' | '[' | ':' | '.' | '©' | '|');
        line.is_open() && line.words <= LONGEST_TAIL_WORDS && line.tokens.clone().all(bare)
    }

    fn head(&self, headline: Option<usize>, first_prose: usize, kinds: &mut Kinds) {
        for index in (0..first_prose).filter(|&index| Some(index) != headline) {
            if kinds[index].is_some() || !self.goes_by_place(index) {
                continue;
            }
            let behind = headline.is_some_and(|headline| index > headline);
            let is_role =
                behind && kinds[index - 1] == Some(FurnitureKind::Byline) && self.holds_role(&self.lines[index]);
            let role = is_role.then_some(FurnitureKind::Byline);
            kinds[index] = self.kind_in_head(&self.lines[index], behind).or(role);
        }
    }

    /// Names and roles between a standfirst, which is prose by its form, and the line of publication.
    fn below_standfirst(&self, first_prose: usize, kinds: &mut Kinds) {
        let top = first_prose..kinds.len().min(first_prose + LATEST_OPENING + 1);
        let is_published = |&index: &usize| kinds[index] == Some(FurnitureKind::PublicationLine);
        let Some(published) = top.clone().rev().find(is_published) else { return };
        let between = top.start + 1..published.max(top.start + 1);
        for (index, kind) in between.clone().zip(&mut kinds[between]) {
            if kind.is_none() && !self.lines[index].is_prose() && self.goes_by_place(index) {
                *kind = self.kind_in_head(&self.lines[index], true);
            }
        }
    }

    /// A dateline that has a line of its own, right above the first prose: 'HONG KONG —', 'Sampang, NU Online'.
    fn dateline_alone(&self, first_prose: usize, kinds: &mut Kinds) {
        let Some(above) = first_prose.checked_sub(1).filter(|&above| above > 0) else { return };
        let line = &self.lines[above];
        let last = line.tokens.end - 1;
        let dash = matches!(self.reading.mark(last), '—' | '–')
            || self.reading.mark(last) == '-' && !self.reading.is_glued(last);
        let upper = |at: usize| {
            self.reading.mark(at) == ','
                || self.reading.is_word(at) && !self.reading.text(at).contains(char::is_lowercase)
        };
        let place = dash && line.words > 0 && (line.tokens.start..last).all(upper);
        if place && line.words <= LONGEST_NAMES_WORDS {
            kinds[above] = Some(FurnitureKind::Dateline);
        }
    }

    fn kind_in_head(&self, line: &Line, behind_headline: bool) -> Option<FurnitureKind> {
        if behind_headline && self.is_names(line) {
            return Some(FurnitureKind::Byline);
        }
        (line.words <= LONGEST_BUTTON_WORDS).then_some(FurnitureKind::Navigation)
    }

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
            let heads = stays && line.words <= LONGEST_SUBHEAD_WORDS;
            let is_field = |at: usize| kinds[at].is_none() && self.is_field(at);
            let tabled = is_field(index)
                && (is_field(index - 1) || index + 1 < kinds.len() && self.is_field(index + 1) && below_field);
            below_field = tabled;
            stays = kinds[index].is_none() && !self.goes_by_place(index);
            if heads || tabled {
                continue;
            }
            if kinds[index].is_none() && line.words <= LONGEST_TAIL_WORDS && self.goes_by_place(index) {
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

    /// Sentences that ask for something, at the end and below other furniture: 'Editor: ...', 'Saksikan siaran langsungnya hanya
    /// di ...'. From the end up, as far as nothing else that is prose stands between.
    fn closing_adverts(&self, kinds: &mut Kinds) {
        for index in (1..self.lines.len()).rev() {
            let line = &self.lines[index];
            if kinds[index].is_some() || !line.is_prose() {
                continue;
            }
            let above = (0..index).rev().take(FARTHEST_FURNITURE).find(|&above| kinds[above].is_some());
            if !super::words::invites(self.reading, self.pack, line)
                || above.is_none_or(|above| (above + 1..index).any(|at| self.lines[at].is_prose()))
            {
                break;
            }
            kinds[index] = Some(FurnitureKind::Advert);
        }
    }

    /// Whether a line ends like a title, and is no item of a list, no score and no time.
    pub(super) fn goes_by_place(&self, index: usize) -> bool {
        let line = &self.lines[index];
        let first = line.tokens.start;
        let numbered = self.reading.is_number(first) && matches!(self.reading.mark(first + 1), '.' | ')');
        let bulleted = matches!(self.reading.mark(first), '-' | '•' | '*' | '–') && line.tokens.len() > 1;
        let joined = |at: usize| {
            let glued = self.reading.is_glued(at) && self.reading.is_glued(at + 1);
            let numbers = self.reading.is_number(at.saturating_sub(1)) && self.reading.is_number(at + 1);
            glued && numbers && matches!(self.reading.mark(at), '-' | '–' | ':')
        };
        let tells_score = line.tokens.clone().any(joined);
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

    fn folded(&self, line: &Line) -> Vec<&str> {
        let words = line.tokens.clone().filter(|&at| self.reading.is_word(at) || self.reading.is_number(at));
        words.map(|at| self.reading.folded(at)).collect()
    }

    /// What an advert says below its heading, up to its notice or the next advert: 'Sign up to First Edition', 'Our morning email
    /// breaks down the key stories of the day', 'Privacy Notice: ...'.
    fn within_adverts(&self, kinds: &mut Kinds) {
        let closes = |kind| matches!(kind, Some(FurnitureKind::Advert | FurnitureKind::Notice));
        let is_open = |index: usize| self.goes_by_place(index) && self.lines[index].words <= LONGEST_ADVERT_WORDS;
        for heading in 0..kinds.len() {
            let within = heading + 1..kinds.len().min(heading + 1 + LONGEST_ADVERT_LINES);
            let close = within.clone().find(|&index| kinds[index].is_some());
            let Some(close) =
                close.filter(|&close| kinds[heading] == Some(FurnitureKind::Advert) && closes(kinds[close]))
            else {
                continue;
            };
            if (heading + 1..close).all(is_open) {
                kinds[heading + 1..close].fill(Some(FurnitureKind::Advert));
            }
        }
    }

    /// What stands below 'Berita Terkait', 'Tags' or 'Reporter'.
    fn below_headings(&self, kinds: &mut Kinds) {
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
            listed = self.list_below(heading, kind, longest, kinds);
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

    /// Marks the entries below a heading; the line behind the last of them.
    fn list_below(&self, heading: usize, kind: FurnitureKind, longest: usize, kinds: &mut Kinds) -> usize {
        let mut end = heading + 1;
        let below = (heading + 1..self.lines.len()).zip(&mut kinds[heading + 1..]).take(longest);
        for (taken, (index, own)) in below.enumerate() {
            let before_prose = self.lines.get(index + 1).is_some_and(Line::is_prose);
            let subhead = before_prose && taken > 0 && self.lines[index].words <= LONGEST_SUBHEAD_WORDS;
            if own.is_some() || subhead || !self.is_entry(index, kind) {
                break;
            }
            *own = Some(kind);
            end = index + 1;
        }
        end
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
        line.words <= longest && line.is_open() && !inner.clone().skip(1).any(divides)
    }
}
