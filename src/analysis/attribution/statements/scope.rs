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

use super::content;
use crate::analysis::attribution::frames::nouns;
use crate::analysis::attribution::frames::{Frame, Order, Speaker, Unit};
use crate::analysis::attribution::outlets::{Named, Outlets};
use crate::analysis::attribution::page::{Page, fact};
use crate::lang::Turn;
use crate::model::{Attribution, EntityKind, Span, Stance};

/// No headline has more tokens.
const LONGEST_HEADLINE: usize = 24;

/// A role that speaks in a headline has no more tokens.
const LONGEST_HEADLINE_ROLE: usize = 7;

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

/// A headline of the form 'Kim: ...' is a statement without a verb.
pub(crate) fn headline(page: &Page, unit: &Unit) -> Option<Frame> {
    let tokens = unit.tokens.clone();
    let last = tokens.end.checked_sub(1)?;
    if tokens.len() > LONGEST_HEADLINE || page.reading.mark(last) == '.' || unit.index > 1 {
        return None;
    }
    // 'GIIAS 2025: Pabrikan Banting Harga, Pengamat: Konsumen Bingung'
    let mut colons = tokens.clone().filter(|&at| page.reading.mark(at) == ':');
    colons.find_map(|colon| told_behind(page, tokens.clone(), colon))
}

/// The statement behind a colon of a headline, if who speaks stands before it.
fn told_behind(page: &Page, tokens: Range<usize>, colon: usize) -> Option<Frame> {
    // 'BI Tahan Bunga, Gubernur Perry: Fokus Rupiah': who speaks stands behind the last comma.
    let comma = (tokens.start..colon).rev().find(|&at| page.divides(at));
    let words = comma.map_or(tokens.start, |comma| comma + 1)..colon;
    let named = page.names_in(words.clone()).last().is_some_and(|name| {
        let whole = name.kind == EntityKind::Organisation && name.tokens.start == words.start;
        (name.kind == EntityKind::Person || whole) && name.tokens.end == colon
    });
    // 'Pelatih Timnas U-23: Kami Siap', 'Polisi: Pelaku Sakit Hati', 'Ibu: Padahal Sudah Dilarang'
    let role = words.len() <= LONGEST_HEADLINE_ROLE
        && (page.is(words.start, fact::ROLE | fact::TITLE) || page.turns(words.start, Turn::Relation))
        && !words.clone().any(|at| page.is_verb(at));
    // 'Alcaraz v Sinner: Italian wins first title'
    let people = page.names_in(words.clone()).filter(|name| name.kind == EntityKind::Person).count();
    let speaks = (named || role) && people <= 1;
    let content = content::trim(page, colon + 1..tokens.end);
    if !speaks || content.is_empty() || !nouns::speaks(page, &words) {
        return None;
    }
    Some(Frame {
        speaker: Speaker::Words(words.clone()),
        extent: words,
        order: Order::Lead(colon + 1),
        rule: "attribution/headline",
        ..Frame::of(colon..colon, Stance::Claim)
    })
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
