//! `linimasa events`: the timeline of one text, for people and programs.

use std::io;

use clap::Args;

use super::Outcome;
use super::text::{OneText, format_for, note_on_anchor, print_analysis};
use crate::export::EVENT_FORMATS;

const AFTER_HELP: &str = "\
One event to a line, by time, fields parted by tabs; those that the text does
not date come last, with nothing for time and grain:
  start..end   time   grain   status   place   participants   source   outlets
  label   rule

Times are those of TIMEX3, as in `linimasa dates`, with `/` between the ends of a
range. The status is reported, planned, denied or alleged. Participants have
` · ` between. Source and outlets are those of the statement that it rests on, as
in `linimasa statements`; both are empty for the publisher's own reporting.

Borders are those of the clause, in bytes of the text as it was given, from 0,
the end not included; a byte order mark does not count. Of a TimeML document the
text is what TEXT holds, without tags and with entities resolved, and relative
dates are counted from its creation time (DCT).

JSON lines (--json); what is not known is left out, but for empty lists:
  {\"label\", \"clause\": {\"start\", \"end\", \"text\"},
   \"time\": {\"value\", \"grain\", \"from\", \"to\", \"start\", \"end\", \"text\"},
   \"until\": {...}, \"inferred\", \"status\", \"place\": {\"name\", \"kind\", \"entity\"},
   \"participants\": [{\"name\", \"kind\", \"entity\"}, ...], \"statement\", \"rule\"}
`until` is the last time of a range, in the form of `time`; `inferred` is true
where the time is that of an event told before; `statement` the line,
from 0, of `linimasa statements`; `entity` a number from 0, in the order in which
the text first names entities, as in `linimasa analyse`.

Examples:
  linimasa events --published 2025-07-13 berita.txt
  linimasa events --json - < berita.txt
  linimasa events berita.txt | cut -f 2,9";

/// What happened, is planned or is denied in a text, by time
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Events {
    #[command(flatten)]
    text: OneText,

    /// JSON lines: one object per event, with byte offsets
    #[arg(long)]
    json: bool,
}

impl Events {
    /// Prints the events of the file.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        print_analysis(self.text, format_for(EVENT_FORMATS, self.json), note_on_anchor)
    }
}
