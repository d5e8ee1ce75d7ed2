//! The names of the gazetteer as they stand in an article, looked up once for each of its tokens: many rules ask for them.

use std::ops::Range;

use crate::analysis::reading::Reading;
use crate::lang::{Packs, RecordId, RecordName};
use crate::model::EntityKind;

/// A name of the gazetteer as it stands in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    pub(crate) len: usize,
    pub(crate) record: RecordId,
    pub(crate) kind: EntityKind,
    pub(crate) risky: bool,
}

/// Every known name of an article.
#[derive(Debug)]
pub(crate) struct KnownNames {
    /// By the token where they begin, shortest first.
    names: Vec<Known>,
    /// For each token where the names that begin at it end in `names`.
    ends: Vec<u32>,
}

impl KnownNames {
    pub(crate) fn find(reading: &Reading, packs: &Packs) -> KnownNames {
        let mut names = Vec::new();
        let end_of = |at: usize| {
            // Most words begin none.
            if packs.gazetteer.begins(reading.words[at]) {
                names.extend(names_at(reading, packs, at));
            }
            names.len() as u32
        };
        let ends = (0..reading.tokens.len()).map(end_of).collect();
        KnownNames { names, ends }
    }

    /// The longest name that begins at the first of `tokens` and ends within them; of those as long, the first in the lists.
    pub(super) fn longest(&self, tokens: &Range<usize>) -> Option<Known> {
        let fitting = self.beginning_at(tokens.start).iter().filter(|known| known.len <= tokens.len());
        fitting.copied().reduce(|best, known| if known.len > best.len { known } else { best })
    }

    /// Whether any name begins at token `at`.
    pub(super) fn begins(&self, at: usize) -> bool {
        !self.beginning_at(at).is_empty()
    }

    fn beginning_at(&self, at: usize) -> &[Known] {
        let Some(&end) = self.ends.get(at) else { return &[] };
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.names[start as usize..end as usize]
    }
}

/// The names that begin at token `at`, shortest first.
fn names_at<'a>(reading: &'a Reading, packs: &'a Packs, at: usize) -> impl Iterator<Item = Known> + use<'a> {
    // '1.3m' is not the company.
    let is_decimal = || at > 0 && reading.is_glued(at) && matches!(reading.mark(at - 1), '.' | ',');
    // 'A$AP Rocky'
    let is_written_on = || at > 1 && reading.is_glued(at) && reading.mark(at - 1) == '$' && reading.is_word(at - 2);
    let may_begin = reading.is_word(at) && !is_written_on() || reading.is_number(at) && !is_decimal();
    let words = if may_begin { &reading.words[at..] } else { &[] };
    packs.gazetteer.names(words).filter(move |(len, name)| stands_at(reading, packs, at..at + len, name)).map(
        |(len, name)| Known { len, record: name.record, kind: packs.gazetteer.kind(name.record), risky: name.risky },
    )
}

/// The longest small word that a name may begin with where the rest is capitalised, in bytes.
const SHORT_BYTES: usize = 2;

/// Whether `tokens` are written as `name` is.
fn stands_at(reading: &Reading, packs: &Packs, tokens: Range<usize>, name: &RecordName) -> bool {
    let Range { start, end } = tokens;
    let written = reading.span(start..end).of(reading.body);
    // A domain name is known in lower case too; every other name has its capitals, also where it ends as a sentence does ('was
    // not ill.').
    let is_joined = || reading.mark(start + 1) == '-' && reading.is_capitalised(start + 2) && end - start > 2;
    // 'al Shabaab'; but 'di Yogyakarta' is no 'DI Yogyakarta'.
    let is_led = || {
        let is_body = packs.gazetteer.kind(name.record) == EntityKind::Organisation;
        is_body && end - start > 1 && reading.text(start).len() <= SHORT_BYTES && reading.is_capitalised(start + 1)
    };
    let is_cased = reading.is_capitalised(start)
        || reading.is_number(start)
        || is_joined()
        || is_led()
        || written.contains('.') && !written.ends_with('.')
        || is_written_small(packs, name, written);
    // 'US$' is a currency, and 'AP7' is no 'AP'.
    let goes_on = reading.is_glued(end) && (reading.is_number(end) || reading.mark(end) == '$');
    // 'The row' is not the fashion house 'The Row'.
    let is_ordinary = reading.is_the(start) && end - start == 2 && !reading.is_capitalised(start + 1);
    is_cased && !goes_on && !is_ordinary && name.fits(written)
}

/// Whether a name begins with a small letter and has a capital further on ('iPhone 15', 'uMkhonto weSizwe'), or an outlet writes its
/// own all small: 'detikSumut', 'kumparan'.
fn is_written_small(packs: &Packs, name: &RecordName, written: &str) -> bool {
    if packs.gazetteer.kind(name.record) != EntityKind::Outlet {
        let first = written.split([' ', '-']).next().unwrap_or_default();
        return first.starts_with(char::is_lowercase) && first.contains(char::is_uppercase);
    }
    let record = packs.gazetteer.record(name.record);
    (record.name == written || written.contains(char::is_uppercase)) && record.name.starts_with(char::is_lowercase)
}
