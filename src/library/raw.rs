//! The bytes that a version was made of, compressed, so that a better reading of them can be made later.

use std::io::{self, Read, Write};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use rusqlite::{OptionalExtension, Transaction, params};

use super::{Error, Library};

pub(super) fn write(transaction: &Transaction, version: i64, bytes: &[u8]) -> rusqlite::Result<()> {
    let insert = "INSERT INTO raw (version, bytes) VALUES (?1, ?2)";
    transaction.prepare_cached(insert)?.execute(params![version, compressed(bytes)]).map(drop)
}

impl Library {
    /// The bytes that the newest version of article `id` was made of, where they were kept.
    ///
    /// # Errors
    ///
    /// Where the library cannot be read, or is damaged there.
    pub fn raw(&self, id: i64) -> Result<Option<Vec<u8>>, Error> {
        let select = "SELECT r.bytes FROM article a JOIN raw r ON r.version = a.latest WHERE a.id = ?1";
        let found = self.connection.query_row(select, [id], |row| row.get::<_, Vec<u8>>(0)).optional();
        let Some(bytes) = found.map_err(|reason| self.error(reason))? else { return Ok(None) };
        let damaged = |_| Error::Damaged { path: self.path().to_owned() };
        restored(&bytes).map(Some).map_err(damaged)
    }
}

fn compressed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    // Writing to memory cannot fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

fn restored(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut restored = Vec::new();
    ZlibDecoder::new(bytes).read_to_end(&mut restored)?;
    Ok(restored)
}
