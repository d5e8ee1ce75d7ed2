//! Other names that an article tells itself: in brackets ('Amerika Serikat (AS)'), spelled out behind the letters, or by a word
//! for nicknames ('Arif Fathoni yang akrab disapa Toni').

use std::ops::Range;

use super::Join;
use crate::analysis::names::kind::Named;
use crate::analysis::names::scene::Scene;
use crate::analysis::reading::Reading;
use crate::lang::{NameCue, NameHint, PlaceKind, Turn};
use crate::model::{EntityId, EntityKind};
use crate::text::token::Case;

/// How many names may be nested before a bracket.
const NESTED_NAMES: usize = 6;

/// How many names may stand between the names of one person.
const MOST_BEFORE_BIRTH: usize = 50;

/// 'formerly known as' has at most as many words.
const LONGEST_RENAMED: usize = 4;

/// How many words tell what somebody is between that word and the name behind it.
const LONGEST_CALLED: usize = 6;

/// How far the word that tells of a nickname stands from it.
const CALLED_WORDS: usize = 3;

/// How far behind the name it stands: ', begitu ia biasa disapa'.
const CALLED_BEHIND_WORDS: usize = 4;

/// The entity that a bracket explains: the one named right before it.
pub(super) fn explained_by_bracket(
    reading: &Reading,
    named: &[Named],
    joined: &[Option<Join>],
    index: usize,
) -> Option<EntityId> {
    joined[before_bracket(reading, named, index)?].map(|(id, _)| id)
}

/// The name that a bracket explains.
pub(super) fn before_bracket(reading: &Reading, named: &[Named], index: usize) -> Option<usize> {
    let name = &named[index];
    if !name.bracketed {
        return None;
    }
    // Of nested names that end before the bracket the whole one is meant, unless the letters fit the inner one only.
    let from = index.saturating_sub(NESTED_NAMES);
    let ends_here = |at: &usize| named[*at].tokens.end + 1 == name.tokens.start;
    let outer = (from..index).find(ends_here)?;
    let inner = (from..index).rfind(ends_here)?;
    // 'Departemen Luar Negeri Filipina (DFA)': letters of another language are those of the whole.
    let is_of_inner =
        || name.kind == EntityKind::Place && name.record.is_some() || has_initials(reading, &named[inner], name);
    // 'Gerald Giam (WP)': the letters are those of a party.
    let is_letters = name.tokens.len() == 1 && reading.tokens[name.tokens.start].case == Case::Upper;
    if is_letters && named[inner].kind == EntityKind::Person && !has_initials(reading, &named[inner], name) {
        return None;
    }
    // 'Kantor Kesyahbandaran dan Otoritas Pelabuhan (KSOP)': letters that fit neither are those of the whole.
    let fits_neither = || name.record.is_none() && named[inner].record.is_none() && !is_of_inner();
    // 'Dewan Pakar Federasi Serikat Guru Indonesia (FSGI)'
    let is_just_inner =
        name.tokens.len() == 1 && initials_of(reading, &named[inner].tokens) == reading.folded(name.tokens.end - 1);
    let is_outer = has_initials(reading, &named[outer], name) && !is_just_inner
        || named[inner].kind == EntityKind::Place && !is_of_inner()
        || fits_neither();
    Some(if is_outer { outer } else { inner })
}

/// Whether the letters of `short` are among the initials of `full`.
pub(super) fn has_initials(reading: &Reading, full: &Named, short: &Named) -> bool {
    initials_of(reading, &full.tokens).contains(reading.folded(short.tokens.end - 1))
}

/// 'DPMD (Dinas Pemberdayaan Masyarakat dan Desa)': the bracket tells what the letters before it stand for.
pub(super) fn is_spelled_out(reading: &Reading, short: &Named, full: &Named) -> bool {
    let initials =
        full.tokens.clone().filter(|&at| reading.is_capitalised(at)).filter_map(|at| reading.text(at).chars().next());
    short.record.is_none()
        && short.tokens.len() == 1
        && full.tokens.len() > 1
        && short.tokens.end + 1 == full.tokens.start
        && reading.mark(short.tokens.end) == '('
        && reading.mark(full.tokens.end) == ')'
        && reading.text(short.tokens.start).chars().eq(initials)
}

/// The person whose other name this is: 'Arif Fathoni yang akrab disapa Toni', 'ujar Lisa, sapaannya', 'Abdul Hakim atau Gus
/// Kikin'. It is the one who was named last.
pub(super) fn called_so(scene: &Scene, named: &[Named], joined: &[Option<Join>], index: usize) -> Option<EntityId> {
    joined[bearer(scene, named, index)?].map(|(id, _)| id)
}

/// Where the person was named whose other name this is.
pub(super) fn bearer(scene: &Scene, named: &[Named], index: usize) -> Option<usize> {
    let reading = scene.reading;
    let name = &named[index];
    let before = bearer_behind(scene, named, index);
    let before = before.or_else(|| (0..index).rfind(|&at| named[at].kind == EntityKind::Person))?;
    let start = name.title.as_ref().map_or(name.tokens.start, |title| title.start);
    // 'tutur Habib, sapaan akrabnya.' tells nothing of whom the next sentence begins with.
    let is_called = |&at: &usize| scene.is_hint(at, NameHint::Nickname);
    let nickname = (start.saturating_sub(CALLED_WORDS)..start).rfind(is_called);
    // 'Menurut Mbah Mardi, sapaannya, Sleko terlalu sempit': the word belongs to the name before it.
    let called_before = nickname.is_some_and(|nickname| (nickname..start).all(|at| !matches!(reading.mark(at), '.' | ',')))
        // 'dengan nama panggung Tulus'
        || start >= 2 && scene.is_hint_of(start - 2..start, NameHint::Nickname);
    let behind = name.tokens.end + 1..name.tokens.end + 1 + CALLED_BEHIND_WORDS;
    // 'Zainal Arifin Mochtar, yang kerap disapa Uceng': the other name stands behind the word.
    let is_noun = |at: usize| at == name.tokens.end + 1 || !reading.is_capitalised(at + 1);
    let tells_before = |at: usize| scene.is_hint(at, NameHint::Nickname) && is_noun(at);
    let called_behind = reading.mark(name.tokens.end) == ',' && behind.into_iter().any(tells_before);
    // 'Jamaluddin Jompa MSc atau Prof JJ'
    let gap = named[before].tokens.end..start;
    let is_other = (1..=2).contains(&gap.len())
        && [gap.start, gap.end - 1].iter().any(|&at| scene.is_any_hint(at, &[NameHint::Or, NameHint::Alias]));
    let is_called = name.kind == EntityKind::Person && (called_before || called_behind || is_other);
    // 'Edi Endi, begitu ia biasa disapa' is Edistasius Endi, whoever was named last.
    let shares = |it: &Named| {
        let has = |at: usize| it.tokens.clone().any(|other| reading.folded(other) == reading.folded(at));
        it.kind == EntityKind::Person && it.tokens.len() > 1 && name.tokens.clone().any(has)
    };
    // 'kata Guru Saidi, sapaan akrabnya' is Saidi Mansyur.
    // 'Jokpin, begitu ia disapa' is Joko Pinurbo.
    let clips = |it: &Named| it.kind == EntityKind::Person && is_clipped(reading, name, it);
    let earlier = &named[..index];
    let bearer = || earlier.iter().rposition(shares).or_else(|| earlier.iter().rposition(clips)).unwrap_or(before);
    is_called.then(bearer)
}

/// Whether `short` is made of the beginnings of two names of `full`: 'Jokpin' of Joko Pinurbo.
fn is_clipped(reading: &Reading, short: &Named, full: &Named) -> bool {
    let (text, first) = (reading.folded(short.tokens.start), reading.folded(full.tokens.start));
    let mut behind = full.tokens.clone().skip(1);
    let begins = |rest: &str, at: usize| rest.len() > 1 && reading.folded(at).starts_with(rest);
    let parts = (2..text.len()).filter_map(|at| text.split_at_checked(at)).filter(|(head, _)| first.starts_with(head));
    let parts: Vec<_> = parts.collect();
    short.tokens.len() == 1 && behind.any(|at| parts.iter().any(|(_, rest)| begins(rest, at)))
}

/// Where the person was named before who is named again behind the noun: 'Jojo, sapaan Jonatan'; or there alone, behind what they
/// are: 'Ampon Man, sapaan akrab juru bicara itu, Teuku Kamaruzzaman'.
fn bearer_behind(scene: &Scene, named: &[Named], index: usize) -> Option<usize> {
    let noun = named[index].tokens.end + 1;
    if scene.reading.mark(noun - 1) != ',' || !scene.is_hint(noun, NameHint::Nickname) {
        return None;
    }
    let behind = named.get(index + 1).filter(|it| it.kind == EntityKind::Person)?;
    let gap = noun + 1..behind.tokens.start;
    let is_small = |at: usize| scene.reading.tokens[at].case == Case::Lower || scene.reading.mark(at) == ',';
    let is_role = || scene.is_any_cue(gap.end - 1, &[NameCue::Title, NameCue::Honorific]);
    let is_told = gap.len() > 1
        && gap.len() <= LONGEST_CALLED
        && gap.clone().all(is_small)
        && (scene.reading.mark(gap.end - 1) == ',' || is_role())
        && gap.clone().any(|at| scene.cue_len(at..gap.end, NameCue::Title).is_some());
    if is_told {
        return Some(index + 1);
    }
    if !gap.is_empty() {
        return None;
    }
    let name = scene.reading.folded(behind.tokens.start);
    let bears =
        |it: &Named| it.kind == EntityKind::Person && it.tokens.clone().any(|at| scene.reading.folded(at) == name);
    named[..index].iter().rposition(bears)
}

/// The person who bore this name before: 'Kendra Pruitt, 34, born Kendra Voss'.
pub(super) fn born_so(scene: &Scene, named: &[Named], joined: &[Option<Join>], index: usize) -> Option<EntityId> {
    let name = &named[index];
    let start = name.tokens.start;
    let is_born = name.kind == EntityKind::Person
        && name.tokens.len() > 1
        && (start.saturating_sub(2)..start).any(|from| scene.is_hint_of(from..start, NameHint::Born));
    let given = |at: usize| scene.reading.folded(named[at].tokens.start);
    let is_same = |&at: &usize| named[at].kind == EntityKind::Person && given(at) == given(index);
    let before = (0..index).rev().take(MOST_BEFORE_BIRTH).find(is_same).filter(|_| is_born)?;
    joined[before].map(|(id, _)| id)
}

/// What was just named, of which this is another name: 'Hanwha Ocean, formerly known as Daewoo Shipbuilding', 'the Children's Online
/// Privacy Protection Act, known as COPPA'.
pub(super) fn renamed(scene: &Scene, named: &[Named], joined: &[Option<Join>], index: usize) -> Option<EntityId> {
    let (reading, name) = (scene.reading, &named[index]);
    let is_article = |at: usize| scene.is_hint(at, NameHint::Article);
    let start = name.tokens.start - usize::from(name.tokens.start > 0 && is_article(name.tokens.start - 1));
    // 'the National Institute of Anthropology and History, or INAH,'
    let are_letters = name.tokens.len() == 1 && reading.tokens[name.tokens.start].case == Case::Upper;
    let joins_letters = |from: usize| are_letters && from + 1 == start && scene.is_hint(from, NameHint::LettersJoint);
    let is_told = |from: &usize| scene.is_hint_of(*from..start, NameHint::Renamed) || joins_letters(*from);
    let from = (start.saturating_sub(LONGEST_RENAMED)..start).find(is_told)?;
    let before = index.checked_sub(1).filter(|&before| named[before].tokens.end <= from)?;
    let gap = named[before].tokens.end..from;
    let is_light = |at: usize| matches!(reading.mark(at), ',' | '(');
    // Of nested names that end here the whole one is meant.
    let ends_here = |at: &usize| named[*at].tokens.end == gap.start;
    let whole = (before.saturating_sub(NESTED_NAMES)..=before).find(ends_here).unwrap_or(before);
    let is_same = named[whole].kind == name.kind || has_initials(reading, &named[whole], name);
    let is_owner = reading.text(name.tokens.end).starts_with(['\'', '’']);
    let is_renamed = is_same && !is_owner && gap.len() <= 1 && gap.clone().all(is_light);
    // 'the army or ISIS' are two.
    let is_renamed = is_renamed && (!joins_letters(from) || gap.len() == 1 && reading.mark(gap.start) == ',');
    joined[whole].filter(|_| is_renamed).map(|(id, _)| id)
}

/// The country that is told apart from its other half by one word: 'the North', where North Korea is named.
pub(super) fn half_of(scene: &Scene, named: &[Named], joined: &[Option<Join>], index: usize) -> Option<EntityId> {
    let name = &named[index];
    let at = name.tokens.start;
    let is_half = name.kind == EntityKind::Place
        && name.record.is_none()
        && name.tokens.len() == 1
        && at > 0
        && scene.is_hint(at - 1, NameHint::Definite)
        // 'the North of the island'
        && !scene.reading.words.get(at + 1).is_some_and(|&next| scene.pack.cues.turns.of(next).contains(&Turn::Of));
    let is_country = |other: &Named| {
        let place = other.record.and_then(|record| scene.gazetteer().record(record).place);
        place.is_some_and(|place| place.kind == PlaceKind::Country)
            && other.tokens.len() == 2
            && scene.reading.folded(other.tokens.start) == scene.reading.folded(at)
    };
    let country = if is_half { named.iter().position(is_country)? } else { return None };
    joined[country].map(|(id, _)| id)
}

fn initials_of(reading: &Reading, tokens: &Range<usize>) -> String {
    let capitals = tokens.clone().filter(|&at| reading.is_capitalised(at));
    capitals.filter_map(|at| reading.folded(at).chars().next()).collect()
}
