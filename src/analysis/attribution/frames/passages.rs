//! Words that lead to sources and outlets without a verb of saying: 'menurut X', 'kepada Sky News'.

use std::ops::Range;

use super::nouns;
use super::subjects;
use super::{Frame, Framer, Order, Speaker, through};
use crate::analysis::attribution::outlets::{Named, Trust};
use crate::analysis::attribution::page::clues::Clue;
use crate::analysis::attribution::page::fact;
use crate::lang::Turn;
use crate::model::{EntityKind, Stance};

/// Somebody and what they say have as many tokens.
const SHORTEST_TOLD_TOKENS: usize = 3;

impl Framer<'_, '_, '_, '_> {
    /// 'menurut X', 'according to X'.
    pub(crate) fn according(&mut self, clue: &Clue) -> Option<Frame> {
        let page = self.page;
        let cue = clue.tokens.start..clue.according_end.unwrap_or(clue.tokens.end);
        // 'Menurut rencana, konstruksi dimulai pada Oktober': an opening that names nobody.
        // 'The levy is due in March, as per the circular', but not 'played as per schedule'
        let apart = cue.start == self.unit.tokens.start || page.divides(cue.start - 1);
        if page.turns(cue.start, Turn::Opening) && !(page.turns(cue.start, Turn::Aside) && apart) {
            return None;
        }
        // 'The toll is based on reports from villagers'
        if cue.start > self.unit.tokens.start && page.turns(cue.start - 1, Turn::Passive) {
            return None;
        }
        let before = subjects::trim_front(page, self.unit.tokens.start..cue.start).0;
        // 'Dia merujuk surat keputusan gubernur': the verb of whoever stands before it.
        if before.len() == 1 && page.is(before.start, fact::PRONOUN) && before.end == cue.start {
            return None;
        }
        let opens = before.is_empty() || before.len() == 1 && page.turns(before.start, Turn::Adjunct);
        let second = self.opens_second_clause(cue.clone());
        let opens = opens || second;
        // To ask who stands behind makes an outlet of it: 'a tool made by Progress Software' does not.
        let leads = self.leads_outlet(clue);
        let named = if leads { self.outlets.behind(page, cue.end, self.end(), Trust::Anybody) } else { Vec::new() };
        if let Some(quoted) = named.last().and_then(|last| self.quoted_by(last.tokens.end)) {
            return Some(Frame {
                via: through(named, &cue, false),
                extent: cue.start..quoted.end,
                order: self.order_of(opens, cue.start, quoted.end),
                speaker: Speaker::Words(quoted),
                is_passage: true,
                rule: "attribution/according-to-outlet",
                ..Frame::of(cue, clue.stance)
            });
        }
        // 'Menurut catatan yang dikirimnya': the noun is part of the longest phrase.
        let of_noun = cue.len() > 1 && page.is(cue.end, fact::RELATIVE) && page.is(cue.end - 1, fact::DOCUMENT);
        let cue = cue.start..cue.end - usize::from(of_noun);
        let mut words = nouns::behind(page, cue.end, self.end());
        // 'tetapi menurut Bulog stok masih cukup': what is said has no verb.
        if let Some(words) = words.as_mut().filter(|words| second && self.is_done(words.end)) {
            words.end = page.name_over(words.start).map_or(words.end, |name| name.tokens.end);
        }
        let reaches = |last: &Named| words.as_ref().is_none_or(|words| self.only_describes(last.tokens.end..words.end));
        let outlet = named.last().filter(|last| reaches(last) && self.only_outlet(cue.end, &named));
        if let Some(end) = outlet.map(|last| self.past_publishing(last.tokens.end)) {
            return Some(Frame {
                via: through(named, &cue, false),
                extent: cue.start..end,
                order: self.order_of(opens, cue.start, end),
                is_passage: true,
                rule: "attribution/according-to-outlet",
                ..Frame::of(cue, clue.stance)
            });
        }
        let mut words = self.source(words?, opens);
        // 'Menurut laporan Amnesty yang terbit pekan lalu, ...'
        let relative = words.clone().rev().find(|&at| page.is(at, fact::RELATIVE)).filter(|_| opens);
        words.end = relative.map_or(words.end, |at| self.past_publishing(at).max(words.end));
        let words = self.before_its_clause(words);
        let tells = !page.turns(cue.start, Turn::Grounds) || self.may_tell(cue.start, words.start, opens);
        // '..., demikian menurut X'
        let start = cue.start - usize::from(self.follows_pointer(clue));
        (tells && self.attributes(clue, &cue, &words, opens)).then(|| Frame {
            extent: start..words.end,
            order: self.order_of(opens, cue.start, words.end),
            speaker: Speaker::Words(words),
            rule: "attribution/according-to",
            ..Frame::of(cue, clue.stance)
        })
    }

    /// Behind a clause that only tells when a report came out: 'Menurut laporan The Wall Street Journal yang terbit Kamis,'.
    pub(super) fn past_publishing(&self, end: usize) -> usize {
        let page = self.page;
        let comma = (end..self.reach(end)).find(|&at| self.is_done(at)).unwrap_or(end);
        let when = |at: usize| page.is(at, fact::TIME) || page.turns(at, Turn::Adjunct) || page.is_verb(at);
        let tells_when = page.is(end, fact::RELATIVE) && (end + 1..comma).all(when);
        if tells_when && page.pack.grammar.noun_first { comma } else { end }
    }

    /// 'Keduanya bertemu di Busan, namun menurut Trump chip tidak dibahas': whether a clause begins with the phrase, behind one of which
    /// it tells nothing.
    fn opens_second_clause(&self, cue: Range<usize>) -> bool {
        let page = self.page;
        let joint = cue.start.checked_sub(1).filter(|&at| at > self.unit.tokens.start && page.turns(at, Turn::Joint));
        let parted = joint.is_some_and(|joint| page.reading.mark(joint - 1) == ',' && page.divides(joint - 1));
        parted && page.pack.grammar.noun_first && self.reach(cue.end) >= cue.end + SHORTEST_TOLD_TOKENS
    }

    /// A paper without the clause about it that names somebody: 'putusan pengadilan yang dibacakan hakim Joko Santoso'.
    fn before_its_clause(&self, words: Range<usize>) -> Range<usize> {
        let page = self.page;
        let names = |at: &usize| page.names_in(*at..words.end).any(|name| name.kind == EntityKind::Person);
        let is_paper = page.is(words.start, fact::DOCUMENT) && page.pack.grammar.noun_first;
        let relative = words.clone().find(|&at| page.is(at, fact::RELATIVE)).filter(names).filter(|_| is_paper);
        words.start..relative.unwrap_or(words.end)
    }

    /// Whether somebody who can tell stands at `at`, or a paper that does, and not that by which something was done: 'tewas
    /// berdasarkan laporan warga', but 'dilakukan berdasarkan perjanjian', 'Berdasarkan tahap pertama kesepakatan itu, ...'.
    fn may_tell(&self, cue: usize, at: usize, opens: bool) -> bool {
        let page = self.page;
        let done = !opens && page.is_verb(cue - 1) && page.pack.cues.turns.of(page.reading.words[cue - 1]).is_empty();
        !done && (page.is(at, fact::DOCUMENT | fact::ROLE | fact::TITLE) || page.name_over(at).is_some())
    }

    /// Whether what stands behind an outlet's name is a clause about it, or only its report: 'the Malta Independent, which
    /// first reported the sale', 'The Information's report'.
    fn only_describes(&self, behind: Range<usize>) -> bool {
        let page = self.page;
        let clause = page.divides(behind.start) && page.is(behind.start + 1, fact::RELATIVE);
        let mut own = behind.clone().skip(1);
        let report = nouns::is_possessor(page, behind.start) && own.all(|at| page.is(at, fact::DOCUMENT | fact::TIME));
        behind.is_empty() || clause || report
    }

    /// Whether an outlet behind the phrase attributes: 'per L'Equipe', but not 'a picture by Reuters', 'for CNN'.
    fn leads_outlet(&self, clue: &Clue) -> bool {
        let at = clue.tokens.start;
        !clue.is_weak || !self.page.turns(at, Turn::By) && !self.page.turns(at, Turn::Relation)
    }

    /// Whether a phrase before a source really attributes: a small word ('bagi', 'by') needs a speaker at the start of the
    /// sentence with a whole clause behind, a short one a speaker.
    fn attributes(&self, clue: &Clue, cue: &Range<usize>, words: &Range<usize>, opens: bool) -> bool {
        let page = self.page;
        let speaks = nouns::speaks(page, words);
        // 'per The Athletic's Sam Rourke'
        let outlet = || page.names_in(words.clone()).any(|name| name.kind == EntityKind::Outlet);
        let person = || page.names_in(words.clone()).any(|name| name.kind == EntityKind::Person);
        if clue.is_weak && self.leads_outlet(clue) && outlet() && person() {
            return true;
        }
        if clue.is_weak {
            let at_start = self.begins_part(clue) || self.follows_joint(clue);
            let leads = opens && at_start && speaks && page.reading.mark(words.end) == ',';
            // 'By some accounts, ...', but not 'By the time police arrived, ...', 'By the standards of the club, ...'
            let told = |at: usize| page.is_verb(at) || page.turns(at, Turn::Of);
            let counted = !page.turns(cue.start, Turn::By) || !words.clone().any(told);
            return leads
                && counted
                && self.has_verb(words.end)
                && (!page.turns(cue.start, Turn::Relation) || self.judges(words.end));
        }
        cue.len() > 1 || speaks || opens
    }

    /// Whether the clause behind `comma` tells what something is, and so may be somebody's opinion: 'For the coach, the problem is
    /// not talent', but not 'For the farmers, the news came late'.
    fn judges(&self, comma: usize) -> bool {
        let page = self.page;
        let verb = (comma + 1..self.end())
            .find(|&at| page.is_verb(at) || page.turns(at, Turn::Passive) || page.turns(at, Turn::Modal));
        !page.pack.grammar.verbs_inflect || verb.is_some_and(|at| page.turns(at, Turn::Passive))
    }

    /// A source with all that describes it ('people with knowledge of the discussions'), but not what it says.
    pub(super) fn source(&mut self, mut words: Range<usize>, opens: bool) -> Range<usize> {
        let page = self.page;
        let named = page.names_in(words.clone()).any(|name| name.kind == EntityKind::Person);
        if !named && page.pack.grammar.verbs_inflect {
            let timed =
                |at: usize| page.is(at, fact::TIME) || page.turns(at, Turn::Adjunct) && page.is(at + 1, fact::TIME);
            let end = (words.end..self.reach(words.end)).find(|&at| self.is_done(at) || timed(at));
            words.end = end.unwrap_or(self.reach(words.end));
        }
        words.end = self.before_passing(&words);
        // 'tiga sumber yang dikutip Axios'
        if words.len() > 1 && page.is(words.end - 1, fact::RELATIVE) {
            words.end -= 1;
        }
        let ends = self.is_done(words.end) && words.end + 1 >= self.end();
        let is_open = page.pack.grammar.noun_first && !page.divides(words.end);
        if opens && (ends || is_open) {
            // What looked like an apposition is what was said: 'Menurut Nenden, warga sering ...', 'Menurut dokter, Budi boleh pulang'.
            words.end = words.clone().find(|&at| page.divides(at)).unwrap_or(words.end);
        }
        nouns::with_larger_place(page, words, self.end())
    }

    /// The end of a paper that is the source, before what tells who saw it: 'a police report obtained by the Times'.
    fn before_passing(&mut self, words: &Range<usize>) -> usize {
        let page = self.page;
        let mut clues = page.clues_in(words.start + 1..words.end).map(|index| &page.clues[index]);
        let passes = |clue: &&Clue| clue.kinds.via && page.is(clue.tokens.start - 1, fact::DOCUMENT);
        let Some(passing) = clues.find(passes) else { return words.end };
        let by_outlet = !self.outlets.behind(page, passing.tokens.end, self.end(), Trust::Anybody).is_empty();
        if by_outlet { passing.tokens.start } else { words.end }
    }

    /// Whether the words from `from` on name outlets and nothing else of weight.
    pub(crate) fn only_outlet(&self, from: usize, named: &[Named]) -> bool {
        let first = named.first().map_or(from, |named| named.tokens.start);
        // 'public broadcaster', 'news agency' are roles of outlets.
        // 'kepada wartawan Kompas.com'
        let reporter = |at: usize| self.page.turns(at, Turn::Listener);
        let role = |at: usize| {
            self.page.is(at, fact::ROLE | fact::TITLE) && !self.page.turns(at, Turn::Outlet) && !reporter(at)
        };
        !(from..first).any(role)
    }

    /// 'kepada Sky News', 'in an interview with CNN': no cue of its own.
    pub(crate) fn told(&mut self, clue: &Clue) -> Option<Frame> {
        let start = clue.tokens.start;
        let page = self.page;
        // '(via Sky Germany)'
        let bracketed = start > 0 && page.reading.mark(start - 1) == '(';
        let trust = if bracketed { Trust::OutletsOnly } else { Trust::Anybody };
        let named = self.outlets.behind(page, clue.tokens.end, self.end(), trust);
        let end = named.last()?.tokens.end;
        // 'would travel to the site', 'on the network': a common noun behind a mere preposition is no outlet.
        let bare = clue.tokens.len() == 1 && !page.is_verb(start) && page.turns(start, Turn::Adjunct);
        let medium = |at: usize| page.turns(at, Turn::Outlet) || page.is(at, fact::MEDIUM);
        let noun = |named: &Named| medium(named.tokens.end - 1) && !page.reading.is_capitalised(named.tokens.end - 1);
        // 'a flight to Vienna, the daily Danas reported'
        let parted = (start..named.first()?.tokens.start).any(|at| page.divides(at));
        if bare && (parted && page.pack.grammar.verbs_inflect || named.iter().all(noun)) {
            return None;
        }
        let cue = if bracketed { clue.tokens.clone() } else { start..start };
        self.only_outlet(clue.tokens.end, &named).then(|| Frame {
            via: through(named, &cue, false),
            extent: start - usize::from(bracketed)..end,
            is_passage: true,
            rule: "attribution/told-to-outlet",
            ..Frame::of(cue, Stance::Claim)
        })
    }

    /// Somebody who publishes something themselves on a platform.
    pub(crate) fn publishes(&mut self, clue: &Clue) -> Option<Frame> {
        let page = self.page;
        let cue = clue.tokens.clone();
        let tokens = self.unit.tokens.clone();
        page.names_in(tokens.clone()).find(|name| name.kind == EntityKind::Platform)?;
        let publisher = |kind| matches!(kind, EntityKind::Organisation | EntityKind::Person);
        let name = page.names_in(tokens.start..cue.start).filter(|name| publisher(name.kind)).last()?;
        let words = name.start..name.tokens.end;
        // 'meminta maaf kepada suporter lewat unggahan': what tells nothing is a deed alone.
        if !self.has_verb(cue.end) {
            return None;
        }
        Some(Frame {
            extent: words.start..cue.end,
            speaker: Speaker::Words(words),
            order: Order::Lead(cue.end),
            primary: true,
            rule: "attribution/own-publication",
            ..Frame::of(cue, clue.stance)
        })
    }
}
