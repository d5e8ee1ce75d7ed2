//! How far an attribution reaches.
//!
//! - A statement reaches over its content, its cue and its source; if it is the only one in its sentence, over all of that.
//!   In 'X mengatakan A, tetapi Y membantah B' each has its own clause.
//! - A quotation reaches over all its sentences, and over those that follow it as quotations without a speaker of their own:
//!   “Kami menunggu,” kata Budi. “Sudah dua hari.”
//! - 'Hal ini disampaikan X' reaches over the sentence before, unless somebody says that one already.
//! - An agency in the dateline carries the first sentence, one in brackets behind the last sentence carries that one:
//!   'Harga emas turun. (Reuters)'.
//! - What an outlet only called so reaches over these words: 'suasana yang disebut KCNA “hangat”'.
//! - A sentence that follows without a cue, a quotation or a word that points back is the publisher's own: in 'Dilansir dari
//!   BBC, kapal itu tenggelam. Kapal itu dibuat pada 1998.' the second one is.

use std::ops::Range;

use crate::analysis::attribution::frames::{Frame, Order, Unit};
use crate::analysis::attribution::outlets::{Named, Outlets};
use crate::analysis::attribution::page::{Page, fact};
use crate::model::{Attribution, EntityKind, Span};

/// No dateline within a sentence has more tokens.
const LONGEST_DATELINE: usize = 14;

/// What stands or falls with the frame at `index`, whose content is `pieces`.
pub(crate) fn of(page: &Page, unit: &Unit, frames: &[Frame], index: usize, pieces: &[Span]) -> Span {
    let frame = &frames[index];
    let own = pieces.iter().fold(page.span(frame.extent.clone()), |scope, piece| scope.join(*piece));
    if frame.order == Order::Phrase {
        return own;
    }
    let statements = frames.iter().filter(|other| !other.is_passage && other.order != Order::Phrase).count();
    let scope = if statements <= 1 { page.span(unit.tokens.clone()).join(own) } else { own };
    if scope.len() > Attribution::LONGEST_SCOPE_BYTES { shortened(page, frame, pieces) } else { scope }
}

/// Of a scope that is too long, what stands around the cue.
fn shortened(page: &Page, frame: &Frame, pieces: &[Span]) -> Span {
    let cue = page.span(frame.extent.clone());
    let fits = |scope: Span, piece: &Span| {
        let joined = scope.join(*piece);
        if joined.len() <= Attribution::LONGEST_SCOPE_BYTES { joined } else { scope }
    };
    pieces.iter().fold(cue, fits)
}

/// A dateline that was not told from its sentence: 'JAKARTA -- Menteri ...', 'ANKARA, Sept 18 (Reuters) - ...'. Before a
/// dash early in a paragraph there stand only names, times and brackets, the first name in capitals or the last in brackets.
pub(crate) fn own_dateline(page: &Page, unit: &Unit) -> Option<Range<usize>> {
    let reading = page.reading;
    let start = unit.tokens.start;
    if reading.paragraphs.binary_search_by_key(&start, |paragraph| paragraph.start).is_err() {
        return None;
    }
    let limit = unit.tokens.end.min(start + LONGEST_DATELINE);
    let dash = (start..limit).find(|&at| {
        matches!(reading.mark(at), '–' | '—')
            || reading.mark(at) == '-' && (!reading.is_glued(at) || reading.mark(at + 1) == '-')
    })?;
    let plain = |at: usize| reading.is_capitalised(at) || !reading.is_word(at) || page.is(at, fact::TIME);
    let capitals = reading.text(start).chars().all(char::is_uppercase) && reading.text(start).len() > 3;
    let bracketed = (start..dash).any(|at| page.is(at, fact::BRACKET) && page.name_over(at).is_some());
    let end = if reading.mark(dash + 1) == '-' { dash + 2 } else { dash + 1 };
    ((start..dash).all(plain) && (capitals || bracketed)).then_some(start..end)
}

/// The outlets of a dateline that are agencies rather than the publisher: in brackets, or by what is known of them.
pub(crate) fn agencies(page: &Page, dateline: &Range<usize>, outlets: &Outlets) -> Vec<Named> {
    let named = page.names_in(dateline.clone()).filter(|name| name.kind == EntityKind::Outlet);
    let agency = named.filter(|name| outlets.is_agency(name.entity));
    agency.map(|name| Named::new(name.entity, name.tokens.clone())).collect()
}
