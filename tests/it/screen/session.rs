//! A reader at a screen: keys in, effects answered at once, what is painted out.

use std::path::Path;
use std::sync::Arc;

use linimasa::analysis::analyse_corrected;
use linimasa::app::keymap::parse;
use linimasa::app::{self, App, Effect, Mouse, MouseAction, Msg, Options, search};
use linimasa::corrections::Store;
use linimasa::ingest::Overrides;
use linimasa::model::{Analysis, Article, Correction};
use linimasa::runtime::{Performer, Shelves};
use linimasa::tui::paint::paint;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::PACKS;

/// An article with its analysis, as a worker would hand them over.
pub(super) type Fixture = (Arc<Article>, Arc<Analysis>);

pub(super) struct Session {
    pub(super) app: App,
    fixtures: Vec<Fixture>,
    /// Analyses and keeps corrections, where the fixtures do not say what comes of that.
    performer: Option<Performer>,
    /// Effects that no worker answers.
    pub(super) effects: Vec<Effect>,
}

impl Session {
    /// The fixtures opened on a screen of this size.
    pub(super) fn open(fixtures: Vec<Fixture>, options: Options, (width_cols, height_rows): (u16, u16)) -> Session {
        let ids = fixtures.iter().map(|(article, _)| article.id.clone()).collect();
        Session { app: App::new(options, ids), fixtures, performer: None, effects: Vec::new() }
            .begin((width_cols, height_rows))
    }

    /// Articles opened with the real analysis, and the corrections that are kept in `store`.
    pub(super) fn open_real(articles: Vec<Article>, store: Store, options: Options, size: (u16, u16)) -> Session {
        let ids = articles.iter().map(|article| article.id.clone()).collect();
        let mut app = App::new(options, ids);
        app.corrections = store.read().unwrap().corrections().into();
        let analyser = |article: &Article, corrections: &[Correction]| analyse_corrected(article, &PACKS, corrections);
        let performer = Performer::new(&[], Overrides::default(), Arc::new(analyser)).keeping(Some(store));
        let fixtures = articles.into_iter().map(|article| (Arc::new(article), Arc::default())).collect();
        Session { app, fixtures, performer: Some(performer), effects: Vec::new() }.begin(size)
    }

    /// The library in a folder, with the real analysis.
    pub(super) fn open_library(folder: &Path, options: Options, size: (u16, u16)) -> Session {
        let app = App::new(Options { library: true, ..options }, Vec::new());
        let analyser = |article: &Article, corrections: &[Correction]| analyse_corrected(article, &PACKS, corrections);
        let performer = Performer::new(&[], Overrides::default(), Arc::new(analyser));
        let performer = performer.shelving(Some(Shelves::new(folder.to_owned())));
        Session { app, fixtures: Vec::new(), performer: Some(performer), effects: Vec::new() }.begin(size)
    }

    fn begin(self, (width_cols, height_rows): (u16, u16)) -> Session {
        let mut session = self;
        session.send(Msg::Resize { width_cols, height_rows });
        let effects = app::start(&mut session.app);
        session.perform(effects);
        session
    }

    /// Types keys as bindings write them: `3e<Enter>gd`.
    pub(super) fn keys(&mut self, keys: &str) -> &mut Session {
        for key in parse(keys) {
            self.send(Msg::Key(key));
        }
        self
    }

    pub(super) fn mouse(&mut self, action: MouseAction, column: u16, row: u16) -> &mut Session {
        self.send(Msg::Mouse(Mouse { action, column, row }));
        self
    }

    pub(super) fn resize(&mut self, width_cols: u16, height_rows: u16) -> &mut Session {
        self.send(Msg::Resize { width_cols, height_rows });
        self
    }

    pub(super) fn send(&mut self, msg: Msg) {
        let effects = app::update(&mut self.app, msg);
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Analyse { .. } | Effect::Correct(_) | Effect::Shelf(_) if self.performer.is_some() => {
                    let answer = self.performer.as_ref().and_then(|performer| performer.perform(effect));
                    answer.into_iter().for_each(|answer| self.send(answer));
                }
                Effect::Load { document, .. } => {
                    let article = self.fixtures[document].0.clone();
                    self.send(Msg::Loaded { document, article });
                }
                Effect::Analyse { document, .. } => {
                    let analysis = self.fixtures[document].1.clone();
                    self.send(Msg::Analysed { document, analysis });
                }
                Effect::Search { document, article, query } => {
                    let hits = search::find(&article, &query);
                    self.send(Msg::Found { document, query, hits });
                }
                other => self.effects.push(other),
            }
        }
    }

    /// The cells as they are painted.
    pub(super) fn buffer(&self) -> Buffer {
        let mut terminal =
            Terminal::new(TestBackend::new(self.app.width_cols, self.app.height_rows)).expect("a buffer is no file");
        terminal.draw(|frame| paint(&self.app, frame)).expect("a buffer is no file");
        terminal.backend().buffer().clone()
    }

    /// The rows as text.
    pub(super) fn text(&self) -> String {
        rows(&self.buffer()).join("\n")
    }

    /// The words around the cursor, with `|` at it.
    pub(super) fn cursor(&self) -> String {
        let reading = self.app.reading().expect("an article is open");
        let (before, after) = reading.article.body.split_at(reading.cursor);
        let before: String = before.chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect();
        let after: String = after.chars().take(20).collect();
        format!("{before}|{after}")
    }

    /// The rows, and under them the same rows with a letter for each style.
    pub(super) fn snapshot(&self) -> String {
        let buffer = self.buffer();
        let mut legend = Legend::default();
        let styles: Vec<String> = (0..buffer.area.height)
            .map(|row| (0..buffer.area.width).map(|column| legend.letter(&buffer[(column, row)])).collect())
            .collect();
        let styles: Vec<&str> = styles.iter().map(|row: &String| row.trim_end_matches('.')).collect();
        format!("{}\n--- styles\n{}\n--- legend\n{}", rows(&buffer).join("\n"), styles.join("\n"), legend.text())
    }
}

fn rows(buffer: &Buffer) -> Vec<String> {
    (0..buffer.area.height)
        .map(|row| {
            let cells = (0..buffer.area.width).map(|column| buffer[(column, row)].symbol());
            cells.collect::<String>().trim_end().to_owned()
        })
        .collect()
}

/// A letter for each style, in the order of their first appearance.
#[derive(Default)]
struct Legend {
    styles: Vec<(Color, Color, Modifier)>,
}

impl Legend {
    fn letter(&mut self, cell: &Cell) -> char {
        let style = (cell.fg, cell.bg, cell.modifier);
        if style == (Color::Reset, Color::Reset, Modifier::empty()) {
            return '.';
        }
        let known = self.styles.iter().position(|&it| it == style);
        let index = known.unwrap_or_else(|| {
            self.styles.push(style);
            self.styles.len() - 1
        });
        ('a'..='z').chain('A'..='Z').nth(index).unwrap_or('#')
    }

    fn text(&self) -> String {
        let mut lines = Vec::new();
        for (letter, (ink, paper, modifier)) in ('a'..='z').chain('A'..='Z').zip(&self.styles) {
            assert_eq!(*paper, Color::Reset, "the background is never painted");
            lines.push(format!("{letter}: {ink} {modifier:?}"));
        }
        lines.join("\n")
    }
}
