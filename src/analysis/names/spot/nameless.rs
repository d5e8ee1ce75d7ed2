//! What the tagger found that names nothing: common nouns, units and amounts, numbered parts, heads without a body.

use std::ops::Range;

use super::Spotter;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

impl Spotter<'_> {
    /// Whether what was tagged names nothing, by its words and those beside it.
    pub(super) fn is_no_name(&self, tokens: &Range<usize>, kind: EntityKind) -> bool {
        let at = tokens.start;
        // 'Alun' of 'Alun-alun Pacitan' is no name: the common noun is longer than what was tagged.
        let noun = self.cue(at, |cue| cue == NameCue::PlaceHead).is_some_and(|(len, _)| len >= tokens.len());
        // An organisation does not begin with a title, though a person's name may: 'Putri Wahyuni'.
        let titled = kind == EntityKind::Organisation
            && self.cue(at, |cue| cue == NameCue::Title).is_some()
            // 'Investor AB'
            && !(tokens.len() > 1 && self.scene.is_hint(tokens.end - 1, NameHint::Form))
            && !self.is_named_after_patron(tokens);
        let is_word = tokens.len() == 1
            && (self.cue(at, |cue| cue == NameCue::NotName).is_some() || self.scene.is_hint(at, NameHint::Unit));
        // 'Parkinson's disease'
        let is_ailment = tokens.len() == 1
            && self.scene.is_possessive(tokens.end)
            && self.scene.is_hint(tokens.end + 1, NameHint::Ailment);
        // 'US$'
        let is_currency = self.reading.mark(tokens.end) == '$' && self.reading.is_glued(tokens.end);
        // 'Ward 2', 'Title IV'
        let is_numbered = match tokens.len() {
            1 => self.reading.is_number(tokens.end) && self.hint_ends_at(tokens.end, NameHint::Numbered),
            2 => self.hint_ends_at(at + 1, NameHint::Numbered) && self.reading.is_roman_numeral(at + 1),
            _ => false,
        };
        // 'Perintah dari Bos Bank' at the end of a headline
        let is_head = tokens.len() == 1
            && self.page.headlines.holds(at)
            && self.reading.tokens[at].case == Case::Capital
            && self.scene.is_cue(at, NameCue::OrganisationHead)
            && self.scene.is_hint(at, NameHint::CompanyNoun);
        // 'Siaga' of 'Level III (Siaga)'
        let is_level = tokens.len() == 1
            && at > self.sentence.start + 1
            && self.reading.mark(at - 1) == '('
            && self.reading.mark(tokens.end) == ')'
            && self.reading.is_roman_numeral(at - 2)
            && self.reading.tokens[at].case == Case::Capital;
        // 'Pusat' of 'Pimpinan Pusat (PP) Muhammadiyah', 'pemilik CV itu'
        let is_form = || self.scene.is_hint(at, NameHint::Form) && self.scene.pack.grammar.noun_first;
        let is_department = tokens.len() == 1
            && kind == EntityKind::Organisation
            && (self.reading.tokens[at].case == Case::Capital && self.scene.is_hint(at, NameHint::Department)
                || is_form());
        // 'masyarakat suku Ngalum'
        // 'Witness D'
        let is_letter = tokens.len() == 1
            && self.reading.text(at).len() == 1
            && self.cue_ends_at(at, NameCue::Title)
            && self.reading.mark(tokens.end) != '.';
        let is_people = tokens.len() == 1 && kind == EntityKind::Person && self.cue_ends_at(at, NameCue::PeopleHead);
        is_level
            || is_letter
            || is_department
            || is_people
            || kind == EntityKind::Person && self.is_action(tokens)
            || noun
            || titled
            || is_word
            || is_ailment
            || is_currency
            || is_numbered
            || is_head
            || self.is_amount(tokens)
    }

    /// The letter of a currency or a unit beside figures, or of a noun: 'N46m', '$42M', 'T-shirts'.
    fn is_amount(&self, tokens: &Range<usize>) -> bool {
        let Range { start, end } = *tokens;
        let is_letter = self.reading.text(start).len() == 1;
        // 'Sh19 billion'
        let is_sum = end - start == 2
            && self.reading.is_number(start + 1)
            && self.reading.is_glued(start + 1)
            && self.scene.is_hint(start, NameHint::Unit);
        let is_unit = is_letter && end - start == 1 && start > 0;
        let goes_on = self.reading.is_glued(end)
            && (self.reading.is_word(end) || self.reading.is_glued(end + 1) && self.reading.is_number(end + 1));
        // 'T-shirts'
        let is_joined = self.reading.mark(end) == '-' && self.reading.is_glued(end) && self.reading.is_glued(end + 1);
        let is_lower = |at: usize| self.reading.tokens.get(at).is_some_and(|token| token.case == Case::Lower);
        is_sum
            || is_unit && is_joined && is_lower(end + 1)
            || is_unit && self.reading.is_glued(start) && self.reading.is_number(start - 1)
            || is_letter && end - start == 2 && self.reading.is_number(start + 1) && goes_on
    }
}
