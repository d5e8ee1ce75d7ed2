//! Trains a conditional random field with the crate `crfs` and turns it into the program's own model.

use std::collections::BTreeMap;
use std::io::{self, Write};

use anyhow::{Context, Result};
use crfs::{Attribute, Model, Trainer};
use linimasa::lang::{TAGS, TaggerModel};

/// A sentence to learn from: the features and the tag of each token, and the source it comes from.
pub struct Lesson {
    pub features: Vec<Vec<u64>>,
    pub tags: Vec<u8>,
    pub source: usize,
}

/// How strongly large weights are punished, by their size and by their square.
#[derive(Clone, Copy)]
pub struct Penalty {
    pub c1: f64,
    pub c2: f64,
    /// How many steps the training takes at most.
    pub iterations: usize,
}

type Weights = [f64; TAGS.len()];

/// What was trained: every feature twice, once for all sources and once for the sentence's own (Daumé 2007, 'Frustratingly
/// easy domain adaptation').
pub struct Field {
    dump: String,
}

/// Trains on `lessons`.
///
/// # Errors
/// When the trainer fails, or writes what cannot be read.
pub fn train(lessons: &[Lesson], penalty: Penalty) -> Result<Field> {
    let mut trainer = Trainer::lbfgs();
    trainer.verbose(false);
    trainer.params_mut().set_c1(penalty.c1)?;
    trainer.params_mut().set_c2(penalty.c2)?;
    trainer.params_mut().set_max_iterations(penalty.iterations)?;
    for batch in lessons.chunks(SENTENCES_AT_ONCE) {
        let (mut items, mut tags) = (vec![edge()], vec![TAGS[0]]);
        for lesson in batch {
            items.extend(lesson.features.iter().map(|keys| attributes(keys, lesson.source)));
            tags.extend(lesson.tags.iter().map(|&tag| TAGS[tag as usize]));
            items.push(edge());
            tags.push(TAGS[0]);
        }
        trainer.append(&items, &tags)?;
    }
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("names.crfsuite");
    trainer.train(&path)?;
    let bytes = std::fs::read(&path)?;
    let mut lines = Lines::default();
    Model::new(&bytes)?.dump(&mut lines)?;
    Ok(Field { dump: String::from_utf8(lines.0)? })
}

/// How many sentences make one sequence, with an edge between them that is outside any name: the crate goes over all
/// weights once for each sequence, which takes most of the time if every sentence is one.
const SENTENCES_AT_ONCE: usize = 4000;

fn edge() -> Vec<Attribute> {
    vec![Attribute::new("edge", 1.0)]
}

fn attributes(keys: &[u64], source: usize) -> Vec<Attribute> {
    let both =
        |key: &u64| [Attribute::new(format!("{key:016x}"), 1.0), Attribute::new(format!("{key:016x}{source}"), 1.0)];
    keys.iter().flat_map(both).collect()
}

/// The text of a dumped model, kept in memory.
#[derive(Default)]
struct Lines(Vec<u8>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Field {
    /// The bytes of a model that tags as `source` does: the weights of each feature for all sources and for this one
    /// become one sum.
    ///
    /// # Errors
    /// When the trainer wrote what cannot be read.
    pub fn model(&self, source: usize) -> Result<Vec<u8>> {
        let source = source.to_string();
        let mut transitions = [Weights::default(); TAGS.len()];
        let mut weights: BTreeMap<u64, Weights> = BTreeMap::new();
        // Lines are `(0) FEATURE --> TAG: WEIGHT` and `(1) TAG --> TAG: WEIGHT`.
        for line in self.dump.lines() {
            let Some((from, rest)) = line.trim_start().split_once(" --> ") else { continue };
            let (to, weight) = rest.split_once(": ").context("a weight without a number")?;
            let (to, weight) = (place_of(to)?, weight.parse::<f64>()?);
            match from.split_once(' ').context("a feature without a type")? {
                ("(1)", tag) => transitions[place_of(tag)?][to] = weight,
                // The digits of the key, and behind them the source.
                (_, name) if name.get(16..).is_some_and(|of| of.is_empty() || of == source) => {
                    weights.entry(u64::from_str_radix(&name[..16], 16)?).or_default()[to] += weight;
                }
                _ => {}
            }
        }
        let weights: Vec<(u64, Weights)> = weights.into_iter().collect();
        Ok(TaggerModel::write(&transitions, &weights))
    }
}

fn place_of(tag: &str) -> Result<usize> {
    TAGS.iter().position(|&known| known == tag).with_context(|| format!("expected a tag, but found `{tag}`"))
}
