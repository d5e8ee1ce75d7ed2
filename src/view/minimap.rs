//! The strip beside the text that stands for the whole article: what is in view, where the current entity is
//! named, where the search found something.

use super::glyphs::GlyphSet;
use super::line::Line;
use super::{Look, Scope, Screen};
use crate::app::document::Reading;
use crate::app::flow::Row;
use crate::app::layout::Rect;
use crate::app::search::Search;
use crate::model::Span;

/// Draws the strip one column right of the text.
pub(super) fn minimap(reading: &Reading, rows: &[Row], area: Rect, glyphs: &GlyphSet, screen: &mut Screen) {
    let strip = Rect { column: area.column + area.width + 1, width: 1, ..area };
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return };
    let view = Span::new(first.span.start, last.span.end);
    let (len, height) = (reading.article.body.len(), strip.height as usize);
    for index in 0..height {
        let part = Span::new(index * len / height, ((index + 1) * len / height).max(index * len / height + 1));
        let (glyph, look) = cell(reading, part, view, glyphs);
        let mut line = Line::new(1);
        line.push(glyph, look);
        screen.lay_row(strip, index, line);
    }
}

fn cell(reading: &Reading, part: Span, view: Span, glyphs: &GlyphSet) -> (&'static str, Look) {
    if let Some(scope) = mention_scope(reading, part) {
        (glyphs.map_mention, scope.into())
    } else if reading.search.as_ref().is_some_and(|search| begins_in(search, part)) {
        (glyphs.map_hit, Scope::MapHit.into())
    } else if part.overlaps(view) {
        (glyphs.map_view, Scope::MapView.into())
    } else {
        (glyphs.map, Scope::Map.into())
    }
}

fn begins_in(search: &Search, part: Span) -> bool {
    search.hits_in(part).iter().any(|hit| part.contains(hit.start))
}

/// The kind of the current entity, if it is named in this part of the text.
fn mention_scope(reading: &Reading, part: Span) -> Option<Scope> {
    let marks = reading.marks.as_ref()?;
    let entity = &marks.analysis.entities[reading.entity?];
    let start = |index: usize| marks.analysis.mentions[entity.mentions[index]].span.start;
    let from = entity.mentions.partition_point(|&id| marks.analysis.mentions[id].span.start < part.start);
    let named = (from..entity.mentions.len()).take_while(|&index| part.contains(start(index)));
    named.into_iter().any(|index| marks.keeps(start(index))).then(|| entity.kind.into())
}
