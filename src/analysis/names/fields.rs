//! The fields that an office is named by ('Dinas Lingkungan Hidup dan Kebersihan', 'Department for Culture, Media and Sport'),
//! and common nouns with what bodies are for, which name none.

use std::ops::Range;

use super::scene::Scene;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

impl Scene<'_> {
    /// An ordinary word that is written as a name and is none by itself: 'Works' of 'Public Works and Housing Ministry'.
    pub(super) fn is_field(&self, at: usize) -> bool {
        let is_ordinary = || {
            let word = self.reading.words[at];
            let is_listed = self.pack.is_ordinary(word) && !self.pack.function_words.contains(&word);
            is_listed || self.pack.is_made_noun(self.reading.text(at))
        };
        let is_name = || self.known(at..at + 1).is_some_and(|known| known.kind != EntityKind::Place);
        self.reading.is_capitalised(at) && is_ordinary() && !is_name()
    }

    /// The same in a list of fields, where also what is a name elsewhere is one: 'Labour' of 'Ministry of Health, Labour and Welfare'.
    pub(super) fn is_listed_field(&self, at: usize) -> bool {
        let is_field = self.is_field(at) || self.reading.is_capitalised(at) && self.is_hint(at, NameHint::Field);
        is_field && !self.heads_office(at)
    }

    /// Whether an office begins that is named by its first word: 'Kementerian' of 'Badan Geologi, Kementerian Energi'.
    pub(super) fn heads_office(&self, at: usize) -> bool {
        let cues = self.cues(at);
        cues.contains(&NameCue::OrganisationHead) && cues.contains(&NameCue::Government) && self.pack.grammar.noun_first
    }

    /// Whether a department begins that a title is of, behind the body that it belongs to: 'Bidang' of 'Ketua MUI Bidang Hukum', but
    /// not of 'Kementerian Koordinator Bidang Pangan'.
    pub(super) fn begins_department(&self, at: usize) -> bool {
        let is_head = self.is_hint(at, NameHint::Department) && self.is_hint(at, NameHint::UnitHead);
        let is_field = |at: usize| self.is_hint(at, NameHint::Field) || self.is_common(at);
        is_head
            && self.pack.grammar.noun_first
            && self.reading.is_capitalised(at)
            && self.reading.is_capitalised(at + 1)
            && is_field(at + 1)
            && at > 0
            && !self.is_any_cue(at - 1, &[NameCue::Title, NameCue::And])
    }

    /// How many tokens are a common noun for bodies with the letters of what they are for: 'Lembaga HAM'.
    pub(super) fn common_head(&self, tokens: &Range<usize>) -> usize {
        let Range { start, end } = *tokens;
        let is_common = end - start > 1
            && self.is_cue(start, NameCue::OrganisationHead)
            && !self.is_cue(start, NameCue::Government)
            && self.reading.tokens[start + 1].case == Case::Upper
            && self.is_hint(start + 1, NameHint::Ordinary)
            // 'Kantor SAR Bandung'
            && !self.cues_of(start..start + 2).contains(&NameCue::OrganisationHead);
        if is_common { 2 } else { 0 }
    }

    /// Behind the last field of an office of government, or of a body that is named by its fields; `name` is what is known of
    /// it so far. Fields are a list only with an 'and' before the last.
    pub(super) fn end_of_fields(&self, name: &Range<usize>, limit: usize) -> usize {
        let fields = |at: usize| (at..limit).take_while(|&at| self.is_listed_field(at)).count();
        let has_fields = self.is_cue(name.start, NameCue::Government)
            // 'Direktorat Film, Musik, dan Seni'
            || self.pack.grammar.noun_first
                && self.is_hint(name.start, NameHint::FieldHead)
                && self.is_hint(name.start, NameHint::UnitHead)
            || name.clone().any(|at| self.is_hint(at, NameHint::BeforeFields));
        let mut end = name.end;
        while self.reading.mark(end) == ',' && fields(end + 1) > 0 {
            end += 1 + fields(end + 1);
        }
        let and = if self.reading.mark(end) == ',' { end + 1 } else { end };
        // 'Ketua DPR RI Puan Maharani, dan Ketua MPR RI'
        let is_other = self.is_cue(and + 1, NameCue::Title) && !self.is_hint(and + 1, NameHint::Field)
            // 'Balai Desa Penanggal, dan Kantor Kecamatan Candipuro'
            || self.is_hint(and + 1, NameHint::UnitHead);
        let last = if is_other { 0 } else { fields(and + 1) };
        let goes_on = has_fields && name.len() > 1 && last > 0 && and + 1 < limit && self.is_cue(and, NameCue::And);
        if goes_on { and + 1 + last } else { name.end }
    }
}
