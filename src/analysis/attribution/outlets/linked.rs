//! Outlets that lead to one another: whoever reports for one, the channel that a platform carries, the station behind its network,
//! those that are named in a row.

use std::ops::Range;

use super::forms::{domain_at, light_until, tailed};
use super::{Named, Outlets, Trust};
use crate::analysis::attribution::page::{Page, fact};
use crate::lang::Turn;
use crate::model::EntityKind;
use crate::text::token::Case;

impl Outlets<'_> {
    /// Behind the reporter of an outlet: 'kepada wartawan Kompas.com', 'kepada wartawan Halbert Chaniago yang melaporkan untuk BBC'.
    pub(super) fn behind_reporter(&self, page: &Page, from: usize, end: usize) -> usize {
        if !page.turns(from, Turn::Listener) || from + 1 >= end {
            return from;
        }
        let named = |at: usize| page.name_over(at).filter(|name| name.tokens.start == at);
        let outlet = |at: usize| named(at).is_some_and(|name| self.is_outlet(name)) || domain_at(page, at).is_some();
        let person = named(from + 1).filter(|name| name.kind == EntityKind::Person).map(|name| name.tokens.end);
        // 'kepada wartawan laman Benuanta Kini', 'kepada wartawan Lensa Timur'
        let next = outlet(from + 1) || page.turns(from + 1, Turn::Outlet) || tailed(page, from + 1, end).is_some();
        let works = |at: &usize| page.is(*at, fact::RELATIVE) && page.turns(at + 2, Turn::ToDo) && outlet(at + 3);
        let employer = person.filter(works).map(|at| at + 3);
        employer.unwrap_or(if next { from + 1 } else { from })
    }

    /// 'dikutip dari kanal YouTube Intens Investigasi': a channel that a platform carries, unless it is called like a person.
    pub(super) fn on_platform(&mut self, page: &Page, from: usize, first: usize, end: usize) -> Option<Named> {
        let platform = page.name_over(first).filter(|name| name.kind == EntityKind::Platform)?;
        let channel = first > from && page.is(first - 1, fact::MEDIUM);
        let next = platform.tokens.end;
        let person = page.name_over(next).is_some_and(|name| name.kind == EntityKind::Person);
        (channel && !person).then(|| self.at(page, next, end, Trust::OutletsOnly)).flatten()
    }

    /// 'told CNN affiliate KUSA': the outlet that the first one only describes.
    pub(super) fn affiliate(&mut self, page: &Page, first: &Named, end: usize) -> Option<Named> {
        let noun = |at: &usize| page.is(*at, fact::MEDIUM) && !page.reading.is_capitalised(*at);
        let nouns = (first.tokens.end..end).take_while(noun).count();
        let next = first.tokens.end + nouns;
        let known = page.name_over(next).filter(|name| nouns > 0 && name.tokens.start == next && self.is_outlet(name));
        // 'told NBC affiliate KSL': nothing but the letters of a station stands there.
        let letters = || {
            let led = (first.tokens.end..next).any(|at| page.turns(at, Turn::Affiliate));
            let upper = page.reading.tokens.get(next).is_some_and(|token| token.case == Case::Upper);
            (led && upper && next < end).then_some(next..next + 1)
        };
        match known {
            Some(name) => Some(Named::new(name.entity, name.tokens.clone())),
            None => letters().map(|letters| self.take(page, letters)),
        }
    }

    /// The outlet that follows another at `last`: 'AFP dan Reuters', 'ANT/Anadolu', 'AFP dari kantor berita IRNA'.
    pub(super) fn chained(&mut self, page: &Page, last: usize, end: usize) -> Option<Named> {
        let reading = page.reading;
        let from = page.is(last, fact::PLACE_PREPOSITION);
        let joint = |at: usize| {
            page.turns(at, Turn::Joint)
                || matches!(reading.mark(at), '/' | ',' | ')')
                || page.turns(at, Turn::DefiniteBefore)
        };
        let next = if from { light_until(page, last + 1, end) } else { (last..end + 1).find(|&at| !joint(at))? };
        let known =
            page.name_over(next).filter(|name| next > last && self.is_outlet(name) && name.tokens.start == next);
        let Some(name) = known else {
            // 'dikutip Jejak Kota dari Suara Pesisir', 'dilansir Bola.net dari Al Ayam,'
            let unknown = (tailed(page, next, end).or_else(|| self.closed_name(page, next)))
                .filter(|_| from && page.pack.grammar.noun_first)?;
            return Some(Named { link: Some(last), ..self.take(page, unknown) });
        };
        // 'Mengutip CNN, Tempo melaporkan': what has a verb of its own is no second hand of the same cue.
        let has_verb = reading.mark(last) == ',' && page.is(name.tokens.end, fact::CUE);
        let link = from.then_some(last);
        (!has_verb).then(|| Named { link, ..Named::new(name.entity, name.tokens.clone()) })
    }

    /// A name at `at` that no list has for another kind, and a comma right behind it.
    fn closed_name(&self, page: &Page, at: usize) -> Option<Range<usize>> {
        let name = page.name_over(at).filter(|name| name.tokens.start == at)?;
        let unlisted = matches!(name.kind, EntityKind::Organisation | EntityKind::Other);
        let closed = page.divides(name.tokens.end) && page.reading.mark(name.tokens.end) == ',';
        (unlisted && closed && self.may_be_outlet(page, name)).then(|| name.tokens.clone())
    }

    /// The outlets before the last one of a subject: 'Ming Pao and the Post reported'.
    pub(crate) fn beside(&self, page: &Page, tokens: &Range<usize>, last: &Named) -> Vec<Named> {
        let others = page.names_in(tokens.start..last.tokens.start.max(tokens.start));
        let outlets = others.filter(|name| self.is_outlet(name) && name.entity != last.outlet);
        outlets.map(|name| Named::new(name.entity, name.tokens.clone())).collect()
    }
}
