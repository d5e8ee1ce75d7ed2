//! Verbs of saying and who speaks: behind the verb ('ujar X'), within it ('katanya'), before it ('X mengatakan').

mod objects;
mod passive;
mod written;

use std::ops::Range;

use super::nouns;
use super::subjects::Subject;
use super::{Frame, Framer, Order, Speaker, Through, led, subjects, through};
use crate::analysis::attribution::outlets::Trust;
use crate::analysis::attribution::page::clues::Clue;
use crate::analysis::attribution::page::fact;
use crate::lang::{EventWord, Turn};
use crate::model::{EntityKind, Stance};

impl Framer<'_, '_, '_, '_> {
    /// 'ujar X': the speaker behind the verb, the content before it.
    pub(crate) fn behind(&mut self, clue: &Clue) -> Option<Frame> {
        let cue = clue.tokens.clone();
        let covers = self.covers(cue.start);
        let start = cue.start - usize::from(self.follows_pointer(clue));
        let direct = self.quote_before(start).is_some();
        if !self.begins_part(clue) && !direct && !covers || !direct && self.closes_aside(cue.start) {
            return None;
        }
        // 'The director, Jay Bhattacharya, announced the plan' tells nothing before its verb.
        let inflects = self.page.pack.grammar.verbs_inflect;
        if inflects && !direct && !covers && !self.is_told_before(start) && !self.is_told_behind(cue.end) {
            return None;
        }
        let (speaker, mut via, end) = self.behind_verb(clue, direct)?;
        // '“...,” the head, Nora Hatch, said in a statement to CNN': an outlet that was told does not speak.
        if speaker == Speaker::Nobody && self.page.turns(cue.end, Turn::Adjunct) && self.page.divides(cue.start - 1) {
            return None;
        }
        // 'wrote Sims, a visiting fellow, in Foreign Policy'
        let printed = if self.page.divides(end) { end + 1 } else { end };
        let end = self.past_print(printed, self.end(), &mut via).unwrap_or(end);
        let opens = cue.start <= self.unit.tokens.start;
        let order = match opens {
            _ if covers => Order::Previous,
            true if cue.len() > 1 && !direct => Order::Previous,
            // 'Cerita Warga Lumajang Selamat dari Banjir, Memanjat Pohon Saat Air Datang'
            true if self.page.turns(cue.start, Turn::Weak) && self.page.is_in_headline(cue.start) => return None,
            // 'Kata Rina, laporan itu sudah dikirim dua kali.'
            true if self.leads_clause(&cue, end) => self.order_of(true, start, end),
            true => return None,
            false => self.tail_order(start, end),
        };
        let direct = direct || matches!(order, Order::Lead(at) if self.speech_at(at).is_some());
        let by_outlet = speaker == Speaker::Nobody;
        let rule = if by_outlet { "attribution/said-by-outlet" } else { "attribution/verb-before-speaker" };
        Some(Frame { speaker, via, extent: start..end, order, direct, rule, ..Frame::of(cue, clue.stance) })
    }

    /// Whether a verb stands in the sentence before the token `at`.
    fn is_told_before(&self, at: usize) -> bool {
        let carries = |at: usize| self.page.turns(at, Turn::Modal) || self.page.turns(at, Turn::Negation);
        // 'The cut “looks like politics”, said Mensah'
        let tells = |at: usize| self.page.is_verb(at) || carries(at) || self.page.opens_quotation(at);
        // 'Kidnappers demand N150m, say residents'
        let says = |at: usize| self.page.is(at, fact::CUE) && nouns::is_verb(self.page, at);
        (self.unit.tokens.start..at).any(|at| tells(at) || says(at))
    }

    /// 'That explanation, says theorist Ann Holt, is wrong': whether the verb of what was said stands behind the next comma.
    fn is_told_behind(&self, from: usize) -> bool {
        let page = self.page;
        // 'The levy, suggested by a panel, would raise $40 million'
        let comma = (from..self.reach(from)).find(|&at| page.divides(at)).filter(|_| !page.turns(from, Turn::By));
        comma.is_some_and(|comma| {
            let carries = page.turns(comma + 1, Turn::Modal) || page.turns(comma + 1, Turn::Passive);
            page.reading.mark(comma) == ',' && (carries || page.is_verb(comma + 1) && !page.is(comma + 1, fact::CUE))
        })
    }

    /// Whether what was said follows a verb and its speaker that open the sentence and end at `end`: a comma and a clause, or a
    /// quotation.
    fn leads_clause(&self, cue: &Range<usize>, end: usize) -> bool {
        let page = self.page;
        let end = self.past_adjuncts(end);
        let comma = page.divides(end) && matches!(page.reading.mark(end), ',' | ':');
        // 'Pernyataan itu disampaikan Santoso, dikutip Reuters': a noun, and another cue behind the comma.
        let other = page.is(cue.start, fact::DOCUMENT) || page.is(end + 1, fact::CUE) && page.is_verb(end + 1);
        comma && !other && page.pack.grammar.noun_first && (self.speech_at(end).is_some() || self.has_verb(end))
    }

    /// Whether an aside about a subject ends before the verb: 'Luxon, speaking at Waitangi, promised $500,000', or 'Mel Stride, the
    /// shadow chancellor, said the tax', where no verb stands before.
    fn closes_aside(&self, verb: usize) -> bool {
        let page = self.page;
        let start = self.unit.tokens.start;
        let Some(comma) = verb.checked_sub(1).filter(|&at| page.reading.mark(at) == ',') else {
            return false;
        };
        let opens = (start..comma).rev().find(|&at| page.divides(at)).map(|at| at + 1);
        let says = |at: usize| page.is(at, fact::CUE) && nouns::is_verb(page, at);
        let no_clause =
            || page.pack.grammar.verbs_inflect && !(start..comma).any(|at| page.is_verb(at) || at > start && says(at));
        let about = |at: usize| page.is(at, fact::RELATIVE) || page.pack.cues.aside_suffix(page.reading.text(at));
        opens.is_some_and(|at| about(at) || no_clause())
    }

    /// Who stands behind a verb, or the outlets that do, and where that ends.
    fn behind_verb(&mut self, clue: &Clue, direct: bool) -> Option<(Speaker, Vec<Through>, usize)> {
        let page = self.page;
        let from = clue.tokens.end;
        let named = self.outlets.behind(page, from, self.end(), Trust::Anybody);
        let words = nouns::behind(page, from, self.end());
        let words = words.filter(|words| nouns::speaks(page, words) && (direct || !nouns::is_clause(page, words)));
        let outlet = named.last().map(|last| last.tokens.clone());
        let outlet = outlet.filter(|last| words.as_ref().is_none_or(|words| last.start < words.end));
        if let Some(last) = outlet {
            return Some((Speaker::Nobody, through(named, &clue.tokens, true), last.end));
        }
        let words = words?;
        let end = words.end;
        let is_subject = !direct && self.goes_on_with_verb(end);
        (!is_subject).then_some((Speaker::Words(words), Vec::new(), end))
    }

    /// Whether the sentence begins with words that mean the one before, and the verb at `verb` follows them.
    pub(crate) fn covers(&self, verb: usize) -> bool {
        // 'Namun klaim itu langsung dibantah Teheran'
        let (first, _) = subjects::trim_front(self.page, self.unit.tokens.start..verb);
        let start = if first.is_empty() { self.unit.tokens.start } else { first.start };
        let points = |at: usize| self.page.turns(at, Turn::Covers) || self.page.turns(at, Turn::Between) && at > start;
        verb > start && verb - start <= 4 && (start..verb).all(points)
    }

    /// A clause goes on at `at`, so that what stands before is its subject and no speaker behind a verb.
    fn goes_on_with_verb(&self, at: usize) -> bool {
        let page = self.page;
        at < self.end() && page.reading.is_word(at) && !page.turns(at, Turn::Adjunct) && !page.is(at, fact::TIME)
    }

    /// 'katanya', 'menurutnya'.
    pub(crate) fn with_pronoun(&mut self, clue: &Clue) -> Option<Frame> {
        let cue = clue.tokens.clone();
        let direct = self.quote_before(cue.start).is_some();
        let no_speech = self.page.quote_from(cue.end, self.end()).is_none() || self.page.divides(cue.end);
        // 'Ceritanya sederhana': a noun with whose it is.
        if clue.is_weak && !direct && no_speech && self.opens(cue.start) && !self.page.divides(cue.end) {
            return None;
        }
        let order = if !direct && no_speech && self.opens(cue.start) {
            Order::Lead(self.behind_comma(cue.end))
        } else {
            self.tail_order(cue.start, cue.end)
        };
        let extent = cue.start - usize::from(self.follows_pointer(clue))..cue.end;
        let rule = "attribution/verb-with-pronoun";
        Some(Frame { speaker: Speaker::InVerb, extent, order, direct, rule, ..Frame::of(cue, clue.stance) })
    }

    /// 'X menyatakan': the speaker before the verb.
    pub(crate) fn says(&mut self, clue: &Clue) -> Option<Frame> {
        let page = self.page;
        let cue = clue.tokens.clone();
        let before = cue.start.checked_sub(1);
        let to_do = before.is_some_and(|at| page.turns(at, Turn::ToDo) && !page.turns(at, Turn::Between));
        // 'Binance Told to Exit Philippines': who is told, and not who says so.
        let is_told = clue.kinds.told && page.turns(cue.end, Turn::ToDo);
        if self.is_remark(cue.start) || self.is_of_paper(&cue) {
            return None;
        }
        if self.is_noun(cue.start) || self.is_noun_of_kind(&cue) || to_do || is_told || self.is_about_speaker(clue) {
            return None;
        }
        let subject = self.subject(cue.start)?;
        if self.is_somebody_elses(&cue, &subject) || self.is_reputed(clue, &subject) || self.is_of_said(clue, &subject)
        {
            return None;
        }
        let (rest, via) = self.past_listeners(clue);
        let rest = self.behind_paper(rest).or_else(|| self.behind_colon(rest)).unwrap_or(rest);
        if self.counts(cue.end)
            || self.lodges(&cue)
            || self.continues(&cue)
            || self.asks_term(cue.end)
            || self.tells_only_when(cue.end, rest)
            || self.is_participle(&cue, rest)
        {
            return None;
        }
        // 'The plan, which the minister announced in May, will cost $4bn': what was announced is the plan.
        let about = |words: &Range<usize>| words.start > 0 && page.is(words.start - 1, fact::RELATIVE);
        let of_object = page.pack.grammar.verbs_inflect && page.divides(rest) && page.reading.mark(rest) == ',';
        if of_object && matches!(&subject, Subject::Words { tokens, .. } if about(tokens)) {
            return None;
        }
        let (speaker, start, aside) = self.speaker(clue, subject, rest)?;
        if page.turns(cue.end - 1, Turn::Hears) && !matches!(&speaker, Speaker::Words(words) if self.hears(words)) {
            return None;
        }
        let is_object =
            |words: &Range<usize>| self.had_it_done(words.end..cue.start) || clue.is_weak && self.names_object(words);
        if matches!(&speaker, Speaker::Words(words) if is_object(words)) {
            return None;
        }
        if let Some(end) = self.behind_pointer(rest) {
            let rule = "attribution/says-what-was-told";
            // 'membenarkan kabar itu': others told it, not always in the sentence before.
            let answers = clue.stance == Stance::Deny || page.turns(cue.end - 1, Turn::Confirms);
            let order = if answers { Order::Clause { start: rest, end } } else { Order::Previous };
            return Some(Frame { speaker, via, extent: start..end, order, rule, ..Frame::of(cue, clue.stance) });
        }
        let (order, direct) = self.order(start, rest, aside)?;
        // 'The aide had refused, the documents show': behind the clause the weakest verb tells who says it.
        let closes = matches!(order, Order::Tail) && page.divides(start.saturating_sub(1)) && self.is_done(rest);
        // 'La Tercera was first to report the revised figure'
        let by_outlet = page.turns(cue.end - 1, Turn::Reports)
            && page.names_in(start..cue.start).any(|name| name.kind == EntityKind::Outlet);
        let is_weak = clue.is_weak && !closes && !by_outlet || self.is_planned(&cue);
        if !direct && !led(page, rest) && self.adds_to_something(&cue, rest) {
            return None;
        }
        // 'called off the sit-in after the minister met them'
        let particle =
            page.pack.grammar.verbs_inflect && page.turns(cue.end, Turn::Adjunct) && !page.is(cue.end + 1, fact::TIME);
        let particle = particle && !self.is_promised_deed(cue.end);
        let bare = is_weak
            && !direct
            && !led(page, rest)
            && (particle || !self.tells_clause(rest) && !self.leads_behind_comma(rest) || self.only_contrasts(rest));
        // 'saat seorang warga melihat pelaku membeli rokok': when something happened.
        let when = start > self.unit.tokens.start
            && page.pack.cues.events.may_open(page.reading.words[start - 1], EventWord::When);
        let seen = clue.is_weak && when && !direct && !led(page, rest) && page.pack.grammar.noun_first;
        if (bare || seen) && !self.is_told_to_outlet(rest) {
            return None;
        }
        // 'The union, whose observers had praised the vote, said'
        let order = match order {
            Order::Lead(rest) if !direct && self.opens_subordinate(start) => {
                self.main_clause(rest).map_or(order, |end| Order::Clause { start: rest, end })
            }
            Order::Lead(rest) if !direct && (self.is_in_aside(start) || self.who_did_before(cue.start).is_some()) => {
                Order::Clause { start: rest, end: self.clause_end(rest) }
            }
            // 'mengingatkan soal pungli, namun tidak digubris': what it was about is all that was said.
            Order::Lead(said) if !direct && self.contrasts_behind(cue.end, said) => {
                Order::Clause { start: cue.end, end: said - 1 }
            }
            order => order,
        };
        let extent = start..rest.max(cue.end);
        let rule = "attribution/speaker-before-verb";
        let mut frame = Frame { speaker, via, extent, order, direct, rule, ..Frame::of(cue.clone(), clue.stance) };
        if let Speaker::Words(words) = &frame.speaker
            && let Some(named) = self.outlets.subject(page, words).or_else(|| {
                // 'As Ledgerline reported last week,'
                let aside = words.start > 0 && page.turns(words.start - 1, Turn::Aside);
                let told = aside || order == Order::Tail || led(page, rest);
                self.outlets.reporter(page, words, cue.end - 1, told)
            })
        {
            let mut all = self.outlets.beside(page, words, &named);
            all.push(named);
            frame.speaker = Speaker::Nobody;
            frame.via.extend(through(all, &cue, true));
            frame.rule = "attribution/outlet-reports";
        }
        if let Speaker::Words(words) = &frame.speaker {
            let both = self.outlets.second_reporter(page, words, cue.end - 1);
            if !both.is_empty() {
                frame.speaker = Speaker::Nobody;
                frame.via.extend(through(both, &cue, true));
                frame.rule = "attribution/outlet-reports";
            }
        }
        let only_others = page.turns(cue.end - 1, Turn::Learns) && frame.speaker != Speaker::Nobody;
        (!only_others).then(|| self.of_own_reporter(frame))
    }
}
