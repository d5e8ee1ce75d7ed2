//! Which rules can match at a token, told by that token and the one after it: nearly always none.
//!
//! One word is not enough. In English 'a' and 'the' begin dozens of rules, and stand in every sentence.

use rustc_hash::{FxHashMap, FxHashSet};

use super::compile::TimeFile;
use super::pattern::{Atom, Inst, Program};
use super::values::class_name;
use super::vocabulary::Class;
use crate::lang::words::{WordId, Words};
use crate::model::Span;
use crate::text::token::tokenise;

/// A token as the index knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    Word(WordId),
    /// A number of so many digits; of [`MOST_DIGITS`] for those of more, too.
    Digits(usize),
    /// Any number, in digits or words and of any length: the token after it is the one behind all of it.
    WholeNumber,
    /// Any token, or the end of the text.
    Any,
}

/// Numbers of more digits are all the same to the index.
const MOST_DIGITS: usize = 6;

impl Key {
    /// What a number that is written with `digits` is known by.
    pub(crate) fn number(digits: &str) -> Key {
        Key::Digits(digits.len().min(MOST_DIGITS))
    }

    /// What the numbers of a class are known by.
    fn numbers(class: Class) -> impl Iterator<Item = Key> {
        let lengths = class.digits().into_iter();
        lengths.flat_map(|digits| *digits.start()..=MOST_DIGITS.min(*digits.end())).map(Key::Digits)
    }
}

/// The rules by the first two tokens of what they match, or by a number and the token behind it.
#[derive(Clone, Debug, Default)]
pub struct Triggers {
    /// Whether a word begins anything, by its number.
    begins: Vec<bool>,
    rules: FxHashMap<(Key, Key), Vec<u16>>,
}

impl Triggers {
    /// Whether a rule can begin with `word`.
    pub(crate) fn can_begin(&self, word: WordId) -> bool {
        word.is_known() && self.begins.get(word.index()).copied().unwrap_or(false)
    }

    /// The rules for a token and the one after it.
    pub(crate) fn rules(&self, first: Key, second: Key) -> &[u16] {
        self.rules.get(&(first, second)).map_or(&[], Vec::as_slice)
    }

    fn insert(&mut self, first: Key, second: Key, rule: u16) {
        if let Key::Word(word) = first {
            if !word.is_known() {
                return;
            }
            self.note_beginning(word);
        }
        let rules = self.rules.entry((first, second)).or_default();
        if rules.last() != Some(&rule) {
            rules.push(rule);
        }
    }

    fn note_beginning(&mut self, word: WordId) {
        if self.begins.len() <= word.index() {
            self.begins.resize(word.index() + 1, false);
        }
        self.begins[word.index()] = true;
    }
}

/// The triggers of `programs`, which are the rules of `file` in order.
pub(super) fn index<'a>(programs: impl Iterator<Item = &'a Program>, file: &TimeFile, words: &Words) -> Triggers {
    let indexer = Indexer { file, lists: file.lists.values().collect(), words };
    let mut triggers = Triggers::default();
    for (rule, program) in programs.enumerate() {
        let rule = u16::try_from(rule).unwrap_or(u16::MAX);
        let mut pairs = FxHashSet::default();
        for (pc, atom) in atoms_from(program, 0).atoms {
            indexer.add_pairs(program, pc, atom, &mut pairs);
        }
        for (first, second) in pairs {
            triggers.insert(first, second, rule);
        }
    }
    let numbers = indexer.phrases(Atom::Class(Class::Number));
    let words = numbers.iter().filter_map(|phrase| phrase.first().copied());
    words.filter(|word| word.is_known()).for_each(|word| triggers.note_beginning(word));
    triggers
}

/// The atoms that can come next, and whether the match can be over.
struct Next {
    atoms: Vec<(usize, Atom)>,
    can_end: bool,
}

fn atoms_from(program: &Program, start: usize) -> Next {
    let mut next = Next { atoms: Vec::new(), can_end: false };
    let mut pending = vec![start];
    while let Some(at) = pending.pop() {
        match program.insts[at] {
            Inst::Match { atom, .. } => next.atoms.push((at, atom)),
            Inst::Split(other) => pending.extend([at + 1, other]),
            Inst::Jump(target) => pending.push(target),
            Inst::Open | Inst::Close => pending.push(at + 1),
            Inst::Done => next.can_end = true,
        }
    }
    next
}

struct Indexer<'a> {
    file: &'a TimeFile,
    lists: Vec<&'a Vec<String>>,
    words: &'a Words,
}

impl Indexer<'_> {
    /// Adds the first two tokens of everything that can match from `atom`, the instruction at `pc`.
    fn add_pairs(&self, program: &Program, pc: usize, atom: Atom, pairs: &mut FxHashSet<(Key, Key)>) {
        let behind = self.starts(program, pc + 1);
        if matches!(atom, Atom::Class(Class::Number)) {
            pairs.extend(behind.into_iter().map(|second| (Key::WholeNumber, second)));
            return;
        }
        for phrase in self.phrases(atom) {
            match phrase.as_slice() {
                [] => {}
                [only] => pairs.extend(behind.iter().map(|&second| (Key::Word(*only), second))),
                [first, second, ..] => {
                    pairs.insert((Key::Word(*first), Key::Word(*second)));
                }
            }
        }
        if let Atom::Class(class) = atom {
            let numbers = Key::numbers(class);
            pairs.extend(numbers.flat_map(|first| behind.iter().map(move |&second| (first, second))));
        }
    }

    /// The tokens with which a match from `pc` on can begin.
    fn starts(&self, program: &Program, pc: usize) -> FxHashSet<Key> {
        let next = atoms_from(program, pc);
        let mut keys = FxHashSet::default();
        if next.can_end {
            keys.insert(Key::Any);
        }
        for (_, atom) in next.atoms {
            keys.extend(self.phrases(atom).iter().filter_map(|phrase| phrase.first().copied()).map(Key::Word));
            match atom {
                Atom::Class(Class::Capital) => drop(keys.insert(Key::Any)),
                Atom::Class(class) => keys.extend(Key::numbers(class)),
                Atom::Word(_) | Atom::List(_) => {}
            }
        }
        keys
    }

    /// The phrases that `atom` lists, each as its words.
    fn phrases(&self, atom: Atom) -> Vec<Vec<WordId>> {
        match atom {
            Atom::Word(word) => vec![vec![word]],
            Atom::List(list) => self.lists[list].iter().map(|phrase| self.split(phrase)).collect(),
            Atom::Class(class) => {
                let entries = self.file.words.get(class_name(class)).into_iter().flatten();
                entries.map(|(phrase, _)| self.split(phrase)).collect()
            }
        }
    }

    fn split(&self, phrase: &str) -> Vec<WordId> {
        let mut tokens = Vec::new();
        tokenise(phrase, Span::new(0, phrase.len()), &mut tokens);
        tokens.iter().map(|token| self.words.find(token.span().of(phrase))).collect()
    }
}
