//! Names within the names of organisations.

use std::ops::Range;

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::analysis::names::known::Known;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

impl Spotter<'_> {
    /// Known places and counties within the name of a body of government are mentions of their own ('Kementerian Luar Negeri
    /// Rusia'), and so is the body that a unit belongs to ('Satreskrim Polres Kediri', 'Fraksi PKB'); in other names these are
    /// words of the name ('Universitas Indonesia', 'Persib Bandung'). `name` is the whole name.
    pub(super) fn nested_names(&mut self, name: Range<usize>, tokens: Range<usize>) {
        let is_unit = self.is_unit(&name);
        let own = self.scene.known(name.clone()).filter(|known| known.len == name.len());
        let is_government = |at: usize| self.cue(at, |cue| cue == NameCue::Government).is_some();
        // 'Universitas Nusantara PGRI Kediri'
        // 'Texas House'
        let is_chamber = self.scene.pack.full_names && self.scene.is_hint(name.end - 1, NameHint::Chamber);
        let has_government =
            (is_chamber || name.clone().any(is_government)) && !self.scene.is_hint(name.start, NameHint::Campus);
        if !is_unit && !has_government {
            return;
        }
        if let Some(town) = self.unknown_town(&name) {
            self.push(town, Evidence::AfterPlaceHead, None);
            return;
        }
        let own_head = self.cue(name.start, |cue| cue == NameCue::OrganisationHead).map_or(1, |(len, _)| len);
        let mut at = tokens.start;
        while at < tokens.end {
            let is_government = self.cue(at, |cue| cue == NameCue::Government).is_some();
            let known = self.scene.known(at..tokens.end);
            let is_whole = known.is_some_and(|known| known.kind == EntityKind::Organisation && known.len > 1);
            let is_county = at + 1 < tokens.end && self.hint_ends_at(at + 2, NameHint::County);
            let head = self.cue(at, |cue| cue == NameCue::Government).filter(|_| is_unit && !is_whole);
            // 'Provinsi NTT' is a place, whoever governs it.
            // 'Fakultas Politik Pemerintahan IPDN'
            let is_field =
                self.scene.is_hint(at, NameHint::Field) || self.cue(at, |cue| cue == NameCue::PlaceHead).is_some();
            let head = head.filter(|_| !is_field);
            match (known, head) {
                (Some(Known { len, record, kind: EntityKind::Place, risky }), _)
                    if has_government
                        // 'Polresta Bogor Kota', but 'DPRD Banjar'
                        && !(len == 1
                            && at > name.start
                            && self.scene.is_hint(at, NameHint::VillageTail)
                            && self.cue(at, |cue| cue == NameCue::PlaceHead).is_some())
                        && !(len == 1 && is_county)
                        && (!risky || at + len == name.end)
                        && !self.is_half_of_town(at, name.start)
                        && !self.is_demonym(at)
                        && !(own.is_some() && self.is_state_letters(at)) =>
                {
                    self.push(at..at + len, Evidence::Known(record, EntityKind::Place), None);
                    at += len;
                }
                (_, Some((len, _))) if at >= name.start + own_head && self.reading.is_capitalised(at) => {
                    // 'DPR' of 'Komisi IV DPR' is the listed one.
                    let rest = known.filter(|it| it.kind == EntityKind::Organisation && at + it.len == tokens.end);
                    let evidence = rest
                        .map_or(Evidence::OrganisationWord, |it| Evidence::Known(it.record, EntityKind::Organisation));
                    self.push(at..tokens.end, evidence, None);
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
                _ if has_government && is_county => {
                    self.push(at..at + 2, Evidence::AfterPlaceHead, None);
                    at += 2;
                }
                _ => at += 1,
            }
        }
    }

    /// The town that no list has, in the name of a body that every town has: 'Tuskegee' of 'Tuskegee Fire Department'.
    fn unknown_town(&self, name: &Range<usize>) -> Option<Range<usize>> {
        let ends = |from: &usize| self.scene.is_hint_of(*from..name.end, NameHint::MunicipalTail);
        let town = name.start..(name.start + 1..name.end).find(ends)?;
        let is_town = |at: usize| self.reading.tokens[at].case == Case::Capital && !self.scene.is_common(at);
        let is_known = self.scene.known(town.start..name.end).is_some();
        let has_county = town.clone().any(|at| self.hint_ends_at(at + 1, NameHint::County));
        (town.len() <= 2 && town.clone().all(is_town) && !is_known && !has_county).then_some(town)
    }

    /// 'Butte' of 'Elephant Butte Irrigation District', which is no place by itself.
    fn is_half_of_town(&self, at: usize, first: usize) -> bool {
        at > first
            && self.scene.pack.full_names
            && self.reading.tokens[at - 1].case == Case::Capital
            && !self.scene.is_common(at - 1)
            && self.scene.cues(at - 1).is_empty()
            && self.scene.known(at - 1..at).is_none()
    }

    /// 'Swiss' of 'Swiss Federal Council': a word made of a place's name, though another language calls the place so.
    fn is_demonym(&self, at: usize) -> bool {
        self.scene.pack.demonyms && self.scene.gazetteer().demonym(&self.reading.words[at..at + 1]).is_some()
    }

    /// 'RI' of 'DPR RI', which is one name.
    fn is_state_letters(&self, at: usize) -> bool {
        self.reading.tokens[at].case == Case::Upper && self.reading.text(at).len() == 2
    }
}
