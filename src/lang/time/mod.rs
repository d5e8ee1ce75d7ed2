//! A pack's knowledge of time words: the vocabulary, the lists, and the rules over both.
//!
//! A pack lists words and writes patterns over them; what a match means is decided by a resolver of
//! `analysis::time` that the rule names. Compiled once per pack.

mod compile;
mod feasts;
mod pattern;
mod triggers;
mod values;
mod vocabulary;

pub use compile::{TimeFile, compile};
pub use feasts::Feasts;
pub use pattern::{Atom, Inst, Program};
pub(crate) use triggers::Key;
pub use triggers::Triggers;
pub use vocabulary::{Class, Direction, Holiday, Numeral, Season, Shift, TimeWord};

use serde::Deserialize;

use super::phrases::Phrases;
use super::words::WordId;
use crate::model::{Rule, Unit};

/// Everything the scanner needs, compiled from a pack.
#[derive(Clone, Debug, Default)]
pub struct TimeRules {
    pub vocabulary: Phrases<TimeWord>,
    pub lists: Vec<Phrases<()>>,
    pub rules: Vec<TimeRule>,
    pub triggers: Triggers,
    /// Words that join the parts of a number in words ('twenty-five', 'one hundred and five').
    pub number_joiners: Vec<WordId>,
    /// The mark before the decimals of a number.
    pub decimal_mark: char,
    /// Words that turn a sentence towards the future, and back from it.
    pub future_words: Phrases<()>,
    pub past_words: Phrases<()>,
    /// Those of the first that look ahead to nothing but what follows them ('shares fell on Tuesday ahead of the vote').
    pub words_ahead_of: Phrases<()>,
    /// Words right before a time that look ahead to it ('until Saturday').
    pub future_prepositions: Phrases<()>,
    /// Words right before a time that look back to it ('sejak Rabu').
    pub past_prepositions: Phrases<()>,
    /// Words right before a time by which something is to be done ('by June 23'), and what opens a deed that is to be done ('to').
    pub deadline_prepositions: Phrases<()>,
    /// Verbs whose object is to come by such a deadline: 'promised'.
    pub deadline_verbs: Phrases<()>,
    /// Words behind which what was to be done has mostly come: 'had planned to open in March'.
    pub pluperfects: Phrases<()>,
    /// Words that join a clause which begins with its own time: 'but in March had himself sworn in'.
    pub clause_joiners: Phrases<()>,
    pub infinitives: Phrases<()>,
    /// Words for which of all something was ('the first to be arrested').
    pub ranks: Phrases<()>,
    /// What stands between the two ends of a range ('from Monday to Saturday').
    pub range_joiners: Phrases<()>,
    /// Behind these two times are one range, whatever of `between_joiners` stands between them ('between May and July').
    pub between: Phrases<()>,
    pub between_joiners: Phrases<()>,
    /// How words end that turn it back ('reopened').
    pub past_endings: Vec<String>,
    /// Words behind which such a word says nothing of the time ('will be held').
    pub tenseless_openers: Phrases<()>,
    /// Words of a plan that was changed: 'originally due', 'semula dijadwalkan'.
    pub once_planned: Phrases<()>,
    /// Words that await what is done behind them, and those of the present in between: 'until' and 'is' of 'until it is heard'.
    pub awaiting: Phrases<()>,
    pub present_passives: Phrases<()>,
    /// Phrases in which a word tells no tense that does elsewhere ('next of kin').
    pub tenseless: Phrases<()>,
    /// Words that are nouns behind a number, and tell no tense there ('seven votes to one').
    pub counted: Phrases<()>,
    /// What stands between a clock time and its day ('5 p.m. on Tuesday').
    pub clock_day_joiners: Phrases<()>,
    /// Words of a clock that end with a stop ('a.m.'), and those before which that stop ends no sentence ('Tuesday').
    pub clock_stops: Phrases<()>,
    pub behind_clock: Phrases<()>,
    /// Words of time that are ordinary names or words as well ('May').
    pub also_names: Phrases<()>,
    pub feasts: Feasts,
}

/// One rule of a pack.
#[derive(Clone, Debug)]
pub struct TimeRule {
    pub rule: Rule,
    pub program: Program,
    pub resolver: Resolver,
    /// What the rule adds to the words it matched.
    pub preset: Preset,
    pub context: Context,
}

/// Words that must, or must not, stand beside a match.
#[derive(Clone, Debug, Default)]
pub struct Context {
    pub after: Option<Phrases<()>>,
    pub not_after: Option<Phrases<()>>,
    /// The end of the sentence is as good as any of these.
    pub before: Option<Phrases<()>>,
    pub not_before: Option<Phrases<()>>,
    pub conditions: Vec<Condition>,
}

/// A condition on the text around a match that words alone cannot say; each is one function of the scanner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// Nothing but quotation marks stands before it in its sentence.
    AtSentenceStart,
    /// It does not follow the number of a law ('Nomor 13 Tahun 2003').
    NotAfterLawNumber,
    /// It does not follow a number, in digits or words ('berusia 5 tahun itu').
    NotAfterNumber,
    /// It is not the age of somebody named before it ('Tuminah, 52 tahun,').
    NoAge,
    /// It follows neither a month nor the letters of a number plate ('B 2025 KLM').
    PlainYear,
    /// No score stands before it in its sentence ('led 24-17 in the third quarter').
    NoScore,
    /// It follows a number and what that counts ('200,000 cars a year').
    AfterAmount,
    /// Its first word is no name or word of another kind as well ('May', 'March').
    NotAlsoName,
    /// No word with a capital letter stands beside it ('Sheffield Wednesday', 'June Carter').
    NoNameBeside,
    /// No word with a capital letter follows one that has one too.
    NoNameBehind,
    /// Its first word is no weekday as well ('Minggu itu').
    NotAlsoWeekday,
}

/// Values that a rule fixes itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Preset {
    pub unit: Option<Unit>,
    pub number: Option<f64>,
    /// What is added to the number ('a year and a half').
    pub plus: Option<f64>,
    /// The night before the weekday is meant ('malam Minggu').
    #[serde(default)]
    pub eve: bool,
    /// The number tells how often something recurs in the unit.
    #[serde(default)]
    pub times: bool,
    pub year: Option<i16>,
    pub month: Option<i8>,
    pub day: Option<i8>,
    pub minute: Option<i8>,
    pub direction: Option<Direction>,
    pub part: Option<crate::model::PartOfDay>,
    pub modifier: Option<crate::model::Modifier>,
    pub vague: Option<crate::model::Reference>,
}

/// What the words of a match mean; each is one function of `analysis::time`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Resolver {
    /// Year, month, day, weekday, part of day and clock as far as they are given; a direction word tells on
    /// which side of the anchor the missing parts lie.
    Calendar,
    /// None: the words look like a time and are none ('the Sunday Times').
    NoTime,
    /// As `calendar`, seen from the narrative ('the following Monday').
    NarrativeCalendar,
    /// The whole unit around the day that `calendar` gives ('the week of July 14').
    UnitAround,
    /// A numbered week of a month ('pekan kedua Oktober').
    WeekOfMonth,
    /// The nth weekday of a month: 'the first Monday in February'.
    WeekdayOfMonth,
    /// The unit that is nearest on the side the sentence speaks of ('over the weekend').
    NearestUnit,
    /// As `calendar`, within a unit that a direction word shifts ('Juni tahun lalu', 'Sabtu pekan lalu').
    CalendarInShifted,
    /// The same, counted from the year that the narrative has come to.
    NarrativeInShifted,
    /// A unit that lies a number of units away from the anchor ('dua hari lalu', 'bulan depan').
    Offset,
    /// The same, counted from the narrative ('sepekan kemudian').
    NarrativeOffset,
    /// The same, counted from the time right before it ('on Thursday, a day after the fire').
    OffsetBeside,
    /// The same, counted from what was told ('sehari setelah ledakan'); of a time right before it, the day of the blast ('pada Rabu, sehari
    /// setelah ledakan itu').
    OffsetOfTold,
    /// A year of accounts.
    FiscalYear,
    /// A stretch that ends or begins at the anchor ('tiga bulan terakhir').
    Trailing,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Recurring,
    /// The past, the present, the future.
    Vague,
    /// A unit named before ('hari itu', 'tahun yang sama').
    Same,
    /// The unit told last, in another year ('the same month last year').
    SameInYear,
    /// 'kemarin', 'tadi malam': a unit and part of day at a fixed distance.
    Shift,
    /// The same, counted from the narrative ('keesokan harinya').
    NarrativeShift,
    /// The tens of a year ('1990-an').
    Decade,
    /// A numbered century.
    Century,
    /// A numbered quarter or half of a year.
    YearPart,
    /// Summer, the rainy season.
    Season,
    /// The season behind what was told last.
    NarrativeSeason,
    /// A day with a name, perhaps some days before it.
    Holiday,
    /// So many days after a day with a name.
    DaysAfterHoliday,
}
