//! Time values in the notation of TIMEX3, the time expressions of TimeML.
//!
//! Source: TimeML 1.2.1 annotation guidelines: values after ISO 8601 with `X` for what is not known, parts of the day
//! as `TMO`, `TMI`, `TAF`, `TEV`, `TNI`, `P...` for lengths, `PRESENT_REF` and its like.

use jiff::civil::{Date, DateTime};

use crate::model::{
    Amount, Grain, Interval, Modifier, Occasion, PartOfDay, Reference, TimeExpression, TimeValue, Unit,
};

/// The attributes of one TIMEX3 tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    pub kind: &'static str,
    pub value: String,
    /// `START`, `APPROX` ...
    pub modifier: Option<&'static str>,
    /// `2X`
    pub frequency: Option<String>,
}

/// The attributes for `time`.
pub fn timex(time: &TimeExpression) -> Timex {
    let (kind, value) = match &time.value {
        TimeValue::Placed(interval) => placed(interval),
        TimeValue::Unplaced { grain, month, day, hour, minute } => {
            let kind = if *grain <= Grain::PartOfDay { "TIME" } else { "DATE" };
            (kind, unplaced(*month, *day, *hour, *minute))
        }
        TimeValue::Duration(amount) => ("DURATION", duration(amount)),
        TimeValue::CompoundDuration(long, short) => ("DURATION", compound(long, short)),
        TimeValue::Recurring { every, on, .. } => ("SET", occasion(on).unwrap_or_else(|| duration(every))),
        TimeValue::Vague(Reference::Past) => ("DATE", "PAST_REF".into()),
        TimeValue::Vague(Reference::Present) => ("DATE", "PRESENT_REF".into()),
        TimeValue::Vague(Reference::Future) => ("DATE", "FUTURE_REF".into()),
    };
    let frequency = match time.value {
        TimeValue::Recurring { times: Some(times), .. } => Some(format!("{times}X")),
        _ => None,
    };
    Timex { kind, value, modifier: time.modifier.map(modifier), frequency }
}

fn modifier(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Start => "START",
        Modifier::Mid => "MID",
        Modifier::End => "END",
        Modifier::Approximate => "APPROX",
        Modifier::LessThan => "LESS_THAN",
        Modifier::MoreThan => "MORE_THAN",
        Modifier::AtMost => "EQUAL_OR_LESS",
        Modifier::AtLeast => "EQUAL_OR_MORE",
        Modifier::Before => "BEFORE",
        Modifier::After => "AFTER",
    }
}

fn placed(interval: &Interval) -> (&'static str, String) {
    let start = interval.start;
    if let Some(length) = &interval.length {
        // A month of fasting has a first day that is known; other lengths are told by themselves.
        return match interval.grain {
            Grain::Month => ("DATE", format!("{}/{}", start.date(), duration(length))),
            _ => ("DURATION", duration(length)),
        };
    }
    let (date, year) = (start.date(), start.year());
    let week = date.iso_week_date();
    let (week_year, week) = (week.year(), week.week());
    match interval.grain {
        Grain::Second => ("TIME", format!("{}:{:02}", clock(start), start.second())),
        Grain::Minute | Grain::Hour => ("TIME", clock(start)),
        Grain::PartOfDay => ("TIME", format!("{date}{}", part(interval.part))),
        Grain::Day => ("DATE", date.to_string()),
        Grain::Weekend => ("DATE", format!("{week_year:04}-W{week:02}-WE")),
        Grain::Week => ("DATE", format!("{week_year:04}-W{week:02}")),
        Grain::Month => ("DATE", format!("{year:04}-{:02}", start.month())),
        Grain::Quarter => ("DATE", format!("{year:04}-Q{}", (start.month() + 2) / 3)),
        Grain::Half => ("DATE", format!("{year:04}-H{}", (start.month() + 5) / 6)),
        Grain::Season => ("DATE", season(date)),
        Grain::Year => ("DATE", format!("{year:04}")),
        Grain::FiscalYear => ("DATE", format!("FY{year:04}")),
        Grain::Decade => ("DATE", format!("{:03}", year.div_euclid(10))),
        Grain::Century => ("DATE", format!("{:02}", year.div_euclid(100))),
    }
}

fn clock(at: DateTime) -> String {
    format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute())
}

fn part(part: Option<PartOfDay>) -> &'static str {
    match part {
        Some(PartOfDay::Morning | PartOfDay::SmallHours) => "TMO",
        Some(PartOfDay::Noon) => "TMI",
        Some(PartOfDay::Afternoon) => "TAF",
        Some(PartOfDay::Evening) => "TEV",
        Some(PartOfDay::Night) => "TNI",
        None => "",
    }
}

/// The winter is that of the year in which it begins.
fn season(first: Date) -> String {
    format!("{:04}-{}", first.year(), season_name(first.month()))
}

fn season_name(month: i8) -> &'static str {
    match month {
        3..=5 => "SP",
        6..=8 => "SU",
        9..=11 => "FA",
        _ => "WI",
    }
}

fn unplaced(month: Option<i8>, day: Option<i8>, hour: Option<i8>, minute: Option<i8>) -> String {
    let two = |number: Option<i8>| number.map_or("XX".into(), |number| format!("{number:02}"));
    let mut value = format!("XXXX-{}", two(month));
    if day.is_some() || hour.is_some() {
        value.push_str(&format!("-{}", two(day)));
    }
    if let Some(hour) = hour {
        value.push_str(&format!("T{hour:02}:{:02}", minute.unwrap_or(0)));
    }
    value
}

/// When something recurs, if more than its unit is told.
fn occasion(on: &Occasion) -> Option<String> {
    let two = |number: Option<i8>| number.map_or("XX".into(), |number| format!("{number:02}"));
    let value = match on {
        Occasion { weekday: Some(weekday), part: on_part, .. } => format!("XXXX-WXX-{weekday}{}", part(*on_part)),
        Occasion { weekend: true, .. } => "XXXX-WXX-WE".into(),
        Occasion { season: Some(first_month), .. } => format!("XXXX-{}", season_name(*first_month)),
        Occasion { month: Some(_), day: None, .. } => format!("XXXX-{}", two(on.month)),
        Occasion { day: Some(_), .. } => format!("XXXX-{}-{}", two(on.month), two(on.day)),
        Occasion { part: Some(_), .. } => format!("XXXX-XX-XX{}", part(on.part)),
        _ => return None,
    };
    Some(value)
}

fn compound(long: &Amount, short: &Amount) -> String {
    let (long, short) = (duration(long), duration(short));
    let short = short.trim_start_matches('P');
    // The letter that divides days from hours stands once.
    let short = if long.contains('T') { short.trim_start_matches('T') } else { short };
    format!("{long}{short}")
}

fn duration(amount: &Amount) -> String {
    let (time, unit, factor) = match amount.unit {
        Unit::Second => ("T", "S", 1.0),
        Unit::Minute => ("T", "M", 1.0),
        Unit::Hour => ("T", "H", 1.0),
        Unit::Day => ("", "D", 1.0),
        Unit::Weekend => ("", "WE", 1.0),
        Unit::Week => ("", "W", 1.0),
        Unit::Month => ("", "M", 1.0),
        Unit::Quarter => ("", "M", 3.0),
        Unit::Half => ("", "M", 6.0),
        Unit::Year => ("", "Y", 1.0),
        Unit::Decade => ("", "DE", 1.0),
        Unit::Century => ("", "CE", 1.0),
    };
    match amount.count {
        Some(count) => format!("P{time}{}{unit}", count * factor),
        None => format!("P{time}X{unit}"),
    }
}
