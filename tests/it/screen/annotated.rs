//! An article and its analysis from text with the marks written into it, so that screens can be tested without the
//! analysis.
//!
//! `{kind key|words}` marks words; marks nest; without `|` the key is also the words. Kinds: `person`, `place`,
//! `org`, `outlet`, `platform`, `other` (the key is the entity), `date` (the key is the value, with `*` in front if
//! it was counted from the day of publication), `until` (a date that ends the range begun by the one before), `event` (the key is the status; its date is the first one inside),
//! `says` (the key is the outlets, nearest the speaker first, with `>` between; `-` for none), `cue` (with a key, that is the
//! stance), `undated` (an event without a date; the key is the status), `who` (an unnamed speaker), `by` (a person who speaks), `furniture`. Who and what a clause names takes part in its event.
//! A sentence ends with a full stop before white space.

use std::sync::Arc;

use jiff::civil::Date;
use linimasa::model::{
    Amount, Analysis, Anchor, Article, Attribution, DateOrigin, Entity, EntityId, EntityKind, Event, Furniture,
    FurnitureKind, Grain, Interval, Mention, Published, Sentence, Source, Span, Stance, Status, TimeExpression, TimeId,
    TimeValue, Unit, Via,
};

/// An article published by `KABAR.com` on 13 July 2025.
pub(super) fn annotated(id: &str, title: &str, text: &str) -> (Arc<Article>, Arc<Analysis>) {
    let published = Some(Published { date: Date::constant(2025, 7, 13), origin: DateOrigin::Metadata });
    let mut builder = Builder::default();
    let mut paragraphs = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let start = builder.body.len();
        builder.parse(line);
        paragraphs.push(Span::new(start, builder.body.len()));
        builder.body.push('\n');
    }
    let analysis = builder.finish(&paragraphs, published);
    let article = Article {
        id: id.to_owned(),
        outlet: Some("KABAR.com".to_owned()),
        title: Some(title.to_owned()),
        published,
        body: builder.body,
        paragraphs,
        ..Article::default()
    };
    (Arc::new(article), Arc::new(analysis))
}

#[derive(Default)]
struct Builder {
    body: String,
    analysis: Analysis,
    /// Clause and status of events; their sentence and date are known only at the end.
    events: Vec<(Span, Status)>,
    /// The same for events without a date.
    undated: Vec<(Span, Status)>,
    cues: Vec<Span>,
    /// Stances that are not claims, by their cues.
    stances: Vec<(Span, Stance)>,
    speakers: Vec<Source>,
    /// Scope and outlet of attributions.
    says: Vec<(Span, String)>,
}

impl Builder {
    /// Parses to the end of `text` or past the brace that closes it; returns what is left.
    fn parse<'a>(&mut self, mut text: &'a str) -> &'a str {
        while let Some(index) = text.find(['{', '}']) {
            self.body.push_str(&text[..index]);
            let rest = &text[index + 1..];
            if text[index..].starts_with('}') {
                return rest;
            }
            text = self.mark(rest);
        }
        self.body.push_str(text);
        ""
    }

    fn mark<'a>(&mut self, text: &'a str) -> &'a str {
        let end = text.find(['|', '}']).expect("a mark is closed");
        let (kind, key) = text[..end].split_once(' ').unwrap_or((&text[..end], ""));
        let start = self.body.len();
        let rest = match text[end..].strip_prefix('|') {
            Some(words) => self.parse(words),
            None => {
                self.body.push_str(key);
                &text[end + 1..]
            }
        };
        self.record(kind, key, Span::new(start, self.body.len()));
        rest
    }

    fn record(&mut self, kind: &str, key: &str, span: Span) {
        match kind {
            "person" => self.mention(EntityKind::Person, key, span),
            "place" => self.mention(EntityKind::Place, key, span),
            "org" => self.mention(EntityKind::Organisation, key, span),
            "outlet" => self.mention(EntityKind::Outlet, key, span),
            "platform" => self.mention(EntityKind::Platform, key, span),
            "other" => self.mention(EntityKind::Other, key, span),
            "date" => self.time(key, span),
            "until" => self.until(key, span),
            "event" => self.events.push((span, status(key))),
            "undated" => self.undated.push((span, status(key))),
            "says" => self.says.push((span, key.to_owned())),
            "cue" => self.cue(key, span),
            "who" => self.speakers.push(Source::Unnamed { span, described: None }),
            "by" => {
                self.mention(EntityKind::Person, key, span);
                let entity = self.entity(EntityKind::Person, key);
                self.speakers.push(Source::Entity { entity, span });
            }
            "furniture" => self.analysis.furniture.push(Furniture { span, kind: FurnitureKind::Link }),
            _ => panic!("no such mark: {kind}"),
        }
    }

    fn cue(&mut self, key: &str, span: Span) {
        self.cues.push(span);
        let stance = match key {
            "deny" => Stance::Deny,
            "estimate" => Stance::Estimate,
            _ => return,
        };
        self.stances.push((span, stance));
    }

    fn entity(&mut self, kind: EntityKind, name: &str) -> EntityId {
        let known = self.analysis.entities.iter().find(|(_, entity)| entity.name == name).map(|(id, _)| id);
        known.unwrap_or_else(|| {
            let name = name.to_owned();
            self.analysis.entities.push(Entity {
                name,
                kind,
                mentions: Vec::new(),
                outlet: None,
                place: None,
                rule: "test/kind".into(),
            })
        })
    }

    fn mention(&mut self, kind: EntityKind, name: &str, span: Span) {
        let entity = self.entity(kind, name);
        let rule = "test/name".into();
        self.analysis.mentions.push(Mention { span, entity, title: None, acting: false, rule });
    }

    fn time(&mut self, key: &str, span: Span) {
        let (value, anchor) = match key.strip_prefix('*') {
            Some(value) => {
                (value, Anchor::Published { date: Date::constant(2025, 7, 13), origin: DateOrigin::Metadata })
            }
            None => (key, Anchor::Explicit),
        };
        let value = TimeValue::Placed(interval(value));
        self.analysis.times.push(TimeExpression {
            span,
            value,
            modifier: None,
            anchor,
            until: None,
            rule: "test/date".into(),
        });
    }

    fn until(&mut self, key: &str, span: Span) {
        let last = TimeId::new(self.analysis.times.len());
        let first = self.analysis.times.ids().next_back().expect("a range begins with a date");
        self.time(key, span);
        self.analysis.times[first].until = Some(last);
    }

    fn finish(&mut self, paragraphs: &[Span], published: Option<Published>) -> Analysis {
        self.sort_mentions();
        for &paragraph in paragraphs {
            self.sentences(paragraph);
        }
        self.attributions();
        self.add_events();
        self.analysis.publisher = Some(self.entity(EntityKind::Outlet, "KABAR.com"));
        self.analysis.published = published;
        std::mem::take(&mut self.analysis)
    }

    /// Inner marks are recorded before the outer ones that begin earlier.
    fn sort_mentions(&mut self) {
        let mut mentions: Vec<Mention> = self.analysis.mentions.items().to_vec();
        mentions.sort_by_key(|mention| mention.span);
        self.analysis.mentions = mentions.into();
        for (id, mention) in self.analysis.mentions.iter() {
            self.analysis.entities[mention.entity].mentions.push(id);
        }
    }

    fn sentences(&mut self, paragraph: Span) {
        if self.analysis.furniture.iter().any(|piece| piece.span.overlaps(paragraph)) {
            return;
        }
        let text = paragraph.of(&self.body);
        let mut start = 0;
        while start < text.len() {
            let end = text[start..].find(". ").map_or(text.len(), |index| start + index + 1);
            let span = Span::new(paragraph.start + start, paragraph.start + end);
            self.analysis.sentences.push(Sentence { span });
            start = end + 1;
        }
    }

    fn attributions(&mut self) {
        self.says.sort();
        for (scope, outlet) in std::mem::take(&mut self.says) {
            let inside = |spans: &[Span]| spans.iter().copied().find(|span| scope.covers(*span));
            let cue = inside(&self.cues).unwrap_or(Span::empty(scope.start));
            let source = self.speakers.iter().copied().find(|source| scope.covers(source.span()));
            let stance = self.stances.iter().find(|(span, _)| *span == cue).map_or(Stance::Claim, |(_, it)| *it);
            let via = match outlet.as_str() {
                "-" => Vec::new(),
                names => {
                    let outlets: Vec<EntityId> =
                        names.split('>').map(|name| self.entity(EntityKind::Outlet, name)).collect();
                    outlets.into_iter().map(|outlet| Via { outlet, span: scope, cue: Span::default() }).collect()
                }
            };
            let rule = "test/says".into();
            let (direct, primary) = (false, false);
            self.analysis.attributions.push(Attribution {
                source,
                cue,
                content: scope,
                more: Vec::new(),
                stance,
                scope,
                via,
                direct,
                primary,
                rule,
            });
        }
    }

    fn add_events(&mut self) {
        self.events.sort_by_key(|(span, _)| *span);
        for (clause, status) in std::mem::take(&mut self.events) {
            let time: TimeId = self.analysis.times_in(clause).next().expect("an event has a date");
            let event = self.event(clause, status, time);
            self.analysis.events.push(event);
        }
        for (clause, status) in std::mem::take(&mut self.undated) {
            let event = self.event(clause, status, ());
            self.analysis.undated.push(event);
        }
    }

    fn event<When>(&self, clause: Span, status: Status, time: When) -> Event<When> {
        let analysis = &self.analysis;
        let named: Vec<EntityId> = analysis.mentions_in(clause).map(|id| analysis.mentions[id].entity).collect();
        let (places, others): (Vec<EntityId>, Vec<EntityId>) =
            named.into_iter().partition(|&id| analysis.entities[id].kind == EntityKind::Place);
        Event {
            sentence: analysis.sentence_at(clause.start).expect("an event stands in a sentence"),
            clause,
            label: vec![clause],
            time,
            inferred: false,
            status,
            participants: others,
            place: places.first().copied(),
            attribution: analysis.attributions_at(clause.start).first().copied(),
            rule: "test/event".into(),
        }
    }
}

fn status(key: &str) -> Status {
    match key {
        "planned" => Status::Planned,
        "denied" => Status::Denied,
        "alleged" => Status::Alleged,
        _ => Status::Reported,
    }
}

/// `2024`, `2024-06`, `2025-07-12` or `2025-07-12..2025-07-14`.
fn interval(value: &str) -> Interval {
    if let Some((first, last)) = value.split_once("..") {
        let days = Interval::days(date(first), date(last), Grain::Day);
        return Interval { length: Some(Amount { count: None, unit: Unit::Day }), ..days };
    }
    let first = |text: String| date(&text);
    match value.len() {
        4 => Interval::days(first(format!("{value}-01-01")), first(format!("{value}-12-31")), Grain::Year),
        7 => {
            let start = first(format!("{value}-01"));
            Interval::days(start, start.last_of_month(), Grain::Month)
        }
        _ => Interval::days(date(value), date(value), Grain::Day),
    }
}

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}
