//! Time expressions for people and `grep`: one to a line, fields parted by tabs.

use std::io::{self, Write};

use super::{grain, timex3};
use crate::model::{Analysis, Article};
use crate::text::sanitise;

/// `start..end`, the words, the value, how finely it is known, the rule. Words from several lines are put on one.
pub(super) fn write(
    article: &Article,
    analysis: &Analysis,
    _head: Option<&str>,
    out: &mut dyn Write,
) -> io::Result<()> {
    for time in analysis.times.items() {
        let timex = timex3::timex(time);
        let words = sanitise::clean_line(time.span.of(&article.body));
        let span = time.span;
        write!(out, "{}..{}\t{words}\t{}", span.start, span.end, timex.value)?;
        if let Some(modifier) = timex.modifier {
            write!(out, " {modifier}")?;
        }
        writeln!(out, "\t{}\t{}", grain(&time.value), time.rule)?;
    }
    Ok(())
}
