//! Values of time as text.

use std::fmt;

use jiff::civil::DateTime;

use super::{Amount, Grain, Interval, PartOfDay, Reference, TimeValue, Unit};

/// Writes the value as short as it is precise: `2024-06`, `2025-07-12`, `2025-07-12T14:00`,
/// `2025-07-12..2025-07-14`, `2020s`, `P3D`.
impl fmt::Display for TimeValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TimeValue::Placed(interval) => interval.fmt(f),
            TimeValue::Unplaced { month, day, hour, minute, .. } => {
                f.write_str("????")?;
                for part in [month, day] {
                    match part {
                        Some(number) => write!(f, "-{number:02}")?,
                        None => f.write_str("-??")?,
                    }
                }
                if let Some(hour) = hour {
                    write!(f, "T{hour:02}:{:02}", minute.unwrap_or(0))?;
                }
                Ok(())
            }
            TimeValue::Duration(amount) => amount.fmt(f),
            TimeValue::CompoundDuration(long, short) => write!(f, "{long} {short}"),
            TimeValue::Recurring { every, times, .. } => {
                write!(f, "every {every}")?;
                times.map_or(Ok(()), |n| write!(f, " x{n}"))
            }
            TimeValue::Vague(Reference::Past) => f.write_str("past"),
            TimeValue::Vague(Reference::Present) => f.write_str("present"),
            TimeValue::Vague(Reference::Future) => f.write_str("future"),
        }
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_period() {
            write!(f, "{}..{}", point(self.start, self.grain), point_last(self))
        } else {
            match self.part {
                Some(part) if self.grain == Grain::PartOfDay => write!(f, "{} {part}", self.start.date()),
                _ => f.write_str(&point(self.start, self.grain)),
            }
        }
    }
}

fn point_last(interval: &Interval) -> String {
    if interval.grain <= Grain::Hour {
        point(interval.end, interval.grain)
    } else {
        point(interval.last_day().to_datetime(jiff::civil::Time::midnight()), interval.grain)
    }
}

fn point(at: DateTime, grain: Grain) -> String {
    let (year, month) = (at.year(), at.month());
    match grain {
        Grain::Second => format!("{}T{:02}:{:02}:{:02}", at.date(), at.hour(), at.minute(), at.second()),
        Grain::Minute | Grain::Hour => format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute()),
        Grain::PartOfDay | Grain::Day | Grain::Weekend => at.date().to_string(),
        Grain::Week => {
            let week = at.date().iso_week_date();
            format!("{:04}-W{:02}", week.year(), week.week())
        }
        Grain::Month => format!("{year:04}-{month:02}"),
        Grain::Quarter => format!("{year:04}-Q{}", (month - 1) / 3 + 1),
        Grain::Half => format!("{year:04}-H{}", (month - 1) / 6 + 1),
        Grain::Season => {
            let season = ["winter", "spring", "summer", "autumn"][(month % 12 / 3) as usize];
            format!("{year:04} {season}")
        }
        Grain::Year => format!("{year:04}"),
        Grain::FiscalYear => format!("FY{year:04}"),
        Grain::Decade => format!("{:04}s", year.div_euclid(10) * 10),
        Grain::Century => format!("{}00s", year.div_euclid(100)),
    }
}

impl fmt::Display for PartOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PartOfDay::SmallHours => "small hours",
            PartOfDay::Morning => "morning",
            PartOfDay::Noon => "noon",
            PartOfDay::Afternoon => "afternoon",
            PartOfDay::Evening => "evening",
            PartOfDay::Night => "night",
        })
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (time, unit) = match self.unit {
            Unit::Second => ("T", "S"),
            Unit::Minute => ("T", "M"),
            Unit::Hour => ("T", "H"),
            Unit::Day => ("", "D"),
            Unit::Weekend => ("", "WE"),
            Unit::Week => ("", "W"),
            Unit::Month => ("", "M"),
            Unit::Quarter => ("", "Q"),
            Unit::Half => ("", "H"),
            Unit::Year => ("", "Y"),
            Unit::Decade => ("", "DE"),
            Unit::Century => ("", "CE"),
        };
        match self.count {
            Some(count) => write!(f, "P{time}{count}{unit}"),
            None => write!(f, "P{time}X{unit}"),
        }
    }
}
