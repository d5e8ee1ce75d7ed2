//! Adverts by their place: what stands within a box of one, and what asks for something at the end.

use super::place::{Kinds, LONGEST_SUBHEAD_WORDS, Places};
use crate::analysis::verbs::is_verb;
use crate::lang::FurnitureWord;
use crate::model::FurnitureKind;

/// A closing advert stands so many lines below other furniture at most.
const FARTHEST_FURNITURE: usize = 3;

/// The name of a section has at most as many words.
const LONGEST_SECTION_WORDS: usize = 2;

/// A headline has at least as many words.
const FEWEST_HEADLINE_WORDS: usize = 6;

/// An advert has no longer lines, in words, and no more of them between its heading and its notice.
const LONGEST_ADVERT_WORDS: usize = 30;
const LONGEST_ADVERT_LINES: usize = 3;

impl Places<'_> {
    /// Sentences that ask for something, at the end and below other furniture: 'Editor: ...', 'Saksikan siaran langsungnya hanya
    /// di ...'. From the end up, as far as nothing else that is prose stands between.
    pub(super) fn closing_adverts(&self, kinds: &mut Kinds) {
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

    /// What an advert says below its heading, up to its notice or the next advert: 'Sign up to First Edition', 'Our morning email
    /// breaks down the key stories of the day', 'Privacy Notice: ...'.
    pub(super) fn within_adverts(&self, kinds: &mut Kinds) {
        let closes = |kind| matches!(kind, Some(FurnitureKind::Advert | FurnitureKind::Notice));
        // 'A curation of our top stories to start your day.'
        let invites = |index: usize| super::words::invites(self.reading, self.pack, &self.lines[index]);
        // 'October 13-15, 2026' is no score between two adverts.
        let is_open = |index: usize| {
            (self.lines[index].is_open() || invites(index)) && self.lines[index].words <= LONGEST_ADVERT_WORDS
        };
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

    /// The title below the label of what somebody pays for: 'SPONSORED', 'How AI is reshaping patient recruitment'.
    pub(super) fn below_sponsors(&self, kinds: &mut Kinds) {
        for index in 1..kinds.len() {
            let (label, line) = (&self.lines[index - 1], &self.lines[index]);
            let paid = kinds[index - 1] == Some(FurnitureKind::Advert)
                && label.words <= LONGEST_SECTION_WORDS
                && self.has_word(label.first_word, FurnitureWord::Sponsored);
            let title = line.words > LONGEST_SUBHEAD_WORDS && !line.is_prose() && !line.quoted;
            if paid && title && matches!(kinds[index], None | Some(FurnitureKind::Link)) {
                kinds[index] = Some(FurnitureKind::Advert);
            }
        }
    }

    /// A headline that begins as an advert does: 'Cek Kesehatan Gratis Jangkau 50 Juta Orang' above the byline or the day, where nothing
    /// of the article stands before it but the name of the office and of sections.
    pub(super) fn headline_that_asks(&self, kinds: &mut Kinds) {
        let stops = |index: &usize| kinds[*index].is_none() && !self.is_bare_name(*index);
        let first = (0..kinds.len()).find(stops).unwrap_or(0);
        let is_asked = |index: &usize| kinds[*index] == Some(FurnitureKind::Advert) && self.is_titled(*index);
        let told =
            |kind: Option<FurnitureKind>| matches!(kind, Some(FurnitureKind::Byline | FurnitureKind::PublicationLine));
        if let Some(headline) = (0..first).find(is_asked).filter(|&index| told(kinds[index + 1])) {
            kinds[headline] = None;
            kinds[..headline].iter_mut().for_each(|kind| *kind = kind.or(Some(FurnitureKind::Navigation)));
        }
    }

    /// Whether a line is a few words with capitals, and no verb.
    fn is_bare_name(&self, index: usize) -> bool {
        let line = &self.lines[index];
        let plain = |at: usize| self.reading.is_capitalised(at) && !is_verb(self.reading, self.pack, at);
        // 'Rilis Kesehatan'
        let button = line.words <= LONGEST_SECTION_WORDS;
        line.is_open() && (button || line.words < FEWEST_HEADLINE_WORDS && line.tokens.clone().all(plain))
    }

    /// Whether a line has the length and the capitals of a headline.
    fn is_titled(&self, index: usize) -> bool {
        let line = &self.lines[index];
        let capitals = || line.tokens.clone().filter(|&at| self.reading.is_capitalised(at)).count();
        line.is_open() && line.words >= FEWEST_HEADLINE_WORDS && capitals() * 3 > line.words * 2
    }
}
