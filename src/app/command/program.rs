//! Help, leaving, and what concerns the terminal.

use super::{Command, Need, Place};
use crate::app::App;
use crate::app::layers::Layer;
use crate::app::layers::picker::Picker;
use crate::app::layout::Pane;
use crate::app::msg::Effect;
use crate::app::words::{Words, phrase};

pub(super) const COMMANDS: &[Command] = &[
    Command {
        name: "help",
        title: Words::new("help", "bantuan"),
        doc: Words::new("Lists every command that works here.", "Daftar perintah yang berlaku di sini."),
        hint: Some(Words::new("help", "bantuan")),
        keys: &["?", "<F1>", ":", "<C-p>"],
        place: Place::Everywhere,
        needs: Need::Nothing,
        run: |app, _| {
            app.push_layer(|app| Some(Layer::Picker(Picker::commands(app))));
            Vec::new()
        },
    },
    Command {
        name: "mouse",
        title: Words::new("mouse on or off", "tetikus aktif atau mati"),
        doc: Words::new(
            "Gives the mouse back to the terminal, so that text can be selected, or takes it again.",
            "Menyerahkan tetikus kepada terminal agar teks bisa dipilih, atau mengambilnya lagi.",
        ),
        hint: None,
        keys: &["<F6>"],
        place: Place::Everywhere,
        needs: Need::Nothing,
        run: |app, _| {
            app.mouse_captured = !app.mouse_captured;
            app.say_words(if app.mouse_captured { phrase::MOUSE_ON } else { phrase::MOUSE_OFF });
            vec![Effect::CaptureMouse(app.mouse_captured)]
        },
    },
    Command {
        name: "redraw",
        title: Words::new("redraw", "gambar ulang"),
        doc: Words::new("Draws the whole screen anew.", "Menggambar ulang seluruh layar."),
        hint: None,
        keys: &["<C-l>"],
        place: Place::Always,
        needs: Need::Nothing,
        run: |_, _| vec![Effect::Redraw],
    },
    Command {
        name: "suspend",
        title: Words::new("suspend", "tangguhkan"),
        doc: Words::new("Hands the terminal back to the shell until `fg`.", "Kembali ke shell sampai `fg`."),
        hint: None,
        keys: &["<C-z>"],
        place: Place::Always,
        needs: Need::Nothing,
        run: |_, _| vec![Effect::Suspend],
    },
    Command {
        name: "step-back",
        title: Words::new("step back, then quit", "mundur, lalu keluar"),
        doc: Words::new(
            "Leaves a list or the article-only view, then goes to the library if the article came from there; else it quits.",
            "Meninggalkan daftar atau tampilan artikel saja, lalu ke pustaka bila artikel berasal dari sana; selain itu, keluar.",
        ),
        hint: Some(Words::new("quit", "keluar")),
        keys: &["q"],
        place: Place::Everywhere,
        needs: Need::Nothing,
        run: |app, _| step_back(app),
    },
    Command {
        name: "quit",
        title: Words::new("quit", "keluar"),
        doc: Words::new("Quits at once.", "Keluar seketika."),
        hint: None,
        keys: &["Q"],
        place: Place::Everywhere,
        needs: Need::Nothing,
        run: |_, _| vec![Effect::Quit],
    },
    Command {
        name: "interrupt",
        title: Words::new("quit from anywhere", "keluar dari mana pun"),
        doc: Words::new("Quits at once, even while you are typing.", "Keluar seketika, juga saat mengetik."),
        hint: None,
        keys: &["<C-c>"],
        place: Place::Always,
        needs: Need::Nothing,
        run: |_, _| vec![Effect::Quit],
    },
];

fn step_back(app: &mut App) -> Vec<Effect> {
    if app.focus == Pane::Articles {
        return vec![Effect::Quit];
    }
    let is_shelved = app.documents.get(app.current).is_some_and(|document| document.shelved.is_some());
    if app.focus.is_library() || (app.focus == Pane::Article && !app.zen && is_shelved) {
        return app.show_shelf();
    }
    if app.focus != Pane::Article || app.zen {
        app.zen = false;
        app.set_focus(Pane::Article);
        return Vec::new();
    }
    vec![Effect::Quit]
}
