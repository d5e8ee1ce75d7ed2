//! Folders into the library: in order, on all cores, and taken up again.

use std::fs;

use crate::program::run;

#[test]
fn a_folder_goes_in_by_name_and_only_what_is_new_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path().join("berita");
    fs::create_dir_all(at.join("lama")).unwrap();
    for (name, text) in
        [("b.txt", "Berita B.\n"), ("a.txt", "Berita A.\n"), ("lama/c.TXT", "Berita C.\n"), ("d.png", "x")]
    {
        fs::write(at.join(name), text).unwrap();
    }
    fs::write(at.join("e.txt"), b"\0").unwrap();
    let (code, stdout, stderr) = run(folder.path(), &["add", "berita"]);
    assert_eq!((code, stdout.as_str()), (Some(1), "new\t1\tBerita A.\nnew\t2\tBerita B.\nnew\t3\tBerita C.\n"));
    assert!(stderr.contains("e.txt") && stderr.contains("binary"), "{stderr}");
    fs::write(at.join("b.txt"), "Berita B diralat.\n").unwrap();
    fs::write(at.join("f.txt"), "Berita F.\n").unwrap();
    let again = run(folder.path(), &["add", "berita"]).1;
    assert_eq!(again, "same\t1\tBerita A.\nchanged\t2\tBerita B diralat.\nnew\t4\tBerita F.\nsame\t3\tBerita C.\n");
}

#[test]
fn a_folder_without_articles_is_told_of_and_the_rest_goes_in() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("kosong")).unwrap();
    fs::write(folder.path().join("a.txt"), "Berita A.\n").unwrap();
    let (code, stdout, stderr) = run(folder.path(), &["add", "kosong", "a.txt"]);
    assert_eq!((code, stdout.as_str()), (Some(1), "new\t1\tBerita A.\n"));
    assert!(stderr.contains("`kosong` holds no article"), "{stderr}");
}
