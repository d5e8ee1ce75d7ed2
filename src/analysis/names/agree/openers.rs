//! The first words of sentences, whose capital letters say nothing: which of them were wrongly tagged as names, and which belong to the
//! name behind them.

use rustc_hash::FxHashSet;

use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::scene::Scene;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// 'Citizens' of 'Citizens Financial Group' where the name begins a sentence, and the word stands with its capital letter within
/// others.
pub(super) fn with_first_words(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let reading = scene.reading;
    let within = candidates.iter().filter(|it| !it.opens && it.tokens.len() == 1);
    let within: FxHashSet<&str> = within.map(|it| reading.text(it.tokens.start)).collect();
    let mut passages = scene.passages.iter().peekable();
    for candidate in candidates.iter_mut() {
        while passages.next_if(|passage| passage.end <= candidate.tokens.start).is_some() {}
        let Some(opener) = passages.peek().map(|passage| passage.start) else { break };
        let is_body =
            matches!(candidate.evidence, Evidence::Tagged(EntityKind::Organisation) | Evidence::OrganisationWord)
                && scene.is_cue(candidate.tokens.end - 1, NameCue::OrganisationTail);
        let is_cut = candidate.tokens.start == opener + 1
            && reading.tokens[opener].case == Case::Capital
            && scene.is_common(opener)
            && !scene.pack.function_words.contains(&reading.words[opener]);
        if is_body && is_cut && within.contains(reading.text(opener)) {
            candidate.tokens.start = opener;
        }
    }
    candidates
}

/// Leaves out the ordinary words that were tagged only where a sentence begins with them: 'Court jails former official'.
pub(super) fn without_openers(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let reading = scene.reading;
    let people = candidates.iter().filter(|it| it.evidence == Evidence::Tagged(EntityKind::Person));
    let people: FxHashSet<usize> = people.filter(|it| it.tokens.len() > 1).map(|it| it.tokens.start).collect();
    let is_lone = |candidate: &Candidate| {
        let word = reading.words[candidate.tokens.start];
        // 'Do not eat it', where somebody is called Do.
        let is_small = scene.pack.function_words.contains(&word);
        let is_ordinary = is_small || scene.pack.is_ordinary(word) || is_plural_opener(scene, candidate);
        let is_ordinary = is_ordinary && !(owns_name(scene, candidate) && people.contains(&(candidate.tokens.end + 1)));
        candidate.tokens.len() == 1 && matches!(candidate.evidence, Evidence::Tagged(_)) && is_ordinary
    };
    let inside: FxHashSet<&str> = candidates
        .iter()
        .filter(|candidate| is_lone(candidate) && !candidate.opens)
        .map(|candidate| reading.form(&candidate.tokens))
        .collect();
    let is_name = |candidate: &Candidate| {
        !candidate.opens || !is_lone(candidate) || inside.contains(&reading.form(&candidate.tokens))
    };
    candidates.retain(is_name);
    candidates
}

/// 'Target' of 'Target's Brian Ashcombe', which the lists have as a company.
fn owns_name(scene: &Scene, candidate: &Candidate) -> bool {
    scene.pack.full_names
        && scene.is_possessive(candidate.tokens.end)
        && scene.is_known(candidate.tokens.clone(), EntityKind::Organisation)
}

/// 'Leaflets' of 'Leaflets showed': the plural of an ordinary word, which was tagged as a name; somebody may be called so.
fn is_plural_opener(scene: &Scene, candidate: &Candidate) -> bool {
    let at = candidate.tokens.start;
    let singular = scene.reading.folded(at).strip_suffix('s').filter(|_| scene.pack.full_names);
    let is_word = |word: &str| scene.pack.is_ordinary(scene.packs.words.find(word));
    let is_somebody = candidate.evidence == Evidence::Tagged(EntityKind::Person) && scene.is_person_word(at);
    !is_somebody
        && !scene.is_hint(at, NameHint::ClubTail)
        && scene.known(at..at + 1).is_none()
        && singular.is_some_and(is_word)
}
