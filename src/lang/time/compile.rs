//! From `time.toml` to [`TimeRules`]: every mistake of the file is reported, each with its rule.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;
use serde::Deserialize;
use toml::Value;

use super::pattern::{self, Atom, Inst, Program};
use super::vocabulary::{Class, Direction, Holiday, Numeral, Season, Shift, TimeWord};
use super::{Context, Preset, Resolver, TimeRule, TimeRules};
use crate::lang::phrases::Phrases;
use crate::lang::words::{WordId, Words};
use crate::model::{Modifier, PartOfDay, Reference, Rule, Unit};

/// `time.toml` as it is written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct TimeFile {
    /// Class name to words with their values.
    pub words: BTreeMap<String, BTreeMap<String, Value>>,
    /// Named lists without values.
    pub lists: BTreeMap<String, Vec<String>>,
    pub rule: Vec<RuleFile>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RuleFile {
    pub id: String,
    pub pattern: String,
    pub resolve: Resolver,
    #[serde(default)]
    pub set: Preset,
    #[serde(default)]
    pub after: Vec<String>,
    #[serde(default)]
    pub not_after: Vec<String>,
    #[serde(default)]
    pub not_before: Vec<String>,
    /// Annotated sentences that a test runs.
    pub examples: Vec<String>,
}

impl TimeFile {
    /// This file with what `base` has and it does not: words and lists by name, rules after its own.
    #[must_use]
    pub fn inherit(mut self, base: TimeFile) -> TimeFile {
        for (class, words) in base.words {
            let own = self.words.entry(class).or_default();
            for (word, value) in words {
                own.entry(word).or_insert(value);
            }
        }
        for (name, list) in base.lists {
            self.lists.entry(name).or_insert(list);
        }
        let own: FxHashSet<String> = self.rule.iter().map(|rule| rule.id.clone()).collect();
        self.rule.extend(base.rule.into_iter().filter(|rule| !own.contains(&rule.id)));
        self
    }
}

/// Compiles `file`; the rules are named `<prefix>/<id>`.
///
/// # Errors
/// Every word without a sound value and every rule whose pattern does not compile, one sentence each.
pub fn compile(file: &TimeFile, prefix: &str, decimal_mark: char, words: &mut Words) -> Result<TimeRules, Vec<String>> {
    let mut errors = Vec::new();
    let mut rules = TimeRules { decimal_mark, ..TimeRules::default() };
    for (class, entries) in &file.words {
        for (word, value) in entries {
            match time_word(class, value) {
                Ok(value) => rules.vocabulary.insert(words, word, value),
                Err(error) => errors.push(format!("words.{class}, `{word}`: {error}")),
            }
        }
    }
    let names: Vec<String> = file.lists.keys().cloned().collect();
    rules.lists = file.lists.values().map(|list| phrase_set(list, words)).collect();
    for rule in &file.rule {
        match pattern::compile(&rule.pattern, &names, words) {
            Ok(program) => rules.rules.push(TimeRule {
                rule: Rule::from(format!("{prefix}/{}", rule.id)),
                program,
                resolver: rule.resolve,
                preset: rule.set,
                context: Context {
                    after: optional_set(&rule.after, words),
                    not_after: optional_set(&rule.not_after, words),
                    not_before: optional_set(&rule.not_before, words),
                },
            }),
            Err(error) => errors.push(format!("rule `{}`: {error}", rule.id)),
        }
    }
    rules.number_joiners = list_words(file, "number-joiner", words);
    rules.future_words = file.lists.get("future").map_or_else(Phrases::default, |list| phrase_set(list, words));
    index_triggers(&mut rules, file, words);
    if errors.is_empty() { Ok(rules) } else { Err(errors) }
}

fn phrase_set(list: &[String], words: &mut Words) -> Phrases<()> {
    let mut phrases = Phrases::default();
    for phrase in list {
        phrases.insert(words, phrase, ());
    }
    phrases
}

fn optional_set(list: &[String], words: &mut Words) -> Option<Phrases<()>> {
    (!list.is_empty()).then(|| phrase_set(list, words))
}

fn list_words(file: &TimeFile, name: &str, words: &mut Words) -> Vec<WordId> {
    file.lists.get(name).into_iter().flatten().map(|word| words.intern(word)).collect()
}

/// Notes for each rule with which words and numbers it can begin.
fn index_triggers(rules: &mut TimeRules, file: &TimeFile, words: &Words) {
    let lists: Vec<&Vec<String>> = file.lists.values().collect();
    for (index, rule) in rules.rules.iter().enumerate() {
        let index = u16::try_from(index).unwrap_or(u16::MAX);
        let mut first = FxHashSet::default();
        for atom in first_atoms(&rule.program) {
            match atom {
                Atom::Word(word) => {
                    first.insert(word);
                }
                Atom::List(list) => first.extend(lists[list].iter().map(|phrase| first_word(phrase, words))),
                Atom::Class(class) => {
                    let entries = file.words.get(class_name(class)).into_iter().flatten();
                    first.extend(entries.map(|(phrase, _)| first_word(phrase, words)));
                    if class.is_numeric() && !rules.by_number.contains(&index) {
                        rules.by_number.push(index);
                    }
                }
            }
        }
        for word in first.into_iter().filter(|word| word.is_known()) {
            rules.by_word.entry(word).or_default().push(index);
        }
    }
}

/// The atoms with which a match of the program can begin.
fn first_atoms(program: &Program) -> Vec<Atom> {
    let mut atoms = Vec::new();
    let mut pending = vec![0];
    while let Some(at) = pending.pop() {
        match program.insts[at] {
            Inst::Match { atom, .. } => atoms.push(atom),
            Inst::Split(other) => pending.extend([at + 1, other]),
            Inst::Jump(target) => pending.push(target),
            Inst::Open | Inst::Close => pending.push(at + 1),
            Inst::Done => {}
        }
    }
    atoms
}

fn first_word(phrase: &str, words: &Words) -> WordId {
    let mut tokens = Vec::new();
    let span = crate::model::Span::new(0, phrase.len());
    crate::text::token::tokenise(phrase, span, &mut tokens);
    tokens.first().map_or(WordId::UNKNOWN, |token| words.find(token.span().of(phrase)))
}

/// The key of a class in the `words` table.
fn class_name(class: Class) -> &'static str {
    match class {
        Class::Month => "month",
        Class::Weekday => "weekday",
        Class::Unit => "unit",
        Class::OneUnit => "one-unit",
        Class::Number => "number",
        Class::Ordinal => "ordinal",
        Class::Direction => "direction",
        Class::Part => "part",
        Class::Shift => "shift",
        Class::Modifier => "modifier",
        Class::Vague => "vague",
        Class::Season => "season",
        Class::Holiday => "holiday",
        Class::Zone => "zone",
        Class::Day | Class::MonthNumber | Class::Year | Class::ShortYear | Class::Hour | Class::Minute => "",
    }
}

/// Reads the value of a word by its class.
fn time_word(class: &str, value: &Value) -> Result<TimeWord, String> {
    let text = value.as_str().unwrap_or_default();
    Ok(match class {
        "month" => TimeWord::Month(integer(value, 1, 12)? as i8),
        "weekday" => TimeWord::Weekday(integer(value, 1, 7)? as i8),
        "ordinal" => TimeWord::Ordinal(integer(value, 1, 1000)? as i16),
        "zone" => TimeWord::Zone(integer(value, -14 * 60, 14 * 60)? as i16),
        "unit" => TimeWord::Unit(named::<Unit>(text)?),
        "one-unit" => TimeWord::OneUnit(named::<Unit>(text)?),
        "direction" => TimeWord::Direction(named::<Direction>(text)?),
        "part" => TimeWord::Part(named::<PartOfDay>(text)?),
        "modifier" => TimeWord::Modifier(named::<Modifier>(text)?),
        "vague" => TimeWord::Vague(named::<Reference>(text)?),
        "season" => TimeWord::Season(named::<Season>(text)?),
        "number" => TimeWord::Number(numeral(value)?),
        "shift" => TimeWord::Shift(shift(text)?),
        "holiday" => TimeWord::Holiday(holiday(text)?),
        _ => return Err("expected a class of words, but found this name".into()),
    })
}

fn integer(value: &Value, from: i64, to: i64) -> Result<i64, String> {
    let number = value.as_integer().filter(|number| (from..=to).contains(number));
    number.ok_or_else(|| format!("expected a whole number from {from} to {to}, but found `{value}`"))
}

fn named<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, String> {
    use serde::de::value::{Error, StrDeserializer};
    T::deserialize(StrDeserializer::<Error>::new(text)).map_err(|error| error.to_string())
}

/// A number, or `"*10"` for a word that multiplies, or `"+10"` for one that adds.
fn numeral(value: &Value) -> Result<Numeral, String> {
    let number = |text: &str| text.parse::<f64>().map_err(|_| format!("expected a number, but found `{text}`"));
    match value {
        Value::Integer(value) => Ok(Numeral::Value(*value as f64)),
        Value::Float(value) => Ok(Numeral::Value(*value)),
        Value::String(text) => match (text.strip_prefix('*'), text.strip_prefix('+')) {
            (Some(times), _) => number(times).map(Numeral::Times),
            (_, Some(plus)) => number(plus).map(Numeral::Plus),
            _ => number(text).map(Numeral::Value),
        },
        other => Err(format!("expected a number, but found `{other}`")),
    }
}

/// `"day -1"` or `"day -1 night"`.
fn shift(text: &str) -> Result<Shift, String> {
    let mut parts = text.split_whitespace();
    let unit = named::<Unit>(parts.next().unwrap_or_default())?;
    let by = parts.next().and_then(|by| by.parse().ok());
    let by = by.ok_or_else(|| format!("expected a unit and a number, but found `{text}`"))?;
    let part = parts.next().map(named::<PartOfDay>).transpose()?;
    Ok(Shift { unit, by, part })
}

/// `"12-25"`.
fn holiday(text: &str) -> Result<Holiday, String> {
    let date = text.split_once('-').and_then(|(month, day)| Some((month.parse().ok()?, day.parse().ok()?)));
    let (month, day) = date.ok_or_else(|| format!("expected month-day, but found `{text}`"))?;
    Ok(Holiday::Fixed { month, day })
}
