//! The text with its marks in square brackets.

use std::collections::HashSet;
use std::io::{self, Write};

use super::rows::Inked;
use super::{Style, fields};
use crate::model::{Analysis, Article, Basis, Block, EntityId, FurnitureKind, Span, TimeExpression, TimeId};

/// A mark and where it stands.
struct Mark {
    at: usize,
    text: String,
}

/// Writes the paragraphs of `article`, one to a line; wrapped ones have an empty line between them.
pub(super) fn write_text(
    article: &Article,
    analysis: &Analysis,
    style: &Style,
    out: &mut impl Write,
) -> io::Result<()> {
    let marks = marks(article, analysis);
    let mut rest = marks.as_slice();
    for (index, &paragraph) in article.paragraphs.iter().enumerate() {
        if index > 0 && style.width_cols.is_some() {
            writeln!(out)?;
        }
        let (own, later) = rest.split_at(rest.partition_point(|mark| mark.at <= paragraph.end));
        rest = later;
        let line = match furniture(analysis, paragraph) {
            Some(kind) => with_word(article, paragraph, kind, style),
            None => with_marks(article, index, own, style),
        };
        line.write(style, out)?;
    }
    Ok(())
}

/// A paragraph that is not part of the article, behind the word for what it is.
fn with_word(article: &Article, paragraph: Span, kind: FurnitureKind, style: &Style) -> Inked {
    let mut line = Inked::default();
    line.push_inked(&format!("[{}] {}", furniture_word(kind), paragraph.of(&article.body)), style.inks.furniture);
    line
}

fn with_marks(article: &Article, index: usize, marks: &[Mark], style: &Style) -> Inked {
    let paragraph = article.paragraphs[index];
    let mut line = Inked::default();
    line.push_inked(&block_sign(article.block(index)), style.inks.mark);
    let mut from = paragraph.start;
    for Mark { at, text } in marks {
        line.push(Span::new(from, *at).of(&article.body));
        line.push(" ");
        line.push_inked(&format!("[{text}]"), style.inks.mark);
        from = *at;
    }
    line.push(Span::new(from, paragraph.end).of(&article.body));
    line
}

/// What stands before a paragraph that is none, as in Markdown.
fn block_sign(block: Block) -> String {
    match block {
        Block::Heading(level) => format!("{} ", "#".repeat(level.into())),
        Block::Quote => "> ".to_owned(),
        Block::Item(None) => "- ".to_owned(),
        Block::Item(Some(number)) => format!("{number}. "),
        Block::Caption => "[caption] ".to_owned(),
        Block::Paragraph | Block::Row | Block::Verbatim => String::new(),
    }
}

/// All marks, in the order of the text; at one point names, then times, then sources.
fn marks(article: &Article, analysis: &Analysis) -> Vec<Mark> {
    let mut marks = name_marks(article, analysis);
    marks.extend(time_marks(article, analysis));
    for attribution in analysis.attributions.items() {
        let mut bases = analysis.bases_of(attribution);
        bases.retain(|&basis| basis != Basis::Publisher);
        if !bases.is_empty() {
            let text = format!("source: {}", fields::basis_names(article, analysis, &bases));
            marks.push(Mark { at: attribution.scope.end, text });
        }
    }
    marks.sort_by_key(|mark| mark.at);
    marks
}

/// One mark for each time that has a place on the calendar, and one for both ends of a range.
fn time_marks(article: &Article, analysis: &Analysis) -> Vec<Mark> {
    let ends_of_ranges: HashSet<TimeId> = analysis.times.items().iter().filter_map(|time| time.until).collect();
    let mark = |(id, time): (TimeId, &TimeExpression)| {
        let value = analysis.value_to_end(id);
        let last = time.until.map_or(time.span, |until| analysis.times[until].span);
        let text = value.to_string();
        let worth_telling = value.interval().is_some() && text != time.span.of(&article.body);
        (worth_telling && !ends_of_ranges.contains(&id)).then_some(Mark { at: last.end, text })
    };
    analysis.times.iter().filter_map(mark).collect()
}

/// One mark for each form of each name, where it first stands.
fn name_marks(article: &Article, analysis: &Analysis) -> Vec<Mark> {
    let mut seen: HashSet<(EntityId, String)> = HashSet::new();
    let mut marks = Vec::new();
    for mention in analysis.mentions.items() {
        let form = mention.span.of(&article.body);
        let entity = &analysis.entities[mention.entity];
        // 'PYONGYANG' before the first sentence is no other form of 'Pyongyang'.
        let folded = form.to_lowercase();
        let canonical = folded == entity.name.to_lowercase();
        if seen.insert((mention.entity, folded)) {
            let kind = entity.kind.name();
            let text = if canonical { kind.to_owned() } else { format!("{kind}: {}", entity.name) };
            marks.push(Mark { at: mention.span.end, text });
        }
    }
    marks
}

/// The furniture that fills `paragraph`, if it is not part of the article.
fn furniture(analysis: &Analysis, paragraph: Span) -> Option<FurnitureKind> {
    let kind = analysis.furniture[analysis.furniture_at(paragraph.start)?].kind;
    (kind != FurnitureKind::Dateline).then_some(kind)
}

fn furniture_word(kind: FurnitureKind) -> &'static str {
    match kind {
        FurnitureKind::Link => "link",
        FurnitureKind::Advert => "advert",
        FurnitureKind::Caption => "caption",
        FurnitureKind::Byline => "byline",
        FurnitureKind::Dateline => "dateline",
        FurnitureKind::PublicationLine => "published",
        FurnitureKind::Tags => "tags",
        FurnitureKind::Navigation => "navigation",
        FurnitureKind::Notice => "notice",
        FurnitureKind::Repeat => "headline",
    }
}
