//! Names and the mentions behind them, in the formats of [`NAME_FORMATS`].

mod brat;
pub mod iob;
mod json;
mod lines;
mod mentions;

use std::borrow::Cow;
use std::io::{self, Write};

use rustc_hash::FxHashSet;

use super::on_one_line;
use crate::model::{Analysis, Article, Columns, Entity, EntityId};

/// A text and what it names.
#[derive(Clone, Copy, Debug)]
pub struct Naming<'a> {
    pub article: &'a Article,
    pub analysis: &'a Analysis,
    /// The lines of a text that came cut into words.
    pub columns: Option<&'a Columns>,
}

/// Writes names.
pub type WriteNames = fn(&Naming, &mut dyn Write) -> io::Result<()>;

/// One way to write names.
#[derive(Clone, Copy, Debug)]
pub struct NameFormat {
    /// The options that choose it, in the order of the alphabet, one space apart; none for the first, which is usual.
    pub name: &'static str,
    pub write: WriteNames,
}

/// Every format for names.
pub const NAME_FORMATS: &[NameFormat] = &[
    NameFormat { name: "", write: lines::write },
    NameFormat { name: "mentions", write: mentions::write },
    NameFormat { name: "json", write: json::write },
    NameFormat { name: "json mentions", write: json::write_mentions },
    NameFormat { name: "brat", write: brat::write },
    NameFormat { name: "iob", write: iob::write },
];

impl<'a> Naming<'a> {
    /// The entities in the order in which the text first names them.
    fn entities(&self) -> Vec<EntityId> {
        let mut order: Vec<EntityId> = self.analysis.entities.ids().collect();
        order.sort_by_key(|&id| self.analysis.entities[id].mentions.first().copied());
        order
    }

    /// The forms in which the text names `entity` other than by its name, each once, in the order of the text.
    fn other_forms(&self, entity: &'a Entity) -> Vec<Cow<'a, str>> {
        let mut known: FxHashSet<Cow<str>> = FxHashSet::default();
        known.insert(Cow::Borrowed(&entity.name));
        let forms = entity.mentions.iter().map(|&id| self.analysis.mentions[id].span.of(&self.article.body));
        forms.map(on_one_line).filter(|form| known.insert(form.clone())).collect()
    }
}
