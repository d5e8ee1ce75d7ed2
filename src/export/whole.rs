//! The whole analysis of one article as one JSON object, in the shape that `assets/analysis.schema.json` tells.
//!
//! Not a dump of what the program holds: what changes inside need not change this. Fields may be added in one version of
//! the format; what is there keeps its name and meaning, or [`FORMAT_VERSION`] goes up.

use std::io::{self, Write};

use serde::Serialize;

use super::pieces::{Borders, EntityRef, Told};
use super::{entities, events, json, statements, write_line};
use crate::model::{Analysis, Article, FurnitureKind, Published, Span, Warning};

/// The version of the shape.
pub const FORMAT_VERSION: u32 = 1;

/// All that is told of one article.
#[derive(Serialize)]
struct Whole<'a> {
    format: u32,
    /// What the article was opened by; `-` for standard input.
    file: &'a str,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<Published>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<EntityRef<'a>>,
    paragraphs: Vec<Borders>,
    sentences: Vec<Borders>,
    furniture: Vec<FurnitureRecord>,
    entities: Vec<entities::EntityRecord<'a>>,
    times: Vec<json::Line<'a>>,
    statements: Vec<statements::Statement<'a>>,
    events: Vec<events::EventRecord<'a>>,
    /// Those that the text does not date.
    undated: Vec<events::EventRecord<'a>>,
    warnings: Vec<WarningRecord>,
}

#[derive(Serialize)]
struct FurnitureRecord {
    kind: FurnitureKind,
    #[serde(flatten)]
    borders: Borders,
}

#[derive(Serialize)]
struct WarningRecord {
    warning: &'static str,
    #[serde(flatten)]
    borders: Option<Borders>,
}

/// Writes everything about `article` on one line.
///
/// # Errors
///
/// Those of `out`.
pub fn write(article: &Article, analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let told = Told::new(article, analysis);
    let borders = |spans: &mut dyn Iterator<Item = Span>| spans.map(Borders::from).collect::<Vec<_>>();
    let whole = Whole {
        format: FORMAT_VERSION,
        file: &article.id,
        language: &analysis.language,
        published: analysis.published.or(article.published),
        publisher: analysis.publisher.map(|id| told.entity(id)),
        paragraphs: borders(&mut article.paragraphs.iter().copied()),
        sentences: borders(&mut analysis.sentences.items().iter().map(|sentence| sentence.span)),
        furniture: furniture(analysis),
        entities: told.entities().into_iter().map(|id| entities::record(&told, id)).collect(),
        times: analysis.times.items().iter().map(|time| json::line(article, time)).collect(),
        statements: analysis.attributions.items().iter().map(|it| statements::record(&told, it)).collect(),
        events: analysis.events.items().iter().map(|event| events::record(&told, event)).collect(),
        undated: analysis.undated.items().iter().map(|event| events::undated_record(&told, event)).collect(),
        warnings: analysis.warnings.iter().map(warning).collect(),
    };
    write_line(&whole, out)
}

fn furniture(analysis: &Analysis) -> Vec<FurnitureRecord> {
    let pieces = analysis.furniture.iter();
    pieces.map(|piece| FurnitureRecord { kind: piece.kind, borders: piece.span.into() }).collect()
}

fn warning(warning: &Warning) -> WarningRecord {
    let (warning, span) = match *warning {
        Warning::WeekdayMismatch { span } => ("weekday-mismatch", Some(span)),
        Warning::NoPublicationDate => ("no-publication-date", None),
        Warning::InferredPublicationDate { span } => ("inferred-publication-date", Some(span)),
        Warning::UncertainLanguage => ("uncertain-language", None),
    };
    WarningRecord { warning, borders: span.map(Borders::from) }
}
