//! Letters over the links in view: whoever types those of one is shown its address, and what can be done with it.

use super::Layer;
use crate::app::App;
use crate::app::links::{self, Target};
use crate::app::msg::{Effect, Key, KeyCode};
use crate::app::words::phrase;

/// The letters in the order in which they are given out: first those under the fingers.
const LETTERS: &[u8; 26] = b"asdfghjklqwertyuiopzxcvbnm";

/// Links waiting for one of them to be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hinting {
    hints: Vec<Hint>,
    typed: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Hint {
    target: Target,
    /// Where its words begin in the text.
    offset: usize,
    letters: String,
}

impl Hinting {
    /// Letters for every link that begins in view; none where no link does.
    pub fn new(app: &App) -> Option<Hinting> {
        let reading = app.reading()?;
        let article = &reading.article;
        let rows = reading.rows(app.text_area());
        let view = rows.first()?.span.join(rows.last()?.span);
        let begins_in_view = |offset: usize| view.start <= offset && offset < view.end;
        let links = article.links.iter().enumerate().map(|(number, link)| (Target::Words(number), link.span.start));
        let links = links.filter(|&(target, offset)| begins_in_view(offset) && target.address(article).is_some());
        let links: Vec<(Target, usize)> = links.collect();
        let letters = |number| letters(number, links.len());
        let hint = |(number, &(target, offset))| Hint { target, offset, letters: letters(number) };
        let hints: Vec<Hint> = links.iter().enumerate().map(hint).collect();
        (!hints.is_empty()).then(|| Hinting { hints, typed: String::new() })
    }

    /// What is still to be typed for each link that can be meant: where its words begin, and the letters.
    pub fn left(&self) -> impl Iterator<Item = (usize, &str)> {
        self.hints.iter().filter_map(|hint| Some((hint.offset, hint.letters.strip_prefix(self.typed.as_str())?)))
    }

    pub(super) fn key(mut self, app: &mut App, key: Key) -> Vec<Effect> {
        match key.code {
            KeyCode::Backspace => drop(self.typed.pop()),
            KeyCode::Char(letter) => self.typed.extend(letter.to_lowercase()),
            _ => {}
        }
        if let Some(hint) = self.hints.iter().find(|hint| hint.letters == self.typed) {
            app.push_layer(|app| Some(Layer::Picker(links::uses(app, hint.target)?)));
            return Vec::new();
        }
        if self.left().next().is_none() {
            self.typed.pop();
            app.say_words(phrase::NO_SUCH_LINK);
        }
        app.layers.push(Layer::Hinting(self));
        Vec::new()
    }
}

/// The letters of link `number` of `count`: of equal length, so that none begins as another goes on.
fn letters(number: usize, count: usize) -> String {
    let letter = |number: usize| char::from(LETTERS[number % LETTERS.len()]);
    match count <= LETTERS.len() {
        true => letter(number).to_string(),
        false => [letter(number / LETTERS.len()), letter(number)].iter().collect(),
    }
}
