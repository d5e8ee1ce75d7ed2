//! Corrections in the reader's words.

use crate::app::explain::kind_words;
use crate::app::words::{Locale, phrase};
use crate::model::Correction;
use crate::text::width::cut;

/// One correction as a line of a list.
pub fn told(correction: &Correction, locale: Locale) -> String {
    let kind = |kind| kind_words(kind).of(locale);
    match correction {
        Correction::Merge { names, into, .. } => {
            let others: Vec<&str> = names.iter().filter(|name| *name != into).map(String::as_str).collect();
            format!("{}: {} → {into}", phrase::TOLD_MERGE.of(locale), others.join(", "))
        }
        Correction::Split { words, name, article, .. } => {
            let article = article.as_ref().map_or_else(String::new, |article| format!(" ({article})"));
            format!("{}: {words} → {name}{article}", phrase::TOLD_SPLIT.of(locale))
        }
        Correction::Rename { name, to } => format!("{}: {name} → {to}", phrase::TOLD_RENAME.of(locale)),
        Correction::Kind { name, kind: new } => format!("{}: {name} → {}", phrase::KIND.of(locale), kind(*new)),
        Correction::NotAName { name } => format!("{}: {name}", phrase::TOLD_NOT_A_NAME.of(locale)),
        Correction::Add { words, kind: new, name } => {
            let means = name.as_ref().map_or_else(String::new, |name| format!(" → {name}"));
            format!("{}: {words}{means} ({})", phrase::TOLD_ADD.of(locale), kind(*new))
        }
    }
}

/// What was done just now and how to take it back, for a footer of this width.
pub(super) fn done(correction: &Correction, width_cols: u16, locale: Locale) -> String {
    let (words, name) = match correction {
        Correction::Merge { into, .. } => (phrase::MERGED, into),
        Correction::Split { words, .. } => (phrase::SPLIT, words),
        Correction::Rename { to, .. } => (phrase::RENAMED, to),
        Correction::Kind { name, .. } => (phrase::KIND_SET, name),
        Correction::NotAName { name } => (phrase::NOT_NAMED, name),
        Correction::Add { words, .. } => (phrase::ADDED, words),
    };
    words.of(locale).replace("{}", &cut(name, (width_cols / 3).max(10) as usize))
}
