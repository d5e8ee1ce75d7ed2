//! Which words of a headline are ordinary ones: how the article writes them where it has a choice, and what the lists say.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::analysis::names::scene::Scene;
use crate::analysis::names::tagger::lower_key;
use crate::analysis::reading::Reading;
use crate::lang::{NameCue, NameHint, WordId};
use crate::model::EntityKind;
use crate::text::token::Case;

/// What is left of a verb without its suffix has at least so many letters: 'temu' of 'Temui'.
const SHORTEST_STEM_BYTES: usize = 3;

/// Words with the prefix of a verb that have fewer letters may be anything: 'Meru', 'Bersih'.
const SHORTEST_PREFIXED_BYTES: usize = 7;

/// How often the text writes a word small, and how often with a capital letter where it need not.
#[derive(Clone, Copy, Default)]
struct Usage {
    small: u32,
    capital: u32,
}

/// How the text between the headlines writes the words that stand in them, by their keys.
fn usages(reading: &Reading, passages: &[Range<usize>], headlines: &[&Range<usize>]) -> FxHashMap<u64, Usage> {
    let words = headlines.iter().flat_map(|headline| (*headline).clone()).filter(|&at| reading.is_word(at));
    let mut usages: FxHashMap<u64, Usage> = words.map(|at| (lower_key(reading.text(at)), Usage::default())).collect();
    let mut headlines = headlines.iter().peekable();
    for passage in passages.iter().filter(|passage| headlines.next_if(|headline| *headline == passage).is_none()) {
        for at in passage.clone().filter(|&at| reading.is_word(at)) {
            let Some(usage) = usages.get_mut(&lower_key(reading.text(at))) else { continue };
            let opens = at == passage.start || matches!(reading.mark(at - 1), '“' | '"' | '‘' | ':');
            match reading.tokens[at].case {
                Case::Lower => usage.small += 1,
                _ if !opens => usage.capital += 1,
                _ => {}
            }
        }
    }
    usages
}

/// Judges the words of headlines.
pub(super) struct Judge<'a> {
    scene: Scene<'a>,
    reading: &'a Reading<'a>,
    usages: FxHashMap<u64, Usage>,
}

impl<'a> Judge<'a> {
    pub(super) fn new(scene: &Scene<'a>, headlines: &[&Range<usize>]) -> Judge<'a> {
        let usages = usages(scene.reading, scene.passages, headlines);
        Judge { scene: *scene, reading: scene.reading, usages }
    }

    /// Marks the ordinary words of one headline.
    pub(super) fn mark(&self, headline: &Range<usize>, plain: &mut [bool]) {
        let mut at = headline.start;
        let mut in_field = false;
        while at < headline.end {
            if let Some(len) = self.known(at..headline.end) {
                at += len;
                in_field = false;
                continue;
            }
            let verb = self.is_verb(at);
            let is_field = in_field && !verb && self.reading.is_capitalised(at);
            plain[at] = (self.is_plain(at, verb) || self.scene.is_hint(at, NameHint::Region)) && !is_field;
            in_field = is_field || self.scene.is_hint(at, NameHint::FieldHead);
            at += 1;
        }
        self.spare_heads(headline, plain);
    }

    /// A common noun that a name follows belongs to it: 'Desa' of 'Desa Nggela', but not 'Jalan' of 'Jalan Rusak'.
    fn spare_heads(&self, headline: &Range<usize>, plain: &mut [bool]) {
        let is_head = |cue: &NameCue| {
            matches!(cue, NameCue::PlaceHead | NameCue::OrganisationHead | NameCue::EventHead | NameCue::Government)
        };
        for at in headline.clone().rev().filter(|&at| self.reading.is_capitalised(at)) {
            let heads = self.scene.pack.cues.names.starting(&self.reading.words[at..headline.end]);
            let longest = heads.filter(|(_, cues)| cues.iter().any(is_head)).map(|(len, _)| at + len).last();
            let follows = |end: usize| end < headline.end && self.reading.is_capitalised(end) && !plain[end];
            // 'Wilayah Denpasar' is named Denpasar.
            if let Some(end) = longest.filter(|&end| follows(end) && !self.scene.is_hint(at, NameHint::Region)) {
                plain[at..end].fill(false);
            }
        }
    }

    /// How many tokens the known name has that begins here; a single word that is a verb as well ('Serang', 'Buru') is one only
    /// where something says so.
    fn known(&self, tokens: Range<usize>) -> Option<usize> {
        let at = tokens.start;
        let known = self.scene.known(tokens).filter(|known| !known.risky)?;
        let word = self.reading.words[at];
        let is_other = known.kind == EntityKind::Person && self.scene.is_hint(at, NameHint::Ordinary);
        let is_name = known.len > 1 || !is_other && !self.is_listed_verb(word) || self.is_placed(at);
        (is_name || self.usage(at).capital > self.usage(at).small).then_some(known.len)
    }

    /// Whether a preposition of place or a common noun for places stands before `at`.
    fn is_placed(&self, at: usize) -> bool {
        self.scene.cues_before(at).iter().any(|cue| matches!(cue, NameCue::PlacePreposition | NameCue::PlaceHead))
    }

    /// Whether people bear the word, and another word that they bear or a title stands beside it: 'Aman' alone is no name.
    fn is_borne(&self, at: usize) -> bool {
        let bears = |at: usize| self.reading.is_capitalised(at) && self.scene.is_person_word(at);
        let is_title = |cue: &NameCue| matches!(cue, NameCue::Title | NameCue::Honorific);
        let is_titled = self.scene.cues_before(at).iter().any(is_title);
        bears(at) && (is_titled || bears(at + 1) || at > 0 && bears(at - 1))
    }

    fn is_headed(&self, at: usize) -> bool {
        self.scene.cues_before(at).contains(&NameCue::PlaceHead)
    }

    fn usage(&self, at: usize) -> Usage {
        self.usages.get(&lower_key(self.reading.text(at))).copied().unwrap_or_default()
    }

    fn is_plain(&self, at: usize, verb: bool) -> bool {
        if !self.reading.is_capitalised(at) {
            return false;
        }
        let Usage { small, capital } = self.usage(at);
        let word = self.reading.words[at];
        if self.reading.tokens[at].case == Case::Upper && self.scene.is_hint(at, NameHint::Ordinary) {
            return true;
        }
        let is_name = self.is_borne(at);
        // 'Ijazahnya': a name does not end so.
        let is_owned =
            self.scene.pack.cues.owned_suffixes.iter().any(|suffix| self.reading.text(at).ends_with(suffix.as_str()));
        // A village's name ends as the directions do: 'Karangjati Wetan'.
        let is_tail = self.scene.is_hint(at, NameHint::VillageTail);
        let is_listed =
            verb || is_owned || self.is_made_noun(at) || !is_name && !is_tail && self.scene.pack.is_ordinary(word);
        capital <= small && (small > 0 || is_listed)
    }

    /// A verb of the lists, one made of such a word or of any ordinary one ('Temui', 'Gelontorkan'), or a word with the prefix
    /// of verbs.
    fn is_verb(&self, at: usize) -> bool {
        let word = self.reading.words[at];
        self.reading.is_word(at)
            && (self.is_listed_verb(word) || self.is_made_of_listed(at) || !self.is_placed(at) && self.has_prefix(at))
    }

    fn is_listed_verb(&self, word: WordId) -> bool {
        self.scene.pack.cues.name_hints.of(word).contains(&NameHint::HeadlineVerb)
            || self.scene.pack.cues.verbs.has(word)
    }

    fn is_made_of_listed(&self, at: usize) -> bool {
        let text = self.reading.text(at);
        let is_name = self.scene.is_person_word(at);
        !is_name
            && self.scene.pack.cues.stem_suffixes.iter().any(|suffix| {
                let Some(stem) = text.len().checked_sub(suffix.len()).and_then(|len| text.split_at_checked(len)) else {
                    return false;
                };
                let stem_id = self.scene.packs.words.find(stem.0);
                let is_known = || self.is_listed_verb(stem_id) || self.scene.pack.is_ordinary(stem_id);
                stem.1.eq_ignore_ascii_case(suffix) && stem.0.len() >= SHORTEST_STEM_BYTES && is_known()
            })
    }

    /// Whether a word that nobody bears begins as verbs do: 'Dihujani', 'MEMBARA'.
    fn has_prefix(&self, at: usize) -> bool {
        let (text, word) = (self.reading.text(at), self.reading.words[at]);
        let begins =
            |prefix: &String| text.get(..prefix.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(prefix));
        text.len() >= SHORTEST_PREFIXED_BYTES
            && self.scene.pack.cues.verb_prefixes.iter().any(begins)
            && !self.scene.pack.cues.not_verbs.has(word)
            && !self.scene.is_person_word(at)
    }

    /// Whether a word is a noun that was made of another: 'Pencurian', 'KERUGIAN'; a place may be called so.
    fn is_made_noun(&self, at: usize) -> bool {
        self.scene.pack.is_made_noun(self.reading.text(at)) && !self.is_headed(at) && !self.scene.is_person_word(at)
    }
}
