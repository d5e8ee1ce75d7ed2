//! The pieces that a date is made of.

/// A page may call a whole paragraph its date; no date has this many pieces.
const MOST: usize = 100;

/// A piece of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Number { value: u32, digits: usize },
    Word(&'a str),
    Mark(char),
}

/// Numbers, words and marks at the beginning of `text`, without white space.
pub(super) fn cut(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next().filter(|_| tokens.len() < MOST) {
        let length = |is: fn(char) -> bool| rest.find(|c| !is(c)).unwrap_or(rest.len());
        let taken = if c.is_ascii_digit() {
            let digits = length(|c| c.is_ascii_digit());
            let value = rest[..digits].parse().unwrap_or(u32::MAX);
            tokens.push(Token::Number { value, digits });
            digits
        } else if c.is_alphabetic() {
            let letters = length(char::is_alphabetic);
            tokens.push(Token::Word(&rest[..letters]));
            letters
        } else {
            if !c.is_whitespace() {
                tokens.push(Token::Mark(c));
            }
            c.len_utf8()
        };
        rest = &rest[taken..];
    }
    tokens
}
