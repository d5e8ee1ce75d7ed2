//! What is not the article: links, adverts, captions, bylines, and the dateline before the first sentence.
//!
//! By the marks that a pack lists and by structure. A paragraph is furniture when it begins with a mark that
//! suffices, or when the marks in it weigh enough together.

use std::ops::Range;

use super::publication::PublicationLine;
use super::reading::Reading;
use crate::lang::{FurnitureMark, Pack};
use crate::model::{Furniture, FurnitureKind};

/// The weight from which on a paragraph is furniture.
const ENOUGH: u32 = 10;

/// A paragraph longer than this is never furniture for single words in it: real prose mentions apps too.
const LONGEST_ADVERT_TOKENS: usize = 60;

/// How many tokens a dateline may have before its dash.
const LONGEST_DATELINE_TOKENS: usize = 14;

/// The furniture of an article, and the tokens of each paragraph that are left.
pub(crate) fn find(
    reading: &Reading,
    pack: &Pack,
    publication: &[PublicationLine],
) -> (Vec<Furniture>, Vec<Range<usize>>) {
    let mut furniture = Vec::new();
    let mut prose = Vec::new();
    for (index, paragraph) in reading.paragraphs.iter().enumerate() {
        let is_publication = publication.iter().any(|line| line.paragraph == index);
        let kind =
            kind_of(reading, pack, paragraph.clone()).or(is_publication.then_some(FurnitureKind::PublicationLine));
        if let Some(kind) = kind {
            furniture.push(Furniture { span: reading.span(paragraph.clone()), kind });
            continue;
        }
        let dateline = if index < 3 && prose.is_empty() { dateline_end(reading, paragraph.clone()) } else { None };
        match dateline {
            Some(end) => {
                let span = reading.span(paragraph.start..end);
                furniture.push(Furniture { span, kind: FurnitureKind::Dateline });
                prose.push(end..paragraph.end);
            }
            None => prose.push(paragraph.clone()),
        }
    }
    (furniture, prose)
}

fn kind_of(reading: &Reading, pack: &Pack, paragraph: Range<usize>) -> Option<FurnitureKind> {
    let mut weight = 0;
    let mut kind = None;
    let mut add = |mark: &FurnitureMark| {
        weight += u32::from(mark.weight);
        kind = kind.or(Some(mark.kind));
    };
    let start = first_word(reading, paragraph.clone());
    for at in paragraph.clone() {
        let Some((_, marks)) = pack.cues.furniture.longest(&reading.words[at..paragraph.end]) else { continue };
        marks.iter().filter(|mark| !mark.starts || at == start).for_each(&mut add);
    }
    let decisive = kind.is_some_and(|kind| kind != FurnitureKind::Advert);
    let short = paragraph.len() <= LONGEST_ADVERT_TOKENS;
    kind.filter(|_| weight >= ENOUGH && (decisive || short))
}

/// The first token of a paragraph that is no bracket, bullet or quotation mark.
fn first_word(reading: &Reading, paragraph: Range<usize>) -> usize {
    paragraph.clone().find(|&at| reading.mark(at) == ' ').unwrap_or(paragraph.start)
}

/// Where the text begins behind 'PYONGYANG, KOMPAS.com -': a dash early on, with nothing but names before it, the
/// first of them in capitals or the last of them in brackets.
fn dateline_end(reading: &Reading, paragraph: Range<usize>) -> Option<usize> {
    let limit = paragraph.end.min(paragraph.start + LONGEST_DATELINE_TOKENS);
    let dash = (paragraph.start..limit).find(|&at| {
        matches!(reading.mark(at), '-' | '–' | '—') && !(reading.is_glued(at) && reading.is_glued(at + 1))
    })?;
    let is_name = |at: usize| {
        reading.is_capitalised(at)
            || reading.is_number(at)
            || matches!(reading.mark(at), ',' | '.' | '(' | ')' | '/' | '|')
            || reading.is_glued(at)
    };
    let in_capitals = reading.text(paragraph.start).chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let in_brackets = (paragraph.start..dash).any(|at| reading.mark(at) == '(');
    let names_only = dash > paragraph.start && (paragraph.start..dash).all(is_name);
    let has_outlet_form = in_capitals || in_brackets || (paragraph.start..dash).any(|at| reading.mark(at) == ',');
    (names_only && has_outlet_form && dash + 1 < paragraph.end).then_some(dash + 1)
}
