//! `linimasa dates`: the time expressions of one text, for people and programs.

use std::io;
use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::args::language_code;
use super::{Outcome, print, report};
use crate::analysis;
use crate::export::{DATE_FORMATS, DateFormat, timeml};
use crate::ingest::{self, Overrides, Source};
use crate::lang::Packs;
use crate::model::{Analysis, Anchor, DateOrigin, Published, TimeExpression};

const AFTER_HELP: &str = "\
One expression to a line, fields parted by tabs:
  start..end   words   value   grain   rule

Borders are bytes of the text as it was given, from 0, the end not included; a
byte order mark does not count. Of a TimeML document the text is what TEXT
holds, without tags and with entities resolved, and relative dates are counted
from its creation time (DCT).

Values are those of TIMEX3: 2025-07-12, 2025-W28, 2025-07-12TNI, P3D, SET XXXX.

Examples:
  linimasa dates berita.txt
  linimasa dates --published 2025-07-13 --json - < berita.txt
  linimasa dates --timeml berita.tml > tandai.tml";

/// The time expressions of a text, each with its value
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Dates {
    /// UTF-8 text or TimeML document; `-` is standard input
    file: PathBuf,

    /// JSON lines: one object per expression, with byte offsets
    #[arg(long, conflicts_with = "timeml")]
    json: bool,

    /// A TimeML document: the text unchanged, with TIMEX3 tags in it
    #[arg(long)]
    timeml: bool,

    /// Count relative dates from this day, as in 2025-07-13
    #[arg(long, value_name = "DATE")]
    published: Option<Date>,

    /// The language of the text, as in `id`
    #[arg(long, value_name = "CODE", value_parser = language_code)]
    language: Option<String>,
}

impl Dates {
    /// Prints the expressions of the file.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        let format = self.format();
        let overrides = Overrides { published: self.published, language: self.language };
        let (article, head) = match ingest::read_verbatim(&Source::from_argument(self.file), &overrides) {
            Ok(read) => read,
            Err(error) => {
                report(&error.to_string());
                return Ok(Outcome::CouldNotRun);
            }
        };
        let packs = Packs::embedded().expect("the packs of the program compile, which a test holds");
        let analysis = analysis::dates(&article, &packs);
        if let Some(note) = note_on_anchor(&analysis) {
            report(&note);
        }
        // What the reader says of the day stands in the document too.
        let created = self.published.map(|date| timeml::creation_time(Some(date)));
        let head = head.map(|head| created.map_or_else(|| head.xml.clone(), |element| head.with_creation(&element)));
        print::to_stdout(|out| (format.write)(&article, &analysis, head.as_deref(), out).map(|()| Outcome::Done))
    }

    fn format(&self) -> DateFormat {
        let name = if self.json {
            "json"
        } else if self.timeml {
            "timeml"
        } else {
            "lines"
        };
        *DATE_FORMATS.iter().find(|format| format.name == name).unwrap_or(&DATE_FORMATS[0])
    }
}

/// What the reader must know of the day that relative dates are counted from, if nobody told it.
fn note_on_anchor(analysis: &Analysis) -> Option<String> {
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
