//! Whom a role means without a name: 'hakim' behind 'Ketua majelis hakim Yuli Efendi', 'Pelatih Persib itu'.

use std::ops::Range;

use crate::analysis::attribution::page::{Naming, Page, fact};
use crate::model::{EntityId, EntityKind};

/// How far before and behind a bare role those are looked for who bear it, in tokens.
pub(super) const REACH_OF_ROLE: usize = 600;

/// How far before a name the words of its title stand.
const LONGEST_TITLE: usize = 5;

/// Whom a role by itself means, where somebody in the article bears it before their name: the last one so far ('hakim' behind
/// 'Ketua majelis hakim Yuli Efendi'), nobody where they come only later ('jaksa' before 'Jaksa Greafik Loserte').
pub(super) fn bearer(page: &Page, tokens: &Range<usize>) -> Option<Option<EntityId>> {
    if tokens.len() > 1 {
        return None;
    }
    let (reading, at) = (page.reading, tokens.start);
    let role = reading.folded(at);
    let bears = |name: &&Naming| {
        // Of 'Hakim menyatakan Hasto' the verb stands between.
        let first = name.tokens.start.saturating_sub(LONGEST_TITLE).min(name.start);
        let verb = (first..name.tokens.start).rev().find(|&at| page.is_verb(at) && name.start > at);
        let first = verb.map_or(first, |verb| verb + 1);
        // 'Kepala Korps Lalu Lintas (Kakorlantas) Polri Irjen Pol. Agus Suryonugroho'
        let of_title = |at: usize| at >= name.start && matches!(reading.mark(at), '(' | ')' | '.');
        let mut title = (first..name.tokens.start).rev().take_while(|&at| reading.is_word(at) || of_title(at));
        name.kind == EntityKind::Person && title.any(|at| reading.folded(at) == role)
    };
    let before = page.names_in(at.saturating_sub(REACH_OF_ROLE)..at).filter(bears).last();
    let is_later = || page.names_in(at + 1..at + REACH_OF_ROLE).any(|name| bears(&name));
    match before {
        Some(name) => Some(Some(name.entity)),
        None => is_later().then_some(None),
    }
}

/// Whom a description means that has two words or more of somebody's title: 'Pelatih Persib itu' behind 'pelatih Persib Bojan Hodak'. Of
/// several it is who shares most of them, the last of these.
pub(super) fn titled(page: &Page, tokens: &Range<usize>) -> Option<EntityId> {
    let reading = page.reading;
    let is_head = |&at: &usize| page.is(at, fact::ROLE | fact::TITLE) && page.name_over(at).is_none();
    let mut heads = tokens.clone().filter(is_head);
    let head = if page.pack.grammar.noun_first { heads.next() } else { heads.next_back() }?;
    let at = tokens.start;
    let shared = |name: &Naming| {
        let first = name.tokens.start.saturating_sub(LONGEST_TITLE);
        let title = || (first..name.tokens.start).rev().take_while(|&at| reading.is_word(at) && !page.is_verb(at));
        let has = |word: usize| title().any(|at| reading.folded(at) == reading.folded(word));
        if has(head) { tokens.clone().filter(|&at| reading.is_word(at) && has(at)).count() } else { 0 }
    };
    let people = page.names_in(at.saturating_sub(REACH_OF_ROLE)..at).filter(|name| name.kind == EntityKind::Person);
    let best = people.map(|name| (shared(name), name)).filter(|&(shared, _)| shared > 1);
    best.max_by_key(|&(shared, _)| shared).map(|(_, name)| name.entity)
}
