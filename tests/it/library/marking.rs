//! What the reader makes of articles, and takes back, also in a later run.

use std::fs;

use super::library_of_three;
use crate::program::run;

/// A command over the three articles, and the query that then finds these numbers.
const STEPS: &[(&[&str], &str, &[&str])] = &[
    (&["mark", "1", "2", "--read"], "is:unread", &["3"]),
    (&["mark", "1", "--star", "--tag", "banjir"], "is:starred", &["1"]),
    (&["mark", "3", "--tag", "Banjir", "--tag", "suku bunga"], "tag:banjir", &["1", "3"]),
    (&["undo"], "tag:\"suku bunga\"", &[]),
    (&["undo", "--redo"], "tag:\"suku bunga\"", &["3"]),
    (&["mark", "3", "--untag", "BANJIR"], "tag:banjir", &["1"]),
    (&["undo"], "tag:banjir", &["1", "3"]),
    (&["mark", "2", "--hide"], "", &["1", "3"]),
    (&["mark", "2", "--note", "tanya lagi"], "is:hidden", &["2"]),
    (&["undo"], "is:hidden is:noted", &[]),
    (&["undo"], "", &["1", "3", "2"]),
    (&["undo"], "tag:\"suku bunga\"", &[]),
    (&["undo"], "tag:banjir", &["1"]),
    (&["undo"], "tag:banjir", &[]),
    (&["undo"], "is:starred", &[]),
    (&["undo"], "is:unread", &["1", "3", "2"]),
];

#[test]
fn marks_are_found_and_taken_back_one_by_one() {
    let folder = tempfile::tempdir().unwrap();
    library_of_three(folder.path());
    for (number, (command, query, expected)) in STEPS.iter().enumerate() {
        let (code, _, stderr) = run(folder.path(), command);
        assert_eq!((code, stderr.as_str()), (Some(0), ""), "step {number}: {command:?}");
        let (_, list, _) = run(folder.path(), &["list", "--", query]);
        let numbers: Vec<&str> = list.lines().filter_map(|line| line.split('\t').next()).collect();
        assert_eq!(&numbers, expected, "step {number}: {command:?}, {query}");
    }
    let (code, _, stderr) = run(folder.path(), &["undo"]);
    assert!(code == Some(2) && stderr.contains("nothing to take back"), "{stderr}");
}

#[test]
fn the_commands_of_marks_keep_their_promises() {
    let folder = tempfile::tempdir().unwrap();
    library_of_three(folder.path());
    let cases: &[(&[&str], i32, &str, &str)] = &[
        (&["mark", "1"], 2, "", "nothing was asked for"),
        (&["mark", "1", "9", "--star"], 1, "", "there is no article 9"),
        (&["mark", "1", "--tag", "a\"b"], 2, "", "without quotation marks"),
        (&["list", "--json", "is:starred"], 0, "\"starred\":true", ""),
        (&["mark", "1", "--tag", "b", "--tag", "a"], 0, "", ""),
        (&["list", "--json", "tag:a"], 0, "\"tags\":[\"a\",\"b\"]", ""),
        (&["tags"], 0, "a\t1\nb\t1\n", ""),
        (&["view"], 0, "", ""),
        (&["view", "penting", "--", "is:starred", "-tag:z"], 0, "", ""),
        (&["view"], 0, "penting\tis:starred -tag:z\n", ""),
        (&["view", "salah", "is:new"], 2, "", "nothing is `new`"),
        (&["view", "kosong"], 2, "", "the query is missing"),
        (&["view", "penting", "--remove"], 0, "", ""),
        (&["view", "penting", "--remove"], 2, "", "there is no view `penting`"),
    ];
    for (arguments, expected_code, expected, complaint) in cases {
        let (code, stdout, stderr) = run(folder.path(), arguments);
        assert_eq!(code, Some(*expected_code), "{arguments:?}: {stdout}{stderr}");
        assert!(stdout.contains(expected) && (stdout.is_empty() == expected.is_empty()), "{arguments:?}: {stdout}");
        assert!(stderr.contains(complaint) && (stderr.is_empty() == complaint.is_empty()), "{arguments:?}: {stderr}");
    }
}

#[test]
fn a_trail_tells_what_happened_with_somebody_over_all_articles() {
    let folder = tempfile::tempdir().unwrap();
    library_of_three(folder.path());
    let other =
        "Banjir surut di Ambon pada 5 Februari 2024. Presiden Raditya Kusuma meninjau Ambon pada 9 Juli 2025.\n";
    fs::write(folder.path().join("other.txt"), other).unwrap();
    assert_eq!(run(folder.path(), &["add", "other.txt"]).0, Some(0));
    let (code, trail, _) = run(folder.path(), &["trail", "place", "ambon"]);
    let told: Vec<Vec<&str>> = trail.lines().map(|line| line.split('\t').collect()).collect();
    let when: Vec<(&str, &str)> = told.iter().map(|fields| (fields[0], fields[3])).collect();
    assert_eq!(
        (code, when.as_slice()),
        (Some(0), &[("2024-02-05", "4"), ("2024-03-03", "2"), ("2025-07-09", "4")][..])
    );
    assert!(told[2][4].contains("meninjau Ambon"), "{trail}");
    let last = run(folder.path(), &["trail", "place", "ambon", "--limit", "1"]).1;
    assert!(last.lines().count() == 1 && trail.ends_with(&last), "{last}");
    assert_eq!(run(folder.path(), &["trail", "orang", "Ambon"]).0, Some(2));
    let said = run(folder.path(), &["trail", "--said", "person", "alice", "whitfield"]).1;
    assert!(said.starts_with("2025-01-15\tclaim\tThe Daily Ledger\t3\tThe central bank raised its rate"), "{said}");
}

#[test]
fn what_changed_in_an_article_is_told() {
    let folder = tempfile::tempdir().unwrap();
    library_of_three(folder.path());
    assert_eq!(run(folder.path(), &["show", "--changes", "1"]), (Some(0), String::new(), String::new()));
    let changed = "Banjir bandang melanda Kabupaten Demak di Jawa Tengah pada 13 Juli 2025, kata Bupati Hartati Wulandari kepada Kantor Berita Antara.\nAir mulai surut.\n";
    fs::write(folder.path().join("flood.txt"), changed).unwrap();
    assert_eq!(run(folder.path(), &["add", "flood.txt"]).0, Some(0));
    let (code, changes, _) = run(folder.path(), &["show", "--changes", "1"]);
    let lines: Vec<&str> = changes.lines().collect();
    assert!(
        code == Some(0) && lines[0].contains("pada [-12-]{+13+} Juli") && lines[1] == "+Air mulai surut.",
        "{changes}"
    );
    assert_eq!(run(folder.path(), &["show", "--versions", "1"]).1.lines().count(), 2);
    assert_eq!(run(folder.path(), &["show", "--changes", "9"]).0, Some(2));
}
