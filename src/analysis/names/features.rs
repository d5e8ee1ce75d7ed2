//! The features of a token: what it and its neighbours are, each as one number.
//!
//! A feature is a template and a value, mixed into a key; the trainer and the tagger compute the same keys, and
//! nothing keeps the words behind them. Whoever changes a template raises [`crate::lang::FEATURE_VERSION`].
//! Source: the templates follow the usual ones of taggers of names; what each is worth was measured on the
//! training data's dev part.

use super::facts::Facts;

const FORM: u64 = 64;
const SHAPE_PAIR: u64 = 2;
const NEIGHBOUR_SUFFIX: u64 = 4;
const PREFIX: u64 = 8;
const SUFFIX: u64 = 12;
const LOWER: u64 = 16;
const SHAPE: u64 = 24;
const OUTLINE: u64 = 32;
const MANNER: u64 = 40;
const GAZETTEER: u64 = 48;
const CUES: u64 = 56;

/// Stands for what lies before the first token of a sentence and behind the last.
const EDGE: u64 = 7;

/// Calls `emit` with the key of every feature of the token at `at`.
pub(crate) fn each(facts: &[Facts], at: usize, mut emit: impl FnMut(u64)) {
    let here = &facts[at];
    for (template, affixes) in [(PREFIX, &here.prefixes), (SUFFIX, &here.suffixes)] {
        for (place, &affix) in (template..).zip(affixes).filter(|(_, affix)| **affix != 0) {
            emit(key(place, affix));
        }
    }
    for (place, offset) in (0..).zip(-2..=2) {
        let near = neighbour(facts, at, offset);
        emit(key(LOWER + place, near.map_or(EDGE, |near| near.lower)));
        emit(key(SHAPE + place, near.map_or(EDGE, |near| near.shape)));
        emit(key(OUTLINE + place, near.map_or(EDGE, |near| near.outline)));
    }
    pairs(facts, at, &mut emit);
    for (place, offset) in (0..).zip(-1..=1) {
        emit(key(FORM + place, neighbour(facts, at, offset).map_or(EDGE, |near| near.form)));
        let Some(near) = neighbour(facts, at, offset) else { continue };
        emit(key(MANNER + place, near.manner));
        bits(GAZETTEER + place, near.gazetteer, &mut emit);
    }
    for (place, offset) in (0..).zip(-3..=2) {
        bits(CUES + place, neighbour(facts, at, offset).map_or(0, |near| near.cues), &mut emit);
    }
}

/// What a token is together with the one before it, and with the one behind it.
fn pairs(facts: &[Facts], at: usize, emit: &mut impl FnMut(u64)) {
    let shape = |offset| neighbour(facts, at, offset).map_or(EDGE, |near| near.outline);
    let joined = |first: u64, second: u64| first.rotate_left(17) ^ second;
    for (place, offset) in [(0, -1), (1, 1)] {
        emit(key(SHAPE_PAIR + place, joined(shape(offset), shape(0))));
        if let Some(near) = neighbour(facts, at, offset).filter(|near| near.suffixes[2] != 0) {
            emit(key(NEIGHBOUR_SUFFIX + place, near.suffixes[2]));
        }
    }
}

fn bits(template: u64, mut bits: u32, emit: &mut impl FnMut(u64)) {
    while bits != 0 {
        emit(key(template, u64::from(bits.trailing_zeros())));
        bits &= bits - 1;
    }
}

fn neighbour(facts: &[Facts], at: usize, offset: isize) -> Option<&Facts> {
    facts.get(at.checked_add_signed(offset)?)
}

/// Mixes a template and a value, so that every bit of the key depends on every bit of both.
fn key(template: u64, value: u64) -> u64 {
    let mixed = (value ^ template.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let mixed = (mixed ^ (mixed >> 32)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    mixed ^ (mixed >> 29)
}
