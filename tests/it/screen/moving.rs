//! Where keys take the cursor.

use linimasa::app::layout::Pane;
use linimasa::app::{MouseAction, Options};

use super::fixtures::{short, strait};
use super::session::Session;

/// Types keys at 80x24 and compares the text at the cursor, which stands at `|`.
#[track_caller]
fn check(keys: &str, expected: &str) {
    let mut session = open();
    session.keys(keys);
    let found = session.cursor();
    assert!(found.contains(expected), "after `{keys}` the cursor is at {found:?}, not at {expected:?}");
}

fn open() -> Session {
    Session::open(vec![strait()], Options::default(), (80, 24))
}

#[test]
fn by_rows_sentences_and_paragraphs() {
    check("", "|PORTA");
    check("j", "|Norlandia Ana");
    check("3j", "|Hal ini");
    check("3jk", "|lagi penyeb");
    check("k", "|PORTA");
    check("}", "|Hal ini");
    check("3}", "|“Kami");
    check("3}{", "|Baca juga");
    check("))", "|“Kami");
    check("G((", "|Kabar mogok");
    check("G", "|.");
    check("Gg", "|PORTA");
    check("Ggg", "|PORTA");
    check("4G", "|“Kami");
}

#[test]
fn by_pages() {
    check("<Space>", "|Idris juga");
    let mut session = open();
    session.keys("<Space>b");
    assert!(session.text().contains("PORTA, KABAR.com"), "{}", session.text());
    session.keys("<C-f><C-f><C-f><C-f><C-f>");
    let reading = session.app.reading().expect("open");
    let rows = reading.rows(session.app.text_area());
    assert_eq!(rows.len(), session.app.text_area().height as usize, "the end is never scrolled past");
}

#[test]
fn by_names() {
    check("e", "|KABAR.com");
    check("3e", "|Ana Wirawan");
    check("3eE", "|Norlandia");
    check("3e]", "|Ana seusai");
    check("3e3]", "|Ana dan");
    check("3e3][", "|Ana seperti");
    check("99e", "|Porta pada");
}

#[test]
fn by_events_and_statements() {
    check(".", "|Sabtu (12/7/2025)");
    check("2.", "|Februari 2022");
    check("3.,", "|Februari 2022");
    check(">", "|Hal ini");
    check("2>", "|“Kami");
    check("2><", "|Hal ini");
    check("Oharian<Enter>>", "|Idris juga");
}

#[test]
fn back_and_forward() {
    check("2.3e<C-o>", "|Februari 2022");
    check("2.3e<C-o><C-o>", "|PORTA");
    check("2.3eHH<A-o>", "|Februari 2022");
    check("2.3e<Backspace><Backspace><A-Right><A-Right>", "|Bram menuding");
}

#[test]
fn by_searching() {
    check("/feri<Enter>", "|feri pertama");
    check("/Hal ini disampaikan Ana<Enter>", "|Hal ini");
    check("/\"kami<Enter>", "|“Kami");
    check("/pertem<Enter>", "|Pertemuan Ana");
    check("/pertem<Enter>n", "|pertemuan itu");
    check("/pertem<Enter>nN", "|Pertemuan Ana");
    check("G\\pert<Enter>", "|pertama kali");
    check("G\\pert<Enter>n", "|pertemuan itu");
    check("/feri<Esc>", "|PORTA");
    check("/feri<Enter>ge<Esc>/<Enter>", "|KABAR.com");
    check("ge/feri<Enter>g/<Enter>", "|feri pertama");
}

#[test]
fn through_the_timeline() {
    check("T", "|PORTA");
    check("Tj", "|Februari 2022");
    check("Tjj", "|Juni tahun lalu");
    check("Tjj<Enter>", "|Juni tahun lalu");
    check("Tjjgd", "|Juni tahun lalu");
    check("Tjj<Enter><C-o>", "|PORTA");
    check("Tjj<Esc>", "|PORTA");
    check("TG", "|September");
    check("TGgg", "|Februari 2022");
    check("STjj", "|Februari 2022");
    check("T<Enter>", "|Februari 2022");
    let mut session = open();
    session.keys("Tjj<Enter>");
    assert_eq!(session.app.focus, Pane::Article);
}

#[test]
fn the_timeline_follows_the_text() {
    let mut session = open();
    session.keys("G");
    let reading = session.app.reading().expect("open");
    let marks = reading.marks.as_ref().expect("marked");
    let event = reading.timeline.selected.expect("the last sentence is dated");
    assert_eq!(
        marks.event(event).label_text(&reading.article.body),
        "Sagara berencana mengirim ribuan pekerja ke Porta pada September"
    );
}

#[test]
fn from_the_lists() {
    check("ijjgd", "|Bram Koto");
    check("iij<Enter>", "|Hal ini");
    check("ii3j<Enter>", "|Dalam wawancara");
    check("iij<Enter>2>", "|Pertemuan Ana");
    check("iij<Enter>3>", "|Pertemuan Ana");
    check("pmaya<Enter>", "|Maya Tanoto");
    check("pdewan<Enter>]", "|Dewan Maritim");
}

#[test]
fn with_the_mouse() {
    let mut session = open();
    session.mouse(MouseAction::Press, 14, 3);
    assert!(session.cursor().contains("|Ana Wirawan"), "{}", session.cursor());
    session.mouse(MouseAction::Press, 14, 3);
    assert_eq!(session.app.layers.len(), 1, "a second click opens");
    session.mouse(MouseAction::Press, 0, 0);
    assert!(session.app.layers.is_empty(), "a click elsewhere closes");
    session.mouse(MouseAction::Press, 55, 6);
    assert!(session.cursor().contains("|Juni tahun lalu"), "{}", session.cursor());
    session.mouse(MouseAction::Press, 55, 6);
    assert_eq!(session.app.focus, Pane::Article);
    session.mouse(MouseAction::Press, 60, 1);
    assert_eq!(session.app.focus, Pane::Names);
}

#[test]
fn the_wheel_scrolls_what_is_under_the_pointer() {
    let mut session = open();
    let top = session.text();
    session.mouse(MouseAction::WheelDown, 10, 10);
    assert_ne!(session.text(), top);
    session.mouse(MouseAction::WheelUp, 10, 10);
    assert!(session.text().contains("PORTA"), "{}", session.text());
    assert_eq!(session.app.focus, Pane::Article);
    session.mouse(MouseAction::WheelDown, 60, 10);
    assert!(session.text().contains("PORTA"));
}

#[test]
fn between_articles() {
    let mut session = Session::open(vec![strait(), short()], Options::default(), (80, 24));
    assert!(session.text().contains("1/2"));
    session.keys(".J");
    assert!(session.cursor().contains("|Sari"), "{}", session.cursor());
    session.keys("J");
    assert!(session.cursor().contains("|Sabtu"), "each article keeps its place");
    session.keys("J<C-o>");
    assert!(session.cursor().contains("|Sabtu"), "{}", session.cursor());
}

#[test]
fn the_same_sentence_stays_in_view_when_the_terminal_changes() {
    let mut session = open();
    session.keys("4.");
    let place = session.cursor();
    for size in [(40, 10), (200, 50), (0, 0), (3, 2), (120, 40), (80, 24)] {
        session.resize(size.0, size.1);
        assert_eq!(session.cursor(), place);
        if size.1 > 5 {
            assert!(session.text().contains("April"), "{}", session.text());
        }
    }
}
