//! The features of a token: what it and its neighbours are, each as one number.
//!
//! A feature is a template and a value, mixed into a key; the trainer and the tagger compute the same keys, and
//! nothing keeps the words behind them. Whoever changes a template raises [`crate::lang::FEATURE_VERSION`].
//! Source: the templates follow the usual ones of taggers of names; what each is worth was measured on the
//! training data's dev part.

use super::facts::Facts;
use super::form::Form;
use crate::lang::FACT_PLACES;

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

/// The place of the token itself among the [`PLACES`](crate::lang::PLACES) around it.
pub(crate) const HERE: usize = 2;

/// The same among the [`FACT_PLACES`].
const FACTS_HERE: usize = 3;

/// Calls `emit` with the key of every feature of a token that `form` is, where it stands at `place` around that token.
pub(crate) fn of_form(form: &Form, place: usize, mut emit: impl FnMut(u64)) {
    if place == HERE {
        for (template, affixes) in [(PREFIX, &form.prefixes), (SUFFIX, &form.suffixes)] {
            for (length, &affix) in (template..).zip(affixes).filter(|(_, affix)| **affix != 0) {
                emit(key(length, affix));
            }
        }
    }
    let at = place as u64;
    emit(key(LOWER + at, form.lower));
    emit(key(SHAPE + at, form.shape));
    emit(key(OUTLINE + at, form.outline));
    if (HERE - 1..=HERE + 1).contains(&place) {
        emit(key(FORM + at - 1, form.exact));
    }
    if place.abs_diff(HERE) == 1 && form.suffixes[2] != 0 {
        emit(key(NEIGHBOUR_SUFFIX + u64::from(place > HERE), form.suffixes[2]));
    }
}

/// Calls `emit` with the key of every other feature of the token at `at`.
pub(crate) fn of_facts(facts: &[Facts], at: usize, mut emit: impl FnMut(u64)) {
    shape_pairs(facts, at, &mut emit);
    for (place, near) in around(facts, at) {
        of_near(near, place, &mut emit);
    }
}

/// The facts at each of the [`FACT_PLACES`] around `at` that lies within the sentence.
pub(crate) fn around<T>(facts: &[T], at: usize) -> impl Iterator<Item = (usize, &T)> {
    let before = FACTS_HERE.min(at);
    let near = &facts[at - before..facts.len().min(at + FACT_PLACES - FACTS_HERE)];
    (FACTS_HERE - before..).zip(near)
}

/// Calls `emit` with the key of every feature that a token has by the facts of what stands at `place` around it.
pub(crate) fn of_near(near: &Facts, place: usize, mut emit: impl FnMut(u64)) {
    let at = place as u64;
    if (FACTS_HERE - 1..=FACTS_HERE + 1).contains(&place) {
        let beside = at + 1 - FACTS_HERE as u64;
        emit(key(MANNER + beside, near.manner));
        bits(GAZETTEER + beside, near.gazetteer, &mut emit);
    }
    bits(CUES + at, near.cues, &mut emit);
}

/// What shape a token has together with the one before it, and with the one behind it.
fn shape_pairs(facts: &[Facts], at: usize, mut emit: impl FnMut(u64)) {
    let outline = |at: Option<usize>| at.and_then(|at| facts.get(at)).map_or(Form::EDGE.outline, |near| near.outline);
    let (before, here, behind) = (outline(at.checked_sub(1)), facts[at].outline, outline(Some(at + 1)));
    emit(of_pair(before, here)[1]);
    emit(of_pair(here, behind)[0]);
}

/// The keys of the features that the outlines of two neighbours are: of the first one, and of the second.
pub(crate) fn of_pair(first: u64, second: u64) -> [u64; 2] {
    let joined = |beside: u64, own: u64| beside.rotate_left(17) ^ own;
    [key(SHAPE_PAIR + 1, joined(second, first)), key(SHAPE_PAIR, joined(first, second))]
}

fn bits(template: u64, mut bits: u32, emit: &mut impl FnMut(u64)) {
    while bits != 0 {
        emit(key(template, u64::from(bits.trailing_zeros())));
        bits &= bits - 1;
    }
}

/// Mixes a template and a value, so that every bit of the key depends on every bit of both.
fn key(template: u64, value: u64) -> u64 {
    let mixed = (value ^ template.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let mixed = (mixed ^ (mixed >> 32)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    mixed ^ (mixed >> 29)
}
