//! The time from which an amount of units is counted that stands right behind it: 'on Thursday, a day after the fire'.

use crate::analysis::reading::Reading;
use crate::analysis::time::Seen;
use crate::model::{Arena, Interval, Span, TimeExpression, TimeId};

/// ', atau hanya ' is as long, in bytes.
const LONGEST_STEP: usize = 14;

/// The time told last, where nothing but a comma stands between it and the first of `matches`, and what is told behind has no day of its
/// own ('on Monday, two days after Tuesday's storm').
pub(super) fn of(reading: &Reading, told: &Arena<TimeExpression>, matches: &[Seen]) -> Option<(TimeId, Interval)> {
    let (id, last) = told.iter().next_back()?;
    let own = &matches.first()?.found;
    let start = reading.span(own.parts[0].tokens()).start;
    let between = Span::new(last.span.end, start).of(reading.body);
    let beside = between.len() <= LONGEST_STEP && between.trim_start_matches(')').starts_with(',');
    let ends = |at: usize| matches!(reading.mark(at), ',' | ';' | '.') || reading.opens_paragraph(at);
    let dated = matches.get(1).is_some_and(|next| !(own.end..next.found.parts[0].start).any(ends));
    let interval = last.value.interval()?;
    (beside && !between.contains(['.', '\n']) && !dated).then_some((id, interval))
}
