//! The name of the rule that made an annotation, so that every mark can say why it is there.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The identifier of a rule: `id/time/month-direction` for one from a language pack, `names/short-form`
/// for one that lives in Rust. Cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rule(Arc<str>);

/// Before the name of every rule that the reader made.
const OF_READER: &str = "reader/";

impl Rule {
    /// The rule of a mark that is as it is because the reader said so.
    pub fn of_reader(action: &str) -> Rule {
        Rule::from(format!("{OF_READER}{action}"))
    }

    /// Whether the reader made it.
    pub fn is_of_reader(&self) -> bool {
        self.0.starts_with(OF_READER)
    }

    /// Whether it is the rule of this name, of whatever language and stage: `holiday` is the last part of `id/time/holiday`.
    pub fn is_called(&self, name: &str) -> bool {
        self.0.rsplit('/').next() == Some(name)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Rule {
    fn from(name: &str) -> Rule {
        Rule(Arc::from(name))
    }
}

impl From<String> for Rule {
    fn from(name: String) -> Rule {
        Rule(Arc::from(name))
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
