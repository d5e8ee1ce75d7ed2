//! Places by the article before them, where no list and no tagger tells: oceans and directions that are regions ('across the
//! Atlantic', 'the Northeast'), roads by letter and number ('on the A39'); and clubs by the place before their nickname.

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The longest number of a road, in digits.
const LONGEST_ROAD: usize = 4;

/// The longest name of a place between the article and the noun for it, in words.
const LONGEST_LED: usize = 3;

impl Spotter<'_> {
    /// A word that is a place behind an article and before no other name: 'over the Atlantic', 'the South'. Somebody who says
    /// something is none ('the Atlantic reported').
    pub(super) fn led_place(&mut self, at: usize) -> Option<usize> {
        let is_led = self.scene.is_hint(at, NameHint::LedPlace) && self.is_led_name(at) && !self.page.reports_matches;
        let end = at + 1;
        // What the lists have as a place is known by them.
        let is_listed =
            || self.scene.known(at..self.sentence.end).is_some_and(|it| it.kind == EntityKind::Place && !it.risky);
        // 'the Amazon founder'
        let is_bearer = || {
            let is_body = self.scene.is_known(at..end, EntityKind::Organisation);
            is_body && self.reading.is_word(end) && !self.scene.pack.function_words.contains(&self.reading.words[end])
        };
        if !is_led
            || is_listed()
            || is_bearer()
            || self.is_name_word(end)
            || self.reading.mark(end) == '-'
            || self.stands_beside_speech(&(at..end))
        {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::StandsAsPlace, None);
        Some(end)
    }

    /// 'the Itaipu dam', 'the Dos Bocas refinery': words that no list has and no tagger saw, between the article and a noun for places.
    pub(super) fn led_by_noun(&mut self, at: usize) -> Option<usize> {
        let is_part = |at: &usize| {
            self.is_name_word(*at)
                && self.reading.tokens[*at].case == Case::Capital
                && !self.scene.is_common(*at)
                && self.scene.cues(*at).is_empty()
                && self.tagged_len(*at) == 0
                && self.scene.known(*at..self.sentence.end).is_none()
        };
        if !self.is_led_name(at) || !self.scene.pack.full_names {
            return None;
        }
        let end = at + (at..self.sentence.end).take(LONGEST_LED).take_while(is_part).count();
        let is_small = self.reading.tokens.get(end).is_some_and(|token| token.case == Case::Lower);
        let is_behind = |to: usize| self.scene.is_hint_of(end..to, NameHint::PlaceBehind);
        if end == at || !is_small || !(end + 1..=end + 2).any(is_behind) {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::AfterPlaceHead, None);
        Some(end)
    }

    /// 'Kerr County' before 'Judge Rob Kelly': the word for the county is none of the title.
    pub(super) fn county_of_officer(&mut self, at: usize) -> Option<usize> {
        let (county, end) = (at + 1, at + 2);
        let is_county = end < self.sentence.end
            && self.reading.tokens[at].case == Case::Capital
            && self.reading.tokens[county].case == Case::Capital
            && self.reading.tokens[end].case == Case::Capital
            && self.scene.is_hint(county, NameHint::County)
            && self.scene.cues_of(county..end + 1).contains(&NameCue::Title)
            && self.scene.cues(at).is_empty()
            && !self.scene.is_common(at)
            && self.tagged_len(at) == 0
            && !self.page.headlines.holds(at);
        if !is_county {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::AfterPlaceHead, None);
        Some(end)
    }

    /// A road by its letter and number, where what stands around it tells that it is one: 'on the A39', 'the M5 near Exeter'.
    pub(super) fn road(&mut self, at: usize) -> Option<usize> {
        let end = at + 2;
        let is_code = end <= self.sentence.end
            && self.scene.is_hint(at, NameHint::RoadLetter)
            && self.reading.is_number(at + 1)
            && self.reading.is_glued(at + 1)
            && self.reading.text(at + 1).len() <= LONGEST_ROAD;
        if !is_code || !self.is_led_name(at) || self.reading.is_glued(end) && self.reading.is_word(end) {
            return None;
        }
        let is_behind = || end < self.sentence.end && self.hint_ends_at(end + 1, NameHint::RoadBehind);
        let is_road = self.hint_ends_at(at - 1, NameHint::RoadBefore) || is_behind();
        if !is_road || self.is_name_word(end) {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::StandsAsPlace, None);
        Some(end)
    }

    /// Whether a capitalised word stands behind an article that is written small.
    fn is_led_name(&self, at: usize) -> bool {
        at > self.sentence.start && self.reading.is_capitalised(at) && self.scene.is_hint(at - 1, NameHint::Definite)
    }

    /// 'Runcorn Linnets' in a report of matches: a place, and those who play for it, whom no list has.
    pub(super) fn club_with_nickname(&mut self, at: usize) -> Option<usize> {
        if !self.page.reports_matches || !self.reading.is_capitalised(at) {
            return None;
        }
        let place = self.scene.known(at..self.sentence.end).filter(|known| known.kind == EntityKind::Place)?;
        let nickname = at + place.len;
        let is_plural = nickname < self.sentence.end
            && self.reading.tokens[nickname].case == Case::Capital
            && self.reading.text(nickname).ends_with('s')
            && !self.reading.text(nickname).ends_with("ss");
        let is_new = is_plural
            && self.is_name_word(nickname)
            && self.scene.cues(nickname).is_empty()
            && self.scene.known(nickname..self.sentence.end).is_none()
            && !self.scene.is_person_word(nickname)
            && !self.is_name_word(nickname + 1)
            && self.tagged_len(at) <= place.len + 1;
        if !is_new {
            return None;
        }
        self.title = None;
        self.push(at..nickname + 1, Evidence::Tagged(EntityKind::Organisation), None);
        Some(nickname + 1)
    }
}
