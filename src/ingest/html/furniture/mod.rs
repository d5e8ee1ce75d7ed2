//! Lines within the article that are no part of it, seen by what they are: links and little else, calls to follow, the
//! headline again, credits at the end.
//!
//! Only what the markup or the place tells is taken out here; `analysis::furniture` weighs the words of what is left.

mod line;
mod shape;

use rustc_hash::FxHashMap;

use super::head::folded;
use super::text::Text;
use super::words::WORDS;
use crate::model::Block;
use line::Line;

/// What is known of the article before its text is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    pub(super) title: Option<String>,
    pub(super) byline: Option<String>,
    /// The article as the metadata of its page tell it.
    pub(super) body: Option<String>,
}

/// `text` without those lines.
pub(super) fn without(text: Text, known: &Known) -> Text {
    let lines: Vec<Line> = (0..text.paragraphs.len()).map(|index| Line::of(&text, index)).collect();
    let mut keep: Vec<bool> = lines.iter().map(|line| !line.leads_elsewhere()).collect();
    let bounds = Bounds::of(&lines, &keep, known);
    for (index, line) in lines.iter().enumerate() {
        keep[index] &= !bounds.leave_out(index, line, known);
    }
    drop_key_points(&lines, &mut keep);
    drop_repeated(&lines, &mut keep);
    drop_refrains(&lines, &mut keep);
    drop_empty_headings(&lines, &mut keep);
    drop_teasers(&lines, &mut keep);
    drop_labels(&lines, &mut keep);
    drop_promises(&lines, &mut keep);
    text.retain(|index| keep[index])
}

/// Where the text lies among the lines.
struct Bounds {
    /// The first and the last line of prose, and the last but one.
    first: usize,
    last: usize,
    last_but_one: usize,
    /// Up to where all stands above the text.
    signed: Option<usize>,
    /// From where on nothing belongs to it.
    end: usize,
    all: usize,
}

impl Bounds {
    fn of(lines: &[Line], keep: &[bool], known: &Known) -> Bounds {
        let texts: Vec<usize> = (0..lines.len()).filter(|&index| keep[index] && lines[index].is_prose).collect();
        let first = texts.iter().copied().find(|&index| !lines[index].is_signed_title(known)).unwrap_or(lines.len());
        let last = texts.last().copied().unwrap_or(0);
        let last_but_one = texts.iter().rev().nth(1).copied().unwrap_or(last);
        let end = sender(lines).or(rights(lines, last)).or(references(lines)).unwrap_or(lines.len());
        Bounds { first, last, last_but_one, signed: signature(lines, known), end, all: lines.len() }
    }

    /// Whether a line stands above or below the text, or between its last lines, and is none of it.
    fn leave_out(&self, index: usize, line: &Line, known: &Known) -> bool {
        let is_above = index < self.first && line.is_before_text(known) || self.signed.is_some_and(|it| index <= it);
        let is_below = index > self.last && line.is_behind_text()
            || line.is_credit && index + 6 > self.all
            || line.is_byline_alone(known)
            || (line.is_plea || line.is_of_writer(known)) && index >= self.last_but_one;
        is_above || index >= self.end || is_below && self.first < self.all
    }
}

/// Where a press office begins to tell of itself, in the second half of what it sends.
fn sender(lines: &[Line]) -> Option<usize> {
    (lines.len() / 2..lines.len()).find(|&index| lines[index].is_of_sender(lines.get(index + 1)))
}

/// The heading over the list of what the article goes back to, where no text comes behind it.
fn references(lines: &[Line]) -> Option<usize> {
    let heading = lines.iter().rposition(|line| matches!(line.block, Block::Heading(_)))?;
    let is_item = |line: &Line| matches!(line.block, Block::Item(_)) || !line.is_prose;
    let is_over_references = WORDS.lines.references.contains(&lines[heading].words);
    (is_over_references && heading > lines.len() / 4 && lines[heading + 1..].iter().all(is_item)).then_some(heading)
}

/// The line that says whose all above is: behind the `last` of the text, or nearly so.
fn rights(lines: &[Line], last: usize) -> Option<usize> {
    lines.iter().rposition(Line::is_copyright).filter(|&index| index > last || index + 4 > lines.len())
}

/// The points of an article in a list before its text, with what is written over them.
fn drop_key_points(lines: &[Line], keep: &mut [bool]) {
    const LEAST_BEHIND: usize = 3;
    let is_text = |line: &Line| line.is_prose && line.block == Block::Paragraph;
    let Some(first) = (0..lines.len()).find(|&index| keep[index] && is_text(&lines[index])) else { return };
    let behind = lines[first..].iter().filter(|line| is_text(line)).count();
    let is_item = |index: &usize| keep[*index] && matches!(lines[*index].block, Block::Item(_));
    let Some(item) = (0..first).find(is_item).filter(|_| behind >= LEAST_BEHIND) else { return };
    // A live report may begin with such a list as well, below a heading as its other parts.
    let heading = lines[..item].last().filter(|line| matches!(line.block, Block::Heading(_)));
    if heading.is_none_or(Line::is_over_key_points) {
        keep[..first].fill(false);
    }
}

/// The line with the day or the writer that ends what stands above the text, where enough text comes behind it. Behind
/// several paragraphs below the headline it is that of a part, such as a post of a live report.
fn signature(lines: &[Line], known: &Known) -> Option<usize> {
    const MOST_ABOVE: usize = 9;
    const MOST_PROSE_ABOVE: usize = 2;
    const LEAST_BEHIND: usize = 2;
    let signed = lines.iter().take(MOST_ABOVE).rposition(|line| line.is_signature(known))?;
    let headline = lines[..signed].iter().rposition(|line| line.block == Block::Heading(1)).unwrap_or(0);
    let above = lines[headline..signed].iter().filter(|line| line.is_prose).count();
    if above > MOST_PROSE_ABOVE {
        return None;
    }
    let behind = lines[signed + 1..].iter().filter(|line| line.is_prose).count();
    (behind >= LEAST_BEHIND).then_some(signed)
}

/// Words set apart that stand in the text as well, with whoever says them: a design, no quotation.
fn drop_repeated(lines: &[Line], keep: &mut [bool]) {
    // Each is looked for in all the others.
    const MOST: usize = 40;
    let is_set_apart = |line: &Line| {
        line.words.len() > 20 && (line.block == Block::Quote || line.block == Block::Paragraph && line.is_quotation())
    };
    for index in (0..lines.len()).filter(|&index| is_set_apart(&lines[index])).take(MOST).collect::<Vec<_>>() {
        let words = &lines[index].words;
        let others = lines.iter().enumerate().filter(|&(other, line)| other != index && line.block != Block::Quote);
        let is_repeated = others.filter(|(_, line)| line.text.len() > words.len()).any(|(_, line)| {
            let whole = folded(line.text);
            whole.contains(words) && whole != *words
        });
        keep[index] &= !is_repeated;
        if is_repeated
            && let Some(speaker) = lines.get(index + 1).filter(|it| it.is_label() && it.block == Block::Paragraph)
        {
            keep[index + 1] &= speaker.is_prose;
        }
    }
}

/// Short lines that come again and again: whose the pictures are, what can be pressed.
fn drop_refrains(lines: &[Line], keep: &mut [bool]) {
    const LEAST: usize = 3;
    const MOST_BYTES: usize = 80;
    let is_short = |line: &Line| {
        let ends = line.text.ends_with(['.', '!', '?', '"', '”']);
        matches!(line.block, Block::Paragraph | Block::Caption) && line.text.len() <= MOST_BYTES && !ends
    };
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    lines.iter().filter(|line| is_short(line)).for_each(|line| *counts.entry(line.text).or_default() += 1);
    for (index, line) in lines.iter().enumerate() {
        keep[index] &= !(is_short(line) && counts.get(line.text).is_some_and(|&count| count >= LEAST));
    }
}

/// A few words over links that were taken out.
fn drop_labels(lines: &[Line], keep: &mut [bool]) {
    for index in (1..lines.len()).rev() {
        let over_links = !keep[index] && (lines[index].is_all_linked() || lines[index].is_offer());
        if over_links && lines[index - 1].is_label() {
            keep[index - 1] = false;
        }
    }
}

/// A heading with nothing of its own below it was one over links.
fn drop_empty_headings(lines: &[Line], keep: &mut [bool]) {
    let mut below = None;
    for index in (0..lines.len()).rev() {
        if let Block::Heading(level) = lines[index].block {
            keep[index] &= match below {
                None => false,
                Some(Block::Heading(next)) => next > level,
                Some(_) => true,
            };
        }
        if keep[index] {
            below = Some(lines[index].block);
        }
    }
}

/// The headlines behind the first of a list of other articles.
fn drop_teasers(lines: &[Line], keep: &mut [bool]) {
    for index in 1..lines.len() {
        let is_next = !keep[index - 1] && lines[index - 1].is_all_linked() && lines[index].is_all_linked();
        keep[index] &= !is_next;
    }
    // A heading over the first of them is linked as well.
    for index in 1..lines.len() {
        let is_over = keep[index - 1] && !keep[index] && lines[index].is_all_linked();
        keep[index - 1] &= !(is_over && lines[index - 1].is_linked_heading());
    }
}

/// At the end, the words before what is no text: 'Video terpopuler hari ini:'.
fn drop_promises(lines: &[Line], keep: &mut [bool]) {
    for index in (0..lines.len()).rev().filter(|&index| keep[index]).collect::<Vec<_>>() {
        if !lines[index].is_promise() {
            break;
        }
        keep[index] = false;
    }
}
