//! One thing with its names as a plain value: what the lists in `assets` say of it, before it is compiled or added.

use std::collections::BTreeMap;

use super::PlaceKind;
use crate::model::{EntityKind, OutletFacts};

/// One thing that has names.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub kind: EntityKind,
    /// The name where an article's language has no other.
    pub name: String,
    /// Names by language code.
    pub localised: BTreeMap<String, String>,
    pub outlet: Option<OutletFacts>,
    pub place: Option<PlaceEntry>,
    /// Everything that leads to it, the name itself too.
    pub forms: Vec<Form>,
}

/// What is known of a place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceEntry {
    pub kind: PlaceKind,
    /// ISO 3166 alpha-2 code; empty for what lies in several countries or none.
    pub country: String,
    /// Degrees north and east.
    pub coordinates: Option<(f32, f32)>,
}

/// One way to write a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    pub text: String,
    pub role: Role,
    /// Whether it is an ordinary word or another name too, so that it counts only beside a cue.
    pub risky: bool,
}

/// What a form does with its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It names it.
    Name,
    /// It is the adjective of the place, or its people: 'Russian', 'Dutchmen'.
    Demonym,
}

impl Entry {
    /// Something that is known by `names`, the first of which is what it is called.
    pub fn new<'n>(kind: EntityKind, names: impl IntoIterator<Item = &'n str>) -> Entry {
        let mut entry = Entry {
            kind,
            name: String::new(),
            localised: BTreeMap::new(),
            outlet: None,
            place: None,
            forms: Vec::new(),
        };
        for name in names {
            entry.add_form(name, Role::Name);
        }
        entry.name = entry.forms.first().map_or_else(String::new, |form| form.text.clone());
        entry
    }

    /// Lets `text` lead here; a form that does already is left as it is.
    pub(super) fn add_form(&mut self, text: &str, role: Role) {
        if !self.forms.iter().any(|form| form.text == text && form.role == role) {
            self.forms.push(Form { text: text.to_owned(), role, risky: false });
        }
    }

    /// Marks those of its forms that `risky` lists.
    pub(super) fn mark_risky(&mut self, risky: &[String]) {
        for form in &mut self.forms {
            form.risky |= risky.contains(&form.text);
        }
    }

    /// The words of a person's name that are names of other people too.
    pub(super) fn name_parts(&self) -> impl Iterator<Item = &str> {
        let parts = self.name.split_whitespace().filter(|part| part.starts_with(char::is_uppercase));
        parts.filter(|_| self.kind == EntityKind::Person)
    }
}

impl Form {
    /// The only spelling that counts, if the form is an abbreviation: short, and in capitals throughout.
    pub(super) fn exact(&self) -> Option<&str> {
        let is_abbreviation = self.text.chars().count() <= 5 && self.text.chars().all(char::is_uppercase);
        is_abbreviation.then_some(self.text.as_str())
    }
}
