//! Which times date nothing that happened: what they are measured against, parts of names, habits, and the present of
//! somebody who is quoted.

mod compared;
mod figures;
mod habits;
mod kinds;
mod lasting;
mod nouns;
mod owners;
mod records;
mod service;
mod tallies;
mod unreal;

use std::ops::Range;

use crate::analysis::events::stage::Stage;
use crate::lang::{EventWord, StatusCue};
use crate::model::{Anchor, Grain, Interval, Modifier, PartOfDay, TimeExpression};
use crate::text::token::Case;

/// Whether `time` may date an event of the tokens `part`.
pub(super) fn dates_something(stage: &Stage, part: Range<usize>, time: &TimeExpression, interval: Interval) -> bool {
    let is_relative = time.anchor != Anchor::Explicit;
    let is_earlier = matches!(time.anchor, Anchor::Earlier(_));
    let gate = Gate { stage, part, tokens: stage.time_tokens(time), is_relative, is_earlier };
    // 'destroyed 30 houses from July 1 to July 5' measures nothing.
    !(time.until.is_none() && gate.is_compared(interval)
        || gate.is_of_continued(interval)
        || gate.is_of_distance()
        || gate.is_jubilee()
        || gate.is_as_of(interval)
        || gate.is_of_amount(interval)
        || time.until.is_none() && gate.is_since_record()
        || gate.is_lasting(interval)
        || gate.is_throughout(interval)
        // 'agreed to a ceasefire on Monday, effective midnight'
        || gate.follows(EventWord::Effective)
        || gate.is_of_figure(interval)
        || gate.is_expected()
        || gate.is_absent()
        || gate.is_tally_of_year(interval)
        || time.until.is_some() && gate.is_tally_of_years(interval)
        || gate.is_change_of_year(interval)
        || gate.is_record_of(interval)
        || gate.owns_noun(interval)
        || gate.is_of_noun(interval)
        || gate.is_of_kind()
        || gate.is_meant_for(interval)
        || gate.is_of_law(interval)
        || gate.is_counted()
        || gate.is_tally(interval)
        || gate.is_counted_until()
        || gate.is_part_of_day_of_event(interval)
        || gate.is_of_copula()
        || gate.tells_which()
        || gate.is_of_paper()
        || gate.is_of_subject()
        || gate.is_of_aside()
        || gate.is_moved_to(interval)
        || time.until.is_some() && gate.is_moved_from()
        || gate.is_quarter_of_play(interval)
        || gate.is_year_of_noun(interval)
        || gate.is_feast_of_noun(time)
        || gate.is_before_feast(time)
        || gate.is_after_done(interval)
        || gate.is_possible(interval)
        || gate.is_supposed()
        || gate.is_unreal()
        || gate.is_end_of_deed(interval)
        || gate.is_up_to()
        || gate.is_past_of_plan(time, interval)
        || gate.is_subject()
        || gate.is_hour_of_start(time, interval)
        || gate.is_hour_of_no_day(time, interval)
        || gate.is_part_of_no_day(time, interval)
        || gate.is_of_other_story(time, interval)
        || gate.is_quoted_in_old_story(time, interval)
        || gate.is_feast_as_subject(time)
        || gate.is_of_state_aside()
        || gate.is_leave()
        || gate.is_open_hours(time, interval)
        || gate.is_taken_up_aside()
        || gate.is_asked()
        || gate.is_of_schedule(interval)
        || is_part_of_name(stage, gate.tokens.clone())
        || gate.is_habit(interval)
        || gate.is_present_of_quote(time, interval))
}

/// A year that ends a name ('Piala Dunia 2026'), stands in brackets behind one, or before a noun ('the 2026 budget').
pub(super) fn is_part_of_name(stage: &Stage, time: Range<usize>) -> bool {
    let reading = stage.reading;
    let Range { start, end } = time.clone();
    // 'BRI Super League 2025/2026'
    let season = end == start + 3 && reading.mark(start + 1) == '/' && reading.is_number(start + 2);
    if is_decade_of_noun(stage, &time) {
        return true;
    }
    if !reading.is_number(start) || start == stage.tokens().start || opens_with_event(stage, &time) {
        return false;
    }
    if end > start + 1 && !season {
        return is_term(stage, time);
    }
    // 'Piala AFF U-23 2025'
    if stage.is_within_name(reading.span(time)) {
        return true;
    }
    let before = start - 1;
    let in_brackets = reading.mark(before) == '(' && reading.mark(end) == ')';
    // 'Busan International Film Festival (BIFF) 2025'
    let behind_letters = before > 2
        && reading.mark(before) == ')'
        && reading.mark(before - 2) == '('
        && reading.is_capitalised(before - 1);
    // 'Letusan 1919 merusak kota'
    let opens = before == stage.tokens().start && stage.is_event_noun(before);
    let ends_name = behind_letters || reading.is_capitalised(before) && !stage.is_time_preposition(before) && !opens;
    // 'killed in a 2016 crash' dates the killing.
    let led = before > 0 && stage.is_time_preposition(before - 1) && !stage.is(before - 1, EventWord::Lasting);
    // 'In the 2017 civic polls the party won 31 seats'
    let in_event = led && (stage.is_event_noun(end) || reading.is_word(end) && stage.is_event_noun(end + 1));
    let before_noun = stage.is(before, EventWord::Determiner) && reading.is_word(end) && !in_event;
    in_brackets || ends_name || before_noun
}

/// 'the foot of the 1880s dam': a decade between an article and its noun.
fn is_decade_of_noun(stage: &Stage, time: &Range<usize>) -> bool {
    let Range { start, end } = *time;
    let decade = end <= start + 2 && stage.reading.text(end - 1).ends_with('s');
    let plain = |at: usize| {
        let leads = stage.is_time_preposition(at) || stage.opens_clause(at) || stage.is(at, EventWord::Auxiliary);
        stage.reading.is_word(at) && !stage.is_verb(at) && !leads
    };
    decade
        && stage.pack.grammar.verbs_inflect
        && start > stage.tokens().start
        && stage.reading.text(start).starts_with(|c: char| c.is_ascii_digit())
        && stage.is(start - 1, EventWord::Determiner)
        && plain(end)
        && !stage.is_event_noun(end)
}

/// 'Libur Natal yang dimulai 22 Desember': a feast that tells which, behind its noun.
pub(super) fn is_feast_behind_noun(stage: &Stage, time: &TimeExpression, start: usize) -> bool {
    let noun =
        || start > stage.tokens().start && stage.reading.is_word(start - 1) && !stage.is_time_preposition(start - 1);
    stage.pack.grammar.noun_first
        && time.rule.is_called("holiday")
        && noun()
        && stage.is_relative(start + stage.time_tokens(time).len())
}

/// 'Pada masa jabatan pertamanya (2014-2019)': years in brackets behind a noun that tell how long it was, of no event.
fn is_term(stage: &Stage, time: Range<usize>) -> bool {
    let reading = stage.reading;
    let Range { start, end } = time.clone();
    let year =
        |at: usize| reading.is_number(at) && reading.text(at).len() == 4 || matches!(reading.mark(at), '-' | '–');
    let in_brackets = reading.mark(start - 1) == '(' && reading.mark(end) == ')';
    let near = start.saturating_sub(LONGEST_PHRASE_TOKENS).max(stage.tokens().start)..start;
    in_brackets
        && stage.pack.grammar.noun_first
        && time.clone().all(year)
        && !near.into_iter().any(|at| stage.is_event_noun(at))
}

/// 'Pada Pemilu 2019, partai itu meraih 128 kursi': the year of an event that opens the sentence, before its comma.
fn opens_with_event(stage: &Stage, time: &Range<usize>) -> bool {
    let first = stage.tokens().start;
    let times = stage.found.times.items();
    let last = stage.reading.span(time.clone()).end;
    // 'Pada Pilkada 2020, seorang kepala desa divonis pada 21 Januari 2021'
    let alone =
        || times.get(times.partition_point(|it| it.span.start < last)).is_none_or(|it| it.span.start >= stage.span.end);
    stage.pack.grammar.noun_first
        && time.start == first + 2
        && time.end == first + 3
        && stage.reading.mark(time.end) == ','
        && stage.is_time_preposition(first)
        && stage.is_event_noun(first + 1)
        && alone()
}

struct Gate<'a> {
    stage: &'a Stage<'a>,
    part: Range<usize>,
    tokens: Range<usize>,
    /// Whether the time is counted from another.
    is_relative: bool,
    /// Whether the time was told before: 'saat itu'.
    is_earlier: bool,
}

impl Gate<'_> {
    /// The token before the time and its preposition.
    fn before(&self) -> usize {
        let start = self.tokens.start;
        if start > self.part.start && self.stage.is_time_preposition(start - 1) { start - 1 } else { start }
    }

    /// Whether a phrase of this kind ends at the time, or at its preposition.
    fn follows(&self, word: EventWord) -> bool {
        let ends = [self.before(), self.tokens.start];
        let from = self.part.start.max(self.tokens.start.saturating_sub(LONGEST_PHRASE_TOKENS));
        (from..self.tokens.start).any(|at| self.stage.len_of(at, word).is_some_and(|len| ends.contains(&(at + len))))
    }

    /// 'today', 'this week', 'seven o'clock' in somebody's words, where nothing is planned: the present, or the hour of a
    /// story, and no date.
    fn is_present_of_quote(&self, time: &TimeExpression, interval: Interval) -> bool {
        let Some(today) = self.stage.found.published else { return false };
        // 'sejak pagi tadi', 'last night': counted from today, it dates what somebody tells.
        // 'Malam ini kita rayakan' is the present of whoever speaks.
        let last = self.tokens.end - 1;
        let night = matches!(interval.part, Some(PartOfDay::Evening | PartOfDay::Night));
        let now = night && self.tokens.len() > 1 && self.stage.is(last, EventWord::Now);
        if interval.grain == Grain::PartOfDay && !now && matches!(time.anchor, Anchor::Published { .. }) {
            return false;
        }
        let present = interval.first_day() <= today && today <= interval.last_day();
        // 'Pukul 23.32 WIB kapal mati lampu': who tells the minute of a zone tells when.
        let zone = || self.stage.reading.is_word(last) && self.stage.reading.tokens[last].case == Case::Upper;
        let exact = interval.grain == Grain::Minute && self.stage.pack.grammar.noun_first && zone();
        let hour = interval.grain <= Grain::PartOfDay && time.anchor != Anchor::Explicit && !exact;
        // '"Kontraknya diteken awal bulan ini"' in its last days is over.
        let over = time.modifier == Some(Modifier::Start) && {
            let days = |from, to: jiff::civil::Date| to.since(from).map_or(0, |span: jiff::Span| span.get_days());
            days(interval.first_day(), today) * 3 > days(interval.first_day(), interval.last_day())
        };
        (present && !over || hour) && self.is_quoted() && !self.is_planned()
    }

    fn is_planned(&self) -> bool {
        // 'in May' plans nothing.
        self.part.clone().filter(|at| !self.tokens.contains(at)).any(|at| {
            let found = self.stage.pack.cues.status.longest(self.stage.rest(at));
            found.is_some_and(|(_, cues)| cues[0] == StatusCue::Planned)
        })
    }

    fn is_quoted(&self) -> bool {
        let in_quotation = |at: &usize| self.stage.is_quotation_mark(*at);
        let before = (self.stage.tokens().start..self.tokens.start).filter(in_quotation).count();
        let attributed = self.stage.attributions().any(|(_, attribution)| {
            let span = self.stage.reading.span(self.tokens.clone());
            attribution.direct && attribution.contents().any(|content| content.covers(span))
        });
        before % 2 == 1 || attributed
    }
}

/// No phrase before a time has more tokens.
const LONGEST_PHRASE_TOKENS: usize = 5;
