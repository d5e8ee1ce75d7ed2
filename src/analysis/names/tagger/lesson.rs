//! One sentence as the tagger sees it, for whoever trains a model or scores one. The program itself needs none of this.

use super::Tagger;
use super::facts;
use super::features::{self, HERE};
use super::form::Form;
use crate::analysis::reading::Reading;
use crate::lang::{PLACES, Pack, Packs, TaggerModel};
use crate::model::{Article, Span};

/// A sentence with the features of its tokens.
pub struct Lesson {
    /// The tokens, as spans of the sentence.
    pub tokens: Vec<Span>,
    /// The keys of each token's features.
    pub features: Vec<Vec<u64>>,
}

impl Lesson {
    /// Computes the features of `sentence`, which is one line of text.
    pub fn new(sentence: &str, packs: &Packs, pack: &Pack) -> Lesson {
        let article = article(sentence);
        let reading = Reading::new(&article, packs);
        let form = |at: usize| Form::new(reading.text(at), reading.tokens[at].kind);
        let forms: Vec<Form> = (0..reading.tokens.len()).map(form).collect();
        let mut found = Vec::new();
        facts::collect(&reading, packs, pack, 0..forms.len(), forms.iter().map(|form| form.outline), &mut found);
        let of_token = |at: usize| {
            let mut keys = Vec::with_capacity(64);
            for place in 0..PLACES {
                let near = (at + place).checked_sub(HERE).and_then(|near| forms.get(near));
                features::of_form(near.unwrap_or(&Form::EDGE), place, |key| keys.push(key));
            }
            features::of_facts(&found, at, |key| keys.push(key));
            keys
        };
        Lesson {
            tokens: reading.tokens.iter().map(|token| token.span()).collect(),
            features: (0..found.len()).map(of_token).collect(),
        }
    }
}

/// The tokens of `sentence`, as spans of it.
pub fn tokens(sentence: &str, packs: &Packs) -> Vec<Span> {
    Reading::new(&article(sentence), packs).tokens.iter().map(|token| token.span()).collect()
}

/// The tag of each token of `sentence`, as a place in [`crate::lang::TAGS`].
pub fn tags(sentence: &str, packs: &Packs, pack: &Pack, model: &TaggerModel) -> Vec<u8> {
    let article = article(sentence);
    let reading = Reading::new(&article, packs);
    Tagger::new(model, &reading, packs, pack).tags(0..reading.tokens.len()).to_vec()
}

fn article(sentence: &str) -> Article {
    Article { body: sentence.to_owned(), paragraphs: vec![Span::new(0, sentence.len())], ..Article::default() }
}
