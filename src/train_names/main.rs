//! Trains the tagger of names: `cargo run --release --example train_names -- DATA_DIR [LANG]`.
#![allow(clippy::print_stdout, clippy::print_stderr, unreachable_pub)]

mod columns;
mod field;
mod score;

use std::path::Path;

use anyhow::{Context, Result};
use linimasa::analysis::names::lesson;
use linimasa::lang::{Pack, Packs, TaggerModel};

use columns::Sentence;
use field::{Lesson, Penalty};
use score::Score;

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    if std::env::args().nth(1).as_deref() == Some("--tag") {
        let a: Vec<String> = std::env::args().skip(2).collect();
        let packs = Packs::embedded().map_err(|e| anyhow::anyhow!("{e:?}"))?;
        let pack = packs.for_code("id").context("no pack")?;
        let model = TaggerModel::load(std::fs::read(&a[0])?)?;
        for sentence in columns::read(Path::new(&a[1]))? {
            let tags = lesson::tags(&sentence.text, &packs, pack, &model);
            let lesson = lesson::Lesson::new(&sentence.text, &packs, pack);
            for ((span, _), tag) in sentence.words.iter().zip(sentence.join(&lesson.tokens, &tags)) {
                println!("{}\t{}", &sentence.text[span.start..span.end], linimasa::lang::TAGS[tag as usize]);
            }
            println!();
        }
        return Ok(());
    }
    let folder = args.next().context("expected the folder of the training data")?;
    let code = args.next().unwrap_or("id".into());
    let c1: f64 = args.next().unwrap_or("0.1".into()).parse()?;
    let c2: f64 = args.next().unwrap_or("0.05".into()).parse()?;
    let packs = Packs::embedded().map_err(|e| anyhow::anyhow!("{e:?}"))?;
    let pack = packs.for_code(&code).context("no pack")?;
    let folder = Path::new(&folder).join(&code);
    let mut lessons = Vec::new();
    let sources = ["idner", "nergrit"];
    for (source, name) in sources.iter().enumerate() {
        for sentence in columns::read(&folder.join(format!("{name}.train.tsv")))? {
            let lesson = lesson::Lesson::new(&sentence.text, &packs, pack);
            let tags = sentence.spread(&lesson.tokens);
            lessons.push(Lesson { features: lesson.features, tags, source });
        }
    }
    let started = std::time::Instant::now();
    let bytes = field::train(&lessons, Penalty { c1, c2 })?;
    println!("{} bytes in {:?}", bytes.len(), started.elapsed());
    std::fs::write("assets/models/names-id.crf", &bytes)?;
    let model = TaggerModel::load(bytes)?;
    for name in sources {
        let dev = columns::read(&folder.join(format!("{name}.dev.tsv")))?;
        println!("{name}\n{}", evaluate(&dev, &packs, pack, &model));
    }
    Ok(())
}

fn evaluate(sentences: &[Sentence], packs: &Packs, pack: &Pack, model: &TaggerModel) -> Score {
    let mut score = Score::default();
    for sentence in sentences {
        let tags = lesson::tags(&sentence.text, packs, pack, model);
        let lesson = lesson::Lesson::new(&sentence.text, packs, pack);
        let gold: Vec<u8> = sentence.words.iter().map(|word| word.1).collect();
        score.add(&gold, &sentence.join(&lesson.tokens, &tags));
    }
    score
}
