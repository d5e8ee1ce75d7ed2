//! Tags the tokens of a sentence by a trained model: the best sequence of tags, by Viterbi's algorithm.

use std::hash::BuildHasher;
use std::ops::Range;

use rustc_hash::FxBuildHasher;

mod facts;
mod features;
mod form;
pub mod lesson;

use self::facts::Facts;
use self::features::HERE;
use self::form::Form;
pub(super) use self::form::lower_key;
use crate::analysis::reading::Reading;
use crate::lang::{FACT_PLACES, LANES, PLACES, Pack, Packs, Scores, TAGS, TaggerModel, Weighed, WeighedForm};
use crate::model::EntityKind;
use crate::text::token::TokenKind;

/// A name as the model sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tagged {
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: EntityKind,
}

impl Tagged {
    pub(crate) fn new(tokens: Range<usize>, kind: EntityKind) -> Tagged {
        Tagged { tokens, kind }
    }

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
    /// What was weighed in this text and in those before.
    weighed: Weighed,
    /// The forms of a sentence, with an edge of [`HERE`] before it and behind it, as their numbers in `weighed`.
    row: Vec<usize>,
    facts: Vec<Facts>,
    /// The facts of a sentence, as their numbers in `weighed`.
    fact_row: Vec<usize>,
    /// The pairs of neighbours of a sentence, from that of its edge with its first token on, as their numbers in `weighed`.
    pair_row: Vec<usize>,
    /// For each token, the best score of a way to each tag of the one before it.
    reached: Vec<Scores>,
    tags: Vec<u8>,
}

/// More forms are not kept: so many take 3 MB, and few texts have more.
const MOST_WEIGHED: usize = 20_000;

fn weigh(form: &Form, model: &TaggerModel) -> WeighedForm {
    let mut scores = [Scores::default(); PLACES];
    for (place, scores) in scores.iter_mut().enumerate() {
        features::of_form(form, place, |key| model.add(key, scores));
    }
    WeighedForm { scores, outline: form.outline }
}

fn weigh_facts(facts: &Facts, model: &TaggerModel) -> [Scores; FACT_PLACES] {
    let mut scores = [Scores::default(); FACT_PLACES];
    for (place, scores) in scores.iter_mut().enumerate() {
        features::of_near(facts, place, |key| model.add(key, scores));
    }
    scores
}

fn weigh_pair(keys: [u64; 2], model: &TaggerModel) -> [Scores; 2] {
    keys.map(|key| {
        let mut scores = Scores::default();
        model.add(key, &mut scores);
        scores
    })
}

impl Drop for Tagger<'_> {
    fn drop(&mut self) {
        self.model.give_back(std::mem::take(&mut self.weighed));
    }
}

/// Too low for any sequence that can be avoided.
const NEVER: f32 = -1e9;

impl<'a> Tagger<'a> {
    pub(crate) fn new(
        model: &'a TaggerModel,
        reading: &'a Reading<'a>,
        packs: &'a Packs,
        pack: &'a Pack,
    ) -> Tagger<'a> {
        let step = |from: usize, to: usize| if may_follow(from, to) { model.transitions()[from][to] } else { NEVER };
        Tagger {
            steps: std::array::from_fn(|from| lanes(|to| step(from, to))),
            model,
            reading,
            packs,
            pack,
            weighed: model.weighed(),
            row: Vec::new(),
            facts: Vec::new(),
            fact_row: Vec::new(),
            pair_row: Vec::new(),
            reached: Vec::new(),
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
        self.reached.clear();
        // The model was trained with an edge before and behind each sentence that is outside any name.
        let mut best = lanes(|tag| if tag == 0 { 0.0 } else { NEVER });
        for at in 0..self.facts.len() {
            self.reached.push(best);
            let (ways, scores) = (self.ways(&best), self.scores(at));
            best = std::array::from_fn(|tag| ways[tag] + scores[tag]);
            // Only differences count, and so the scores of a long sentence stay exact.
            let top = best.iter().copied().fold(NEVER, f32::max);
            best = best.map(|score| (score - top).max(NEVER));
        }
        self.trace(&best)
    }

    /// Collects the forms and the facts of a sentence.
    fn read(&mut self, sentence: Range<usize>) {
        let Tagger { weighed: Weighed { forms, facts, pairs }, model, .. } = self;
        forms.forget_beyond(MOST_WEIGHED);
        facts.forget_beyond(MOST_WEIGHED);
        pairs.forget_beyond(MOST_WEIGHED);
        let edge = forms.number(EDGE, || weigh(&Form::EDGE, model));
        let number = |at: usize| {
            let (text, kind) = (self.reading.text(at), self.reading.tokens[at].kind);
            let key = FxBuildHasher.hash_one((text, kind == TokenKind::Number));
            forms.number(key, || weigh(&Form::new(text, kind), model))
        };
        self.row.clear();
        self.row.extend([edge; HERE]);
        self.row.extend(sentence.clone().map(number));
        let outlines = self.row[HERE..].iter().map(|&number| forms[number].outline);
        facts::collect(self.reading, self.packs, self.pack, sentence, outlines, &mut self.facts);
        self.row.extend([edge; HERE]);
        self.fact_row.clear();
        let number = |found: &Facts| facts.number(found.key(), || weigh_facts(found, model));
        self.fact_row.extend(self.facts.iter().map(number));
        let outlines = || self.row[HERE - 1..].iter().map(|&number| forms[number].outline);
        let number = |(first, second)| {
            let keys = features::of_pair(first, second);
            pairs.number(keys[0], || weigh_pair(keys, model))
        };
        self.pair_row.clear();
        self.pair_row.extend(outlines().zip(outlines().skip(1)).take(self.facts.len() + 1).map(number));
    }

    /// What speaks for each tag of the token at `at`, whatever tag is before it.
    fn scores(&self, at: usize) -> Scores {
        let Weighed { forms, facts, pairs } = &self.weighed;
        let mut scores = pairs[self.pair_row[at]][1];
        let mut add = |added: &Scores| scores.iter_mut().zip(added).for_each(|(score, added)| *score += added);
        add(&pairs[self.pair_row[at + 1]][0]);
        let near = self.row[at..at + PLACES].iter().enumerate();
        near.for_each(|(place, &number)| add(&forms[number].scores[place]));
        features::around(&self.fact_row, at).for_each(|(place, &number)| add(&facts[number][place]));
        scores
    }

    /// For each tag the best score of a way to it, without its own.
    fn ways(&self, best: &Scores) -> Scores {
        let mut ways = [NEVER; LANES];
        for (score, steps) in best.iter().zip(&self.steps) {
            ways = std::array::from_fn(|to| ways[to].max(score + steps[to]));
        }
        ways
    }

    /// The tags of the best way, found from its end.
    fn trace(&mut self, best: &Scores) -> &[u8] {
        let last_best = |score: &dyn Fn(usize) -> f32| {
            (0..TAGS.len()).max_by(|&one, &other| score(one).total_cmp(&score(other))).unwrap_or(0)
        };
        self.tags.clear();
        let mut tag = last_best(&|tag| best[tag] + self.model.transitions()[tag][0]);
        for before in self.reached.iter().rev() {
            self.tags.push(tag as u8);
            tag = last_best(&|from| before[from] + self.steps[from][tag]);
        }
        self.tags.reverse();
        &self.tags
    }
}

/// A number for each tag; the lane that is none has one that no way leads to.
fn lanes(score: impl Fn(usize) -> f32) -> Scores {
    std::array::from_fn(|tag| if tag < TAGS.len() { score(tag) } else { NEVER })
}

/// The key of the edge of a sentence among the forms.
const EDGE: u64 = 0;

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
