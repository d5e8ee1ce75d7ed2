//! Names as tags of words: two columns, the word and its tag, for a text that came one word to a line.
//!
//! Source: IOB2, as the data of CoNLL-2002 have it, with the three kinds that are told apart there.

use std::io::{self, Write};

use super::Naming;
use crate::model::{Analysis, ColumnLine, EntityKind, Span};

/// The tag of a word in no name.
pub const OUTSIDE: &str = "O";

/// The lines as they came, but for words, which have their tags beside them and nothing else. Writes nothing of a text
/// that did not come in lines.
pub(super) fn write(naming: &Naming, out: &mut dyn Write) -> io::Result<()> {
    let Some(columns) = naming.columns else { return Ok(()) };
    let words: Vec<Span> = columns.words().map(|(span, _)| span).collect();
    let mut tags = tags(&words, naming.analysis).into_iter();
    for line in &columns.lines {
        match line {
            ColumnLine::Word { span, .. } => {
                writeln!(out, "{}\t{}", span.of(&naming.article.body), tags.next().unwrap_or(OUTSIDE))?;
            }
            ColumnLine::Other(line) => writeln!(out, "{}", line.of(&columns.text))?,
        }
    }
    Ok(())
}

/// The tag of each of `words`, which are sorted and do not overlap. Of nested names the outer one counts; a word of which
/// only a part is named is named.
pub fn tags(words: &[Span], analysis: &Analysis) -> Vec<&'static str> {
    let mut tags = vec![OUTSIDE; words.len()];
    // Behind the last name, in the text and among the words.
    let (mut end, mut free) = (0, 0);
    for mention in analysis.mentions.items() {
        let kind = tags_of(analysis.entities[mention.entity].kind).filter(|_| mention.span.start >= end);
        let Some((first, inner)) = kind else { continue };
        end = mention.span.end;
        let from = free + words[free..].partition_point(|word| word.end <= mention.span.start);
        free = from + words[from..].partition_point(|word| word.start < end);
        for (at, tag) in tags[from..free].iter_mut().enumerate() {
            *tag = if at == 0 { first } else { inner };
        }
    }
    tags
}

/// The tags of the first word of a name and of the others; outlets and platforms are organisations where only three kinds
/// are told apart.
fn tags_of(kind: EntityKind) -> Option<(&'static str, &'static str)> {
    match kind {
        EntityKind::Person => Some(("B-PER", "I-PER")),
        EntityKind::Organisation | EntityKind::Outlet | EntityKind::Platform => Some(("B-ORG", "I-ORG")),
        EntityKind::Place => Some(("B-LOC", "I-LOC")),
        EntityKind::Other => None,
    }
}
