//! What stands between two names that were tagged as one: an 'and', a comma, a preposition.

use std::ops::Range;

use super::divide::Divider;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

impl Divider<'_> {
    /// The 'and' between two names that both end as companies do: 'Acme Holdings Inc. and Bolt Corp.'; or as what governs a town:
    /// 'Leeds City Council and West Yorkshire Police'.
    pub(super) fn is_between_companies(&self, name: Range<usize>, end: usize) -> bool {
        let at = name.end;
        let is_tail = |at: usize| self.scene.is_cue(at, NameCue::OrganisationTail);
        let before =
            if self.reading.mark(at.saturating_sub(1)) == '.' { at.saturating_sub(2) } else { at.saturating_sub(1) };
        // 'Department of Planning and the Tannous Group'
        let has_article = self.scene.is_hint(at + 1, NameHint::Article) && !self.reading.is_capitalised(at + 1);
        // 'Police and Crime Panel' is one.
        let is_place = || self.scene.known(at + 1..end).is_some_and(|known| known.kind == EntityKind::Place);
        let is_word = || !self.scene.is_common(at + 1) && !is_tail(at + 1);
        let begins_town = || self.reading.is_capitalised(at + 1) && (is_word() || is_place());
        let is_office = |at: usize| is_tail(at) || self.scene.is_cue(at, NameCue::Government);
        let are_offices = || name.len() > 1 && is_office(before) && begins_town() && at + 2 < end && is_office(end - 1);
        // 'Land Trust and Save the Sound'
        let begins_group = || is_tail(before) && self.scene.begins_group(at + 1);
        self.scene.is_cue(at, NameCue::And)
            && before > self.start
            && (self.scene.is_hint(before, NameHint::Form)
                || (is_tail(before) || has_article) && (at + 2..end).any(is_tail)
                || self.scene.pack.full_names && (are_offices() || begins_group()))
    }

    /// The 'and' at the end of `before` between two organisations that are known: 'Citigroup and Bank of America'.
    pub(super) fn is_between_known(&self, before: Range<usize>, end: usize) -> bool {
        let is_known = |tokens: Range<usize>| self.scene.is_known(tokens, EntityKind::Organisation);
        let and = before.end;
        self.scene.is_cue(and, NameCue::And)
            && and + 1 < end
            && !before.is_empty()
            && is_known(before)
            && (is_known(and + 1..end) || self.scene.is_cue(and + 1, NameCue::OrganisationHead))
    }

    /// The 'and' behind an organisation that is known, in what was taken for one person: 'Aktivis Walhi dan Kontras'.
    pub(super) fn is_behind_body(&self, before: Range<usize>) -> bool {
        let body = !before.is_empty() && self.scene.is_known(before.clone(), EntityKind::Organisation);
        body && self.scene.is_cue(before.end, NameCue::And) && self.reading.is_capitalised(before.end + 1)
    }

    /// The 'and' behind a whole name in what was taken for one person: nobody has one within a name, where people are not named by
    /// their family.
    pub(super) fn is_between_people(&self, before: Range<usize>) -> bool {
        before.len() > 1
            && self.scene.pack.grammar.noun_first
            && self.scene.is_cue(before.end, NameCue::And)
            && self.reading.is_capitalised(before.end + 1)
    }

    /// The 'and' between two places of a word or two that are not known as one: 'Bokkos and Mangu'.
    pub(super) fn is_between_places(&self, before: Range<usize>, end: usize) -> bool {
        let whole = self.scene.known(before.start..end).map_or(0, |known| known.len);
        let is_short = (1..=2).contains(&before.len()) && (1..=2).contains(&end.saturating_sub(before.end + 1));
        self.scene.is_cue(before.end, NameCue::And) && is_short && whole <= before.len()
    }

    /// The comma between a place and the region that it lies in: 'Kabupaten Sleman, Daerah Istimewa Yogyakarta'.
    pub(super) fn is_within_region(&self, start: usize, at: usize, end: usize) -> bool {
        let is_region = || {
            self.scene.is_known(at + 1..end, EntityKind::Place)
                || self.scene.cue_len(at + 1..end, NameCue::PlaceHead).is_some()
        };
        self.reading.mark(at) == ',' && at + 1 < end && self.scene.is_cue(start, NameCue::PlaceHead) && is_region()
    }

    /// The 'of' between an area and the region that it is part of: 'Agwara Local Government Area of Niger State'.
    pub(super) fn is_area_of(&self, before: Range<usize>, end: usize) -> bool {
        before.len() > 1
            && self.scene.is_hint(before.end, NameHint::PlaceOf)
            && self.scene.is_any_hint(before.end - 1, &[NameHint::County, NameHint::LandTail])
            && self.scene.known(before.end + 1..end).is_some_and(|known| known.kind == EntityKind::Place)
            && self.scene.known(before.start..end).is_none_or(|known| known.len <= before.len())
    }

    /// What stands between two offices that begin as such: 'Polsek Grati dan Jatanras Polda Jatim', 'Badan Geologi, Kementerian
    /// Energi dan Sumber Daya Mineral', but not 'Dinas Perdagangan dan Koperasi'.
    pub(super) fn is_between_offices(&self, before: Range<usize>, end: usize) -> bool {
        let (joint, next) = (before.end, before.end + 1);
        let is_joint = self.reading.mark(joint) == ',' || self.scene.is_cue(joint, NameCue::And);
        if !is_joint || before.is_empty() || !self.reading.is_capitalised(next) {
            return false;
        }
        // 'Satreskrim dan Satpolairud'
        let are_units = before.len() == 1
            && next + 1 == end
            && [before.start, next].iter().all(|&at| self.scene.is_hint(at, NameHint::UnitHead));
        // 'SD Inpres Tamalanrea 5 dan Grand Eterno'
        let ends_in_number =
            self.reading.is_number(joint - 1) && self.scene.is_hint(before.start, NameHint::School) && before.len() > 1;
        if ends_in_number {
            return true;
        }
        // 'BPBD Kalsel, Damkar'
        let is_other = || before.len() > 1 && self.scene.is_hint(next, NameHint::WholeOffice);
        if are_units || next + 1 >= end {
            return are_units || is_other();
        }
        let begins = |at: usize| {
            let phrases = self.scene.pack.cues.names.starting(&self.reading.words[at..end]);
            let is_head =
                |cues: &[NameCue]| cues.contains(&NameCue::OrganisationHead) && cues.contains(&NameCue::Government);
            // 'Tim Puma Satreskrim dan Tim Saber Pungli Polrestabes Makassar'
            let mut units = self.scene.pack.cues.name_hints.starting(&self.reading.words[at..end]);
            phrases.into_iter().any(|(_, cues)| is_head(cues))
                || units.any(|(_, hints)| hints.contains(&NameHint::UnitHead))
        };
        // 'Inafis dan Bidlabfor Polda Jatim'
        let is_unit = || self.scene.is_hint(before.start, NameHint::UnitHead) && !self.scene.is_common(before.start);
        (before.len() > 1 || is_unit()) && begins(before.start) && begins(next)
    }

    /// What leads from a body to a place or to the title of somebody else's: 'Satpolairud ke Lembar', 'Kiwoom Sekuritas Miftahul Khaer
    /// dan Head of Research'.
    pub(super) fn leads_elsewhere(&self, before: Range<usize>, end: usize) -> bool {
        let at = before.end;
        // 'AP in Division III', 'Republican on Commissioners Court'
        if self.scene.pack.full_names {
            let is_lone = before.len() == 1 && self.reading.tokens[at].case == Case::Lower;
            let is_known = || self.scene.known(before.clone()).is_some_and(|known| !known.risky);
            let is_in = || self.scene.is_hint(at, NameHint::In) && is_known();
            return is_lone && (self.scene.is_hint(before.start, NameHint::PartyMember) || is_in());
        }
        let is_preposition = before.len() == 1
            && self.reading.tokens[at].case == Case::Lower
            && self.scene.is_cue(at, NameCue::PlacePreposition);
        let is_title = || {
            let title = self.scene.cue_len(at + 1..end, NameCue::Title);
            self.scene.is_cue(at, NameCue::And) && title.is_some_and(|len| len > 1 && at + 1 + len < end)
        };
        self.scene.pack.grammar.noun_first && at + 1 < end && !before.is_empty() && (is_preposition || is_title())
    }
}
