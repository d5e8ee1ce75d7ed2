//! Why a source gives no article, and what the reader can do about it.

use std::io;

use super::format::Listing;
use super::html::{NoArticle, Notice};

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{name} does not exist; look at the spelling, or begin an address with https://")]
    Missing { name: String },
    #[error("{name} is a folder; name the files in it, or keep them all with `linimasa add`")]
    Folder { name: String },
    #[error("{name} holds no article; expected files that end in .{endings}")]
    NoArticles { name: String, endings: String },
    #[error("{name} may not be read; its permissions do not allow it")]
    Forbidden { name: String },
    #[error("{name} is empty; expected the text of an article")]
    Empty { name: String },
    #[error("{name} is not text but binary data (a NUL byte at {offset}); save the article as plain text first")]
    Binary { name: String, offset: usize },
    #[error("{name} is {form}, not text; {remedy}")]
    Foreign { name: String, form: &'static str, remedy: &'static str },
    #[error(
        "{name} is not UTF-8 text (byte {offset} does not fit); convert it first, as in \
         `iconv -f WINDOWS-1252 -t UTF-8`"
    )]
    NotUtf8 { name: String, offset: usize },
    #[error("{name} is larger than {} MB, more than an article can be; split it first", limit_bytes / 1_000_000)]
    TooLarge { name: String, limit_bytes: u64 },
    #[error("{name} could not be read: {reason}")]
    Unreadable { name: String, reason: io::Error },
    #[error(
        "{name} is a page that holds no article text; if a browser shows one, it is put there by a program: save the page \
         from the browser (Ctrl-S, the whole page), or save its text as plain text"
    )]
    NoArticle { name: String },
    #[error(
        "{name} is a page that lists articles and is none itself; open one of them, or follow the site with `linimasa feed add`"
    )]
    List { name: String },
    #[error("{name} is no article: the site {notice}")]
    Notice { name: String, notice: Notice },
    #[error(
        "{name} {problem}, more than an article can have; save the article alone, from the reading view of a browser"
    )]
    Excessive { name: String, problem: NoArticle },
    #[error("{name} is a feed, which lists articles; follow it by its address, as in `linimasa feed add ADDRESS`")]
    Feed { name: String },
    #[error("{name} is a list of feeds; take it in as in `linimasa feed import FILE`")]
    FeedList { name: String },
    #[error("{name} is a saved web page without a page in it; save the page again, as HTML")]
    NoPage { name: String },
    #[error(transparent)]
    Fetch(#[from] super::fetch::Error),
    #[error(transparent)]
    Metadata(#[from] MetadataError),
}

/// A mistake in the metadata file beside an article.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{file}`, line {line}: {problem}; correct or remove the file")]
pub struct MetadataError {
    pub file: String,
    /// From 1.
    pub line: usize,
    pub problem: String,
}

impl Error {
    /// Why the page `name` gives no article.
    pub(super) fn from_page(name: String, problem: NoArticle) -> Error {
        match problem {
            NoArticle::Empty => Error::NoArticle { name },
            NoArticle::List => Error::List { name },
            NoArticle::Notice(notice) => Error::Notice { name, notice },
            NoArticle::TooManyElements | NoArticle::TooLarge => Error::Excessive { name, problem },
        }
    }

    /// Why what lists articles or feeds is no article.
    pub(super) fn from_listing(name: String, listing: Listing) -> Error {
        match listing {
            Listing::Feed => Error::Feed { name },
            Listing::Opml => Error::FeedList { name },
        }
    }

    /// What went wrong when `name` was opened or read.
    pub(super) fn from_io(name: String, reason: io::Error) -> Error {
        match reason.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Error::Missing { name },
            io::ErrorKind::IsADirectory => Error::Folder { name },
            io::ErrorKind::PermissionDenied => Error::Forbidden { name },
            _ => Error::Unreadable { name, reason },
        }
    }
}
