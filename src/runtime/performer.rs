//! One effect at a time, on the calling thread.

use std::collections::HashMap;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use super::Shelves;
use crate::app::shelf::msg::{Answer, Ask};
use crate::app::{Effect, Msg, links, search};
use crate::config::paths::DATA_VARIABLE;
use crate::corrections::Store;
use crate::ingest::fetch::{Fetcher, Settings};
use crate::ingest::{self, Overrides, Received, Source};
use crate::model::{Analysis, Article, Correction, Edit};

/// The whole analysis, with the packs it needs inside.
pub type Analyser = Arc<dyn Fn(&Article, &[Correction]) -> Analysis + Send + Sync>;

/// All that effects need.
pub struct Performer {
    sources: HashMap<PathBuf, Source>,
    overrides: Overrides,
    analyser: Analyser,
    store: Option<Store>,
    shelves: Option<Shelves>,
    opener: Opener,
    /// One for all articles, so that no host is asked too often. Made when it is first needed: it reads the system's certificates.
    fetcher: LazyLock<Fetcher>,
}

/// Has the system open an address, and does not wait for what it opens with.
pub type Opener = fn(&str) -> io::Result<()>;

/// By the means of the system, without a shell.
fn by_the_system(address: &str) -> io::Result<()> {
    open::that_detached(address)
}

impl Performer {
    /// One that knows `sources` by their ids. Paths that are not among these are read as files.
    pub fn new(sources: &[Source], overrides: Overrides, analyser: Analyser) -> Performer {
        let sources = sources.iter().map(|source| (PathBuf::from(source.id()), source.clone())).collect();
        let fetcher: LazyLock<Fetcher> = LazyLock::new(|| Fetcher::new(Settings::from_environment()));
        Performer { sources, overrides, analyser, store: None, shelves: None, opener: by_the_system, fetcher }
    }

    /// The same, keeping corrections in `store`; without one they cannot be made.
    pub fn keeping(self, store: Option<Store>) -> Performer {
        Performer { store, ..self }
    }

    /// The same, with a library; without one nothing can be kept in it.
    pub fn shelving(self, shelves: Option<Shelves>) -> Performer {
        Performer { shelves, ..self }
    }

    /// Whether there is a place for a library.
    pub fn has_shelves(&self) -> bool {
        self.shelves.is_some()
    }

    /// The same, opening addresses by `opener`.
    pub fn opening(self, opener: Opener) -> Performer {
        Performer { opener, ..self }
    }

    /// The article that `source` holds.
    ///
    /// # Errors
    ///
    /// Those of [`ingest::read`].
    pub fn read(&self, source: &Source) -> Result<Article, ingest::Error> {
        self.receive(source, &self.overrides).map(|received| received.article)
    }

    /// The article that `source` holds, against which `overrides` counts, and the bytes that it was made of.
    ///
    /// # Errors
    ///
    /// Those of [`ingest::read`].
    pub fn receive(&self, source: &Source, overrides: &Overrides) -> Result<Received, ingest::Error> {
        match source {
            Source::Address(address) => ingest::read_address(&self.fetcher, address, overrides),
            _ => ingest::receive(source, overrides),
        }
    }

    /// What fetches articles: one for all, so that no host is asked too often.
    pub(super) fn fetcher(&self) -> &Fetcher {
        &self.fetcher
    }

    /// Does what `effect` asks, and gives every answer to `answer`: of long work, also how far it is.
    pub fn run(&self, effect: Effect, answer: &dyn Fn(Msg)) {
        match (effect, &self.shelves) {
            (Effect::Shelf(Ask::Refresh(feed)), Some(shelves)) => shelves.refresh(feed, self, answer),
            (effect, _) => self.perform(effect).into_iter().for_each(answer),
        }
    }

    /// Does what `effect` asks, and returns the last answer. Effects on the terminal have none.
    pub fn perform(&self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Load { document, path } => Some(match self.read(&self.source(path)) {
                Ok(article) => Msg::Loaded { document, article: Arc::new(article) },
                Err(error) => Msg::LoadFailed { document, reason: error.to_string() },
            }),
            Effect::Analyse { document, article, corrections } => Some(match self.analyse(&article, &corrections) {
                Ok(analysis) => Msg::Analysed { document, analysis: Arc::new(analysis) },
                Err(reason) => Msg::AnalysisFailed { document, reason },
            }),
            Effect::Shelf(ask) => match &self.shelves {
                Some(shelves) => shelves.perform(ask, self).map(Msg::Shelf),
                None => Some(Msg::Shelf(Answer::Failed(format!(
                    "there is no folder for a library; name one in {DATA_VARIABLE}"
                )))),
            },
            Effect::Correct(edit) => Some(self.correct(edit)),
            Effect::Search { document, article, query } => {
                let hits = search::find(&article, &query);
                Some(Msg::Found { document, query, hits })
            }
            Effect::Open(address) => self.open(&address).err().map(|reason| Msg::OpenFailed { reason }),
            Effect::Copy(_) | Effect::CaptureMouse(_) | Effect::Redraw | Effect::Suspend | Effect::Quit => None,
        }
    }

    /// The reader's corrections as they are kept; those that cannot be read were told of when the program began.
    pub(super) fn corrections(&self) -> Arc<[Correction]> {
        let book = self.store.as_ref().and_then(|store| store.read().ok());
        book.map(|book| book.corrections()).unwrap_or_default().into()
    }

    /// The marks of `article`, or what went wrong in the program: no text may take it down.
    pub fn analyse(&self, article: &Article, corrections: &[Correction]) -> Result<Analysis, String> {
        // The analyser only reads, so that nothing half-changed can be seen after a panic.
        catch_unwind(AssertUnwindSafe(|| (self.analyser)(article, corrections))).map_err(|panic| {
            let words = panic.downcast_ref::<String>().map(String::as_str);
            let words = words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no reason given");
            format!("{} could not be analysed; this is a mistake in linimasa ({words})", article.id)
        })
    }

    /// Opens an address that may be opened; what else might come here is not passed on.
    fn open(&self, address: &str) -> Result<(), String> {
        if !links::leads_somewhere(address) {
            return Err(format!("`{address}` is not opened; only http, https and mailto are"));
        }
        (self.opener)(address).map_err(|reason| format!("`{address}` could not be opened: {reason}; copy it instead"))
    }

    fn correct(&self, edit: Edit) -> Msg {
        let Some(store) = &self.store else {
            let reason = format!("there is no folder for corrections; name one in {DATA_VARIABLE}");
            return Msg::CorrectionFailed { reason };
        };
        match store.edit(&edit) {
            Ok(book) => Msg::Corrected { edit, corrections: book.corrections().into() },
            Err(error) => Msg::CorrectionFailed { reason: error.to_string() },
        }
    }

    /// The source that goes by `path`, which is the name it was opened under.
    fn source(&self, path: PathBuf) -> Source {
        self.sources.get(&path).cloned().unwrap_or(Source::File(path))
    }
}
