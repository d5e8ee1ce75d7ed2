//! One request and its answer, by the HTTP client; nothing is followed.

use std::io::Read;
use std::time::Duration;

use jiff::Timestamp;
use ureq::http::header::{
    CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderMap, HeaderName, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED,
    LOCATION, RETRY_AFTER,
};
use ureq::http::{HeaderValue, Response};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body, Proxy};
use url::Url;

use super::error::Limits;
use super::{Answer, Content, ContentType, Reason, Settings, Validators, decode, retry, without_fragment};

/// What we can make something of, the best first.
const ACCEPT: &str = "application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.9, \
    application/xhtml+xml;q=0.9, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5";

/// One way out for each proxy.
pub(super) struct Client {
    direct: Way,
    http: Result<Option<Way>, Reason>,
    https: Result<Option<Way>, Reason>,
    settings: Settings,
}

struct Way {
    agent: Agent,
    /// Host and port; who may use it is nobody's to see.
    proxy: Option<String>,
}

/// What one request came to.
pub(super) enum Exchange {
    /// Its address and where it moved to are left open.
    Answer(Answer),
    Redirect {
        to: String,
        permanent: bool,
    },
}

impl Client {
    pub(super) fn new(settings: &Settings) -> Client {
        let through = |proxy: &Option<String>| match proxy {
            None => Ok(None),
            Some(address) => match Proxy::new(address) {
                Ok(proxy) => {
                    let name = format!("{}:{}", proxy.host(), proxy.port());
                    Ok(Some(Way { agent: agent(settings, Some(proxy)), proxy: Some(name) }))
                }
                Err(_) => Err(Reason::Proxy {
                    proxy: address.rsplit('@').next().unwrap_or_default().to_owned(),
                    problem: "that is no address of a proxy".to_owned(),
                }),
            },
        };
        Client {
            direct: Way { agent: agent(settings, None), proxy: None },
            http: through(&settings.proxies.http),
            https: through(&settings.proxies.https),
            settings: settings.clone(),
        }
    }

    /// Breaks all connections; there will be no more.
    pub(super) fn shut_down(&self) {
        let through = [&self.http, &self.https].into_iter().flatten().flatten();
        [&self.direct].into_iter().chain(through).for_each(|way| way.agent.clone().shutdown());
    }

    /// Asks for `address` and reads the answer within `allowed`.
    pub(super) fn exchange(&self, address: &Url, known: &Validators, allowed: Duration) -> Result<Exchange, Reason> {
        let Settings { connect, silence, .. } = self.settings;
        let limits = Limits { connect, silence, whole: allowed };
        let way = self.way(address)?;
        let mut request = way.agent.get(without_fragment(address.clone()).as_str());
        for (name, value) in [(IF_NONE_MATCH, &known.etag), (IF_MODIFIED_SINCE, &known.last_modified)] {
            // A value that cannot be sent back is not known.
            let value = value.as_ref().and_then(|value| HeaderValue::from_bytes(value.as_bytes()).ok());
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        let request = request.config().timeout_global(Some(allowed)).build();
        let response = request.call().map_err(|error| Reason::of(error, &limits).through(way.proxy.as_deref()))?;
        self.read(response, known, &limits)
    }

    fn way(&self, address: &Url) -> Result<&Way, Reason> {
        let proxied = if address.scheme() == "https" { &self.https } else { &self.http };
        match proxied {
            _ if self.settings.proxies.excepts(address) => Ok(&self.direct),
            Ok(way) => Ok(way.as_ref().unwrap_or(&self.direct)),
            Err(reason) => Err(reason.clone()),
        }
    }

    fn read(&self, response: Response<Body>, known: &Validators, limits: &Limits) -> Result<Exchange, Reason> {
        let status = response.status().as_u16();
        let text = |name: &HeaderName| header(response.headers(), name);
        match status {
            200..=299 => {}
            304 => {
                // A host need not repeat them.
                let etag = text(&ETAG).or_else(|| known.etag.clone());
                let last_modified = text(&LAST_MODIFIED).or_else(|| known.last_modified.clone());
                return Ok(Exchange::Answer(answer(Validators { etag, last_modified }, Content::NotModified)));
            }
            301 | 302 | 303 | 307 | 308 => {
                let to = text(&LOCATION).ok_or(Reason::Failed { status })?;
                return Ok(Exchange::Redirect { to, permanent: matches!(status, 301 | 308) });
            }
            401 | 402 | 403 | 407 | 451 => return Err(Reason::Forbidden { status }),
            404 => return Err(Reason::Missing),
            410 => return Err(Reason::Gone),
            429 | 503 => {
                let until = text(&RETRY_AFTER).and_then(|value| retry::parse(&value, Timestamp::now()));
                return Err(Reason::Busy(until));
            }
            _ => return Err(Reason::Failed { status }),
        }
        let validators = Validators { etag: text(&ETAG), last_modified: text(&LAST_MODIFIED) };
        let content_type = ContentType::parse(&text(&CONTENT_TYPE).unwrap_or_default());
        let encodings: Vec<&str> =
            response.headers().get_all(CONTENT_ENCODING).iter().filter_map(|value| value.to_str().ok()).collect();
        let encodings = encodings.join(",");
        let received = self.receive(response.into_body(), limits)?;
        let bytes = decode::decode(received, &encodings, self.settings.decoded_bytes)?;
        Ok(Exchange::Answer(answer(validators, Content::Fresh { content_type, bytes })))
    }

    fn receive(&self, mut body: Body, limits: &Limits) -> Result<Vec<u8>, Reason> {
        let limit_bytes = self.settings.received_bytes;
        if body.content_length().is_some_and(|told| told > limit_bytes) {
            return Err(Reason::TooLarge { limit_bytes });
        }
        let mut bytes = Vec::new();
        let read = body.as_reader().take(limit_bytes + 1).read_to_end(&mut bytes);
        read.map_err(|error| Reason::of_io(error, limits))?;
        if bytes.len() as u64 > limit_bytes {
            return Err(Reason::TooLarge { limit_bytes });
        }
        Ok(bytes)
    }
}

fn answer(validators: Validators, content: Content) -> Answer {
    Answer { address: String::new(), moved: None, validators, content }
}

/// The value as it was sent; one that is no UTF-8 counts as none.
fn header(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    headers.get(name).and_then(|value| String::from_utf8(value.as_bytes().to_vec()).ok())
}

fn agent(settings: &Settings, proxy: Option<Proxy>) -> Agent {
    let roots = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
    Agent::config_builder()
        .tls_config(roots)
        .proxy(proxy)
        .user_agent(&settings.user_agent)
        .accept(ACCEPT)
        .accept_encoding(decode::ACCEPTED)
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        // A connection whose host lied about the length of an answer must not be used again.
        .max_idle_connections(0)
        .timeout_connect(Some(settings.connect))
        .timeout_recv_response(Some(settings.silence))
        .timeout_per_read(Some(settings.silence))
        .build()
        .into()
}
