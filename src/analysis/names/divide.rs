//! Divides what the tagger took for one name where it is two, and cuts off what is no part of one.
//!
//! The tagger sees words, not the marks and offices between them: 'KOMPAS.com - Pemerintah Indonesia', 'Ketua Bawaslu Rahmat
//! Bagja'. Dashes, ranks and known organisations tell where to cut. No name is found here that was not tagged.

use std::ops::Range;

use super::candidate::{Known, known_at};
use super::tag::Tagged;
use crate::analysis::reading::Reading;
use crate::lang::{NameCue, NameHint, Pack, Packs};
use crate::model::EntityKind;
use crate::text::token::Case;

/// The longest name of a person behind an organisation, in words.
const PERSON_WORDS: usize = 5;

/// The longest title whose end is looked for before a name, in words.
const TITLE_WORDS: usize = 4;

/// The longest field of an office, in words.
const FIELD_WORDS: usize = 6;

/// The names of one sentence, divided; in order.
pub(super) fn divide(
    reading: &Reading,
    packs: &Packs,
    pack: &Pack,
    sentence: &Range<usize>,
    tagged: Vec<Tagged>,
) -> Vec<Tagged> {
    let divider = Divider { reading, packs, pack, start: sentence.start };
    let tagged = divider.with_given_names(tagged);
    tagged.into_iter().flat_map(|name| divider.pieces(name)).collect()
}

/// The longest given name that is cut short by a full stop, in bytes: 'Moh. Rizki', 'Abd. Rahman'.
const SHORT_NAME_BYTES: usize = 4;

struct Divider<'a> {
    reading: &'a Reading<'a>,
    packs: &'a Packs,
    pack: &'a Pack,
    /// The first token of the sentence.
    start: usize,
}

impl Divider<'_> {
    /// A given name that is cut short belongs to the person behind it, not to the office before: 'DPRD Brebes Moh. Rizki'.
    fn with_given_names(&self, mut tagged: Vec<Tagged>) -> Vec<Tagged> {
        for index in 1..tagged.len() {
            let (before, person) = (&tagged[index - 1], &tagged[index]);
            let last = before.tokens.end - 1;
            let is_cut = self.reading.tokens[last].case == Case::Capital
                && self.reading.text(last).len() <= SHORT_NAME_BYTES
                && self.reading.mark(last + 1) == '.'
                && person.tokens.start == last + 2;
            let is_short = is_cut || person.tokens.start == last + 1 && self.begins_birth_name(last);
            let is_office = before.kind == EntityKind::Organisation && before.tokens.len() > 1;
            if is_short && is_office && person.kind == EntityKind::Person {
                tagged[index - 1].tokens.end = last;
                tagged[index].tokens.start = last;
            }
        }
        tagged
    }

    /// The 'I' of 'I Wayan Sudiarta'.
    fn begins_birth_name(&self, at: usize) -> bool {
        let next = self.reading.words.get(at + 1..at + 2).unwrap_or_default();
        matches!(self.reading.text(at), "I" | "La" | "Wa")
            && self.pack.cues.name_hints.exact(next).contains(&NameHint::BirthName)
    }

    fn pieces(&self, name: Tagged) -> Vec<Tagged> {
        let mut pieces = Vec::new();
        if let Some([first, second]) =
            self.pair_of_people(&name).or_else(|| self.party_and_person(&name)).or_else(|| self.place_and_outlet(&name))
        {
            return vec![first, second];
        }
        for tokens in self.between_marks(name.tokens, name.kind) {
            if tokens.start > 0 && self.is_behind_party(tokens.start - 1) {
                pieces.push(Tagged { tokens, kind: EntityKind::Place });
                continue;
            }
            if let Some(of) = self.of_its_place(&tokens, name.kind) {
                pieces.push(Tagged { tokens: tokens.start..of, kind: name.kind });
                pieces.push(Tagged { tokens: of + 1..tokens.end, kind: EntityKind::Place });
                continue;
            }
            match self.rank_within(&tokens, name.kind) {
                Some(rank) => pieces.push(Tagged { tokens: tokens.start..rank, kind: name.kind }),
                None => match self.behind_outlet(&tokens) {
                    Some(place) => pieces.extend([
                        Tagged { tokens: tokens.start..place, kind: EntityKind::Outlet },
                        Tagged { tokens: place..tokens.end, kind: EntityKind::Place },
                    ]),
                    None => pieces.extend(self.organisation_and_person(tokens, name.kind)),
                },
            }
        }
        pieces.into_iter().filter_map(|piece| self.trimmed(piece)).collect()
    }

    /// The runs of words between dashes that stand by themselves, quotation marks and colons.
    fn between_marks(&self, tokens: Range<usize>, kind: EntityKind) -> Vec<Range<usize>> {
        let is_border = |at: usize| match self.reading.mark(at) {
            '-' | '–' | '—' => !self.reading.is_glued(at) && !self.reading.is_glued(at + 1),
            '“' | '”' | '"' | ':' | ';' => true,
            _ => false,
        };
        let mut runs = Vec::new();
        let mut start = tokens.start;
        for at in tokens.clone() {
            if is_border(at)
                || self.is_between_companies(at, tokens.end)
                || self.is_between_known(start..at, tokens.end)
                || self.is_behind_party(at)
                || kind == EntityKind::Place && self.is_between_places(start..at, tokens.end)
            {
                runs.push(start..at);
                start = at + 1;
            }
        }
        runs.push(start..tokens.end);
        let is_party = |run: &Range<usize>| run.len() == 1 && self.is_behind_party(run.end);
        runs.retain(|run| run.clone().any(|at| self.reading.is_capitalised(at)) && !is_party(run));
        runs
    }

    /// The 'and' between two names that both end as companies do: 'Acme Holdings Inc. and Bolt Corp.'.
    fn is_between_companies(&self, at: usize, end: usize) -> bool {
        let is_tail = |at: usize| self.is_cue(at, NameCue::OrganisationTail);
        let before =
            if self.reading.mark(at.saturating_sub(1)) == '.' { at.saturating_sub(2) } else { at.saturating_sub(1) };
        self.is_cue(at, NameCue::And) && before > self.start && is_tail(before) && (at + 2..end).any(is_tail)
    }

    /// The 'and' at the end of `before` between two organisations that are known: 'Citigroup and Bank of America'.
    fn is_between_known(&self, before: Range<usize>, end: usize) -> bool {
        let is_known = |tokens: Range<usize>| {
            let len = tokens.len();
            known_at(self.reading, self.packs, tokens)
                .is_some_and(|known| known.kind == EntityKind::Organisation && known.len == len)
        };
        let and = before.end;
        self.is_cue(and, NameCue::And)
            && and + 1 < end
            && !before.is_empty()
            && is_known(before)
            && (is_known(and + 1..end) || self.is_cue(and + 1, NameCue::OrganisationHead))
    }

    /// The 'and' between two places of a word or two that are not known as one: 'Bokkos and Mangu'.
    fn is_between_places(&self, before: Range<usize>, end: usize) -> bool {
        let whole = known_at(self.reading, self.packs, before.start..end).map_or(0, |known| known.len);
        let is_short = (1..=2).contains(&before.len()) && (1..=2).contains(&end.saturating_sub(before.end + 1));
        self.is_cue(before.end, NameCue::And) && is_short && whole <= before.len()
    }

    /// The 'of' between a body and where it is: 'Kohlman Roofing of Abilene', but not 'Bank of America'.
    fn of_its_place(&self, tokens: &Range<usize>, kind: EntityKind) -> Option<usize> {
        let names = &self.pack.cues.names;
        let is_head = |of: usize| names.exact(&self.reading.words[of - 1..=of]).contains(&NameCue::OrganisationHead);
        let is_place = |at: usize| {
            known_at(self.reading, self.packs, at..tokens.end)
                .is_some_and(|known| known.kind == EntityKind::Place && at + known.len == tokens.end)
        };
        let borders = tokens.start + 2..tokens.end.max(tokens.start + 3) - 1;
        (kind == EntityKind::Organisation).then_some(borders)?.find(|&of| {
            self.has_hint(of, NameHint::PlaceOf)
                && self.is_cue(of - 1, NameCue::OrganisationTail)
                && !is_head(of)
                && is_place(of + 1)
        })
    }

    fn has_hint(&self, at: usize, wanted: NameHint) -> bool {
        self.pack.cues.name_hints.exact(&self.reading.words[at..=at]).contains(&wanted)
    }

    /// The hyphen of 'R-Salina', in commas or brackets behind a lawmaker.
    fn is_behind_party(&self, at: usize) -> bool {
        let opens = at > 1 && matches!(self.reading.mark(at - 2), ',' | '(');
        self.reading.mark(at) == '-' && opens && self.reading.text(at - 1).len() == 1 && self.reading.is_glued(at + 1)
    }

    fn is_cue(&self, at: usize, cue: NameCue) -> bool {
        self.pack.cues.names.exact(&self.reading.words[at..=at]).contains(&cue)
    }

    /// What is left of an organisation behind the last field of a title: 'Kepala Pusat Data, Informasi, dan Komunikasi
    /// Kebencanaan BNPB'.
    fn behind_field(&self, piece: &Tagged) -> usize {
        let Range { start, end } = piece.tokens;
        let last = end - 1;
        let is_office = known_at(self.reading, self.packs, last..end)
            .is_some_and(|known| known.kind == EntityKind::Organisation)
            && self.reading.tokens[last].case == Case::Upper;
        let is_field =
            |at: usize| self.reading.tokens[at].case == Case::Capital && !self.is_cue(at, NameCue::OrganisationHead);
        let is_listed = start > self.start && self.is_cue(start - 1, NameCue::And);
        let cut = is_office && is_listed && piece.kind == EntityKind::Organisation && (start..last).all(is_field);
        if cut { last } else { start }
    }

    /// 'Andika Perkasa-Hendrar Prihadi': two people who stand together. Where one of them has a single name it must be one by
    /// which a person is known ('Prabowo Subianto-Gibran'): 'Dina Asher-Smith' and 'Lars-Erik Dahlin' are one person each.
    fn pair_of_people(&self, name: &Tagged) -> Option<[Tagged; 2]> {
        let Range { start, end } = name.tokens;
        let hyphen = (start..end).find(|&at| self.reading.mark(at) == '-')?;
        let is_whole = |tokens: &Range<usize>| tokens.clone().all(|at| self.reading.is_capitalised(at));
        let (first, second) = (start..hyphen, hyphen + 1..end);
        let begins_name = self.is_name_part(first.start) || self.is_name_part(second.start);
        let stands = |half: &Range<usize>| half.len() == 2 || half.len() == 1 && self.is_known_person(half.start);
        let has_two = first.len() == 2 || second.len() == 2;
        let is_pair =
            has_two && stands(&first) && stands(&second) && is_whole(&first) && is_whole(&second) && begins_name;
        let person = |tokens| Tagged { tokens, kind: EntityKind::Person };
        (is_pair && name.kind != EntityKind::Place).then(|| [person(first), person(second)])
    }

    /// How many tokens tell where on a road it is, before the road's name: 'Km 155 Tol Cipali'.
    fn milestone(&self, piece: &Tagged) -> usize {
        let start = piece.tokens.start;
        let is_unit = self.pack.cues.name_hints.exact(&self.reading.words[start..=start]).contains(&NameHint::Ship);
        let is_road = piece.kind == EntityKind::Place && is_unit && self.reading.is_number(start + 1);
        let behind = (start + 1..piece.tokens.end).find(|&at| self.reading.is_capitalised(at));
        behind.filter(|_| is_road).map_or(0, |at| at - start)
    }

    /// 'Prancis AFP' behind 'kantor berita': where an outlet is at home, and the outlet.
    fn place_and_outlet(&self, name: &Tagged) -> Option<[Tagged; 2]> {
        let Range { start, end } = name.tokens;
        let known = |at: usize, kind| known_at(self.reading, self.packs, at..end).filter(|known| known.kind == kind);
        let outlet = start + known(start, EntityKind::Place).filter(|place| start + place.len < end)?.len;
        known(outlet, EntityKind::Outlet).filter(|known| outlet + known.len == end)?;
        let of = |tokens, kind| Tagged { tokens, kind };
        Some([of(start..outlet, EntityKind::Place), of(outlet..end, EntityKind::Organisation)])
    }

    /// 'NDP MPP Sol Mamakwa': a party, a title in letters, and who bears it.
    fn party_and_person(&self, name: &Tagged) -> Option<[Tagged; 2]> {
        let Range { start, end } = name.tokens;
        let is_title = |at: &usize| self.reading.tokens[*at].case == Case::Upper && self.is_cue(*at, NameCue::Title);
        let title = (start + 1..end.max(start + 2) - 1).find(is_title).filter(|_| name.kind == EntityKind::Person)?;
        let is_body = (start..title).all(|at| self.reading.tokens[at].case == Case::Upper);
        let of = |tokens, kind| Tagged { tokens, kind };
        is_body.then(|| [of(start..title, EntityKind::Organisation), of(title + 1..end, EntityKind::Person)])
    }

    /// Where a rank or form of address begins within the name of an organisation: 'Polres Brebes AKP'.
    fn rank_within(&self, tokens: &Range<usize>, kind: EntityKind) -> Option<usize> {
        let is_rank = |at: &usize| {
            let cues = self.pack.cues.names.exact(&self.reading.words[*at..*at + 1]);
            let upper = self.reading.tokens[*at].case == Case::Upper;
            cues.contains(&NameCue::Honorific) || upper && cues.contains(&NameCue::Title)
        };
        (tokens.start + 1..tokens.end).find(is_rank).filter(|_| kind == EntityKind::Organisation)
    }

    /// Where a place begins right behind a known outlet, with nothing else in the name: 'told Al Jazeera Ankara would ...'.
    fn behind_outlet(&self, tokens: &Range<usize>) -> Option<usize> {
        let known = |at: usize| known_at(self.reading, self.packs, at..tokens.end);
        let outlet = known(tokens.start).filter(|known| known.kind == EntityKind::Outlet && !known.risky)?;
        let place = tokens.start + outlet.len;
        let whole = |known: Known| known.kind == EntityKind::Place && place + known.len == tokens.end;
        (place < tokens.end && known(place).is_some_and(whole)).then_some(place)
    }

    /// 'Bawaslu Rahmat Bagja' behind a title: an organisation, and the person who holds the office.
    fn organisation_and_person(&self, tokens: Range<usize>, kind: EntityKind) -> Vec<Tagged> {
        let whole = Tagged { tokens: tokens.clone(), kind };
        if let Some(pair) = self.place_and_person(&whole).or_else(|| self.company_and_person(&whole)) {
            return pair.to_vec();
        }
        let is_open = matches!(kind, EntityKind::Organisation | EntityKind::Person) && self.follows_title(tokens.start);
        let Some(person) = is_open.then(|| self.end_of_organisation(&tokens)).flatten() else { return vec![whole] };
        if !self.looks_like_person(&(person..tokens.end)) {
            return vec![whole];
        }
        let office = Tagged { tokens: tokens.start..person, kind: EntityKind::Organisation };
        vec![office, Tagged { tokens: person..tokens.end, kind: EntityKind::Person }]
    }

    /// 'Demak Siti Aminah' behind a title: the place that the office is of, and who holds it.
    fn place_and_person(&self, name: &Tagged) -> Option<[Tagged; 2]> {
        let Range { start, end } = name.tokens;
        let place = known_at(self.reading, self.packs, start..end).filter(|known| known.kind == EntityKind::Place)?;
        let behind = start + place.len;
        // 'Kepala Intelijen Turki Ibrahim Kalin'
        let is_country = end - behind > 1 && self.follows_title(start) && self.is_given_name(behind);
        let is_open = name.kind != EntityKind::Place && behind < end && (is_country || !self.is_name_part(start));
        let is_headed = place.len > 1 && self.is_cue(start, NameCue::PlaceHead);
        let has_two = name.kind == EntityKind::Person && (end - behind > 1 || is_headed);
        let ends_as_club =
            self.pack.cues.name_hints.exact(&self.reading.words[end - 1..end]).contains(&NameHint::ClubTail);
        let is_office = is_open
            && !ends_as_club
            && (has_two || self.follows_title(start))
            && self.looks_like_person(&(behind..end));
        let of = |tokens, kind| Tagged { tokens, kind };
        is_office.then(|| [of(start..behind, EntityKind::Place), of(behind..end, EntityKind::Person)])
    }

    /// 'Xendora Bryan Halim' behind 'CEO': an unknown word that nobody bears, before a given name.
    fn company_and_person(&self, name: &Tagged) -> Option<[Tagged; 2]> {
        let Range { start, end } = name.tokens;
        let hint_ends = |from: usize| {
            self.pack.cues.name_hints.exact(&self.reading.words[from..start]).contains(&NameHint::OfficeTitle)
        };
        let is_titled = (self.start.max(start.saturating_sub(2))..start).any(hint_ends);
        let gazetteer = &self.packs.gazetteer;
        let is_pair = is_titled
            && name.kind == EntityKind::Person
            && end - start > 2
            && !gazetteer.is_person_word(self.reading.words[start])
            && gazetteer.is_given_name(self.reading.words[start + 1]);
        let of = |tokens, kind| Tagged { tokens, kind };
        is_pair.then(|| [of(start..start + 1, EntityKind::Organisation), of(start + 1..end, EntityKind::Person)])
    }

    fn follows_title(&self, at: usize) -> bool {
        let ends = |at: usize| {
            let from = self.start.max(at.saturating_sub(TITLE_WORDS));
            (from..at).any(|from| self.pack.cues.names.exact(&self.reading.words[from..at]).contains(&NameCue::Title))
        };
        // 'Menteri Energi dan Sumber Daya Mineral': the words of its field belong to the title.
        let first = self.start.max(at.saturating_sub(FIELD_WORDS));
        let mut fields = (first..at).rev().take_while(|&at| self.is_field(at));
        ends(at) || fields.any(ends)
    }

    /// An ordinary word that tells the field of an office, or what joins two of them.
    fn is_field(&self, at: usize) -> bool {
        let is_ordinary = self.pack.is_common(self.reading.words[at])
            || self.is_hint(at, NameHint::Ordinary)
            || self.is_hint(at, NameHint::HeadlineVerb);
        self.reading.tokens[at].case == Case::Capital && is_ordinary || self.is_cue(at, NameCue::And)
    }

    /// The token behind the organisation that `tokens` begin with, and behind the place that it is of.
    fn end_of_organisation(&self, tokens: &Range<usize>) -> Option<usize> {
        let is_acronym = matches!(self.reading.tokens[tokens.start].case, Case::Upper | Case::Mixed)
            && self.reading.text(tokens.start).len() > 2;
        let known = |at: usize| known_at(self.reading, self.packs, at..tokens.end);
        let place_at =
            |at: usize| known(at).filter(|known| known.kind == EntityKind::Place).map(|place| at + place.len);
        let head = self.pack.cues.names.starting(&self.reading.words[tokens.clone()]);
        let head = head.filter(|(_, cues)| cues.contains(&NameCue::OrganisationHead)).map(|(len, _)| len).last();
        let mut end = match (known(tokens.start), head) {
            (Some(Known { len, kind: EntityKind::Organisation | EntityKind::Outlet, .. }), _) => tokens.start + len,
            (_, Some(len)) => (tokens.start + len..tokens.end).find_map(place_at)?,
            _ if is_acronym && !self.is_name_part(tokens.start) => tokens.start + 1,
            _ => return None,
        };
        end = place_at(end).unwrap_or(end);
        (end < tokens.end).then_some(end)
    }

    fn looks_like_person(&self, tokens: &Range<usize>) -> bool {
        let word = self.reading.words[tokens.start];
        let is_word = |at: usize| self.reading.is_capitalised(at) || self.reading.mark(at) == '.';
        let ends_as_organisation = self
            .pack
            .cues
            .names
            .exact(&self.reading.words[tokens.end - 1..tokens.end])
            .contains(&NameCue::OrganisationTail);
        tokens.len() <= PERSON_WORDS
            && tokens.clone().all(is_word)
            && !ends_as_organisation
            && (self.is_name_part(tokens.start) || !self.pack.is_common(word))
    }

    /// How many tokens of a person's name are a form of address; the whole of it never is.
    fn address(&self, tokens: &Range<usize>) -> usize {
        let words = &self.reading.words[tokens.clone()];
        let found = self.pack.cues.names.starting(words).filter(|(_, cues)| cues.contains(&NameCue::Honorific));
        let mut len = found.map(|(len, _)| len).last().unwrap_or(0);
        if len > 0 && self.reading.mark(tokens.start + len) == '.' {
            len += 1;
        }
        if len < tokens.len() { len } else { 0 }
    }

    /// How many tokens of a person's name are a title that nobody bears as a name: 'Councilmen Ray Dubicki'.
    fn title(&self, tokens: &Range<usize>) -> usize {
        if self.packs.gazetteer.is_given_name(self.reading.words[tokens.start]) {
            return 0;
        }
        let words = &self.reading.words[tokens.clone()];
        let found = self.pack.cues.names.starting(words).filter(|(_, cues)| cues.contains(&NameCue::Title));
        let len = found.map(|(len, _)| len).last().unwrap_or(0);
        if len < tokens.len() && self.reading.is_capitalised(tokens.start + len) { len } else { 0 }
    }

    /// How many tokens of a person's name are ordinary words that end a title: 'Ketenagakerjaan' behind 'Menteri'.
    fn field(&self, tokens: &Range<usize>) -> usize {
        let is_field = |at: &usize| {
            let word = self.reading.words[*at];
            (self.pack.is_common(word) || self.is_hint(*at, NameHint::Ordinary))
                && !self.packs.gazetteer.is_person_word(word)
        };
        let len = tokens.clone().take_while(is_field).count();
        if self.follows_title(tokens.start) && len < tokens.len() { len } else { 0 }
    }

    /// 'Reserse Kriminal Umum' behind 'Direktur', which nobody bears.
    fn is_field_alone(&self, tokens: &Range<usize>) -> bool {
        let is_borne = |at: usize| self.packs.gazetteer.is_person_word(self.reading.words[at]);
        tokens.clone().all(|at| self.is_field(at) && !is_borne(at)) && self.follows_title(tokens.start)
    }

    /// How many tokens at the end of a person's name are degrees: 'Mohammad Imran MKM'.
    fn degrees(&self, tokens: &Range<usize>) -> usize {
        let is_degree =
            |at: &usize| self.is_hint(*at, NameHint::Degree) && self.reading.tokens[*at].case != Case::Capital;
        tokens.clone().skip(1).rev().take_while(is_degree).count()
    }

    /// 'DEA' of 'Dietriech Bengen, DEA', which was tagged as an organisation.
    fn is_degree_alone(&self, tokens: &Range<usize>) -> bool {
        let is_behind_comma = tokens.start > self.start && self.reading.mark(tokens.start - 1) == ',';
        tokens.len() == 1 && is_behind_comma && self.is_hint(tokens.start, NameHint::Degree)
    }

    fn is_hint(&self, at: usize, wanted: NameHint) -> bool {
        self.pack.cues.name_hints.exact(&self.reading.words[at..=at]).contains(&wanted)
    }

    /// Before a bracket or other mark, a small word or a currency that the tagger took for the end of a name; full stops and
    /// hyphens stay.
    fn before_closing_mark(&self, tokens: &Range<usize>) -> usize {
        let is_mark = |at: usize| matches!(self.reading.mark(at), ')' | '(' | ',' | '/' | '?' | '!' | '\'');
        let is_small = |at: usize| self.reading.tokens[at].case == Case::Lower && !self.reading.is_glued(at);
        // 'RM' of 'RM5,000'.
        let is_currency = |at: usize| {
            self.reading.tokens[at].case == Case::Upper
                && self.reading.is_number(at + 1)
                && self.reading.is_glued(at + 1)
        };
        let is_none = |at: &usize| is_mark(*at) || is_small(*at) || is_currency(*at);
        tokens.end - tokens.clone().skip(1).rev().take_while(is_none).count()
    }

    /// How many tokens of a name in a line of capitals are one that the gazetteer has: 'SRI LANKA MINTA TOLONG'.
    fn known_in_capitals(&self, tokens: &Range<usize>) -> Option<usize> {
        let is_upper = |at: usize| self.reading.tokens[at].case == Case::Upper;
        let known = known_at(self.reading, self.packs, tokens.clone())?;
        let is_line = tokens.len() > 1 && tokens.clone().all(is_upper) && !known.risky;
        (is_line && known.len < tokens.len()).then_some(known.len)
    }

    fn is_given_name(&self, at: usize) -> bool {
        self.packs.gazetteer.is_given_name(self.reading.words[at])
    }

    fn is_known_person(&self, at: usize) -> bool {
        known_at(self.reading, self.packs, at..at + 1).is_some_and(|known| known.kind == EntityKind::Person)
    }

    fn is_name_part(&self, at: usize) -> bool {
        let word = self.reading.words[at];
        self.packs.gazetteer.is_name_part(word)
            || self.packs.gazetteer.is_person_word(word) && !self.pack.is_common(word)
    }

    /// Without the form of address before a person ('Bu Siti'); degrees by themselves ('S.H., M.H.') are no name.
    fn trimmed(&self, mut piece: Tagged) -> Option<Tagged> {
        if piece.tokens.len() == 1 && self.is_behind_party(piece.tokens.end) {
            return None;
        }
        let cues = self.pack.cues.names.exact(&self.reading.words[piece.tokens.clone()]);
        if cues.contains(&NameCue::NotName) {
            return None;
        }
        let is_upper = |at: usize| self.reading.tokens[at].case == Case::Upper;
        if cues.contains(&NameCue::Title) && piece.tokens.clone().all(is_upper) {
            return None;
        }
        piece.tokens.end = self.before_closing_mark(&piece.tokens);
        // 'OTT Ponorogo': letters that name nothing.
        let is_noun =
            |at: &usize| self.reading.tokens[*at].case == Case::Upper && self.is_hint(*at, NameHint::Ordinary);
        piece.tokens.start += piece.tokens.clone().take_while(is_noun).count();
        // 'Tim SAR'
        let words = &self.reading.words[piece.tokens.clone()];
        let is_phrase = self.pack.cues.name_hints.exact(words).contains(&NameHint::Ordinary) && words.len() > 1;
        if piece.tokens.is_empty() || is_phrase || self.is_degree_alone(&piece.tokens) {
            return None;
        }
        if let Some(len) = self.known_in_capitals(&piece.tokens) {
            piece.tokens.end = piece.tokens.start + len;
        }
        let has_article = self.pack.function_words.contains(&self.reading.words[piece.tokens.start]);
        if has_article && piece.kind == EntityKind::Organisation && piece.tokens.len() > 1 {
            piece.tokens.start += 1;
        }
        if piece.kind == EntityKind::Person {
            piece.tokens.start += self.address(&piece.tokens);
            piece.tokens.start += self.title(&piece.tokens);
            if self.is_field_alone(&piece.tokens) {
                return None;
            }
            piece.tokens.start += self.field(&piece.tokens);
            piece.tokens.end -= self.degrees(&piece.tokens);
            let is_word = |at: usize| self.reading.is_word(at) && self.reading.text(at).chars().count() > 2;
            let has_mark = piece.tokens.clone().any(|at| self.reading.mark(at) == '.');
            if has_mark && !piece.tokens.clone().any(is_word) {
                return None;
            }
        }
        piece.tokens.start = self.behind_field(&piece);
        piece.tokens.start += self.milestone(&piece);
        Some(piece)
    }
}
