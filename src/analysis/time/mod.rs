//! Time expressions: found by a scanner over tokens, given a value by named resolvers.
//!
//! The pack says which words and patterns there are (`lang::time`); `scan` finds them, `resolving` goes through them in the
//! order of the text, `resolve` says what each means, `anchors` what they are counted from.

mod agreed;
mod amounts;
mod anchors;
mod beside;
mod calendar;
mod fields;
mod matcher;
mod named;
mod number;
mod offsets;
mod parts;
mod published;
mod reported;
mod resolve;
mod resolving;
mod scan;
mod tense;
mod units;
mod yearless;

use std::ops::Range;

use anchors::Anchors;
use jiff::civil::Date;
use matcher::Match;
use resolving::Resolving;
use tense::Tense;

use super::reading::Reading;
use crate::lang::Pack;
use crate::lang::time::TimeRules;
use crate::model::{Anchor, Arena, Grain, Published, TimeExpression, Warning};

/// A time expression as it is found, with what the sentence tells of it.
struct Seen {
    found: Match,
    tense: Option<Tense>,
    /// Whether it dates only that somebody spoke.
    of_saying: bool,
    /// Whether it stands in a quotation.
    quoted: bool,
    /// Whether its sentence retells what a court heard.
    of_hearing: bool,
    /// Whether it tells of what had been before the day that was told last.
    looks_back: bool,
    /// Whether it may date what was agreed as well as that it was: 'agreed to sell its stake on Monday'.
    agreed: bool,
}

/// The time expressions of an article and the day they were counted from.
pub(crate) struct Times {
    pub(crate) expressions: Arena<TimeExpression>,
    pub(crate) published: Option<Published>,
    pub(crate) warnings: Vec<Warning>,
}

/// Finds and resolves every time expression in `sentences`.
pub(crate) fn find(reading: &Reading, pack: &Pack, sentences: &[Range<usize>], published: Option<Published>) -> Times {
    let rules = &pack.time;
    let mut matches: Vec<Seen> = Vec::new();
    let mut found = Vec::new();
    let (mut done, mut start) = (0, 0);
    for (index, sentence) in sentences.iter().enumerate() {
        // 'at 5 p.m. ET' is not cut, whatever the full stop looked like; a paragraph ends every time.
        let goes_on = |next: &&Range<usize>| next.start == sentence.end && !reading.opens_paragraph(next.start);
        let next = sentences.get(index + 1).filter(goes_on);
        let limit = next.map_or(sentence.end, |next| next.end);
        if done <= sentence.start {
            start = sentence.start;
        }
        scan::scan(reading, rules, sentence.start.max(done)..sentence.end, limit, &mut found);
        done = found.last().map_or(done, |last| last.end);
        for found in found.drain(..) {
            let (sentence, begin) = (start..sentence.end, found.parts[0].start);
            let tense = tense::told(reading, pack, &sentence, begin..found.end);
            let of_saying = reported::dates_saying(reading, pack, &sentence, begin);
            let quoted = reported::is_quoted(reading, &sentence, begin);
            let of_hearing = reported::retells_hearing(reading, pack, &sentence);
            let looks_back = reported::looks_back(reading, pack, &sentence, begin);
            let first = matches.last().is_none_or(|last| last.found.end <= sentence.start);
            let agreed =
                first && tense == Some(Tense::Future) && agreed::may_date_deed(reading, pack, sentence.start..begin);
            matches.push(Seen { found, tense, of_saying, quoted, of_hearing, looks_back, agreed });
        }
    }
    let mut warnings = Vec::new();
    let published = published.or_else(|| infer_publication(reading, rules, &matches, &mut warnings));
    let (expressions, odd) = Resolving::new(reading, pack, published).all(&matches);
    warnings.extend(odd);
    Times { expressions, published, warnings }
}

/// The first full date in `tokens` that needs nothing to be counted from, and its tokens.
pub(crate) fn explicit_day(reading: &Reading, rules: &TimeRules, tokens: Range<usize>) -> Option<(Date, Range<usize>)> {
    let mut found = Vec::new();
    let limit = tokens.end;
    scan::scan(reading, rules, tokens, limit, &mut found);
    found.iter().find_map(|found| {
        let rule = &rules.rules[found.rule];
        let resolved = resolve::resolve(rule.resolver, &found.fields(rule, 0), &Anchors::default(), &rules.feasts)?;
        let interval = resolved.value.interval().filter(|interval| interval.grain <= Grain::Day)?;
        (resolved.anchor == Anchor::Explicit).then(|| (interval.first_day(), found.parts[0].tokens()))
    })
}

fn infer_publication(
    reading: &Reading,
    rules: &TimeRules,
    matches: &[Seen],
    warnings: &mut Vec<Warning>,
) -> Option<Published> {
    let anchors = Anchors::default();
    // Of 'between 2008 and 2011' both ends.
    let ends = matches.iter().flat_map(|seen| (0..seen.found.count).map(move |part| (seen, part)));
    let told = ends.filter_map(|(Seen { found, tense, of_saying, .. }, part)| {
        let rule = &rules.rules[found.rule];
        let fields = found.fields(rule, part);
        let resolved = resolve::resolve(rule.resolver, &fields, &anchors, &rules.feasts)?;
        let tokens = found.parts[part].tokens();
        // 'ditahan hingga 9 Desember 2025': the end of what lasts may be to come.
        let lasts = |at: usize| rules.range_joiners.has(reading.words[at]) && reading.is_word(at);
        let ends = part == 0 && tokens.start.checked_sub(1).is_some_and(lasts);
        // '"Hasilnya keluar Senin depan," kata Leli, Kamis (27/11/2025)': when somebody spoke has been.
        let tense = match (ends, of_saying) {
            (true, _) => Some(Tense::Future),
            (false, true) => Some(Tense::Past),
            (false, false) => *tense,
        };
        Some(published::Told { span: reading.span(tokens), found: resolved, weekday: fields.weekday, tense })
    });
    match published::infer(&told.collect::<Vec<_>>(), published::copyright(reading)) {
        Some((published, span)) => {
            warnings.push(Warning::InferredPublicationDate { span });
            Some(published)
        }
        None => {
            warnings.push(Warning::NoPublicationDate);
            None
        }
    }
}
