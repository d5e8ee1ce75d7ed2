//! Bodies by what the article calls them in short: 'ALEA' for 'Alabama Law Enforcement Agency', 'Sierra Pacific' for 'Sierra Pacific
//! Industries', 'the Met' for 'Metropolitan Museum of Art'.
//!
//! Most names are never shortened, so nothing is worked out before a name asks that may be a short form.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::bodies::spelled_out;
use super::{Join, Joiner, form};
use crate::analysis::names::kind::Named;
use crate::analysis::names::scene::Scene;
use crate::analysis::names::short;
use crate::analysis::names::tagger::lower_key;
use crate::lang::{NameCue, NameHint};
use crate::model::{EntityId, EntityKind};
use crate::text::token::Case;

/// A word cut short has at least so many letters: 'Met', 'Penn'.
const SHORTEST_CLIPPED: usize = 3;

/// Among more words of bodies none is looked for by its beginning.
const MOST_BODY_WORDS: usize = 400;

/// The name of a place that stands behind the letters of its body has at most so many words: 'Sumatera Utara'.
const MOST_PLACE_WORDS: usize = 3;

/// No place is called by more letters, in bytes.
const MOST_LETTERS_BYTES: usize = 12;

/// The bodies of several words without a record, and the parts of bodies, by their first word.
pub(super) struct Beginnings {
    by_first: FxHashMap<u64, Vec<Range<usize>>>,
    /// What partners and bodies with a place behind their letters are called by these.
    partners: FxHashSet<String>,
}

impl Beginnings {
    pub(super) fn of(scene: &Scene, named: &[Named]) -> Beginnings {
        let mut by_first: FxHashMap<u64, Vec<Range<usize>>> = FxHashMap::default();
        // 'Komisi XII' is short for 'Komisi XII DPR RI', whether a list has that or not.
        let is_open = |name: &&Named| name.record.is_none() || scene.is_hint(name.tokens.start, NameHint::UnitHead);
        // 'RS Bhayangkara' is short for 'RS Bhayangkara Kediri'.
        let is_body = |name: &&Named| name.kind == EntityKind::Organisation || is_site(scene, name);
        let bodies = named.iter().filter(is_body).filter(is_open);
        for tokens in bodies.clone().map(|name| &name.tokens).filter(|tokens| tokens.len() > 1) {
            by_first.entry(first_word(scene, tokens)).or_default().push(tokens.clone());
        }
        let partners = bodies.filter_map(|name| short::partners(scene.reading, &name.tokens));
        let all = named.iter().filter(|name| name.kind == EntityKind::Organisation);
        let lettered = all.flat_map(|name| lettered_with_place(scene, name.tokens.end));
        let partners = partners.chain(lettered).collect();
        Beginnings { by_first, partners }
    }

    /// Whether a name of several words is a longer one in short: 'Sierra Pacific' is no other than 'Sierra Pacific Industries'.
    pub(super) fn have(&self, scene: &Scene, name: &Range<usize>) -> bool {
        let same_first = self.by_first.get(&first_word(scene, name)).into_iter().flatten();
        let mut longer = same_first.filter(|body| body.len() > name.len()).peekable();
        if longer.peek().is_none() && self.partners.is_empty() {
            return false;
        }
        let own = form(scene.reading, name);
        let begins = |body: &Range<usize>| {
            short::beginnings(scene, body).any(|it| it.len() > 1 && form(scene.reading, &it) == own)
        };
        longer.any(begins)
            || self.partners.contains(own.as_ref())
            || self.partners.contains(spelled_out(scene, own).as_ref())
    }
}

/// The letters of bodies that brackets explain, and those of companies without their form.
pub(super) fn explained_letters<'a>(scene: &Scene<'a>, named: &[Named]) -> FxHashSet<Cow<'a, str>> {
    let bodies = || named.iter().filter(|name| name.kind == EntityKind::Organisation);
    let bracketed = bodies().filter(|name| name.bracketed && name.tokens.len() == 1);
    let bracketed = bracketed.map(|name| Cow::Borrowed(scene.reading.text(name.tokens.start)));
    bracketed.chain(bodies().filter_map(|name| without_form(scene, &name.tokens)).map(Cow::Owned)).collect()
}

/// The initials of a company without its form: 'LTI' of 'PT Lembah Tidar Indonesia'.
fn without_form(scene: &Scene, name: &Range<usize>) -> Option<String> {
    let has_form = scene.is_hint(name.start, NameHint::Form) && scene.is_cue(name.start, NameCue::OrganisationHead);
    if has_form { short::initials(scene.reading, &(name.start + 1..name.end)) } else { None }
}

/// Whether a body is no more than letters that the article explains, with its form before them or its place behind: 'PT KWE', 'DLH
/// Kolaka'.
pub(super) fn is_form_of_letters(scene: &Scene, name: &Named, letters: &FxHashSet<Cow<str>>) -> bool {
    let Range { start, end } = name.tokens;
    let has_form = || end - start == 2 && scene.is_hint(start, NameHint::Form);
    let has_place = || scene.is_cue(start, NameCue::Government) && scene.is_known(start + 1..end, EntityKind::Place);
    letters.contains(scene.reading.text(end - 1)) && has_form()
        || end - start > 1 && letters.contains(scene.reading.text(start)) && has_place()
}

/// Whether a place begins as hospitals, prisons and the like do, in several words.
pub(super) fn is_site(scene: &Scene, name: &Named) -> bool {
    name.kind == EntityKind::Place && name.tokens.len() > 1 && scene.is_hint(name.tokens.start, NameHint::Site)
}

fn first_word(scene: &Scene, tokens: &Range<usize>) -> u64 {
    lower_key(scene.reading.text(tokens.start))
}

/// The bodies and hospitals that are named in full, each once, in the order of the text.
#[derive(Default)]
pub(super) struct Shortened<'a> {
    full: Vec<(Range<usize>, EntityKind, EntityId)>,
    noted: FxHashSet<&'a str>,
    forms: OnceCell<Forms<'a>>,
}

/// What they may be called; of several that may be called so, the first.
#[derive(Default)]
struct Forms<'a> {
    letters: FxHashMap<String, EntityId>,
    /// Of two words, whose initials are too few to tell anything else.
    two_letters: FxHashMap<String, EntityId>,
    /// Of five words or more, without one of those between the first and the last; none where two may be called so.
    fewer_letters: FxHashMap<String, Option<EntityId>>,
    /// By the first words of their names, where these are nothing else.
    beginnings: FxHashMap<Cow<'a, str>, EntityId>,
    /// By each word of their names.
    words: FxHashMap<&'a str, Vec<EntityId>>,
}

impl<'a> Forms<'a> {
    fn add(&mut self, scene: &Scene<'a>, tokens: &Range<usize>, kind: EntityKind, id: EntityId) {
        let reading = scene.reading;
        let company = without_form(scene, tokens).map(|letters| format!("{} {letters}", reading.text(tokens.start)));
        company.into_iter().for_each(|letters| {
            self.letters.entry(letters).or_insert(id);
        });
        for letters in short::initials(reading, tokens).into_iter().chain(short::all_initials(reading, tokens)) {
            self.letters.entry(letters).or_insert(id);
        }
        let rest = short::without_place(scene, tokens).and_then(|rest| short::all_initials(reading, &rest));
        rest.into_iter().for_each(|letters| {
            self.letters.entry(letters).or_insert(id);
        });
        // 'Harborlight' of 'Harborlight Music and Arts Festival'
        if kind == EntityKind::Other && scene.is_hint(tokens.end - 1, NameHint::FestivalTail) {
            self.beginnings.entry(form(reading, &(tokens.start..tokens.start + 1))).or_insert(id);
        }
        if kind == EntityKind::Place {
            for beginning in short::beginnings(scene, tokens).filter(|it| it.len() > 1) {
                self.beginnings.entry(form(reading, &beginning)).or_insert(id);
            }
        }
        if kind != EntityKind::Organisation {
            return;
        }
        if let Some(letters) = short::two_letters(reading, tokens) {
            self.two_letters.entry(letters).or_insert(id);
        }
        for letters in short::fewer_initials(reading, tokens) {
            let known = self.fewer_letters.entry(letters).or_insert(Some(id));
            *known = known.filter(|&known| known == id);
        }
        // 'Hynix' of 'SK Hynix'
        let letters = reading.text(tokens.start);
        if tokens.len() == 2 && letters.len() < SHORTEST_CLIPPED && reading.tokens[tokens.start].case == Case::Upper {
            self.beginnings.entry(form(reading, &(tokens.start + 1..tokens.end))).or_insert(id);
        }
        // 'Monsters' of 'Cleveland Monsters'
        let nickname = short::without_place_of_team(scene, tokens).map(|rest| form(reading, &rest));
        nickname.into_iter().for_each(|nickname| {
            self.beginnings.entry(nickname).or_insert(id);
        });
        for letters in lettered_with_place(scene, tokens.end) {
            self.beginnings.entry(letters.into()).or_insert(id);
        }
        let beginnings = short::beginnings(scene, tokens).map(|beginning| form(reading, &beginning));
        for short in beginnings.chain(short::partners(reading, tokens).map(Cow::from)) {
            self.beginnings.entry(short).or_insert(id);
        }
        for at in tokens.clone().filter(|&at| tokens.len() > 1 && reading.is_capitalised(at)) {
            let bodies = self.words.entry(reading.folded(at)).or_default();
            if !bodies.contains(&id) {
                bodies.push(id);
            }
        }
    }
}

/// The letters in the bracket at `open` with the words behind it: 'BP Batam' of 'Badan Pengusahaan (BP) Batam', 'BPBD Cilacap' of
/// 'Badan Penanggulangan Bencana Daerah (BPBD) Kabupaten Cilacap'.
fn lettered_with_place(scene: &Scene, open: usize) -> Vec<String> {
    let reading = scene.reading;
    let behind = open + 3;
    if reading.mark(open) != '(' || reading.mark(open + 2) != ')' || !reading.is_capitalised(behind) {
        return Vec::new();
    }
    let with = |first: usize, last: usize| {
        let all = std::iter::once(open + 1).chain(first..=last);
        all.map(|at| reading.folded(at)).collect::<Vec<_>>().join(" ")
    };
    let words = (behind..behind + MOST_PLACE_WORDS).take_while(|&at| reading.is_capitalised(at));
    let has_noun = scene.pack.grammar.noun_first && scene.is_cue(behind, NameCue::PlaceHead);
    let mut letters: Vec<String> = words.clone().map(|last| with(behind, last)).collect();
    letters.extend(words.skip(1).filter(|_| has_noun).map(|last| with(behind + 1, last)));
    letters
}

impl<'a> Joiner<'a> {
    /// Remembers a body for what it may be called in short.
    pub(super) fn note_body(&mut self, name: &Named, id: EntityId) {
        let written = self.reading.span(name.tokens.clone()).of(self.reading.body);
        let is_body = name.kind == EntityKind::Organisation || self.is_site(name) || self.is_law_or_festival(name);
        if is_body && self.shortened.noted.insert(written) {
            self.shortened.full.push((name.tokens.clone(), name.kind, id));
        }
    }

    /// Whether a place is known by its letters as bodies are: 'QEUH' of 'Queen Elizabeth University Hospital'.
    fn is_site(&self, name: &Named) -> bool {
        name.kind == EntityKind::Place && name.tokens.clone().any(|at| self.scene.is_hint(at, NameHint::Site))
    }

    /// Whether a thing is known by its letters or its first word as bodies are: 'COPPA' of 'Children's Online Privacy Protection Act'.
    fn is_law_or_festival(&self, name: &Named) -> bool {
        let last = name.tokens.end - 1;
        let is_tail = self.scene.is_hint(last, NameHint::LawTail) || self.scene.is_hint(last, NameHint::FestivalTail);
        name.kind == EntityKind::Other && name.tokens.len() > 1 && is_tail
    }

    /// 'DLH Kolaka', where a bracket explains the letters and tells nothing of the place.
    pub(super) fn by_letters_of_place(&self, name: &Named) -> Option<Join> {
        let Range { start, end } = name.tokens;
        let may_be = name.kind == EntityKind::Organisation
            && end - start > 1
            && self.reading.tokens[start].case == Case::Upper
            && self.scene.is_cue(start, NameCue::Government)
            && !self.scene.is_cue(start + 1, NameCue::PlaceHead)
            && self.scene.is_known(start + 1..end, EntityKind::Place);
        let letters = may_be.then(|| form(self.reading, &(start..start + 1)))?;
        self.by_form.get(&(name.kind, letters)).map(|&id| (id, "names/initials"))
    }

    /// The body that this short form means, and the rule that says so.
    pub(super) fn by_short_form(&self, name: &Named) -> Option<Join> {
        let written = self.reading.span(name.tokens.clone()).of(self.reading.body);
        let is_place = name.kind == EntityKind::Place && written.len() <= MOST_LETTERS_BYTES;
        let is_place = is_place || is_site(&self.scene, name);
        let is_open = matches!(name.kind, EntityKind::Organisation | EntityKind::Other) || is_place;
        if !is_open || self.shortened.full.is_empty() {
            return None;
        }
        let forms = self.shortened.forms.get_or_init(|| {
            let mut forms = Forms::default();
            self.shortened.full.iter().for_each(|(tokens, kind, id)| forms.add(&self.scene, tokens, *kind, *id));
            forms
        });
        let letters = forms.letters.get(&short::repeated(written)).or_else(|| forms.two_letters.get(written));
        let fewer = || forms.fewer_letters.get(written).copied().flatten();
        if let Some(id) = letters.copied().or_else(fewer) {
            return Some((id, "names/initials"));
        }
        if name.kind == EntityKind::Place && !is_site(&self.scene, name) {
            return None;
        }
        let own = form(self.reading, &name.tokens);
        let spelled = || forms.beginnings.get(spelled_out(&self.scene, own.clone()).as_ref());
        let beginning = forms.beginnings.get(own.as_ref()).or_else(spelled);
        // A thing is none of the bodies that are called so; a hospital is a place to some, a body to others.
        let is_site = || name.kind != EntityKind::Other && self.scene.is_hint(name.tokens.start, NameHint::Site);
        let beginning = beginning.filter(|&&id| name.kind == self.entities[id].kind || is_site());
        let found = beginning.copied().map(|id| (id, "names/first-word"));
        found.or_else(|| self.by_clipped_word(name, forms).map(|id| (id, "names/clipped-word")))
    }

    /// The one body in whose name a word begins so: 'Met' of 'Metropolitan Museum of Art', 'Penn' of 'University of Pennsylvania'.
    fn by_clipped_word(&self, name: &Named, forms: &Forms) -> Option<EntityId> {
        let start = name.tokens.start;
        let clipped = self.reading.folded(start);
        let is_known = self.by_form.contains_key(&(name.kind, Cow::from(clipped)));
        let is_body = name.kind == EntityKind::Organisation;
        let is_short = is_body && name.tokens.len() == 1 && clipped.len() >= SHORTEST_CLIPPED && !is_known;
        // 'Congress' is none for the 'Congressional Budget Office'.
        let is_noun = self.scene.is_any_cue(start, &[NameCue::Government, NameCue::OrganisationTail]);
        let is_open = is_short && !is_noun && self.reading.tokens[start].case != Case::Upper;
        if !is_open || forms.words.len() > MOST_BODY_WORDS {
            return None;
        }
        let begins = |word: &str| word.len() > clipped.len() && word.starts_with(clipped);
        let mut found = forms.words.iter().filter(|(word, _)| begins(word)).flat_map(|(_, ids)| ids.iter());
        let first = *found.next()?;
        found.all(|&other| other == first).then_some(first)
    }
}
