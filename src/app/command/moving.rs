//! Moving through whatever has the focus, by rows, pages, sentences and paragraphs.

use super::{Command, Need, Place};
use crate::app::App;
use crate::app::keymap::Count;
use crate::app::layout::Pane;
use crate::app::marks::Towards;
use crate::app::msg::Effect;
use crate::app::words::{Words, phrase};
use crate::model::Span;

pub(super) const COMMANDS: &[Command] = &[
    Command {
        name: "down",
        title: Words::new("down", "turun"),
        doc: Words::new("One row down.", "Turun satu baris."),
        hint: None,
        keys: &["j", "<Down>"],
        place: Place::Panes,
        needs: Need::Text,
        run: |app, count| step(app, count, 1),
    },
    Command {
        name: "up",
        title: Words::new("up", "naik"),
        doc: Words::new("One row up.", "Naik satu baris."),
        hint: None,
        keys: &["k", "<Up>"],
        place: Place::Panes,
        needs: Need::Text,
        run: |app, count| step(app, count, -1),
    },
    Command {
        name: "page-down",
        title: Words::new("page down", "halaman berikutnya"),
        doc: Words::new("One page down.", "Turun satu halaman."),
        hint: None,
        keys: &["<Space>", "f", "<PgDn>", "<C-f>"],
        place: Place::Panes,
        needs: Need::Text,
        run: |app, count| page(app, count, 1, Pages::Whole),
    },
    Command {
        name: "page-up",
        title: Words::new("page up", "halaman sebelumnya"),
        doc: Words::new("One page up.", "Naik satu halaman."),
        hint: None,
        keys: &["b", "<PgUp>", "<C-b>"],
        place: Place::Panes,
        needs: Need::Text,
        run: |app, count| page(app, count, -1, Pages::Whole),
    },
    Command {
        name: "half-page-down",
        title: Words::new("half a page down", "setengah halaman turun"),
        doc: Words::new("Half a page down.", "Turun setengah halaman."),
        hint: None,
        keys: &["d", "<C-d>"],
        place: Place::Panes,
        needs: Need::Text,
        run: |app, count| page(app, count, 1, Pages::Half),
    },
    Command {
        name: "half-page-up",
        title: Words::new("half a page up", "setengah halaman naik"),
        doc: Words::new("Half a page up.", "Naik setengah halaman."),
        hint: None,
        keys: &["u", "<C-u>"],
        place: Place::Panes,
        needs: Need::Text,
        run: |app, count| page(app, count, -1, Pages::Half),
    },
    Command {
        name: "top",
        title: Words::new("to the top", "ke awal"),
        doc: Words::new(
            "To the beginning; with a count, to that paragraph.",
            "Ke awal; dengan angka, ke paragraf itu.",
        ),
        hint: None,
        keys: &["g", "gg", "<Home>"],
        place: Place::Panes,
        needs: Need::Text,
        run: |app, count| to_end(app, count, Towards::Start),
    },
    Command {
        name: "bottom",
        title: Words::new("to the end", "ke akhir"),
        doc: Words::new("To the end; with a count, to that paragraph.", "Ke akhir; dengan angka, ke paragraf itu."),
        hint: None,
        keys: &["G", "<End>"],
        place: Place::Panes,
        needs: Need::Text,
        run: |app, count| to_end(app, count, Towards::End),
    },
    Command {
        name: "next-sentence",
        title: Words::new("next sentence", "kalimat berikutnya"),
        doc: Words::new("To the start of the next sentence.", "Ke awal kalimat berikutnya."),
        hint: None,
        keys: &[")"],
        place: Place::Article,
        needs: Need::Text,
        run: |app, count| by_sentence(app, count, Towards::End),
    },
    Command {
        name: "previous-sentence",
        title: Words::new("previous sentence", "kalimat sebelumnya"),
        doc: Words::new(
            "To the start of the sentence, then of the one before.",
            "Ke awal kalimat, lalu kalimat sebelumnya.",
        ),
        hint: None,
        keys: &["("],
        place: Place::Article,
        needs: Need::Text,
        run: |app, count| by_sentence(app, count, Towards::Start),
    },
    Command {
        name: "next-paragraph",
        title: Words::new("next paragraph", "paragraf berikutnya"),
        doc: Words::new("To the start of the next paragraph.", "Ke awal paragraf berikutnya."),
        hint: None,
        keys: &["}"],
        place: Place::Article,
        needs: Need::Text,
        run: |app, count| by_paragraph(app, count, Towards::End),
    },
    Command {
        name: "previous-paragraph",
        title: Words::new("previous paragraph", "paragraf sebelumnya"),
        doc: Words::new(
            "To the start of the paragraph, then of the one before.",
            "Ke awal paragraf, lalu paragraf sebelumnya.",
        ),
        hint: None,
        keys: &["{"],
        place: Place::Article,
        needs: Need::Text,
        run: |app, count| by_paragraph(app, count, Towards::Start),
    },
];

#[derive(Clone, Copy)]
enum Pages {
    Whole,
    Half,
}

fn step(app: &mut App, count: Count, direction: isize) -> Vec<Effect> {
    let rows = direction * count.or_one() as isize;
    let moved = match app.focus {
        Pane::Article => {
            let area = app.text_area();
            let moved = app.reading_mut().is_some_and(|reading| reading.move_rows(rows, area));
            app.follow_text();
            moved
        }
        Pane::Timeline => app.move_on_timeline(rows),
        Pane::Names | Pane::Sources => app.move_in_list(rows),
        Pane::Sections | Pane::Articles | Pane::Preview => false,
    };
    if !moved {
        app.say_words(phrase::NO_MORE);
    }
    Vec::new()
}

fn page(app: &mut App, count: Count, direction: isize, pages: Pages) -> Vec<Effect> {
    let area = app.text_area();
    // One row of the old page stays, so that the eye finds its place again.
    let rows = match pages {
        Pages::Whole => area.height.saturating_sub(1),
        Pages::Half => area.height / 2,
    };
    let rows = direction * (rows.max(1) as usize * count.or_one()) as isize;
    match app.focus {
        Pane::Article => {
            if let Some(reading) = app.reading_mut() {
                reading.page(rows, area);
            }
            app.follow_text();
        }
        // An event takes two rows and a gap.
        Pane::Timeline => {
            app.move_on_timeline((rows / 3).abs().max(1) * direction);
        }
        Pane::Names | Pane::Sources => {
            app.move_in_list(rows);
        }
        Pane::Sections | Pane::Articles | Pane::Preview => {}
    }
    Vec::new()
}

fn to_end(app: &mut App, count: Count, end: Towards) -> Vec<Effect> {
    const FAR: isize = isize::MAX / 2;
    let far = if end == Towards::End { FAR } else { -FAR };
    match app.focus {
        Pane::Article => to_end_of_text(app, count, end),
        Pane::Timeline => {
            app.move_on_timeline(far);
        }
        Pane::Names | Pane::Sources => {
            app.move_in_list(far);
        }
        Pane::Sections | Pane::Articles | Pane::Preview => {}
    }
    Vec::new()
}

fn to_end_of_text(app: &mut App, count: Count, end: Towards) {
    let Some(reading) = app.reading() else { return };
    let paragraphs = &reading.article.paragraphs;
    let offset = match (count.0, end) {
        (Some(number), _) => paragraphs.get(number.max(1) - 1).or(paragraphs.last()).map(|paragraph| paragraph.start),
        (None, Towards::Start) => paragraphs.first().map(|paragraph| paragraph.start),
        (None, Towards::End) => paragraphs.last().map(|paragraph| paragraph.end),
    };
    if let Some(offset) = offset {
        app.jump_to(offset);
    }
}

fn by_sentence(app: &mut App, count: Count, towards: Towards) -> Vec<Effect> {
    if app.reading().is_none_or(|reading| reading.marks.is_none()) {
        return by_paragraph(app, count, towards);
    }
    repeat(app, count, |app| {
        let reading = app.reading()?;
        let sentences = reading.marks.as_ref()?.analysis.sentences.items();
        let start = |index: usize| sentences[index].span.start;
        towards.find(sentences.len(), start, reading.cursor, |_| true).map(start)
    })
}

fn by_paragraph(app: &mut App, count: Count, towards: Towards) -> Vec<Effect> {
    repeat(app, count, |app| {
        let reading = app.reading()?;
        let paragraphs: &[Span] = &reading.article.paragraphs;
        let start = |index: usize| paragraphs[index].start;
        towards.find(paragraphs.len(), start, reading.cursor, |_| true).map(start)
    })
}

/// Moves as often as the count says, as long as there is somewhere to go.
fn repeat(app: &mut App, count: Count, next: impl Fn(&App) -> Option<usize>) -> Vec<Effect> {
    for turn in 0..count.or_one() {
        match next(app) {
            Some(offset) => app.move_to(offset),
            None => {
                if turn == 0 {
                    app.say_words(phrase::NO_MORE);
                }
                break;
            }
        }
    }
    Vec::new()
}
