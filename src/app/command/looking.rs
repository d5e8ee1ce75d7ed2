//! Filtering, asking why, lists to jump from, copying.

use super::{Command, Need, Place};
use crate::app::App;
use crate::app::about;
use crate::app::explain;
use crate::app::layers::Layer;
use crate::app::layers::hinting::Hinting;
use crate::app::layers::picker::Picker;
use crate::app::layers::sheet::Sheet;
use crate::app::layout::Pane;
use crate::app::legend;
use crate::app::links;
use crate::app::msg::Effect;
use crate::app::statements;
use crate::app::undated;
use crate::app::words::{Words, phrase};
use crate::text::width::cut;

pub(super) const COMMANDS: &[Command] = &[
    Command {
        name: "outlet-lens",
        title: Words::new("outlet lens", "saring media"),
        doc: Words::new(
            "Shows only what rests on the outlets and sources you choose; the rest is dimmed.",
            "Hanya yang bersumber pada media dan narasumber pilihan; selebihnya diredupkan.",
        ),
        hint: Some(Words::new("outlets", "media")),
        keys: &["O"],
        place: Place::Panes,
        needs: Need::Marks,
        run: |app, _| {
            app.push_layer(|app| Some(Layer::Picker(Picker::lens(app)?)));
            Vec::new()
        },
    },
    Command {
        name: "explain",
        title: Words::new("why is it marked?", "mengapa ditandai?"),
        doc: Words::new(
            "Tells which rule marked what is under the cursor, and how its value was found.",
            "Aturan yang menandai kata di kursor, dan asal nilainya.",
        ),
        hint: Some(Words::new("why?", "mengapa?")),
        keys: &["x"],
        place: Place::Panes,
        needs: Need::Marks,
        run: |app, _| explain_cursor(app),
    },
    Command {
        name: "open-mark",
        title: Words::new("open what is marked", "buka yang ditandai"),
        doc: Words::new(
            "Opens the card of a name; tells why a date or a cue is marked. A second click does the same.",
            "Membuka kartu sebuah nama; menjelaskan penandaan tanggal atau atribusi. Klik kedua sama saja.",
        ),
        hint: None,
        keys: &["<Enter>"],
        place: Place::Article,
        needs: Need::Marks,
        run: |app, _| open_mark(app),
    },
    Command {
        name: "statements",
        title: Words::new("who says what", "siapa berkata apa"),
        doc: Words::new(
            "Lists every statement by its source; type to filter, Enter goes there.",
            "Daftar semua pernyataan menurut sumbernya; ketik untuk menyaring, Enter ke sana.",
        ),
        hint: None,
        keys: &["A"],
        place: Place::Panes,
        needs: Need::Marks,
        run: |app, _| lay(app, statements::picker, phrase::NO_STATEMENTS),
    },
    Command {
        name: "undated",
        title: Words::new("events without a date", "peristiwa tanpa tanggal"),
        doc: Words::new(
            "Lists what happened and is on no timeline, because the text does not date it.",
            "Daftar peristiwa yang tidak ada di linimasa karena teks tidak menyebut tanggalnya.",
        ),
        hint: None,
        keys: &["W"],
        place: Place::Panes,
        needs: Need::Marks,
        run: |app, _| lay(app, undated::picker, phrase::NO_UNDATED),
    },
    Command {
        name: "links",
        title: Words::new("links", "tautan"),
        doc: Words::new(
            "Lists where the article leads; an address is shown before it is opened or copied.",
            "Daftar tautan artikel; alamat ditampilkan sebelum dibuka atau disalin.",
        ),
        hint: None,
        keys: &["L"],
        place: Place::Panes,
        needs: Need::Text,
        run: |app, _| lay(app, links::picker, phrase::NO_LINKS),
    },
    Command {
        name: "follow-link",
        title: Words::new("a link in view", "tautan di layar"),
        doc: Words::new(
            "Puts letters on the links in view; the address of the one you type is shown before it is opened.",
            "Menaruh huruf pada tautan di layar; alamat yang dipilih ditampilkan sebelum dibuka.",
        ),
        hint: None,
        keys: &["o"],
        place: Place::Article,
        needs: Need::Text,
        run: |app, _| follow_link(app),
    },
    Command {
        name: "legend",
        title: Words::new("what the marks mean", "arti penanda"),
        doc: Words::new(
            "Shows every colour, style and sign of the screen with its meaning.",
            "Menampilkan arti setiap warna, gaya, dan tanda di layar.",
        ),
        hint: None,
        keys: &["v", "<F2>"],
        place: Place::Panes,
        needs: Need::Nothing,
        run: |app, _| {
            let sheet = Sheet::new(phrase::TITLE_LEGEND, legend::legend(app.options.locale));
            app.layers.push(Layer::Sheet(sheet));
            Vec::new()
        },
    },
    Command {
        name: "about",
        title: Words::new("about this article", "tentang artikel ini"),
        doc: Words::new(
            "Tells what is known of the article, and what to be careful about.",
            "Keterangan tentang artikel, dan hal yang perlu diwaspadai.",
        ),
        hint: None,
        keys: &["I", "<F3>"],
        place: Place::Panes,
        needs: Need::Text,
        run: |app, _| {
            let sheet =
                |app: &App| Some(Sheet::new(phrase::TITLE_ABOUT, about::about(app.reading()?, app.options.locale)));
            app.push_layer(|app| Some(Layer::Sheet(sheet(app)?)));
            Vec::new()
        },
    },
    Command {
        name: "copy",
        title: Words::new("copy the sentence", "salin kalimat"),
        doc: Words::new(
            "Copies the sentence with a line that tells its source.",
            "Menyalin kalimat beserta sumbernya.",
        ),
        hint: None,
        keys: &["y"],
        place: Place::Panes,
        needs: Need::Text,
        run: |app, _| copy(app),
    },
    Command {
        name: "cancel",
        title: Words::new("cancel", "batal"),
        doc: Words::new(
            "Leaves a list, then ends the search, the lens, the marking of a name and a refresh; never quits.",
            "Meninggalkan daftar, lalu mengakhiri pencarian, saringan, penandaan nama, dan penyegaran; tidak pernah keluar.",
        ),
        hint: None,
        keys: &["<Esc>"],
        place: Place::Panes,
        needs: Need::Nothing,
        run: |app, _| cancel(app),
    },
];

fn explain_cursor(app: &mut App) -> Vec<Effect> {
    if app.focus == Pane::Timeline {
        app.select_some_event();
    }
    let Some((reading, marks)) = app.marked() else { return Vec::new() };
    // On the timeline the question is about the selected event.
    let offset = match reading.timeline.selected.filter(|_| app.focus == Pane::Timeline) {
        Some(event) => marks.event_span(event).start,
        None => reading.cursor,
    };
    let explanations = explain::explain(&reading.article, marks, offset, &app.options);
    if explanations.is_empty() {
        app.say_words(phrase::NOTHING_MARKED);
        return Vec::new();
    }
    let about = marks.words_at(offset);
    app.make_room_beside(about);
    app.layers.push(Layer::Sheet(Sheet::beside(phrase::TITLE_EXPLAIN, explanations, about)));
    Vec::new()
}

fn open_mark(app: &mut App) -> Vec<Effect> {
    let named = app.marked().and_then(|(reading, marks)| {
        let mention = marks.analysis.mention_at(reading.cursor)?;
        Some(marks.analysis.mentions[mention].entity)
    });
    match named {
        Some(entity) => {
            app.open_card(entity);
            Vec::new()
        }
        None => explain_cursor(app),
    }
}

fn follow_link(app: &mut App) -> Vec<Effect> {
    match Hinting::new(app) {
        Some(hinting) => app.layers.push(Layer::Hinting(hinting)),
        None => app.say_words(phrase::NO_LINKS_IN_VIEW),
    }
    Vec::new()
}

/// Lays a list over the panes, or says that there is nothing in it.
fn lay(app: &mut App, list: fn(&App) -> Option<Picker>, nothing: Words) -> Vec<Effect> {
    match list(app) {
        Some(picker) => app.layers.push(Layer::Picker(picker)),
        None => app.say_words(nothing),
    }
    Vec::new()
}

/// The most that a notice quotes.
const NOTICE_COLS: usize = 60;

fn copy(app: &mut App) -> Vec<Effect> {
    let Some(reading) = app.reading() else { return Vec::new() };
    let article = &reading.article;
    let mut source: Vec<String> = Vec::new();
    if let Some(marks) = &reading.marks {
        let bases = marks.analysis.bases_in(reading.sentence());
        source.extend(bases.iter().map(|&basis| marks.basis_name(article, basis, app.options.locale).to_owned()));
    }
    source.extend(article.outlet.clone().filter(|outlet| !source.contains(outlet)));
    source.extend(article.title.clone());
    source.extend(article.published.map(|published| published.date.to_string()));
    source.push(article.url.clone().unwrap_or_else(|| article.id.clone()));
    let sentence = reading.sentence().of(&article.body).trim();
    let text = format!("{sentence}\n— {}\n", source.join(", "));
    let notice = format!("{}: {}", app.words(phrase::COPIED), cut(sentence, NOTICE_COLS));
    app.say(notice);
    vec![Effect::Copy(text)]
}

fn cancel(app: &mut App) -> Vec<Effect> {
    if app.focus != Pane::Article {
        app.leave_list();
        return Vec::new();
    }
    let Some(reading) = app.reading_mut() else { return Vec::new() };
    if reading.search.take().is_some() {
        return Vec::new();
    }
    if reading.marks.as_ref().is_some_and(|marks| !marks.lens().is_empty()) {
        app.set_lens(Vec::new());
    } else if reading.entity.is_some() || reading.source.is_some() {
        (reading.entity, reading.source) = (None, None);
    } else {
        return app.stop_refresh();
    }
    Vec::new()
}
