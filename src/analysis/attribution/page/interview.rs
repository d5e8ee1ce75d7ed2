//! Interviews: paragraphs that begin with who speaks and a colon ('Charette: He did.', 'Tempo: Mengapa mundur?', 'A: The pace.').

use std::ops::Range;

use super::{Naming, Page};
use crate::model::EntityKind;

/// No words for who speaks are more tokens.
const LONGEST_LABEL: usize = 5;

/// An interview has at least so many paragraphs with a label.
const FEWEST_TURNS: usize = 3;

/// A paragraph of an interview.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub(crate) start: usize,
    pub(crate) colon: usize,
    pub(crate) by: Speaking,
}

/// Who speaks in a paragraph of an interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Speaking {
    /// Who is named before the colon.
    Named,
    /// Who is asked, behind a letter: 'A:'.
    Asked,
    /// Whoever asks: an outlet, or anybody whose paragraph ends with a question.
    Asker,
}

impl Page<'_> {
    /// Notes the paragraphs of an interview, if there are enough of them and not all are one person's.
    pub(super) fn read_interview(&mut self) {
        let turns: Vec<Said> =
            self.reading.paragraphs.iter().filter_map(|paragraph| self.labelled(paragraph)).collect();
        let differs = |said: &Said| turns[0].by != said.by || self.label(&turns[0]) != self.label(said);
        if turns.len() >= FEWEST_TURNS && turns.iter().any(differs) {
            self.interview = turns;
        }
    }

    /// The paragraph of an interview that begins at `start`.
    pub(crate) fn said_at(&self, start: usize) -> Option<&Said> {
        self.interview.binary_search_by_key(&start, |said| said.start).ok().map(|index| &self.interview[index])
    }

    fn label(&self, said: &Said) -> &str {
        self.reading.text(said.start)
    }

    fn labelled(&self, paragraph: &Range<usize>) -> Option<Said> {
        let start = paragraph.start;
        let near = start + 1..paragraph.end.min(start + 1 + LONGEST_LABEL);
        let colon = near.into_iter().find(|&at| self.reading.mark(at) == ':').filter(|&at| at + 1 < paragraph.end)?;
        let whole = |name: &&Naming| name.start == start && name.tokens.end == colon;
        let asks = self.reading.mark(paragraph.end - 1) == '?';
        let by = match self.name_over(colon - 1).filter(whole).map(|name| name.kind) {
            Some(EntityKind::Outlet) => Speaking::Asker,
            Some(EntityKind::Person | EntityKind::Organisation) if !asks => Speaking::Named,
            Some(EntityKind::Person | EntityKind::Organisation) => Speaking::Asker,
            None if colon == start + 1 && self.reading.text(start).len() == 1 && asks => Speaking::Asker,
            None if colon == start + 1 && self.reading.text(start).len() == 1 => Speaking::Asked,
            _ => return None,
        };
        Some(Said { start, colon, by })
    }
}
