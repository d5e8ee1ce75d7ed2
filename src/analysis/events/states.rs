//! How something was, which is no event: by its verb, by a word for a state before it, or by a clause that has no verb at all.

use std::ops::Range;

use super::clauses::Part;
use super::stage::Stage;
use crate::analysis::verbs;
use crate::lang::{Cue, EventWord, StatusCue};
use crate::model::{Grain, Interval};

/// 'Angka putus sekolah pada 2020 masih 12 per 1.000 siswa': a word for a state and a number, right behind a time that ends at `at`.
pub(super) fn tells_figure(stage: &Stage, at: usize) -> bool {
    // 'Bongkar muat selama Januari-Februari hanya 312 kontainer'
    let only = || stage.is(at, EventWord::Figure) && !stage.is_verb(at);
    stage.reading.is_number(at + 1) && (stage.is(at, EventWord::State) || only())
}

/// The words between a verb and how much it tells: 'di kisaran Rp', 'sebesar'.
const LONGEST_APPROXIMATION_TOKENS: usize = 4;

/// 'Produksi kopi tahun lalu tercatat 760 ribu ton', 'Rupiah diperdagangkan di kisaran Rp16.200': a verb that only leads to how
/// much something was. 'tercatat 53 orang tewas' tells what happened to them, 'mencapai puncaknya pada Rabu (9/7)' no figure.
pub(super) fn measures(stage: &Stage, part: &Part, verb: usize, time: Range<usize>) -> bool {
    // In 'turun lagi sebesar 25 poin' it only tells by how much.
    let is_verb = || verbs::is_verb(stage.reading, stage.pack, verb);
    if stage.pack.grammar.verbs_inflect || !stage.is(verb, EventWord::Figure) || !is_verb() {
        return false;
    }
    let end = if time.start > verb { time.start } else { part.words.end };
    let near = verb + 1..end.min(verb + 1 + LONGEST_APPROXIMATION_TOKENS);
    // 'diperkirakan menewaskan 10.000 orang'
    let does = |at: &usize| stage.is_main_verb(*at) && !stage.is(*at, EventWord::Figure);
    let Some(number) = near.into_iter().take_while(|at| !does(at)).find(|&at| stage.reading.is_number(at)) else {
        return false;
    };
    let behind = number + 1..end.min(number + 1 + LONGEST_APPROXIMATION_TOKENS);
    let divides = |at: &usize| stage.reading.is_comma(*at);
    !behind.take_while(|at| !divides(at)).any(|at| stage.is_main_verb(at))
}

/// Whether a verb tells what something is to be had for, or how many were asked: 'cost 89 cents', 'polled 1,204 adults'.
pub(super) fn is_price(stage: &Stage, verb: usize) -> bool {
    stage.is(verb, EventWord::Price) && stage.is_amount(verb + 1)
}

/// Whether the words from `at` on tell where or how the event named before them is: 'was 200 miles off the coast', 'had winds of'.
pub(super) fn is_described(stage: &Stage, at: usize) -> bool {
    let amount = |at: usize| stage.is_amount(at) && !stage.is_in_time(at);
    let is = stage.is(at, EventWord::Passive) && (at + 1..at + 3).any(amount);
    let has = stage.is(at, EventWord::Pluperfect) && !stage.is_verb(at + 1);
    is || has
}

/// Whether a verb tells in passing how old somebody or something is: 'Lund, who turned 61 in March, said', 'The museum, founded in
/// 1902, draws ...'. What 'was founded' in a clause of its own happened.
pub(super) fn is_age(stage: &Stage, verb: usize) -> bool {
    let aside = verb > 0 && stage.reading.mark(verb - 1) == ',';
    // 'The ministry, to which the firm owes money, formed a panel'
    let deed = || stage.pack.grammar.verbs_inflect && stage.is(verb + 1, EventWord::Determiner);
    stage.is(verb, EventWord::Founded) && (aside && !deed() || stage.is_amount(verb + 1))
}

/// Whether a verb tells how something was by now ('memiliki 12 kapal pada akhir 2024'), or what was going on at an hour or until
/// a day ('masih memburu pelaku hingga Sabtu malam'). What is to be so from a day to come is a plan.
pub(super) fn is_verb_of_state(
    stage: &Stage,
    part: &Part,
    verb: usize,
    time: Range<usize>,
    interval: Interval,
) -> bool {
    let noun_first = stage.pack.grammar.noun_first;
    let past = stage.found.published.is_some_and(|today| interval.first_day() <= today);
    if !noun_first || !past {
        return false;
    }
    // 'masih menunggu izin' plans nothing.
    let waits = |at: usize| at == verb && stage.is(at, EventWord::State);
    let planned = |at: usize| stage.status_cue(at) == Some(StatusCue::Planned) && !waits(at);
    let light = |at: &usize| stage.is(*at, EventWord::Auxiliary);
    let still = || (part.words.start..verb).rev().take_while(light).any(|at| stage.is(at, EventWord::State));
    let lead = time.start.saturating_sub(1);
    // 'berlaku mulai Senin', 'mulai berlaku 7 Agustus' begins then.
    let begins = |at: usize| stage.is_time_preposition(at) && stage.is(at, EventWord::Auxiliary);
    // 'berhenti mengajar sejak Desember'
    let ends = |at: usize| stage.is_main_verb(at) && !stage.is(at, EventWord::State) && !says(stage, at);
    if begins(lead) || verb > 0 && (begins(verb - 1) || ends(verb - 1)) {
        return false;
    }
    // 'Pada kuartal yang sama tahun lalu perseroan masih merugi', 'Hari ini polisi masih memeriksa saksi'
    let going_on = interval.grain >= Grain::Month
        || stage.found.published.is_some_and(|today| interval.first_day() <= today && today <= interval.last_day());
    let at_moment = interval.grain <= Grain::PartOfDay || going_on || stage.is(lead, EventWord::Until);
    (at_moment && still() || stage.is(verb, EventWord::State)) && !part.words.clone().any(planned)
}

fn says(stage: &Stage, at: usize) -> bool {
    stage.says(at, |cue| matches!(cue, Cue::Says(_))).is_some()
}

/// Whether a clause without a known verb tells how something is: 'Hingga Selasa pagi perangkap itu masih kosong', 'Curah hujan tahun
/// ini 784% di atas rata-rata'; or it is a row of a list.
pub(super) fn is_state(stage: &Stage, part: &Part, interval: Interval) -> bool {
    let present = interval.grain >= Grain::Week
        && stage.found.published.is_some_and(|today| interval.first_day() <= today && today <= interval.last_day());
    let state = part.words.clone().any(|at| stage.is(at, EventWord::State));
    heads_row(stage, interval) || stage.pack.grammar.noun_first && (present || state)
}

/// Whether the sentence is a row of a list that opens with its hour: '20.00 WIB: Malaysia vs Indonesia', '09.00 - 10.00 Registrasi'.
/// It tells what is on when, on a day that stands elsewhere.
fn heads_row(stage: &Stage, interval: Interval) -> bool {
    let Range { start, end } = stage.tokens();
    let is_open = !matches!(stage.reading.mark(end.saturating_sub(1)), '.' | '!' | '?' | '"' | '”');
    interval.grain <= Grain::PartOfDay && is_open && stage.reading.is_number(start)
}
