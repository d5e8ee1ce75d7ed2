//! Things that makers name by letters and figures ('Saros Z70', 'Deebot X8'), and names with a capital letter in the middle of
//! a word ('SmartThings', 'iRobot'), which a tagger passes over.

use std::ops::Range;

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;

/// The longest name of a product, in tokens.
const LONGEST: usize = 4;

/// The longest run of letters in a code.
const CODE_LETTERS: usize = 3;

/// What family names begin with that have a capital letter within them.
const FAMILY_STARTS: [&str; 9] = ["Mc", "Mac", "De", "Di", "La", "Le", "Van", "Fitz", "O"];

impl Spotter<'_> {
    /// A product by the code that its name ends with, with its maker before it.
    pub(super) fn coded(&mut self, at: usize) -> Option<usize> {
        self.tagged?;
        if !self.is_model_word(at) || self.begins_tagged_body(at) {
            return None;
        }
        let run = (at + 1..self.sentence.end.min(at + LONGEST)).take_while(|&at| self.is_model_word(at)).count();
        // 'F' of 'Ford F-250'
        let begins_code = run > 0 && self.reading.text(at + run).len() == 1 && self.reading.mark(at + run + 1) == '-';
        let run = run - usize::from(begins_code);
        let code = at + run + 1;
        let code_end = self.end_of_code(code).map(|end| self.behind_decimal(end));
        let is_ship = run < 2 && self.is_numbered_ship(at);
        let end = code_end.or_else(|| self.end_of_version(code)).or(is_ship.then_some(at + 2));
        let is_local = self.scene.is_hint(code - 1, NameHint::Chapter)
            && self.reading.is_number(code)
            && code < self.sentence.end
            && !self.is_time(code);
        let end = end.or(is_local.then_some(code + 1))?;
        // 'Xiaomi 15T Pro', 'Galaxy S25 Ultra'
        let is_grade = |&at: &usize| at < self.sentence.end && self.scene.is_hint(at, NameHint::Grade);
        let end = end + (end..end + LONGEST).take_while(is_grade).count();
        self.title = None;
        // 'Local 50G' of a union
        let is_chapter = self.scene.is_hint(code - 1, NameHint::Chapter);
        let evidence = if is_chapter { Evidence::OrganisationWord } else { Evidence::AfterThing };
        self.push(at..end, evidence, None);
        Some(end)
    }

    /// Behind the figures that a hyphen joins to a tagged word, and the letter of their unit: 'Kathak-7B', 'Falcon-9'.
    pub(super) fn hyphen_and_code(&self, tokens: &Range<usize>) -> Option<usize> {
        let hyphen = tokens.end;
        let is_code = tokens.len() == 1
            && self.reading.mark(hyphen) == '-'
            && (hyphen..hyphen + 2).all(|at| self.reading.is_glued(at))
            && self.reading.is_number(hyphen + 1)
            && hyphen + 1 < self.sentence.end;
        let unit = hyphen + 2;
        let has_unit = unit < self.sentence.end && self.reading.is_glued(unit) && self.reading.text(unit).len() == 1;
        let has_unit = has_unit && self.reading.is_word(unit);
        is_code.then_some(unit + usize::from(has_unit))
    }

    /// 'the Scillonian III': a word that nobody bears, behind an article and before a Roman number.
    fn is_numbered_ship(&self, at: usize) -> bool {
        at > self.sentence.start
            && at + 1 < self.sentence.end
            && self.scene.is_hint(at - 1, NameHint::Definite)
            && self.reading.is_roman_numeral(at + 1)
            && self.reading.text(at + 1).len() > 1
            && !self.scene.is_common(at)
            && !self.scene.is_person_word(at)
            && !self.is_name_word(at + 2)
    }

    /// A capitalised word that numbers no part of something ('Section', 'Flight').
    fn is_model_word(&self, at: usize) -> bool {
        self.is_name_word(at)
            && self.end_of_code(at).is_none()
            && !self.hint_ends_at(at + 1, NameHint::Numbered)
            // 'Rs 2.5 lakh'
            && !self.scene.is_hint(at, NameHint::Unit)
            && self.cue(at, |cue| matches!(cue, NameCue::PlaceHead | NameCue::PlaceTail | NameCue::Title)).is_none()
    }

    /// Behind a code of letters and figures, which are tokens of their own: 'Z70', '10R', 'X8'.
    fn end_of_code(&self, at: usize) -> Option<usize> {
        let is_letters = |at: usize| {
            self.reading.is_word(at)
                && self.reading.text(at).len() <= CODE_LETTERS
                && self.reading.text(at).chars().all(|c| c.is_ascii_uppercase())
        };
        let is_figures = |at: usize| self.reading.is_number(at) && !self.is_time(at);
        // 'CRJ-550', 'Ford F-250', but not 'U-17'
        let is_hyphen = |at: usize| {
            self.scene.pack.full_names
                && self.reading.mark(at) == '-'
                && (self.reading.text(at - 1).len() > 1 || self.is_behind_maker(at - 1))
                && is_letters(at - 1)
                && is_figures(at + 1)
                && self.reading.is_glued(at + 1)
        };
        let is_next = |at: &usize| *at < self.sentence.end && self.reading.is_glued(*at);
        let len = 1
            + (at + 1..)
                .take_while(is_next)
                .take_while(|&at| is_letters(at) || is_figures(at) || is_hyphen(at))
                .count();
        let tokens = at..at + len;
        let is_whole =
            tokens.clone().any(is_letters) && tokens.clone().any(is_figures) && (is_letters(at) || is_figures(at));
        // 'Maybank Q4', 'spent RM10'
        let is_unit = || self.scene.is_hint(at, NameHint::Unit);
        (is_whole && at < self.sentence.end && !is_unit()).then_some(tokens.end)
    }

    /// Whether a company that is known stands right before `at`, which makes things.
    fn is_behind_maker(&self, at: usize) -> bool {
        at > self.sentence.start && self.scene.is_known(at - 1..at, EntityKind::Organisation)
    }

    /// Behind the '.2' of 'DeepSeek V3.2'.
    fn behind_decimal(&self, end: usize) -> usize {
        let is_decimal = self.reading.mark(end) == '.'
            && self.reading.is_glued(end)
            && self.reading.is_glued(end + 1)
            && self.reading.is_number(end + 1)
            && self.reading.is_number(end - 1);
        if is_decimal && end + 1 < self.sentence.end { end + 2 } else { end }
    }

    /// Behind the number of a version: 'Opus 4.5'.
    fn end_of_version(&self, at: usize) -> Option<usize> {
        let is_digit = |at: usize| self.reading.is_number(at) && self.reading.text(at).len() == 1;
        let is_version = is_digit(at) && self.reading.mark(at + 1) == '.' && is_digit(at + 2);
        let is_glued = self.reading.is_glued(at + 1) && self.reading.is_glued(at + 2);
        // 'OCBC 1.1 per cent'
        let is_share = || (at + 4..=at + 5).any(|end| self.scene.is_hint_of(at + 3..end, NameHint::Percent));
        let is_amount = self.reading.mark(at + 3) == '%' || self.is_time(at) || self.reading.is_glued(at) || is_share();
        (is_version && is_glued && !is_amount && at + 2 < self.sentence.end).then_some(at + 3)
    }

    /// A word with a capital letter behind a small one, which is no family name.
    pub(super) fn camel(&mut self, at: usize) -> Option<usize> {
        self.tagged?;
        let stands_alone = !(self.is_name_word(at + 1) || at > self.sentence.start && self.is_name_word(at - 1));
        if !self.is_camel(at) || !stands_alone || self.reading.is_glued(at) || self.is_time(at) {
            return None;
        }
        let text = self.reading.text(at);
        let is_thing =
            text.starts_with('i') || self.hint_ends_at(at, NameHint::Article) || self.cue_ends_at(at, NameCue::Thing);
        let evidence = if is_thing { Evidence::AfterThing } else { Evidence::OrganisationWord };
        self.title = None;
        // 'iPhone 21'
        let end = at + 1;
        let is_version =
            is_thing && self.reading.is_number(end) && self.reading.text(end).len() < 3 && !self.is_time(end);
        let end = end + usize::from(is_version && end < self.sentence.end);
        self.push(at..end, evidence, None);
        Some(self.bracketed_abbreviation(end).unwrap_or(end))
    }

    /// 'McGahan', 'LaPorta': the second capital letter stands behind what families begin with.
    pub(super) fn is_written_as_family(&self, at: usize) -> bool {
        let text = self.reading.text(at);
        let is_name = |rest: &str| rest.len() > 2 && rest.starts_with(|first: char| first.is_uppercase());
        let is_led = |start: &&str| text.strip_prefix(*start).is_some_and(is_name);
        self.scene.pack.full_names && FAMILY_STARTS.iter().any(is_led)
    }

    /// Whether a word has a capital letter within it, as companies are written and few families: 'FFRobotics', 'SmartThings'.
    pub(super) fn is_camel(&self, at: usize) -> bool {
        let text = self.reading.text(at);
        if text.bytes().skip(1).all(|byte| byte.is_ascii_lowercase()) {
            return false;
        }
        let is_family = FAMILY_STARTS.iter().any(|start| text.starts_with(start));
        let inner =
            text.char_indices().zip(text.chars().skip(1)).any(|((_, c), next)| c.is_lowercase() && next.is_uppercase());
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        // 'FFRobotics', but not 'MPs'.
        let small = text.chars().rev().take_while(|c| c.is_lowercase()).count();
        let is_led_by_letters = small > 3 && text.chars().take_while(|c| c.is_uppercase()).count() > 1;
        (inner || is_led_by_letters) && !is_family && letters > 3 && !self.scene.is_common(at)
    }
}
