//! Text with the marks of a careful reader written into it, and what comes of it when the program's are beside them.
//!
//! The notation is told in `NOTATION.md` beside this file. Nothing here knows what the marks mean: `names`, `statements` and
//! the like among the examples compare them with the analysis.

pub(crate) mod file;
pub(crate) mod score;

use jiff::civil::Date;
use linimasa::analysis::analyse;
use linimasa::ingest::plain;
use linimasa::lang::Packs;
use linimasa::model::{Analysis, Article, DateOrigin, Published, Span};

/// A passage without its marks, and the marks, in the order in which they begin; an outer mark before those within it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Annotated {
    pub(crate) text: String,
    pub(crate) marks: Vec<Mark>,
    pub(crate) published: Option<Date>,
    pub(crate) outlet: Option<String>,
}

/// One label on some words: `[words|source2=Kim]` is the role `source`, number 2, value `Kim`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) span: Span,
    pub(crate) role: String,
    /// 1 where none is written.
    pub(crate) number: u32,
    /// What stands behind a colon: `deny` of `cue:deny`.
    pub(crate) kind: Option<String>,
    /// What stands behind an equals sign.
    pub(crate) value: Option<String>,
}

impl Mark {
    /// Its value, or the words themselves.
    pub(crate) fn name<'a>(&'a self, text: &'a str) -> &'a str {
        self.value.as_deref().unwrap_or_else(|| self.span.of(text))
    }
}

impl Annotated {
    /// Adds one paragraph with its marks.
    pub(crate) fn push_line(&mut self, line: &str) {
        let mut open: Vec<usize> = Vec::new();
        let first = self.marks.len();
        let mut rest = line;
        while let Some(at) = rest.find(['[', ']', '|']) {
            self.text.push_str(&rest[..at]);
            rest = match &rest[at..=at] {
                "[" => {
                    open.push(self.text.len());
                    &rest[at + 1..]
                }
                "|" => {
                    let end = rest[at..].find(']').unwrap_or_else(|| panic!("a mark stays open: {line}")) + at;
                    let start = open.pop().unwrap_or_else(|| panic!("a bar without a bracket: {line}"));
                    self.mark(Span::new(start, self.text.len()), &rest[at + 1..end]);
                    &rest[end + 1..]
                }
                _ => panic!("a mark without a label: {line}"),
            };
        }
        assert!(open.is_empty(), "a mark stays open: {line}");
        self.text.push_str(rest);
        self.text.push('\n');
        self.marks[first..].sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    }

    fn mark(&mut self, span: Span, labels: &str) {
        // The value of the last label may hold spaces.
        let (plain, value) = labels.split_once('=').map_or((labels, None), |(head, value)| (head, Some(value)));
        let labels: Vec<&str> = plain.split(' ').collect();
        for (index, label) in labels.iter().enumerate() {
            let (head, kind) = label.split_once(':').map_or((*label, None), |(head, kind)| (head, Some(kind)));
            let role = head.trim_end_matches(|c: char| c.is_ascii_digit());
            self.marks.push(Mark {
                span,
                role: role.to_owned(),
                number: head[role.len()..].parse().unwrap_or(1),
                kind: kind.map(str::to_owned),
                value: value.filter(|_| index + 1 == labels.len()).map(str::to_owned),
            });
        }
    }

    /// What the program makes of the text; the day is that of the file, else 13 July 2025.
    pub(crate) fn analyse(&self, packs: &Packs, language: &str) -> Analysis {
        let date = self.published.unwrap_or(Date::constant(2025, 7, 13));
        let article = Article {
            body: self.text.clone(),
            paragraphs: plain::spans(&self.text),
            language: Some(language.to_owned()),
            outlet: self.outlet.clone(),
            published: Some(Published { date, origin: DateOrigin::Metadata }),
            ..Article::default()
        };
        analyse(&article, packs)
    }
}

#[cfg(test)]
mod tests {
    use super::{Annotated, Mark, Span};

    #[test]
    fn marks_nest_and_carry_several_labels() {
        let mut read = Annotated::default();
        read.push_line("A [[Kim|person=Kim Jong Un] said|source cue2:deny].");
        assert_eq!(read.text, "A Kim said.\n");
        let mark = |start, end, role: &str, number, kind: Option<&str>, value: Option<&str>| Mark {
            span: Span::new(start, end),
            role: role.to_owned(),
            number,
            kind: kind.map(str::to_owned),
            value: value.map(str::to_owned),
        };
        assert_eq!(
            read.marks,
            [
                mark(2, 10, "source", 1, None, None),
                mark(2, 10, "cue", 2, Some("deny"), None),
                mark(2, 5, "person", 1, None, Some("Kim Jong Un")),
            ]
        );
    }
}
