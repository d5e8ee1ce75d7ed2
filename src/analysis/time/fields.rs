//! What the words of one match say, field by field, before anything is resolved.

use crate::lang::time::{Direction, Holiday, Preset, Season, Shift, TimeWord};
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
            TimeWord::Weekday(weekday) => self.weekday = Some(weekday),
            TimeWord::Unit(unit) => self.take_unit(unit),
            TimeWord::OneUnit(unit) => {
                self.unit = Some(unit);
                self.number.get_or_insert(1.0);
            }
            TimeWord::ManyUnits(unit) | TimeWord::EveryUnit(unit) => self.unit = Some(unit),
            TimeWord::Ordinal(ordinal) => self.number = Some(f64::from(ordinal)),
            TimeWord::Direction(direction) => self.direction = Some(direction),
            TimeWord::Part(part) => self.part = Some(part),
            TimeWord::Shift(shift) => self.shift = Some(shift),
            TimeWord::Modifier(modifier) => self.modifier = Some(modifier),
            TimeWord::Vague(reference) => self.vague = Some(reference),
            TimeWord::Season(season) => self.season = Some(season),
            TimeWord::Holiday(holiday) => self.holiday = Some(holiday),
            TimeWord::Zone(zone) => self.zone = Some(zone),
            // Numbers are read whole, by `number::read`.
            TimeWord::Number(_) => {}
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
        if preset.times {
            (self.times, self.number) = (self.number.map(|times| times as u16), None);
        }
        self.month = preset.month.or(self.month);
        self.day = preset.day.or(self.day);
        self.direction = preset.direction.or(self.direction);
        self.part = preset.part.or(self.part);
        self.modifier = preset.modifier.or(self.modifier);
        if preset.eve {
            self.weekday = self.weekday.map(|weekday| (weekday + 5) % 7 + 1);
            self.part = Some(PartOfDay::Night);
        }
        if let (Some(hour), Some(add)) = (self.hour, preset.add_hours) {
            self.hour = Some(if add == 0 { hour % 12 } else { hour % 12 + add });
        }
    }

    /// Takes from `other`, the far end of a range, what this end leaves out: '12' of '12-14 Juli 2025'.
    pub(crate) fn borrow_date(&mut self, other: &Fields) {
        if self.month.is_none() && self.day.is_some() {
            self.month = other.month;
        }
        if self.year.is_none() && self.month.is_some() {
            self.year = other.year;
        }
    }

    /// Takes from `other`, the near end of a range, the day of its clock: '16.00' of 'Sabtu pukul 14.00-16.00'.
    pub(crate) fn borrow_day(&mut self, other: &Fields) {
        let has_day = self.day.is_some() || self.weekday.is_some() || self.month.is_some() || self.year.is_some();
        if self.hour.is_some() && !has_day {
            (self.year, self.month, self.day, self.weekday) = (other.year, other.month, other.day, other.weekday);
        }
    }
}
