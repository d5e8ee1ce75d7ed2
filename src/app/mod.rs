//! The application as a value: what is open, where the reader is, what a key does.
//!
//! `update(&mut App, Msg) -> Vec<Effect>` is the whole of its behaviour. No clock, no thread, no terminal.

pub mod about;
pub mod analysing;
mod card;
pub mod chain;
pub mod changes;
pub mod command;
pub mod correcting;
pub mod document;
pub mod explain;
mod finding;
pub mod flow;
mod input;
mod jumps;
pub mod keymap;
pub mod layers;
pub mod layout;
pub mod legend;
pub mod links;
pub mod list;
pub mod marks;
mod mouse;
mod msg;
mod navigation;
pub mod periods;
pub mod search;
mod selection;
pub mod shelf;
pub mod statements;
pub mod timeline;
pub mod times;
mod titles;
mod undated;
pub mod words;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;

use self::changes::Change;
use self::document::{Document, Reading, State};
use self::jumps::Jumps;
use self::keymap::Pending;
use self::layers::Layer;
use self::layers::sheet::Sheet;
use self::layout::{Layout, Pane, Rect, Wishes};
use self::marks::Marks;
use self::shelf::Shelf;
use self::words::{Locale, Words};
use crate::model::{Analysis, Correction, Edit};

pub use self::msg::{DocumentIdx, Effect, Key, KeyCode, Mouse, MouseAction, Msg};
pub use self::titles::Title;

/// What was decided before the program began.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Whether colours may be asked for at all.
    pub colour: bool,
    /// Whether the mouse is taken from the terminal at the start.
    pub mouse: bool,
    /// The widest that text is set; `None` for what reads well.
    pub measure_cols: Option<u16>,
    pub locale: Locale,
    pub glyphs: Glyphs,
    /// Whether there is a place for a library.
    pub library: bool,
    /// What the country with an ISO 3166 alpha-2 code is called.
    pub country_name: fn(&str, Locale) -> Option<String>,
}

impl Options {
    /// What a country is called; its code where nobody knows.
    fn country(&self, code: &str) -> String {
        (self.country_name)(code, self.locale).unwrap_or_else(|| code.to_owned())
    }
}

impl Default for Options {
    fn default() -> Options {
        let (locale, glyphs) = (Locale::English, Glyphs::Unicode);
        let country_name = |_: &str, _| None;
        Options { colour: true, mouse: true, measure_cols: None, locale, glyphs, library: false, country_name }
    }
}

/// Which characters marks may be drawn with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Glyphs {
    #[default]
    Unicode,
    Ascii,
}

/// The widest that text is set unless the reader wishes otherwise. Source: readers of long lines lose the way back
/// to the next; typographers ask for 45 to 90 characters.
pub const DEFAULT_MEASURE_COLS: u16 = 84;

/// The whole state of the program.
#[derive(Clone, Debug)]
pub struct App {
    pub options: Options,
    pub documents: Vec<Document>,
    pub current: DocumentIdx,
    /// The library, once it has been looked at.
    pub shelf: Option<Shelf>,
    pub width_cols: u16,
    pub height_rows: u16,
    pub measure_cols: u16,
    pub zen: bool,
    /// The pane that takes the keys.
    pub focus: Pane,
    /// What stands beside the article where there is room for one pane only.
    pub companion: Pane,
    /// What the third column shows.
    pub side: Pane,
    /// What lies over the panes; the last is on top and takes the keys.
    pub layers: Vec<Layer>,
    pub pending: Pending,
    /// A word to the reader, gone with the next key.
    pub notice: Option<String>,
    pub mouse_captured: bool,
    /// What the reader corrected, in this session and before.
    pub corrections: Arc<[Correction]>,
    jumps: Jumps,
    changes: Vec<Change>,
    /// Changes to the corrections that are not answered yet, the one being done first.
    edits: VecDeque<Edit>,
}

impl App {
    pub fn new(options: Options, ids: Vec<String>) -> App {
        App {
            options,
            documents: ids.into_iter().map(Document::new).collect(),
            current: 0,
            shelf: None,
            width_cols: 0,
            height_rows: 0,
            measure_cols: options.measure_cols.unwrap_or(DEFAULT_MEASURE_COLS),
            zen: false,
            focus: Pane::Article,
            companion: Pane::Timeline,
            side: Pane::Names,
            layers: Vec::new(),
            pending: Pending::default(),
            notice: None,
            mouse_captured: options.mouse,
            corrections: Arc::new([]),
            jumps: Jumps::default(),
            changes: Vec::new(),
            edits: VecDeque::new(),
        }
    }

    /// Where everything stands.
    pub fn layout(&self) -> Layout {
        Layout::new(Wishes {
            width: self.width_cols,
            height: self.height_rows,
            focus: self.focus,
            companion: self.companion,
            side: self.side,
            zen: self.zen,
            measure_cols: self.measure_cols,
        })
    }

    /// Where the text of the article stands, or would stand if it were in view.
    pub fn text_area(&self) -> Rect {
        layout::text_area(self.layout().rect_or_body(Pane::Article), self.measure_cols)
    }

    /// The article being read, if it is there.
    pub fn reading(&self) -> Option<&Reading> {
        match &self.documents.get(self.current)?.state {
            State::Open(reading) => Some(reading),
            _ => None,
        }
    }

    /// Whether the article that is shown could not be read.
    pub fn is_unreadable(&self) -> bool {
        self.documents.get(self.current).is_some_and(|it| matches!(it.state, State::Failed(_)))
    }

    /// The article being read with its marks, if they are there.
    pub fn marked(&self) -> Option<(&Reading, &Marks)> {
        let reading = self.reading()?;
        Some((reading, reading.marks.as_ref()?))
    }

    fn reading_mut(&mut self) -> Option<&mut Reading> {
        match &mut self.documents.get_mut(self.current)?.state {
            State::Open(reading) => Some(reading),
            _ => None,
        }
    }

    /// Words in the reader's language.
    pub fn words(&self, words: Words) -> &'static str {
        words.of(self.options.locale)
    }

    fn say(&mut self, text: impl Into<String>) {
        self.notice = Some(text.into());
    }

    fn say_words(&mut self, words: Words) {
        self.say(self.words(words));
    }

    fn resize(&mut self, width_cols: u16, height_rows: u16) {
        (self.width_cols, self.height_rows) = (width_cols, height_rows);
        // The pane with the focus must have a place in the new layout as well.
        self.set_focus(self.focus);
        if let Some(Layer::Sheet(Sheet { about: Some(about), .. })) = self.layers.last() {
            self.make_room_beside(*about);
        }
    }

    fn fail(&mut self, document: DocumentIdx, reason: String) {
        let Some(entry) = self.documents.get_mut(document) else { return };
        entry.state = State::Failed(reason.clone());
        self.say(reason);
        self.leave_failed();
    }

    /// A document that could not be opened gives way to the next that can.
    fn leave_failed(&mut self) {
        let failed = |document: &Document| matches!(document.state, State::Failed(_));
        if self.documents.get(self.current).is_some_and(failed) {
            let open = self.documents.iter().position(|document| matches!(document.state, State::Open(_)));
            self.current = open.unwrap_or(self.current);
        }
    }
}

/// What has to be done before the first message; where no article was asked for, the library is shown.
pub fn start(app: &mut App) -> Vec<Effect> {
    let shelf = if app.documents.is_empty() { app.show_shelf() } else { Vec::new() };
    let loads = app
        .documents
        .iter()
        .enumerate()
        .map(|(document, entry)| Effect::Load { document, path: PathBuf::from(&entry.id) });
    app.options.mouse.then_some(Effect::CaptureMouse(true)).into_iter().chain(loads).chain(shelf).collect()
}

/// Takes one message; all that the program does follows from here.
pub fn update(app: &mut App, msg: Msg) -> Vec<Effect> {
    let mut effects = take(app, msg);
    // Before all else, so that it is done when the program ends with this message.
    effects.splice(0..0, app.keep_place());
    effects
}

fn take(app: &mut App, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(key) => input::key(app, key),
        Msg::Mouse(mouse) => mouse::update(app, mouse),
        Msg::Paste(text) => layers::paste(app, &text),
        Msg::Resize { width_cols, height_rows } => {
            app.resize(width_cols, height_rows);
            app.refit_shelf()
        }
        Msg::Shelf(answer) => app.take_answer(answer),
        Msg::Resumed => vec![Effect::Redraw],
        Msg::Loaded { document, article } => app.load(document, article),
        Msg::LoadFailed { document, reason } => {
            app.fail(document, reason);
            Vec::new()
        }
        Msg::Analysed { document, analysis } => app.mark(document, analysis),
        Msg::Corrected { edit, corrections } => app.take_corrections(edit, corrections),
        Msg::CorrectionFailed { reason } => {
            app.say(reason);
            app.next_edit()
        }
        Msg::OpenFailed { reason } => {
            app.say(reason);
            Vec::new()
        }
        Msg::Found { document, query, hits } => {
            app.take_found(document, &query, hits);
            Vec::new()
        }
        Msg::AnalysisFailed { document, reason } => {
            // The text stays readable, without marks.
            let effects = app.mark(document, Arc::new(Analysis::default()));
            app.say(reason);
            effects
        }
    }
}
