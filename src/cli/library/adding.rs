//! `linimasa add`: articles into the library, read and analysed on all cores, written in the order in which they were named.
//!
//! What has been told is on the disk. A run that was stopped is taken up by another with the same words: what is in the
//! library already is not analysed again.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

use clap::Args;

use super::open;
use crate::cli::progress::Progress;
use crate::cli::text::{Analyst, Told};
use crate::cli::{Outcome, print, report};
use crate::ingest::{self, Received, Source};
use crate::library::{Added, Entry, Library};
use crate::model::{Analysis, Article};
use crate::runtime::key;
use crate::text::sanitise;

/// Keep articles in your library
#[derive(Debug, Args)]
#[command(after_help = "\
One article to a line, fields parted by tabs:
  new, changed or same   number   headline
One whose text has changed gets another version; the one before is kept. A run
that was stopped goes on where it was when it is started again.")]
pub(crate) struct Add {
    /// Files, folders with files, or addresses of the web; `-` is standard input
    #[arg(required = true, value_name = "PATH|ADDRESS")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    told: Told,
}

/// The most that is written in one step.
const MOST_AT_ONCE: usize = 256;

/// Articles that wait for the writer: enough that no core waits, few enough to fit in memory.
const WAITING: usize = 64;

/// An article read and, unless it is known, analysed.
enum Ready {
    Known { number: i64, title: String },
    Analysed(Box<Analysed>),
}

struct Analysed {
    key: String,
    article: Article,
    analysis: Analysis,
    bytes: Vec<u8>,
}

type Outcomes = (usize, Result<Ready, String>);

impl Add {
    /// Adds every path; what cannot be read is reported, and the rest is added all the same.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(crate) fn run(self) -> io::Result<Outcome> {
        let Some(library) = open() else { return Ok(Outcome::CouldNotRun) };
        let analyst = Analyst::new();
        let mut files = Vec::new();
        let mut failed = 0;
        for path in &self.paths {
            if let Err(problem) = ingest::files(path, &mut files) {
                report(&problem.to_string());
                failed += 1;
            }
        }
        let next = AtomicUsize::new(0);
        print::to_stdout(|out| {
            thread::scope(|scope| {
                let (sender, ready) = mpsc::sync_channel(WAITING);
                let cores = thread::available_parallelism().map_or(1, usize::from);
                for _ in 0..cores.min(files.len()) {
                    let reader = Reader { files: &files, next: &next, analyst: &analyst, told: &self.told };
                    let (sender, library) = (sender.clone(), open());
                    scope.spawn(move || reader.run(library.as_ref(), &sender));
                }
                drop(sender);
                let progress = Progress::new(files.len());
                Writer { library, out, progress, added: 0, failed }.run(&ready)
            })
        })
    }
}

/// Reads and analyses files until none is left.
struct Reader<'a> {
    files: &'a [PathBuf],
    next: &'a AtomicUsize,
    analyst: &'a Analyst,
    told: &'a Told,
}

impl Reader<'_> {
    fn run(&self, library: Option<&Library>, sender: &SyncSender<Outcomes>) {
        loop {
            let index = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(path) = self.files.get(index) else { return };
            // Where nobody takes it any more, standard output was closed.
            if sender.send((index, self.ready(library, path))).is_err() {
                return;
            }
        }
    }

    fn ready(&self, library: Option<&Library>, path: &Path) -> Result<Ready, String> {
        let source = Source::from_argument(path.to_owned());
        let Received { article, bytes } = self.analyst.receive(&source, self.told)?;
        let key = key(&article, path);
        // Where it cannot be asked, the writer will tell.
        if let Some(Ok(Some(number))) = library.map(|library| library.known(&key, &article)) {
            return Ok(Ready::Known { number, title: article.headline().to_owned() });
        }
        let analysis = self.analyst.analyse(&article)?;
        Ok(Ready::Analysed(Box::new(Analysed { key, article, analysis, bytes })))
    }
}

/// Writes what is ready, in the order of the files.
struct Writer<'a> {
    library: Library,
    out: &'a mut dyn Write,
    progress: Progress,
    added: usize,
    failed: usize,
}

impl Writer<'_> {
    fn run(mut self, ready: &Receiver<Outcomes>) -> io::Result<Outcome> {
        let mut early = BTreeMap::new();
        let mut next = 0;
        while let Ok(first) = ready.recv() {
            early.extend([first]);
            early.extend(ready.try_iter().take(MOST_AT_ONCE));
            let mut batch = Vec::new();
            while let Some(outcome) = early.remove(&next) {
                batch.push(outcome);
                next += 1;
            }
            if let Err(error) = self.write(&batch) {
                self.progress.clear();
                return error;
            }
            self.progress.show(next);
        }
        self.progress.clear();
        Ok(Outcome::of_batch(self.added, self.failed))
    }

    /// Adds a batch in one step and tells of it; an error says how the run ends.
    fn write(&mut self, batch: &[Result<Ready, String>]) -> Result<(), io::Result<Outcome>> {
        let entries: Vec<Entry> = batch.iter().filter_map(|outcome| entry(outcome.as_ref().ok()?)).collect();
        let added = match self.library.add_all(&entries) {
            Ok(added) => added,
            Err(error) => {
                report(&error.to_string());
                return Err(Ok(if self.added > 0 { Outcome::Failures } else { Outcome::CouldNotRun }));
            }
        };
        self.progress.clear();
        let mut added = added.into_iter();
        for outcome in batch {
            match outcome {
                Ok(ready) => {
                    writeln!(self.out, "{}", line(ready, &mut added)).map_err(Err)?;
                    self.added += 1;
                }
                Err(problem) => {
                    report(problem);
                    self.failed += 1;
                }
            }
        }
        self.out.flush().map_err(Err)
    }
}

fn entry(ready: &Ready) -> Option<Entry<'_>> {
    match ready {
        Ready::Known { .. } => None,
        Ready::Analysed(it) => {
            let Analysed { key, article, analysis, bytes } = it.as_ref();
            Some(Entry { key, article, analysis, raw: Some(bytes) })
        }
    }
}

/// What became of an article; `added` are those that were written, in order.
fn line(ready: &Ready, added: &mut impl Iterator<Item = (i64, Added)>) -> String {
    let (number, word, title) = match ready {
        Ready::Known { number, title } => (*number, "same", title.clone()),
        Ready::Analysed(it) => {
            let (number, added) = added.next().unwrap_or((0, Added::Same));
            let word = match added {
                Added::New => "new",
                Added::Changed => "changed",
                Added::Same => "same",
            };
            (number, word, it.article.headline().to_owned())
        }
    };
    format!("{word}\t{number}\t{}", sanitise::clean_line(&title))
}
