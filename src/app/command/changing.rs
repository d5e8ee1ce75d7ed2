//! Putting right what the program got wrong, and taking it back.

use super::{Command, Need, Place};
use crate::app::App;
use crate::app::layers::Layer;
use crate::app::layers::dating::DatePrompt;
use crate::app::words::Words;

pub(super) const COMMANDS: &[Command] = &[
    Command {
        name: "set-published",
        title: Words::new("set the day of publication", "tetapkan tanggal terbit"),
        doc: Words::new(
            "Says when the article was published; relative dates are counted from there.",
            "Menetapkan kapan artikel terbit; tanggal relatif dihitung dari situ.",
        ),
        hint: None,
        keys: &["D"],
        place: Place::Panes,
        needs: Need::Text,
        run: |app, _| {
            app.push_layer(|app| DatePrompt::new(app).map(Layer::Date));
            Vec::new()
        },
    },
    Command {
        name: "undo",
        title: Words::new("undo", "urungkan"),
        doc: Words::new("Takes back the last change that you made.", "Membatalkan perubahan terakhir Anda."),
        hint: None,
        keys: &["U"],
        place: Place::Panes,
        needs: Need::Nothing,
        run: |app, _| App::undo(app),
    },
];
