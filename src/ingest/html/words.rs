//! The words that pages are made with and say beside their articles, from `pages.toml` in `assets`, which tells what each list is.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use crate::assets;

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let text = assets::text("pages.toml").expect("the file is embedded");
    toml::from_str(text).expect("a test reads the file")
});

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) names: Names,
    pub(super) lines: Lines,
    pub(super) bylines: Bylines,
    pub(super) titles: Titles,
    pub(super) paging: Paging,
    pub(super) notices: Notices,
}

/// Words of names of elements.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Names {
    pub(super) away: FxHashSet<String>,
    pub(super) away_parts: Vec<String>,
    pub(super) standfirst: FxHashSet<String>,
    pub(super) frame: FxHashSet<String>,
    pub(super) picture: FxHashSet<String>,
}

/// Words of lines that are no part of an article.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Lines {
    pub(super) leads: Vec<String>,
    pub(super) whole: FxHashSet<String>,
    pub(super) calls: Vec<String>,
    pub(super) call_endings: Vec<String>,
    pub(super) call_beginnings: Vec<String>,
    pub(super) stamps: Vec<String>,
    pub(super) changes: Vec<String>,
    pub(super) counts: FxHashSet<String>,
    pub(super) rights: Vec<String>,
    pub(super) owners: Vec<String>,
    pub(super) unplayed: Vec<String>,
    pub(super) credits: Vec<String>,
    pub(super) pleas: Vec<String>,
    pub(super) channels: Vec<String>,
    pub(super) key_points: Vec<String>,
    pub(super) references: FxHashSet<String>,
    pub(super) of_writers: Vec<String>,
    pub(super) of_time: FxHashSet<String>,
    pub(super) sign_up_buttons: Vec<String>,
}

/// Words beside names of writers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Bylines {
    pub(super) labels: Vec<String>,
    pub(super) other_labels: Vec<String>,
    pub(super) accounts: Vec<String>,
    pub(super) desks: Vec<String>,
}

/// Words beside headlines and names of outlets.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Titles {
    pub(super) sections: Vec<String>,
    pub(super) site_beginnings: Vec<String>,
    pub(super) site_endings: Vec<String>,
}

/// Words of links between the pages of an article.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Paging {
    pub(super) next: Vec<String>,
    pub(super) whole: Vec<String>,
}

/// How the headlines or first words begin of what sites show in place of an article.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Notices {
    pub(super) missing: Vec<String>,
    pub(super) guarded: Vec<String>,
    pub(super) consent: Vec<String>,
    pub(super) paid: Vec<String>,
    pub(super) regional: Vec<String>,
    pub(super) down: Vec<String>,
    pub(super) lists: Vec<String>,
}

/// Whether `words` begin with those of one of `fronts`.
pub(super) fn begins_with(words: &str, fronts: &[String]) -> bool {
    fronts.iter().any(|front| starts(words, front))
}

/// Whether `words` begin with the words of `front`.
pub(super) fn starts(words: &str, front: &str) -> bool {
    words.strip_prefix(front).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}
