//! How much of a host's time and ours a request may take.

use std::time::Duration;

use super::Proxies;

/// The bounds of a request. Those that readers get are [`Settings::default`]; tests are less patient.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Until the host takes the connection.
    pub connect: Duration,
    /// Between two pieces of an answer.
    pub silence: Duration,
    /// From the first request to the last byte, over all redirects.
    pub total: Duration,
    /// Between two requests to one host, where it asks for nothing longer.
    pub pause: Duration,
    /// Until a robots.txt that could not be had is asked for again.
    pub robots_again: Duration,
    /// Before and after decompression.
    pub received_bytes: u64,
    pub decoded_bytes: u64,
    pub redirects: usize,
    pub user_agent: String,
    pub proxies: Proxies,
}

impl Settings {
    /// The usual bounds, with the proxies that the environment tells.
    pub fn from_environment() -> Settings {
        Settings { proxies: Proxies::from_environment(), ..Settings::default() }
    }
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            connect: Duration::from_secs(10),
            silence: Duration::from_secs(20),
            total: Duration::from_secs(60),
            pause: Duration::from_secs(1),
            robots_again: Duration::from_secs(60),
            received_bytes: 20_000_000,
            decoded_bytes: 50_000_000,
            redirects: 10,
            user_agent: concat!("linimasa/", env!("CARGO_PKG_VERSION")).to_owned(),
            proxies: Proxies::default(),
        }
    }
}
