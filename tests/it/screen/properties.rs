//! What holds for any size and any keys.

use std::sync::Arc;

use linimasa::app::keymap::binding_name;
use linimasa::app::layout::Pane;
use linimasa::app::words::Locale;
use linimasa::app::{Glyphs, MouseAction, Options, command};
use linimasa::corrections::Store;
use linimasa::library::Library;
use linimasa::model::{Analysis, Article, Span};
use proptest::prelude::*;

use super::fixtures::{harbour, short, strait};
use super::session::Session;
use super::shelf::library;

/// What a reader may do next.
#[derive(Clone, Debug)]
enum Act {
    Keys(String),
    Resize(u16, u16),
    Mouse(MouseAction, u16, u16),
}

/// Keys of commands, so that most of them do something, and keys that lists and prompts take.
fn act() -> impl Strategy<Value = Act> {
    let bindings: Vec<String> =
        command::all().flat_map(|command| command.keys.iter().map(|keys| (*keys).to_owned())).collect();
    let typed = ["<Enter>", "<Esc>", "<Down>", "<Up>", "<Space>", "<C-u>", "a", "N", "3", "é", "<Backspace>"];
    prop_oneof![
        6 => prop::sample::select(bindings).prop_map(Act::Keys),
        3 => prop::sample::select(typed.to_vec()).prop_map(|keys| Act::Keys(keys.to_owned())),
        1 => (0_u16..220, 0_u16..60).prop_map(|(width, height)| Act::Resize(width, height)),
        1 => (
            prop::sample::select(vec![MouseAction::Press, MouseAction::WheelUp, MouseAction::WheelDown]),
            0_u16..220,
            0_u16..60,
        )
            .prop_map(|(action, column, row)| Act::Mouse(action, column, row)),
    ]
}

fn perform(session: &mut Session, act: &Act) {
    match act {
        Act::Keys(keys) => session.keys(keys),
        Act::Resize(width, height) => session.resize(*width, *height),
        Act::Mouse(action, column, row) => session.mouse(*action, *column, *row),
    };
}

/// The cursor stands in the text, on a character, in view.
#[track_caller]
fn check_cursor(session: &Session) {
    let app = &session.app;
    let reading = app.reading().expect("an article is open");
    let body = &reading.article.body;
    assert!(body.is_char_boundary(reading.cursor) && body.is_char_boundary(reading.top));
    let paragraphs = &reading.article.paragraphs;
    assert!(paragraphs.iter().any(|paragraph| paragraph.contains(reading.cursor)), "the cursor stands in the text");
    let area = app.text_area();
    let rows = reading.rows(area);
    if area.height > 0 {
        assert!(rows.iter().any(|row| row.span.contains(reading.cursor)), "the cursor is in view");
    }
}

/// What must always hold.
#[track_caller]
fn check_invariants(session: &Session) {
    check_cursor(session);
    let app = &session.app;
    let reading = app.reading().expect("an article is open");
    let marks = reading.marks.as_ref().expect("marked");
    if let Some(event) = reading.timeline.selected {
        assert!(marks.events_by_text().contains(&event), "what the lens takes away is not selected");
    }
    assert!(reading.timeline.top < marks.events_by_text().len().max(1));
    assert!(reading.names.selected < marks.names().len().max(1));
    assert!(reading.sources.selected < marks.bases.len());
    assert!(app.zen || app.layout().rect(app.focus).is_some(), "the pane with the focus is in view");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_keep_the_invariants(acts in prop::collection::vec(act(), 1..60), width in 0_u16..220, height in 0_u16..60) {
        let mut session = Session::open(vec![strait(), short(), harbour()], Options::default(), (width, height));
        for act in &acts {
            perform(&mut session, act);
            check_invariants(&session);
        }
        session.buffer();
    }

    #[test]
    fn drawing_survives_any_size(width in 0_u16..240, height in 0_u16..70, keys in prop::sample::select(vec!["", "?", "p", "O", "2.x", "T", "i", "z", "/a", "/a<Enter>", "ONPA<Enter>", "A", "3e<Enter>"]), ascii: bool) {
        let glyphs = if ascii { Glyphs::Ascii } else { Glyphs::Unicode };
        let options = Options { glyphs, colour: ascii, locale: Locale::Indonesian, ..Options::default() };
        let mut session = Session::open(vec![strait()], options, (width, height));
        session.keys(keys);
        let buffer = session.buffer();
        prop_assert_eq!((buffer.area.width, buffer.area.height), (width, height));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_in_the_library_keep_its_rows_known_and_its_cursor_in_view(acts in prop::collection::vec(act(), 1..60)) {
        let folder = library();
        let mut session = Session::open_library(folder.path(), Options::default(), (120, 20));
        for act in &acts {
            perform(&mut session, act);
            session.buffer();
            let shelf = session.app.shelf.as_ref().expect("it was opened");
            prop_assert!(shelf.ids.is_empty() || shelf.list.selected < shelf.ids.len());
            let pane = session.app.layout().rect_or_body(Pane::Articles);
            let end = (shelf.list.top + pane.height as usize).min(shelf.ids.len());
            prop_assert!((shelf.list.top..end).all(|index| shelf.row(index).is_some()), "every row in view is known");
        }
        let kept = Library::open(folder.path()).unwrap();
        prop_assert_eq!(kept.check().unwrap(), Vec::<String>::new());
    }

    #[test]
    fn any_corrections_keep_the_invariants(keys in prop::collection::vec(prop::sample::select(vec![
        "M<Enter>", "M<Enter><Enter>", "M<Down><Enter>", "M<Down><Down><Enter><Enter>", "Mnot<Enter>", "Msplit<Enter><Enter>",
        "Mrename<Enter>x<Enter>", "U", "C<Enter>", "Vw<Enter><Enter>", "w<Enter>another<Enter><Enter>", "e", "3e", "i", "j", "T",
        "<Esc>", "O<Space><Enter>", "J", "p<Enter>", "/an<Enter>", "<Down><Enter>",
    ]), 1..30)) {
        let folder = tempfile::tempdir().unwrap();
        let articles = [strait(), short()].map(|(article, _)| (*article).clone()).to_vec();
        let store = Store::in_folder(folder.path());
        let mut session = Session::open_real(articles, store.clone(), Options::default(), (100, 30));
        for keys in &keys {
            session.keys(keys);
            check_invariants(&session);
            session.buffer();
        }
        let book = store.read().unwrap();
        prop_assert_eq!(&book.problems[..], &[]);
        prop_assert_eq!(&book.corrections()[..], &session.app.corrections[..]);
    }
}

/// An article of any text that ingest could hand over.
fn any_article() -> impl Strategy<Value = Article> {
    prop::collection::vec("[a-z é大👍ن\u{301}\u{a0}.-]{1,60}", 0..12).prop_map(|paragraphs| {
        let mut article = Article { id: "any".to_owned(), ..Article::default() };
        for text in paragraphs.iter().map(|text| text.trim()).filter(|text| !text.is_empty()) {
            let start = article.body.len();
            article.body.push_str(text);
            article.paragraphs.push(Span::new(start, article.body.len()));
            article.body.push('\n');
        }
        article
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_walked_through(article in any_article(), width in 1_u16..90, height in 1_u16..30, keys in "[jkdu()g}{]{0,20}") {
        let empty = article.paragraphs.is_empty();
        let fixture = (Arc::new(article), Arc::new(Analysis::default()));
        let mut session = Session::open(vec![fixture], Options::default(), (width, height));
        session.keys(&keys);
        session.buffer();
        if !empty {
            check_cursor(&session);
        }
    }
}

#[test]
fn every_screen_from_nothing_to_small_can_be_drawn() {
    for width in 0..20 {
        for height in 0..12 {
            for keys in ["", "?", "Ojj", "T", "2.x"] {
                Session::open(vec![strait()], Options::default(), (width, height)).keys(keys).buffer();
            }
        }
    }
}

#[test]
fn every_binding_has_a_name() {
    for command in command::all() {
        assert!(command.keys.iter().all(|binding| !binding_name(binding).is_empty()), "`{}`", command.name);
    }
}
