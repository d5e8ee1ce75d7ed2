//! Correcting names: from what the reader points at, step by step, to one correction that is written down.
//!
//! Each step is an item of a picker or the end of a prompt. What a correction does to the marks is not decided here: once it
//! is written down, every open article is analysed anew.

mod menus;
pub mod told;

use std::sync::Arc;

use super::App;
use super::changes::Change;
use super::layers::Layer;
use super::layers::naming::{NamePrompt, Naming};
use super::layers::selecting::Selecting;
use super::layout::Pane;
use super::marks::NameRow;
use super::msg::Effect;
use super::words::phrase;
use crate::model::{Article, Basis, Correction, Edit, EntityId, EntityKind, MentionId, Span};

/// What is to be corrected: an entity, and the words that name it where the reader points at some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    pub entity: EntityId,
    pub mention: Option<MentionId>,
}

/// Where a correction holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    ThisArticle,
    EveryArticle,
}

/// One choice on the way to a correction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Choose whom it is one with.
    Merge(Subject),
    Join {
        subject: Subject,
        other: EntityId,
    },
    Rename(Subject),
    /// Choose another kind.
    Kind(Subject),
    Become {
        subject: Subject,
        kind: EntityKind,
    },
    /// Say whom these words mean.
    Split {
        subject: Subject,
        reach: Reach,
    },
    NotAName(Subject),
    /// Select words to be added.
    Select,
    Add {
        words: Span,
        kind: EntityKind,
    },
    /// Choose whose name the words are too.
    AddFor {
        words: Span,
    },
    AddTo {
        words: Span,
        entity: EntityId,
    },
    /// See all corrections.
    List,
    /// Take this one of all corrections back.
    TakeBack(usize),
}

impl App {
    /// Offers what can be corrected where the reader is.
    pub(super) fn offer_corrections(&mut self) {
        self.push_layer(|app| menus::subject(app, app.subject()).map(Layer::Picker));
    }

    /// Shows every correction, the latest first.
    pub(super) fn list_corrections(&mut self) {
        if self.corrections.is_empty() {
            return self.say_words(phrase::NO_CORRECTIONS);
        }
        self.push_layer(|app| Some(Layer::Picker(menus::corrections(app))));
    }

    /// Begins to select words, at the cursor.
    pub(super) fn select_words(&mut self) {
        self.set_focus(Pane::Article);
        let selecting = self.reading().and_then(Selecting::new);
        if selecting.is_none() {
            self.say_words(phrase::NO_TEXT);
        }
        self.layers.extend(selecting.map(Layer::Selecting));
    }

    /// Offers what the selected words can be added as.
    pub(super) fn offer_kinds_of_words(&mut self, words: Span) {
        self.push_layer(|app| Some(Layer::Picker(menus::words(app, words))));
    }

    /// The words that are being selected.
    pub fn selected_words(&self) -> Option<Span> {
        self.layers.iter().find_map(|layer| match layer {
            Layer::Selecting(selecting) => Some(selecting.words()),
            _ => None,
        })
    }

    /// What the reader points at: the selected row of a list, else the name under the cursor.
    fn subject(&self) -> Option<Subject> {
        let (reading, marks) = self.marked()?;
        let of_entity = |entity| Subject { entity, mention: None };
        match self.focus {
            Pane::Names => match marks.names().get(reading.names.selected)? {
                NameRow::Name { entity, .. } => Some(of_entity(*entity)),
                NameRow::Heading { .. } => None,
            },
            Pane::Sources => match marks.bases.get(reading.sources.selected)?.0 {
                Basis::Outlet(entity) | Basis::Primary(entity) | Basis::Speaker(entity) => Some(of_entity(entity)),
                Basis::Publisher => marks.analysis.publisher.map(of_entity),
                Basis::Unnamed => None,
            },
            Pane::Article | Pane::Timeline => {
                let mention = marks.analysis.mention_at(reading.cursor)?;
                Some(Subject { entity: marks.analysis.mentions[mention].entity, mention: Some(mention) })
            }
            Pane::Sections | Pane::Articles | Pane::Preview => None,
        }
    }

    /// Goes one step on.
    pub(super) fn take_step(&mut self, step: Step) -> Vec<Effect> {
        match step {
            Step::Merge(subject) => self.push_layer(|app| menus::others(app, subject).map(Layer::Picker)),
            Step::Kind(subject) => self.push_layer(|app| menus::kinds(app, subject).map(Layer::Picker)),
            Step::AddFor { words } => self.push_layer(|app| menus::owners(app, words).map(Layer::Picker)),
            Step::Rename(_) | Step::Split { .. } => {
                self.push_layer(|app| Some(Layer::Name(NamePrompt::new(app.naming(step)?))));
            }
            Step::Select => self.select_words(),
            Step::List => self.list_corrections(),
            Step::TakeBack(index) => {
                let correction = self.corrections.get(index).cloned();
                return correction.map_or_else(Vec::new, |it| self.edit(Edit::TakeBack(it)));
            }
            Step::Join { .. } | Step::Become { .. } | Step::NotAName(_) | Step::Add { .. } | Step::AddTo { .. } => {
                let correction = self.correction(step);
                return correction.map_or_else(Vec::new, |correction| self.correct(correction));
            }
        }
        Vec::new()
    }

    /// Has a correction written down; it holds when that is done. The cursor stays, at the start of what was selected.
    pub(super) fn correct(&mut self, correction: Correction) -> Vec<Effect> {
        if let Some(words) = self.selected_words() {
            self.move_to(words.start);
        }
        self.layers.clear();
        self.edit(Edit::Append(correction))
    }

    /// Has the list of corrections changed: one change after the other, so that the last answer is the latest.
    pub(super) fn edit(&mut self, edit: Edit) -> Vec<Effect> {
        self.edits.push_back(edit.clone());
        if self.edits.len() == 1 { vec![Effect::Correct(edit)] } else { Vec::new() }
    }

    /// Goes on to the next change, after one was answered.
    pub(super) fn next_edit(&mut self) -> Vec<Effect> {
        self.edits.pop_front();
        self.edits.front().cloned().map(Effect::Correct).into_iter().collect()
    }

    /// What the reader is asked to name.
    fn naming(&self, step: Step) -> Option<Naming> {
        let (reading, marks) = self.marked()?;
        let name = |subject: Subject| marks.analysis.entities[subject.entity].name.clone();
        match step {
            Step::Rename(subject) => Some(Naming::Entity { name: name(subject) }),
            Step::Split { subject, reach } => Some(Naming::Words {
                words: self.form(subject)?.to_owned(),
                from: name(subject),
                article: (reach == Reach::ThisArticle).then(|| article_name(&reading.article)).flatten(),
            }),
            _ => None,
        }
    }

    /// The correction that a last step makes.
    fn correction(&self, step: Step) -> Option<Correction> {
        let (reading, marks) = self.marked()?;
        let entities = &marks.analysis.entities;
        let written = |words: Span| words.of(&reading.article.body).to_owned();
        Some(match step {
            Step::Join { subject, other } => {
                let (one, other) = (&entities[subject.entity], &entities[other]);
                let names = vec![one.name.clone(), other.name.clone()];
                Correction::Merge { names, into: other.name.clone(), kind: Some(other.kind) }
            }
            Step::Become { subject, kind } => Correction::Kind { name: entities[subject.entity].name.clone(), kind },
            Step::NotAName(subject) => {
                let name = self.form(subject).unwrap_or(&entities[subject.entity].name).to_owned();
                Correction::NotAName { name }
            }
            Step::Add { words, kind } => Correction::Add { words: written(words), kind, name: None },
            Step::AddTo { words, entity } => {
                let owner = &entities[entity];
                Correction::Add { words: written(words), kind: owner.kind, name: Some(owner.name.clone()) }
            }
            _ => return None,
        })
    }

    /// The words that the reader points at.
    fn form(&self, subject: Subject) -> Option<&str> {
        let (reading, marks) = self.marked()?;
        subject.mention.map(|id| marks.analysis.mentions[id].span.of(&reading.article.body))
    }

    /// Takes the corrections that hold from now on, and what was done to them.
    pub(super) fn take_corrections(&mut self, edit: Edit, corrections: Arc<[Correction]>) -> Vec<Effect> {
        self.corrections = corrections;
        match edit {
            Edit::Append(correction) => {
                self.say(told::done(&correction, self.width_cols, self.options.locale));
                self.changes.push(Change::Corrected(correction));
            }
            Edit::TakeBack(correction) => {
                let told = told::told(&correction, self.options.locale);
                self.say(self.words(phrase::TAKEN_BACK).replace("{}", &told));
                let change = Change::Corrected(correction);
                if let Some(index) = self.changes.iter().rposition(|it| *it == change) {
                    self.changes.remove(index);
                }
            }
        }
        let mut effects = self.next_edit();
        effects.extend(self.analyse_all());
        effects
    }
}

/// What an article is known by in corrections that hold for it alone; nothing for text that was piped in, which has no
/// name of its own.
pub(super) fn article_name(article: &Article) -> Option<String> {
    article.url.clone().or_else(|| Some(article.id.clone()).filter(|id| id != "-"))
}
