//! People by parts and spellings of their names: 'Kim' for 'Kim Jong Un', 'Sergey Lavrov' for 'Sergei Lavrov'.

use std::ops::Range;

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::{Joiner, form};
use crate::analysis::names::kind::Named;
use crate::analysis::names::short;
use crate::analysis::reading::Reading;
use crate::lang::{NameCue, NameHint, fold};
use crate::model::{EntityId, EntityKind};
use crate::text::token::Case;

/// Of a person's name with more tokens no part is known as such; the names of real people have half as many.
const LONGEST_WITH_PARTS: usize = 12;

/// A short form of a given name has at least so many letters.
const SHORTEST_SHORT_NAME: usize = 3;

/// A short form of a name that is not the first has at least so many letters.
const SHORTEST_LATER_NAME: usize = 5;

/// Among more words of people's names none is looked for by its beginning.
const MOST_PEOPLE_WORDS: usize = 400;

/// How many people of one name are remembered; of more, the latest.
const NAMESAKES: usize = 32;

/// Which of two namesakes a form of address tells: 'Mr', 'Mrs'.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Address {
    He,
    She,
}

/// Every run of words within a longer name of a person: 'Jong Un' is no name of its own beside 'Kim Jong Un'.
pub(super) fn parts_of_people<'a>(reading: &'a Reading, named: &[Named]) -> FxHashSet<Cow<'a, str>> {
    let mut parts = FxHashSet::default();
    let lengths = 3..=LONGEST_WITH_PARTS;
    for name in named.iter().filter(|name| name.kind == EntityKind::Person && lengths.contains(&name.tokens.len())) {
        for start in name.tokens.clone() {
            for end in start + 2..=name.tokens.end {
                if end - start < name.tokens.len() {
                    parts.insert(form(reading, &(start..end)));
                }
            }
        }
    }
    parts
}

/// How many letters may differ between two spellings of one word of a name, by its length: 'Sergey' is 'Sergei', 'Lee' is
/// not 'Lie'.
fn may_differ(letters: usize) -> usize {
    match letters {
        0..=4 => 0,
        5 => 1,
        _ => 2,
    }
}

/// Whether two names of as many words are spellings of one: word by word nearly the same, from the same first letter.
fn are_spellings(one: &str, other: &str) -> bool {
    let is_like = |(one, other): (&str, &str)| {
        let letters = one.chars().count().min(other.chars().count());
        one == other
            || one.chars().next() == other.chars().next() && strsim::osa_distance(one, other) <= may_differ(letters)
    };
    one.split(' ').count() == other.split(' ').count() && one.split(' ').zip(other.split(' ')).all(is_like)
}

impl<'a> Joiner<'a> {
    /// Remembers that this person was named last, for the short forms that follow.
    pub(super) fn note_person(&mut self, name: &Named, id: EntityId) {
        if name.kind != EntityKind::Person {
            return;
        }
        // 'Yvette d'Entremont'
        let is_part = |&at: &usize| self.reading.is_capitalised(at) || at + 1 == name.tokens.end;
        for at in name.tokens.clone().filter(is_part) {
            let known = self.people.entry(self.reading.folded(at)).or_default();
            known.retain(|&other| other != id);
            if known.len() == NAMESAKES {
                known.remove(0);
            }
            known.push(id);
        }
        self.note_initials(name, id);
    }

    /// Remembers the initials of a person, who is called by them in short.
    fn note_initials(&mut self, name: &Named, id: EntityId) {
        let Some(letters) = short::initials(self.reading, &name.tokens) else { return };
        let known = self.initials.entry(letters).or_insert(Some(id));
        if *known != Some(id) {
            *known = None;
        }
    }

    /// The one person who has these initials: 'HNW' of 'Hidayat Nur Wahid'.
    pub(super) fn person_with_initials(&self, name: &Named) -> Option<EntityId> {
        let at = name.tokens.start;
        let is_letters = name.tokens.len() == 1 && self.reading.tokens[at].case == Case::Upper;
        let is_kept_back = at > 0 && self.scene.is_hint(at - 1, NameHint::Initials);
        let is_open = name.kind == EntityKind::Person && is_letters && !is_kept_back;
        is_open.then(|| self.initials.get(self.reading.text(at)).copied().flatten()).flatten()
    }

    /// The person of the same last name whose name is spelled nearly like this one ('Sergey Lavrov' and 'Sergei Lavrov').
    pub(super) fn by_spelling(&self, name: &Named) -> Option<EntityId> {
        if name.kind != EntityKind::Person {
            return None;
        }
        let last = self.reading.folded(name.tokens.end - 1);
        let form = form(self.reading, &name.tokens);
        let namesakes = self.people.get(last)?.iter().rev();
        let known = |id: &&EntityId| {
            let known = fold(&self.entities[**id].name).replace('-', " ");
            known != form && are_spellings(&known, &form)
        };
        namesakes.copied().find(|id| known(&id))
    }

    /// The person whose longer name begins so and has all these words: 'Mikael Tata' is 'Mikael Alfredo Tata Tanjung'.
    pub(super) fn by_longer_name(&self, name: &Named) -> Option<EntityId> {
        if name.kind != EntityKind::Person {
            return None;
        }
        let mut words = name.tokens.clone().filter(|&at| self.reading.is_word(at)).map(|at| self.reading.folded(at));
        let first = words.next()?;
        let rest: Vec<_> = words.map(|word| self.people.get(word)).collect::<Option<_>>()?;
        // 'Anton Doni' is 'Antonius Doni Dihen'.
        let is_cut = !self.people.contains_key(first) && first.len() >= SHORTEST_LATER_NAME;
        let known = if is_cut { *rest.first()? } else { self.people.get(first)? };
        let known = known.iter().rev().copied();
        let begins = |id: &EntityId| {
            let name = fold(&self.entities[*id].name);
            let given = name.split(' ').next().unwrap_or_default();
            if is_cut { given.starts_with(first) } else { given == first }
        };
        known.filter(begins).find(|id| rest.iter().all(|others| others.contains(id)))
    }

    /// The one person of this family name whose first name begins so: 'S Cobbo' is 'Selwyn Cobbo'.
    pub(super) fn by_initial(&self, name: &Named) -> Option<EntityId> {
        let Range { start, end } = name.tokens;
        let is_short = end - start == 2 || end - start == 3 && self.reading.mark(start + 1) == '.';
        if name.kind != EntityKind::Person || !is_short || self.reading.text(start).chars().count() != 1 {
            return None;
        }
        let (initial, last) = (self.reading.folded(start), self.reading.folded(end - 1));
        let bears = |id: &&EntityId| {
            let known = fold(&self.entities[**id].name);
            known.starts_with(initial) && known.split(' ').count() > 1 && known.ends_with(last)
        };
        let mut bearers = self.people.get(last)?.iter().filter(bears);
        let bearer = bearers.next().copied();
        bearer.filter(|_| bearers.next().is_none())
    }

    /// The person of the same first and last word, whose name has words between them where this one has none, or the other
    /// way round: 'Ottilie Marchbanks' and 'Ottilie Jane Marchbanks'.
    pub(super) fn by_outer_words(&self, name: &Named) -> Option<EntityId> {
        let form = form(self.reading, &name.tokens);
        let (first, last) = (form.split(' ').next()?, form.rsplit(' ').next()?);
        let namesakes = self.people.get(last).filter(|_| name.kind == EntityKind::Person)?.iter().rev();
        let words = form.split(' ').count();
        let is_same = |id: &&EntityId| {
            let known = fold(&self.entities[**id].name).replace('-', " ");
            let others = known.split(' ').count();
            let differ = words.min(others) == 2 && words.max(others) > 2;
            differ && known.split(' ').next() == Some(first) && known.rsplit(' ').next() == Some(last)
        };
        namesakes.copied().find(|id| is_same(&id))
    }

    /// The person whose given name this is the beginning of, if it is not known otherwise: 'Edu' of 'Eduardo Perez'.
    pub(super) fn by_short_name(&self, name: &Named) -> Option<EntityId> {
        let short = self.reading.folded(name.tokens.start);
        let is_known = self.people.contains_key(short)
            || self.by_form.contains_key(&(name.kind, form(self.reading, &name.tokens)));
        let is_open = name.kind == EntityKind::Person && name.tokens.len() == 1 && !is_known;
        if !is_open || short.len() < SHORTEST_SHORT_NAME || self.people.len() > MOST_PEOPLE_WORDS {
            return None;
        }
        let begins = |word: &str| word.len() > short.len() && word.starts_with(short);
        let mut found = self.people.iter().filter(|(word, _)| begins(word)).flat_map(|(_, ids)| ids.iter());
        let first = *found.next()?;
        let given = fold(&self.entities[first].name).into_owned();
        // 'Ubaid' of 'Muhammad Ubaidillah', where people are called by any of their names.
        let is_any = !self.scene.pack.full_names && short.len() >= SHORTEST_LATER_NAME;
        let is_begun = is_any || begins(given.split(' ').next()?);
        (is_begun && found.all(|&other| other == first)).then_some(first)
    }

    /// The person whose name has all these words; of several, the one whom they have meant before ('Quiñones', also behind
    /// 'his sister, Yesenia Quiñones'), else the one named last.
    pub(super) fn person_with_words(&self, name: &Named) -> Option<EntityId> {
        let address = self.address(name);
        let fits = |id: &EntityId| {
            let known = self.addressed.get(id);
            address.is_none_or(|own| known.is_none_or(|&known| known == own))
        };
        // 'Van Dijk' is 'Virgil van Dijk', whose particle is no word of his own; nor is the 'Al' of 'Al-Masri'.
        let is_small =
            |at: usize| self.scene.is_hint(at, NameHint::Particle) || self.scene.is_cue(at, NameCue::Connector);
        let is_own = |at: &usize| name.tokens.len() == 1 || self.reading.is_word(*at) && !is_small(*at);
        let mut words = name.tokens.clone().filter(is_own).map(|at| self.people.get(self.reading.folded(at)));
        let first = words.next()??;
        let rest: Vec<&Vec<EntityId>> = words.flatten().collect();
        let has_all = |id: &EntityId| rest.iter().all(|others| others.contains(id));
        let before = self.meant.get(&form(self.reading, &name.tokens)).copied();
        let mut whose = first.iter().copied().filter(|id| has_all(id) && fits(id));
        // A form of address that nobody had so far tells of somebody else: 'Mrs. Thibodeaux', behind 'Thibodeaux'.
        let is_usual = |id: &EntityId| address.is_none() || self.addressed.contains_key(id);
        before.filter(|id| first.contains(id) && fits(id) && is_usual(id)).or_else(|| {
            // Above the first full name it is the one who is introduced first.
            let introduced = whose.clone().min();
            whose.rfind(|id| self.named.contains(id)).or(introduced)
        })
    }

    /// Remembers how somebody is addressed.
    pub(super) fn note_address(&mut self, name: &Named, id: EntityId) {
        if let Some(address) = self.address(name) {
            self.addressed.entry(id).or_insert(address);
        }
    }

    /// What the form of address before a name tells.
    fn address(&self, name: &Named) -> Option<Address> {
        let title = name.title.clone()?;
        title.into_iter().find_map(|at| match () {
            () if self.scene.is_hint(at, NameHint::HeAddress) => Some(Address::He),
            () if self.scene.is_hint(at, NameHint::SheAddress) => Some(Address::She),
            () => None,
        })
    }
}
