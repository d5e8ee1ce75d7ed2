//! A line that is typed for the library: a query, tags, a note, the name of a view, an address.

use tui_input::Input;

use super::msg::Ask;
use crate::app::App;
use crate::app::layers::{Layer, edit, insert};
use crate::app::msg::{Effect, Key, KeyCode};
use crate::app::words::{Words, phrase};
use crate::model::{Act, View};

/// A line being typed.
#[derive(Clone, Debug)]
pub struct Line {
    pub input: Input,
    pub purpose: Purpose,
    /// What the list showed before, if it follows what is typed.
    before: String,
}

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The list follows what is typed.
    Query,
    /// Tags, parted by commas: all that the article is to have.
    Tags,
    Note,
    ViewName,
    Add,
}

impl Line {
    /// Begins with what is there already.
    pub(in crate::app) fn new(app: &App, purpose: Purpose) -> Option<Line> {
        let shelf = app.shelf.as_ref()?;
        let text = match purpose {
            // A word more narrows what is listed.
            Purpose::Query if !shelf.query.is_empty() => format!("{} ", shelf.query),
            Purpose::Query => String::new(),
            Purpose::Tags => app.marked_article()?.standing.tags.join(", "),
            Purpose::Note => app.marked_article()?.standing.note.clone(),
            Purpose::ViewName | Purpose::Add => String::new(),
        };
        Some(Line { input: Input::new(text), purpose, before: shelf.query.clone() })
    }

    /// What is asked for, before the line.
    pub fn asks(&self) -> Words {
        match self.purpose {
            Purpose::Query => phrase::LINE_QUERY,
            Purpose::Tags => phrase::LINE_TAGS,
            Purpose::Note => phrase::LINE_NOTE,
            Purpose::ViewName => phrase::LINE_VIEW,
            Purpose::Add => phrase::LINE_ADD,
        }
    }

    pub(in crate::app) fn key(mut self, app: &mut App, key: Key) -> Vec<Effect> {
        if key.code == KeyCode::Enter {
            return self.accept(app);
        }
        let is_changed = edit(&mut self.input, key);
        self.go_on(app, is_changed)
    }

    pub(in crate::app) fn paste(mut self, app: &mut App, text: &str) -> Vec<Effect> {
        insert(&mut self.input, text);
        self.go_on(app, true)
    }

    /// A query is asked as it is typed.
    fn go_on(self, app: &mut App, is_changed: bool) -> Vec<Effect> {
        let query = self.input.value().trim().to_owned();
        let follows = is_changed && self.purpose == Purpose::Query;
        app.layers.push(Layer::Line(self));
        if follows { app.find(query) } else { Vec::new() }
    }

    /// Goes back to what the list showed.
    pub(in crate::app) fn cancel(self, app: &mut App) -> Vec<Effect> {
        if self.purpose == Purpose::Query { app.find(self.before) } else { Vec::new() }
    }

    fn accept(self, app: &mut App) -> Vec<Effect> {
        let typed = self.input.value().trim().to_owned();
        match self.purpose {
            Purpose::Query => app.find(typed),
            Purpose::Note => app.act(|_| Act::Note(typed)),
            Purpose::Tags => set_tags(app, &typed),
            Purpose::ViewName | Purpose::Add if typed.is_empty() => Vec::new(),
            Purpose::ViewName => {
                let view = View { name: typed, query: self.before };
                vec![Effect::Shelf(Ask::SaveView(view))]
            }
            Purpose::Add => {
                app.say_words(phrase::ADDING);
                vec![Effect::Shelf(Ask::Add(typed))]
            }
        }
    }
}

/// Gives the article the tags that were typed, and takes away the others.
fn set_tags(app: &App, typed: &str) -> Vec<Effect> {
    let Some(row) = app.marked_article() else { return Vec::new() };
    let has = |tags: &[String], name: &str| tags.iter().any(|tag| tag.eq_ignore_ascii_case(name));
    let wanted: Vec<String> =
        typed.split(',').map(|tag| tag.trim().replace('"', "")).filter(|tag| !tag.is_empty()).collect();
    let gone = row.standing.tags.iter().filter(|tag| !has(&wanted, tag)).cloned().map(Act::Untag);
    let new = wanted.iter().filter(|tag| !has(&row.standing.tags, tag)).cloned().map(Act::Tag);
    gone.chain(new).map(|act| Effect::Shelf(Ask::Act { ids: vec![row.id], act })).collect()
}
