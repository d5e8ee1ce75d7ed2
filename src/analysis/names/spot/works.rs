//! Works by the quotation marks around their titles: "The Orchard Thieves", “Badai Pasti Berlalu”. What somebody says stands
//! between the same marks, but is not written as titles are, or ends as sentences do.

use std::ops::Range;

use super::Spotter;
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::verbs::is_verb;
use crate::lang::{Cue, NameCue, NameHint};
use crate::text::token::Case;

/// The longest title, in tokens.
const LONGEST: usize = 8;

/// The longest word that is not capitalised within a title, in bytes.
const SMALL_WORD_BYTES: usize = 6;

/// How far behind the closing mark a verb of saying tells that somebody spoke, in tokens.
const SPEECH: usize = 3;

impl Spotter<'_> {
    /// A title between double quotation marks, the first of which stands before `at`.
    pub(super) fn work(&mut self, at: usize) -> Option<usize> {
        let is_open = at > self.sentence.start && matches!(self.reading.mark(at - 1), '“' | '"');
        if let Some(end) = self.single_quoted_work(at) {
            return Some(end);
        }
        if !is_open || !self.reading.is_capitalised(at) {
            return None;
        }
        if self.is_spoken_before(at - 1) && !self.opens_as_subject(at) {
            return None;
        }
        let limit = self.sentence.end.min(at + LONGEST + 2);
        let close = (at + 1..limit).find(|&at| matches!(self.reading.mark(at), '”' | '"'))?;
        let has_stop = match self.reading.mark(close - 1) {
            ',' => true,
            '.' => self.page.reviews_works,
            // 'Where Is My Mind?'
            '?' | '!' => (at..close - 1).filter(|&at| self.reading.is_capitalised(at)).count() > 2,
            _ => false,
        };
        let end = if has_stop { close - 1 } else { close };
        let is_title = (at..end).all(|at| self.may_stand_in_title(at)) && self.reading.is_capitalised(end - 1);
        // 'the star of “Adolescence,”'
        let is_work = self.hint_ends_at(at - 1, NameHint::ThingBefore)
            || self.hint_ends_at(at - 1, NameHint::WorkNoun)
            || self.cue_ends_at(at - 1, NameCue::Thing)
            || self.page.reviews_works;
        let is_word = end == at + 1 && self.scene.is_common(at) && !is_work;
        if end == at || !is_title || is_word || self.is_spoken_behind(close) {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::EventWord, None);
        Some(end)
    }

    /// Whether a title opens its sentence and a verb that is none of saying stands right behind it: '“The Pitt” was the winner'.
    fn opens_as_subject(&self, at: usize) -> bool {
        let limit = self.sentence.end.min(at + LONGEST + 2);
        let Some(close) = (at + 1..limit).find(|&at| matches!(self.reading.mark(at), '”' | '"')) else {
            return false;
        };
        let has_stop = matches!(self.reading.mark(close - 1), ',' | '.' | '!' | '?');
        let has_verb = is_verb(self.reading, self.scene.pack, close + 1)
            && self.reading.tokens.get(close + 1).is_some_and(|token| token.case == Case::Lower);
        at == self.sentence.start + 1 && !has_stop && has_verb && close + 1 < self.sentence.end
    }

    /// A title between single quotation marks: behind a noun for works, as headlines have it ('Ulasan Film 'Pangku''), in an article
    /// about works, or written as only titles are: ''The Lighthouse Keeper's Wife''.
    fn single_quoted_work(&mut self, at: usize) -> Option<usize> {
        let is_mark = |at: usize| matches!(self.reading.text(at), "'" | "‘" | "’");
        let is_open = at > self.sentence.start && is_mark(at - 1) && self.reading.is_glued(at);
        if !is_open
            || !self.reading.is_capitalised(at)
            || at > 1 && self.reading.is_glued(at - 1) && self.reading.is_word(at - 2)
        {
            return None;
        }
        let limit = self.sentence.end.min(at + LONGEST + 2);
        let close = (at + 1..limit).find(|&at| is_mark(at))?;
        let has_stop = matches!(self.reading.mark(close - 1), ',' | '.');
        let end = if has_stop { close - 1 } else { close };
        let is_title =
            end > at && (at..end).all(|at| self.may_stand_in_title(at)) && self.reading.is_capitalised(end - 1);
        let is_work = self.hint_ends_at(at - 1, NameHint::WorkNoun)
            || (self.page.reviews_works || !self.page.headlines.holds(at) && self.is_written_as_title(at..end))
                && !self.is_nickname(at - 1, close);
        if !is_title || !is_work || self.is_spoken_behind(close) {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::EventWord, None);
        Some(end)
    }

    /// Whether a small word stands within a title, or begins it: 'Game of Thrones', 'The Crown'.
    fn is_written_as_title(&self, tokens: Range<usize>) -> bool {
        let is_small = |at: usize| self.scene.pack.function_words.contains(&self.reading.words[at]);
        tokens.len() > 1 && tokens.into_iter().any(is_small)
    }

    /// Whether words in quotation marks stand within somebody's name: 'Salvatore 'The Bull' Gravano'.
    fn is_nickname(&self, open: usize, close: usize) -> bool {
        open > self.sentence.start && self.is_name_word(open - 1) && self.is_name_word(close + 1)
    }

    /// A title without quotation marks behind a noun for works, with the small words in it: 'lagu Hati-Hati di Jalan'.
    pub(super) fn titled_work(&mut self, at: usize) -> Option<usize> {
        let is_apposed = at > self.sentence.start + 1
            && self.reading.mark(at - 1) == ','
            && self.hint_ends_at(at - 1, NameHint::WorkNoun);
        if !(is_apposed || self.hint_ends_at(at, NameHint::WorkNoun)) || !self.is_name_word(at) {
            return None;
        }
        let end = self.end_of_title(at);
        // One or two words are found by other rules as well, which know people.
        let is_sure = self.hint_ends_at(at, NameHint::ThingBefore) && end > at + 1;
        let has_joint = is_sure || (at..end).any(|at| !self.reading.is_capitalised(at));
        let is_closed = matches!(self.reading.mark(end), ',' | '.' | ';' | ')');
        // 'a BBC series, The Restless Island,'
        let has_article =
            is_apposed && end > at + 1 && self.scene.is_hint(at, NameHint::Definite) && self.is_no_place(at);
        if !(has_joint || has_article) || is_apposed && !is_closed {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::AfterThing, None);
        Some(end)
    }

    /// Behind the title that begins at `at`, over the small words in it.
    pub(super) fn end_of_title(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end < self.sentence.end && end - at < LONGEST {
            let token = &self.reading.tokens[end];
            let is_small =
                token.case == Case::Lower && self.scene.pack.function_words.contains(&self.reading.words[end]);
            // 'pelantun Kali Kedua dan Could It Be Love': two titles.
            let is_list = self.is_list_and(end) && self.scene.pack.grammar.noun_first;
            let is_joint = is_small && !is_list || self.reading.mark(end) == '-' && self.reading.is_glued(end);
            let is_second = |at: usize| {
                let token = &self.reading.tokens[at];
                token.case == Case::Lower && self.scene.pack.function_words.contains(&self.reading.words[at])
            };
            if self.is_name_word(end) {
                end += 1;
            } else if is_small
                && end + 2 < self.sentence.end
                && is_second(end + 1)
                && self.is_name_word(end + 2)
                && self.is_no_place(end + 2)
            {
                // 'Growing Up in the Ice Age'
                end += 3;
            } else if is_joint && self.is_name_word(end + 1) && self.is_no_place(end + 1) {
                end += 2;
            } else {
                break;
            }
        }
        end
    }

    /// One of several titles or products in a list whose first is known as one: 'film Rectoverso, Gangster, dan Trinity Traveler'.
    pub(super) fn listed_thing(&mut self, at: usize) -> Option<usize> {
        let is_and = |at: usize| self.is_list_and(at);
        if at < self.sentence.start + 3 || !self.scene.pack.grammar.noun_first || !self.is_name_word(at) {
            return None;
        }
        let is_last = is_and(at - 1);
        let joint = if is_last && self.reading.mark(at - 2) == ',' { at - 2 } else { at - 1 };
        let follows = |it: &Candidate| it.tokens.end == joint && it.evidence == Evidence::AfterThing;
        if !(is_last || self.reading.mark(at - 1) == ',') || !self.out.last().is_some_and(follows) {
            return None;
        }
        let end = at + (at..self.sentence.end).take_while(|&at| self.is_name_word(at)).count();
        // 'film Siksa Kubur, Joko Anwar menjawab': a comma alone may part anything.
        let goes_on = is_last || is_and(end) || self.reading.mark(end) == ',' && (end + 1..end + 8).any(is_and);
        let is_other = self.begins_other(at)
            || self.scene.known(at..end).is_some()
            || self.scene.is_full_name(at..end)
            || self.cue(at, |cue| matches!(cue, NameCue::Honorific | NameCue::PlaceHead)).is_some();
        if !goes_on || is_other {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::AfterThing, None);
        Some(end)
    }

    /// 'dan', 'serta', but not the 'of' and 'for' that names in another language have within.
    fn is_list_and(&self, at: usize) -> bool {
        let is_own = || self.scene.pack.function_words.contains(&self.reading.words[at]);
        at < self.sentence.end && self.scene.is_cue(at, NameCue::And) && is_own()
    }

    /// A title before who made the work, or the year in which it appeared: 'lewat Sore: Istri dari Masa Depan karya Yandy Laurens',
    /// 'Why the Ground Is Warm (1979)'.
    pub(super) fn credited_work(&mut self, at: usize) -> Option<usize> {
        let is_noun =
            |at: usize| self.hint_ends_at(at + 1, NameHint::WorkNoun) || self.cue_ends_at(at + 1, NameCue::Thing);
        let goes_on = at > self.sentence.start && self.is_name_word(at - 1) && !is_noun(at - 1);
        if !self.is_name_word(at)
            || goes_on
            || is_noun(at)
            || self.cue(at, |cue| matches!(cue, NameCue::PlaceHead | NameCue::Title)).is_some()
        {
            return None;
        }
        let limit = self.sentence.end.min(at + LONGEST);
        let run = (at..limit).take_while(|&at| self.may_stand_in_title(at) && !self.is_work_by(at)).count();
        let end = at + run;
        let has_maker = || self.is_work_by(end) && (end + 1..end + 3).any(|at| self.is_name_word(at));
        let is_dated = || self.is_year_in_bracket(end) && self.is_sentence_like(at..end);
        let is_credited = (has_maker() || is_dated())
            && self.reading.is_capitalised(end - 1)
            && self.scene.known(at..end).is_none_or(|known| known.len < run);
        if !is_credited {
            return None;
        }
        self.title = None;
        self.push(at..end, Evidence::AfterThing, None);
        Some(end)
    }

    /// Whether a small word stands within a title of three words or more, which begins as no body and no law does.
    fn is_sentence_like(&self, title: Range<usize>) -> bool {
        const HEADS: [NameCue; 3] = [NameCue::OrganisationHead, NameCue::EventHead, NameCue::Government];
        let is_small = |at: usize| self.reading.tokens[at].case == Case::Lower;
        title.len() > 2
            && title.clone().any(|at| is_small(at) && !self.scene.is_cue(at, NameCue::And))
            && !title.into_iter().any(|at| self.scene.is_any_cue(at, &HEADS))
    }

    fn is_work_by(&self, at: usize) -> bool {
        // 'PT Bina Karya' is a company.
        let is_lower = self.reading.tokens.get(at).is_some_and(|token| token.case == Case::Lower);
        at < self.sentence.end && is_lower && self.scene.is_hint(at, NameHint::WorkBy)
    }

    fn is_no_place(&self, at: usize) -> bool {
        // 'pameran Jember Edu Expo di Alun-alun Nusantara'
        let is_site = || self.cue(at, |cue| cue == NameCue::PlaceHead).is_some_and(|(len, _)| len > 1);
        self.scene.known(at..self.sentence.end).is_none() && !is_site()
    }

    fn may_stand_in_title(&self, at: usize) -> bool {
        let token = &self.reading.tokens[at];
        let is_small = token.case == Case::Lower && self.reading.text(at).len() <= SMALL_WORD_BYTES;
        // 'Agüita de Recuay'
        let is_small = is_small
            && (self.scene.pack.function_words.contains(&self.reading.words[at])
                || self.scene.is_hint(at, NameHint::Particle));
        self.reading.is_capitalised(at)
            || is_small
            || self.reading.is_number(at)
            || self.reading.text(at).starts_with(['\'', '’', '-', '&', ':'])
    }

    /// A colon or comma before the opening mark leads to speech.
    fn is_spoken_before(&self, mark: usize) -> bool {
        mark > self.sentence.start && self.reading.mark(mark - 1) == ':' || mark == self.sentence.start
    }

    fn is_spoken_behind(&self, close: usize) -> bool {
        let is_verb = |cue: &Cue| matches!(cue, Cue::Says(_) | Cue::SaysBehind(_) | Cue::SaysWithPronoun);
        let says = |at: usize| {
            let cues = self.scene.pack.cues.speech.longest(&self.reading.words[at..self.sentence.end]);
            cues.is_some_and(|(_, cues)| cues.iter().any(is_verb))
        };
        (close..self.sentence.end.min(close + SPEECH)).any(says)
    }
}
