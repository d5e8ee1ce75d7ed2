//! Jumping between what is marked, and back again.

use super::{Command, Need, Place};
use crate::app::App;
use crate::app::document::Reading;
use crate::app::keymap::Count;
use crate::app::layers::Layer;
use crate::app::layers::picker::Picker;
use crate::app::marks::{Marks, Towards};
use crate::app::msg::{DocumentIdx, Effect};
use crate::app::shelf::Step;
use crate::app::words::{Words, phrase};

pub(super) const COMMANDS: &[Command] = &[
    Command {
        name: "next-name",
        title: Words::new("next name", "nama berikutnya"),
        doc: Words::new(
            "To the next person, place, organisation or outlet.",
            "Ke orang, tempat, organisasi, atau media berikutnya.",
        ),
        hint: Some(Words::new("name", "nama")),
        keys: &["e"],
        place: Place::Panes,
        needs: Need::Marks,
        run: |app, count| by_name(app, count, Towards::End),
    },
    Command {
        name: "previous-name",
        title: Words::new("previous name", "nama sebelumnya"),
        doc: Words::new(
            "To the person, place, organisation or outlet before.",
            "Ke orang, tempat, organisasi, atau media sebelumnya.",
        ),
        hint: None,
        keys: &["E"],
        place: Place::Panes,
        needs: Need::Marks,
        run: |app, count| by_name(app, count, Towards::Start),
    },
    Command {
        name: "next-mention",
        title: Words::new("next mention of the same", "penyebutan berikutnya"),
        doc: Words::new("To the next mention of the current name.", "Ke penyebutan berikutnya dari nama ini."),
        hint: None,
        keys: &["]"],
        place: Place::Panes,
        needs: Need::Marks,
        run: |app, count| by_mention(app, count, Towards::End),
    },
    Command {
        name: "previous-mention",
        title: Words::new("previous mention of the same", "penyebutan sebelumnya"),
        doc: Words::new("To the mention before of the current name.", "Ke penyebutan sebelumnya dari nama ini."),
        hint: None,
        keys: &["["],
        place: Place::Panes,
        needs: Need::Marks,
        run: |app, count| by_mention(app, count, Towards::Start),
    },
    Command {
        name: "next-event",
        title: Words::new("next dated event", "peristiwa berikutnya"),
        doc: Words::new("To the date of the next event in the text.", "Ke tanggal peristiwa berikutnya dalam teks."),
        hint: Some(Words::new("event", "peristiwa")),
        keys: &["."],
        place: Place::Panes,
        needs: Need::Marks,
        run: |app, count| by_event(app, count, Towards::End),
    },
    Command {
        name: "previous-event",
        title: Words::new("previous dated event", "peristiwa sebelumnya"),
        doc: Words::new("To the date of the event before in the text.", "Ke tanggal peristiwa sebelumnya dalam teks."),
        hint: None,
        keys: &[","],
        place: Place::Panes,
        needs: Need::Marks,
        run: |app, count| by_event(app, count, Towards::Start),
    },
    Command {
        name: "next-statement",
        title: Words::new("next statement", "pernyataan berikutnya"),
        doc: Words::new(
            "To the next sentence of the outlets chosen, or of the source opened last, or of anyone quoted.",
            "Ke kalimat berikutnya dari media pilihan, atau sumber yang terakhir dibuka, atau siapa pun yang dikutip.",
        ),
        hint: None,
        keys: &[">"],
        place: Place::Panes,
        needs: Need::Marks,
        run: |app, count| by_statement(app, count, Towards::End),
    },
    Command {
        name: "previous-statement",
        title: Words::new("previous statement", "pernyataan sebelumnya"),
        doc: Words::new(
            "To the sentence before of the outlets chosen, or of the source opened last, or of anyone quoted.",
            "Ke kalimat sebelumnya dari media pilihan, atau sumber yang terakhir dibuka, atau siapa pun yang dikutip.",
        ),
        hint: None,
        keys: &["<"],
        place: Place::Panes,
        needs: Need::Marks,
        run: |app, count| by_statement(app, count, Towards::Start),
    },
    Command {
        name: "pick-name",
        title: Words::new("go to a name", "ke sebuah nama"),
        doc: Words::new("Lists every name; type to filter.", "Daftar semua nama; ketik untuk menyaring."),
        hint: None,
        keys: &["p"],
        place: Place::Panes,
        needs: Need::Marks,
        run: |app, _| {
            app.push_layer(|app| Some(Layer::Picker(Picker::names(app)?)));
            Vec::new()
        },
    },
    Command {
        name: "back",
        title: Words::new("back", "kembali"),
        doc: Words::new("Back to where the last jump began.", "Kembali ke tempat lompatan terakhir dimulai."),
        hint: None,
        keys: &["<C-o>", "H", "<Backspace>", "<A-Left>"],
        place: Place::Panes,
        needs: Need::Text,
        run: |app, count| through_history(app, count, App::jump_back),
    },
    Command {
        name: "forward",
        title: Words::new("forward", "maju"),
        doc: Words::new("Forward again after going back.", "Maju lagi setelah kembali."),
        hint: None,
        keys: &["<A-o>", "<A-Right>"],
        place: Place::Panes,
        needs: Need::Text,
        run: |app, count| through_history(app, count, App::jump_forward),
    },
    Command {
        name: "next-article",
        title: Words::new("next article", "artikel berikutnya"),
        doc: Words::new(
            "To the next open article, or the next unread one of the library.",
            "Ke artikel terbuka berikutnya, atau yang belum dibaca di pustaka.",
        ),
        hint: Some(Words::new("article", "artikel")),
        keys: &["J"],
        place: Place::Panes,
        needs: Need::Documents,
        run: |app, count| by_article(app, count.or_one() as isize),
    },
    Command {
        name: "previous-article",
        title: Words::new("previous article", "artikel sebelumnya"),
        doc: Words::new(
            "To the open article before, or the unread one before of the library.",
            "Ke artikel terbuka sebelumnya, atau yang belum dibaca di pustaka.",
        ),
        hint: None,
        keys: &["K"],
        place: Place::Panes,
        needs: Need::Documents,
        run: |app, count| by_article(app, -(count.or_one() as isize)),
    },
];

/// Jumps to what `next` finds, going on from there as often as the count says.
fn repeat(app: &mut App, count: Count, next: impl Fn(&Reading, &Marks, usize) -> Option<usize>) -> bool {
    let Some((reading, marks)) = app.marked() else { return false };
    let mut offset = reading.cursor;
    for _ in 0..count.or_one() {
        match next(reading, marks, offset) {
            Some(found) => offset = found,
            None => break,
        }
    }
    if offset == reading.cursor {
        app.say_words(phrase::NO_MORE);
        return false;
    }
    app.jump_to(offset);
    true
}

fn by_name(app: &mut App, count: Count, towards: Towards) -> Vec<Effect> {
    let moved = repeat(app, count, |_, marks, offset| {
        marks.neighbour(offset, None, towards).map(|id| marks.analysis.mentions[id].span.start)
    });
    if moved {
        app.take_name_under_cursor();
    }
    Vec::new()
}

fn by_mention(app: &mut App, count: Count, towards: Towards) -> Vec<Effect> {
    app.take_name_if_none();
    if app.reading().is_some_and(|reading| reading.entity.is_none()) {
        return by_name(app, count, towards);
    }
    repeat(app, count, |reading, marks, offset| {
        marks.neighbour(offset, reading.entity, towards).map(|id| marks.analysis.mentions[id].span.start)
    });
    Vec::new()
}

fn by_event(app: &mut App, count: Count, towards: Towards) -> Vec<Effect> {
    repeat(app, count, |_, marks, offset| marks.neighbour_event(offset, towards).map(|id| marks.event_span(id).start));
    Vec::new()
}

fn by_statement(app: &mut App, count: Count, towards: Towards) -> Vec<Effect> {
    repeat(app, count, |reading, marks, offset| {
        marks.neighbour_statement(offset, reading.source, towards).map(|id| marks.analysis.sentences[id].span.start)
    });
    Vec::new()
}

fn through_history(app: &mut App, count: Count, step: fn(&mut App) -> bool) -> Vec<Effect> {
    let steps = (0..count.or_one()).take_while(|_| step(app)).count();
    if steps == 0 {
        app.say_words(phrase::NO_MORE);
    }
    Vec::new()
}

/// From an article of the library to the next that is not read, else among those that are open.
fn by_article(app: &mut App, count: isize) -> Vec<Effect> {
    let is_shelved = app.documents.get(app.current).is_some_and(|document| document.shelved.is_some());
    if is_shelved && app.shelf.is_some() {
        return app.open_unread(if count > 0 { Step::Forth } else { Step::Back });
    }
    let len = app.documents.len() as isize;
    let next = (app.current as isize + count).rem_euclid(len) as DocumentIdx;
    app.leave_mark();
    app.current = next;
    app.follow_text();
    app.refit();
    Vec::new()
}
