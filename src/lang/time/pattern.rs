//! The little language in which time rules are written, compiled to a program for a backtracking matcher.
//!
//! A pattern is a sequence of items divided by spaces:
//!
//! | item | matches |
//! |---|---|
//! | `<month>` | a word or number of that [`Class`] |
//! | `@to` | a phrase of the pack's list `to` |
//! | `'tahun'` | these words, or this mark |
//! | `~item` | the item, with no white space before it |
//! | `( a \| b )` | either |
//! | `item?` | the item or nothing |
//! | `[ ... ]` | the borders of the expression, where they are not the whole match; a second pair makes a range |
//!
//! Patterns never repeat, so matching takes time bounded by the pattern's size.

use super::vocabulary::Class;
use crate::lang::words::{WordId, Words};
use crate::model::Span;
use crate::text::token::tokenise;

/// A compiled pattern. Execution begins at instruction 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Program {
    pub insts: Vec<Inst>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Inst {
    /// Match this and go on with the next instruction.
    Match {
        atom: Atom,
        glued: bool,
    },
    /// Try the next instruction, then the one at the index.
    Split(usize),
    Jump(usize),
    /// The border of an expression.
    Open,
    Close,
    Done,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Atom {
    Class(Class),
    /// Index into the pack's lists.
    List(usize),
    Word(WordId),
}

/// Compiles `source`; `lists` names the pack's lists in order.
///
/// # Errors
/// A sentence that says what was expected, and where it stood in the pattern.
pub(super) fn compile(source: &str, lists: &[String], words: &mut Words) -> Result<Program, String> {
    let mut compiler = Compiler { rest: source, insts: Vec::new(), lists, words };
    compiler.alternatives()?;
    if !compiler.rest.trim().is_empty() {
        return Err(format!("expected the end of the pattern, but found `{}`", compiler.rest.trim()));
    }
    compiler.insts.push(Inst::Done);
    Ok(Program { insts: compiler.insts })
}

struct Compiler<'a> {
    rest: &'a str,
    insts: Vec<Inst>,
    lists: &'a [String],
    words: &'a mut Words,
}

impl<'a> Compiler<'a> {
    fn alternatives(&mut self) -> Result<(), String> {
        let start = self.insts.len();
        self.sequence()?;
        if !self.eat("|") {
            return Ok(());
        }
        // `a | b` becomes: split to b, a, jump past b, b. Jumps inside `a` move by one with it.
        self.shift_from(start);
        let jump = self.insts.len();
        self.insts.push(Inst::Jump(0));
        self.insts[start] = Inst::Split(jump + 1);
        self.alternatives()?;
        self.insts[jump] = Inst::Jump(self.insts.len());
        Ok(())
    }

    fn sequence(&mut self) -> Result<(), String> {
        loop {
            self.rest = self.rest.trim_start();
            match self.rest.chars().next() {
                None | Some('|' | ')') => return Ok(()),
                Some('[') => self.border(Inst::Open),
                Some(']') => self.border(Inst::Close),
                Some(_) => self.item()?,
            }
        }
    }

    fn border(&mut self, inst: Inst) {
        self.rest = &self.rest[1..];
        self.insts.push(inst);
    }

    fn item(&mut self) -> Result<(), String> {
        let start = self.insts.len();
        let glued = self.eat("~");
        if self.eat("(") {
            if glued {
                return Err("expected one item after `~`, but found a group".into());
            }
            self.alternatives()?;
            if !self.eat(")") {
                return Err(format!("expected `)`, but found `{}`", self.rest));
            }
        } else {
            self.atom(glued)?;
        }
        if self.rest.starts_with('?') {
            self.rest = &self.rest[1..];
            self.shift_from(start);
            self.insts[start] = Inst::Split(self.insts.len());
        }
        Ok(())
    }

    /// Makes room for one instruction at `start`.
    fn shift_from(&mut self, start: usize) {
        self.insts.insert(start, Inst::Done);
        for inst in &mut self.insts[start + 1..] {
            if let Inst::Split(target) | Inst::Jump(target) = inst {
                *target += 1;
            }
        }
    }

    fn atom(&mut self, glued: bool) -> Result<(), String> {
        if self.eat("<") {
            let name = self.until('>')?;
            let class = class_named(name).ok_or_else(|| format!("expected the name of a class, but found `{name}`"))?;
            self.insts.push(Inst::Match { atom: Atom::Class(class), glued });
        } else if self.eat("'") {
            let literal = self.until('\'')?;
            self.literal(literal, glued);
        } else if self.eat("@") {
            let end = self.rest.find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(self.rest.len());
            let (name, rest) = self.rest.split_at(end);
            self.rest = rest;
            let list = self.lists.iter().position(|list| list == name);
            let list = list.ok_or_else(|| format!("expected the name of a list, but found `{name}`"))?;
            self.insts.push(Inst::Match { atom: Atom::List(list), glued });
        } else {
            return Err(format!("expected `<class>`, `@list` or a quoted word, but found `{}`", self.rest));
        }
        Ok(())
    }

    fn literal(&mut self, literal: &str, glued: bool) {
        let mut tokens = Vec::new();
        tokenise(literal, Span::new(0, literal.len()), &mut tokens);
        for (index, token) in tokens.iter().enumerate() {
            let word = self.words.intern(token.span().of(literal));
            let glued = if index == 0 { glued } else { token.glued };
            self.insts.push(Inst::Match { atom: Atom::Word(word), glued });
        }
    }

    fn eat(&mut self, mark: &str) -> bool {
        let trimmed = self.rest.trim_start();
        match trimmed.strip_prefix(mark) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn until(&mut self, mark: char) -> Result<&'a str, String> {
        let (inner, rest) =
            self.rest.split_once(mark).ok_or_else(|| format!("expected `{mark}` after `{}`", self.rest))?;
        self.rest = rest;
        Ok(inner)
    }
}

fn class_named(name: &str) -> Option<Class> {
    use serde::Deserialize;
    use serde::de::value::{Error, StrDeserializer};
    Class::deserialize(StrDeserializer::<Error>::new(name)).ok()
}
