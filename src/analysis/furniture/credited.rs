//! Captions above a credit that stands by itself, by what they look like and by what stands around them.

use super::captions::{LONGEST_CAPTION_WORDS, LONGEST_CREDIT_WORDS};
use super::line::{Ending, Line};
use super::opening::stands_below_byline;
use super::place::{Kinds, LONGEST_SUBHEAD_WORDS, Places};
use crate::lang::{EventWord, FurnitureWord};
use crate::model::FurnitureKind;

/// A line above another that may be its credit.
struct Above<'p> {
    places: &'p Places<'p>,
    kinds: &'p Kinds,
    index: usize,
    /// Where the credit would stand: in the next line, or behind a label by itself.
    credit: usize,
    first_prose: Option<usize>,
}

/// By each of these a line above a credit is a caption.
const MARKS: [fn(&Above<'_>) -> bool; 7] = [
    |above| above.is_title(),
    |above| above.is_shown(),
    |above| above.is_labelled(),
    |above| above.is_of_a_year(),
    |above| above.ends_with_year(),
    |above| above.is_still(),
    |above| above.leads(),
];

impl Places<'_> {
    /// Captions above a credit that stands by itself: 'The ferry has been out of action since Saturday', 'PA Media'.
    pub(super) fn captions_above_credits(&self, headline: Option<usize>, kinds: &mut Kinds) {
        let first_prose = (0..self.lines.len()).find(|&index| kinds[index].is_none() && self.lines[index].is_prose());
        for index in 0..self.lines.len() - 1 {
            if kinds[index].is_some() || headline == Some(index) {
                continue;
            }
            // 'Sumber :' may stand by itself above the credit.
            let label = kinds[index + 1] == Some(FurnitureKind::Byline) && self.lines[index + 1].words == 1;
            let credit = if label && index + 2 < self.lines.len() { index + 2 } else { index + 1 };
            if (Above { places: self, kinds, index, credit, first_prose }).is_caption() {
                kinds[index] = Some(FurnitureKind::Caption);
            }
        }
        for index in 0..self.lines.len() - 1 {
            let above_caption = kinds[index].is_none() && kinds[index + 1] == Some(FurnitureKind::Caption);
            if above_caption && headline != Some(index) && self.depicts(&self.lines[index]) {
                kinds[index] = Some(FurnitureKind::Caption);
            }
        }
    }

    /// 'BBC A wide shot of a dam', 'The dam was built in 1884': the caption proper, open at its end, below what the picture shows.
    pub(super) fn captions_below_shown(&self, headline: Option<usize>, kinds: &mut Kinds) {
        for index in 1..self.lines.len().saturating_sub(1) {
            let (above, line) = (&self.lines[index - 1], &self.lines[index]);
            let shown = kinds[index - 1] == Some(FurnitureKind::Caption)
                && above.is_open()
                && above.words > LONGEST_CREDIT_WORDS
                && !above.tokens.clone().any(|at| matches!(self.reading.mark(at), '.' | ':' | '|' | ')' | '/'));
            let open = kinds[index].is_none() && line.is_open() && line.words > LONGEST_SUBHEAD_WORDS;
            let fits = line.words <= LONGEST_CAPTION_WORDS && headline != Some(index);
            if shown && open && fits && self.lines[index + 1].is_prose() {
                kinds[index] = Some(FurnitureKind::Caption);
            }
        }
    }

    /// 'Two rangers drag a net up a beach.', above the caption proper: somebody whom nobody has heard of, without a name, a number or a
    /// word of what is told rather than shown.
    fn depicts(&self, line: &Line) -> bool {
        let first = line.first_word;
        let fits = |at: usize| !self.reading.is_number(at) && !self.reading.is_capitalised(at);
        line.words > LONGEST_SUBHEAD_WORDS
            && line.words <= LONGEST_CAPTION_WORDS
            && self.has_word(first, FurnitureWord::Depicted)
            && (first + 1..line.tokens.end).all(|at| fits(at) && !self.has_word(at, FurnitureWord::Told))
            && !(first + 1..line.tokens.end - 1).any(|at| self.does(at))
    }

    /// 'sentenced the driver': a deed, and to whom.
    fn does(&self, at: usize) -> bool {
        let (cues, text) = (&self.pack.cues, self.reading.text(at));
        let past = cues.verb_suffixes.iter().any(|suffix| text.ends_with(suffix.as_str())) && !cues.aside_suffix(text);
        past && cues.events.may_open(self.reading.words[at + 1], EventWord::Determiner)
    }
}

impl Above<'_> {
    fn is_caption(&self) -> bool {
        let credited = self.is_credited();
        credited && MARKS.iter().any(|is_marked| is_marked(self)) || self.is_described(credited) || self.is_folded()
    }

    fn line(&self) -> &Line {
        &self.places.lines[self.index]
    }

    fn below(&self) -> &Line {
        &self.places.lines[self.credit]
    }

    /// Whether a credit stands below: a caption of a few words, or a byline with a slash ('Reporter/Agency').
    fn is_credited(&self) -> bool {
        let (below, reading) = (self.below(), self.places.reading);
        let slash = || below.tokens.clone().any(|at| reading.mark(at) == '/' && reading.is_glued(at));
        let kind = self.kinds[self.credit];
        // 'Tribun Jogja/Ahmad Syarifudin' above a caption is of that.
        let behind = self.credit + 1;
        let other = self.kinds.get(behind) == Some(&Some(FurnitureKind::Caption))
            && self.places.lines[behind].words > LONGEST_CREDIT_WORDS
            && slash();
        let signed = kind == Some(FurnitureKind::Byline) && slash();
        (signed || kind == Some(FurnitureKind::Caption))
            && !other
            && below.is_open()
            && below.words <= LONGEST_CREDIT_WORDS
    }

    /// A title; '4. Kebakaran lumut jadi masalah baru' heads its part of a list.
    fn is_title(&self) -> bool {
        let line = self.line();
        let length = LONGEST_SUBHEAD_WORDS + 1..=LONGEST_CAPTION_WORDS;
        line.is_open() && length.contains(&line.words) && self.places.goes_by_place(self.index)
    }

    /// A sentence before all prose that ends with the day of the picture, or begins as captions do: '... on January 19, 2026.'
    fn is_shown(&self) -> bool {
        let first = self.first_prose.is_none_or(|first| self.index <= first);
        first && (self.places.is_caption_sentence(self.line()) || self.places.begins_as_caption(self.line()))
    }

    /// 'Britain's Emma Raducanu walks off court.', 'PHOTO: REUTERS': below the byline, above a credit that says what it is; or between
    /// other furniture and the byline, where no standfirst is to come.
    fn is_labelled(&self) -> bool {
        let above_byline = || {
            self.index > 0
                && self.kinds[self.index - 1].is_some()
                && self.kinds.get(self.credit + 1) == Some(&Some(FurnitureKind::Byline))
        };
        let placed = || stands_below_byline(self.kinds, self.index) || above_byline();
        self.is_short() && self.places.begins_as_caption(self.below()) && placed()
    }

    /// 'Hozier performs on July 18, 2026, in Chattanooga, Tenn.': below the byline, with a year.
    fn is_of_a_year(&self) -> bool {
        let line = self.line();
        line.words <= LONGEST_CAPTION_WORDS + LONGEST_CREDIT_WORDS
            && line.tokens.clone().any(|at| self.is_year(at))
            && stands_below_byline(self.kinds, self.index)
    }

    /// '... in Royal Oak, Michigan, on March 5, 2026.': also behind 'Key Points', which are prose by their form.
    fn ends_with_year(&self) -> bool {
        let line = self.line();
        let last = line.tokens.end.checked_sub(2).filter(|&at| at > line.tokens.start);
        let next = self.kinds[self.index + 1];
        self.is_short()
            && !line.quoted
            && last.is_some_and(|at| self.is_year(at))
            && next == Some(FurnitureKind::Caption)
    }

    /// 'State troopers search a field near Custer City.', 'KWTV': between paragraphs a sentence in which no verb is known.
    fn is_still(&self) -> bool {
        let line = self.line();
        line.words > LONGEST_SUBHEAD_WORDS
            && line.ending == Ending::Stop
            && self.places.is_caption_sentence(line)
            && self.places.is_call_sign(self.below())
    }

    /// 'Day-old chicks are displayed at a feed store in April.', 'Justin Sullivan/Getty Images': below the byline, above all other
    /// prose.
    fn leads(&self) -> bool {
        let mut behind = self.credit + 1..self.places.lines.len();
        let next = behind.find(|&index| self.kinds[index].is_none());
        self.first_prose == Some(self.index)
            && self.is_short()
            && !self.line().quoted
            && next.is_some_and(|next| self.places.lines[next].is_prose())
            && stands_below_byline(self.kinds, self.index)
    }

    /// 'A man in a suit walks past a closed gate.' above the caption proper, with its source.
    fn is_described(&self, credited: bool) -> bool {
        self.kinds[self.index + 1] == Some(FurnitureKind::Caption)
            && self.is_short()
            && self.places.begins_as_caption(self.line())
            && (credited || self.places.source(self.below()).is_some())
    }

    /// 'The ward was due to close on March 31.', 'Lane Dupree for NPR', 'hide caption': above a name and the button that works the
    /// caption.
    fn is_folded(&self) -> bool {
        let button = self.index + 2;
        let name = &self.places.lines[self.index + 1];
        let credit = name.is_open() && name.words <= LONGEST_CREDIT_WORDS;
        credit
            && self.kinds.get(button) == Some(&Some(FurnitureKind::Caption))
            && self.is_short()
            && self.places.lines[button].words == 2
            && self.places.begins_as_caption(&self.places.lines[button])
    }

    fn is_short(&self) -> bool {
        self.line().words <= LONGEST_CAPTION_WORDS
    }

    fn is_year(&self, at: usize) -> bool {
        let reading = self.places.reading;
        reading.is_number(at) && reading.text(at).len() == 4
    }
}
