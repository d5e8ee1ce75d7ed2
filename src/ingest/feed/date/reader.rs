//! Dates in words and numbers, piece by piece.

use jiff::Span;
use jiff::civil::{Date, Time};
use jiff::tz::Offset;

use super::at;
use crate::model::Moment;

/// Months by the first three letters of their names.
const MONTHS: &[(&str, i8)] = &[
    ("jan", 1),
    ("feb", 2),
    ("peb", 2),
    ("mar", 3),
    ("mac", 3),
    ("apr", 4),
    ("mei", 5),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("agu", 8),
    ("ags", 8),
    ("agt", 8),
    ("aug", 8),
    ("ogo", 8),
    ("sep", 9),
    ("okt", 10),
    ("oct", 10),
    ("nov", 11),
    ("nop", 11),
    ("des", 12),
    ("dec", 12),
    ("dis", 12),
];

/// Zones by name, in minutes. Source: RFC 2822, section 4.3, for those of America; the others by common knowledge. Names that
/// several countries use are left out.
const ZONES: &[(&str, i32)] = &[
    ("z", 0),
    ("ut", 0),
    ("utc", 0),
    ("gmt", 0),
    ("wib", 420),
    ("wita", 480),
    ("wit", 540),
    ("est", -300),
    ("edt", -240),
    ("cst", -360),
    ("cdt", -300),
    ("mst", -420),
    ("mdt", -360),
    ("pst", -480),
    ("pdt", -420),
    ("cet", 60),
    ("cest", 120),
    ("eet", 120),
    ("eest", 180),
    ("msk", 180),
    ("sgt", 480),
    ("myt", 480),
    ("hkt", 480),
    ("jst", 540),
    ("kst", 540),
    ("aest", 600),
    ("aedt", 660),
];

/// The moment that `text` tells, as far as it is a date.
pub(super) fn moment(text: &str, zone_less: Offset) -> Option<Moment> {
    Reader { pieces: pieces(text), at: 0 }.moment(zone_less)
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece<'a> {
    Number(&'a str),
    Word(&'a str),
    Mark(char),
}

/// Numbers, words and marks, without white space, commas and brackets.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = |fits: fn(char) -> bool| rest.find(|c| !fits(c)).unwrap_or(rest.len());
        let length = if first.is_ascii_digit() {
            let length = run(|c| c.is_ascii_digit());
            pieces.push(Piece::Number(&rest[..length]));
            length
        } else if first.is_alphabetic() {
            let length = run(char::is_alphabetic);
            pieces.push(Piece::Word(&rest[..length]));
            length
        } else {
            if !first.is_whitespace() && !matches!(first, ',' | '(' | ')' | '\'' | '’') {
                pieces.push(Piece::Mark(first));
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    pieces
}

/// Where we are among the pieces. Each step either reads something or leaves its place as it was.
struct Reader<'a> {
    pieces: Vec<Piece<'a>>,
    at: usize,
}

impl<'a> Reader<'a> {
    fn moment(mut self, zone_less: Offset) -> Option<Moment> {
        while !matches!(self.peek(0)?, Piece::Number(_)) && self.month(0).is_none() {
            self.at += 1;
        }
        let mut day = self.date()?;
        // 'T', 'pukul', '|' and other words before the time.
        let before_time = self.at;
        while !matches!(self.peek(0), None | Some(Piece::Number(_))) && self.at - before_time < 3 {
            self.at += 1;
        }
        let (mut time, mut next_day) = (Time::midnight(), false);
        match self.time() {
            Some(found) => (time, next_day) = found,
            None => self.at = before_time,
        }
        let offset = self.zone().unwrap_or(zone_less);
        if day.year.is_none() {
            self.skip_marks();
            day.year = self.number(4, 4);
        }
        let date = Date::new(day.year?, day.month, day.day).ok()?;
        let local = date.to_datetime(time);
        at(if next_day { local.checked_add(Span::new().days(1)).ok()? } else { local }, offset)
    }

    fn date(&mut self) -> Option<Day> {
        let start = self.at;
        let found = self.without_marks().or_else(|| self.rewound(start).year_first());
        let found = found.or_else(|| self.rewound(start).month_first());
        found.or_else(|| self.rewound(start).day_first())
    }

    /// '20250713'.
    fn without_marks(&mut self) -> Option<Day> {
        let all: u32 = self.number(8, 8)?;
        let field = |number: u32| i8::try_from(number % 100).ok();
        Some(Day { year: i16::try_from(all / 10_000).ok(), month: field(all / 100)?, day: field(all)? })
    }

    fn rewound(&mut self, to: usize) -> &mut Self {
        self.at = to;
        self
    }

    /// '2025-07-13', '2025/7/13'.
    fn year_first(&mut self) -> Option<Day> {
        let year = self.number(4, 4)?;
        self.mark()?;
        let month = self.number(1, 2)?;
        self.mark()?;
        Some(Day { year: Some(year), month, day: self.number(1, 2)? })
    }

    /// 'July 13, 2025'; the year may come behind the time.
    fn month_first(&mut self) -> Option<Day> {
        let month = self.month(0)?;
        self.at += 1;
        self.skip_marks();
        let day = self.number(1, 2)?;
        let before = self.at;
        if let Some(Piece::Word("st" | "nd" | "rd" | "th")) = self.peek(0) {
            self.at += 1;
        }
        let year = self.year();
        if year.is_none() {
            self.at = before;
        }
        Some(Day { year, month, day })
    }

    /// '13 Juli 2025', '13-Jul-25', '13/07/2025'; the month comes first where only that can be.
    fn day_first(&mut self) -> Option<Day> {
        let day: i8 = self.number(1, 2)?;
        self.skip_marks();
        if let Some(month) = self.month(0) {
            self.at += 1;
            self.skip_marks();
            return Some(Day { year: self.year(), month, day });
        }
        let month: i8 = self.number(1, 2)?;
        self.skip_marks();
        let (day, month) = if month > 12 { (month, day) } else { (day, month) };
        Some(Day { year: Some(self.year()?), month, day })
    }

    /// Of four digits, or of two.
    fn year(&mut self) -> Option<i16> {
        if let Some(year) = self.number(4, 4) {
            return Some(year);
        }
        // '10:30' is no year.
        let is_time = matches!(self.peek(1), Some(Piece::Mark(':' | '.')));
        let short: i16 = if is_time { None } else { self.number(2, 2) }?;
        Some(if short < 70 { 2000 + short } else { 1900 + short })
    }

    /// The time, and whether it is the end of the day ('24:00').
    fn time(&mut self) -> Option<(Time, bool)> {
        let start = self.at;
        let found = self.try_time();
        if found.is_none() {
            self.at = start;
        }
        found
    }

    fn try_time(&mut self) -> Option<(Time, bool)> {
        // '103000', as in '20250713T103000'.
        if let Some(Piece::Number(digits)) =
            self.peek(0).filter(|piece| matches!(piece, Piece::Number(it) if it.len() == 6))
        {
            self.at += 1;
            let field = |from: usize| digits[from..from + 2].parse::<i8>().ok();
            return Some((Time::new(field(0)?, field(2)?, field(4)?, 0).ok()?, false));
        }
        let mut hour: i8 = self.number(1, 2)?;
        self.expect(&[':', '.'])?;
        let minute: i8 = self.number(2, 2)?;
        let mut second: i8 = 0;
        let before = self.at;
        if self.expect(&[':', '.']).is_some() {
            match self.number(2, 2) {
                Some(found) => second = found,
                None => self.at = before,
            }
        }
        // Parts of a second are of no use.
        if let (Some(Piece::Mark('.')), Some(Piece::Number(_))) = (self.peek(0), self.peek(1)) {
            self.at += 2;
        }
        if let Some(Piece::Word(word)) = self.peek(0) {
            let word = word.to_ascii_lowercase();
            match word.as_str() {
                "am" | "pm" if (1..=12).contains(&hour) => {
                    hour = hour % 12 + if word == "pm" { 12 } else { 0 };
                    self.at += 1;
                }
                _ => {}
            }
        }
        if hour == 24 && minute == 0 {
            return Some((Time::midnight(), true));
        }
        Some((Time::new(hour, minute, second.min(59), 0).ok()?, false))
    }

    /// 'WIB', '+0700', 'GMT+7', '+07:00'; a number counts before a name.
    fn zone(&mut self) -> Option<Offset> {
        let named = match self.peek(0) {
            Some(Piece::Word(word)) => {
                let word = word.to_lowercase();
                let minutes = ZONES.iter().find(|(name, _)| *name == word).map(|&(_, minutes)| minutes);
                if minutes.is_some() {
                    self.at += 1;
                }
                minutes
            }
            _ => None,
        };
        let minutes = self.numbered_zone().or(named)?;
        Offset::from_seconds(minutes * 60).ok()
    }

    fn numbered_zone(&mut self) -> Option<i32> {
        let sign = match self.peek(0)? {
            Piece::Mark('+') => 1,
            Piece::Mark('-' | '−') => -1,
            _ => return None,
        };
        let Piece::Number(digits) = self.peek(1)? else { return None };
        let (hours, minutes) = match (digits.len(), self.peek(2), self.peek(3)) {
            (1 | 2, Some(Piece::Mark(':')), Some(Piece::Number(minutes))) => (digits, minutes),
            (1 | 2, ..) => (digits, "0"),
            (4, ..) => digits.split_at(2),
            _ => return None,
        };
        self.at += if minutes.len() == 2 && digits.len() < 4 { 4 } else { 2 };
        Some(sign * (hours.parse::<i32>().ok()? * 60 + minutes.parse::<i32>().ok()?))
    }

    fn peek(&self, ahead: usize) -> Option<Piece<'a>> {
        self.pieces.get(self.at + ahead).copied()
    }

    fn month(&self, ahead: usize) -> Option<i8> {
        let Some(Piece::Word(word)) = self.peek(ahead) else { return None };
        let word = word.to_lowercase();
        MONTHS.iter().find(|(name, _)| word.starts_with(name)).map(|&(_, month)| month)
    }

    /// A number of so many digits.
    fn number<N: std::str::FromStr>(&mut self, fewest: usize, most: usize) -> Option<N> {
        let Some(Piece::Number(digits)) = self.peek(0) else { return None };
        if !(fewest..=most).contains(&digits.len()) {
            return None;
        }
        let number = digits.parse().ok()?;
        self.at += 1;
        Some(number)
    }

    fn mark(&mut self) -> Option<()> {
        self.expect(&['-', '/', '.'])
    }

    fn expect(&mut self, marks: &[char]) -> Option<()> {
        match self.peek(0) {
            Some(Piece::Mark(mark)) if marks.contains(&mark) => {
                self.at += 1;
                Some(())
            }
            _ => None,
        }
    }

    fn skip_marks(&mut self) {
        while matches!(self.peek(0), Some(Piece::Mark('-' | '/' | '.'))) {
            self.at += 1;
        }
    }
}

struct Day {
    year: Option<i16>,
    month: i8,
    day: i8,
}
