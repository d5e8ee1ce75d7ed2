//! Mentions for people and `grep`: one to a line, fields parted by tabs.

use std::io::{self, Write};

use super::{Naming, on_one_line};

/// `start..end`, the words, the kind and name of the entity, the title before a person's name if it has one, the rule.
pub(super) fn write(naming: &Naming, out: &mut dyn Write) -> io::Result<()> {
    let words = |span: crate::model::Span| on_one_line(span.of(&naming.article.body));
    for mention in naming.analysis.mentions.items() {
        let entity = &naming.analysis.entities[mention.entity];
        let (kind, name) = (entity.kind.name(), on_one_line(&entity.name));
        let title = mention.title.map(words).unwrap_or_default();
        let (span, form) = (mention.span, words(mention.span));
        writeln!(out, "{}..{}\t{form}\t{kind}\t{name}\t{title}\t{}", span.start, span.end, mention.rule)?;
    }
    Ok(())
}
