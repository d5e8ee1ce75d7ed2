//! Short forms in brackets behind the name that they stand for: 'Amerika Serikat (AS)'.

use std::ops::Range;

use super::Spotter;
use crate::analysis::names::candidate::{Candidate, Evidence};
use crate::analysis::names::known::Known;
use crate::lang::NameHint;
use crate::model::EntityKind;
use crate::text::token::Case;

/// How many names may be nested before a bracket.
const NESTED_NAMES: usize = 6;

/// The longest name in another language that is looked for in a bracket, in tokens.
const LONGEST_NAME: usize = 10;

/// The most words of a body that are looked for before what was found of it.
const MOST_HEAD_WORDS: usize = 3;

/// A short form of several words begins with one of at least so many bytes: 'Pukat UGM'.
const LEAST_CONTRACTED_BYTES: usize = 4;

/// The letters of a bourse behind those of a company, in bytes: 'O', 'HK'.
const LONGEST_BOURSE_BYTES: usize = 2;

/// The most names that end where a company does, with itself.
const LONGEST_NEST: usize = 3;

impl Spotter<'_> {
    /// 'AS' of 'Amerika Serikat (AS)'; returns the token after the closing bracket.
    pub(super) fn bracketed_abbreviation(&mut self, at: usize) -> Option<usize> {
        let at = self.behind_stop(at);
        if let Some(close) = self.bracketed_pair(at) {
            return Some(close);
        }
        if self.is_ticker(at) {
            return Some(at + 5);
        }
        // 'Paguyuban Pedagang Pasar Argosari (P3A)'
        if let Some(close) = self.end_of_lettered(at) {
            self.push_bracketed(at + 1..close);
            return Some(close + 1);
        }
        let close = (at + 2..self.sentence.end.min(at + 4)).find(|&at| self.reading.mark(at) == ')')?;
        // 'PT Taspen (Persero)': the form of the company and no name of it.
        let is_one = self.reading.mark(at) == '(' && close == at + 2;
        if is_one && self.scene.is_hint(at + 1, NameHint::Form) {
            return Some(self.behind_public_form(at, close + 1));
        }
        // 'Femi Ajayi (SAN)'
        let is_upper = self.reading.tokens[at + 1].case == Case::Upper;
        if is_one && is_upper && self.scene.is_hint(at + 1, NameHint::Postnominal) {
            return Some(close + 1);
        }
        let is_contraction = || close == at + 2 && self.is_contraction(at);
        if self.reading.mark(at) != '(' || !(self.is_short_form(at + 1..close) || is_contraction()) {
            return None;
        }
        self.push_bracketed(at + 1..close);
        Some(close + 1)
    }

    /// Behind the bracket that closes before `end`, or behind the 'Tbk' of a company whose shares are sold, which makes the bracket at `at` a part
    /// of its name: 'PT Bank Syariah Indonesia (Persero) Tbk'.
    fn behind_public_form(&mut self, at: usize, end: usize) -> usize {
        let is_public = self.reading.is_capitalised(end) && self.scene.is_hint(end, NameHint::Form);
        let company = self.out.iter_mut().rev().take(LONGEST_NEST).filter(|it| it.tokens.end == at).last();
        let Some(company) = company.filter(|_| is_public) else { return end };
        company.tokens.end = end + 1;
        self.bracketed_abbreviation(end + 1).unwrap_or(end + 1)
    }

    /// The closing bracket behind letters with figures among them, each run of which is a token: '(P3A)', '(P2T2)'.
    fn end_of_lettered(&self, bracket: usize) -> Option<usize> {
        let first = bracket + 1;
        // '(PPA-CI)'
        let is_letters = |at: usize| self.reading.tokens.get(at).is_some_and(|token| token.case == Case::Upper);
        let is_pair = self.reading.mark(bracket) == '('
            && is_letters(first)
            && self.reading.mark(first + 1) == '-'
            && is_letters(first + 2)
            && self.reading.mark(first + 3) == ')';
        if is_pair {
            return Some(first + 3);
        }
        if self.reading.mark(bracket) != '(' || !self.reading.is_number(first + 1) {
            return None;
        }
        let is_upper = |at: usize| self.reading.tokens[at].case == Case::Upper;
        let is_part = |at: &usize| self.reading.is_glued(*at) && (is_upper(*at) || self.reading.is_number(*at));
        let close = first + (first..self.sentence.end).take_while(is_part).count();
        (is_upper(first) && self.reading.mark(close) == ')').then_some(close)
    }

    /// '(NVDA.O)', '(0700.HK)': what a bourse calls a company.
    fn is_ticker(&self, bracket: usize) -> bool {
        let is_upper = |at: usize| self.reading.text(at).starts_with(|c: char| c.is_ascii_uppercase());
        self.reading.mark(bracket) == '('
            && (is_upper(bracket + 1) || self.reading.is_number(bracket + 1))
            && self.reading.mark(bracket + 2) == '.'
            && is_upper(bracket + 3)
            && self.reading.text(bracket + 3).len() <= LONGEST_BOURSE_BYTES
            && self.reading.mark(bracket + 4) == ')'
            && bracket + 4 < self.sentence.end
    }

    /// The name in another language and its letters: 'Dewan Emas Dunia (World Gold Council/WGC)'.
    fn bracketed_pair(&mut self, at: usize) -> Option<usize> {
        if self.reading.mark(at) != '(' || self.out.last().is_none_or(|name| name.tokens.end != at) {
            return None;
        }
        let is_part = |at: &usize| self.reading.is_word(*at) || self.reading.mark(*at) == '-';
        let slash = at + 1 + (at + 1..self.sentence.end).take(LONGEST_NAME).take_while(is_part).count();
        let is_pair = slash > at + 2
            && self.reading.mark(slash) == '/'
            && self.reading.mark(slash + 2) == ')'
            && slash + 2 < self.sentence.end
            && self.reading.is_capitalised(at + 1)
            && self.reading.tokens[slash + 1].case == Case::Upper;
        if !is_pair {
            return None;
        }
        self.push_bracketed(at + 1..slash);
        self.push_bracketed(slash + 1..slash + 2);
        Some(slash + 3)
    }

    /// Makes whole what was found of a body, if the letters in the bracket behind it are those of the words before it too: 'Kepala
    /// Pusat Vulkanologi dan Mitigasi Bencana Geologi (PVMBG)', 'Pimpinan Wilayah Muhammadiyah (PWM)'.
    fn with_head(&mut self, letters: &Range<usize>) {
        let ends_here = |it: &&Candidate| it.tokens.end + 1 == letters.start;
        let nested = self.out.iter().rev().take(NESTED_NAMES).take_while(ends_here).count();
        let index = self.out.len() - nested;
        let Some(body) = self.out.get(index).filter(|it| it.evidence.is_body()) else { return };
        let Range { start, end } = body.tokens;
        let is_known = matches!(body.evidence, Evidence::Known(..));
        let text = self.reading.text(letters.start);
        let capitals = |from: usize| (from..end).filter(|&at| self.reading.is_capitalised(at));
        let initials = |from: usize| capitals(from).filter_map(|at| self.reading.text(at).chars().next());
        let first = self.sentence.start.max(start.saturating_sub(MOST_HEAD_WORDS));
        let mut before = (first..start).rev().take_while(|&at| self.reading.tokens[at].case == Case::Capital);
        let Some(head) = before.find(|&from| text.chars().eq(initials(from))) else { return };
        if is_known {
            let whole = Candidate { tokens: head..end, evidence: Evidence::OrganisationWord, ..body.clone() };
            self.out.insert(index, whole);
        } else {
            self.out[index].tokens.start = head;
        }
    }

    /// A name that means what the one before the bracket means.
    fn push_bracketed(&mut self, tokens: Range<usize>) {
        if tokens.len() == 1
            && self.scene.pack.grammar.noun_first
            && self.reading.tokens[tokens.start].case == Case::Upper
        {
            self.with_head(&tokens);
        }
        // 'Bahan Bakar Minyak (BBM)': letters that are mostly a word are not by their bracket the name that they can be.
        let is_word = |risky: bool| risky && self.scene.is_hint(tokens.start, NameHint::Ordinary);
        // 'Satgas Penertiban Kawasan Hutan (PKH)' is no 'Program Keluarga Harapan'.
        let is_told = |kind| kind == EntityKind::Other && self.ends_with_initials(&tokens);
        let evidence = match self.scene.known(tokens.clone()) {
            Some(Known { record, kind, len, risky }) if len == tokens.len() && !is_word(risky) && !is_told(kind) => {
                Evidence::Known(record, kind)
            }
            _ => Evidence::Acronym,
        };
        self.out.push(Candidate { tokens, evidence, title: None, bracketed: true, opens: false });
    }

    /// Whether letters in a bracket are those of the last words of the body before it, which no list has.
    fn ends_with_initials(&self, tokens: &Range<usize>) -> bool {
        let letters = self.reading.text(tokens.start);
        let body = self.out.last().filter(|body| body.tokens.end + 1 == tokens.start);
        body.filter(|body| body.evidence.is_body()).is_some_and(|body| {
            let capitals = body.tokens.clone().rev().filter(|&at| self.reading.is_capitalised(at));
            let initials = capitals.filter_map(|at| self.reading.text(at).chars().next());
            tokens.len() == 1 && letters.chars().rev().eq(initials.take(letters.chars().count()))
        })
    }

    /// Whether what stands in a bracket is a short form of the name before it: 'AS', 'PT ASI', or 'Gaikindo', all of whose
    /// letters are found in the name in their order.
    fn is_short_form(&self, tokens: Range<usize>) -> bool {
        let last = tokens.end - 1;
        let is_upper = self.reading.tokens[last].case == Case::Upper;
        if tokens.len() == 2 {
            let before = self.out.iter().rev().take(NESTED_NAMES).filter(|name| name.tokens.end + 1 == tokens.start);
            let is_told = before.into_iter().any(|name| self.is_short_for(&tokens, &name.tokens));
            // 'Institut Koperasi Indonesia (Ikopin University)', 'Pusat Kajian Antikorupsi Universitas Gadjah Mada (Pukat UGM)'
            let first = self.reading.text(tokens.start);
            let is_contracted = || first.len() >= LEAST_CONTRACTED_BYTES && self.is_contracted(first, tokens.start);
            return is_upper && self.hint_ends_at(last, NameHint::Form)
                || is_told
                || self.reading.is_capitalised(tokens.start) && self.reading.is_capitalised(last) && is_contracted();
        }
        let is_told = || self.is_contracted(self.reading.text(last), tokens.start);
        is_upper || self.reading.is_capitalised(last) && (is_told() || self.is_known_body(tokens))
    }

    /// Whether a word is made of letters of the body before the bracket in which it begins at `start`: 'Sinarindo' of 'PT Sinar
    /// Indonesia Merdeka'.
    fn is_contracted(&self, word: &str, start: usize) -> bool {
        let ends_here = |it: &&Candidate| it.tokens.end + 1 == start;
        let mut nested = self.out.iter().rev().take(NESTED_NAMES).take_while(ends_here);
        nested.any(|name| {
            let has_form = name.tokens.len() > 1 && self.scene.is_hint(name.tokens.start, NameHint::Form);
            let core = name.tokens.start + usize::from(has_form)..name.tokens.end;
            name.evidence.is_body() && abbreviates(word, self.reading.span(core).of(self.reading.body))
        })
    }

    /// 'Apindo' of 'Indonesia Employers' Association (Apindo)': a body that is known by letters of another language, right behind a
    /// body that is not.
    fn is_known_body(&self, tokens: Range<usize>) -> bool {
        let name = self.out.last().filter(|name| name.tokens.end + 1 == tokens.start && name.evidence.is_body());
        let is_new = name.is_some_and(|name| !matches!(name.evidence, Evidence::Known(..)));
        is_new && self.scene.is_known(tokens, EntityKind::Organisation)
    }

    /// 'Phivolcs' of 'Philippine Institute of Volcanology and Seismology (Phivolcs)': behind a long name, a word that begins as
    /// that does.
    fn is_contraction(&self, bracket: usize) -> bool {
        let long = self.out.iter().rev().take_while(|it| it.tokens.end == bracket).find(|it| it.tokens.len() > 2);
        let initial = |at: usize| self.reading.text(at).chars().next();
        long.is_some_and(|it| {
            self.reading.is_capitalised(bracket + 1) && initial(it.tokens.start) == initial(bracket + 1)
        })
    }

    /// Whether two words are a short form of `name`: 'LBH Makassar', 'Satgas PKH', 'BEM UI'.
    fn is_short_for(&self, tokens: &Range<usize>, name: &Range<usize>) -> bool {
        let Range { start, end } = *tokens;
        let cases = |at: usize| self.reading.tokens[at].case;
        let is_same = |one: usize, other: usize| self.reading.folded(one) == self.reading.folded(other);
        let begins_same = is_same(start, name.start) && cases(end - 1) == Case::Upper;
        let ends_same = is_same(end - 1, name.end - 1) && cases(start) == Case::Upper;
        let letters = tokens.clone().flat_map(|at| self.reading.text(at).chars());
        let capitals = name.clone().filter(|&at| self.reading.is_capitalised(at));
        let initials = capitals.filter_map(|at| self.reading.text(at).chars().next());
        begins_same || ends_same || letters.eq(initials)
    }
}

/// Whether all letters of `short` stand in `name` in their order, the first one first.
fn abbreviates(short: &str, name: &str) -> bool {
    let lower = |text: &str| text.chars().flat_map(char::to_lowercase).collect::<Vec<_>>();
    let (short, name) = (lower(short), lower(name));
    let mut letters = name.iter();
    short.first() == name.first() && short.len() < name.len() && short.iter().all(|c| letters.any(|letter| letter == c))
}
