//! What is known of each token of an article that bears on who says what: one pass, one look-up per token and list.

mod borders;
pub(super) mod clues;
pub(crate) mod fact;
pub(super) mod interview;
pub(super) mod quotes;
mod speech;

use std::ops::Range;

use self::clues::Clue;
use self::interview::Said;
use self::quotes::Quote;
use crate::analysis::attribution::Found;
use crate::analysis::reading::Reading;
use crate::analysis::verbs;
use crate::lang::{Cue, EventWord, Gazetteer, NameCue, Pack, Turn};
use crate::model::{Arena, Entity, EntityId, EntityKind, Mention, Span};

/// A mention as tokens.
#[derive(Clone, Debug)]
pub(crate) struct Naming {
    pub(crate) tokens: Range<usize>,
    /// Where its title begins, or the name itself.
    pub(crate) start: usize,
    pub(crate) entity: EntityId,
    pub(crate) kind: EntityKind,
}

/// 'a' and 'an'; other words for a quantity may stand before a verb ('some said').
pub(super) const LONGEST_ARTICLE_BYTES: usize = 2;

/// No name.
const NONE: u32 = u32::MAX;

/// An article as the stage of attribution sees it.
pub(crate) struct Page<'a> {
    pub(crate) reading: &'a Reading<'a>,
    pub(crate) pack: &'a Pack,
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) names: Vec<Naming>,
    pub(crate) quotes: Vec<Quote>,
    pub(crate) clues: Vec<Clue>,
    /// The sentences that may be a headline.
    headlines: Vec<Range<usize>>,
    /// The paragraphs of an interview, in order.
    interview: Vec<Said>,
    pub(super) facts: Vec<u64>,
    /// The longest name over each token.
    name_at: Vec<u32>,
}

impl<'a> Page<'a> {
    pub(crate) fn new(
        reading: &'a Reading<'a>,
        pack: &'a Pack,
        found: &Found<'a>,
        entities: &Arena<Entity>,
        mentions: &Arena<Mention>,
    ) -> Page<'a> {
        let length = reading.tokens.len();
        let mut page = Page {
            reading,
            pack,
            gazetteer: found.gazetteer,
            names: namings(reading, entities, mentions),
            quotes: Vec::new(),
            clues: Vec::new(),
            headlines: borders::headlines(reading, found.sentences),
            interview: Vec::new(),
            facts: vec![0; length],
            name_at: vec![NONE; length],
        };
        page.place_names();
        page.read_offices();
        for time in found.times.items() {
            let dated = if time.value.interval().is_some() { fact::DATED } else { 0 };
            page.add(reading.tokens_in(time.span), fact::TIME | dated);
        }
        page.read_words();
        page.read_brackets();
        page.read_quotes();
        page.read_interview();
        page
    }

    fn place_names(&mut self) {
        for index in 0..self.names.len() {
            let tokens = self.names[index].tokens.clone();
            for at in tokens.clone() {
                let known = self.name_at[at];
                let longer = known == NONE || self.names[known as usize].tokens.len() < tokens.len();
                if longer {
                    self.name_at[at] = index as u32;
                }
            }
        }
    }

    pub(super) fn add(&mut self, tokens: Range<usize>, bits: u64) {
        let end = tokens.end.min(self.facts.len());
        self.facts[tokens.start.min(end)..end].iter_mut().for_each(|facts| *facts |= bits);
    }

    fn read_words(&mut self) {
        let mut clue_end = 0;
        for at in 0..self.reading.tokens.len() {
            let words = &self.reading.words[at..];
            if !words[0].is_known() {
                continue;
            }
            let cues = &self.pack.cues;
            // 'AS', 'WHO' and 'IT' are names where no word beside them is written so.
            let is_initials = self.reading.is_lone_capitals(at);
            if let Some((len, turns)) = cues.turns.longest(words) {
                let bits = turns.iter().fold(0, |bits, &turn| bits | fact::of(turn));
                let bits = if is_initials { bits & fact::OF_NAMES } else { bits };
                self.add(at..at + len, bits);
            }
            let bits = if cues.relatives.has(words[0]) && !is_initials { fact::RELATIVE } else { 0 };
            self.add(at..at + 1, bits);
            if let Some((len, names)) = cues.names.longest(words) {
                let bit = |cue: &NameCue| match cue {
                    NameCue::Title => fact::TITLE,
                    NameCue::PlacePreposition => fact::PLACE_PREPOSITION,
                    _ => 0,
                };
                self.add(at..at + len, names.iter().map(bit).fold(0, |a, b| a | b));
            }
            if let Some(clue) = self.speech_at(at, at >= clue_end) {
                clue_end = clue.tokens.end;
                self.clues.push(clue);
            }
        }
    }

    /// Notes the nouns that begin at `at`, and gives the phrase that attributes there, if `wants_clue`.
    fn speech_at(&mut self, at: usize, wants_clue: bool) -> Option<Clue> {
        let pack = self.pack;
        let words = &self.reading.words;
        let mut clue: Option<Clue> = None;
        for (len, cues) in pack.cues.speech.starting(&words[at..]) {
            self.add(at..at + len, clues::nouns(cues));
            // 'reported in February that': the preposition leads a time and no outlet.
            let leads_time = len > 1 && cues.contains(&Cue::Via) && self.leads_time(at + len - 1);
            // 'tidur lebih lama dan nilainya naik'
            let is_owned = cues.contains(&Cue::SaysWithPronoun) && at > 0 && self.turns(at - 1, Turn::Joint);
            if leads_time || is_owned {
                continue;
            }
            if let Some(kinds) = clues::kinds(cues, self.is_in_headline(at)).filter(|_| wants_clue) {
                clue = Some(Clue::new(pack, words, at..at + len, kinds, clue.as_ref()));
            }
        }
        if let Some(clue) = &clue {
            self.add(clue.tokens.clone(), fact::CUE);
        }
        clue
    }

    fn leads_time(&self, at: usize) -> bool {
        self.pack.cues.time_prepositions.has(self.reading.words[at]) && self.is(at + 1, fact::TIME)
    }

    fn read_brackets(&mut self) {
        for paragraph in &self.reading.paragraphs {
            let mut open = None;
            for at in paragraph.clone() {
                match (self.reading.mark(at), open) {
                    ('(', None) => open = Some(at),
                    (')', Some(start)) => {
                        self.facts[start..=at].iter_mut().for_each(|facts| *facts |= fact::BRACKET);
                        open = None;
                    }
                    _ => {}
                }
            }
        }
    }

    /// Whether the token has any of the facts in `bits`.
    pub(crate) fn is(&self, at: usize, bits: u64) -> bool {
        self.facts.get(at).is_some_and(|facts| facts & bits != 0)
    }

    /// Whether the token does this in its sentence.
    pub(crate) fn turns(&self, at: usize, turn: Turn) -> bool {
        self.is(at, fact::of(turn))
    }

    /// The longest name over the token.
    pub(crate) fn name_over(&self, at: usize) -> Option<&Naming> {
        self.names.get(*self.name_at.get(at)? as usize)
    }

    /// The longest names that lie within `tokens`, in order.
    pub(crate) fn names_in(&self, tokens: Range<usize>) -> impl Iterator<Item = &Naming> + Clone {
        let mut at = tokens.start;
        std::iter::from_fn(move || {
            while at < tokens.end {
                let name = self.name_over(at);
                at = name.map_or(at + 1, |name| name.tokens.end.max(at + 1));
                if let Some(name) =
                    name.filter(|name| name.tokens.start >= tokens.start && name.tokens.end <= tokens.end)
                {
                    return Some(name);
                }
            }
            None
        })
    }

    /// The clues that begin within `tokens`.
    pub(crate) fn clues_in(&self, tokens: Range<usize>) -> Range<usize> {
        let first = self.clues.partition_point(|clue| clue.tokens.start < tokens.start);
        first..self.clues.partition_point(|clue| clue.tokens.start < tokens.end)
    }

    /// The speech that begins at or behind token `at` and before `end`.
    pub(crate) fn quote_from(&self, at: usize, end: usize) -> Option<&Quote> {
        let first = self.quotes.partition_point(|quote| quote.tokens.start < at);
        self.quotes.get(first).filter(|quote| quote.tokens.start < end)
    }

    /// The speech that ends at token `end`, or before a comma that stands there.
    pub(crate) fn quote_before(&self, end: usize) -> Option<usize> {
        let end =
            if end > 0 && self.reading.mark(end - 1) == ',' && !self.is(end - 1, fact::SPEECH) { end - 1 } else { end };
        self.quotes.binary_search_by_key(&end, |quote| quote.tokens.end).ok()
    }

    /// Whether the word is a verb, or looks like one.
    pub(crate) fn is_verb(&self, at: usize) -> bool {
        let cues = &self.pack.cues;
        let text = self.reading.text(at);
        // 'the strike', 'a visit'
        let before = at.wrapping_sub(1);
        let article = self.turns(before, Turn::DefiniteBefore)
            || self.is(before, fact::QUANTITY) && self.reading.text(before).len() <= LONGEST_ARTICLE_BYTES;
        if article {
            return false;
        }
        if self.reading.words.get(at).is_some_and(|&word| cues.verbs.has(word)) {
            return true;
        }
        let lower = self.reading.is_word(at) && !self.reading.is_capitalised(at);
        lower && verbs::has_form(self.pack, text) && !cues.not_verbs.has(self.reading.words[at])
    }

    /// Whether the mark at `at` may open somebody's own words.
    pub(crate) fn opens_quotation(&self, at: usize) -> bool {
        matches!(self.reading.mark(at), '“' | '"' | '‘')
    }

    /// Whether the sentence that begins at `start` opens with what somebody was asked: 'Asked whether', 'Saat ditanya'.
    pub(crate) fn opens_with_question(&self, start: usize) -> bool {
        let led = self.turns(start, Turn::Adjunct) || self.turns(start, Turn::Opening);
        self.turns(start, Turn::Questioned) || led && self.turns(start + 1, Turn::Questioned)
    }

    /// Whether a word tells that something was the first, or the most, of its kind.
    pub(crate) fn is_superlative(&self, at: usize) -> bool {
        self.pack.cues.events.words.of(self.reading.words[at]).contains(&EventWord::Superlative)
    }

    pub(crate) fn span(&self, tokens: Range<usize>) -> Span {
        self.reading.span(tokens)
    }
}

/// The mentions of an article as tokens, in order.
fn namings(reading: &Reading, entities: &Arena<Entity>, mentions: &Arena<Mention>) -> Vec<Naming> {
    let naming = |mention: &Mention| {
        let tokens = reading.tokens_in(mention.span);
        let start = mention.title.map_or(tokens.start, |title| reading.token_from(title.start));
        Naming { start, entity: mention.entity, kind: entities[mention.entity].kind, tokens }
    };
    mentions.items().iter().map(naming).collect()
}
