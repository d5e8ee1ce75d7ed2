//! The text with its marks in square brackets.

use std::collections::HashSet;
use std::io::{self, Write};

use super::{Inks, fields};
use crate::model::{Analysis, Article, Basis, EntityId, FurnitureKind, Span, TimeValue};

/// A mark and where it stands.
struct Mark {
    at: usize,
    text: String,
}

/// Writes the paragraphs of `article`, one to a line.
pub(super) fn write_text(article: &Article, analysis: &Analysis, inks: &Inks, out: &mut impl Write) -> io::Result<()> {
    let marks = marks(article, analysis);
    let mut rest = marks.as_slice();
    for &paragraph in &article.paragraphs {
        let (own, later) = rest.split_at(rest.partition_point(|mark| mark.at <= paragraph.end));
        rest = later;
        match furniture(analysis, paragraph) {
            Some(kind) => {
                let (ink, text) = (inks.furniture, paragraph.of(&article.body));
                writeln!(out, "{}[{}] {text}{}", ink.before, furniture_word(kind), ink.after)?;
            }
            None => write_paragraph(article, paragraph, own, inks, out)?,
        }
    }
    Ok(())
}

fn write_paragraph(
    article: &Article,
    paragraph: Span,
    marks: &[Mark],
    inks: &Inks,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut from = paragraph.start;
    for Mark { at, text } in marks {
        let ink = inks.mark;
        write!(out, "{} {}[{text}]{}", Span::new(from, *at).of(&article.body), ink.before, ink.after)?;
        from = *at;
    }
    writeln!(out, "{}", Span::new(from, paragraph.end).of(&article.body))
}

/// All marks, in the order of the text; at one point names, then times, then sources.
fn marks(article: &Article, analysis: &Analysis) -> Vec<Mark> {
    let mut marks = name_marks(article, analysis);
    for time in analysis.times.items() {
        let value = time.value.to_string();
        if matches!(time.value, TimeValue::Placed(_)) && value != time.span.of(&article.body) {
            marks.push(Mark { at: time.span.end, text: value });
        }
    }
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

/// One mark for each form of each name, where it first stands.
fn name_marks(article: &Article, analysis: &Analysis) -> Vec<Mark> {
    let mut seen: HashSet<(EntityId, &str)> = HashSet::new();
    let mut marks = Vec::new();
    for mention in analysis.mentions.items() {
        let form = mention.span.of(&article.body);
        let entity = &analysis.entities[mention.entity];
        if seen.insert((mention.entity, form)) {
            let kind = fields::kind(entity.kind);
            let text = if form == entity.name { kind.to_owned() } else { format!("{kind}: {}", entity.name) };
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
    }
}
