//! Stations, which are called by letters and numbers: 'told DZMM', 'told 3AW', 'CoastFM'.

use std::ops::Range;

use super::Outlets;
use crate::analysis::attribution::page::{Page, fact};
use crate::lang::Turn;
use crate::text::token::Case;

/// The letters in which the names of many stations end, in every language.
const BROADCASTS: [&str; 2] = ["FM", "TV"];

/// Whether a word is what a station calls itself: 'CoastFM', 'ValleyTV'.
pub(super) fn is_station(page: &Page, at: usize) -> bool {
    let stem = BROADCASTS.iter().find_map(|end| page.reading.text(at).strip_suffix(end));
    stem.is_some_and(|stem| stem.ends_with(char::is_lowercase))
}

impl Outlets<'_> {
    /// The call sign of a station at `at`, without an article, whom a speaker told: 'told DZMM', 'told KY3', 'told 3AW'.
    pub(crate) fn call_sign(&self, page: &Page, at: usize) -> Option<Range<usize>> {
        let reading = page.reading;
        let told = page.turns(at.wrapping_sub(1), Turn::DefiniteBefore);
        let upper = |at: usize| reading.tokens.get(at).is_some_and(|token| token.case == Case::Upper);
        // 'to RM2.63 billion'
        let is_decimal = |mark: usize| {
            reading.mark(mark) == '.'
                && reading.is_glued(mark)
                && reading.is_glued(mark + 1)
                && reading.is_number(mark + 1)
        };
        let joined = |word: usize, number: usize| {
            upper(word)
                && !is_decimal(number + 1)
                && reading.is_number(number)
                && reading.is_glued(word.max(number))
                && reading.text(number).len() <= 2
        };
        // 'ujar AKBP Eddy': a rank in four letters; 'pilkada lewat DPRD': a body in as many.
        if told || page.is(at, fact::TITLE | fact::ROLE) {
            return None;
        }
        // 'told N1', but not 'told G7 ministers'
        let verb = page.is(at.wrapping_sub(1), fact::CUE) && page.is_verb(at.wrapping_sub(1));
        let short = |word: usize| {
            verb && reading.text(word).len() == 1 && reading.is_capitalised(word) && !page.turns(at + 2, Turn::Listener)
        };
        let told = || page.clues_in(at.wrapping_sub(1)..at).any(|index| page.clues[index].kinds.told);
        let lone = short(at)
            && told()
            && reading.is_number(at + 1)
            && reading.is_glued(at + 1)
            && !page.is(at + 2, fact::ROLE);
        if joined(at, at + 1) || joined(at + 1, at) || lone {
            return Some(at..at + 2);
        }
        let unknown = page.name_over(at).is_none_or(|name| {
            let entity = &self.entities[name.entity];
            name.tokens == (at..at + 1) && !entity.is_listed() && entity.mentions.len() <= 2
        });
        // In a line of capitals every word looks like one.
        let alone = upper(at) && !upper(at + 1) && !upper(at.wrapping_sub(1));
        // 'a statement to KGW'
        let letters = &page.pack.cues.furniture.call_signs;
        let american = reading.text(at).len() == 3 && reading.text(at).starts_with(|first| letters.contains(first));
        let long = (4..=5).contains(&reading.text(at).len()) || american && told();
        let fits = long && !page.pack.is_common(reading.words[at]);
        // 'told DYVL Aksyon Radyo': the letters of a station, with what it is called.
        let named = page.name_over(at).filter(|name| name.tokens.start == at && name.tokens.len() > 1);
        if let Some(name) = named
            && verb
            && upper(at)
            && (4..=5).contains(&reading.text(at).len())
            && !upper(at + 1)
            && self.may_be_outlet(page, name)
        {
            return Some(name.tokens.clone());
        }
        // 'told bTV', 'told eNCA'
        let mixed = reading.is_word(at) && !reading.is_capitalised(at) && reading.text(at).contains(char::is_uppercase);
        // 'told CoastFM'
        (unknown && (alone && fits || mixed && verb || is_station(page, at))).then_some(at..at + 1)
    }
}
