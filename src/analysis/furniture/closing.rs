//! Where an article is over: behind its tags, its copyright, or the heading over what readers wrote, nothing of it is to come.

use super::line::Line;
use super::place::{Kinds, Places};
use crate::lang::FurnitureWord;
use crate::model::FurnitureKind;

/// With fewer paragraphs before it a line closes nothing: rows of tags stand above articles too.
const FEWEST_BEFORE: usize = 3;

/// So many paragraphs in a row stand in a comment, or in what a newsroom asks for, at most.
const LONGEST_PROSE_BEHIND: usize = 3;

/// A heading that closes the article has at most this many words and numbers: 'Comments (67)'.
const LONGEST_HEADING_WORDS: usize = 5;

/// A sentence of so few words that stands by itself among other furniture is no part of the article.
const LONGEST_STRAY_WORDS: usize = 15;

/// Above the first prose it has fewer: 'The Verge logo.'
const LONGEST_STRAY_IN_HEAD_WORDS: usize = 12;

/// So many lines that are no prose stand between the last paragraph and such a sentence.
const WIDEST_BOX_LINES: usize = 3;

/// A button or a section has at most this many words.
const LONGEST_BUTTON_WORDS: usize = 3;

impl Places<'_> {
    /// Marks the sentences behind the line that closes the article, where two thirds of all words stand before that.
    pub(super) fn close(&self, kinds: &mut Kinds) {
        let words = |index: usize, kinds: &Kinds| if self.is_prose(index, kinds) { self.lines[index].words } else { 0 };
        let all: usize = (0..kinds.len()).map(|index| words(index, kinds)).sum();
        let (mut told, mut paragraphs) = (0, 0);
        for index in 0..kinds.len() {
            let own = words(index, kinds);
            told += own;
            paragraphs += usize::from(own > 0);
            let most = paragraphs >= FEWEST_BEFORE && told * 3 >= all * 2;
            if most && self.closes(index, kinds) && self.is_loose_behind(index, kinds) {
                for (kind, line) in kinds[index..].iter_mut().zip(&self.lines[index..]) {
                    // What ends open goes by its place.
                    if kind.is_none() && (!line.is_open() || line.tokens == self.lines[index].tokens) {
                        *kind = Some(FurnitureKind::Notice);
                    }
                }
                return;
            }
        }
    }

    /// Whether few of the lines behind `index` are prose, and no more than a few in a row: the article does not go on there.
    fn is_loose_behind(&self, index: usize, kinds: &Kinds) -> bool {
        let (mut row, mut longest, mut prose) = (0, 0, 0);
        for behind in index + 1..kinds.len() {
            row = if self.is_prose(behind, kinds) { row + 1 } else { 0 };
            prose += usize::from(row > 0);
            longest = row.max(longest);
        }
        longest <= LONGEST_PROSE_BEHIND && (prose <= LONGEST_PROSE_BEHIND || prose * 2 < kinds.len() - index)
    }

    fn closes(&self, index: usize, kinds: &Kinds) -> bool {
        let line = &self.lines[index];
        let first = line.tokens.start;
        match kinds[index] {
            // '#gempa' may be part of a post that the article shows.
            Some(FurnitureKind::Tags) => self.reading.mark(first) != '#',
            Some(FurnitureKind::Notice) if self.reading.mark(first) == '©' => true,
            _ => line.is_open() && line.words <= LONGEST_HEADING_WORDS && self.is_closing_heading(index),
        }
    }

    /// 'Comments', '41 Comments', 'Leave a Reply'; or '###', with which a press release ends.
    fn is_closing_heading(&self, index: usize) -> bool {
        let line = &self.lines[index];
        let closing = |at: usize| {
            let mut phrases = self.pack.cues.furniture.words.starting(&self.reading.words[at..line.tokens.end]);
            phrases.any(|(_, words)| words.contains(&FurnitureWord::Closing))
        };
        let numbered = line.first_word + usize::from(self.reading.is_number(line.first_word));
        let hashes = line.words == 0 && line.tokens.len() > 1 && self.reading.mark(line.tokens.start) == '#';
        hashes || numbered < line.tokens.end && closing(numbered) || self.is_about(index)
    }

    /// 'About Doctors Without Borders' over a paragraph that begins with that name, as press releases end.
    fn is_about(&self, index: usize) -> bool {
        let (line, below) = (&self.lines[index], self.lines.get(index + 1));
        let name = line.tokens.start + 1..line.tokens.end;
        let begins = |below: &Line| {
            let first = below.first_word + usize::from(self.reading.is_the(below.first_word));
            let same = |at: usize| self.reading.folded(at) == self.reading.folded(first + at - name.start);
            below.is_prose() && first + name.len() < below.tokens.end && name.clone().all(same)
        };
        self.has_word(line.tokens.start, FurnitureWord::About) && !name.is_empty() && below.is_some_and(begins)
    }

    /// The sentences that stand by themselves above the first prose and behind the last are no beginning and no end of the article:
    /// 'Please enter a search term.', 'A free daily digest of the news that matters most.'
    pub(super) fn drop_strays(&self, kinds: &mut Kinds) {
        let prose: Vec<usize> = (0..kinds.len()).filter(|&index| self.is_prose(index, kinds)).collect();
        if prose.len() <= FEWEST_BEFORE {
            return;
        }
        for &index in prose.iter().take_while(|&&index| self.is_stray_in_head(index, kinds)).collect::<Vec<_>>() {
            kinds[index] = Some(FurnitureKind::Navigation);
        }
        for pair in prose.windows(2).rev() {
            let (above, index) = (pair[0], pair[1]);
            let line = &self.lines[index];
            let boxed = index - above > WIDEST_BOX_LINES && kinds[above + 1..index].iter().any(Option::is_some);
            if !boxed || line.quoted || line.words > LONGEST_STRAY_WORDS {
                break;
            }
            kinds[index] = Some(FurnitureKind::Notice);
        }
    }

    fn is_stray_in_head(&self, index: usize, kinds: &Kinds) -> bool {
        let line = &self.lines[index];
        let is_button = |index: usize| self.lines.get(index).is_some_and(|line| line.words <= LONGEST_BUTTON_WORDS);
        let short = line.words <= LONGEST_STRAY_IN_HEAD_WORDS && !line.quoted;
        let signed =
            |kind: Option<FurnitureKind>| matches!(kind, Some(FurnitureKind::Byline | FurnitureKind::PublicationLine));
        let menu = (index + 1..index + 3).all(|index| is_button(index) && !signed(kinds[index]));
        short && menu && (0..index).all(|above| kinds[above].is_some() || is_button(above))
    }

    pub(super) fn is_prose(&self, index: usize, kinds: &Kinds) -> bool {
        kinds[index].is_none() && self.lines[index].is_prose()
    }
}
