//! What somebody is charged with or convicted of: 'convicted on Thursday of killing his wife in 2019' tells of two days, and
//! 'convicted of killing his wife on Thursday' of the court's.

use super::stage::Stage;
use crate::lang::EventWord;
use crate::model::Interval;

/// 'indicted on charges of' has as many tokens.
const LONGEST_CHARGE_TOKENS: usize = 4;

/// 'sentenced to two and a half years in prison' has at most as many tokens.
const LONGEST_PUNISHMENT_TOKENS: usize = 10;

/// News of a court is younger than this; what happened before it is what the court was told.
const NEWS_DAYS: i32 = 14;

/// Where the words begin that lead to the verb at `at`, if that is what somebody is charged with.
pub(super) fn leads_to(stage: &Stage, at: usize) -> Option<usize> {
    if !stage.pack.cues.aside_suffix(stage.reading.text(at)) {
        return None;
    }
    let from = stage.tokens().start.max(at.saturating_sub(LONGEST_CHARGE_TOKENS));
    let charge = (from..at).find(|&first| stage.len_of(first, EventWord::Charge).is_some_and(|len| first + len == at));
    charge.or_else(|| punished_for(stage, at))
}

/// 'fined $420,000 for pumping', 'banned for two years for betting': how somebody is punished, and for what.
fn punished_for(stage: &Stage, at: usize) -> Option<usize> {
    let purpose = at.checked_sub(1).filter(|&purpose| stage.is(purpose, EventWord::Purpose))?;
    let from = stage.tokens().start.max(purpose.saturating_sub(LONGEST_PUNISHMENT_TOKENS));
    let stops = |at: &usize| stage.reading.is_comma(*at);
    (from..purpose).rev().take_while(|at| !stops(at)).find(|&at| stage.is(at, EventWord::Punishes))
}

/// The verb that a time dates which stands behind what somebody is charged with: the deed, or, where the time is as young as
/// the news, what the court or the police did.
pub(super) fn dated(stage: &Stage, verb: usize, interval: Interval) -> usize {
    let young = |today: jiff::civil::Date| {
        let days = interval.last_day().until(today).map_or(i32::MAX, |span| span.get_days());
        days <= NEWS_DAYS
    };
    let charge = leads_to(stage, verb).filter(|&charge| stage.is_main_verb(charge));
    charge.filter(|_| stage.found.published.is_some_and(young)).unwrap_or(verb)
}
