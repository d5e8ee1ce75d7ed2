//! Sentences of our own to learn from: the annotated articles and passages of a language, whose notation is told in
//! `tests/it/annotated/NOTATION.md`. Of nested names the outer one counts, and only people, places and bodies are learnt.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use linimasa::analysis::analyse;
use linimasa::ingest::plain;
use linimasa::lang::Packs;
use linimasa::model::{Article, Span};

use super::columns::{Sentence, tag_of};

/// What is annotated with all its names: passages, and folders of articles.
const SOURCES: [&str; 3] = ["names.txt", "articles", "named"];

/// The annotated sentences of a language, by the files that they stand in.
///
/// # Errors
/// When a file cannot be read, or a mark in it stays open.
pub fn read(assets: &Path, code: &str, packs: &Packs) -> Result<Vec<Vec<Sentence>>> {
    let folder = assets.join("languages").join(code).join("examples");
    let mut all = Vec::new();
    for path in SOURCES.iter().map(|source| files(&folder.join(source))).collect::<Result<Vec<_>>>()?.concat() {
        let mut sentences = Vec::new();
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read `{}`", path.display()))?;
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with(['#', '@'])) {
            let line = line.strip_prefix("? ").unwrap_or(line);
            let passage = plain_text(line).with_context(|| format!("{}: {line}", path.display()))?;
            sentences.extend(cut(&passage, code, packs));
        }
        all.push(sentences);
    }
    Ok(all)
}

fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = fs::read_dir(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}

/// A line without its marks, as one sentence.
fn plain_text(line: &str) -> Result<Sentence> {
    let mut passage = Sentence { text: String::new(), words: Vec::new() };
    // Where the marks that are open begin, and the outermost names that are closed.
    let (mut open, mut names): (Vec<usize>, Vec<(Span, &str)>) = (Vec::new(), Vec::new());
    let mut rest = line;
    while let Some(at) = rest.find(['[', '|']) {
        passage.text.push_str(&rest[..at]);
        let is_start = rest[at..].starts_with('[');
        rest = &rest[at + 1..];
        if is_start {
            open.push(passage.text.len());
            continue;
        }
        let (labels, behind) = rest.split_once(']').context("a mark stays open")?;
        let span = Span::new(open.pop().context("a bar without a bracket")?, passage.text.len());
        rest = behind;
        if let Some(kind) = labels.split(['=', ' ']).find_map(kind) {
            names.retain(|(inner, _)| inner.start < span.start);
            names.push((span, kind));
        }
    }
    passage.text.push_str(rest);
    open.is_empty().then_some(()).ok_or_else(|| anyhow!("a mark stays open"))?;
    let mut done = 0;
    for (name, kind) in names {
        push_words(&mut passage, Span::new(done, name.start), "");
        push_words(&mut passage, name, kind);
        done = name.end;
    }
    let end = Span::new(done, passage.text.len());
    push_words(&mut passage, end, "");
    Ok(passage)
}

/// What a label is tagged as; a name of another kind is learnt to be none.
fn kind(label: &str) -> Option<&'static str> {
    match label {
        "person" => Some("PER"),
        "place" => Some("LOC"),
        "organisation" | "outlet" => Some("ORG"),
        // Platforms are few and known.
        "platform" | "other" => Some(""),
        _ => None,
    }
}

/// Adds the words of a stretch of the text, which are all of one name or of none.
fn push_words(passage: &mut Sentence, stretch: Span, kind: &str) {
    let text = stretch.of(&passage.text);
    let words = text.split_whitespace().enumerate().map(|(index, word)| {
        let start = stretch.start + (word.as_ptr() as usize - text.as_ptr() as usize);
        (Span::new(start, start + word.len()), tag_of(kind, index == 0))
    });
    let words: Vec<_> = words.collect();
    passage.words.extend(words);
}

/// The sentences of a passage, as the program cuts them.
fn cut(passage: &Sentence, code: &str, packs: &Packs) -> Vec<Sentence> {
    let paragraphs = plain::spans(&passage.text);
    let article =
        Article { body: passage.text.clone(), paragraphs, language: Some(code.to_owned()), ..Article::default() };
    let analysis = analyse(&article, packs);
    analysis.sentences.items().iter().map(|it| Sentence::new(it.span, &passage.text, &passage.words)).collect()
}
