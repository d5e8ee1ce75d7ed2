//! Files of examples: a passage to a line, in classes, some of them still open; and whole articles.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::Annotated;

/// Marks an example that the program does not read right yet. It counts in the score, and the test fails as soon as it is
/// read right, so that the mark goes.
const OPEN: &str = "? ";

/// Set to write the marks of what is open anew.
const BLESS: &str = "LINIMASA_BLESS";

/// Set to the first letters of the articles that are to be measured.
const ONLY: &str = "LINIMASA_ONLY";

/// The folder of a language's examples.
pub(crate) fn folder(language: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/languages").join(language).join("examples")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Tries every example of `name`, and fails where one that should be read right is not, or one that is open is.
///
/// `complaint` says what is wrong with one example, if anything is.
#[track_caller]
pub(crate) fn check(language: &str, name: &str, mut complaint: impl FnMut(&Annotated) -> Option<String>) {
    let path = folder(language).join(name);
    let mut published = None;
    let (mut failures, mut blessed) = (String::new(), String::new());
    for line in read(&path).lines() {
        if let Some(date) = line.strip_prefix("@ ") {
            published = day(date);
        }
        if line.is_empty() || line.starts_with("# ") || line.starts_with("@ ") {
            let _ = writeln!(blessed, "{line}");
            continue;
        }
        let (is_open, marked) = line.strip_prefix(OPEN).map_or((false, line), |rest| (true, rest));
        let mut example = Annotated { published, ..Annotated::default() };
        example.push_line(marked);
        let found = complaint(&example);
        let _ = writeln!(blessed, "{}{marked}", if found.is_some() { OPEN } else { "" });
        match found {
            Some(complaint) if !is_open => writeln!(failures, "{marked}\n    {complaint}").unwrap(),
            None if is_open => writeln!(failures, "{marked}\n    is read right now: take away its `?`").unwrap(),
            _ => {}
        }
    }
    if std::env::var_os(BLESS).is_some() {
        std::fs::write(&path, blessed).unwrap();
    } else {
        assert!(failures.is_empty(), "{failures}");
    }
}

/// The passages of `name`, open or not.
pub(crate) fn passages(language: &str, name: &str) -> Vec<Annotated> {
    let mut published = None;
    let mut found = Vec::new();
    for line in read(&folder(language).join(name)).lines() {
        if let Some(date) = line.strip_prefix("@ ") {
            published = day(date);
        } else if !line.is_empty() && !line.starts_with("# ") {
            let mut example = Annotated { published, ..Annotated::default() };
            example.push_line(line.strip_prefix(OPEN).unwrap_or(line));
            found.push(example);
        }
    }
    found
}

/// The passages of `name` by the class that a line `# ...` names, in order.
pub(crate) fn classes(language: &str, name: &str) -> Vec<(String, Vec<Annotated>)> {
    let mut classes: Vec<(String, Vec<Annotated>)> = Vec::new();
    for line in read(&folder(language).join(name)).lines().filter(|line| !line.is_empty()) {
        if let Some(class) = line.strip_prefix("# ") {
            classes.push((class.to_owned(), Vec::new()));
        } else if let Some((_, passages)) = classes.last_mut().filter(|_| !line.starts_with("@ ")) {
            let mut example = Annotated::default();
            example.push_line(line.strip_prefix(OPEN).unwrap_or(line));
            passages.push(example);
        }
    }
    classes
}

/// The whole articles of a language that are marked in full, by name.
pub(crate) fn articles(language: &str) -> Vec<(String, Annotated)> {
    read_all(&folder(language).join("articles"))
}

/// The whole articles of a language, by name, in which only names are annotated.
pub(crate) fn articles_for_names(language: &str) -> Vec<(String, Annotated)> {
    read_all(&folder(language).join("named"))
}

/// All whole articles of a language: those marked in full, and the reports, in which names are not marked.
///
/// [`ONLY`] leaves those whose names begin with its value, to measure articles that were just written by themselves.
pub(crate) fn articles_and_reports(language: &str) -> Vec<(String, Annotated)> {
    let mut all = articles(language);
    all.extend(read_all(&folder(language).join("reports")));
    asked_for(all)
}

/// Those of `all` that [`ONLY`] leaves.
pub(crate) fn asked_for(mut all: Vec<(String, Annotated)>) -> Vec<(String, Annotated)> {
    if let Ok(first) = std::env::var(ONLY) {
        all.retain(|(name, _)| name.starts_with(&first));
    }
    all
}

/// Whether all articles are measured, so that the measure may not fall below its floor.
pub(crate) fn measures_all() -> bool {
    std::env::var_os(ONLY).is_none()
}

fn read_all(folder: &Path) -> Vec<(String, Annotated)> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let named = |path: PathBuf| (path.file_stem().unwrap().to_string_lossy().into_owned(), article(&read(&path)));
    paths.into_iter().map(named).collect()
}

/// `@ 2025-07-13 Outlet`, then a paragraph to a line.
fn article(text: &str) -> Annotated {
    let mut article = Annotated::default();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        match line.strip_prefix("@ ") {
            Some(head) => {
                article.published = day(head);
                article.outlet = head.split_once(' ').map(|(_, outlet)| outlet.to_owned());
            }
            None => article.push_line(line),
        }
    }
    article
}

fn day(head: &str) -> Option<Date> {
    let date = head.split(' ').next().unwrap_or(head);
    Some(date.parse().unwrap_or_else(|_| panic!("`{date}` is no date")))
}
