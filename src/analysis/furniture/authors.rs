//! Who wrote the article, told again behind it: 'Denise Piper is a reporter for ...', or the names by themselves.

use std::ops::Range;

use super::line::Line;
use super::place::{Kinds, LONGEST_NAMES_WORDS, LONGEST_SUBHEAD_WORDS, Places};
use crate::lang::{FurnitureWord, WordId};
use crate::model::FurnitureKind;

/// Who wrote an article is told in as many of its last lines at most.
const LAST_LINES: usize = 4;

/// Behind a first name alone the word for what its bearer is stands within so many words: 'Ashwin is the senior editor'.
const FARTHEST_ROLE: usize = 10;

/// A line that tells what an author is and where has at most this many words.
const LONGEST_ROLE_WORDS: usize = 12;

/// Between the name behind an article and what is told of its bearer stands the role at most.
const FARTHEST_NAME: usize = 2;

/// The head of a page has no more lines.
const LONGEST_HEAD_LINES: usize = 14;

/// First and last name, of any two words of a byline that stand side by side.
type Name<'a> = [&'a str; 2];

impl Places<'_> {
    /// Marks the lines below the first prose that name the authors of the byline again.
    pub(super) fn authors(&self, first_prose: usize, kinds: &mut Kinds) {
        // A standfirst is prose by its form, and stands above the byline.
        let top = self.head_end(first_prose, kinds);
        let above = (0..top).filter(|&index| kinds[index] == Some(FurnitureKind::Byline));
        // 'Dana Holst is a reporter who covers the New York Giants': of whole sentences only the name that opens them.
        let written = |index: usize| {
            let line = &self.lines[index];
            let most = if line.is_prose() { 1 } else { usize::MAX };
            self.names_of(line).into_iter().take(most)
        };
        let names: Vec<Name> = above.flat_map(written).collect();
        let below = top..self.lines.len();
        self.entry_authors(below.clone(), kinds);
        if names.is_empty() {
            return;
        }
        // The name by itself first: what stands above it no more tells of its bearer.
        for index in below.clone() {
            let signed = self.is_signature(&self.lines[index], &names);
            let role = kinds[index - 1] == Some(FurnitureKind::Byline) && self.tells_role(&self.lines[index]);
            if kinds[index].is_none() && (signed || role) {
                kinds[index] = Some(FurnitureKind::Byline);
            }
        }
        let prose = below.rev().filter(|&index| self.lines[index].is_prose());
        for index in prose.take(LAST_LINES).collect::<Vec<_>>() {
            if kinds[index].is_none() && self.is_biography(index, &names, kinds) {
                kinds[index] = Some(FurnitureKind::Byline);
            }
        }
    }

    /// Who the author is, told in whole sentences below the name, in the head or behind the article: 'Kerry Breen', 'Kerry Breen is a news editor at ...'.
    pub(super) fn biographies_below_names(&self, kinds: &mut Kinds) {
        for index in 2..kinds.len() {
            let line = &self.lines[index];
            let opening = self.words(line);
            if kinds[index].is_some() || !line.is_prose() || line.quoted || opening.len() <= 2 {
                continue;
            }
            if self.tells_of_first_name(index, &opening, kinds) {
                kinds[index] = Some(FurnitureKind::Byline);
            }
            if !self.is_name(&opening[..2]) {
                continue;
            }
            let key = self.key(&opening[..2]);
            // 'Dan Holst', 'Senior Security Editor', 'Dan Holst is Senior Security Editor at ...'
            let reach = if index < LONGEST_HEAD_LINES { LONGEST_HEAD_LINES } else { FARTHEST_NAME };
            let role = opening.iter().skip(2).take(FARTHEST_ROLE).any(|&at| self.has_word(at, FurnitureWord::Role));
            let mut above = index.saturating_sub(reach)..index;
            let named = |index: usize| {
                let line = &self.lines[index];
                line.is_open() && line.words <= LONGEST_NAMES_WORDS && self.names_of(line).contains(&key)
            };
            let signed = if role { above.find(|&index| named(index)) } else { None };
            if let Some(name) = signed {
                kinds[name] = kinds[name].or(Some(FurnitureKind::Byline));
                kinds[index] = Some(FurnitureKind::Byline);
                let role = index - 1;
                if role > name && kinds[role].is_none() && self.tells_role(&self.lines[role]) {
                    kinds[role] = Some(FurnitureKind::Byline);
                }
            }
        }
    }

    /// 'Oliver covers Swiss companies.' below 'Oliver Hirt', of whom the article does not tell.
    fn tells_of_first_name(&self, index: usize, opening: &[usize], kinds: &Kinds) -> bool {
        let first = self.reading.folded(opening[0]);
        let alone = self.reading.is_capitalised(opening[0]) && !self.reading.is_capitalised(opening[1]);
        let named = |above: usize| {
            let line = &self.lines[above];
            // 'Denise Lau-Fong'
            let doubled = line.words == 3 && line.tokens.len() == 4 && self.reading.mark(line.tokens.end - 2) == '-';
            let is_name = line.is_open() && (line.words == 2 || doubled);
            is_name && self.names_of(line).iter().any(|name| name[0] == first)
        };
        alone && (index.saturating_sub(LAST_LINES)..index).any(named) && !self.is_told_of(opening[0], index, kinds)
    }

    /// Names below the hour of an entry in a live page: 'Lili Bayer in Brussels'.
    fn entry_authors(&self, below: Range<usize>, kinds: &mut Kinds) {
        for index in below {
            let timed = kinds[index - 1] == Some(FurnitureKind::PublicationLine);
            let line = &self.lines[index];
            if kinds[index].is_none() && timed && line.words <= LONGEST_NAMES_WORDS && self.is_names(line) {
                kinds[index] = Some(FurnitureKind::Byline);
            }
        }
    }

    fn words(&self, line: &Line) -> Vec<usize> {
        line.tokens.clone().filter(|&at| self.reading.is_word(at)).collect()
    }

    fn is_name(&self, pair: &[usize]) -> bool {
        pair.iter().all(|&at| self.reading.is_capitalised(at)) && pair[0] + 1 == pair[1]
    }

    fn key(&self, pair: &[usize]) -> Name<'_> {
        [self.reading.folded(pair[0]), self.reading.folded(pair[1])]
    }

    fn names_of(&self, line: &Line) -> Vec<Name<'_>> {
        let words = self.words(line);
        // 'By' is no name.
        let plain = |pair: &&[usize]| self.is_name(pair) && !self.has_word(pair[0], FurnitureWord::Role);
        words.windows(2).filter(plain).map(|pair| self.key(pair)).collect()
    }

    /// Prose that begins with an author: by the whole name, by one of the two where a role is told of it, or by the first where
    /// that was not heard of in the article.
    fn is_biography(&self, index: usize, names: &[Name], kinds: &Kinds) -> bool {
        let line = &self.lines[index];
        let opening = self.words(line);
        if opening.len() <= 2 || line.quoted {
            return false;
        }
        let possessor = |at: usize| matches!(self.reading.text(at), "'s" | "’s");
        // 'South West Water' is no 'South West Correspondent'.
        let goes_on = self.reading.is_capitalised(opening[2]) && !names.contains(&self.key(&opening[1..3]));
        let whole = !goes_on
            && self.is_name(&opening[..2])
            && names.contains(&self.key(&opening[..2]))
            && !possessor(opening[1] + 1);
        let first = names.iter().any(|name| name[0] == self.reading.folded(opening[0]));
        let last = || names.iter().any(|name| name[1] == self.reading.folded(opening[0]));
        let told = !self.reading.is_capitalised(opening[1]) && !possessor(opening[1]);
        let role = |&at: &usize| self.has_word(at, FurnitureWord::Role);
        let is_role = told && opening.iter().take(FARTHEST_ROLE).any(role);
        whole || is_role && (first || last()) || first && told && !self.is_told_of(opening[0], index, kinds)
    }

    /// Whether the word at `name` stands in the article above the line `index`.
    fn is_told_of(&self, name: usize, index: usize, kinds: &Kinds) -> bool {
        let word = self.reading.folded(name);
        let above = (0..index).filter(|&index| kinds[index].is_none() && self.lines[index].is_prose());
        above.flat_map(|index| self.lines[index].tokens.clone()).any(|at| self.reading.folded(at) == word)
    }

    /// The name of an author by itself, or with another.
    fn is_signature(&self, line: &Line, names: &[Name]) -> bool {
        let words = self.words(line);
        line.is_open()
            && (2..=LONGEST_NAMES_WORDS).contains(&line.words)
            && words.len() >= 2
            && self.is_name(&words[..2])
            && names.contains(&self.key(&words[..2]))
            && words.iter().all(|&at| self.reading.is_capitalised(at) || self.has_word(at, FurnitureWord::Desk))
    }

    /// 'Senior Transportation Editor', or a line that opens with a role ('Jurnalis di Solopos. Menulis soal ...'), below a name.
    fn tells_role(&self, line: &Line) -> bool {
        let words = self.words(line);
        let is_role = |at: &usize| self.has_word(*at, FurnitureWord::Role);
        let ends = line.is_open() && words.last().is_some_and(is_role) && line.words <= LONGEST_SUBHEAD_WORDS;
        ends || words.len() > 2 && words.first().is_some_and(is_role) && !line.quoted
    }

    /// 'BBC Sport tennis news reporter at Wimbledon' below a name in the head of an article.
    pub(super) fn holds_role(&self, line: &Line) -> bool {
        let role = self.words(line).into_iter().any(|at| self.has_word(at, FurnitureWord::Role));
        line.is_open() && role && line.words <= LONGEST_ROLE_WORDS
    }

    pub(super) fn has_word(&self, at: usize, word: FurnitureWord) -> bool {
        let holds = |&id: &WordId| self.pack.cues.furniture.words.of(id).contains(&word);
        self.reading.words.get(at).is_some_and(holds)
    }
}
