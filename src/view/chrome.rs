//! What stands around the panes: header, titles, separators, footer.

use super::glyphs::GlyphSet;
use super::line::Line;
use super::{Scope, Screen, State, prompts, shelf};
use crate::app::App;
use crate::app::about;
use crate::app::chain::Chains;
use crate::app::command::{self, Command, Need, Place};
use crate::app::document::Reading;
use crate::app::keymap::binding_name;
use crate::app::layers::Layer;
use crate::app::layout::{Layout, Pane, Rect};
use crate::app::timeline::Order;
use crate::app::words::{Words, phrase};
use crate::model::{DateOrigin, Published};
use crate::text::width::{cols, cut};

/// Between the facts of the header.
const SEPARATOR: &str = " · ";

/// The title, what is known of the article, and where in it the reader is.
pub(super) fn header(app: &App, rect: Rect, screen: &mut Screen) {
    if let Some(shelf) = app.shelf.as_ref().filter(|_| app.focus.is_library()) {
        return shelf::header(app, shelf, rect, screen);
    }
    let reading = app.reading();
    let name = app.documents.get(app.current).map_or("linimasa", |document| document.name(app.options.locale));
    let title = reading.and_then(|reading| reading.article.title.as_deref()).unwrap_or(name);
    let facts = reading.map(|reading| facts(app, reading)).unwrap_or_default();
    let position = position(app);
    let mut line = Line::new(rect.width);
    line.space(1);
    push_lens(app, &mut line);
    let room = line.room().saturating_sub(cols(&position) + 2);
    let first = if rect.height > 1 { cut(title, room).into_owned() } else { one_line(title, &facts, room) };
    line.push(&first, Scope::Headline);
    line.push_right(&format!("{position} "), Scope::Facts);
    screen.lay_row(rect, 0, line);
    let mut line = Line::new(rect.width);
    line.space(1);
    line.push(&[facts.first, facts.rest].concat().join(SEPARATOR), Scope::Facts);
    screen.lay_row(rect, 1, line);
}

/// Title and facts in one row. The title gives way to the first facts until little of it would be left; the others
/// have only the room that the title leaves.
fn one_line(title: &str, facts: &Facts, room: usize) -> String {
    const LEAST_TITLE_COLS: usize = 30;
    let Facts { first, rest } = facts;
    let all: Vec<&str> = first.iter().chain(rest).map(String::as_str).collect();
    for count in (1..=all.len()).rev() {
        let facts = all[..count].join(SEPARATOR);
        let title_cols = room.saturating_sub(cols(&facts) + cols(SEPARATOR));
        let wanted = if count > first.len() { cols(title) } else { cols(title).min(LEAST_TITLE_COLS) };
        if title_cols >= wanted {
            return format!("{}{SEPARATOR}{facts}", cut(title, title_cols));
        }
    }
    cut(title, room).into_owned()
}

/// A sign that the lens is on, before everything else, so that no width cuts it off. Where there is no header it
/// stands in the footer.
fn push_lens(app: &App, line: &mut Line) {
    let Some((reading, marks)) = app.marked() else { return };
    if marks.lens().is_empty() {
        return;
    }
    let names: Vec<&str> =
        marks.lens().iter().map(|&basis| marks.basis_name(&reading.article, basis, app.options.locale)).collect();
    let names = format!(" {}: {} ", app.words(phrase::ONLY), names.join(", "));
    line.push(&cut(&names, line.room() * 2 / 3), Scope::Lens);
    line.space(1);
}

/// What the header tells of an article.
#[derive(Default)]
struct Facts {
    /// Worth cutting the title for.
    first: Vec<String>,
    rest: Vec<String>,
}

/// Outlet and day, and where to read what to be careful about.
fn facts(app: &App, reading: &Reading) -> Facts {
    let article = &reading.article;
    let day = about::published(reading).map(|published| day(app, published));
    Facts {
        first: [article.outlet.clone(), day, notes(app, reading)].into_iter().flatten().collect(),
        rest: [article.byline.clone(), article.place.clone()].into_iter().flatten().collect(),
    }
}

/// The day of publication, and a word where it is only inferred.
fn day(app: &App, published: Published) -> String {
    match published.origin {
        DateOrigin::Inferred => format!("{} ({})", published.date, app.words(phrase::INFERRED)),
        _ => published.date.to_string(),
    }
}

/// `2 notes (I)`
fn notes(app: &App, reading: &Reading) -> Option<String> {
    let count = reading.marks.as_ref()?.analysis.warnings.len();
    let words = if count == 1 { phrase::NOTE } else { phrase::NOTES_COUNTED };
    let key = command::all().find(|command| command.name == "about").map(|command| binding_name(command.keys[0]))?;
    (count > 0).then(|| format!("{count} {} ({key})", app.words(words)))
}

/// `2/3 45%`: which of the open articles, and how far through it.
fn position(app: &App) -> String {
    let which = match app.documents.len() {
        0 | 1 => String::new(),
        len => format!("{}/{len} ", app.current + 1),
    };
    let percent = app.reading().map(|reading| format!("{}%", reading.percent(app.text_area())));
    which + &percent.unwrap_or_default()
}

/// The titles of the panes; where several share a column they are its tabs.
pub(super) fn titles(app: &App, layout: &Layout, screen: &mut Screen) {
    screen.lay_row(layout.titles, 0, Line::new(layout.titles.width));
    for title in app.titles() {
        let in_view = layout.rect(title.pane).is_some();
        let scope = if app.focus == title.pane { Scope::ActiveTab } else { Scope::Tab };
        let state = if in_view { State::Plain } else { State::Dimmed };
        let mut line = Line::new(title.rect.width);
        line.push(title.words, super::Look::new(scope, state));
        screen.lay_row(title.rect, 0, line);
    }
}

/// Lines between the panes; beside the article the strip that stands for it is line enough.
pub(super) fn separators(app: &App, layout: &Layout, screen: &mut Screen) {
    let glyph = GlyphSet::of(app.options.glyphs).separator;
    // The library has no such strip.
    for placed in layout.panes.iter().skip(if app.focus.is_library() { 1 } else { 2 }) {
        let height = layout.titles.height + layout.body.height;
        let rect = Rect { column: placed.rect.column - 1, row: layout.titles.row, width: 1, height };
        for row in 0..height as usize {
            let mut line = Line::new(1);
            line.push(glyph, Scope::Border);
            screen.lay_row(rect, row, line);
        }
    }
}

/// A prompt, a notice, or the keys worth knowing here; at the right what the keys act on.
pub(super) fn footer(app: &App, rect: Rect, screen: &mut Screen) {
    let mut line = Line::new(rect.width);
    line.space(1);
    if app.layout().header.height == 0 && app.layers.is_empty() {
        push_lens(app, &mut line);
    }
    match app.layers.last() {
        Some(Layer::Prompt(prompt)) => prompts::search(app, prompt, rect, &mut line, screen),
        Some(Layer::Date(prompt)) => prompts::date(app, prompt, rect, &mut line, screen),
        Some(Layer::Name(prompt)) => prompts::name(app, prompt, rect, &mut line, screen),
        Some(Layer::Line(typed)) => prompts::line(app, typed, rect, &mut line, screen),
        Some(Layer::Selecting(_)) => push_notice_or(app, phrase::HINT_SELECT, &mut line),
        Some(Layer::Hinting(_)) => push_notice_or(app, phrase::HINT_LETTERS, &mut line),
        Some(Layer::Picker(picker)) => line.push(app.words(picker.hint), Scope::Hint),
        Some(Layer::Sheet(sheet)) => {
            line.push(app.words(phrase::HINT_SHEET), Scope::Hint);
            if sheet.rows_below(app) > 0 {
                line.push_right(&format!("{} ", app.words(phrase::MORE_BELOW)), Scope::Notice);
            }
        }
        None => {
            match &app.notice {
                Some(notice) => line.push(notice, Scope::Notice),
                None => push_hints(app, rect, &mut line),
            }
            line.push_right(&format!("{} ", status(app, rect)), Scope::Facts);
        }
    }
    screen.lay_row(rect, 0, line);
}

fn push_notice_or(app: &App, hint: Words, line: &mut Line) {
    match &app.notice {
        Some(notice) => line.push(notice, Scope::Notice),
        None => line.push(app.words(hint), Scope::Hint),
    }
}

fn push_hints(app: &App, rect: Rect, line: &mut Line) {
    const MOST: usize = 7;
    let width = |hint: &Hint| cols(&hint.key) + cols(hint.words) + 3;
    // The status has an empty column on either side.
    let mut room = line.room().saturating_sub(cols(&status(app, rect)) + 2);
    let mut hints = hints(app);
    hints.sort_by_key(|hint| hint.rank);
    hints.truncate(MOST);
    hints.retain(|hint| {
        let fits = width(hint) <= room;
        room -= if fits { width(hint) } else { 0 };
        fits
    });
    hints.sort_by_key(|hint| hint.order);
    for hint in hints {
        line.push(&hint.key, Scope::Key);
        line.push(&format!(" {}  ", hint.words), Scope::Hint);
    }
}

/// A key worth knowing.
struct Hint {
    key: String,
    words: &'static str,
    /// Its place in the footer.
    order: usize,
    /// Which gives way first where there is no room: the higher.
    rank: usize,
}

fn hints(app: &App) -> Vec<Hint> {
    let useful = |command: &&Command| match command.needs {
        Need::Documents | Need::Shelved => command.needs.missing(app).is_none(),
        // Of an article that is on its way nothing is missing for long.
        Need::Text | Need::Marks => !app.is_unreadable(),
        _ => true,
    };
    let here = command::all().filter(|command| command.place.fits(app.focus)).filter(useful);
    let hinted = here.filter_map(|command| Some((command, command.hint?))).enumerate();
    let hint = |(order, (command, words)): (usize, (&Command, Words))| Hint {
        key: binding_name(command.keys[0]),
        words: app.words(words),
        order,
        // Whoever cannot see all keys must at least see the one that lists them; then what only this pane has, and
        // the way to the other articles.
        rank: match (command.name, command.place) {
            ("help", _) => 0,
            (_, Place::Panes | Place::Everywhere) if command.needs != Need::Documents => 2,
            _ => 1,
        },
    };
    hinted.map(hint).collect()
}

/// What the keys act on, and before it, if there is room, who says what the cursor stands on.
fn status(app: &App, rect: Rect) -> String {
    if app.focus.is_library() {
        return app.pending.text();
    }
    // The way to all keys stays in view, and an empty column on either side.
    const LEAST_HINT_COLS: usize = 12;
    let acted_on = acted_on(app);
    let room = (rect.width as usize).saturating_sub(cols(&acted_on) + LEAST_HINT_COLS);
    let chain = app.marked().and_then(|(reading, marks)| {
        Chains { article: &reading.article, marks, locale: app.options.locale }.at(reading.cursor)
    });
    let chain = chain.map(|chain| chain.fitted(room, app.options.glyphs)).unwrap_or_default();
    [chain, acted_on].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ")
}

/// Keys typed so far, how far a refresh is, the match or the mention under the cursor out of how many, or that marks are still coming.
fn acted_on(app: &App) -> String {
    let mut parts = vec![app.pending.text()];
    parts.extend(shelf::refreshing(app));
    if let Some(reading) = app.reading() {
        match &reading.marks {
            None => parts.push(app.words(phrase::MARKS_COMING).to_owned()),
            Some(_) if app.focus == Pane::Timeline && reading.timeline.order == Order::Text => {
                parts.push(app.words(phrase::BY_TEXT).to_owned());
            }
            Some(_) => {}
        }
        parts.extend(reading.search.as_ref().map(|search| {
            if search.is_running() {
                return format!("{} {}", app.words(phrase::SEARCHING), search.query);
            }
            let number = search.number_at(reading.cursor).map_or_else(String::new, |number| format!("{number}/"));
            format!("{number}{} {}", search.hits.len(), search.query)
        }));
        parts.extend(current_name(reading));
        parts.extend(current_source(app, reading));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("  ")
}

/// The source by which statements are jumped to, unless the header names the lens instead.
fn current_source(app: &App, reading: &Reading) -> Option<String> {
    let marks = reading.marks.as_ref().filter(|marks| marks.lens().is_empty())?;
    Some(format!("< {} >", marks.basis_name(&reading.article, reading.source?, app.options.locale)))
}

/// `Kim Jong Un 2/11`
fn current_name(reading: &Reading) -> Option<String> {
    let marks = reading.marks.as_ref()?;
    let entity = &marks.analysis.entities[reading.entity?];
    let here = marks.analysis.mention_at(reading.cursor);
    let number = here.and_then(|id| entity.mentions.binary_search(&id).ok()).map(|index| format!("{}/", index + 1));
    Some(format!("{} {}{}", entity.name, number.unwrap_or_default(), entity.mentions.len()))
}
