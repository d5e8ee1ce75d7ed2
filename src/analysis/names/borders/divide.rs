//! Divides what the tagger took for one name where marks, ranks and known organisations tell that it is two: 'KOMPAS.com -
//! Pemerintah Indonesia', 'Citigroup and Bank of America'.

use std::ops::Range;

use crate::analysis::names::scene::Scene;
use crate::analysis::names::tagger::Tagged;
use crate::analysis::reading::Reading;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The longest given name that is cut short by a full stop, in bytes: 'Moh. Rizki', 'Abd. Rahman'.
const SHORT_NAME_BYTES: usize = 4;

/// The names of one sentence, divided; in order.
pub(super) fn divide(scene: &Scene, sentence: &Range<usize>, tagged: Vec<Tagged>) -> Vec<Tagged> {
    let reading = scene.reading;
    let divider = Divider { scene: *scene, reading, start: sentence.start };
    let tagged = divider.by_neighbours(tagged);
    let mut divided = Vec::with_capacity(tagged.len());
    tagged.into_iter().for_each(|name| divider.divide(name, &mut divided));
    divided
}

pub(super) struct Divider<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) reading: &'a Reading<'a>,
    /// The first token of the sentence.
    pub(super) start: usize,
}

impl Divider<'_> {
    /// A given name that is cut short belongs to the person behind it, not to the office before ('DPRD Brebes Moh. Rizki'); a district
    /// between a village and a town is nobody.
    fn by_neighbours(&self, mut tagged: Vec<Tagged>) -> Vec<Tagged> {
        for index in 1..tagged.len() {
            let (before, person) = (&tagged[index - 1], &tagged[index]);
            let last = before.tokens.end - 1;
            let is_cut = self.reading.tokens[last].case == Case::Capital
                && self.reading.text(last).len() <= SHORT_NAME_BYTES
                && self.reading.mark(last + 1) == '.'
                && person.tokens.start == last + 2;
            // 'Kepala Desa Kohod Arsin bin Asip'
            let is_father = person.tokens.start == last + 1
                && before.tokens.len() > 1
                && before.kind != EntityKind::Person
                && self.reading.tokens[last + 1].case == Case::Lower
                && self.scene.pack.grammar.noun_first
                && self.scene.is_cue(last + 1, NameCue::Connector);
            if is_father && person.kind == EntityKind::Person {
                tagged[index - 1].tokens.end = last;
                tagged[index].tokens.start = last;
                continue;
            }
            let is_short = is_cut || person.tokens.start == last + 1 && self.scene.begins_birth_name(last);
            let is_office = before.kind == EntityKind::Organisation && before.tokens.len() > 1;
            if is_short && is_office && person.kind == EntityKind::Person {
                tagged[index - 1].tokens.end = last;
                tagged[index].tokens.start = last;
            }
        }
        for index in 1..tagged.len().saturating_sub(1) {
            if self.is_district(&tagged[index - 1], &tagged[index], &tagged[index + 1]) {
                tagged[index].kind = EntityKind::Place;
            }
        }
        tagged
    }

    /// 'Wringinanom' of 'Kades Sidokumpul, Wringinanom, Gresik': a word that nobody bears, in commas between two places, is the one in
    /// which the first lies.
    fn is_district(&self, before: &Tagged, name: &Tagged, behind: &Tagged) -> bool {
        let Range { start, end } = name.tokens;
        let is_comma = |at: usize, next: usize| self.reading.mark(at) == ',' && at + 1 == next;
        name.kind == EntityKind::Person
            && end - start == 1
            && before.kind == EntityKind::Place
            && behind.kind == EntityKind::Place
            && self.scene.pack.grammar.noun_first
            && is_comma(before.tokens.end, start)
            && is_comma(end, behind.tokens.start)
            && !self.scene.is_person_word(start)
            && self.scene.known(start..end).is_none()
    }

    /// Appends the names that `name` is to `divided`.
    fn divide(&self, name: Tagged, divided: &mut Vec<Tagged>) {
        let pair = self.pair_of_people(&name).or_else(|| self.party_and_person(&name));
        let pair = pair.or_else(|| self.place_and_outlet(&name)).or_else(|| self.place_and_its_own(&name));
        let pair = pair.or_else(|| self.person_and_other(&name)).or_else(|| self.ends_of_route(&name));
        let pair = pair.or_else(|| self.owner_and_company(&name)).or_else(|| self.site_and_street(&name));
        if let Some(pair) = pair {
            divided.extend(pair);
            return;
        }
        for run in self.between_marks(name.tokens, name.kind) {
            let run = Tagged::new(self.title_end(&run)..run.end, name.kind);
            let (first, second) = match self.pair(&run) {
                Some([first, second]) => (first, Some(second)),
                None => (self.alone(run), None),
            };
            divided.extend([Some(first), second].into_iter().flatten().filter_map(|part| self.trimmed(part)));
        }
    }

    /// The two names in a run of words that no mark parts, if it is two.
    fn pair(&self, run: &Tagged) -> Option<[Tagged; 2]> {
        if run.tokens.len() < 2 || self.stands_behind_party(run) {
            return None;
        }
        let body = self.body_and_its_place(run);
        if body.is_some() || self.rank_within(run).is_some() {
            return body;
        }
        let known = self.scene.known(run.tokens.clone());
        // 'Pertamina Patra Niaga'
        if known.is_some_and(|it| it.len == run.tokens.len() && it.kind == EntityKind::Organisation && !it.risky) {
            return None;
        }
        let pair = self.outlet_and_place(run, known).or_else(|| self.two_places(run, known));
        let pair = pair.or_else(|| self.place_and_person(run, known));
        pair.or_else(|| self.company_and_person(run)).or_else(|| self.office_and_person(run))
    }

    /// The one name in such a run: before a rank that stands within it, and a place behind a party's letters.
    fn alone(&self, run: Tagged) -> Tagged {
        if self.stands_behind_party(&run) {
            return Tagged::new(run.tokens, EntityKind::Place);
        }
        match self.rank_within(&run) {
            Some(rank) => Tagged::new(run.tokens.start..rank, run.kind),
            None => run,
        }
    }

    fn stands_behind_party(&self, run: &Tagged) -> bool {
        run.tokens.start > 0 && self.is_behind_party(run.tokens.start - 1)
    }

    /// The runs of words between dashes that stand by themselves, quotation marks and colons.
    fn between_marks(&self, tokens: Range<usize>, kind: EntityKind) -> Vec<Range<usize>> {
        let is_border = |at: usize| match self.reading.mark(at) {
            '-' | '–' | '—' => !self.reading.is_glued(at) && !self.reading.is_glued(at + 1),
            '“' | '”' | '"' | ':' | ';' | '[' => true,
            _ => false,
        };
        let mut runs = Vec::new();
        let mut start = tokens.start;
        for at in tokens.clone() {
            if is_border(at)
                || at > start && self.is_ordinary_within(at, kind)
                || self.is_owner(start..at, tokens.end)
                || kind == EntityKind::Person && self.is_possessive_of_plural(at, tokens.end)
                || self.is_between_companies(start..at, tokens.end)
                || self.is_between_known(start..at, tokens.end)
                || kind == EntityKind::Person && (self.is_behind_body(start..at) || self.is_between_people(start..at))
                || self.is_behind_party(at)
                || kind == EntityKind::Place && self.is_between_places(start..at, tokens.end)
                || self.is_within_region(start, at, tokens.end)
                || kind != EntityKind::Person && self.is_area_of(start..at, tokens.end)
                || kind == EntityKind::Organisation
                    && (self.is_between_offices(start..at, tokens.end) || self.leads_elsewhere(start..at, tokens.end))
            {
                runs.push(start..at);
                start = at + 1;
            }
        }
        runs.push(start..tokens.end);
        // 'of Blansko' behind 'town'
        let is_lower = |at: &usize| self.reading.tokens[*at].case == Case::Lower && !self.reading.is_glued(*at + 1);
        for run in runs.iter_mut().skip(1) {
            let is_small = |at: &usize| {
                let word = self.reading.words[*at];
                is_lower(at) && self.scene.pack.function_words.contains(&word) && !self.scene.is_cue(*at, NameCue::And)
            };
            run.start += run.clone().take_while(is_small).count();
        }
        let is_party = |run: &Range<usize>| run.len() == 1 && self.is_behind_party(run.end);
        runs.retain(|run| run.clone().any(|at| self.reading.is_capitalised(at)) && !is_party(run));
        runs
    }

    /// A word written small that no name of this kind has within: 'as' of 'Page as Howe', 'revivals' of 'Broadway revivals of'.
    fn is_ordinary_within(&self, at: usize, kind: EntityKind) -> bool {
        const PARTS: [NameCue; 5] =
            [NameCue::Connector, NameCue::And, NameCue::Government, NameCue::OrganisationTail, NameCue::PlaceTail];
        if self.reading.tokens[at].case != Case::Lower || self.reading.is_glued(at) || self.reading.is_glued(at + 1) {
            return false;
        }
        let word = self.reading.words[at];
        let is_small = self.scene.pack.function_words.contains(&word);
        let is_word = (is_small || self.scene.pack.is_ordinary(word)) && !self.scene.is_any_cue(at, &PARTS);
        match kind {
            EntityKind::Person | EntityKind::Place => is_word,
            EntityKind::Organisation => is_word && !is_small && !self.scene.is_cue(at, NameCue::PlaceHead),
            _ => false,
        }
    }

    /// The possessive of one body before another: 'National Assembly's Education Committee'.
    fn is_owner(&self, before: Range<usize>, end: usize) -> bool {
        let at = before.end;
        let is_possessive = self.reading.text(at).starts_with(['\'', '’']) && self.reading.is_glued(at);
        let is_body = |at: usize| self.scene.is_any_cue(at, &[NameCue::Government, NameCue::OrganisationTail]);
        // 'DA's Glynnis Breytenbach'
        let is_somebody = || self.scene.is_full_name(at + 1..end) && !self.scene.is_common(at - 1);
        // 'Japan's Ministry of Economy'
        let is_of_place = || {
            let is_head = self.scene.cue_len(at + 1..end, NameCue::OrganisationHead).is_some();
            is_head && self.scene.is_known(at - 1..at, EntityKind::Place)
        };
        // 'Bank of England's Monetary Policy Committee'
        let is_known = || before.len() > 1 && self.scene.is_known(before.clone(), EntityKind::Organisation);
        let is_owner = || is_body(at - 1) || is_known();
        // 'Sagaing Region's Depayin Township'
        let are_regions = || [at - 1, end - 1].iter().all(|&last| self.scene.is_cue(last, NameCue::PlaceTail));
        let is_border = || is_body(end - 1) && is_owner() || is_somebody() || is_of_place() || are_regions();
        is_possessive && at > self.start && at + 1 < end && is_border()
    }

    /// The mark between 'Nathan Jones' and the 'Charlton' that is his.
    fn is_possessive_of_plural(&self, at: usize, end: usize) -> bool {
        matches!(self.reading.mark(at), '\'' | '’')
            && at > self.start
            && at + 1 < end
            && self.reading.is_glued(at)
            && !self.reading.is_glued(at + 1)
            && self.reading.text(at - 1).ends_with('s')
    }

    /// The hyphen of 'R-Salina', in commas or brackets behind a lawmaker.
    pub(super) fn is_behind_party(&self, at: usize) -> bool {
        let opens = at > 1 && matches!(self.reading.mark(at - 2), ',' | '(');
        self.reading.mark(at) == '-' && opens && self.reading.text(at - 1).len() == 1 && self.reading.is_glued(at + 1)
    }

    /// Where a rank or form of address begins within the name of an organisation or a place: 'Polres Brebes AKP', 'Keraton
    /// Kasepuhan PRA'.
    fn rank_within(&self, name: &Tagged) -> Option<usize> {
        let is_body = name.kind == EntityKind::Organisation;
        let is_rank = |at: &usize| {
            let upper = self.reading.tokens[*at].case == Case::Upper;
            let is_field = self.scene.is_hint(*at, NameHint::Field);
            // 'RSIA Kasih Bunda'
            let leads = self.reading.is_capitalised(*at + 1) || self.reading.mark(*at + 1) == '.';
            self.scene.is_cue(*at, NameCue::Honorific) && !is_field && leads && (upper || is_body)
                || upper && self.scene.is_cue(*at, NameCue::Title)
        };
        (name.tokens.start + 1..name.tokens.end).find(is_rank).filter(|_| is_body || name.kind == EntityKind::Place)
    }
}
