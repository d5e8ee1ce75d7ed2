//! What the words of `time.toml` mean: the value beside each word, read by its class.

use serde::Deserialize;
use toml::Value;

use super::Feasts;
use super::vocabulary::{Class, Direction, Holiday, Numeral, Season, Shift, TimeWord};
use crate::model::{Amount, Modifier, PartOfDay, Reference, Unit};

/// The key of a class in the `words` table.
pub(super) fn class_name(class: Class) -> &'static str {
    match class {
        Class::Month => "month",
        Class::Weekday => "weekday",
        Class::ShortWeekday => "short-weekday",
        Class::Weekdays => "weekdays",
        Class::Amount => "amount",
        Class::DecadeName => "decade",
        Class::HourName => "hour",
        Class::Meridiem => "meridiem",
        Class::Unit => "unit",
        Class::OneUnit => "one-unit",
        Class::ManyUnits => "many-units",
        Class::EveryUnit => "every-unit",
        Class::Number | Class::Hour => "number",
        Class::Ordinal => "ordinal",
        Class::Direction => "direction",
        Class::Part => "part",
        Class::Shift => "shift",
        Class::Modifier => "modifier",
        Class::Position => "position",
        Class::Vague => "vague",
        Class::Season => "season",
        Class::Holiday => "holiday",
        Class::Zone => "zone",
        Class::Day
        | Class::MonthNumber
        | Class::Year
        | Class::ShortYear
        | Class::HourMinute
        | Class::Digits
        | Class::Minute
        | Class::Second
        | Class::Capital => "",
    }
}

/// Reads the value of a word by its class.
pub(super) fn time_word(class: &str, value: &Value, feasts: &Feasts) -> Result<TimeWord, String> {
    let text = value.as_str().unwrap_or_default();
    Ok(match class {
        "month" => TimeWord::Month(integer(value, 1, 12)? as i8),
        "weekday" => TimeWord::Weekday(integer(value, 1, 7)? as i8),
        "short-weekday" => TimeWord::ShortWeekday(integer(value, 1, 7)? as i8),
        "weekdays" => TimeWord::Weekdays(integer(value, 1, 7)? as i8),
        "decade" => TimeWord::Decade(integer(value, 1000, 2190)? as i16),
        "hour" => TimeWord::Hour(integer(value, 0, 24)? as i8),
        "meridiem" => TimeWord::Meridiem(integer(value, 0, 12)? as i8),
        "amount" => TimeWord::Amount(amount(text)?),
        "ordinal" => TimeWord::Ordinal(integer(value, 1, 1000)? as i16),
        "zone" => TimeWord::Zone(integer(value, -14 * 60, 14 * 60)? as i16),
        "unit" => TimeWord::Unit(named::<Unit>(text)?),
        "one-unit" => TimeWord::OneUnit(named::<Unit>(text)?),
        "many-units" => TimeWord::ManyUnits(named::<Unit>(text)?),
        "every-unit" => TimeWord::EveryUnit(named::<Unit>(text)?),
        "direction" => TimeWord::Direction(named::<Direction>(text)?),
        "part" => TimeWord::Part(named::<PartOfDay>(text)?),
        "modifier" => TimeWord::Modifier(named::<Modifier>(text)?),
        "position" => TimeWord::Position(named::<Modifier>(text)?),
        "vague" => TimeWord::Vague(named::<Reference>(text)?),
        "season" => TimeWord::Season(named::<Season>(text)?),
        "number" => TimeWord::Number(numeral(value)?),
        "shift" => TimeWord::Shift(shift(text)?),
        "holiday" => TimeWord::Holiday(holiday(text, feasts)?),
        _ => return Err("expected a class of words, but found this name".into()),
    })
}

fn integer(value: &Value, from: i64, to: i64) -> Result<i64, String> {
    let number = value.as_integer().filter(|number| (from..=to).contains(number));
    number.ok_or_else(|| format!("expected a whole number from {from} to {to}, but found `{value}`"))
}

fn named<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, String> {
    use serde::de::value::{Error, StrDeserializer};
    T::deserialize(StrDeserializer::<Error>::new(text)).map_err(|error| error.to_string())
}

/// A number, or `"*10"` for a word that multiplies, or `"+10"` for one that adds.
fn numeral(value: &Value) -> Result<Numeral, String> {
    let number = |text: &str| text.parse::<f64>().map_err(|_| format!("expected a number, but found `{text}`"));
    match value {
        Value::Integer(value) => Ok(Numeral::Value(*value as f64)),
        Value::Float(value) => Ok(Numeral::Value(*value)),
        Value::String(text) => match (text.strip_prefix('*'), text.strip_prefix('+')) {
            (Some(times), _) => number(times).map(Numeral::Times),
            (_, Some(plus)) => number(plus).map(Numeral::Plus),
            _ => number(text).map(Numeral::Value),
        },
        other => Err(format!("expected a number, but found `{other}`")),
    }
}

/// `"2 week"`
fn amount(text: &str) -> Result<Amount, String> {
    let (count, unit) = text.split_once(' ').unwrap_or(("", text));
    let count = count.parse().map_err(|_| format!("expected a number and a unit, but found `{text}`"))?;
    Ok(Amount { count: Some(count), unit: named(unit)? })
}

/// `"day -1"` or `"day -1 night"`.
fn shift(text: &str) -> Result<Shift, String> {
    let mut parts = text.split_whitespace();
    let unit = named::<Unit>(parts.next().unwrap_or_default())?;
    let by = parts.next().and_then(|by| by.parse().ok());
    let by = by.ok_or_else(|| format!("expected a unit and a number, but found `{text}`"))?;
    let part = parts.next().map(named::<PartOfDay>).transpose()?;
    Ok(Shift { unit, by, part })
}

/// `"12-25"`, `"nth 4 4 11"` (the fourth Thursday of November), `"nth 4 4 11 1"` (the day after it), `"easter -2"`, `"listed nyepi"`, `"month ramadan"`.
fn holiday(text: &str, feasts: &Feasts) -> Result<Holiday, String> {
    let error = || format!("expected a day of the year, but found `{text}`");
    let parts: Vec<&str> = text.split_whitespace().collect();
    let number = |part: &str| part.parse::<i8>().map_err(|_| error());
    match parts.as_slice() {
        ["nth", nth, weekday, month, days @ ..] if days.len() <= 1 => Ok(Holiday::Nth {
            nth: number(nth)?,
            weekday: number(weekday)?,
            month: number(month)?,
            days: days.first().map_or(Ok(0), |days| number(days))?,
        }),
        ["easter", days] => Ok(Holiday::Easter(number(days)?)),
        ["listed", name] => feasts.index(name).map(Holiday::Listed).ok_or_else(error),
        ["month", name] => feasts.index(name).map(Holiday::ListedMonth).ok_or_else(error),
        [date] => {
            let (month, day) = date.split_once('-').ok_or_else(error)?;
            Ok(Holiday::Fixed { month: number(month)?, day: number(day)? })
        }
        _ => Err(error()),
    }
}
