//! From the fields of a match to a value: one function per resolver that a pack can name.

use super::anchors::Anchors;
use super::fields::Fields;
use super::units::Found;
use super::{amounts, calendar, named, offsets};
use crate::lang::time::{Feasts, Resolver};
use crate::model::{Anchor, Reference, TimeValue};

/// The value of `fields` under `resolver`; `None` where the words make no time after all ('31 Februari').
pub(crate) fn resolve(resolver: Resolver, fields: &Fields, anchors: &Anchors, feasts: &Feasts) -> Option<Found> {
    match resolver {
        Resolver::Calendar => calendar::resolve(fields, anchors),
        Resolver::CalendarInShifted => calendar::resolve_in_shifted(fields, anchors),
        Resolver::NarrativeInShifted => calendar::resolve_in_shifted_narrative(fields, anchors),
        Resolver::NoTime => None,
        Resolver::NarrativeCalendar => calendar::resolve_in_narrative(fields, anchors),
        Resolver::UnitAround => calendar::unit_around(fields, anchors),
        Resolver::WeekOfMonth => calendar::week_of_month(fields, anchors),
        Resolver::WeekdayOfMonth => calendar::weekday_of_month(fields, anchors),
        Resolver::NearestUnit => calendar::nearest_unit(fields, anchors),
        Resolver::Offset => offsets::from(fields, anchors.publication()),
        Resolver::NarrativeOffset => offsets::from_narrative(fields, anchors),
        Resolver::OffsetOfTold => offsets::from_told(fields, anchors),
        Resolver::OffsetBeside => offsets::from_beside(fields, anchors),
        Resolver::Trailing => offsets::trailing(fields, anchors),
        Resolver::Shift => offsets::shift(fields, anchors, anchors.publication()),
        Resolver::NarrativeShift => offsets::shift(fields, anchors, anchors.narrative()),
        Resolver::SameInYear => offsets::same_in_year(fields, anchors),
        Resolver::Same => offsets::same(fields, anchors),
        Resolver::Duration => amounts::duration(fields),
        Resolver::Recurring => amounts::recurring(fields),
        Resolver::Vague => fields.vague.map(vague),
        Resolver::Decade => named::decade(fields),
        Resolver::Century => named::century(fields),
        Resolver::YearPart => named::year_part(fields, anchors),
        Resolver::FiscalYear => named::fiscal_year(fields, anchors),
        Resolver::Season => named::season(fields, anchors),
        Resolver::NarrativeSeason => named::season_that_follows(fields, anchors),
        Resolver::Holiday => named::holiday(fields, anchors, feasts),
        Resolver::DaysAfterHoliday => named::days_after_holiday(fields, anchors, feasts),
    }
}

/// A time that is known only to lie before, at or after the time of writing.
pub(crate) fn vague(reference: Reference) -> Found {
    Found { value: TimeValue::Vague(reference), anchor: Anchor::Unknown }
}
