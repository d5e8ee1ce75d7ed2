//! Why the library could not do something; nothing in it has changed then.

use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;
use thiserror::Error;

/// Each names the file and what to do about it.
#[derive(Debug, Error)]
pub enum Error {
    #[error("`{}` could not be made: {reason}; name another folder in LINIMASA_DATA", folder.display())]
    Folder { folder: PathBuf, reason: io::Error },
    #[error("`{}` was made by a newer linimasa (its form is {found}, this one knows {known}); use that one", path.display())]
    Newer { path: PathBuf, found: usize, known: usize },
    #[error("`{}` is being changed by another program; try again when it is done", path.display())]
    Busy { path: PathBuf },
    #[error("`{}` is full; make room and try again, what was added before is kept", path.display())]
    Full { path: PathBuf },
    #[error("`{}` could not be read or written: its disk is full, failing or gone; what was added before is kept", path.display())]
    Disk { path: PathBuf },
    #[error("`{}` may not be written to; change its permissions, or name another folder in LINIMASA_DATA", path.display())]
    ReadOnly { path: PathBuf },
    #[error("`{}` is damaged or no library; move it away and bring back a backup", path.display())]
    Damaged { path: PathBuf },
    #[error("`{}` is there already; name another file", path.display())]
    Exists { path: PathBuf },
    #[error("`{}` is no folder that is there; make it, or name a file in another", folder.display())]
    NoFolder { folder: PathBuf },
    #[error("`{}` could not be written; name a file in a folder that you may write to", path.display())]
    NotWritten { path: PathBuf },
    #[error("`{}` could not be used: {reason}", path.display())]
    Database { path: PathBuf, reason: rusqlite::Error },
}

impl Error {
    /// What `reason` means for the reader of the library at `path`.
    pub(super) fn of(path: PathBuf, reason: rusqlite::Error) -> Error {
        match reason.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::Busy { path },
            Some(ErrorCode::DiskFull) => Error::Full { path },
            Some(ErrorCode::SystemIoFailure) => Error::Disk { path },
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => Error::ReadOnly { path },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Error::Damaged { path },
            _ => Error::Database { path, reason },
        }
    }
}
