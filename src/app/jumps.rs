//! The places that the reader has jumped from, like the back and forward of a browser.

use super::msg::DocumentIdx;

/// A place in one of the open articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) document: DocumentIdx,
    /// A byte offset in its body.
    pub(super) offset: usize,
}

/// Places behind and places ahead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Jumps {
    back: Vec<Place>,
    forward: Vec<Place>,
}

impl Jumps {
    /// Remembers `from`, the place that is being left; what lay ahead is forgotten.
    pub(super) fn leave(&mut self, from: Place) {
        const MOST: usize = 1000;
        self.forward.clear();
        if self.back.last() != Some(&from) {
            self.back.push(from);
        }
        if self.back.len() > MOST {
            self.back.remove(0);
        }
    }

    /// The place to go back to from `here`.
    pub(super) fn back(&mut self, here: Place) -> Option<Place> {
        let place = self.back.pop()?;
        self.forward.push(here);
        Some(place)
    }

    /// The place to go forward to from `here`.
    pub(super) fn forward(&mut self, here: Place) -> Option<Place> {
        let place = self.forward.pop()?;
        self.back.push(here);
        Some(place)
    }
}
