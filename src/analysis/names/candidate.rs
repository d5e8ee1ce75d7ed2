//! Words that may be a name, why they may be one, and the names of the gazetteer as they stand in a text.

use std::ops::Range;

use crate::analysis::reading::Reading;
use crate::lang::{Packs, RecordId, RecordName};
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

/// A name of the gazetteer as it stands in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    pub(crate) len: usize,
    pub(crate) record: RecordId,
    pub(crate) kind: EntityKind,
    pub(crate) risky: bool,
}

/// Whether a name begins with a small letter and has a capital further on ('iPhone 15', 'uMkhonto weSizwe'), or an outlet writes its
/// own all small: 'detikSumut', 'kumparan'.
fn is_written_small(packs: &Packs, name: &RecordName, written: &str) -> bool {
    let record = packs.gazetteer.record(name.record);
    if record.kind != EntityKind::Outlet {
        let first = written.split([' ', '-']).next().unwrap_or_default();
        return first.starts_with(char::is_lowercase) && first.contains(char::is_uppercase);
    }
    (record.name == written || written.contains(char::is_uppercase)) && record.name.starts_with(char::is_lowercase)
}

/// The longest known name that begins at the first of `tokens`.
pub(crate) fn known_at(reading: &Reading, packs: &Packs, tokens: Range<usize>) -> Option<Known> {
    let words = reading.words.get(tokens.clone())?;
    if !reading.is_word(tokens.start) && !reading.is_number(tokens.start) {
        return None;
    }
    // '1.3m' is not the company.
    let is_decimal = |at: usize| reading.is_glued(at) && matches!(reading.mark(at - 1), '.' | ',');
    if tokens.start > 0 && reading.is_number(tokens.start) && is_decimal(tokens.start) {
        return None;
    }
    let mut best: Option<Known> = None;
    for (len, name) in packs.gazetteer.names(words) {
        let written = reading.span(tokens.start..tokens.start + len).of(reading.body);
        // 'US$' is a currency.
        // 'AP7' is no 'AP'.
        let goes_on = reading.is_number(tokens.start + len) && reading.is_glued(tokens.start + len);
        let is_currency = reading.mark(tokens.start + len) == '$' && reading.is_glued(tokens.start + len);
        // A domain name is known in lower case too; every other name has its capitals.
        let is_joined = reading.mark(tokens.start + 1) == '-' && reading.is_capitalised(tokens.start + 2) && len > 2;
        let cased = reading.is_capitalised(tokens.start)
            || is_joined
            || reading.is_number(tokens.start)
            || written.contains('.')
            || is_written_small(packs, &name, written);
        // Of names that are as long the first counts.
        if cased && !is_currency && !goes_on && name.fits(written) && best.is_none_or(|best| best.len < len) {
            let RecordName { record, risky, .. } = name;
            best = Some(Known { len, record, kind: packs.gazetteer.kind(record), risky });
        }
    }
    best
}
