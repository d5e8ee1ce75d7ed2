//! Cuts off what is no part of a person's name: forms of address, titles and the fields of offices before it, degrees behind it.

use std::ops::Range;

use super::divide::Divider;
use crate::lang::{NameCue, NameHint};
use crate::text::token::Case;

/// The longest letters before the full stop of a degree, in bytes: 'Sp.OG'.
const LONGEST_DEGREE_LETTERS: usize = 2;

/// The longest word that a degree ends with, in bytes: 'S.Farm'.
const LONGEST_DEGREE_WORD: usize = 5;

impl Divider<'_> {
    /// Without the form of address before a person ('Bu Siti'); degrees by themselves ('S.H., M.H.') are no name.
    pub(super) fn trimmed_person(&self, mut tokens: Range<usize>) -> Option<Range<usize>> {
        // 'Bendesa Adat Sidan I Gusti Ngurah Oka': before such a name stands what its bearer is head of.
        let birth_name = tokens.clone().skip(1).find(|&at| self.scene.begins_birth_name(at));
        tokens.start = birth_name.unwrap_or(tokens.start);
        tokens.start += self.letter_of_group(&tokens);
        tokens.start += self.address(&tokens);
        tokens.start += self.title(&tokens);
        if self.is_field_alone(&tokens) {
            return None;
        }
        tokens.start += self.field(&tokens);
        tokens.end -= self.degrees(&tokens);
        // 'Liam Óg Ó hAnnaidh'
        let is_cut = self.scene.is_hint(tokens.end - 1, NameHint::Particle)
            && self.reading.tokens.get(tokens.end).is_some_and(|next| next.case == Case::Lower)
            && self.reading.text(tokens.end).bytes().any(|byte| byte.is_ascii_uppercase());
        tokens.end += usize::from(is_cut);
        let is_word = |at: usize| self.reading.is_word(at) && self.reading.text(at).chars().count() > 2;
        let has_mark = tokens.clone().any(|at| self.reading.mark(at) == '.');
        (!has_mark || tokens.clone().any(is_word)).then_some(tokens)
    }

    /// How many tokens are the letter of a group before the name: 'Z' of 'tokoh gen Z Sudan Gurung'.
    fn letter_of_group(&self, tokens: &Range<usize>) -> usize {
        let is_letter = tokens.len() > 1
            && tokens.start > self.start
            && self.reading.text(tokens.start).len() == 1
            && self.reading.mark(tokens.start + 1) != '.'
            && self.scene.is_hint(tokens.start - 1, NameHint::Numbered);
        usize::from(is_letter)
    }

    /// How many tokens of a person's name are a form of address; the whole of it never is.
    fn address(&self, tokens: &Range<usize>) -> usize {
        let mut len = self.scene.cue_len(tokens.clone(), NameCue::Honorific).unwrap_or(0);
        if len > 0 && self.reading.mark(tokens.start + len) == '.' {
            len += 1;
        }
        // 'Young Tomasz'
        let is_epithet = tokens.len() == 2
            && self.scene.is_hint(tokens.start, NameHint::Epithet)
            && self.scene.is_given_name(tokens.start + 1)
            && !self.scene.is_family_name(tokens.start + 1);
        // 'DI Aziz', 'Cpl Baptiste', 'Arh Budi Rahmanto' behind 'Lettu'
        let is_cut = || self.reading.text(tokens.start).len() > 2 && !self.scene.is_given_name(tokens.start);
        let is_rank = tokens.len() > 1
            && self.scene.is_hint(tokens.start, NameHint::Rank)
            && (self.is_upper(tokens.start)
                || is_cut()
                || tokens.start > self.start && self.scene.is_hint(tokens.start - 1, NameHint::Rank));
        // 'Comrade Joe Ajaero', but not 'Pa' alone
        let is_styled = tokens.len() > 1
            && self.scene.is_hint(tokens.start, NameHint::Style)
            && self.reading.is_capitalised(tokens.start + 1);
        if is_epithet || is_rank || is_styled {
            return 1;
        }
        if len < tokens.len() { len } else { 0 }
    }

    /// How many tokens of a person's name are a title that nobody bears as a name: 'Councilmen Ray Dubicki'.
    fn title(&self, tokens: &Range<usize>) -> usize {
        // 'Sheikh Anas Ayrout', but not 'Dean Martin'
        let is_led = self.scene.pack.full_names && tokens.len() > 2 && self.scene.is_given_name(tokens.start + 1);
        if self.scene.is_given_name(tokens.start) && !is_led {
            return 0;
        }
        let len = self.scene.cue_len(tokens.clone(), NameCue::Title).unwrap_or(0);
        if len < tokens.len() && self.reading.is_capitalised(tokens.start + len) { len } else { 0 }
    }

    /// How many tokens of a person's name are ordinary words that end a title: 'Ketenagakerjaan' behind 'Menteri'.
    fn field(&self, tokens: &Range<usize>) -> usize {
        let is_field = |at: &usize| {
            let is_ordinary =
                self.scene.is_common(*at) || self.scene.is_any_hint(*at, &[NameHint::Ordinary, NameHint::Field]);
            is_ordinary && !self.scene.is_person_word(*at)
        };
        let len = tokens.clone().take_while(is_field).count();
        if self.follows_title(tokens.start) && len < tokens.len() { len } else { 0 }
    }

    /// 'Reserse Kriminal Umum' behind 'Direktur', which nobody bears.
    fn is_field_alone(&self, tokens: &Range<usize>) -> bool {
        tokens.clone().all(|at| self.is_field(at) && !self.scene.is_person_word(at)) && self.follows_title(tokens.start)
    }

    /// How many tokens at the end of a person's name are degrees: 'Mohammad Imran MKM'.
    fn degrees(&self, tokens: &Range<usize>) -> usize {
        let is_degree =
            |at: &usize| self.scene.is_hint(*at, NameHint::Degree) && self.reading.tokens[*at].case != Case::Capital;
        tokens.clone().skip(1).rev().take_while(is_degree).count()
    }

    /// 'DEA' of 'Dietriech Bengen, DEA', which was tagged as an organisation.
    pub(super) fn is_degree_alone(&self, tokens: &Range<usize>) -> bool {
        let is_behind_comma = tokens.start > self.start && self.reading.mark(tokens.start - 1) == ',';
        let is_degree = self.scene.is_hint(tokens.start, NameHint::Degree)
            || self.is_upper(tokens.start) && self.scene.is_hint(tokens.start, NameHint::Postnominal);
        is_behind_comma && (tokens.len() == 1 && is_degree || self.is_dotted_degree(tokens))
    }

    /// 'M.Kes' of 'Aulia Rahman Basri, M.Kes': letters before a full stop, and a word that is cut short.
    fn is_dotted_degree(&self, tokens: &Range<usize>) -> bool {
        let (letters, stop, short) = (tokens.start, tokens.start + 1, tokens.start + 2);
        tokens.len() == 3
            && self.reading.mark(stop) == '.'
            && self.reading.is_glued(stop)
            && self.reading.is_glued(short)
            && self.reading.text(letters).len() <= LONGEST_DEGREE_LETTERS
            && self.reading.text(short).len() <= LONGEST_DEGREE_WORD
            && !self.scene.is_person_word(short)
    }
}
