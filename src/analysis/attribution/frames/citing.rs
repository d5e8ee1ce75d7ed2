//! Words that lead to an outlet, or to whom it quotes: 'seperti dikutip AFP', 'citing two people', 'quoted X as saying'.

use std::ops::Range;

use super::nouns;
use super::subjects::{self, Subject};
use super::{Frame, Framer, Order, Speaker, through};
use crate::analysis::attribution::outlets::{Named, Trust};
use crate::analysis::attribution::page::clues::Clue;
use crate::analysis::attribution::page::fact;
use crate::lang::{EventWord, Turn};
use crate::text::token::Case;

/// How far behind who charged somebody the word 'for' may stand.
const FARTHEST_CHARGE: usize = 9;

/// How far before 'as saying' its 'quoted' may stand.
const FARTHEST_QUOTED: usize = 40;

impl Framer<'_, '_, '_, '_> {
    /// 'seperti dikutip AFP', 'Dilansir dari CNN, ...'; or 'citing two people', which names a source.
    pub(crate) fn via(&mut self, clue: &Clue) -> Option<Frame> {
        let page = self.page;
        let cue = clue.tokens.clone();
        // 'lapor' and 'sumber' are words of other use as well: they stand at the border of a part, or before a colon.
        let is_noun = page.is(cue.start, fact::ROLE | fact::DOCUMENT | fact::MEDIUM);
        let beside =
            self.begins_part(clue) || page.is(cue.start, fact::BRACKET) || self.quote_before(cue.start).is_some();
        let inside = clue.kinds.behind && !beside;
        if cue.len() == 1 && (is_noun && page.reading.mark(cue.end) != ':' || inside) {
            return None;
        }
        if self.is_charge(&cue) {
            return None;
        }
        let of_paper = cue.len() > 1 && cue.clone().any(|at| page.is(at, fact::DOCUMENT | fact::ROLE));
        let anybody = clue.kinds.says || clue.kinds.according || clue.kinds.behind || of_paper;
        // 'Menurut laporan The Reykjavík Grapevine': so no body is called in Indonesian.
        let foreign = page.pack.grammar.noun_first
            && of_paper
            && page.reading.is_the(cue.end)
            && page.reading.is_capitalised(cue.end + 1);
        let trust = if anybody && !foreign { Trust::Anybody } else { Trust::OutletsOnly };
        let opens = self.opens(cue.start);
        // 'Source: Bills fire coach': what is told goes on behind the name.
        let goes_on = |end: usize| page.reading.tokens.get(end).is_some_and(|token| token.case == Case::Lower);
        let is_colon = cue.len() == 1 && page.reading.mark(cue.end) == ':';
        if is_colon && page.name_over(cue.end + 1).is_some_and(|name| goes_on(name.tokens.end)) {
            return None;
        }
        let named = self.outlets.behind(page, cue.end, self.end(), trust);
        let Some(end) = named.last().map(|last| last.tokens.end) else { return self.citing(clue, opens) };
        if let Some(spoken) = self.spoken_on(clue, &named, end) {
            return Some(spoken);
        }
        if self.is_about_subject(&cue, end) {
            return None;
        }
        let quoted = self.quoted_by(end);
        let end = quoted.as_ref().map_or_else(|| self.past_publishing(end), |words| words.end);
        // 'Kabar soal merger itu pertama kali dilaporkan Bloomberg'
        let noun_first = page.pack.grammar.noun_first;
        let light = |&at: &usize| noun_first && page.turns(at, Turn::Between);
        let between = (self.unit.tokens.start..cue.start).rev().take_while(light).count();
        Some(Frame {
            speaker: quoted.map_or(Speaker::Nobody, Speaker::Words),
            via: through(named, &cue, false),
            extent: cue.start - between..end,
            order: if self.covers(cue.start) { Order::Previous } else { self.order_of(opens, cue.start, end) },
            is_passage: true,
            rule: "attribution/via",
            ..Frame::of(cue, clue.stance)
        })
    }

    /// 'was cited by the city in 2022 for letting dust build up': what somebody was charged with, behind no word for 'that'.
    fn is_charge(&self, cue: &Range<usize>) -> bool {
        let page = self.page;
        let passive = cue.start > self.unit.tokens.start && page.turns(cue.start - 1, Turn::Passive);
        let purpose = |at: usize| page.pack.cues.events.may_open(page.reading.words[at], EventWord::Purpose);
        page.pack.grammar.verbs_inflect && passive && (cue.end..self.end()).take(FARTHEST_CHARGE).any(purpose)
    }

    /// 'Penelitian yang dimuat jurnal Nature itu menemukan': a clause about what stands before it, up to `end`, and no more was told.
    fn is_about_subject(&self, cue: &Range<usize>, end: usize) -> bool {
        let page = self.page;
        let behind = end + usize::from(page.turns(end, Turn::DefiniteBehind));
        let start = self.unit.tokens.start;
        let about = cue.start.saturating_sub(1)..=cue.start;
        let relative = about.into_iter().find(|&at| at > start && page.is(at, fact::RELATIVE));
        relative.is_some_and(|at| !(start..at).any(|at| page.is_verb(at) || page.divides(at)))
            && page.pack.grammar.noun_first
            && page.is_verb(behind)
    }

    /// Whom an outlet that ends at `at` quotes: 'Menurut laporan Yonhap yang mengutip sumber pemerintah, ...'.
    pub(super) fn quoted_by(&mut self, at: usize) -> Option<Range<usize>> {
        let page = self.page;
        let at = at + usize::from(page.divides(at));
        if !page.is(at, fact::RELATIVE) || !page.turns(at + 1, Turn::Quotes) {
            return None;
        }
        let words = nouns::behind(page, at + 2, self.end())?;
        // '... yang mengutip dua pejabat Eropa, AS mengusulkan': no apposition, but who does what was said.
        let comma = words.clone().find(|&at| page.divides(at)).filter(|_| !page.divides(words.end));
        let words = words.start..comma.unwrap_or(words.end);
        // 'Dikutip dari Republika yang menyadur Anadolu': an outlet is passed on.
        let outlets = self.outlets.behind(page, words.start, words.end, Trust::OutletsOnly);
        (page.divides(words.end) && outlets.is_empty()).then_some(words)
    }

    /// 'mengutip seorang pejabat': whom an outlet quotes.
    fn citing(&mut self, clue: &Clue, opens: bool) -> Option<Frame> {
        let page = self.page;
        let cue = clue.tokens.clone();
        let is_noun = page.is(cue.start, fact::ROLE | fact::DOCUMENT | fact::MEDIUM);
        // 'without citing sources'
        let without = cue.start > self.unit.tokens.start && page.turns(cue.start - 1, Turn::Negation);
        // 'menjelaskan data dihimpun dari laporan bulanan': a verb of what is said, behind its subject.
        let leads = |last: &Frame| !last.is_passage && matches!(last.order, Order::Lead(_));
        let is_told = self.frames.last().is_some_and(leads) && !self.begins_part(clue);
        // 'is to be published by Simon & Schuster'
        let to_come = cue.start >= self.unit.tokens.start + 2
            && page.turns(cue.start - 1, Turn::Passive)
            && (page.turns(cue.start - 2, Turn::ToDo) || page.turns(cue.start - 2, Turn::Modal));
        if to_come
            || clue.kinds.behind
            || clue.kinds.says && !opens
            || clue.according_end.is_some()
            || is_noun
            || without
            || is_told
        {
            return None;
        }
        // 'Mengutip laporan keuangan, ...': the paper is the source, and no part of the cue.
        let paper = cue.len() > 1 && page.is(cue.end - 1, fact::DOCUMENT);
        let cue = if paper { cue.start..cue.end - 1 } else { cue };
        let mut words = nouns::behind(page, cue.end, self.end()).filter(|words| nouns::speaks(page, words))?;
        // 'Melansir Bank Dunia, ekonomi tumbuh', but not 'Melaporkan kekayaan kepada KPK'
        if clue.kinds.says && !page.divides(words.end) {
            return None;
        }
        // 'citing people familiar with the process'
        if page.turns(words.end, Turn::Adjunct) && !opens {
            words = self.source(words, opens);
        }
        if let Some(report) = self.report_citing(clue, &cue, &words) {
            return Some(report);
        }
        // 'The newspaper cited two people.' tells nothing that they said.
        // 'Ia mengutip Peraturan Panglima tahun 2015': where the subject has no verb, nothing is told before it.
        let beside = !page.divides(cue.start.saturating_sub(1));
        let ends = words.end + 1 >= self.end() || beside;
        if !opens && !(self.unit.tokens.start..cue.start).any(|at| page.is_verb(at)) && ends {
            return None;
        }
        Some(Frame {
            order: self.order_of(opens, cue.start, words.end),
            extent: cue.start..words.end,
            speaker: Speaker::Words(words),
            is_passage: true,
            rule: "attribution/citing",
            ..Frame::of(cue, clue.stance)
        })
    }

    /// 'Laporan Bloomberg yang mengutip dua sumber menyebutkan, ...': the verb behind the source tells what the report says.
    fn report_citing(&mut self, clue: &Clue, cue: &Range<usize>, source: &Range<usize>) -> Option<Frame> {
        let page = self.page;
        let relative = cue.start.checked_sub(1).filter(|&at| page.is(at, fact::RELATIVE))?;
        let next = page.clues.partition_point(|clue| clue.tokens.start < source.end);
        let verb =
            page.clues.get(next).filter(|verb| verb.kinds.says && verb.tokens.start == source.end)?.tokens.clone();
        let named = self.outlets.behind(page, self.unit.tokens.start, relative, Trust::OutletsOnly);
        (!named.is_empty()).then(|| Frame {
            via: through(named, cue, false),
            extent: self.unit.tokens.start..verb.end,
            speaker: Speaker::Words(source.clone()),
            order: Order::Lead(self.behind_comma(verb.end)),
            rule: "attribution/report-citing",
            ..Frame::of(verb, clue.stance)
        })
    }

    /// 'Presiden Maduro, dalam pidato yang disiarkan stasiun televisi VTV, menyatakan', 'Emails obtained by the Reporter-News show': the
    /// verb behind the outlets, which end at `end`, is that of whoever spoke there, or of the paper.
    fn spoken_on(&mut self, clue: &Clue, named: &[Named], end: usize) -> Option<Frame> {
        let page = self.page;
        let timed =
            |&at: &usize| page.is(at, fact::TIME) || page.turns(at, Turn::Adjunct) && page.is(at + 1, fact::TIME);
        let end = end + usize::from(page.turns(end, Turn::DefiniteBehind));
        let from = self.behind_comma(end + (end..self.end()).take_while(timed).count());
        let next = page.clues.partition_point(|clue| clue.tokens.start < from);
        let verb = page.clues.get(next).filter(|verb| verb.kinds.says && verb.tokens.start == from)?.clone();
        let words = if page.pack.grammar.noun_first { self.who_spoke_on(clue)? } else { self.paper_before(clue)? };
        let (rest, _) = self.past_listeners(&verb);
        let (order, direct) = self.order(words.start, rest, false)?;
        Some(Frame {
            via: through(named.to_vec(), &clue.tokens, false),
            extent: words.start..rest,
            speaker: Speaker::Words(words),
            order,
            direct,
            rule: "attribution/speaker-before-verb",
            ..Frame::of(verb.tokens, verb.stance)
        })
    }

    /// Who stands before a speech of which a clause tells that an outlet carried it.
    fn who_spoke_on(&self, clue: &Clue) -> Option<Range<usize>> {
        let page = self.page;
        let about = clue.tokens.start.saturating_sub(1)..=clue.tokens.start;
        let relative = about.clone().any(|at| page.is(at, fact::RELATIVE));
        if !relative {
            return None;
        }
        let led = (self.floor()..*about.start()).rev().find(|&at| page.turns(at, Turn::Adjunct));
        // 'Dua pejabat AS yang dikutip Axios menyebut'
        let end = match led {
            Some(led) if page.divides(led.wrapping_sub(1)) => led - 1,
            Some(led) => led,
            None => about.clone().find(|&at| page.is(at, fact::RELATIVE))?,
        };
        match subjects::subject(page, end, self.floor())? {
            Subject::Words { tokens, .. } => nouns::speaks(page, &tokens).then_some(tokens),
            Subject::Shared => None,
        }
    }

    /// The paper of which a participle tells who has seen it: 'an internal FAQ seen by', 'A Newspoll published by'.
    fn paper_before(&self, clue: &Clue) -> Option<Range<usize>> {
        let page = self.page;
        let start = self.unit.tokens.start;
        let is_noun = |at: usize| at > start && page.is(at - 1, fact::QUANTITY) && !page.is_verb(at);
        let is_paper = |at: usize| page.is(at, fact::DOCUMENT) || is_noun(at);
        let noun = clue.tokens.start.checked_sub(1).filter(|&at| at >= start && is_paper(at))?;
        match subjects::subject(page, noun + 1, self.floor())? {
            Subject::Words { tokens, .. } => Some(tokens),
            Subject::Shared => None,
        }
    }

    /// 'Xinhua quoted a customs officer as saying', 'was quoted by Tasnim as saying'.
    pub(crate) fn quoted(&mut self, clue: &Clue) -> Option<Frame> {
        let page = self.page;
        let start = clue.tokens.start.checked_sub(1)?;
        let cue = start..clue.tokens.end;
        let first = self.unit.tokens.start.max(start.saturating_sub(FARTHEST_QUOTED));
        let verb = (first..start).rev().find(|&at| page.turns(at, Turn::Quotes))?;
        let is_passive = verb > first && page.turns(verb - 1, Turn::Passive);
        let subject_end = if is_passive { verb - 1 } else { verb };
        let Subject::Words { tokens: subject, .. } = subjects::subject(page, subject_end, first)? else { return None };
        // What was read within is part of this.
        self.frames.retain(|frame| frame.extent.end <= subject.start || frame.extent.start < subject.start);
        let (rest, _) = self.past_listeners(clue);
        let (speaker, named) = if is_passive {
            let before = self.outlets.behind(page, verb + 1, start, Trust::Anybody);
            let named =
                if before.is_empty() { self.outlets.behind(page, cue.end, self.end(), Trust::Anybody) } else { before };
            (subject.clone(), named)
        } else {
            let end = if page.reading.mark(start - 1) == ',' { start - 1 } else { start };
            (verb + 1..end, self.outlets.subject(page, &subject).into_iter().collect())
        };
        let quoted = self.quote_before(subject.start).is_some();
        // 'The road was mined, Kathimerini quoted an officer as saying.'
        let told = subject.start > first && page.divides(subject.start - 1) && self.is_done(rest.max(cue.end));
        Some(Frame {
            speaker: Speaker::Words(speaker),
            via: through(named, &(verb..verb + 1), false),
            extent: subject.start..rest.max(cue.end),
            order: if quoted || told { Order::Tail } else { Order::Lead(rest) },
            direct: quoted || self.speech_at(rest).is_some(),
            rule: "attribution/quoted-as-saying",
            ..Frame::of(cue, clue.stance)
        })
    }
}
