//! Addresses: absolute, and of a kind that a reader may be led to.

use url::Url;

/// The longest that is kept; what is longer is a program or a picture.
const MOST_BYTES: usize = 4_000;

/// What addresses of a page are relative to.
#[derive(Clone, Debug, Default)]
pub(super) struct Base(Option<Url>);

impl Base {
    /// The base of a page that came from `address` and says itself that its addresses are relative to `told`.
    pub(super) fn new(address: Option<&str>, told: Option<&str>) -> Base {
        let own = address.and_then(|address| Url::parse(address).ok());
        let told = told.and_then(|told| match &own {
            Some(own) => own.join(told).ok(),
            None => Url::parse(told).ok(),
        });
        Base(told.or(own))
    }

    /// `written` as an absolute address, if it leads to a page or a mailbox.
    pub(super) fn resolve(&self, written: &str) -> Option<String> {
        let written = written.trim();
        if written.is_empty() || written.starts_with('#') || written.len() > MOST_BYTES {
            return None;
        }
        let url = match &self.0 {
            Some(base) => base.join(written).ok()?,
            None => Url::parse(written).ok()?,
        };
        let leads = match url.scheme() {
            "http" | "https" => url.host_str().is_some(),
            scheme => scheme == "mailto",
        };
        // Names and passwords in an address only serve to make it look like another.
        let is_plain = url.username().is_empty() && url.password().is_none();
        (leads && is_plain).then(|| url.into())
    }

    /// `written` as the address of a page.
    pub(super) fn page(&self, written: &str) -> Option<String> {
        self.resolve(written).filter(|address| address.starts_with("http"))
    }

    pub(super) fn host(&self) -> Option<String> {
        self.0.as_ref().and_then(Url::host_str).map(without_www)
    }

    /// Whether both addresses are of the same page but for what is asked of it and the place in it.
    pub(super) fn is_same_page(&self, address: &str) -> bool {
        let other = Url::parse(address).ok();
        self.0.as_ref().zip(other).is_some_and(|(own, other)| own.host() == other.host() && own.path() == other.path())
    }
}

/// The host of an absolute address, without `www.` and the like.
pub(super) fn host(address: &str) -> Option<String> {
    Url::parse(address).ok()?.host_str().map(without_www)
}

fn without_www(host: &str) -> String {
    ["www.", "amp.", "m."].iter().find_map(|front| host.strip_prefix(front)).unwrap_or(host).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_and_mailboxes_are_led_to() {
        let base = Base::new(Some("https://www.warta.example/a/b.html?page=2"), None);
        let cases = [
            ("c.html", Some("https://www.warta.example/a/c.html")),
            ("//x.example/y z", Some("https://x.example/y%20z")),
            ("?page=3", Some("https://www.warta.example/a/b.html?page=3")),
            (" mailto:redaksi@warta.example ", Some("mailto:redaksi@warta.example")),
            ("#atas", None),
            ("javascript:alert(1)", None),
            ("JavaScript:alert(1)", None),
            ("java\nscript:alert(1)", None),
            ("data:text/html,x", None),
            ("file:///etc/passwd", None),
            ("https://bank.example@evil.example/", None),
            ("", None),
        ];
        for (written, expected) in cases {
            assert_eq!(base.resolve(written).as_deref(), expected, "{written:?}");
        }
        assert_eq!(Base::default().resolve("c.html"), None);
        assert_eq!(base.host().as_deref(), Some("warta.example"));
    }
}
