//! Why something is marked: prose from the model, in the reader's language.
//!
//! Pure: from an article, its marks and an offset to headings and facts. It invents nothing; what the analysis did
//! not record is not said.

use super::Options;
use super::legend::Sign;
use super::marks::Marks;
use super::statements::stance_words;
use super::times::{self, grain_words, modifier_words};
use super::words::{Words, phrase};
use crate::model::{
    Anchor, Article, Attribution, AttributionId, DateOrigin, EntityId, EntityKind, EventId, FurnitureKind, MentionId,
    OutletFacts, OutletKind, Rule, SentenceId, Source, Status, Subject, TimeId, TimeValue,
};

/// What is known about one mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The words of the text.
    pub heading: String,
    pub facts: Vec<Fact>,
}

/// One thing that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub label: Label,
    pub text: String,
}

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    Words(&'static str),
    /// A mark as the screen shows it.
    Sign(Sign),
}

/// Explanations of everything at `offset`, the most specific first.
pub fn explain(article: &Article, marks: &Marks, offset: usize, options: &Options) -> Vec<Explanation> {
    let teller = Teller { article, marks, options };
    let mut explanations: Vec<Explanation> =
        marks.analysis.subjects_at(offset).into_iter().map(|subject| teller.subject(subject)).collect();
    let event = marks.event_at(offset).map(|event| teller.event(event));
    let sentence_last = explanations.len().saturating_sub(1);
    explanations.splice(sentence_last..sentence_last, event);
    explanations
}

struct Teller<'a> {
    article: &'a Article,
    marks: &'a Marks,
    options: &'a Options,
}

impl Teller<'_> {
    fn subject(&self, subject: Subject) -> Explanation {
        match subject {
            Subject::Mention(id) => self.mention(id),
            Subject::Time(id) => self.time(id),
            Subject::Attribution(id) => self.attribution(id),
            Subject::Furniture(index) => self.furniture(index),
            Subject::Sentence(id) => self.sentence(id),
        }
    }

    fn mention(&self, id: MentionId) -> Explanation {
        let body = &self.article.body;
        let mention = &self.marks.analysis.mentions[id];
        let entity = &self.marks.analysis.entities[mention.entity];
        let mut facts = vec![
            self.fact(phrase::MEANS, entity.name.clone()),
            self.fact(phrase::KIND, format!("{} ({})", self.words(kind_words(entity.kind)), self.rule(&entity.rule))),
        ];
        if let Some(title) = mention.title {
            facts.push(self.fact(phrase::ROLE, title.of(body)));
        }
        if mention.acting {
            facts.push(self.fact(phrase::STANDS_FOR, self.words(phrase::ITS_GOVERNMENT)));
        }
        let forms = self.forms(mention.entity);
        if forms.len() > 1 {
            facts.push(self.fact(phrase::FORMS, forms.join(", ")));
        }
        facts.push(self.fact(phrase::MENTIONS, entity.mentions.len().to_string()));
        if let Some(outlet) = &entity.outlet {
            facts.push(self.fact(phrase::OUTLET_FACTS, outlet_words(outlet, self.options)));
        }
        facts.push(self.fact(phrase::RULE, self.rule(&mention.rule)));
        Explanation { heading: mention.span.of(body).to_owned(), facts }
    }

    /// The name of a rule; of the reader's own it is said that they are.
    fn rule(&self, rule: &Rule) -> String {
        if rule.is_of_reader() { format!("{rule}, {}", self.words(phrase::BY_READER)) } else { rule.to_string() }
    }

    /// Every form in which an entity is printed, in the order of the text.
    fn forms(&self, entity: EntityId) -> Vec<&str> {
        let mut forms: Vec<&str> = Vec::new();
        for &id in &self.marks.analysis.entities[entity].mentions {
            let form = self.marks.analysis.mentions[id].span.of(&self.article.body);
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
        forms
    }

    fn time(&self, id: TimeId) -> Explanation {
        let time = &self.marks.analysis.times[id];
        let mut facts = vec![
            self.fact(phrase::VALUE, self.value(&self.marks.analysis.value_to_end(id))),
            self.fact(phrase::COUNTED, self.anchor(time.anchor)),
        ];
        if let Some(modifier) = time.modifier {
            facts.push(self.fact(phrase::MODIFIER, self.words(modifier_words(modifier))));
        }
        facts.push(self.fact(phrase::RULE, time.rule.as_str()));
        Explanation { heading: time.span.of(&self.article.body).to_owned(), facts }
    }

    fn value(&self, value: &TimeValue) -> String {
        let told = times::value(value, self.options.locale);
        match value.interval() {
            None => told,
            Some(interval) if interval.is_period() => format!("{told}, {}", self.words(phrase::PERIOD)),
            Some(interval) => format!("{told}, {}", self.words(grain_words(interval.grain))),
        }
    }

    fn anchor(&self, anchor: Anchor) -> String {
        match anchor {
            Anchor::Explicit => self.words(phrase::EXPLICIT).to_owned(),
            Anchor::Unknown => self.words(phrase::FROM_NOTHING).to_owned(),
            Anchor::Published { date, origin } => {
                let from = self.words(phrase::FROM_PUBLICATION).replace("{}", &date.to_string());
                format!("{from} {}", self.words(origin_words(origin)))
            }
            Anchor::Earlier(id) => {
                let earlier = &self.marks.analysis.times[id];
                let told = format!(
                    "{} ({})",
                    times::value(&earlier.value, self.options.locale),
                    earlier.span.of(&self.article.body)
                );
                self.words(phrase::FROM_EARLIER).replace("{}", &told)
            }
        }
    }

    fn attribution(&self, id: AttributionId) -> Explanation {
        let attribution = &self.marks.analysis.attributions[id];
        let words = if attribution.direct { phrase::OWN_WORDS } else { phrase::REPORTED_SPEECH };
        let mut facts = Vec::new();
        if let Some(source) = &attribution.source {
            facts.push(self.fact(phrase::SAID_BY, self.source(source)));
        }
        facts.push(self.fact(phrase::CUE_WORDS, attribution.cue.of(&self.article.body)));
        if !attribution.via.is_empty() {
            facts.push(self.fact(phrase::THROUGH, self.chain(attribution)));
        }
        facts.push(self.fact(phrase::WORDS, self.words(words)));
        facts.push(self.fact(phrase::STANCE, self.words(stance_words(attribution.stance))));
        facts.push(self.rests_on(self.marks.analysis.bases_of(attribution)));
        facts.push(self.fact(phrase::RULE, attribution.rule.as_str()));
        Explanation { heading: attribution.cue.of(&self.article.body).to_owned(), facts }
    }

    fn source(&self, source: &Source) -> String {
        let printed = source.description().of(&self.article.body);
        match source {
            Source::Entity { entity, .. } => {
                let name = &self.marks.analysis.entities[*entity].name;
                if name == printed { name.clone() } else { format!("{name} ({printed})") }
            }
            Source::Unnamed { .. } => format!("{printed} ({})", self.words(phrase::UNNAMED)),
            Source::Document { .. } => format!("{printed} ({})", self.words(phrase::DOCUMENT)),
        }
    }

    /// The outlets from the one nearest the speaker to the one nearest the reader.
    fn chain(&self, attribution: &Attribution) -> String {
        let outlets = attribution.via.iter().map(|via| self.marks.analysis.entities[via.outlet].name.as_str());
        outlets.collect::<Vec<_>>().join(" → ")
    }

    fn event(&self, id: EventId) -> Explanation {
        let event = self.marks.event(id);
        let value = self.value(&self.marks.analysis.value_to_end(event.time));
        let value = if event.inferred { format!("{value} ({})", self.words(phrase::TAKEN_UP)) } else { value };
        let facts = vec![
            self.fact(phrase::VALUE, value),
            self.fact(phrase::STATUS, self.words(status_words(event.status))),
            self.rests_on(self.marks.analysis.bases_of_event(id)),
            self.fact(phrase::RULE, event.rule.as_str()),
        ];
        let label = event.label_text(&self.article.body);
        Explanation { heading: format!("{}: {label}", self.words(phrase::EVENT)), facts }
    }

    fn furniture(&self, index: usize) -> Explanation {
        let words = match self.marks.analysis.furniture[index].kind {
            FurnitureKind::Link => phrase::LINK,
            FurnitureKind::Advert => phrase::ADVERT,
            FurnitureKind::Caption => phrase::CAPTION,
            FurnitureKind::Byline => phrase::BYLINE,
            FurnitureKind::Dateline => phrase::DATELINE,
            FurnitureKind::PublicationLine => phrase::PUBLICATION_LINE,
            FurnitureKind::Tags => phrase::TAGS,
            FurnitureKind::Navigation => phrase::NAVIGATION,
            FurnitureKind::Notice => phrase::NOTICE,
            FurnitureKind::Repeat => phrase::REPEAT,
        };
        let facts = vec![self.fact(phrase::KIND, self.words(words))];
        Explanation { heading: self.words(phrase::NOT_ARTICLE).to_owned(), facts }
    }

    fn sentence(&self, id: SentenceId) -> Explanation {
        let span = self.marks.analysis.sentences[id].span;
        let facts = vec![self.rests_on(self.marks.analysis.bases_in(span))];
        Explanation { heading: self.words(phrase::SENTENCE).to_owned(), facts }
    }

    fn rests_on(&self, bases: Vec<crate::model::Basis>) -> Fact {
        let names = bases.into_iter().map(|basis| self.marks.basis_name(self.article, basis, self.options.locale));
        self.fact(phrase::RESTS_ON, names.collect::<Vec<_>>().join(", "))
    }

    fn fact(&self, label: Words, text: impl Into<String>) -> Fact {
        Fact { label: Label::Words(self.words(label)), text: text.into() }
    }

    fn words(&self, words: Words) -> &'static str {
        words.of(self.options.locale)
    }
}

/// What one of a kind is called.
pub fn kind_words(kind: EntityKind) -> Words {
    match kind {
        EntityKind::Person => phrase::PERSON,
        EntityKind::Place => phrase::PLACE,
        EntityKind::Organisation => phrase::ORGANISATION,
        EntityKind::Outlet => phrase::OUTLET,
        EntityKind::Platform => phrase::PLATFORM,
        EntityKind::Other => phrase::OTHER,
    }
}

/// What is known of an outlet.
pub(super) fn outlet_words(outlet: &OutletFacts, options: &Options) -> String {
    let state = outlet.state_owned.then(|| phrase::STATE_OWNED.of(options.locale));
    let country = options.country(&outlet.country);
    let kind = outlet_kind_words(outlet.kind).of(options.locale);
    let parts = [Some(kind), Some(country.as_str()), state];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn outlet_kind_words(kind: OutletKind) -> Words {
    match kind {
        OutletKind::Agency => phrase::AGENCY,
        OutletKind::Broadcaster => phrase::BROADCASTER,
        OutletKind::Journal => phrase::JOURNAL,
        OutletKind::Magazine => phrase::MAGAZINE,
        OutletKind::Newspaper => phrase::NEWSPAPER,
        OutletKind::Online => phrase::ONLINE,
        OutletKind::Wire => phrase::WIRE,
    }
}

/// What a status is called.
pub fn status_words(status: Status) -> Words {
    match status {
        Status::Reported => phrase::REPORTED,
        Status::Planned => phrase::PLANNED,
        Status::Denied => phrase::DENIED,
        Status::Alleged => phrase::ALLEGED,
    }
}

/// Where a day of publication is known from.
pub fn origin_words(origin: DateOrigin) -> Words {
    match origin {
        DateOrigin::Reader => phrase::BY_READER,
        DateOrigin::Metadata => phrase::BY_METADATA,
        DateOrigin::Page => phrase::BY_PAGE,
        DateOrigin::Feed => phrase::BY_FEED,
        DateOrigin::Text => phrase::BY_LINE,
        DateOrigin::Inferred => phrase::BY_INFERENCE,
    }
}
