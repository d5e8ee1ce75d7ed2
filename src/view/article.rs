//! The article pane: the rows in view, each cut into pieces that look the same, with marks in the margin.

use super::glyphs::GlyphSet;
use super::line::Line;
use super::{Look, Scope, Screen, State, minimap};
use crate::app::App;
use crate::app::document::{Reading, State as DocumentState};
use crate::app::flow::Row;
use crate::app::layers::Layer;
use crate::app::layers::hinting::Hinting;
use crate::app::layout::{Pane, Rect};
use crate::app::marks::Marks;
use crate::app::words::phrase;
use crate::model::{Block, FurnitureKind, MentionId, Source, Span};
use crate::text::width::cols;
use crate::text::wrap::wrap;

/// Draws the article into its pane.
pub(super) fn article(app: &App, pane: Rect, screen: &mut Screen) {
    let Some(reading) = app.reading() else {
        return message(app, pane, screen);
    };
    let area = app.text_area();
    let rows = reading.rows(area);
    let glyphs = GlyphSet::of(app.options.glyphs);
    let sentence = reading.sentence();
    for (index, row) in rows.iter().enumerate() {
        let mut line = Line::new(area.width);
        push_sign(reading, *row, &glyphs, &mut line);
        for (piece, look) in pieces(reading, app.selected_words(), row.span) {
            line.push(piece.of(&reading.article.body), look);
        }
        screen.lay_row(area, index, line);
        if area.column > pane.column {
            let rect = Rect { column: area.column - 2, width: 1, ..area };
            screen.lay_row(rect, index, margin(reading, *row, sentence, &glyphs));
        }
    }
    if area.column > pane.column {
        minimap::minimap(reading, &rows, area, &glyphs, screen);
    }
    if let Some(Layer::Hinting(hinting)) = app.layers.last() {
        push_letters(reading, &rows, area, hinting, screen);
    }
    if app.focus == Pane::Article && matches!(app.layers.as_slice(), [] | [Layer::Selecting(_)]) {
        screen.cursor = cell(reading, &rows, area, reading.cursor);
    }
}

/// What stands in the columns that are kept free before the text of a block.
fn push_sign(reading: &Reading, row: Row, glyphs: &GlyphSet, line: &mut Line) {
    let article = &reading.article;
    let begins = article.paragraphs.get(row.paragraph).is_some_and(|paragraph| paragraph.start == row.span.start);
    let sign = match article.block(row.paragraph) {
        Block::Quote => glyphs.quote.to_owned(),
        Block::Item(number) if begins => number.map_or_else(|| glyphs.item.to_owned(), |number| format!("{number}.")),
        _ => String::new(),
    };
    if row.indent_cols > 0 {
        line.push(&sign, Scope::BlockSign);
        line.space(row.indent_cols.saturating_sub(cols(&sign)));
    }
}

/// What stands where there is no text to read.
fn message(app: &App, pane: Rect, screen: &mut Screen) {
    let (text, scope) = match app.documents.get(app.current).map(|document| (document, &document.state)) {
        None => (app.words(phrase::NO_TEXT).to_owned(), Scope::Hint),
        // The reason names the document.
        Some((_, DocumentState::Failed(reason))) => (reason.clone(), Scope::Error),
        Some((document, _)) => {
            (format!("{}: {}", document.name(app.options.locale), app.words(phrase::LOADING)), Scope::Hint)
        }
    };
    let room = Rect { column: pane.column + 2.min(pane.width), width: pane.width.saturating_sub(4), ..pane };
    let whole = Span::new(0, text.len());
    for (index, row) in wrap(&text, whole, room.width.max(1) as usize).into_iter().enumerate() {
        let mut line = Line::new(room.width);
        line.push(row.of(&text).trim_end(), scope);
        screen.lay_row(room, index + usize::from(pane.height > 1), line);
    }
}

fn margin(reading: &Reading, row: Row, sentence: Span, glyphs: &GlyphSet) -> Line {
    let mut line = Line::new(1);
    if row.span.contains(reading.cursor) {
        line.push(glyphs.margin_cursor, Scope::MarginCursor);
    } else if row.span.overlaps(sentence) {
        line.push(glyphs.margin, Scope::Margin);
    }
    line
}

/// The letters to be typed for each link, over the beginning of its words.
fn push_letters(reading: &Reading, rows: &[Row], area: Rect, hinting: &Hinting, screen: &mut Screen) {
    for (offset, letters) in hinting.left() {
        let Some((column, row)) = cell(reading, rows, area, offset) else { continue };
        let mut line = Line::new((letters.len() as u16).min(area.column + area.width - column));
        line.push(letters, Look::new(Scope::Key, State::Selected));
        screen.lay(column, row, line);
    }
}

/// The cell of the text at `offset`, if it is in view.
fn cell(reading: &Reading, rows: &[Row], area: Rect, offset: usize) -> Option<(u16, u16)> {
    let index = rows.iter().position(|row| row.span.contains(offset))?;
    let before = Span::new(rows[index].span.start, offset).of(&reading.article.body);
    let column = ((rows[index].indent_cols + cols(before)) as u16).min(area.width.saturating_sub(1));
    Some((area.column + column, area.row + index as u16))
}

/// The pieces of a row, from left to right, without the white space at its end. What is being selected is shown as the
/// cursor's own.
fn pieces(reading: &Reading, selected: Option<Span>, row: Span) -> Vec<(Span, Look)> {
    let body = &reading.article.body;
    let row = Span::new(row.start, row.start + row.of(body).trim_end().len());
    let mut spans = RowSpans::new(reading, row);
    spans.current = selected.or(spans.current);
    let mut borders = spans.borders();
    borders.extend([row.start, row.end]);
    borders.retain(|&offset| row.start <= offset && offset <= row.end);
    borders.sort_unstable();
    borders.dedup();
    borders
        .windows(2)
        .map(|pair| (Span::new(pair[0], pair[1]), Look::new(spans.scope(pair[0]), spans.state(pair[0]))))
        .collect()
}

/// Everything marked in one row.
struct RowSpans<'a> {
    reading: &'a Reading,
    marks: Option<&'a Marks>,
    /// In order of precedence.
    scopes: Vec<(Span, Scope)>,
    mentions: Vec<MentionId>,
    hits: &'a [Span],
    /// What is under the cursor.
    current: Option<Span>,
    /// Borders at which the lens may change its mind.
    attributions: Vec<Span>,
}

impl<'a> RowSpans<'a> {
    fn new(reading: &'a Reading, row: Span) -> RowSpans<'a> {
        let hits = reading.search.as_ref().map_or(&[][..], |search| search.hits_in(row));
        let marks = reading.marks.as_ref();
        let mut spans = RowSpans {
            reading,
            marks,
            scopes: Vec::new(),
            mentions: Vec::new(),
            hits,
            current: None,
            attributions: Vec::new(),
        };
        if let Some(marks) = marks {
            spans.collect(marks, row);
        }
        spans.collect_markup(row);
        spans
    }

    /// What the source of the article set apart, below all that was found in it.
    fn collect_markup(&mut self, row: Span) {
        let article = &self.reading.article;
        self.scopes.extend(article.links_in(row).map(|link| (link.span, Scope::Link)));
        let first = article.paragraphs.partition_point(|paragraph| paragraph.end <= row.start);
        let paragraphs = article.paragraphs[first..].iter().zip(first..);
        for (&paragraph, number) in paragraphs.take_while(|(paragraph, _)| paragraph.start < row.end) {
            match article.block(number) {
                Block::Heading(_) => self.scopes.push((paragraph, Scope::Subhead)),
                Block::Caption => self.scopes.push((paragraph, Scope::Caption)),
                _ => {}
            }
        }
    }

    fn collect(&mut self, marks: &Marks, row: Span) {
        let analysis = &marks.analysis;
        let cursor = self.reading.cursor;
        let mention = analysis.mention_at(cursor).map(|id| analysis.mentions[id].span);
        self.current = mention.or_else(|| analysis.time_at(cursor).map(|id| analysis.times[id].span));
        self.mentions = analysis.mentions_in(row).collect();
        // Of nested mentions the inner one is seen.
        self.mentions.sort_by_key(|&id| analysis.mentions[id].span.len());
        for &id in &self.mentions {
            let mention = &analysis.mentions[id];
            self.scopes.push((mention.span, analysis.entities[mention.entity].kind.into()));
        }
        self.scopes.extend(analysis.times_in(row).map(|id| (analysis.times[id].span, Scope::Date)));
        for id in analysis.attributions_in(row) {
            let attribution = &analysis.attributions[id];
            self.scopes.push((attribution.cue, Scope::Cue));
            self.scopes.extend(attribution.via.iter().map(|via| (via.cue, Scope::Cue)));
            if let Some(Source::Unnamed { span, .. } | Source::Document { span }) = attribution.source {
                self.scopes.push((span, Scope::Unnamed));
            }
            self.attributions.push(attribution.scope);
        }
        let roles = self.mentions.iter().filter_map(|&id| analysis.mentions[id].title);
        self.scopes.extend(roles.map(|span| (span, Scope::Role)));
        let furniture = analysis.furniture_in(row).filter(|piece| piece.kind != FurnitureKind::Dateline);
        self.scopes.extend(furniture.map(|piece| (piece.span, Scope::Furniture)));
    }

    fn borders(&self) -> Vec<usize> {
        let scopes = self.scopes.iter().map(|(span, _)| span);
        let all = scopes.chain(self.hits).chain(&self.current).chain(&self.attributions);
        all.flat_map(|span| [span.start, span.end]).collect()
    }

    fn scope(&self, offset: usize) -> Scope {
        self.scopes.iter().find(|(span, _)| span.contains(offset)).map_or(Scope::Text, |&(_, scope)| scope)
    }

    fn state(&self, offset: usize) -> State {
        if self.current.is_some_and(|span| span.contains(offset)) {
            State::Selected
        } else if self.hits.iter().any(|hit| hit.contains(offset)) {
            State::Hit
        } else if self.is_kin(offset) {
            State::Kin
        } else if self.marks.is_some_and(|marks| !marks.keeps(offset)) {
            State::Dimmed
        } else {
            State::Plain
        }
    }

    /// Whether the text at `offset` is a mention of the current entity that the lens leaves.
    fn is_kin(&self, offset: usize) -> bool {
        let (Some(marks), Some(entity)) = (self.marks, self.reading.entity) else { return false };
        let mentions = &marks.analysis.mentions;
        let named = self.mentions.iter().any(|&id| mentions[id].entity == entity && mentions[id].span.contains(offset));
        named && marks.keeps(offset)
    }
}
