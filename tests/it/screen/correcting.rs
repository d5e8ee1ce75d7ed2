//! The reader corrects names: what the keys lead to, what is written down, and that the text stays where it is.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use linimasa::app::keymap::parse;
use linimasa::app::layout::Pane;
use linimasa::app::words::Locale;
use linimasa::app::{self, App, Effect, Glyphs, MouseAction, Msg, Options};
use linimasa::corrections::Store;
use linimasa::model::{Analysis, Article, Correction, Edit};
use tempfile::TempDir;

use super::fixtures::strait;
use super::session::Session;

const TEXT: &str = "Presiden Rusia Vladimir Putin menerima Kim Jong Un di Moskwa pada 12 Juli 2025. Menurut Kim, ia \
                    datang bersama Kim Yo Jong, kata Putin.\nAdapun warga memuji bajul ijo.";

const SIZE: (u16, u16) = (100, 24);

fn article(id: &str) -> Article {
    let (body, paragraphs) = linimasa::ingest::plain::paragraphs(TEXT);
    Article { id: id.into(), body, paragraphs, language: Some("id".into()), ..Article::default() }
}

/// A reader with a folder for corrections.
struct Desk {
    folder: TempDir,
    session: Session,
}

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let session = open(folder.path(), Options::default(), SIZE);
        Desk { folder, session }
    }

    /// The reader leaves and comes back.
    fn restart(&mut self) {
        self.session = open(self.folder.path(), Options::default(), SIZE);
    }

    /// The entries of the file, without its preface.
    fn file(&self) -> String {
        let text = fs::read_to_string(self.folder.path().join("corrections.toml")).unwrap_or_default();
        text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Kind and name of every entity, with its number of mentions.
    fn names(&self) -> Vec<String> {
        let marks = self.session.app.reading().unwrap().marks.as_ref().unwrap();
        let entities = marks.analysis.entities.items().iter();
        entities.map(|it| format!("{} {} {}", it.kind.name(), it.name, it.mentions.len())).collect()
    }

    /// Types `keys`; neither cursor nor text may move by what is corrected.
    #[track_caller]
    fn check(&mut self, keys: &str, names: &[&str], file: &str, notice: &str) {
        let before = self.place();
        self.session.keys(keys);
        let text = self.session.text();
        for name in names {
            assert!(self.names().contains(&(*name).to_owned()), "no {name} in {:?}\n{text}", self.names());
        }
        assert_eq!(self.file(), file);
        assert!(text.contains(notice), "no {notice}\n{text}");
        assert_eq!(self.place(), before, "nothing moves");
        assert!(self.session.app.layers.is_empty());
    }

    fn place(&self) -> (usize, usize) {
        let reading = self.session.app.reading().unwrap();
        (reading.cursor, reading.top)
    }
}

fn open(folder: &Path, options: Options, size: (u16, u16)) -> Session {
    Session::open_real(vec![article("a.txt")], Store::in_folder(folder), options, size)
}

#[test]
fn two_names_become_one_and_two_again() {
    let mut desk = Desk::new();
    desk.session.keys("pyo jong<Enter>");
    let before = desk.names();
    desk.check(
        "M<Enter>jong un<Enter>",
        &["person Kim Jong Un 3"],
        r#"[[merge]] names = ["Kim Yo Jong", "Kim Jong Un"] into = "Kim Jong Un" kind = "person""#,
        "one with Kim Jong Un; U takes it back",
    );
    assert!(desk.session.text().contains("Kim Jong Un 3/3"), "the name at the cursor: {}", desk.session.text());
    desk.session.keys("x");
    assert!(desk.session.text().contains("reader/merge, set by you"), "{}", desk.session.text());
    desk.session.keys("<Esc>");
    desk.check("U", &["person Kim Yo Jong 1"], "", "taken back: merged: Kim Yo Jong → Kim Jong Un");
    assert_eq!(desk.names(), before);
    desk.session.keys("U");
    assert!(desk.session.text().contains("nothing to undo"), "{}", desk.session.text());
}

#[test]
fn a_form_is_split_off_here_or_everywhere() {
    let mut desk = Desk::new();
    desk.session.keys("pjong un<Enter>]");
    desk.check(
        "Msplit off this<Enter><C-u>Kim Yo Jong<Enter>",
        &["person Kim Jong Un 1", "person Kim Yo Jong 2"],
        r#"[[split]] words = "Kim" from = "Kim Jong Un" name = "Kim Yo Jong" article = "a.txt""#,
        "Kim split off; U takes it back",
    );
    desk.session.keys("U");
    desk.check(
        "Msplit off every<Enter><Enter>",
        &["person Kim Jong Un 1", "person Kim 1"],
        r#"[[split]] words = "Kim" from = "Kim Jong Un" name = "Kim""#,
        "Kim split off",
    );
}

#[test]
fn a_name_and_a_kind_are_changed() {
    let mut desk = Desk::new();
    desk.session.keys("pputin<Enter>");
    desk.check(
        "Mrename<Enter><C-u><Enter>V. Putin<Enter>",
        &["person V. Putin 2"],
        r#"[[rename]] name = "Vladimir Putin" to = "V. Putin""#,
        "now called V. Putin; U takes it back",
    );
    desk.session.keys("U");
    desk.check(
        "Mkind<Enter>organ<Enter>",
        &["organisation Vladimir Putin 2"],
        r#"[[kind]] name = "Vladimir Putin" kind = "organisation""#,
        "kind of Vladimir Putin set",
    );
    desk.check("Mrename<Enter><Enter>", &[], &desk.file(), "");
}

#[test]
fn the_selected_row_of_the_names_is_corrected_and_stays_selected() {
    let mut desk = Desk::new();
    desk.session.keys("ij");
    let selected = |desk: &Desk| desk.session.text().lines().any(|row| row.contains("Kim Jong Un"));
    assert!(selected(&desk));
    desk.check(
        "Mkind<Enter>other<Enter>",
        &["other Kim Jong Un 2"],
        r#"[[kind]] name = "Kim Jong Un" kind = "other""#,
        "kind of Kim Jong Un set",
    );
    assert_eq!(desk.session.app.focus, Pane::Names);
    desk.session.keys("gd");
    assert!(desk.session.cursor().contains("|Kim Jong Un"), "{}", desk.session.cursor());
}

#[test]
fn what_is_no_name_is_marked_no_more() {
    let mut desk = Desk::new();
    desk.session.keys("pmosk<Enter>");
    desk.check("Mnot a name<Enter>", &[], r#"[[not-a-name]] name = "Moskwa""#, "Moskwa is no name; U takes it back");
    assert!(!desk.names().iter().any(|name| name.contains("Moskwa")), "{:?}", desk.names());
    desk.check("U", &["place Moskwa 1"], "", "taken back: not a name: Moskwa");
}

#[test]
fn selected_words_are_added() {
    let mut desk = Desk::new();
    desk.session.keys("/bajul<Enter><Esc>");
    desk.check(
        "V<Right>M<Down><Down><Enter>",
        &["organisation bajul ijo 1"],
        r#"[[add]] words = "bajul ijo" kind = "organisation""#,
        "bajul ijo added; U takes it back",
    );
    desk.session.keys("U");
    desk.check(
        "Madd<Enter>w<Enter>another<Enter>putin<Enter>",
        &["person Vladimir Putin 3"],
        r#"[[add]] words = "bajul ijo" kind = "person" name = "Vladimir Putin""#,
        "bajul ijo added",
    );
}

#[test]
fn words_are_selected_as_in_an_editor() {
    let mut desk = Desk::new();
    desk.session.keys("/warga<Enter>");
    let selected = |desk: &Desk| {
        let reading = desk.session.app.reading().unwrap();
        desk.session.app.selected_words().map(|span| span.of(&reading.article.body).to_owned())
    };
    for (keys, expected) in [
        ("V", Some("warga")),
        ("w<Right>l", Some("warga memuji bajul ijo")),
        ("<Right>", Some("warga memuji bajul ijo")),
        ("b", Some("warga memuji bajul")),
        ("oh", Some("Adapun warga memuji bajul")),
        ("h", Some("Adapun warga memuji bajul")),
        ("lll", Some("bajul")),
        ("j", Some("bajul")),
        ("<Esc>", None),
        ("wb", Some("Adapun warga")),
        ("V", None),
    ] {
        desk.session.keys(keys);
        assert_eq!(selected(&desk).as_deref(), expected, "after {keys}");
    }
    assert!(desk.session.cursor().contains("|warga"), "it goes back: {}", desk.session.cursor());
    desk.session.keys("Vwy");
    assert_eq!(desk.session.effects.last(), Some(&Effect::Copy("warga memuji".into())));
}

#[test]
fn dragging_the_mouse_selects_words() {
    let mut desk = Desk::new();
    let text = desk.session.text();
    let row = text.lines().position(|row| row.contains("memuji")).unwrap() as u16;
    let column = |word: &str| text.lines().nth(row as usize).unwrap().find(word).unwrap() as u16;
    let (from, to) = (column("memuji") + 1, column("bajul"));
    desk.session.mouse(MouseAction::Press, from, row).mouse(MouseAction::Drag, from + 1, row);
    assert!(desk.session.app.layers.is_empty(), "a hand trembles");
    desk.session.mouse(MouseAction::Drag, to, row);
    desk.session.mouse(MouseAction::Drag, to + 2, row).mouse(MouseAction::Release, to + 2, row);
    desk.session.keys("y");
    assert_eq!(desk.session.effects.last(), Some(&Effect::Copy("memuji bajul".into())));
    desk.session.mouse(MouseAction::Drag, to, row).mouse(MouseAction::Press, from, row);
    assert!(desk.session.app.layers.is_empty(), "a click ends it");
}

#[test]
fn a_correction_outlives_a_restart_and_is_taken_back_from_the_list() {
    let mut desk = Desk::new();
    desk.session.keys("pmosk<Enter>Mnot a name<Enter>pputin<Enter>Mkind<Enter>other<Enter>");
    desk.restart();
    assert!(desk.names().contains(&"other Vladimir Putin 2".to_owned()), "{:?}", desk.names());
    desk.session.keys("U");
    assert!(desk.session.text().contains("C lists earlier corrections"), "{}", desk.session.text());
    desk.check(
        "C<Down><Enter>",
        &["place Moskwa 1", "other Vladimir Putin 2"],
        r#"[[kind]] name = "Vladimir Putin" kind = "other""#,
        "taken back: not a name: Moskwa",
    );
    desk.check("Mall<Enter><Enter>", &["person Vladimir Putin 2"], "", "taken back: kind: Vladimir Putin → other");
    desk.check("C", &[], "", "nothing was corrected yet; M does that");
}

#[test]
fn what_another_wrote_meanwhile_holds_too() {
    let mut desk = Desk::new();
    let other = Correction::Rename { name: "Kim Jong Un".into(), to: "Kim".into() };
    Store::in_folder(desk.folder.path()).edit(&Edit::Append(other)).unwrap();
    desk.session.keys("pmosk<Enter>Mkind<Enter>other<Enter>");
    let names = desk.names();
    assert!(names.contains(&"other Moskwa 1".to_owned()) && names.contains(&"person Kim 2".to_owned()), "{names:?}");
}

#[test]
fn every_open_article_is_corrected() {
    let folder = tempfile::tempdir().unwrap();
    let articles = vec![article("a.txt"), article("b.txt")];
    let mut session = Session::open_real(articles, Store::in_folder(folder.path()), Options::default(), SIZE);
    session.keys("pmosk<Enter>Mnot a name<Enter>Jpmosk<Enter>");
    assert!(session.text().contains("no match"), "{}", session.text());
}

#[test]
fn what_cannot_be_written_is_told_and_changes_nothing() {
    let mut desk = Desk::new();
    fs::create_dir(desk.folder.path().join("corrections.toml")).unwrap();
    desk.check("pmosk<Enter><C-o>", &[], "", "");
    desk.session.keys("pmosk<Enter>Mnot a name<Enter>");
    assert!(desk.session.text().contains("could not be read"), "{}", desk.session.text());
    assert!(desk.names().contains(&"place Moskwa 1".to_owned()));
}

#[test]
fn lens_and_jumps_survive_a_correction() {
    let mut desk = Desk::new();
    desk.session.keys("O<Space><Enter>pmosk<Enter>Mkind<Enter>other<Enter>");
    assert!(desk.session.text().contains("only:"), "{}", desk.session.text());
    desk.session.keys("<C-o>");
    assert_eq!(desk.place().0, 0);
}

#[test]
fn marks_never_arrive_in_the_wrong_order() {
    let mut app = App::new(Options::default(), vec!["a.txt".into()]);
    app::update(&mut app, Msg::Resize { width_cols: 80, height_rows: 24 });
    let mut asked = |msg| {
        let effects = app::update(&mut app, msg);
        effects.iter().filter(|effect| matches!(effect, Effect::Analyse { .. })).count()
    };
    let corrected = || Msg::Corrected {
        edit: Edit::Append(Correction::NotAName { name: "A".into() }),
        corrections: Arc::new([Correction::NotAName { name: "A".into() }]),
    };
    let analysed = || Msg::Analysed { document: 0, analysis: Arc::new(Analysis::default()) };
    assert_eq!(asked(Msg::Loaded { document: 0, article: Arc::new(article("a.txt")) }), 1);
    assert_eq!(asked(corrected()), 0, "one analysis at a time");
    assert_eq!(asked(corrected()), 0);
    assert_eq!(asked(analysed()), 1, "once more, as the corrections are now");
    assert_eq!(asked(analysed()), 0);
    assert_eq!(asked(corrected()), 1);
    assert_eq!(asked(Msg::Loaded { document: 0, article: Arc::new(article("b.txt")) }), 0);
    assert_eq!(asked(analysed()), 1, "those of the text that was replaced are none of the new one");
    assert!(app.marked().is_none());
    assert_eq!(app::update(&mut app, analysed()), []);
    assert!(app.marked().is_some());
}

#[test]
fn corrections_are_written_down_one_after_the_other() {
    let mut session = Session::open(vec![strait()], Options::default(), SIZE);
    session.keys("3eMnot<Enter>e").keys("Mnot<Enter>");
    let asked = |session: &Session| -> Vec<Edit> {
        let edits = session.effects.iter().filter_map(|effect| match effect {
            Effect::Correct(edit) => Some(edit.clone()),
            _ => None,
        });
        edits.collect()
    };
    assert_eq!(asked(&session).len(), 1, "one at a time");
    session.send(Msg::CorrectionFailed { reason: "the disk is full".into() });
    assert!(session.text().contains("the disk is full"), "{}", session.text());
    let asked = asked(&session);
    assert!(asked.len() == 2 && asked[0] != asked[1], "{asked:?}");
}

#[test]
fn a_list_of_names_that_are_no_more_is_closed() {
    let mut session = Session::open(vec![strait()], Options::default(), SIZE);
    session.keys("p").send(Msg::Analysed { document: 0, analysis: Arc::new(Analysis::default()) });
    assert!(session.app.layers.is_empty());
    session.keys("M").text();
    session.keys("<Enter><Esc>3ex").text();
}

#[test]
fn what_lies_over_a_text_goes_with_it() {
    for keys in ["p", "x", "M", "V", "/rapat"] {
        let mut session = Session::open(vec![strait()], Options::default(), SIZE);
        session.keys(keys);
        assert!(!session.app.layers.is_empty(), "{keys}");
        session.send(Msg::Loaded { document: 0, article: Arc::new(article("b.txt")) });
        assert!(session.app.layers.is_empty(), "{keys}");
        session.text();
    }
}

#[track_caller]
fn snapshot(name: &str, size: (u16, u16), options: Options, keys: &str) {
    let folder = tempfile::tempdir().unwrap();
    let mut session = open(folder.path(), options, size);
    for keys in keys.split('|') {
        parse(keys).into_iter().for_each(|key| session.send(Msg::Key(key)));
    }
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, session.snapshot());
    });
}

#[test]
fn what_the_screen_shows_while_correcting() {
    let indonesian = || Options { locale: Locale::Indonesian, ..Options::default() };
    let plain = || Options { colour: false, glyphs: Glyphs::Ascii, ..Options::default() };
    snapshot("80x24-correct", (80, 24), Options::default(), "pjong un<Enter>]M");
    snapshot("80x24-correct-merge", (80, 24), indonesian(), "pjong un<Enter>M<Enter>");
    snapshot("80x24-correct-name", (80, 24), Options::default(), "pputin<Enter>Mrename<Enter>");
    snapshot("80x24-select-words", (80, 24), plain(), "/bajul<Enter><Esc>Vw");
    snapshot("40x10-select-words", (40, 10), Options::default(), "/bajul<Enter><Esc>Vw");
    snapshot("40x10-add-words", (40, 10), Options::default(), "/bajul<Enter><Esc>VwM");
    snapshot("80x24-corrections", (80, 24), Options::default(), "pmosk<Enter>Mkind<Enter>other<Enter>3eMnot<Enter>C");
    snapshot("40x10-corrected", (40, 10), Options::default(), "pmosk<Enter>Mkind<Enter>organ<Enter>");
}
