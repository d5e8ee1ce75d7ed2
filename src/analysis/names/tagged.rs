//! Names that the trained tagger found, as candidates: the gazetteer's word counts where it covers as much, and what the
//! tagger took as one is divided where it is two.

use std::ops::Range;

use super::spot::{Evidence, Known, Spotter, known_at};
use super::tag::Tagged;
use crate::lang::NameCue;
use crate::model::EntityKind;

impl Spotter<'_> {
    /// A name that the tagger begins at `at`; returns where to look next.
    pub(super) fn tagged(&mut self, at: usize) -> Option<usize> {
        let Tagged { tokens, kind } = self.tagged_at(at)?;
        // 'Alun' of 'Alun-alun Pacitan' is no name: the common noun is longer than what was tagged.
        let noun = self.cue(at, |cue| cue == NameCue::PlaceHead).is_some_and(|(len, _)| len >= tokens.len());
        // An organisation does not begin with a title, though a person's name may: 'Putri Wahyuni'.
        let titled = kind == EntityKind::Organisation && self.cue(at, |cue| cue == NameCue::Title).is_some();
        if noun || titled || self.is_time(at) || self.is_better_known(&tokens, kind) {
            return None;
        }
        let title = self.title.take().filter(|title| (title.end..at).all(|at| !self.reading.is_word(at)));
        // A maker's name before its product is tagged as one who acts: 'rudal Patriot'.
        let is_thing = kind == EntityKind::Person && title.is_none() && self.cue_ends_at(at, NameCue::Thing);
        let evidence = if is_thing { Evidence::AfterThing } else { Evidence::Tagged(kind) };
        let in_title = title.filter(|_| !is_thing);
        let is_person = kind == EntityKind::Person;
        self.push(tokens.clone(), evidence, in_title.clone().filter(|_| is_person));
        if kind == EntityKind::Organisation {
            self.nested_places(at + 1..tokens.end);
        }
        let end = self.bracketed_abbreviation(tokens.end).unwrap_or(tokens.end);
        // 'Kepala BPBD Pacitan Erwin': the organisation is part of the title.
        self.title = in_title.filter(|title| !is_person && title.end == at).map(|title| title.start..end);
        Some(end)
    }

    /// Capitalised words between a title and a person's name that the tagger left out: ordinary ones belong to the title
    /// ('Menteri Tenaga Kerja'), others to the name. Returns where to look next.
    pub(super) fn beside_tagged(&mut self, at: usize) -> Option<usize> {
        self.tagged?;
        let title = self.title.clone().filter(|title| title.end == at)?;
        if self.pack.is_common(self.reading.words[at]) {
            self.title = Some(title.start..at + 1);
            return Some(at + 1);
        }
        let Tagged { tokens, .. } = self.tagged_at(at + 1).filter(|next| next.kind == EntityKind::Person)?;
        self.push(at..tokens.end, Evidence::Tagged(EntityKind::Person), Some(title));
        self.title = None;
        Some(tokens.end)
    }

    /// Whether a run of capitalised words that the tagger left out ends before `at`, where another name or a title begins.
    pub(super) fn tagger_parts(&self, at: usize) -> bool {
        self.tagged.is_some()
            && (self.tagged_at(at).is_some()
                || self.cue(at, |cue| matches!(cue, NameCue::Title | NameCue::Honorific)).is_some()
                || known_at(self.reading, self.packs, at..self.sentence.end).is_some())
    }

    /// What the tagger found at `at`, up to a bracket.
    fn tagged_at(&self, at: usize) -> Option<Tagged> {
        let tagged = self.tagged?;
        let place = tagged.binary_search_by_key(&at, |tagged| tagged.tokens.start).ok()?;
        let Tagged { mut tokens, kind } = tagged[place].clone();
        // An abbreviation in brackets is a mention of its own.
        tokens.end = tokens.clone().find(|&at| self.reading.mark(at) == '(').unwrap_or(tokens.end).max(at + 1);
        Some(Tagged { tokens, kind })
    }

    /// Whether the gazetteer has the whole name, or its first half where a hyphen joins two: 'Rusia-Ukraina'.
    fn is_better_known(&self, tokens: &Range<usize>, kind: EntityKind) -> bool {
        let Some(Known { len, kind: known, risky, .. }) =
            known_at(self.reading, self.packs, tokens.start..self.sentence.end)
        else {
            return false;
        };
        let rest = tokens.start + len;
        let is_pair = self.reading.mark(rest) == '-' && self.reading.is_glued(rest) && kind == EntityKind::Place;
        rest >= tokens.end && !risky || is_pair && known == EntityKind::Place
    }
}
