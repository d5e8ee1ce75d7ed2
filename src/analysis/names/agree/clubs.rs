//! Clubs that are called by their city: 'Newcastle beat Everton' in an article that names Newcastle United.
//!
//! Only a club that the article names in full is found here, or in a report of matches one that its city's name is enough
//! for, and only where no place stands: 'in Newcastle' stays the city, 'lost to Newcastle' does not.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::consistency::stands_as_place;
use crate::analysis::names::kind::Named;
use crate::analysis::names::scene::Scene;
use crate::analysis::reading::Reading;
use crate::lang::{NameCue, NameHint, RecordId, WordId, fold};
use crate::model::EntityKind;
use crate::text::token::Case;

/// A report of matches has at least so many words that say so, and one in so many tokens.
const LEAST_MATCH_WORDS: usize = 3;
const WORDS_PER_MATCH_WORD: usize = 100;

/// A report whose words are all said of other matters too has at least so many of them, and one in so many tokens.
const MANY_MATCH_WORDS: usize = 8;
const WORDS_PER_DOUBTFUL_WORD: usize = 40;

/// The longest name of a city, in words, and how many of an article are tried with its nicknames.
const LONGEST_CITY: usize = 3;
const MOST_CITIES: usize = 64;

/// The clubs of an article by their cities, as folded text.
type Clubs<'a> = FxHashMap<Cow<'a, str>, Option<RecordId>>;

/// Takes the cities of `named` that stand for their clubs for these; `named` is in the order of the text, a name before those
/// within it.
pub(crate) fn settle(scene: &Scene, mut named: Vec<Named>) -> Vec<Named> {
    let reading = scene.reading;
    let mut clubs = clubs(scene, &named);
    let reports_matches = reports_matches(scene);
    if reports_matches {
        clubs.extend(clubs_by_nickname(scene, &named));
        join_nicknames(scene, &mut named, &mut clubs);
        let is_city_club =
            |name: &&Named| name.kind == EntityKind::Place && scene.is_hint_of(name.tokens.clone(), NameHint::CityClub);
        for name in named.iter().filter(is_city_club) {
            clubs.entry(reading.form(&name.tokens).into()).or_insert(None);
        }
    }
    if reports_matches {
        let traded = named.iter().filter(|name| is_traded_with(scene, name));
        let traded: Vec<Cow<str>> = traded.map(|name| reading.form(&name.tokens).into()).collect();
        traded.into_iter().for_each(|form| _ = clubs.entry(form).or_insert(None));
    }
    let tails = tails(scene, &named, reports_matches);
    for name in named.iter_mut().filter(|name| name.tokens.len() == 1 && name.title.is_none()) {
        if let Some(&record) = tails.get(&reading.words[name.tokens.start]) {
            *name = Named { kind: EntityKind::Organisation, record, rule: "names/club-of-city", ..name.clone() };
        }
    }
    if clubs.is_empty() {
        return named;
    }
    if !reports_matches {
        let placed = cities_beside(scene, &named);
        clubs.retain(|city, _| !placed.contains(city.as_ref()));
    }
    let people: FxHashSet<String> = words_of_people(scene, &named);
    let mut free = 0;
    for index in 0..named.len() {
        let tokens = named[index].tokens.clone();
        let is_nested = tokens.start < free;
        free = free.max(tokens.end);
        let is_city = !is_nested
            && match named[index].kind {
                EntityKind::Place => true,
                // 'Leigh' of 'Leigh Leopards', unless somebody is called so.
                EntityKind::Person => {
                    let is_lone = tokens.len() == 1 && named[index].title.is_none() && named[index].record.is_none();
                    is_lone && reports_matches && !people.contains(reading.folded(tokens.start))
                }
                _ => false,
            };
        let club = is_city.then(|| clubs.get(reading.form(&tokens))).flatten();
        let Some(&record) = club else { continue };
        let is_placed = is_placed_behind(reading, &named, index) || is_region_behind(reading, &named, index);
        if stands_as_club(scene, &tokens) && !is_placed {
            named[index] =
                Named { kind: EntityKind::Organisation, record, rule: "names/club-of-city", ..named[index].clone() };
        }
    }
    named
}

/// Whether an article is about matches: enough of its words are those of their reports.
pub(crate) fn reports_matches(scene: &Scene) -> bool {
    let reading = scene.reading;
    let is_match_word = |at: &usize| scene.pack.cues.match_words.begins(&reading.words[*at..]);
    let found: Vec<usize> = (0..reading.words.len()).filter(is_match_word).collect();
    // Elections are won and lost as well, and companies have quarters and captains.
    let is_sure = |&at: &usize| {
        let doubts = |(_, hints): (usize, &[NameHint])| hints.contains(&NameHint::MatchDoubt);
        !scene.pack.cues.name_hints.starting(&reading.words[at..]).any(doubts)
    };
    let is_dense = found.len() >= MANY_MATCH_WORDS && found.len() * WORDS_PER_DOUBTFUL_WORD >= reading.words.len();
    found.len() >= LEAST_MATCH_WORDS
        && found.len() * WORDS_PER_MATCH_WORD >= reading.words.len()
        && (found.iter().any(is_sure) || is_dense)
}

/// The cities that the article speaks of as such besides their clubs: 'in Leeds', 'Leeds City Council'.
fn cities_beside<'a>(scene: &Scene<'a>, named: &[Named]) -> FxHashSet<&'a str> {
    let mut free = 0;
    let is_city = |name: &&Named| {
        let is_nested = name.tokens.start < free;
        free = free.max(name.tokens.end);
        name.kind == EntityKind::Place && (is_nested || !stands_as_club(scene, &name.tokens))
    };
    named.iter().filter(is_city).map(|name| scene.reading.form(&name.tokens)).collect()
}

/// The words of the full names of people, folded.
fn words_of_people(scene: &Scene, named: &[Named]) -> FxHashSet<String> {
    let people = named.iter().filter(|name| name.kind == EntityKind::Person && name.tokens.len() > 1);
    people.flat_map(|name| name.tokens.clone()).map(|at| scene.reading.folded(at).to_owned()).collect()
}

/// The clubs that are named by a city and a word that only clubs end with: 'Leeds United', 'Boston Celtics'.
fn clubs<'a>(scene: &Scene<'a>, named: &[Named]) -> Clubs<'a> {
    let reading = scene.reading;
    let ends_as_club = |name: &&Named| {
        let last = name.tokens.end - 1;
        let is_organisation = name.kind == EntityKind::Organisation && name.tokens.len() > 1;
        is_organisation && scene.is_hint(last, NameHint::ClubTail)
    };
    let city = |name: &Named| (Cow::from(reading.form(&(name.tokens.start..name.tokens.end - 1))), name.record);
    named.iter().filter(ends_as_club).map(city).collect()
}

/// Finds the clubs whose city and nickname the article names apart: 'Penrith' and 'Panthers'. Many nicknames are those of several
/// clubs.
fn join_nicknames<'a>(scene: &Scene<'a>, named: &mut [Named], clubs: &mut Clubs<'a>) {
    let reading = scene.reading;
    let is_nickname = |name: &Named| name.tokens.len() == 1 && scene.is_hint(name.tokens.start, NameHint::ClubTail);
    let cities: FxHashMap<&str, Range<usize>> = named
        .iter()
        .filter(|name| name.kind != EntityKind::Person && name.tokens.len() <= LONGEST_CITY)
        .map(|name| (reading.form(&name.tokens), name.tokens.clone()))
        .take(MOST_CITIES)
        .collect();
    let mut known: FxHashMap<WordId, Option<RecordId>> = FxHashMap::default();
    for name in named.iter_mut().filter(|name| is_nickname(name)) {
        let nickname = reading.words[name.tokens.start];
        let record = *known.entry(nickname).or_insert_with(|| {
            cities.iter().find_map(|(city, tokens)| {
                let record = club_of(scene, &reading.words[tokens.clone()], nickname)?;
                clubs.insert(Cow::from(*city), Some(record));
                Some(record)
            })
        });
        if record.is_some() {
            *name = Named { kind: EntityKind::Organisation, record, rule: "names/club-of-city", ..name.clone() };
        }
    }
}

/// The club that a city's name and a nickname make together.
fn club_of(scene: &Scene, city: &[WordId], nickname: WordId) -> Option<RecordId> {
    let words: Vec<WordId> = city.iter().copied().chain([nickname]).collect();
    let (_, name) = scene.gazetteer().names(&words).find(|(len, _)| *len == words.len())?;
    (scene.gazetteer().kind(name.record) == EntityKind::Organisation).then_some(name.record)
}

/// The clubs that the article names by their nicknames alone, of which the gazetteer tells the city: 'Mets'.
fn clubs_by_nickname<'a>(scene: &Scene<'a>, named: &[Named]) -> Clubs<'a> {
    let ends_as_club = |name: &str| {
        let last = name.rsplit(' ').next().unwrap_or_default();
        scene.pack.cues.name_hints.of(scene.packs.words.find(last)).contains(&NameHint::ClubTail)
    };
    let clubs = |name: &Named| {
        let record = name.record.filter(|_| name.kind == EntityKind::Organisation && name.tokens.len() == 1)?;
        let (city, _) = scene.gazetteer().record(record).name.rsplit_once(' ')?;
        // 'Brighton' of 'Brighton & Hove Albion'.
        let half = city.split_once(" & ").map(|(half, _)| half);
        let is_club = ends_as_club(scene.gazetteer().record(record).name);
        is_club.then(|| [Some(city), half].into_iter().flatten().map(move |city| (fold(city), Some(record))))
    };
    named.iter().filter_map(clubs).flatten().collect()
}

/// The clubs that are named in full by their last word alone: 'Hawks' of 'Atlanta Hawks', and 'City' in reports of matches.
fn tails(scene: &Scene, named: &[Named], reports_matches: bool) -> FxHashMap<WordId, Option<RecordId>> {
    let tail = |name: &Named| {
        let last = name.tokens.end - 1;
        let is_club = name.kind == EntityKind::Organisation
            && name.tokens.len() > 1
            && scene.is_hint(last, NameHint::ClubTail)
            && (reports_matches || !scene.is_any_cue(last, &[NameCue::PlaceHead, NameCue::OrganisationTail]));
        is_club.then(|| (scene.reading.words[last], name.record))
    };
    named.iter().filter_map(tail).collect()
}

/// Whether words that only a club stands behind or before are beside a place or a single word: 'on loan from Altrincham', 'the
/// former Telford boss'.
fn is_traded_with(scene: &Scene, name: &Named) -> bool {
    let may_be = name.kind == EntityKind::Place
        || name.kind == EntityKind::Person && name.tokens.len() == 1 && name.title.is_none();
    may_be && is_beside_trade(scene, &name.tokens)
}

fn is_beside_trade(scene: &Scene, tokens: &Range<usize>) -> bool {
    let Range { start, end } = *tokens;
    let is_before = |from: usize| scene.is_hint_of(from..start, NameHint::ClubBefore);
    (start.saturating_sub(2)..start).any(is_before) || scene.is_hint(end, NameHint::ClubBehind)
}

/// Whether no preposition of place stands before these words, or one that belongs to a result: 'kalah dari Newcastle'.
fn stands_as_club(scene: &Scene, tokens: &Range<usize>) -> bool {
    let reading = scene.reading;
    let result_at = |at: usize| scene.is_hint(at, NameHint::Result);
    let lost_to = tokens.start >= 2 && result_at(tokens.start - 2) || is_beside_trade(scene, tokens);
    // 'DETROIT (AP)', 'SAN ANTONIO --': the place of a dateline.
    let is_dateline = tokens.clone().all(|at| reading.tokens[at].case == Case::Upper)
        && tokens.clone().any(|at| reading.text(at).len() > 3);
    lost_to || !is_dateline && !stands_as_place(scene, tokens.start)
}

/// 'Newcastle, England': the country or county behind says that the city is meant.
fn is_placed_behind(reading: &Reading, named: &[Named], index: usize) -> bool {
    let end = named[index].tokens.end;
    let next = named.get(index + 1).filter(|next| next.tokens.start == end + 1 && reading.mark(end) == ',');
    next.is_some_and(|next| next.kind == EntityKind::Place)
}

/// 'Commack, New York': the town before says that the state is meant.
fn is_region_behind(reading: &Reading, named: &[Named], index: usize) -> bool {
    let start = named[index].tokens.start;
    let before = index.checked_sub(1).map(|before| &named[before]);
    before
        .is_some_and(|it| it.kind == EntityKind::Place && it.tokens.end + 1 == start && reading.mark(start - 1) == ',')
}
