//! Captions by their place: below or above a credit, before the first prose, or with a source behind their full stop.

use std::ops::Range;

use super::line::Line;
use super::opening::stands_below_byline;
use super::place::{Kinds, LATEST_OPENING, LONGEST_SUBHEAD_WORDS, Places, opening};
use crate::analysis::verbs::is_verb;
use crate::lang::{FurnitureMark, MarkPlace};
use crate::model::FurnitureKind;
use crate::text::token::Case;

/// A credit that stands by itself has at most this many words.
pub(super) const LONGEST_CREDIT_WORDS: usize = 7;

/// A sentence with its source behind it has at most this many words.
pub(super) const LONGEST_CAPTION_WORDS: usize = 30;

/// The names of a source, in tokens.
const LONGEST_SOURCE_TOKENS: usize = 4;

/// The initials of one writer have at most as many letters.
const LONGEST_INITIALS_BYTES: usize = 3;

/// '(BP/mud)' has no more tokens before its last.
const LONGEST_SIGN_TOKENS: usize = 7;

impl Places<'_> {
    /// Sentences before the article proper that belong to its picture: below a credit that stands by itself, or with a
    /// source in brackets behind their full stop.
    pub(super) fn captions(&self, first_prose: usize, headline: Option<usize>, kinds: &mut Kinds) {
        let dated = opening(self.reading, self.pack, self.lines, kinds);
        let opening = dated.map_or(first_prose, |(index, _)| index);
        for index in 1..=opening {
            let credited = index.checked_sub(1).filter(|_| index >= first_prose).is_some_and(|above| {
                let line = &self.lines[above];
                let slash = || line.tokens.clone().any(|at| self.reading.mark(at) == '/' && self.reading.is_glued(at));
                let signed = kinds[above] == Some(FurnitureKind::Byline) && slash();
                // 'Header Pembubaran Partai Itu. tirto.id/Fuad' is a whole caption.
                let stop = |at: usize| self.reading.mark(at) == '.' && !self.reading.is_glued(at + 1);
                let own = line.tokens.clone().skip(LONGEST_SOURCE_TOKENS - 1).any(stop);
                let credit = line.words <= LONGEST_CREDIT_WORDS && !own;
                (signed || kinds[above] == Some(FurnitureKind::Caption)) && credit
            });
            let line = &self.lines[index];
            // 'BPS: Inflasi Agustus 2,1 Persen'
            let is_title = headline == Some(index) && line.is_open() && self.reading.mark(line.tokens.end - 1) != ')';
            let above_opening = index < opening && stands_below_byline(kinds, index);
            let is_caption = index < opening && (credited || self.is_signed_by_desk(line))
                || credited && dated.is_none() && self.is_dated_before_prose(index)
                || above_opening
                    && (self.is_shouted(line) || index + 1 == opening && self.is_left_credit(index, kinds))
                || self.ends_with_source(line)
                || self.is_headed(index) && !is_title;
            if kinds[index].is_none() && is_caption {
                kinds[index] = Some(FurnitureKind::Caption);
            }
        }
    }

    /// 'Kendaraan melintas di Jakarta, Senin (14/7/2025).': the day with its year in brackets at the end, and prose below.
    fn is_dated_before_prose(&self, index: usize) -> bool {
        let (line, below) = (&self.lines[index], self.lines.get(index + 1));
        let end = line.tokens.end;
        let dated = || {
            let close = end - 1 - usize::from(self.reading.mark(end - 1) == '.');
            let year = |at: usize| self.reading.is_number(at) && self.reading.text(at).len() == 4;
            self.reading.mark(close) == ')' && year(close - 1) && self.reading.mark(close - 2) == '/'
        };
        line.tokens.len() > LONGEST_SIGN_TOKENS
            && line.words <= LONGEST_CAPTION_WORDS
            && below.is_some_and(Line::is_prose)
            && dated()
    }

    /// 'FORCE OUT. Supporters gather outside the city hall.': ordinary words in capitals with a full stop before the sentence.
    fn is_shouted(&self, line: &Line) -> bool {
        let start = line.tokens.start;
        let upper = |at: &usize| self.reading.tokens[*at].case == Case::Upper && self.reading.text(*at).len() > 1;
        let stop = start + line.tokens.clone().take_while(upper).count();
        (start + 1..=start + LONGEST_SUBHEAD_WORDS).contains(&stop)
            && stop + 1 < line.tokens.end
            && self.reading.mark(stop) == '.'
            && self.reading.is_capitalised(stop + 1)
            && line.words <= LONGEST_CAPTION_WORDS + LONGEST_CREDIT_WORDS
    }

    /// 'Courtesy of Panay News': a few words right below a caption that is a sentence.
    fn is_left_credit(&self, index: usize, kinds: &Kinds) -> bool {
        let (line, above) = (&self.lines[index], &self.lines[index - 1]);
        let below_caption = kinds[index - 1] == Some(FurnitureKind::Caption) && !above.is_open();
        below_caption && line.is_open() && line.words <= LONGEST_CREDIT_WORDS
    }

    /// 'Petugas memvaksin anjing warga, Rabu (27/3). (BP/mud)': above the paragraph with the dateline nobody signs what he wrote.
    fn is_signed_by_desk(&self, line: &Line) -> bool {
        let last = line.tokens.end - 1;
        let near = line.tokens.start.max(last.saturating_sub(LONGEST_SIGN_TOKENS))..last;
        let open = near.rev().find(|&at| self.reading.mark(at) == '(').filter(|_| self.reading.mark(last) == ')');
        open.is_some_and(|open| {
            let slash = |at: usize| self.reading.mark(at) == '/' && !self.reading.is_number(at + 1);
            (open..last).any(slash)
        })
    }

    /// Sentences between paragraphs that name their source behind their full stop; the last paragraph names that of all.
    pub(super) fn captions_within(&self, lines: Range<usize>, kinds: &mut Kinds) {
        for index in lines {
            let line = &self.lines[index];
            let short = line.words <= LONGEST_CAPTION_WORDS && !line.quoted;
            let of_source = |source: Range<usize>| self.is_source(source.clone()) && !self.are_initials(source);
            if kinds[index].is_none() && short && self.source(line).is_some_and(of_source) {
                kinds[index] = Some(FurnitureKind::Caption);
            }
        }
    }

    /// 'IS/HR/ME': letters with slashes, of those who wrote.
    fn are_initials(&self, source: Range<usize>) -> bool {
        let slashes = source.clone().filter(|&at| self.reading.mark(at) == '/').count();
        slashes > 1 && source.into_iter().all(|at| self.reading.text(at).len() <= LONGEST_INITIALS_BYTES)
    }

    /// A title between two rows of buttons is that of the player or gallery which they work: '1:52', 'Evacuees anxious to return
    /// home', 'Previous Video'.
    pub(super) fn titles_of_players(&self, lines: Range<usize>, kinds: &mut Kinds) {
        let works = |kind: Option<FurnitureKind>| kind == Some(FurnitureKind::Navigation);
        for index in lines.start + 1..lines.end {
            let line = &self.lines[index];
            let title = line.is_open() && (LONGEST_SUBHEAD_WORDS + 1..=LONGEST_CAPTION_WORDS).contains(&line.words);
            let within = works(kinds[index - 1]) && works(kinds[index + 1]);
            if kinds[index].is_none() && within && title && self.goes_by_place(index) {
                kinds[index] = Some(FurnitureKind::Caption);
            }
        }
    }

    /// What a picture or a player shows, below its label or how long it plays: 'Image:', 'Brekke has joined on a deal until 2030'; '2:07',
    /// 'What the winger will bring'.
    pub(super) fn captions_below_labels(&self, kinds: &mut Kinds) {
        for index in 1..self.lines.len() {
            let (line, label) = (&self.lines[index], &self.lines[index - 1]);
            let title = line.is_open() && (LONGEST_SUBHEAD_WORDS + 1..=LONGEST_CAPTION_WORDS).contains(&line.words);
            let last = label.tokens.end - 1;
            let named = kinds[index - 1] == Some(FurnitureKind::Caption) && label.words == 1;
            let shows = named && self.reading.mark(last) == ':';
            let plays = kinds[index - 1] == Some(FurnitureKind::Navigation)
                && label.tokens.len() == 3
                && !self.is_entry_hour(index - 1)
                && self.reading.mark(last - 1) == ':'
                && self.lines.get(index + 1).is_some_and(Line::is_prose);
            if kinds[index].is_none() && title && (shows || plays) && self.goes_by_place(index) {
                kinds[index] = Some(FurnitureKind::Caption);
            }
        }
    }

    /// A title below a credit that stands by itself between paragraphs: 'Getty Images', 'Guards have been in dispute for months'.
    pub(super) fn captions_below_credits(&self, lines: Range<usize>, kinds: &mut Kinds) {
        for index in lines.start + 2..lines.end {
            let (line, credit) = (&self.lines[index], &self.lines[index - 1]);
            let title = line.is_open() && (LONGEST_SUBHEAD_WORDS + 1..=LONGEST_CAPTION_WORDS).contains(&line.words);
            let below = kinds[index - 1] == Some(FurnitureKind::Caption)
                && credit.is_open()
                && credit.words <= LONGEST_CREDIT_WORDS;
            let between =
                kinds[index - 2].is_none() && self.lines[index - 2].is_prose() && self.lines[index + 1].is_prose();
            if title && below && between && kinds[index].is_none() && self.goes_by_place(index) {
                kinds[index] = Some(FurnitureKind::Caption);
            }
        }
    }

    /// A caption told twice: 'Supporters outside the parliament', 'Supporters outside the parliament AP Photo/Denes Erdos'.
    pub(super) fn captions_told_twice(&self, kinds: &mut Kinds) {
        for index in 0..self.lines.len() - 1 {
            let line = &self.lines[index];
            let short = !line.quoted && (LONGEST_SUBHEAD_WORDS + 1..=LONGEST_CAPTION_WORDS).contains(&line.words);
            if short && kinds[index].is_none() && kinds[index + 1] == Some(FurnitureKind::Caption) {
                let told = self.folded(line);
                if self.folded(&self.lines[index + 1]).starts_with(&told) {
                    kinds[index] = Some(FurnitureKind::Caption);
                }
            }
        }
    }

    /// A picture as it is told to those who do not see it, behind its credit, which stands below by itself: 'PA Media Officers in white
    /// suits on a platform. There are markers on the ground.', 'PA Media'.
    pub(super) fn described_behind_credits(&self, kinds: &mut Kinds) {
        for credit in 1..self.lines.len() {
            let below = &self.lines[credit];
            if !below.is_open() || below.words > LONGEST_SUBHEAD_WORDS {
                continue;
            }
            let (line, names) = (&self.lines[credit - 1], self.folded(below));
            if line.words <= below.words + 1 || names.is_empty() || !self.folded(line).starts_with(&names) {
                continue;
            }
            // 'BBC A bin lorry lies on its side', 'BBC': a sentence begins behind the name, and the caption stands below.
            let begins = self.reading.is_capitalised(line.tokens.start + below.tokens.len());
            let caption =
                self.lines.get(credit + 1).filter(|line| line.is_open() && line.words > LONGEST_SUBHEAD_WORDS);
            let signed = matches!(kinds[credit], Some(FurnitureKind::Byline | FurnitureKind::Caption));
            if signed || begins && caption.is_some() {
                kinds[credit - 1..=credit].fill(Some(FurnitureKind::Caption));
                if caption.is_some_and(|line| line.words <= LONGEST_CAPTION_WORDS) {
                    kinds[credit + 1] = kinds[credit + 1].or(Some(FurnitureKind::Caption));
                }
            }
        }
    }

    /// A short sentence that ends with a year, or has no verb: 'The Buller River in flood at Westport on Monday.'
    pub(super) fn is_caption_sentence(&self, line: &Line) -> bool {
        let told = line.tokens.clone().any(|at| is_verb(self.reading, self.pack, at));
        let year = line.tokens.end.checked_sub(2).filter(|&at| at > line.tokens.start);
        let is_year = |at: usize| self.reading.is_number(at) && self.reading.text(at).len() == 4;
        line.words <= LONGEST_CAPTION_WORDS && !line.quoted && (!told || year.is_some_and(is_year))
    }

    /// 'KWTV', 'AFP': a credit of one word in capitals.
    pub(super) fn is_call_sign(&self, line: &Line) -> bool {
        line.words == 1 && !self.reading.text(line.first_word).contains(char::is_lowercase)
    }

    /// 'Ilustrasi suhu panas. Serangan panas dapat berakibat fatal.'
    pub(super) fn begins_as_caption(&self, line: &Line) -> bool {
        let mut marks = self.pack.cues.furniture.marks.starting(&self.reading.words[line.first_word..line.tokens.end]);
        let is_caption = |mark: &FurnitureMark| mark.kind == FurnitureKind::Caption && mark.place == MarkPlace::Start;
        line.words <= LONGEST_CAPTION_WORDS && marks.any(|(_, marks)| marks.iter().any(is_caption))
    }

    /// 'ARCA - Kepala Kejaksaan menyerahkan arca.', 'BERBAHAYA: Siswa menyeberangi sungai.': what looks like a dateline of one part,
    /// above the paragraph that has one of several, or has one with a dash below one with a colon.
    fn is_headed(&self, index: usize) -> bool {
        let parts = |index: usize| {
            let line = &self.lines[index];
            let end = super::dateline::end(self.reading, line.tokens.clone())
                .filter(|_| line.is_prose() || line.is_open())?;
            let names = line.tokens.start..end;
            let divided = names.clone().any(|at| matches!(self.reading.mark(at), ',' | '.' | '('));
            let words = names.filter(|&at| self.reading.is_word(at)).count();
            let colon = self.reading.mark(end - 1) == ':';
            Some((if divided { words } else { words.min(1) }, colon))
        };
        let below = (index + 1..self.lines.len().min(index + 1 + LATEST_OPENING)).find_map(parts);
        parts(index).zip(below).is_some_and(|((head, by_colon), (parts, colon))| {
            head == 1 && (parts > 1 || by_colon && !colon && parts > 0)
        })
    }

    /// A few names, or an account: '(Reuters)', '(Instagram @persija)'; not the initials of editors.
    fn is_source(&self, tokens: Range<usize>) -> bool {
        let account = tokens.clone().any(|at| self.reading.mark(at) == '@');
        // '(iStock)'
        let mixed = |at: usize| self.reading.is_word(at) && self.reading.text(at).contains(char::is_uppercase);
        let capitals = |at: usize| self.reading.is_capitalised(at) || mixed(at) || self.reading.mark(at) == '.';
        // '(ABC Alice Springs: Xavier Platt)'
        let colon = tokens.clone().find(|&at| self.reading.mark(at) == ':');
        let signed =
            colon.is_some_and(|colon| colon > tokens.start && (tokens.clone()).all(|at| at == colon || capitals(at)));
        account || signed || tokens.len() <= LONGEST_SOURCE_TOKENS && tokens.clone().all(capitals)
    }

    /// '... on Nov. 10, 2025. (Kyodo)'
    pub(super) fn ends_with_source(&self, line: &Line) -> bool {
        let is_part = |at: usize| self.reading.is_capitalised(at) || matches!(self.reading.mark(at), '/' | '.' | ':');
        let account = |names: Range<usize>| names.clone().any(|at| self.reading.mark(at) == '@');
        self.source(line)
            .is_some_and(|names| account(names.clone()) || names.clone().all(is_part) && !self.are_initials(names))
    }

    /// What stands in brackets behind the full stop of a line, or behind a dash there: '... outside the press club. —PPI'.
    pub(super) fn source(&self, line: &Line) -> Option<Range<usize>> {
        let last = line.tokens.end - 1;
        let near = line.tokens.start.max(line.tokens.end.saturating_sub(LONGEST_SOURCE_TOKENS + 1));
        let is_dash = |at: usize| match self.reading.mark(at) {
            '—' | '–' => true,
            // '..., Sabtu (14/6/2025). - Instagram/@pbvsi_official'
            '-' => !self.reading.is_glued(at) && !self.reading.is_glued(at + 1),
            _ => false,
        };
        let dash = (near + 1..line.tokens.end).find(|&at| is_dash(at));
        if let Some(dash) = dash.filter(|&at| self.reading.mark(at - 1) == '.' && at < last) {
            return Some(dash + 1..line.tokens.end);
        }
        let open = line.tokens.clone().rev().find(|&at| matches!(self.reading.mark(at), '(' | '['))?;
        let closed = matches!(self.reading.mark(last), ')' | ']') && open + 1 < last && open > line.tokens.start;
        (closed && self.reading.mark(open - 1) == '.').then_some(open + 1..last)
    }
}
