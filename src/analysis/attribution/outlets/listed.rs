//! Outlets of the gazetteer whose names were not read as names: their article is written small ('told the Guardian'), or they
//! begin with a small letter themselves ('kepada detikJatim'), or they stand between quotation marks ('told “Face the Nation”').

use std::ops::Range;

use super::{Named, Outlets};
use crate::analysis::attribution::page::{Naming, Page, fact};
use crate::lang::{RecordId, RecordName, Turn};
use crate::model::{EntityKind, Rule};
use crate::text::token::Case;

impl Outlets<'_> {
    /// The listed outlet whose name begins at `at`, or with the article before it; all before `end`.
    pub(crate) fn listed(&mut self, page: &Page, at: usize, end: usize) -> Option<Named> {
        let (tokens, record) = listed_at(page, at, end)?;
        let other = |name: &Naming| {
            let known = name.tokens == tokens && self.entities[name.entity].is_listed();
            known || name.tokens.start < at || name.tokens.end > tokens.end
        };
        if page.name_over(at).is_some_and(other) {
            return None;
        }
        Some(self.named_in_list(page, tokens, record))
    }

    /// The listed outlet whose whole name these words are.
    pub(crate) fn whole(&mut self, page: &Page, tokens: Range<usize>) -> Option<Named> {
        if let Some(known) = page.name_over(tokens.start).filter(|name| name.tokens == tokens && self.is_outlet(name)) {
            return Some(Named::new(known.entity, tokens));
        }
        let (listed, record) = longest_from(page, tokens.start, tokens.start, tokens.end)?;
        (listed == tokens).then(|| self.named_in_list(page, listed, record))
    }

    fn named_in_list(&mut self, page: &Page, tokens: Range<usize>, record: RecordId) -> Named {
        let named = self.take(page, tokens);
        let record = page.gazetteer.record(record);
        let entity = &mut self.entities[named.outlet];
        record.name.clone_into(&mut entity.name);
        entity.outlet = record.outlet.map(|outlet| outlet.facts());
        entity.rule = Rule::from("attribution/listed-outlet");
        named
    }
}

/// Whether the words are the whole name of a listed outlet: 'Stuff reported'.
pub(crate) fn is_listed(page: &Page, tokens: &Range<usize>) -> bool {
    longest_from(page, tokens.start, tokens.start, tokens.end).is_some_and(|(listed, _)| listed == *tokens)
}

/// The words of the longest listed outlet at `at`, without the article before it, and its record.
fn listed_at(page: &Page, at: usize, end: usize) -> Option<(Range<usize>, RecordId)> {
    let reading = page.reading;
    let small = reading.tokens.get(at)?.case == Case::Lower;
    if page.turns(at, Turn::DefiniteBefore) {
        return None;
    }
    let before = at.checked_sub(1);
    let article = before.filter(|&before| page.turns(before, Turn::DefiniteBefore));
    // 'told Dawn', 'told “Face the Nation”'
    let told = |before: usize| page.is(before, fact::CUE) && page.is_verb(before);
    let quoted = before.is_some_and(|before| matches!(reading.mark(before), '“' | '"' | '‘') || told(before));
    // 'told the PA news agency': a name of several words, of which the first alone was read.
    let shortest = if quoted || small { 1 } else { 2 };
    let own = || longest_from(page, at, at, end).filter(|(tokens, _)| tokens.len() >= shortest);
    match article.filter(|_| !small) {
        Some(article) => longest_from(page, article, at, end).or_else(own),
        None if quoted || small && reading.text(at).contains(char::is_uppercase) => own(),
        None => None,
    }
}

/// The longest listed outlet whose name begins at `first`: the words from `at` on, and its record.
fn longest_from(page: &Page, first: usize, at: usize, end: usize) -> Option<(Range<usize>, RecordId)> {
    let reading = page.reading;
    let fits = |len: usize, name: &RecordName| {
        let outlet = page.gazetteer.kind(name.record) == EntityKind::Outlet;
        let article = first < at && name.exact.is_some();
        outlet && first + len > at && !article && name.fits(reading.span(first..first + len).of(reading.body))
    };
    let names = page.gazetteer.names(&reading.words[first..end.max(first)]);
    let (len, name) = names.filter(|(len, name)| fits(*len, name)).last()?;
    // 'the Sun-Times' is not the Sun.
    let goes_on = reading.mark(first + len) == '-' && reading.is_glued(first + len);
    let longer = reading.is_capitalised(first + len) && len == 1;
    (!goes_on && !longer).then_some((at..first + len, name.record))
}
