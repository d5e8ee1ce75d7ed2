//! Where names are looked for, and what the lists of the language and the gazetteer say of the words there.

use std::ops::Range;

use super::corrected::Said;
use super::known::{Known, KnownNames};
use crate::analysis::reading::Reading;
use crate::lang::{Gazetteer, NameCue, NameHint, Pack, Packs, WordId};
use crate::model::EntityKind;
use crate::text::token::Case;

/// How an Arabic word ends that has its article behind it: 'Darul', 'Miftahul'.
const BOUND_ENDING: &str = "ul";

/// The longest words that a company is named behind, in tokens.
const LONGEST_COMPANY_HEAD: usize = 3;

/// An article before its names are found.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub(crate) reading: &'a Reading<'a>,
    pub(crate) packs: &'a Packs,
    pub(crate) pack: &'a Pack,
    /// Sentences and datelines, as ranges of tokens.
    pub(crate) passages: &'a [Range<usize>],
    /// Which tokens are words of a time, and so no names: 'Sabtu', 'Juni'.
    pub(crate) in_time: &'a [bool],
    /// The names of the gazetteer in it.
    pub(crate) known: &'a KnownNames,
    /// What the reader said of names.
    pub(crate) said: &'a Said<'a>,
}

/// 'Anak Agung' before a name has as many words.
const LONGEST_BIRTH_LEAD: usize = 2;

impl<'a> Scene<'a> {
    pub(super) fn gazetteer(&self) -> &'a Gazetteer {
        &self.packs.gazetteer
    }

    /// The word at `at`; an unknown one behind the end of the text.
    fn word(&self, at: usize) -> WordId {
        self.reading.words.get(at).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// The words of `tokens`; none where these lie behind the end of the text.
    pub(super) fn words(&self, tokens: Range<usize>) -> &'a [WordId] {
        self.reading.words.get(tokens).unwrap_or_default()
    }

    /// The longest known name that begins at the first of `tokens`.
    pub(super) fn known(&self, tokens: Range<usize>) -> Option<Known> {
        let start = tokens.start;
        self.known.longest(&tokens).filter(|known| !self.is_role_of_body(start, known))
    }

    /// 'Union leader' is no paper: its last word is a title that is written small.
    fn is_role_of_body(&self, start: usize, known: &Known) -> bool {
        let last = start + known.len - 1;
        known.kind == EntityKind::Outlet
            && known.len > 1
            && !self.reading.is_capitalised(last)
            && self.is_cue(last, NameCue::Title)
    }

    /// Whether the token at `at` is the possessive of the word before it: ''s', and not a quotation mark.
    pub(super) fn is_possessive(&self, at: usize) -> bool {
        let text = self.reading.text(at);
        self.reading.is_glued(at) && self.reading.is_word(at) && text.starts_with(['\'', '’'])
    }

    /// Whether all of `tokens` are a known name of this kind.
    pub(super) fn is_known(&self, tokens: Range<usize>, kind: EntityKind) -> bool {
        let len = tokens.len();
        self.known(tokens).is_some_and(|known| known.kind == kind && known.len == len)
    }

    /// What the word at `at` tells of names by itself.
    pub(super) fn cues(&self, at: usize) -> &'a [NameCue] {
        self.pack.cues.names.of(self.word(at))
    }

    /// What the phrase that is all of `tokens` tells of names.
    pub(super) fn cues_of(&self, tokens: Range<usize>) -> &'a [NameCue] {
        self.pack.cues.names.exact(self.words(tokens))
    }

    pub(super) fn is_cue(&self, at: usize, wanted: NameCue) -> bool {
        self.cues(at).contains(&wanted)
    }

    pub(super) fn is_any_cue(&self, at: usize, wanted: &[NameCue]) -> bool {
        self.cues(at).iter().any(|cue| wanted.contains(cue))
    }

    /// What the word before `at` tells of names.
    pub(super) fn cues_before(&self, at: usize) -> &'a [NameCue] {
        at.checked_sub(1).map_or(&[], |before| self.cues(before))
    }

    /// Whether two words that end at `last` are a noun for a body of government, whatever the second is alone: 'school district'.
    pub(super) fn ends_as_office(&self, last: usize) -> bool {
        last > 0 && self.cues_of(last - 1..last + 1).contains(&NameCue::Government)
    }

    /// Whether what is built is told at `last`, and before it what that is: 'Hydropower Project'.
    pub(super) fn is_works(&self, last: usize) -> bool {
        last > 0
            && self.is_hint(last - 1, NameHint::WorksField)
            && self.is_cue(last, NameCue::OrganisationTail)
            && self.is_cue(last, NameCue::Thing)
    }

    /// The length of the longest phrase of this kind that begins at the first of `tokens`.
    pub(super) fn cue_len(&self, tokens: Range<usize>, wanted: NameCue) -> Option<usize> {
        let phrases = self.pack.cues.names.starting(self.words(tokens));
        phrases.filter(|(_, cues)| cues.contains(&wanted)).map(|(len, _)| len).last()
    }

    pub(super) fn is_hint(&self, at: usize, wanted: NameHint) -> bool {
        self.pack.cues.name_hints.of(self.word(at)).contains(&wanted)
    }

    pub(super) fn is_any_hint(&self, at: usize, wanted: &[NameHint]) -> bool {
        self.pack.cues.name_hints.of(self.word(at)).iter().any(|hint| wanted.contains(hint))
    }

    /// Whether a word stands here that is written twice, and so names nothing: 'Bank-bank', 'Anak-anak'.
    pub(super) fn is_doubled(&self, at: usize) -> bool {
        let reading = self.reading;
        reading.mark(at + 1) == '-'
            && reading.is_glued(at + 1)
            && reading.is_glued(at + 2)
            && reading.tokens.get(at + 2).is_some_and(|token| token.case == Case::Lower)
            && reading.folded(at) == reading.folded(at + 2)
    }

    /// Whether the phrase that is all of `tokens` hints so.
    pub(super) fn is_hint_of(&self, tokens: Range<usize>, wanted: NameHint) -> bool {
        self.pack.cues.name_hints.exact(self.words(tokens)).contains(&wanted)
    }

    /// Whether words that a company is named behind end before `at`: 'shares of', 'chief executive of'.
    pub(super) fn follows_company_head(&self, at: usize) -> bool {
        let is_head = |from: usize| self.is_hint_of(from..at, NameHint::CompanyHead);
        (at.saturating_sub(LONGEST_COMPANY_HEAD)..at).any(is_head)
    }

    pub(super) fn is_common(&self, at: usize) -> bool {
        self.pack.is_common(self.word(at))
    }

    /// An Arabic word that has its article behind it, and so another word: 'Darul', 'Miftahul'.
    pub(super) fn is_bound(&self, at: usize) -> bool {
        self.reading.folded(at).ends_with(BOUND_ENDING)
            && self.reading.text(at).len() > BOUND_ENDING.len() + 2
            && !self.is_common(at)
            // 'Bantul'
            && self.known(at..at + 1).is_none()
    }

    /// Whether people bear the word at `at` as given name or family name, or somebody known is called so.
    pub(super) fn is_person_word(&self, at: usize) -> bool {
        self.gazetteer().is_person_word(self.word(at))
    }

    pub(super) fn is_given_name(&self, at: usize) -> bool {
        self.gazetteer().is_given_name(self.word(at))
    }

    pub(super) fn is_family_name(&self, at: usize) -> bool {
        self.gazetteer().is_family_name(self.word(at))
    }

    /// Whether somebody is first named at `at`: 'pedagang bernama Yulin Manoppo', but not 'desa bernama Suka Makmur'.
    pub(super) fn names_somebody(&self, at: usize) -> bool {
        let is_named = |from: usize| self.is_hint_of(from..at, NameHint::NamedSo);
        let from = (at.saturating_sub(2)..at).find(|&from| is_named(from));
        const OTHERS: [NameCue; 4] =
            [NameCue::PlaceHead, NameCue::Thing, NameCue::OrganisationHead, NameCue::OrganisationTail];
        let is_other = |noun: usize| self.is_any_cue(noun, &OTHERS) || self.is_hint(noun, NameHint::CompanyNoun);
        from.is_some_and(|from| from == 0 || !is_other(from - 1))
    }

    /// Whether people bear the word at `at` as given name or family name.
    pub(super) fn is_borne(&self, at: usize) -> bool {
        self.is_given_name(at) || self.is_family_name(at)
    }

    /// The 'I' of 'I Wayan Sudiarta', the 'La' of 'La Ode Hamidin'.
    pub(super) fn begins_birth_name(&self, at: usize) -> bool {
        // 'Anak Agung Ngurah', but not the child of somebody called Agung
        let leads = |len: usize| {
            let written = (at..at + len).all(|at| self.reading.is_capitalised(at));
            written && self.is_hint_of(at..at + len, NameHint::BirthLead) && self.is_hint(at + len, NameHint::BirthName)
        };
        self.reading.is_capitalised(at) && (1..=LONGEST_BIRTH_LEAD).any(leads)
    }

    /// Whether the words at `at` are the first of those who came together for something: 'Save the Sound', 'Friends of Hartley Park'.
    pub(super) fn begins_group(&self, at: usize) -> bool {
        self.reading.is_capitalised(at)
            && self.reading.is_capitalised(at + 2)
            && self.is_hint_of(at..at + 2, NameHint::GroupStart)
    }

    /// Whether the word at `at` is a part of a known person's name.
    pub(super) fn is_name_part(&self, at: usize) -> bool {
        self.gazetteer().is_name_part(self.word(at))
    }

    /// Whether the word at `at` is likelier a part of somebody's name than an ordinary word.
    pub(super) fn is_likely_name(&self, at: usize) -> bool {
        self.is_name_part(at) || self.is_person_word(at) && !self.is_common(at)
    }

    /// Whether `tokens` begin with a given name and end as people's full names do.
    pub(super) fn is_full_name(&self, tokens: Range<usize>) -> bool {
        self.gazetteer().is_full_name(self.words(tokens))
    }
}
