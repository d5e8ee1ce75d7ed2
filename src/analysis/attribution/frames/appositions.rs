//! Appositions before a verb: whoever is named between commas, and named again ('Kapten kapal, Frans Tulangow, menceritakan').

use std::ops::Range;

use super::nouns::speaks;
use super::subjects::{Subject, trim_front, words};
use crate::analysis::attribution::page::{Naming, Page, fact};
use crate::lang::Turn;
use crate::model::EntityKind;

/// The subject whose last comma stands at `comma`: with its appositions, without a clause about it.
pub(super) fn apposition(page: &Page, comma: usize, floor: usize) -> Option<Subject> {
    let mut segments = Vec::new();
    let mut end = comma;
    while segments.len() < 5 {
        let start = segment_start(page, end, floor);
        segments.push(start..end);
        if start <= floor + 1 || page.reading.mark(start - 1) != ',' || page.is(start - 1, fact::SPEECH) {
            break;
        }
        end = start - 1;
    }
    let heads = |segment: &Range<usize>| {
        let (words, _) = trim_front(page, segment.clone());
        let plain = !(words.clone()).any(|at| page.is(at, fact::CUE)) && words.len() <= 6 && !words.is_empty();
        (speaks(page, &words) || plain) && !begins_adverbial(page, segment) && !is_aside(page, &words)
    };
    let is_person = |segment: Option<&Range<usize>>| {
        segment.is_some_and(|segment| {
            let ends = |name: &Naming| name.kind == EntityKind::Person && name.tokens.end == segment.end;
            page.names_in(segment.clone()).any(ends)
        })
    };
    let follows = |index: usize, segment: &Range<usize>| {
        names_again(page, segment.clone())
            || tells_whose(page, segment)
            || begins_adverbial(page, segment)
            || is_aside(page, segment)
            || is_person(segments.get(index + 1)) && !(segment.clone()).any(|at| page.is(at, fact::CUE))
    };
    let mut head = None;
    for (index, segment) in segments.iter().enumerate() {
        // 'Locals pulled up the injured, an eyewitness, Bashir Ahmad, told PTI': what was said is no noun of its own.
        let said = head.is_some() && is_clause(page, segment);
        if heads(segment) && !said && (index > 0 || speaks(page, segment)) {
            head = Some(index);
        }
        // 'her attorney, Beth Kaplan, said' is whole: before it stands what she said.
        let whole = index > 0 && head == Some(index) && page.turns(segment.start, Turn::DefiniteBefore);
        if whole && is_person(segments.first()) {
            break;
        }
        // 'and Samsung's chief medical officer, Dr. Hon Pak': a clause begins here.
        let opens = page.turns(segment.start, Turn::Joint) && !page.is(segment.start + 1, fact::RELATIVE);
        if !follows(index, segment) || opens {
            break;
        }
    }
    let head = head?;
    let last = (0..head).rev().take_while(|&index| names_again(page, segments[index].clone())).last().unwrap_or(head);
    // 'Maria Lopez, who runs the clinic, said'
    let last = (0..last).rev().take_while(|&index| tells_who(page, &segments[index])).last().unwrap_or(last);
    // 'Neil Hart, of the Federation of Small Businesses, said'
    let whose =
        last.checked_sub(1).filter(|&index| is_person(segments.get(last)) && tells_whose(page, &segments[index]));
    let last = whose.unwrap_or(last);
    words(page, segments[head].start..segments[last].end)
}

/// A clause that tells who somebody is, and not what they did meanwhile: 'who runs the clinic', 'who gave his name as Moussa', but not
/// 'who sat motionless'.
fn tells_who(page: &Page, segment: &Range<usize>) -> bool {
    let name = page.name_over(segment.end - 1).filter(|name| name.kind == EntityKind::Person);
    let called = name.is_some_and(|name| page.turns(name.tokens.start - 1, Turn::Aside));
    page.is(segment.start, fact::RELATIVE) && (page.turns(segment.start + 1, Turn::Describes) || called)
}

/// Where somebody is from or works: 'of Save Our Woods', 'from the University of Oslo', but not 'of course'.
fn tells_whose(page: &Page, segment: &Range<usize>) -> bool {
    let first = segment.start;
    let begins = |at: usize| page.reading.is_capitalised(at) && !page.is(at, fact::TIME);
    let from = page.is(first, fact::PLACE_PREPOSITION)
        && page.name_over(segment.end - 1).is_some_and(|name| name.kind == EntityKind::Organisation);
    let named = begins(first + 1) || page.turns(first + 1, Turn::DefiniteBefore) && begins(first + 2);
    page.pack.grammar.verbs_inflect && (page.turns(first, Turn::Of) || from) && named
}

/// Whether a verb stands in a segment, before any clause about its noun; 'the managing director', 'the senator representing Ogun' have
/// only a participle.
fn is_clause(page: &Page, segment: &Range<usize>) -> bool {
    let main = segment.clone().take_while(|&at| !page.is(at, fact::RELATIVE));
    let participle =
        |at: usize| page.pack.cues.aside_suffix(page.reading.text(at)) && !page.turns(at - 1, Turn::Passive);
    main.into_iter().skip(1).any(|at| page.is_verb(at) && page.name_over(at).is_none() && !participle(at))
}

/// A clause about the noun before it: 'who sat motionless', 'and who asked not to be named', 'speaking on condition of anonymity'.
fn is_aside(page: &Page, segment: &Range<usize>) -> bool {
    let joined = page.turns(segment.start, Turn::Joint) && page.is(segment.start + 1, fact::RELATIVE);
    let first = segment.start + usize::from(joined);
    // 'One aide, granted anonymity to describe a private lunch, said'
    let small = !page.reading.is_capitalised(first);
    // 'Minutes of the meeting, published last week, showed'
    let printed = || page.clues_in(first..first + 1).all(|index| page.clues[index].kinds.publishes);
    // 'Trump, berbicara kepada wartawan di pesawat, mengatakan'
    let inflects = page.pack.grammar.verbs_inflect;
    let cue = page.is(first, fact::CUE) && inflects && !printed();
    let participle = page.is_verb(first) && small && !page.is(first, fact::ROLE | fact::TITLE) && !cue;
    // 'Dreiling, the manager, told': no name has such an ending.
    let suffix = small && page.pack.cues.aside_suffix(page.reading.text(first));
    // 'The paper, without citing sources, reported'
    let lacks = small && page.turns(first, Turn::Negation);
    // 'A dozen countries, including France and Japan, said'
    let example = small && page.pack.cues.connectives.has(page.reading.words[first]);
    // 'The company, once the largest employer in the town, said'
    let carries = |at: usize| page.turns(at, Turn::Modal) || page.turns(at, Turn::Passive) || page.is_verb(at);
    let formerly = small && page.turns(first, Turn::Between) && !segment.clone().any(carries);
    page.is(first, fact::RELATIVE) || participle || suffix || lacks || example || formerly
}

pub(super) fn segment_start(page: &Page, end: usize, floor: usize) -> usize {
    let mut start = end;
    while start > floor && !page.divides(start - 1) {
        start -= 1;
    }
    start
}

/// Whether a segment names again who stands before it: a name, a role, an age; not a clause or an adverbial.
fn names_again(page: &Page, segment: Range<usize>) -> bool {
    let first = segment.start;
    if segment.is_empty()
        || page.is(first, fact::RELATIVE | fact::TIME)
        || page.turns(first, Turn::Adjunct) && !page.is(first, fact::ROLE)
    {
        return false;
    }
    let capitals =
        segment.len() <= 6 && segment.clone().all(|at| page.reading.is_capitalised(at) || !page.reading.is_word(at));
    capitals && page.reading.is_word(first)
        || page.names_in(segment.clone()).any(|name| name.start <= first + 2)
        || page.is(first, fact::QUANTITY | fact::ROLE | fact::TITLE)
        || page.turns(first, Turn::DefiniteBefore)
        || page.turns(first, Turn::Person)
        || page.reading.is_number(first) && segment.len() <= 3
        || page.turns(segment.end - 1, Turn::DefiniteBehind) && segment.len() == 1
}

/// Whether a segment is an adverbial, or begins as one behind what joins it to the sentence before: 'Namun pakar gempa Unand' is none.
fn begins_adverbial(page: &Page, segment: &Range<usize>) -> bool {
    let (words, _) = trim_front(page, segment.clone());
    leads_adverbial(page, if words.is_empty() { segment.start } else { words.start })
}

/// Whether an adverbial begins at `at`, so that what follows its comma is no apposition.
fn leads_adverbial(page: &Page, at: usize) -> bool {
    (page.turns(at, Turn::Adjunct)
        || page.turns(at, Turn::Opening)
        || page.is(at, fact::TIME | fact::PLACE_PREPOSITION))
        && !page.is(at, fact::ROLE)
        && page.name_over(at).is_none()
}
