//! The library when it is misused: killed, damaged, full, locked, of another time.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use linimasa::assets::LIBRARY_STEPS;
use linimasa::library::{Library, Query};
use linimasa::model::Act;

use super::{FLOOD, library_of_three};
use crate::program::{finish, linimasa, run, told, unprivileged};

#[test]
fn what_cannot_be_a_library_is_told_and_left_alone() {
    let cases: &[(&str, &[u8], &str)] = &[
        (
            "data/library.db",
            b"this is no database, and long enough to be taken for one by its size: 0123456789",
            "damaged",
        ),
        ("data", b"", "could not be made"),
    ];
    for (file, bytes, complaint) in cases {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        fs::write(folder.path().join("flood.txt"), FLOOD).unwrap();
        for arguments in [&["list"][..], &["add", "flood.txt"], &["check"]] {
            let (code, _, stderr) = run(folder.path(), arguments);
            assert!(code == Some(2) && stderr.contains(complaint), "{file} {arguments:?}: {stderr}");
            assert_eq!(fs::read(&path).unwrap(), *bytes, "{file} {arguments:?}");
        }
        // Files can still be read.
        assert_eq!(run(folder.path(), &["flood.txt"]).0, Some(0), "{file}");
    }
}

#[test]
fn a_library_of_an_older_form_is_brought_up_after_a_copy() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    fs::create_dir(&data).unwrap();
    let old = rusqlite::Connection::open(data.join("library.db")).unwrap();
    old.execute_batch(LIBRARY_STEPS[0]).unwrap();
    old.execute_batch(
        r#"BEGIN;
        INSERT INTO article VALUES (1, 'a', '2025-07-14T01:00:00Z', '2025-07-13', 2), (2, 'b', '2025-07-14T02:00:00Z', '2025-07-14', 3);
        INSERT INTO version VALUES (1, 1, '2025-07-14T01:00:00Z', 'Lama', 'Banjir.', 'Kabar', 'id', '2025-07-13', '{"id":"a","body":"","paragraphs":[],"format":"plain"}'),
            (2, 1, '2025-07-14T01:30:00Z', 'Demak', 'Banjir bandang.', 'Kabar', 'id', '2025-07-13', '{"id":"a","body":"","paragraphs":[],"format":"plain"}'),
            (3, 2, '2025-07-14T02:00:00Z', 'Ambon', 'Kafe ramai.', '', 'id', NULL, '{"id":"b","body":"","paragraphs":[],"format":"plain"}');
        INSERT INTO entity VALUES (1, 2, 'place', 'Demak', 1, 0);
        INSERT INTO event VALUES (1, 2, 'Banjir', 'reported', '2025-07-12T00:00:00', '2025-07-13T00:00:00');
        PRAGMA user_version = 1; COMMIT;"#,
    )
    .unwrap();
    drop(old);
    for (query, expected) in
        [("", "2 1"), ("banjir", "1"), ("place:demak", "1"), ("from:2025-07-12", "1"), ("kafe", "2")]
    {
        let list = run(folder.path(), &["list", query]).1;
        let numbers: Vec<&str> = list.lines().filter_map(|line| line.split('\t').next()).collect();
        assert_eq!(numbers.join(" "), expected, "{query}");
    }
    assert_eq!(run(folder.path(), &["check"]).0, Some(0));
    assert_eq!(run(folder.path(), &["rm", "1", "2"]).0, Some(0));
    assert_eq!(run(folder.path(), &["check"]).0, Some(0));
    assert!(data.join("library.db.form-1").exists());
}

#[test]
fn a_newer_library_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    library_of_three(folder.path());
    let newer = rusqlite::Connection::open(folder.path().join("data/library.db")).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    drop(newer);
    let (code, _, stderr) = run(folder.path(), &["list"]);
    assert!(code == Some(2) && stderr.contains("newer linimasa (its form is 99"), "{stderr}");
    assert_eq!(run(folder.path(), &["flood.txt"]).0, Some(0));
}

#[test]
fn two_programs_write_at_once_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let children: Vec<Child> = (0..3)
        .map(|program| {
            let names: Vec<String> = (0..15).map(|number| format!("{program}-{number}.txt")).collect();
            for name in &names {
                fs::write(folder.path().join(name), format!("Berita {name} dari Ambon.\n")).unwrap();
            }
            start(linimasa(folder.path()).arg("add").args(&names))
        })
        .collect();
    for mut child in children {
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
    let library = Library::open(&folder.path().join("data")).unwrap();
    assert_eq!(library.list(&Query::everything(), 100).unwrap().len(), 45);
    assert_eq!(library.check().unwrap(), Vec::<String>::new());
}

#[test]
fn a_library_that_another_program_holds_is_told_of_and_can_still_be_read() {
    let folder = tempfile::tempdir().unwrap();
    library_of_three(folder.path());
    let holder = rusqlite::Connection::open(folder.path().join("data/library.db")).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let started = Instant::now();
    let (code, _, stderr) = run(folder.path(), &["mark", "1", "--star"]);
    assert!(code == Some(2) && stderr.contains("is being changed by another program"), "{stderr}");
    assert!(started.elapsed() < Duration::from_secs(60));
    assert_eq!(run(folder.path(), &["list"]).1.lines().count(), 3);
    holder.execute_batch("ROLLBACK").unwrap();
    assert_eq!(run(folder.path(), &["mark", "1", "--star"]).0, Some(0));
}

/// A file system that takes no more: files may not grow beyond what the library has by now and some pages.
#[cfg(unix)]
#[test]
fn a_full_disk_is_told_of_and_what_was_added_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    library_of_three(folder.path());
    let long: String = (0..200_000).map(|number| format!("kata{number} ")).collect();
    fs::write(folder.path().join("long.txt"), long).unwrap();
    // In blocks of 512 or 1,024 bytes, as the shell has it: less than the long article needs either way.
    let limited = format!("ulimit -f 1000; trap '' XFSZ; exec '{}' add long.txt", env!("CARGO_BIN_EXE_linimasa"));
    let command = linimasa(folder.path());
    let mut shell = Command::new("sh");
    shell.args(["-c", &limited]).current_dir(folder.path());
    shell.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let (code, _, stderr) = told(finish(&mut shell, b""));
    assert!(code == Some(2) && stderr.contains("full"), "{stderr}");
    assert_eq!(run(folder.path(), &["list"]).1.lines().count(), 3);
    assert_eq!(run(folder.path(), &["check"]).0, Some(0));
    assert_eq!(run(folder.path(), &["add", "long.txt"]).0, Some(0));
}

#[cfg(unix)]
#[test]
fn a_library_in_a_folder_that_may_only_be_read_is_told_of_and_files_are_still_read() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    library_of_three(folder.path());
    let data = folder.path().join("data");
    let allow = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    allow(&data.join("library.db"), 0o444);
    allow(&data, 0o555);
    let try_it = |arguments: &[&str]| {
        let (code, _, stderr) = told(finish(unprivileged(folder.path()).args(arguments), b""));
        (code, stderr)
    };
    let (marked, listed, read) = (try_it(&["mark", "1", "--star"]), try_it(&["list"]), try_it(&["flood.txt"]));
    allow(&data, 0o755);
    assert!(marked.0 == Some(2) && marked.1.contains("may not be written to"), "{marked:?}");
    assert!(listed.0 == Some(0) || listed.1.contains("may not be written to"), "{listed:?}");
    assert_eq!(read.0, Some(0), "{read:?}");
    allow(&data.join("library.db"), 0o644);
    assert_eq!(run(folder.path(), &["check"]).0, Some(0));
}

#[test]
fn a_killed_import_loses_nothing_that_was_told() {
    let folder = tempfile::tempdir().unwrap();
    const ARTICLES: usize = 8;
    const ROUNDS: usize = 200;
    let names: Vec<String> = (0..ARTICLES).map(|number| format!("{number}.txt")).collect();
    for (number, name) in names.iter().enumerate() {
        fs::write(folder.path().join(name), format!("Berita nomor {number} dari Ambon pada 3 Maret 2024.\n")).unwrap();
    }
    let import = || {
        let mut command = linimasa(folder.path());
        command.arg("add").args(&names);
        command
    };
    // How long a whole run takes is measured here, so that kills fall everywhere within it.
    let started = Instant::now();
    assert_eq!(finish(&mut import(), b"").status.code(), Some(0));
    let whole = started.elapsed();
    // Each kill falls at another moment of the run; what a run before it wrote must be there whole.
    let mut least = 0;
    for round in 0..ROUNDS {
        let text = |number: usize| format!("Berita {number} putaran {round} dari Ambon pada 3 Maret 2024.\n");
        for (number, name) in names.iter().enumerate() {
            fs::write(folder.path().join(name), text(number)).unwrap();
        }
        let mut library = Library::open(&folder.path().join("data")).unwrap();
        let note = format!("putaran {round}");
        library.act(&[1], &Act::Note(note.clone())).unwrap();
        library.keep_place(2, round % 7, true).unwrap();
        let mut child = start(&mut import());
        std::thread::sleep(whole * (round * 37 % ROUNDS) as u32 / ROUNDS as u32);
        let _ = child.kill();
        child.wait().unwrap();
        let library = Library::open(&folder.path().join("data")).unwrap();
        let listed = library.list(&Query::everything(), 100).unwrap();
        assert_eq!(listed.len(), ARTICLES, "round {round}");
        let noted = listed.iter().find(|listed| listed.id == 1).unwrap();
        assert_eq!((noted.standing.note.as_str(), library.place(2).unwrap()), (note.as_str(), round % 7));
        let versions: usize = (1..=ARTICLES as i64).map(|id| library.versions(id).unwrap().len()).sum();
        assert!(versions >= least, "round {round}: {versions} versions, there were {least}");
        least = versions;
    }
    let library = Library::open(&folder.path().join("data")).unwrap();
    assert_eq!(library.check().unwrap(), Vec::<String>::new());
}

fn start(command: &mut Command) -> Child {
    command.stdin(Stdio::null()).stdout(Stdio::null()).spawn().unwrap()
}
