//! What is not the article: links, adverts, captions, bylines, notices, menus; and the dateline before the first sentence.
//!
//! Four kinds of evidence, asked in this order for each line: `words` that the pack lists, the `shape` of the line,
//! whether it tells the day of publication, and its `place` between the headline, the prose and the end. A line that stands
//! between two of the article needs words or shape against it: sub-heads, list items and short paragraphs stay.

mod adverts;
mod authors;
mod bare;
mod captions;
mod closing;
mod credited;
mod dateline;
mod head;
mod headings;
mod initials;
mod line;
mod opening;
mod place;
mod shape;
mod words;

use std::ops::Range;

use line::Line;

use super::publication::PublicationLine;
use super::reading::Reading;
use crate::lang::Pack;
use crate::model::{Furniture, FurnitureKind};

/// The furniture of an article, and the tokens of each paragraph that are left.
pub(crate) fn find(
    reading: &Reading,
    pack: &Pack,
    publication: &[PublicationLine],
) -> (Vec<Furniture>, Vec<Range<usize>>) {
    let lines: Vec<Line> = reading.paragraphs.iter().map(|tokens| Line::read(reading, pack, tokens.clone())).collect();
    let kinds = kinds(reading, pack, &lines, publication);
    let opening = place::opening(reading, pack, &lines, &kinds);
    let mut furniture = Vec::new();
    let mut prose = Vec::new();
    for (index, (line, kind)) in lines.iter().zip(&kinds).enumerate() {
        let tokens = line.tokens.clone();
        if let Some(kind) = *kind {
            furniture.push(Furniture { span: reading.span(tokens), kind });
            continue;
        }
        let tokens = tokens.start..initials::start(reading, tokens);
        match opening.filter(|&(opening, _)| opening == index) {
            Some((_, end)) => {
                let span = reading.span(tokens.start..end);
                furniture.push(Furniture { span, kind: FurnitureKind::Dateline });
                prose.push(end..tokens.end);
            }
            None => prose.push(tokens),
        }
    }
    (furniture, prose)
}

/// What each line is; `None` for the article.
fn kinds(
    reading: &Reading,
    pack: &Pack,
    lines: &[Line],
    publication: &[PublicationLine],
) -> Vec<Option<FurnitureKind>> {
    // A line that was handed in by itself is what is to be read.
    if lines.len() == 1 {
        return vec![None];
    }
    let own = |(index, line): (usize, &Line)| {
        let tells_day = publication.iter().any(|line| line.paragraph == index);
        words::kind(reading, pack, line)
            .or_else(|| shape::kind(reading, pack, line))
            .or(tells_day.then_some(FurnitureKind::PublicationLine))
    };
    let mut kinds: Vec<Option<FurnitureKind>> = lines.iter().enumerate().map(own).collect();
    place::complete(reading, pack, lines, &mut kinds);
    kinds
}
