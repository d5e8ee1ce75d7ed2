//! Which day an article that does not say so was published.
//!
//! News is printed on the day of what it tells last, or the day after; the latest full date in the text is the
//! safest guess that can be shown with its words. Dates that the text calls future do not count.

use crate::model::{Anchor, DateOrigin, Grain, Published, Span, TimeValue};

use super::units::Found;

/// One expression as far as it can be read without a day of publication.
pub(crate) struct Reading {
    pub(crate) span: Span,
    pub(crate) found: Found,
    pub(crate) future: bool,
}

/// The inferred day with the words that gave it.
pub(crate) fn infer(expressions: impl Iterator<Item = Reading>) -> Option<(Published, Span)> {
    let told = expressions.filter(|expression| !expression.future && expression.found.anchor == Anchor::Explicit);
    let days = told.filter_map(|expression| match expression.found.value {
        TimeValue::Placed(interval) if interval.grain <= Grain::Day => Some((interval.first_day(), expression.span)),
        _ => None,
    });
    let (date, span) = days.max_by_key(|&(date, _)| date)?;
    Some((Published { date, origin: DateOrigin::Inferred }, span))
}
