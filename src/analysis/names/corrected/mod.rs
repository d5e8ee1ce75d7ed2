//! What the reader corrected, carried out on the names of an article.
//!
//! `spotted` puts in words that he added and leaves out those that he said are none, before names are joined, so that the
//! joining goes on from there; `settled` merges, splits and renames what was joined. Both know names by their folded words
//! alone. Nothing here is ever worked out: what the corrections do not say stays as it was.

mod settled;
mod spotted;

use rustc_hash::FxHashMap;

use crate::lang::fold;
use crate::model::{Article, Correction, EntityKind, Span};
use crate::text::token::{Token, tokenise};

pub(super) use settled::settle;
pub(super) use spotted::spot;

/// The corrections, ready to be asked about the words of one article.
pub(crate) struct Said<'a> {
    corrections: &'a [Correction],
    article: &'a Article,
    /// The last word on whether these words are a name.
    verdicts: FxHashMap<String, Verdict>,
    /// Added words by the first of them.
    added: FxHashMap<String, Vec<Added<'a>>>,
}

/// Whether words are a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// By this one of the corrections.
    Name(usize),
    NoName,
}

/// Words that are a name.
struct Added<'a> {
    written: &'a str,
    /// Its words, folded.
    words: Vec<String>,
    kind: EntityKind,
}

impl<'a> Said<'a> {
    pub(crate) fn new(corrections: &'a [Correction], article: &'a Article) -> Said<'a> {
        let mut said = Said { corrections, article, verdicts: FxHashMap::default(), added: FxHashMap::default() };
        for (index, correction) in corrections.iter().enumerate() {
            match correction {
                Correction::Add { words, .. } => drop(said.verdicts.insert(key(words), Verdict::Name(index))),
                Correction::NotAName { name } => drop(said.verdicts.insert(key(name), Verdict::NoName)),
                _ => {}
            }
        }
        for (index, correction) in corrections.iter().enumerate() {
            if let Correction::Add { words: written, kind, .. } = correction
                && said.is_final(index, written)
            {
                let words = words(written);
                let Some(first) = words.first().cloned() else { continue };
                said.added.entry(first).or_default().push(Added { written, words, kind: *kind });
            }
        }
        said
    }

    /// Whether no later correction says otherwise of the words that correction `index` adds.
    fn is_final(&self, index: usize, words: &str) -> bool {
        self.verdicts.get(&key(words)) == Some(&Verdict::Name(index))
    }

    fn is_no_name(&self, words: &str) -> bool {
        self.verdicts.get(&key(words)) == Some(&Verdict::NoName)
    }

    /// Whether a correction for one article is for this one: its address, or its path, of which one may tell more folders than
    /// the other.
    fn is_this(&self, article: &str) -> bool {
        let path = |id: &str| id.trim_start_matches("./").to_owned();
        let (told, own) = (path(article), path(&self.article.id));
        let ends_with = |long: &str, short: &str| {
            long.strip_suffix(short).is_some_and(|folders| folders.is_empty() || folders.ends_with('/'))
        };
        ends_with(&told, &own) || ends_with(&own, &told) || self.article.url.as_deref() == Some(article)
    }
}

/// The words of a name, folded, one space apart: what names are known by here.
fn key(text: &str) -> String {
    words(text).join(" ")
}

fn words(text: &str) -> Vec<String> {
    let mut tokens: Vec<Token> = Vec::new();
    tokenise(text, Span::new(0, text.len()), &mut tokens);
    tokens.iter().map(|token| fold(token.span().of(text)).into_owned()).collect()
}
