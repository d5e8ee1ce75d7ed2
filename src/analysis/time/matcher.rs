//! Runs the compiled patterns of a pack at one place of the text.
//!
//! A backtracking machine that tries every way through a pattern and keeps the longest. Patterns cannot
//! repeat, so each run ends after a number of steps that depends on the pattern alone.

use std::ops::Range;

use super::fields::Fields;
use super::number;
use crate::analysis::reading::Reading;
use crate::lang::time::{Atom, Class, Inst, Program, TimeRules, TimeWord};

/// One or, for a range, two expressions that a rule matched.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Match {
    /// Index of the rule.
    pub(crate) rule: usize,
    pub(crate) parts: [Part; 2],
    /// 1, or 2 for a range.
    pub(crate) count: usize,
    /// The token after everything that was matched.
    pub(crate) end: usize,
}

/// The tokens and fields of one expression.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Part {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) fields: Fields,
}

impl Match {
    /// Whether it is longer, or as long by an earlier rule.
    pub(crate) fn is_better_than(&self, other: &Match) -> bool {
        let end = |found: &Match| found.parts[found.count - 1].end;
        end(self) > end(other) || end(self) == end(other) && self.rule < other.rule
    }
}

impl Part {
    pub(crate) fn tokens(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// The text, the rules, and the tokens that a match must not leave.
pub(crate) struct Matcher<'a> {
    pub(crate) reading: &'a Reading<'a>,
    pub(crate) rules: &'a TimeRules,
    pub(crate) limit: usize,
    /// The states still to be tried in a run; kept so that a run allocates nothing.
    pending: Vec<State>,
}

#[derive(Clone, Copy)]
struct State {
    pc: usize,
    at: usize,
    parts: [Part; 2],
    /// How many expressions were opened.
    opened: usize,
}

impl State {
    /// The fields of the expression that is being read.
    fn fields(&mut self) -> &mut Fields {
        let part = self.opened.saturating_sub(1).min(1);
        &mut self.parts[part].fields
    }
}

impl<'a> Matcher<'a> {
    pub(crate) fn new(reading: &'a Reading<'a>, rules: &'a TimeRules, limit: usize) -> Matcher<'a> {
        Matcher { reading, rules, limit, pending: Vec::new() }
    }

    /// The longest match of the rule at token `start`.
    pub(crate) fn run(&mut self, rule: usize, start: usize) -> Option<Match> {
        let program = &self.rules.rules[rule].program;
        let mut best: Option<Match> = None;
        let mut pending = std::mem::take(&mut self.pending);
        pending.push(State { pc: 0, at: start, parts: [Part::default(); 2], opened: 0 });
        while let Some(state) = pending.pop() {
            if let Some(done) = self.step(program, state, start, &mut pending)
                && best.is_none_or(|best| done.end > best.end)
            {
                best = Some(Match { rule, ..done });
            }
        }
        self.pending = pending;
        best
    }

    /// Executes one instruction; what follows goes to `pending`, a finished match is returned.
    fn step(&self, program: &Program, mut state: State, start: usize, pending: &mut Vec<State>) -> Option<Match> {
        match program.insts[state.pc] {
            Inst::Match { atom, glued } => {
                state.pc += 1;
                let fits = state.at < self.limit && (!glued || self.reading.is_glued(state.at));
                if fits {
                    self.atom(atom, state, pending);
                }
            }
            Inst::Split(other) => {
                pending.push(State { pc: other, ..state });
                pending.push(State { pc: state.pc + 1, ..state });
            }
            Inst::Jump(target) => pending.push(State { pc: target, ..state }),
            Inst::Open => {
                state.opened += 1;
                state.parts[state.opened.saturating_sub(1).min(1)].start = state.at;
                pending.push(State { pc: state.pc + 1, ..state });
            }
            Inst::Close => {
                state.parts[state.opened.saturating_sub(1).min(1)].end = state.at;
                pending.push(State { pc: state.pc + 1, ..state });
            }
            Inst::Done => {
                if state.opened == 0 {
                    (state.parts[0].start, state.parts[0].end) = (start, state.at);
                }
                return Some(Match { rule: 0, parts: state.parts, count: state.opened.clamp(1, 2), end: state.at });
            }
        }
        None
    }

    /// Every way in which `atom` matches where the state stands.
    fn atom(&self, atom: Atom, state: State, pending: &mut Vec<State>) {
        let words = &self.reading.words[state.at..self.limit];
        match atom {
            Atom::Word(word) => {
                if words[0] == word {
                    pending.push(State { at: state.at + 1, ..state });
                }
            }
            Atom::List(list) => {
                let found = self.rules.lists[list].starting(words);
                pending.extend(found.map(|(len, _)| State { at: state.at + len, ..state }));
            }
            Atom::Class(class) => self.class(class, state, pending),
        }
    }

    fn class(&self, class: Class, mut state: State, pending: &mut Vec<State>) {
        if class == Class::Number {
            if let Some((value, end)) = number::read(self.reading, self.rules, state.at)
                && end <= self.limit
            {
                state.fields().take_number(value);
                pending.push(State { at: end, ..state });
            }
        } else if class == Class::Hour && self.reading.is_word(state.at) {
            self.hour_in_words(state, pending);
        } else if class == Class::Capital {
            if self.reading.is_capitalised(state.at) {
                pending.push(State { at: state.at + 1, ..state });
            }
        } else if class.is_numeric() {
            if self.digits(class, &mut state) {
                pending.push(State { at: state.at + 1, ..state });
            }
        } else {
            let words = &self.reading.words[state.at..self.limit];
            for (len, values) in self.rules.vocabulary.starting(words) {
                for &value in values.iter().filter(|&&value| Class::of(value) == class) {
                    if self.is_written_as_name(value, state.at) {
                        let mut next = State { at: state.at + len, ..state };
                        next.fields().take(value);
                        pending.push(next);
                    }
                }
            }
        }
    }

    /// 'half past six'.
    fn hour_in_words(&self, mut state: State, pending: &mut Vec<State>) {
        if let Some((hour, end)) = number::read(self.reading, self.rules, state.at)
            && end <= self.limit
            && (1.0..=12.0).contains(&hour)
            && hour.fract() == 0.0
        {
            state.fields().hour = Some(hour as i8);
            pending.push(State { at: end, ..state });
        }
    }

    /// Names of months, weekdays and holidays are written with a capital letter, and only then are they such.
    fn is_written_as_name(&self, word: TimeWord, at: usize) -> bool {
        use TimeWord::{Holiday, Month, ShortWeekday, Weekday, Weekdays};
        let named = matches!(word, Month(_) | Weekday(_) | ShortWeekday(_) | Weekdays(_) | Holiday(_));
        // '1 Syawal' begins with its number.
        !named || self.reading.is_capitalised(at) || self.reading.is_number(at)
    }

    /// Reads a number of one or two (or four) digits into its field.
    fn digits(&self, class: Class, state: &mut State) -> bool {
        let text = self.reading.text(state.at);
        let Some(value) = text.parse::<i16>().ok().filter(|_| self.reading.is_number(state.at)) else { return false };
        let fields = state.fields();
        let (fits, len) = match class {
            Class::Day => (1..=31, 1..=2),
            Class::MonthNumber => (1..=12, 1..=2),
            Class::Hour => (0..=24, 1..=2),
            Class::Minute | Class::Second => (0..=59, 2..=2),
            Class::ShortYear => (0..=99, 2..=2),
            Class::Year => (1000..=2199, 4..=4),
            Class::HourMinute => (0..=2359, 4..=4),
            Class::Digits => (0..=i16::MAX, 1..=5),
            _ => return false,
        };
        let is_no_minute = class == Class::HourMinute && value % 100 > 59;
        if !fits.contains(&value) || !len.contains(&text.len()) || is_no_minute {
            return false;
        }
        match class {
            Class::Day => fields.day = Some(value as i8),
            Class::MonthNumber => (fields.month, fields.month_in_digits) = (Some(value as i8), true),
            Class::HourMinute => (fields.hour, fields.minute) = (Some((value / 100) as i8), Some((value % 100) as i8)),
            Class::Digits => {}
            Class::Hour => fields.hour = Some(value as i8),
            Class::Minute => fields.minute = Some(value as i8),
            Class::Second => fields.second = Some(value as i8),
            // Two digits are of this century up to thirty years ahead of 2020, else of the last.
            Class::ShortYear => fields.year = Some(if value <= 50 { 2000 + value } else { 1900 + value }),
            _ => fields.year = Some(value),
        }
        true
    }
}
