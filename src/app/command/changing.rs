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
        name: "correct",
        title: Words::new("correct a name", "koreksi nama"),
        doc: Words::new(
            "Merges, splits or renames what is marked here, changes its kind, or says that it is no name.",
            "Menggabung, memisah, atau menamai ulang yang ditandai di sini, mengubah jenisnya, atau menolaknya.",
        ),
        hint: None,
        keys: &["M"],
        place: Place::Panes,
        needs: Need::Marks,
        run: |app, _| {
            app.offer_corrections();
            Vec::new()
        },
    },
    Command {
        name: "select-words",
        title: Words::new("select words", "pilih kata"),
        doc: Words::new(
            "Selects words with the arrows, to add them as a name with Enter or copy them with y.",
            "Memilih kata dengan panah, untuk ditambahkan sebagai nama (Enter) atau disalin (y).",
        ),
        hint: None,
        keys: &["V", "w"],
        place: Place::Article,
        needs: Need::Marks,
        run: |app, _| {
            app.select_words();
            Vec::new()
        },
    },
    Command {
        name: "corrections",
        title: Words::new("corrections made", "koreksi yang ada"),
        doc: Words::new(
            "Lists what you corrected, also before today; Enter takes one back.",
            "Daftar koreksi Anda, juga yang lama; Enter membatalkan satu.",
        ),
        hint: None,
        keys: &["C"],
        place: Place::Panes,
        needs: Need::Nothing,
        run: |app, _| {
            app.list_corrections();
            Vec::new()
        },
    },
    Command {
        name: "undo",
        title: Words::new("undo", "urungkan"),
        doc: Words::new("Takes back the last change that you made.", "Membatalkan perubahan terakhir Anda."),
        hint: None,
        keys: &["U"],
        place: Place::Everywhere,
        needs: Need::Nothing,
        run: |app, _| App::undo(app),
    },
];
