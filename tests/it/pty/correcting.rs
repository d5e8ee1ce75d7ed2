//! Corrections made in a real terminal, by the real program, in a real folder.

use std::fs;
use std::path::Path;

use super::LINIMASA;
use super::terminal::Terminal;

/// The program with a data folder of this test.
fn open(folder: &Path) -> Terminal {
    let data = format!("LINIMASA_DATA={}", folder.display());
    Terminal::start(&["/usr/bin/env", &data, LINIMASA], 100, 30)
}

fn reading(folder: &Path) -> Terminal {
    let terminal = open(folder);
    terminal.wait_for_text("2022-02");
    terminal
}

#[test]
fn two_readers_at_once_lose_no_correction_and_a_third_can_take_them_back() {
    let folder = tempfile::tempdir().unwrap();
    let (mut one, mut other) = (reading(folder.path()), reading(folder.path()));
    one.type_keys("pkursk\rMnot a name\r");
    one.wait_for_text("Kursk is no name; U takes it back");
    other.type_keys("plavrov\rMrename\r\u{15}S. Lavrov\r");
    other.wait_for_text("now called S. Lavrov; U takes it back");
    for terminal in [&mut one, &mut other] {
        terminal.type_keys("Q");
        assert_eq!(terminal.wait_for_end(), 0);
    }
    let mut third = reading(folder.path());
    third.type_keys("C");
    third.wait_for_text("not a name: Kursk");
    third.wait_for_text("renamed: Sergei Lavrov → S. Lavrov");
    third.type_keys("lavrov\r");
    third.wait_for_text("taken back: renamed: Sergei Lavrov");
    let file = fs::read_to_string(folder.path().join("corrections.toml")).unwrap();
    assert!(file.contains("Kursk") && !file.contains("Lavrov"), "{file}");
    third.type_keys("Q");
    third.wait_for_end();
}

#[test]
fn a_wrong_line_is_told_on_the_screen_and_at_the_end() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("corrections.toml"), "[[kind]]\nname = 'Kursk'\nkind = 'pink'\n").unwrap();
    let mut terminal = reading(folder.path());
    terminal.wait_for_text("corrections.toml, line 3: unknown variant `pink`");
    terminal.type_keys("q");
    assert_eq!(terminal.wait_for_end(), 0, "the article was shown");
    terminal.assert_given_back();
    terminal.wait_for_text("line 3: unknown variant `pink`");
}
