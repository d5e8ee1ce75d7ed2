//! Feasts that move with the moon, as lists of dates; Easter is computed where it is needed.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

/// Feasts by name, each with its dates in order. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Feasts {
    tables: Arc<Vec<(String, Vec<Date>)>>,
}

impl Feasts {
    /// The index of a feast by its name in `holidays.toml`.
    pub(crate) fn index(&self, name: &str) -> Option<u8> {
        let index = self.tables.iter().position(|(known, _)| known == name)?;
        u8::try_from(index).ok()
    }

    /// The dates of the feast with this index.
    pub fn dates(&self, index: u8) -> &[Date] {
        self.tables.get(usize::from(index)).map_or(&[], |(_, dates)| dates)
    }
}

impl<'de> Deserialize<'de> for Feasts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Feasts, D::Error> {
        let written: BTreeMap<String, Vec<toml::value::Datetime>> = BTreeMap::deserialize(deserializer)?;
        let date = |date: &toml::value::Datetime| date.to_string().parse().map_err(serde::de::Error::custom);
        let table = |(name, dates): (String, Vec<toml::value::Datetime>)| {
            let dates: Result<Vec<Date>, D::Error> = dates.iter().map(date).collect();
            Ok((name, dates?))
        };
        let tables: Result<Vec<_>, D::Error> = written.into_iter().map(table).collect();
        Ok(Feasts { tables: Arc::new(tables?) })
    }
}
