//! The library: its list, what is done with its articles, and the way there from an article.

use super::{Command, Need, Place};
use crate::app::App;
use crate::app::layers::Layer;
use crate::app::layout::Pane;
use crate::app::msg::Effect;
use crate::app::shelf::line::{Line, Purpose};
use crate::app::shelf::{Step, Stride};
use crate::app::words::Words;
use crate::model::Act;

/// A command of the library that needs nothing and stands in no footer.
const QUIET: Command = Command {
    name: "",
    title: Words::new("", ""),
    doc: Words::new("", ""),
    hint: None,
    keys: &[],
    place: Place::Library,
    needs: Need::Nothing,
    run: |_, _| Vec::new(),
};

pub(super) const COMMANDS: &[Command] = &[
    Command {
        name: "library",
        title: Words::new("library", "pustaka"),
        doc: Words::new("Shows your library.", "Menampilkan pustaka Anda."),
        keys: &["B"],
        place: Place::Panes,
        run: |app, _| app.show_shelf(),
        ..QUIET
    },
    Command {
        name: "list-down",
        title: Words::new("down", "turun"),
        doc: Words::new("One row down.", "Turun satu baris."),
        keys: &["j", "<Down>"],
        run: |app, count| app.move_in_shelf(Stride::Rows(count.or_one() as isize)),
        ..QUIET
    },
    Command {
        name: "list-up",
        title: Words::new("up", "naik"),
        doc: Words::new("One row up.", "Naik satu baris."),
        keys: &["k", "<Up>"],
        run: |app, count| app.move_in_shelf(Stride::Rows(-(count.or_one() as isize))),
        ..QUIET
    },
    Command {
        name: "list-page-down",
        title: Words::new("page down", "halaman berikutnya"),
        doc: Words::new("One page down.", "Turun satu halaman."),
        keys: &["f", "<PgDn>", "<C-f>"],
        run: |app, count| app.move_in_shelf(Stride::HalfPages(2 * count.or_one() as isize)),
        ..QUIET
    },
    Command {
        name: "list-page-up",
        title: Words::new("page up", "halaman sebelumnya"),
        doc: Words::new("One page up.", "Naik satu halaman."),
        keys: &["b", "<PgUp>", "<C-b>"],
        run: |app, count| app.move_in_shelf(Stride::HalfPages(-2 * count.or_one() as isize)),
        ..QUIET
    },
    Command {
        name: "list-half-page-down",
        title: Words::new("half a page down", "setengah halaman turun"),
        doc: Words::new("Half a page down.", "Turun setengah halaman."),
        keys: &["d", "<C-d>"],
        run: |app, count| app.move_in_shelf(Stride::HalfPages(count.or_one() as isize)),
        ..QUIET
    },
    Command {
        name: "list-half-page-up",
        title: Words::new("half a page up", "setengah halaman naik"),
        doc: Words::new("Half a page up.", "Naik setengah halaman."),
        keys: &["u", "<C-u>"],
        run: |app, count| app.move_in_shelf(Stride::HalfPages(-(count.or_one() as isize))),
        ..QUIET
    },
    Command {
        name: "list-top",
        title: Words::new("to the top", "ke awal"),
        doc: Words::new("To the first row.", "Ke baris pertama."),
        keys: &["g", "gg", "<Home>"],
        run: |app, _| app.move_in_shelf(Stride::Start),
        ..QUIET
    },
    Command {
        name: "list-bottom",
        title: Words::new("to the end", "ke akhir"),
        doc: Words::new("To the last row.", "Ke baris terakhir."),
        keys: &["G", "<End>"],
        run: |app, _| app.move_in_shelf(Stride::End),
        ..QUIET
    },
    Command {
        name: "look-on",
        title: Words::new("look further", "lihat lanjutannya"),
        doc: Words::new(
            "Scrolls the look into the article; at its end it goes on to the next unread one.",
            "Menggulir cuplikan artikel; di akhirnya, ke artikel berikut yang belum dibaca.",
        ),
        keys: &["<Space>"],
        place: Place::Shelved,
        run: |app, _| app.look_on(),
        ..QUIET
    },
    Command {
        name: "open-article",
        title: Words::new("read", "baca"),
        doc: Words::new("Opens the article where reading of it stopped.", "Membuka artikel di tempat terakhir dibaca."),
        hint: Some(Words::new("read", "baca")),
        keys: &["<Enter>", "o"],
        place: Place::Shelved,
        run: |app, _| app.open_selected(),
        ..QUIET
    },
    Command {
        name: "open-section",
        title: Words::new("to the list", "ke daftar"),
        doc: Words::new("Goes to the list of its articles.", "Ke daftar artikelnya."),
        hint: Some(Words::new("list", "daftar")),
        keys: &["<Enter>", "o"],
        place: Place::Sections,
        run: |app, _| {
            let effects = app.take_section();
            app.set_focus(Pane::Articles);
            effects
        },
        ..QUIET
    },
    Command {
        name: "remove-section",
        title: Words::new("remove the view or feed", "hapus tampilan atau umpan"),
        doc: Words::new(
            "Takes a saved view away, or follows a feed no more; the articles stay.",
            "Menghapus tampilan tersimpan, atau berhenti mengikuti umpan; artikelnya tetap.",
        ),
        keys: &["X"],
        place: Place::Sections,
        run: |app, _| app.remove_section(),
        ..QUIET
    },
    Command {
        name: "next-unread",
        title: Words::new("next unread", "belum dibaca berikutnya"),
        doc: Words::new("To the next article that is not read yet.", "Ke artikel berikut yang belum dibaca."),
        keys: &["J", ")", "]"],
        run: |app, _| app.select_unread(Step::Forth),
        ..QUIET
    },
    Command {
        name: "previous-unread",
        title: Words::new("previous unread", "belum dibaca sebelumnya"),
        doc: Words::new("To the article before that is not read yet.", "Ke artikel sebelumnya yang belum dibaca."),
        keys: &["K", "(", "["],
        run: |app, _| app.select_unread(Step::Back),
        ..QUIET
    },
    Command {
        name: "filter",
        title: Words::new("ask the library", "tanya pustaka"),
        doc: Words::new(
            "Lists what fits a query: words, \"a phrase\", person: place: outlet: via: from: to: is: tag: -not or.",
            "Mendaftar yang cocok: kata, \"frasa\", person: place: outlet: via: from: to: is: tag: -bukan or.",
        ),
        hint: Some(Words::new("ask", "tanya")),
        keys: &["/", "&"],
        run: |app, _| type_line(app, Purpose::Query),
        ..QUIET
    },
    Command {
        name: "whole-list",
        title: Words::new("stop, or all articles", "berhenti, atau semua artikel"),
        doc: Words::new(
            "Stops asking feeds; else lists everything again.",
            "Berhenti menanyai umpan; selain itu, mendaftar semuanya lagi.",
        ),
        keys: &["<Esc>"],
        run: |app, _| app.stop_or_list_everything(),
        ..QUIET
    },
    Command {
        name: "save-view",
        title: Words::new("save the view", "simpan tampilan"),
        doc: Words::new("Keeps the query under a name.", "Menyimpan pertanyaan ini dengan nama."),
        keys: &["W"],
        run: |app, _| type_line(app, Purpose::ViewName),
        ..QUIET
    },
    Command {
        name: "add",
        title: Words::new("add an article or feed", "tambah artikel atau umpan"),
        doc: Words::new(
            "Adds what stands at an address or a path: an article, or a feed, which is followed from then on.",
            "Menambah isi sebuah alamat atau berkas: artikel, atau umpan, yang lalu diikuti.",
        ),
        hint: Some(Words::new("add", "tambah")),
        keys: &["a"],
        run: |app, _| type_line(app, Purpose::Add),
        ..QUIET
    },
    Command {
        name: "keep",
        title: Words::new("keep in the library", "simpan di pustaka"),
        doc: Words::new(
            "Adds the article that is open to your library.",
            "Menambahkan artikel yang terbuka ke pustaka.",
        ),
        keys: &["a"],
        place: Place::Panes,
        needs: Need::Marks,
        run: |app, _| app.keep_article(),
        ..QUIET
    },
    Command {
        name: "refresh-feed",
        title: Words::new("ask the feed", "tanyai umpan"),
        doc: Words::new(
            "Asks the feed that is shown for what is new; of other sections it lists anew.",
            "Menanyai umpan yang ditampilkan; untuk bagian lain, memuat ulang daftar.",
        ),
        keys: &["r"],
        run: |app, _| app.refresh_one(),
        ..QUIET
    },
    Command {
        name: "refresh-feeds",
        title: Words::new("ask all feeds", "tanyai semua umpan"),
        doc: Words::new("Asks every feed for what is new.", "Menanyai semua umpan."),
        keys: &["R"],
        run: |app, _| app.refresh_all(),
        ..QUIET
    },
    Command {
        name: "whole-text",
        title: Words::new("fetch the whole text", "ambil teks lengkap"),
        doc: Words::new(
            "Fetches the page of an article that a feed cut short; both texts are kept.",
            "Mengambil laman artikel yang dipotong umpan; kedua teks disimpan.",
        ),
        keys: &["F"],
        place: Place::Everywhere,
        needs: Need::Shelved,
        run: |app, _| app.fetch_whole(),
        ..QUIET
    },
    Command {
        name: "read-or-not",
        title: Words::new("read or unread", "sudah atau belum dibaca"),
        doc: Words::new("Says that the article is read, or is not.", "Menandai artikel sudah atau belum dibaca."),
        hint: Some(Words::new("read/unread", "dibaca/belum")),
        keys: &["m"],
        place: Place::Shelved,
        run: |app, _| app.act(|standing| Act::Read(!standing.read)),
        ..QUIET
    },
    Command {
        name: "read-all",
        title: Words::new("all read", "semua dibaca"),
        doc: Words::new(
            "Says that every article of the list is read.",
            "Menandai semua artikel dalam daftar sudah dibaca.",
        ),
        keys: &["A"],
        run: |app, _| app.read_all(),
        ..QUIET
    },
    Command {
        name: "star",
        title: Words::new("star", "bintang"),
        doc: Words::new("Stars the article, or takes the star away.", "Memberi atau menghapus bintang."),
        hint: Some(Words::new("star", "bintang")),
        keys: &["s"],
        place: Place::Everywhere,
        needs: Need::Shelved,
        run: |app, _| app.act(|standing| Act::Star(!standing.starred)),
    },
    Command {
        name: "tags",
        title: Words::new("tags", "label"),
        doc: Words::new("Sets the tags of the article, parted by commas.", "Menetapkan label artikel, dipisah koma."),
        keys: &["t"],
        place: Place::Everywhere,
        needs: Need::Shelved,
        run: |app, _| type_line(app, Purpose::Tags),
        ..QUIET
    },
    Command {
        name: "note",
        title: Words::new("note", "catatan"),
        doc: Words::new("Writes a note to the article.", "Menulis catatan pada artikel."),
        keys: &["c"],
        place: Place::Everywhere,
        needs: Need::Shelved,
        run: |app, _| type_line(app, Purpose::Note),
        ..QUIET
    },
    Command {
        name: "changes",
        title: Words::new("what changed", "apa yang berubah"),
        doc: Words::new(
            "Shows what changed in the article since the version before.",
            "Menampilkan perubahan artikel sejak versi sebelumnya.",
        ),
        keys: &["~"],
        place: Place::Everywhere,
        needs: Need::Shelved,
        run: |app, _| app.ask_changes(),
        ..QUIET
    },
    Command {
        name: "place-before",
        title: Words::new("where reading stood before", "tempat baca sebelumnya"),
        doc: Words::new(
            "Goes to where reading of the article stood before it was opened last; once more, back.",
            "Ke tempat baca artikel ini sebelum dibuka terakhir; sekali lagi, kembali.",
        ),
        keys: &["'"],
        place: Place::Article,
        needs: Need::Shelved,
        run: |app, _| app.ask_place_before(),
        ..QUIET
    },
    Command {
        name: "hide",
        title: Words::new("hide or show", "sembunyikan atau tampilkan"),
        doc: Words::new(
            "Keeps the article but lists it no more; `is:hidden` finds it.",
            "Menyimpan artikel tetapi tidak mendaftarnya; `is:hidden` menemukannya.",
        ),
        keys: &["D"],
        place: Place::Shelved,
        run: |app, _| app.act(|standing| Act::Hide(!standing.hidden)),
        ..QUIET
    },
    Command {
        name: "redo",
        title: Words::new("redo", "ulangi"),
        doc: Words::new("Does again what was taken back last.", "Mengulangi yang terakhir dibatalkan."),
        keys: &["<C-r>"],
        run: |app, _| app.redo_in_shelf(),
        ..QUIET
    },
];

fn type_line(app: &mut App, purpose: Purpose) -> Vec<Effect> {
    app.push_layer(|app| Line::new(app, purpose).map(Layer::Line));
    Vec::new()
}
