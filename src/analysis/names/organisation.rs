//! Organisations, by the words they begin and end with; and the places within their names.

use std::ops::Range;

use super::candidate::{Evidence, Known, known_at};
use super::spot::Spotter;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// Behind how many tokens no further partner is looked for.
const LONGEST_FIRM: usize = 8;

/// The longest name of each of several partners, in words.
const PARTNER_WORDS: usize = 3;

/// The longest run of capitalised words that is looked through for the last word of a name.
const LONGEST_RUN: usize = 7;

/// The longest word for the form of a company that is cut short by a full stop, in bytes: 'Corp.'.
const LONGEST_SHORT_BYTES: usize = 4;

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
        let mut end = at + len;
        while end < self.sentence.end {
            let is_member = end == at + len && self.is_association(end);
            let begins_other = self.cue(end, |cue| matches!(cue, NameCue::Title | NameCue::OrganisationHead)).is_some()
                && !self.is_whole_of_unit(at, end)
                || self.may_speak_for(at)
                    && (self.is_tagged_person(end) || end > at + len && self.begins_full_name(end));
            if self.is_currency(end) {
                break;
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
        let is_known =
            known_at(self.reading, self.packs, at..self.sentence.end).is_some_and(|known| at + known.len >= end);
        if end == at + len && !self.reading.is_capitalised(end - 1) || is_known || self.is_known_organisation(at..end) {
            return None;
        }
        // 'Siswi SMP', 'Tim SAR'
        let is_noun = self.pack.cues.name_hints.exact(&self.reading.words[at..end]).contains(&NameHint::Ordinary);
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
        let known = known_at(self.reading, self.packs, at - 1..self.sentence.end)?;
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

    fn is_unit(&self, tokens: &Range<usize>) -> bool {
        let mut heads = self.pack.cues.name_hints.starting(&self.reading.words[tokens.clone()]);
        heads.any(|(_, hints)| hints.contains(&NameHint::UnitHead))
    }

    /// 'Rp' before an amount.
    fn is_currency(&self, at: usize) -> bool {
        self.cue(at, |cue| cue == NameCue::NotName).is_some() && self.reading.is_number(at + 1)
    }

    /// 'U-22' of 'Timnas U-22 Indonesia'.
    fn is_age_group(&self, at: usize) -> bool {
        self.reading.text(at) == "U" && self.reading.mark(at + 1) == '-' && self.reading.is_number(at + 2)
    }

    /// '1426/Takalar' of 'Kodim 1426/Takalar'.
    fn is_regiment(&self, at: usize) -> bool {
        self.reading.is_number(at) && self.is_slashed(at + 1) && at + 2 < self.sentence.end
    }

    /// '/Diponegoro' of 'Kodam IV/Diponegoro'.
    fn is_slashed(&self, at: usize) -> bool {
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
        let is_common = (at..at + 2).any(|at| self.pack.is_common(self.reading.words[at]));
        let ends = at + 2 == self.sentence.end || !self.is_name_word(at + 2);
        !is_common && ends && self.packs.gazetteer.is_full_name(&self.reading.words[at..at + 2])
    }

    /// In a title, where the organisation's name ends: behind the first known place in it, if more words follow.
    fn before_person(&self, tokens: Range<usize>) -> usize {
        let ends = tokens.clone().find_map(|at| {
            let known = known_at(self.reading, self.packs, at..tokens.end)?;
            (known.kind == EntityKind::Place).then_some(at + known.len)
        });
        ends.unwrap_or(tokens.end)
    }

    /// A name by its last word, longer than what the tagger or the gazetteer has of it: 'Nile Policy Forum', 'Iwate
    /// Prefecture'.
    pub(super) fn tailed(&mut self, at: usize) -> Option<usize> {
        let is_title = self.cue(at, |cue| matches!(cue, NameCue::Title | NameCue::Honorific)).is_some();
        if is_title || !self.is_name_word(at) {
            return None;
        }
        let run = self.run_to_tail(at);
        let (end, evidence) = (at + 1..at + run).rev().find_map(|last| Some((last + 1, self.tail(last)?)))?;
        let known = known_at(self.reading, self.packs, at..self.sentence.end).map_or(0, |known| known.len);
        let is_person = self.packs.gazetteer.is_name_part(self.reading.words[at]) && end - at == 2;
        if is_person || self.tagged_len(at).max(known) >= end - at {
            return None;
        }
        let evidence = if self.is_visited(&(at..end)) { Evidence::AfterPlaceHead } else { evidence };
        self.title = None;
        self.push(at..end, evidence, None);
        self.nested_names(at..end, at..end - 1);
        Some(self.bracketed_abbreviation(end).unwrap_or(end))
    }

    /// How many tokens from `at` on may be a name that ends with a common noun, with the possessive of those whom it is for:
    /// 'Chilton County Sheriff's Office', 'Prison Officers' Association'; never that of who has it ('Russia's Defence Ministry').
    fn run_to_tail(&self, at: usize) -> usize {
        let is_possessive = |mark: usize| {
            let (owner, text) = (mark - 1, self.reading.text(mark));
            text.starts_with(['\'', '’'])
                && self.reading.is_glued(mark)
                && self.may_own(owner, mark + 1)
                && self.is_name_word(mark + 1)
        };
        let mut end = at + 1;
        while end < self.sentence.end && end - at < LONGEST_RUN && (self.is_name_word(end) || is_possessive(end)) {
            end += 1;
        }
        end - at
    }

    /// Whether those whom a body is for, or named after, stand before the possessive: 'Officers', but not 'Russia'; 'Alice' only of
    /// a foundation or the like.
    fn may_own(&self, owner: usize, behind: usize) -> bool {
        let word = self.reading.words[owner];
        let is_named_after =
            (behind..self.sentence.end.min(behind + 2)).any(|at| self.hint_ends_at(at + 1, NameHint::NamedAfter));
        let is_group = self.pack.is_common(word) || self.cue(owner, |cue| cue == NameCue::Title).is_some();
        if self.packs.gazetteer.is_given_name(word) {
            is_named_after
        } else {
            is_group && !self.packs.gazetteer.is_person_word(word)
        }
    }

    /// 'Ackroyd & Daughters', 'Farrar, Straus & Giroux': no people are joined so, but companies.
    pub(super) fn partners(&mut self, at: usize) -> Option<usize> {
        self.tagged?;
        if !self.is_name_word(at) || self.cue(at, |cue| cue == NameCue::Title).is_some() {
            return None;
        }
        let words =
            |at: usize| (at..self.sentence.end).take(PARTNER_WORDS).take_while(|&at| self.is_name_word(at)).count();
        let mut and = at + words(at);
        while self.reading.mark(and) == ',' && words(and + 1) > 0 && and - at < LONGEST_FIRM {
            and += 1 + words(and + 1);
        }
        let behind = words(and + 1);
        let known = known_at(self.reading, self.packs, at..self.sentence.end).map_or(0, |known| known.len);
        if self.reading.mark(and) != '&' || self.reading.is_glued(and) || behind == 0 || at + known > and {
            return None;
        }
        self.title = None;
        let end = and + 1 + behind;
        // 'JPMorgan Chase & Co.', but not where the full stop ends the sentence.
        let is_short = self.hint_ends_at(end, NameHint::Form) && self.reading.mark(end) == '.';
        let has_stop = is_short && self.reading.is_glued(end) && end + 1 < self.sentence.end;
        let end = end + usize::from(has_stop);
        self.push(at..end, Evidence::OrganisationWord, None);
        Some(self.bracketed_abbreviation(end).unwrap_or(end))
    }

    /// What the word says that a name ends with; in a line of capitals it says nothing.
    fn tail(&self, at: usize) -> Option<Evidence> {
        if self.reading.tokens[at].case == Case::Upper && self.reading.text(at).len() > 3 {
            return None;
        }
        let cues = self.pack.cues.names.exact(&self.reading.words[at..=at]);
        let tails = [
            (NameCue::EventTail, Evidence::EventWord),
            (NameCue::PlaceTail, Evidence::AfterPlaceHead),
            (NameCue::OrganisationTail, Evidence::OrganisationWord),
        ];
        tails.into_iter().find(|(cue, _)| cues.contains(cue)).map(|(_, evidence)| evidence)
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
        let Some(known) = known_at(self.reading, self.packs, tokens.start..self.sentence.end) else { return false };
        let rest = tokens.start + known.len;
        let place_follows = known_at(self.reading, self.packs, rest..self.sentence.end)
            .is_some_and(|next| next.kind == EntityKind::Place);
        known.kind == EntityKind::Organisation && (rest >= tokens.end || known.len > 1 && !place_follows)
    }

    /// Known places and counties within the name of a body of government are mentions of their own ('Kementerian Luar Negeri
    /// Rusia'), and so is the body that a unit belongs to ('Satreskrim Polres Kediri', 'Fraksi PKB'); in other names these are
    /// words of the name ('Universitas Indonesia', 'Persib Bandung'). `name` is the whole name.
    pub(super) fn nested_names(&mut self, name: Range<usize>, tokens: Range<usize>) {
        let is_unit = self.is_unit(&name);
        let own = known_at(self.reading, self.packs, name.clone()).filter(|known| known.len == name.len());
        let is_government = |at: usize| self.cue(at, |cue| cue == NameCue::Government).is_some();
        let has_government = name.clone().any(is_government);
        if !is_unit && !has_government {
            return;
        }
        let own_head = self.cue(name.start, |cue| cue == NameCue::OrganisationHead).map_or(1, |(len, _)| len);
        let mut at = tokens.start;
        while at < tokens.end {
            let is_government = self.cue(at, |cue| cue == NameCue::Government).is_some();
            let known = known_at(self.reading, self.packs, at..tokens.end);
            let is_whole = known.is_some_and(|known| known.kind == EntityKind::Organisation && known.len > 1);
            let head = self.cue(at, |cue| cue == NameCue::Government).filter(|_| is_unit && !is_whole);
            match (known, head) {
                (Some(Known { len, record, kind: EntityKind::Place, risky }), _)
                    if has_government
                        && (!risky || at + len == name.end)
                        && !(own.is_some() && self.is_state_letters(at)) =>
                {
                    self.push(at..at + len, Evidence::Known(record, EntityKind::Place), None);
                    at += len;
                }
                (_, Some((len, _))) if at >= name.start + own_head && self.reading.is_capitalised(at) => {
                    self.push(at..tokens.end, Evidence::OrganisationWord, None);
                    at += len;
                }
                (Some(Known { len, record, kind: EntityKind::Organisation, risky }), _)
                    if is_unit
                        && at >= name.start + own_head
                        && (!risky || at + len == name.end)
                        && own.is_none_or(|own| own.record != record) =>
                {
                    self.push(at..at + len, Evidence::Known(record, EntityKind::Organisation), None);
                    // 'Polda Sulsel' holds a place of its own, 'Universitas Indonesia' does not.
                    at += if is_government { 1 } else { len };
                }
                _ if has_government && at + 1 < tokens.end && self.hint_ends_at(at + 2, NameHint::County) => {
                    self.push(at..at + 2, Evidence::AfterPlaceHead, None);
                    at += 2;
                }
                _ => at += 1,
            }
        }
    }

    /// 'RI' of 'DPR RI', which is one name.
    fn is_state_letters(&self, at: usize) -> bool {
        self.reading.tokens[at].case == Case::Upper && self.reading.text(at).len() == 2
    }

    /// Behind the full stop that belongs to the last word of an organisation: 'PT Astra International Tbk.', but not where it
    /// ends the sentence.
    pub(super) fn behind_stop(&self, end: usize) -> usize {
        let has_stop = self.reading.mark(end) == '.' && self.reading.is_glued(end) && end + 1 < self.sentence.end;
        let is_short = self.reading.text(end - 1).len() <= LONGEST_SHORT_BYTES;
        let is_tail = self.cue(end - 1, |cue| cue == NameCue::OrganisationTail).is_some();
        if has_stop && is_short && is_tail && self.reading.tokens[end - 1].case == Case::Capital {
            end + 1
        } else {
            end
        }
    }

    /// 'dan Kebudayaan' within 'Kementerian Pendidikan dan Kebudayaan'.
    pub(super) fn continues_name(&self, at: usize) -> bool {
        let joins = self.cue(at, |cue| cue == NameCue::And).is_some();
        joins
            && self.is_name_word(at + 1)
            && !self.begins_other(at + 1)
            && known_at(self.reading, self.packs, at + 1..self.sentence.end).is_none()
    }
}
