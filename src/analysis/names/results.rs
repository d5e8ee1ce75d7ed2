//! Lines of results and tables, in which nothing but numbers stands between names: 'Arsenal 2 Chelsea 1', 'METS 9, CUBS 2',
//! 'Leeds 12 7 3 2 21 9 24', '1. Kelly Holmes (Britain) 1:57.91'.

use std::ops::Range;

use super::candidate::{Evidence, Known, known_at};
use super::spot::Spotter;
use crate::lang::{PlaceKind, RecordId};
use crate::model::EntityKind;

/// The longest name of a team, in words.
const TEAM_WORDS: usize = 4;

/// How many numbers behind a name make a row of a table.
const ROW_NUMBERS: usize = 4;

/// What may stand behind the second number of a result, in tokens: 'after extra time', '(Smith 23)' is more.
const REST_TOKENS: usize = 4;

impl Spotter<'_> {
    /// Looks at a sentence that begins at `at` and is nothing but a result or a row of a table; returns its end.
    pub(super) fn result_line(&mut self, at: usize) -> Option<usize> {
        if at != self.sentence.start {
            return None;
        }
        let first = self.team(at)?;
        if self.numbers(first.end) >= ROW_NUMBERS && first.end + self.numbers(first.end) == self.sentence.end {
            self.push_team(first);
            return Some(self.sentence.end);
        }
        let second = self.team(self.behind_score(first.end)?)?;
        let rest = self.behind_score(second.end).filter(|&rest| rest + REST_TOKENS >= self.sentence.end)?;
        self.push_team(first);
        self.push_team(second);
        Some(rest)
    }

    /// The words of a team at `at`, before a number.
    fn team(&self, at: usize) -> Option<Range<usize>> {
        let is_part = |at: &usize| {
            let is_stop = self.reading.mark(*at) == '.' && self.reading.is_glued(*at);
            *at < self.sentence.end && (self.reading.is_capitalised(*at) && self.reading.is_word(*at) || is_stop)
        };
        let len = (at..).take_while(is_part).count();
        (1..=TEAM_WORDS).contains(&len).then_some(at..at + len)
    }

    /// Behind the number at `at`, and the comma behind that.
    fn behind_score(&self, at: usize) -> Option<usize> {
        let is_score = self.reading.is_number(at) && !self.is_time(at) && at < self.sentence.end;
        let has_comma = matches!(self.reading.mark(at + 1), ',' | ';');
        is_score.then_some(if has_comma { at + 2 } else { at + 1 })
    }

    fn numbers(&self, at: usize) -> usize {
        (at..self.sentence.end).take_while(|&at| self.reading.is_number(at)).count()
    }

    /// A team that bears the name of a country stands for it; any other place is a club.
    fn push_team(&mut self, tokens: Range<usize>) {
        let is_whole = |known: &Known| known.len == tokens.len();
        let known = known_at(self.reading, self.packs, tokens.clone()).filter(is_whole);
        let evidence = match known {
            Some(Known { record, kind: EntityKind::Organisation, .. }) => {
                Evidence::Known(record, EntityKind::Organisation)
            }
            Some(Known { record, kind: EntityKind::Place, .. }) if self.is_country(record) => {
                Evidence::Known(record, EntityKind::Place)
            }
            _ => Evidence::OrganisationWord,
        };
        self.title = None;
        self.push(tokens, evidence, None);
    }

    fn is_country(&self, record: RecordId) -> bool {
        self.packs.gazetteer.record(record).place.is_some_and(|place| place.kind == PlaceKind::Country)
    }

    /// Whether the bracket behind a name holds the country that somebody competes for: 'Kelly Holmes (Britain)'.
    pub(super) fn is_before_country(&self, end: usize) -> bool {
        self.reading.mark(end) == '('
            && known_at(self.reading, self.packs, end + 1..self.sentence.end).is_some_and(|known| {
                known.kind == EntityKind::Place
                    && self.is_country(known.record)
                    && self.reading.mark(end + 1 + known.len) == ')'
            })
    }
}
