//! Times of figures: how much there was of something, and by how much it changed.

use super::Gate;
use super::compared::LONGEST_FIGURES_TOKENS;
use crate::lang::{Cue, EventWord, StatusCue, Turn};
use crate::model::{Grain, Interval, Stance};

/// 'from $1.2 billion' has at most this many tokens.
pub(super) const LONGEST_FIGURE_TOKENS: usize = 7;

/// 'was 150 miles south-west of the central Bahamas at 5 p.m.' has as many tokens.
const LONGEST_PLACE_TOKENS: usize = 16;

/// 'a record', 'just over' before a figure.
const LONGEST_APPROXIMATION_TOKENS: usize = 3;

impl Gate<'_> {
    /// 'Rasio utang per 30 Juni mencapai 4,6 kali', 'per Maret jumlah pelanggannya baru 2 juta': the day of which a figure is.
    pub(super) fn is_as_of(&self, interval: Interval) -> bool {
        let before = self.before();
        let stage = self.stage;
        let past = stage.found.published.is_some_and(|today| interval.first_day() <= today);
        let leads = stage.is(before, EventWord::AsOf) || stage.is(before, EventWord::Until);
        if before == self.tokens.start || !past || !leads {
            return false;
        }
        // 'membukukan laba Rp214 miliar per September 2024'; 'per 1 Oktober' is the day on which something changes.
        let verb = (self.part.start..before).rev().find(|&at| stage.is_main_verb(at));
        let amount = || verb.is_some_and(|verb| (verb..before).any(|at| stage.is_amount(at) && !stage.is_in_time(at)));
        let as_of = stage.is(before, EventWord::AsOf);
        let coarse = interval.grain >= Grain::Month;
        // 'merawat 41 pasien per 10 September'
        let holds = || verb.is_some_and(|verb| stage.is(verb, EventWord::Output) || stage.is(verb, EventWord::State));
        if as_of && (coarse || holds()) && amount() {
            return true;
        }
        // 'Hingga sore tadi, polisi telah menerima 23 laporan'
        let noun_first = stage.pack.grammar.noun_first;
        let told = || (self.tokens.end..self.part.end).find(|&at| stage.is_main_verb(at));
        let counts = |verb: usize| stage.is(verb, EventWord::Output) && stage.is_amount(verb + 1);
        if noun_first && !as_of && before == self.part.start && told().is_some_and(counts) {
            return true;
        }
        // 'Per Senin sore, jumlah pengungsi berkurang menjadi 131 orang'
        let subject = self.tokens.end + usize::from(stage.reading.mark(self.tokens.end) == ',');
        let counted = || interval.grain < Grain::Day || stage.is(subject, EventWord::Quantity);
        if noun_first && as_of && before == self.part.start && counted() {
            return true;
        }
        // 'hingga April baru 68 keluarga yang bersedia pindah'
        let end = self.tokens.end;
        if stage.pack.grammar.noun_first && stage.is(end, EventWord::Auxiliary) && stage.is_amount(end + 1) {
            return true;
        }
        let is_figure = |at: usize| stage.is(at, EventWord::Figure) || as_of && stage.is(at, EventWord::State);
        let tells = |&at: &usize| stage.is_main_verb(at) || is_figure(at);
        let before = (self.part.start..before).rev().find(tells);
        // 'wilayah yang diakui baru 4,85 juta hektare': what is told of a noun is passed over.
        let light = |at: &usize| stage.is(*at, EventWord::Auxiliary);
        let of_noun =
            |&at: &usize| (self.tokens.end..at).rev().find(|at| !light(at)).is_some_and(|at| stage.is_relative(at));
        let behind = || (self.tokens.end..self.part.end).filter(tells).find(|at| !of_noun(at));
        is_figure(self.tokens.end) || before.or_else(behind).is_none_or(is_figure)
    }

    /// 'Proyeksi penjualan kuartal III sebesar US$32,5 miliar': the time of a noun whose amount stands behind it.
    pub(super) fn is_of_amount(&self, interval: Interval) -> bool {
        let Gate { stage, part, tokens, .. } = self;
        if stage.pack.grammar.verbs_inflect {
            return false;
        }
        let behind =
            |at: usize| (at..part.end.min(at + LONGEST_APPROXIMATION_TOKENS + 2)).any(|at| stage.is_amount(at));
        // 'Tahun lalu, jumlah jemaah wafat mencapai 461 orang'
        let first = tokens.end + usize::from(stage.reading.mark(tokens.end) == ',');
        if self.before() == part.start {
            let verb = || (first..part.end).find(|&at| stage.is(at, EventWord::Figure));
            return stage.is(first, EventWord::Quantity) && verb().is_some_and(behind);
        }
        // 'menyebut jumlah jemaah tahun ini naik dua kali lipat'
        let opens = |at: &usize| stage.is_main_verb(*at) || stage.is(*at, EventWord::Complementiser);
        let subject = (part.start..tokens.start).rev().find(opens).map_or(part.start, |at| at + 1);
        let estimates = |cue: &Cue| matches!(cue, Cue::Says(Stance::Estimate));
        let estimated = subject > part.start && stage.says(subject - 1, estimates).is_some();
        let bare = self.before() == tokens.start && stage.is_main_verb(tokens.end) && !estimated;
        if bare && interval.grain >= Grain::Month && stage.is(subject, EventWord::Quantity) {
            return true;
        }
        // 'Kuota haji Indonesia tahun ini 221 ribu orang'
        let counts = stage.is_amount(tokens.end) && stage.is(part.start, EventWord::Quantity);
        if counts && !stage.has_verb(tokens.end..part.end) {
            return true;
        }
        // 'Cakupan imunisasi pada 2024 hanya 65 persen'
        let beside = self.before() == tokens.start || stage.is(part.start, EventWord::Quantity);
        beside
            && stage.is(tokens.end, EventWord::Figure)
            && behind(tokens.end)
            && !stage.has_verb(part.start..tokens.start)
    }

    /// 'There was no immediate claim of responsibility on Monday': what there was not, unless that is an event that is denied.
    pub(super) fn is_absent(&self) -> bool {
        let stage = self.stage;
        let behind = stage.len_of(self.part.start, EventWord::There).map(|len| self.part.start + len);
        let none = behind.is_some_and(|at| at < self.tokens.start && stage.negates(at));
        none && stage.pack.grammar.verbs_inflect
            && !(self.part.start..self.tokens.start).any(|at| stage.is_event_noun(at))
    }

    /// 'expects revenue of $54 billion this quarter', 'Traders see a 70% chance of a cut in June': a figure that somebody expects.
    pub(super) fn is_expected(&self) -> bool {
        let stage = self.stage;
        let before = self.before();
        let from = self.part.start.max(before.saturating_sub(LONGEST_FIGURES_TOKENS));
        let (mut amount, mut event) = (false, false);
        for at in (from..before).rev() {
            if stage.is(at, EventWord::Expects) {
                // 'cut its profit forecast for the year to 280 billion yen'
                let owned = (at.saturating_sub(2)..at).any(|at| stage.is(at, EventWord::Determiner));
                let is_noun = owned && stage.has_verb(self.part.start..at);
                // 'he expects an answer by Friday'
                let answer = stage.is_verb(at) && stage.is(at + 1, EventWord::Determiner) && !event;
                let expected = amount || answer && stage.pack.grammar.verbs_inflect;
                return expected && !is_noun && !stage.is(at + 1, EventWord::Auxiliary);
            }
            if stage.is_main_verb(at) {
                return false;
            }
            amount |= stage.is_amount(at);
            event |= stage.is_event_noun(at);
        }
        false
    }

    /// 'which for the firm was €31 million in 2024': how much something was, in a time as long as those that are counted in.
    pub(super) fn is_of_figure(&self, interval: Interval) -> bool {
        let stage = self.stage;
        let part_start = self.part.start;
        let before = self.before();
        // 'A petition had 212 signatures by Monday night'
        let by = before < self.tokens.start && stage.is(before, EventWord::By);
        let from = part_start.max(before.saturating_sub(LONGEST_FIGURE_TOKENS));
        let verb = (from..before).rev().find(|&at| stage.is_verb(at) || stage.is(at, EventWord::Passive));
        let figure = |at: usize| stage.is_amount(at);
        // 'It crossed the coast and was 150 miles south of the islands at 5 p.m.'
        let lay =
            |verb: usize| stage.pack.grammar.verbs_inflect && stage.is(verb, EventWord::Passive) && figure(verb + 1);
        if interval.grain < Grain::Week && !by {
            let from = part_start.max(before.saturating_sub(LONGEST_PLACE_TOKENS));
            let verb = (from..before).rev().find(|&at| stage.is_verb(at) || stage.is(at, EventWord::Passive));
            return verb.is_some_and(lay) && !self.is_planned();
        }
        // 'Tahun lalu acara tersebut menarik 87 ribu pengunjung'
        let leads = before == part_start && interval.grain == Grain::Year && stage.pack.grammar.noun_first;
        // 'Tahun ini turnamen berhadiah 1,3 juta dolar itu menyedot 45 ribu penonton'
        let output = |at: usize| stage.is(at, EventWord::Output) && figure(at + 1);
        if leads && (self.tokens.end..self.part.end).any(output) {
            return true;
        }
        // 'There were 1,120 recorded assaults in the county in 2023'
        let there = || {
            let behind = stage.len_of(part_start, EventWord::There).map(|len| part_start + len);
            behind.is_some_and(|at| (at..before.min(at + LONGEST_APPROXIMATION_TOKENS)).any(figure))
        };
        if there() {
            return true;
        }
        // 'spent an estimated $120 million on publishing fees in 2024'
        let far = part_start.max(before.saturating_sub(LONGEST_PLACE_TOKENS))..before;
        let opens = |at: usize| at + 1..before.min(at + 1 + LONGEST_APPROXIMATION_TOKENS);
        let spent = |at: usize| stage.is(at, EventWord::Output) && !figure(at + 1) && opens(at).any(figure);
        let inflects = stage.pack.grammar.verbs_inflect;
        // 'reported a loss of 9.8 billion kronor for 2025'
        let purpose = before < self.tokens.start && stage.is(before, EventWord::Purpose);
        let held = |at: &usize| !stage.is_main_verb(*at);
        if inflects && purpose && (from..before).rev().take_while(held).any(figure) && !self.is_planned() {
            return true;
        }
        if inflects && interval.grain == Grain::Year && far.into_iter().any(spent) && !self.is_planned() {
            return true;
        }
        verb.is_some_and(|verb| {
            let has = by && stage.is(verb, EventWord::State) && stage.is(verb, EventWord::Auxiliary);
            // 'The ferry carried 380,000 passengers last year'
            let output = interval.grain == Grain::Year && stage.is(verb, EventWord::Output);
            let counts = has || output || stage.is(verb, EventWord::Passive) || stage.is(verb, EventWord::Measure);
            let opens = verb + 1..before.min(verb + 1 + LONGEST_APPROXIMATION_TOKENS);
            // 'didakwa menerima suap Rp 4,6 miliar pada 2021'
            let alleged = (part_start..verb).any(|at| stage.status_cue(at) == Some(StatusCue::Alleged));
            counts && !alleged && opens.into_iter().any(figure) && !self.is_planned()
        })
    }

    /// 'Beer sales fell 4 per cent in 2025', 'The Alps could lose 80 percent of their ice by 2100': by how much something changes in a
    /// year, or may change.
    pub(super) fn is_change_of_year(&self, interval: Interval) -> bool {
        let stage = self.stage;
        if interval.grain < Grain::Year {
            return false;
        }
        let before = self.before();
        let from = self.part.start.max(before.saturating_sub(LONGEST_FIGURE_TOKENS));
        let share = (from + 1..before).find(|&at| stage.is(at, EventWord::Share) && stage.reading.is_number(at - 1));
        let verb = (from..before).rev().find(|&at| stage.is_main_verb(at));
        // 'Demand is projected to double by 2035', 'Exports grew to $4 billion in 2024'
        let change = verb.filter(|&at| stage.is(at, EventWord::Change));
        let changed = change.is_some_and(|verb| self.is_planned() || (verb..before).any(|at| stage.is_amount(at)));
        changed
            || share.is_some_and(|share| {
                verb.is_some_and(|verb| verb < share && share - verb <= LONGEST_APPROXIMATION_TOKENS + 1)
            })
    }

    /// Whether the word at `at` is a number, in figures or in letters.
    pub(super) fn is_numeral(&self, at: usize) -> bool {
        let counts = |cue: &Cue| *cue == Cue::Quantity;
        self.stage.reading.is_number(at)
            || self.stage.says(at, counts).is_some()
                && !self.stage.pack.cues.turns.of(self.stage.reading.words[at]).contains(&Turn::DefiniteBefore)
    }
}
