//! Which outlets a statement came through: 'seperti dikutip KCNA', 'kata X kepada Sky News', 'dalam suasana yang
//! disebut KCNA “...”'.

use std::ops::Range;

use super::clues::{Clue, Clues, Naming};
use crate::lang::Cue;
use crate::model::{EntityKind, Span, Via};

/// An outlet named by a cue.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    pub(crate) cue: Range<usize>,
    pub(crate) via: Vec<Via>,
    /// All tokens from the cue to the last outlet.
    pub(crate) tokens: Range<usize>,
    pub(crate) reach: Reach,
    /// Whether the outlet is the subject that reports.
    pub(crate) is_subject: bool,
    pub(crate) rule: &'static str,
}

/// How much of the sentence rests on the outlet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// All of it.
    Sentence,
    /// Only what the outlet is said to have called something.
    Phrase,
}

/// How far behind a cue its outlet may stand, over 'media pemerintah Korea Utara,'.
const FARTHEST_TOKENS: usize = 10;

/// Every passage of the sentence that names outlets.
pub(crate) fn find(clues: &Clues) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    for clue in &clues.clues {
        let found = match clue.cue {
            Cue::Via => behind(clues, clue, Reach::Sentence, "attribution/via"),
            Cue::Told => behind(clues, clue, Reach::Sentence, "attribution/told-to-outlet"),
            Cue::According => behind(clues, clue, Reach::Sentence, "attribution/according-to-outlet"),
            Cue::CalledBy => behind(clues, clue, Reach::Phrase, "attribution/called-by-outlet"),
            Cue::SaysBehind(_) => behind(clues, clue, Reach::Sentence, "attribution/said-by-outlet"),
            Cue::Says(_) => subject(clues, clue),
            _ => None,
        };
        // A longer cue over the same outlet was found already.
        passages.extend(found.filter(|found| !passages.iter().any(|known| known.tokens.end == found.tokens.end)));
    }
    passages
}

/// The outlets behind a cue.
fn behind(clues: &Clues, clue: &Clue, reach: Reach, rule: &'static str) -> Option<Passage> {
    let first = outlet_after(clues, clue.tokens.end)?;
    let mut tokens = clue.tokens.start..first.tokens.end;
    let mut via = vec![via_of(clues, first)];
    // 'dikutip dari AFP dan Reuters'
    while let Some(next) = clues.name_after(tokens.end, |at| clues.is_light_mark(at) || is_and(clues, at)) {
        if next.kind != EntityKind::Outlet || next.tokens.start == tokens.end {
            break;
        }
        tokens.end = next.tokens.end;
        via.push(via_of(clues, next));
    }
    Some(Passage { cue: clue.tokens.clone(), via, tokens, reach, is_subject: false, rule })
}

/// The outlet that a cue at `from` leads to, over commas, words for media and the names of their countries.
fn outlet_after<'c>(clues: &'c Clues, from: usize) -> Option<&'c Naming> {
    let outlet = clues.names.iter().find(|name| name.tokens.start >= from && name.kind == EntityKind::Outlet)?;
    let between = from..outlet.tokens.start;
    let light = |at: usize| {
        clues.is_light_mark(at)
            || clues.is_cue(at, |cue| matches!(cue, Cue::Medium | Cue::Via | Cue::Quantity))
            || clues.is_place(at)
            || is_small_word(clues, at)
    };
    (between.len() <= FARTHEST_TOKENS && between.clone().all(light)).then_some(outlet)
}

/// An outlet that reports as the subject of a verb: 'KCNA melaporkan'.
fn subject(clues: &Clues, clue: &Clue) -> Option<Passage> {
    let outlet = clues.name_before(clue.tokens.start, |at| !clues.reading.is_word(at) || is_small_word(clues, at))?;
    if outlet.kind != EntityKind::Outlet || is_object(clues, outlet) {
        return None;
    }
    Some(Passage {
        cue: clue.tokens.clone(),
        via: vec![via_of(clues, outlet)],
        tokens: outlet.tokens.start..clue.tokens.end,
        reach: Reach::Sentence,
        is_subject: true,
        rule: "attribution/outlet-reports",
    })
}

/// Whether a cue stands right before the outlet, so that it belongs to that one.
fn is_object(clues: &Clues, outlet: &Naming) -> bool {
    let before = outlet.tokens.start.wrapping_sub(1);
    clues.is_cue(before, |cue| matches!(cue, Cue::Via | Cue::Told | Cue::According | Cue::CalledBy))
}

fn via_of(clues: &Clues, outlet: &Naming) -> Via {
    Via { outlet: outlet.entity, span: clues.reading.span(outlet.tokens.clone()), cue: Span::default() }
}

fn is_and(clues: &Clues, at: usize) -> bool {
    use crate::lang::NameCue;
    clues.pack.cues.names.exact(&clues.reading.words[at..=at]).contains(&NameCue::And)
}

/// A small word ('oleh', 'dari', 'juga') that may stand between a cue or verb and its outlet.
fn is_small_word(clues: &Clues, at: usize) -> bool {
    clues.pack.function_words.contains(&clues.reading.words[at])
}
