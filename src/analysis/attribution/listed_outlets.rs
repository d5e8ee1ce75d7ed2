//! Outlets of the gazetteer whose names were not read as names: their article is written small ('told the Guardian'), or they
//! begin with a small letter themselves ('kepada detikJatim'), or they stand between quotation marks ('told “Face the Nation”').

use std::ops::Range;

use super::outlets::{Named, Outlets};
use super::page::{Naming, Page};
use crate::lang::{RecordId, RecordName, Turn};
use crate::model::{EntityKind, Rule};
use crate::text::token::Case;

impl Outlets<'_> {
    /// The listed outlet whose name begins at `at`, or with the article before it; all before `end`.
    pub(super) fn listed(&mut self, page: &Page, at: usize, end: usize) -> Option<Named> {
        let (tokens, record) = listed_at(page, at, end)?;
        let other =
            |name: &Naming| name.tokens != tokens || self.entities[name.entity].rule.as_str().contains("gazetteer");
        if page.name_over(at).is_some_and(other) {
            return None;
        }
        let named = self.take(page, tokens);
        let record = page.gazetteer.record(record);
        let entity = &mut self.entities[named.outlet];
        record.name.clone_into(&mut entity.name);
        entity.outlet = record.outlet.map(|outlet| outlet.facts());
        entity.rule = Rule::from("attribution/listed-outlet");
        Some(named)
    }
}

/// The words of the longest listed outlet at `at`, without the article before it, and its record.
fn listed_at(page: &Page, at: usize, end: usize) -> Option<(Range<usize>, RecordId)> {
    let reading = page.reading;
    let behind_article = at > 0 && page.turns(at - 1, Turn::DefiniteBefore);
    let first = match reading.tokens.get(at)?.case {
        Case::Lower if reading.text(at).contains(char::is_uppercase) => at,
        Case::Capital | Case::Upper if behind_article => at - 1,
        Case::Capital | Case::Upper if at > 0 && matches!(reading.mark(at - 1), '“' | '"' | '‘') => at,
        _ => return None,
    };
    let fits = |len: usize, name: &RecordName| {
        let outlet = page.gazetteer.record(name.record).kind == EntityKind::Outlet;
        let article = first < at && name.exact.is_some();
        outlet && first + len > at && !article && name.fits(reading.span(first..first + len).of(reading.body))
    };
    let names = page.gazetteer.names(&reading.words[first..end.max(first)]);
    let (len, name) = names.filter(|(len, name)| fits(*len, name)).last()?;
    // 'the Sun-Times' is not the Sun.
    let goes_on = reading.mark(first + len) == '-' && reading.is_glued(first + len);
    (!goes_on).then_some((at..first + len, name.record))
}
