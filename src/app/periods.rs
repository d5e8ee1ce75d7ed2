//! Periods on the timeline: each is a span that takes in what began while it lasted.

use crate::model::Interval;

/// How far the periods among the events of a timeline reach; periods that overlap are one stretch.
#[derive(Clone, Debug, Default)]
pub struct Periods {
    /// For each event in its order, whether it is a period itself.
    is_period: Vec<bool>,
    /// For each event, the last one that began within a period told no later than it; itself where there is none.
    reach: Vec<usize>,
}

/// A piece of the line that is drawn beside a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rail {
    Begins,
    /// A period begins within another.
    Branches,
    Runs,
    Ends,
}

impl Periods {
    /// Of events that are sorted by when they began.
    pub fn in_order_of_time(events: impl Iterator<Item = Option<Interval>>) -> Periods {
        let events: Vec<Option<Interval>> = events.collect();
        let mut reach: Vec<usize> = Vec::with_capacity(events.len());
        for (index, event) in events.iter().enumerate() {
            let last = event.filter(Interval::is_period).map_or(index, |period| {
                let began_within = |other: &Option<Interval>| other.is_none_or(|it| it.start < period.end);
                index + events[index + 1..].partition_point(began_within)
            });
            reach.push(last.max(reach.last().copied().unwrap_or(0)));
        }
        Periods { is_period: are_periods(&events), reach }
    }

    /// Of events in an order that is not that of time: no period takes in another event.
    pub fn each_alone(events: impl Iterator<Item = Option<Interval>>) -> Periods {
        let is_period = are_periods(&events.collect::<Vec<_>>());
        Periods { reach: (0..is_period.len()).collect(), is_period }
    }

    /// The rail at the rows between event number `index` and the one before it.
    pub fn before(&self, index: usize) -> Option<Rail> {
        self.runs_into(index).then_some(Rail::Runs)
    }

    /// The rail at row `row` of the `of` rows of event number `index`.
    pub fn beside(&self, index: usize, row: usize, of: usize) -> Option<Rail> {
        let runs_in = self.runs_into(index);
        let runs_out = self.reach[index] > index;
        match (row == 0, row + 1 == of) {
            _ if !runs_in && !self.is_period[index] => None,
            // A period of one row that takes in nothing has no length to draw.
            (true, true) if !runs_in && !runs_out => None,
            (true, _) if !runs_in => Some(Rail::Begins),
            (true, _) if self.is_period[index] => Some(Rail::Branches),
            (_, true) if !runs_out => Some(Rail::Ends),
            _ => Some(Rail::Runs),
        }
    }

    fn runs_into(&self, index: usize) -> bool {
        index > 0 && self.reach[index - 1] >= index
    }
}

fn are_periods(events: &[Option<Interval>]) -> Vec<bool> {
    events.iter().map(|event| event.is_some_and(|it| it.is_period())).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::model::Grain;

    fn day(day: i8) -> Option<Interval> {
        Some(Interval::days(date(2025, 7, day), date(2025, 7, day), Grain::Day))
    }

    fn period(first: i8, last: i8) -> Option<Interval> {
        day(first).zip(day(last)).map(|(first, last)| first.until(last))
    }

    /// One sign a row, two rows an event and a gap between two, as they stand from top to bottom.
    fn drawn(periods: &Periods, events: usize, rows: usize) -> String {
        let sign = |rail: Option<Rail>| match rail {
            None => ' ',
            Some(Rail::Begins) => '┌',
            Some(Rail::Branches) => '├',
            Some(Rail::Runs) => '│',
            Some(Rail::Ends) => '└',
        };
        let rows_of = |index: usize| (0..rows).map(move |row| periods.beside(index, row, rows));
        (0..events)
            .flat_map(|index| (index > 0).then(|| periods.before(index)).into_iter().chain(rows_of(index)))
            .map(sign)
            .collect()
    }

    #[test]
    fn a_period_runs_to_the_last_event_that_began_in_it() {
        let cases: [(&[Option<Interval>], &str); 6] = [
            (&[day(1), day(2)], "     "),
            (&[period(1, 5), day(8)], "┌└   "),
            (&[period(1, 5), day(5)], "┌│││└"),
            (&[day(1), period(2, 5), day(4), day(6)], "   ┌│││└   "),
            (&[period(1, 5), period(4, 8), day(7)], "┌││├│││└"),
            (&[period(1, 9), period(2, 3), day(5)], "┌││├│││└"),
        ];
        for (events, expected) in cases {
            let periods = Periods::in_order_of_time(events.iter().copied());
            assert_eq!(drawn(&periods, events.len(), 2), expected, "{events:?}");
        }
    }

    #[test]
    fn in_the_order_of_the_text_a_period_is_beside_itself_alone() {
        let events = [period(1, 9), day(5)];
        assert_eq!(drawn(&Periods::each_alone(events.into_iter()), 2, 2), "┌└   ");
        assert_eq!(drawn(&Periods::each_alone(events.into_iter()), 2, 1), "   ", "one row has no length");
    }
}
