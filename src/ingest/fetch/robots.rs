//! robots.txt: what programs may fetch of a host, and how slowly.
//!
//! Source: RFC 9309; `Crawl-delay` is no part of it, but many hosts use it.

use std::time::Duration;

use url::Url;

use super::Reason;

/// More than this is not read. Source: RFC 9309, section 2.5, asks for 500 KiB at least.
const MOST_BYTES: usize = 512 * 1024;

/// No host is asked less often than this, whatever it says.
const LONGEST_DELAY: Duration = Duration::from_secs(60);

/// The rules of one host for this program.
#[derive(Clone, Debug, Default)]
pub(super) struct Robots {
    rules: Vec<Rule>,
    delay: Option<Duration>,
    /// Why the rules are not known; nothing may be fetched then.
    unknown: Option<Reason>,
}

#[derive(Clone, Debug)]
struct Rule {
    pattern: String,
    allows: bool,
}

impl Robots {
    pub(super) fn everything() -> Robots {
        Robots::default()
    }

    /// What holds where robots.txt could not be fetched.
    ///
    /// Source: RFC 9309, sections 2.3.1.3 and 2.3.1.4: what is not there forbids nothing, what may be there forbids everything.
    pub(super) fn without_file(reason: &Reason) -> Robots {
        match reason {
            Reason::Missing | Reason::Gone | Reason::Forbidden { .. } | Reason::TooManyRedirects { .. } => {
                Robots::everything()
            }
            Reason::Failed { status } if (400..500).contains(status) => Robots::everything(),
            other => Robots { unknown: Some(other.clone()), ..Robots::default() },
        }
    }

    /// The rules in `file` for `user_agent`, which is a name and a version: those for its name, else those for `*`.
    pub(super) fn parse(file: &[u8], user_agent: &str) -> Robots {
        let name = user_agent.split('/').next().unwrap_or(user_agent).to_ascii_lowercase();
        let text = String::from_utf8_lossy(&file[..file.len().min(MOST_BYTES)]);
        let groups = groups(text.trim_start_matches('\u{FEFF}'));
        let of = |name: &str| {
            let mut found = groups.iter().filter(|group| group.agents.iter().any(|agent| agent == name)).peekable();
            found.peek()?;
            let (mut rules, mut delay) = (Vec::new(), None);
            for group in found {
                rules.extend(group.rules.iter().cloned());
                delay = delay.max(group.delay);
            }
            Some(Robots { rules, delay, unknown: None })
        };
        of(&name).or_else(|| of("*")).unwrap_or_default()
    }

    /// Whether it could not be had, for now.
    pub(super) fn is_unknown(&self) -> bool {
        self.unknown.is_some()
    }

    /// The pause that the host wants, but `usual` at least, if `address` may be fetched.
    pub(super) fn check(&self, address: &Url, usual: Duration) -> Result<Duration, Reason> {
        if let Some(reason) = &self.unknown {
            return Err(reason.of_robots());
        }
        if !self.allows(&address[url::Position::BeforePath..url::Position::AfterQuery]) {
            return Err(Reason::Disallowed);
        }
        Ok(self.delay.unwrap_or_default().max(usual))
    }

    /// The longest pattern that fits decides; of two alike the one that allows.
    fn allows(&self, path: &str) -> bool {
        let fitting = self.rules.iter().filter(|rule| fits(&rule.pattern, path));
        fitting.max_by_key(|rule| (rule.pattern.len(), rule.allows)).is_none_or(|rule| rule.allows)
    }
}

/// Rules under the names of those they are for.
#[derive(Debug, Default)]
struct Group {
    agents: Vec<String>,
    rules: Vec<Rule>,
    delay: Option<Duration>,
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut names_go_on = false;
    for line in text.split(['\n', '\r']) {
        let Some((key, value)) = line.split('#').next().and_then(|line| line.split_once(':')) else { continue };
        let (key, value) = (key.trim().to_ascii_lowercase(), value.trim());
        if key == "user-agent" {
            if !names_go_on {
                groups.push(Group::default());
            }
            names_go_on = true;
            let name = value.split('/').next().unwrap_or(value).to_ascii_lowercase();
            groups.last_mut().into_iter().for_each(|group| group.agents.push(name.clone()));
            continue;
        }
        let Some(group) = groups.last_mut() else { continue };
        match key.as_str() {
            "allow" | "disallow" => {
                // An empty one says nothing.
                if !value.is_empty() {
                    group.rules.push(Rule { pattern: value.to_owned(), allows: key == "allow" });
                }
            }
            "crawl-delay" => {
                let seconds = value.parse::<f64>().ok().filter(|seconds| seconds.is_finite() && *seconds >= 0.0);
                group.delay = seconds.map(|seconds| Duration::from_secs_f64(seconds.min(60.0)).min(LONGEST_DELAY));
            }
            // Others, `Sitemap` above all, stand anywhere and end no list of names.
            _ => continue,
        }
        names_go_on = false;
    }
    groups
}

/// Whether `path` begins as `pattern` says: `*` is anything, `$` at its end the end.
///
/// Time grows with the product of both lengths at worst: the last `*` alone is ever tried again.
fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, to_end) = match pattern.strip_suffix('$') {
        Some(pattern) => (pattern, true),
        None => (pattern, false),
    };
    let mut pieces = pattern.split('*');
    let Some(mut rest) = path.strip_prefix(pieces.next().unwrap_or_default()) else { return false };
    let pieces: Vec<&str> = pieces.collect();
    let Some((last, between)) = pieces.split_last() else { return !to_end || rest.is_empty() };
    for piece in between {
        let Some(at) = rest.find(piece) else { return false };
        rest = &rest[at + piece.len()..];
    }
    if to_end { rest.ends_with(last) } else { rest.contains(last) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(robots: &str, path: &str, allowed: bool) {
        let address = Url::parse("https://berita.example/").unwrap().join(path).unwrap();
        let found = Robots::parse(robots.as_bytes(), "linimasa/1.0").check(&address, Duration::ZERO);
        assert_eq!(found.is_ok(), allowed, "{robots:?} {path}");
    }

    #[test]
    fn the_longest_rule_of_the_right_group_decides() {
        for (robots, path, allowed) in [
            ("", "/a", true),
            ("User-agent: *\nDisallow: /", "/a", false),
            ("User-agent: *\nDisallow:", "/a", true),
            ("user-agent: *\ndisallow: /private/ # not this\n", "/private/a", false),
            ("User-agent: *\nDisallow: /private/", "/privat", true),
            ("User-agent: *\nDisallow: /\nAllow: /read/", "/read/1", true),
            ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true),
            ("User-agent: *\nDisallow: /*?page=", "/x?page=2", false),
            ("User-agent: *\nDisallow: /*.pdf$", "/x.pdf", false),
            ("User-agent: *\nDisallow: /*.pdf$", "/x.pdf?a", true),
            ("User-agent: *\nDisallow: /a*b*c", "/a1b2c3", false),
            ("User-agent: Linimasa/2\nDisallow: /x\n\nUser-agent: *\nDisallow: /", "/y", true),
            ("User-agent: *\nDisallow: /\n\nUser-agent: linimasa\nAllow: /", "/y", true),
            ("User-agent: other\nUser-agent: linimasa\nDisallow: /", "/y", false),
            ("User-agent: other\nSitemap: x\nUser-agent: linimasa\nDisallow: /", "/y", false),
            ("User-agent: linimasa\nDisallow: /a\n\nUser-agent: linimasa\nDisallow: /b", "/b", false),
            ("Disallow: /\n<html>nonsense", "/y", true),
        ] {
            check(robots, path, allowed);
        }
    }

    #[test]
    fn a_delay_is_kept_within_reason() {
        let address = Url::parse("https://berita.example/").unwrap();
        for (delay, seconds) in [("2", 2.0), ("0.5", 1.0), ("9999", 60.0), ("-3", 1.0), ("NaN", 1.0), ("soon", 1.0)] {
            let robots = Robots::parse(format!("User-agent: *\nCrawl-delay: {delay}").as_bytes(), "linimasa/1");
            let found = robots.check(&address, Duration::from_secs(1)).unwrap();
            assert_eq!(found, Duration::from_secs_f64(seconds), "{delay}");
        }
    }

    #[test]
    fn what_is_missing_allows_and_what_fails_forbids() {
        let address = Url::parse("https://berita.example/").unwrap();
        for (reason, allowed) in [
            (Reason::Missing, true),
            (Reason::Forbidden { status: 403 }, true),
            (Reason::Failed { status: 418 }, true),
            (Reason::Failed { status: 500 }, false),
            (Reason::Busy(None), false),
            (Reason::UnknownHost, false),
        ] {
            let found = Robots::without_file(&reason).check(&address, Duration::ZERO);
            assert_eq!(found.is_ok(), allowed, "{reason}");
        }
    }
}
