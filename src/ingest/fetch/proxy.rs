//! Which proxy an address is asked through: the variables that curl and others read.

use std::env;

use url::Url;

/// The proxies for each scheme, and the hosts that need none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies {
    pub http: Option<String>,
    pub https: Option<String>,
    /// As in `NO_PROXY`: names and addresses with commas between; `*` is all of them.
    pub except: String,
}

impl Proxies {
    /// As `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` tell, in capitals or not.
    pub fn from_environment() -> Proxies {
        let value = |name: &str| {
            let told = |name: String| env::var(name).ok().filter(|value| !value.trim().is_empty());
            told(name.to_lowercase()).or_else(|| told(name.to_owned()))
        };
        let all = value("ALL_PROXY");
        Proxies {
            http: value("HTTP_PROXY").or_else(|| all.clone()),
            https: value("HTTPS_PROXY").or(all),
            except: value("NO_PROXY").unwrap_or_default(),
        }
    }

    /// Whether `address` is asked directly although there is a proxy.
    pub(super) fn excepts(&self, address: &Url) -> bool {
        let host = address.host_str().unwrap_or_default().trim_matches(['[', ']']).to_ascii_lowercase();
        let port = address.port_or_known_default();
        self.except.split([',', ' ']).map(str::trim).filter(|entry| !entry.is_empty()).any(|entry| {
            let (name, only_port) = match entry.rsplit_once(':') {
                Some((name, digits)) if !name.contains(':') => (name, digits.parse::<u16>().ok()),
                _ => (entry, None),
            };
            let name = name.trim_start_matches("*.").trim_start_matches('.').to_ascii_lowercase();
            let below = |name: &str| host.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
            entry == "*" || (below(&name) && (only_port.is_none() || only_port == port))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_excepts_all_below_it() {
        for (except, address, expected) in [
            ("", "http://a.example/", false),
            ("*", "http://a.example/", true),
            ("a.example", "http://a.example/x", true),
            ("a.example", "http://b.a.example/", true),
            (".a.example, b.example", "http://b.example/", true),
            ("*.a.example", "http://b.a.example/", true),
            ("a.example", "http://aa.example/", false),
            ("127.0.0.1", "http://127.0.0.1:8080/", true),
            ("127.0.0.1:80", "http://127.0.0.1:8080/", false),
            ("A.example:8080", "http://a.example:8080/", true),
            ("::1", "http://[::1]/", true),
        ] {
            let proxies = Proxies { except: except.to_owned(), ..Proxies::default() };
            assert_eq!(proxies.excepts(&Url::parse(address).unwrap()), expected, "{except} {address}");
        }
    }
}
