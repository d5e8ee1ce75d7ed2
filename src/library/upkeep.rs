//! Copies of the library, and whether it is sound.

use std::path::Path;

use super::{Error, Library};

impl Library {
    /// Writes a copy of the library to `to`, which must not be there yet; others may go on using the library.
    ///
    /// # Errors
    ///
    /// Where there is a file already, its folder is not there, or it cannot be written.
    pub fn backup(&self, to: &Path) -> Result<(), Error> {
        if to.exists() {
            return Err(Error::Exists { path: to.to_owned() });
        }
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
            return Err(Error::NoFolder { folder: folder.to_owned() });
        }
        let written = self.connection.execute("VACUUM INTO ?1", [to.to_string_lossy()]);
        written.map(|_| ()).map_err(|reason| match Error::of(to.to_owned(), reason) {
            // What it says to do is for the library itself.
            Error::ReadOnly { path } => Error::NotWritten { path },
            other => other,
        })
    }

    /// What is wrong with the library, in words of SQLite; nothing, where it is sound.
    ///
    /// # Errors
    ///
    /// Where it cannot be read at all.
    pub fn check(&self) -> Result<Vec<String>, Error> {
        self.try_check().map_err(|reason| self.error(reason))
    }

    fn try_check(&self) -> rusqlite::Result<Vec<String>> {
        let mut integrity = self.connection.prepare("PRAGMA integrity_check")?;
        let lines = integrity.query_map([], |row| row.get::<_, String>(0))?;
        let mut wrong: Vec<String> = lines.collect::<rusqlite::Result<_>>()?;
        wrong.retain(|line| line != "ok");
        let orphans: i64 =
            self.connection.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
        if orphans > 0 {
            wrong.push(format!("{orphans} rows belong to nothing"));
        }
        let check = "INSERT INTO text (text, rank) VALUES ('integrity-check', 1)";
        if let Err(reason) = self.connection.execute(check, []) {
            wrong.push(format!("the index of words does not fit the articles: {reason}"));
        }
        Ok(wrong)
    }
}
