//! A frame: one cue with who speaks, through whom, and where the content stands.

use std::ops::Range;

use crate::analysis::attribution::outlets::Named;
use crate::model::Stance;

/// Sentences that are read as one, because a quotation joins them.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) tokens: Range<usize>,
    pub(crate) index: usize,
}

/// Who speaks, before it is known whom the words mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Speaker {
    Words(Range<usize>),
    /// Within the verb: 'katanya'.
    InVerb,
    /// Whoever the verb before has.
    Shared,
    /// Nobody but an outlet.
    Nobody,
}

/// Where the content is, seen from the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// Behind it, from this token on.
    Lead(usize),
    /// Before it.
    Tail,
    /// Before and behind it.
    Middle,
    /// The sentence before ('Hal ini disampaikan X').
    Previous,
    /// These tokens, in a clause about whoever speaks ('X, who warned that ..., left').
    Clause { start: usize, end: usize },
    /// Only the quotation behind it ('yang disebut KCNA “hangat”').
    Phrase,
}

/// An outlet with the words that lead to it.
#[derive(Clone, Debug)]
pub(crate) struct Through {
    pub(crate) named: Named,
    /// Empty where it needs none.
    pub(crate) cue: Range<usize>,
    /// Whether it reports as the subject: then it is the last hand.
    pub(crate) is_subject: bool,
}

/// One cue with what belongs to it.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    pub(crate) cue: Range<usize>,
    pub(crate) stance: Stance,
    pub(crate) speaker: Speaker,
    pub(crate) via: Vec<Through>,
    /// Cue, speaker and what tells of the speaking: no content.
    pub(crate) extent: Range<usize>,
    pub(crate) order: Order,
    /// Whether its content is the quotation beside it.
    pub(crate) direct: bool,
    /// Whether it only names outlets, and so belongs to a statement beside it.
    pub(crate) is_passage: bool,
    pub(crate) primary: bool,
    pub(crate) rule: &'static str,
}

impl Frame {
    /// A frame of only its cue, with nobody who speaks, behind what it tells of.
    pub(crate) fn of(cue: Range<usize>, stance: Stance) -> Frame {
        Frame {
            extent: cue.clone(),
            cue,
            stance,
            speaker: Speaker::Nobody,
            via: Vec::new(),
            order: Order::Tail,
            direct: false,
            is_passage: false,
            primary: false,
            rule: "",
        }
    }

    /// Whether it is left only to mark where content ends: its outlets went to the statement beside it.
    pub(crate) fn is_given(&self) -> bool {
        self.is_passage && self.via.is_empty() && self.speaker == Speaker::Nobody
    }
}
