//! What a token is by its letters alone, wherever it stands: its form, its affixes and its shape, as hashes.

use crate::text::token::TokenKind;

/// The form of one token; hashes are zero where there is nothing.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    /// As it is written; the digits of a number count as one.
    pub(crate) exact: u64,
    pub(crate) lower: u64,
    /// The first one to four letters, and the last, from the end.
    pub(crate) prefixes: [u64; 4],
    pub(crate) suffixes: [u64; 4],
    /// 'Xxxx' for 'Kota'; and the same with runs as one letter, 'Xx'.
    pub(crate) shape: u64,
    pub(crate) outline: u64,
}

impl Form {
    /// What lies before the first token of a sentence and behind the last.
    pub(crate) const EDGE: Form = Form { exact: 7, lower: 7, prefixes: [0; 4], suffixes: [0; 4], shape: 7, outline: 7 };

    /// The form of a token that is written `text`.
    pub(crate) fn new(text: &str, kind: TokenKind) -> Form {
        let (shape, outline) = shapes(text);
        if kind == TokenKind::Number {
            let exact = step(SEED, 'd');
            let lower = step(exact, if text.len() == 4 { '4' } else { 'n' });
            return Form { exact, lower, prefixes: [0; 4], suffixes: [0; 4], shape, outline };
        }
        Form {
            exact: text.chars().fold(SEED, step),
            lower: lower_key(text),
            prefixes: affixes(text.chars()),
            suffixes: affixes(text.chars().rev()),
            shape,
            outline,
        }
    }
}

/// A key for the letters of `text`, however they are cased.
pub(crate) fn lower_key(text: &str) -> u64 {
    text.chars().fold(SEED, |hash, c| step(hash, lower(c)))
}

fn shapes(text: &str) -> (u64, u64) {
    let (mut shape, mut outline, mut last) = (SEED, SEED, ' ');
    for c in text.chars().map(class) {
        shape = step(shape, c);
        if c != last {
            outline = step(outline, c);
            last = c;
        }
    }
    (shape, outline)
}

/// The hashes of the first one, two, three and four of `chars`, as far as there are so many.
fn affixes(chars: impl Iterator<Item = char>) -> [u64; 4] {
    let mut found = [0; 4];
    let mut hash = SEED;
    for (place, c) in found.iter_mut().zip(chars) {
        hash = step(hash, c);
        *place = hash;
    }
    found
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

fn step(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(c)).wrapping_mul(0x100_0000_01b3)
}

fn lower(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) }
}

fn class(c: char) -> char {
    match c {
        'a'..='z' => 'x',
        'A'..='Z' => 'X',
        '0'..='9' => 'd',
        _ if c.is_uppercase() => 'X',
        _ if c.is_alphabetic() => 'x',
        _ => c,
    }
}
