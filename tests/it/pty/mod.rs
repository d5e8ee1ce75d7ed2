//! The real program in a real pseudo-terminal: what is on the screen, and that the terminal comes back.

mod correcting;
mod shelf;
mod terminal;

use rustix::process::Signal;
use vt100::{MouseProtocolMode, Screen};

use linimasa::app::{App, Msg, Options};
use linimasa::ingest::{self, Overrides, Source};
use linimasa::tui::{self, Inbox};
use terminal::Terminal;

const LINIMASA: &str = env!("CARGO_BIN_EXE_linimasa");

/// Words from the first line of the commissioned article.
const OPENING: &str = "PYONGYANG, KOMPAS.com";

/// The program without arguments, with the article and its marks in view.
fn reading() -> Terminal {
    let terminal = Terminal::start(&[LINIMASA], 100, 30);
    terminal.wait_for_text(OPENING);
    terminal.wait_for_text("2022-02");
    terminal
}

#[test]
fn the_screen_opens_and_q_gives_the_terminal_back() {
    let mut terminal = reading();
    terminal.wait_for("screen of its own", |screen| screen.alternate_screen() && screen.bracketed_paste());
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.assert_given_back();
}

#[test]
fn jumps_show_the_sentence_and_go_back() {
    let mut terminal = reading();
    terminal.type_keys("4.");
    terminal.wait_for_text("Dalam wawancara");
    terminal.type_keys("\u{f}");
    terminal.wait_for_text(OPENING);
}

#[test]
fn the_outlet_lens_shows_that_it_is_on_until_escape() {
    let mut terminal = reading();
    terminal.type_keys("OKCNA");
    terminal.wait_for_text("> KCNA");
    terminal.type_keys(" \r");
    terminal.wait_for("lens", |screen| screen.contents().contains("only: KCNA"));
    terminal.type_keys("\u{1b}");
    terminal.wait_for("text without a lens", |screen| !screen.contents().contains("only: KCNA"));
}

#[test]
fn a_search_finds_what_lies_below() {
    let mut terminal = reading();
    terminal.wait_for("text that begins at the top", |screen| !screen.contents().contains("“agresi”"));
    terminal.type_keys("/agresi\r");
    terminal.wait_for_text("“agresi”");
}

#[test]
fn what_is_pasted_is_text_and_no_keys() {
    let mut terminal = reading();
    terminal.type_keys("\u{1b}[200~qQ\u{1b}[201~");
    terminal.type_keys("/\u{1b}[200~agresi\u{1b}[201~\r");
    terminal.wait_for_text("“agresi”");
}

#[test]
fn the_wheel_scrolls_the_text_under_the_pointer() {
    let mut terminal = reading();
    terminal.type_keys(&"\u{1b}[<65;10;10M".repeat(8));
    terminal.wait_for("text further down", |screen| !screen.contents().contains(OPENING));
}

#[test]
fn a_sentence_is_copied_through_the_terminal() {
    let mut terminal = reading();
    terminal.type_keys(")y");
    // 'Pemimpin '
    terminal.wait_for_clipboard("UGVtaW1waW4g");
}

#[test]
fn the_text_is_set_anew_in_another_window() {
    let mut terminal = reading();
    let has_name = |screen: &Screen| row(screen, OPENING).contains("Kim Jong");
    terminal.wait_for("wide row", has_name);
    terminal.resize(50, 20);
    terminal.wait_for("narrow row", |screen| !row(screen, OPENING).is_empty() && !has_name(screen));
    terminal.resize(160, 40);
    terminal.wait_for("wide row again", has_name);
}

/// The row of the screen that holds `text`.
fn row(screen: &Screen, text: &str) -> String {
    screen.contents().lines().find(|row| row.contains(text)).unwrap_or("").to_owned()
}

#[test]
fn signals_end_it_and_give_the_terminal_back() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)] {
        let terminal = reading();
        terminal.signal(signal);
        assert_eq!(terminal.wait_for_end(), code, "{signal:?}");
        terminal.assert_given_back();
    }
}

#[test]
fn control_c_ends_it() {
    let mut terminal = reading();
    terminal.type_keys("\u{3}");
    terminal.wait_for_end();
    terminal.assert_given_back();
}

#[test]
fn it_ends_when_the_window_is_closed() {
    let mut terminal = reading();
    terminal.close();
    assert_eq!(terminal.wait_for_end(), 129);
}

#[test]
fn the_mouse_is_taken_and_given_back() {
    let mut terminal = reading();
    terminal.wait_for("mouse", |screen| screen.mouse_protocol_mode() != MouseProtocolMode::None);
    terminal.type_keys("q");
    terminal.wait_for_end();
    terminal.assert_given_back();

    let terminal = Terminal::start(&[LINIMASA, "--no-mouse"], 100, 30);
    terminal.wait_for_text(OPENING);
    terminal.wait_for("mouse left alone", |screen| screen.mouse_protocol_mode() == MouseProtocolMode::None);
    terminal.signal(Signal::TERM);
    terminal.wait_for_end();
}

#[test]
fn a_stopped_program_gives_the_terminal_back_and_comes_back_whole() {
    stop_and_continue(|terminal| terminal.type_keys("\u{1a}"));
    stop_and_continue(|terminal| terminal.signal(Signal::TSTP));
}

#[track_caller]
fn stop_and_continue(stop: impl Fn(&mut Terminal)) {
    let mut terminal = shell_with_program();
    stop(&mut terminal);
    terminal.wait_for_return();
    terminal.wait_for_text("topped");
    assert_line_mode(&mut terminal, "stopped");
    terminal.type_keys("fg\r");
    terminal.wait_for("article again", |screen| screen.alternate_screen() && screen.contents().contains(OPENING));
    terminal.type_keys("q");
    terminal.wait_for_return();
    assert_line_mode(&mut terminal, "left");
}

#[test]
fn a_stop_that_cannot_be_caught_is_recovered_from() {
    let mut terminal = shell_with_program();
    terminal.signal(Signal::STOP);
    terminal.wait_for_text("topped");
    // Nobody could give the terminal back: the shell stands in the raw one, where a line does not end with Enter.
    terminal.type_keys("clear; fg\n");
    terminal.wait_for("article again", |screen| {
        screen.contents().contains(OPENING) && !screen.contents().contains("topped")
    });
    terminal.type_keys("q");
    terminal.wait_for_return();
    assert_line_mode(&mut terminal, "left");
}

/// A shell with job control, which has started the program.
fn shell_with_program() -> Terminal {
    let mut terminal = Terminal::start(&["/bin/sh", "-i"], 100, 30);
    terminal.wait_for_text("shell> ");
    terminal.type_keys(&format!("{LINIMASA}\r"));
    terminal.wait_for_text(OPENING);
    terminal
}

/// Has the shell say whether lines are edited by the terminal, as they are when nobody has made it raw.
#[track_caller]
fn assert_line_mode(terminal: &mut Terminal, when: &str) {
    terminal.wait_for("prompt", |screen| screen.contents().trim_end().ends_with("shell>"));
    terminal.type_keys(&format!("echo {when}-$(stty -a | grep -c ' icanon')\r"));
    terminal.wait_for_text(&format!("{when}-1"));
}

#[test]
fn without_a_shell_to_come_back_from_it_does_not_stop() {
    let mut terminal = reading();
    terminal.type_keys("\u{1a}q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.assert_given_back();
}

#[test]
fn keys_come_from_the_terminal_when_the_text_is_piped_in() {
    let piped = format!("printf 'Ayu Lestari tiba di Ambon.' | {LINIMASA}");
    let mut terminal = Terminal::start(&["/bin/sh", "-c", &piped], 80, 24);
    terminal.wait_for_text("Ayu Lestari tiba");
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.assert_given_back();
}

#[test]
fn an_article_can_be_typed() {
    let mut terminal = Terminal::start(&[LINIMASA, "-"], 100, 24);
    terminal.wait_for_text("reading the article from the keyboard");
    terminal.type_keys("Ayu Lestari tiba di Ambon.\r\u{4}");
    terminal.wait_for("the screen", |screen| screen.alternate_screen() && screen.contents().contains("standard input"));
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.assert_given_back();
}

#[test]
fn a_missing_file_is_told_without_opening_the_screen() {
    let terminal = Terminal::start(&[LINIMASA, "no-such-file.txt"], 80, 24);
    assert_eq!(terminal.wait_for_end(), 2);
    terminal.wait_for_text("linimasa: `no-such-file.txt` does not exist");
    terminal.assert_given_back();
}

#[test]
fn a_file_that_could_not_be_read_is_told_at_the_end() {
    let mut terminal =
        Terminal::start(&[LINIMASA, "no-such-file.txt", "assets/articles/kompas-2025-07-13.txt"], 80, 24);
    terminal.wait_for_text(OPENING);
    terminal.type_keys("\u{3}");
    assert_eq!(terminal.wait_for_end(), 1);
    terminal.assert_given_back();
    terminal.wait_for_text("linimasa: `no-such-file.txt` does not exist");
}

#[test]
fn a_window_of_any_size_is_survived() {
    let mut terminal = reading();
    for (columns, rows) in [(200, 50), (1, 1), (40, 10), (2, 60), (120, 40)] {
        terminal.resize(columns, rows);
    }
    terminal.wait_for_text(OPENING);
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.assert_given_back();
}

#[test]
fn a_panic_gives_the_terminal_back_and_is_told() {
    let this = std::env::current_exe().unwrap();
    let child =
        ["/usr/bin/env", "PANIC=1", this.to_str().unwrap(), "--exact", "pty::the_panicking_program", "--nocapture"];
    let terminal = Terminal::start(&child, 100, 30);
    terminal.wait_for_text("a bad day");
    terminal.wait_for_end();
    terminal.assert_given_back();
}

/// Not a test of its own: what the test above runs in a terminal.
#[test]
fn the_panicking_program() {
    if std::env::var_os("PANIC").is_none() {
        return;
    }
    let mut app = App::new(Options::default(), vec!["a".to_owned()]);
    let inbox = Inbox::new();
    let article =
        ingest::read(&Source::Embedded(linimasa::assets::COMMISSIONED_ARTICLE), &Overrides::default()).unwrap();
    inbox.answers()(Msg::Loaded { document: 0, article: article.into() });
    let _ = tui::run(&mut app, &inbox, &|_| panic!("a bad day"));
}
