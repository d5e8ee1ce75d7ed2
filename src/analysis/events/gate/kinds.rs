//! Times that tell which of many are meant: 'the documents released in 2011', 'centres built before 1985', 'owners who bought a lamp after
//! January 1'.

use super::Gate;
use crate::lang::{Cue, EventWord, Turn};

/// A noun with what stands before it has at most so many tokens more.
const LONGEST_KIND_TOKENS: usize = 3;

/// 'whose permits had' has as many tokens.
const LONGEST_SUBJECT_TOKENS: usize = 3;

impl Gate<'_> {
    /// 'applies to homes built after 2015', 'anyone born before 1 January 2009', 'cheaper than those bought in 2009': what kind of
    /// thing is meant, where nothing tells that it is one.
    pub(super) fn is_of_kind(&self) -> bool {
        let stage = self.stage;
        let Some(done) = self.before().checked_sub(1).filter(|&at| at > self.part.start) else { return false };
        let before = self.before();
        // 'mixers sold between June 2023 and January 2025'
        let led = before < self.tokens.start;
        let after = led && stage.opens_clause(before);
        let bound = after || led && stage.is(before, EventWord::By);
        let those = stage.is(done - 1, EventWord::Kind);
        if !stage.pack.grammar.verbs_inflect || !(bound || those) {
            return false;
        }
        let definite = |at: usize| stage.pack.cues.turns.of(stage.reading.words[at]).contains(&Turn::DefiniteBefore);
        // 'one of the town's houses built after 2015'
        let owner = |at: usize| stage.reading.is_glued(at) && stage.is(at, EventWord::Determiner);
        let certain = |at: usize| definite(at) || owner(at);
        stage.is(done, EventWord::Participle) && (those || self.is_of_any(done, certain)) || after && self.is_of_many()
    }

    /// 'Owners who bought a lamp after January 1', 'Drivers whose permits expired before March': a clause about many. Of one or of certain
    /// ones it tells when.
    fn is_of_many(&self) -> bool {
        let stage = self.stage;
        let verb = (self.part.start..self.before()).rev().find(|&at| stage.is_main_verb(at));
        let relative = verb.and_then(|verb| {
            let near = (self.part.start + 1).max(verb.saturating_sub(LONGEST_SUBJECT_TOKENS))..verb;
            // 'promised that work would begin before Monday'
            let says = |at: usize| stage.says(at, |cue| matches!(cue, Cue::Says(_))).is_some();
            near.rev().find(|&at| stage.is_relative(at)).filter(|&at| !says(at - 1))
        });
        relative.is_some_and(|relative| self.is_of_any(relative, |at| stage.is(at, EventWord::Determiner)))
    }

    /// Whether the noun before `end` is told of any that fit: with no name, and none of the words that say which.
    fn is_of_any(&self, end: usize, says_which: impl Fn(usize) -> bool) -> bool {
        let stage = self.stage;
        let noun = end - 1;
        let is_noun = stage.reading.is_word(noun) && !stage.is(noun, EventWord::Auxiliary);
        let mut near = self.part.start.max(end.saturating_sub(LONGEST_KIND_TOKENS))..end;
        is_noun && !stage.is(noun, EventWord::Passive) && !near.any(|at| says_which(at) || stage.is_name(at))
    }
}
