//! The part of a clause that one of several times belongs to: 'declared an emergency on Saturday and plans to visit the
//! region next week' tells two events, each with its own verb.

use super::Stage;
use crate::model::{Span, TimeExpression};

/// Where an event is told: its own words, and the subject they share with the words before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) subject: Option<Span>,
    pub(crate) words: Span,
}

impl Part {
    /// The pieces in order.
    pub(crate) fn pieces(self) -> Vec<Span> {
        self.subject.into_iter().chain([self.words]).collect()
    }
}

/// The part of `clause` around `time`: from behind the time before it to the time itself, as far as each side has a verb
/// of its own; the whole clause where it tells one event.
pub(crate) fn around(stage: &Stage, clause: Span, time: &TimeExpression) -> Part {
    let times = stage.found.times.items();
    let index = times.partition_point(|other| other.span.start < time.span.start);
    let before = index.checked_sub(1).map(|index| &times[index]).filter(|other| clause.covers(other.span));
    let behind = times.get(index + 1).filter(|other| clause.covers(other.span) && time.until.is_none());
    let start = before.map(|before| before.span.end).filter(|&end| stage.has_verb(Span::new(end, time.span.start)));
    let end = behind
        .filter(|behind| stage.has_verb(Span::new(time.span.end, behind.span.start)) && stage.is_divided(time.span.end))
        .map(|_| time.span.end);
    let words = Span::new(start.map_or(clause.start, |start| stage.after_joint(start)), end.unwrap_or(clause.end));
    // What begins with its verb has the subject of the words before it.
    let subject = start.and(stage.subject(stage.span)).filter(|_| stage.begins_with_verb(words));
    Part { subject, words }
}
