//! What is taken out of a page before it is parsed, so that no page takes more time or stack than one of news needs.
//!
//! The parser and the library behind it take time by the square of how deep elements lie in each other, of how many
//! attributes one has, and of how many `<b>` were never closed (measured: 220 kB of nested elements took 75 s). Here the
//! tags beyond what any article has are left out and their text is kept; scripts and the like go with all that is in them.

use rustc_hash::{FxHashMap, FxHashSet};

use super::tag::{Tag, after, comment_end};

/// Elements within each other. Pages of news have 20 to 60.
const MOST_DEPTH: usize = 100;
/// Tables within each other; each has three more elements in it.
const MOST_TABLES: usize = 12;
/// Elements of letters (`<b>`) that are open, because each is opened anew in every paragraph behind it. They tell nothing
/// that is kept, so that few are enough.
const MOST_LETTERS_OPEN: usize = 3;
const MOST_ATTRIBUTES: usize = 100;
/// A longer tag holds a picture or a program; it loses its attributes.
const MOST_TAG_BYTES: usize = 32_000;
/// Elements of one page. Those of news have 1,000 to 10,000.
pub(super) const MOST_ELEMENTS: usize = 50_000;

/// Left out with all that is in them.
const DROPPED: [&str; 10] =
    ["style", "iframe", "noembed", "noframes", "noscript", "xmp", "textarea", "svg", "select", "plaintext"];
/// Closed by the parser itself when the next one comes, so that they cannot lie ever deeper without another.
const SELF_CLOSING: [&str; 38] = [
    "a", "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup", "option", "rt",
    "rp", "html", "head", "body", "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr", "image", "frame", "nobr", "form", "title",
];
const LETTERS: [&str; 12] = ["b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"];

/// `html` without what no article needs; `None` where it has more elements than a page can have.
pub(super) fn prune(html: &str) -> Option<String> {
    let mut pruner = Pruner { out: String::with_capacity(html.len()), ..Pruner::default() };
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        pruner.out.push_str(&rest[..at]);
        rest = pruner.markup(&rest[at..]);
        if pruner.elements > MOST_ELEMENTS {
            return None;
        }
    }
    pruner.out.push_str(rest);
    Some(pruner.out)
}

#[derive(Default)]
struct Pruner {
    out: String,
    elements: usize,
    /// Elements that are open, by name.
    open: Vec<String>,
    /// Open elements of letters; the parser keeps them open beyond the end of what they stand in.
    letters: FxHashMap<String, usize>,
    letters_open: usize,
    /// Tags that were left out and whose end is still to come.
    left_out: FxHashMap<String, usize>,
    /// For each template that is open, whether it is shown: the inside of an element of the page's own making.
    templates: Vec<bool>,
    /// Names of which no end tag comes any more, so that it is not looked for again and again.
    endless: FxHashSet<String>,
}

impl Pruner {
    /// Deals with the tag or comment that `rest` begins with; returns what is left.
    fn markup<'a>(&mut self, rest: &'a str) -> &'a str {
        match rest.as_bytes().get(1) {
            Some(b'!') if rest.starts_with("<!--") => comment_end(rest),
            Some(b'!' | b'?') => after(rest, '>'),
            Some(b'/') => self.end_tag(rest),
            Some(byte) if byte.is_ascii_alphabetic() => self.start_tag(rest),
            _ => {
                self.out.push_str("&lt;");
                &rest[1..]
            }
        }
    }

    fn start_tag<'a>(&mut self, rest: &'a str) -> &'a str {
        let Some(tag) = Tag::of(rest) else { return "" };
        let name = tag.name();
        self.elements += 1;
        if name == "script" {
            return self.script(&tag, rest);
        }
        if DROPPED.contains(&name.as_str()) {
            // A picture may be closed at once; nothing else of these can.
            let closed = name == "svg" && tag.whole.ends_with("/>");
            return if closed { tag.rest } else { self.without_content(&name, tag.rest) };
        }
        if name == "template" {
            self.templates.push(tag.whole.to_ascii_lowercase().contains("shadowrootmode"));
        }
        let is_shown = name == "template" && self.templates.last() == Some(&true);
        // Browsers show what is in it in the place of the element around; to the parser it would be a page of its own.
        let name = if is_shown { "div".to_owned() } else { name };
        if !self.enter(&name) {
            *self.left_out.entry(name).or_default() += 1;
        } else if is_shown || tag.attributes > MOST_ATTRIBUTES || tag.whole.len() > MOST_TAG_BYTES {
            self.out.extend(["<", &name, ">"]);
        } else {
            self.out.push_str(tag.whole);
        }
        tag.rest
    }

    /// Counts an element that begins; says whether it may.
    fn enter(&mut self, name: &str) -> bool {
        if SELF_CLOSING.contains(&name) {
            return true;
        }
        let is_full = name == "table" && self.open.iter().filter(|open| *open == "table").count() >= MOST_TABLES;
        if is_full || self.open.len() >= MOST_DEPTH {
            return false;
        }
        if LETTERS.contains(&name) {
            if self.letters_open >= MOST_LETTERS_OPEN {
                return false;
            }
            self.letters_open += 1;
            *self.letters.entry(name.to_owned()).or_default() += 1;
        }
        self.open.push(name.to_owned());
        true
    }

    fn end_tag<'a>(&mut self, rest: &'a str) -> &'a str {
        let Some(tag) = Tag::of(rest) else { return "" };
        let mut name = tag.name();
        if name == "template" && self.templates.pop() == Some(true) {
            "div".clone_into(&mut name);
        }
        match self.left_out.get_mut(&name) {
            Some(count) if *count > 0 => *count -= 1,
            _ => {
                if self.leave(&name) {
                    self.out.extend(["</", &name, ">"]);
                }
            }
        }
        tag.rest
    }

    /// Counts an element that ends; says whether it had begun.
    fn leave(&mut self, name: &str) -> bool {
        if SELF_CLOSING.contains(&name) {
            return true;
        }
        let place = self.open.iter().rposition(|open| open == name);
        if let Some(count) = self.letters.get_mut(name).filter(|count| **count > 0) {
            *count -= 1;
            self.letters_open -= 1;
            place.map(|at| self.open.remove(at));
            return true;
        }
        if let Some(at) = place {
            self.open.truncate(at);
        }
        place.is_some()
    }

    /// Facts for search engines are kept, programs are not.
    fn script<'a>(&mut self, tag: &Tag<'a>, rest: &'a str) -> &'a str {
        let behind = self.without_content("script", tag.rest);
        if tag.whole.to_ascii_lowercase().contains("ld+json") {
            self.out.push_str(&rest[..rest.len() - behind.len()]);
        }
        behind
    }

    /// What is behind the end of the element `name`, whose start tag `rest` follows; `rest` itself where it does not end.
    fn without_content<'a>(&mut self, name: &str, rest: &'a str) -> &'a str {
        if self.endless.contains(name) {
            return rest;
        }
        let end = rest.match_indices("</").find(|&(at, _)| {
            let tail = &rest.as_bytes()[at + 2..];
            tail.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name.as_bytes()))
                && tail.get(name.len()).is_none_or(|byte| !byte.is_ascii_alphanumeric())
        });
        match end {
            Some((at, _)) => after(&rest[at..], '>'),
            None => {
                self.endless.insert(name.to_owned());
                // A program that does not end is one that was cut off, and everything behind is part of it.
                if name == "script" || name == "style" { "" } else { rest }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(prune(html).as_deref(), Some(expected));
    }

    #[test]
    fn programs_and_comments_go_and_text_stays() {
        check("<p>a<script>if (1 < 2) '</p>'</SCRIPT >b<!-- c --></p>", "<p>ab</p>");
        check("a<style>p{}</style>b<svg/>c<svg><path/></svg>d<noscript><img></noscript>", "abcd");
        check("1 < 2 <3 &lt; 4", "1 &lt; 2 &lt;3 &lt; 4");
        check("<script type='application/ld+json'>{}</script>x", "<script type='application/ld+json'>{}</script>x");
        check("<P CLASS='a>b'>x</P><a href=x>y</a>", "<P CLASS='a>b'>x</p><a href=x>y</a>");
        check("a<svg>b<script>c", "ab");
        check("a<p title=\"b", "a");
        check("</div>a</p>b", "a</p>b");
        check("<x-a><template shadowrootmode=open><p>a</p></template></x-a>", "<x-a><div><p>a</p></div></x-a>");
        check("<template>a<template shadowrootmode=open>b</template></template>", "<template>a<div>b</div></template>");
    }

    #[test]
    fn what_is_too_deep_loses_its_tags() {
        let deep = prune(&["<div>".repeat(40_000), "teks".to_owned()].concat());
        assert_eq!(deep.map(|it| it.matches("<div>").count()), Some(MOST_DEPTH));
        let balanced = [&"<div>".repeat(5000), "teks", &"</div>".repeat(5000)].concat();
        let pruned = prune(&balanced).unwrap();
        assert_eq!(pruned.matches("<div>").count(), pruned.matches("</div>").count());
        // End tags that close nothing do not make room for more.
        let hidden = prune(&"<div></section>".repeat(1000)).unwrap();
        assert_eq!(hidden.matches("<div>").count(), MOST_DEPTH);
        let letters: String = (0..5000).map(|n| format!("<div><b id={n}>x</div><p>")).collect();
        assert_eq!(prune(&letters).unwrap().matches("<b ").count(), MOST_LETTERS_OPEN);
    }

    #[test]
    fn tags_with_too_much_in_them_lose_it() {
        let many: String = (0..1000).map(|n| format!(" a{n}=1")).collect();
        check(&format!("<p{many}>x</p>"), "<p>x</p>");
        check(&format!("<p title='{}'>x</p>", "y".repeat(100_000)), "<p>x</p>");
        assert_eq!(prune(&"<br>".repeat(MOST_ELEMENTS + 1)), None);
    }
}
