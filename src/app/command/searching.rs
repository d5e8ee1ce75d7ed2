//! Searching in the article, and going from match to match.

use super::{Command, Need, Place};
use crate::app::App;
use crate::app::keymap::Count;
use crate::app::layers::Layer;
use crate::app::layers::prompt::Prompt;
use crate::app::marks::Towards;
use crate::app::msg::Effect;
use crate::app::words::Words;

pub(super) const COMMANDS: &[Command] = &[
    Command {
        name: "search",
        title: Words::new("search", "cari"),
        doc: Words::new(
            "Searches the article; capitals count only if you type one.",
            "Mencari dalam artikel; huruf besar dibedakan hanya bila diketik.",
        ),
        hint: None,
        keys: &["/"],
        place: Place::Panes,
        needs: Need::Text,
        run: |app, _| ask(app, Towards::End),
    },
    Command {
        name: "search-back",
        title: Words::new("search backwards", "cari mundur"),
        doc: Words::new(
            "Searches towards the beginning, as `?` does elsewhere.",
            "Mencari ke arah awal, seperti `?` di program lain.",
        ),
        hint: None,
        keys: &["\\"],
        place: Place::Panes,
        needs: Need::Text,
        run: |app, _| ask(app, Towards::Start),
    },
    Command {
        name: "next-match",
        title: Words::new("next match", "temuan berikutnya"),
        doc: Words::new("To the next match of the search.", "Ke temuan berikutnya."),
        hint: None,
        keys: &["n"],
        place: Place::Panes,
        needs: Need::Search,
        run: |app, count| by_match(app, count, |towards| towards),
    },
    Command {
        name: "previous-match",
        title: Words::new("previous match", "temuan sebelumnya"),
        doc: Words::new("To the match before.", "Ke temuan sebelumnya."),
        hint: None,
        keys: &["N"],
        place: Place::Panes,
        needs: Need::Search,
        run: |app, count| by_match(app, count, Towards::reversed),
    },
];

fn ask(app: &mut App, towards: Towards) -> Vec<Effect> {
    app.push_layer(|app| Some(Layer::Prompt(Prompt::new(app.reading()?, towards))));
    Vec::new()
}

fn by_match(app: &mut App, count: Count, direction: fn(Towards) -> Towards) -> Vec<Effect> {
    for _ in 0..count.or_one() {
        let Some(search) = app.reading().and_then(|reading| reading.search.as_ref()) else { break };
        app.go_to_match(direction(search.towards));
    }
    Vec::new()
}
