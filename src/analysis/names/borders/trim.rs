//! Cuts off what is no part of a tagged name: forms of address, titles and the fields of offices before it, degrees and marks
//! behind it.

use std::ops::Range;

use super::divide::Divider;
use crate::analysis::names::tagger::Tagged;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

impl Divider<'_> {
    /// What is left of a name; nothing where no part of it is one.
    pub(super) fn trimmed(&self, mut piece: Tagged) -> Option<Tagged> {
        if self.is_none(&piece.tokens) {
            return None;
        }
        piece.tokens.end = self.before_closing_mark(&piece.tokens);
        piece.tokens.start += self.scene.common_head(&piece.tokens);
        piece.tokens.start += self.ordinary_letters(&piece.tokens);
        piece.tokens.start += self.joined_adjective(&piece.tokens);
        piece.tokens.start += self.numbered_part(&piece.tokens);
        piece.tokens.start += self.noun_of_place(&piece);
        piece.tokens.start += self.opening_preposition(&piece.tokens);
        // 'Tim SAR'
        let is_phrase = piece.tokens.len() > 1 && self.scene.is_hint_of(piece.tokens.clone(), NameHint::Ordinary);
        if piece.tokens.is_empty() || is_phrase || self.is_degree_alone(&piece.tokens) {
            return None;
        }
        if let Some(len) = self.known_in_capitals(&piece.tokens) {
            piece.tokens.end = piece.tokens.start + len;
        }
        let mut piece =
            if self.is_office_of(&piece) { self.holder_of_office(&piece)? } else { self.without_office(piece) };
        // 'Pa Reuben Fasuyi' was tagged as a body.
        let behind = piece.tokens.start + 1..piece.tokens.end;
        let is_styled = matches!(piece.kind, EntityKind::Organisation | EntityKind::Place)
            && self.scene.is_hint(piece.tokens.start, NameHint::Style);
        if is_styled && behind.len() == 2 && self.scene.is_given_name(behind.start) {
            piece.kind = EntityKind::Person;
        }
        match piece.kind {
            EntityKind::Person => piece.tokens = self.trimmed_person(piece.tokens)?,
            EntityKind::Organisation if self.is_field_of_office(&piece.tokens) => return None,
            EntityKind::Organisation => piece.tokens.start += self.article(&piece.tokens),
            // 'In West Valley City'
            EntityKind::Place if self.scene.is_cue(piece.tokens.start, NameCue::PlacePreposition) => {
                piece.tokens.start += self.article(&piece.tokens);
            }
            _ => {}
        }
        piece.tokens.start = self.behind_field(&piece);
        piece.tokens.start += self.milestone(&piece);
        Some(piece)
    }

    /// Whether the words name nothing: the letter of a party behind a lawmaker, what the lists say is no name, a title in letters.
    fn is_none(&self, tokens: &Range<usize>) -> bool {
        let cues = self.scene.cues_of(tokens.clone());
        // 'Ipda' before 'Yasin Tri Wibowo', who was tagged by himself.
        let leads = self.reading.is_capitalised(tokens.end) && !self.scene.is_borne(tokens.start);
        let is_title = cues.contains(&NameCue::Title) && (leads || tokens.clone().all(|at| self.is_upper(at)));
        let is_party = tokens.len() == 1 && self.is_behind_party(tokens.end);
        // 'II' of 'ketua DPD II'
        let is_numeral = tokens.len() == 1 && self.reading.is_roman_numeral(tokens.start);
        is_party
            || self.is_lettered_noun(tokens)
            || is_title
            || is_numeral && tokens.start > self.start
            || cues.contains(&NameCue::NotName)
    }

    /// 'C-section', 'T-shirt'
    fn is_lettered_noun(&self, tokens: &Range<usize>) -> bool {
        let start = tokens.start;
        tokens.len() == 3
            && self.reading.text(start).len() == 1
            && self.reading.mark(start + 1) == '-'
            && self.reading.tokens[start + 2].case == Case::Lower
    }

    /// Without the form of address before a person ('Bu Siti'); degrees by themselves ('S.H., M.H.') are no name.
    fn trimmed_person(&self, mut tokens: Range<usize>) -> Option<Range<usize>> {
        // 'Bendesa Adat Sidan I Gusti Ngurah Oka': before such a name stands what its bearer is head of.
        let birth_name = tokens.clone().skip(1).find(|&at| self.scene.begins_birth_name(at));
        tokens.start = birth_name.unwrap_or(tokens.start);
        tokens.start += self.address(&tokens);
        tokens.start += self.title(&tokens);
        if self.is_field_alone(&tokens) {
            return None;
        }
        tokens.start += self.field(&tokens);
        tokens.end -= self.degrees(&tokens);
        let is_word = |at: usize| self.reading.is_word(at) && self.reading.text(at).chars().count() > 2;
        let has_mark = tokens.clone().any(|at| self.reading.mark(at) == '.');
        (!has_mark || tokens.clone().any(is_word)).then_some(tokens)
    }

    /// How many tokens before a place are what it is, written small: 'Greek island of Gavdos'.
    fn noun_of_place(&self, piece: &Tagged) -> usize {
        let Range { start, end } = piece.tokens;
        if piece.kind != EntityKind::Place || end - start < 3 {
            return 0;
        }
        let is_noun = |at: usize| {
            let is_lower = |at: usize| self.reading.tokens[at].case == Case::Lower;
            is_lower(at) && is_lower(at + 1) && self.scene.cues_of(at..at + 2).contains(&NameCue::PlaceHead)
        };
        (start..end - 2).find(|&at| is_noun(at)).map_or(0, |at| at + 2 - start)
    }

    /// How many tokens open the sentence and only tell where a place is that no list has with them: 'Outside Pierre'.
    fn opening_preposition(&self, tokens: &Range<usize>) -> usize {
        let start = tokens.start;
        let opens = start == self.start && tokens.len() > 1 && self.reading.is_capitalised(start + 1);
        // 'On Abaiang'
        let is_small = || {
            let word = self.reading.words[start];
            let is_function = self.scene.pack.function_words.contains(&word);
            // 'Meanwhile Harvey'
            let leads = || {
                let connective = self.scene.pack.cues.connectives.longest(self.scene.words(start..start + 1));
                connective.is_some() && !self.scene.is_given_name(start)
            };
            self.scene.pack.full_names && (is_function || leads())
        };
        let is_sure = opens && (self.scene.is_hint(start, NameHint::PlaceSure) || is_small());
        usize::from(is_sure && self.scene.known(tokens.clone()).is_none())
    }

    fn is_upper(&self, at: usize) -> bool {
        self.reading.tokens[at].case == Case::Upper
    }

    /// How many tokens before a name are letters that name nothing: 'OTT Ponorogo'.
    fn ordinary_letters(&self, tokens: &Range<usize>) -> usize {
        let is_noun = |at: &usize| self.is_upper(*at) && self.scene.is_hint(*at, NameHint::Ordinary);
        tokens.clone().take_while(is_noun).count()
    }

    /// How many tokens are two small words with a hyphen between, before a name: 'debt-laden Vaigai'.
    fn joined_adjective(&self, tokens: &Range<usize>) -> usize {
        let hyphen = tokens.start + 1;
        let is_small = |at: usize| self.reading.tokens[at].case == Case::Lower;
        let is_joined = tokens.len() > 3
            && self.reading.mark(hyphen) == '-'
            && is_small(tokens.start)
            && is_small(hyphen + 1)
            && self.reading.is_capitalised(hyphen + 2)
            && !self.reading.is_glued(hyphen + 2);
        if is_joined { 3 } else { 0 }
    }

    /// How many tokens tell which part of a law or list it is, before its name: 'Section 7 of the'.
    fn numbered_part(&self, tokens: &Range<usize>) -> usize {
        let Range { start, end } = *tokens;
        let is_part =
            end - start > 3 && self.reading.is_number(start + 1) && self.scene.is_hint(start, NameHint::Numbered);
        let is_small = |at: &usize| self.reading.tokens[*at].case == Case::Lower;
        let small = (start + 2..end).take_while(is_small).count();
        if is_part && small > 0 && start + 2 + small < end { 2 + small } else { 0 }
    }

    /// How many tokens before an organisation are its article, and what opens the sentence before that: 'The Met Office', 'If the
    /// Congress'.
    fn article(&self, tokens: &Range<usize>) -> usize {
        let is_small = |at: &usize| self.scene.pack.function_words.contains(&self.reading.words[*at]);
        let is_lower = |at: &usize| *at == tokens.start || self.reading.tokens[*at].case == Case::Lower;
        let small = tokens.clone().take_while(|at| is_small(at) && is_lower(at)).count();
        if small < tokens.len() { small } else { 0 }
    }

    /// Before a bracket or other mark, a small word, a currency or a degree of a scale that the tagger took for the end of a name;
    /// full stops and hyphens stay.
    fn before_closing_mark(&self, tokens: &Range<usize>) -> usize {
        let is_mark = |at: usize| matches!(self.reading.mark(at), ')' | '(' | '[' | ']' | ',' | '/' | '?' | '!' | '\'');
        let is_small = |at: usize| self.reading.tokens[at].case == Case::Lower && !self.reading.is_glued(at);
        // 'RM' of 'RM5,000'.
        let is_currency =
            |at: usize| self.is_upper(at) && self.reading.is_number(at + 1) && self.reading.is_glued(at + 1);
        // 'III MMI' of 'Wamena III MMI'.
        let is_scale = |at: usize| self.is_upper(at) && self.scene.is_cue(at, NameCue::NotName);
        let is_degree = |at: usize| self.reading.is_roman_numeral(at) && is_scale(at + 1);
        // 'U.S. EV sales'
        let is_letters = |at: usize| {
            self.is_upper(at) && self.scene.is_hint(at, NameHint::Ordinary) && self.reading.mark(at - 1) == '.'
        };
        let is_none = |at: &usize| {
            is_mark(*at) || is_small(*at) || is_currency(*at) || is_scale(*at) || is_degree(*at) || is_letters(*at)
        };
        tokens.end - tokens.clone().skip(1).rev().take_while(is_none).count()
    }

    /// How many tokens of a name in a line of capitals are one that the gazetteer has: 'SRI LANKA MINTA TOLONG'.
    fn known_in_capitals(&self, tokens: &Range<usize>) -> Option<usize> {
        let known = self.scene.known(tokens.clone())?;
        let is_line = tokens.len() > 1 && tokens.clone().all(|at| self.is_upper(at)) && !known.risky;
        (is_line && known.len < tokens.len()).then_some(known.len)
    }

    /// What is left of an organisation behind the last field of a title: 'Kepala Pusat Data, Informasi, dan Komunikasi
    /// Kebencanaan BNPB'.
    fn behind_field(&self, piece: &Tagged) -> usize {
        let Range { start, end } = piece.tokens;
        let last = end - 1;
        let is_office = self.scene.known(last..end).is_some_and(|known| known.kind == EntityKind::Organisation)
            && self.is_upper(last);
        let is_field = |at: usize| {
            self.reading.tokens[at].case == Case::Capital && !self.scene.is_cue(at, NameCue::OrganisationHead)
        };
        let is_listed = start > self.start && self.scene.is_cue(start - 1, NameCue::And);
        let cut = is_office && is_listed && piece.kind == EntityKind::Organisation && (start..last).all(is_field);
        if cut { last } else { start }
    }

    /// How many tokens tell where on a road it is, before the road's name: 'Km 155 Tol Cipali'.
    fn milestone(&self, piece: &Tagged) -> usize {
        let start = piece.tokens.start;
        let is_unit = self.scene.is_hint(start, NameHint::Ship) && self.reading.is_number(start + 1);
        let is_road = piece.kind == EntityKind::Place && is_unit;
        let behind = (start + 1..piece.tokens.end).find(|&at| self.reading.is_capitalised(at));
        behind.filter(|_| is_road).map_or(0, |at| at - start)
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
        // 'DI Aziz', 'Cpl Baptiste'
        let is_cut = || self.reading.text(tokens.start).len() > 2 && !self.scene.is_given_name(tokens.start);
        let is_rank = tokens.len() > 1
            && self.scene.is_hint(tokens.start, NameHint::Rank)
            && (self.is_upper(tokens.start) || is_cut());
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

    /// 'Food and Agriculture' behind 'Minister of'.
    fn is_field_of_office(&self, tokens: &Range<usize>) -> bool {
        let Range { start, end: _ } = *tokens;
        let is_title = |from: usize| self.scene.cues_of(from..start).contains(&NameCue::Title);
        let is_of = start > self.start + 1 && !self.reading.is_capitalised(start - 1) && is_title(start - 2);
        is_of && tokens.clone().all(|at| self.is_field(at))
    }

    /// How many tokens at the end of a person's name are degrees: 'Mohammad Imran MKM'.
    fn degrees(&self, tokens: &Range<usize>) -> usize {
        let is_degree =
            |at: &usize| self.scene.is_hint(*at, NameHint::Degree) && self.reading.tokens[*at].case != Case::Capital;
        tokens.clone().skip(1).rev().take_while(is_degree).count()
    }

    /// 'DEA' of 'Dietriech Bengen, DEA', which was tagged as an organisation.
    fn is_degree_alone(&self, tokens: &Range<usize>) -> bool {
        let is_behind_comma = tokens.start > self.start && self.reading.mark(tokens.start - 1) == ',';
        let is_degree = self.scene.is_hint(tokens.start, NameHint::Degree)
            || self.is_upper(tokens.start) && self.scene.is_hint(tokens.start, NameHint::Postnominal);
        tokens.len() == 1 && is_behind_comma && is_degree
    }
}
