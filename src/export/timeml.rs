//! A TimeML document: the text as it is, its time expressions in TIMEX3 tags, and when it was created.
//!
//! Source: TimeML 1.2.1, in the document layout of TempEval-3.

use std::io::{self, Write};

use jiff::civil::Date;

use super::timex3;
use crate::model::{Analysis, Article, DateOrigin, Span, TimeExpression};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n\n";

/// `head` is everything before the text, up to and with the tag `<TEXT>`, where the article came in a TimeML document.
pub(super) fn write(article: &Article, analysis: &Analysis, head: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
    match head {
        Some(head) => out.write_all(head.as_bytes())?,
        None => {
            let created = analysis.published.filter(|published| published.origin != DateOrigin::Inferred);
            write!(out, "{HEAD}{}\n\n<TEXT>", creation_time(created.map(|published| published.date)))?;
        }
    }
    let mut at = 0;
    for (index, time) in analysis.times.items().iter().enumerate() {
        out.write_all(escaped(Span::new(at, time.span.start).of(&article.body)).as_bytes())?;
        write_tag(index + 1, time, out)?;
        out.write_all(escaped(time.span.of(&article.body)).as_bytes())?;
        out.write_all(b"</TIMEX3>")?;
        at = time.span.end;
    }
    out.write_all(escaped(Span::new(at, article.body.len()).of(&article.body)).as_bytes())?;
    out.write_all(b"</TEXT>\n\n</TimeML>\n")
}

/// The element that tells when a document was created.
pub fn creation_time(date: Option<Date>) -> String {
    date.map_or("<DCT></DCT>".to_owned(), |date| {
        format!(
            "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{date}\" temporalFunction=\"false\" \
             functionInDocument=\"CREATION_TIME\">{date}</TIMEX3></DCT>"
        )
    })
}

fn write_tag(number: usize, time: &TimeExpression, out: &mut dyn Write) -> io::Result<()> {
    let timex = timex3::timex(time);
    write!(out, "<TIMEX3 tid=\"t{number}\" type=\"{}\" value=\"{}\"", timex.kind, timex.value)?;
    if let Some(modifier) = timex.modifier {
        write!(out, " mod=\"{modifier}\"")?;
    }
    if let Some(frequency) = timex.frequency {
        write!(out, " freq=\"{frequency}\"")?;
    }
    out.write_all(b">")
}

/// `text` as XML holds it. Control characters, which no XML may hold, are replaced by one that says so.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                escaped.push('\u{fffd}')
            }
            _ => escaped.push(c),
        }
    }
    escaped
}
