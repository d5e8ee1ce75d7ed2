//! Months that a range begins and ends with, without their year.

use jiff::civil::Date;

use super::Resolving;
use crate::analysis::time::matcher::Match;
use crate::analysis::time::units;
use crate::model::{TimeId, TimeValue, Unit};

/// Whether an expression joins two months of which no year is told: 'Januari-Maret'.
pub(super) fn joins_months(found: &Match) -> bool {
    found.count == 2 && (0..2).all(|part| found.parts[part].fields.is_month_of_any_year())
}

impl Resolving<'_> {
    /// 'Dari Januari sampai September', told in November: the month that a range begins with is the last one before its end.
    pub(super) fn begin_before(&mut self, first: TimeId, second: TimeId) {
        let interval = |id: TimeId| self.out[id].value.interval();
        let (Some(begin), Some(end)) = (interval(first), interval(second)) else { return };
        let year = begin.first_day().year() - 1;
        let earlier = Date::new(year, begin.first_day().month(), 1).ok().and_then(|day| units::whole(day, Unit::Month));
        if let Some(earlier) = earlier.filter(|_| begin.start > end.start) {
            self.out[first].value = TimeValue::Placed(earlier);
        }
    }
}
