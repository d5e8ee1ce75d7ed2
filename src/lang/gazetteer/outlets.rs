//! `outlets.toml`: the list that comes with the program, and a reader's own in the same form.
//!
//! The list of the program is right or it is not compiled. Of a reader's list what is right counts, and the rest is told.

use serde::Deserialize;

use super::entry::Entry;
use super::sources::SourceError;
use crate::model::{EntityKind, OutletFacts, OutletKind};

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OutletsFile {
    /// When the list was known to be right: `YYYY-MM`; for whoever reads the file.
    #[serde(default, rename = "as_of")]
    _as_of: String,
    #[serde(default)]
    outlet: Vec<toml::Value>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OutletFile {
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    domains: Vec<String>,
    #[serde(default)]
    country: String,
    #[serde(default, rename = "languages")]
    _languages: Vec<String>,
    kind: String,
    #[serde(default)]
    state_owned: bool,
}

/// The outlets of a list that must be right throughout.
pub(super) fn entries(file: &str, text: &str) -> Result<Vec<Entry>, SourceError> {
    let (entries, mut errors) = readable(file, text);
    if errors.is_empty() { Ok(entries) } else { Err(errors.remove(0)) }
}

/// The outlets of `text` that are right, and what is wrong with the others, each by its number and name.
pub fn readable(file: &str, text: &str) -> (Vec<Entry>, Vec<SourceError>) {
    let error = |message: String| SourceError { file: file.to_owned(), message };
    let list: OutletsFile = match toml::from_str(text) {
        Ok(list) => list,
        Err(wrong) => return (Vec::new(), vec![error(wrong.to_string())]),
    };
    let (mut entries, mut errors) = (Vec::new(), Vec::new());
    for (number, value) in (1..).zip(list.outlet) {
        let name = value.get("name").and_then(toml::Value::as_str).unwrap_or_default().to_owned();
        match value.try_into().map_err(|wrong: toml::de::Error| wrong.message().to_owned()).and_then(entry) {
            Ok(entry) => entries.push(entry),
            Err(reason) => errors.push(error(format!("outlet {number} (`{name}`): {reason}"))),
        }
    }
    (entries, errors)
}

fn entry(outlet: OutletFile) -> Result<Entry, String> {
    let names = [&outlet.name].into_iter().chain(&outlet.aliases).chain(&outlet.domains);
    if names.clone().any(|name| name.trim().is_empty() || name.contains(char::is_control)) {
        return Err("expected names that are not empty and have no control characters".to_owned());
    }
    let Some(kind) = OutletKind::from_name(&outlet.kind) else {
        let kinds = OutletKind::ALL.map(OutletKind::name).join(", ");
        return Err(format!("expected one of {kinds} as `kind`, but found `{}`", outlet.kind));
    };
    let is_code = outlet.country.len() == 2 && outlet.country.bytes().all(|byte| byte.is_ascii_uppercase());
    if !is_code && !outlet.country.is_empty() {
        return Err(format!("expected a `country` like `ID`, but found `{}`", outlet.country));
    }
    if let Some(domain) = outlet.domains.iter().find(|domain| !is_domain(domain)) {
        return Err(format!("expected a domain like `kompas.com`, but found `{domain}`"));
    }
    let mut entry = Entry::new(EntityKind::Outlet, names.map(String::as_str));
    entry.outlet = Some(OutletFacts { kind, country: outlet.country, state_owned: outlet.state_owned });
    Ok(entry)
}

/// Whether `text` is the name of a host, perhaps with a path that parts it from others there.
fn is_domain(text: &str) -> bool {
    let host = text.split('/').next().unwrap_or("");
    let labels = host.split('.');
    let fits = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    labels.clone().count() > 1 && labels.clone().all(fits)
}
