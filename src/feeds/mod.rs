//! Following feeds: finding the feed of an address, and bringing into the library what feeds tell.
//!
//! Several hosts are asked at the same time, each on a thread of its own and one request after the other; what comes back is
//! analysed and kept by the thread that called. Everything that is kept is kept at once and for good, so that a refresh can be
//! given up or killed at any moment.

mod fetching;
mod find;
mod follow;
mod jobs;
mod news;
mod refresh;

pub use fetching::whole_text;
pub use find::{Error, FoundFeed, find};
pub use follow::{FollowError, Followed, follow};
pub use news::{Analyse, Settings, take};
pub use refresh::{Outcome, Progress, Refresh, Summary};
