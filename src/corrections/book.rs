//! The text of the file: entries, each a table of TOML under a heading that says what it does.
//!
//! ```toml
//! [[merge]]
//! names = ["Bajul Ijo", "Persebaya"]
//! into = "Persebaya Surabaya"
//! ```
//!
//! Entries are parsed one by one, each from its heading to the next, because a mistake in a document of TOML would cost all
//! of it. Text is changed by whole lines; whatever else stands in the file stays as it is.

use std::ops::Range;

use crate::model::{Correction, Mention};
use crate::text::sanitise;

/// What is written at the top of a new file.
const PREFACE: &str = "\
# What you corrected, for every article; the later entry counts more. Made with `M` in the reader, or by hand here.
# `linimasa corrections` lists the entries and names those that make no sense, which are skipped.
";

/// The content of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// In the order of the file.
    pub entries: Vec<Entry>,
    /// What was skipped, in the order of the file.
    pub problems: Vec<Problem>,
}

/// One correction and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub correction: Correction,
    /// From its heading to its last value; from 0, half-open.
    lines: Range<usize>,
}

/// An entry that makes no sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// From 1.
    pub line: usize,
    pub reason: String,
}

impl Book {
    /// The book in the bytes of a file; never fails, for what makes no sense is a problem of its own.
    ///
    /// ```
    /// # use linimasa::corrections::Book;
    /// let book = Book::parse(b"[[rename]]\nname = 'BI'\nto = 'Bank Indonesia'\n\n[[kind]]\nname = 'Antara'\nkind = 'pink'\n");
    /// assert_eq!((book.entries.len(), book.problems[0].line), (1, 7));
    /// ```
    pub fn parse(bytes: &[u8]) -> Book {
        let lines: Vec<&[u8]> = lines(bytes).collect();
        let headings = (0..lines.len()).filter(|&at| is_heading(lines[at]));
        let borders: Vec<usize> = headings.chain([lines.len()]).collect();
        let mut book = Book::default();
        book.problems.extend(stray(&lines[..borders[0]]));
        for pair in borders.windows(2) {
            let range = pair[0]..last_value(&lines, pair[0]..pair[1]) + 1;
            match correction(&lines[range.clone()]) {
                Ok(correction) => book.entries.push(Entry { correction, lines: range }),
                Err(Problem { line, reason }) => book.problems.push(Problem { line: range.start + line, reason }),
            }
        }
        book
    }

    /// The corrections alone.
    pub fn corrections(&self) -> Vec<Correction> {
        self.entries.iter().map(|entry| entry.correction.clone()).collect()
    }
}

/// `bytes` with an entry more at the end.
///
/// # Errors
///
/// Where a correction cannot be written as TOML, which no kind of correction does.
pub(super) fn append(bytes: &[u8], correction: &Correction) -> Result<Vec<u8>, toml::ser::Error> {
    let mut text = bytes.to_vec();
    if text.is_empty() {
        text.extend(PREFACE.as_bytes());
    } else if !text.ends_with(b"\n") {
        text.push(b'\n');
    }
    let table = toml::to_string(correction)?;
    let (heading, values) = table.split_once('\n').unwrap_or((&table, ""));
    text.extend(format!("\n[{heading}]\n{values}").as_bytes());
    Ok(text)
}

/// `bytes` without the last entry that says `correction`, if there is one, and without the empty line before it.
pub(super) fn take_back(bytes: &[u8], correction: &Correction) -> Option<Vec<u8>> {
    let book = Book::parse(bytes);
    let mut removed = book.entries.iter().rfind(|entry| entry.correction == *correction)?.lines.clone();
    let lines: Vec<&[u8]> = lines(bytes).collect();
    if removed.start > 0 && lines[removed.start - 1].trim_ascii().is_empty() {
        removed.start -= 1;
    }
    Some([&lines[..removed.start], &lines[removed.end..]].concat().concat())
}

/// The lines, each with its end.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
    let mark = if bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    // The mark stays with the first line, where `is_heading` and TOML both skip it.
    let first = bytes[mark..].split_inclusive(|&byte| byte == b'\n').next().map_or(0, <[u8]>::len) + mark;
    let (first, rest) = bytes.split_at(first);
    (!first.is_empty()).then_some(first).into_iter().chain(rest.split_inclusive(|&byte| byte == b'\n'))
}

/// Whether a line begins an entry, well written or not: a bracket and a word.
fn is_heading(line: &[u8]) -> bool {
    let text = String::from_utf8_lossy(line);
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    text.strip_prefix('[').is_some_and(|rest| rest.trim_start_matches(['[', ' ']).starts_with(char::is_alphabetic))
}

/// Whether a line says nothing.
fn is_idle(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    line.is_empty() || line.starts_with(b"#")
}

/// The last of `range` that is neither empty nor a comment: what stands behind it belongs to what follows.
fn last_value(lines: &[&[u8]], range: Range<usize>) -> usize {
    range.clone().rfind(|&at| !is_idle(lines[at])).unwrap_or(range.start)
}

/// What stands before the first entry and is no comment.
fn stray(lines: &[&[u8]]) -> Option<Problem> {
    let mark_alone = |line: &[u8]| is_idle(String::from_utf8_lossy(line).trim_start_matches('\u{feff}').as_bytes());
    let line = lines.iter().position(|line| !mark_alone(line))? + 1;
    Some(Problem { line, reason: "expected a heading like `[[merge]]` before it".to_owned() })
}

/// The correction that the lines of one entry make; lines of problems are counted from 1 at its heading.
fn correction(lines: &[&[u8]]) -> Result<Correction, Problem> {
    let problem = |line: usize, reason: &str| Problem { line, reason: sanitise::clean_line(reason) };
    let not_utf8 = |at: usize| problem(at + 1, "it is not UTF-8 text");
    if let Some(at) = lines.iter().position(|line| std::str::from_utf8(line).is_err()) {
        return Err(not_utf8(at));
    }
    let text = String::from_utf8_lossy(&lines.concat()).into_owned();
    let heading = text.lines().next().unwrap_or_default();
    let Some(table) = as_table(&text) else {
        return Err(problem(1, &format!("expected a heading like `[[merge]]`, but found `{}`", heading.trim())));
    };
    let parsed: Result<Correction, toml::de::Error> = toml::from_str(&table);
    let correction = parsed.map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        problem(table.bytes().take(start).filter(|&byte| byte == b'\n').count() + 1, error.message())
    })?;
    checked(correction).map_err(|reason| problem(1, &reason))
}

/// The entry as a table of its own rather than one of many, which has its values at the same places.
fn as_table(entry: &str) -> Option<String> {
    let (open, rest) = entry.split_once("[[")?;
    let (name, rest) = rest.split_once("]]")?;
    (!name.contains('\n') && open.chars().all(|c| c.is_whitespace() || c == '\u{feff}'))
        .then(|| format!("{open} [{name}] {rest}"))
}

/// The correction with its texts cleaned; those that are empty, or longer than any name, are refused.
fn checked(mut correction: Correction) -> Result<Correction, String> {
    for (field, text) in texts(&mut correction) {
        *text = sanitise::clean_line(text);
        if text.is_empty() {
            return Err(format!("expected a name in `{field}`, but found nothing"));
        }
        if text.len() > Mention::LONGEST_BYTES && field != "article" {
            return Err(format!("expected at most {} bytes in `{field}`", Mention::LONGEST_BYTES));
        }
    }
    match &correction {
        Correction::Merge { names, .. } if names.is_empty() => Err("expected names in `names`".to_owned()),
        _ => Ok(correction),
    }
}

/// Every text of a correction and the field that holds it.
fn texts(correction: &mut Correction) -> Vec<(&'static str, &mut String)> {
    match correction {
        Correction::Merge { names, into, .. } => {
            names.iter_mut().map(|name| ("names", name)).chain([("into", into)]).collect()
        }
        Correction::Split { words, from, name, article, .. } => {
            let optional = [from.as_mut().map(|it| ("from", it)), article.as_mut().map(|it| ("article", it))];
            [("words", words), ("name", name)].into_iter().chain(optional.into_iter().flatten()).collect()
        }
        Correction::Rename { name, to } => vec![("name", name), ("to", to)],
        Correction::Kind { name, .. } | Correction::NotAName { name } => vec![("name", name)],
        Correction::Add { words, name, .. } => {
            [("words", words)].into_iter().chain(name.as_mut().map(|name| ("name", name))).collect()
        }
    }
}

#[cfg(test)]
mod tests;
