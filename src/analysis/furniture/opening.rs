//! What a picture shows, told above the first prose: below a credit, or between the byline and the article.

use super::captions::{LONGEST_CAPTION_WORDS, LONGEST_CREDIT_WORDS};
use super::line::Line;
use super::place::{Kinds, LONGEST_SUBHEAD_WORDS, Places};
use crate::analysis::verbs::is_verb;
use crate::lang::EventWord;
use crate::model::FurnitureKind;

/// Whether nothing but furniture stands between a line and the byline above it: no standfirst is to come there.
pub(super) fn stands_below_byline(kinds: &Kinds, index: usize) -> bool {
    let is_signed =
        |kind: &Option<FurnitureKind>| matches!(kind, Some(FurnitureKind::Byline | FurnitureKind::PublicationLine));
    kinds[..index].iter().rev().take_while(|kind| kind.is_some()).any(is_signed)
}

impl Places<'_> {
    /// 'ANTARA FOTO/Jojon', 'Pekerja memeriksa feronikel di smelter.', 'Bagikan': a sentence right below a credit that stands by itself,
    /// with more that is no article below it, before all other prose.
    pub(super) fn caption_in_head(&self, first_prose: usize, headline: Option<usize>, kinds: &mut Kinds) {
        let Some(above) = first_prose.checked_sub(1).filter(|&above| headline.is_some_and(|it| it < above)) else {
            return;
        };
        let (line, credit) = (&self.lines[first_prose], &self.lines[above]);
        let slash = |at: usize| self.reading.mark(at) == '/' && self.reading.is_glued(at);
        let is_credit = kinds[above] == Some(FurnitureKind::Caption)
            && credit.words <= LONGEST_CREDIT_WORDS
            && credit.tokens.clone().any(slash);
        let closed = kinds.get(first_prose + 1).is_some_and(Option::is_some);
        if is_credit && closed && !line.quoted && line.words <= LONGEST_CAPTION_WORDS {
            kinds[first_prose] = Some(FurnitureKind::Caption);
        }
    }

    /// What a picture shows, between the byline and the first prose: 'The former mill, which was demolished in 2019'. A
    /// standfirst there has a verb of its own.
    pub(super) fn caption_before(&self, below: usize, headline: Option<usize>, kinds: &mut Kinds) {
        let Some(index) = below.checked_sub(1).filter(|&index| index > 0 && headline != Some(index)) else {
            return;
        };
        let line = &self.lines[index];
        let title = line.is_open() && line.words > LONGEST_SUBHEAD_WORDS && line.words <= LONGEST_CAPTION_WORDS;
        let is_relative = |at: usize| self.pack.cues.relatives.has(self.reading.words[at]);
        let mut main = line.tokens.clone().take_while(|&at| !is_relative(at));
        // Below a button behind the byline no standfirst is to come: 'Share', 'Trinity Pool was built in 1991'.
        // Nor below a credit by itself: 'Getty Images', 'Olivia Bailey joined the Treasury in 2024'.
        // Nor below a picture right below the byline, as it is told to those who do not see it, which ends open.
        let above = &self.lines[index - 1];
        let signed =
            index > 1 && matches!(kinds[index - 2], Some(FurnitureKind::Byline | FurnitureKind::PublicationLine));
        let credit = kinds[index - 1] == Some(FurnitureKind::Caption)
            && (above.words <= LONGEST_CREDIT_WORDS || signed && above.is_open());
        // But it is one above a caption that has its own credit.
        let above_caption = kinds.get(index + 1) == Some(&Some(FurnitureKind::Caption))
            || self.lines.get(index + 1).is_some_and(|line| self.ends_with_source(line));
        let among_buttons = kinds.get(index + 1) == Some(&Some(FurnitureKind::Navigation));
        let above_prose = self.lines.get(index + 1).is_some_and(Line::is_prose);
        let below_button = !above_caption
            && (among_buttons || above_prose)
            && (credit || kinds[index - 1] == Some(FurnitureKind::Navigation))
            && stands_below_byline(kinds, index);
        let below_names = above_prose && kinds[index + 1].is_none() && kinds[index - 1] == Some(FurnitureKind::Byline);
        let told = !below_button && !below_names && main.any(|at| self.tells_deed(at));
        let entry = self.is_entry_hour(index - 1);
        if kinds[index].is_none() && kinds[index - 1].is_some() && title && !told && !entry && self.goes_by_place(index)
        {
            kinds[index] = Some(FurnitureKind::Caption);
        }
    }

    /// Whether a verb stands at `at` that can be that of a sentence: not 'A fallen tree blocking the road this morning'.
    fn tells_deed(&self, at: usize) -> bool {
        let led = |at: usize| {
            let word = self.reading.words[at];
            self.pack.cues.events.may_open(word, EventWord::Determiner) && self.reading.is_word(at)
        };
        let described = at > 0 && self.pack.grammar.verbs_inflect && led(at - 1);
        is_verb(self.reading, self.pack, at) && !described && !self.pack.cues.aside_suffix(self.reading.text(at))
    }
}
