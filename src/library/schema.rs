//! Brings a library to the form that this program knows: numbered steps, each taken once and never changed after.

use std::path::{Path, PathBuf};
use std::{fs, io, process};

use rusqlite::{Connection, TransactionBehavior, ffi};

use super::Error;

/// Takes those of `steps` that the library at `path` has not taken yet; its number is how many it has. One that holds something is copied beside itself before.
///
/// # Errors
///
/// Where it is newer than `steps`, or cannot be read or written. It is then as it was.
pub(super) fn migrate(connection: &mut Connection, path: &Path, steps: &[&str]) -> Result<(), Error> {
    let failed = |reason| Error::of(path.to_owned(), reason);
    let taken = taken(connection).map_err(failed)?;
    if taken > steps.len() {
        return Err(Error::Newer { path: path.to_owned(), found: taken, known: steps.len() });
    }
    if taken == steps.len() {
        return Ok(());
    }
    if taken > 0 {
        copy(connection, &backup_path(path, taken)).map_err(failed)?;
    }
    take(connection, steps).map_err(failed)
}

fn take(connection: &mut Connection, steps: &[&str]) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have taken them while this one waited.
    let taken = taken(&transaction)?;
    for step in steps.iter().skip(taken) {
        transaction.execute_batch(step)?;
    }
    if taken < steps.len() {
        transaction.pragma_update(None, "user_version", steps.len())?;
    }
    transaction.commit()
}

fn taken(connection: &Connection) -> rusqlite::Result<usize> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Where a library is copied to before it leaves the form `taken`: 'library.db.form-1'.
fn backup_path(path: &Path, taken: usize) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".form-{taken}"));
    PathBuf::from(name)
}

/// Writes a copy of the library to `to`, unless there is one already. It has that name once it is whole.
fn copy(connection: &Connection, to: &Path) -> rusqlite::Result<()> {
    if to.exists() {
        return Ok(());
    }
    // Another process may write one at the same time.
    let mut unfinished = to.as_os_str().to_owned();
    unfinished.push(format!(".{}", process::id()));
    // Left by one that was killed and had the same number; where it cannot be removed, the next line tells.
    let _ = fs::remove_file(&unfinished);
    connection.execute("VACUUM INTO ?1", [unfinished.to_string_lossy()])?;
    let failed = |reason: io::Error| {
        rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_IOERR), Some(reason.to_string()))
    };
    fs::rename(&unfinished, to).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_taken_once_after_a_copy_and_never_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("library.db");
        let first = "CREATE TABLE a (x); INSERT INTO a VALUES (7);";
        let second = "ALTER TABLE a ADD COLUMN y;";
        let open = || Connection::open(&path).unwrap();
        migrate(&mut open(), &path, &[first]).unwrap();
        migrate(&mut open(), &path, &[first]).unwrap();
        assert!(!backup_path(&path, 1).exists());
        migrate(&mut open(), &path, &[first, second]).unwrap();
        let kept: i64 = open().query_row("SELECT x FROM a WHERE y IS NULL", [], |row| row.get(0)).unwrap();
        let copied = Connection::open(backup_path(&path, 1)).unwrap();
        let before: i64 =
            copied.query_row("SELECT count(*) FROM pragma_table_info('a')", [], |row| row.get(0)).unwrap();
        assert_eq!((kept, before), (7, 1));
        let refused = migrate(&mut open(), &path, &[first]).unwrap_err();
        assert!(matches!(refused, Error::Newer { found: 2, known: 1, .. }), "{refused}");
    }

    #[test]
    fn a_step_that_fails_leaves_the_library_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("library.db");
        let mut connection = Connection::open(&path).unwrap();
        migrate(&mut connection, &path, &["CREATE TABLE a (x);"]).unwrap();
        migrate(&mut connection, &path, &["CREATE TABLE a (x);", "CREATE TABLE b (x); nonsense;"]).unwrap_err();
        assert_eq!(taken(&connection).unwrap(), 1);
        assert!(connection.prepare("SELECT * FROM b").is_err());
    }
}
