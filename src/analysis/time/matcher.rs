//! Runs the compiled patterns of a pack at one place of the text.
//!
//! A backtracking machine that tries every way through a pattern and keeps the longest. Patterns cannot
//! repeat, so each run ends after a number of steps that depends on the pattern alone.

use std::ops::Range;

use super::fields::Fields;
use super::number;
use crate::analysis::reading::Reading;
use crate::lang::time::{Atom, Class, Inst, Program, TimeRule, TimeRules, TimeWord};

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

    /// The fields of one end, with what the rule presets and the other end lends.
    pub(super) fn fields(&self, rule: &TimeRule, part: usize) -> Fields {
        let mut fields = self.parts[part].fields;
        if self.count == 2 {
            let other = &self.parts[1 - part].fields;
            if part == 0 { fields.borrow_from_end(other) } else { fields.borrow_from_start(other) }
        }
        fields.preset(&rule.preset);
        fields
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
    /// The ways still to be tried in a run; kept, as `trail` is, so that a run allocates nothing.
    pending: Vec<State>,
    trail: Vec<Trace>,
    /// The number that was read last, and where: many rules ask for the same one.
    number: Option<(usize, Option<(f64, usize)>)>,
}

/// One way through a pattern, as far as it has come. Small, because most ways end at once; what was read along it is
/// on the trail, and fields are filled from there only when the way leads to the end.
#[derive(Clone, Copy)]
struct State {
    pc: usize,
    at: usize,
    /// The number of the last trace, 0 for none.
    trace: usize,
}

/// Something read, and the number of what was read before it on the same way.
#[derive(Clone, Copy)]
struct Trace {
    before: usize,
    read: Read,
}

#[derive(Clone, Copy)]
enum Read {
    Open(usize),
    Close(usize),
    Number(f64),
    Word(TimeWord),
    Digits(Class, i16),
}

impl<'a> Matcher<'a> {
    pub(crate) fn new(reading: &'a Reading<'a>, rules: &'a TimeRules, limit: usize) -> Matcher<'a> {
        Matcher { reading, rules, limit, pending: Vec::new(), trail: Vec::new(), number: None }
    }

    /// The longest match of the rule at token `start`; of ways as long, the one the pattern names first.
    pub(crate) fn run(&mut self, rule: usize, start: usize) -> Option<Match> {
        let program = &self.rules.rules[rule].program;
        let mut best: Option<State> = None;
        self.trail.clear();
        self.pending.push(State { pc: 0, at: start, trace: 0 });
        while let Some(state) = self.pending.pop() {
            if let Some(done) = self.follow(program, state)
                && best.is_none_or(|best| done.at > best.at)
            {
                best = Some(done);
            }
        }
        best.map(|best| self.retrace(rule, start, best))
    }

    /// Goes on from `state` until the pattern ends, which is returned, or the text does not fit it or fits it in
    /// several ways, which wait in `pending`.
    fn follow(&mut self, program: &Program, mut state: State) -> Option<State> {
        loop {
            match program.insts[state.pc] {
                Inst::Match { atom, glued } => {
                    state.pc += 1;
                    if state.at >= self.limit || glued && !self.reading.is_glued(state.at) {
                        return None;
                    }
                    if !matches!(atom, Atom::Word(word) if self.reading.words[state.at] == word) {
                        self.branch(atom, state);
                        return None;
                    }
                    state.at += 1;
                }
                Inst::Split(other) => {
                    self.pending.push(State { pc: other, ..state });
                    state.pc += 1;
                }
                Inst::Jump(target) => state.pc = target,
                Inst::Open => state = self.read(Read::Open(state.at), State { pc: state.pc + 1, ..state }),
                Inst::Close => state = self.read(Read::Close(state.at), State { pc: state.pc + 1, ..state }),
                Inst::Done => return Some(state),
            }
        }
    }

    /// The state after something was read on the way to `state`.
    fn read(&mut self, read: Read, state: State) -> State {
        self.trail.push(Trace { before: state.trace, read });
        State { trace: self.trail.len(), ..state }
    }

    /// What was read on the way to `done`, in its fields.
    fn retrace(&self, rule: usize, start: usize, done: State) -> Match {
        let mut way = Vec::new();
        let mut trace = done.trace;
        while let Some(at) = trace.checked_sub(1) {
            way.push(self.trail[at].read);
            trace = self.trail[at].before;
        }
        let mut parts = [Part::default(); 2];
        let mut opened = 0_usize;
        for read in way.into_iter().rev() {
            opened += usize::from(matches!(read, Read::Open(_)));
            let part = &mut parts[opened.saturating_sub(1).min(1)];
            match read {
                Read::Open(at) => part.start = at,
                Read::Close(at) => part.end = at,
                Read::Number(number) => part.fields.take_number(number),
                Read::Word(word) => part.fields.take(word),
                Read::Digits(class, value) => part.fields.take_digits(class, value),
            }
        }
        if opened == 0 {
            (parts[0].start, parts[0].end) = (start, done.at);
        }
        Match { rule, parts, count: opened.clamp(1, 2), end: done.at }
    }

    /// Adds every way in which `atom` matches where the state stands.
    fn branch(&mut self, atom: Atom, state: State) {
        match atom {
            Atom::Word(_) => {}
            Atom::List(list) => {
                let found = self.rules.lists[list].starting(&self.reading.words[state.at..self.limit]);
                self.pending.extend(found.map(|(len, _)| State { at: state.at + len, ..state }));
            }
            Atom::Class(Class::Capital) => {
                if self.reading.is_capitalised(state.at) {
                    self.pending.push(State { at: state.at + 1, ..state });
                }
            }
            Atom::Class(Class::Number) => {
                if let Some((number, end)) = self.number(state.at) {
                    self.go_on(Read::Number(number), State { at: end, ..state });
                }
            }
            // 'half past six'
            Atom::Class(Class::Hour) if self.reading.is_word(state.at) => {
                if let Some((hour, end)) = self.number(state.at)
                    && (1.0..=12.0).contains(&hour)
                    && hour.fract() == 0.0
                {
                    self.go_on(Read::Digits(Class::Hour, hour as i16), State { at: end, ..state });
                }
            }
            Atom::Class(class) if class.digits().is_some() => {
                if let Some(value) = self.digits(class, state.at) {
                    self.go_on(Read::Digits(class, value), State { at: state.at + 1, ..state });
                }
            }
            Atom::Class(class) => self.words(class, state),
        }
    }

    fn words(&mut self, class: Class, state: State) {
        let rules = self.rules;
        for (len, values) in rules.vocabulary.starting(&self.reading.words[state.at..self.limit]) {
            for &value in values.iter().filter(|&&value| Class::of(value) == class) {
                if self.is_written_as_name(value, state.at) {
                    self.go_on(Read::Word(value), State { at: state.at + len, ..state });
                }
            }
        }
    }

    fn go_on(&mut self, read: Read, state: State) {
        let state = self.read(read, state);
        self.pending.push(state);
    }

    /// The number that begins at `at`, in digits or words, and the token after it.
    pub(super) fn number(&mut self, at: usize) -> Option<(f64, usize)> {
        if let Some((_, number)) = self.number.filter(|&(read_at, _)| read_at == at) {
            return number;
        }
        let number = number::read(self.reading, self.rules, at).filter(|&(_, end)| end <= self.limit);
        self.number = Some((at, number));
        number
    }

    /// Names of months, weekdays and holidays are written with a capital letter, and only then are they such.
    fn is_written_as_name(&self, word: TimeWord, at: usize) -> bool {
        use TimeWord::{Holiday, Month, ShortWeekday, Weekday, Weekdays};
        let named = matches!(word, Month(_) | Weekday(_) | ShortWeekday(_) | Weekdays(_) | Holiday(_));
        // '1 Syawal' begins with its number.
        !named || self.reading.is_capitalised(at) || self.reading.is_number(at)
    }

    /// The number in one to five digits at `at`, if one of the class may be so.
    fn digits(&self, class: Class, at: usize) -> Option<i16> {
        let text = self.reading.text(at);
        let value = text.parse::<i16>().ok().filter(|_| self.reading.is_number(at))?;
        let fits = match class {
            Class::Day => 1..=31,
            Class::MonthNumber => 1..=12,
            Class::Hour => 0..=24,
            Class::Minute | Class::Second => 0..=59,
            Class::ShortYear => 0..=99,
            Class::Year => 1000..=2199,
            Class::HourMinute => 0..=2359,
            Class::Digits => 0..=i16::MAX,
            _ => return None,
        };
        let is_no_minute = class == Class::HourMinute && value % 100 > 59;
        (fits.contains(&value) && class.digits()?.contains(&text.len()) && !is_no_minute).then_some(value)
    }
}
