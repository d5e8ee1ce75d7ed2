//! What happens around the text: what arrives late or not at all, the lens, leaving.

use std::sync::Arc;

use linimasa::app::command::Need;
use linimasa::app::layout::Pane;
use linimasa::app::{self, App, Effect, KeyCode, Msg, Options, command};
use linimasa::model::{Analysis, Article, Span};

use super::fixtures::{short, strait};
use super::session::Session;

fn open() -> Session {
    Session::open(vec![strait()], Options::default(), (80, 24))
}

#[test]
fn a_range_of_days_is_shown_to_its_end() {
    let mut session = Session::open(vec![short()], Options::default(), (80, 24));
    assert!(session.text().contains("↔ 2025-07-09..2025-07-11"), "{}", session.text());
    session.keys(".x");
    assert!(session.text().contains("2025-07-09..2025-07-11, period"), "{}", session.text());
}

#[test]
fn every_article_is_asked_for_at_the_start() {
    let mut app = App::new(Options::default(), vec!["a.txt".into(), "-".into()]);
    let effects = app::start(&mut app);
    assert_eq!(effects[0], Effect::CaptureMouse(true));
    assert!(matches!(&effects[2], Effect::Load { document: 1, path } if path.as_os_str() == "-"));
}

#[test]
fn the_text_can_be_read_before_its_marks_arrive() {
    let (article, analysis) = strait();
    let mut session = Session::open(Vec::new(), Options::default(), (80, 24));
    session.app = App::new(Options::default(), vec!["selat.txt".into()]);
    session.resize(80, 24);
    assert!(session.text().contains("selat.txt: reading …"), "{}", session.text());
    app::update(&mut session.app, Msg::Loaded { document: 0, article });
    session.keys("jj");
    assert!(session.text().contains("marks are coming"), "{}", session.text());
    session.keys("e");
    assert!(session.text().contains("have not arrived"), "{}", session.text());
    let place = session.cursor();
    app::update(&mut session.app, Msg::Analysed { document: 0, analysis });
    assert_eq!(session.cursor(), place);
    assert!(session.text().contains("2022-02"), "{}", session.text());
}

const UNREADABLE: &str =
    "`selat.txt` is not UTF-8 text (byte 3 does not fit); convert it first, as in `iconv -f WINDOWS-1252 -t UTF-8`";

#[test]
fn an_article_that_cannot_be_read_is_named_and_the_others_stay() {
    let mut session = Session::open(vec![strait(), short()], Options::default(), (80, 24));
    session.send(Msg::LoadFailed { document: 0, reason: UNREADABLE.into() });
    assert!(session.text().contains("`selat.txt` is not UTF-8 text"), "{}", session.text());
    assert!(session.text().contains("Panen Raya"), "{}", session.text());
    session.resize(40, 10).keys("K");
    let text = session.text();
    assert!(text.contains("`selat.txt` is not UTF-8 text (byte") && text.contains("WINDOWS-1252"), "{text}");
}

#[test]
fn the_lens_takes_names_events_and_matches_of_others_away() {
    let mut session = open();
    session.keys("/ana<Enter>ONPA<Enter>");
    let text = session.text();
    assert!(text.contains("only: NPA"), "{text}");
    assert!(!text.contains("2022-02"), "{text}");
    session.keys("i");
    let text = session.text();
    assert!(text.contains("Idris Sela") && !text.contains("Bram Koto"), "{text}");
    let hits = |session: &Session| session.app.reading().and_then(|it| it.search.as_ref()).map(|it| it.hits.len());
    assert_eq!(hits(&session), Some(5), "matches in statements of NPA only");
    session.keys("<Esc><Esc><Esc>");
    assert!(!session.text().contains("only:"), "Esc leaves the list, the search, the lens");
}

#[test]
fn several_outlets_can_be_chosen() {
    let mut session = open();
    session.keys("O<Down><Space><Down><Space><Enter>");
    assert!(session.text().contains("only: NPA, Harian Selat"), "{}", session.text());
}

#[test]
fn a_lens_can_be_taken_off_in_its_list() {
    let mut session = open();
    session.keys("ONPA<Enter>");
    assert!(session.text().contains("only: NPA"), "{}", session.text());
    session.keys("ONPA<Space><Enter>");
    assert!(!session.text().contains("only:"), "{}", session.text());
}

#[test]
fn esc_never_quits_and_q_steps_back_first() {
    let mut session = open();
    session.keys("<Esc><Esc><Esc>?<Esc>iz");
    assert!(session.effects.iter().all(|effect| *effect != Effect::Quit));
    session.keys("q");
    assert!(!session.app.zen, "q leaves the article-only view first");
    session.keys("Tq");
    assert_eq!(session.app.focus, Pane::Article);
    assert!(!session.effects.contains(&Effect::Quit));
    session.keys("q");
    assert_eq!(session.effects.last(), Some(&Effect::Quit));
}

#[test]
fn ctrl_c_quits_and_ctrl_z_suspends_even_while_typing() {
    let mut session = open();
    session.keys("/ab<C-z>");
    assert_eq!(session.effects.last(), Some(&Effect::Suspend));
    session.send(Msg::Resumed);
    assert_eq!(session.effects.last(), Some(&Effect::Redraw));
    session.keys("<C-c>");
    assert_eq!(session.effects.last(), Some(&Effect::Quit));
}

#[test]
fn a_copied_sentence_says_where_it_is_from() {
    let mut session = open();
    session.keys(".y");
    let Some(Effect::Copy(text)) = session.effects.last() else { panic!("{:?}", session.effects) };
    assert!(text.starts_with("Pertemuan Ana dan Idris"), "{text}");
    assert!(text.contains("— NPA, KABAR.com, Menteri Dua Negara"), "{text}");
    assert!(text.contains("2025-07-13"), "{text}");
    assert!(session.text().contains("copied with its source: Pertemuan Ana dan Idris"), "{}", session.text());
}

#[test]
fn the_name_under_the_cursor_is_counted_however_long_it_is() {
    for width in 40..140 {
        let mut session = Session::open(vec![strait()], Options::default(), (width, 24));
        session.keys("pporta<Enter>");
        let text = session.text();
        assert!(text.lines().last().is_some_and(|footer| footer.contains("Porta 1/")), "{width}: {text}");
    }
}

#[test]
fn the_mouse_can_be_given_back() {
    let mut session = open();
    session.keys("<F6>");
    assert_eq!(session.effects.last(), Some(&Effect::CaptureMouse(false)));
    session.keys("<F6>");
    assert_eq!(session.effects.last(), Some(&Effect::CaptureMouse(true)));
}

#[test]
fn pasted_text_is_typed_into_a_prompt_and_nowhere_else() {
    let mut session = open();
    session.send(Msg::Paste("qQ\n".into()));
    assert!(!session.effects.contains(&Effect::Quit));
    session.keys("/");
    session.send(Msg::Paste("feri\nq".into()));
    session.keys("<C-h><Enter>");
    assert!(session.cursor().contains("|feri"), "{}", session.cursor());
}

#[test]
fn help_lists_what_works_here_and_runs_it() {
    let mut session = Session::open(vec![strait(), short()], Options::default(), (80, 70));
    session.keys("/a<Enter>?");
    let text = session.text();
    let works = |command: &&command::Command| command.needs != Need::Shelved && command.place.fits(Pane::Article);
    for command in command::all().filter(works) {
        assert!(text.contains(command.title.en), "`{}` is missing in help", command.name);
    }
    assert!(!text.contains("show the sentence"), "that works on the timeline only");
    session.keys("bottom<Enter>");
    assert!(session.app.layers.is_empty());
}

#[test]
fn a_key_without_meaning_says_so() {
    let mut session = open();
    session.keys("Z");
    assert!(session.text().contains("no such key here"), "{}", session.text());
    session.keys("TgZ");
    assert!(session.text().contains("no such key here"), "{}", session.text());
}

#[test]
fn the_measure_can_be_changed() {
    let mut session = Session::open(vec![strait()], Options::default(), (200, 24));
    let usual = session.app.text_area().width;
    session.keys("--");
    assert_eq!(session.app.text_area().width, usual - 8);
    session.keys("+=");
    assert_eq!(session.app.text_area().width, usual);
}

#[test]
fn an_article_without_text_is_no_trouble() {
    let fixture = (Arc::new(Article { id: "empty".into(), ..Article::default() }), Arc::new(Analysis::default()));
    let mut session = Session::open(vec![fixture], Options::default(), (80, 24));
    session.keys("jkGg)({}e.>x/a<Enter>nTjiij<Space>O<Enter>y?");
    session.text();
}

#[test]
fn a_search_in_a_long_article_does_not_hold_up_the_screen() {
    let body = "Feri berangkat lagi. ".repeat(20_000);
    let paragraphs = vec![Span::new(0, body.len())];
    let article = Arc::new(Article { id: "panjang".into(), body, paragraphs, ..Article::default() });
    let mut session = Session::open(vec![(article, Arc::new(Analysis::default()))], Options::default(), (80, 24));
    session.keys("/lagi");
    assert!(session.text().contains("/lagi") && session.text().contains("Enter searches"), "{}", session.text());
    let enter = linimasa::app::Key { code: KeyCode::Enter, ctrl: false, alt: false, shift: false };
    let effects = app::update(&mut session.app, Msg::Key(enter));
    assert!(matches!(&effects[..], [Effect::Search { query, .. }] if query == "lagi"), "{effects:?}");
    assert!(session.text().contains("searching … lagi"), "{}", session.text());
    session.keys("n");
    assert!(session.cursor().contains("|Feri"), "there is nowhere to go yet: {}", session.cursor());
    session.send(Msg::Found { document: 0, query: "feri".into(), hits: vec![Span::new(0, 4)] });
    assert!(session.text().contains("searching"), "what was asked for before is no answer");
    session.send(Msg::Found { document: 0, query: "lagi".into(), hits: vec![Span::new(15, 19), Span::new(36, 40)] });
    assert!(session.cursor().contains("|lagi"), "{}", session.cursor());
    assert!(session.text().contains("1/2 lagi"), "{}", session.text());
}

#[test]
fn a_very_long_article_is_walked_through_row_by_row() {
    let line = "Feri pertama berangkat dari dermaga lama menjelang fajar, kata petugas. ".repeat(20);
    let mut article = Article { id: "long".into(), ..Article::default() };
    for _ in 0..20_000 {
        let start = article.body.len();
        article.body.push_str(&line);
        article.paragraphs.push(Span::new(start, article.body.len()));
        article.body.push('\n');
    }
    let mut session =
        Session::open(vec![(Arc::new(article), Arc::new(Analysis::default()))], Options::default(), (80, 24));
    session.keys("10000G<Space>jjjkk<C-u>}}{");
    session.text();
    session.keys("G");
    assert!(session.text().contains("100%"));
    let key = linimasa::app::Key { code: KeyCode::Up, ctrl: false, alt: false, shift: false };
    (0..100).for_each(|_| session.send(Msg::Key(key)));
    session.text();
}

#[test]
fn an_article_that_could_not_be_read_hints_at_no_key_that_does_nothing_there() {
    let fixture = (Arc::new(Article { id: "a.txt".into(), ..Article::default() }), Arc::new(Analysis::default()));
    let mut session = Session::open(vec![fixture], Options::default(), (80, 24));
    session.send(Msg::LoadFailed { document: 0, reason: "`a.txt` is empty".into() });
    let text = session.keys("<Esc>").text();
    assert!(text.contains("`a.txt` is empty") && text.contains("? help"), "{text}");
    assert!(!text.contains("e name") && !text.contains("x why?"), "{text}");
}
