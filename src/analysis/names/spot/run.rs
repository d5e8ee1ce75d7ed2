//! The capitalised words behind a title, in which an office and whoever holds it stand side by side.

use std::ops::Range;

use super::Spotter;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The longest given name that is cut short by a full stop, in bytes: 'Moh. Rizki'.
const SHORT_NAME_BYTES: usize = 4;

/// The longest run of words that is weighed.
pub(super) const RUN_WORDS: usize = 14;

impl Spotter<'_> {
    /// Whether a body of its own stands behind the word for 'and': 'Aktivis Walhi dan Kontras'.
    fn is_body_behind(&self, at: usize) -> bool {
        self.is_listed_body(at)
            || self.tagged_len(at) > 0 && !self.is_tagged_person(at) && self.reading.tokens[at].case == Case::Upper
    }

    /// The capitalised words from `at` on, with the 'dan' and the numbers between them; a rank or another title ends it.
    pub(super) fn run(&self, at: usize) -> Range<usize> {
        let mut end = at + self.known_holding_title(at).unwrap_or(1);
        while end < self.sentence.end && end - at < RUN_WORDS {
            if let Some(len) = self.known_holding_title(end) {
                end += len;
                continue;
            }
            // 'Institut Agama Islam Sultan Muhammad Syafiuddin'
            let is_patron = self.scene.is_hint(end, NameHint::Eponym)
                && self.scene.is_hint(at, NameHint::Campus)
                && (self.cue(end, |cue| cue == NameCue::Title).is_some() || at + self.tagged_len(at) > end);
            let is_part =
                is_patron || self.is_borne(end) || self.is_association(end) || end == at + 1 && self.is_office_site(at);
            // 'Direktur RSIA Kasih Bunda, dr Fauzan Akbar': nobody stands right behind the word.
            let is_last = end > at + 1 && self.reading.mark(end + 1) == ',';
            let is_rank = self.cue(end, |cue| matches!(cue, NameCue::Honorific | NameCue::Title)).is_some()
                && !is_part
                && !is_last
                // 'Komnas Haji'
                && !self.scene.is_hint(end, NameHint::Field);
            let joins = self.cue(end, |cue| cue == NameCue::And).is_some()
                && self.reading.is_capitalised(end + 1)
                && self.cue(end + 1, |cue| cue == NameCue::OrganisationHead).is_none()
                && !self.is_body_behind(end + 1)
                // 'Analis Kiwoom Sekuritas Miftahul Khaer dan Head of Research'
                // 'Direktur LBH Papua Festus Wanimbo dan Sekretaris Dewan Adat'
                // 'Anggota FKDM dan Babinsa Serka Untung'
                && self.cue(end + 1, |cue| cue == NameCue::Title).is_none_or(|(len, _)| {
                    const OTHERS: [NameCue; 3] = [NameCue::OrganisationHead, NameCue::Title, NameCue::Honorific];
                    // 'Wakil Ketua DPRD Manggarai Osy Gandut dan Kapolres Manggarai'
                    let governed = || self.scene.known(end + 2..self.sentence.end);
                    len == 1
                        && self.cue(end + 2, |cue| OTHERS.contains(&cue)).is_none()
                        && governed().is_none_or(|it| it.kind != EntityKind::Place)
                        // 'HRD Manager PT Kahatex Luddy Sutedja dan Ketua DPK Apindo Sumedang'
                        && self.tagged_len(end + 2) == 0
                })
                // 'Analis BRI Danareksa Sekuritas Victor Stefano dan Naura Reyhan'
                && !(self.is_tagged_person(end + 1) && self.tagged_len(end + 1) > 1);
            // 'Guru SMPN 3, Sulastri', 'Siswa SDN Tlogosari 02'
            let is_school = self.scene.is_hint(at, NameHint::School)
                && self.reading.tokens[at].case == Case::Upper
                && (end > at + 1 && !(at + 1..end).any(|at| self.reading.is_number(at)) && !self.is_time(end)
                    || self.reading.mark(end + 1) == ',');
            let is_number = self.reading.is_number(end) && (self.reading.is_capitalised(end + 1) || is_school);
            // 'Anggota DPRD Banjarmasin Komisi III'
            let is_chamber =
                end > at && self.scene.is_hint(end, NameHint::UnitHead) && self.reading.is_roman_numeral(end + 1);
            if is_chamber || self.scene.begins_department(end) {
                break;
            } else if let Some(post) = self.end_of_post(end).filter(|_| end == at + 1) {
                end = post;
            } else if self.is_regiment(end) {
                end += 3;
            } else if self.is_slashed(end) {
                // 'Kodam IX/Udayana'
                end += 2;
            } else if (self.is_name_word(end) || is_number) && !is_rank {
                end += 1;
            } else if let Some(len) = self.connector(end) {
                end += len;
            } else if joins || self.reading.mark(end) == '&' && self.is_name_word(end + 1) {
                end += 2;
            } else if self.is_cut_name(end) {
                end += 1;
            } else {
                let fields = self.scene.end_of_fields(&(at..end), self.sentence.end);
                if fields == end {
                    break;
                }
                end = fields;
            }
        }
        at..end
    }

    /// How many tokens a known name has in which a title stands: 'Nahdlatul Ulama', 'Raja Ampat', 'Mao Ning'.
    pub(super) fn known_holding_title(&self, at: usize) -> Option<usize> {
        let known = self.scene.known(at..self.sentence.end)?;
        let is_title = |cue| matches!(cue, NameCue::Title | NameCue::Honorific);
        let first = if known.kind == EntityKind::Person { at + 1 } else { at };
        let holds = (first..at + known.len).any(|at| self.cue(at, is_title).is_some());
        (holds && known.len > 1).then_some(known.len)
    }

    /// The full stop of an initial or of a name that is cut short: 'Abd. Rofik', 'E.K. Andriansyah'.
    fn is_cut_name(&self, at: usize) -> bool {
        let is_short = self.reading.text(at - 1).len() <= SHORT_NAME_BYTES && self.reading.is_capitalised(at - 1);
        is_short
            && self.reading.mark(at) == '.'
            && at + 1 < self.sentence.end
            && self.reading.is_capitalised(at + 1)
            && (self.reading.is_glued(at + 1) || self.is_name_part(at - 1) || self.reading.text(at - 1).len() == 1)
    }

    /// Whether a title stands where people bear it as a name: 'Agung Putra Sukahet', 'Etta Rusdiana Putra'.
    pub(super) fn is_borne(&self, at: usize) -> bool {
        self.scene.is_borne(at) && self.is_name_part(at - 1)
    }
}
