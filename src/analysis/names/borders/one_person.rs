//! Whether two names that the tagger parted are those of one person: 'Maria', 'der Heide'; 'Okonjo', 'Reyes'.

use super::edges::Edges;
use crate::analysis::names::tagger::Tagged;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;

/// The most small words within a person's name: 'von der'.
const MOST_PARTICLES: usize = 2;

/// The longest given name that is cut short, in bytes: 'Moh. Rizki'.
const SHORT_NAME_BYTES: usize = 4;

impl Edges<'_> {
    pub(super) fn are_one_person(&self, before: &Tagged, name: &Tagged) -> bool {
        let particles = before.tokens.end..name.tokens.start;
        let is_particle = |at: usize| self.scene.is_hint(at, NameHint::Particle) && !self.reading.is_capitalised(at);
        // 'Moh. Rizki': a given name cut short.
        let is_short = before.tokens.len() == 1 && self.reading.text(before.tokens.start).len() <= SHORT_NAME_BYTES;
        let is_cut = particles.len() == 1 && is_short && self.reading.mark(particles.start) == '.';
        let is_double =
            particles.len() == 1 && (self.joins_family_names(particles.start) || self.is_borne_title(particles.start));
        let are_people = before.kind == EntityKind::Person && name.kind == EntityKind::Person;
        // 'Constance Abernathy', 'Liu': nobody who is told of beside another has one name less.
        let is_half = before.tokens.len() > 1 && name.tokens.len() == 1 && self.scene.pack.full_names;
        let is_double = is_double || is_half && particles.len() == 1 && self.is_glued_family(particles.start);
        are_people
            && particles.len() <= MOST_PARTICLES
            && (is_cut || is_double || particles.into_iter().all(is_particle))
    }

    /// Whether a word behind a title was taken for the place of the office, though people bear it and no list has such a
    /// place, and the rest of the name stands right behind it: 'Bupati', 'Paramitha', 'Widya Kusuma'.
    pub(super) fn is_given_name_as_place(&self, before: &Tagged, name: &Tagged) -> bool {
        let at = before.tokens.start;
        let is_village =
            || (at.saturating_sub(2)..at).any(|from| self.scene.is_hint_of(from..at, NameHint::VillageTitle));
        before.kind == EntityKind::Place
            && name.kind == EntityKind::Person
            && before.tokens.len() == 1
            && before.tokens.end == name.tokens.start
            && self.scene.known(before.tokens.clone()).is_none()
            && self.scene.is_person_word(at)
            && self.is_behind_title(at)
            && !self.scene.begins_birth_name(name.tokens.start)
            && !is_village()
    }

    /// Whether somebody in a list has a given name that is a place elsewhere: 'hakim Djuyamto, Agam Syarif Baharuddin'.
    pub(super) fn is_listed_person(&self, before: &Tagged, name: &Tagged) -> bool {
        let at = before.tokens.start;
        let is_listed = at > 0 && (self.reading.mark(at - 1) == ',' || self.scene.is_cue(at - 1, NameCue::And));
        before.kind == EntityKind::Place
            && name.kind == EntityKind::Person
            && before.tokens.len() == 1
            && before.tokens.end == name.tokens.start
            && name.tokens.len() > 1
            && self.scene.is_given_name(at)
            && is_listed
    }

    /// A title that people bear as a name: 'Putra' of 'Agung Putra Sukahet'.
    pub(super) fn is_borne_title(&self, at: usize) -> bool {
        self.scene.is_borne(at) && self.reading.is_capitalised(at) && self.scene.is_cue(at, NameCue::Title)
    }

    /// The hyphen of 'Okonjo-Reyes': behind it stands a family name that is no given name, and neither half is one by which
    /// somebody is known ('Trump-Putin').
    fn joins_family_names(&self, hyphen: usize) -> bool {
        self.is_glued_family(hyphen) && !self.scene.is_given_name(hyphen + 1)
    }

    fn is_glued_family(&self, hyphen: usize) -> bool {
        let is_known = |at: usize| self.scene.is_known(at..at + 1, EntityKind::Person);
        self.reading.mark(hyphen) == '-'
            && self.reading.is_glued(hyphen)
            && self.reading.is_glued(hyphen + 1)
            && self.scene.is_family_name(hyphen + 1)
            && !is_known(hyphen - 1)
            && !is_known(hyphen + 1)
    }
}
