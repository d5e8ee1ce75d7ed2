//! Lines of results and tables, in which nothing but numbers stands between names: 'Arsenal 2 Chelsea 1', 'METS 9, CUBS 2',
//! 'Leeds 12 7 3 2 21 9 24', 'Stoke 1-2 Fulham', '1. Kelly Holmes (Britain) 1:57.91'.

use std::ops::Range;

use super::Spotter;
use crate::analysis::names::candidate::Evidence;
use crate::analysis::names::known::Known;
use crate::lang::{NameCue, PlaceKind, RecordId};
use crate::model::EntityKind;

/// The longest name of a team, in words.
const TEAM_WORDS: usize = 4;

/// How many numbers behind a name make a row of a table.
const ROW_NUMBERS: usize = 3;

/// What may stand behind the second number of a result, in tokens, besides a bracket: 'after extra time'.
const REST_TOKENS: usize = 4;

impl Spotter<'_> {
    /// Looks at a sentence that begins at `at` and is nothing but a result or a row of a table; returns its end.
    pub(super) fn result_line(&mut self, at: usize) -> Option<usize> {
        if let Some(end) = self.runner(at) {
            return Some(end);
        }
        if at != self.sentence.start {
            return None;
        }
        if let Some(end) = self.row_of_players(at) {
            return Some(end);
        }
        let first = self.team(at)?;
        // 'OSLO 1998-02-11'
        if self.is_time(first.end) {
            return None;
        }
        if self.is_row(first.end) {
            self.push_team(first, false);
            return Some(self.sentence.end);
        }
        let joint = self.behind_joint_score(first.end);
        let second = self.team(joint.or_else(|| self.behind_score(first.end))?)?;
        let behind = if joint.is_some() { Some(second.end) } else { self.behind_score(second.end) };
        let is_bracket =
            |rest: usize| self.reading.mark(rest) == '(' && self.reading.mark(self.sentence.end - 1) == ')';
        let rest = behind.filter(|&rest| rest + REST_TOKENS >= self.sentence.end || is_bracket(rest))?;
        let is_country =
            |team: &Range<usize>| self.scene.known(team.clone()).is_some_and(|it| self.is_country(it.record));
        let is_of_nations = is_country(&first) || is_country(&second);
        self.push_team(first, is_of_nations);
        self.push_team(second, is_of_nations);
        Some(rest)
    }

    /// A horse, who rode it, and its odds: '2 Julius Des Pictons (Harry Skelton) 7-1'.
    fn runner(&mut self, at: usize) -> Option<usize> {
        let opens = at == self.sentence.start
            || self.reading.is_number(at - 1)
            || matches!(self.reading.mark(at - 1), ',' | ';' | ':');
        if !opens || !self.scene.pack.full_names || !self.reading.is_capitalised(at) {
            return None;
        }
        let open =
            at + 1 + (at + 1..self.sentence.end).take(TEAM_WORDS).take_while(|&at| self.reading.is_word(at)).count();
        if self.reading.mark(open) != '(' {
            return None;
        }
        let close = (open + 2..open + 2 + TEAM_WORDS).find(|&at| self.reading.mark(at) == ')')?;
        let is_odds = self.reading.is_number(close + 1)
            && matches!(self.reading.mark(close + 2), '-' | '/')
            && self.reading.is_number(close + 3);
        let is_rider = is_odds && (open + 1..close).all(|at| self.is_name_word(at));
        if !is_rider || close + 3 >= self.sentence.end {
            return None;
        }
        self.title = None;
        self.push(at..open, Evidence::EventWord, None);
        self.push(open + 1..close, Evidence::Layout(EntityKind::Person), None);
        Some(close + 4)
    }

    /// The words of a team at `at`, before a number.
    fn team(&self, at: usize) -> Option<Range<usize>> {
        let is_part = |at: &usize| {
            let is_stop = self.reading.mark(*at) == '.' && self.reading.is_glued(*at);
            *at < self.sentence.end && (self.reading.is_capitalised(*at) && self.reading.is_word(*at) || is_stop)
        };
        let len = (at..).take_while(is_part).count();
        // 'Padahal Perpres Nomor 115 Tahun 2025 mewajibkannya'
        let is_team = self.reading.is_word(at)
            && (1..=TEAM_WORDS).contains(&len)
            && !self.scene.is_cue(at + len - 1, NameCue::NotName);
        is_team.then_some(at..at + len)
    }

    /// Behind the number at `at`, and the comma behind that.
    fn behind_score(&self, at: usize) -> Option<usize> {
        let is_score = self.reading.is_number(at) && !self.is_time(at) && at < self.sentence.end;
        let has_comma = matches!(self.reading.mark(at + 1), ',' | ';');
        is_score.then_some(if has_comma { at + 2 } else { at + 1 })
    }

    /// Behind both numbers of a result that stand between the teams: '1-2'.
    fn behind_joint_score(&self, at: usize) -> Option<usize> {
        let is_dash = matches!(self.reading.mark(at + 1), '-' | '–') && self.reading.is_glued(at + 1);
        let is_score = is_dash && self.reading.is_number(at) && self.reading.is_number(at + 2);
        (is_score && at + 3 < self.sentence.end && self.reading.is_capitalised(at + 3)).then_some(at + 3)
    }

    /// Whether nothing but numbers stands from `at` on, and the marks between and within them: '74 59 .556 -'.
    fn is_row(&self, at: usize) -> bool {
        let rest = at..self.sentence.end;
        let is_part = |at: usize| self.reading.is_number(at) || self.reading.mark(at) != ' ';
        rest.clone().filter(|&at| self.reading.is_number(at)).count() >= ROW_NUMBERS && rest.into_iter().all(is_part)
    }

    /// Those who share a place in a list: '64 Billy Andrade, Jesper Parnevik (Sweden)'.
    fn row_of_players(&mut self, at: usize) -> Option<usize> {
        let mut players = Vec::new();
        let mut next = at + usize::from(self.reading.is_number(at));
        while next > at && next < self.sentence.end {
            let player = self.player(next)?;
            next = self.behind_country(player.end);
            players.push(player);
            let goes_on = matches!(self.reading.mark(next), ',' | ';' | '.');
            next += usize::from(goes_on);
            if !goes_on && next < self.sentence.end {
                return None;
            }
        }
        if players.is_empty() || players.len() == 1 && !self.is_before_country(players[0].end) {
            return None;
        }
        for player in players {
            let end = player.end;
            self.push(player, Evidence::Layout(EntityKind::Person), None);
            if let Some(Known { len, record, kind, .. }) =
                self.scene.known(end + 1..self.sentence.end).filter(|_| self.is_before_country(end))
            {
                self.push(end + 1..end + 1 + len, Evidence::Known(record, kind), None);
            }
        }
        Some(self.sentence.end)
    }

    /// Two or three words that may be somebody's name.
    fn player(&self, at: usize) -> Option<Range<usize>> {
        let len = self.team(at)?.len();
        ((2..=3).contains(&len) && self.scene.known(at..at + len).is_none_or(|known| known.len < len))
            .then_some(at..at + len)
    }

    fn behind_country(&self, at: usize) -> usize {
        if self.reading.mark(at) != '(' {
            return at;
        }
        (at..self.sentence.end).find(|&at| self.reading.mark(at) == ')').map_or(at, |close| close + 1)
    }

    /// A team that bears the name of a country stands for it, and so does that of any other place where nations play ('Wales');
    /// else a place is a club.
    fn push_team(&mut self, tokens: Range<usize>, is_of_nations: bool) {
        let is_whole = |known: &Known| known.len == tokens.len();
        let known = self.scene.known(tokens.clone()).filter(is_whole);
        let evidence = match known {
            Some(Known { record, kind: EntityKind::Organisation, .. }) => {
                Evidence::Known(record, EntityKind::Organisation)
            }
            Some(Known { record, kind: EntityKind::Place, .. }) if is_of_nations || self.is_country(record) => {
                Evidence::Known(record, EntityKind::Place)
            }
            _ => Evidence::Layout(EntityKind::Organisation),
        };
        self.title = None;
        self.push(tokens, evidence, None);
    }

    pub(super) fn is_country(&self, record: RecordId) -> bool {
        self.scene.gazetteer().record(record).place.is_some_and(|place| place.kind == PlaceKind::Country)
    }

    /// Whether the bracket behind a name holds the country that somebody competes for: 'Kelly Holmes (Britain)'.
    pub(super) fn is_before_country(&self, end: usize) -> bool {
        self.reading.mark(end) == '('
            && self.scene.known(end + 1..self.sentence.end).is_some_and(|known| {
                known.kind == EntityKind::Place
                    && self.is_country(known.record)
                    && self.reading.mark(end + 1 + known.len) == ')'
            })
    }
}
