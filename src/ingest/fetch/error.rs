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

/// How long each part of a request may take; which one struck, the client tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    pub(super) connect: Duration,
    /// Until the answer begins, and between two pieces of it.
    pub(super) silence: Duration,
    pub(super) whole: Duration,
}

/// Goes on where the address ends: "... does not exist".
#[derive(Clone, Debug, thiserror::Error)]
pub enum Reason {
    #[error("is no web address; expected one that begins with http:// or https://")]
    NoAddress,
    #[error("names a host that is not known; look at the spelling, and whether you are online")]
    UnknownHost,
    #[error("names a host that could not be reached; look whether you are online, or try again later ({0})")]
    Unreachable(String),
    #[error("did not answer within {} s; try again later", whole_secs(.0))]
    TooSlow(Duration),
    #[error(
        "is not who it says it is, or speaks no TLS that is safe: {0}; look at this machine's clock and certificates"
    )]
    Untrusted(String),
    #[error("names a server that does not speak TLS there; try the address with http:// instead of https://")]
    NoTls,
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
    #[error(
        "was asked for through the proxy `{proxy}`, which gave no connection: {problem}; look at HTTP_PROXY, HTTPS_PROXY and ALL_PROXY"
    )]
    Proxy { proxy: String, problem: String },
    #[error("was given up")]
    Cancelled,
    #[error("gave an answer that is no HTTP: {0}; look for another address of it")]
    NoHttp(String),
}

/// Bounds are whole seconds but in tests, which are never told to have waited for nothing.
fn whole_secs(limit: &Duration) -> u64 {
    limit.as_secs().max(1)
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

    /// What a failure of the client means, which was given `limits`.
    pub(super) fn of(error: ureq::Error, limits: &Limits) -> Reason {
        match error {
            ureq::Error::Timeout(ureq::Timeout::Connect) => {
                Reason::Unreachable(format!("no connection within {} s", whole_secs(&limits.connect)))
            }
            ureq::Error::Timeout(ureq::Timeout::RecvResponse | ureq::Timeout::PerRead) => {
                Reason::TooSlow(limits.silence)
            }
            // No other has a limit of its own.
            ureq::Error::Timeout(_) => Reason::TooSlow(limits.whole),
            ureq::Error::HostNotFound => Reason::UnknownHost,
            ureq::Error::ConnectionFailed => Reason::Unreachable("no connection".to_owned()),
            ureq::Error::Io(error) => Reason::of_io(error, limits),
            ureq::Error::ConnectProxyFailed(problem) => Reason::Unreachable(problem),
            ureq::Error::Tls(reason) => Reason::Untrusted(reason.to_owned()),
            ureq::Error::Rustls(reason) => Reason::Untrusted(reason.to_string()),
            other => Reason::NoHttp(other.to_string()),
        }
    }

    /// What the same means where the connection was to be made by `proxy`.
    pub(super) fn through(self, proxy: Option<&str>) -> Reason {
        let problem = match (proxy, &self) {
            (Some(_), Reason::Unreachable(problem)) => problem.clone(),
            // Its own, or with some kinds of proxies that of the address.
            (Some(_), Reason::UnknownHost) => "the host is not known".to_owned(),
            _ => return self,
        };
        Reason::Proxy { proxy: proxy.unwrap_or_default().to_owned(), problem }
    }

    /// What it means for a page that it happened to robots.txt of its host: the same, where the host is not to be had at all.
    pub(super) fn of_robots(&self) -> Reason {
        use Reason::{NoTls, Proxy, UnknownHost, Unreachable, Untrusted};
        match self {
            NoTls | Proxy { .. } | UnknownHost | Unreachable(_) | Untrusted(_) => self.clone(),
            _ => Reason::NoRobots(self.to_string()),
        }
    }

    /// What a failure means that came to light while the answer was read.
    pub(super) fn of_io(error: io::Error, limits: &Limits) -> Reason {
        if error.get_ref().is_some_and(|inner| inner.is::<ureq::Error>()) {
            return match error.downcast::<ureq::Error>() {
                Ok(inner) => Reason::of(inner, limits),
                Err(error) => Reason::CutShort(error.to_string()),
            };
        }
        let in_tls = error.get_ref().map(|inner| inner.to_string()).filter(|text| text.contains("certificate"));
        match (error.kind(), in_tls) {
            (_, Some(reason)) => Reason::Untrusted(reason),
            // What answers in plain HTTP begins with a letter, which is no kind of message in TLS.
            _ if error.to_string().ends_with("InvalidContentType") => Reason::NoTls,
            // The standard library has no kind for it.
            _ if error.to_string().starts_with("failed to lookup address") => Reason::UnknownHost,
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

    const LIMITS: Limits =
        Limits { connect: Duration::from_secs(10), silence: Duration::from_secs(20), whole: Duration::from_secs(59) };

    #[test]
    fn the_limit_that_struck_is_told_in_whole_seconds() {
        use ureq::Timeout::{Connect, Global, PerRead, RecvResponse};
        for (timeout, expected) in [
            (Connect, "no connection within 10 s"),
            (RecvResponse, "did not answer within 20 s;"),
            (PerRead, "did not answer within 20 s;"),
            (Global, "did not answer within 59 s;"),
        ] {
            let told = Reason::of(ureq::Error::Timeout(timeout), &LIMITS).to_string();
            assert!(told.contains(expected), "{timeout:?}: {told}");
            // What comes to light while the body is read is wrapped.
            let wrapped = Reason::of_io(ureq::Error::Timeout(timeout).into_io(), &LIMITS).to_string();
            assert_eq!(wrapped, told);
        }
    }

    #[test]
    fn a_failure_of_the_system_is_told_by_what_it_means() {
        let of = |kind, text: &str| Reason::of_io(io::Error::new(kind, text.to_owned()), &LIMITS);
        let lookup = of(io::ErrorKind::Other, "failed to lookup address information: Name or service not known");
        assert!(matches!(lookup, Reason::UnknownHost), "{lookup}");
        let expired = of(io::ErrorKind::InvalidData, "invalid peer certificate: Expired");
        assert!(matches!(expired, Reason::Untrusted(_)), "{expired}");
        let plain = of(io::ErrorKind::InvalidData, "received corrupt message of type InvalidContentType");
        assert!(matches!(plain, Reason::NoTls), "{plain}");
        // The system's own patience is none of our limits.
        let late = of(io::ErrorKind::TimedOut, "timed out");
        assert!(matches!(late, Reason::Unreachable(_)), "{late}");
        let wrapped = Reason::of_io(ureq::Error::HostNotFound.into_io(), &LIMITS);
        assert!(matches!(wrapped, Reason::UnknownHost), "{wrapped}");
    }
}
