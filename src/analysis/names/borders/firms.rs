//! Companies that the tagger took for one name with whoever owns or leads them, or with the noun for what they are; and sites with
//! their street.

use std::ops::Range;

use super::divide::Divider;
use crate::analysis::names::tagger::Tagged;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

impl Divider<'_> {
    /// 'Grup Salim PT Bumi Resources Minerals', 'Prajogo Pangestu PT Barito Pacific': a group or somebody, and the company that is theirs.
    pub(super) fn owner_and_company(&self, name: &Tagged) -> Option<[Tagged; 2]> {
        let Range { start, end } = name.tokens;
        let is_person = name.kind == EntityKind::Person;
        if end - start < 3 || !(is_person || self.scene.is_hint(start, NameHint::Form)) {
            return None;
        }
        let is_company = |at: &usize| {
            self.is_upper(*at)
                && self.scene.is_hint(*at, NameHint::Form)
                && self.scene.is_cue(*at, NameCue::OrganisationHead)
                && self.reading.mark(at - 1) != '-'
                && self.reading.is_capitalised(at + 1)
        };
        let company = (start + 1..end - 1).find(is_company)?;
        let owner = if is_person { EntityKind::Person } else { EntityKind::Organisation };
        // 'PT' before a company that is named as one: 'PT PLN'
        (company > start + 1)
            .then(|| [Tagged::new(start..company, owner), Tagged::new(company..end, EntityKind::Organisation)])
    }

    /// How many tokens open the sentence and are what the body behind them is: 'Labour union' before 'Solidarity'.
    pub(super) fn opening_noun(&self, piece: &Tagged) -> usize {
        let Range { start, end } = piece.tokens;
        let may_be = piece.kind == EntityKind::Organisation && start == self.start && end - start > 2;
        if !may_be || !self.scene.pack.full_names {
            return 0;
        }
        let is_noun = self.scene.is_hint_of(start..start + 2, NameHint::CompanyHead)
            || self.scene.is_common(start) && self.scene.is_hint(start + 1, NameHint::CompanyNoun);
        let is_written = self.reading.tokens[start + 1].case == Case::Lower && self.reading.is_capitalised(start + 2);
        if is_noun && is_written { 2 } else { 0 }
    }

    /// 'Restoran Garuda Jalan Adam Malik': a site, and the street that it stands in.
    pub(super) fn site_and_street(&self, name: &Tagged) -> Option<[Tagged; 2]> {
        let Range { start, end } = name.tokens;
        let is_street = |at: &usize| {
            self.scene.is_hint(*at, NameHint::Street)
                && self.reading.is_capitalised(*at)
                && self.reading.is_capitalised(at + 1)
                && self.reading.is_capitalised(at - 1)
        };
        // 'Balai Pelaksanaan Jalan Nasional'
        let may_be = name.kind == EntityKind::Place && end - start > 3;
        let street = (start + 2..end - 1).find(is_street).filter(|&at| may_be && !self.scene.is_common(at + 1))?;
        Some([Tagged::new(start..street, EntityKind::Place), Tagged::new(street..end, EntityKind::Place)])
    }

    /// 'Xendora Bryan Halim' behind 'CEO': an unknown word that nobody bears, before a given name.
    pub(super) fn company_and_person(&self, name: &Tagged) -> Option<[Tagged; 2]> {
        let Range { start, end } = name.tokens;
        let hint_ends = |from: usize| self.scene.is_hint_of(from..start, NameHint::OfficeTitle);
        let is_titled = (self.start.max(start.saturating_sub(2))..start).any(hint_ends);
        let is_pair = is_titled
            && name.kind == EntityKind::Person
            && end - start > 2
            && !self.scene.is_person_word(start)
            && (self.scene.is_given_name(start + 1) || self.is_unlisted_pair(&name.tokens))
            // 'Pyo Jae-hyuk'
            && !(end - start == 4 && self.reading.mark(start + 2) == '-');
        is_pair.then(|| {
            [Tagged::new(start..start + 1, EntityKind::Organisation), Tagged::new(start + 1..end, EntityKind::Person)]
        })
    }

    /// 'Tanihara Ghea Maharani': of two words that nobody is known to bear, before a given name, the first is the company where offices
    /// stand before it.
    fn is_unlisted_pair(&self, tokens: &Range<usize>) -> bool {
        let Range { start, end } = *tokens;
        self.scene.pack.grammar.noun_first
            && end - start > 3
            && self.reading.is_word(start + 1)
            && !self.scene.is_person_word(start + 1)
            && self.scene.is_borne(start + 2)
    }
}
