//! The text of an article that stands in the data of a page's program, for pages whose elements come into being only when
//! that program runs (Next, Nuxt and their like).
//!
//! `script` finds values and texts in programs, `literal` reads those that are no JSON, `flight` those that React sends in rows, `flat` unfolds what is written flat,
//! `piece` sets lists of pieces as one text. Programs are not run.

mod flat;
mod flight;
mod literal;
mod piece;
mod script;

use serde_json::Value;

use super::head::folded;
use flight::Flight;
use piece::Store;
use script::Found;

/// How deep the data of programs within programs is gone into.
const MOST_DEPTH: usize = 3;

/// The text of several paragraphs in the scripts of `page` that stands nearest to its `title`, of those the longest; in the
/// language of pages.
pub(super) fn article(page: &str, title: Option<&str>) -> Option<String> {
    let mut search = Search { title: title.map(folded).unwrap_or_default(), best: (0, String::new()) };
    let mut flight = Flight::default();
    for content in script::contents(page) {
        search.script(content, &mut flight, 0);
    }
    flight.rows(|found| search.found(found, &mut Flight::default(), MOST_DEPTH));
    let (_, text) = search.best;
    (!text.is_empty()).then_some(text)
}

struct Search {
    /// The headline of the page, folded.
    title: String,
    /// The best text yet, behind how many things with that headline it lies in.
    best: (usize, String),
}

impl Search {
    fn script(&mut self, content: &str, flight: &mut Flight, depth: usize) {
        script::read(content, |found| self.found(found, flight, depth));
    }

    fn found(&mut self, found: Found, flight: &mut Flight, depth: usize) {
        match found {
            Found::Value(value) if depth == 0 && flight.takes(&value) => {}
            Found::Value(value) => {
                let value = flat::unfolded(&value).unwrap_or(value);
                self.value(&value, Store(&value), 0);
            }
            Found::Text(text) if text.starts_with(['{', '[']) && depth < MOST_DEPTH => {
                self.script(&text, flight, depth + 1);
            }
            Found::Text(text) => self.text(&text, 0),
        }
    }

    /// Looks through `value`, which lies in so many things that are `titled` like the page.
    fn value(&mut self, value: &Value, store: Store, titled: usize) {
        match value {
            Value::String(text) => self.text(text, titled),
            Value::Array(values) => {
                let pieces: Vec<String> = values.iter().filter_map(|it| store.piece(it)).collect();
                if pieces.len() > 1 {
                    self.take(pieces.concat(), titled);
                }
                values.iter().for_each(|value| self.value(value, store, titled));
            }
            Value::Object(fields) => {
                let is_titled =
                    !self.title.is_empty() && fields.values().filter_map(Value::as_str).any(|it| self.is_title(it));
                let titled = titled + usize::from(is_titled);
                fields.values().for_each(|value| self.value(value, store, titled));
            }
            _ => {}
        }
    }

    fn is_title(&self, text: &str) -> bool {
        text.len() <= 4 * self.title.len() && folded(text) == self.title
    }

    fn text(&mut self, text: &str, titled: usize) {
        if paragraphs(text) > 1 {
            self.take(text.to_owned(), titled);
        }
    }

    fn take(&mut self, text: String, titled: usize) {
        let (best, longest) = (self.best.0, self.best.1.len());
        if (titled, text.len()) > (best, longest) {
            self.best = (titled, text);
        }
    }
}

/// How many paragraphs are in a text that pages are written in.
fn paragraphs(text: &str) -> usize {
    text.matches("</p>").count() + text.matches("<br").count() / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, expected: Option<&str>) {
        assert_eq!(article(page, Some("Judul Berita")).as_deref(), expected, "{page}");
    }

    #[test]
    fn the_longest_text_is_found() {
        check(
            r#"<script id=a type="application/json">{"a":[{"isi":"<p>Satu.</p><p>Dua.</p>"}],"b":"<p>x</p>"}</script>"#,
            Some("<p>Satu.</p><p>Dua.</p>"),
        );
        check(
            r#"<script>window.__STATE__={"content_elements":[{"type":"text","content":"Satu."},{"type":"image","content":"x"},
                {"type":"text","content":"Dua."}]};</script>"#,
            Some("<p>Satu.</p><p>Dua.</p>"),
        );
        check(
            r#"<script>{"a":[{"content":[{"value":"Satu "},{"value":"kata."}]},{"content":[{"value":"Dua."}]}]}</script>"#,
            Some("<p>Satu kata.</p><p>Dua.</p>"),
        );
        check(r#"<script type="application/ld+json">{"a":"<p>Satu.</p><p>Dua.</p>"}</script><script>"#, None);
    }

    #[test]
    fn text_in_a_program_is_found_behind_other_data() {
        let text = Some("<p>Satu.</p><p>Dua.</p>");
        check(r#"<script>var a = {b: "\u003Cp>Satu.\x3c/p><p>Dua.<\/p>"}</script>"#, text);
        check(r#"<script>a={};b.c={"d":"<p>Satu.</p><p>Dua.</p>"};</script>"#, text);
        check(r#"<script>a=JSON.parse('{"d":"<p>Satu.</p><p>Dua.</p>"}')</script>"#, text);
        check(
            r#"<script>window.__NUXT__=(function(a,b){return {data:[{id:a,blocks:[{type:'text',text:"Satu."},{type:'text',text:"Dua.",x:b}]}]}}(1,"x"))</script>"#,
            text,
        );
        check(r#"<script>a="{\"d\":\"<p>Satu.</p><p>Dua.</p>\"}"</script>"#, text);
    }

    #[test]
    fn the_text_beside_the_headline_counts_more_than_a_longer_one() {
        check(
            r#"<script>{"a":{"t":"Judul berita","b":"<p>Satu.</p><p>Dua.</p>"},"c":"<p>Satu.</p><p>Dua.</p><p>Tiga.</p>"}</script>"#,
            Some("<p>Satu.</p><p>Dua.</p>"),
        );
    }

    #[test]
    fn rows_of_react_are_read_together() {
        check(
            r#"<script>self.__next_f.push([1,"1:[\"$\",\"div\",null,{\"children\":[[\"$\",\"h2\",null,{\"children\":\"Satu\"}],[\"$\",\"p\",null,{\"chil"])</script>
            <script>self.__next_f.push([1,"dren\":[\"Dua \",[\"$\",\"b\",null,{\"children\":\"kali\"}],\".\"]}]]}]\n"])</script>"#,
            Some("<h2>Satu</h2><p>Dua kali.</p>"),
        );
        check(
            r#"<script>self.__next_f.push([1,"2:T17,"])</script><script>self.__next_f.push([1,"<p>Satu.</p><p>Dua.</p>3:[\"$\",\"p\",null,{}]\n"])</script>"#,
            Some("<p>Satu.</p><p>Dua.</p>"),
        );
    }
}
