//! Tags the tokens of a sentence by a trained model: the best sequence of tags, by Viterbi's algorithm.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::facts::{self, Facts};
use super::features::{self, HERE};
use super::form::Form;
use crate::analysis::reading::Reading;
use crate::lang::{MOST_WEIGHED, PLACES, Pack, Packs, Scores, TAGS, TaggerModel, Weighed};
use crate::model::EntityKind;

/// A name as the model sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tagged {
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: EntityKind,
}

impl Tagged {
    /// The name from its first capitalised word on: 'hotel Oranje' is named Oranje.
    pub(crate) fn trimmed(&self, reading: &Reading) -> Option<Tagged> {
        let first = self.tokens.clone().find(|&at| reading.is_capitalised(at))?;
        Some(Tagged { tokens: first..self.tokens.end, kind: self.kind })
    }
}

/// A model at work on a text, with the buffers that it uses again for every sentence.
pub(crate) struct Tagger<'a> {
    model: &'a TaggerModel,
    reading: &'a Reading<'a>,
    packs: &'a Packs,
    pack: &'a Pack,
    /// What following one tag with another adds, which is [`NEVER`] where it may not.
    steps: [Scores; TAGS.len()],
    /// The forms of the text so far. The first is the edge of a sentence.
    forms: Vec<(Form, [Scores; PLACES])>,
    /// What was weighed in this text and in those before.
    weighed: Weighed,
    /// The place in `forms` of each form, by how it is written.
    known: FxHashMap<&'a str, usize>,
    /// The forms of a sentence, with an edge of [`HERE`] before it and behind it, as places in `forms`.
    row: Vec<usize>,
    facts: Vec<Facts>,
    /// For each token and tag, the tag before it on the best way there.
    before: Vec<[u8; TAGS.len()]>,
    tags: Vec<u8>,
}

/// What `form` adds to the scores of a token from each place around it, as it was weighed before if it was.
fn weigh_once(weighed: &mut Weighed, form: &Form, model: &TaggerModel) -> [Scores; PLACES] {
    let key = form.key();
    if let Some(scores) = weighed.get(&key) {
        return *scores;
    }
    let scores = weigh(form, model);
    if weighed.len() < MOST_WEIGHED {
        weighed.insert(key, scores);
    }
    scores
}

fn weigh(form: &Form, model: &TaggerModel) -> [Scores; PLACES] {
    let mut scores = [Scores::default(); PLACES];
    for (place, scores) in scores.iter_mut().enumerate() {
        features::of_form(form, place, |key| model.add(key, scores));
    }
    scores
}

impl Drop for Tagger<'_> {
    fn drop(&mut self) {
        self.model.give_back(std::mem::take(&mut self.weighed));
    }
}

/// Too low for any sequence that can be avoided, too high to overflow within a sentence.
const NEVER: i32 = i32::MIN / 4;

impl<'a> Tagger<'a> {
    pub(crate) fn new(
        model: &'a TaggerModel,
        reading: &'a Reading<'a>,
        packs: &'a Packs,
        pack: &'a Pack,
    ) -> Tagger<'a> {
        let step = |from: usize, to: usize| if may_follow(from, to) { model.transitions()[from][to] } else { NEVER };
        Tagger {
            steps: std::array::from_fn(|from| std::array::from_fn(|to| step(from, to))),
            model,
            reading,
            packs,
            pack,
            forms: vec![(Form::EDGE, weigh(&Form::EDGE, model))],
            weighed: model.weighed(),
            known: FxHashMap::default(),
            row: Vec::new(),
            facts: Vec::new(),
            before: Vec::new(),
            tags: Vec::new(),
        }
    }

    /// The names in `sentence`, in order, as the model has learned to delimit them.
    pub(crate) fn names(&mut self, sentence: Range<usize>) -> Vec<Tagged> {
        let start = sentence.start;
        let tags = self.tags(sentence);
        let mut found: Vec<Tagged> = Vec::new();
        for (at, &tag) in (start..).zip(tags) {
            match (kind_of(tag), found.last_mut()) {
                (Some(_), Some(last)) if is_inner(usize::from(tag)) && last.tokens.end == at => {
                    last.tokens.end = at + 1
                }
                (Some(kind), _) => found.push(Tagged { tokens: at..at + 1, kind }),
                (None, _) => {}
            }
        }
        found
    }

    /// The number of each token's tag.
    pub(crate) fn tags(&mut self, sentence: Range<usize>) -> &[u8] {
        self.read(sentence);
        self.before.clear();
        // The model was trained with an edge before and behind each sentence that is outside any name.
        let mut best: Scores = std::array::from_fn(|tag| if tag == 0 { 0 } else { NEVER });
        for at in 0..self.facts.len() {
            let scores = self.scores(at);
            let (ways, before) = self.ways(&best);
            self.before.push(before);
            best = std::array::from_fn(|tag| ways[tag].saturating_add(scores[tag]));
            // Only differences count, and so a long sentence does not overflow.
            let top = best.iter().copied().max().unwrap_or(0);
            best = best.map(|score| (score - top).max(NEVER));
        }
        self.trace(&best)
    }

    /// Collects the forms and the facts of a sentence.
    fn read(&mut self, sentence: Range<usize>) {
        self.row.clear();
        self.row.extend([EDGE; HERE]);
        for at in sentence.clone() {
            let (text, kind) = (self.reading.text(at), self.reading.tokens[at].kind);
            let place = *self.known.entry(text).or_insert_with(|| {
                let form = Form::new(text, kind);
                let scores = weigh_once(&mut self.weighed, &form, self.model);
                self.forms.push((form, scores));
                self.forms.len() - 1
            });
            self.row.push(place);
        }
        let forms = self.row[HERE..].iter().map(|&place| &self.forms[place].0);
        facts::collect(self.reading, self.packs, self.pack, sentence, forms, &mut self.facts);
        self.row.extend([EDGE; HERE]);
    }

    /// What speaks for each tag of the token at `at`, whatever tag is before it.
    fn scores(&self, at: usize) -> Scores {
        let mut scores = Scores::default();
        features::of_facts(&self.facts, at, |key| self.model.add(key, &mut scores));
        for (place, &form) in self.row[at..at + PLACES].iter().enumerate() {
            let added = &self.forms[form].1[place];
            scores.iter_mut().zip(added).for_each(|(score, added)| *score += added);
        }
        scores
    }

    /// For each tag the best score of a way to it, without its own, and the tag that this way comes from.
    fn ways(&self, best: &Scores) -> (Scores, [u8; TAGS.len()]) {
        let mut ways = ([i32::MIN; TAGS.len()], [0; TAGS.len()]);
        for (from, (score, steps)) in (0..).zip(best.iter().zip(&self.steps)) {
            for (to, step) in steps.iter().enumerate() {
                if score + step >= ways.0[to] {
                    (ways.0[to], ways.1[to]) = (score + step, from);
                }
            }
        }
        ways
    }

    fn trace(&mut self, best: &Scores) -> &[u8] {
        self.tags.clear();
        let at_end = |&tag: &usize| best[tag].saturating_add(self.model.transitions()[tag][0]);
        let mut tag = (0..TAGS.len()).max_by_key(at_end).unwrap_or(0) as u8;
        for before in self.before.iter().rev() {
            self.tags.push(tag);
            tag = before[tag as usize];
        }
        self.tags.reverse();
        &self.tags
    }
}

/// The place of the edge of a sentence among the forms.
const EDGE: usize = 0;

fn is_inner(tag: usize) -> bool {
    tag > 0 && tag.is_multiple_of(2)
}

/// Whether a name may go on so: an inner tag only behind one of its own kind.
fn may_follow(from: usize, to: usize) -> bool {
    !is_inner(to) || from == to || from + 1 == to
}

fn kind_of(tag: u8) -> Option<EntityKind> {
    match tag {
        1 | 2 => Some(EntityKind::Person),
        3 | 4 => Some(EntityKind::Organisation),
        5 | 6 => Some(EntityKind::Place),
        _ => None,
    }
}
