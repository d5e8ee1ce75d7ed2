//! Outlets that a common noun right behind their name tells, or one behind its comma: 'Bild newspaper', 'KUNM, the public radio station'.

use std::ops::Range;

use super::Outlets;
use super::unknown::LONGEST_NOUN;
use crate::analysis::attribution::page::{Page, fact};
use crate::lang::Turn;
use crate::model::EntityKind;

/// ', a New York-based trade newsletter' has as many tokens.
const LONGEST_APPOSITION: usize = 9;

impl Outlets<'_> {
    /// A name with a common noun for outlets right behind it ('SEN radio', 'Bild newspaper'), or an article and such a noun
    /// behind its comma ('KUNM, the public radio station').
    pub(crate) fn told_by_noun(&self, page: &Page, at: usize, end: usize) -> Option<Range<usize>> {
        let reading = page.reading;
        let noun = |at: usize| page.turns(at, Turn::Outlet) || page.is(at, fact::MEDIUM);
        // 'The agency said' names none, nor does 'A paper by his team found'.
        let is_small = page.pack.function_words.contains(&reading.words[at]) && noun(at + 1);
        if !reading.is_capitalised(at) || is_small {
            return None;
        }
        let tokens = match page.name_over(at) {
            Some(name) if name.tokens.start == at && self.may_be_outlet(page, name) => name.tokens.clone(),
            Some(_) => return None,
            None => {
                at..at + (at..end).take_while(|&at| reading.is_capitalised(at) && page.name_over(at).is_none()).count()
            }
        };
        // Whoever has two names is a person, also before 'a local reporter', but not before 'a business weekly,'.
        let person = page.name_over(at).is_some_and(|name| name.kind == EntityKind::Person && name.tokens.len() > 1);
        // 'the Phoenix station' is one that was named before.
        let place = page.name_over(at).is_some_and(|name| name.kind == EntityKind::Place);
        if place && page.turns(at.wrapping_sub(1), Turn::DefiniteBefore) {
            return None;
        }
        // 'Spanish daily AS', 'the Jesuit magazine America': what is named stands behind the noun.
        let nouns = (tokens.end..).take_while(|&at| noun(at)).count();
        let next = tokens.end + nouns;
        let names_other = reading.is_capitalised(next) && !page.is(next, fact::TIME);
        let demonym = page.pack.demonyms && page.gazetteer.demonym(&reading.words[at..]).is_some();
        let behind = noun(tokens.end) && !reading.is_capitalised(tokens.end) && !names_other && !demonym;
        let article = reading.mark(tokens.end) == ','
            && (page.turns(tokens.end + 1, Turn::DefiniteBefore) || page.is(tokens.end + 1, fact::QUANTITY));
        let mut described = tokens.end + 2..tokens.end + 2 + LONGEST_NOUN;
        // 'Ledgerline, a Zurich-based newsletter,'
        let closed = |at: usize| page.divides(at) || page.ends(at) || page.turns(at, Turn::Adjunct);
        let whole = |at: usize| page.turns(at, Turn::Outlet) && closed(at + 1);
        let far = || {
            let plain = |at: &usize| !page.divides(*at) && !page.turns(*at, Turn::Adjunct) && !page.is_verb(*at);
            let mut words = (tokens.end + 2..tokens.end + LONGEST_APPOSITION).take_while(plain);
            !person && words.any(whole)
        };
        // 'CISA, the U.S. cybersecurity agency,', but not 'the rail network operator,'
        let compound = |at: usize| reading.is_word(at + 1) && !noun(at + 1) && page.divides(at + 2);
        let near = described.any(|at| if person { whole(at) } else { page.turns(at, Turn::Outlet) && !compound(at) });
        let apposed = article && (near || far());
        (behind && !person || apposed).then_some(tokens)
    }
}
