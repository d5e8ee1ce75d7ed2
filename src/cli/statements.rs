//! `linimasa statements`: who says what in one text, and through which outlets, for people and programs.

use std::io;

use clap::Args;

use super::Outcome;
use super::text::{OneText, format_for, print_analysis};
use crate::export::STATEMENT_FORMATS;

const AFTER_HELP: &str = "\
One statement to a line, in the order of the text, fields parted by tabs:
  start..end   source   kind   outlets   stance   words   content   rule

The source is a name, or the words that describe one who is not named; it is
empty where only outlets are named. Its kind is person, place, organisation,
outlet, platform, other, unnamed or document. Outlets go from the one nearest
the speaker to the one nearest the reader, with ` → ` between. The stance is
claim, deny, promise, warn or estimate; the words are direct or indirect; pieces
of the content have ` … ` between.

Borders are bytes of the text as it was given, from 0, the end not included; a
byte order mark does not count. Of a TimeML document the text is what TEXT
holds, without tags and with entities resolved.

JSON lines (--json); what is not known is left out, but for empty lists:
  {\"scope\": {\"start\", \"end\"},
   \"source\": {\"type\", \"name\", \"kind\", \"entity\", \"start\", \"end\", \"text\", \"described\"},
   \"cue\": {\"start\", \"end\", \"text\"}, \"contents\": [{\"start\", \"end\", \"text\"}, ...],
   \"stance\", \"direct\", \"primary\",
   \"via\": [{\"name\", \"kind\", \"entity\", \"start\", \"end\", \"text\"}, ...], \"rule\"}
`type` is entity, unnamed or document; `described` tells where somebody without a
name was described, if the words are a pronoun; `primary` is true of what the source
published itself; `entity` is a number from 0, in the order in which the text
first names entities, as in `linimasa analyse`.

Examples:
  linimasa statements berita.txt
  linimasa statements --json - < berita.txt
  linimasa statements berita.txt | cut -f 2,7";

/// Who says what in a text, and through which outlets
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Statements {
    #[command(flatten)]
    text: OneText,

    /// JSON lines: one object per statement, with byte offsets
    #[arg(long)]
    json: bool,
}

impl Statements {
    /// Prints the statements of the file.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        print_analysis(self.text, format_for(STATEMENT_FORMATS, self.json), |_| None)
    }
}
