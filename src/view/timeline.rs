//! The timeline pane: one entry per event, and between two events how far they are apart.

use super::glyphs::GlyphSet;
use super::line::Line;
use super::{Scope, Screen, State, lists};
use crate::app::App;
use crate::app::command;
use crate::app::document::Reading;
use crate::app::explain::status_words;
use crate::app::keymap::binding_name;
use crate::app::layout::{Pane, Rect};
use crate::app::marks::Marks;
use crate::app::periods::Rail;
use crate::app::timeline::{Distance, INDENT_COLS, Part, Stage};
use crate::app::times;
use crate::app::words::phrase;
use crate::model::{Anchor, DateOrigin, EventId, Status, TimeExpression};
use crate::text::width::{cols, cut};

/// The widest that the name of an outlet is shown.
const BADGE_COLS: usize = 14;

/// Draws the timeline into its pane.
pub(super) fn timeline(app: &App, pane: Rect, screen: &mut Screen) {
    let Some((reading, marks)) = lists::reading_with_marks(app, pane, screen) else { return };
    let stage = Stage { body: &reading.article.body, marks, pane };
    let rows = reading.timeline.rows(stage);
    if rows.is_empty() {
        lists::empty(app, phrase::NO_EVENTS, pane, screen);
    }
    let used_rows = rows.len();
    let shown: Vec<EventId> = rows.iter().filter_map(|row| row.event()).collect();
    let entries = Entries { app, reading, marks, stage, glyphs: GlyphSet::of(app.options.glyphs), width: pane.width };
    for (index, row) in rows.into_iter().enumerate() {
        let line = match row.part {
            Part::Gap { distance, last } => entries.gap(distance, last, row.rail),
            Part::Head { event, with_label } => entries.head(event, with_label, row.rail),
            Part::Label { event, row: of_label, of } => entries.label(event, of_label, of, row.rail),
        };
        screen.lay_row(pane, index, line);
    }
    // The meaning of the marks, and what is on no timeline, where there is room to spare for it.
    let last_row = pane.height as usize;
    if used_rows > 0 && used_rows + 2 <= last_row {
        screen.lay_row(pane, last_row - 1, entries.legend(&shown));
    }
    if let Some(line) = entries.undated().filter(|_| used_rows + 3 <= last_row) {
        screen.lay_row(pane, last_row - 2, line);
    }
}

struct Entries<'a> {
    app: &'a App,
    reading: &'a Reading,
    marks: &'a Marks,
    stage: Stage<'a>,
    glyphs: GlyphSet,
    width: u16,
}

impl Entries<'_> {
    /// The meaning of the marks that stand beside the dates of `events`.
    fn legend(&self, events: &[EventId]) -> Line {
        let glyphs = &self.glyphs;
        let marks = [
            (glyphs.day, phrase::DAY),
            (glyphs.month, phrase::MONTH),
            (glyphs.coarse, phrase::LONGER),
            (glyphs.period, phrase::PERIOD),
            ("*", phrase::WORKED_OUT),
            ("?", phrase::UNSURE),
        ];
        let used: Vec<&str> = events.iter().flat_map(|&id| self.marks_of(id)).collect();
        let mut line = Line::new(self.width);
        line.space(1);
        for (glyph, words) in marks.into_iter().filter(|(glyph, _)| used.contains(glyph)) {
            let words = format!(" {}  ", self.app.words(words));
            if cols(&words) < line.room() {
                line.push(glyph, Scope::Precision);
                line.push(&words, Scope::Hint);
            }
        }
        line
    }

    /// How many events have no date, and the key that lists them.
    fn undated(&self) -> Option<Line> {
        let count = self.marks.undated().len();
        let key = command::all().find(|it| it.name == "undated").map(|it| binding_name(it.keys[0]))?;
        let mut line = Line::new(self.width);
        line.space(1);
        line.push(&format!("+{count} {} ", self.app.words(phrase::UNDATED)), Scope::Hint);
        line.push(&key, Scope::Key);
        (count > 0).then_some(line)
    }

    /// How precise the date of an event is, and how it was found.
    fn marks_of(&self, id: EventId) -> [&'static str; 2] {
        let event = self.marks.event(id);
        let value = self.marks.analysis.value_to_end(event.time);
        let worked_out = if event.inferred { "*" } else { inferred(&self.marks.analysis.times[event.time]) };
        [self.glyphs.precision(value.interval()), worked_out]
    }

    fn gap(&self, distance: Distance, last: bool, rail: Option<Rail>) -> Line {
        let mut line = Line::new(self.width);
        self.push_rail(&mut line, rail);
        line.push(self.glyphs.gap, Scope::Gap);
        if last {
            line.space(1);
            line.push(&times::distance(distance, self.app.options.locale), Scope::Gap);
        }
        line
    }

    fn head(&self, id: EventId, with_label: bool, rail: Option<Rail>) -> Line {
        let event = self.marks.event(id);
        let time = &self.marks.analysis.times[event.time];
        let value = self.marks.analysis.value_to_end(event.time);
        let mut line = Line::in_state(self.width, self.state(id));
        match self.reading.timeline.selected == Some(id) {
            true => line.push(self.glyphs.selected, Scope::MarginCursor),
            false => self.push_rail(&mut line, rail),
        }
        let [precision, inferred] = self.marks_of(id);
        line.push(precision, Scope::Precision);
        line.space(1);
        line.push(&times::modified(&value, time.modifier, self.app.options.locale), Scope::Date);
        line.push(inferred, Scope::Precision);
        if let Some((glyph, scope)) = self.status(event.status) {
            line.push(&format!(" {glyph} {}", self.app.words(status_words(event.status))), scope);
        }
        let badge = self.badge(id);
        if with_label {
            line.space(1);
            let room = line.room().saturating_sub(cols(&badge) + 2);
            line.push(&cut(&event.label_text(&self.reading.article.body), room), Scope::Text);
        }
        let badge = cut(&badge, line.room().saturating_sub(2)).into_owned();
        line.space(line.room().saturating_sub(cols(&badge) + 1));
        line.push(&badge, Scope::Outlet);
        line
    }

    fn label(&self, id: EventId, row: usize, of: usize, rail: Option<Rail>) -> Line {
        let mut line = Line::in_state(self.width, self.state(id));
        self.push_rail(&mut line, rail);
        line.space(INDENT_COLS - 1);
        let rows = self.stage.label(id);
        // The last row takes all that is left, and is cut.
        let text = if row + 1 == of { rows[row..].concat() } else { rows[row].clone() };
        line.push(text.trim_end(), Scope::Text);
        line
    }

    /// The column in which periods are drawn from their first row to the last row of what began in them.
    fn push_rail(&self, line: &mut Line, rail: Option<Rail>) {
        let [begins, branches, runs, ends] = self.glyphs.rail;
        let glyph = match rail {
            None => return line.space(1),
            Some(Rail::Begins) => begins,
            Some(Rail::Branches) => branches,
            Some(Rail::Runs) => runs,
            Some(Rail::Ends) => ends,
        };
        line.push(glyph, Scope::Precision);
    }

    fn state(&self, id: EventId) -> State {
        match self.reading.timeline.selected == Some(id) {
            true if self.app.focus == Pane::Timeline => State::Selected,
            true => State::Current,
            false => State::Plain,
        }
    }

    fn status(&self, status: Status) -> Option<(&'static str, Scope)> {
        match status {
            Status::Reported => None,
            Status::Planned => Some((self.glyphs.planned, Scope::Planned)),
            Status::Denied => Some((self.glyphs.denied, Scope::Denied)),
            Status::Alleged => Some((self.glyphs.alleged, Scope::Alleged)),
        }
    }

    /// The outlet nearest the reader that the event rests on, and a sign where there are more.
    fn badge(&self, id: EventId) -> String {
        let bases = self.marks.analysis.bases_of_event(id);
        let name = |basis| self.marks.basis_name(&self.reading.article, basis, self.app.options.locale);
        let more = if bases.len() > 1 { "+" } else { "" };
        bases.last().map_or_else(String::new, |&basis| format!("{}{more}", cut(name(basis), BADGE_COLS)))
    }
}

/// `*` where the date was counted from another, `?` where that other was itself only inferred.
fn inferred(time: &TimeExpression) -> &'static str {
    match time.anchor {
        Anchor::Explicit => "",
        Anchor::Published { origin: DateOrigin::Inferred, .. } | Anchor::Unknown => "?",
        Anchor::Published { .. } | Anchor::Earlier(_) => "*",
    }
}
