//! The line in which the reader says what something is called.

use tui_input::Input;

use super::{Layer, edit};
use crate::app::App;
use crate::app::msg::{Effect, Key, KeyCode};
use crate::model::Correction;

/// A name being typed.
#[derive(Clone, Debug)]
pub struct NamePrompt {
    pub input: Input,
    pub naming: Naming,
    /// Whether nothing was typed.
    pub refused: bool,
}

/// What is being named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Naming {
    /// What is called `name` by now.
    Entity { name: String },
    /// What `words` mean that stood for `from`; in one article, if one is said.
    Words { words: String, from: String, article: Option<String> },
}

impl NamePrompt {
    /// Begins with the words as they are.
    pub fn new(naming: Naming) -> NamePrompt {
        let (Naming::Entity { name: words } | Naming::Words { words, .. }) = &naming;
        NamePrompt { input: Input::new(words.clone()), naming, refused: false }
    }

    pub(super) fn key(mut self, app: &mut App, key: Key) -> Vec<Effect> {
        if key.code == KeyCode::Enter {
            let typed = self.input.value().trim();
            if !typed.is_empty() {
                let correction = self.naming.correction(typed.to_owned());
                return correction.map_or_else(Vec::new, |correction| app.correct(correction));
            }
            self.refused = true;
        } else {
            edit(&mut self.input, key);
            self.refused = false;
        }
        app.layers.push(Layer::Name(self));
        Vec::new()
    }
}

impl Naming {
    /// The correction that names it `typed`; none where that is its name already.
    fn correction(self, typed: String) -> Option<Correction> {
        match self {
            Naming::Entity { name } if name == typed => None,
            Naming::Entity { name } => Some(Correction::Rename { name, to: typed }),
            Naming::Words { words, from, article } => {
                Some(Correction::Split { words, from: Some(from), name: typed, kind: None, article })
            }
        }
    }
}
