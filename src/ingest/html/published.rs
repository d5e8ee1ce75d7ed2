//! When an article was published, as its page tells it.

use dom_query::{Document, NodeRef};
use jiff::civil::{DateTime, Time};

use super::front;
use super::head::{Metas, folded};
use super::json_ld::Told;
use super::words::{WORDS, begins_with};
use crate::ingest::date;
use crate::model::Moment;
use crate::text::sanitise::clean_line;

/// Metadata that tell it, the surest first.
const METAS: &str = "article:published_time og:article:published_time article:published datepublished content_publisheddate \
    dtk:publishdate publishdate publish-date published_time publisheddate publication_date parsely-pub-date sailthru.date \
    pubdate originalpublicationdate dc.date.issued dcterms.created dc.date date cxenseparse:recs:publishtime article.published";

/// Elements that show it, those of the article itself first.
const PLACES: [&str; 5] = [
    "[itemprop~=datePublished]",
    "article time[datetime], main time[datetime], article time, main time",
    "time[pubdate], time[datetime], time",
    "[class*=date], [class*=time], [class*=publish], [class*=tanggal], [class*=waktu], [id*=date], [id*=tanggal]",
    "header p, header div, .byline, .meta, .info",
];
/// Old pages name nothing; a short text with day and time is then the stamp of the program that made the page.
const ANYWHERE: &str = "font, small, span, td, p, div, i";
/// Longer texts tell of other days too.
const MOST_BYTES: usize = 160;
/// More dates than this belong to other articles.
const MOST_DATES: usize = 20;

/// The moment of publication, by metadata if they tell it.
pub(super) fn read(page: &Document, metas: &Metas, told: &Told, headline: Option<&str>) -> Option<Moment> {
    let metadata = told.published.clone().into_iter().chain(METAS.split_whitespace().flat_map(|name| metas.all(name)));
    let mut found: Vec<Moment> = metadata.filter_map(|text| date::read(&text)).collect();
    if let Some(moment) = found.iter().find(|moment| moment.time.is_some()) {
        let has_zone = moment.time.is_some_and(|time| time.zone_minutes.is_some());
        return Some(if has_zone { on_own_clock(*moment, &found) } else { with_zone(*moment, &shown(page, headline)) });
    }
    // A day alone is made better by a time that the page shows with the same day.
    found.extend(shown(page, headline));
    let day = *found.first()?;
    found.iter().find(|it| it.date == day.date && it.time.is_some()).copied().or(Some(day))
}

/// The same moment with the zone that the page shows beside it: metadata may leave out what readers are told.
fn with_zone(moment: Moment, shown: &[Moment]) -> Moment {
    let clock = |it: &Moment| it.time.map(|time| (time.time.hour(), time.time.minute()));
    let has_zone = |it: &&Moment| it.time.is_some_and(|time| time.zone_minutes.is_some());
    let same = shown.iter().filter(has_zone).find(|it| it.date == moment.date && clock(it) == clock(&moment));
    same.copied().unwrap_or(moment)
}

/// The same moment on the clock of the outlet: of '2025-11-03T08:40:18+00:00' and '2025-11-03T16:40:18+08:00' the second.
fn on_own_clock(moment: Moment, others: &[Moment]) -> Moment {
    let zone = |it: &Moment| it.time.and_then(|time| time.zone_minutes);
    let in_utc = |it: &Moment| {
        let there = DateTime::from_parts(it.date, it.time?.time);
        there.checked_sub(jiff::Span::new().minutes(zone(it)?)).ok()
    };
    let is_same =
        |other: &&Moment| zone(other) != Some(0) && in_utc(other).is_some() && in_utc(other) == in_utc(&moment);
    let own = if zone(&moment) == Some(0) { others.iter().find(is_same) } else { None };
    own.copied().unwrap_or(moment)
}

/// The days and times that the page shows, those first that are most likely of its publication; when it was changed only
/// where it shows no other.
fn shown(page: &Document, headline: Option<&str>) -> Vec<Moment> {
    let tells_change = |node: &&NodeRef| begins_with(&folded(front(&node.text(), MOST_BYTES)), &WORDS.lines.changes);
    let found = shown_by(page, headline, |node| !tells_change(&node));
    if found.is_empty() { shown_by(page, headline, |_| true) } else { found }
}

fn shown_by(page: &Document, headline: Option<&str>, may_tell: impl Fn(&NodeRef) -> bool) -> Vec<Moment> {
    let in_places = |places: &&str| {
        let nodes = page.select(places);
        nodes.nodes().iter().filter(|it| may_tell(it)).filter_map(moment).collect::<Vec<_>>()
    };
    let (marked, named) = PLACES.split_at(3);
    let found = marked
        .iter()
        .flat_map(in_places)
        .chain(headline.and_then(|it| beside(it, page)))
        .chain(named.iter().flat_map(in_places));
    let mut found: Vec<Moment> = found.take(MOST_DATES).collect();
    if found.is_empty() {
        found.extend(in_places(&ANYWHERE).into_iter().find(|moment| moment.time.is_some()));
    }
    if found.is_empty() {
        found.extend(only_day(page));
    }
    found
}

/// The day of an old page that names but one in its short texts, most often below the flag of the paper.
fn only_day(page: &Document) -> Option<Moment> {
    const MOST_BYTES: usize = 90;
    let body = page.body()?;
    let texts = body.descendants_it().filter(NodeRef::is_text).map(|node| clean_line(&node.text()));
    let mut days = texts.filter(|text| text.len() <= MOST_BYTES).filter_map(|text| date::read(&text));
    let first = days.next()?;
    days.all(|other| other.date == first.date).then_some(first)
}

/// The first date behind the headline and before the first long text, else the one that stands before it.
fn beside(headline: &str, page: &Document) -> Option<Moment> {
    const MOST_BEFORE: usize = 8;
    const MOST_BEHIND: usize = 60;
    let body = page.body()?;
    let texts = body.descendants_it().filter(NodeRef::is_text).map(|node| clean_line(&node.text()));
    let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
    let date_in = |text: &String| if text.len() > MOST_BYTES { None } else { date::read(text) };
    let date_at = |at: usize| {
        let day = date_in(&texts[at])?;
        // The time may stand in an element of its own behind the day: 'March 24, 2026', '/', '11:20'.
        let near = texts[at..].iter().take(3).map(String::as_str).collect::<Vec<_>>().join(" ");
        let is_whole = day.time.is_some() || near.len() > MOST_BYTES;
        date::read(&near).filter(|it| !is_whole && it.date == day.date).or(Some(day))
    };
    let places = || texts.iter().enumerate().filter(|(_, text)| *text == headline).map(|(place, _)| place);
    let behind = |place: usize| {
        let near = texts.iter().enumerate().skip(place + 1).take(MOST_BEHIND);
        near.take_while(|(_, text)| text.len() <= MOST_BYTES).find_map(|(at, _)| date_at(at))
    };
    let before = |place: usize| texts[..place].iter().rev().take(MOST_BEFORE).find_map(date_in);
    places().find_map(behind).or_else(|| places().find_map(before))
}

/// What an element says for programs, else for readers.
fn moment(node: &NodeRef) -> Option<Moment> {
    let attribute = ["datetime", "content", "title"].iter().find_map(|name| node.attr(name));
    let for_readers = || {
        let text = clean_line(&node.text());
        if text.len() > MOST_BYTES { None } else { date::read(&text) }
    };
    let Some(moment) = attribute.and_then(|text| date::read(&text)) else { return for_readers() };
    // Drupal writes the noon of Greenwich behind a day without a time.
    let is_noon = moment.time.is_some_and(|it| it.zone_minutes == Some(0) && it.time == Time::constant(12, 0, 0, 0));
    let day = for_readers().filter(|shown| is_noon && shown.time.is_none() && shown.date == moment.date);
    Some(day.unwrap_or(moment))
}
