//! Candidates for names in one sentence: known names, and runs of capitalised words, with their surroundings.

mod beside;
mod bills;
mod bracket;
mod cases;
mod credits;
mod dateline;
mod department;
mod figures;
mod firms;
mod foreign;
mod holder;
mod initialled;
mod joint;
mod known;
mod law;
mod led;
mod levies;
mod longer;
mod mistaken;
mod nameless;
mod nested;
mod numbered;
mod office;
mod organisation;
mod owned;
mod person;
mod portfolio;
mod products;
mod ranks;
mod results;
mod run;
mod site;
mod tagged;
mod tails;
mod titles;
mod unknown;
mod vessels;
mod words;
mod works;

use std::ops::Range;

use super::Page;
use super::candidate::{Candidate, Evidence};
use super::scene::Scene;
use super::tagger::Tagged;
use crate::analysis::reading::Reading;
use crate::lang::{NameCue, NameHint};
use crate::model::EntityKind;
use crate::text::token::Case;

/// What a word tells that is written small and yet may begin a name, or a title before one.
const BEGIN_NAMES: [NameCue; 5] =
    [NameCue::Title, NameCue::Honorific, NameCue::OrganisationHead, NameCue::EventHead, NameCue::Government];

/// A word that is written twice, with the hyphen between.
const DOUBLED_TOKENS: usize = 3;

/// Finds candidates in one sentence or dateline, in order; they do not overlap, save that an organisation's name may
/// hold a known place.
pub(crate) struct Spotter<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) reading: &'a Reading<'a>,
    /// Its tokens.
    pub(crate) sentence: Range<usize>,
    /// For each of them whether it may be a name or part of one: nearly every rule asks this.
    pub(crate) name_words: Vec<bool>,
    /// What a trained tagger found in it, if there is one.
    pub(crate) tagged: Option<&'a [Tagged]>,
    /// A title that waits for its name: its tokens, which grow over the places named in it.
    pub(crate) title: Option<Range<usize>>,
    pub(super) page: Page<'a>,
    pub(crate) out: &'a mut Vec<Candidate>,
}

impl Spotter<'_> {
    /// Looks at the whole sentence.
    pub(crate) fn spot(mut self) {
        self.name_words = self.sentence.clone().map(|at| self.is_written_as_name(at)).collect();
        let mut at = self.sentence.start;
        while at < self.sentence.end {
            at = self.at(at);
        }
    }

    /// Looks at token `at` and returns where to look next.
    fn at(&mut self, at: usize) -> usize {
        if self.may_begin(at)
            && !self.is_doubled_noun(at)
            && let Some(end) = self.name_or_title(at)
        {
            return end;
        }
        // A title reaches its name over 'dan', a comma or an opening bracket no more.
        if self.title.as_ref().is_some_and(|title| title.end <= at) && !self.keeps_title(at) {
            self.title = None;
        }
        at + 1
    }

    /// Whether a name or a title may begin at token `at`: no rule needs to be asked of most words and marks.
    fn may_begin(&self, at: usize) -> bool {
        let words = &self.reading.words[at..self.sentence.end];
        let has_capital = || self.reading.text(at).bytes().any(|byte| byte.is_ascii_uppercase());
        !matches!(self.reading.tokens[at].case, Case::Lower | Case::None)
            || self.reading.is_number(at)
            || at == self.sentence.start
            || self.title.as_ref().is_some_and(|title| title.end == at)
            || self.reading.is_glued(at + 1) && self.reading.mark(at + 1) == '.'
            || has_capital()
            || self.tagged_len(at) > 0
            || self
                .scene
                .pack
                .cues
                .names
                .starting(words)
                .any(|(_, cues)| cues.iter().any(|cue| BEGIN_NAMES.contains(cue)))
            || self.scene.known.begins(at)
    }

    /// 'Bank-bank', but not 'Alun-alun', which the lists have, nor 'Undang-undang'.
    fn is_doubled_noun(&self, at: usize) -> bool {
        self.scene.is_doubled(at) && self.cue(at, |_| true).is_none_or(|(len, _)| len < DOUBLED_TOKENS)
    }

    /// Behind the name or the title that begins at token `at`.
    fn name_or_title(&mut self, at: usize) -> Option<usize> {
        let found = if self.reading.is_capitalised(at) { self.capitalised(at) } else { self.small(at) };
        if found.is_some() {
            return found;
        }
        if let Some((len, _)) = self.cue(at, |cue| matches!(cue, NameCue::Title | NameCue::Honorific)) {
            if len == 1 && self.is_title_alone(at) {
                self.push(at..at + 1, Evidence::Capitals, None);
            }
            // 'Juru bicara Pengadilan Negeri Ambon': the last word begins the body.
            let last = at + len - 1;
            let begins_body = len > 1
                && self.scene.pack.grammar.noun_first
                && self.reading.tokens[last].case == Case::Capital
                // 'Sekretaris Dinas Komunikasi dan Informatika Jhonson Tambunan'
                && (self.reading.tokens[last - 1].case == Case::Lower || self.heads_fields(last))
                && self.reading.is_capitalised(last + 1)
                && self.scene.is_cue(last, NameCue::Government);
            let len = if begins_body { len - 1 } else { len };
            let start = self.title.as_ref().filter(|title| title.end == at).map_or(at, |title| title.start);
            self.title = Some(start..at + len);
            return Some(at + len);
        }
        let is_name = self.is_name_word(at) && self.cue(at, |cue| cue == NameCue::NotName).is_none();
        is_name.then(|| self.unknown(at))
    }

    /// Behind the name that begins with the capital letter of token `at`.
    fn capitalised(&mut self, at: usize) -> Option<usize> {
        self.result_line(at)
            .or_else(|| self.lettered_part(at))
            .or_else(|| self.credited(at))
            .or_else(|| self.levy(at))
            .or_else(|| self.demonym(at))
            .or_else(|| self.postnominal(at))
            .or_else(|| self.before_letters(at))
            .or_else(|| self.with_nickname(at))
            .or_else(|| self.department_behind(at))
            .or_else(|| self.numbered_command(at))
            .or_else(|| self.ranked(at))
            .or_else(|| self.born(at))
            .or_else(|| self.work(at))
            .or_else(|| self.listed_thing(at))
            .or_else(|| self.titled_work(at))
            .or_else(|| self.owned_work(at))
            .or_else(|| self.credited_work(at))
            .or_else(|| self.court_case(at))
            .or_else(|| self.lettered_vessel(at))
            .or_else(|| self.event(at))
            .or_else(|| self.vessel(at))
            .or_else(|| self.club_with_nickname(at))
            .or_else(|| self.bill(at))
            .or_else(|| self.law_with_joints(at))
            .or_else(|| self.race(at))
            .or_else(|| self.figured(at))
            .or_else(|| self.portfolio(at))
            .or_else(|| self.office(at))
            .or_else(|| self.dateline(at))
            .or_else(|| self.outlet_of_dateline(at))
            .or_else(|| self.domain(at))
            .or_else(|| self.behind_outlet_noun(at))
            .or_else(|| self.of_two_places(at))
            .or_else(|| self.seat_of_two_places(at))
            .or_else(|| self.foreign_body(at))
            .or_else(|| self.lettered_club(at))
            .or_else(|| self.firm(at))
            .or_else(|| self.initialled(at))
            .or_else(|| self.partners(at))
            .or_else(|| self.joint_trades(at))
            .or_else(|| self.sector_of_country(at))
            .or_else(|| self.led_place(at))
            .or_else(|| self.led_by_noun(at))
            .or_else(|| self.county_of_officer(at))
            .or_else(|| self.road(at))
            .or_else(|| self.tailed(at))
            .or_else(|| self.coded(at))
            .or_else(|| self.tagged(at))
            .or_else(|| self.organisation(at))
            .or_else(|| self.known(at))
            .or_else(|| self.camel(at))
            .or_else(|| self.site(at))
    }

    /// Behind the name that begins with token `at`, a number or a word without a capital letter at its beginning: few are written so.
    fn small(&mut self, at: usize) -> Option<usize> {
        self.result_line(at)
            .or_else(|| self.lettered_part(at))
            .or_else(|| self.credited(at))
            .or_else(|| self.department_behind(at))
            .or_else(|| self.work(at))
            .or_else(|| self.lettered_vessel(at))
            .or_else(|| self.figured(at))
            .or_else(|| self.office(at))
            .or_else(|| self.domain(at))
            .or_else(|| self.tagged(at))
            .or_else(|| self.known(at))
            .or_else(|| self.camel(at))
    }

    /// Whether an office that is no part of another begins here, before the word for its field or the place that it is of.
    fn heads_fields(&self, at: usize) -> bool {
        let is_field = || self.scene.is_hint(at + 1, NameHint::Field) && !self.is_name_part(at + 1);
        // 'Komandan Lanal Tual'
        let is_place = || {
            let known = self.scene.known(at + 1..self.sentence.end);
            self.scene.is_cue(at, NameCue::OrganisationHead) && known.is_some_and(|it| it.kind == EntityKind::Place)
        };
        !self.scene.is_hint(at, NameHint::UnitHead) && (is_field() || is_place())
    }

    pub(super) fn push(&mut self, tokens: Range<usize>, evidence: Evidence, title: Option<Range<usize>>) {
        let tokens = if evidence.is_body() { tokens.start..self.behind_stop(tokens.end) } else { tokens };
        let quoted = |at: usize| matches!(self.reading.mark(at), '“' | '"' | '‘' | '”');
        let tokens = tokens.start..self.behind_year_of_law(&tokens, evidence);
        let opens = tokens.start == self.sentence.start || quoted(tokens.start.wrapping_sub(1));
        self.out.push(Candidate { tokens, evidence, title, bracketed: false, opens });
    }

    pub(super) fn is_time(&self, at: usize) -> bool {
        self.scene.in_time.get(at).copied().unwrap_or(false)
    }

    /// Whether another name begins here: a title, an organisation, a name from the gazetteer.
    pub(super) fn begins_other(&self, at: usize) -> bool {
        self.cue(at, |cue| matches!(cue, NameCue::Title | NameCue::OrganisationHead | NameCue::EventHead)).is_some()
            || self
                .scene
                .known(at..self.sentence.end)
                .is_some_and(|known| known.len > 1 || known.kind == EntityKind::Outlet)
    }

    /// 'bin Salman', 'al-Qudra': a small word within a name and the name behind it.
    pub(super) fn connector(&self, at: usize) -> Option<usize> {
        self.cue(at, |cue| cue == NameCue::Connector)?;
        let hyphen = self.reading.mark(at + 1) == '-' && self.reading.is_glued(at + 1);
        let len = if hyphen { 2 } else { 1 };
        self.is_name_word(at + len).then_some(len + 1)
    }

    fn is_initial(&self, at: usize) -> bool {
        self.reading.text(at).chars().count() == 1 && self.reading.is_capitalised(at)
    }
}
