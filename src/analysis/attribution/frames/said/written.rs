//! What a paper says, told with the paper as where it is written: 'Dalam dakwaan jaksa disebutkan, terdakwa menerima uang'.
//!
//! Whoever stands behind the verb speaks instead ('Dalam surat itu ditegaskan Budi bahwa ...'), and so does a subject before it ('Dalam surat
//! itu, Budi disebutkan menerima uang').

use crate::analysis::attribution::frames::{Frame, Framer, Order, Speaker};
use crate::analysis::attribution::page::clues::Clue;
use crate::analysis::attribution::page::fact;
use crate::lang::{EventWord, Turn};
use crate::model::EntityKind;

impl Framer<'_, '_, '_, '_> {
    /// The paper before a passive verb of saying, and behind it what is written there.
    pub(crate) fn written(&mut self, clue: &Clue) -> Option<Frame> {
        let page = self.page;
        let cue = clue.tokens.clone();
        let start = self.unit.tokens.start;
        if !page.pack.grammar.noun_first || cue.len() != 1 || !page.is_verb(cue.start) {
            return None;
        }
        // 'Di dalam surat itu', behind what joins the sentence to the one before: 'Sementara itu, dalam surat itu'.
        let noun = (start..cue.start).find(|&at| page.is(at, fact::DOCUMENT | fact::MEDIUM))?;
        let first = (start..noun).rev().take_while(|&at| page.turns(at, Turn::Adjunct)).last()?;
        // 'Dalam rilis yang diterima Antara, Rabu, disebutkan'
        let end = (noun..cue.start).find(|&at| page.divides(at)).unwrap_or(cue.start);
        let parted = end == cue.start || page.divides(cue.start - 1);
        let relative = (noun..end).any(|at| page.is(at, fact::RELATIVE));
        // 'Di situs resmi BKN disebutkan'
        let light = |at: usize| page.pack.cues.events.may_open(page.reading.words[at], EventWord::Auxiliary);
        let acts = |at: usize| page.is_verb(at) && !relative && !light(at);
        if !parted || !self.opens(first) || (noun..end).any(acts) {
            return None;
        }
        // 'ditegaskan Budi bahwa', 'ditegaskan hakim, anak ...'
        let person = page.name_over(cue.end).filter(|name| name.kind == EntityKind::Person).map(|name| name.tokens.end);
        let speaker = person.or(page.is(cue.end, fact::ROLE | fact::TITLE | fact::PRONOUN).then_some(cue.end + 1));
        let speaks = speaker.is_some_and(|end| self.is_done(end) || page.turns(end, Turn::That));
        let follows = page.turns(cue.end, Turn::That) || page.divides(cue.end) && page.reading.mark(cue.end) == ',';
        let said = cue.end + usize::from(follows);
        if speaks || said >= self.end() || !self.has_verb(said) {
            return None;
        }
        // 'Dalam keterangan yang diterima Kompas.com, Rabu, disebutkan bahwa': the paper was found by other words, and only what it says is here.
        let leads = |frame: &&mut Frame| frame.speaker != Speaker::Nobody && matches!(frame.order, Order::Lead(_));
        if let Some(before) = self.frames.iter_mut().rev().find(leads) {
            before.order = Order::Lead(said);
            before.extent.end = said;
            return None;
        }
        // 'Dalam laporan itu juga disebutkan', but not 'Pada laman resmi disebutkan'
        let light = |at: &usize| page.turns(*at, Turn::Between) && !page.is(*at - 1, fact::DOCUMENT | fact::MEDIUM);
        let end = end - (noun + 1..end).rev().take_while(light).count();
        Some(Frame {
            extent: first..said,
            speaker: Speaker::Words(noun..end),
            order: Order::Lead(said),
            rule: "attribution/written-in-paper",
            ..Frame::of(cue, clue.stance)
        })
    }
}
