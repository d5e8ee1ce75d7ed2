//! Addresses: absolute, of a kind that a reader may be led to, and the same for the same article.

use url::Url;

/// The longest that is kept; what is longer is a program or a picture.
const MOST_BYTES: usize = 4_000;

/// What addresses of a page or a feed are relative to.
#[derive(Clone, Debug, Default)]
pub(super) struct Base(Option<Url>);

/// The address whose page an archive keeps under `address`. Source: the Wayback Machine and those who follow it,
/// `https://web.archive.org/web/20250713083011/https://warta.example/a`, also with letters behind the time: `20250713083011if_`.
fn archived(address: &str) -> Option<&str> {
    const DIGITS: usize = 14;
    let (_, rest) = address.split_once("/web/")?;
    let (time, original) = rest.split_once('/')?;
    let is_time = time.len() >= DIGITS && time.bytes().take(DIGITS).all(|byte| byte.is_ascii_digit());
    (is_time && original.starts_with("http")).then_some(original)
}

impl Base {
    /// The base of what came from `address`.
    pub(super) fn new(address: Option<&str>) -> Base {
        Base(address.and_then(|address| Url::parse(address).ok()))
    }

    /// The base of what says itself that its addresses are relative to `told`, which may be relative to this one.
    pub(super) fn within(&self, told: Option<&str>) -> Base {
        let told = told.and_then(|told| self.join(told.trim()));
        Base(told.or_else(|| self.0.clone()))
    }

    fn join(&self, written: &str) -> Option<Url> {
        match &self.0 {
            Some(base) => base.join(written).ok(),
            None => Url::parse(written).ok(),
        }
    }

    /// `written` as an absolute address, if it leads to a page or a mailbox.
    pub(super) fn resolve(&self, written: &str) -> Option<String> {
        let written = written.trim();
        if written.is_empty() || written.starts_with('#') || written.len() > MOST_BYTES {
            return None;
        }
        let url = self.join(written)?;
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

    /// The same, of the page itself where `written` leads to what an archive of pages keeps of it.
    pub(super) fn original(&self, written: &str) -> Option<String> {
        self.page(archived(written).unwrap_or(written))
    }

    pub(super) fn host(&self) -> Option<String> {
        self.0.as_ref().and_then(Url::host_str).map(without_www)
    }

    /// Whether both are of one site: hosts that end alike.
    pub(super) fn is_same_site(&self, address: &str) -> bool {
        let site = |host: &str| host.rsplitn(3, '.').take(2).map(str::to_owned).collect::<Vec<_>>();
        self.host().zip(host(address)).is_some_and(|(own, other)| site(&own) == site(&other))
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

/// Marks that tell where a reader came from, and nothing of the article.
const NO_PART_OF_IT: &[&str] = &["fbclid", "gclid", "ocid", "cmpid"];

/// `address` without what others append to it to count their readers, and without a place within the page.
///
/// ```
/// use linimasa::ingest::address::canonical;
/// assert_eq!(canonical("https://a.example/x?utm_source=rss&id=7#top"), "https://a.example/x?id=7");
/// ```
pub fn canonical(address: &str) -> String {
    let address = address.split('#').next().unwrap_or(address);
    let Some((page, query)) = address.split_once('?') else { return address.to_owned() };
    let counts = |part: &&str| {
        let name = part.split('=').next().unwrap_or(part).to_ascii_lowercase();
        name.starts_with("utm_") || NO_PART_OF_IT.contains(&name.as_str())
    };
    let kept: Vec<&str> = query.split('&').filter(|part| !part.is_empty() && !counts(part)).collect();
    if kept.is_empty() { page.to_owned() } else { format!("{page}?{}", kept.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_and_mailboxes_are_led_to() {
        let base = Base::new(Some("https://www.warta.example/a/b.html?page=2"));
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

    #[test]
    fn a_base_may_lie_within_another() {
        let page = Base::new(Some("https://warta.example/a/b"));
        for (told, expected) in [
            (None, "https://warta.example/a/c"),
            (Some(" /d/ "), "https://warta.example/d/c"),
            (Some("https://lain.example/"), "https://lain.example/c"),
            (Some("//"), "https://warta.example/a/c"),
        ] {
            assert_eq!(page.within(told).page("c").as_deref(), Some(expected), "{told:?}");
        }
        assert_eq!(
            Base::default().within(Some("https://lain.example/")).page("c").as_deref(),
            Some("https://lain.example/c")
        );
    }
}
