use std::thread;

use super::*;

fn not_a_name(name: &str) -> Correction {
    Correction::NotAName { name: name.to_owned() }
}

#[test]
fn where_there_is_no_file_there_are_no_corrections() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::in_folder(&folder.path().join("new"));
    assert_eq!(store.read().unwrap(), Book::default());
    assert_eq!(store.edit(&Edit::TakeBack(not_a_name("A"))).unwrap(), Book::default());
    assert!(!store.path().exists(), "nothing to take back is nothing to write");
}

#[test]
fn many_writers_lose_nothing() {
    const WRITERS: usize = 6;
    const ENTRIES: usize = 8;
    let folder = tempfile::tempdir().unwrap();
    let store = Store::in_folder(folder.path());
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let store = &store;
            scope.spawn(move || {
                for entry in 0..ENTRIES {
                    store.edit(&Edit::Append(not_a_name(&format!("A{writer}-{entry}")))).unwrap();
                }
                store.edit(&Edit::TakeBack(not_a_name(&format!("A{writer}-0")))).unwrap();
            });
        }
    });
    let book = store.read().unwrap();
    assert_eq!((book.entries.len(), book.problems.len()), (WRITERS * (ENTRIES - 1), 0));
}

#[test]
fn of_many_who_take_the_last_back_each_takes_another() {
    const ENTRIES: usize = 8;
    let folder = tempfile::tempdir().unwrap();
    let store = Store::in_folder(folder.path());
    let text: String = (0..ENTRIES).map(|entry| format!("[[not-a-name]]\nname = 'A{entry}'\n")).collect();
    fs::write(store.path(), format!("{text}# the end\n")).unwrap();
    thread::scope(|scope| (0..ENTRIES).for_each(|_| drop(scope.spawn(|| store.take_last_back().unwrap().unwrap()))));
    assert_eq!(fs::read_to_string(store.path()).unwrap(), "# the end\n");
    assert_eq!(store.take_last_back().unwrap(), None);
}

#[test]
fn a_file_that_cannot_be_read_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::in_folder(folder.path());
    fs::create_dir(store.path()).unwrap();
    let error = store.edit(&Edit::Append(not_a_name("A"))).unwrap_err().to_string();
    assert!(error.contains("corrections.toml` could not be read"), "{error}");
    fs::remove_dir(store.path()).unwrap();
    fs::write(store.path(), vec![b'#'; LARGEST_BYTES as usize + 1]).unwrap();
    assert!(matches!(store.read(), Err(Error::TooLarge { .. })));
}

#[cfg(unix)]
#[test]
fn a_link_and_its_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let (folder, shared) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let target = shared.path().join("names.toml");
    fs::write(&target, "# ours\n").unwrap();
    fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).unwrap();
    let store = Store::in_folder(folder.path());
    symlink(&target, store.path()).unwrap();
    store.edit(&Edit::Append(not_a_name("A"))).unwrap();
    assert!(fs::symlink_metadata(store.path()).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&target).unwrap(), "# ours\n\n[[not-a-name]]\nname = \"A\"\n");
    assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o640);
}
