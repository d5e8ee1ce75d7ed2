//! What a token may be, as bits.

pub(crate) const ROLE: u64 = 1;
pub(crate) const QUANTITY: u64 = 1 << 1;
pub(crate) const MEDIUM: u64 = 1 << 2;
pub(crate) const DOCUMENT: u64 = 1 << 3;
pub(crate) const PRONOUN: u64 = 1 << 4;
pub(crate) const TITLE: u64 = 1 << 5;
pub(crate) const TIME: u64 = 1 << 6;
/// Within speech.
pub(crate) const SPEECH: u64 = 1 << 7;
/// Between the fields of an office.
pub(crate) const FIELD: u64 = 1 << 8;
/// Within round brackets.
pub(crate) const BRACKET: u64 = 1 << 9;
/// Of a word that attributes.
pub(crate) const CUE: u64 = 1 << 10;
pub(crate) const PLACE_PREPOSITION: u64 = 1 << 11;
pub(crate) const RELATIVE: u64 = 1 << 12;
/// Of a time that has a place on the calendar.
pub(crate) const DATED: u64 = 1 << 13;
const FIRST_TURN: u64 = 14;
/// Turns of words that are names or stand for some.
pub(crate) const OF_NAMES: u64 = of(crate::lang::Turn::Person)
    | of(crate::lang::Turn::Organisation)
    | of(crate::lang::Turn::OutletHead)
    | of(crate::lang::Turn::OutletWord)
    | of(crate::lang::Turn::OutletTail);

// Remark is the last turn; there is a bit for each.
const _: () = assert!(FIRST_TURN + (crate::lang::Turn::Remark as u64) < 64);

/// The bit of a turn.
pub(crate) const fn of(turn: crate::lang::Turn) -> u64 {
    1 << (FIRST_TURN + turn as u64)
}
