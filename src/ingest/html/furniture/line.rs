//! What one paragraph is seen to be, by its words, its links and its shape.

use super::Known;
use super::shape::{
    has_clock, has_colon, has_dateline, is_count, is_nearly_all, is_page_number, is_time_alone, without_article,
};
use crate::ingest::date;
use crate::ingest::html::front;
use crate::ingest::html::head::folded;
use crate::ingest::html::text::Text;
use crate::ingest::html::words::{WORDS, begins_with, starts};
use crate::model::{Block, Span};

const SHORT_BYTES: usize = 200;

/// What is seen of one paragraph.
pub(super) struct Line<'a> {
    pub(super) words: String,
    pub(super) text: &'a str,
    pub(super) block: Block,
    /// Bytes that lead elsewhere.
    linked: usize,
    to_channel: bool,
    /// All of it is one link or several.
    is_link: bool,
    /// A sentence of the article, by its length and its end.
    pub(super) is_prose: bool,
    pub(super) is_credit: bool,
    /// It asks to be paid or followed.
    pub(super) is_plea: bool,
}

impl<'a> Line<'a> {
    pub(super) fn of(text: &'a Text, index: usize) -> Line<'a> {
        let paragraph = text.paragraphs[index];
        let block = text.blocks[index];
        let line = paragraph.of(&text.body);
        let links: Vec<_> = text.links_in(paragraph).collect();
        // A sentence may say whom to write to.
        let is_told = |address: &str| address.starts_with("mailto:") && line.ends_with('.');
        let leading = links.iter().filter(|link| !is_told(&link.address));
        let linked = leading.map(|link| Span::len(link.span)).sum();
        let to_channel =
            links.iter().any(|link| WORDS.lines.channels.iter().any(|channel| link.address.contains(channel)));
        let words = folded(front(line, SHORT_BYTES));
        let ends = line.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?']);
        let is_text = matches!(block, Block::Paragraph | Block::Quote | Block::Item(_));
        let is_credit =
            line.len() < SHORT_BYTES && begins_with(&words, &WORDS.lines.credits) && (!ends || has_colon(line));
        let is_prose =
            is_text && !is_credit && linked * 2 < line.len() && (line.len() >= 80 || ends && line.len() >= 40);
        let is_link = is_nearly_all(linked, line) && !matches!(block, Block::Heading(_) | Block::Row);
        let pleas = WORDS.lines.pleas.iter().filter(|word| words.contains(*word)).count();
        let is_plea = pleas >= 2 && line.len() < 2 * SHORT_BYTES;
        Line { words, text: line, block, linked, to_channel, is_link, is_prose, is_credit, is_plea }
    }

    pub(super) fn is_all_linked(&self) -> bool {
        is_nearly_all(self.linked, self.text)
    }

    pub(super) fn is_linked_heading(&self) -> bool {
        matches!(self.block, Block::Heading(_)) && self.is_all_linked()
    }

    /// Whether it is a few words and no sentence.
    pub(super) fn is_label(&self) -> bool {
        const MOST_BYTES: usize = 40;
        self.text.len() <= MOST_BYTES
            && !self.text.ends_with(['.', '!', '?', '"', '”', ')'])
            && !matches!(self.block, Block::Item(_) | Block::Row)
    }

    /// Whether all of it is what somebody says.
    pub(super) fn is_quotation(&self) -> bool {
        self.text.starts_with(['"', '“', '‘']) && self.text.ends_with(['"', '”', '’'])
    }

    /// Whether it is mostly a link and no sentence: 'MORE: Town sells its only fire truck'.
    pub(super) fn is_offer(&self) -> bool {
        let ends = self.text.ends_with(['.', '!', '"', '”', ')', ',', ';', ':']);
        self.block == Block::Paragraph
            && !ends
            && self.linked * 10 >= self.text.len() * 6
            && self.words.split(' ').count() > 4
    }

    /// Whether its last sentence asks to join: 'The week in your inbox. Sign up today.'
    fn ends_with_call(&self) -> bool {
        let last = self.text.trim_end_matches(['.', '!', '»', '→', ' ']).rsplit(['.', '!', '?', ':']).next();
        let last = last.map(folded).unwrap_or_default();
        let is_call = WORDS.lines.call_endings.contains(&last) || begins_with(&last, &WORDS.lines.call_beginnings);
        self.text.len() < 2 * SHORT_BYTES && is_call && !self.text.contains(['"', '“'])
    }

    /// Whether it is a rule made of marks: '___', '* * *'.
    fn is_rule(&self) -> bool {
        self.block == Block::Paragraph && self.text.chars().all(|c| " _-–—*=~·•#|".contains(c))
    }

    /// Whether it tells whose a picture is.
    fn is_owner(&self) -> bool {
        const MOST_BYTES: usize = 80;
        let label = self.text.split(':').next().filter(|label| label.len() < self.text.len()).map(folded);
        self.block == Block::Paragraph
            && self.text.len() <= MOST_BYTES
            && !self.text.ends_with('.')
            && label.is_some_and(|label| WORDS.lines.owners.contains(&label))
    }

    /// Whether it tells when the article was published, how long a film runs or how many have seen it.
    fn is_stamp(&self) -> bool {
        const MOST_BYTES: usize = 80;
        let is_clock = || {
            self.text.contains([':', '/'])
                && self.text.bytes().all(|byte| byte.is_ascii_digit() || b":/ ".contains(&byte))
                || is_time_alone(&self.words)
        };
        let is_dated = || begins_with(&self.words, &WORDS.lines.stamps) && date::read(self.text).is_some();
        let is_clock_of_item = || matches!(self.block, Block::Item(_)) && has_clock(self.text);
        let is_text = matches!(self.block, Block::Paragraph | Block::Caption) || is_clock_of_item();
        is_text && self.text.len() < MOST_BYTES && (is_clock() || is_dated() || is_count(&self.words))
    }

    /// Whether it is one of the names of the byline and no more, as over each post of a live report: 'By Jun-ho Baek'.
    pub(super) fn is_byline_alone(&self, known: &Known) -> bool {
        let label = WORDS.bylines.labels.iter().find(|label| starts(&self.words, &folded(label)));
        let rest = label.and_then(|label| self.words.strip_prefix(&folded(label))).map(str::trim);
        let names = known.byline.iter().flat_map(|names| names.split(", ")).map(folded);
        self.block == Block::Paragraph
            && rest.is_some_and(|rest| names.into_iter().any(|name| !name.is_empty() && name == rest))
    }

    /// Whether it begins what press offices write of themselves: 'About Blæst Energi', with the name again behind it, in it
    /// or in the line `below`.
    pub(super) fn is_of_sender(&self, below: Option<&Line>) -> bool {
        const MOST_WORDS: usize = 6;
        let Some(rest) = ["about ", "tentang "].iter().find_map(|label| self.words.strip_prefix(label)) else {
            return false;
        };
        let words: Vec<&str> = rest.split(' ').collect();
        let is_repeated = |count: usize| words.get(count..2 * count) == Some(&words[..count]);
        let is_named_below = below
            .is_some_and(|it| words.len() <= MOST_WORDS && starts(without_article(&it.words), without_article(rest)));
        (1..=MOST_WORDS.min(words.len() / 2)).any(is_repeated) || is_named_below
    }

    /// Whether it is a heading over what an article says in short.
    pub(super) fn is_over_key_points(&self) -> bool {
        WORDS.lines.key_points.iter().any(|front| self.words.starts_with(front))
    }

    /// Whether something is to follow it.
    pub(super) fn is_promise(&self) -> bool {
        self.text.ends_with(':') && self.text.len() < SHORT_BYTES / 2
    }

    /// Whether it leads to another article, or asks to be followed.
    pub(super) fn leads_elsewhere(&self) -> bool {
        let is_short = self.text.len() < 2 * SHORT_BYTES;
        let leads = begins_with(&self.words, &WORDS.lines.leads);
        let is_linked = self.linked * 10 >= self.text.len() * 4;
        // A link of a few words may be the name of a thing in a list.
        let is_paragraph = self.block == Block::Paragraph;
        // Headlines have no full stop.
        let is_sentence = is_paragraph && self.text.ends_with('.');
        let is_headline = self.is_link && self.words.split(' ').count() >= 4 && !is_sentence;
        let is_label = leads && is_paragraph && self.text.len() < 30 && !self.text.ends_with('.');
        let bracketed = self.text.starts_with('[') && self.text.ends_with(']') && leads;
        WORDS.lines.whole.contains(&self.words)
            || is_short && begins_with(&self.words, &WORDS.lines.rights)
            || is_short && begins_with(&self.words, &WORDS.lines.calls)
            || begins_with(&self.words, &WORDS.lines.unplayed)
            || self.text.contains("<iframe")
            || self.is_rule()
            || self.text.split_whitespace().all(|word| word.starts_with('#'))
            || self.to_channel && is_short
            || leads && is_linked && is_short
            || is_headline
            || self.is_offer()
            || self.ends_with_call()
            || self.is_owner()
            || self.is_stamp()
            || is_page_number(&self.words)
            || leads && self.text.ends_with(':') && is_short
            || is_label
            || bracketed
            || leads && has_colon(self.text) && is_short
    }

    /// Whether it is the headline, the byline or the date, of those that stand before the text.
    pub(super) fn is_before_text(&self, known: &Known) -> bool {
        let is = |told: &Option<String>| {
            told.as_deref().map(folded).is_some_and(|told| {
                !told.is_empty() && (told == self.words || self.text.len() < SHORT_BYTES && self.words.contains(&told))
            })
        };
        let is_part = |title: &str| matches!(self.block, Block::Heading(_)) && title.contains(&self.words);
        let title = known.title.as_deref().map(folded);
        let is_title = title.is_some_and(|title| title == self.words || is_part(&title)) || self.is_signed_title(known);
        is_title
            || matches!(self.block, Block::Heading(1))
            || is(&known.byline)
            || self.is_credit
            || self.text.len() < SHORT_BYTES / 2 && date::read(self.text).is_some()
            || self.is_link
            || self.is_label() && !matches!(self.block, Block::Heading(_)) && !self.text.ends_with(':')
            || self.block == Block::Row
            || self.is_standfirst()
            // A line of its own with a link in it is an offer: 'NEW Listen to this article!'
            || self.linked > 0 && self.text.len() < 60
    }

    /// Whether it is words below a headline, which end without a mark as headlines do.
    fn is_standfirst(&self) -> bool {
        self.block == Block::Paragraph
            && !self.text.ends_with(['.', '!', '?', '"', '”', '’', ')', ':', '…', ',', ';', '-', '–', '—'])
    }

    /// Whether it is a line of its own that tells the day or the writer.
    pub(super) fn is_signature(&self, known: &Known) -> bool {
        const MOST_BYTES: usize = 110;
        let byline = known.byline.as_deref().map(folded).filter(|names| !names.is_empty());
        let is_signed = || byline.is_some_and(|names| self.words.contains(&names)) || self.is_credit;
        self.block == Block::Paragraph
            && self.text.len() <= MOST_BYTES
            && !self.text.ends_with(['.', '!', '?', '"', '”', ':'])
            && !has_dateline(self.text)
            && (date::read(self.text).is_some() || is_signed())
    }

    /// Whether it says whose all above is.
    pub(super) fn is_copyright(&self) -> bool {
        self.text.len() < 2 * SHORT_BYTES && self.text.starts_with(['©', '\u{24b8}'])
            || starts(&self.words, "copyright")
            || starts(&self.words, "hak cipta")
    }

    /// Whether it is a few words in capitals: the office that signs what stands above.
    pub(super) fn is_office(&self) -> bool {
        self.is_label()
            && self.block == Block::Paragraph
            && self.words.contains(' ')
            && !self.text.contains(char::is_lowercase)
    }

    /// Whether it tells who the writer is or how to reach them.
    pub(super) fn is_of_writer(&self, known: &Known) -> bool {
        let name = known.byline.as_deref().and_then(|names| names.split(',').next()).map(folded).unwrap_or_default();
        let words = format!(" {} ", self.words);
        let tells = WORDS.lines.of_writers.iter().any(|telling| words.contains(&format!(" {telling} ")));
        !name.is_empty() && starts(&self.words, &name) && tells && !self.text.contains(['"', '“'])
    }

    /// Whether it is the headline with the day or the writer, which pages without headings set apart by a break only.
    pub(super) fn is_signed_title(&self, known: &Known) -> bool {
        const MOST_BYTES: usize = 90;
        let title = known.title.as_deref().map(folded).filter(|title| !title.is_empty());
        let byline = known.byline.as_deref().map(folded).filter(|names| !names.is_empty());
        title.is_some_and(|title| self.words.contains(&title) && self.words.len() < title.len() + MOST_BYTES)
            && (date::read(self.text).is_some() || byline.is_some_and(|names| self.words.contains(&names)))
    }

    /// Whether it stands behind the text and is none: links, tags, what can be pressed.
    pub(super) fn is_behind_text(&self) -> bool {
        let is_pressed = self.text.starts_with("[ ") && self.text.ends_with(']') && self.text.len() < SHORT_BYTES / 2;
        let is_lead = self.text.len() < SHORT_BYTES / 2 && begins_with(&self.words, &WORDS.lines.leads);
        self.linked * 2 > self.text.len() || is_lead || self.is_credit || self.is_office() || is_pressed
    }
}
