//! What the screen asks of the library, done on whichever thread is free.

mod web;

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::Performer;
use crate::app::{DocumentIdx, Msg};

use crate::app::shelf::msg::{Answer, Ask, Counts};
use crate::ingest::fetch::Fetcher;
use crate::lang::checksum;
use crate::library::{Entry, Error, Library, Query, Undone};
use crate::model::{Act, Analysis, Article, Listed, Tally};

/// How many rows the first answer to a query has.
const FIRST_ROWS: usize = 200;

/// A library that several threads use, each over a connection of its own.
pub struct Shelves {
    folder: PathBuf,
    idle: Mutex<Vec<Library>>,
    /// What a refresh that is under way fetches with.
    refresh: Mutex<Option<Arc<Fetcher>>>,
}

impl Shelves {
    /// The library in `folder`, which is opened, or made, when it is asked for the first time.
    pub fn new(folder: PathBuf) -> Shelves {
        Shelves { folder, idle: Mutex::default(), refresh: Mutex::default() }
    }

    /// Whether there is a library with an article or a feed in it. None is made to find out.
    ///
    /// # Errors
    ///
    /// Where there is one that cannot be read.
    pub fn has_anything(&self) -> Result<bool, Error> {
        let has = |library: &mut Library| Ok(!library.is_empty()? || !library.feeds()?.is_empty());
        Ok(Library::is_there(&self.folder) && self.with(has)?)
    }

    fn with<T>(&self, run: impl FnOnce(&mut Library) -> Result<T, Error>) -> Result<T, Error> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut library = idle.map_or_else(|| Library::open(&self.folder), Ok)?;
        let result = run(&mut library);
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(library);
        result
    }

    /// Does what `ask` says; some of it has no answer.
    pub(super) fn perform(&self, ask: Ask, performer: &Performer) -> Option<Answer> {
        let answer = match ask {
            Ask::Sections => self.sections(),
            Ask::Find { turn, query } => Ok(self.find(turn, &query)),
            Ask::Numbers { turn, query } => {
                let query = Query::parse(&query).unwrap_or_else(|_| Query::everything());
                let ids = self.with(|library| library.numbers(&query));
                Ok(ids.map_or_else(|error| not_listed(turn, &error), |ids| Answer::Numbers { turn, ids }))
            }
            Ask::Rows(ids) => self.with(|library| Ok(Answer::Rows(library.listed(&ids)?))),
            Ask::Preview(id) => match self.article(id) {
                Ok(article) => Ok(Answer::Preview { id, article: article? }),
                Err(error) => Err(error),
            },
            Ask::Open { document, id } => {
                let opened = self.open(document, id);
                Ok(opened.unwrap_or_else(|error| Answer::NotOpened { document, reason: error.to_string() }))
            }
            Ask::Act { ids, act } => self.act(&ids, act),
            Ask::Undo => self.walk(Library::undo).map(Answer::Undone),
            Ask::Redo => self.walk(Library::redo).map(Answer::Redone),
            Ask::KeepPlace { id, place, is_first } => {
                match self.with(|library| library.keep_place(id, place, is_first)) {
                    Ok(()) => return None,
                    Err(error) => Err(error),
                }
            }
            Ask::SaveView(view) => self.with(|library| library.save_view(&view)).and_then(|()| self.sections()),
            Ask::RemoveView(name) => self.with(|library| library.remove_view(&name)).and_then(|_| self.sections()),
            Ask::Before(id) => self.with(|library| {
                let mut texts = library.texts(id)?;
                let now = texts.pop().map(|(_, text)| text).unwrap_or_default();
                Ok(Answer::Before { before: texts.pop(), now })
            }),
            Ask::PlaceBefore { document, id } => self.with(|library| {
                library.unplace(id)?;
                Ok(Answer::Place { document, place: library.place(id)? })
            }),
            Ask::Unfollow(id) => self.with(|library| library.unfollow(id)).and_then(|_| self.sections()),
            Ask::Add(text) => return Some(self.add(text, performer)),
            Ask::Whole { document, id } => return Some(self.fetch_whole(document, id, performer)),
            Ask::Refresh(feed) => {
                let last = RefCell::new(None);
                self.refresh(feed, performer, &|msg| drop(last.replace(Some(msg))));
                return last.into_inner().and_then(|msg| match msg {
                    Msg::Shelf(answer) => Some(answer),
                    _ => None,
                });
            }
            Ask::StopRefresh => {
                self.stop_refresh();
                return None;
            }
            Ask::Keep { document, article, analysis } => self.keep(document, &article, &analysis),
            Ask::Trail { kind, name } => self.with(|library| {
                let trail = library.trail(kind, &name, usize::MAX)?;
                Ok(Answer::Trail { name, trail })
            }),
        };
        Some(answer.unwrap_or_else(|error| Answer::Failed(error.to_string())))
    }

    fn sections(&self) -> Result<Answer, Error> {
        self.with(|library| {
            let tally: Tally = library.tally()?;
            let (views, tags, feeds) = (library.views()?, library.tags()?, library.followed()?);
            Ok(Answer::Sections(Counts { tally, views, tags, feeds }))
        })
    }

    fn find(&self, turn: usize, query: &str) -> Answer {
        let query = match Query::parse(query) {
            Ok(query) => query,
            Err(error) => return Answer::NotListed { turn, reason: error.to_string() },
        };
        match self.with(|library| library.list(&query, FIRST_ROWS)) {
            Ok(rows) => Answer::Found { turn, is_whole: rows.len() < FIRST_ROWS, rows },
            Err(error) => not_listed(turn, &error),
        }
    }

    fn open(&self, document: DocumentIdx, id: i64) -> Result<Answer, Error> {
        let Some(article) = self.article(id)? else { return Ok(Answer::Gone { document, id }) };
        let place = self.with(|library| library.place(id))?;
        Ok(Answer::Opened { document, article, place })
    }

    fn article(&self, id: i64) -> Result<Option<Arc<Article>>, Error> {
        Ok(self.with(|library| library.article(id))?.map(Arc::new))
    }

    fn act(&self, ids: &[i64], act: Act) -> Result<Answer, Error> {
        self.with(|library| {
            library.act(ids, &act)?;
            Ok(Answer::Acted { act, rows: rows(library, ids)? })
        })
    }

    /// What undoing or redoing changed.
    fn walk(&self, step: fn(&mut Library) -> Result<Option<Undone>, Error>) -> Result<Vec<Listed>, Error> {
        self.with(|library| {
            let ids = step(library)?.map(|undone| undone.articles).unwrap_or_default();
            rows(library, &ids)
        })
    }

    fn keep(&self, document: usize, article: &Article, analysis: &Analysis) -> Result<Answer, Error> {
        let key = key(article, Path::new(&article.id));
        let entry = Entry { key: &key, article, analysis, raw: None };
        let (id, _) = self.with(|library| library.add(&entry))?;
        Ok(Answer::Kept { document, id })
    }
}

/// What lists show of `ids`. Of very many, no list shows all at once: those in view are asked for again.
fn rows(library: &Library, ids: &[i64]) -> Result<Vec<Listed>, Error> {
    const MOST_AT_ONCE: usize = 1_000;
    let mut rows = Vec::with_capacity(ids.len());
    for ids in ids.chunks(MOST_AT_ONCE) {
        rows.extend(library.listed(ids)?);
    }
    Ok(rows)
}

/// What an article is known by in the library: its address, else its path, else its text.
pub fn key(article: &Article, path: &Path) -> String {
    let of_text = || format!("text:{:016x}", checksum(article.body.as_bytes()));
    let of_path = || path.canonicalize().ok().map(|path| path.to_string_lossy().into_owned());
    article.url.clone().or_else(of_path).unwrap_or_else(of_text)
}

fn not_listed(turn: usize, error: &Error) -> Answer {
    Answer::NotListed { turn, reason: error.to_string() }
}
