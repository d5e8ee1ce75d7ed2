//! Plain text: bytes to clean paragraphs, one per line.
//!
//! Text that was wrapped at a fixed width is unwrapped. No headline, byline or date is guessed here.

use std::borrow::Cow;

use super::{Error, charset};
use crate::model::{Article, Span};
use crate::text::sanitise;

/// Why bytes are not text; the caller knows whose they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotText {
    Binary { offset: usize },
    NotUtf8 { offset: usize },
}

impl NotText {
    pub(super) fn of(self, name: String) -> Error {
        match self {
            NotText::Binary { offset } => Error::Binary { name, offset },
            NotText::NotUtf8 { offset } => Error::NotUtf8 { name, offset },
        }
    }
}

/// The bytes as text, without a byte order mark: UTF-8, or another encoding where the bytes themselves leave no doubt which.
///
/// # Errors
///
/// [`NotText`] with the offset of the first byte that cannot be text.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, NotText> {
    refuse_binary(bytes)?;
    let not_utf8 = || std::str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to());
    charset::decode_for_sure(bytes).ok_or_else(|| NotText::NotUtf8 { offset: not_utf8() })
}

/// # Errors
///
/// [`NotText::Binary`] where there is a NUL, which no text has.
pub(super) fn refuse_binary(bytes: &[u8]) -> Result<(), NotText> {
    // UTF-16 is half NUL bytes.
    let is_wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let unit_bytes = if is_wide { 2 } else { 1 };
    let nul = bytes.chunks(unit_bytes).position(|unit| unit.iter().all(|&byte| byte == 0));
    nul.map_or(Ok(()), |units| Err(NotText::Binary { offset: units * unit_bytes }))
}

/// The article that `text` makes, line by line.
pub(super) fn article(text: &str) -> Article {
    let (body, paragraphs) = paragraphs(&sanitise::clean(text));
    Article { body, paragraphs, ..Article::default() }
}

/// The body that clean `text` makes, and the spans of its paragraphs.
///
/// One paragraph per line, single spaces between words, no line empty.
///
/// ```
/// use linimasa::ingest::plain::paragraphs;
/// let (body, spans) = paragraphs("  Kim tiba.\n\n\nLavrov   pergi.\n");
/// assert_eq!(body, "Kim tiba.\nLavrov pergi.");
/// assert_eq!(spans[1].of(&body), "Lavrov pergi.");
/// ```
pub fn paragraphs(text: &str) -> (String, Vec<Span>) {
    let wrapped_at = Wrapping::of(text);
    let mut body = String::with_capacity(text.len());
    let mut spans: Vec<Span> = Vec::new();
    let mut before: Option<&str> = None;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            before = None;
            continue;
        }
        match (spans.last_mut(), before) {
            (Some(span), Some(before)) if wrapped_at.is_some_and(|it| it.continues(before, line)) => {
                body.push(' ');
                push_words(&mut body, line);
                span.end = body.len();
            }
            (last, _) => {
                if last.is_some() {
                    body.push('\n');
                }
                let start = body.len();
                push_words(&mut body, line);
                spans.push(Span::new(start, body.len()));
            }
        }
        before = Some(line);
    }
    (body, spans)
}

/// The spans of the paragraphs of `text` as it stands: the same paragraphs as [`paragraphs`] finds.
pub fn spans(text: &str) -> Vec<Span> {
    let wrapped_at = Wrapping::of(text);
    let mut spans: Vec<Span> = Vec::new();
    let mut before: Option<&str> = None;
    let mut at = 0;
    for whole in text.split_inclusive('\n') {
        let line = whole.trim();
        let start = at + (whole.len() - whole.trim_start().len());
        at += whole.len();
        if line.is_empty() {
            before = None;
            continue;
        }
        match (spans.last_mut(), before) {
            (Some(span), Some(before)) if wrapped_at.is_some_and(|it| it.continues(before, line)) => {
                span.end = start + line.len();
            }
            _ => spans.push(Span::new(start, start + line.len())),
        }
        before = Some(line);
    }
    spans
}

fn push_words(body: &mut String, line: &str) {
    for (index, word) in line.split_whitespace().enumerate() {
        if index > 0 {
            body.push(' ');
        }
        body.push_str(word);
    }
}

/// The width at which a text was wrapped by whoever wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wrapping {
    width_chars: usize,
}

impl Wrapping {
    /// Wider lines than this are paragraphs.
    const WIDEST: usize = 100;
    /// Narrower lines than this are verse, a list or an address.
    const NARROWEST: usize = 40;

    /// The wrapping of `text`, or `None` where a line is a paragraph.
    ///
    /// In a wrapped text most lines are so long that the next word would not have fitted, and few end where a
    /// sentence does. Lines at the end of a block and before a list mark say nothing and are not counted.
    fn of(text: &str) -> Option<Wrapping> {
        let width_chars = inner_lines(text).map(|(line, next)| width(line).max(width(next))).max()?;
        if !(Self::NARROWEST..=Self::WIDEST).contains(&width_chars) {
            return None;
        }
        let wrapping = Wrapping { width_chars };
        let lines = inner_lines(text).count();
        let full = inner_lines(text).filter(|(line, next)| wrapping.continues(line, next)).count();
        let ended = inner_lines(text).filter(|(line, _)| ends_sentence(line)).count();
        (full >= 2 && full * 2 > lines && ended * 2 < lines).then_some(wrapping)
    }

    /// Whether `next` goes on with the paragraph of `line`: its first word did not fit any more.
    fn continues(self, line: &str, next: &str) -> bool {
        let word = next.split_whitespace().next().unwrap_or("");
        width(line) + 1 + width(word) > self.width_chars && !is_rule(line) && !starts_item(next)
    }
}

/// Each line of running text with the line after it, where that may go on with the same paragraph.
fn inner_lines(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let pairs = text.lines().zip(text.lines().skip(1)).map(|(line, next)| (line.trim(), next.trim()));
    pairs.filter(|(line, next)| !line.is_empty() && !is_rule(line) && !next.is_empty() && !starts_item(next))
}

fn width(line: &str) -> usize {
    line.chars().count()
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', ':'])
}

/// Whether `line` begins something of its own: an item of a list, a rule.
fn starts_item(line: &str) -> bool {
    is_rule(line) || matches!(line.split_whitespace().next(), Some("-" | "*" | "•" | "–" | "—"))
}

/// Whether `line` is drawn rather than written, as the underline of a heading.
fn is_rule(line: &str) -> bool {
    !line.contains(char::is_alphanumeric)
}
