//! Names as they are annotated in the text that the tagger learned from, so that it can be scored on more of the kind.
//!
//! What the tagger found counts, with the borders that it gave it ('hotel Oranje'), and what the article's other sentences
//! say of words that it passed over. Known people and organisations count as well; known places do not: the annotators
//! left out countries that act or only belong to a title, and the tagger has learned that from them.
//! Source: measured on the dev parts of the data. Where there is no tagger, names are those that a reader wants.

use std::ops::Range;

use super::agree;
use super::candidate::{Candidate, Evidence};
use super::headline::Headlines;
use super::tagger::Tagged;
use super::{Names, Page, Scene, find};
use crate::lang::NameCue;
use crate::model::EntityKind;
use crate::text::token::Case;

/// Finds the names that an annotator would have marked.
pub(crate) fn find_as_taught(scene: &Scene) -> Names {
    let Some(mut tagger) = scene.tagger() else { return find(scene) };
    let mut candidates = Vec::new();
    let mut spotted = Vec::new();
    let reports_matches = agree::clubs::reports_matches(scene);
    let page = Page { headlines: &Headlines::default(), reports_matches, reviews_works: false };
    for passage in scene.passages {
        let tagged = as_annotated(scene, scene.tagged(&mut tagger, passage));
        scene.spot(passage, Some(&scene.trimmed(&tagged)), page, &mut spotted);
        let laid_out: Vec<Candidate> =
            spotted.iter().filter(|it| matches!(it.evidence, Evidence::Layout(_))).cloned().collect();
        let beside = spotted.drain(..).filter(|candidate| counts(candidate.evidence) && !is_tagged(candidate, &tagged));
        candidates.extend(beside);
        let is_free = |it: &&Tagged| {
            !laid_out.iter().any(|row| row.tokens.start < it.tokens.end && it.tokens.start < row.tokens.end)
        };
        candidates.extend(tagged.iter().filter(is_free).map(|tagged| candidate(tagged, passage)));
        candidates.extend(laid_out);
    }
    candidates.sort_by_key(|candidate| candidate.tokens.start);
    scene.joined(agree::agree(scene, candidates))
}

/// What was tagged, by what the guidelines say of brackets; one that was opened before a name does not close within it,
/// and one that was opened within it does.
fn as_annotated(scene: &Scene, tagged: Vec<Tagged>) -> Vec<Tagged> {
    let reading = scene.reading;
    let joins_letters = scene.pack.guidelines.is_some_and(|guidelines| guidelines.joins_letters);
    let mut names: Vec<Tagged> = Vec::with_capacity(tagged.len());
    for mut name in tagged {
        let Range { start, end } = name.tokens;
        if names.last().is_some_and(|before| start < before.tokens.end) {
            continue;
        }
        let has = |mark: char| name.tokens.clone().any(|at| reading.mark(at) == mark);
        let (opens, closes) = (has('('), has(')'));
        let stands_in_bracket = |at: usize| {
            reading.mark(at) == '('
                && reading.tokens.get(at + 1).is_some_and(|token| token.case == Case::Upper)
                && reading.mark(at + 2) == ')'
        };
        if joins_letters && name.kind == EntityKind::Organisation && stands_in_bracket(end) {
            name.tokens.end = end + 3;
        } else if reading.mark(end - 1) == ')' && !opens {
            name.tokens.end -= 1;
        } else if reading.mark(end) == ')' && opens && !closes {
            name.tokens.end += 1;
        }
        if name.kind == EntityKind::Person {
            name.tokens = without_address(scene, name.tokens);
        }
        match parted(scene, &name) {
            Some(pair) => names.extend(pair),
            None => names.push(Tagged { kind: kind_as_annotated(scene, &name), ..name }),
        }
    }
    names
}

/// A person's name without the rank or form of address that was taken for a part of it ('Jendral Soedirman', 'Ny Herawati'), and with
/// the article of birth names that was not ('I Made Mudharta').
fn without_address(scene: &Scene, tokens: Range<usize>) -> Range<usize> {
    let Range { start, end } = tokens;
    if start > 0 && scene.begins_birth_name(start - 1) {
        return start - 1..end;
    }
    let is_address =
        |at: &usize| scene.is_any_cue(*at, &[NameCue::Title, NameCue::Honorific]) && !scene.is_person_word(*at);
    start + (start..end - 1).take_while(is_address).count()..end
}

/// Two people with a dash between them, of two names or more each: 'Irianto Syaifuddin - Tatang Farhanul'.
fn parted(scene: &Scene, name: &Tagged) -> Option<[Tagged; 2]> {
    let Range { start, end } = name.tokens;
    let dash = name.tokens.clone().find(|&at| matches!(scene.reading.mark(at), '-' | '–' | '/'))?;
    let is_whole = |half: Range<usize>| half.len() > 1 && half.into_iter().all(|at| scene.reading.is_capitalised(at));
    let are_two = name.kind == EntityKind::Person && is_whole(start..dash) && is_whole(dash + 1..end);
    are_two.then(|| [Tagged::new(start..dash, name.kind), Tagged::new(dash + 1..end, name.kind)])
}

/// What the lists know of a lone word ('Golkar'), or the first word tells ('Masjid'), where the tagger took it for somebody.
fn kind_as_annotated(scene: &Scene, name: &Tagged) -> EntityKind {
    let Range { start, end } = name.tokens;
    if name.kind != EntityKind::Person || scene.is_person_word(start) {
        return name.kind;
    }
    let known = scene.known(start..end).filter(|known| known.len == end - start && !known.risky);
    match known.map(|known| known.kind) {
        Some(EntityKind::Organisation) => EntityKind::Organisation,
        _ if end - start > 1 && scene.is_cue(start, NameCue::PlaceHead) => EntityKind::Place,
        _ => name.kind,
    }
}

/// Whether words that the tagger passed over may be a name all the same.
fn counts(evidence: Evidence) -> bool {
    match evidence {
        Evidence::Known(_, kind) => kind != EntityKind::Place,
        evidence => agree::is_weak(evidence),
    }
}

fn is_tagged(candidate: &Candidate, tagged: &[Tagged]) -> bool {
    let next = tagged.partition_point(|tagged| tagged.tokens.end <= candidate.tokens.start);
    tagged.get(next).is_some_and(|tagged| tagged.tokens.start < candidate.tokens.end)
}

fn candidate(tagged: &Tagged, passage: &Range<usize>) -> Candidate {
    Candidate {
        tokens: tagged.tokens.clone(),
        evidence: Evidence::Tagged(tagged.kind),
        title: None,
        bracketed: false,
        opens: tagged.tokens.start == passage.start,
    }
}
