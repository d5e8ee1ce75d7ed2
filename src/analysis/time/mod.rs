//! Time expressions: found by a scanner over tokens, given a value by named resolvers.
//!
//! The pack says which words and patterns there are (`lang::time`); `scan` finds them, `resolve` says what
//! they mean, `anchors` what they are counted from.

mod amounts;
mod anchors;
mod calendar;
mod fields;
mod matcher;
mod named;
mod number;
mod offsets;
mod published;
mod reported;
mod resolve;
mod scan;
mod tense;
mod units;

use std::ops::Range;

use anchors::Anchors;
use fields::Fields;
use jiff::civil::Date;
use matcher::Match;
use tense::Tense;
use units::Found;

use super::reading::Reading;
use crate::lang::Pack;
use crate::lang::time::{Resolver, TimeRule, TimeRules};
use crate::model::{Anchor, Arena, DateOrigin, Grain, Modifier, Published, Span, TimeExpression, TimeId, Warning};

/// A time expression as it is found, with what the sentence tells of it.
struct Seen {
    found: Match,
    tense: Option<Tense>,
    /// Whether it dates only that somebody spoke.
    of_saying: bool,
    /// Whether it stands in a quotation that its sentence opened.
    quoted: bool,
    /// Whether its sentence retells what a court heard.
    of_hearing: bool,
    /// Whether it tells of what had been before the day that was told last.
    looks_back: bool,
}

/// The time expressions of an article and the day they were counted from.
pub(crate) struct Times {
    pub(crate) expressions: Arena<TimeExpression>,
    pub(crate) published: Option<Published>,
    pub(crate) warnings: Vec<Warning>,
}

/// Finds and resolves every time expression in `sentences`.
pub(crate) fn find(reading: &Reading, pack: &Pack, sentences: &[Range<usize>], published: Option<Published>) -> Times {
    let rules = &pack.time;
    let mut matches: Vec<Seen> = Vec::new();
    let mut found = Vec::new();
    let (mut done, mut start) = (0, 0);
    for (index, sentence) in sentences.iter().enumerate() {
        // 'at 5 p.m. ET' is not cut, whatever the full stop looked like; a paragraph ends every time.
        let goes_on = |next: &&Range<usize>| next.start == sentence.end && !reading.opens_paragraph(next.start);
        let next = sentences.get(index + 1).filter(goes_on);
        let limit = next.map_or(sentence.end, |next| next.end);
        if done <= sentence.start {
            start = sentence.start;
        }
        scan::scan(reading, rules, sentence.start.max(done)..sentence.end, limit, &mut found);
        done = found.last().map_or(done, |last| last.end);
        for found in found.drain(..) {
            let (sentence, begin) = (start..sentence.end, found.parts[0].start);
            let tense = tense::told(reading, rules, &sentence, begin..found.end);
            let of_saying = reported::dates_saying(reading, pack, &sentence, begin);
            let quoted = reported::is_quoted(reading, &sentence, begin);
            let of_hearing = reported::retells_hearing(reading, pack, &sentence);
            let looks_back = reported::looks_back(reading, pack, &sentence, begin);
            matches.push(Seen { found, tense, of_saying, quoted, of_hearing, looks_back });
        }
    }
    let mut warnings = Vec::new();
    let published = published.or_else(|| infer_publication(reading, rules, &matches, &mut warnings));
    let mut resolver = Resolving {
        reading,
        rules,
        anchors: Anchors { published, ..Anchors::default() },
        of_saying: false,
        year: None,
        out: Arena::new(),
        warnings,
    };
    for (index, seen) in matches.iter().enumerate() {
        resolver.anchors.tense = seen.tense;
        resolver.of_saying = seen.of_saying;
        resolver.anchors.quoted = seen.quoted;
        resolver.anchors.of_hearing = seen.of_hearing;
        resolver.anchors.looks_back = seen.looks_back;
        resolver.year = year_behind(reading, pack, &matches[index..]);
        resolver.resolve(&seen.found, day_behind(reading, rules, &matches[index..]));
    }
    Times { expressions: resolver.out, published, warnings: resolver.warnings }
}

/// The first full date in `tokens` that needs nothing to be counted from, and its tokens.
pub(crate) fn explicit_day(reading: &Reading, rules: &TimeRules, tokens: Range<usize>) -> Option<(Date, Range<usize>)> {
    let mut found = Vec::new();
    let limit = tokens.end;
    scan::scan(reading, rules, tokens, limit, &mut found);
    found.iter().find_map(|found| {
        let rule = &rules.rules[found.rule];
        let resolved = resolve::resolve(rule.resolver, &fields_of(found, rule, 0), &Anchors::default(), &rules.feasts)?;
        let interval = resolved.value.interval().filter(|interval| interval.grain <= Grain::Day)?;
        (resolved.anchor == Anchor::Explicit).then(|| (interval.first_day(), found.parts[0].tokens()))
    })
}

fn infer_publication(
    reading: &Reading,
    rules: &TimeRules,
    matches: &[Seen],
    warnings: &mut Vec<Warning>,
) -> Option<Published> {
    let anchors = Anchors::default();
    let told = matches.iter().filter_map(|Seen { found, tense, .. }| {
        let rule = &rules.rules[found.rule];
        let fields = fields_of(found, rule, 0);
        let resolved = resolve::resolve(rule.resolver, &fields, &anchors, &rules.feasts)?;
        let span = reading.span(found.parts[0].tokens());
        Some(published::Told { span, found: resolved, weekday: fields.weekday, tense: *tense })
    });
    match published::infer(&told.collect::<Vec<_>>()) {
        Some((published, span)) => {
            warnings.push(Warning::InferredPublicationDate { span });
            Some(published)
        }
        None => {
            warnings.push(Warning::NoPublicationDate);
            None
        }
    }
}

/// How many clock times may lean on one day ('at 5 p.m. (2100 GMT) on Saturday').
const CLOCKS_OF_ONE_DAY: usize = 3;

/// The day behind the clock time that the first of `matches` is, with nothing but a preposition, or another clock time in
/// brackets, between them.
fn day_behind(reading: &Reading, rules: &TimeRules, matches: &[Seen]) -> Option<Fields> {
    for pair in matches.windows(2).take(CLOCKS_OF_ONE_DAY) {
        let [Seen { found: clock, .. }, Seen { found: next, .. }] = pair else { return None };
        if !clock.parts[clock.count - 1].fields.is_clock_alone() {
            return None;
        }
        let between = clock.end..next.parts[0].start;
        let joined = rules.clock_day_joiners.exact(&reading.words[between.clone()]).len() == 1;
        let fields = next.parts[0].fields;
        if joined && fields.has_day() {
            return Some(fields);
        }
        if !(fields.is_clock_alone() && between.len() == 1 && reading.mark(between.start) == '(') {
            return None;
        }
    }
    None
}

/// A row of months or days that shares the year of its last has at most so many.
const LONGEST_ROW: usize = 6;

/// The year that stands behind the last of a row of months or days, the first of `matches` among them: 'pada Januari, Mei,
/// dan Juli 2024'. A month before the one before it begins another year.
fn year_behind(reading: &Reading, pack: &Pack, matches: &[Seen]) -> Option<i16> {
    let joins = |at: usize| {
        reading.mark(at) == ',' || pack.cues.names.of(reading.words[at]).contains(&crate::lang::NameCue::And)
    };
    for pair in matches.windows(2).take(LONGEST_ROW) {
        let [Seen { found: one, .. }, Seen { found: next, .. }] = pair else { return None };
        let (this, other) = (one.parts[one.count - 1].fields, next.parts[0].fields);
        let between = one.end..next.parts[0].start;
        let in_row = (1..=2).contains(&between.len()) && between.clone().all(joins);
        let plain = this.year.is_none() && this.direction.is_none() && next.count == 1;
        let in_order = this.month.is_some() && this.month <= other.month && this.has_day() == other.has_day();
        if !(in_row && plain && in_order) {
            return None;
        }
        if other.year.is_some() {
            return other.year;
        }
    }
    None
}

/// The fields of one end of a match, with what the rule presets and the other end lends.
fn fields_of(found: &Match, rule: &TimeRule, part: usize) -> Fields {
    let mut fields = found.parts[part].fields;
    if found.count == 2 {
        let other = &found.parts[1 - part].fields;
        if part == 0 { fields.borrow_from_end(other) } else { fields.borrow_from_start(other) }
    }
    fields.preset(&rule.preset);
    fields
}

/// More than a year ago lies before the year that is told; more than a year is longer than one.
fn modifier_of(fields: &Fields, resolver: Resolver) -> Option<Modifier> {
    match fields.modifier {
        Some(Modifier::MoreThan) if resolver == Resolver::Offset => Some(Modifier::Before),
        Some(Modifier::LessThan) if resolver == Resolver::Offset => Some(Modifier::After),
        told => told,
    }
}

/// The state of resolving expressions in the order of the text.
struct Resolving<'a> {
    reading: &'a Reading<'a>,
    rules: &'a TimeRules,
    anchors: Anchors,
    /// Whether the expression that is resolved dates only that somebody spoke.
    of_saying: bool,
    /// The year that it shares with those behind it.
    year: Option<i16>,
    out: Arena<TimeExpression>,
    warnings: Vec<Warning>,
}

impl Resolving<'_> {
    fn resolve(&mut self, found: &Match, day: Option<Fields>) {
        let first = self.resolve_part(found, 0, day.as_ref());
        if found.count == 2
            && let Some(second) = self.resolve_part(found, 1, day.as_ref())
            && let Some(first) = first
            && !self.are_two_days(found, first, second)
        {
            self.out[first].until = Some(second);
        }
    }

    /// 'diperiksa pada 12 dan 19 Agustus': two days joined by 'and' with others between them, and no range.
    fn are_two_days(&self, found: &Match, first: TimeId, second: TimeId) -> bool {
        let interval = |id: TimeId| self.out[id].value.interval().filter(|it| it.grain == Grain::Day);
        let (Some(one), Some(other)) = (interval(first), interval(second)) else { return false };
        let between = self.reading.tokens_in(Span::new(self.out[first].span.end, self.out[second].span.start));
        let start = found.parts[0].tokens().start;
        let opened = start > 0 && self.rules.between.has(self.reading.words[start - 1]);
        let words = &self.reading.words[between];
        let joined =
            self.rules.range_joiners.exact(words).is_empty() && !self.rules.between_joiners.exact(words).is_empty();
        let parted = one.last_day().tomorrow().is_ok_and(|next| next < other.first_day());
        joined && parted && !opened
    }

    /// `day` is the day that is told behind a clock time.
    fn resolve_part(&mut self, found: &Match, part: usize, day: Option<&Fields>) -> Option<TimeId> {
        let rule = &self.rules.rules[found.rule];
        let mut fields = fields_of(found, rule, part);
        day.inspect(|day| fields.borrow_day(day));
        fields.year = fields.year.or(self.year.filter(|_| fields.month.is_some()));
        let span = self.reading.span(found.parts[part].tokens());
        self.anchors.in_paragraph = self.is_in_paragraph(span);
        self.anchors.leave_quotation();
        let begun = self.range_begun_before(span);
        let begun_on_day = begun.filter(|&begun| fields.is_weekday_alone() && self.is_day(begun));
        let resolved = match begun_on_day {
            Some(begun) => self.resolve_behind(begun, rule, &fields)?,
            None => resolve::resolve(rule.resolver, &fields, &self.anchors, &self.rules.feasts)?,
        };
        let id = self.out.push(TimeExpression {
            span,
            value: resolved.value,
            modifier: modifier_of(&fields, rule.resolver),
            anchor: resolved.anchor,
            until: None,
            rule: rule.rule.clone(),
        });
        begun.inspect(|&begun| self.end_range(begun, id));
        if let Some(interval) = resolved.value.interval() {
            self.check_weekday(&fields, interval.first_day(), span);
            // 'just before noon' is as good as noon for what came 20 minutes later.
            let bounds = fields.modifier == Some(Modifier::Before) && interval.grain > Grain::Hour;
            if !interval.is_period() && !bounds {
                self.anchors.follow(id, interval, self.of_saying);
            }
        }
        Some(id)
    }

    /// Whether the last day was told in the same paragraph as `span`.
    fn is_in_paragraph(&self, span: Span) -> bool {
        let Some((id, _)) = self.anchors.day else { return false };
        !Span::new(self.out[id].span.end, span.start).of(self.reading.body).contains('\n')
    }

    /// The time with which a range begins that ends at `span`: 'sejak kemarin hingga Minggu pagi', 'between March 3, 2019,
    /// and May 5, 2020'. An 'and' joins the two only behind a word for 'between'.
    fn range_begun_before(&self, span: Span) -> Option<TimeId> {
        let (id, last) = self.out.iter().next_back()?;
        let between = self.reading.tokens_in(Span::new(last.span.end, span.start));
        if between.is_empty() {
            return None;
        }
        let words = &self.reading.words[between];
        let first = self.reading.tokens_in(last.span).start;
        let opened = first > 0 && self.rules.between.has(self.reading.words[first - 1]);
        let and = || opened && !self.rules.between_joiners.exact(words).is_empty();
        (!self.rules.range_joiners.exact(words).is_empty() || and()).then_some(id)
    }

    fn is_day(&self, time: TimeId) -> bool {
        self.out[time].value.interval().is_some_and(|interval| interval.grain <= Grain::Day)
    }

    /// Ends the range that begins with `begun`, where the two are times of one grain in their order.
    fn end_range(&mut self, begun: TimeId, end: TimeId) {
        let interval = |id: TimeId| self.out[id].value.interval();
        let (Some(first), Some(last)) = (interval(begun), interval(end)) else { return };
        let same_grain = first.grain == last.grain || self.is_day(begun) && self.is_day(end);
        if same_grain && first.start < last.start && !last.is_period() && self.out[begun].until.is_none() {
            self.out[begun].until = Some(end);
        }
    }

    /// A weekday as the first one behind the day with which its range begins.
    fn resolve_behind(&self, begun: TimeId, rule: &TimeRule, fields: &Fields) -> Option<Found> {
        let date = self.out[begun].value.interval()?.first_day();
        let origin = self.anchors.published.map_or(DateOrigin::Inferred, |published| published.origin);
        let published = Some(Published { date, origin });
        let anchors = Anchors { published, tense: Some(Tense::Future), ..self.anchors };
        let found = resolve::resolve(rule.resolver, fields, &anchors, &self.rules.feasts)?;
        Some(Found { anchor: Anchor::Earlier(begun), ..found })
    }

    /// Warns where a weekday is told beside a date on which it does not fall; the date is believed.
    fn check_weekday(&mut self, fields: &Fields, date: jiff::civil::Date, span: Span) {
        let told = fields.weekday.filter(|_| fields.day.is_some());
        if told.is_some_and(|weekday| weekday != date.weekday().to_monday_one_offset()) {
            self.warnings.push(Warning::WeekdayMismatch { span });
        }
    }
}
