//! Trains the taggers of names and measures them. Two columns in (word, tag), models out:
//!
//! - `cargo run --release --example train_names -- DATA_DIR [LANG]` trains on `DATA_DIR/LANG/*.train.tsv` and on our own
//!   sentences, writes the models and the texts beside them into `assets/models`, and prints what the dev parts say of them.
//! - `cargo run --release --example train_names -- --held-out DATA_DIR [LANG]` trains without every third of our own
//!   annotated articles, and prints what these say of the model.
//! - `cargo run --release --example train_names -- --score DATA_DIR [LANG]` measures the program as it is built: the
//!   tagger alone and the whole analysis.
//! - `cargo run --release --example train_names -- --tag MODEL FILE [LANG]` prints the words of `FILE` with the tags
//!   that the model gives them.
#![allow(clippy::print_stdout, unreachable_pub)]

mod columns;
mod dice;
mod examples;
mod field;
mod lessons;
mod notes;
mod score;
mod swaps;
mod whole;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use linimasa::analysis::names::lesson;
use linimasa::lang::{self, Pack, PackError, Packs, TAGS, TaggerModel};

use columns::Sentence;
use field::{Lesson, Penalty};
use notes::Notes;
use score::Score;

/// How the models of a language are trained. Every source has guidelines of its own, as our own sentences have; a model follows
/// those of one, and learns what they share from all.
struct Plan {
    code: &'static str,
    /// The sources of the data; our own sentences come behind them.
    sources: &'static [&'static str],
    penalty: Penalty,
    /// How many copies of all annotated sentences are learned from besides them, with other names.
    copies: usize,
}

/// Source: tried on the dev parts of the sources, and on a third of our own sentences that was held out.
const PLANS: [Plan; 2] = [
    Plan {
        code: "id",
        sources: &["idner", "nergrit"],
        penalty: Penalty { c1: 0.02, c2: 0.5, iterations: 100 },
        copies: 1,
    },
    Plan {
        code: "en",
        sources: &["gum", "wikigold", "btc"],
        penalty: Penalty { c1: 0.02, c2: 0.5, iterations: 60 },
        copies: 1,
    },
];

impl Plan {
    /// The number of our own sentences among the sources.
    fn own(&self) -> usize {
        self.sources.len()
    }
}

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["--tag", model, file] => tag(model, file, "id"),
        ["--tag", model, file, code] => tag(model, file, code),
        ["--held-out", data] => hold_out(Path::new(data), "id"),
        ["--held-out", data, code] => hold_out(Path::new(data), code),
        ["--score", data] => measure(Path::new(data), "id"),
        ["--score", data, code] => measure(Path::new(data), code),
        [data] => train(Path::new(data), "id"),
        [data, code] => train(Path::new(data), code),
        _ => bail!(
            "expected DATA_DIR [LANG], --held-out DATA_DIR [LANG], --score DATA_DIR [LANG] or --tag MODEL FILE [LANG]"
        ),
    }
}

/// Trains the models of a language, and writes down what they are.
fn train(data: &Path, code: &str) -> Result<()> {
    let packs = &packs(Packs::without_models)?;
    let (pack, plan, folder) = (pack(packs, code)?, plan(code)?, data.join(code));
    let own = examples::read(Path::new("assets"), code, packs)?;
    let lessons = Lessons::collect(&folder, packs, pack, own.into_iter().flatten())?;
    let field = field::train(&lessons.0, plan.penalty)?;
    let models = (0..=plan.own()).map(|source| Ok((source, field.model(source)?))).collect::<Result<Vec<_>>>()?;
    for (source, bytes) in &models {
        let guidelines = plan.sources.get(*source).copied();
        if guidelines.is_some_and(|name| !lang::GUIDELINES.iter().any(|it| (it.language, it.name) == (code, name))) {
            continue;
        }
        let model = TaggerModel::load(bytes.clone())?;
        let parts = dev_parts(&folder, code)?.into_iter().filter(|(name, _)| guidelines.is_none_or(|it| it == *name));
        let scores = parts
            .map(|(name, sentences)| (name, scored(&sentences, |sentence| tags_alone(sentence, packs, pack, &model))));
        let (sentences, penalty, copies) = (lessons.0.len(), plan.penalty, plan.copies);
        let notes = Notes { code, guidelines, sentences, penalty, copies, bytes, scores: scores.collect() };
        let path = Path::new("assets").join(lang::model_file(code, guidelines));
        fs::write(&path, bytes).with_context(|| format!("cannot write `{}`", path.display()))?;
        fs::write(path.with_extension("toml"), notes.to_string())?;
        println!("{notes}");
    }
    Ok(())
}

/// Prints what every third of our own files says of a model that has not seen it.
fn hold_out(data: &Path, code: &str) -> Result<()> {
    let packs = &packs(Packs::without_models)?;
    let (pack, plan) = (pack(packs, code)?, plan(code)?);
    let files = examples::read(Path::new("assets"), code, packs)?;
    let (mut seen, mut held) = (Vec::new(), Vec::new());
    for (number, file) in files.into_iter().enumerate() {
        if number % 3 == 0 { held.extend(file) } else { seen.extend(file) }
    }
    let lessons = Lessons::collect(&data.join(code), packs, pack, seen.into_iter())?;
    let field = field::train(&lessons.0, plan.penalty)?;
    let model = TaggerModel::load(field.model(plan.own())?)?;
    println!("{} sentences\n{}", held.len(), scored(&held, |it| tags_alone(it, packs, pack, &model)));
    Ok(())
}

/// All that a language is learned from.
struct Lessons(Vec<Lesson>);

impl Lessons {
    /// The sources in `folder`, the annotated sentences of `own`, copies of both, and our sentences with gaps.
    fn collect(folder: &Path, packs: &Packs, pack: &Pack, own: impl Iterator<Item = Sentence>) -> Result<Lessons> {
        let plan = plan(&pack.code)?;
        let mut lessons = Lessons(Vec::new());
        let read = |name: &&str| columns::read(&folder.join(format!("{name}.train.tsv")));
        let mut annotated = plan.sources.iter().map(read).collect::<Result<Vec<_>>>()?;
        annotated.push(own.collect());
        for (source, sentences) in annotated.into_iter().enumerate() {
            let copies = swaps::copies(&sentences, plan.copies);
            lessons.learn(sentences.into_iter().chain(copies), source, packs, pack);
        }
        lessons.learn(lessons::read(Path::new("assets"), &pack.code)?, plan.own(), packs, pack);
        Ok(lessons)
    }

    fn learn(&mut self, sentences: impl IntoIterator<Item = Sentence>, source: usize, packs: &Packs, pack: &Pack) {
        self.0.extend(sentences.into_iter().map(|sentence| {
            let lesson = lesson::Lesson::new(&sentence.text, packs, pack);
            let tags = sentence.spread(&lesson.tokens);
            Lesson { features: lesson.features, tags, source }
        }));
    }
}

/// Prints what the dev parts say of the program as it is built, following the guidelines of each where it can, and of the same
/// program without a model.
fn measure(data: &Path, code: &str) -> Result<()> {
    for (name, sentences) in dev_parts(&data.join(code), code)? {
        let packs = &packs(|| Packs::annotating(Some(name)))?;
        let pack = pack(packs, code)?;
        let mut bare = packs.clone();
        bare.packs.iter_mut().for_each(|pack| pack.tagger = None);
        if let Some(model) = &pack.tagger {
            println!("{name}, the tagger alone\n{}", scored(&sentences, |it| tags_alone(it, packs, pack, model)));
        }
        println!("{name}, the whole analysis\n{}", score(&sentences, whole::tags(&sentences, packs, code)));
        println!("{name}, without a tagger\n{}", score(&sentences, whole::tags(&sentences, &bare, code)));
    }
    Ok(())
}

/// Prints the words of a file with the tags that a model gives them.
fn tag(model: &str, file: &str, code: &str) -> Result<()> {
    let packs = &packs(Packs::without_models)?;
    let model = TaggerModel::load(fs::read(model)?)?;
    let pack = pack(packs, code)?;
    for sentence in columns::read(&PathBuf::from(file))? {
        for ((word, _), tag) in sentence.words.iter().zip(tags_alone(&sentence, packs, pack, &model)) {
            println!("{}\t{}", word.of(&sentence.text), TAGS[tag as usize]);
        }
        println!();
    }
    Ok(())
}

fn tags_alone(sentence: &Sentence, packs: &Packs, pack: &Pack, model: &TaggerModel) -> Vec<u8> {
    let tokens = lesson::tokens(&sentence.text, packs);
    sentence.join(&tokens, &lesson::tags(&sentence.text, packs, pack, model))
}

fn scored(sentences: &[Sentence], tags: impl Fn(&Sentence) -> Vec<u8>) -> Score {
    score(sentences, sentences.iter().map(tags))
}

fn score(sentences: &[Sentence], found: impl IntoIterator<Item = Vec<u8>>) -> Score {
    let mut score = Score::default();
    for (sentence, found) in sentences.iter().zip(found) {
        score.add(&sentence.tags(), &found);
    }
    score
}

/// The dev parts of a language's sources, as far as there are any.
fn dev_parts(folder: &Path, code: &str) -> Result<Vec<(&'static str, Vec<Sentence>)>> {
    let files = plan(code)?.sources.iter().map(|name| (*name, folder.join(format!("{name}.dev.tsv"))));
    files.filter(|(_, path)| path.exists()).map(|(name, path)| Ok((name, columns::read(&path)?))).collect()
}

fn plan(code: &str) -> Result<&'static Plan> {
    PLANS.iter().find(|plan| plan.code == code).with_context(|| format!("there are no data for `{code}`"))
}

fn packs(load: impl Fn() -> Result<Packs, Vec<PackError>>) -> Result<Packs> {
    load().map_err(|errors| anyhow!("{errors:?}"))
}

fn pack<'a>(packs: &'a Packs, code: &str) -> Result<&'a Pack> {
    packs.for_code(code).with_context(|| format!("there is no pack for `{code}`"))
}
