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
mod resolve;
mod scan;
mod units;

use std::ops::Range;

use anchors::Anchors;
use fields::Fields;
use jiff::civil::Date;
use matcher::Match;

use super::reading::Reading;
use crate::lang::time::{TimeRule, TimeRules};
use crate::model::{Anchor, Arena, Grain, Modifier, Published, Span, TimeExpression, TimeId, Warning};

/// The time expressions of an article and the day they were counted from.
pub(crate) struct Times {
    pub(crate) expressions: Arena<TimeExpression>,
    pub(crate) published: Option<Published>,
    pub(crate) warnings: Vec<Warning>,
}

/// Finds and resolves every time expression in `sentences`.
pub(crate) fn find(
    reading: &Reading,
    rules: &TimeRules,
    sentences: &[Range<usize>],
    published: Option<Published>,
) -> Times {
    let mut matches: Vec<(Match, bool)> = Vec::new();
    let mut found = Vec::new();
    for sentence in sentences {
        scan::scan(reading, rules, sentence.clone(), &mut found);
        for found in found.drain(..) {
            let future = speaks_of_future(reading, rules, sentence, found.parts[0].start);
            matches.push((found, future));
        }
    }
    let mut warnings = Vec::new();
    let published = published.or_else(|| infer_publication(reading, rules, &matches, &mut warnings));
    let mut resolver =
        Resolving { reading, rules, anchors: Anchors { published, ..Anchors::default() }, out: Arena::new(), warnings };
    for (found, future) in &matches {
        resolver.anchors.future = *future;
        resolver.resolve(found);
    }
    Times { expressions: resolver.out, published, warnings: resolver.warnings }
}

/// The first full date in `tokens` that needs nothing to be counted from, and its tokens.
pub(crate) fn explicit_day(reading: &Reading, rules: &TimeRules, tokens: Range<usize>) -> Option<(Date, Range<usize>)> {
    let mut found = Vec::new();
    scan::scan(reading, rules, tokens, &mut found);
    found.iter().find_map(|found| {
        let rule = &rules.rules[found.rule];
        let resolved = resolve::resolve(rule.resolver, &fields_of(found, rule, 0), &Anchors::default(), &rules.feasts)?;
        let interval = resolved.value.interval().filter(|interval| interval.grain <= Grain::Day)?;
        (resolved.anchor == Anchor::Explicit).then(|| (interval.first_day(), found.parts[0].tokens()))
    })
}

/// Whether a word before the expression, in its sentence, turns to the future.
fn speaks_of_future(reading: &Reading, rules: &TimeRules, sentence: &Range<usize>, at: usize) -> bool {
    (sentence.start..at).any(|index| rules.future_words.longest(&reading.words[index..at]).is_some())
}

fn infer_publication(
    reading: &Reading,
    rules: &TimeRules,
    matches: &[(Match, bool)],
    warnings: &mut Vec<Warning>,
) -> Option<Published> {
    let anchors = Anchors::default();
    let told = matches.iter().filter_map(|(found, future)| {
        let rule = &rules.rules[found.rule];
        let resolved = resolve::resolve(rule.resolver, &fields_of(found, rule, 0), &anchors, &rules.feasts)?;
        Some(published::Reading { span: reading.span(found.parts[0].tokens()), found: resolved, future: *future })
    });
    match published::infer(told) {
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

/// The fields of one end of a match, with what the rule presets and the other end lends.
fn fields_of(found: &Match, rule: &TimeRule, part: usize) -> Fields {
    let mut fields = found.parts[part].fields;
    if found.count == 2 {
        let other = &found.parts[1 - part].fields;
        if part == 0 { fields.borrow_date(other) } else { fields.borrow_day(other) }
    }
    fields.preset(&rule.preset);
    fields
}

/// The state of resolving expressions in the order of the text.
struct Resolving<'a> {
    reading: &'a Reading<'a>,
    rules: &'a TimeRules,
    anchors: Anchors,
    out: Arena<TimeExpression>,
    warnings: Vec<Warning>,
}

impl Resolving<'_> {
    fn resolve(&mut self, found: &Match) {
        let first = self.resolve_part(found, 0);
        if found.count == 2
            && let Some(second) = self.resolve_part(found, 1)
            && let Some(first) = first
        {
            self.out[first].until = Some(second);
        }
    }

    fn resolve_part(&mut self, found: &Match, part: usize) -> Option<TimeId> {
        let rule = &self.rules.rules[found.rule];
        let fields = fields_of(found, rule, part);
        let resolved = resolve::resolve(rule.resolver, &fields, &self.anchors, &self.rules.feasts)?;
        let span = self.reading.span(found.parts[part].tokens());
        let id = self.out.push(TimeExpression {
            span,
            value: resolved.value,
            modifier: fields.modifier,
            anchor: resolved.anchor,
            until: None,
            rule: rule.rule.clone(),
        });
        if let Some(interval) = resolved.value.interval() {
            self.check_weekday(&fields, interval.first_day(), span);
            if !interval.is_period() && fields.modifier != Some(Modifier::Before) {
                self.anchors.follow(id, interval);
            }
        }
        Some(id)
    }

    /// Warns where a weekday is told beside a date on which it does not fall; the date is believed.
    fn check_weekday(&mut self, fields: &Fields, date: jiff::civil::Date, span: Span) {
        let told = fields.weekday.filter(|_| fields.day.is_some());
        if told.is_some_and(|weekday| weekday != date.weekday().to_monday_one_offset()) {
            self.warnings.push(Warning::WeekdayMismatch { span });
        }
    }
}
