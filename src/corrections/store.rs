//! The file on the disk: read whole, changed under a lock, replaced in one step.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::book::{self, Book};
use crate::model::{Correction, Edit};

/// Larger files are not read: nobody corrects so much by hand.
const LARGEST_BYTES: u64 = 8_000_000;

/// Where the corrections are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Store {
    path: PathBuf,
}

/// Why the file could not be read or changed. It is then as it was before.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("`{}` could not be {attempt}: {reason}", path.display())]
    Io { path: PathBuf, attempt: &'static str, reason: io::Error },
    #[error("`{}` is larger than {} MB, more than corrections can be", path.display(), LARGEST_BYTES / 1_000_000)]
    TooLarge { path: PathBuf },
    #[error("this cannot be written down: {0}")]
    Unwritable(#[from] toml::ser::Error),
}

impl Store {
    /// The one in `folder`, which need not exist.
    pub fn in_folder(folder: &Path) -> Store {
        Store { path: folder.join("corrections.toml") }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What the file says; nothing, where there is none.
    ///
    /// # Errors
    ///
    /// Where the file is there and cannot be read, or is too large.
    pub fn read(&self) -> Result<Book, Error> {
        Ok(Book::parse(&self.bytes()?))
    }

    /// Changes the file and returns what it says then. Waits for others who are changing it. To take back what is not
    /// there changes nothing.
    ///
    /// # Errors
    ///
    /// Where the folder or the file cannot be read or written; nothing is lost then.
    pub fn edit(&self, edit: &Edit) -> Result<Book, Error> {
        let bytes = self.change(|before| match edit {
            Edit::Append(correction) => Ok(Some(book::append(before, correction)?)),
            Edit::TakeBack(correction) => Ok(book::take_back(before, correction)),
        })?;
        Ok(Book::parse(&bytes))
    }

    /// Takes the last entry of the file away, if there is one, and returns it.
    ///
    /// # Errors
    ///
    /// Those of [`Store::edit`].
    pub fn take_last_back(&self) -> Result<Option<Correction>, Error> {
        let mut last = None;
        self.change(|before| {
            last = Book::parse(before).corrections().pop();
            Ok(last.as_ref().and_then(|last| book::take_back(before, last)))
        })?;
        Ok(last)
    }

    /// Puts what `change` makes of the file in its place, and returns what is there then.
    fn change(&self, change: impl FnOnce(&[u8]) -> Result<Option<Vec<u8>>, Error>) -> Result<Vec<u8>, Error> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(self.failed("written"))?;
        let _lock = self.lock().map_err(self.failed("locked"))?;
        // Only now, so that what others wrote in the meantime is kept.
        let before = self.bytes()?;
        let Some(after) = change(&before)? else { return Ok(before) };
        self.replace(&after).map_err(self.failed("written"))?;
        Ok(after)
    }

    fn bytes(&self) -> Result<Vec<u8>, Error> {
        let file = match File::open(&self.path) {
            Err(reason) if reason.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            opened => opened.map_err(self.failed("read"))?,
        };
        let mut bytes = Vec::new();
        file.take(LARGEST_BYTES + 1).read_to_end(&mut bytes).map_err(self.failed("read"))?;
        if bytes.len() as u64 > LARGEST_BYTES {
            return Err(Error::TooLarge { path: self.path.clone() });
        }
        Ok(bytes)
    }

    /// A lock beside the file, because the file itself is replaced; held until it is dropped.
    fn lock(&self) -> io::Result<File> {
        let path = self.path.with_extension("lock");
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
        match file.lock() {
            // Some file systems of other machines have no locks; two writers at one time are rare there.
            Err(reason) if reason.kind() == io::ErrorKind::Unsupported => Ok(file),
            locked => locked.map(|()| file),
        }
    }

    /// Puts `bytes` in the place of the file: whoever reads, or loses power, finds the old text or the new one.
    fn replace(&self, bytes: &[u8]) -> io::Result<()> {
        // A link to a folder that is shared stays a link.
        let target = fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone());
        let new = target.with_extension("toml.new");
        let mut file = File::create(&new)?;
        file.write_all(bytes)?;
        if let Ok(metadata) = fs::metadata(&target) {
            file.set_permissions(metadata.permissions())?;
        }
        file.sync_all()?;
        fs::rename(&new, &target)?;
        // Not every file system lets a folder be written through; the text itself is safe already.
        let _ = target.parent().map(|folder| File::open(folder).and_then(|folder| folder.sync_all()));
        Ok(())
    }

    fn failed(&self, attempt: &'static str) -> impl Fn(io::Error) -> Error {
        let path = self.path.clone();
        move |reason| Error::Io { path: path.clone(), attempt, reason }
    }
}

#[cfg(test)]
mod tests;
