//! A moment as it was written, no more precise than that.

use jiff::Span;
use jiff::civil::{Date, DateTime};

use super::PublishedTime;

/// A day, and the time on it where that was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// On the clock of `time`.
    pub date: Date,
    pub time: Option<PublishedTime>,
}

impl Moment {
    /// The same, on the clock of the place that is `home_minutes` ahead of UTC.
    ///
    /// A time without a zone is taken for one of that place, and one in UTC, which is how programs write, is moved
    /// there: readers of an outlet speak of its days.
    pub fn at_home(self, home_minutes: Option<i16>) -> Moment {
        let (Some(home), Some(PublishedTime { time, zone_minutes })) = (home_minutes, self.time) else { return self };
        let there = match zone_minutes {
            None => DateTime::from_parts(self.date, time),
            Some(0) => match DateTime::from_parts(self.date, time).checked_add(Span::new().minutes(home)) {
                Ok(there) => there,
                Err(_) => return self,
            },
            Some(_) => return self,
        };
        Moment { date: there.date(), time: Some(PublishedTime { time: there.time(), zone_minutes: Some(home) }) }
    }
}
