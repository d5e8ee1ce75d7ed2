//! `linimasa analyse`: all that can be said about each of several texts, for programs.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use super::text::{Analyst, Told};
use super::{Outcome, print, report};
use crate::export;

const AFTER_HELP: &str = "\
One JSON object per file, each on a line of its own:
  {\"format\": 1, \"file\", \"language\", \"published\", \"publisher\", \"paragraphs\",
   \"sentences\", \"furniture\", \"entities\", \"times\", \"statements\", \"events\",
   \"undated\", \"warnings\"}
assets/analysis.schema.json is its JSON Schema. `format` is the version of the
shape: fields may be added in one version, what is there stays what it is.
`times`, `statements` and `events` are told as `linimasa dates`, `statements` and
`events` tell them with --json, all in the order of the text; times in captions
and links are left out. `undated` are events that the text does not date.

Borders are bytes of the text as it was given, from 0, the end not included; a
byte order mark does not count. Of a TimeML document the text is what TEXT
holds, without tags and with entities resolved.

Metadata beside a file (berita.toml for berita.txt) count.

Exit codes:
  0  done
  1  something could not be read; the rest was written
  2  nothing could be written, or the arguments are wrong

Examples:
  linimasa analyse --json berita.txt
  linimasa analyse --json arsip/*.txt > arsip.jsonl
  curl -s ADDRESS | linimasa analyse --json --published 2025-07-13 -";

/// All that can be said about each text, as JSON
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Analyse {
    /// Texts, web pages or TimeML documents; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// As JSON, the one form there is by now
    #[arg(long = "json", required = true)]
    _json: bool,

    #[command(flatten)]
    told: Told,
}

impl Analyse {
    /// Prints the analysis of every file; what cannot be read is reported, and the others follow.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        let analyst = Analyst::new();
        print::to_stdout(|out| self.write(&analyst, out))
    }

    fn write(self, analyst: &Analyst, out: &mut dyn Write) -> io::Result<Outcome> {
        let (mut shown, mut failed) = (0, 0);
        for file in self.files {
            match analyst.read(file, &self.told) {
                Ok((article, analysis)) => {
                    export::write_analysis(&article, &analysis, out)?;
                    shown += 1;
                }
                Err(reason) => {
                    report(&reason);
                    failed += 1;
                }
            }
        }
        Ok(Outcome::of_batch(shown, failed))
    }
}
