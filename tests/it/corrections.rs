//! `linimasa corrections`, and corrections in whatever the program prints.

use std::fs;
use std::path::Path;
use std::process::Child;

use linimasa::corrections::Book;

use crate::program::{CASE, Case, check, linimasa, run, told};

const FILE: &str = "data/corrections.toml";

const ALL: &[u8] = b"# ours\n[[merge]]\nnames = ['Jokowi', 'Pak Joko']\ninto = 'Joko Widodo'\nkind = 'person'\n\
    [[split]]\nwords = 'Kim'\nfrom = 'Kim Jong Un'\nname = 'Kim Yo Jong'\narticle = 'a.txt'\n\
    [[rename]]\nname = 'BI'\nto = 'Bank Indonesia'\n[[kind]]\nname = 'Antara'\nkind = 'outlet'\n\
    [[not-a-name]]\nname = 'Gambir'\n[[add]]\nwords = 'bajul ijo'\nkind = 'organisation'\n";

const WRONG: &[u8] = b"[[kind]]\nname = 'Ambon'\nkind = 'pink'\n\n[[kind]]\nname = 'Ambon'\nkind = 'other'\n";

const STORY: &[u8] = b"Presiden Vladimir Putin tiba di Ambon.\n";

const CASES: &[Case] = &[
    Case { name: "no corrections yet", arguments: &["corrections"], ..CASE },
    Case {
        name: "every kind of correction",
        files: &[(FILE, ALL)],
        arguments: &["corrections"],
        stdout_has: &[
            "merge\tJokowi, Pak Joko\tJoko Widodo\tperson\nsplit\tKim of Kim Jong Un\tKim Yo Jong\t\ta.txt\n",
            "rename\tBI\tBank Indonesia\nkind\tAntara\t\toutlet\nnot-a-name\tGambir\nadd\tbajul ijo\t\torganisation\n",
        ],
        ..CASE
    },
    Case {
        name: "a wrong entry is named and the rest is listed",
        files: &[(FILE, WRONG)],
        arguments: &["corrections"],
        code: 1,
        stdout_has: &["kind\tAmbon\t\tother\n"],
        stderr_has: &["data/corrections.toml`, line 3: unknown variant `pink`, expected one of `person`", "is skipped"],
        ..CASE
    },
    Case {
        name: "the path of the file",
        arguments: &["corrections", "--file"],
        stdout_has: &["/data/corrections.toml\n"],
        ..CASE
    },
    Case {
        name: "nothing to take back",
        arguments: &["corrections", "--undo"],
        code: 1,
        stderr_has: &["there is nothing to take back"],
        ..CASE
    },
    Case {
        name: "one thing at a time",
        arguments: &["corrections", "--undo", "--file"],
        code: 2,
        stderr_has: &["--undo", "--file"],
        ..CASE
    },
    Case {
        name: "a file that cannot be read",
        files: &[("data/corrections.toml/a", b"")],
        arguments: &["corrections"],
        code: 2,
        stderr_has: &["data/corrections.toml` could not be read"],
        ..CASE
    },
    Case {
        name: "an article is printed as corrected",
        files: &[("a.txt", STORY), (FILE, b"[[rename]]\nname = 'vladimir putin'\nto = 'V. Putin'\n")],
        arguments: &["--language=id", "a.txt"],
        stdout_has: &["entity\tperson\tV. Putin\t1 mention\tVladimir Putin\n"],
        ..CASE
    },
    Case {
        name: "a wrong entry costs neither the article nor the others",
        files: &[("a.txt", STORY), (FILE, WRONG)],
        arguments: &["--language=id", "a.txt"],
        stdout_has: &["entity\tother\tAmbon\t1 mention\n"],
        stderr_has: &["line 3: unknown variant `pink`"],
        ..CASE
    },
    Case {
        name: "without a readable file nothing is corrected",
        files: &[("a.txt", STORY), ("data/corrections.toml/a", b"")],
        arguments: &["--language=id", "a.txt"],
        stdout_has: &["entity\tplace\tAmbon\t1 mention\n"],
        stderr_has: &["could not be read"],
        ..CASE
    },
];

#[test]
fn corrections_are_listed_and_hold() {
    CASES.iter().for_each(check);
}

fn write(folder: &Path, text: &[u8]) {
    fs::create_dir(folder.join("data")).unwrap();
    fs::write(folder.join(FILE), text).unwrap();
}

#[test]
fn the_last_is_taken_back_and_comments_stay() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), b"# ours\n[[not-a-name]]\nname = 'A' # so\n\n# about B\n[[not-a-name]]\nname = 'B'\n");
    assert_eq!(run(folder.path(), &["corrections", "--undo"]).1, "not-a-name\tB\n");
    let left = fs::read_to_string(folder.path().join(FILE)).unwrap();
    assert_eq!(left, "# ours\n[[not-a-name]]\nname = 'A' # so\n\n# about B\n");
}

#[test]
fn of_many_processes_that_take_back_each_takes_another() {
    let folder = tempfile::tempdir().unwrap();
    let entries: Vec<String> = (0..6).map(|entry| format!("[[not-a-name]]\nname = 'A{entry}'\n")).collect();
    write(folder.path(), entries.concat().as_bytes());
    let undo = || linimasa(folder.path()).args(["corrections", "--undo"]).spawn().unwrap();
    let children: Vec<Child> = entries.iter().map(|_| undo()).collect();
    let output = |child: Child| told(child.wait_with_output().unwrap()).1;
    let mut taken: Vec<String> = children.into_iter().map(output).collect();
    taken.sort();
    let expected: Vec<String> = (0..6).map(|entry| format!("not-a-name\tA{entry}\n")).collect();
    assert_eq!(taken, expected);
    assert_eq!(fs::read_to_string(folder.path().join(FILE)).unwrap(), "");
}

#[test]
fn the_example_in_the_readme_makes_sense() {
    let readme = include_str!("../../README.md");
    let example = readme.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let book = Book::parse(example.as_bytes());
    assert_eq!(book.problems, []);
    let mut actions: Vec<&str> = book.entries.iter().map(|entry| entry.correction.action()).collect();
    actions.sort_unstable();
    assert_eq!(actions, ["add", "kind", "merge", "not-a-name", "rename", "split"]);
}
