//! Trains the tagger of names and measures it. Two columns in (word, tag), a model out:
//!
//! - `cargo run --release --example train_names -- DATA_DIR [LANG]` trains on `DATA_DIR/LANG/*.train.tsv`, writes the
//!   model and the text beside it into `assets/models`, and prints what the dev parts say of it.
//! - `cargo run --release --example train_names -- --score DATA_DIR [LANG]` measures the program as it is built: the
//!   tagger alone and the whole analysis.
//! - `cargo run --release --example train_names -- --tag MODEL FILE [LANG]` prints the words of `FILE` with the tags
//!   that the model gives them.
#![allow(clippy::print_stdout, unreachable_pub)]

mod columns;
mod examples;
mod field;
mod lessons;
mod notes;
mod score;
mod whole;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use linimasa::analysis::names::lesson;
use linimasa::lang::{Pack, PackError, Packs, TAGS, TaggerModel};

use columns::Sentence;
use field::{Lesson, Penalty};
use notes::Notes;
use score::Score;

/// How the weights are punished. Source: tried on the dev part of the Indonesian data.
const PENALTY: Penalty = Penalty { c1: 0.1, c2: 0.05, iterations: 100 };

/// How the model of a language is trained.
struct Plan {
    code: &'static str,
    /// The sources of the data; the model tags as the first of them does.
    sources: &'static [&'static str],
    /// The source that our own lessons are taken for; behind the others they are one of their own.
    /// Source: tried on the dev parts and on whole articles.
    own: usize,
    iterations: usize,
}

const PLANS: [Plan; 2] = [
    Plan { code: "id", sources: &["idner", "nergrit"], own: 0, iterations: 100 },
    Plan { code: "en", sources: &["gum", "wikigold", "btc"], own: 3, iterations: 60 },
];

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["--tag", model, file] => tag(model, file, "id"),
        ["--tag", model, file, code] => tag(model, file, code),
        ["--score", data] => measure(Path::new(data), "id"),
        ["--score", data, code] => measure(Path::new(data), code),
        [data] => train(Path::new(data), "id"),
        [data, code] => train(Path::new(data), code),
        _ => bail!("expected DATA_DIR [LANG], --score DATA_DIR [LANG] or --tag MODEL FILE [LANG]"),
    }
}

/// Trains the model of a language, and writes down what it is.
fn train(data: &Path, code: &str) -> Result<()> {
    let packs = &packs(Packs::without_models)?;
    let pack = pack(packs, code)?;
    let folder = data.join(code);
    let mut lessons = Vec::new();
    let mut learn = |sentences: Vec<Sentence>, source: usize| {
        for sentence in sentences {
            let lesson = lesson::Lesson::new(&sentence.text, packs, pack);
            let tags = sentence.spread(&lesson.tokens);
            lessons.push(Lesson { features: lesson.features, tags, source });
        }
    };
    for (source, name) in sources(code)?.iter().enumerate() {
        learn(columns::read(&folder.join(format!("{name}.train.tsv")))?, source);
    }
    learn(lessons::read(Path::new("assets"), code)?, plan(code)?.own);
    learn(examples::read(Path::new("assets"), code, packs)?, plan(code)?.own);
    let penalty = Penalty { iterations: plan(code)?.iterations, ..PENALTY };
    let bytes = field::train(&lessons, penalty)?;
    let model = TaggerModel::load(bytes.clone())?;
    let scores = dev_parts(&folder, code)?.into_iter().map(|(name, sentences)| {
        let score = scored(&sentences, |sentence| tags_alone(sentence, packs, pack, &model));
        (name, score)
    });
    let notes = Notes { code, sentences: lessons.len(), penalty, bytes: &bytes, scores: scores.collect() };
    let path = Path::new("assets/models").join(format!("names-{code}.crf"));
    fs::write(&path, &bytes).with_context(|| format!("cannot write `{}`", path.display()))?;
    fs::write(path.with_extension("toml"), notes.to_string())?;
    print!("{notes}");
    Ok(())
}

/// Prints what the dev parts say of the program as it is built, and of the same program without a model.
fn measure(data: &Path, code: &str) -> Result<()> {
    let packs = &packs(Packs::embedded)?;
    let pack = pack(packs, code)?;
    let mut bare = packs.clone();
    bare.packs.iter_mut().for_each(|pack| pack.tagger = None);
    for (name, sentences) in dev_parts(&data.join(code), code)? {
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
        let gold: Vec<u8> = sentence.words.iter().map(|&(_, tag)| tag).collect();
        score.add(&gold, &found);
    }
    score
}

/// The dev parts of a language's sources, as far as there are any.
fn dev_parts(folder: &Path, code: &str) -> Result<Vec<(&'static str, Vec<Sentence>)>> {
    let files = sources(code)?.iter().map(|name| (*name, folder.join(format!("{name}.dev.tsv"))));
    files.filter(|(_, path)| path.exists()).map(|(name, path)| Ok((name, columns::read(&path)?))).collect()
}

fn plan(code: &str) -> Result<&'static Plan> {
    PLANS.iter().find(|plan| plan.code == code).with_context(|| format!("there are no data for `{code}`"))
}

fn sources(code: &str) -> Result<&'static [&'static str]> {
    Ok(plan(code)?.sources)
}

fn packs(load: fn() -> Result<Packs, Vec<PackError>>) -> Result<Packs> {
    load().map_err(|errors| anyhow!("{errors:?}"))
}

fn pack<'a>(packs: &'a Packs, code: &str) -> Result<&'a Pack> {
    packs.for_code(code).with_context(|| format!("there is no pack for `{code}`"))
}
