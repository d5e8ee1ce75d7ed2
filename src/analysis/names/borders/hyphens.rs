//! What the tagger took for one name where a hyphen joins two: 'Andika Perkasa-Hendrar Prihadi', 'the Njabini-Olkalou road'.

use std::ops::Range;

use super::divide::Divider;
use crate::analysis::names::tagger::Tagged;
use crate::lang::NameHint;
use crate::model::EntityKind;
use crate::text::token::Case;

impl Divider<'_> {
    /// 'Andika Perkasa-Hendrar Prihadi': two people who stand together. Where one of them has a single name it must be one by
    /// which a person is known ('Prabowo Subianto-Gibran'): 'Dina Asher-Smith' and 'Lars-Erik Dahlin' are one person each.
    pub(super) fn pair_of_people(&self, name: &Tagged) -> Option<[Tagged; 2]> {
        let Range { start, end } = name.tokens;
        let hyphen = (start..end).find(|&at| self.reading.mark(at) == '-')?;
        let is_whole = |tokens: &Range<usize>| tokens.clone().all(|at| self.reading.is_capitalised(at));
        let (first, second) = (start..hyphen, hyphen + 1..end);
        let begins_name = self.scene.is_likely_name(first.start) || self.scene.is_likely_name(second.start);
        let stands = |half: &Range<usize>| {
            half.len() == 2 || half.len() == 1 && self.scene.is_known(half.clone(), EntityKind::Person)
        };
        // 'Ciara Mary-Alice Thompson'
        let is_double =
            self.scene.pack.full_names && self.scene.is_given_name(hyphen - 1) && self.scene.is_given_name(hyphen + 1);
        let has_two = !is_double && (first.len() == 2 || second.len() == 2);
        let is_pair =
            has_two && stands(&first) && stands(&second) && is_whole(&first) && is_whole(&second) && begins_name;
        let person = |tokens| Tagged::new(tokens, EntityKind::Person);
        (is_pair && name.kind != EntityKind::Place).then(|| [person(first), person(second)])
    }

    /// 'the Njabini-Olkalou road': two towns in what was taken for one name, before what leads from one to the other.
    pub(super) fn ends_of_route(&self, name: &Tagged) -> Option<[Tagged; 2]> {
        let Range { start, end } = name.tokens;
        let hyphen =
            (start..end).find(|&at| self.reading.mark(at) == '-').filter(|_| name.kind != EntityKind::Person)?;
        let is_town = |mut half: Range<usize>| !half.is_empty() && half.all(|at| self.reading.is_capitalised(at));
        let leads = self.scene.is_hint(end, NameHint::RoadBehind) && self.reading.tokens[end].case == Case::Lower;
        let is_pair = leads && is_town(start..hyphen) && is_town(hyphen + 1..end);
        is_pair
            .then(|| [Tagged::new(start..hyphen, EntityKind::Place), Tagged::new(hyphen + 1..end, EntityKind::Place)])
    }
}
