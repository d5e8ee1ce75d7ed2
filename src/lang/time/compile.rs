//! From `time.toml` to [`TimeRules`]: every mistake of the file is reported, each with its rule.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;
use serde::{Deserialize, Deserializer};
use toml::Value;

use super::values::time_word;
use super::{Condition, Context, Feasts, Preset, Resolver, TimeRule, TimeRules};
use super::{pattern, triggers};
use crate::lang::phrases::Phrases;
use crate::lang::words::{WordId, Words};
use crate::model::Rule;

/// `time.toml` as it is written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct TimeFile {
    /// Class name to words with their values.
    pub words: BTreeMap<String, BTreeMap<String, Value>>,
    /// Named lists without values.
    pub lists: BTreeMap<String, Vec<String>>,
    /// Pieces of patterns, written `{name}` where they are used.
    pub fragments: BTreeMap<String, String>,
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
    pub before: Vec<String>,
    #[serde(default)]
    pub not_before: Vec<String>,
    #[serde(default, deserialize_with = "one_or_more")]
    pub when: Vec<Condition>,
    /// Annotated sentences that a test runs.
    pub examples: Vec<String>,
}

/// A condition, or a list of them.
fn one_or_more<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Condition>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        One(Condition),
        More(Vec<Condition>),
    }
    Ok(match Written::deserialize(deserializer)? {
        Written::One(condition) => vec![condition],
        Written::More(conditions) => conditions,
    })
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
        for (name, fragment) in base.fragments {
            self.fragments.entry(name).or_insert(fragment);
        }
        let own: FxHashSet<String> = self.rule.iter().map(|rule| rule.id.clone()).collect();
        self.rule.extend(base.rule.into_iter().filter(|rule| !own.contains(&rule.id)));
        self
    }

    /// The pattern with its fragments in place; a fragment may use others, four deep.
    fn with_fragments(&self, pattern: &str) -> String {
        let replace = |pattern: String| {
            let fragments = self.fragments.iter();
            fragments.fold(pattern, |pattern, (name, fragment)| {
                pattern.replace(&format!("{{{name}}}"), &format!("( {fragment} )"))
            })
        };
        (0..4).fold(pattern.to_owned(), |pattern, _| if pattern.contains('{') { replace(pattern) } else { pattern })
    }

    /// A list of phrases in which `@name` stands for the phrases of a named list.
    fn expand(&self, phrases: &[String]) -> Result<Vec<String>, String> {
        let mut expanded = Vec::new();
        for phrase in phrases {
            match phrase.strip_prefix('@') {
                Some(name) => {
                    let list = self.lists.get(name);
                    expanded.extend(
                        list.ok_or_else(|| format!("expected the name of a list, but found `{name}`"))?.clone(),
                    );
                }
                None => expanded.push(phrase.clone()),
            }
        }
        Ok(expanded)
    }
}

/// Compiles `file`; the rules are named `<prefix>/<id>`.
///
/// # Errors
/// Every word without a sound value and every rule whose pattern does not compile, one sentence each.
pub fn compile(
    file: &TimeFile,
    prefix: &str,
    decimal_mark: char,
    feasts: &Feasts,
    words: &mut Words,
) -> Result<TimeRules, Vec<String>> {
    let mut errors = Vec::new();
    let mut rules = TimeRules { decimal_mark, feasts: feasts.clone(), ..TimeRules::default() };
    for (class, entries) in &file.words {
        for (word, value) in entries {
            match time_word(class, value, feasts) {
                Ok(value) => rules.vocabulary.insert(words, word, value),
                Err(error) => errors.push(format!("words.{class}, `{word}`: {error}")),
            }
        }
    }
    let names: Vec<String> = file.lists.keys().cloned().collect();
    rules.lists = file.lists.values().map(|list| phrase_set(list, words)).collect();
    for rule in &file.rule {
        let pattern = file.with_fragments(&rule.pattern);
        let compiled =
            pattern::compile(&pattern, &names, words).and_then(|program| Ok((program, context(file, rule, words)?)));
        match compiled {
            Ok((program, context)) => rules.rules.push(TimeRule {
                rule: Rule::from(format!("{prefix}/{}", rule.id)),
                program,
                resolver: rule.resolve,
                preset: rule.set,
                context,
            }),
            Err(error) => errors.push(format!("rule `{}`: {error}", rule.id)),
        }
    }
    rules.past_endings = file.lists.get("past-ending").cloned().unwrap_or_default();
    rules.number_joiners = list_words(file, "number-joiner", words);
    let mut list = |name| file.lists.get(name).map_or_else(Phrases::default, |list| phrase_set(list, words));
    rules.future_words = list("future");
    rules.past_words = list("past");
    rules.words_ahead_of = list("ahead-of");
    rules.future_prepositions = list("future-preposition");
    rules.past_prepositions = list("past-preposition");
    rules.deadline_prepositions = list("deadline-preposition");
    rules.deadline_verbs = list("deadline-verb");
    rules.pluperfects = list("pluperfect");
    rules.clause_joiners = list("clause-joiner");
    rules.infinitives = list("infinitive");
    rules.ranks = list("rank");
    rules.range_joiners = list("to");
    rules.between = list("between");
    rules.between_joiners = list("between-joiner");
    rules.tenseless = list("tenseless");
    rules.counted = list("counted-noun");
    rules.tenseless_openers = list("tenseless-opener");
    rules.once_planned = list("once-planned");
    rules.awaiting = list("awaiting");
    rules.present_passives = list("present-passive");
    rules.clock_day_joiners = list("clock-day-joiner");
    rules.clock_stops = list("clock-stop");
    rules.behind_clock = list("behind-clock");
    rules.also_names = list("also-name");
    // The index asks for marks by their numbers as well.
    for mark in [",", "."] {
        words.intern(mark);
    }
    if errors.is_empty() {
        rules.triggers = triggers::index(rules.rules.iter().map(|rule| &rule.program), file, words);
    }
    if errors.is_empty() { Ok(rules) } else { Err(errors) }
}

fn phrase_set(list: &[String], words: &mut Words) -> Phrases<()> {
    let mut phrases = Phrases::default();
    for phrase in list {
        phrases.insert(words, phrase, ());
    }
    phrases
}

fn context(file: &TimeFile, rule: &RuleFile, words: &mut Words) -> Result<Context, String> {
    let mut set = |list: &[String]| -> Result<Option<Phrases<()>>, String> {
        let phrases = file.expand(list)?;
        Ok((!phrases.is_empty()).then(|| phrase_set(&phrases, words)))
    };
    Ok(Context {
        after: set(&rule.after)?,
        not_after: set(&rule.not_after)?,
        before: set(&rule.before)?,
        not_before: set(&rule.not_before)?,
        conditions: rule.when.clone(),
    })
}

fn list_words(file: &TimeFile, name: &str, words: &mut Words) -> Vec<WordId> {
    file.lists.get(name).into_iter().flatten().map(|word| words.intern(word)).collect()
}
