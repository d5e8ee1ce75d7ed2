//! Cuts off what is no part of a tagged name: forms of address, titles and the fields of offices before it, degrees and marks
//! behind it.

use std::ops::Range;

use super::divide::Divider;
use crate::analysis::names::tagger::Tagged;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// A word cut short before a full stop that belongs to it has at most so many letters, in bytes.
const LONGEST_CUT_BYTES: usize = 3;

impl Divider<'_> {
    /// What is left of a name; nothing where no part of it is one.
    pub(super) fn trimmed(&self, mut piece: Tagged) -> Option<Tagged> {
        if self.is_none(&piece.tokens) {
            return None;
        }
        piece.tokens.end = self.before_closing_mark(&piece.tokens);
        if self.ends_in_title(&piece.tokens) {
            piece = Tagged::new(piece.tokens.start..piece.tokens.end - 1, EntityKind::Place);
        }
        piece.tokens.start += self.scene.common_head(&piece.tokens);
        piece.tokens.start += self.ordinary_letters(&piece.tokens);
        piece.tokens.start += self.joined_adjective(&piece.tokens);
        piece.tokens.start += self.numbered_part(&piece.tokens);
        piece.tokens.start += self.noun_of_place(&piece);
        piece.tokens.start += self.opening_preposition(&piece.tokens);
        piece.tokens.start += self.opening_word(&piece.tokens);
        piece.tokens.start += self.opening_title(&piece);
        piece.tokens.start += self.opening_noun(&piece);
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
            EntityKind::Organisation => {
                piece.tokens.start += self.article(&piece.tokens);
                piece.tokens.end = self.before_seat(&piece.tokens);
            }
            // 'In West Valley City', 'The Valley Courier', but 'The Dalles'
            EntityKind::Place
                if self.scene.is_cue(piece.tokens.start, NameCue::PlacePreposition)
                    || self.reading.is_the(piece.tokens.start) && self.scene.known(piece.tokens.clone()).is_none() =>
            {
                piece.tokens.start += self.article(&piece.tokens);
            }
            _ => {}
        }
        piece.tokens.start = self.behind_field(&piece);
        piece.tokens.start += self.milestone(&piece);
        Some(piece)
    }

    /// 'Sangamon County State' of 'Sangamon County State's Attorney': the last word begins a title.
    fn ends_in_title(&self, tokens: &Range<usize>) -> bool {
        let end = tokens.end;
        let is_title = || {
            let mut titles = self.scene.pack.cues.names.starting(&self.reading.words[end - 1..]);
            titles.any(|(len, cues)| len > 2 && cues.contains(&NameCue::Title))
        };
        tokens.len() > 1 && self.scene.is_possessive(end) && self.reading.is_capitalised(end + 1) && is_title()
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

    /// Before where a court sits: 'in New York' behind 'Court of International Trade'.
    fn before_seat(&self, tokens: &Range<usize>) -> usize {
        let Range { start, end } = *tokens;
        let is_in = |&at: &usize| self.scene.is_hint(at, NameHint::In) && self.reading.tokens[at].case == Case::Lower;
        let seat = (start + 2..end).rev().find(is_in).filter(|_| self.scene.pack.full_names);
        let is_seat = |at: usize| self.scene.is_known(at + 1..end, EntityKind::Place);
        let is_whole = self.scene.known(tokens.clone()).is_some_and(|known| known.len == tokens.len());
        seat.filter(|&at| !is_whole && is_seat(at)).unwrap_or(end)
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

    pub(super) fn is_upper(&self, at: usize) -> bool {
        self.reading.tokens[at].case == Case::Upper
    }

    /// How many tokens open the sentence before a law, and are an ordinary word: 'Padahal Perpres Nomor'.
    fn opening_word(&self, tokens: &Range<usize>) -> usize {
        let start = tokens.start;
        let opens = start == self.start && tokens.len() > 1 && self.scene.is_cue(start + 1, NameCue::EventHead);
        usize::from(opens && self.scene.is_common(start) && self.scene.known(tokens.clone()).is_none())
    }

    /// How many tokens open the sentence and are the title of somebody in the body behind it: 'Akademisi Institut Agama Islam'.
    fn opening_title(&self, piece: &Tagged) -> usize {
        let Range { start, end } = piece.tokens;
        if start != self.start || piece.kind != EntityKind::Organisation || !self.scene.pack.grammar.noun_first {
            return 0;
        }
        let len = self.scene.cue_len(start..end, NameCue::Title).unwrap_or(0);
        let is_title = len > 0
            && start + len < end
            && !self.scene.is_cue(start, NameCue::OrganisationHead)
            && self.scene.is_cue(start + len, NameCue::OrganisationHead)
            && self.scene.known(start..end).is_none();
        if is_title { len } else { 0 }
    }

    /// How many tokens before a name are letters that name nothing: 'OTT Ponorogo'.
    fn ordinary_letters(&self, tokens: &Range<usize>) -> usize {
        // 'SAR Bumijawa' is a body, 'SAR' alone is none.
        let heads = |at: usize| at + 1 < tokens.end && self.scene.is_cue(at, NameCue::OrganisationHead);
        let is_noun = |at: &usize| self.is_upper(*at) && self.scene.is_hint(*at, NameHint::Ordinary) && !heads(*at);
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
        // 'Balai Adat Kiyu.'
        let is_stop = |at: usize| {
            self.reading.mark(at) == '.'
                && self.scene.pack.grammar.noun_first
                && self.reading.text(at - 1).len() > LONGEST_CUT_BYTES
                && !self.scene.is_hint(at - 1, NameHint::Form)
                && !self.scene.is_any_cue(at - 1, &[NameCue::OrganisationTail, NameCue::Honorific])
        };
        let is_none = |at: &usize| {
            is_stop(*at)
                || is_mark(*at)
                || is_small(*at)
                || is_currency(*at)
                || is_scale(*at)
                || is_degree(*at)
                || is_letters(*at)
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

    /// 'Food and Agriculture' behind 'Minister of'.
    fn is_field_of_office(&self, tokens: &Range<usize>) -> bool {
        let Range { start, end: _ } = *tokens;
        let is_title = |from: usize| self.scene.cues_of(from..start).contains(&NameCue::Title);
        let is_of = start > self.start + 1 && !self.reading.is_capitalised(start - 1) && is_title(start - 2);
        is_of && tokens.clone().all(|at| self.is_field(at))
    }
}
