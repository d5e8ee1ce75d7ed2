//! The reader's library: every article that was added, what each says, and the search over all of them.
//!
//! One SQLite file in the data folder, which several processes may have open. An article whose text has changed gets
//! another version; no text that was added is ever changed. What the reader does with an article can be undone.

mod error;
mod feeds;
mod place;
pub mod query;
mod rank;
mod raw;
mod rows;
mod schema;
mod search;
mod standing;
mod store;
mod told;
mod trail;
mod upkeep;
mod versions;
mod views;

pub use error::Error;
pub use feeds::{Known, NewFeed, Page, Subscription};
pub use query::Query;
pub use standing::Undone;
pub use store::{Added, Entry, Library};
pub use told::{Checked, FeedNews, NewItem, Taken};
pub use versions::Version;
