//! On which day each part of a day was told last, so that an hour in a new paragraph finds the evening that it belongs to.

use jiff::civil::Date;

use super::units;
use crate::model::{Interval, PartOfDay, TimeId};

/// An hour, or 'that night', is of a day at most so far from the one that was told last.
const FARTHEST_DAYS: i32 = 3;

const PARTS: [PartOfDay; 6] = [
    PartOfDay::SmallHours,
    PartOfDay::Morning,
    PartOfDay::Noon,
    PartOfDay::Afternoon,
    PartOfDay::Evening,
    PartOfDay::Night,
];

/// The last time told with each part of a day.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct PartDays {
    last: [Option<(TimeId, Interval)>; PARTS.len()],
}

impl PartDays {
    /// Notes that `id` was told with a part of its day.
    pub(super) fn note(&mut self, id: TimeId, interval: Interval) {
        let index = interval.part.and_then(|part| PARTS.iter().position(|&it| it == part));
        if let Some(index) = index {
            self.last[index] = Some((id, interval));
        }
    }

    /// The day near `date` of which this part was told last.
    pub(super) fn of(&self, part: PartOfDay, date: Date) -> Option<(TimeId, Interval)> {
        let index = PARTS.iter().position(|&it| it == part)?;
        self.last[index].filter(|(_, told)| is_near(told, date))
    }

    /// The day near `date` that was told last with a part that holds this hour: of 'Minggu sore' is 18.47 as well.
    pub(super) fn at_hour(&self, hour: i8, date: Date) -> Option<(TimeId, Interval)> {
        let told = self.last.iter().flatten().filter(|(_, told)| holds(told, hour) && is_near(told, date));
        told.max_by_key(|(id, _)| id.index()).copied()
    }
}

/// Whether an hour lies in the part of a day, or in the hour behind it.
pub(super) fn holds(told: &Interval, hour: i8) -> bool {
    told.part.is_some_and(|part| {
        let whole = units::part_of_day(told.first_day(), part);
        let end = if whole.last_day() > whole.first_day() || whole.end.hour() == 0 { 24 } else { whole.end.hour() };
        (whole.start.hour()..=end).contains(&hour)
    })
}

fn is_near(told: &Interval, date: Date) -> bool {
    told.first_day().until(date).is_ok_and(|span| span.get_days().abs() <= FARTHEST_DAYS)
}
