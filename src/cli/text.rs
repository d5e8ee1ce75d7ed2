//! What the commands that work on a text have in common: their arguments, the analysis, and how the result gets out.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use jiff::civil::Date;

use super::args::{day, language_code};
use super::{Outcome, analyser, corrections, outlets, print, report};
use crate::export::AnalysisFormat;
use crate::ingest::{self, Overrides, Received, Source};
use crate::model::{Analysis, Anchor, Article, Correction, DateOrigin, Published, TimeExpression};
use crate::runtime::Performer;

// No documentation of these structs: what is above a group of arguments would become the help of the program.
#[derive(Debug, Args)]
pub(super) struct Told {
    /// Count relative dates from this day, as in 2025-07-13
    #[arg(long, value_name = "DATE", value_parser = day)]
    published: Option<Date>,

    /// The language of the text, as in `id`
    #[arg(long, value_name = "CODE", value_parser = language_code)]
    language: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct OneText {
    /// Text, web page or TimeML document; `-` is standard input
    pub(super) file: PathBuf,

    #[command(flatten)]
    pub(super) told: Told,
}

impl Told {
    /// What the reader says, against whatever the texts say of themselves.
    pub(super) fn overrides(&self) -> Overrides {
        Overrides { published: self.published, language: self.language.clone() }
    }
}

/// The whole analysis, with the outlets that the reader added and the names that the reader corrected.
pub(super) struct Analyst {
    performer: Performer,
    corrections: Arc<[Correction]>,
}

impl Analyst {
    /// Reads what the reader made; what is wrong with it is told.
    pub(super) fn new() -> Analyst {
        let store = corrections::store();
        let kept = corrections::kept(store.as_ref());
        kept.complaints.iter().for_each(|complaint| report(complaint));
        let performer = Performer::new(&[], Overrides::default(), analyser(outlets::own()));
        Analyst { performer, corrections: kept.corrections }
    }

    /// What the text that `path` holds says, with borders in its bytes as they were given.
    ///
    /// # Errors
    ///
    /// A line for the reader: where it cannot be read, or where the program itself made a mistake.
    pub(super) fn read(&self, path: PathBuf, told: &Told) -> Result<(Article, Analysis), String> {
        let source = Source::from_argument(path);
        let (article, _) = ingest::read_verbatim(&source, &told.overrides()).map_err(|error| error.to_string())?;
        let analysis = self.analyse(&article)?;
        Ok((article, analysis))
    }

    /// The article that `source` holds, and the bytes that it was made of.
    ///
    /// # Errors
    ///
    /// A line for the reader, where it cannot be read.
    pub(super) fn receive(&self, source: &Source, told: &Told) -> Result<Received, String> {
        self.performer.receive(source, &told.overrides()).map_err(|error| error.to_string())
    }

    /// What `article` says.
    ///
    /// # Errors
    ///
    /// Where the program itself made a mistake.
    pub(super) fn analyse(&self, article: &Article) -> Result<Analysis, String> {
        self.performer.analyse(article, &self.corrections)
    }
}

/// Prints what `format` writes of the analysis of one text, and on standard error what `note` says of it.
///
/// # Errors
///
/// Where standard output takes no more, other than by being closed.
pub(super) fn print_analysis(
    text: OneText,
    format: &AnalysisFormat,
    note: fn(&Analysis) -> Option<String>,
) -> io::Result<Outcome> {
    match Analyst::new().read(text.file, &text.told) {
        Ok((article, analysis)) => {
            note(&analysis).into_iter().for_each(|note| report(&note));
            print::to_stdout(|out| (format.write)(&article, &analysis, out).map(|()| Outcome::Done))
        }
        Err(reason) => {
            report(&reason);
            Ok(Outcome::CouldNotRun)
        }
    }
}

/// The format in `formats` that `--json` chooses, or the usual one.
pub(super) fn format_for(formats: &'static [AnalysisFormat], json: bool) -> &'static AnalysisFormat {
    let name = if json { "json" } else { "lines" };
    formats.iter().find(|format| format.name == name).unwrap_or(&formats[0])
}

/// What the reader must know of the day that relative dates are counted from, if nobody told it.
pub(super) fn note_on_anchor(analysis: &Analysis) -> Option<String> {
    let ask = "give it as in --published 2025-07-13";
    let leans = |time: &TimeExpression| matches!(time.anchor, Anchor::Published { .. } | Anchor::Unknown);
    let published = analysis.published.filter(|published| published.origin != DateOrigin::Inferred);
    if published.is_some() || !analysis.times.items().iter().any(leans) {
        return None;
    }
    Some(match analysis.published {
        Some(Published { date, .. }) => {
            format!("the day of publication is not told, {date} is taken from the text; {ask}")
        }
        None => format!("the day of publication is not told, so relative dates stay open; {ask}"),
    })
}
