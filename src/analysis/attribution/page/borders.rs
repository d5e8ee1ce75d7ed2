//! Where parts of a sentence end, and sentences, paragraphs and headlines.

use std::ops::Range;

use super::{Page, fact};
use crate::analysis::reading::Reading;
use crate::lang::NameCue;
use crate::model::EntityKind;

/// No headline has more tokens.
const LONGEST_HEADLINE: usize = 24;

/// A headline is among the first sentences: a line over it, and itself.
const LAST_HEADLINE: usize = 2;

/// The sentences that may be the headline: the first ones, if they are short and end without a full stop.
pub(super) fn headlines(reading: &Reading, sentences: &[Range<usize>]) -> Vec<Range<usize>> {
    let short = |sentence: &&Range<usize>| {
        sentence.len() <= LONGEST_HEADLINE && sentence.end > 0 && reading.mark(sentence.end - 1) != '.'
    };
    sentences.iter().take(LAST_HEADLINE).filter(short).cloned().collect()
}

impl Page<'_> {
    /// Notes the commas between the fields of an office that stands before a name: 'Kepala Pusat Data, Informasi dan Komunikasi
    /// Kebencanaan BNPB Abdul Muhari'. Behind the last of them stands an 'and'.
    pub(super) fn read_offices(&mut self) {
        for index in 0..self.names.len() {
            let title = self.names[index].start..self.names[index].tokens.start;
            let joins = |&at: &usize| self.pack.cues.names.of(self.reading.words[at]).contains(&NameCue::And);
            let Some(and) = title.clone().rev().find(joins) else { continue };
            let field = |&at: &usize| self.reading.mark(at) == ',' && self.reading.is_capitalised(at + 1);
            let commas: Vec<usize> = (title.start..and).filter(field).collect();
            commas.into_iter().for_each(|at| self.add(at..at + 1, fact::FIELD));
        }
    }

    /// Whether the mark at `at` divides parts of a sentence: not one within a name, a number, brackets or speech.
    pub(crate) fn divides(&self, at: usize) -> bool {
        let reading = self.reading;
        if self.is(at, fact::SPEECH) {
            return true;
        }
        let divides = match reading.mark(at) {
            ',' => !(reading.is_number(at.wrapping_sub(1)) && reading.is_number(at + 1) && reading.is_glued(at + 1)),
            ';' | ':' | '—' | '–' => !(reading.is_number(at.wrapping_sub(1)) && reading.is_number(at + 1)),
            '-' if reading.mark(at + 1) == '-' || reading.mark(at.wrapping_sub(1)) == '-' => true,
            '-' => !reading.is_glued(at) && !reading.is_glued(at + 1),
            _ => false,
        };
        let dated = self.is(at, fact::TIME) && self.is(at + 1, fact::TIME);
        divides && !dated && !self.is(at, fact::BRACKET | fact::FIELD) && self.name_over(at).is_none()
    }

    /// Whether a sentence ends at `at`: a full stop within one belongs to an abbreviation, an initial or an address.
    pub(crate) fn ends(&self, at: usize) -> bool {
        let reading = self.reading;
        match reading.mark(at) {
            '?' | '!' | '…' => true,
            ')' => !self.is(at, fact::BRACKET),
            '.' => {
                let word = at.checked_sub(1).map(|before| reading.words[before]);
                // 'announced on X. The bridge ...'
                let platform = at > 0 && self.name_over(at - 1).is_some_and(|name| name.kind == EntityKind::Platform);
                let short = word.is_some_and(|word| self.pack.abbreviations.has(word))
                    || at > 0 && reading.text(at - 1).chars().count() == 1;
                let short = short && !platform && self.same_paragraph(at, at + 1);
                // 'on Jan. 20'
                let goes_on = reading.is_word(at + 1) && (short || reading.is_glued(at + 1))
                    || reading.is_number(at + 1) && short && self.is(at, fact::TIME)
                    // '$53.14 billion', '16.350 orang'
                    || reading.is_number(at + 1) && reading.is_glued(at + 1) && reading.is_glued(at);
                !goes_on && self.name_over(at).is_none_or(|name| name.tokens.end == at + 1)
            }
            _ => false,
        }
    }

    /// Whether the token stands in a sentence that may be the headline.
    pub(crate) fn is_in_headline(&self, at: usize) -> bool {
        self.headlines.iter().any(|headline| headline.contains(&at))
    }

    /// Whether two tokens stand in one paragraph.
    pub(crate) fn same_paragraph(&self, one: usize, other: usize) -> bool {
        let paragraph = |at: usize| self.reading.paragraphs.partition_point(|paragraph| paragraph.start <= at);
        paragraph(one) == paragraph(other)
    }
}
