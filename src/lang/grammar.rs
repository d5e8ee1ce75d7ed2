//! What a language does with its words as a whole, which no list of words tells.

use serde::Deserialize;

/// `[grammar]` of `pack.toml`.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Grammar {
    /// Whether what tells more of a noun stands behind it ('rapat kemarin', 'Grup B'), so that a time behind a noun may be
    /// the noun's and not the sentence's.
    pub noun_first: bool,
    /// Whether verbs show by their forms when something is done, and by whom to whom ('told', 'was told', 'telling'), so that a
    /// noun goes on to the next finite verb.
    pub verbs_inflect: bool,
}
