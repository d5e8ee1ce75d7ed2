//! Annotated text in two columns, word and tag, and its sentences as the program cuts them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use linimasa::lang::TAGS;
use linimasa::model::Span;

/// A sentence of annotated text.
pub struct Sentence {
    /// Its words, one space apart.
    pub text: String,
    /// Where each word stands in the text, and the number of its tag.
    pub words: Vec<(Span, u8)>,
}

/// Reads the sentences of a file: a blank line ends one, a line with `#` and without a tab is a comment.
///
/// # Errors
/// When the file cannot be read, or a line has no known tag.
pub fn read(path: &Path) -> Result<Vec<Sentence>> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    let mut sentences = vec![Sentence { text: String::new(), words: Vec::new() }];
    for (line, number) in text.lines().zip(1..) {
        if line.starts_with('#') && !line.contains('\t') {
            continue;
        }
        let Some((word, rest)) = line.split_once('\t') else {
            sentences.push(Sentence { text: String::new(), words: Vec::new() });
            continue;
        };
        let told = rest.rsplit('\t').next().unwrap_or(rest);
        let Some(tag) = TAGS.iter().position(|&tag| tag == told) else {
            bail!("{}:{number}: expected one of {TAGS:?}, but found `{told}`", path.display());
        };
        sentences.last_mut().expect("there is always one").push(word, tag as u8);
    }
    sentences.retain(|sentence| !sentence.words.is_empty());
    Ok(sentences)
}

impl Sentence {
    fn push(&mut self, word: &str, tag: u8) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        let start = self.text.len();
        self.text.push_str(word);
        self.words.push((Span::new(start, self.text.len()), tag));
    }

    /// The tag of each of `tokens`: a word's first token has the word's tag, the others go on with it.
    pub fn spread(&self, tokens: &[Span]) -> Vec<u8> {
        let tag_of = |token: &Span| {
            let (word, tag) = self.words[self.words.partition_point(|(word, _)| word.end <= token.start)];
            if word.start == token.start || tag == 0 { tag } else { inner(tag) }
        };
        tokens.iter().map(tag_of).collect()
    }

    /// The tag of each word by those of its tokens: that of the first one.
    pub fn join(&self, tokens: &[Span], tags: &[u8]) -> Vec<u8> {
        let of_word = |(word, _): &(Span, u8)| {
            let first = tokens.partition_point(|token| token.start < word.start);
            tokens.get(first).filter(|token| token.end <= word.end).map_or(0, |_| tags[first])
        };
        self.words.iter().map(of_word).collect()
    }
}

/// The tag of a later token of the same name.
fn inner(tag: u8) -> u8 {
    tag.div_ceil(2) * 2
}
