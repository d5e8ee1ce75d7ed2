//! The files of a folder that may be articles.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Error;
use super::format::ENDINGS;
use crate::text::sanitise;

/// Appends what `path` stands for to `files`: itself, or the articles in the folder that it is, in the order of their names.
/// Links to folders are not followed, so that no folder is walked twice.
///
/// # Errors
///
/// Where a folder cannot be read, or holds no article at all.
pub fn files(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Error> {
    if !path.is_dir() {
        // What is not there is told of when it is read.
        files.push(path.to_owned());
        return Ok(());
    }
    let name = format!("`{}`", sanitise::clean_line(&path.to_string_lossy()));
    let before = files.len();
    walk(path, files).map_err(|reason| Error::from_io(name.clone(), reason))?;
    if files.len() == before { Err(Error::NoArticles { name, endings: ENDINGS.join(", .") }) } else { Ok(()) }
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let (path, kind) = (entry.path(), entry.file_type()?);
        if kind.is_dir() {
            walk(&path, files)?;
        } else if path.extension().is_some_and(|it| ENDINGS.iter().any(|ending| it.eq_ignore_ascii_case(ending))) {
            files.push(path);
        }
    }
    Ok(())
}
