//! Statements, each with who makes it and through which outlets: as lines, and as JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::pieces::{Borders, EntityRef, Piece, Told};
use super::{on_one_line, write_line};
use crate::model::{Analysis, Article, Attribution, Source, Stance};

/// One statement. Fields that say nothing are left out, here and below.
#[derive(Serialize)]
pub(super) struct Statement<'a> {
    /// All that stands or falls with it.
    scope: Borders,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<SourceRecord<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cue: Option<Piece<'a>>,
    contents: Vec<Piece<'a>>,
    stance: Stance,
    /// Whether it is in quotation marks.
    direct: bool,
    /// Whether the source published it itself.
    primary: bool,
    via: Vec<ViaRecord<'a>>,
    rule: &'a str,
}

#[derive(Serialize)]
struct SourceRecord<'a> {
    /// `entity`, `unnamed` or `document`.
    r#type: &'static str,
    #[serde(flatten)]
    entity: Option<EntityRef<'a>>,
    #[serde(flatten)]
    words: Piece<'a>,
    /// Where somebody who has no name was described, if the words are a pronoun.
    #[serde(skip_serializing_if = "Option::is_none")]
    described: Option<Piece<'a>>,
}

#[derive(Serialize)]
struct ViaRecord<'a> {
    #[serde(flatten)]
    outlet: EntityRef<'a>,
    #[serde(flatten)]
    words: Piece<'a>,
}

/// `start..end`, who says it, what that is, the outlets, the stance, direct or indirect, what is said, the rule.
pub(super) fn write_lines(article: &Article, analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let told = Told::new(article, analysis);
    for statement in analysis.attributions.items() {
        let (scope, (source, what)) = (statement.scope, source_fields(&told, statement));
        let (via, stance) = (via_field(&told, statement), statement.stance.name());
        let words = if statement.direct { "direct" } else { "indirect" };
        let contents: Vec<&str> = statement.contents().map(|piece| told.words(piece)).collect();
        let content = contents.join(" … ");
        write!(
            out,
            "{}..{}\t{}\t{what}\t{}\t{stance}",
            scope.start,
            scope.end,
            on_one_line(source),
            on_one_line(&via)
        )?;
        writeln!(out, "\t{words}\t{}\t{}", on_one_line(&content), statement.rule)?;
    }
    Ok(())
}

/// A statement to a line.
pub(super) fn write_json(article: &Article, analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let told = Told::new(article, analysis);
    analysis.attributions.items().iter().try_for_each(|statement| write_line(&record(&told, statement), out))
}

/// What is written of one statement.
pub(super) fn record<'a>(told: &Told<'a>, statement: &'a Attribution) -> Statement<'a> {
    let via = |via: &crate::model::Via| ViaRecord { outlet: told.entity(via.outlet), words: told.piece(via.span) };
    Statement {
        scope: statement.scope.into(),
        source: statement.source.as_ref().map(|source| source_record(told, source)),
        cue: (!statement.cue.is_empty()).then(|| told.piece(statement.cue)),
        contents: statement.contents().map(|piece| told.piece(piece)).collect(),
        stance: statement.stance,
        direct: statement.direct,
        primary: statement.primary,
        via: statement.via.iter().map(via).collect(),
        rule: statement.rule.as_str(),
    }
}

fn source_record<'a>(told: &Told<'a>, source: &Source) -> SourceRecord<'a> {
    let (r#type, entity) = match source {
        Source::Entity { entity, .. } => ("entity", Some(told.entity(*entity))),
        Source::Unnamed { .. } => ("unnamed", None),
        Source::Document { .. } => ("document", None),
    };
    let described = match source {
        Source::Unnamed { described, .. } => described.map(|span| told.piece(span)),
        _ => None,
    };
    SourceRecord { r#type, entity, words: told.piece(source.span()), described }
}

/// The name of the source, or the words that describe it; and its kind, `unnamed` or `document`. Both are empty where
/// only outlets are named.
pub(super) fn source_fields<'a>(told: &Told<'a>, statement: &Attribution) -> (&'a str, &'static str) {
    match statement.source {
        Some(Source::Entity { entity, .. }) => {
            let entity = &told.analysis.entities[entity];
            (&entity.name, entity.kind.name())
        }
        Some(source @ Source::Unnamed { .. }) => (told.words(source.description()), "unnamed"),
        Some(Source::Document { span }) => (told.words(span), "document"),
        None => ("", ""),
    }
}

/// The outlets from the one nearest the speaker to the one nearest the reader.
pub(super) fn via_field(told: &Told, statement: &Attribution) -> String {
    let names: Vec<&str> = statement.via.iter().map(|via| told.analysis.entities[via.outlet].name.as_str()).collect();
    names.join(" → ")
}
