//! Precision, recall and F1 over everything that was compared.

use std::fmt;

/// What was annotated, what was found, and what is in both.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Score {
    pub(crate) annotated: usize,
    pub(crate) found: usize,
    pub(crate) right: usize,
}

impl Score {
    /// Counts two lists; each item of one is matched with one of the other at most.
    pub(crate) fn count<T: PartialEq>(&mut self, annotated: &[T], found: &[T]) {
        let mut left: Vec<&T> = found.iter().collect();
        for item in annotated {
            if let Some(place) = left.iter().position(|other| *other == item) {
                left.swap_remove(place);
                self.right += 1;
            }
        }
        self.annotated += annotated.len();
        self.found += found.len();
    }

    pub(crate) fn precision(&self) -> f64 {
        share(self.right, self.found)
    }

    pub(crate) fn recall(&self) -> f64 {
        share(self.right, self.annotated)
    }

    pub(crate) fn f1(&self) -> f64 {
        share(2 * self.right, self.annotated + self.found)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Score { annotated, found, right } = self;
        let (precision, recall, f1) = (self.precision(), self.recall(), self.f1());
        write!(f, "P {precision:.3} R {recall:.3} F1 {f1:.3} (annotated {annotated}, found {found}, right {right})")
    }
}
