//! People by the words of their names and what stands behind them, where the tagger saw nobody: 'Will Vest', 'Rosalinda Ypil, 61',
//! 'HS (41)'.

use std::ops::Range;

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::lang::{Cue, NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The longest name of a person, in words.
const PERSON_WORDS: usize = 4;

/// The most words of a name behind the one that tells the order of birth or the rank.
const BIRTH_NAME_WORDS: usize = 6;

/// How far behind the comma a word tells what somebody is: ', the Palace chairman'.
const ROLE_WORDS: usize = 5;

impl Spotter<'_> {
    /// A person with another name in quotation marks within: 'Vusimuzi "Cat" Matlala'.
    pub(super) fn with_nickname(&mut self, at: usize) -> Option<usize> {
        let is_quote = |at: usize| matches!(self.reading.mark(at), '"' | '“' | '”' | '‘' | '’' | '\'');
        let is_name = |at: usize| self.is_name_word(at) && self.reading.tokens[at].case == Case::Capital;
        let may_begin = self.scene.is_given_name(at) || self.is_tagged_person(at) || self.title.is_some();
        if !may_begin || !is_name(at) {
            return None;
        }
        // 'José Adolfo “Fito” Macías'
        let open = if is_name(at + 1) { at + 2 } else { at + 1 };
        if !is_quote(open) || self.reading.is_glued(open) {
            return None;
        }
        // '“Papa Tonga”'
        let first = open + 1;
        let words = (first..first + 2).take_while(|&at| self.reading.is_capitalised(at)).count();
        let close = first + words;
        let is_within = words > 0 && self.reading.is_glued(first) && is_quote(close);
        let family = close + 1;
        let mut len = (family..self.sentence.end).take(PERSON_WORDS).take_while(|&at| is_name(at)).count();
        // 'Landry-Broussard'
        let hyphen = family + len;
        if self.reading.mark(hyphen) == '-' && self.reading.is_glued(hyphen + 1) && is_name(hyphen + 1) {
            len += 2;
        }
        if !is_within || len == 0 {
            return None;
        }
        let title = self.title.take().filter(|title| title.end == at);
        // 'Ferdinand "Bongbong" Marcos Jr.'
        let end = family + len;
        let has_stop = self.scene.is_hint(end - 1, NameHint::NameSuffix)
            && self.reading.mark(end) == '.'
            && self.reading.is_glued(end)
            && end + 1 < self.sentence.end;
        let end = end + usize::from(has_stop);
        self.push(at..end, Evidence::Tagged(EntityKind::Person), title);
        Some(end)
    }

    /// Somebody by the first words of a Balinese or Butonese name: 'I Gusti Ngurah Jaya Negara'.
    pub(super) fn born(&mut self, at: usize) -> Option<usize> {
        let is_free = self.scene.pack.grammar.noun_first && self.tagged_len(at) == 0 && self.tagged_len(at + 1) == 0;
        if !is_free || !self.scene.begins_birth_name(at) || !self.reading.is_capitalised(at + 1) {
            return None;
        }
        let is_part = |&at: &usize| self.reading.tokens[at].case == Case::Capital && self.reading.is_word(at);
        let words = (at + 1..self.sentence.end).take(BIRTH_NAME_WORDS).take_while(is_part).count();
        let title = self.title.take().filter(|title| title.end == at);
        let end = at + 1 + words;
        (words > 1).then(|| self.push(at..end, Evidence::Tagged(EntityKind::Person), title))?;
        Some(end)
    }

    /// Whether the words of a run, or those behind it, are enough to take it for a person.
    pub(super) fn looks_like_person(&self, tokens: &Range<usize>) -> bool {
        // 'Tim SAR'
        let is_noun = || self.scene.is_hint_of(tokens.clone(), NameHint::Ordinary);
        let is_name = self.scene.is_full_name(tokens.clone()) || self.begins_as_person(tokens);
        self.is_described_as_person(tokens) || is_name && !is_noun()
    }

    /// 'Will Vest': a given name and one other word that ends no name of another kind. An ordinary word that begins a sentence is
    /// none.
    fn begins_as_person(&self, tokens: &Range<usize>) -> bool {
        let Range { start, end } = *tokens;
        let is_tail = |cue| matches!(cue, NameCue::PlaceTail | NameCue::EventTail | NameCue::Title);
        let opens = start == self.sentence.start || !self.reading.is_word(start - 1);
        end - start == 2
            && self.scene.is_given_name(start)
            && !(opens && self.scene.is_common(start))
            && self.reading.tokens[start].case == Case::Capital
            && self.reading.tokens[start + 1].case != Case::Upper
            && self.cue(start + 1, is_tail).is_none()
    }

    /// 'Rosalinda Ypil, 61, a fish vendor', 'Steffan Aquarone, who represents', 'Aki Parviainen (Finland)': what stands behind a
    /// name of several words says that a person bears it.
    pub(super) fn is_described_as_person(&self, tokens: &Range<usize>) -> bool {
        let end = tokens.end;
        let is_age = self.reading.is_number(end + 1) && self.reading.text(end + 1).len() == 2 && !self.is_time(end + 1);
        let is_aged = is_age && matches!(self.reading.mark(end + 2), ',' | '.');
        let is_followed = end + 1 < self.sentence.end && self.hint_ends_at(end + 2, NameHint::PersonPronoun);
        let has_comma = self.reading.mark(end) == ',';
        (2..=PERSON_WORDS).contains(&tokens.len())
            && (has_comma && (is_aged || is_followed) || self.is_before_country(end))
    }

    /// 'Tahmeed Ahmed, who leads', 'Lau Kek Huat, 41,': words that no list has and no place ends with, of whom that is told.
    pub(super) fn is_unlisted_person(&self, tokens: &Range<usize>) -> bool {
        self.reading.mark(tokens.end) == ','
            && self.is_described_as_person(tokens)
            && tokens.clone().all(|at| self.reading.tokens[at].case == Case::Capital)
            // 'Co Clare'
            && !self.scene.is_hint(tokens.start, NameHint::Form)
            && !self.scene.is_any_cue(tokens.end - 1, &[NameCue::PlaceTail, NameCue::OrganisationTail])
            && self.scene.known(tokens.clone()).is_none()
            && self.scene.pack.full_names
    }

    /// 'By Adedayo Akinwale, Abuja': two words or three that no list has, where a line begins with the word before an author.
    pub(super) fn is_author(&self, tokens: &Range<usize>) -> bool {
        let Range { start, end } = *tokens;
        start == self.sentence.start + 1
            && self.scene.is_hint(start - 1, NameHint::CreditBy)
            && (2..=PERSON_WORDS).contains(&(end - start))
            && (end == self.sentence.end || self.reading.mark(end) == ',')
            && self.scene.known(tokens.clone()).is_none()
    }

    /// 'said Nhlamulo Ndhlela, the party's spokesperson': a word of saying before two or three words that no list has, and what
    /// somebody is behind the comma.
    pub(super) fn is_speaker_with_role(&self, tokens: &Range<usize>) -> bool {
        let Range { start, end } = *tokens;
        let is_said = start > self.sentence.start && {
            let cues = self.scene.pack.cues.speech.exact(&self.reading.words[start - 1..start]);
            cues.iter().any(|cue| matches!(cue, Cue::Says(_) | Cue::SaysBehind(_)))
        };
        (2..PERSON_WORDS).contains(&tokens.len())
            && is_said
            && self.reading.mark(end) == ','
            && self.scene.known(tokens.clone()).is_none()
            && self.tells_role(end + 1)
    }

    /// 'Pippa Street' of 'Its chief nurse, Pippa Street, apologised': between commas behind the role that somebody has.
    fn is_enclosed_behind_role(&self, tokens: &Range<usize>) -> bool {
        let Range { start, end } = *tokens;
        start > self.sentence.start + 1
            && self.reading.mark(start - 1) == ','
            && self.reading.mark(end) == ','
            && self.reading.tokens[start - 2].case == Case::Lower
            && self.cue_ends_at(start - 1, NameCue::Title)
    }

    /// Whether the words from `start` on say what somebody is: 'the Palace chairman'.
    fn tells_role(&self, start: usize) -> bool {
        let words = (start..self.sentence.end.min(start + ROLE_WORDS)).take_while(|&at| self.reading.is_word(at));
        words.into_iter().any(|at| self.scene.is_cue(at, NameCue::Title))
    }

    /// 'Steve Parish, the chairman', 'Debbie Hall, 54,': a given name before a family name that places end with, and behind the comma
    /// what somebody is.
    pub(super) fn is_person_with_place_tail(&self, tokens: &Range<usize>) -> bool {
        let end = tokens.end;
        tokens.len() == 2
            && self.scene.is_given_name(tokens.start)
            && self.scene.known(tokens.clone()).is_none_or(|known| known.len < 2)
            && (self.is_described_as_person(tokens)
                || self.reading.mark(end) == ',' && self.tells_role(end + 1)
                || self.is_enclosed_behind_role(tokens))
    }

    /// 'Ben Maguire' of 'the MP for North Cornwall, Ben Maguire, said': a given name and another, behind the seat that somebody has.
    pub(super) fn is_holder_of_seat(&self, tokens: &Range<usize>) -> bool {
        let start = tokens.start;
        let seat = self.out.last().filter(|it| it.tokens.end + 1 == start && self.reading.mark(start - 1) == ',');
        tokens.len() > 1
            && self.scene.is_given_name(start)
            && !self.scene.is_known(tokens.clone(), EntityKind::Place)
            && seat.is_some_and(|it| self.hint_ends_at(it.tokens.start, NameHint::SeatBefore))
    }

    /// 'The spokesperson of the command in the state, Yazid Abubakar, said': two words between commas before a verb of saying, of
    /// which people bear one.
    pub(super) fn is_speaker_in_commas(&self, tokens: &Range<usize>) -> bool {
        let Range { start, end } = *tokens;
        let is_enclosed =
            start > self.sentence.start && self.reading.mark(start - 1) == ',' && self.reading.mark(end) == ',';
        let says = || {
            let behind = self.scene.pack.cues.speech.longest(self.reading.words.get(end + 1..self.sentence.end)?)?;
            Some(behind.1.iter().any(|cue| matches!(cue, Cue::Says(_))))
        };
        let is_borne = |at: usize| self.scene.is_borne(at) && !self.scene.is_common(at);
        tokens.len() == 2
            && is_enclosed
            && tokens.clone().any(is_borne)
            && self.scene.known(tokens.clone()).is_none()
            && self.cue(end - 1, |cue| cue == NameCue::PlaceTail).is_none()
            && says().unwrap_or(false)
    }

    /// 'Esme' of 'little Esme': a given name alone behind a word that tells how old or poor somebody is.
    pub(super) fn is_young(&self, tokens: &Range<usize>) -> bool {
        tokens.len() == 1
            && self.scene.is_given_name(tokens.start)
            && self.hint_ends_at(tokens.start, NameHint::Epithet)
            && self.scene.known(tokens.clone()).is_none_or(|known| known.kind == EntityKind::Person)
    }

    /// 'Ruth Church' behind 'Detective': a given name and one word, which bodies may end with.
    pub(super) fn is_titled_pair(&self, tokens: &Range<usize>) -> bool {
        let Range { start, end } = *tokens;
        end - start == 2
            && self.scene.pack.full_names
            && self.scene.is_given_name(start)
            && !self.scene.is_common(start)
            && self.reading.tokens[end - 1].case == Case::Capital
            && self.scene.known(tokens.clone()).is_none_or(|known| known.len < 2)
    }

    /// 'Brian Fee KC': a given name and a word that the tagger did not see, right before the letters of an office.
    pub(super) fn before_letters(&mut self, at: usize) -> Option<usize> {
        let end = at + 2;
        let is_word = |at: usize| self.is_name_word(at) && self.reading.tokens[at].case == Case::Capital;
        let is_person = end < self.sentence.end
            && self.scene.pack.full_names
            && self.reading.tokens[end].case == Case::Upper
            && self.scene.is_hint(end, NameHint::Postnominal)
            && is_word(at)
            && is_word(at + 1)
            && self.scene.is_given_name(at)
            && self.tagged_len(at) == 0
            && self.scene.known(at..end).is_none_or(|known| known.len < 2);
        if !is_person {
            return None;
        }
        let title = self.title.take();
        self.push(at..end, Evidence::Tagged(EntityKind::Person), title);
        Some(end + 1)
    }

    /// 'HS (41)': somebody whose name is kept back.
    pub(super) fn is_initials_with_age(&self, tokens: &Range<usize>) -> bool {
        let end = tokens.end;
        tokens.len() == 1
            && self.reading.tokens[tokens.start].case == Case::Upper
            && self.reading.text(tokens.start).len() <= 3
            && self.reading.mark(end) == '('
            && self.reading.is_number(end + 1)
            && self.reading.text(end + 1).len() == 2
            && self.reading.mark(end + 2) == ')'
    }

    /// Whether a given name stands before a family name that is a title too, and no other name behind it: 'Brady Singer'.
    pub(super) fn ends_full_name(&self, tokens: Range<usize>) -> bool {
        tokens.len() == 2
            && !self.is_name_word(tokens.end)
            && self.tagged_len(tokens.end - 1) == 0
            && self.scene.is_full_name(tokens)
    }
}
