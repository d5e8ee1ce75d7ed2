//! The list of events that the text does not date, each to be jumped to. They are not on the timeline.

use super::App;
use super::chain::Chains;
use super::explain::status_words;
use super::layers::picker::{Choice, Goal, Item, Lead, LeadKind, Picker};
use super::words::phrase;
use crate::model::Event;

/// Every undated event that the lens leaves; none where there are none.
pub(super) fn picker(app: &App) -> Option<Picker> {
    let (reading, marks) = app.marked()?;
    let chains = Chains { article: &reading.article, marks, locale: app.options.locale };
    let items: Vec<Item> = marks.undated().map(|event| item(app, chains, event)).collect();
    (!items.is_empty()).then(|| Picker::new(app, phrase::TITLE_UNDATED, phrase::HINT_NAMES, items).widened(app))
}

fn item(app: &App, chains: Chains, event: &Event<()>) -> Item {
    let analysis = &chains.marks.analysis;
    Item {
        lead: Some(Lead { text: app.words(status_words(event.status)).to_owned(), kind: LeadKind::Label }),
        text: event.label_text(&chains.article.body),
        detail: event.place.map(|id| analysis.entities[id].name.clone()).unwrap_or_default(),
        keywords: "",
        doc: event
            .attribution
            .map(|id| chains.of(&analysis.attributions[id]).text(app.options.glyphs))
            .unwrap_or_default(),
        choice: Choice::Go(Goal { offset: event.clause.start, shown: None }),
    }
}
