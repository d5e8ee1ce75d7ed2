//! Words that may be a name, and why they may be one.

use std::ops::Range;

use crate::lang::RecordId;
use crate::model::EntityKind;

/// Words that may be a name.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) tokens: Range<usize>,
    pub(crate) evidence: Evidence,
    /// The title before a person's name, as tokens.
    pub(crate) title: Option<Range<usize>>,
    /// Whether it stands alone in brackets behind another candidate: 'Amerika Serikat (AS)'.
    pub(crate) bracketed: bool,
    /// Whether its first word begins a sentence, so that its capital letter says little.
    pub(crate) opens: bool,
}

/// Why words may be a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// The reader said so.
    Reader(EntityKind),
    /// The line that it stands in is a result, a row of a table, or begins with a dateline.
    Layout(EntityKind),
    /// The gazetteer has it.
    Known(RecordId, EntityKind),
    /// A trained tagger found it.
    Tagged(EntityKind),
    /// It begins or ends as organisations do.
    OrganisationWord,
    /// It is the address of a site.
    Domain,
    /// It begins as events and laws do.
    EventWord,
    /// It follows a title or form of address.
    AfterTitle,
    /// It follows a common noun for a place.
    AfterPlaceHead,
    /// It follows a preposition of place.
    AfterPreposition,
    /// It stands where only places do, and nobody is known to bear it.
    StandsAsPlace,
    /// It follows a noun for outlets.
    AfterOutletNoun,
    /// It follows a noun for things.
    AfterThing,
    /// It stands beside a verb of saying.
    BesideSpeech,
    /// It is written in capitals only.
    Acronym,
    /// It is capitalised, and that is all.
    Capitals,
}

impl Evidence {
    /// Whether the lists or the reader said what it is.
    pub(crate) fn is_settled(self) -> bool {
        matches!(self, Evidence::Reader(_) | Evidence::Known(..))
    }

    /// Whether words are the name of an organisation, as far as is known.
    pub(crate) fn is_body(self) -> bool {
        matches!(
            self,
            Evidence::OrganisationWord
                | Evidence::Tagged(EntityKind::Organisation)
                | Evidence::Known(_, EntityKind::Organisation)
        )
    }
}
