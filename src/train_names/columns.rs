//! Annotated text in two columns, word and tag, and its sentences as the program cuts them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use linimasa::ingest::columns::parse;
use linimasa::lang::TAGS;
use linimasa::model::{ColumnLine, Span};

/// A sentence of annotated text.
pub struct Sentence {
    /// Its words, one space apart.
    pub text: String,
    /// Where each word stands in the text, and the number of its tag.
    pub words: Vec<(Span, u8)>,
}

/// Reads the sentences of a file; see [`parse`].
///
/// # Errors
/// When the file cannot be read, or a line has no known tag.
pub fn read(path: &Path) -> Result<Vec<Sentence>> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    let (article, columns) = parse(text);
    let mut words = Vec::new();
    for (line, number) in columns.lines.iter().zip(1..) {
        let ColumnLine::Word { span, told } = line else { continue };
        let told = told.of(&columns.text);
        let Some(tag) = TAGS.iter().position(|&tag| tag == told) else {
            bail!("{}:{number}: expected one of {TAGS:?}, but found `{told}`", path.display());
        };
        words.push((*span, tag as u8));
    }
    Ok(article.paragraphs.iter().map(|&sentence| Sentence::new(sentence, &article.body, &words)).collect())
}

impl Sentence {
    /// The sentence at `span` of `body`, with those of `words` that lie in it, as far as they do.
    pub fn new(span: Span, body: &str, words: &[(Span, u8)]) -> Sentence {
        let from = words.partition_point(|(word, _)| word.end <= span.start);
        let inside = words[from..].iter().take_while(|(word, _)| word.start < span.end);
        let moved =
            |word: &Span| Span::new(word.start.max(span.start) - span.start, word.end.min(span.end) - span.start);
        Sentence { text: span.of(body).to_owned(), words: inside.map(|(word, tag)| (moved(word), *tag)).collect() }
    }

    /// The number of each word's tag.
    pub fn tags(&self) -> Vec<u8> {
        self.words.iter().map(|&(_, tag)| tag).collect()
    }

    /// Appends `text`, which begins at byte `start` of where `words` were counted.
    pub fn append(&mut self, text: &str, start: usize, words: &[(Span, u8)]) {
        let at = self.text.len();
        let moved = |word: Span| Span::new(word.start - start + at, word.end - start + at);
        self.text.push_str(text);
        self.words.extend(words.iter().map(|&(word, tag)| (moved(word), tag)));
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

/// The tag of a word of a name of this kind, or of none.
pub fn tag_of(kind: &str, is_first: bool) -> u8 {
    let wanted = format!("{}-{kind}", if is_first { 'B' } else { 'I' });
    TAGS.iter().position(|tag| *tag == wanted).unwrap_or(0) as u8
}

/// The tag of a later token of the same name.
fn inner(tag: u8) -> u8 {
    tag.div_ceil(2) * 2
}
