//! How clearly the words around a name say that it is a place: 'in Lubbock,', 'a tributary of the Kara Darya'.

use super::consistency::stands_as_place;
use super::places::Judge;
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// How many tokens lead from a place to the region that it lies in: ', in the'.
const LONGEST_LEAD: usize = 3;

/// How far behind a name the noun stands that says what it is, in tokens.
const LONGEST_DEFINITION: usize = 9;

/// How clearly the words around a name say that it is a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    #[default]
    Open,
    /// Behind a preposition that people stand behind as well: 'from', 'to'.
    Likely,
    /// Where only places stand.
    Sure,
}

impl Judge<'_> {
    /// How each candidate stands; of names that are listed together the others stand as the first does, save for two words
    /// that somebody may bear ('in Brussels and Aamer Madhani').
    pub(super) fn standings(&self, candidates: &[Candidate]) -> Vec<Standing> {
        let mut standings: Vec<Standing> = Vec::with_capacity(candidates.len());
        for (index, candidate) in candidates.iter().enumerate() {
            let own = self.standing(candidate, candidates.get(index + 1));
            let listed = index.checked_sub(1).filter(|&before| self.are_listed(&candidates[before], candidate));
            let listed = listed.filter(|&before| {
                let place = &candidates[before];
                !self.is_holder(candidate, place) && !self.is_introduced_there(candidate, place)
            });
            let before = listed.map_or(Standing::Open, |before| standings[before]);
            let may_follow = candidate.tokens.len() == 1 || self.starts_as_place(candidate) || self.closes(candidate);
            let is_within = || listed.is_some_and(|before| self.is_within(candidate, &candidates[before]));
            let is_listed = || {
                listed.is_some_and(|before| {
                    let before = &candidates[before];
                    self.is_unknown_in_list(candidate, before) || self.is_seat(candidate, before)
                })
            };
            standings.push(match before {
                _ if own == Standing::Open && is_listed() => Standing::Sure,
                Standing::Sure if may_follow => before,
                Standing::Likely if own == Standing::Open && is_within() => before,
                _ => own,
            });
        }
        standings
    }

    /// 'Henna Virkkunen' of 'In Brussels, Henna Virkkunen, the commission's tech chief, said': what somebody is stands behind the name.
    fn is_introduced_there(&self, candidate: &Candidate, place: &Candidate) -> bool {
        let end = candidate.tokens.end;
        let is_aside = candidate.evidence == Evidence::Tagged(EntityKind::Person)
            && candidate.tokens.len() > 1
            && self.reading.mark(place.tokens.end) == ','
            && self.reading.mark(end) == ','
            && self.scene.is_hint(end + 1, NameHint::Article);
        let is_small = |at: usize| self.reading.tokens.get(at).is_some_and(|token| token.case == Case::Lower);
        let mut aside = (end + 2..end + LONGEST_DEFINITION).take_while(|&at| self.reading.mark(at) != ',');
        is_aside && aside.any(|at| is_small(at) && self.scene.is_cue(at, NameCue::Title))
    }

    /// 'Farzana Cassim' of 'A magistrate in Hatton, Farzana Cassim, released': whose office is in the place before the comma.
    fn is_holder(&self, candidate: &Candidate, place: &Candidate) -> bool {
        let office = place.tokens.start.checked_sub(2);
        candidate.evidence == Evidence::Tagged(EntityKind::Person)
            && candidate.tokens.len() > 1
            && self.reading.mark(place.tokens.end) == ','
            && office.is_some_and(|office| {
                self.reading.tokens[office].case == Case::Lower && self.scene.is_cue(office, NameCue::Title)
            })
    }

    /// 'The cave, Výpustek, was used': a noun for places before the comma, its article, and a comma behind.
    fn is_told_behind_noun(&self, start: usize, end: usize) -> bool {
        let Some(noun) = start.checked_sub(2).filter(|&noun| noun > 0 && self.reading.mark(noun + 1) == ',') else {
            return false;
        };
        let is_noun = self.scene.is_any_cue(noun, &[NameCue::PlaceHead, NameCue::PlaceTail]);
        let is_led = (noun.saturating_sub(2)..noun).any(|at| self.scene.is_hint(at, NameHint::Article));
        self.reading.mark(end) == ',' && self.reading.tokens[noun].case == Case::Lower && is_noun && is_led
    }

    /// 'Kecskemét, Hódmezővásárhely and all': a word that no list has and no tagger saw, behind a place that is listed.
    fn is_unknown_in_list(&self, candidate: &Candidate, place: &Candidate) -> bool {
        let start = candidate.tokens.start;
        let is_place =
            matches!(place.evidence, Evidence::Known(_, EntityKind::Place) | Evidence::Tagged(EntityKind::Place));
        let is_weak = matches!(candidate.evidence, Evidence::Capitals | Evidence::AfterPreposition);
        is_place
            && is_weak
            && candidate.tokens.len() == 1
            && !self.scene.is_person_word(start)
            && !self.is_ordinary(start)
            && (self.closes(candidate) || self.scene.is_cue(start + 1, NameCue::And))
    }

    /// 'Papiri' of 'from St Mary's School, Papiri,': a word or two that nobody bears, behind what has its seat there.
    fn is_seat(&self, candidate: &Candidate, body: &Candidate) -> bool {
        let is_word = |at: usize| {
            self.reading.tokens[at].case == Case::Capital && !self.scene.is_person_word(at) && !self.is_ordinary(at)
        };
        self.scene.is_hint(body.tokens.end - 1, NameHint::Seated)
            && self.reading.mark(body.tokens.end) == ','
            && self.scene.known(candidate.tokens.clone()).is_none()
            && candidate.tokens.clone().all(is_word)
            && self.closes(candidate)
    }

    /// Whether a word that nobody bears tells where the site before it is: 'di SDAT Tennis Stadium, Nungambakkam,'.
    fn is_within(&self, candidate: &Candidate, site: &Candidate) -> bool {
        let is_site = matches!(site.evidence, Evidence::Tagged(EntityKind::Place) | Evidence::AfterPlaceHead);
        is_site
            && candidate.tokens.len() == 1
            && !self.scene.is_person_word(candidate.tokens.start)
            && self.closes(candidate)
    }

    /// 'Tulang Selapan' of 'Kayuagung–Palembang–Tulang Selapan': behind two places with dashes between.
    fn is_on_route(&self, start: usize) -> bool {
        let is_dash = |at: usize| matches!(self.reading.mark(at), '-' | '–') && self.reading.is_glued(at);
        start > 3
            && is_dash(start - 1)
            && is_dash(start - 3)
            && self.scene.known(start - 2..start - 1).is_some_and(|known| known.kind == EntityKind::Place)
    }

    fn standing(&self, candidate: &Candidate, next: Option<&Candidate>) -> Standing {
        let start = candidate.tokens.start;
        let before = start.saturating_sub(2)..start;
        let has_before = |wanted: NameHint| before.clone().any(|from| self.scene.is_hint_of(from..start, wanted));
        let end = candidate.tokens.end;
        let behind = (end + 1..=end + 2).any(|to| self.scene.is_hint_of(end..to, NameHint::PlaceBehind));
        let in_region = next.is_some_and(|next| {
            let is_known = matches!(next.evidence, Evidence::Known(_, EntityKind::Place));
            let gap = end..next.tokens.start;
            let leads = |at: usize| {
                self.reading.mark(at) == ','
                    || self.scene.is_hint(at, NameHint::In)
                    || self.scene.is_hint(at, NameHint::Article)
            };
            is_known
                && self.reading.mark(end) == ','
                && (1..=LONGEST_LEAD).contains(&gap.len())
                && gap.into_iter().all(leads)
        });
        // 'a nod to Bergman's "Winter Light"'
        let owns_work = || self.scene.is_possessive(end) && matches!(self.reading.mark(end + 1), '“' | '"');
        if has_before(NameHint::CompanyHead) || owns_work() {
            Standing::Open
        } else if has_before(NameHint::PlaceSure)
            || self.is_told_behind_noun(start, end) && !(start..end).any(|at| self.scene.is_borne(at))
            || self.is_home(start)
            || self.is_where_from(candidate)
            || self.is_water(start)
            || self.is_defined(end)
            || behind
            || self.is_on_route(start)
            || in_region && self.opens_aside(start)
        {
            Standing::Sure
        } else if stands_as_place(&self.scene, start) {
            Standing::Likely
        } else {
            Standing::Open
        }
    }

    /// 'a tributary of the Kara Darya': behind the article of a river or a range.
    fn is_water(&self, start: usize) -> bool {
        let Some(article) = start.checked_sub(1).filter(|&at| self.scene.is_hint(at, NameHint::Definite)) else {
            return false;
        };
        let is_before = |from: usize| self.scene.is_hint_of(from..article, NameHint::WaterBefore);
        (article.saturating_sub(2)..article).any(is_before)
    }

    /// 'Boultham is a village in Lincolnshire', 'Rampura Agucha, the largest mine,', but not 'is a town councillor'.
    fn is_defined(&self, end: usize) -> bool {
        let is_link = self.scene.is_hint(end, NameHint::Copula) || self.reading.mark(end) == ',';
        let is_led = is_link && self.scene.is_hint(end + 1, NameHint::Article);
        let is_noun = |&at: &usize| {
            let is_place = self.scene.is_any_cue(at, &[NameCue::PlaceHead, NameCue::PlaceTail]);
            is_place && self.reading.tokens[at].case == Case::Lower
        };
        let is_open = |&at: &usize| !self.scene.pack.function_words.contains(&self.reading.words[at]);
        let behind = end + 2..self.reading.words.len().min(end + LONGEST_DEFINITION);
        let noun = if is_led { behind.take_while(is_open).find(is_noun) } else { None };
        noun.is_some_and(|at| self.scene.is_cue(at + 1, NameCue::PlacePreposition) || self.reading.mark(at + 1) == ',')
    }

    /// ', of Thorsby': where somebody is at home.
    fn is_home(&self, start: usize) -> bool {
        start > 1 && self.scene.is_hint_of(start - 1..start, NameHint::PlaceOf) && self.reading.mark(start - 2) == ','
    }

    /// 'a primary school teacher from Ellesmere,': behind what somebody is, and before a mark.
    fn is_where_from(&self, candidate: &Candidate) -> bool {
        let start = candidate.tokens.start;
        start > 1
            && self.closes(candidate)
            && self.scene.is_hint_of(start - 1..start, NameHint::PlaceOf)
            && self.scene.is_cue(start - 1, NameCue::PlacePreposition)
            && self.scene.is_cue(start - 2, NameCue::Title)
            && self.reading.tokens[start - 2].case == Case::Lower
    }

    /// Whether a preposition or a comma stands before, so that a region behind the name is not one of a list.
    fn opens_aside(&self, start: usize) -> bool {
        stands_as_place(&self.scene, start)
            || start > 0 && self.scene.pack.function_words.contains(&self.reading.words[start - 1])
    }

    /// Whether two names stand beside each other with nothing but a comma or an 'and' between them.
    fn are_listed(&self, one: &Candidate, other: &Candidate) -> bool {
        let between = one.tokens.end..other.tokens.start;
        let joins = |at: usize| self.reading.mark(at) == ',' || self.scene.is_cue(at, NameCue::And);
        matches!(between.len(), 1 | 2) && between.into_iter().all(joins)
    }

    /// Whether a mark stands behind a name, and not what it does or where it is.
    pub(super) fn closes(&self, candidate: &Candidate) -> bool {
        matches!(self.reading.mark(candidate.tokens.end), ',' | '.' | ';' | ')')
    }
}
