//! The one cleaner of untrusted text: what leaves it cannot steer a terminal.
//!
//! Whole escape sequences go, not only their first byte, so that no `[2J` is left in a sentence. It does
//! not judge the words, fold letters or reflow lines; `ingest` does the last.

mod characters;
mod sequences;

use characters::{Class, classify, is_pictograph};

/// Marks over one letter that are kept: the Stream-Safe limit. Source: UAX #15, section 13.
const MARKS_PER_LETTER: usize = 30;

const JOINER: char = '\u{200D}';

/// `raw` as text that is safe to draw: every line ends in `\n`, every other white space is a space, and there
/// is no control character, escape sequence, invisible character or emoji modifier in it.
///
/// Controls of the writing direction stay visible as `‹RLO›`, because they may hide what a line says.
/// One pass; cleaning clean text changes nothing.
///
/// ```
/// use linimasa::text::sanitise::clean;
/// assert_eq!(clean("\u{1b}]0;title\u{7}Kim\u{1b}[31m tiba\r\n"), "Kim tiba\n");
/// ```
pub fn clean(raw: &str) -> String {
    let mut output = Output { text: String::with_capacity(raw.len()), ..Output::default() };
    let mut rest = raw;
    while let Some(next) = rest.find(|c: char| !characters::is_plain(c)) {
        output.push_plain(&rest[..next]);
        rest = output.take_special(&rest[next..]);
    }
    output.push_plain(rest);
    output.text
}

/// `raw` as one clean line, for names, titles and other fields.
pub fn clean_line(raw: &str) -> String {
    let text = clean(raw);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The clean text so far, and what the next character depends on.
#[derive(Default)]
struct Output {
    text: String,
    /// A joiner waits until its right neighbour is known.
    joiner_waits: bool,
    /// Characters without width since the last one that has some.
    marks: usize,
}

impl Output {
    /// Appends characters that are known to be harmless.
    fn push_plain(&mut self, text: &str) {
        if let Some(first) = text.chars().next() {
            self.settle_joiner(first);
            self.marks = 0;
            self.text.push_str(text);
        }
    }

    /// Deals with the character that `rest` begins with and all that belongs to it; returns what is left.
    fn take_special<'a>(&mut self, rest: &'a str) -> &'a str {
        let Some(c) = rest.chars().next() else { return rest };
        let after = &rest[c.len_utf8()..];
        match classify(c) {
            Class::Letter => self.push(c),
            Class::Mark if self.marks < MARKS_PER_LETTER => {
                self.push(c);
                self.marks += 1;
            }
            Class::Joiner => self.joiner_waits = true,
            Class::Space => self.push(' '),
            Class::LineEnd => {
                self.push('\n');
                if c == '\r' {
                    return after.strip_prefix('\n').unwrap_or(after);
                }
            }
            Class::Direction(name) => name.chars().for_each(|c| self.push(c)),
            Class::Control => return sequences::skip(rest),
            Class::Mark | Class::Invisible => {}
        }
        after
    }

    fn push(&mut self, c: char) {
        self.settle_joiner(c);
        if classify(c) != Class::Mark {
            self.marks = 0;
        }
        self.text.push(c);
    }

    /// Letters of several scripts need the joiner; between emoji it makes glyphs of unknown width.
    fn settle_joiner(&mut self, next: char) {
        if std::mem::take(&mut self.joiner_waits) {
            let joins = |c: char| !is_pictograph(c) && !c.is_whitespace();
            if self.text.chars().next_back().is_some_and(joins) && joins(next) {
                self.text.push(JOINER);
            }
        }
    }
}

#[cfg(test)]
mod tests;
