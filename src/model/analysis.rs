//! Everything that was worked out about one article, and the questions asked of it most.

use serde::{Deserialize, Serialize};

use super::{
    Arena, Attribution, AttributionId, Entity, EntityId, Event, EventId, Id, Mention, MentionId, Published, Span,
    TimeExpression, TimeId, TimeValue,
};

pub type SentenceId = Id<Sentence>;

/// What one article says, as marks on its body.
///
/// Sentences, furniture, mentions and time expressions are sorted by span; sentences, furniture and times
/// do not overlap among themselves, mentions may nest. Attributions are sorted by scope.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// Code of the language pack that was used; empty where no pack fitted.
    pub language: String,
    /// The day that relative dates were counted from.
    pub published: Option<Published>,
    /// The publisher, where it is known.
    pub publisher: Option<EntityId>,
    pub sentences: Arena<Sentence>,
    pub furniture: Vec<Furniture>,
    pub entities: Arena<Entity>,
    pub mentions: Arena<Mention>,
    pub times: Arena<TimeExpression>,
    pub attributions: Arena<Attribution>,
    /// In the order of the text.
    pub events: Arena<Event>,
    /// What is told to have happened without a time, in the order of the text; none of it is on the timeline.
    pub undated: Arena<Event<()>>,
    pub warnings: Vec<Warning>,
}

/// One sentence; furniture has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    pub span: Span,
}

/// A passage that is not the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Furniture {
    pub span: Span,
    pub kind: FurnitureKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FurnitureKind {
    /// A link to another article ('Baca juga: ...').
    Link,
    /// The publisher advertising itself or others.
    Advert,
    Caption,
    Byline,
    /// The line that says when the article was published.
    PublicationLine,
    /// What the article is filed under ('Tag: banjir, Demak').
    Tags,
    /// Buttons, menus and counters ('Bagikan', '154 Comments').
    Navigation,
    /// What the publisher says of its page: copyright, cookies, corrections.
    Notice,
    /// The headline once more.
    Repeat,
    /// The place and outlet before the first sentence ('PYONGYANG, KOMPAS.com -'). Its names count, its
    /// words are no part of the sentence.
    Dateline,
}

/// Something the reader should know about the analysis itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Warning {
    /// A weekday that does not fall on the date beside it.
    WeekdayMismatch { span: Span },
    /// No publication date is known and none could be inferred; relative dates stay unplaced.
    NoPublicationDate,
    /// The publication date was inferred from this date in the text.
    InferredPublicationDate { span: Span },
    /// No language pack fits the text well; the best one was used.
    UncertainLanguage,
}

/// What lies under one point of the text, innermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Mention(MentionId),
    Time(TimeId),
    Attribution(Id<Attribution>),
    Furniture(usize),
    Sentence(SentenceId),
}

impl Analysis {
    /// The sentence at `offset`, if the offset lies in one.
    pub fn sentence_at(&self, offset: usize) -> Option<SentenceId> {
        let index = self.sentences.items().partition_point(|sentence| sentence.span.end <= offset);
        let id = Id::new(index);
        self.sentences.get(id).filter(|sentence| sentence.span.contains(offset)).map(|_| id)
    }

    /// The furniture at `offset`, as an index into `furniture`.
    pub fn furniture_at(&self, offset: usize) -> Option<usize> {
        let index = self.furniture.partition_point(|piece| piece.span.end <= offset);
        self.furniture.get(index).filter(|piece| piece.span.contains(offset)).map(|_| index)
    }

    /// The furniture that shares a byte with `span`, in order.
    pub fn furniture_in(&self, span: Span) -> impl Iterator<Item = &Furniture> + '_ {
        let from = self.furniture.partition_point(|piece| piece.span.end <= span.start);
        self.furniture[from..].iter().take_while(move |piece| piece.span.start < span.end)
    }

    /// The shortest mention at `offset`.
    pub fn mention_at(&self, offset: usize) -> Option<MentionId> {
        self.mentions_in(Span::new(offset, offset + 1)).min_by_key(|&id| self.mentions[id].span.len())
    }

    /// The mentions that share a byte with `span`, in order.
    pub fn mentions_in(&self, span: Span) -> impl Iterator<Item = MentionId> + '_ {
        // Mentions may nest, so one that reaches into the span may stand before others that do not.
        let mentions = self.mentions.items();
        let from = mentions.partition_point(|mention| mention.span.start + Mention::LONGEST_BYTES < span.start);
        let to = mentions.partition_point(|mention| mention.span.start < span.end);
        (from..to).filter(move |&index| mentions[index].span.overlaps(span)).map(Id::new)
    }

    /// The time expressions that share a byte with `span`, in order.
    pub fn times_in(&self, span: Span) -> impl Iterator<Item = TimeId> + '_ {
        let times = self.times.items();
        let from = times.partition_point(|time| time.span.end <= span.start);
        (from..times.len()).take_while(move |&index| times[index].span.start < span.end).map(Id::new)
    }

    /// The attributions whose scope shares a byte with `span`, in order.
    pub fn attributions_in(&self, span: Span) -> impl Iterator<Item = AttributionId> + '_ {
        Attribution::reaching(&self.attributions, span)
    }

    /// The time expression at `offset`.
    pub fn time_at(&self, offset: usize) -> Option<TimeId> {
        let index = self.times.items().partition_point(|time| time.span.end <= offset);
        let id = Id::new(index);
        self.times.get(id).filter(|time| time.span.contains(offset)).map(|_| id)
    }

    /// What a time expression means, to the end of its range where another expression ends it.
    pub fn value_to_end(&self, id: TimeId) -> TimeValue {
        let time = &self.times[id];
        let last = time.until.and_then(|until| self.times[until].value.interval());
        match (time.value, last) {
            (TimeValue::Placed(first), Some(last)) if first.start < last.end => TimeValue::Placed(first.until(last)),
            (value, _) => value,
        }
    }

    /// The attributions whose scope holds `offset`, innermost first.
    pub fn attributions_at(&self, offset: usize) -> Vec<Id<Attribution>> {
        let mut found: Vec<_> = self.attributions_in(Span::new(offset, offset + 1)).collect();
        found.sort_by_key(|&id| self.attributions[id].scope.len());
        found
    }

    /// Everything at `offset` that can be explained, the most specific first.
    pub fn subjects_at(&self, offset: usize) -> Vec<Subject> {
        let mut subjects = Vec::new();
        subjects.extend(self.mention_at(offset).map(Subject::Mention));
        subjects.extend(self.time_at(offset).map(Subject::Time));
        subjects.extend(self.attributions_at(offset).into_iter().map(Subject::Attribution));
        subjects.extend(self.furniture_at(offset).map(Subject::Furniture));
        subjects.extend(self.sentence_at(offset).map(Subject::Sentence));
        subjects
    }

    /// The events of the article by time: earlier start first, the longer of two that start together first, then
    /// in the order of the text.
    pub fn events_by_time(&self) -> Vec<EventId> {
        let mut order: Vec<EventId> = self.events.ids().collect();
        order.sort_by_key(|&id| {
            let interval = self.times[self.events[id].time].value.interval();
            (interval.map(|it| it.start), interval.map(|it| std::cmp::Reverse(it.end)), id)
        });
        order
    }

    /// The events told in one sentence.
    pub fn events_in(&self, sentence: SentenceId) -> impl Iterator<Item = EventId> + '_ {
        let events = self.events.items();
        let from = events.partition_point(|event| event.sentence < sentence);
        (from..events.len()).take_while(move |&index| events[index].sentence == sentence).map(Id::new)
    }
}
