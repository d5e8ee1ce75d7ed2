//! The library in a real terminal: opened by the bare program, and kept when that ends.

use std::fs;
use std::path::Path;

use super::LINIMASA;
use super::terminal::Terminal;

fn open(folder: &Path, arguments: &[&str]) -> Terminal {
    let data = format!("LINIMASA_DATA={}", folder.display());
    Terminal::start(&[&["/usr/bin/env", &data, LINIMASA], arguments].concat(), 100, 30)
}

/// A library of one article of three paragraphs.
fn library(folder: &Path) {
    let file = folder.join("berita.txt");
    fs::write(&file, "Banjir melanda Demak.\n\nAir mulai surut.\n\nWarga pulang ke rumah.\n").unwrap();
    let adding = open(folder, &["add", &file.to_string_lossy()]);
    assert_eq!(adding.wait_for_end(), 0);
}

#[test]
fn the_bare_program_opens_the_library_and_keeps_where_reading_stopped() {
    let folder = tempfile::tempdir().unwrap();
    library(folder.path());
    let mut terminal = open(folder.path(), &[]);
    terminal.wait_for_text("1/1");
    terminal.type_keys("\r");
    terminal.wait_for_text("Warga pulang");
    terminal.type_keys("G");
    terminal.wait_for("the cursor at the last paragraph", |screen| screen.cursor_position().0 > 5);
    terminal.type_keys("Q");
    assert_eq!(terminal.wait_for_end(), 0);
    let mut again = open(folder.path(), &[]);
    again.wait_for_text("1/1");
    again.type_keys("\r");
    again.wait_for("the cursor at the last paragraph", |screen| screen.cursor_position().0 > 5);
    again.type_keys("q");
    again.wait_for_text("Library");
    again.type_keys("q");
    assert_eq!(again.wait_for_end(), 0);
}

#[test]
fn without_a_library_and_for_welcome_the_commissioned_article_opens() {
    let folder = tempfile::tempdir().unwrap();
    let mut empty = open(folder.path(), &[]);
    empty.wait_for_text("Kim Jong Un Dukung Rusia");
    empty.type_keys("Q");
    empty.wait_for_end();
    assert!(!folder.path().join("library.db").exists());
    library(folder.path());
    let mut welcome = open(folder.path(), &["welcome"]);
    welcome.wait_for_text("Kim Jong Un Dukung Rusia");
    welcome.type_keys("Q");
    assert_eq!(welcome.wait_for_end(), 0);
}

#[test]
fn a_damaged_library_is_told_of_and_files_are_still_read() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("library.db"), "no database, but long enough to be taken for one by its size")
        .unwrap();
    let mut terminal = open(folder.path(), &[]);
    terminal.wait_for_text("Kim Jong Un Dukung Rusia");
    terminal.wait_for_text("library.db");
    terminal.type_keys("Q");
    terminal.wait_for_end();
}

#[test]
fn a_library_that_follows_feeds_and_has_no_article_yet_opens() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("feeds.opml");
    fs::write(
        &file,
        "<opml version='2.0'><body><outline xmlUrl='https://warta.invalid/feed' text='Warta'/></body></opml>",
    )
    .unwrap();
    assert_eq!(open(folder.path(), &["feed", "import", &file.to_string_lossy()]).wait_for_end(), 0);
    let mut terminal = open(folder.path(), &[]);
    terminal.wait_for_text("Library");
    terminal.type_keys("Q");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn people_are_told_why_nothing_is_listed() {
    let folder = tempfile::tempdir().unwrap();
    library(folder.path());
    let cases: [(&[&str], &str); 9] = [
        (&["search", "kemarau"], "linimasa: no article fits `kemarau`; `linimasa list` prints all"),
        (&["list", "is:starred"], "linimasa: no article fits `is:starred`"),
        (&["trail", "person", "Kim"], "linimasa: no article tells of `Kim` as person; expected the whole name"),
        (&["show", "--changes", "1"], "linimasa: article 1 has one version"),
        (&["view"], "linimasa: there is no view"),
        (&["tags"], "linimasa: there is no tag"),
        (&["corrections"], "linimasa: nothing is corrected"),
        (&["feed", "list"], "linimasa: no feed is followed"),
        (&["feed", "refresh"], "linimasa: no feed is followed"),
    ];
    for (arguments, told) in cases {
        let terminal = open(folder.path(), arguments);
        terminal.wait_for_text(told);
        assert_eq!(terminal.wait_for_end(), 0, "{arguments:?}");
    }
    let emptied = open(folder.path(), &["rm", "1"]);
    assert_eq!(emptied.wait_for_end(), 0);
    open(folder.path(), &["list"]).wait_for_text("linimasa: no article is listed; `linimasa add` keeps some");
}
