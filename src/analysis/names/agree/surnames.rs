//! People who are called by their family name, once the article has introduced them in full: 'Rhys Page ... Page, 22, travelled',
//! 'Marian Banks ... Banks said'; and companies whose name is a word: 'Harvest, the startup ... Harvest declined'. A tagger passes
//! over a name that is a word, above all where it begins a sentence.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::companies::Judge;
use super::consistency::stands_as_place;
use super::with_words;
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::headline::is_headline;
use crate::analysis::names::scene::Scene;
use crate::analysis::verbs::is_verb;
use crate::lang::{Cue, NameCue, NameHint, WordId};
use crate::model::EntityKind;
use crate::text::token::Case;

/// Finds the people of `candidates` again wherever their family name stands alone, and such companies wherever they do.
pub(super) fn settle(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let finder = Finder { scene: *scene };
    let places: FxHashSet<&str> = finder.told_for_people(&candidates);
    for candidate in candidates.iter_mut().filter(|it| finder.place_like(it).is_some_and(|it| places.contains(it))) {
        candidate.evidence = Evidence::Tagged(EntityKind::Person);
    }
    let mut found = finder.companies();
    let mut names: FxHashMap<&str, EntityKind> =
        found.iter().map(|&at| (scene.reading.text(at), EntityKind::Organisation)).collect();
    names.extend(candidates.iter().filter_map(|it| finder.surname(it)).map(|name| (name, EntityKind::Person)));
    if names.is_empty() {
        return candidates;
    }
    finder.take_from_places(&names, &mut candidates);
    let standing = finder.standing(&names);
    let lower = finder.written_small(&standing);
    for (at, start) in standing {
        let opens = at == start || !scene.reading.is_word(at - 1);
        let may_be_word = opens && lower.contains(scene.reading.folded(at));
        if finder.stands_alone(at, start) && finder.stands_as_person(at, opens, may_be_word) {
            found.push(at);
        }
    }
    found.sort_unstable();
    found.dedup();
    // What the lists, the reader or the tagger know by this word alone, and longer names that hold it, stay.
    let is_found = |at: usize| found.binary_search(&at).is_ok();
    candidates.retain(|it| {
        it.tokens.len() > 1
            || it.title.is_some()
            || it.evidence.is_settled()
            || matches!(it.evidence, Evidence::Tagged(_))
                && !scene.pack.is_ordinary(scene.reading.words[it.tokens.start])
            || !is_found(it.tokens.start)
    });
    let people = found.iter().map(|&at| (at, Evidence::Tagged(names[scene.reading.text(at)])));
    with_words(candidates, people)
}

/// Takes what was tagged as a body or a place for somebody, if it is a family name with an article that the article's people have:
/// 'al-Assad' of 'Bashar al-Assad'.
pub(super) fn with_articles(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let reading = scene.reading;
    let has_article = |end: usize| {
        end > 2
            && reading.mark(end - 2) == '-'
            && reading.is_glued(end - 1)
            && scene.is_cue(end - 3, NameCue::Connector)
    };
    let is_person = |it: &Candidate| {
        matches!(it.evidence, Evidence::Tagged(EntityKind::Person) | Evidence::Known(_, EntityKind::Person))
    };
    let full = candidates.iter().filter(|it| it.tokens.len() > 3 && has_article(it.tokens.end) && is_person(it));
    let names: FxHashSet<&str> = full.map(|it| reading.text(it.tokens.end - 1)).collect();
    if names.is_empty() {
        return candidates;
    }
    let is_short = |it: &&mut Candidate| {
        let last = it.tokens.end - 1;
        it.tokens.len() == 3
            && has_article(it.tokens.end)
            && matches!(it.evidence, Evidence::Tagged(_) | Evidence::Capitals)
            && names.contains(reading.text(last))
    };
    candidates.iter_mut().filter(is_short).for_each(|it| it.evidence = Evidence::Tagged(EntityKind::Person));
    candidates
}

struct Finder<'a> {
    scene: Scene<'a>,
}

impl<'a> Finder<'a> {
    /// 'Church' of 'Delores Church', which was taken for a place by its last word.
    fn place_like(&self, candidate: &Candidate) -> Option<&'a str> {
        let Range { start, end } = candidate.tokens;
        let is_place = matches!(candidate.evidence, Evidence::Tagged(EntityKind::Place) | Evidence::AfterPlaceHead);
        let is_name = is_place && end - start == 2 && self.scene.is_given_name(start);
        is_name.then(|| self.scene.reading.text(end - 1))
    }

    /// The last words of such names that are told the age of, or say something, alone: 'Church, 78,', 'Church said'.
    fn told_for_people(&self, candidates: &[Candidate]) -> FxHashSet<&'a str> {
        let Scene { reading, pack, passages, .. } = self.scene;
        let names: FxHashSet<&str> = candidates.iter().filter_map(|it| self.place_like(it)).collect();
        if names.is_empty() {
            return names;
        }
        let says = |at: usize| {
            let cues = pack.cues.speech.longest(reading.words.get(at..).unwrap_or_default());
            cues.is_some_and(|(_, cues)| cues.iter().any(|cue| matches!(cue, Cue::Says(_))))
        };
        let is_told = |at: usize, start: usize| {
            names.contains(reading.text(at)) && self.stands_alone(at, start) && (self.has_age(at) || says(at + 1))
        };
        let tokens = passages.iter().flat_map(|passage| passage.clone().map(|at| (at, passage.start)));
        tokens.filter(|&(at, start)| is_told(at, start)).map(|(at, _)| reading.text(at)).collect()
    }

    /// Family names that are places elsewhere, where one of them says something or is told of as people are, and none stands as a place:
    /// 'Robert Moskow asked ... Moskow, who rates the stock'.
    fn take_from_places(&self, names: &FxHashMap<&str, EntityKind>, candidates: &mut [Candidate]) {
        let Scene { reading, pack, .. } = self.scene;
        let is_open = |it: &Candidate| {
            let text = reading.text(it.tokens.start);
            it.tokens.len() == 1
                && matches!(it.evidence, Evidence::Known(_, EntityKind::Place))
                && names.get(text) == Some(&EntityKind::Person)
        };
        let says = |at: usize| {
            let cues = pack.cues.speech.longest(reading.words.get(at..).unwrap_or_default());
            cues.is_some_and(|(_, cues)| cues.iter().any(|cue| matches!(cue, Cue::Says(_))))
        };
        let is_told = |at: usize| {
            let is_followed = reading.mark(at + 1) == ',' && self.scene.is_hint(at + 2, NameHint::PersonPronoun);
            is_followed || says(at + 1)
        };
        let mut told: FxHashSet<&str> = FxHashSet::default();
        let mut placed: FxHashSet<&str> = FxHashSet::default();
        for candidate in candidates.iter().filter(|it| is_open(it)) {
            let at = candidate.tokens.start;
            let to = if stands_as_place(&self.scene, at) { &mut placed } else { &mut told };
            if is_told(at) || stands_as_place(&self.scene, at) {
                to.insert(reading.text(at));
            }
        }
        let is_person = |it: &Candidate| {
            let text = reading.text(it.tokens.start);
            is_open(it) && told.contains(text) && !placed.contains(text)
        };
        for candidate in candidates.iter_mut().filter(|it| is_person(it)) {
            candidate.evidence = Evidence::Tagged(EntityKind::Person);
        }
    }

    /// 'Page, 22'
    fn has_age(&self, at: usize) -> bool {
        let reading = self.scene.reading;
        reading.mark(at + 1) == ',' && reading.is_number(at + 2) && reading.text(at + 2).len() == 2
    }

    /// 'Page' of 'Rhys Page': the last word of a full name.
    fn surname(&self, candidate: &Candidate) -> Option<&'a str> {
        let last = candidate.tokens.end - 1;
        let is_person = matches!(
            candidate.evidence,
            Evidence::Tagged(EntityKind::Person) | Evidence::Known(_, EntityKind::Person) | Evidence::AfterTitle
        );
        let is_full =
            candidate.tokens.len() > 1 && (!self.scene.is_common(candidate.tokens.start) || candidate.title.is_some());
        let is_word = self.scene.reading.tokens[last].case == Case::Capital
            && !self.scene.in_time.get(last).copied().unwrap_or(false);
        (is_person && is_full && is_word).then(|| self.scene.reading.text(last))
    }

    /// Companies that bear an ordinary word, where one sentence tells what they are: 'Harvest, the Fresno-based startup'.
    fn companies(&self) -> Vec<usize> {
        let Scene { reading, passages, .. } = self.scene;
        let judge = Judge { scene: self.scene, reading };
        let is_told = |at: usize| {
            reading.mark(at + 1) == ','
                && self.scene.is_hint(at + 2, NameHint::Article)
                && judge.apposition(at + 2).any(|at| judge.is_firm(at))
        };
        let is_lone = |at: &usize| reading.tokens[*at].case == Case::Capital && self.scene.is_common(*at);
        let openers = passages.iter().map(|passage| passage.start).filter(is_lone);
        openers.filter(|&at| is_told(at)).collect()
    }

    /// Where the words of `names` stand with their capital letter, outside of headlines, each with the start of its passage.
    fn standing(&self, names: &FxHashMap<&str, EntityKind>) -> Vec<(usize, usize)> {
        let Scene { reading, passages, .. } = self.scene;
        let passages = passages.iter().filter(|passage| !is_headline(reading, passage));
        let tokens = passages.flat_map(|passage| passage.clone().map(|at| (at, passage.start)));
        tokens.filter(|&(at, _)| reading.is_capitalised(at) && names.contains_key(reading.text(at))).collect()
    }

    /// Which of the names that are `standing` the article has as ordinary words too, folded. No list has the words that are names
    /// and nothing else, so that these need not be looked for.
    fn written_small(&self, standing: &[(usize, usize)]) -> FxHashSet<&'a str> {
        let Scene { reading, passages, .. } = self.scene;
        let words = standing.iter().map(|&(at, _)| reading.words[at]).filter(|word| word.is_known());
        let words: FxHashSet<WordId> = words.collect();
        if words.is_empty() {
            return FxHashSet::default();
        }
        let is_small = |&at: &usize| reading.tokens[at].case == Case::Lower && words.contains(&reading.words[at]);
        passages.iter().flat_map(Clone::clone).filter(is_small).map(|at| reading.folded(at)).collect()
    }

    /// Whether neither an article nor a capitalised word stands beside it: none of 'the Banks' and 'Page Street'.
    fn stands_alone(&self, at: usize, start: usize) -> bool {
        let reading = self.scene.reading;
        let is_beside = |at: usize| reading.is_capitalised(at) && reading.is_word(at);
        let is_joined = reading.mark(at + 1) == '-' && reading.is_glued(at + 1);
        let is_led = at > start && (is_beside(at - 1) || self.scene.is_hint(at - 1, NameHint::Article));
        !is_beside(at + 1) && !is_joined && !is_led
    }

    /// Within a sentence the capital letter is enough; at its beginning somebody must do or own something, or be told the age of:
    /// 'Page is', 'Page's', 'Page, 22,'. A word that the article has small too is taken for a name there only for its age.
    fn stands_as_person(&self, at: usize, opens: bool, may_be_word: bool) -> bool {
        let Scene { reading, pack, .. } = self.scene;
        let is_age = self.has_age(at);
        let owns = reading.text(at + 1).starts_with(['\'', '’']) && reading.is_glued(at + 1);
        let is_small = reading.tokens.get(at + 1).is_some_and(|token| token.case == Case::Lower);
        let is_joint = || pack.function_words.contains(&reading.words[at + 1]);
        let acts = is_small && (is_verb(reading, pack, at + 1) || !is_joint());
        !self.scene.in_time.get(at).copied().unwrap_or(false) && (!opens || is_age || !may_be_word && (owns || acts))
    }
}
