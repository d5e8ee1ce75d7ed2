//! What is said in a paragraph of an interview.

use super::{Frame, Framer, Order, Speaker};
use crate::analysis::attribution::page::interview::{Said, Speaking};
use crate::model::Stance;

impl Framer<'_, '_, '_, '_> {
    /// A paragraph of an interview, whole: whoever is named before the colon, or is asked.
    pub(super) fn interviewed(&self, said: &Said) -> Option<Frame> {
        let Said { start, colon, by } = *said;
        let speaker = match by {
            Speaking::Named => Speaker::Words(start..colon),
            Speaking::Asked => Speaker::InVerb,
            Speaking::Asker => return None,
        };
        Some(Frame {
            speaker,
            extent: start..colon + 1,
            order: Order::Clause { start: colon + 1, end: self.end() },
            rule: "attribution/interview",
            ..Frame::of(colon..colon, Stance::Claim)
        })
    }
}
