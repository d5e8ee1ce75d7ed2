//! `linimasa names`: whom and what one text names, for people and programs.

use std::io;
use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::text::Told;
use super::{Outcome, corrections, outlets, print, report};
use crate::analysis;
use crate::export::{NAME_FORMATS, NameFormat, Naming};
use crate::ingest::{self, Error, Source};
use crate::lang::{self, Packs};
use crate::model::{Analysis, Article, Columns};

const AFTER_HELP: &str = "\
One entity to a line, fields parted by tabs; other forms are parted by ` · `:
  kind   name   how often it is named   other forms

One mention to a line (--mentions); the title is empty where there is none:
  start..end   words   kind   name   title   rule

Kinds are person, place, organisation, outlet, platform and other. Captions,
links, bylines and tags are read as well; buttons, adverts and notices are not.

Borders are bytes of the text as it was given, from 0, the end not included; a
byte order mark does not count. Of a TimeML document the text is what TEXT
holds, without tags and with entities resolved.

JSON lines (--json), in the order of the text; what is not known is left out:
  {\"kind\", \"name\", \"outlet\", \"country\", \"latitude\", \"longitude\", \"rule\", \"mentions\":
    [{\"start\", \"end\", \"text\", \"title\", \"acting\", \"rule\"}, ...]}
with --mentions:
  {\"start\", \"end\", \"text\", \"title\", \"acting\", \"rule\", \"name\", \"kind\",
    \"entity\", \"country\", \"latitude\", \"longitude\"}
`acting` is true of a place that stands for its government, `country` is a code
as in ISO 3166, `entity` the line, from 0, that the entity has with --json alone.

Annotated text (--iob) comes with one word to a line, its columns parted by tabs
or spaces and a blank line behind each sentence. Words and sentences stay as they
are, the word is followed by its tag, and other columns go; comments (`#` and no
tab) stay. All of it is one article, or one behind each line -DOCSTART-. Tags are
IOB2 with PER, ORG and LOC; outlets and platforms are ORG, of nested names the
outer one counts, titles are O. What counts as a name follows the annotation that
--guidelines names, where the language has it: of Indonesian text that of IDNER,
in which no country that acts is one, else our own.

Standoff (--brat) is what stands in berita.ann beside berita.txt: offsets are code
points, and mentions of one entity are joined by `*` and `Alias`.

Examples:
  linimasa names berita.txt
  linimasa names --mentions - < berita.txt | grep ^person
  linimasa names --iob --language id anotasi.tsv > hasil.tsv
  linimasa names --brat berita.txt > berita.ann";

/// The people, places and organisations that a text names
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Names {
    /// UTF-8 text, TimeML document or, with --iob, words in columns; `-` is standard input
    file: PathBuf,

    /// One line per mention instead of one per entity
    #[arg(long)]
    mentions: bool,

    /// JSON lines, with byte offsets
    #[arg(long)]
    json: bool,

    /// Words in columns, each with its tag: of text that comes so
    #[arg(long, conflicts_with_all = ["mentions", "json", "brat"])]
    iob: bool,

    /// Whose annotation --iob follows; without it the first that the language has
    #[arg(long, value_name = "NAME", requires = "iob", value_parser = guidelines())]
    guidelines: Option<String>,

    /// Standoff annotation as brat reads it
    #[arg(long, conflicts_with_all = ["mentions", "json"])]
    brat: bool,

    #[command(flatten)]
    told: Told,
}

impl Names {
    /// Prints the names in the file.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        let (format, guidelines) = (self.format(), self.guidelines.clone());
        let (article, columns) = match self.read() {
            Ok(read) => read,
            Err(error) => {
                report(&error.to_string());
                return Ok(Outcome::CouldNotRun);
            }
        };
        let analysis = analysed(&article, columns.as_ref(), guidelines.as_deref());
        let naming = Naming { article: &article, analysis: &analysis, columns: columns.as_ref() };
        print::to_stdout(|out| (format.write)(&naming, out).map(|()| Outcome::Done))
    }

    fn format(&self) -> NameFormat {
        let options = [("brat", self.brat), ("iob", self.iob), ("json", self.json), ("mentions", self.mentions)];
        let chosen: Vec<&str> = options.iter().filter(|(_, is_set)| *is_set).map(|(name, _)| *name).collect();
        let name = chosen.join(" ");
        *NAME_FORMATS.iter().find(|format| format.name == name).unwrap_or(&NAME_FORMATS[0])
    }

    fn read(self) -> Result<(Article, Option<Columns>), Error> {
        let overrides = self.told.overrides();
        let source = Source::from_argument(self.file);
        if self.iob {
            ingest::read_columns(&source, &overrides).map(|(article, columns)| (article, Some(columns)))
        } else {
            ingest::read_verbatim(&source, &overrides).map(|(article, _)| (article, None))
        }
    }
}

/// Ours, and those that a model was trained by.
fn guidelines() -> PossibleValuesParser {
    PossibleValuesParser::new(["own"].into_iter().chain(lang::GUIDELINES.iter().map(|guidelines| guidelines.name)))
}

fn analysed(article: &Article, columns: Option<&Columns>, guidelines: Option<&str>) -> Analysis {
    let packs = if columns.is_some() { Packs::annotating(guidelines) } else { Packs::embedded() };
    let mut packs = packs.expect("the packs of the program compile, which a test holds");
    outlets::own().iter().for_each(|entry| packs.add(entry));
    let kept = corrections::kept(corrections::store().as_ref());
    kept.complaints.iter().for_each(|complaint| report(complaint));
    match columns {
        Some(columns) => analysis::entities_as_annotated(article, &columns.documents, &packs),
        None => analysis::entities(article, &packs, &kept.corrections),
    }
}
