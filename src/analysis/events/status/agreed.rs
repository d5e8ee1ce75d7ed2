//! Plans whose time is that of the agreeing.

use super::Words;
use crate::lang::{EventWord, Turn};
use crate::model::Interval;

impl Words<'_> {
    /// 'agreed to sell its stake on Monday' on a Tuesday: a day right before that of publication is the one on which it was agreed.
    pub(super) fn was_agreed(&self, interval: Interval) -> bool {
        let stage = self.stage;
        let Some(to) = self.verb.checked_sub(1).filter(|&to| to > self.part.start && stage.pack.grammar.verbs_inflect)
        else {
            return false;
        };
        let to_do = stage.pack.cues.turns.of(stage.reading.words[to]).contains(&Turn::ToDo);
        let endings = &stage.pack.time.past_endings;
        let done = endings.iter().any(|ending| stage.reading.text(to - 1).ends_with(ending.as_str()));
        let carried = (to.saturating_sub(3)..to - 1).any(|at| stage.is(at, EventWord::Passive));
        let days = |today| interval.last_day().until(today).map_or(0, |span: jiff::Span| span.get_days());
        to_do && done && !carried && stage.found.published.is_some_and(|today| (1..=2).contains(&days(today)))
    }
}
