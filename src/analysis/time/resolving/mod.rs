//! Resolving the expressions of a text one after another: each may lean on those before it, and on the day or the year behind
//! it.

mod beside;
mod days_behind;
mod spans;
mod told;

use std::ops::Range;

use super::Seen;
use super::anchors::Anchors;
use super::fields::Fields;
use super::matcher::Match;
use super::resolve;
use super::tense::Tense;
use super::units::Found;
use crate::analysis::reading::Reading;
use crate::lang::time::{Resolver, TimeRule, TimeRules};
use crate::lang::{EventWord, NameCue, Pack};
use crate::model::{
    Anchor, Arena, DateOrigin, Grain, Modifier, Published, Span, TimeExpression, TimeId, Unit, Warning,
};

/// The state of resolving expressions in the order of the text.
pub(super) struct Resolving<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) pack: &'a Pack,
    rules: &'a TimeRules,
    pub(super) anchors: Anchors,
    /// Whether the expression that is resolved dates only that somebody spoke.
    of_saying: bool,
    /// The year that it shares with those behind it.
    year: Option<i16>,
    pub(super) out: Arena<TimeExpression>,
    warnings: Vec<Warning>,
}

impl<'a> Resolving<'a> {
    /// Before the first expression of an article, which are counted from the day it was published.
    pub(super) fn new(reading: &'a Reading<'a>, pack: &'a Pack, published: Option<Published>) -> Resolving<'a> {
        let anchors = Anchors { published, ..Anchors::default() };
        let (out, warnings) = (Arena::new(), Vec::new());
        Resolving { reading, pack, rules: &pack.time, anchors, of_saying: false, year: None, out, warnings }
    }

    /// Resolves all of `matches`; what was found, and what is odd about it.
    pub(super) fn all(mut self, matches: &[Seen]) -> (Arena<TimeExpression>, Vec<Warning>) {
        let mut leaned_on = None;
        for (index, seen) in matches.iter().enumerate() {
            let behind = &matches[index..];
            // 'was given until noon on Tuesday': the day is told as its hour is.
            self.anchors.tense = leaned_on.take().unwrap_or(seen.tense);
            self.anchors.quoted = seen.quoted;
            self.anchors.of_hearing = seen.of_hearing;
            self.anchors.looks_back = seen.looks_back;
            self.anchors.agreed = seen.agreed;
            if seen.tense.is_none() && self.looks_back_behind(behind) {
                self.anchors.tense = Some(Tense::PastBehind);
            }
            self.of_saying = seen.of_saying;
            self.anchors.beside = beside::of(self.reading, &self.out, behind);
            self.year = year_behind(self.reading, self.pack, behind, self.anchors.published.map(|it| it.date.year()));
            let day = days_behind::of_clock(self.reading, self.pack, behind);
            leaned_on = day.map(|_| self.anchors.tense);
            self.resolve(&seen.found, day);
        }
        (self.out, self.warnings)
    }

    fn resolve(&mut self, found: &Match, day: Option<Fields>) {
        let is_span = spans::joins_months(found);
        // 'Selama Januari-Maret, ekspor naik': what nothing tells to be a plan is accounted for.
        if is_span && self.anchors.tense.is_none() {
            self.anchors.tense = Some(Tense::PastBehind);
        }
        let first = self.resolve_part(found, 0, day.as_ref());
        if found.count == 2
            && let Some(second) = self.resolve_part(found, 1, day.as_ref())
            && let Some(first) = first
            && !self.are_two_days(found, first, second)
        {
            if is_span {
                self.begin_before(first, second);
            }
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
        let mut fields = found.fields(rule, part);
        day.inspect(|day| fields.borrow_day(day));
        fields.year = fields.year.or(self.year.filter(|_| fields.month.is_some()));
        let span = self.reading.span(found.parts[part].tokens());
        fields.year = fields.year.or_else(|| self.year_of_same_day(&fields));
        fields.year = fields.year.or_else(|| self.year_of_review(&fields, span));
        let behind = self.behind_day(span);
        self.anchors.in_paragraph = behind.is_some_and(|text| !text.contains('\n'));
        self.anchors.in_sentence = self.anchors.in_paragraph && behind.is_some_and(|text| !text.contains(". "));
        self.anchors.year_told = self.year_told(span);
        self.anchors.month_told = self.month_told(span);
        self.anchors.leave_quotation();
        if self.goes_on_ahead(span) {
            self.anchors.tense = Some(Tense::Future);
        }
        let begun = self.range_begun_before(span);
        let of_any = fields.is_weekday_alone() || fields.is_date_of_any_year();
        let begun_on_day = begun.filter(|&begun| of_any && self.is_day(begun));
        let resolved = match begun_on_day {
            Some(begun) => self.resolve_behind(begun, rule, &fields)?,
            None => resolve::resolve(rule.resolver, &fields, &self.anchors, &self.rules.feasts)?,
        };
        let aside = match rule.resolver {
            Resolver::OffsetBeside => true,
            Resolver::OffsetOfTold => self.anchors.beside.is_some(),
            _ => false,
        };
        let span = if aside { self.without_opener(found.parts[part].tokens()) } else { span };
        let id = self.out.push(TimeExpression {
            span,
            value: resolved.value,
            modifier: modifier_of(&fields, rule.resolver),
            anchor: resolved.anchor,
            until: None,
            rule: rule.rule.clone(),
        });
        let of_publication = matches!(resolved.anchor, Anchor::Published { .. });
        begun.inspect(|&begun| self.end_range(begun, id));
        if let Some(interval) = resolved.value.interval() {
            self.check_weekday(&fields, interval.first_day(), span);
            // 'just before noon' is as good as noon for what came 20 minutes later.
            let bounds = fields.modifier == Some(Modifier::Before) && interval.grain > Grain::Hour;
            // 'Kemarin berunding, hari ini diancam' of somebody in 1945 moves nothing on to the day of the news.
            let told_then = self.anchors.quoted && self.anchors.is_story_of_past() && of_publication;
            if !interval.is_period() && !bounds && !told_then && !aside && !self.is_of_old_noun(span, interval) {
                // 'said on 4 March 2019 that it would close. Eight days later it burned down'
                let of_then = self.pack.grammar.verbs_inflect
                    && resolved.anchor == Anchor::Explicit
                    && self.anchors.is_background(interval);
                let of_saying = self.of_saying && !of_then || self.is_since(found.parts[part].tokens().start);
                self.anchors.follow(id, interval, of_saying);
            }
        }
        Some(id)
    }

    /// The words for a length, without the one for 'after' and what is behind it: 'a day after', 'sehari setelah ledakan itu'.
    fn without_opener(&self, tokens: Range<usize>) -> Span {
        let cues = &self.pack.cues;
        let word = |at: usize| self.reading.words[at];
        let opens = |at: &usize| cues.clause_openers.has(word(*at)) && cues.time_prepositions.has(word(*at));
        let end = (tokens.start + 1..tokens.end).find(opens).unwrap_or(tokens.end - 1);
        self.reading.span(tokens.start..end)
    }

    /// 'had blocked the road since Thursday': how long something has been so moves nothing on.
    fn is_since(&self, at: usize) -> bool {
        let since = at.checked_sub(1).filter(|_| self.pack.grammar.verbs_inflect);
        since.is_some_and(|at| self.pack.cues.events.may_open(self.reading.words[at], EventWord::Lasting))
    }

    /// What stands between the last day that was told and `span`.
    fn behind_day(&self, span: Span) -> Option<&'a str> {
        let (id, _) = self.anchors.day?;
        Some(Span::new(self.out[id].span.end, span.start).of(self.reading.body))
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
        // 'between 11pm on Monday and 2am on Tuesday'
        let whole = self.hour_of_day(id).unwrap_or(id);
        let first = self.reading.tokens_in(self.out[whole].span).start;
        let opened = first > 0 && self.rules.between.has(self.reading.words[first - 1]);
        let and = || opened && !self.rules.between_joiners.exact(words).is_empty();
        let joins = !self.rules.range_joiners.exact(words).is_empty() || and();
        joins.then_some(whole)
    }

    /// The hour right before the day that was told last, if it is of that day: 'from 6am on Monday to 8pm on Wednesday'.
    fn hour_of_day(&self, day: TimeId) -> Option<TimeId> {
        let hour = day.index().checked_sub(1).map(TimeId::new)?;
        let interval = |id: TimeId| self.out[id].value.interval();
        let (first, last) = (interval(hour)?, interval(day)?);
        let between = self.reading.tokens_in(Span::new(self.out[hour].span.end, self.out[day].span.start));
        let beside = between.is_empty() || !self.rules.clock_day_joiners.exact(&self.reading.words[between]).is_empty();
        let is_of_day = first.grain <= Grain::Hour && last.grain == Grain::Day && first.first_day() == last.first_day();
        (beside && is_of_day && self.out[hour].until.is_none()).then_some(hour)
    }

    fn is_day(&self, time: TimeId) -> bool {
        self.out[time].value.interval().is_some_and(|interval| interval.grain <= Grain::Day)
    }

    /// Ends the range that begins with `begun`, where the two are times of one grain in their order, a month and a year, or a day and a
    /// month or year that it lasts into.
    fn end_range(&mut self, begun: TimeId, end: TimeId) {
        let interval = |id: TimeId| self.out[id].value.interval();
        let (Some(first), Some(last)) = (interval(begun), interval(end)) else { return };
        // 'sejak Selasa hingga akhir pekan ini'
        let into = self.is_day(begun) && last.grain > Grain::Day;
        // 'sejak 2020 hingga Agustus 2025', 'akhir pekan ini hingga Senin depan'
        let long = first.grain >= Grain::Month && last.grain >= Grain::Month
            || first.grain > Grain::Day && first.end <= last.start;
        let fits = first.grain == last.grain || self.is_day(begun) && self.is_day(end) || into || long;
        if fits && first.start < last.start && !last.is_period() && self.out[begun].until.is_none() {
            self.out[begun].until = Some(end);
        }
    }

    /// A weekday, or a day of any year, as the first one behind the day with which its range begins.
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

/// A row of months or days that shares the year of its last has at most so many.
const LONGEST_ROW: usize = 6;

/// The year that stands behind the last of a row of months or days, the first of `matches` among them: 'pada Januari, Mei,
/// dan Juli 2024'. A month before the one before it begins another year.
fn year_behind(reading: &Reading, pack: &Pack, matches: &[Seen], published: Option<i16>) -> Option<i16> {
    let joins = |at: usize| reading.mark(at) == ',' || pack.cues.names.of(reading.words[at]).contains(&NameCue::And);
    for pair in matches.windows(2).take(LONGEST_ROW) {
        let [Seen { found: one, .. }, Seen { found: next, .. }] = pair else { return None };
        let (this, other) = (one.parts[one.count - 1].fields, next.parts[0].fields);
        let between = one.end..next.parts[0].start;
        let in_row = (1..=2).contains(&between.len()) && between.clone().all(joins);
        let last = next.parts[next.count - 1].fields;
        let plain = this.year.is_none() && this.direction.is_none();
        let in_order = this.month.is_some() && this.month <= other.month && this.has_day() == other.has_day();
        if !(in_row && plain && in_order) {
            return None;
        }
        if last.year.is_some() {
            return last.year;
        }
        // 'in March, June and September of last year'
        if let (Some(direction), Some(Unit::Year), Some(year)) = (last.direction, last.unit, published) {
            return Some(year + direction.sign() as i16);
        }
    }
    None
}

/// More than a year ago lies before the year that is told; more than a year is longer than one.
fn modifier_of(fields: &Fields, resolver: Resolver) -> Option<Modifier> {
    match fields.modifier {
        Some(Modifier::MoreThan) if resolver == Resolver::Offset => Some(Modifier::Before),
        Some(Modifier::LessThan) if resolver == Resolver::Offset => Some(Modifier::After),
        told => told,
    }
}
