//! What the words of one match say, field by field, before anything is resolved.

use crate::lang::time::{Class, Direction, Holiday, Preset, Season, Shift, TimeWord};
use crate::model::{Amount, Modifier, PartOfDay, Reference, Unit};

/// The parts of a time that were told; all that is missing is for the resolver.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Fields {
    pub(crate) year: Option<i16>,
    pub(crate) month: Option<i8>,
    pub(crate) day: Option<i8>,
    /// 1 (Monday) to 7
    pub(crate) weekday: Option<i8>,
    pub(crate) hour: Option<i8>,
    pub(crate) minute: Option<i8>,
    pub(crate) second: Option<i8>,
    pub(crate) part: Option<PartOfDay>,
    /// Hours to add to an hour of twelve.
    pub(crate) meridiem: Option<i8>,
    /// Whether the month was told in digits, where day and month may be confused.
    pub(crate) month_in_digits: bool,
    /// Minutes east of Greenwich.
    pub(crate) zone: Option<i16>,
    pub(crate) number: Option<f64>,
    /// How often, in something that recurs.
    pub(crate) times: Option<u16>,
    pub(crate) unit: Option<Unit>,
    /// A second amount behind the first ('dua jam 15 menit').
    pub(crate) rest: Option<Amount>,
    pub(crate) direction: Option<Direction>,
    pub(crate) shift: Option<Shift>,
    pub(crate) modifier: Option<Modifier>,
    pub(crate) vague: Option<Reference>,
    pub(crate) season: Option<Season>,
    pub(crate) holiday: Option<Holiday>,
}

impl Fields {
    /// Takes the meaning of a word of the vocabulary.
    pub(crate) fn take(&mut self, word: TimeWord) {
        match word {
            TimeWord::Month(month) => self.month = Some(month),
            TimeWord::Weekday(weekday) | TimeWord::ShortWeekday(weekday) | TimeWord::Weekdays(weekday) => {
                self.weekday = Some(weekday);
            }
            TimeWord::Unit(unit) => self.take_unit(unit),
            TimeWord::OneUnit(unit) => {
                self.unit = Some(unit);
                self.number.get_or_insert(1.0);
            }
            TimeWord::Amount(amount) => {
                self.unit = Some(amount.unit);
                self.number = amount.count.map(|count| count * self.number.unwrap_or(1.0));
            }
            TimeWord::Decade(year) => self.year = Some(year),
            TimeWord::Hour(hour) => (self.hour, self.minute) = (Some(hour), Some(0)),
            TimeWord::Meridiem(hours) => self.meridiem = Some(hours),
            TimeWord::ManyUnits(unit) | TimeWord::EveryUnit(unit) => self.unit = Some(unit),
            TimeWord::Ordinal(ordinal) => self.number = Some(f64::from(ordinal)),
            TimeWord::Direction(direction) => self.direction = Some(direction),
            TimeWord::Part(part) => self.part = Some(part),
            TimeWord::Shift(shift) => self.shift = Some(shift),
            TimeWord::Modifier(modifier) | TimeWord::Position(modifier) => self.modifier = Some(modifier),
            TimeWord::Vague(reference) => self.vague = Some(reference),
            TimeWord::Season(season) => self.season = Some(season),
            TimeWord::Holiday(holiday) => self.holiday = Some(holiday),
            TimeWord::Zone(zone) => self.zone = Some(zone),
            // Numbers are read whole, by `number::read`.
            TimeWord::Number(_) => {}
        }
    }

    /// Takes a number in digits that was read as one of `class`.
    pub(crate) fn take_digits(&mut self, class: Class, value: i16) {
        match class {
            Class::Day => self.day = Some(value as i8),
            Class::MonthNumber => (self.month, self.month_in_digits) = (Some(value as i8), true),
            Class::HourMinute => (self.hour, self.minute) = (Some((value / 100) as i8), Some((value % 100) as i8)),
            Class::Hour => self.hour = Some(value as i8),
            Class::Minute => self.minute = Some(value as i8),
            Class::Second => self.second = Some(value as i8),
            Class::Year => self.year = Some(value),
            // Two digits are of this century up to thirty years ahead of 2020, else of the last.
            Class::ShortYear => self.year = Some(if value <= 50 { 2000 + value } else { 1900 + value }),
            _ => {}
        }
    }

    /// Takes a number: the first, a factor of it ('2x24'), or the one of a second amount.
    pub(crate) fn take_number(&mut self, number: f64) {
        match (self.number, self.unit) {
            (Some(_), Some(unit)) => self.rest = Some(Amount { count: Some(number), unit }),
            (Some(first), None) => self.number = Some(first * number),
            (None, _) => self.number = Some(number),
        }
    }

    fn take_unit(&mut self, unit: Unit) {
        match &mut self.rest {
            Some(rest) => rest.unit = unit,
            None => self.unit = Some(unit),
        }
    }

    /// Adds what the rule itself says.
    pub(crate) fn preset(&mut self, preset: &Preset) {
        self.unit = preset.unit.or(self.unit);
        self.number = preset.number.or(self.number);
        self.number = self.number.map(|number| number + preset.plus.unwrap_or(0.0));
        if preset.times {
            (self.times, self.number) = (self.number.map(|times| times as u16), None);
        }
        self.year = preset.year.or(self.year);
        self.month = preset.month.or(self.month);
        self.day = preset.day.or(self.day);
        self.minute = preset.minute.or(self.minute);
        self.direction = preset.direction.or(self.direction);
        self.part = preset.part.or(self.part);
        self.modifier = preset.modifier.or(self.modifier);
        self.vague = preset.vague.or(self.vague);
        if preset.eve {
            self.weekday = self.weekday.map(|weekday| (weekday + 5) % 7 + 1);
            self.part = Some(PartOfDay::Night);
        }
    }

    /// Takes from `other`, the far end of a range, what this end leaves out: '12' of '12-14 Juli 2025', '9' of '9 to
    /// 11 p.m.'.
    pub(crate) fn borrow_from_end(&mut self, other: &Fields) {
        if self.month.is_none() && self.day.is_some() {
            (self.month, self.direction) = (other.month, self.direction.or(other.direction));
            // '10 and 22 May last year'
            self.unit = self.unit.or(other.unit);
        }
        if self.year.is_none() && self.month.is_some() {
            self.year = other.year;
        }
        // 'Januari-November tahun ini'
        if self.month.is_some() && self.day.is_none() && self.direction.is_none() && other.unit.is_some() {
            (self.unit, self.direction) = (other.unit, other.direction);
        }
        // 'H-10 sampai H-5 Lebaran'
        if self.number.is_some() && self.unit.is_none() && self.holiday.is_none() {
            (self.holiday, self.year) = (other.holiday, self.year.or(other.year));
        }
        if self.is_weekday_alone() && other.unit.is_some() {
            (self.unit, self.direction) = (other.unit, other.direction);
        }
        if self.hour.is_some() && self.meridiem.is_none() {
            let crosses_noon = self.hour > other.hour;
            self.meridiem = other.meridiem.map(|hours| if crosses_noon { 12 - hours } else { hours });
        }
    }

    /// Takes from `other`, the near end of a range, the month of its day ('July 12-14') or the day of its clock ('Sabtu
    /// pukul 14.00-16.00').
    pub(crate) fn borrow_from_start(&mut self, other: &Fields) {
        if self.day.is_some() && self.month.is_none() {
            (self.month, self.year) = (other.month, other.year);
        } else if self.day.is_some() && self.year.is_none() {
            // '30 Desember 2024 hingga 2 Januari' ends in the next year.
            self.year = other.year.map(|year| year + i16::from(self.month < other.month));
        }
        self.borrow_day(other);
    }

    /// Takes the day of `other` where only a clock time was told.
    pub(crate) fn borrow_day(&mut self, other: &Fields) {
        if self.is_clock_alone() {
            (self.year, self.month, self.day, self.weekday) = (other.year, other.month, other.day, other.weekday);
            self.direction = self.direction.or(other.direction);
        }
    }

    /// Whether it is a clock time whose day was not told.
    pub(crate) fn is_clock_alone(&self) -> bool {
        self.hour.is_some() && !self.has_day() && self.shift.is_none()
    }

    /// Whether it is a weekday of which nothing else was told but the time of day.
    pub(crate) fn is_weekday_alone(&self) -> bool {
        self.weekday.is_some() && self.day.is_none() && self.month.is_none() && self.is_plain()
    }

    /// Whether it is a day of a month of which the year was not told.
    pub(crate) fn is_date_of_any_year(&self) -> bool {
        self.day.is_some() && self.month.is_some() && self.year.is_none() && self.is_plain()
    }

    /// Whether it is a month of which the year was not told.
    pub(crate) fn is_month_of_any_year(&self) -> bool {
        self.month.is_some() && self.day.is_none() && self.year.is_none() && self.is_plain()
    }

    /// Whether nothing tells which of all such days it is: no 'last', no 'of next week'.
    fn is_plain(&self) -> bool {
        self.direction.is_none() && self.unit.is_none()
    }

    /// Whether it tells a day by date or weekday.
    pub(crate) fn has_day(&self) -> bool {
        self.day.is_some() || self.weekday.is_some() || self.month.is_some() || self.year.is_some()
    }

    /// The hour of the day, with 'p.m.' counted in.
    pub(crate) fn hour_of_day(&self) -> Option<i8> {
        Some(match (self.hour?, self.meridiem) {
            (hour, Some(hours)) => hour % 12 + hours,
            (hour, None) => hour,
        })
    }
}
