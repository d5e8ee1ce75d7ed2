//! What relative times are counted from: the day of publication and the running time of the narrative.

use jiff::civil::Date;

use crate::model::{Anchor, Grain, Interval, Published, TimeId, Unit};

/// The anchors as they stand at one expression.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Anchors {
    pub(crate) published: Option<Published>,
    /// The last expression that was placed to the day or finer.
    pub(crate) day: Option<(TimeId, Interval)>,
    /// The last expression that was placed at all.
    pub(crate) latest: Option<(TimeId, Interval)>,
    /// Whether the sentence speaks of the future.
    pub(crate) future: bool,
}

impl Anchors {
    /// The day of publication, with the anchor to be named.
    pub(crate) fn publication(&self) -> Option<(Date, Anchor)> {
        let Published { date, origin } = self.published?;
        Some((date, Anchor::Published { date, origin }))
    }

    /// The narrative day, or the day of publication where no day was told yet.
    pub(crate) fn narrative(&self) -> Option<(Date, Anchor)> {
        match self.day {
            Some((id, interval)) => Some((interval.first_day(), Anchor::Earlier(id))),
            None => self.publication(),
        }
    }

    /// What units of this size are counted from: the narrative day for days, the last expression placed at any grain
    /// for longer ones, else the day of publication.
    pub(crate) fn narrative_for(&self, unit: Unit) -> Option<(Date, Anchor)> {
        if unit <= Unit::Day && self.day.is_some() {
            return self.narrative();
        }
        match self.latest {
            Some((id, interval)) => Some((interval.first_day(), Anchor::Earlier(id))),
            None => self.publication(),
        }
    }

    /// Notes that expression `id` was placed at `interval`.
    pub(crate) fn follow(&mut self, id: TimeId, interval: Interval) {
        // 'at 9 a.m. on Saturday': the day adds nothing to the clock time before it.
        let is_told = |latest: Interval| latest.grain <= Grain::Hour && latest.first_day() == interval.first_day();
        if interval.grain == Grain::Day && self.latest.is_some_and(|(_, latest)| is_told(latest)) {
            return;
        }
        self.latest = Some((id, interval));
        if interval.grain <= Grain::Day {
            self.day = Some((id, interval));
        }
    }
}
