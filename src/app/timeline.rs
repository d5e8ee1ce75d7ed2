//! The timeline: its order, its selected event, and which event each row of the pane belongs to.
//!
//! Events take one or two rows, and more rows lie between events that are further apart, so that years do not look
//! as close together as days. Only what is in view is counted.

use jiff::civil::Date;

use super::layout::Rect;
use super::marks::Marks;
use crate::model::{EventId, Grain};

/// Where the reader is on the timeline.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Timeline {
    pub order: Order,
    pub selected: Option<EventId>,
    /// The first event in view, as an index in the order.
    pub top: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Time,
    Text,
}

/// One row of the pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimelineRow {
    /// Between two events; the last row before an event also says how far they are apart.
    Gap { distance: Distance, last: bool },
    /// Date, marks and outlet; where `with_label`, the label too.
    Head { event: EventId, with_label: bool },
    /// The label on a row of its own.
    Label { event: EventId },
}

impl TimelineRow {
    pub fn event(self) -> Option<EventId> {
        match self {
            TimelineRow::Gap { .. } => None,
            TimelineRow::Head { event, .. } | TimelineRow::Label { event } => Some(event),
        }
    }
}

/// How far apart two events are, no finer than the coarser of their dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distance {
    Days(i32),
    Months(i32),
    Years(i32),
}

impl Distance {
    /// From the start of one time to the start of another; `None` where they cannot be told apart.
    pub fn between(earlier: (Date, Grain), later: (Date, Grain)) -> Option<Distance> {
        let (from, to) = (earlier.0, later.0);
        let months =
            (i32::from(to.year()) - i32::from(from.year())) * 12 + i32::from(to.month()) - i32::from(from.month());
        let distance = match earlier.1.max(later.1) {
            Grain::Year | Grain::Decade | Grain::Century => Distance::Years(months / 12),
            Grain::Month | Grain::Quarter | Grain::Season | Grain::Half => Distance::Months(months),
            _ if months >= 2 => Distance::Months(months - i32::from(to.day() < from.day())),
            _ => Distance::Days(from.until(to).map_or(0, |span| span.get_days())),
        };
        let (Distance::Days(count) | Distance::Months(count) | Distance::Years(count)) = distance;
        (count > 0).then_some(distance)
    }

    /// Rows that stand for it.
    pub fn rows(self) -> usize {
        match self {
            Distance::Days(_) => 1,
            Distance::Months(months) if months < 12 => 1,
            Distance::Months(months) if months < 120 => 2,
            Distance::Years(years) if years < 10 => 2,
            Distance::Months(_) | Distance::Years(_) => 3,
        }
    }
}

impl Timeline {
    /// The events in the order chosen.
    pub fn events<'a>(&self, marks: &'a Marks) -> &'a [EventId] {
        match self.order {
            Order::Time => marks.events_by_time(),
            Order::Text => marks.events_by_text(),
        }
    }

    /// The place of the selected event in the order.
    pub fn position(&self, marks: &Marks) -> Option<usize> {
        self.events(marks).iter().position(|&id| Some(id) == self.selected)
    }

    /// Selects an event and brings it into view.
    pub fn select(&mut self, event: EventId, marks: &Marks, pane: Rect) {
        self.selected = Some(event);
        self.fit(marks, pane);
    }

    /// Brings the selected event into view; an event that is no longer there gives way to its neighbour.
    pub fn fit(&mut self, marks: &Marks, pane: Rect) {
        let events = self.events(marks);
        let Some(index) = self.position(marks) else {
            self.selected = None;
            self.top = self.top.min(events.len().saturating_sub(1));
            return;
        };
        self.top = self.top.clamp(self.highest_top(index, marks, pane), index);
    }

    /// Moves the view, not the selection.
    pub fn scroll(&mut self, count: isize, marks: &Marks, pane: Rect) {
        let last = self.events(marks).len().saturating_sub(1);
        self.top = self.top.saturating_add_signed(count).min(self.highest_top(last, marks, pane));
    }

    /// The rows in view.
    pub fn rows(&self, marks: &Marks, pane: Rect) -> Vec<TimelineRow> {
        let mut rows = Vec::new();
        for index in self.top..self.events(marks).len() {
            if rows.len() >= pane.height as usize {
                break;
            }
            self.push_rows(&mut rows, index, marks, pane);
        }
        rows.truncate(pane.height as usize);
        rows
    }

    fn push_rows(&self, rows: &mut Vec<TimelineRow>, index: usize, marks: &Marks, pane: Rect) {
        let event = self.events(marks)[index];
        if let Some(distance) = self.distance_before(index, marks).filter(|_| index > self.top) {
            rows.extend((1..=distance.rows()).map(|row| TimelineRow::Gap { distance, last: row == distance.rows() }));
        }
        let with_label = !two_rows(pane);
        rows.push(TimelineRow::Head { event, with_label });
        if !with_label {
            rows.push(TimelineRow::Label { event });
        }
    }

    /// The first event in view when event number `index` is the last one wholly in view.
    fn highest_top(&self, index: usize, marks: &Marks, pane: Rect) -> usize {
        let event_rows = 1 + usize::from(two_rows(pane));
        let mut used_rows = event_rows;
        let mut top = index;
        while top > 0 {
            used_rows += event_rows + self.distance_before(top, marks).map_or(0, Distance::rows);
            if used_rows > pane.height as usize {
                break;
            }
            top -= 1;
        }
        top
    }

    fn distance_before(&self, index: usize, marks: &Marks) -> Option<Distance> {
        let events = self.events(marks);
        let time = |index: usize| {
            let interval = marks.analysis.times[marks.event(events[index]).time].value.interval()?;
            Some((interval.first_day(), interval.grain))
        };
        match self.order {
            Order::Time if index > 0 => Distance::between(time(index - 1)?, time(index)?),
            _ => None,
        }
    }
}

/// Narrow panes give the label a row of its own, unless they are so low that few events would be left.
fn two_rows(pane: Rect) -> bool {
    pane.width < 64 && pane.height >= 8
}
