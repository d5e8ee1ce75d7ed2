//! What bodies are called in short: by the first words of their names ('Sierra Pacific' for 'Sierra Pacific Industries'), or by
//! their letters as a word ('Uasu' for 'Universities Academic Staff Union').

use std::ops::Range;

use super::scene::Scene;
use crate::analysis::reading::Reading;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;

/// Fewer initials than these are those of too many names.
pub(super) const LEAST_INITIALS: usize = 3;

/// Of fewer initials none is left out.
const LEAST_TO_LEAVE_OUT: usize = 5;

/// The longest name of whose beginnings any is looked for, in tokens.
const LONGEST_BODY: usize = 8;

/// What ends no short form of a body: a county or lake is one by itself.
const NO_LAST: [NameCue; 5] =
    [NameCue::Connector, NameCue::Title, NameCue::Honorific, NameCue::PlaceTail, NameCue::PlaceHead];

/// The beginnings of the name of a body by which it may be called; none of one that governs a place, which is called so itself.
pub(super) fn beginnings<'a>(scene: &Scene<'a>, name: &Range<usize>) -> impl Iterator<Item = Range<usize>> + 'a {
    let (scene, name) = (*scene, name.clone());
    // 'Komisi VI DPR'
    let is_numbered = scene.is_hint(name.start, NameHint::UnitHead) && scene.reading.is_roman_numeral(name.start + 1);
    let is_open = is_numbered || !scene.is_cue(name.end - 1, NameCue::Government);
    let may_be_short = name.len() <= LONGEST_BODY && is_open;
    let ends = if may_be_short { name.start + 1..name.end } else { 0..0 };
    // 'Ciputra' of 'PT Ciputra Development Tbk'
    let core = if may_be_short && begins_with_form(&scene, name.start) { name.start + 2..name.end } else { 0..0 };
    let behind_form = core.map(move |end| name.start + 1..end);
    ends.map(move |end| name.start..end).chain(behind_form).filter(move |beginning| is_telling(&scene, beginning))
}

/// The 'PT' of a company.
fn begins_with_form(scene: &Scene, at: usize) -> bool {
    scene.is_hint(at, NameHint::Form) && scene.is_cue(at, NameCue::OrganisationHead)
}

/// Whether the first words of a name are enough to tell it: not 'University of', 'First' or 'Boston'.
fn is_telling(scene: &Scene, beginning: &Range<usize>) -> bool {
    let last = beginning.end - 1;
    // 'Nexus3' of 'Nexus3 Foundation'
    let ends_in_figure = beginning.len() > 1 && scene.reading.is_number(last) && scene.reading.is_glued(last);
    (scene.reading.is_capitalised(last) || ends_in_figure)
        && !scene.is_any_cue(last, &NO_LAST)
        && !scene.is_hint(last, NameHint::County)
        // 'Senate' of 'Senate Finance Committee'
        && (!scene.pack.full_names || !scene.is_cue(last, NameCue::Government))
        // 'La Porte' of 'La Porte County Jail'
        && !scene.is_hint(beginning.end, NameHint::County)
        && !beginning.clone().all(|at| scene.is_common(at) || scene.is_hint(at, NameHint::PlaceStart))
        && scene.known(beginning.clone()).is_none_or(|known| known.len < beginning.len())
}

/// Whether the word behind one of the beginnings of a name says that only a body bears it: 'Industries', 'University'.
pub(super) fn is_surely_body(scene: &Scene, rest: Range<usize>) -> bool {
    rest.into_iter().any(|at| scene.is_cue(at, NameCue::OrganisationTail) || scene.is_hint(at, NameHint::CompanyTail))
}

/// What is left of a name without the place that it begins with, which letters leave out: 'Department of Labor' of 'U.S. Department
/// of Labor'.
pub(super) fn without_place(scene: &Scene, tokens: &Range<usize>) -> Option<Range<usize>> {
    let place = scene.known(tokens.clone()).filter(|known| known.kind == EntityKind::Place)?;
    let rest = tokens.start + place.len..tokens.end;
    (rest.len() > 1).then_some(rest)
}

/// What a team is called without its city: 'Monsters' of 'Cleveland Monsters', the plural of a word behind a place.
pub(super) fn without_place_of_team(scene: &Scene, tokens: &Range<usize>) -> Option<Range<usize>> {
    let place = scene.known(tokens.clone()).filter(|known| known.kind == EntityKind::Place)?;
    let rest = tokens.start + place.len..tokens.end;
    let is_plural =
        || scene.reading.text(rest.start).ends_with('s') && !scene.is_cue(rest.start, NameCue::OrganisationTail);
    (rest.len() == 1 && is_plural()).then_some(rest)
}

/// What a name of several words is abbreviated to: 'ALEA' for 'Alabama Law Enforcement Agency'.
pub(super) fn initials(reading: &Reading, tokens: &Range<usize>) -> Option<String> {
    if tokens.len() < LEAST_INITIALS {
        return None;
    }
    let initials = first_letters(reading, tokens, |at| reading.is_capitalised(at));
    (initials.len() >= LEAST_INITIALS).then_some(initials)
}

/// The initials of a name of two words, by which only a body that was named so is called: 'KU' for 'Kenyatta University'.
pub(super) fn two_letters(reading: &Reading, tokens: &Range<usize>) -> Option<String> {
    let initials = first_letters(reading, tokens, |at| reading.is_capitalised(at));
    (initials.len() == 2).then_some(initials)
}

/// What partners are called by the first letters of their names: 'J&L' for 'Jones & Laughlin Steel'.
pub(super) fn partners(reading: &Reading, tokens: &Range<usize>) -> Option<String> {
    let and = tokens.clone().find(|&at| reading.mark(at) == '&').filter(|and| and + 1 < tokens.end)?;
    let letters =
        |tokens: &Range<usize>| first_letters(reading, tokens, |at| reading.is_capitalised(at)).to_lowercase();
    Some(format!("{} & {}", letters(&(tokens.start..and)), letters(&(and + 1..and + 2))))
}

/// The initials of a long name without one of those within: 'KDCA' for 'Korea Disease Control and Prevention Agency'.
pub(super) fn fewer_initials(reading: &Reading, tokens: &Range<usize>) -> Vec<String> {
    let Some(initials) = initials(reading, tokens).filter(|it| it.chars().count() >= LEAST_TO_LEAVE_OUT) else {
        return Vec::new();
    };
    let last = initials.chars().count() - 1;
    let without = |left: usize| initials.chars().enumerate().filter(|&(at, _)| at != left).map(|(_, c)| c).collect();
    (1..last).map(without).collect()
}

/// The same with the small words within the name: 'UoN' for 'University of Nairobi', in capitals.
pub(super) fn all_initials(reading: &Reading, tokens: &Range<usize>) -> Option<String> {
    let initials = first_letters(reading, tokens, |at| reading.is_word(at)).to_uppercase();
    (initials.len() >= LEAST_INITIALS).then_some(initials)
}

/// Whether a name is letters with figures among them, which are tokens of their own: 'P3UW', a short form whatever its length.
pub(super) fn has_figures(reading: &Reading, tokens: &Range<usize>) -> bool {
    let (start, last) = (tokens.start, tokens.end - 1);
    reading.is_number(start + 1) && reading.is_word(last) && (start + 1..=last).all(|at| reading.is_glued(at))
}

/// Letters in capitals, with those repeated that a figure counts: 'PPPUW' for 'P3UW', which is the 'Perhimpunan Petambak Pengusaha
/// Udang Wilayah'.
pub(super) fn repeated(letters: &str) -> String {
    let mut out = String::with_capacity(letters.len());
    for c in letters.chars().flat_map(char::to_uppercase) {
        match (c.to_digit(10), out.chars().last()) {
            (Some(count @ 2..), Some(last)) => out.extend((1..count).map(|_| last)),
            _ => out.push(c),
        }
    }
    out
}

fn first_letters(reading: &Reading, tokens: &Range<usize>, counts: impl Fn(usize) -> bool) -> String {
    tokens.clone().filter(|&at| counts(at)).filter_map(|at| reading.text(at).chars().next()).collect()
}
