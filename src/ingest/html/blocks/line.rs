//! A paragraph that is being put together: its letters, with where they lead, and what its breaks mean.

use crate::model::{Link, Span};
use crate::text::sanitise::clean;

/// A paragraph that is being put together.
#[derive(Default)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) links: Vec<Link>,
    /// White space came since the last letter.
    pub(super) is_apart: bool,
    pub(super) has_break: bool,
    /// Where what stands before the last break begins, and what stands behind it.
    pub(super) parts: (usize, usize),
}

impl Line {
    /// Adds `raw`, which leads to `address`; white space in it is one space.
    pub(super) fn push(&mut self, raw: &str, address: Option<&str>) {
        let mut from = None;
        // '<span>7.</span><span>The Museum</span>': how the number of an item is set apart is not in the text.
        self.is_apart |= self.is_number() && raw.starts_with(char::is_alphabetic);
        for c in clean(raw).chars() {
            if c.is_whitespace() {
                self.is_apart = true;
                continue;
            }
            if std::mem::take(&mut self.is_apart) && !self.text.is_empty() {
                self.text.push(' ');
            }
            from.get_or_insert(self.text.len());
            self.text.push(c);
        }
        let words = from.map(|from| Span::new(from, self.text.len()));
        if let (Some(span), Some(address)) = (words, address) {
            match self.links.last_mut() {
                // A link may hold several elements.
                Some(last) if last.address == address && span.start - last.span.end <= 1 => last.span.end = span.end,
                _ => self.links.push(Link { span, address: address.to_owned() }),
            }
        }
        self.has_break &= words.is_none();
    }

    /// Whether it is no more than the number of an item: '7.'
    fn is_number(&self) -> bool {
        let digits = self.text.strip_suffix(['.', ')']);
        digits.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// Whether a break behind a few words and before such as `next` parts lines as they are meant, as below a letter or in a
    /// programme: 'Jakarta, 7 November 2025', 'Kepala Departemen'.
    pub(super) fn is_ended_by(&self, next: &str) -> bool {
        const MOST_BYTES: usize = 30;
        let part = self.text.get(self.parts.0..self.parts.1).unwrap_or_default().trim();
        let next = next.trim();
        self.has_break
            && (1..=MOST_BYTES).contains(&part.len())
            && next.len() <= 2 * MOST_BYTES
            && !self.is_dateline()
            && part.starts_with(char::is_uppercase)
            && part.ends_with(char::is_alphanumeric)
            && next.starts_with(char::is_uppercase)
    }

    /// Whether it is a few words that a dash sets apart from what follows.
    pub(super) fn is_dateline(&self) -> bool {
        const MOST_BYTES: usize = 60;
        self.text.len() <= MOST_BYTES && self.text.ends_with(['-', '–', '—'])
    }
}
