//! Departments that a title is of, before the body that they belong to: 'Kepala Pusat Data, Informasi dan Komunikasi
//! Kebencanaan BNPB'. The words for what a department does are part of the title.

use super::Spotter;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The longest department, in tokens.
const DEPARTMENT_TOKENS: usize = 14;

impl Spotter<'_> {
    /// Where the body begins whose department a title that ends at `at` is of.
    pub(super) fn body_of_department(&self, at: usize) -> Option<usize> {
        let is_named = self.scene.is_hint(at, NameHint::Department);
        let first = if is_named { at + 1 } else { at };
        if !self.is_field(first) || !is_named && self.is_body(first) {
            return None;
        }
        let limit = self.sentence.end.min(first + DEPARTMENT_TOKENS);
        let goes_on = |at: &usize| !self.is_body(*at) && (self.is_field(*at) || self.joins_fields(*at));
        let body = (first + 1..limit).find(|at| !goes_on(at))?;
        (self.is_field(body - 1) && self.is_body(body)).then_some(body)
    }

    /// 'Bidang Hukum' of 'Ketua MUI Bidang Hukum Prof Noor Achmad': the department behind a body belongs to the title. Returns where
    /// to look next.
    pub(super) fn department_behind(&mut self, at: usize) -> Option<usize> {
        let title = self.title.clone().filter(|title| title.end == at)?;
        let is_behind_body =
            self.out.last().is_some_and(|body| body.tokens.end == at && title.start < body.tokens.start);
        if !is_behind_body || !self.scene.begins_department(at) {
            return None;
        }
        let limit = self.sentence.end.min(at + DEPARTMENT_TOKENS);
        let fields = (at + 1..limit).take_while(|&at| self.is_field(at) || self.joins_fields(at)).count();
        let end = at + 1 + fields;
        self.title = Some(title.start..end).filter(|_| fields > 0);
        (fields > 0).then_some(end)
    }

    /// A word for what a department does.
    fn is_field(&self, at: usize) -> bool {
        self.reading.tokens.get(at).is_some_and(|token| token.case == Case::Capital)
            && (self.scene.is_hint(at, NameHint::Field)
                || self.scene.is_common(at) && !self.is_name_part(at)
                || self.scene.pack.is_made_noun(self.reading.text(at)))
    }

    /// A comma or 'dan' between two such words; both stand before the last one of a list.
    fn joins_fields(&self, at: usize) -> bool {
        let is_and = |at: usize| self.cue(at, |cue| cue == NameCue::And).is_some() || self.reading.mark(at) == '&';
        match self.reading.mark(at) {
            ',' => self.is_field(at + 1) || is_and(at + 1) && self.is_field(at + 2),
            _ => is_and(at) && self.is_field(at + 1),
        }
    }

    /// A body that the gazetteer knows, or that begins as those of a government do.
    fn is_body(&self, at: usize) -> bool {
        self.reading.is_capitalised(at)
            && (self.is_listed_body(at) || self.cue(at, |cue| cue == NameCue::Government).is_some())
    }

    /// A body that the gazetteer knows by a name that is nothing else.
    pub(super) fn is_listed_body(&self, at: usize) -> bool {
        let known = self.scene.known(at..self.sentence.end);
        known.is_some_and(|known| known.kind == EntityKind::Organisation && !known.risky)
    }
}
