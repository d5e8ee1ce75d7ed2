//! What the tagger parted at a mark or small words within a name: 'Tol Yogyakarta-Bawen', 'Yonif 742/Satya Wira Yudha', 'Court of Appeals
//! for the Fifth Circuit'.

use std::ops::Range;

use super::edges::Edges;
use crate::analysis::names::tagger::Tagged;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

impl Edges<'_> {
    /// 'Kafe Sibu' and 'Sibu', with nothing but a hyphen between them.
    pub(super) fn is_doubled_over_hyphen(&self, before: &Tagged, name: &Tagged) -> bool {
        let hyphen = before.tokens.end;
        hyphen + 1 == name.tokens.start
            && self.reading.mark(hyphen) == '-'
            && self.reading.is_glued(hyphen)
            && self.reading.is_glued(hyphen + 1)
            && self.reading.folded(hyphen - 1) == self.reading.folded(hyphen + 1)
    }

    /// 'Tol Yogyakarta' and 'Bawen', with nothing but a hyphen between them.
    pub(super) fn is_route(&self, before: &Tagged, name: &Tagged) -> bool {
        let hyphen = before.tokens.end;
        before.kind == EntityKind::Place
            && self.scene.is_hint(before.tokens.start, NameHint::Route)
            && hyphen + 1 == name.tokens.start
            && self.reading.mark(hyphen) == '-'
            && self.reading.is_glued(hyphen)
            && self.reading.is_glued(hyphen + 1)
    }

    /// 'Yayasan Al' and 'Ikhwan Banua', with nothing but a hyphen between them.
    pub(super) fn is_hyphenated_body(&self, before: &Tagged, name: &Tagged) -> bool {
        let hyphen = before.tokens.end;
        before.tokens.len() > 1
            && self.scene.is_cue(before.tokens.start, NameCue::OrganisationHead)
            && self.reading.is_capitalised(before.tokens.start)
            && hyphen + 1 == name.tokens.start
            && self.reading.mark(hyphen) == '-'
            && self.reading.is_glued(hyphen)
            && self.reading.is_glued(hyphen + 1)
            && self.scene.known(name.tokens.clone()).is_none()
    }

    /// 'Yonif 742' and 'Satya Wira Yudha', with nothing but a stroke between them.
    pub(super) fn is_regiment(&self, before: &Tagged, name: &Tagged) -> bool {
        let stroke = name.tokens.start - 1;
        before.kind == EntityKind::Organisation
            && stroke > before.tokens.start
            && (stroke..=stroke + 1).contains(&before.tokens.end)
            && self.reading.is_number(stroke - 1)
            && self.reading.mark(stroke) == '/'
            && self.reading.is_glued(stroke)
            && self.reading.is_glued(stroke + 1)
    }

    /// 'Pondok Pesantren Darul' and 'Kamal': an Arabic word of which another must follow.
    pub(super) fn goes_on_bound(&self, before: &Tagged, name: &Tagged) -> bool {
        matches!(before.kind, EntityKind::Organisation | EntityKind::Place)
            && before.tokens.len() > 1
            && before.tokens.end == name.tokens.start
            && self.scene.pack.grammar.noun_first
            && self.scene.is_bound(before.tokens.end - 1)
    }

    /// 'Gereja Katedral Santo' and 'Fransiskus Xaverius'; 'Gereja Santo Petrus' and 'Paulus Klepu', with an 'and' between them.
    pub(super) fn is_of_saint(&self, before: &Tagged, name: &Tagged) -> bool {
        let Range { start, end } = before.tokens;
        let is_saint = |at: usize| self.scene.is_hint(at, NameHint::Saint);
        let is_joined = || end + 1 == name.tokens.start && self.scene.is_cue(end, NameCue::And);
        self.scene.pack.grammar.noun_first
            && end - start > 1
            && before.kind != EntityKind::Person
            && name.kind == EntityKind::Person
            && (end == name.tokens.start && is_saint(end - 1)
                || is_joined() && (start + 1..end).any(is_saint) && !is_saint(end - 1))
    }

    /// The two halves of a body with a name in another language: 'Center' and 'International Forestry Research', with a 'for'
    /// between them.
    pub(super) fn is_foreign_body(&self, before: &Tagged, name: &Tagged) -> bool {
        let link = before.tokens.end;
        self.scene.pack.grammar.noun_first
            && link + 1 == name.tokens.start
            && self.scene.is_hint(link, NameHint::BeforeFields)
            && (before.kind == EntityKind::Organisation || name.kind == EntityKind::Organisation)
            && self.reading.tokens[link].case == Case::Lower
    }

    /// 'Court of Appeals' and 'Fifth Circuit', with 'for the' between them.
    pub(super) fn is_circuit_of(&self, before: &Tagged, name: &Tagged) -> bool {
        let (link, start) = (before.tokens.end, name.tokens.start);
        // '9th Circuit', of which the tagger saw no more than the noun
        let is_numbered = link + 4 == start && self.reading.is_number(start - 2) && self.reading.is_glued(start - 1);
        (link + 2 == start || is_numbered)
            && self.scene.is_hint(name.tokens.end - 1, NameHint::Circuit)
            && self.scene.is_hint(link, NameHint::BeforeFields)
            && self.scene.is_hint(link + 1, NameHint::Definite)
            && before.kind == EntityKind::Organisation
            && self.scene.is_hint(link - 1, NameHint::Appeals)
    }
}
