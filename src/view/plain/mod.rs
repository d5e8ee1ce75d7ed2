//! An article and its marks as lines of text, for pipes, for `grep` and for reading aloud.
//!
//! The text comes first, a paragraph to a line, each mark in square brackets behind the words it belongs to. A name
//! is marked where a form of it first stands, a date wherever it stands, so that the text still reads. Then come the
//! lists, a line to an item: a word that says what the line is, and its fields, with a tab between. Text never holds
//! a tab. The form is stable; new kinds of line may be added.

mod fields;
mod marks;
mod rows;

use std::io::{self, Write};

use crate::model::{Analysis, Article};
use fields::Line;

/// How the text is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    pub inks: Inks,
    /// The widest row of the text; `None` for a paragraph to a row. Lists are never wrapped.
    pub width_cols: Option<usize>,
}

/// What is written before and after marks and the like; nothing by default.
///
/// This module knows no terminal: whoever wants colours brings the codes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Inks {
    /// The word that says what a line is.
    pub field: Ink,
    /// Marks in the text.
    pub mark: Ink,
    /// What is not part of the article.
    pub furniture: Ink,
}

/// What is written before and after one piece of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ink {
    pub before: &'static str,
    pub after: &'static str,
}

/// Writes `article` with the marks of `analysis`, then timeline, entities, sources and links.
///
/// # Errors
///
/// Those of `out`.
pub fn write(article: &Article, analysis: &Analysis, style: &Style, out: &mut impl Write) -> io::Result<()> {
    write_lines(&fields::of_article(article, analysis), style, out)?;
    writeln!(out)?;
    marks::write_text(article, analysis, style, out)?;
    for list in [
        fields::of_events(article, analysis),
        fields::of_entities(article, analysis),
        fields::of_sources(article, analysis),
        fields::of_links(article),
        fields::of_warnings(article, analysis),
    ] {
        if !list.is_empty() {
            writeln!(out)?;
            write_lines(&list, style, out)?;
        }
    }
    Ok(())
}

fn write_lines(lines: &[Line], style: &Style, out: &mut impl Write) -> io::Result<()> {
    for Line { word, values } in lines {
        let ink = style.inks.field;
        write!(out, "{}{word}{}", ink.before, ink.after)?;
        for value in values {
            write!(out, "\t{value}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
