//! How many columns text takes in a terminal, counted grapheme by grapheme, and cutting it to fit.
//!
//! The width of a string is the sum over its graphemes, as the cells of the screen are filled one
//! grapheme at a time; `str::width` of the whole would differ for scripts that join letters. Control
//! characters count nothing, because they are never drawn.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns of one grapheme.
pub fn grapheme_cols(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) { 0 } else { grapheme.width() }
}

/// Columns of `text`.
pub fn cols(text: &str) -> usize {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return text.len();
    }
    text.graphemes(true).map(grapheme_cols).sum()
}

/// The longest beginning of `text` that takes at most `max_cols`.
pub fn prefix(text: &str, max_cols: usize) -> &str {
    let mut used_cols = 0;
    for (offset, grapheme) in text.grapheme_indices(true) {
        used_cols += grapheme_cols(grapheme);
        if used_cols > max_cols {
            return &text[..offset];
        }
    }
    text
}

/// What is left of `text` without its first graphemes, as few of them as take at least `skipped_cols`.
pub fn suffix(text: &str, skipped_cols: usize) -> &str {
    let mut used_cols = 0;
    for (offset, grapheme) in text.grapheme_indices(true) {
        if used_cols >= skipped_cols {
            return &text[offset..];
        }
        used_cols += grapheme_cols(grapheme);
    }
    ""
}

/// `text` in at most `max_cols`, with an ellipsis where something was cut off.
///
/// ```
/// # use linimasa::text::width::cut;
/// assert_eq!(cut("Kim Jong Un", 11), "Kim Jong Un");
/// assert_eq!(cut("Kim Jong Un", 9), "Kim Jong…");
/// assert_eq!(cut("大韓民国", 4), "大…");
/// ```
pub fn cut(text: &str, max_cols: usize) -> Cow<'_, str> {
    if cols(text) <= max_cols {
        return Cow::Borrowed(text);
    }
    match max_cols {
        0 => Cow::Borrowed(""),
        _ => Cow::Owned(format!("{}…", prefix(text, max_cols - 1).trim_end())),
    }
}

/// The byte offset in `text` of the grapheme drawn at column `column`; the last one's for a column beyond the end.
pub fn offset_at_column(text: &str, column: usize) -> usize {
    let mut used_cols = 0;
    let mut last = 0;
    for (offset, grapheme) in text.grapheme_indices(true) {
        last = offset;
        used_cols += grapheme_cols(grapheme);
        if used_cols > column {
            break;
        }
    }
    last
}
