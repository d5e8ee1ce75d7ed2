//! What relative times are counted from: the day of publication and the running time of the narrative.

use jiff::civil::Date;

use super::parts::PartDays;
use super::tense::Tense;
use crate::model::{Anchor, Grain, Interval, PartOfDay, Published, TimeId, Unit};

/// How far from the day of publication a day may lie and still be that of later clock times.
const RECENT_DAYS: i32 = 7;

/// How far it may lie where the sentence tells of what has been: 'At 8:47 p.m., 17 seconds before impact, a controller told the crew'.
const RETOLD_DAYS: i32 = 90;

/// From this hour on what follows in the small hours is of the next day.
pub(super) const FIRST_EVENING_HOUR: i8 = 18;

/// Behind the night of a day, an earlier hour is of the day after.
pub(super) const FIRST_MORNING_HOUR: i8 = 6;

/// Whether `day` lies so far before the day of the news that it is told for its background.
fn is_background(day: Date, news: Date) -> bool {
    day.until(news).is_ok_and(|span| span.get_days() >= BACKGROUND_DAYS)
}

/// What happened so many days before the news is background.
const BACKGROUND_DAYS: i32 = 4;

/// A day so long before the news is of another year, and a quotation beside it most likely as well.
pub(super) const STORY_DAYS: i32 = 300;

/// The anchors as they stand at one expression.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Anchors {
    pub(crate) published: Option<Published>,
    /// The last expression that was placed to the day or finer.
    pub(crate) day: Option<(TimeId, Interval)>,
    /// The last of them that stood in no quotation.
    pub(crate) unquoted_day: Option<(TimeId, Interval)>,
    /// The last of them that stood in no quotation and had come when the article was published.
    pub(crate) unquoted_past: Option<(TimeId, Interval)>,
    /// The last of them that lay well before the news.
    pub(crate) background_day: Option<(TimeId, Interval)>,
    /// Whether the sentence retells what a court heard.
    pub(crate) of_hearing: bool,
    /// Whether it tells of what had been before the day that was told last.
    pub(crate) looks_back: bool,
    /// Whether it may date that something was agreed as well as what was.
    pub(crate) agreed: bool,
    /// Whether the expression stands in a quotation.
    pub(crate) quoted: bool,
    /// The last of them that had come when the article was published.
    pub(crate) past_day: Option<(TimeId, Interval)>,
    /// The first recent day on which something happened: that of the news.
    pub(crate) main_day: Option<(TimeId, Interval)>,
    /// Whether the last day only tells when somebody spoke.
    pub(crate) day_of_saying: bool,
    /// The last expression that was placed at all.
    pub(crate) latest: Option<(TimeId, Interval)>,
    /// The expression that stands right before, with nothing but a comma between.
    pub(crate) beside: Option<(TimeId, Interval)>,
    /// The month of a story of another year that was told last, in the same paragraph.
    pub(crate) month_told: Option<(TimeId, Interval)>,
    /// The year that is over and opens the sentence.
    pub(crate) year_told: Option<(TimeId, i16)>,
    /// On which side of the present the sentence speaks.
    pub(crate) tense: Option<Tense>,
    /// The days that were told with their evening, their morning and so on, by what happened.
    pub(crate) parts: PartDays,
    /// Whether the last day was told in the paragraph of the expression.
    pub(crate) in_paragraph: bool,
    /// Whether it was told in its sentence.
    pub(crate) in_sentence: bool,
}

impl Anchors {
    /// The day of publication, with the anchor to be named.
    pub(crate) fn publication(&self) -> Option<(Date, Anchor)> {
        let Published { date, origin } = self.published?;
        Some((date, Anchor::Published { date, origin }))
    }

    /// The narrative day, or the day of publication where no day was told yet.
    pub(crate) fn narrative(&self) -> Option<(Date, Anchor)> {
        match self.narrative_day() {
            Some((id, interval)) => Some((interval.first_day(), Anchor::Earlier(id))),
            None => self.publication(),
        }
    }

    /// The last day that was told; for what has been, the last one that had come.
    pub(super) fn narrative_day(&self) -> Option<(TimeId, Interval)> {
        let had_come = !self.is_future() && !self.in_paragraph;
        self.past_day.filter(|_| had_come).or(self.day)
    }

    /// The day of a clock time that has none of its own: the narrative one if it was told in the same paragraph or is about
    /// as recent as the news, else the day of publication. What happened decades ago is rarely timed to the minute later on.
    pub(crate) fn clock_day(&self, to_the_hour: bool) -> Option<(Date, Anchor)> {
        if let Some((id, deed)) = self.retold_day() {
            return Some((deed.first_day(), Anchor::Earlier(id)));
        }
        let narrative = self.narrative();
        let (Some((published, _)), Some((date, _))) = (self.publication(), narrative) else { return narrative };
        // 'Flights were cancelled until Saturday. The airport reopened at 4pm': on no day to come.
        if self.tense == Some(Tense::Past) && date > published && !self.in_sentence {
            return self.main_day.map(|(id, news)| (news.first_day(), Anchor::Earlier(id))).or(self.publication());
        }
        let days = published.until(date).map_or(i32::MAX, |span| span.get_days().abs());
        if let Some(news) = self.news_behind(date) {
            return Some(news);
        }
        let retold = to_the_hour && self.tense == Some(Tense::PastBehind) && days <= RETOLD_DAYS;
        let goes_on = self.in_paragraph || to_the_hour && self.goes_on_by_hour(date);
        if goes_on || self.tense == Some(Tense::Past) || days <= RECENT_DAYS || retold {
            narrative
        } else {
            self.publication()
        }
    }

    /// The day of the deed of which a court heard: the last one long before the news, unless another is told beside.
    fn retold_day(&self) -> Option<(TimeId, Interval)> {
        self.background_day.filter(|_| self.of_hearing && (!self.in_paragraph || self.day_of_saying))
    }

    /// 'kehilangan motor pada Rabu (14/1) siang', and in the next paragraph 'pukul 10.00': whether the story of a day, `date`, was
    /// told by the hour last.
    fn goes_on_by_hour(&self, date: Date) -> bool {
        self.day.is_some_and(|(_, told)| told.grain <= Grain::PartOfDay && told.first_day() == date)
    }

    /// The day of the news, to which a new paragraph comes back from what was told of earlier days, `date` the last of them.
    pub(super) fn news_behind(&self, date: Date) -> Option<(Date, Anchor)> {
        let is_background = |main: &Interval| !self.in_paragraph && is_background(date, main.first_day());
        let main = self.main_day.filter(|(_, main)| is_background(main) && !self.goes_on_by_hour(date));
        main.map(|(id, main)| (main.first_day(), Anchor::Earlier(id)))
    }

    /// What somebody says of tomorrow moves the story on only in their own paragraph: behind it counts the day that was told
    /// before.
    pub(crate) fn leave_quotation(&mut self) {
        if !self.in_paragraph && !self.quoted && self.unquoted_day.is_some() {
            let came =
                self.unquoted_past.or(self.past_day).filter(|&(id, _)| self.day.is_some_and(|(day, _)| day != id));
            self.past_day = came.or(self.unquoted_day);
            self.day = self.unquoted_day;
        }
    }

    /// Whether the last day outside of quotations lies so long before the news that a story of another year is told.
    pub(super) fn is_story_of_past(&self) -> bool {
        let (Some((_, day)), Some(published)) = (self.unquoted_day, self.published) else { return false };
        day.last_day().until(published.date).is_ok_and(|span| span.get_days() >= STORY_DAYS)
    }

    /// Whether `interval` lies so long before the news that what was said then is part of the story.
    pub(super) fn is_background(&self, interval: Interval) -> bool {
        self.published.is_some_and(|published| is_background(interval.first_day(), published.date))
    }

    /// Whether the last day was told with its evening or night.
    pub(crate) fn is_night(&self) -> bool {
        let evening = |day: Interval| match day.part {
            Some(part) => matches!(part, PartOfDay::Evening | PartOfDay::Night),
            None => day.grain <= Grain::Hour && day.start.hour() >= FIRST_EVENING_HOUR,
        };
        self.day.is_some_and(|(_, day)| evening(day))
    }

    /// Whether the last day was told with an hour before its morning, in the story of a night.
    pub(crate) fn is_small_hours(&self) -> bool {
        let early = |day: Interval| day.grain <= Grain::Hour && day.start.hour() < FIRST_MORNING_HOUR;
        self.day.is_some_and(|(id, day)| early(day) && self.latest.is_some_and(|(latest, _)| latest == id))
    }

    /// Whether the sentence speaks of the future.
    pub(crate) fn is_future(&self) -> bool {
        self.tense == Some(Tense::Future)
    }

    /// What units of this size are counted from: the narrative day for days, the last expression placed at any grain
    /// for longer ones, else the day of publication.
    pub(crate) fn narrative_for(&self, unit: Unit) -> Option<(Date, Anchor)> {
        // 'dihapus satu jam kemudian' in a story of today, behind a wedding of years ago.
        if unit < Unit::Day && self.day.is_some() {
            return self.clock_day(true);
        }
        if unit <= Unit::Day && self.day.is_some() {
            return self.narrative();
        }
        // 'a week earlier' is counted from no month that was told: what is told last must be as fine as the unit.
        let is_fine = |grain: Grain| unit != Unit::Week || grain <= Grain::Week;
        match self.latest.filter(|(_, latest)| is_fine(latest.grain)).or(self.day) {
            Some((id, interval)) => Some((interval.first_day(), Anchor::Earlier(id))),
            None => self.publication(),
        }
    }

    /// Notes that expression `id` was placed at `interval`; `of_saying` if it only tells when somebody spoke, which moves
    /// nothing on that happened.
    pub(crate) fn follow(&mut self, id: TimeId, interval: Interval, of_saying: bool) {
        // 'at 9 a.m. on Saturday': the day adds nothing to the clock time before it.
        let is_told = |latest: Interval| latest.grain <= Grain::Hour && latest.first_day() == interval.first_day();
        if interval.grain == Grain::Day && self.latest.is_some_and(|(_, latest)| is_told(latest)) {
            return;
        }
        self.latest = Some((id, interval));
        // A day on which somebody spoke of a story of another year comes back to the news.
        let back = || self.is_story_of_past() && !self.is_background(interval);
        let moves = !of_saying || self.day.is_none() || self.day_of_saying || back();
        if interval.grain <= Grain::Day && moves {
            self.day = Some((id, interval));
            self.unquoted_day = self.day.filter(|_| !self.quoted).or(self.unquoted_day);
            self.day_of_saying = of_saying;
            let has_come = self.tense != Some(Tense::Future)
                && self.published.is_none_or(|published| interval.first_day() <= published.date);
            if has_come && !of_saying && !self.quoted {
                self.parts.note(id, interval);
            }
            self.past_day = self.day.filter(|_| has_come).or(self.past_day);
            self.unquoted_past = self.day.filter(|_| has_come && !self.quoted).or(self.unquoted_past);
            let recent = |&(_, day): &(TimeId, Interval)| {
                self.published.is_some_and(|published| !is_background(day.first_day(), published.date))
            };
            self.background_day = self.day.filter(|day| !recent(day) && has_come).or(self.background_day);
            self.main_day = self.main_day.or(self.day.filter(recent).filter(|_| has_come && !of_saying));
        }
    }
}
