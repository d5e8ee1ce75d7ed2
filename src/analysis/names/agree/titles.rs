//! Titles of works that stand without quotation marks, as outlets that print them in italics leave them in plain text: 'the
//! opener, Low Water', 'Leach's A Potter's Book', 'Alma Thorne: Saltings review'. Only an article that is about works is
//! looked at, and in it words of the language that are written as names are: names of people and places have other words.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::consistency::stands_as_place;
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::headline::is_headline;
use crate::analysis::names::scene::Scene;
use crate::analysis::reading::Reading;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// An article about works has at least so many words for works, and one in so many tokens.
const LEAST_WORK_WORDS: usize = 4;
const WORDS_PER_WORK_WORD: usize = 80;

/// The longest title, in tokens.
const LONGEST: usize = 9;

/// Whether an article is about films, books, music, plays.
pub(crate) fn reviews_works(scene: &Scene) -> bool {
    let reading = scene.reading;
    let is_work_word =
        |word| scene.pack.cues.name_hints.exact(std::slice::from_ref(word)).contains(&NameHint::WorkWord);
    let found = reading.words.iter().filter(|word| is_work_word(word)).count();
    found >= LEAST_WORK_WORDS && found * WORDS_PER_WORK_WORD >= reading.words.len()
}

/// Takes the titles of works among the capitalised words of one passage for candidates, in place of what was spotted in them.
pub(super) fn settle(scene: &Scene, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let Scene { reading, passages, .. } = *scene;
    let finder = Finder { scene: *scene, reading };
    let titles = passages.iter().flat_map(|passage| finder.titles(passage)).collect();
    let mut titles = finder.with_others_like(titles, passages);
    let is_of_series = |it: &Candidate, title: &Range<usize>| {
        matches!(it.evidence, Evidence::Known(..)) && it.tokens.len() < title.len() && finder.is_of_series(title)
    };
    let mut settled: FxHashSet<usize> = FxHashSet::default();
    for candidate in candidates.iter().filter(|it| finder.is_settled(it)) {
        let held = overlapping(&titles, &candidate.tokens);
        // 'Demon Slayer: Infinity Castle'
        settled.extend(held.filter(|&index| !is_of_series(candidate, &titles[index])));
    }
    let mut index = 0..;
    titles.retain(|_| index.next().is_none_or(|index| !settled.contains(&index)));
    candidates.retain(|it| overlapping(&titles, &it.tokens).is_empty());
    let work = |tokens: &Range<usize>| Candidate {
        tokens: tokens.clone(),
        evidence: Evidence::EventWord,
        title: None,
        bracketed: false,
        opens: false,
    };
    candidates.extend(titles.iter().map(work));
    candidates.sort_by_key(|candidate| (candidate.tokens.start, std::cmp::Reverse(candidate.tokens.end)));
    candidates
}

/// Which of `titles`, that are in order, have a token of `tokens`.
fn overlapping(titles: &[Range<usize>], tokens: &Range<usize>) -> Range<usize> {
    let first = titles.partition_point(|title| title.end <= tokens.start);
    first..first + titles[first..].iter().take_while(|title| title.start < tokens.end).count()
}

struct Finder<'a> {
    scene: Scene<'a>,
    reading: &'a Reading<'a>,
}

impl Finder<'_> {
    /// What keeps its name: what the gazetteer knows as somebody or a body, and what was told to be a person by a title.
    fn is_settled(&self, candidate: &Candidate) -> bool {
        match candidate.evidence {
            Evidence::Known(_, kind) => kind != EntityKind::Place,
            Evidence::Reader(_) | Evidence::EventWord | Evidence::Domain => true,
            _ => candidate.title.is_some(),
        }
    }

    fn titles(&self, passage: &Range<usize>) -> Vec<Range<usize>> {
        let mut titles = Vec::new();
        let mut at = passage.start;
        // In a headline every word is written so.
        let in_headline = is_headline(self.reading, passage);
        while at < passage.end {
            let title = self.title(at, passage);
            at = title.as_ref().map_or(at + 1, |title| title.end);
            titles.extend(title.filter(|title| !in_headline || self.is_reviewed(title)));
        }
        titles
    }

    /// A title that begins at `at`.
    fn title(&self, at: usize, passage: &Range<usize>) -> Option<Range<usize>> {
        let is_inner = at > passage.start && !self.is_part(at - 1);
        if !self.is_part(at) || at > passage.start && !is_inner {
            return None;
        }
        let mut end = at + 1;
        while end < passage.end.min(at + LONGEST) {
            let small = (end..end + 2).take_while(|&at| self.is_small(at)).count();
            // 'Hamnet and for The History of Sound' are two.
            let are_two =
                small == 2 && self.scene.is_cue(end, NameCue::And) && self.scene.is_cue(end + 1, NameCue::And);
            let small = if are_two { 0 } else { small };
            if self.is_part(end) || self.is_number(end) {
                end += 1;
            } else if self.is_colon(end) && self.names_part(at, end + 1, passage) {
                end += 2;
            } else if small > 0 && end + small < passage.end && self.goes_on(end + small, passage) {
                end += small + 1;
            } else {
                break;
            }
        }
        let title = at..end;
        let is_whole = self.words(&title) >= 2 && self.is_made_of_words(&title) && self.may_be_title(&title, passage);
        (is_whole || self.is_owned(&title) || self.is_reviewed(&title) || self.is_of_series(&title)).then_some(title)
    }

    /// The titles, and the other places where the same words stand.
    fn with_others_like(&self, titles: Vec<Range<usize>>, passages: &[Range<usize>]) -> Vec<Range<usize>> {
        let mut by_first: FxHashMap<&str, Vec<Range<usize>>> = FxHashMap::default();
        for title in &titles {
            by_first.entry(self.reading.text(title.start)).or_default().push(title.clone());
        }
        let written = |tokens: &Range<usize>| self.reading.span(tokens.clone()).of(self.reading.body);
        let alike = |at: usize, end: usize| {
            let alike = by_first.get(self.reading.text(at)).into_iter().flatten();
            let here = alike.map(|title| (at..(at + title.len()).min(end), title));
            here.filter(|(here, title)| written(here) == written(title))
                .map(|(here, _)| here)
                .max_by_key(|here| here.len())
        };
        let mut found: Vec<Range<usize>> =
            passages.iter().flat_map(|it| it.clone().filter_map(|at| alike(at, it.end))).collect();
        found.dedup_by(|next, before| next.start < before.end);
        found
    }

    fn words(&self, title: &Range<usize>) -> usize {
        title.clone().filter(|&at| self.reading.is_word(at)).count()
    }

    fn is_part(&self, at: usize) -> bool {
        self.reading.is_capitalised(at) && self.reading.is_word(at) && self.reading.tokens[at].case != Case::Upper
            || self.reading.text(at) == "A"
            || self.reading.text(at) == "I"
    }

    /// Whether a word of a title stands behind a small word, and no name of its own: 'Green Man in August and the Barbican'.
    fn goes_on(&self, at: usize, passage: &Range<usize>) -> bool {
        self.is_part(at)
            && self.scene.is_common(at)
            && !self.scene.pack.time.vocabulary.has(self.reading.words[at])
            && self.scene.known(at..passage.end).is_none()
    }

    /// A small word within a title: 'of', 'the', 'for', and the possessive.
    fn is_small(&self, at: usize) -> bool {
        let is_possessive = self.scene.is_possessive(at);
        let is_word = self.reading.tokens.get(at).is_some_and(|token| token.case == Case::Lower);
        is_possessive || is_word && self.scene.pack.function_words.contains(&self.reading.words[at])
    }

    /// Whether one of the capitalised words is one of the language, and none a given name.
    fn is_made_of_words(&self, title: &Range<usize>) -> bool {
        let mut parts = title.clone().filter(|&at| self.is_part(at));
        parts.clone().any(|at| self.scene.is_common(at)) && !parts.any(|at| self.scene.is_given_name(at))
    }

    /// 'Zootopia 2', 'M3gan 2.0', 'Tron: Ares': a part of a series, by its number or by what it is called behind a colon.
    fn is_of_series(&self, title: &Range<usize>) -> bool {
        let is_lone_word = title.len() == 2 && self.scene.is_common(title.start);
        self.is_number(title.end - 1) && !is_lone_word || title.clone().any(|at| self.is_colon(at))
    }

    /// Whether what stands at `part`, behind a colon, goes on with the title from `start`: 'Overseas: Films' begins a sentence, and so
    /// only a number tells there.
    fn names_part(&self, start: usize, part: usize, passage: &Range<usize>) -> bool {
        let is_numbered = || (part + 1..part + 3).any(|at| self.is_number(at));
        part < passage.end && self.is_part(part) && (start > passage.start || is_numbered())
    }

    /// The number of a part, up to 99.
    fn is_number(&self, at: usize) -> bool {
        let is_time = || self.scene.in_time.get(at).copied().unwrap_or(false);
        self.reading.is_number(at) && matches!(self.reading.text(at).len(), 1..=3) && !is_time()
    }

    fn is_colon(&self, at: usize) -> bool {
        self.reading.mark(at) == ':' && self.reading.is_glued(at) && !self.reading.is_glued(at + 1)
    }

    /// 'Alma Thorne: Saltings review', 'Turnstile: Never Enough (Roadrunner)'.
    fn is_reviewed(&self, title: &Range<usize>) -> bool {
        let is_review = self.scene.is_hint(title.end, NameHint::WorkWord);
        title.start > 1
            && self.reading.mark(title.start - 1) == ':'
            && (is_review || self.reading.mark(title.end) == '(')
    }

    /// Whether nothing says that the words are an office, a body, or the beginning of a sentence.
    fn may_be_title(&self, title: &Range<usize>, passage: &Range<usize>) -> bool {
        let opens = title.start == passage.start || !self.reading.is_word(title.start - 1);
        let is_open =
            self.scene.pack.function_words.contains(&self.reading.words[title.start]) || !self.is_part(title.start + 1);
        let heads = [NameCue::Title, NameCue::Honorific, NameCue::OrganisationHead, NameCue::Government];
        let tails = [NameCue::OrganisationTail, NameCue::Government];
        // 'Los Angeles General Medical Center', 'near Union Square'
        let known = self.scene.known(title.clone()).filter(|known| known.kind == EntityKind::Place && known.len > 1);
        let is_site = known.is_some() && self.scene.is_cue(title.end - 1, NameCue::PlaceTail);
        let is_led = title.start > 0 && self.scene.is_hint(title.start - 1, NameHint::Definite);
        let ends_as_place =
            known.is_some_and(|known| known.len == title.len()) || self.scene.is_cue(title.end - 1, NameCue::PlaceTail);
        let is_placed = ends_as_place && (is_led || stands_as_place(&self.scene, title.start));
        // 'starts in September at'
        let is_day = self.scene.in_time.get(title.start).copied().unwrap_or(false);
        // 'founder of Box Office Theory'
        let is_led_body = title.start > passage.start + 1
            && self.scene.is_hint_of(title.start - 2..title.start, NameHint::CompanyHead);
        !(is_site
            || is_led_body
            || is_placed
            || is_day
            || opens && is_open
            || self.scene.is_any_cue(title.start, &heads)
            || self.scene.is_any_cue(title.end - 1, &tails))
    }

    /// 'PJ Harvey's Let England Shake', '2021's Tithe': behind the possessive of whoever made it, or of its year.
    fn is_owned(&self, title: &Range<usize>) -> bool {
        let Some(mark) = title.start.checked_sub(1).filter(|&mark| mark > 0) else { return false };
        let is_possessive = self.reading.text(mark).starts_with(['\'', '’']) && self.reading.is_glued(mark);
        let is_maker = self.reading.is_number(mark - 1) || self.scene.is_person_word(mark - 1);
        let is_other = |at: usize| {
            self.scene.is_given_name(at)
                || self.scene.is_cue(at, NameCue::Title)
                || self.scene.is_hint(at, NameHint::WorkWord)
        };
        is_possessive && is_maker && !is_other(title.start)
    }
}
