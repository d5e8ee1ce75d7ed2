//! Whole articles to their analysis: what a careful reader finds in them must be found.

mod commissioned;
mod corrected;
mod events;
pub(crate) mod facts;
mod furniture;
mod joins;
mod language;
mod publication;
mod retold;
mod speech;
mod tagger;
mod texts;
