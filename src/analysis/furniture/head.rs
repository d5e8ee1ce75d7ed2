//! The head of a page: which line is the headline, and what the lines between it and the first prose are.

use super::line::Line;
use super::place::{Kinds, LATEST_OPENING, LONGEST_NAMES_WORDS, LONGEST_TAIL_WORDS, Places};
use crate::lang::{FurnitureWord, Turn};
use crate::model::FurnitureKind;

/// A line before the prose is a button, a section or a byline with at most this many words; a standfirst has more.
const LONGEST_BUTTON_WORDS: usize = 3;

/// A headline has more words than the name of the section above it.
const SHORTEST_HEADLINE_WORDS: usize = 4;

/// A standfirst that begins with a label has at least this many words.
const SHORTEST_STANDFIRST_WORDS: usize = 8;

/// So many lines, of pictures and for listeners, stand between a standfirst and the names below it.
const FARTHEST_BYLINE: usize = 4;

/// Between a standfirst and the article stand at most as many lines.
const LONGEST_HEAD_LINES: usize = 16;

/// The place from which a report comes has at most as many words.
const LONGEST_PLACE_WORDS: usize = 2;

/// A menu has more lines.
const FEWEST_MENU_LINES: usize = 3;

/// A line of names has fewer small words than this.
const FEWEST_SMALL_WORDS: usize = 4;

fn is_button_of(kind: Option<FurnitureKind>) -> bool {
    matches!(kind, Some(FurnitureKind::Navigation | FurnitureKind::PublicationLine))
}

impl Places<'_> {
    /// The first line before the prose that is long enough for a headline; else the first that is nothing else. A first line
    /// that begins as a link does ('Analysis: ...'), or has the slash of a credit ('Fajar/Rian juarai All England'), is the
    /// headline all the same.
    pub(super) fn headline(&self, first_prose: usize, kinds: &mut Kinds) -> Option<usize> {
        let taken = match kinds[0] {
            Some(FurnitureKind::Link) => true,
            Some(FurnitureKind::Byline) => self.tells(&self.lines[0]),
            Some(FurnitureKind::Caption) => self.is_slashed_title(&self.lines[0]),
            _ => false,
        };
        if first_prose > 0 && taken && self.lines[0].words >= SHORTEST_HEADLINE_WORDS {
            kinds[0] = None;
        }
        self.free_told_by_sources(first_prose, kinds);
        let long = |index: &usize| kinds[*index].is_none() && self.lines[*index].words >= SHORTEST_HEADLINE_WORDS;
        let masthead = |&index: &usize| {
            let titled = index == 0 || self.reading.is_the(self.lines[index].first_word);
            titled && self.is_masthead(index, kinds) && (index + 1..first_prose).any(|index| long(&index))
        };
        if let Some(masthead) = (0..first_prose.saturating_sub(1)).find(masthead) {
            kinds[masthead] = Some(FurnitureKind::Navigation);
        }
        let free = || (0..first_prose).filter(|&index| kinds[index].is_none());
        let is_long = |&index: &usize| self.lines[index].words >= SHORTEST_HEADLINE_WORDS;
        let mut long = free().filter(is_long);
        let first = long.next();
        let (next, any) = (long.next(), free().next());
        // 'BADAN NASIONAL PENANGGULANGAN BENCANA' over the sections of its site is no headline, if there is another.
        let of_site =
            first == Some(0) && self.is_name_of_site(kinds) || first.is_some_and(|first| self.is_over_menu(first));
        if let Some(signed) = first.and_then(|first| self.title_above_byline(first, first_prose, kinds)) {
            return Some(signed);
        }
        if let Some(title) = first.and_then(|first| self.title_above_prose(first, first_prose, kinds)) {
            return Some(title);
        }
        first.filter(|_| !of_site).or(next).or(first).or(any)
    }

    /// 'Sources: Rangers trade for Edwards in three-team deal' below a menu, which looks like a byline, where no other title stands
    /// above it.
    fn free_told_by_sources(&self, first_prose: usize, kinds: &mut Kinds) {
        let is_title = |index: &usize| kinds[*index].is_none() && self.lines[*index].words >= SHORTEST_HEADLINE_WORDS;
        let above = (0..first_prose).find(is_title).unwrap_or(first_prose);
        let labelled = |line: &Line| {
            let Some(label) = line.tokens.clone().find(|&at| self.reading.mark(at) == ':') else { return false };
            label == line.first_word + 1 && self.tells_title(label + 1..line.tokens.end)
        };
        let told = |&index: &usize| kinds[index] == Some(FurnitureKind::Byline) && labelled(&self.lines[index]);
        if let Some(title) = (0..above).find(told) {
            kinds[title] = None;
        }
    }

    /// As many words as a headline has, one of them small and no 'and': no row of names.
    fn tells_title(&self, tokens: std::ops::Range<usize>) -> bool {
        let small = |at: usize| {
            let joins = self.pack.cues.turns.of(self.reading.words[at]).contains(&Turn::Joint);
            self.reading.is_word(at) && !self.reading.is_capitalised(at) && !joins
        };
        tokens.len() > SHORTEST_HEADLINE_WORDS && tokens.into_iter().filter(|&at| small(at)).count() > 2
    }

    /// The title right above the byline, where the one at `first`, without a verb, stands over a menu: 'Exclusive news, data and
    /// analytics for professionals', 'Markets', ..., 'Marcos sacks minister', 'By Karen Lema'.
    fn title_above_byline(&self, first: usize, first_prose: usize, kinds: &mut Kinds) -> Option<usize> {
        let is_signed = |&index: &usize| kinds[index] == Some(FurnitureKind::Byline) && self.lines[index].is_open();
        let is_title = |index: usize| kinds[index].is_none() && self.lines[index].words >= SHORTEST_HEADLINE_WORDS;
        let is_menu =
            matches!(kinds[first + 1], Some(FurnitureKind::Navigation | FurnitureKind::Link | FurnitureKind::Advert));
        // 'Rumah', which no list of buttons has
        let button = || self.pack.grammar.noun_first && self.lines[first + 1].words <= LONGEST_BUTTON_WORDS;
        let over_menu = (is_menu || button()) && !self.lines[first].has_verb;
        let signed = (first + 2..first_prose.min(kinds.len())).filter(|index| is_signed(index));
        // 'Share this' may stand between the title and the names.
        let above = |signed: usize| (first + 1..signed).rev().find(|&index| !is_button_of(kinds[index]));
        let title = signed.filter_map(above).find(|&index| is_title(index)).filter(|_| over_menu)?;
        let top = (first + 1..title).rev().take_while(|&index| is_title(index)).last().unwrap_or(title);
        let is_button = |index: usize| kinds[index].is_some() || self.lines[index].words < SHORTEST_HEADLINE_WORDS;
        (first + 1..top).all(is_button).then(|| {
            kinds[first] = Some(FurnitureKind::Navigation);
            top
        })
    }

    /// The title right above the first prose, a standfirst, where the one at `first`, without a verb, stands over a menu: 'Without Fear or
    /// Favour', 'Politics', ..., 'Telecom firm loses licence after missing deadline'.
    fn title_above_prose(&self, first: usize, first_prose: usize, kinds: &mut Kinds) -> Option<usize> {
        let title = first_prose.checked_sub(1).filter(|&title| title > first + FEWEST_MENU_LINES)?;
        let is_button = |index: usize| {
            let line = &self.lines[index];
            kinds[index].is_some() || line.words < SHORTEST_HEADLINE_WORDS || line.is_open() && !line.has_verb
        };
        let told = kinds[title].is_none() && self.lines[title].has_verb && self.lines[title].is_open();
        let fits = told && self.lines[title].words > SHORTEST_HEADLINE_WORDS;
        let motto = !self.lines[first].has_verb || self.lines[first].words == SHORTEST_HEADLINE_WORDS;
        (fits && motto && self.pack.grammar.verbs_inflect && (first + 1..title).all(is_button)).then(|| {
            kinds[first] = Some(FurnitureKind::Navigation);
            title
        })
    }

    /// 'Majalah Sejarah Populer Pertama di Indonesia' over 'Beranda': what a site is called, or calls itself.
    fn is_over_menu(&self, index: usize) -> bool {
        let root = |at: usize| self.pack.cues.furniture.words.of(self.reading.words[at]).contains(&FurnitureWord::Root);
        self.lines.get(index + 1).is_some_and(|next| next.words == 1 && root(next.first_word))
    }

    /// Whether the first line is the name of a site: all in capitals, without a verb, and right over a button or a section.
    fn is_name_of_site(&self, kinds: &Kinds) -> bool {
        let capital = |at: usize| !self.reading.is_word(at) || !self.reading.text(at).contains(char::is_lowercase);
        let line = &self.lines[0];
        let is_button = |below: &Line| below.is_open() && below.words <= LONGEST_BUTTON_WORDS;
        let over_button = self.lines.get(1).is_some_and(is_button)
            && !matches!(kinds.get(1), Some(Some(FurnitureKind::PublicationLine)));
        !line.has_verb && over_button && line.tokens.clone().all(capital)
    }

    /// 'The Sydney Morning Herald', 'Jawa Pos Radar Madiun' above a row of buttons: capitals alone, the last word one of outlets, or
    /// a later one that begins their names.
    fn is_masthead(&self, index: usize, kinds: &Kinds) -> bool {
        let line = &self.lines[index];
        let words = || line.tokens.clone().filter(|&at| self.reading.is_word(at));
        let turns = |at: usize| self.pack.cues.turns.of(self.reading.words[at]);
        let tail = |at: usize| turns(at).contains(&Turn::OutletTail);
        let head = |at: usize| turns(at).contains(&Turn::OutletHead);
        // 'The Times of Israel'
        let of = |at: usize| turns(at).contains(&Turn::Of);
        let marked = matches!(
            kinds[index + 1],
            Some(FurnitureKind::Navigation | FurnitureKind::Advert | FurnitureKind::Link | FurnitureKind::Tags)
        );
        // 'Home'
        let next = &self.lines[index + 1];
        let button = marked || kinds[index + 1].is_none() && next.is_open() && next.words == 1;
        kinds[index].is_none()
            && button
            && line.is_open()
            && (!line.has_verb || words().any(of))
            && line.words <= LONGEST_NAMES_WORDS
            && words().all(|at| self.reading.is_capitalised(at) || of(at))
            && (words().next_back().is_some_and(tail)
                || words().skip(1).any(head)
                || words().any(of) && words().any(tail))
    }

    /// 'Exclusive: documents suggest that ...' between the headline and the byline is a standfirst, though links begin so too.
    pub(super) fn standfirst(&self, headline: usize, first_prose: usize, kinds: &mut Kinds) {
        let below = headline + 1;
        let is_signed =
            |kind: &Option<FurnitureKind>| matches!(kind, Some(FurnitureKind::Byline | FurnitureKind::PublicationLine));
        let is_title = below < first_prose && self.lines[below].words >= SHORTEST_STANDFIRST_WORDS;
        if is_title && kinds[below] == Some(FurnitureKind::Link) && kinds[below + 1..=first_prose].iter().any(is_signed)
        {
            kinds[below] = None;
        }
    }

    /// 'Source: Ravens' Gant to miss start of season after surgery': more small words than stand among names.
    fn tells(&self, line: &Line) -> bool {
        let small =
            |&at: &usize| self.reading.is_word(at) && !self.reading.is_capitalised(at) && !self.reading.is_glued(at);
        line.is_open() && line.tokens.clone().filter(small).count() >= FEWEST_SMALL_WORDS
    }

    /// A title with a slash between names: no brackets, colon or stop, of which one at least is in any caption of that length.
    pub(super) fn is_slashed_title(&self, line: &Line) -> bool {
        let bare = |at: usize| !matches!(self.reading.mark(at), '(' | '[' | ':' | '.' | '©' | '|');
        line.is_open() && line.words <= LONGEST_TAIL_WORDS && line.tokens.clone().all(bare)
    }

    pub(super) fn head(&self, headline: Option<usize>, first_prose: usize, kinds: &mut Kinds) {
        for index in (0..first_prose).filter(|&index| Some(index) != headline) {
            if kinds[index].is_some() || !self.goes_by_place(index) {
                continue;
            }
            let behind = headline.is_some_and(|headline| index > headline);
            let is_role =
                behind && kinds[index - 1] == Some(FurnitureKind::Byline) && self.holds_role(&self.lines[index]);
            let role = is_role.then_some(FurnitureKind::Byline);
            let of_site = index == 0 && self.is_name_of_site(kinds) || !behind && self.is_over_menu(index);
            let of_site = of_site.then_some(FurnitureKind::Navigation);
            kinds[index] = self.kind_in_head(&self.lines[index], behind).or(role).or(of_site);
        }
    }

    /// Where the head of a page ends whose standfirst, prose by its form, is the first of its prose: a few lines below that, or further down
    /// as far as no other prose comes.
    pub(super) fn head_end(&self, first_prose: usize, kinds: &Kinds) -> usize {
        let near = kinds.len().min(first_prose + LATEST_OPENING + FARTHEST_BYLINE);
        let other = (first_prose + 1..kinds.len()).find(|&index| self.is_prose(index, kinds)).unwrap_or(near);
        near.max(other.min(first_prose + LONGEST_HEAD_LINES))
    }

    /// Names and roles between a standfirst, which is prose by its form, and the line of publication.
    pub(super) fn below_standfirst(&self, first_prose: usize, kinds: &mut Kinds) {
        let top = first_prose..self.head_end(first_prose, kinds);
        let is_published = |&index: &usize| kinds[index] == Some(FurnitureKind::PublicationLine);
        let Some(published) = top.clone().rev().find(is_published) else { return };
        let between = top.start + 1..published.max(top.start + 1);
        for (index, kind) in between.clone().zip(&mut kinds[between]) {
            if kind.is_none() && !self.lines[index].is_prose() && self.goes_by_place(index) {
                *kind = self.kind_in_head(&self.lines[index], true);
            }
        }
    }

    /// A dateline that has a line of its own, right above the first prose: 'HONG KONG —', 'Sampang, NU Online'.
    pub(super) fn dateline_alone(&self, first_prose: usize, kinds: &mut Kinds) {
        let Some(above) = first_prose.checked_sub(1).filter(|&above| above > 0) else { return };
        let line = &self.lines[above];
        let last = line.tokens.end - 1;
        let dash = matches!(self.reading.mark(last), '—' | '–')
            || self.reading.mark(last) == '-' && !self.reading.is_glued(last);
        let comma = line.tokens.clone().find(|&at| self.reading.mark(at) == ',').unwrap_or(last);
        // 'LOUISVILLE, Ky. —'
        let upper = |at: usize| {
            matches!(self.reading.mark(at), ',' | '.')
                || self.reading.is_word(at) && !self.reading.text(at).contains(char::is_lowercase)
                || at > comma && self.reading.is_capitalised(at)
        };
        let place = dash && line.words > 0 && (line.tokens.start..last).all(upper)
            || kinds[above - 1] == Some(FurnitureKind::PublicationLine)
                && self.names_place(line)
                && kinds[above].is_none();
        if place && line.words <= LONGEST_NAMES_WORDS {
            kinds[above] = Some(FurnitureKind::Dateline);
        }
    }

    /// 'Kathmandu', 'New Delhi': a word or two in capitals, none of them a verb.
    fn names_place(&self, line: &Line) -> bool {
        let capital = |at: usize| self.reading.is_capitalised(at);
        let short = line.words <= LONGEST_PLACE_WORDS && self.pack.grammar.verbs_inflect;
        short && !self.is_names(line) && line.is_open() && !line.has_verb && line.tokens.clone().all(capital)
    }

    fn kind_in_head(&self, line: &Line, behind_headline: bool) -> Option<FurnitureKind> {
        if behind_headline && self.is_names(line) {
            return Some(FurnitureKind::Byline);
        }
        (line.words <= LONGEST_BUTTON_WORDS).then_some(FurnitureKind::Navigation)
    }
}
