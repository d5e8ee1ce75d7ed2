//! Selecting words of a paragraph, word by word, as editors do: one end stays and the other moves.
//!
//! Only what lies near the cursor is cut into words, for no name is long and a paragraph may be very long.

use super::Layer;
use crate::app::App;
use crate::app::document::Reading;
use crate::app::msg::{Effect, Key, KeyCode};
use crate::app::words::phrase;
use crate::model::{Mention, Span};
use crate::text::token::{TokenKind, tokenise};

/// How far from the cursor words are looked for.
const NEAR_BYTES: usize = 2 * Mention::LONGEST_BYTES;

/// Words being selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selecting {
    /// The word where it began, and the one that moves.
    anchor: Span,
    head: Span,
    /// The cursor, to go back to if it is given up.
    before: usize,
}

impl Selecting {
    /// Begins with the word at the cursor, or the nearest one behind it; none in a paragraph without words.
    pub fn new(reading: &Reading) -> Option<Selecting> {
        let words = words_near(reading, reading.cursor);
        let word = *words.iter().find(|word| word.end > reading.cursor).or(words.last())?;
        Some(Selecting { anchor: word, head: word, before: reading.cursor })
    }

    /// From the first selected word to the last.
    pub fn words(&self) -> Span {
        self.anchor.join(self.head)
    }

    pub(super) fn key(mut self, app: &mut App, key: Key) -> Vec<Effect> {
        match key.code {
            KeyCode::Right | KeyCode::Char('l' | 'w' | 'e') => self.move_head(app, 1),
            KeyCode::Left | KeyCode::Char('h' | 'b') => self.move_head(app, -1),
            KeyCode::Char('o' | ';') => {
                std::mem::swap(&mut self.anchor, &mut self.head);
                app.move_to(self.head.start);
            }
            KeyCode::Char('V' | 'v' | 'q') => {
                self.cancel(app);
                return Vec::new();
            }
            KeyCode::Char('y') => return self.copy(app),
            KeyCode::Enter | KeyCode::Char('M' | 'a') => {
                let words = self.words();
                app.layers.push(Layer::Selecting(self));
                app.offer_kinds_of_words(words);
                return Vec::new();
            }
            _ => app.say_words(phrase::HINT_SELECT),
        }
        app.layers.push(Layer::Selecting(self));
        Vec::new()
    }

    pub(in crate::app) fn cancel(self, app: &mut App) {
        app.move_to(self.before);
    }

    /// Moves to the word at `offset`.
    pub(in crate::app) fn reach(&mut self, app: &mut App, offset: usize) {
        let Some(reading) = app.reading() else { return };
        let words = words_near(reading, self.anchor.start);
        let nearest = words.into_iter().filter(|word| self.fits(*word)).min_by_key(|word| {
            if word.contains(offset) { 0 } else { word.start.abs_diff(offset).min(word.end.abs_diff(offset)) + 1 }
        });
        self.head = nearest.unwrap_or(self.head);
        app.move_to(self.head.start);
    }

    /// Moves to the next word, or to the one before where `count` is negative.
    fn move_head(&mut self, app: &mut App, count: isize) {
        let Some(reading) = app.reading() else { return };
        let words = words_near(reading, self.head.start);
        let here = words.iter().position(|word| *word == self.head);
        let next = here.and_then(|here| words.get(here.checked_add_signed(count)?));
        match next.filter(|word| self.fits(**word)) {
            Some(&word) => {
                self.head = word;
                app.move_to(word.start);
            }
            None => app.say_words(phrase::NO_MORE),
        }
    }

    fn fits(&self, word: Span) -> bool {
        self.anchor.join(word).len() <= Mention::LONGEST_BYTES
    }

    fn copy(self, app: &mut App) -> Vec<Effect> {
        let Some(reading) = app.reading() else { return Vec::new() };
        let text = self.words().of(&reading.article.body).to_owned();
        self.cancel(app);
        app.say_words(phrase::WORDS_COPIED);
        vec![Effect::Copy(text)]
    }
}

/// The words and numbers of the paragraph at `offset` that lie near it.
fn words_near(reading: &Reading, offset: usize) -> Vec<Span> {
    let body = &reading.article.body;
    let paragraphs = &reading.article.paragraphs;
    let after = paragraphs.partition_point(|paragraph| paragraph.start <= offset);
    let Some(&paragraph) = paragraphs.get(after.saturating_sub(1)) else { return Vec::new() };
    let (start, end) = (offset.saturating_sub(NEAR_BYTES), offset.saturating_add(NEAR_BYTES));
    let start = (start.max(paragraph.start)..paragraph.end).find(|&at| body.is_char_boundary(at));
    let end = (end.min(paragraph.end)..=paragraph.end).find(|&at| body.is_char_boundary(at));
    let mut near = Span::new(start.unwrap_or(paragraph.start), end.unwrap_or(paragraph.end));
    // A word that is cut at the border is none.
    if near.start > paragraph.start {
        near.start += near.of(body).find(char::is_whitespace).unwrap_or(0);
    }
    let mut tokens = Vec::new();
    tokenise(body, near, &mut tokens);
    let words = tokens.into_iter().filter(|token| token.kind != TokenKind::Mark);
    words.map(|token| token.span()).collect()
}
