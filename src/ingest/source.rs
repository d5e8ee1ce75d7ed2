//! Where bytes come from: a file, standard input, an address of the web, or the program itself.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::fetch::{Fetcher, Kind, Request, Settings, Validators, web_address};
use super::{Error, plain};
use crate::assets;
use crate::text::sanitise;

/// The most that is read of one source.
const LIMIT_BYTES: u64 = 256_000_000;

/// Something that holds one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    File(PathBuf),
    StandardInput,
    /// Of the web, as it was given.
    Address(String),
    /// An embedded file, by its name in [`assets`].
    Embedded(&'static str),
}

impl Source {
    /// What `argument` on the command line means: `-` is standard input, what begins with `http://` or `https://` an address,
    /// everything else a path.
    pub fn from_argument(argument: PathBuf) -> Source {
        let address = argument.to_str().filter(|text| web_address(text).is_ok());
        if let Some(address) = address {
            return Source::Address(address.to_owned());
        }
        if argument == Path::new("-") { Source::StandardInput } else { Source::File(argument) }
    }

    /// What the reader knows it by. Safe to show: a file's name may hold anything.
    pub fn id(&self) -> String {
        match self {
            Source::File(path) => sanitise::clean_line(&path.to_string_lossy()),
            Source::Address(address) => sanitise::clean_line(address),
            Source::StandardInput => "-".to_owned(),
            Source::Embedded(name) => (*name).to_owned(),
        }
    }

    /// The name that it has as a file, if it has one.
    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Source::File(path) => Some(path),
            Source::StandardInput | Source::Address(_) => None,
            Source::Embedded(name) => Some(Path::new(name)),
        }
    }

    /// What an error calls it.
    pub(super) fn name(&self) -> String {
        match self {
            Source::StandardInput => "standard input".to_owned(),
            _ => format!("`{}`", self.id()),
        }
    }

    /// All bytes of the source.
    ///
    /// # Errors
    ///
    /// Where it is missing, may not be read, or has more than 256 MB.
    pub fn bytes(&self) -> Result<Vec<u8>, Error> {
        let fail = |reason| Error::from_io(self.name(), reason);
        match self {
            Source::File(path) => self.bounded(File::open(path).map_err(fail)?),
            Source::StandardInput => self.bounded(io::stdin().lock()),
            Source::Address(address) => {
                let request = Request { address, kind: Kind::Page, validators: &Validators::default() };
                Ok(Fetcher::new(Settings::from_environment()).get(&request)?.bytes().to_vec())
            }
            Source::Embedded(name) => match assets::get(name) {
                Some(bytes) => Ok(bytes.to_vec()),
                None => Err(Error::Missing { name: self.name() }),
            },
        }
    }

    /// The metadata file beside the article and its text, if there is one.
    pub(super) fn metadata(&self) -> Result<Option<(String, String)>, Error> {
        match self {
            Source::StandardInput | Source::Address(_) => Ok(None),
            Source::Embedded(name) => Ok(embedded_metadata(name)),
            Source::File(path) => {
                let beside = path.with_extension("toml");
                if beside == *path || !beside.is_file() {
                    return Ok(None);
                }
                let source = Source::File(beside);
                let bytes = source.bytes()?;
                let text = plain::decode(&bytes).map_err(|problem| problem.of(source.name()))?;
                Ok(Some((source.id(), text.into_owned())))
            }
        }
    }

    fn bounded(&self, reader: impl Read) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        reader.take(LIMIT_BYTES + 1).read_to_end(&mut bytes).map_err(|reason| Error::from_io(self.name(), reason))?;
        if bytes.len() as u64 > LIMIT_BYTES {
            return Err(Error::TooLarge { name: self.name(), limit_bytes: LIMIT_BYTES });
        }
        Ok(bytes)
    }
}

fn embedded_metadata(name: &str) -> Option<(String, String)> {
    let beside = format!("{}.toml", name.strip_suffix(".txt")?);
    let text = String::from_utf8_lossy(assets::get(&beside)?).into_owned();
    Some((beside, text))
}
