//! Headlines in which every word is written as names are: which of their words are ordinary ones all the same.
//!
//! A capital letter says nothing there ('Polisi Tangkap Pelaku Pembunuhan di Bekasi'), so other things must: how the article
//! writes the word where it has a choice, and what the lists of the pack say of it or of the word that it is made of. The names
//! of the article are then found in its headlines as they stand in its text. Links to other articles are headlines too.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::candidate::{Candidate, known_at};
use super::consistency::is_weak;
use super::form::lower_key;
use crate::analysis::reading::Reading;
use crate::lang::{NameCue, NameHint, Pack, Packs, WordId};
use crate::model::EntityKind;
use crate::text::token::Case;

/// A headline has at least so many words of more than [`SHORT_WORD_BYTES`].
const LEAST_WORDS: usize = 3;

const SHORT_WORD_BYTES: usize = 3;

/// No headline has more tokens.
const LONGEST: usize = 40;

/// No name that is looked for in headlines has more tokens.
const LONGEST_NAME: usize = 10;

/// What is left of a verb without its suffix has at least so many letters: 'temu' of 'Temui'.
const SHORTEST_STEM_BYTES: usize = 3;

/// Words with the prefix of a verb that have fewer letters may be anything: 'Meru', 'Bersih'.
const SHORTEST_PREFIXED_BYTES: usize = 7;

/// Whether nearly every word of a sentence that has no full stop is written with a capital letter.
pub(super) fn is_headline(reading: &Reading, sentence: &Range<usize>) -> bool {
    if sentence.len() > LONGEST || reading.mark(sentence.end.saturating_sub(1)) == '.' {
        return false;
    }
    let words = || sentence.clone().filter(|&at| reading.is_word(at) && reading.text(at).len() > SHORT_WORD_BYTES);
    let capitals = words().filter(|&at| reading.is_capitalised(at)).count();
    let all = words().count();
    all >= LEAST_WORDS && capitals * 5 >= all * 4
}

/// The headlines of an article, and for each of its tokens whether it is an ordinary word of one; for none if it has no
/// headline.
#[derive(Default)]
pub(super) struct Headlines<'a> {
    ranges: Vec<&'a Range<usize>>,
    plain: Vec<bool>,
}

impl<'a> Headlines<'a> {
    pub(super) fn find(reading: &Reading, packs: &Packs, pack: &Pack, passages: &'a [Range<usize>]) -> Headlines<'a> {
        let ranges: Vec<&Range<usize>> = passages.iter().filter(|passage| is_headline(reading, passage)).collect();
        if ranges.is_empty() {
            return Headlines { ranges, plain: Vec::new() };
        }
        let usages = usages(reading, passages, &ranges);
        let judge = Judge { reading, packs, pack, usages };
        let mut plain = vec![false; reading.tokens.len()];
        for headline in &ranges {
            judge.mark(headline, &mut plain);
        }
        Headlines { ranges, plain }
    }

    /// Whether the word at `at` is an ordinary one of a headline, and so no part of a name.
    pub(super) fn is_plain(&self, at: usize) -> bool {
        self.plain.get(at).copied().unwrap_or(false)
    }

    /// Whether these words of a headline are parts of the names of known people and nothing else: 'Trump Klaim ...'.
    pub(super) fn names_person(&self, reading: &Reading, packs: &Packs, pack: &Pack, tokens: &Range<usize>) -> bool {
        let is_part = |at: usize| {
            let word = reading.words[at];
            let is_long = reading.text(at).len() > SHORT_WORD_BYTES;
            is_long && packs.gazetteer.is_name_part(word) && !pack.is_common(word) && !self.is_plain(at)
        };
        self.holds(tokens.start) && tokens.clone().all(is_part) && known_at(reading, packs, tokens.clone()).is_none()
    }

    /// The parts of `tokens` between ordinary words.
    pub(super) fn parts(&self, tokens: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut rest = tokens;
        std::iter::from_fn(move || {
            let start = rest.clone().find(|&at| !self.is_plain(at))?;
            let end = (start..rest.end).find(|&at| self.is_plain(at)).unwrap_or(rest.end);
            rest.start = end;
            Some(start..end)
        })
    }

    /// Finds the names of the article's text in its headlines, where they count for more than what was found there.
    pub(super) fn adopt(&self, reading: &Reading, candidates: Vec<Candidate>) -> Vec<Candidate> {
        if self.ranges.is_empty() {
            return candidates;
        }
        let (own, text): (Vec<Candidate>, Vec<Candidate>) =
            candidates.into_iter().partition(|candidate| self.holds(candidate.tokens.start));
        let names = Names::of(reading, &text);
        let mut own = own.into_iter().peekable();
        let mut settled = Vec::new();
        for headline in &self.ranges {
            let found = std::iter::from_fn(|| own.next_if(|candidate| candidate.tokens.start < headline.end)).collect();
            settled.extend(names.settle(headline, found));
        }
        settled.extend(text);
        settled.sort_by_key(|candidate| (candidate.tokens.start, std::cmp::Reverse(candidate.tokens.end)));
        settled
    }

    /// Whether the token at `at` belongs to a headline.
    pub(super) fn holds(&self, at: usize) -> bool {
        let next = self.ranges.partition_point(|headline| headline.end <= at);
        self.ranges.get(next).is_some_and(|headline| headline.contains(&at))
    }
}

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

struct Judge<'a> {
    reading: &'a Reading<'a>,
    packs: &'a Packs,
    pack: &'a Pack,
    usages: FxHashMap<u64, Usage>,
}

impl Judge<'_> {
    /// Marks the ordinary words of one headline.
    fn mark(&self, headline: &Range<usize>, plain: &mut [bool]) {
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
            plain[at] = (self.is_plain(at, verb) || self.is_hint(at, NameHint::Region)) && !is_field;
            in_field = is_field || self.is_hint(at, NameHint::FieldHead);
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
            let heads = self.pack.cues.names.starting(&self.reading.words[at..headline.end]);
            let longest = heads.filter(|(_, cues)| cues.iter().any(is_head)).map(|(len, _)| at + len).last();
            let follows = |end: usize| end < headline.end && self.reading.is_capitalised(end) && !plain[end];
            // 'Wilayah Denpasar' is named Denpasar.
            if let Some(end) = longest.filter(|&end| follows(end) && !self.is_hint(at, NameHint::Region)) {
                plain[at..end].fill(false);
            }
        }
    }

    /// How many tokens the known name has that begins here; a single word that is a verb as well ('Serang', 'Buru') is one only
    /// where something says so.
    fn known(&self, tokens: Range<usize>) -> Option<usize> {
        let at = tokens.start;
        let known = known_at(self.reading, self.packs, tokens).filter(|known| !known.risky)?;
        let word = self.reading.words[at];
        let is_other = known.kind == EntityKind::Person && self.is_hint(at, NameHint::Ordinary);
        let is_name = known.len > 1 || !is_other && !self.is_listed_verb(word) || self.is_placed(at);
        (is_name || self.usage(at).capital > self.usage(at).small).then_some(known.len)
    }

    /// Whether a preposition of place or a common noun for places stands before `at`.
    fn is_placed(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or(&[][..], |before| &self.reading.words[before..at]);
        let cues = self.pack.cues.names.exact(before);
        cues.iter().any(|cue| matches!(cue, NameCue::PlacePreposition | NameCue::PlaceHead))
    }

    /// Whether people bear the word, and another word that they bear or a title stands beside it: 'Aman' alone is no name.
    fn is_borne(&self, at: usize) -> bool {
        let bears = |at: usize| {
            let word = self.reading.words.get(at).copied();
            self.reading.is_capitalised(at) && word.is_some_and(|word| self.packs.gazetteer.is_person_word(word))
        };
        let before = at.checked_sub(1);
        let is_titled = before.is_some_and(|before| {
            let cues = self.pack.cues.names.exact(&self.reading.words[before..at]);
            cues.iter().any(|cue| matches!(cue, NameCue::Title | NameCue::Honorific))
        });
        bears(at) && (is_titled || bears(at + 1) || before.is_some_and(bears))
    }

    fn is_headed(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or(&[][..], |before| &self.reading.words[before..at]);
        self.pack.cues.names.exact(before).contains(&NameCue::PlaceHead)
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
        if self.reading.tokens[at].case == Case::Upper && self.is_hint(at, NameHint::Ordinary) {
            return true;
        }
        let is_name = self.is_borne(at);
        // 'Ijazahnya': a name does not end so.
        let is_owned =
            self.pack.cues.owned_suffixes.iter().any(|suffix| self.reading.text(at).ends_with(suffix.as_str()));
        // A village's name ends as the directions do: 'Karangjati Wetan'.
        let is_tail = self.is_hint(at, NameHint::VillageTail);
        let is_listed =
            verb || is_owned || self.is_made_noun(at) || !is_name && !is_tail && self.pack.is_ordinary(word);
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
        self.pack.cues.name_hints.exact(&[word]).contains(&NameHint::HeadlineVerb)
            || self.pack.cues.verbs.begins(&[word])
    }

    fn is_made_of_listed(&self, at: usize) -> bool {
        let text = self.reading.text(at);
        let is_name = self.packs.gazetteer.is_person_word(self.reading.words[at]);
        !is_name
            && self.pack.cues.stem_suffixes.iter().any(|suffix| {
                let Some(stem) = text.len().checked_sub(suffix.len()).and_then(|len| text.split_at_checked(len)) else {
                    return false;
                };
                let stem_id = self.packs.words.find(stem.0);
                let is_known = || self.is_listed_verb(stem_id) || self.pack.is_ordinary(stem_id);
                stem.1.eq_ignore_ascii_case(suffix) && stem.0.len() >= SHORTEST_STEM_BYTES && is_known()
            })
    }

    /// Whether a word that nobody bears begins as verbs do: 'Dihujani', 'MEMBARA'.
    fn has_prefix(&self, at: usize) -> bool {
        let (text, word) = (self.reading.text(at), self.reading.words[at]);
        let begins =
            |prefix: &String| text.get(..prefix.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(prefix));
        text.len() >= SHORTEST_PREFIXED_BYTES
            && self.pack.cues.verb_prefixes.iter().any(begins)
            && !self.pack.cues.not_verbs.has(word)
            && !self.packs.gazetteer.is_person_word(word)
    }

    /// Whether a word is a noun that was made of another: 'Pencurian', 'KERUGIAN'; a place may be called so.
    fn is_made_noun(&self, at: usize) -> bool {
        self.pack.is_made_noun(self.reading.text(at))
            && !self.is_headed(at)
            && !self.packs.gazetteer.is_person_word(self.reading.words[at])
    }

    fn is_hint(&self, at: usize, wanted: NameHint) -> bool {
        self.pack.cues.name_hints.exact(&self.reading.words[at..=at]).contains(&wanted)
    }
}

/// The names of an article's text, by the keys of their words.
struct Names<'a> {
    reading: &'a Reading<'a>,
    text: &'a [Candidate],
    by_words: FxHashMap<u64, usize>,
}

impl<'a> Names<'a> {
    fn of(reading: &'a Reading<'a>, text: &'a [Candidate]) -> Names<'a> {
        let mut by_words = FxHashMap::default();
        let named = |candidate: &&Candidate| !is_weak(candidate.evidence) && candidate.tokens.len() <= LONGEST_NAME;
        for (index, candidate) in text.iter().enumerate().filter(|(_, candidate)| named(candidate)) {
            by_words.entry(key(reading, &candidate.tokens)).or_insert(index);
        }
        Names { reading, text, by_words }
    }

    /// Puts the names that stand in `headline` in the place of whatever else was `found` there.
    fn settle(&self, headline: &Range<usize>, mut found: Vec<Candidate>) -> Vec<Candidate> {
        let mut at = headline.start;
        while at < headline.end {
            let Some(name) = self.name_at(at..headline.end) else {
                at += 1;
                continue;
            };
            let end = at + name.tokens.len();
            let is_part = found.iter().any(|other| {
                let Range { start, end: last } = other.tokens;
                start <= at && last >= end && last - start > name.tokens.len()
            });
            if name.tokens.len() > 1 || !is_part {
                self.put(name, at, &mut found);
            }
            at = end;
        }
        found
    }

    /// The longest name that stands at the start of `tokens`.
    fn name_at(&self, tokens: Range<usize>) -> Option<&'a Candidate> {
        if !self.reading.is_capitalised(tokens.start) {
            return None;
        }
        let lengths = (1..=LONGEST_NAME.min(tokens.len())).rev();
        let index = lengths
            .into_iter()
            .find_map(|len| self.by_words.get(&key(self.reading, &(tokens.start..tokens.start + len))))?;
        Some(&self.text[*index])
    }

    /// Puts `name`, and the names within it, at `at`.
    fn put(&self, name: &Candidate, at: usize, found: &mut Vec<Candidate>) {
        let end = at + name.tokens.len();
        let title = found.iter().find(|other| other.tokens.start == at).and_then(|other| other.title.clone());
        found.retain(|other| other.tokens.end <= at || end <= other.tokens.start);
        let first = self.text.partition_point(|other| other.tokens.start < name.tokens.start);
        let within = self.text[first..].iter().take_while(|other| other.tokens.start < name.tokens.end);
        for inner in within.filter(|inner| inner.tokens.end <= name.tokens.end && !is_weak(inner.evidence)) {
            let start = at + inner.tokens.start - name.tokens.start;
            let title = title.clone().filter(|_| start == at);
            let tokens = start..start + inner.tokens.len();
            found.push(Candidate { tokens, title, bracketed: false, opens: false, ..inner.clone() });
        }
    }
}

/// What words are known by, however they are cased.
fn key(reading: &Reading, tokens: &Range<usize>) -> u64 {
    tokens.clone().fold(0, |key, at| key.rotate_left(5) ^ lower_key(reading.text(at)))
}
