//! The reader's library: every article that was added, what each says, and the search over all of them.
//!
//! One SQLite file in the data folder, which several processes may have open. An article whose text has changed gets
//! another version; no text that was added is ever changed.

mod error;
mod feeds;
pub mod query;
mod schema;
mod search;
mod store;
mod told;

pub use error::Error;
pub use feeds::{Known, NewFeed, Page, Subscription};
pub use query::Query;
pub use search::Found;
pub use store::{Added, Library};
pub use told::{Checked, FeedNews, NewItem, Taken};
