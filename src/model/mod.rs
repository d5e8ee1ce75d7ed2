//! The values that travel through the program, and nothing else.
//!
//! Plain data with public fields in the words of the field: a *mention* of an *entity*, a *time
//! expression*, an *attribution* with its source, cue, content and outlets, an *event*. This module
//! knows no language, no file and no screen. Text is never copied into a value that a [`Span`] can
//! point at.

mod analysis;
mod arena;
mod article;
mod attribution;
mod columns;
mod correction;
mod entity;
mod event;
mod feed;
mod moment;
mod resting;
mod rule;
mod shelf;
mod span;
mod time;

pub use analysis::{Analysis, Furniture, FurnitureKind, Sentence, SentenceId, Subject, Warning};
pub use arena::{Arena, Id};
pub use article::{Article, Block, DateOrigin, Format, Link, Published, PublishedTime};
pub use attribution::{Attribution, AttributionId, Basis, Source, Stance, Via};
pub use columns::{ColumnLine, Columns};
pub use correction::{Correction, Edit};
pub use entity::{Coordinates, Entity, EntityId, EntityKind, Mention, MentionId, OutletFacts, OutletKind, PlaceFacts};
pub use event::{Event, EventId, Status};
pub use feed::{Feed, FeedItem, Markup};
pub use moment::Moment;
pub use rule::Rule;
pub use shelf::{Act, FollowedFeed, Listed, Standing, Tally, Told, View};
pub use span::Span;
pub use time::{
    Amount, Anchor, Grain, Interval, Modifier, Occasion, PartOfDay, Reference, TimeExpression, TimeId, TimeValue, Unit,
};
