//! Finds the time expressions of a sentence: one pass over its tokens, the longest match at each place.

use std::ops::Range;

use super::matcher::{Match, Matcher};
use crate::analysis::reading::Reading;
use crate::lang::time::{Condition, Context, Key, TimeRules, TimeWord};
use crate::text::token::{Case, Token};

/// The matches that begin in the tokens `sentence`, in order, none overlapping another; none reaches past `limit`.
pub(crate) fn scan(reading: &Reading, rules: &TimeRules, sentence: Range<usize>, limit: usize, found: &mut Vec<Match>) {
    let mut matcher = Matcher::new(reading, rules, limit);
    let mut at = sentence.start;
    while at < sentence.end {
        let can_begin = reading.is_number(at) || rules.triggers.can_begin(reading.words[at]);
        match can_begin.then(|| best_at(&mut matcher, at, sentence.start)).flatten() {
            Some(best) => {
                at = best.parts[best.count - 1].end.max(at + 1);
                found.push(best);
            }
            None => at += 1,
        }
    }
}

/// The longest match at `at`; of two as long, the one whose rule stands first in the pack.
fn best_at(matcher: &mut Matcher, at: usize, sentence_start: usize) -> Option<Match> {
    let (reading, rules, limit) = (matcher.reading, matcher.rules, matcher.limit);
    if !begins_number_or_word(reading, at) {
        return None;
    }
    let single = keys(reading, at, limit).map(|first| (first, at + 1));
    let amount = matcher.number(at).map(|(_, end)| (Key::WholeNumber, end));
    let mut best: Option<Match> = None;
    for (first, behind) in single.chain(amount) {
        for second in keys(reading, behind, limit).chain([Key::Any]) {
            for &rule in rules.triggers.rules(first, second) {
                let Some(found) = matcher.run(usize::from(rule), at) else { continue };
                let better = best.is_none_or(|best| found.is_better_than(&best));
                if better && is_sound(matcher, &found, at, sentence_start) {
                    best = Some(found);
                }
            }
        }
    }
    best
}

/// What the index may know the token at `at` by.
fn keys(reading: &Reading, at: usize, limit: usize) -> impl Iterator<Item = Key> {
    let word = reading.words.get(at).filter(|word| at < limit && word.is_known());
    let number = (at < limit && reading.is_number(at)).then(|| Key::number(reading.text(at)));
    word.map(|&word| Key::Word(word)).into_iter().chain(number)
}

/// Whether the text around the match lets it stand.
fn is_sound(matcher: &Matcher, found: &Match, start: usize, sentence_start: usize) -> bool {
    let context = &matcher.rules.rules[found.rule].context;
    let tokens = start..found.parts[found.count - 1].end;
    ends_number_or_word(matcher.reading, tokens.end)
        && !is_cut_from_name(matcher.reading, tokens.end)
        && !is_title(matcher, found, context, sentence_start)
        && fits_context(matcher, context, tokens, sentence_start)
}

/// Whether the word before `at` is the first part of a name with hyphens: 'Mar-a-Lago'.
fn is_cut_from_name(reading: &Reading, at: usize) -> bool {
    let is_glued = |mark: usize| {
        reading.mark(mark) == '-' && reading.is_glued(mark) && reading.is_glued(mark + 1) && reading.is_word(mark + 1)
    };
    reading.is_word(at - 1) && is_glued(at) && is_glued(at + 2)
}

/// Whether a mark may stand within a number.
fn joins_numbers(mark: char) -> bool {
    matches!(mark, '.' | ',' | ':' | '/' | '-' | '–')
}

/// Whether no number is cut before `at`: '000' of '12.000' and '50' of '$50' are not times.
fn begins_number_or_word(reading: &Reading, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| reading.is_number(at)) else { return true };
    let is_joined = joins_numbers(reading.mark(before)) && reading.is_glued(before);
    let is_behind_number = reading.is_number(before.wrapping_sub(1)) || reading.mark(before) == '/';
    let is_part = reading.is_glued(at) && (reading.is_word(before) || is_joined && is_behind_number);
    !is_part && !matches!(reading.mark(before), '$' | '€' | '£' | '¥' | '#')
}

/// Whether no number is cut that ends before `end`: '12' of '12.000', '2' of '2-1' and '50' of '50%' are not times.
fn ends_number_or_word(reading: &Reading, end: usize) -> bool {
    let goes_on = joins_numbers(reading.mark(end))
        && reading.is_glued(end)
        && reading.is_glued(end + 1)
        && reading.is_number(end + 1);
    !reading.is_number(end - 1) || !goes_on && reading.mark(end) != '%'
}

/// Whether the text around `tokens` is as the condition wants it.
fn holds(condition: Condition, matcher: &Matcher, tokens: &Range<usize>, sentence_start: usize) -> bool {
    let reading = matcher.reading;
    let before = tokens.start.wrapping_sub(1);
    match condition {
        Condition::AtSentenceStart => (sentence_start..tokens.start).all(|at| !reading.is_word(at)),
        Condition::NotAfterLawNumber => {
            tokens.start == sentence_start || !reading.is_number(before) && reading.mark(before) != '.'
        }
        Condition::NotAfterNumber => tokens.start == sentence_start || !is_amount(matcher, before),
        Condition::NoAge => {
            let comma_behind = matches!(reading.mark(tokens.end), ',' | ')');
            let comma_before = matches!(reading.mark(before), ',' | '(');
            !(comma_before && comma_behind && reading.is_capitalised(before.wrapping_sub(1)))
        }
        Condition::NoScore => {
            !has_score(reading, sentence_start.max(tokens.start.saturating_sub(SCORE_REACH))..tokens.start)
        }
        Condition::AfterAmount => follows_amount(matcher, before),
        Condition::NotAlsoName => !matcher.rules.also_names.has(reading.words[tokens.start]),
        Condition::NoNameBehind => {
            !tokens.clone().any(|at| is_name(reading, at)) || !goes_on_as_name(reading, tokens.end)
        }
        Condition::NotAlsoWeekday => {
            let is_weekday = |word: &TimeWord| matches!(word, TimeWord::Weekday(_));
            tokens.start == sentence_start
                || !is_name(reading, tokens.start)
                || !meanings(matcher, tokens.start).iter().any(is_weekday)
        }
        Condition::NoNameBeside => {
            // 'in a similar collapse in Hamrun the year before'
            let small = || tokens.len() > 1 && reading.tokens[tokens.start].case == Case::Lower;
            let apart = || small() || !is_name(reading, before);
            !goes_on_as_name(reading, tokens.end) && (tokens.start == sentence_start || apart())
        }
        Condition::PlainYear => {
            let is_short = |token: &Token| token.is_capitalised() && token.span().len() <= 2;
            tokens.start == sentence_start
                || !reading.tokens.get(before).is_some_and(is_short) && !is_month(matcher, before)
        }
    }
}

/// How far before an expression a score is looked for.
const SCORE_REACH: usize = 40;

/// Whether two small numbers with a hyphen stand in `tokens` ('24-17').
fn has_score(reading: &Reading, tokens: Range<usize>) -> bool {
    let is_small = |at: usize| reading.is_number(at) && reading.text(at).len() <= 3;
    tokens.into_iter().any(|at| {
        is_small(at)
            && matches!(reading.mark(at + 1), '-' | '–')
            && reading.is_glued(at + 1)
            && reading.is_glued(at + 2)
            && is_small(at + 2)
    })
}

/// Whether a number, or a number and what it counts, ends at token `last`.
fn follows_amount(matcher: &Matcher, last: usize) -> bool {
    let reading = matcher.reading;
    let is_amount = |at: usize| is_amount(matcher, at) || reading.mark(at) == '%';
    let is_counted = |at: usize| reading.is_word(at) && !reading.is_capitalised(at);
    is_amount(last)
        || is_counted(last) && is_amount(last.wrapping_sub(1))
        || is_counted(last) && is_counted(last.wrapping_sub(1)) && is_amount(last.wrapping_sub(2))
}

/// Whether the token is a number in digits or in words.
fn is_amount(matcher: &Matcher, at: usize) -> bool {
    let is_number = |word: &TimeWord| matches!(word, TimeWord::Number(_));
    matcher.reading.is_number(at) || meanings(matcher, at).iter().any(is_number)
}

/// Whether the token is a word that has a capital letter as names have.
fn is_name(reading: &Reading, at: usize) -> bool {
    reading.tokens.get(at).is_some_and(|token| matches!(token.case, Case::Capital | Case::Mixed))
}

/// Whether a name, or the second part of a word with a hyphen, begins at token `at` ('June Carter', 'Mar-a-Lago').
fn goes_on_as_name(reading: &Reading, at: usize) -> bool {
    is_name(reading, at) && !reading.opens_paragraph(at)
        || reading.mark(at) == '-' && reading.is_glued(at) && reading.is_word(at + 1)
}

fn is_month(matcher: &Matcher, at: usize) -> bool {
    meanings(matcher, at).iter().any(|word| matches!(word, TimeWord::Month(_)))
}

fn is_part_of_day(matcher: &Matcher, at: usize) -> bool {
    meanings(matcher, at).iter().any(|word| matches!(word, TimeWord::Part(_)))
}

/// What the word at `at` means by itself.
fn meanings<'a>(matcher: &Matcher<'a>, at: usize) -> &'a [TimeWord] {
    matcher.rules.vocabulary.exact(matcher.reading.words.get(at..=at).unwrap_or_default())
}

/// Whether the match is, or begins, a title ('acara Sepekan Bersama Rakyat', 'Friday Night Lights', 'USA Today'): it has
/// a capital letter that its place in the sentence does not ask for, and it is no word that always has one, or a
/// capitalised word follows.
fn is_title(matcher: &Matcher, found: &Match, context: &Context, sentence_start: usize) -> bool {
    let reading = matcher.reading;
    let tokens = found.parts[0].start..found.parts[found.count - 1].end;
    let capital = |at: usize| reading.tokens.get(at).is_some_and(|token| token.case == Case::Capital);
    let fields = &found.parts[0].fields;
    let is_ordinary = fields.shift.is_some() && fields.weekday.is_none() || fields.vague.is_some();
    // 'kemarin pukul 14.00 Wita'
    let zone = |at: usize| reading.is_number(at - 1);
    let titled = |at: usize| capital(at) && !zone(at);
    let is_written_as_title = (tokens.start + 1..tokens.end).any(titled) && !is_headline(matcher, sentence_start);
    if is_written_as_title && (is_ordinary || capital(tokens.end - 1) && is_part_of_day(matcher, tokens.end - 1)) {
        return true;
    }
    let opens = (sentence_start..tokens.start).all(|at| !reading.is_word(at) && !reading.is_number(at));
    let quoted = matches!(reading.mark(tokens.start.wrapping_sub(1)), '“' | '"' | '‘' | ':' | '.');
    if opens || quoted || !capital(tokens.start) || reading.is_number(tokens.end - 1) || context.after.is_some() {
        return false;
    }
    // 'Selasa petang Gus Dur': what ends in lower case does not go on as a name.
    let ends_low = tokens.len() > 1 && reading.tokens[tokens.end - 1].case == Case::Lower;
    let goes_on =
        capital(tokens.end) && !reading.is_glued(tokens.end) && !reading.opens_paragraph(tokens.end) && !ends_low;
    goes_on || is_ordinary && !is_headline(matcher, sentence_start)
}

/// Whether the sentence is written with capital letters throughout, as headlines are.
fn is_headline(matcher: &Matcher, sentence_start: usize) -> bool {
    let reading = matcher.reading;
    let words = (sentence_start..matcher.limit).filter(|&at| reading.is_word(at)).take(8);
    let (mut capitals, mut others) = (0, 0);
    for at in words {
        if reading.is_capitalised(at) { capitals += 1 } else { others += 1 }
    }
    capitals >= 3 && capitals > 2 * others
}

fn fits_context(matcher: &Matcher, context: &Context, tokens: Range<usize>, sentence_start: usize) -> bool {
    let words = &matcher.reading.words;
    // A list's phrase stands before the match if one that begins up to four words earlier ends just there.
    let stands_before = |list: &crate::lang::Phrases<()>| {
        (sentence_start.max(tokens.start.saturating_sub(4))..tokens.start)
            .any(|from| list.starting(&words[from..tokens.start]).any(|(len, _)| from + len == tokens.start))
    };
    let stands_behind =
        |list: &crate::lang::Phrases<()>| list.longest(&words[tokens.end.min(matcher.limit)..matcher.limit]).is_some();
    context.conditions.iter().all(|&condition| holds(condition, matcher, &tokens, sentence_start))
        && context.before.as_ref().is_none_or(|list| tokens.end >= matcher.limit || stands_behind(list))
        && context.after.as_ref().is_none_or(stands_before)
        && !context.not_after.as_ref().is_some_and(stands_before)
        && !context.not_before.as_ref().is_some_and(stands_behind)
}
