//! Cuts a paragraph into words, numbers and marks, in one pass and without copying.
//!
//! A hyphen always separates ('Rusia-Ukraina' is two words), and so does the border between letters and
//! digits ('5pm', '1990an'); [`Token::glued`] tells that nothing stood between. An apostrophe stays within
//! a word ('Ma'ruf', 'Jum'at') except before a final 's', which is a token of its own (`'s`). Decides
//! nothing about meaning: '06.12' is number, mark, number.

use crate::model::Span;

/// A word, a number or one mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    start: u32,
    end: u32,
    pub kind: TokenKind,
    pub case: Case,
    /// Whether it follows the token before it without white space.
    pub glued: bool,
}

impl Token {
    pub fn span(&self) -> Span {
        Span { start: self.start as usize, end: self.end as usize }
    }

    /// Whether it is a word that begins with a capital letter.
    pub fn is_capitalised(&self) -> bool {
        matches!(self.case, Case::Capital | Case::Upper | Case::Mixed)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    Word,
    Number,
    Mark,
}

/// How the letters of a word are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// No letters that have case.
    None,
    Lower,
    /// Only the first letter is a capital one.
    Capital,
    /// Several letters, all capital ones.
    Upper,
    /// Begins with a capital letter and has another further on, as in 'McDonald'.
    Mixed,
}

impl Case {
    pub fn has_small_letters(self) -> bool {
        matches!(self, Case::Lower | Case::Capital | Case::Mixed)
    }
}

/// Appends the tokens of `text[span]` to `tokens`. Their spans are those of the whole `text`.
///
/// Texts of 4 GiB and more are cut at that size.
pub fn tokenise(text: &str, span: Span, tokens: &mut Vec<Token>) {
    let slice = span.of(text);
    let mut at = 0;
    let mut glued = false;
    while let Some(first) = slice[at..].chars().next() {
        if first.is_whitespace() {
            glued = false;
            at += first.len_utf8();
            continue;
        }
        let rest = &slice[at..];
        let (len, kind, case) = next_token(rest, first);
        let (Ok(start), Ok(end)) = (u32::try_from(span.start + at), u32::try_from(span.start + at + len)) else {
            return;
        };
        tokens.push(Token { start, end, kind, case, glued });
        glued = true;
        at += len;
    }
}

/// Whether `c` is an apostrophe as typed or as typeset.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{02bc}')
}

fn next_token(rest: &str, first: char) -> (usize, TokenKind, Case) {
    if first.is_ascii_digit() {
        let len = rest.bytes().take_while(u8::is_ascii_digit).count();
        (year_before_hour(rest, len).unwrap_or(len), TokenKind::Number, Case::None)
    } else if first.is_alphabetic() {
        let len = word_len(rest);
        (len, TokenKind::Word, case_of(&rest[..len]))
    } else if is_apostrophe(first) && is_possessive(&rest[first.len_utf8()..]) {
        (first.len_utf8() + 1, TokenKind::Word, Case::Lower)
    } else {
        (first.len_utf8(), TokenKind::Mark, Case::None)
    }
}

/// Digits in a year.
const YEAR_DIGITS: usize = 4;

/// The length of a year to which a page glued the hour behind it, if the `len` digits at the start of `rest` are both: 'April 4, 20258:34 AM'.
fn year_before_hour(rest: &str, len: usize) -> Option<usize> {
    let is_both =
        (YEAR_DIGITS + 1..=YEAR_DIGITS + 2).contains(&len) && (rest.starts_with("20") || rest.starts_with("19"));
    let mut behind = rest.as_bytes().get(len..)?.iter();
    let is_hour =
        is_both && behind.next() == Some(&b':') && behind.take(2).filter(|byte| byte.is_ascii_digit()).count() == 2;
    is_hour.then_some(YEAR_DIGITS)
}

/// The length in bytes of the word at the start of `rest`.
fn word_len(rest: &str) -> usize {
    // Nearly every word is of plain letters and ends before a space or a mark.
    let plain = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    match rest.as_bytes().get(plain) {
        Some(next) if !next.is_ascii() || *next == b'\'' => {}
        _ => return plain,
    }
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if is_letter(c) {
            continue;
        }
        let after = &rest[at + c.len_utf8()..];
        let joins = is_apostrophe(c) && chars.peek().is_some_and(|&(_, next)| is_letter(next)) && !is_possessive(after);
        if !joins {
            return at;
        }
    }
    rest.len()
}

/// A letter or a mark that combines with one.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}')
}

/// Whether the text after an apostrophe is a lone 's'.
fn is_possessive(after: &str) -> bool {
    let mut chars = after.chars();
    matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(|c| c.is_alphanumeric())
}

fn case_of(word: &str) -> Case {
    // Nearly every word is plain, and small behind its first letter.
    if let Some((first, rest)) = word.as_bytes().split_first()
        && first.is_ascii_alphabetic()
        && rest.iter().all(u8::is_ascii_lowercase)
    {
        return if first.is_ascii_lowercase() { Case::Lower } else { Case::Capital };
    }
    let mut chars = word.chars().filter(|c| c.is_lowercase() || c.is_uppercase());
    let Some(first) = chars.next() else { return Case::None };
    if !first.is_uppercase() {
        return Case::Lower;
    }
    let (mut upper, mut lower) = (0, 0);
    for c in chars {
        if c.is_uppercase() { upper += 1 } else { lower += 1 }
    }
    match (upper, lower) {
        (0, _) => Case::Capital,
        (_, 0) => Case::Upper,
        _ => Case::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut tokens = Vec::new();
        tokenise(text, Span::new(0, text.len()), &mut tokens);
        let shown: Vec<&str> = tokens.iter().map(|token| token.span().of(text)).collect();
        assert_eq!(shown.join("|"), expected, "tokens of {text:?}");
    }

    #[test]
    fn words_numbers_and_marks() {
        for (text, expected) in [
            ("Kim menegaskan, pihaknya", "Kim|menegaskan|,|pihaknya"),
            ("Sabtu (12/7/2025)", "Sabtu|(|12|/|7|/|2025|)"),
            ("Rusia-Ukraina", "Rusia|-|Ukraina"),
            ("pukul 06.12 WIB", "pukul|06|.|12|WIB"),
            ("5pm, 1990-an", "5|pm|,|1990|-|an"),
            ("Kim's Ma'ruf ’s", "Kim|'s|Ma'ruf|’s"),
            ("don't O’Brien's", "don't|O’Brien|'s"),
            ("KOMPAS.com", "KOMPAS|.|com"),
            ("“heroik”", "“|heroik|”"),
            ("April 4, 20258:34 AM", "April|4|,|2025|8|:|34|AM"),
            ("20258 kursi, 20:30", "20258|kursi|,|20|:|30"),
            ("", ""),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn case_of_words() {
        let cases = [("kim", Case::Lower), ("Kim", Case::Capital), ("KIM", Case::Upper), ("McKay", Case::Mixed)];
        for (word, expected) in cases {
            assert_eq!(case_of(word), expected, "{word}");
        }
    }
}
