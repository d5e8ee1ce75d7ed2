//! Sentences of our own to learn from: `assets/lessons` holds what newsrooms write with gaps for names, and names to put into
//! them, so that a tagger learns what stands around a name and not which names there are.
//!
//! `<O>` is filled from the names below `= O ORG`; `<P>` is a person's full name, `<p>` a family name and `<g>` a given name of
//! nobody, made of the lists that the gazetteer is made of. `{ORG Polres <L>}` is one name with another in it; `<^L>` is written
//! in capitals.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use linimasa::lang::gazetteer::NameWords;
use linimasa::model::Span;

use super::columns::{Sentence, tag_of};
use super::dice::Dice;

/// How often each sentence is filled.
const FILLS: usize = 6;

/// One word in so many of a person's name is on no list.
const UNLISTED: usize = 4;

/// The names of one class, and the kind that they are tagged as; an empty kind is none.
type Class<'t> = (&'t str, Vec<&'t str>);

/// The sentences of a language, filled; always the same ones.
///
/// # Errors
/// When a list cannot be read, or names a class that there is not.
pub fn read(assets: &Path, code: &str) -> Result<Vec<Sentence>> {
    let load = |name: &str| {
        let path = assets.join(name);
        std::fs::read_to_string(&path).with_context(|| format!("cannot read `{}`", path.display()))
    };
    let text = load(&format!("lessons/{code}.txt"))?;
    let [given, family] = NameWords::SOURCES.map(load);
    let (given, family) = (given?, family?);
    let people = [People::new(&given, &family, true), People::new(&given, &family, false)];
    let mut writer = Writer { classes: BTreeMap::new(), people, is_indonesian: code == "id", dice: Dice::default() };
    let mut templates = Vec::new();
    let mut class = "";
    for line in text.lines().filter(|line| !line.starts_with("# ")) {
        if let Some(head) = line.strip_prefix("= ") {
            let (letter, kind) = head.split_once(' ').unwrap_or((head, ""));
            class = letter;
            writer.classes.entry(class).or_insert_with(|| (kind, Vec::new()));
        } else if class == "sentences" {
            templates.push(line);
        } else if let Some((_, names)) = writer.classes.get_mut(class) {
            names.extend(line.split("; "));
        }
    }
    templates.iter().flat_map(|template| [template; FILLS]).map(|template| writer.fill(template)).collect()
}

/// Given names and family names of one part of the world.
struct People<'t> {
    given: Vec<&'t str>,
    family: Vec<&'t str>,
}

impl<'t> People<'t> {
    /// Those below the heads that begin with 'Indonesia', or all others.
    fn new(given: &'t str, family: &'t str, indonesian: bool) -> People<'t> {
        let words = |list: &'t str| {
            let mut wanted = false;
            let mut words = Vec::new();
            for line in list.lines() {
                match line.strip_prefix("# ") {
                    Some(head) => wanted = head.starts_with("Indonesia") == indonesian,
                    None if wanted => words.extend(line.split(' ')),
                    None => {}
                }
            }
            words
        };
        People { given: words(given), family: words(family) }
    }
}

struct Writer<'t> {
    classes: BTreeMap<&'t str, Class<'t>>,
    people: [People<'t>; 2],
    is_indonesian: bool,
    dice: Dice,
}

impl Writer<'_> {
    fn fill(&mut self, template: &str) -> Result<Sentence> {
        let mut sentence = Sentence { text: String::new(), words: Vec::new() };
        let mut rest = template;
        while let Some(at) = rest.find(['<', '{']) {
            push(&mut sentence, &rest[..at], "");
            let close = if rest[at..].starts_with('<') { '>' } else { '}' };
            let end = at + rest[at..].find(close).with_context(|| format!("a gap stays open: {template}"))?;
            let inner = &rest[at + 1..end];
            match inner.split_once(' ').filter(|_| close == '}') {
                Some((kind, words)) => {
                    let filled = self.fill(words)?.text;
                    push(&mut sentence, &filled, kind);
                }
                None => {
                    let (name, kind) = self.name(inner)?;
                    push(&mut sentence, &name, kind);
                }
            }
            rest = &rest[end + 1..];
        }
        push(&mut sentence, rest, "");
        Ok(sentence)
    }

    fn name(&mut self, class: &str) -> Result<(String, &'static str)> {
        if let Some(class) = class.strip_prefix('^') {
            return self.name(class).map(|(name, kind)| (name.to_uppercase(), kind));
        }
        if let "P" | "p" | "g" = class {
            return Ok((self.person(class), "PER"));
        }
        let (kind, names) = self.classes.get(class).with_context(|| format!("there are no names for <{class}>"))?;
        let kind = ["PER", "ORG", "LOC"].into_iter().find(|known| known == kind).unwrap_or_default();
        Ok((self.dice.pick(names).copied().unwrap_or_default().to_owned(), kind))
    }

    /// The name of nobody: mostly as people are named where the language is spoken.
    fn person(&mut self, class: &str) -> String {
        let at_home = self.dice.roll(5) > 0;
        let is_indonesian = at_home == self.is_indonesian;
        let has_two = is_indonesian && self.dice.roll(3) == 0;
        let initial = self.dice.roll(12) == 0;
        // Many Indonesians have given names alone.
        let ends_given = is_indonesian && self.dice.roll(2) == 0;
        let mut words = Vec::new();
        if class != "p" {
            words.push(self.word(is_indonesian, true));
        }
        if class == "P" && has_two {
            words.push(self.word(is_indonesian, true));
        }
        if class == "P" && initial {
            words.push(format!("{}.", (b'A' + self.dice.roll(26) as u8) as char));
        }
        if class != "g" {
            words.push(self.word(is_indonesian, ends_given));
        }
        words.join(" ")
    }

    /// A word of a list, or one that is on none: the beginning of one and the end of another.
    fn word(&mut self, is_indonesian: bool, is_given: bool) -> String {
        let people = &self.people[usize::from(!is_indonesian)];
        let words = if is_given { &people.given } else { &people.family };
        let mut pick = || self.dice.pick(words).copied().unwrap_or_default();
        let (first, second) = (pick(), pick());
        let half = |word: &str| word.char_indices().nth(word.chars().count() / 2).map_or(0, |(at, _)| at);
        if self.dice.roll(UNLISTED) > 0 {
            return first.to_owned();
        }
        format!("{}{}", &first[..half(first)], &second[half(second)..])
    }
}

/// Appends text whose words are all of one name, or of none.
fn push(sentence: &mut Sentence, text: &str, kind: &str) {
    let start = sentence.text.len();
    sentence.text.push_str(text);
    let words = text.split(' ').filter(|word| !word.is_empty());
    for (index, word) in words.enumerate() {
        let at = start + (word.as_ptr() as usize - text.as_ptr() as usize);
        sentence.words.push((Span::new(at, at + word.len()), tag_of(kind, index == 0)));
    }
}
