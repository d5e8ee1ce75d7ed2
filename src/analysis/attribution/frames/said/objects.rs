//! What stands behind a verb of saying and is not yet, or not at all, what was said: papers, pointers, amounts, and when it was.

use std::ops::Range;

use super::super::{Framer, led};
use crate::analysis::attribution::outlets::Trust;
use crate::analysis::attribution::page::clues::Clue;
use crate::analysis::attribution::page::fact;
use crate::lang::{EventWord, Turn};
use crate::model::EntityKind;
use crate::text::token::Case;

/// 'in a video posted on Facebook on Friday' has at most this many tokens.
const LONGEST_PAPER_TOKENS: usize = 12;

/// What is said without a verb has more tokens.
const SHORTEST_SAID: usize = 3;

/// 'bluntly in a speech in July' has at most as many tokens.
const LONGEST_MANNER_TOKENS: usize = 7;

impl Framer<'_, '_, '_, '_> {
    /// 'The group plugged a device called an interrogator into the cable': what stands before a weak verb did something to an object,
    /// of which the verb tells.
    pub(super) fn names_object(&self, words: &Range<usize>) -> bool {
        let page = self.page;
        let object = |at: usize| page.is(at, fact::QUANTITY) || page.turns(at, Turn::DefiniteBefore);
        let mut main = words.clone().skip(1).take_while(|&at| !page.is(at, fact::RELATIVE) && !page.divides(at));
        page.pack.grammar.verbs_inflect
            && main.any(|at| {
                let form = || page.pack.cues.aside_suffix(page.reading.text(at));
                object(at + 1) && at + 1 < words.end && page.is_verb(at) && page.name_over(at).is_none() && !form()
            })
    }

    /// 'Kane had a goal ruled out for offside': what was done to something of his, between him and the participle.
    pub(super) fn had_it_done(&self, between: Range<usize>) -> bool {
        let page = self.page;
        let object = |at: usize| page.is(at, fact::QUANTITY) || page.turns(at, Turn::DefiniteBefore);
        let had = |at: usize| page.turns(at, Turn::Between) && !page.turns(at, Turn::Passive);
        let had = |at: usize| had(at) && object(at + 1) && !page.is(at + 1, fact::TIME);
        let parted = |at: usize| page.divides(at) || page.turns(at, Turn::ToDo);
        page.pack.grammar.verbs_inflect && between.clone().any(had) && !between.into_iter().any(parted)
    }

    /// Whether these words are those who hear evidence: 'the jury', 'MPs on the committee'.
    pub(super) fn hears(&self, words: &Range<usize>) -> bool {
        let page = self.page;
        let end = words.clone().skip(1).find(|&at| page.turns(at, Turn::Adjunct)).unwrap_or(words.end);
        end > words.start && page.turns(end - 1, Turn::Hears)
    }

    /// 'menawarkan koalisi, tetapi ditolak', 'menuntut terdakwa 12 tahun penjara, sedangkan vonis dibacakan nanti': an object, and the first verb
    /// behind a comma and a word for 'but'.
    pub(super) fn only_contrasts(&self, from: usize) -> bool {
        let page = self.page;
        let comma = (from..self.reach(from)).find(|&at| page.divides(at) && page.reading.mark(at) == ',');
        let other = |at: usize| page.pack.cues.events.may_open(page.reading.words[at], EventWord::Contrast);
        let contrast =
            |comma: &usize| page.turns(comma + 1, Turn::Joint) && (page.is_verb(comma + 2) || other(comma + 1));
        let noun_first = page.pack.grammar.noun_first;
        comma.filter(contrast).is_some_and(|comma| noun_first && !(from..comma).any(|at| page.is_verb(at)))
    }

    /// 'mengingatkan soal pungli pada 2023, namun tidak digubris': whether what would be said at `said` is a clause that goes against it, behind a
    /// comma and words that tell what was spoken about.
    pub(super) fn contrasts_behind(&self, from: usize, said: usize) -> bool {
        let page = self.page;
        let contrast = |at: usize| page.pack.cues.events.may_open(page.reading.words[at], EventWord::Contrast);
        let parted = said > from + 2 && page.divides(said - 1) && page.reading.mark(said - 1) == ',';
        page.pack.grammar.noun_first && parted && said < self.end() && contrast(said)
    }

    /// 'Warga melaporkan lurah ke Ombudsman': somebody is reported to a body, and no verb stands before the next comma.
    pub(super) fn lodges(&self, cue: &Range<usize>) -> bool {
        let page = self.page;
        let lodges = page.pack.cues.events.may_open(page.reading.words[cue.start], EventWord::Lodges);
        let end = (cue.end..self.reach(cue.end)).find(|&at| self.is_done(at)).unwrap_or(self.reach(cue.end));
        let whom = (cue.end + 1..end).find(|&at| page.is(at, fact::PLACE_PREPOSITION));
        let body = |at: usize| page.name_over(at + 1).is_some_and(|name| name.kind == EntityKind::Organisation);
        let plain = |to: usize| !(cue.end..to).any(|at| page.is_verb(at) || page.is(at, fact::RELATIVE));
        page.pack.grammar.noun_first && lodges && whom.is_some_and(|at| body(at) && plain(at))
    }

    /// 'Gibran melanjutkan kunjungan ke Pasar Klewer untuk meninjau harga': something is gone on with, and nothing said.
    pub(super) fn continues(&self, cue: &Range<usize>) -> bool {
        let page = self.page;
        let continues = page.pack.cues.events.may_open(page.reading.words[cue.start], EventWord::Continues);
        let object = page.reading.is_word(cue.end)
            && !page.turns(cue.end, Turn::That)
            && !page.is(cue.end, fact::PRONOUN)
            && page.name_over(cue.end).is_none();
        page.pack.grammar.noun_first && continues && object
    }

    /// 'Jaksa menuntut Budi tujuh tahun penjara': a term for somebody, and no verb before the next comma.
    pub(super) fn asks_term(&self, from: usize) -> bool {
        let page = self.page;
        let ends = |at: usize| self.is_done(at) || page.is_verb(at);
        let object = from..(from..self.reach(from)).find(|&at| ends(at)).unwrap_or(self.reach(from));
        // 'tujuh tahun', '12 tahun', but not '2026'
        let counts = |at: usize| page.is(at, fact::QUANTITY) || page.reading.is_number(at);
        let term = object.clone().skip(1).find(|&at| counts(at) && page.is(at + 1, fact::TIME));
        let whole = !page.is_verb(object.end) || page.divides(object.end);
        // 'dua bulan lalu'
        let behind = |term: usize| (term + 1..object.end).find(|&at| !page.is(at, fact::TIME) && !counts(at));
        let of_kind = |at: usize| page.reading.is_word(at) && !page.turns(at, Turn::Adjunct);
        let term = term.filter(|&at| !page.turns(at - 1, Turn::Adjunct) && behind(at).is_some_and(of_kind));
        let somebody = page.is(from, fact::ROLE | fact::TITLE) || page.name_over(from).is_some();
        page.pack.grammar.noun_first && somebody && whole && term.is_some()
    }

    /// Where what was said begins behind a colon, and before that how, where or when: 'put it bluntly in July: the system had failed'.
    pub(super) fn behind_colon(&self, from: usize) -> Option<usize> {
        let page = self.page;
        let near = from..self.end().min(from + LONGEST_MANNER_TOKENS);
        let colon = near.clone().find(|&at| page.reading.mark(at) == ':' && !page.reading.is_glued(at + 1))?;
        let carries = |at: usize| [Turn::Modal, Turn::Passive, Turn::That].into_iter().any(|turn| page.turns(at, turn));
        let told =
            (from..colon).any(|at| page.is_verb(at) || carries(at) || page.is(at, fact::SPEECH) || page.divides(at));
        (colon > from
            && !told
            && !page.is_in_headline(from)
            && !led(page, from)
            && !page.turns(from - 1, Turn::That)
            && colon + 1 < self.end())
        .then_some(colon + 1)
    }

    /// Where what was said begins behind a paper and what was done to it: 'alleged in a video posted on Friday that the minister'.
    pub(super) fn behind_paper(&self, from: usize) -> Option<usize> {
        let page = self.page;
        if !page.pack.grammar.verbs_inflect || led(page, from) || !page.turns(from, Turn::Adjunct) {
            return None;
        }
        let near = from..self.reach(from).min(from + LONGEST_PAPER_TOKENS);
        let that = near.clone().find(|&at| page.turns(at, Turn::That) || page.divides(at))?;
        let paper = (from..that).any(|at| page.is(at, fact::DOCUMENT | fact::CUE));
        (paper && page.turns(that, Turn::That)).then_some(that + 1)
    }

    /// 'baru mengaku setelah ditanya orang tua', 'protested in 1977 when Oslo set up a zone': only when it was said, to the end of the
    /// sentence.
    pub(super) fn tells_only_when(&self, cue_end: usize, from: usize) -> bool {
        let page = self.page;
        let asked = |at: usize| page.pack.cues.events.may_open(page.reading.words[at], EventWord::Report);
        if page.pack.grammar.verbs_inflect {
            let timed =
                |at: usize| page.is(at, fact::TIME) || page.turns(at, Turn::Adjunct) && page.is(at + 1, fact::TIME);
            let behind = (cue_end..self.end()).find(|&at| !timed(at)).unwrap_or(cue_end);
            let when = |at: usize| page.pack.cues.events.may_open(page.reading.words[at], EventWord::When);
            return behind > cue_end && page.turns(behind, Turn::Opening) && when(behind);
        }
        let leads = page.pack.grammar.noun_first && page.turns(from, Turn::Adjunct) && from + 1 < self.end();
        leads
            && asked(from + 1)
            && page.is_verb(from + 1)
            && !(from..self.end()).any(|at| page.divides(at) && !page.ends(at))
    }

    /// 'bercerita, korban dikenal pendiam': behind the comma of a verb that begins its clause stands what was said, verb or none.
    pub(super) fn leads_behind_comma(&self, from: usize) -> bool {
        let page = self.page;
        let comma = page.pack.grammar.noun_first && page.divides(from) && page.reading.mark(from) == ',';
        let next = page.turns(from + 1, Turn::Joint)
            || page.turns(from + 1, Turn::Adjunct)
            || page.is(from + 1, fact::RELATIVE);
        comma && !next && from + SHORTEST_SAID < self.end() && !(from + 1..self.end()).any(|at| page.divides(at))
    }

    /// 'menggambarkan kepanikan di apartemennya kepada media tersebut': to an outlet one tells, whatever the verb.
    pub(super) fn is_told_to_outlet(&mut self, from: usize) -> bool {
        let page = self.page;
        let until = self.reach(from);
        let told = |clue: &Clue| clue.kinds.told && !clue.kinds.says && page.turns(clue.tokens.start, Turn::Adjunct);
        let found = page.clues_in(from..until).map(|index| &page.clues[index]).find(|clue| told(clue));
        let Some(clue) = found else { return false };
        !self.outlets.behind(page, clue.tokens.end, until, Trust::Anybody).is_empty()
    }

    /// Behind words that mean what was told before, if they are all that a verb has: 'mengatakan hal itu dalam jumpa pers'.
    pub(super) fn behind_pointer(&self, from: usize) -> Option<usize> {
        let page = self.page;
        // 'Ia mengatakan itu saat membuka rapat'
        let alone = page.pack.grammar.noun_first && page.turns(from, Turn::DefiniteBehind);
        let is_pointer = page.turns(from, Turn::Covers) && (alone || !page.turns(from, Turn::DefiniteBehind));
        let end = (from..self.end()).find(|&at| !page.turns(at, Turn::Covers)).unwrap_or(self.end());
        let closes = self.is_done(end) || page.turns(end, Turn::Adjunct) || page.is(end, fact::TIME);
        (is_pointer && (alone || end > from + 1) && closes).then_some(end)
    }

    /// 'Officials reported 14,152 cases', 'Fox added 24 points for the Spurs, who have won seven straight': a number with what is
    /// counted, and no clause before its comma.
    pub(in super::super) fn counts(&self, at: usize) -> bool {
        let page = self.page;
        let currency = matches!(page.reading.mark(at), '$' | '£' | '€');
        // 'offered $2.6 billion in 2021 and walked away'
        // 'have questioned 17 witnesses and raised the case to an investigation'
        let joint = |at: usize| page.turns(at, Turn::Joint) && (currency || page.is_verb(at + 1));
        let is_border = |at: usize| page.divides(at) || page.ends(at) || page.is(at, fact::RELATIVE) || joint(at);
        let end = (at..self.reach(at)).find(|&at| is_border(at)).unwrap_or(self.reach(at));
        // '2GB' is a station, '40m' an amount.
        let letters = page.reading.tokens.get(at + 1).filter(|letters| letters.glued);
        let station = letters.is_some_and(|letters| letters.case == Case::Upper);
        let number = page.reading.is_number(at) && !station || currency;
        // 'said 43 people, among them 28 adults, had been found dead'
        let aside = (end + 1..self.reach(at)).find(|&at| page.divides(at)).filter(|_| page.divides(end));
        let verb = |at: usize| page.is_verb(at) || page.turns(at, Turn::Passive) || page.turns(at, Turn::Modal);
        // 'mengimbau 57 WNI tetap di rumah'
        let stays = |at: usize| {
            page.pack.grammar.noun_first && page.pack.cues.events.may_open(page.reading.words[at], EventWord::State)
        };
        number
            && !(at..end).any(|at| page.is_verb(at) || stays(at) || page.opens_quotation(at))
            && !aside.is_some_and(|close| verb(close + 1))
    }
}
