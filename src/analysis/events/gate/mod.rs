//! Which times date nothing that happened: what they are measured against, parts of names, habits, and the present of
//! somebody who is quoted.

mod figures;
mod nouns;
mod service;
mod unreal;

use std::ops::Range;

use crate::analysis::events::stage::Stage;
use crate::lang::{Cue, EventWord, StatusCue, Turn};
use crate::model::{Amount, Anchor, Grain, Interval, Occasion, TimeExpression, TimeValue, Unit};

/// How far before a 'since' its superlative may stand.
const SUPERLATIVE_TOKENS: usize = 8;

/// Whether `time` may date an event of the tokens `part`.
pub(super) fn dates_something(stage: &Stage, part: Range<usize>, time: &TimeExpression, interval: Interval) -> bool {
    let is_relative = time.anchor != Anchor::Explicit;
    let is_earlier = matches!(time.anchor, Anchor::Earlier(_));
    let gate = Gate { stage, part, tokens: stage.time_tokens(time), is_relative, is_earlier };
    // 'destroyed 30 houses from July 1 to July 5' measures nothing.
    !(time.until.is_none() && gate.is_compared()
        || gate.is_as_of(interval)
        || gate.is_of_amount()
        || time.until.is_none() && gate.is_since_record()
        || gate.is_lasting(interval)
        || gate.is_throughout(interval)
        // 'agreed to a ceasefire on Monday, effective midnight'
        || gate.follows(EventWord::Effective)
        || gate.is_of_figure(interval)
        || gate.is_expected()
        || gate.is_absent()
        || gate.is_tally_of_year(interval)
        || gate.is_change_of_year(interval)
        || gate.is_record_of(interval)
        || gate.owns_noun(interval)
        || gate.is_of_noun()
        || gate.is_of_kind()
        || gate.is_meant_for()
        || gate.is_of_law(interval)
        || gate.is_counted()
        || gate.is_tally(interval)
        || gate.is_counted_until()
        || gate.is_part_of_day_of_event(interval)
        || gate.is_of_copula()
        || gate.tells_which()
        || gate.is_of_paper()
        || gate.is_of_subject()
        || gate.is_year_of_noun(interval)
        || gate.is_feast_of_noun(time)
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
        || gate.is_leave()
        || gate.is_open_hours(time, interval)
        || gate.is_taken_up_aside()
        || gate.is_asked()
        || gate.is_of_schedule(interval)
        || is_part_of_name(stage, gate.tokens.clone())
        || gate.is_habit()
        || gate.is_present_of_quote(time, interval))
}

/// A year that ends a name ('Piala Dunia 2026'), stands in brackets behind one, or before a noun ('the 2026 budget').
pub(super) fn is_part_of_name(stage: &Stage, time: Range<usize>) -> bool {
    let reading = stage.reading;
    let Range { start, end } = time;
    // 'BRI Super League 2025/2026'
    let season = end == start + 3 && reading.mark(start + 1) == '/' && reading.is_number(start + 2);
    if end > start + 1 && !season || !reading.is_number(start) || start == stage.tokens().start {
        return false;
    }
    let before = start - 1;
    let in_brackets = reading.mark(before) == '(' && reading.mark(end) == ')';
    // 'Busan International Film Festival (BIFF) 2025'
    let behind_letters = before > 2
        && reading.mark(before) == ')'
        && reading.mark(before - 2) == '('
        && reading.is_capitalised(before - 1);
    let ends_name = behind_letters || reading.is_capitalised(before) && !stage.is_time_preposition(before);
    // 'killed in a 2016 crash' dates the killing.
    let led = before > 0 && stage.is_time_preposition(before - 1) && !stage.is(before - 1, EventWord::Lasting);
    // 'In the 2017 civic polls the party won 31 seats'
    let in_event = led && (stage.is_event_noun(end) || reading.is_word(end) && stage.is_event_noun(end + 1));
    let before_noun = stage.is(before, EventWord::Determiner) && reading.is_word(end) && !in_event;
    in_brackets || ends_name || before_noun
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

    /// 'terendah sejak 2015', 'the highest level since June'
    fn is_since_record(&self) -> bool {
        let before = self.before();
        let from = self.part.start.max(before.saturating_sub(SUPERLATIVE_TOKENS));
        let since = self.before() < self.tokens.start;
        let record = (from..before).rev().take_while(|&at| self.stage.reading.mark(at) != ',');
        let is_record = |at: usize| self.stage.is(at, EventWord::Superlative);
        // 'the best semi-final since Wigan and Bradford in 2000'
        let lasting = (from..before).rev().take_while(|&at| !self.stage.is_main_verb(at));
        // 'yang paling mematikan sejak penyanderaan di Beslan pada 2004'
        let since_event = |at: usize| self.stage.is(at, EventWord::Lasting) || self.stage.is(at, EventWord::Since);
        let lasting = lasting.into_iter().find(|&at| since_event(at));
        // 'for the fifth time since December earlier this month'
        let has_time = |since: usize| {
            let span = self.stage.reading.span(since..before.max(since + 1));
            let times = self.stage.found.times.items();
            let first = times.partition_point(|time| time.span.end <= span.start);
            times.get(first).is_some_and(|time| time.span.end <= span.end)
        };
        let recorded = |at: usize| (at.saturating_sub(SUPERLATIVE_TOKENS)..at).any(is_record);
        if lasting.is_some_and(|at| at + 1 < before && !has_time(at) && recorded(at)) {
            return true;
        }
        // 'Rumah pertama ditargetkan berdiri sebelum Idul Adha'
        let not_before = self.stage.is(before, EventWord::NotBefore);
        since && !not_before && self.stage.opens_clause(before) && record.into_iter().any(is_record)
    }

    /// 'has been restless since the summer': how long, and not when. A time that leads its clause does date it.
    fn is_lasting(&self, interval: Interval) -> bool {
        let before = self.before();
        // 'since the Christmas break', but not 'since the October 9 verdict'
        let of_event = self.stage.is_event_noun(self.tokens.end);
        let led = before.checked_sub(1).filter(|&at| {
            before == self.tokens.start && self.stage.is(at, EventWord::Determiner) && at > self.part.start && !of_event
        });
        let before = led.map(|at| at - 1).filter(|&at| self.stage.is(at, EventWord::Lasting)).unwrap_or(before);
        if self.stage.is(before, EventWord::Lasting) {
            // 'Olivia Bailey, a special adviser since 2024, told'
            let comma = (self.part.start..before).rev().find(|&at| self.stage.reading.mark(at) == ',');
            let aside =
                comma.is_some_and(|comma| comma + 1 < before) && self.stage.reading.mark(self.tokens.end) == ',';
            return aside || self.stage.has_verb(self.part.start..before);
        }
        // 'was suspended from trading until January 2023': what is over by now tells how long.
        let today = self.stage.found.published;
        let over = today.is_some_and(|today| interval.last_day() < today);
        if over
            && self.stage.pack.grammar.verbs_inflect
            && before < self.tokens.start
            && self.stage.is(before, EventWord::Since)
        {
            return true;
        }
        // 'Pria yang menjabat sejak 2019', 'impor masih lemah sejak kuartal III', 'rasio berada di level 0,9 kali per akhir Juni': a state that has lasted since.
        let from = self.part.start.max(before.saturating_sub(LONGEST_STATE_TOKENS));
        let since = before < self.tokens.start && self.stage.is(before, EventWord::Since);
        let told = |at: usize| self.stage.is_main_verb(at) && !self.stage.is(at, EventWord::State);
        let from = (from..before).rev().find(|&at| told(at)).map_or(from, |verb| verb + 1);
        // 'has until April 2 to make an offer', 'will stay shut until Friday' are plans; what somebody says of a state is none.
        let planned = |at: usize| self.stage.status_cue(at) == Some(StatusCue::Planned);
        let noun_first = self.stage.pack.grammar.noun_first;
        let begun = !noun_first || today.is_none_or(|today| interval.first_day() <= today);
        let plans = |at: usize| planned(at) && !(noun_first && begun && self.stage.is(at, EventWord::State));
        let lasts = |at: usize| self.stage.is(at, EventWord::State) && !plans(at);
        let is_plan = || self.stage.attribution().is_none() && (self.part.start..before).any(plans);
        let until = before < self.tokens.start && self.stage.is(before, EventWord::Until);
        // 'Harga gabah per 15 November berada pada Rp6.400', 'stok beras hingga akhir tahun dalam kondisi aman'
        if (since || until) && self.stage.is(self.tokens.end, EventWord::State) && !is_plan() {
            return true;
        }
        let not_before = before < self.tokens.start && !over && self.stage.is(before, EventWord::NotBefore);
        (since && begun || until) && self.goes_on_behind()
            || since && self.is_taken_up()
            || (since && begun || until) && (from..before).any(lasts) && !is_plan()
            || (since || until || not_before) && self.is_undone(before)
            || (until || self.stage.is(before, EventWord::AsOf)) && self.is_undone_behind(before)
    }

    /// 'Hingga Rabu siang, pencarian masih berlangsung': the time leads, and the first verb behind it tells what goes on still.
    fn goes_on_behind(&self) -> bool {
        let stage = self.stage;
        let verb =
            || (self.tokens.end..self.part.end).find(|&at| stage.is_main_verb(at) && !stage.is(at, EventWord::State));
        let leads = stage.pack.grammar.noun_first && self.before() == self.part.start;
        leads && verb().is_some_and(|verb| verb > self.tokens.end && stage.is(verb - 1, EventWord::State))
    }

    /// 'Sejak saat itu, material menumpuk di lereng': since what was told before.
    fn is_taken_up(&self) -> bool {
        let last = self.stage.reading.words[self.tokens.end - 1];
        let definite = self.stage.pack.cues.turns.of(last).contains(&Turn::DefiniteBehind);
        self.stage.pack.grammar.noun_first && self.is_earlier && definite
    }

    /// 'belum tampil di muka umum sejak Rabu pekan lalu', 'belum menjawab pesan yang dikirim hingga Selasa malam': what was not done
    /// since or until then.
    fn is_undone(&self, since: usize) -> bool {
        let told = |at: usize| self.stage.is_main_verb(at);
        let of_noun = |at: usize| at > self.part.start && self.stage.is_relative(at - 1);
        let verb = (self.part.start..since).rev().find(|&at| told(at) && !of_noun(at));
        // 'tidak pernah tampil'; in 'Hujan tanpa henti mengguyur' something else is negated.
        let light = |at: &usize| self.stage.is(*at, EventWord::Auxiliary) && !self.stage.negates(*at);
        let undone = |verb: usize| (0..verb).rev().find(|at| !light(at)).is_some_and(|at| self.stage.negates(at));
        verb.is_some_and(undone)
    }

    /// 'Sampai Kamis malam, api belum padam', 'Laporan per 30 Juni belum diaudit': the first verb is negated, behind the time.
    fn is_undone_behind(&self, lead: usize) -> bool {
        let Range { start, end } = self.tokens.end..self.part.end;
        let verb = (start..end).find(|&at| self.stage.is_main_verb(at));
        let light = |at: &usize| self.stage.is(*at, EventWord::Auxiliary) && !self.stage.negates(*at);
        let before = verb.and_then(|verb| (start..verb).rev().find(|at| !light(at)));
        let negated = before.is_some_and(|at| self.stage.negates(at));
        self.stage.pack.grammar.noun_first && negated && !self.stage.has_verb(self.part.start..lead)
    }

    /// 'yang kedua tahun ini', 'the fastest time in the world this year'
    fn is_record_of(&self, interval: Interval) -> bool {
        let start = self.tokens.start;
        let present = self.stage.found.published.is_some_and(|today| {
            interval.grain >= Grain::Month && interval.first_day() <= today && today <= interval.last_day()
        });
        let from = self.part.start.max(start.saturating_sub(SUPERLATIVE_TOKENS));
        let nearest =
            (from..start).rev().take_while(|&at| !self.stage.is_main_verb(at) && !self.stage.is_time_preposition(at));
        // 'melted at a record rate this year' tells how, and not of what it is the most.
        let of_manner = |at: usize| (at.saturating_sub(2)..at).any(|at| self.stage.is_time_preposition(at));
        let record = |at: usize| self.stage.is(at, EventWord::Superlative) && !of_manner(at);
        // 'adalah yang terbaik di film Indonesia tahun ini'
        let is_most = || {
            let from = self.part.start.max(start.saturating_sub(RECORD_TOKENS));
            let before = (from..start).rev().take_while(|&at| {
                !self.stage.is_main_verb(at) || self.stage.is(at, EventWord::State) || self.is_infinitive(at)
            });
            let (mut most, mut state) = (false, false);
            for at in before {
                most |= self.stage.is(at, EventWord::Superlative);
                let was = || self.stage.is(at, EventWord::Passive);
                state |= most && (self.stage.is(at, EventWord::State) || was());
            }
            state
        };
        present && self.before() == start && (nearest.into_iter().any(record) || is_most())
    }

    /// 'the third person to die on the mountain this year'
    fn is_infinitive(&self, at: usize) -> bool {
        at > self.part.start && self.stage.is_time_preposition(at - 1) && self.stage.is(at - 1, EventWord::Auxiliary)
    }

    /// 'sudah dua Lebaran tidak pulang': how many, and not which.
    fn is_counted(&self) -> bool {
        let start = self.tokens.start;
        let counts = |cue: &Cue| *cue == Cue::Quantity;
        start > self.part.start
            && self.stage.pack.grammar.noun_first
            && self.stage.reading.is_word(start)
            && self.stage.says(start - 1, counts).is_some()
    }

    /// 'Pada hari kerja dibuka pukul 11.00, sedangkan Sabtu dan Minggu pukul 10.00': the hours and days of a schedule.
    fn is_of_schedule(&self, interval: Interval) -> bool {
        let scheduled = || self.stage.tokens().any(|at| self.stage.is(at, EventWord::Schedule));
        self.is_relative && interval.grain <= Grain::Week && scheduled()
    }

    /// A word for what is usual before the time; behind it, where no verb stands before; or another time that recurs.
    fn is_habit(&self) -> bool {
        let told = self.stage.has_verb(self.part.start..self.tokens.start);
        let behind = if told { 0 } else { HABIT_TOKENS };
        let mut reach = self.habit_start()..self.part.end.min(self.tokens.end + behind);
        let times = self.stage.found.times.items();
        let part = self.stage.reading.span(self.part.clone());
        let from = times.partition_point(|time| time.span.end <= part.start);
        let mut beside = times[from..].iter().take_while(|time| time.span.start < part.end);
        // 'the annual meeting' is one of many, and may well be next month.
        let describes = |time: &TimeExpression| {
            let first = self.stage.time_tokens(time).start;
            // 'Sin Chew Daily reported'
            if first > 0 && (first - 1..=first).all(|at| self.stage.reading.is_capitalised(at)) {
                return true;
            }
            // 'aimed for annual capacity'
            let next = self.stage.time_tokens(time).end;
            let before_noun = next == first + 1
                && self.stage.reading.is_word(next)
                && !self.stage.is_time_preposition(next)
                && !self.stage.is_verb(next);
            before_noun || first > 0 && self.stage.is(first - 1, EventWord::Determiner)
        };
        // 'dibuka lagi 17 Juli, tetapi hanya sampai pukul 18.00 setiap hari'
        let other_clause = |time: &TimeExpression| {
            let between = self.tokens.end..self.stage.time_tokens(time).start;
            let noun_first = self.stage.pack.grammar.noun_first;
            noun_first && told && between.into_iter().any(|at| self.stage.opens_clause(at))
        };
        // 'Every Remembrance Sunday', 'each June'
        let first = self.tokens.start.saturating_sub(EVERY_TOKENS).max(self.part.start);
        let every = |at: usize| self.stage.is(at, EventWord::Every) && !self.stage.has_verb(at..self.tokens.start);
        (first..self.tokens.start).any(every)
            || reach.any(|at| self.stage.is(at, EventWord::Habit))
            || beside.any(|time| is_recurring(time) && !describes(time) && !other_clause(time))
    }

    /// Where what is usual may be said of the part: at its subject, which may stand in the words before it ('Musim hujan biasanya dimulai
    /// pada Oktober dan berakhir pada April').
    fn habit_start(&self) -> usize {
        let first = self.stage.tokens().start;
        let joined = self.stage.pack.grammar.noun_first && self.stage.is_main_verb(self.part.start);
        let parted = || (first..self.part.start).any(|at| matches!(self.stage.reading.mark(at), ',' | ';'));
        if joined && !parted() { first } else { self.part.start }
    }

    /// 'today', 'this week', 'seven o'clock' in somebody's words, where nothing is planned: the present, or the hour of a
    /// story, and no date.
    fn is_present_of_quote(&self, time: &TimeExpression, interval: Interval) -> bool {
        let Some(today) = self.stage.found.published else { return false };
        // 'sejak pagi tadi', 'last night': counted from today, it dates what somebody tells.
        if interval.grain == Grain::PartOfDay && matches!(time.anchor, Anchor::Published { .. }) {
            return false;
        }
        let present = interval.first_day() <= today && today <= interval.last_day();
        let hour = interval.grain <= Grain::PartOfDay && time.anchor != Anchor::Explicit;
        (present || hour) && self.is_quoted() && !self.is_planned()
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

/// Whether a time tells how often something is; '9 meter kubik per detik', '120 kilometer per jam' tell how fast.
fn is_recurring(time: &TimeExpression) -> bool {
    let rate = |every: Amount| every.unit <= Unit::Hour;
    matches!(time.value, TimeValue::Recurring { every, on, .. } if !rate(every) || on != Occasion::default())
}

/// 'is the third person to die on the mountain' has at most this many tokens.
const RECORD_TOKENS: usize = 14;

/// 'every other' before a day has as many tokens.
const EVERY_TOKENS: usize = 2;

/// How far behind a time a word may stand that makes a habit of it.
const HABIT_TOKENS: usize = 6;

/// How far before 'sejak' a word may stand that makes a state of it.
const LONGEST_STATE_TOKENS: usize = 7;

/// No phrase before a time has more tokens.
const LONGEST_PHRASE_TOKENS: usize = 5;
