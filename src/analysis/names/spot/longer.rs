//! Names that begin with one that the gazetteer has and go on behind it: a station of a town, a seat, a company that is called after
//! its town, what a maker makes.

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::analysis::names::known::Known;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// Within so many words behind a place a company ends that begins with it.
const LONGEST_COMPANY: usize = 4;

/// The longest number of a national road, in digits: 'U.S. 127'.
const LONGEST_ROUTE: usize = 3;

impl Spotter<'_> {
    /// A known name as the first part of one that no list has: a station of a town, a seat, what a company makes.
    pub(super) fn known_and_more(&mut self, at: usize, known: &Known) -> Option<usize> {
        let &Known { len, kind, .. } = known;
        let end = self.behind_year(at + len, kind);
        // 'BBC Radio Orkney'
        let is_station = kind == EntityKind::Outlet && self.scene.is_hint(end - 1, NameHint::Station);
        let town = self.scene.known(end..self.sentence.end).filter(|it| is_station && it.kind == EntityKind::Place);
        if let Some(town) = town {
            self.title = None;
            self.push(at..end + town.len, Evidence::AfterOutletNoun, None);
            return Some(end + town.len);
        }
        // 'off U.S. 27'
        let is_route = kind == EntityKind::Place
            && self.reading.is_number(end)
            && self.reading.text(end).len() <= LONGEST_ROUTE
            && self.reading.text(at).len() <= 2
            && self.hint_ends_at(at, NameHint::RoadBefore)
            && end < self.sentence.end
            && self.counts_nothing(end + 1);
        if is_route {
            self.title = None;
            self.push(at..end + 1, Evidence::StandsAsPlace, None);
            return Some(end + 1);
        }
        // 'HMI Cabang Kendari'
        let branch = self.scene.known(end + 1..self.sentence.end).filter(|it| it.kind == EntityKind::Place);
        let is_branch = kind == EntityKind::Organisation
            && self.scene.is_hint(end, NameHint::Branch)
            && self.reading.is_capitalised(end);
        if let Some(town) = branch.filter(|_| is_branch) {
            let last = end + 1 + town.len;
            let title = self.title.take().filter(|title| title.end == at);
            self.push(at..last, Evidence::OrganisationWord, None);
            self.nested_names(at..last, end + 1..last);
            self.title = title.map(|title| title.start..last);
            return Some(self.bracketed_abbreviation(last).unwrap_or(last));
        }
        // 'Leeds North West'
        let seat = end + self.seat_len(end);
        if kind == EntityKind::Place && seat > end {
            self.push(at..seat, Evidence::StandsAsPlace, None);
            return Some(seat);
        }
        // 'Amman Granites'
        let is_trade = kind == EntityKind::Place
            && self.scene.pack.full_names
            && self.is_name_word(end)
            && self.reading.tokens[end].case == Case::Capital
            && self.scene.is_hint(end, NameHint::CompanyTail)
            && !self.scene.is_any_cue(end, &[NameCue::Title, NameCue::PlaceTail])
            && !self.is_name_word(end + 1)
            && !self.page.headlines.holds(at);
        if is_trade {
            self.title = None;
            self.push(at..end + 1, Evidence::OrganisationWord, None);
            return Some(end + 1);
        }
        // 'Hannover Rueck SE'
        if kind == EntityKind::Place
            && self.is_name_word(end)
            && let Some(form) = self.end_of_company(end)
        {
            self.title = None;
            self.push(at..form, Evidence::OrganisationWord, None);
            return Some(form);
        }
        let behind = self.product(at, end).filter(|_| kind == EntityKind::Organisation)?;
        self.title = None;
        self.push(at..behind, Evidence::AfterThing, None);
        Some(behind)
    }

    /// Behind the form of a company that ends a run of capitalised words from `at` on, none of which is in capitals or begins
    /// another name.
    fn end_of_company(&self, at: usize) -> Option<usize> {
        let is_form = |at: &usize| self.scene.is_hint(*at, NameHint::CompanyForm) && self.reading.is_capitalised(*at);
        let form = (at + 1..self.sentence.end.min(at + LONGEST_COMPANY)).find(is_form)?;
        let is_word = |at: usize| {
            self.is_name_word(at)
                && self.reading.tokens[at].case == Case::Capital
                && self.scene.known(at..self.sentence.end).is_none_or(|known| known.len < 2)
        };
        (self.scene.pack.full_names && (at..form).all(is_word)).then_some(form + 1)
    }

    /// Whether no noun stands at `at` that what is before it could count: 'U.S. 19 firms', 'U.S. 20-year bonds'.
    pub(super) fn counts_nothing(&self, at: usize) -> bool {
        at >= self.sentence.end
            || !self.reading.is_word(at) && !self.reading.is_glued(at + 1)
            || self.reading.is_word(at) && self.scene.pack.function_words.contains(&self.reading.words[at])
            || self.hint_ends_at(at + 1, NameHint::RoadBehind)
    }

    /// How many words at `at` are directions that a seat is named by.
    fn seat_len(&self, at: usize) -> usize {
        let is_part = |&at: &usize| {
            let is_written = self.reading.tokens[at].case == Case::Capital;
            is_written && self.scene.is_hint(at, NameHint::SeatTail) && self.scene.pack.full_names
        };
        let len = (at..self.sentence.end).take_while(is_part).count();
        if self.is_name_word(at + len) && self.cue(at + len, |cue| cue == NameCue::Title).is_none() { 0 } else { len }
    }

    /// The end of a product's name behind a noun for things and its maker: 'mobil Honda Brio', 'Samsung Galaxy S24'.
    fn product(&self, maker: usize, end: usize) -> Option<usize> {
        let is_part = |at: &usize| {
            let at = *at;
            let is_new = self.tagged_len(at) == 0 && self.scene.known(at..at + 1).is_none();
            let is_cue = self.cue(at, |cue| matches!(cue, NameCue::Title | NameCue::Honorific)).is_some();
            is_new && !is_cue && (self.is_name_word(at) || self.reading.is_number(at) && !self.is_time(at))
        };
        let len = (end..self.sentence.end).take_while(is_part).count();
        (len > 0 && self.is_name_word(end) && self.cue_ends_at(maker, NameCue::Thing)).then_some(end + len)
    }
}
