//! Organisations, by the words that they begin with.

use std::ops::Range;

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

impl Spotter<'_> {
    /// An organisation by its first word: 'Kementerian Luar Negeri Rusia'.
    pub(super) fn organisation(&mut self, at: usize) -> Option<usize> {
        if !self.reading.is_capitalised(at) {
            return None;
        }
        let (len, _) = self.cue(at, |cue| cue == NameCue::OrganisationHead)?;
        // 'Balai Kota Bogor' is no 'Balai'.
        if self.cue(at, |cue| cue == NameCue::PlaceHead).is_some_and(|(place, _)| place > len) {
            return None;
        }
        // 'National Security Adviser'
        if self.scene.pack.full_names && self.cue(at, |cue| cue == NameCue::Title).is_some_and(|(title, _)| title > len)
        {
            return None;
        }
        let mut end = at + len;
        while end < self.sentence.end {
            // 'Kelompok Pembudidaya Ikan Mina Sembada'
            let is_group = end == at + len
                && len > 1
                && self.title.is_none()
                && self.scene.pack.grammar.noun_first
                && self.cue(at, |cue| cue == NameCue::Government).is_none();
            let is_member = end == at + len && self.is_association(end);
            // 'RSIA Kasih Bunda': whom nobody stands behind.
            let is_last = end > at + len && self.is_name_word(end) && !self.reading.is_capitalised(end + 1);
            let begins_other = self.cue(end, |cue| matches!(cue, NameCue::Title | NameCue::OrganisationHead)).is_some()
                && !self.is_whole_of_unit(at, end)
                && !(is_last && self.cue(end, |cue| cue == NameCue::Honorific).is_some())
                || self.may_speak_for(at)
                    && !is_group
                    && (self.is_tagged_person(end) || end > at + len && self.begins_full_name(end));
            // 'United Express Flight 4419'
            let is_journey = self.scene.is_hint(end, NameHint::Journey) && self.reading.is_number(end + 1);
            // 'Keputusan Dewan Komisioner OJK Nomor KEP-7/D.05/2025'
            let is_code = |at: usize| {
                self.reading.is_number(at) || self.reading.tokens.get(at).is_some_and(|it| it.case == Case::Upper)
            };
            let is_numbered = self.scene.is_cue(end, NameCue::NotName) && is_code(end + 1);
            if self.is_currency(end) || is_journey || is_numbered {
                break;
            } else if let Some(post) = self.end_of_post(end).filter(|_| end == at + len) {
                end = post;
            } else if self.is_regiment(end) || self.is_age_group(end) {
                end += 3;
            } else if self.is_name_word(end) && (!begins_other || is_member) {
                end += 1;
            } else if self.is_slashed(end) || self.continues_name(end) {
                end += 2;
            } else if let Some(known) = self.known_over_hyphen(end) {
                end = known;
            } else if let Some(listed) = self.listed_fields(at, end) {
                end = listed;
            } else {
                break;
            }
        }
        // 'Direktur PT Lawu Agung Mining Windu' before 'Aji Sutanto'
        let is_given = |at: usize| self.scene.is_given_name(at) && !self.scene.is_common(at);
        let speaks = self.title.is_some() && end > at + len + 2 && self.is_tagged_person(end);
        end -= usize::from(speaks && is_given(end - 1) && !self.scene.is_person_word(end - 2));
        // 'SDN Bulakrejo 2', 'Ketua OSIS SMAN 1, Gracia'
        let closes = || matches!(self.reading.mark(end + 1), ',' | '.' | ')') && !self.reading.is_glued(end + 2);
        let is_numbered =
            self.reading.is_number(end) && self.scene.is_hint(at, NameHint::School) && (end > at + len || closes());
        if is_numbered && !(at..end).any(|at| self.reading.is_number(at)) && !self.is_time(end) {
            end += 1;
            // 'SMP Negeri 4 Palembayan'
            end += usize::from(self.is_name_word(end) && !self.is_name_word(end + 1) && !self.begins_other(end));
        }
        let is_known = self.scene.known(at..self.sentence.end).is_some_and(|known| at + known.len >= end);
        if end == at + len && !self.reading.is_capitalised(end - 1) || is_known || self.is_known_organisation(at..end) {
            return None;
        }
        if self.scene.common_head(&(at..end)) > 0 {
            return None;
        }
        // 'Siswi SMP', 'Tim SAR'
        let is_noun = self.scene.is_hint_of(at..end, NameHint::Ordinary)
            // 'pemilik CV itu'
            || end == at + 1 && self.scene.is_hint(at, NameHint::Form) && self.scene.pack.grammar.noun_first;
        if is_noun || end == at + 1 && self.reading.tokens[at].case != Case::Upper {
            return None;
        }
        let title = self.title.take().filter(|title| title.end == at);
        if title.is_some() {
            end = self.before_person(at + len..end);
        }
        let visited = title.is_none() && self.is_visited(&(at..end));
        let evidence = if visited { Evidence::AfterPlaceHead } else { Evidence::OrganisationWord };
        self.push(at..end, evidence, None);
        self.nested_names(at..end, at + 1..end);
        end = self.bracketed_abbreviation(end).unwrap_or(end);
        // 'Kepala BPBD Pacitan Erwin Andriatmoko': the organisation is part of the title.
        self.title = title.map(|title| title.start..end);
        Some(end)
    }

    /// The end of a known name that goes on behind the hyphen at `at`: 'PDI-P' of 'DPP PDI-P'.
    fn known_over_hyphen(&self, at: usize) -> Option<usize> {
        let known = self.scene.known(at - 1..self.sentence.end)?;
        (self.reading.mark(at) == '-' && known.len > 2).then_some(at - 1 + known.len)
    }

    /// Whether the head of an association ends before `at`, so that a word for people belongs to it: 'Asosiasi Pengusaha'.
    pub(super) fn is_association(&self, at: usize) -> bool {
        self.hint_ends_at(at, NameHint::Association) && self.reading.tokens[at].case == Case::Capital
    }

    /// Whether somebody may stand behind the body that begins at `at`: a company is named as people are ('PT Surya Pratama'),
    /// and has somebody behind it only where it belongs to their title.
    fn may_speak_for(&self, at: usize) -> bool {
        self.title.is_some() || !self.hint_ends_at(at + 1, NameHint::Form)
    }

    /// Whether the body begins at `end` that the unit which begins at `at` belongs to: 'Komite Disiplin PSSI'.
    fn is_whole_of_unit(&self, at: usize, end: usize) -> bool {
        let is_government = self.cue(end, |cue| cue == NameCue::Government).is_some();
        is_government && self.is_unit(&(at..end))
    }

    pub(super) fn is_unit(&self, tokens: &Range<usize>) -> bool {
        let mut heads = self.scene.pack.cues.name_hints.starting(&self.reading.words[tokens.clone()]);
        heads.any(|(_, hints)| hints.contains(&NameHint::UnitHead))
    }

    /// 'Rp' before an amount.
    pub(super) fn is_currency(&self, at: usize) -> bool {
        self.cue(at, |cue| cue == NameCue::NotName).is_some() && self.reading.is_number(at + 1)
    }

    /// 'U-22' of 'Timnas U-22 Indonesia'.
    fn is_age_group(&self, at: usize) -> bool {
        self.reading.text(at) == "U" && self.reading.mark(at + 1) == '-' && self.reading.is_number(at + 2)
    }

    /// '1426/Takalar' of 'Kodim 1426/Takalar'.
    pub(super) fn is_regiment(&self, at: usize) -> bool {
        self.reading.is_number(at) && self.is_slashed(at + 1) && at + 2 < self.sentence.end
    }

    /// Behind the two numbers of a post: '1409-09/Bungaya' of 'Koramil', '0808/07'.
    pub(super) fn end_of_post(&self, at: usize) -> Option<usize> {
        let is_joint = |at: usize| matches!(self.reading.mark(at), '-' | '/') && self.reading.is_glued(at);
        let second = at + 2;
        let is_post = second < self.sentence.end
            && self.reading.is_number(at)
            && is_joint(at + 1)
            && self.reading.is_number(second)
            && self.reading.is_glued(second);
        is_post.then(|| second + if self.is_slashed(second + 1) { 3 } else { 1 })
    }

    /// '/Diponegoro' of 'Kodam IV/Diponegoro'.
    pub(super) fn is_slashed(&self, at: usize) -> bool {
        self.reading.mark(at) == '/'
            && self.reading.is_glued(at)
            && self.reading.is_glued(at + 1)
            && at + 1 < self.sentence.end
            && self.reading.is_capitalised(at + 1)
    }

    /// Whether a given name and a family name stand here that belong together: 'Universitas Sophia Koichi Nakano'.
    fn begins_full_name(&self, at: usize) -> bool {
        if at + 2 > self.sentence.end {
            return false;
        }
        let is_common = (at..at + 2).any(|at| self.scene.is_common(at));
        let ends = at + 2 == self.sentence.end || !self.is_name_word(at + 2);
        !is_common && ends && self.scene.is_full_name(at..at + 2)
    }

    /// In a title, where the organisation's name ends: behind the first known place in it, if more words follow.
    fn before_person(&self, tokens: Range<usize>) -> usize {
        let ends = tokens.clone().find_map(|at| {
            let known = self.scene.known(at..tokens.end)?;
            (known.kind == EntityKind::Place).then_some(at + known.len)
        });
        ends.unwrap_or(tokens.end)
    }

    /// 'Badan Meteorologi, Klimatologi, dan Geofisika (BMKG)': the end of the list of fields behind `end`, if the letters
    /// in the bracket behind it are those of the whole name that begins at `start`.
    pub(super) fn listed_fields(&self, start: usize, end: usize) -> Option<usize> {
        let mut at = end;
        while self.reading.mark(at) == ',' || self.cue(at, |cue| cue == NameCue::And).is_some() || self.is_name_word(at)
        {
            at += 1;
        }
        let in_bracket = self.reading.mark(at) == '(' && self.reading.mark(at + 2) == ')' && at + 2 < self.sentence.end;
        let initial = |at: usize| self.reading.text(at).chars().next();
        let initials: String = (start..at).filter(|&at| self.reading.is_capitalised(at)).filter_map(initial).collect();
        // A run without a comma needs no such proof.
        let is_list = (end..at).any(|at| self.reading.mark(at) == ',');
        (in_bracket && is_list && self.reading.text(at + 1) == initials).then_some(at)
    }

    /// Whether the gazetteer has the organisation, and what follows its name here does not belong to it
    /// ('Bank Mandiri Andry Asmoro').
    fn is_known_organisation(&self, tokens: Range<usize>) -> bool {
        let Some(known) = self.scene.known(tokens.start..self.sentence.end) else { return false };
        // 'Kantor SAR Kelas A Pangkalpinang'
        let end = tokens.start + known.len;
        let has_class = end + 2 < self.sentence.end && self.scene.is_hint(end, NameHint::Numbered);
        let rest = if has_class { end + 2 } else { end };
        let place_follows =
            self.scene.known(rest..self.sentence.end).is_some_and(|next| next.kind == EntityKind::Place);
        known.kind == EntityKind::Organisation && (rest >= tokens.end || known.len > 1 && !place_follows)
    }

    /// 'dan Kebudayaan' within 'Kementerian Pendidikan dan Kebudayaan'.
    pub(super) fn continues_name(&self, at: usize) -> bool {
        let joins = self.cue(at, |cue| cue == NameCue::And).is_some();
        joins
            && self.is_name_word(at + 1)
            && !self.begins_other(at + 1)
            && self.scene.known(at + 1..self.sentence.end).is_none()
    }
}
