//! The library on the screen: a folder with articles, keys, and what is seen then.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use linimasa::analysis::analyse;
use linimasa::app::keymap::parse;
use linimasa::app::shelf::msg::{Answer, Ask};
use linimasa::app::{self, Effect, Msg, Options};
use linimasa::ingest::plain;
use linimasa::library::{Entry, Library, NewFeed, Query};
use linimasa::model::{Article, DateOrigin, Published};
use tempfile::TempDir;

use super::session::Session;
use crate::PACKS;
use crate::feeds::rss;
use crate::server::{Reply, Server};

const FLOOD: &str = "Banjir bandang melanda Demak pada 12 Juli 2025.\nPresiden Raditya Kusuma meninjau tanggul pada 13 Juli 2025.\nAir mulai surut pada malam hari.\nWarga mengungsi ke balai desa.";
const VISIT: &str = "Presiden Raditya Kusuma tiba di Demak pada 3 Maret 2024.\nIa membuka pasar baru.";
const RATES: &str = "The central bank raised its rate on Tuesday, Governor Alice Whitfield told Reuters.";

/// Key, headline, outlet, day, language, text; the newest is listed first.
const ARTICLES: &[[&str; 6]] = &[
    ["a", "Demak terendam", "Kabar Timur", "2025-07-13", "id", FLOOD],
    ["b", "Kunjungan ke Demak", "Warta Kota", "2024-03-04", "id", VISIT],
    ["c", "Rates up", "The Daily Ledger", "2025-01-15", "en", RATES],
];

pub(super) fn library() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    for article in ARTICLES {
        add(&mut library, article);
    }
    folder
}

fn add(library: &mut Library, [key, title, outlet, day, language, body]: &[&str; 6]) {
    let article = Article {
        id: (*key).into(),
        title: Some((*title).into()),
        outlet: Some((*outlet).into()),
        language: Some((*language).into()),
        published: Some(Published { date: day.parse().unwrap(), origin: DateOrigin::Metadata }),
        paragraphs: plain::spans(body),
        body: (*body).into(),
        ..Article::default()
    };
    let analysis = analyse(&article, &PACKS);
    library.add(&Entry { key, article: &article, analysis: &analysis, raw: None }).unwrap();
}

fn open(folder: &Path) -> Session {
    Session::open_library(folder, Options::default(), (150, 20))
}

/// Keys, one after the other in one session, what is on the screen then, and what is not.
const STEPS: &[(&str, &str, &str)] = &[
    ("", "● 2025-07-13 Kabar Timur    Demak terendam", "Starred"),
    ("", "1/3", ""),
    ("j", "2/3", ""),
    ("G", "Presiden Raditya Kusuma tiba di Demak", ""),
    ("gs", "starred; U takes it back", ""),
    ("U", "taken back: Demak terendam", "Starred"),
    ("<C-r>", "done again: Demak terendam", "taken back"),
    ("<C-r>", "nothing was taken back that could be done again", "undo"),
    ("", "Starred", ""),
    ("/", " ask ", ""),
    ("demak -lang:en", "Kunjungan ke Demak", "Rates up"),
    (" outlet:kota", "1/1", "Demak terendam"),
    ("<Esc>g", "1/3", ""),
    ("/is:nw<Enter>", "4: nothing is `nw`; there are unread", "Rates up"),
    ("<Esc>", "Rates up", ""),
    ("t<C-u>banjir, jawa<Enter>", "Demak terendam #banjir #jawa", ""),
    ("t<C-u>jawa<Enter>", "#jawa", "#banjir"),
    ("csudah dicek<Enter>", "note: sudah dicek", ""),
    ("/is:unread<Enter>W", "name of the view", ""),
    ("baru<Enter>", "baru", ""),
    ("<Enter>", "Presiden Raditya Kusuma meninjau", "Sections"),
    ("q", " *2025-07-13 Kabar Timur    Demak terendam #jawa", ""),
    ("", "1/3", ""),
    ("r", "Rates up", ""),
    ("JJ", "no more that way", ""),
    ("D", "hidden from the next list on", ""),
    ("<Esc>", "1/2", "Kunjungan ke Demak #"),
    ("U", "taken back: Kunjungan", ""),
    ("r", "1/3", ""),
    ("A", "3 read; U takes it back", ""),
    ("U", "taken back: 2", ""),
    ("<S-Tab>", "Sections", ""),
    ("jjj<Enter>", "is:noted", "Rates up"),
    ("a<Esc>", "is:noted", "address or path"),
    ("anone.txt<Enter>", "`none.txt` does not exist", ""),
];

#[test]
fn the_library_is_walked_through_asked_and_marked() {
    let folder = library();
    let mut session = open(folder.path());
    for (number, (keys, seen, unseen)) in STEPS.iter().enumerate() {
        session.keys(keys);
        let text = session.text();
        assert!(text.contains(seen), "step {number}, `{keys}`: no `{seen}` in\n{text}");
        assert!(unseen.is_empty() || !text.contains(unseen), "step {number}, `{keys}`: `{unseen}` in\n{text}");
    }
}

#[test]
fn a_row_that_is_read_stays_under_the_cursor_until_the_list_is_asked_for_anew() {
    let folder = library();
    let mut session = open(folder.path());
    session.keys("/is:unread<Enter>jm");
    assert!(session.text().contains("2/3") && session.text().contains("Rates up"), "{}", session.text());
    session.keys("r");
    assert!(!session.text().contains("Rates up"), "{}", session.text());
}

#[test]
fn a_row_that_is_read_stays_under_the_cursor_when_a_refresh_brings_news() {
    let folder = library();
    let mut session = open(folder.path());
    session.keys("/is:unread<Enter>jm");
    let mut library = Library::open(folder.path()).unwrap();
    add(&mut library, &["d", "Panen raya", "Kabar Timur", "2025-07-14", "id", "Panen raya dimulai."]);
    session.keys("R");
    let text = session.text();
    assert!(text.contains("3/4") && text.contains("Panen raya") && text.contains(" 2025-01-15 The Daily"), "{text}");
    session.keys("U");
    let text = session.text();
    assert!(text.contains("3/4") && text.contains("● 2025-01-15 The Daily"), "{text}");
    session.keys("mr");
    assert!(session.text().contains("/3") && !session.text().contains("Rates up"), "{}", session.text());
}

#[test]
fn the_cursor_stays_on_its_row_through_a_refresh_also_far_down_a_long_list() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    for number in 0..300 {
        let (key, title) = (number.to_string(), format!("Berita nomor {number}."));
        add(&mut library, &[&key, &title, "Kabar", "2025-07-13", "id", "Isi."]);
    }
    let mut session = open(folder.path());
    session.keys("/is:unread<Enter>Gm");
    add(&mut library, &["d", "Panen raya", "Kabar Timur", "2025-07-14", "id", "Panen raya dimulai."]);
    session.keys("R");
    let text = session.text();
    assert!(text.contains("301/301") && text.contains("Berita nomor 0."), "{text}");
    session.keys("g");
    assert!(session.text().contains("Panen raya"), "{}", session.text());
}

#[test]
fn an_article_opens_where_reading_stopped_also_in_another_session() {
    let folder = library();
    let mut session = open(folder.path());
    session.keys("<Enter>}}");
    assert!(session.cursor().ends_with("|Air mulai surut pada"), "{}", session.cursor());
    session.keys("q<Enter>");
    assert!(session.cursor().ends_with("|Air mulai surut pada"), "{}", session.cursor());
    let mut later = open(folder.path());
    later.keys("<Enter>");
    assert!(later.cursor().ends_with("|Air mulai surut pada"), "{}", later.cursor());
    // A sentence put before it moves it along.
    let mut changed = ARTICLES[0];
    let body = format!("Ralat.\n{FLOOD}");
    changed[5] = &body;
    add(&mut Library::open(folder.path()).unwrap(), &changed);
    let mut again = open(folder.path());
    again.keys("<Enter>");
    assert!(again.cursor().ends_with("|Air mulai surut pada"), "{}", again.cursor());
    again.keys("G'");
    assert!(again.cursor().ends_with("|Air mulai surut pada"), "where it stood before: {}", again.cursor());
    again.keys("~");
    assert!(again.text().contains("since the version of 20") && again.text().contains("Ralat."), "{}", again.text());
}

#[test]
fn the_card_of_a_name_leads_through_the_whole_library() {
    let folder = library();
    let mut session = open(folder.path());
    session.keys("<Enter>/Raditya<Enter><Enter>library<Enter>");
    let text = session.text();
    for seen in ["● 2024-03-03", "● 2025-07-13", "+1 yr 4 mo · Kabar Timur"] {
        assert!(text.contains(seen), "{seen} in\n{text}");
    }
    session.keys("<Enter>");
    assert!(session.cursor().contains("|Presiden Raditya"), "{}", session.cursor());
}

#[test]
fn a_period_is_one_on_a_trail_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    let text = "Presiden Raditya Kusuma mengunjungi Demak pada 12-14 Juli 2025.";
    add(&mut library, &["d", "Kunjungan", "Kabar Timur", "2025-07-15", "id", text]);
    let mut session = open(folder.path());
    session.keys("<Enter>/Raditya<Enter><Enter>library<Enter>");
    assert!(session.text().contains("↔ 2025-07-12..2025-07-14"), "{}", session.text());
}

#[test]
fn the_next_unread_article_is_a_key_away_while_reading() {
    let folder = library();
    let mut session = open(folder.path());
    session.keys("<Enter>J");
    assert!(session.cursor().contains("|The central bank"), "{}", session.cursor());
    session.keys("J");
    assert!(session.cursor().contains("|Presiden"), "{}", session.cursor());
    session.keys("J");
    assert!(session.text().contains("no more that way"), "{}", session.text());
    assert!(Library::open(folder.path()).unwrap().list(&Query::parse("is:unread").unwrap(), 9).unwrap().is_empty());
}

#[test]
fn a_refresh_tells_how_far_it_is_while_one_reads_and_ends_with_esc() {
    let folder = library();
    let mut session = open(folder.path());
    session.keys("<Enter>jj");
    let before = session.cursor();
    session.send(Msg::Shelf(Answer::Refreshing { done: 3, total: 9 }));
    assert!(session.text().contains("asking feeds 3/9; Esc stops"), "{}", session.text());
    assert_eq!(session.cursor(), before, "the text that is read does not move");
    let escape = Msg::Key(parse("<Esc>")[0]);
    assert_eq!(app::update(&mut session.app, escape), [Effect::Shelf(Ask::StopRefresh)]);
}

#[test]
fn a_library_that_cannot_be_read_says_so_in_place_of_its_list() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("library.db"), "no database".repeat(1_000)).unwrap();
    let text = open(folder.path()).text();
    assert!(text.contains("is damaged or no library") && !text.contains("reading"), "{text}");
}

#[test]
fn what_comes_late_is_not_shown_in_place_of_what_was_asked_since() {
    let folder = library();
    let mut session = open(folder.path());
    session.keys("j");
    let shown = session.text();
    let article = |body: &str| Arc::new(Article { body: body.into(), ..Article::default() });
    for late in [
        Answer::Preview { id: 1, article: article("Terlambat.") },
        Answer::Found { turn: 0, rows: Vec::new(), is_whole: true },
        Answer::Numbers { turn: 0, ids: Vec::new() },
        Answer::NotListed { turn: 0, reason: "Terlambat.".into() },
    ] {
        session.send(Msg::Shelf(late.clone()));
        assert_eq!(session.text(), shown, "{late:?}");
    }
}

#[test]
fn an_article_that_could_not_be_opened_is_asked_for_again() {
    let folder = library();
    let mut session = open(folder.path());
    let asks = |effects: Vec<Effect>| effects.iter().any(|it| matches!(it, Effect::Shelf(Ask::Open { .. })));
    let enter = || Msg::Key(parse("<Enter>")[0]);
    assert!(asks(app::update(&mut session.app, enter())));
    session.send(Msg::Shelf(Answer::NotOpened { document: 0, reason: "the disk is gone".into() }));
    assert!(session.text().contains("the disk is gone") && session.text().contains("Demak terendam"));
    assert!(asks(app::update(&mut session.app, enter())));
}

#[test]
fn a_section_is_removed_only_when_that_is_asked_for_twice_in_a_row() {
    let folder = library();
    let mut session = open(folder.path());
    session.keys("/is:unread<Enter>Wbaru<Enter><S-Tab>G");
    for (keys, stays) in [("X", true), ("kjX", true), ("gGX", true), ("X", false)] {
        session.keys(keys);
        let views = Library::open(folder.path()).unwrap().views().unwrap();
        assert_eq!(views.len() == 1, stays, "{keys}");
    }
}

#[test]
fn the_selected_section_stays_when_another_appears_above_it() {
    let folder = library();
    let mut session = open(folder.path());
    session.keys("tbanjir<Enter><S-Tab>G");
    let selected = |session: &Session| {
        let shelf = session.app.shelf.as_ref().unwrap();
        shelf.sections[shelf.section_list.selected].query()
    };
    assert_eq!(selected(&session).as_deref(), Some("tag:banjir"));
    session.keys("<Tab>s");
    assert_eq!(selected(&session).as_deref(), Some("tag:banjir"));
}

#[test]
fn every_width_shows_what_it_has_room_for() {
    let folder = library();
    let cases = [
        ((150, 20), vec!["Sections", "Articles", "Preview", "Kabar Timur"]),
        ((100, 24), vec!["Articles", "Preview", "2025-07-13 Kabar Timur"]),
        ((80, 24), vec!["Articles", "Preview", "2025-07-13 Kabar Timur"]),
        ((40, 10), vec!["Demak terendam", "1/3"]),
        ((20, 5), vec!["Demak"]),
    ];
    for (size, seen) in cases {
        let session = Session::open_library(folder.path(), Options::default(), size);
        let text = session.text();
        assert!(seen.iter().all(|words| text.contains(words)), "{size:?}: {seen:?} in\n{text}");
    }
}

#[test]
fn a_long_list_is_known_only_around_what_is_in_view() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::open(folder.path()).unwrap();
    for number in 0..700 {
        let (key, title) = (number.to_string(), format!("Berita nomor {number}."));
        add(&mut library, &[&key, &title, "Kabar", "2025-07-13", "id", "Isi."]);
    }
    let mut session = open(folder.path());
    for (keys, seen) in [
        ("", "1/700"),
        ("G", "Berita nomor 0."),
        ("g", "Berita nomor 699."),
        ("50f", "700/700"),
        ("6b", "Berita nomor 93."),
    ] {
        session.keys(keys);
        assert!(session.text().contains(seen), "{keys}: {seen} in\n{}", session.text());
    }
}

#[test]
fn an_empty_library_says_how_to_fill_it() {
    let folder = tempfile::tempdir().unwrap();
    let session = open(folder.path());
    assert!(session.text().contains("the library is empty; a adds an article"), "{}", session.text());
}

/// A site with a feed of two articles, one of which says more on its page than in the feed.
fn site() -> Server {
    Server::start(|asked| match asked.path.as_str() {
        "/" => {
            Reply::ok("text/html", "<html><head><link rel=alternate type=application/rss+xml href=/feed></head><p>Hai")
        }
        "/feed" => {
            Reply::ok("application/rss+xml", rss(&[("/satu", "Panen raya di Ampar"), ("/dua", "Feri berangkat")]))
        }
        "/satu" => Reply::ok("text/html", PAGE),
        "/robots.txt" => Reply::status(404),
        _ => Reply::status(500),
    })
}

const PAGE: &str = "<html><head><title>Panen raya di Ampar</title></head><body><article><h1>Panen raya di Ampar</h1>
    <p>Sari Lontar membuka panen raya di Ampar pada Jumat pagi di hadapan ratusan petani dari lima desa di lembah itu.</p>
    <p>Hasil panen tahun ini naik dua kali lipat dibandingkan tahun lalu, kata Sari Lontar kepada para wartawan.</p>
    <p>Ia berjanji memperbaiki saluran air yang rusak sejak banjir besar melanda lembah pada musim hujan lalu.</p>
    </article></body></html>";

#[test]
fn a_site_that_is_pasted_is_followed_asked_and_read_in_full() {
    let folder = tempfile::tempdir().unwrap();
    let server = site();
    let mut session = open(folder.path());
    session.send(linimasa::app::Msg::Paste(server.url("/")));
    session.keys("<Enter>");
    let text = session.text();
    assert!(text.contains("following Kabar: new articles: 2") && text.contains("1/2"), "{text}");
    session.keys("<S-Tab>jj");
    let text = session.text();
    assert!(text.contains("▶ Kabar") && text.contains("Feri berangkat"), "{text}");
    session.keys("<Tab>r");
    assert!(session.text().contains("new articles: 0"), "{}", session.text());
    session.keys("/panen<Enter><Enter>F");
    let text = session.text();
    assert!(text.contains("Hasil panen tahun ini naik"), "{text}");
    let library = Library::open(folder.path()).unwrap();
    let versions: Vec<usize> = [1, 2].map(|id| library.versions(id).unwrap().len()).to_vec();
    assert_eq!(versions.iter().sum::<usize>(), 3, "both texts are kept");
}

#[test]
fn a_feed_that_fails_says_why_and_the_others_are_asked() {
    let folder = tempfile::tempdir().unwrap();
    let server = site();
    let mut library = Library::open(folder.path()).unwrap();
    for (path, title) in [("/feed", "Kabar"), ("/mati", "Mati")] {
        let feed = NewFeed { address: server.url(path), title: title.into(), ..NewFeed::default() };
        library.follow(&feed).unwrap();
    }
    let mut session = open(folder.path());
    session.keys("R");
    let text = session.text();
    assert!(text.contains("new articles: 2; feeds that failed: 1") && text.contains("1/2"), "{text}");
    session.keys("<S-Tab>jjj");
    assert!(session.text().contains("500"), "{}", session.text());
    session.keys("X");
    assert!(session.text().contains("X once more removes Mati"), "{}", session.text());
    session.keys("X");
    assert!(!session.text().contains("Mati"), "{}", session.text());
    session.keys("<Tab><Esc>");
    assert!(session.text().contains("1/2"), "{}", session.text());
}

#[test]
fn a_problem_that_is_too_long_for_the_footer_is_told_whole() {
    let folder = library();
    let mut session = Session::open_library(folder.path(), Options::default(), (60, 20));
    session.keys("anone.txt<Enter>");
    let text = session.text();
    assert!(text.contains("nothing was changed") && text.contains("https://"), "{text}");
    session.keys("<Esc>j");
    assert!(session.text().contains("2/3"), "{}", session.text());
}

#[test]
fn a_path_that_is_pasted_is_added() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path());
    fs::write(folder.path().join("berita.txt"), FLOOD).unwrap();
    let path = folder.path().join("berita.txt");
    session.send(linimasa::app::Msg::Paste(path.to_string_lossy().into_owned()));
    session.keys("<Enter>");
    assert!(session.text().contains("added: Banjir bandang") && session.text().contains("1/1"), "{}", session.text());
}
