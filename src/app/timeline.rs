//! The timeline: its order, its selected event, and which event each row of the pane belongs to.
//!
//! Events take one or two rows, and more rows lie between events that are further apart, so that years do not look
//! as close together as days. Only what is in view is counted.

use jiff::civil::Date;

use super::layout::Rect;
use super::marks::Marks;
use super::periods::Rail;
use crate::model::{EventId, Grain, Span};
use crate::text::wrap::wrap;

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
pub struct TimelineRow {
    pub part: Part,
    /// The rail of the periods that the row lies in.
    pub rail: Option<Rail>,
}

/// What a row of the pane shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Between two events; the last row before an event also says how far they are apart.
    Gap { distance: Distance, last: bool },
    /// Date, marks and outlet; where `with_label`, the label too.
    Head { event: EventId, with_label: bool },
    /// Part of the label on a row of its own: row `row` of `of`.
    Label { event: EventId, row: usize, of: usize },
}

/// What a timeline is drawn from and into.
#[derive(Clone, Copy, Debug)]
pub struct Stage<'a> {
    pub body: &'a str,
    pub marks: &'a Marks,
    pub pane: Rect,
}

/// Columns before a label that has rows of its own.
pub const INDENT_COLS: usize = 3;

impl TimelineRow {
    pub fn event(self) -> Option<EventId> {
        match self.part {
            Part::Gap { .. } => None,
            Part::Head { event, .. } | Part::Label { event, .. } => Some(event),
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
            Grain::Year | Grain::FiscalYear | Grain::Decade | Grain::Century => Distance::Years(months / 12),
            Grain::Month | Grain::Quarter | Grain::Season | Grain::Half => Distance::Months(months),
            _ if months >= 2 => Distance::Months(months - i32::from(to.day() < from.day())),
            _ => Distance::Days(from.until(to).map_or(0, |span| span.get_days())),
        };
        let (Distance::Days(count) | Distance::Months(count) | Distance::Years(count)) = distance;
        (count > 0).then_some(distance)
    }

    /// Rows that stand for it.
    fn rows(self) -> usize {
        match self {
            Distance::Days(_) => 1,
            Distance::Months(months) if months < 12 => 1,
            Distance::Months(months) if months < 120 => 2,
            Distance::Years(years) if years < 10 => 2,
            Distance::Months(_) | Distance::Years(_) => 3,
        }
    }
}

impl Stage<'_> {
    /// Rows that the label of an event takes for itself: none where it stands beside the date.
    fn label_rows(&self, event: EventId) -> usize {
        let most = match (self.pane.width, self.pane.height) {
            (100.., _) | (_, 0..8) => return 0,
            (_, 8..30) => 1,
            _ => 2,
        };
        self.label(event).len().clamp(1, most)
    }

    /// Rows between two events; a low pane has better use for them.
    fn gap_rows(&self, distance: Distance) -> usize {
        if self.pane.height < 12 { 1 } else { distance.rows() }
    }

    /// The label broken into rows.
    pub fn label(&self, event: EventId) -> Vec<String> {
        let text = self.marks.event(event).label_text(self.body);
        let width_cols = (self.pane.width as usize).saturating_sub(INDENT_COLS).max(1);
        wrap(&text, Span::new(0, text.len()), width_cols).into_iter().map(|row| row.of(&text).to_owned()).collect()
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
    pub fn select(&mut self, event: EventId, stage: Stage) {
        self.selected = Some(event);
        self.fit(stage);
    }

    /// Brings the selected event into view; one that the lens took away is no longer selected.
    pub fn fit(&mut self, stage: Stage) {
        let last = self.events(stage.marks).len().saturating_sub(1);
        let lowest_top = self.highest_top(last, stage);
        match self.position(stage.marks) {
            Some(index) => self.top = self.top.clamp(self.highest_top(index, stage), index).min(lowest_top),
            None => {
                self.selected = None;
                self.top = self.top.min(lowest_top);
            }
        }
    }

    /// Moves the view, not the selection.
    pub fn scroll(&mut self, count: isize, stage: Stage) {
        let last = self.events(stage.marks).len().saturating_sub(1);
        self.top = self.top.saturating_add_signed(count).min(self.highest_top(last, stage));
    }

    /// The rows in view.
    pub fn rows(&self, stage: Stage) -> Vec<TimelineRow> {
        let height = stage.pane.height as usize;
        let mut rows = Vec::new();
        for index in self.top..self.events(stage.marks).len() {
            if rows.len() >= height {
                break;
            }
            self.push_rows(&mut rows, index, stage);
        }
        rows.truncate(height);
        rows
    }

    fn push_rows(&self, rows: &mut Vec<TimelineRow>, index: usize, stage: Stage) {
        let event = self.events(stage.marks)[index];
        let periods = stage.marks.periods(self.order);
        if let Some(distance) = self.distance_before(index, stage.marks).filter(|_| index > self.top) {
            let of = stage.gap_rows(distance);
            let rail = periods.before(index);
            rows.extend((1..=of).map(|row| TimelineRow { part: Part::Gap { distance, last: row == of }, rail }));
        }
        let of = stage.label_rows(event);
        let rail = |row: usize| periods.beside(index, row, of + 1);
        rows.push(TimelineRow { part: Part::Head { event, with_label: of == 0 }, rail: rail(0) });
        rows.extend((0..of).map(|row| TimelineRow { part: Part::Label { event, row, of }, rail: rail(row + 1) }));
    }

    /// The first event in view when event number `index` is the last one wholly in view.
    fn highest_top(&self, index: usize, stage: Stage) -> usize {
        let events = self.events(stage.marks);
        let event_rows = |index: usize| events.get(index).map_or(0, |&event| 1 + stage.label_rows(event));
        let mut used_rows = event_rows(index);
        let mut top = index;
        while top > 0 {
            used_rows +=
                event_rows(top - 1) + self.distance_before(top, stage.marks).map_or(0, |it| stage.gap_rows(it));
            if used_rows > stage.pane.height as usize {
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
