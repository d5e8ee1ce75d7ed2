//! Makes the candidates of a whole article agree, after each of its sentences was looked at alone.
//!
//! What stands around any mention of a word tells what all its mentions are: titles of works in `titles` and `works`,
//! companies and bands in `companies` (by what `firms` sees beside them) and `strangers`, bodies in lists and behind titles in
//! `bodies`, products and ships in `things`, platforms by letters in `platforms`, small places in `places`, clubs that are called by their city in `clubs`, what letters stand for
//! in `initials` and `letters`, the first words of sentences in `openers`, outlets by their addresses in `outlets`,
//! people whose first name is a title in `titled`, or who are called as places are in `addressed`, bodies by parts of
//! their names in `short_forms`, people by family names that are words in `surnames` or companies in `namesakes`, by two with a
//! hyphen in `doubled`, two people with a hyphen between in `paired`, short names that are words in `aliases`; `consistency`
//! lets the mentions vote on the rest. Joins nothing: which mentions are one entity is decided later.

mod addressed;
mod aliases;
mod bodies;
pub(super) mod clubs;
mod companies;
mod consistency;
mod doubled;
mod firms;
mod initials;
mod letters;
mod namesakes;
mod openers;
mod outlets;
mod paired;
mod places;
mod platforms;
mod short_forms;
mod standings;
mod strangers;
mod surnames;
mod things;
mod titled;
pub(super) mod titles;
mod works;

use super::Page;
use super::candidate::{Candidate, Evidence};
use super::scene::Scene;

pub(super) use consistency::{agree, is_weak};

/// The candidates of an article as they are meant, given what it is about, and whether they were tagged.
pub(super) fn settle(scene: &Scene, page: Page, were_tagged: bool, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    if page.reviews_works {
        candidates = titles::settle(scene, candidates);
    }
    candidates = outlets::settle(scene, titled::settle(scene, works::settle(scene, candidates)));
    candidates = addressed::settle(scene, candidates);
    if were_tagged {
        candidates = paired::settle(scene, candidates);
        candidates = bodies::listed(scene, bodies::with_officers(scene, bodies::explained(scene, candidates)));
        candidates = companies::settle(scene, candidates);
        // Players are called by one name all through.
        if scene.pack.full_names && !page.reports_matches {
            candidates = strangers::without_strangers(scene, candidates);
        }
        candidates = short_forms::settle(scene, candidates);
        if scene.pack.full_names {
            candidates = aliases::settle(scene, candidates);
        }
        if page.reports_matches {
            candidates = short_forms::with_clubs(scene, candidates);
        }
        if scene.pack.full_names {
            candidates = namesakes::settle(scene, candidates);
            candidates = doubled::settle(scene, surnames::settle(scene, surnames::with_articles(scene, candidates)));
        }
        candidates = agree(scene, candidates);
    }
    platforms::settle(scene, initials::settle(scene, candidates))
}

/// `candidates` with the single words of `found`, which come in order, where none of them stands already.
fn with_words(mut candidates: Vec<Candidate>, found: impl IntoIterator<Item = (usize, Evidence)>) -> Vec<Candidate> {
    let (mut next, mut end) = (0, 0);
    let mut words = Vec::new();
    for (at, evidence) in found {
        while let Some(candidate) = candidates.get(next).filter(|it| it.tokens.start <= at) {
            end = end.max(candidate.tokens.end);
            next += 1;
        }
        if end <= at {
            words.push(Candidate { tokens: at..at + 1, evidence, title: None, bracketed: false, opens: false });
        }
    }
    if !words.is_empty() {
        candidates.extend(words);
        candidates.sort_by_key(|it| (it.tokens.start, std::cmp::Reverse(it.tokens.end)));
    }
    candidates
}
