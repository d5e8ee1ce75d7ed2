//! The pickers that lead to a correction.

use super::{Reach, Step, Subject, article_name, told};
use crate::app::App;
use crate::app::explain::kind_words;
use crate::app::layers::picker::{Choice, Item, Picker};
use crate::app::words::{Words, phrase};
use crate::model::{Entity, EntityId, EntityKind, Span};

/// What can be done about the subject; about none, what can be done at all.
pub(super) fn subject(app: &App, subject: Option<Subject>) -> Option<Picker> {
    let menu = Menu { app };
    let mut items = Vec::new();
    if let Some(subject) = subject {
        items.extend(menu.of_entity(subject)?);
        items.extend(menu.of_words(subject));
    }
    items.push(menu.item(phrase::ADD_WORDS, "", phrase::ADD_WORDS_DOC, Step::Select));
    let made = app.corrections.len();
    if made > 0 {
        items.push(menu.item(phrase::ALL_CORRECTIONS, &made.to_string(), phrase::ALL_CORRECTIONS_DOC, Step::List));
    }
    Some(Picker::new(app, phrase::TITLE_CORRECT, phrase::HINT_CHOOSE, items))
}

/// Every other name, to be one with.
pub(super) fn others(app: &App, subject: Subject) -> Option<Picker> {
    let choice = |other| (other != subject.entity).then_some(Choice::Step(Step::Join { subject, other }));
    Picker::entities(app, phrase::TITLE_MERGE, phrase::HINT_CHOOSE, choice)
}

/// Every name, one of which the words mean as well.
pub(super) fn owners(app: &App, words: Span) -> Option<Picker> {
    let choice = |entity| Some(Choice::Step(Step::AddTo { words, entity }));
    Picker::entities(app, phrase::TITLE_ADD_TO, phrase::HINT_CHOOSE, choice)
}

/// Every kind but its own.
pub(super) fn kinds(app: &App, subject: Subject) -> Option<Picker> {
    let own = app.marked()?.1.analysis.entities[subject.entity].kind;
    let kinds = EntityKind::ALL.into_iter().filter(|&kind| kind != own);
    let items = kinds.map(|kind| Menu { app }.kind(kind, Step::Become { subject, kind }));
    Some(Picker::new(app, phrase::TITLE_KIND, phrase::HINT_CHOOSE, items.collect()))
}

/// What selected words can be.
pub(super) fn words(app: &App, words: Span) -> Picker {
    let menu = Menu { app };
    let kinds = EntityKind::ALL.into_iter().map(|kind| menu.kind(kind, Step::Add { words, kind }));
    let mut items: Vec<Item> = kinds.collect();
    if app.marked().is_some_and(|(_, marks)| !marks.names().is_empty()) {
        items.push(menu.item(phrase::ADD_FOR, "", phrase::ADD_FOR_DOC, Step::AddFor { words }));
    }
    Picker::new(app, phrase::TITLE_ADD, phrase::HINT_CHOOSE, items)
}

/// Every correction, the latest first.
pub(super) fn corrections(app: &App) -> Picker {
    let items = app.corrections.iter().enumerate().rev().map(|(index, correction)| Item {
        lead: None,
        text: told::told(correction, app.options.locale),
        detail: String::new(),
        keywords: correction.action(),
        doc: app.words(phrase::TAKE_BACK_DOC).to_owned(),
        choice: Choice::Step(Step::TakeBack(index)),
    });
    Picker::new(app, phrase::TITLE_CORRECTIONS, phrase::HINT_CORRECTIONS, items.collect())
}

struct Menu<'a> {
    app: &'a App,
}

impl Menu<'_> {
    fn item(&self, text: Words, detail: &str, doc: Words, step: Step) -> Item {
        self.filled(text, "", detail, doc, step)
    }

    /// An item about words, which stand in its text.
    fn filled(&self, text: Words, words: &str, detail: &str, doc: Words, step: Step) -> Item {
        Item {
            lead: None,
            text: self.app.words(text).replace("{}", words),
            detail: detail.to_owned(),
            keywords: "",
            doc: self.app.words(doc).to_owned(),
            choice: Choice::Step(step),
        }
    }

    fn kind(&self, kind: EntityKind, step: Step) -> Item {
        self.item(kind_words(kind), "", phrase::KIND_DOC, step)
    }

    /// What concerns the entity, wherever it is named.
    fn of_entity(&self, subject: Subject) -> Option<Vec<Item>> {
        let (_, marks) = self.app.marked()?;
        let Entity { name, kind, .. } = &marks.analysis.entities[subject.entity];
        let kind = self.app.words(kind_words(*kind));
        let mut items = Vec::new();
        if marks.names().len() > 2 {
            items.push(self.filled(phrase::MERGE, name, "", phrase::MERGE_DOC, Step::Merge(subject)));
        }
        items.push(self.filled(phrase::RENAME, name, "", phrase::RENAME_DOC, Step::Rename(subject)));
        items.push(self.item(phrase::CHANGE_KIND, kind, phrase::CHANGE_KIND_DOC, Step::Kind(subject)));
        Some(items)
    }

    /// What concerns the words that the reader points at, or the name where there are none.
    fn of_words(&self, subject: Subject) -> Vec<Item> {
        let Some((reading, marks)) = self.app.marked() else { return Vec::new() };
        let mut items = Vec::new();
        if let Some(form) = self.app.form(subject).filter(|_| self.has_other_forms(subject)) {
            let split = |text, reach| self.filled(text, form, "", phrase::SPLIT_DOC, Step::Split { subject, reach });
            if article_name(&reading.article).is_some() {
                items.push(split(phrase::SPLIT_HERE, Reach::ThisArticle));
            }
            items.push(split(phrase::SPLIT_EVERYWHERE, Reach::EveryArticle));
        }
        let form = self.app.form(subject).unwrap_or(&marks.analysis.entities[subject.entity].name);
        items.push(self.filled(phrase::NOT_A_NAME, form, "", phrase::NOT_A_NAME_DOC, Step::NotAName(subject)));
        items
    }

    /// Whether something is left of the entity when the words that the reader points at are split off.
    fn has_other_forms(&self, subject: Subject) -> bool {
        let form = |id: EntityId, of: &dyn Fn(&str) -> bool| {
            let Some((reading, marks)) = self.app.marked() else { return false };
            let mentions = &marks.analysis.entities[id].mentions;
            mentions.iter().any(|&id| of(marks.analysis.mentions[id].span.of(&reading.article.body)))
        };
        let Some(own) = self.app.form(subject) else { return false };
        form(subject.entity, &|other| other.to_lowercase() != own.to_lowercase())
    }
}
