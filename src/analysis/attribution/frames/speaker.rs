//! Who speaks before a verb of saying: the words that are its subject, the speaker of the verb before, the outlet of a reporter.

use std::ops::Range;

use super::nouns;
use super::subjects::{self, Subject};
use super::{Frame, Framer, Order, Speaker, led, through};
use crate::analysis::attribution::outlets::Named;
use crate::analysis::attribution::outlets::Trust;
use crate::analysis::attribution::page::clues::Clue;
use crate::analysis::attribution::page::{Naming, fact};
use crate::lang::{EventWord, Turn};
use crate::model::EntityKind;

impl Framer<'_, '_, '_, '_> {
    /// The speaker that a subject is, where its frame begins, and whether it is an aside; `None` for what cannot speak.
    pub(super) fn speaker(&mut self, clue: &Clue, subject: Subject, rest: usize) -> Option<(Speaker, usize, bool)> {
        let page = self.page;
        match subject {
            Subject::Shared if clue.is_weak => None,
            Subject::Shared => match self.shared(clue) {
                Some(start) => Some((Speaker::Shared, start, false)),
                None => {
                    let acts = self.who_acts(clue).or_else(|| self.who_did(clue));
                    acts.map(|words| (Speaker::Words(words), clue.tokens.start, false))
                }
            },
            // 'Starc is an injury doubt': a noun behind the verb of its clause.
            Subject::Words { tokens, .. } if self.has_copula(&tokens) || self.is_nobody(&tokens) => None,
            Subject::Words { tokens, aside } => {
                // '“There were people everywhere,” a shop worker told': whatever stands between a quotation and its verb.
                let quoted = !clue.is_weak && self.quote_before(tokens.start).is_some();
                let told = led(page, rest) || self.speech_at(rest).is_some() || quoted;
                let had = self.frames.last().is_some_and(|last| last.extent.start == tokens.end && self.shows(last));
                let speaks = told
                    || had
                    || nouns::speaks(page, &tokens)
                    || !clue.is_weak && (nouns::is_unknown_name(page, &tokens) || self.is_somebody(clue, &tokens))
                    || self.outlets.subject(page, &tokens).is_some();
                let start = tokens.start;
                speaks.then_some((Speaker::Words(tokens), start, aside))
            }
        }
    }

    /// 'kata Kapolsek seraya menambahkan bahwa kerugian mencapai Rp200 juta': whoever speaks says a clause more.
    fn says_meanwhile(&self, verb: usize) -> bool {
        let page = self.page;
        let meanwhile = |at: usize| page.pack.cues.events.may_open(page.reading.words[at], EventWord::Meanwhile);
        let joined = verb > self.unit.tokens.start && meanwhile(verb - 1);
        let told =
            page.turns(verb + 1, Turn::That) || self.speech_at(verb + 1).is_some() || self.tells_clause(verb + 1);
        joined && told && self.frames.iter().any(|frame| !frame.is_passage && frame.speaker != Speaker::Nobody)
    }

    /// 'Dia berterima kasih kepada polisi dan berjanji': who does something in the clause that the verb of saying joins.
    fn who_acts(&self, clue: &Clue) -> Option<Range<usize>> {
        let page = self.page;
        let joint = clue.tokens.start.checked_sub(1).filter(|&at| page.turns(at, Turn::Joint))?;
        let floor = self.unit.tokens.start;
        if self.frames.iter().any(|frame| frame.extent.end > floor) {
            return None;
        }
        let (clause, _) = subjects::trim_front(page, floor..joint);
        let inflects = page.pack.grammar.verbs_inflect;
        let carries = |at: usize| page.is_verb(at) || inflects && page.turns(at, Turn::Between);
        let verb = clause.clone().find(|&at| carries(at) && page.name_over(at).is_none())?;
        // 'Lewat akun Instagram, BEM USU menyambut putusan itu, tetapi menuntut'
        let comma = (clause.start..verb).rev().find(|&at| page.divides(at));
        let begin = comma.filter(|_| page.turns(clause.start, Turn::Adjunct)).map_or(clause.start, |comma| comma + 1);
        let clause = begin..clause.end;
        // 'Presiden Joko Widodo Jumat pekan lalu langsung menggelar rapat': what tells when is no part of the subject.
        let light = |&at: &usize| page.is(at, fact::TIME | fact::BRACKET) || page.turns(at, Turn::Between);
        let end = verb - (clause.start..verb).rev().take_while(light).count();
        let words = clause.start..end;
        let plain = words.clone().all(|at| !page.divides(at) && !page.is(at, fact::RELATIVE | fact::SPEECH));
        let acts = |name: &Naming| matches!(name.kind, EntityKind::Person | EntityKind::Organisation);
        let person = page.names_in(words.clone()).last().is_some_and(|name| acts(name) && name.tokens.end == end);
        let pronoun = words.len() == 1 && page.is(words.start, fact::PRONOUN);
        (plain && (person || pronoun)).then_some(words)
    }

    /// 'No group has claimed responsibility', 'Neither side has said when', but not 'No 10 said'.
    fn is_nobody(&self, tokens: &Range<usize>) -> bool {
        let page = self.page;
        let none = page.turns(tokens.start, Turn::Negation) && page.name_over(tokens.start).is_none();
        page.pack.grammar.verbs_inflect && none && !page.reading.is_number(tokens.start + 1)
    }

    /// 'his agent said', 'the haulier told the BBC': a noun with its article, before a verb that tells nothing but that something was said.
    fn is_somebody(&self, clue: &Clue, tokens: &Range<usize>) -> bool {
        let page = self.page;
        let article = page.turns(tokens.start, Turn::DefiniteBefore) || page.is(tokens.start, fact::QUANTITY);
        let plain = |at: usize| page.reading.is_word(at) && !page.is(at, fact::TIME) && !page.divides(at);
        let noun = tokens.len() > 1 && tokens.clone().skip(1).all(|at| plain(at) && !page.is_verb(at));
        clue.kinds.says && (clue.kinds.behind || clue.kinds.told) && page.pack.grammar.verbs_inflect && article && noun
    }

    fn has_copula(&self, tokens: &Range<usize>) -> bool {
        let page = self.page;
        let mut main = tokens.clone().take_while(|&at| !page.is(at, fact::RELATIVE));
        // 'the model does not know what it is saying'
        let denies = |at: usize| at > tokens.start && page.pack.grammar.verbs_inflect && page.turns(at, Turn::Negation);
        main.any(|at| (page.turns(at, Turn::Passive) || denies(at)) && page.name_over(at).is_none())
    }

    /// The subject of a verb, over an aside about outlets: 'The Times of Israel, citing Channel 13, said'.
    pub(super) fn subject(&self, verb: usize) -> Option<Subject> {
        let page = self.page;
        // 'rejects the law, calling it a waste': whoever rejects it.
        let participle = page.pack.cues.aside_suffix(page.reading.text(verb)) && verb > 0 && page.divides(verb - 1);
        if participle && self.frames.iter().any(|frame| !frame.is_passage && frame.speaker != Speaker::Nobody) {
            return Some(Subject::Shared);
        }
        if self.says_meanwhile(verb) {
            return Some(Subject::Shared);
        }
        if let Some(tokens) = self.who_did_before(verb) {
            return Some(Subject::Words { tokens, aside: false });
        }
        if let Some(tokens) = self.who_acts_first(verb).filter(|_| participle) {
            return Some(Subject::Words { tokens, aside: false });
        }
        // 'Parents sued the board, saying': whoever did it, without what they did.
        if participle && let Some(Subject::Words { tokens, aside }) = subjects::subject(page, verb, self.floor()) {
            let main = tokens.clone().take_while(|&at| !page.is(at, fact::RELATIVE));
            let carries = |at: usize| page.is_verb(at) || page.turns(at, Turn::Passive) || page.turns(at, Turn::Modal);
            let deed = main.skip(1).find(|&at| carries(at) && page.name_over(at).is_none());
            let end = deed.unwrap_or(tokens.end);
            return Some(Subject::Words { tokens: tokens.start..end, aside });
        }
        if let Some(shown) = self.frames.last().filter(|last| last.extent.end == verb && self.shows(last)) {
            return Some(Subject::Words { tokens: self.unit.tokens.start..shown.extent.start, aside: false });
        }
        let aside = self.frames.last().filter(|last| last.is_passage && verb > 0 && page.divides(verb - 1));
        let aside = aside.filter(|last| last.extent.end + 1 >= verb && last.extent.start > self.unit.tokens.start + 1);
        let comma = aside.map(|last| last.extent.start - 1).filter(|&comma| page.divides(comma));
        let around = comma
            .or_else(|| self.aside_with_passage(verb))
            .and_then(|comma| subjects::subject(page, comma, self.unit.tokens.start));
        around.or_else(|| subjects::subject(page, verb, self.floor()))
    }

    /// The comma before an aside that begins with words for an outlet and goes on: 'The papers, obtained by ProPublica and shared with NPR,
    /// show'.
    fn aside_with_passage(&self, verb: usize) -> Option<usize> {
        let page = self.page;
        let divides = |at: &usize| page.reading.mark(*at) == ',' && page.divides(*at);
        let close = verb.checked_sub(1).filter(divides).filter(|_| page.pack.grammar.verbs_inflect)?;
        let open = (self.unit.tokens.start + 1..close).rev().find(divides)?;
        let about = |at: usize| page.is(at, fact::RELATIVE) || page.turns(at, Turn::Passive);
        let first = (open + 1..close).find(|&at| !about(at))?;
        let opens = |frame: &Frame| frame.is_passage && frame.extent.start == first && frame.speaker == Speaker::Nobody;
        self.frames.iter().any(opens).then_some(open)
    }

    /// 'Ruto, who took office in 2022 promising to reverse the plans': the name that a clause with a participle is about.
    pub(super) fn who_did_before(&self, participle: usize) -> Option<Range<usize>> {
        let page = self.page;
        let near = (self.floor()..participle).rev().take_while(|&at| !page.divides(at));
        let is_open = page.pack.cues.aside_suffix(page.reading.text(participle));
        let relative = near.take_while(|_| is_open).find(|&at| page.is(at, fact::RELATIVE))?;
        let deed = (relative + 1..participle).any(|at| page.is_verb(at));
        let last = relative.checked_sub(1).map(|at| if page.divides(at) { at.saturating_sub(1) } else { at })?;
        let name = page.name_over(last).filter(|name| deed && name.kind == EntityKind::Person)?;
        Some(name.start..name.tokens.end)
    }

    /// 'It has written to the minister, Ann Peacock, urging her': who stands at the beginning of the sentence, before a verb.
    fn who_acts_first(&self, participle: usize) -> Option<Range<usize>> {
        let page = self.page;
        let clause = subjects::trim_front(page, self.unit.tokens.start..participle).0;
        let carries = |at: usize| page.turns(at, Turn::Between) || page.turns(at, Turn::Passive) || page.is_verb(at);
        let deed =
            clause.clone().skip(1).find(|&at| page.divides(at) || carries(at) && page.name_over(at).is_none())?;
        let words = clause.start..deed;
        let leads = page.turns(words.start, Turn::Adjunct) || page.divides(deed);
        let apposed = (deed..participle.saturating_sub(1)).any(|at| page.divides(at));
        (!leads && apposed && nouns::speaks(page, &words)).then_some(words)
    }

    /// Nothing before the end of the last frame's cue can be the subject of the next verb; who is told has no cue ('Araghchi
    /// kepada Al Jazeera menuturkan').
    pub(crate) fn floor(&self) -> usize {
        let beside = |order: Order| matches!(order, Order::Phrase | Order::Clause { .. });
        let counts = |frame: &&Frame| !beside(frame.order) && !frame.cue.is_empty() && !self.is_in_noun(frame);
        let last = self.frames.iter().rev().find(counts);
        last.map_or(self.unit.tokens.start, |frame| frame.cue.end.max(self.unit.tokens.start))
    }

    /// Whether a frame only tells more of a noun, which speaks itself: 'a report aired by Channel 12 said', 'Shapiro, in an
    /// interview on CNN, said'.
    fn is_in_noun(&self, frame: &Frame) -> bool {
        let page = self.page;
        let paper = (frame.cue.start.saturating_sub(1)..frame.cue.end).any(|at| page.is(at, fact::DOCUMENT));
        // 'Sekretaris perusahaan, yang dihubungi Tempo lewat pesan pendek, menjawab'
        let aside = frame.cue.start > self.unit.tokens.start && page.is(frame.cue.start - 1, fact::RELATIVE);
        frame.is_passage && (aside || frame.cue.is_empty() || paper || self.shows(frame))
    }

    /// 'Papers seen by the BBC show': whether an outlet had what the sentence opens with, and the verb behind the outlet says what it shows.
    fn shows(&self, frame: &Frame) -> bool {
        let page = self.page;
        let Range { start, end } = frame.extent;
        let noun = self.unit.tokens.start..start;
        let verb = page.clues_in(end..end + 1).any(|index| page.clues[index].kinds.says);
        page.pack.grammar.verbs_inflect
            && verb
            && page.is_verb(frame.cue.start)
            && !noun.is_empty()
            && noun.into_iter().all(|at| page.reading.is_word(at) && !page.is_verb(at) && page.name_over(at).is_none())
    }

    /// Where the words of a verb begin that has no speaker of its own and shares that of the verb before.
    fn shared(&self, clue: &Clue) -> Option<usize> {
        // 'denies murder but has admitted manslaughter'
        let inflects = self.page.pack.grammar.verbs_inflect;
        let between =
            |at: &usize| inflects && self.page.turns(*at, Turn::Between) && !self.page.turns(*at, Turn::Joint);
        let before = (self.floor()..clue.tokens.start).rev().find(|at| !between(at))?;
        let last = self.frames.iter().rev().find(|frame| !frame.is_passage && frame.speaker != Speaker::Nobody)?;
        let joined = self.page.turns(before, Turn::Joint)
            || self.page.reading.mark(before) == ','
            || self.says_meanwhile(clue.tokens.start);
        (joined && last.order != Order::Previous).then_some(before + 1)
    }

    /// 'A Reuters investigation found', 'according to an AP tally': the outlet whose paper tells it.
    pub(super) fn of_own_paper(&self, mut frame: Frame) -> Frame {
        let page = self.page;
        let Speaker::Words(words) = &frame.speaker else { return frame };
        let paper = |at: usize| page.is(at, fact::DOCUMENT) && !page.reading.is_capitalised(at);
        let lead = words.start + usize::from(page.is(words.start, fact::QUANTITY) || page.reading.is_the(words.start));
        let own = page.name_over(lead).filter(|name| {
            let whole = name.tokens.start == lead && name.tokens.end < words.end;
            whole && page.pack.grammar.verbs_inflect && paper(name.tokens.end) && self.outlets.is_outlet(name)
        });
        if let Some(name) = own.filter(|_| frame.via.is_empty()) {
            let named = Named::new(name.entity, name.tokens.clone());
            frame.via.extend(through(vec![named], &(lead..lead), false));
        }
        frame
    }

    /// 'Bloomberg's David Welch reports': the outlet of whoever speaks.
    pub(super) fn of_own_reporter(&mut self, mut frame: Frame) -> Frame {
        let page = self.page;
        let Speaker::Words(words) = &frame.speaker else { return frame };
        // 'Al Jazeera's Hiba Morgan, who is in Khartoum, said'
        let ends = |at: usize| at == words.end || page.pack.grammar.verbs_inflect && page.divides(at);
        let people = page.names_in(words.clone()).filter(|name| name.kind == EntityKind::Person);
        let reporter = people.filter(|name| ends(name.tokens.end) && name.tokens.start > words.start).last();
        // 'NTUC president K. Thanaletchimi' is no outlet's: asking who it is makes an outlet of what it names.
        let Some(own) = reporter
            .map(|name| name.tokens.start - 1)
            .filter(|&own| own > words.start && nouns::is_possessor(page, own))
        else {
            return frame;
        };
        let is_known = page.name_over(own - 1).is_none_or(|name| self.outlets.is_outlet(name));
        if !(is_known || page.turns(frame.cue.end - 1, Turn::Reports)) {
            return frame;
        }
        let first = words.start + usize::from(page.reading.is_the(words.start));
        let named = self.outlets.at(page, first, own, Trust::Anybody).filter(|named| named.tokens.end == own);
        if let Some(named) = named {
            frame.via.extend(through(vec![named], &(own..own), false));
            frame.speaker = Speaker::Words(own + 1..words.end);
        }
        frame
    }
}
