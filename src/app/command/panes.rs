//! Which panes are shown, which has the focus, and how they are set.

use super::{Command, Need, Place};
use crate::app::App;
use crate::app::DEFAULT_MEASURE_COLS;
use crate::app::keymap::Count;
use crate::app::layout::Pane;
use crate::app::msg::Effect;
use crate::app::timeline::Order;
use crate::app::words::{Words, phrase};

pub(super) const COMMANDS: &[Command] = &[
    Command {
        name: "next-pane",
        title: Words::new("next pane", "panel berikutnya"),
        doc: Words::new("Gives the keys to the next pane.", "Memindahkan fokus ke panel berikutnya."),
        hint: None,
        keys: &["<Tab>", "l", "<Right>"],
        place: Place::Everywhere,
        needs: Need::Nothing,
        run: |app, _| by_pane(app, 1),
    },
    Command {
        name: "previous-pane",
        title: Words::new("previous pane", "panel sebelumnya"),
        doc: Words::new("Gives the keys to the pane before.", "Memindahkan fokus ke panel sebelumnya."),
        hint: None,
        keys: &["<S-Tab>", "h", "<Left>"],
        place: Place::Everywhere,
        needs: Need::Nothing,
        run: |app, _| by_pane(app, -1),
    },
    Command {
        name: "timeline",
        title: Words::new("timeline", "linimasa"),
        doc: Words::new("Gives the keys to the timeline.", "Memindahkan fokus ke linimasa."),
        hint: Some(Words::new("timeline", "linimasa")),
        keys: &["T"],
        place: Place::Panes,
        needs: Need::Nothing,
        run: |app, _| {
            app.enter(Pane::Timeline);
            Vec::new()
        },
    },
    Command {
        name: "lists",
        title: Words::new("names, sources", "nama, sumber"),
        doc: Words::new(
            "Shows the list of names; once more, the list of sources.",
            "Menampilkan daftar nama; sekali lagi, daftar sumber.",
        ),
        hint: None,
        keys: &["i"],
        place: Place::Panes,
        needs: Need::Nothing,
        run: |app, _| {
            app.enter(if app.focus == Pane::Names { Pane::Sources } else { Pane::Names });
            Vec::new()
        },
    },
    Command {
        name: "open-event",
        title: Words::new("show the sentence", "tampilkan kalimat"),
        doc: Words::new(
            "Shows the sentence of the event, at the words that gave its date.",
            "Menampilkan kalimat peristiwa, pada kata penunjuk tanggalnya.",
        ),
        hint: Some(Words::new("sentence", "kalimat")),
        keys: &["<Enter>", "gd"],
        place: Place::Timeline,
        needs: Need::Marks,
        run: |app, _| {
            app.open_event();
            Vec::new()
        },
    },
    Command {
        name: "open-row",
        title: Words::new("open", "buka"),
        doc: Words::new(
            "Opens the card of the name, or goes to the first statement of the source.",
            "Membuka kartu nama itu, atau ke pernyataan pertama sumber itu.",
        ),
        hint: Some(Words::new("open", "buka")),
        keys: &["<Enter>"],
        place: Place::Lists,
        needs: Need::Marks,
        run: |app, _| {
            app.open_row();
            Vec::new()
        },
    },
    Command {
        name: "go-to-row",
        title: Words::new("go there", "ke sana"),
        doc: Words::new(
            "Goes to the first mention of the name, or the first statement of the source.",
            "Ke penyebutan pertama nama itu, atau pernyataan pertama sumber itu.",
        ),
        hint: None,
        keys: &["gd"],
        place: Place::Lists,
        needs: Need::Marks,
        run: |app, _| {
            app.go_to_row();
            Vec::new()
        },
    },
    Command {
        name: "order",
        title: Words::new("order of the timeline", "urutan linimasa"),
        doc: Words::new(
            "Switches the timeline between the order of time and that of the text.",
            "Mengubah urutan linimasa: menurut waktu atau menurut teks.",
        ),
        hint: None,
        keys: &["S"],
        place: Place::Panes,
        needs: Need::Marks,
        run: |app, _| switch_order(app),
    },
    Command {
        name: "zen",
        title: Words::new("article only", "artikel saja"),
        doc: Words::new(
            "Shows the article alone, or everything again.",
            "Menampilkan artikel saja, atau semuanya lagi.",
        ),
        hint: None,
        keys: &["z"],
        place: Place::Panes,
        needs: Need::Nothing,
        run: |app, _| {
            let zen = !app.zen;
            app.set_focus(Pane::Article);
            app.zen = zen;
            app.refit();
            Vec::new()
        },
    },
    Command {
        name: "wider",
        title: Words::new("wider text", "teks lebih lebar"),
        doc: Words::new("Sets the text wider.", "Melebarkan teks."),
        hint: None,
        keys: &["+"],
        place: Place::Panes,
        needs: Need::Nothing,
        run: |app, count| widen(app, count, 1),
    },
    Command {
        name: "narrower",
        title: Words::new("narrower text", "teks lebih sempit"),
        doc: Words::new("Sets the text narrower.", "Menyempitkan teks."),
        hint: None,
        keys: &["-"],
        place: Place::Panes,
        needs: Need::Nothing,
        run: |app, count| widen(app, count, -1),
    },
    Command {
        name: "usual-width",
        title: Words::new("usual text width", "lebar teks biasa"),
        doc: Words::new("Sets the text as wide as at the start.", "Mengembalikan lebar teks semula."),
        hint: None,
        keys: &["="],
        place: Place::Panes,
        needs: Need::Nothing,
        run: |app, _| {
            let usual = app.options.measure_cols.unwrap_or(DEFAULT_MEASURE_COLS);
            set_measure(app, usual)
        },
    },
];

fn by_pane(app: &mut App, step: isize) -> Vec<Effect> {
    let layout = app.layout();
    let ring: Vec<Pane> = match layout.tabbed || app.focus.is_library() {
        true => app.focus.siblings().to_vec(),
        false => layout.panes.iter().map(|placed| placed.pane).collect(),
    };
    let here = ring.iter().position(|&pane| pane == app.focus).unwrap_or(0) as isize;
    app.enter(ring[(here + step).rem_euclid(ring.len() as isize) as usize]);
    Vec::new()
}

fn switch_order(app: &mut App) -> Vec<Effect> {
    let Some(reading) = app.reading_mut() else { return Vec::new() };
    let (order, words) = match reading.timeline.order {
        Order::Time => (Order::Text, phrase::BY_TEXT),
        Order::Text => (Order::Time, phrase::BY_TIME),
    };
    reading.timeline.order = order;
    app.refit();
    let text = format!("{}: {}", app.words(phrase::TIMELINE), app.words(words));
    app.say(text);
    Vec::new()
}

fn widen(app: &mut App, count: Count, direction: i32) -> Vec<Effect> {
    const STEP_COLS: i32 = 4;
    // The measure may be wider than there is room: begin from what is seen.
    let seen = i32::from(app.text_area().width.min(app.measure_cols));
    let wanted = seen + direction * STEP_COLS * count.or_one().min(100) as i32;
    set_measure(app, wanted.clamp(20, 240) as u16)
}

fn set_measure(app: &mut App, measure_cols: u16) -> Vec<Effect> {
    app.measure_cols = measure_cols;
    app.refit();
    let text = format!("{}: {}", app.words(phrase::WIDTH), app.text_area().width);
    app.say(text);
    Vec::new()
}
