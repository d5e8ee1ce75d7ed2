//! One effect at a time, on the calling thread.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use crate::app::{Effect, Msg, search};
use crate::config::paths::DATA_VARIABLE;
use crate::corrections::Store;
use crate::ingest::fetch::{Fetcher, Settings};
use crate::ingest::{self, Overrides, Source};
use crate::model::{Analysis, Article, Correction, Edit};

/// The whole analysis, with the packs it needs inside.
pub type Analyser = Arc<dyn Fn(&Article, &[Correction]) -> Analysis + Send + Sync>;

/// All that effects need.
pub struct Performer {
    sources: HashMap<PathBuf, Source>,
    overrides: Overrides,
    analyser: Analyser,
    store: Option<Store>,
    /// One for all articles, so that no host is asked too often. Made when it is first needed: it reads the system's certificates.
    fetcher: LazyLock<Fetcher>,
}

impl Performer {
    /// One that knows `sources` by their ids. Paths that are not among these are read as files.
    pub fn new(sources: &[Source], overrides: Overrides, analyser: Analyser) -> Performer {
        let sources = sources.iter().map(|source| (PathBuf::from(source.id()), source.clone())).collect();
        let fetcher: LazyLock<Fetcher> = LazyLock::new(|| Fetcher::new(Settings::from_environment()));
        Performer { sources, overrides, analyser, store: None, fetcher }
    }

    /// The same, keeping corrections in `store`; without one they cannot be made.
    pub fn keeping(self, store: Option<Store>) -> Performer {
        Performer { store, ..self }
    }

    /// The article that `source` holds.
    ///
    /// # Errors
    ///
    /// Those of [`ingest::read`].
    pub fn read(&self, source: &Source) -> Result<Article, ingest::Error> {
        if let Source::Address(address) = source {
            return ingest::read_address(&self.fetcher, address, &self.overrides);
        }
        ingest::read(source, &self.overrides)
    }

    /// Does what `effect` asks, and returns the answer. Effects on the terminal have none.
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
            Effect::Correct(edit) => Some(self.correct(edit)),
            Effect::Search { document, article, query } => {
                let hits = search::find(&article, &query);
                Some(Msg::Found { document, query, hits })
            }
            Effect::Copy(_) | Effect::CaptureMouse(_) | Effect::Redraw | Effect::Suspend | Effect::Quit => None,
        }
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
