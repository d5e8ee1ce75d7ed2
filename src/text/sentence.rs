//! Finds where sentences end in the tokens of one paragraph.
//!
//! A full stop ends a sentence unless it belongs to an abbreviation, an initial, a number or an address; which
//! words are abbreviations is for the caller to say. Closing quotation marks and brackets stay with the
//! sentence they close.

use std::ops::Range;

use super::token::{Case, Token, TokenKind};

/// The sentences of one paragraph as ranges of its tokens; together they cover all of them.
///
/// `is_counted` says which words a Roman number follows, so that a full stop behind it ends the sentence: 'pada sesi I.';
/// `is_small` which words no name begins with, so that one with a capital begins a sentence: 'moved to the U.S. Since then'.
pub fn split(
    text: &str,
    tokens: &[Token],
    is_abbreviation: impl Fn(usize) -> bool,
    is_counted: impl Fn(usize) -> bool,
    is_small: impl Fn(usize) -> bool,
) -> Vec<Range<usize>> {
    let opens = |at: usize| {
        tokens.get(at).is_some_and(|token| token.case == Case::Capital && token.span().len() > 1 && is_small(at))
    };
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        let stop = first_char(text, &tokens[at]);
        let is_inside = || {
            is_inside(text, tokens, at, &is_abbreviation, &is_counted)
                && !((ends_letters(text, tokens, at) || ends_name(tokens, at)) && opens(at + 1))
        };
        if !matches!(stop, '.' | '!' | '?' | '…') || is_inside() {
            at += 1;
            continue;
        }
        let end = after_closing(text, tokens, at + 1);
        let is_remark = end < tokens.len() && ends_letters(text, tokens, at) && begins_count(text, tokens, end);
        if end == tokens.len() || !is_remark && begins_sentence(text, tokens, end) {
            sentences.push(start..end);
            start = end;
        }
        at = end;
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
    sentences
}

fn first_char(text: &str, token: &Token) -> char {
    if token.kind == TokenKind::Mark { token.span().of(text).chars().next().unwrap_or(' ') } else { ' ' }
}

/// '1446' before the letter for its era.
const YEAR_BYTES: usize = 4;

/// Whether the stop at `at` belongs to the words around it rather than to the sentence.
fn is_inside(
    text: &str,
    tokens: &[Token],
    at: usize,
    is_abbreviation: &impl Fn(usize) -> bool,
    is_counted: &impl Fn(usize) -> bool,
) -> bool {
    if first_char(text, &tokens[at]) != '.' {
        return false;
    }
    let next_is_glued = tokens
        .get(at + 1)
        .is_some_and(|next| next.glued && (next.kind != TokenKind::Mark || first_char(text, next) == ','));
    if next_is_glued {
        return true;
    }
    let Some(before) = at.checked_sub(1).map(|index| &tokens[index]) else { return false };
    if !tokens[at].glued || before.kind != TokenKind::Word || at + 1 == tokens.len() {
        return false;
    }
    let letter = before.span().of(text);
    // 'went to the V&A. Nobody'
    let is_joined = before.glued && at >= 2 && first_char(text, &tokens[at - 2]) == '&';
    let is_initial = before.case == Case::Capital && letter.chars().count() == 1 && !is_joined;
    // 'posted on X. CNN reported': a platform, where no name begins.
    let on_platform = letter == "X" && at >= 2 && tokens[at - 2].case == Case::Lower;
    let is_number = at >= 2 && matches!(letter, "I" | "V" | "X") && is_counted(at - 2);
    // '9 Zulhijah 1446 H. Seusai wukuf'
    let behind_year = at >= 2 && tokens[at - 2].kind == TokenKind::Number && tokens[at - 2].span().len() == YEAR_BYTES;
    if letter == "H" && behind_year {
        return false;
    }
    is_initial && !on_platform && !is_number || is_abbreviation(at - 1)
}

/// Whether the stop at `at` is the last of several letters with a stop each: 'U.S.'
fn ends_letters(text: &str, tokens: &[Token], at: usize) -> bool {
    let is_letter = |token: &Token| token.kind == TokenKind::Word && token.span().of(text).chars().count() == 1;
    let [.., first, stop, second] = &tokens[..at] else { return false };
    is_letter(first) && first_char(text, stop) == '.' && stop.glued && is_letter(second) && second.glued
}

/// Whether a number in brackets begins at `at`: of '12:15 p.m. (0515 GMT), as the sermon began' no sentence.
fn begins_count(text: &str, tokens: &[Token], at: usize) -> bool {
    first_char(text, &tokens[at]) == '(' && tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number)
}

/// Whether the stop at `at` ends an abbreviation behind another capitalised word, as a name does: 'bought by Widget Grocers Inc.'
fn ends_name(tokens: &[Token], at: usize) -> bool {
    let is_name = |token: &Token| token.kind == TokenKind::Word && token.case != Case::Lower && token.span().len() > 1;
    matches!(&tokens[..at], [.., first, second] if is_name(first) && is_name(second))
}

/// Skips marks that close what the sentence opened.
fn after_closing(text: &str, tokens: &[Token], mut at: usize) -> usize {
    while let Some(token) = tokens.get(at) {
        let c = first_char(text, token);
        let closes = matches!(c, '.' | '!' | '?' | '…' | '”' | '’' | '»' | ')' | ']') || matches!(c, '"' | '\'');
        if !closes || !token.glued {
            break;
        }
        at += 1;
    }
    at
}

/// Whether the token at `at` may begin a sentence: a capital, a number, or an opening mark before one.
fn begins_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    let opening = |token: &&Token| matches!(first_char(text, token), '“' | '‘' | '«' | '„' | '"' | '\'' | '(' | '[');
    match tokens[at..].iter().find(|token| !opening(token)) {
        Some(token) => match token.kind {
            TokenKind::Word => token.case != Case::Lower,
            TokenKind::Number => true,
            TokenKind::Mark => true,
        },
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::token::tokenise;
    use super::*;
    use crate::model::Span;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut tokens = Vec::new();
        tokenise(text, Span::new(0, text.len()), &mut tokens);
        let abbreviations = ["Dr", "Jl", "Gen", "No", "Co"];
        let word = |index: usize| tokens[index].span().of(text);
        let found: Vec<&str> = split(
            text,
            &tokens,
            |at| abbreviations.contains(&word(at)),
            |at| word(at) == "sesi",
            |at| word(at) == "Since",
        )
        .into_iter()
        .map(|range| tokens[range.start].span().join(tokens[range.end - 1].span()).of(text))
        .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stops_that_end_and_stops_that_do_not() {
        check("Ia pergi. Kim datang.", &["Ia pergi.", "Kim datang."]);
        check(
            "Kata Dr. Budi di Jl. Sudirman No. 5. Lalu pulang.",
            &["Kata Dr. Budi di Jl. Sudirman No. 5.", "Lalu pulang."],
        );
        check("A. Wibowo hadir. Ia diam.", &["A. Wibowo hadir.", "Ia diam."]);
        check(
            "He left the U.S. Since then he taught. U.S. Navy",
            &["He left the U.S.", "Since then he taught.", "U.S. Navy"],
        );
        check("At 12 p.m. (0515 GMT), it rang. It fell.", &["At 12 p.m. (0515 GMT), it rang.", "It fell."]);
        check("He sold Widget Co. Since then it grew.", &["He sold Widget Co.", "Since then it grew."]);
        check("He met Gen. Since there.", &["He met Gen. Since there."]);
        check("It went to the V&A. Nobody saw it.", &["It went to the V&A.", "Nobody saw it."]);
        check("Ditutup pada sesi I. Investor lega.", &["Ditutup pada sesi I.", "Investor lega."]);
        check("Pukul 06.12 WIB di kompas.com ramai.", &["Pukul 06.12 WIB di kompas.com ramai."]);
        check("“Kami menang.” Kim tertawa.", &["“Kami menang.”", "Kim tertawa."]);
        check("“Kami menang!” kata Kim.", &["“Kami menang!” kata Kim."]);
        check("Benar? Ya… Mungkin.", &["Benar?", "Ya…", "Mungkin."]);
        check("\"Dia pergi.\" \"Siapa?\"", &["\"Dia pergi.\"", "\"Siapa?\""]);
    }
}
