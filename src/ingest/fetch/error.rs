//! Why an address gave nothing, and what the reader can do about it.

use std::io;
use std::time::Duration;

use jiff::Timestamp;

/// A request that came to nothing.
#[derive(Debug, thiserror::Error)]
#[error("`{address}` {reason}")]
pub struct Error {
    /// As it was asked for.
    pub address: String,
    pub reason: Reason,
}

/// Goes on where the address ends: "... does not exist".
#[derive(Debug, thiserror::Error)]
pub enum Reason {
    #[error("is no web address; expected one that begins with http:// or https://")]
    NoAddress,
    #[error("names a host that is not known; look at the spelling, and whether you are online")]
    UnknownHost,
    #[error("could not be reached; look whether you are online, or try again later ({0})")]
    Unreachable(String),
    #[error("did not answer within {} s; try again later", .0.as_secs_f64())]
    TooSlow(Duration),
    #[error(
        "is not who it says it is, or speaks no TLS that is safe: {0}; look at this machine's clock and certificates"
    )]
    Untrusted(String),
    #[error("is larger than {} MB; save it with another program and open the file", *limit_bytes as f64 / 1e6)]
    TooLarge { limit_bytes: u64 },
    #[error("leads on and on, more than {limit} times; open it in a browser and take the address where it ends")]
    TooManyRedirects { limit: usize },
    #[error("leads to `{to}`, which is no web address; look for another address of it")]
    LeadsNowhere { to: String },
    #[error("broke off in the middle; try again ({0})")]
    CutShort(String),
    #[error("is compressed in a way that cannot be undone ({encoding}); try again later")]
    Damaged { encoding: String },
    #[error("does not exist any more, says its host (410); remove it, or look for its new address")]
    Gone,
    #[error("does not exist (404); look at the spelling, or for its new address")]
    Missing,
    #[error("is not for everybody ({status}); open it in a browser, save the page and open the file")]
    Forbidden { status: u16 },
    #[error("wants to be left alone {}", until(.0))]
    Busy(Option<Timestamp>),
    #[error("could not be answered by its host ({status}); try again later")]
    Failed { status: u16 },
    #[error(
        "is not to be fetched by programs, says robots.txt of its host; save the page in a browser and open the file"
    )]
    Disallowed,
    #[error("was not asked for, because robots.txt of its host {0}")]
    NoRobots(String),
    #[error("was asked for through a proxy that does not work: {0}; look at HTTP_PROXY, HTTPS_PROXY and ALL_PROXY")]
    Proxy(String),
    #[error("was given up")]
    Cancelled,
    #[error("gave an answer that is no HTTP: {0}; look for another address of it")]
    NoHttp(String),
}

fn until(time: &Option<Timestamp>) -> String {
    match time {
        Some(time) => format!("until {}; it will not be asked before", time.strftime("%Y-%m-%d %H:%M UTC")),
        None => "for a while; try again later".to_owned(),
    }
}

impl Reason {
    /// Whether the same request will very likely come to the same.
    pub fn is_for_good(&self) -> bool {
        use Reason::{Disallowed, Forbidden, Gone, LeadsNowhere, Missing, NoAddress, TooLarge, TooManyRedirects};
        matches!(
            self,
            Disallowed
                | Forbidden { .. }
                | Gone
                | LeadsNowhere { .. }
                | Missing
                | NoAddress
                | TooLarge { .. }
                | TooManyRedirects { .. }
        )
    }

    /// What a failure of the client means; `allowed` is the time it was given.
    pub(super) fn of(error: ureq::Error, allowed: Duration) -> Reason {
        match error {
            ureq::Error::Timeout(_) => Reason::TooSlow(allowed),
            ureq::Error::HostNotFound => Reason::UnknownHost,
            ureq::Error::ConnectionFailed => Reason::Unreachable("no connection".to_owned()),
            ureq::Error::Io(error) => Reason::of_io(error, allowed),
            ureq::Error::ConnectProxyFailed(reason) => Reason::Proxy(reason),
            ureq::Error::InvalidProxyUrl => Reason::Proxy("its address makes no sense".to_owned()),
            ureq::Error::Tls(reason) => Reason::Untrusted(reason.to_owned()),
            ureq::Error::Rustls(reason) => Reason::Untrusted(reason.to_string()),
            ureq::Error::BodyStalled => Reason::TooSlow(allowed),
            other => Reason::NoHttp(other.to_string()),
        }
    }

    /// What a failure means that came to light while the answer was read.
    pub(super) fn of_io(error: io::Error, allowed: Duration) -> Reason {
        if error.get_ref().is_some_and(|inner| inner.is::<ureq::Error>()) {
            return match error.downcast::<ureq::Error>() {
                Ok(inner) => Reason::of(inner, allowed),
                Err(error) => Reason::CutShort(error.to_string()),
            };
        }
        let in_tls = error.get_ref().map(|inner| inner.to_string()).filter(|text| text.contains("certificate"));
        match (error.kind(), in_tls) {
            (_, Some(reason)) => Reason::Untrusted(reason),
            // The standard library has no kind for it.
            _ if error.to_string().starts_with("failed to lookup address") => Reason::UnknownHost,
            (io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock, _) => Reason::TooSlow(allowed),
            (io::ErrorKind::UnexpectedEof | io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe, _) => {
                Reason::CutShort(error.to_string())
            }
            _ => Reason::Unreachable(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_of_the_system_is_told_by_what_it_means() {
        let of = |kind, text: &str| Reason::of_io(io::Error::new(kind, text.to_owned()), Duration::from_secs(1));
        let lookup = of(io::ErrorKind::Other, "failed to lookup address information: Name or service not known");
        assert!(matches!(lookup, Reason::UnknownHost), "{lookup}");
        let expired = of(io::ErrorKind::InvalidData, "invalid peer certificate: Expired");
        assert!(matches!(expired, Reason::Untrusted(_)), "{expired}");
        let late = of(io::ErrorKind::TimedOut, "timed out");
        assert!(matches!(late, Reason::TooSlow(_)), "{late}");
        let wrapped = Reason::of_io(ureq::Error::HostNotFound.into_io(), Duration::from_secs(1));
        assert!(matches!(wrapped, Reason::UnknownHost), "{wrapped}");
    }
}
