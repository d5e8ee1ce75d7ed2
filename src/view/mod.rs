//! The application as rows of text, each piece with a [`Scope`] that says what it is.
//!
//! Pure: from `&App` to a [`Screen`]. It knows neither colours nor a terminal; a theme decides later what a scope
//! looks like. Only what is in view is looked at.

mod article;
mod chrome;
mod glyphs;
mod line;
mod lists;
mod minimap;
mod overlay;
pub mod plain;
mod prompts;
mod shelf;
mod signs;
mod timeline;

use crate::app::App;
use crate::app::layers::Layer;
use crate::app::layout::{Pane, Rect};
use crate::model::EntityKind;

/// What a piece of text on the screen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    Text,
    Person,
    Place,
    Organisation,
    Outlet,
    Platform,
    Other,
    /// A title or office before a name.
    Role,
    Date,
    /// Words that attribute.
    Cue,
    /// A source that is described but not named.
    Unnamed,
    /// What is not the article.
    Furniture,
    /// Words that lead elsewhere.
    Link,
    /// The headline of a part of the article.
    Subhead,
    /// What belongs to a picture.
    Caption,
    /// What stands before an item of a list or words set apart.
    BlockSign,
    Planned,
    Denied,
    Alleged,
    /// How precise a date is, and how it was found.
    Precision,
    /// The distance between two events.
    Gap,
    Count,
    Heading,
    /// The title of the article.
    Headline,
    /// What is known of the article beside its text.
    Facts,
    /// A sign that something is filtered out.
    Lens,
    Tab,
    /// The tab or title of the pane that takes the keys.
    ActiveTab,
    Border,
    Key,
    Hint,
    Notice,
    Error,
    /// The mark at the rows of the current sentence.
    Margin,
    /// The mark at the row of the cursor.
    MarginCursor,
    /// The strip that stands for the whole article.
    Map,
    /// The part of it that is in view.
    MapView,
    MapHit,
}

impl From<EntityKind> for Scope {
    fn from(kind: EntityKind) -> Scope {
        match kind {
            EntityKind::Person => Scope::Person,
            EntityKind::Place => Scope::Place,
            EntityKind::Organisation => Scope::Organisation,
            EntityKind::Outlet => Scope::Outlet,
            EntityKind::Platform => Scope::Platform,
            EntityKind::Other => Scope::Other,
        }
    }
}

/// What the reader has done with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum State {
    #[default]
    Plain,
    /// Taken away by the lens, or no part of the article.
    Dimmed,
    /// Another mention of the current entity.
    Kin,
    /// The selected row of a pane without the focus.
    Current,
    /// Found by the search.
    Hit,
    /// Under the cursor.
    Selected,
}

/// All that decides how a piece of text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Look {
    pub scope: Scope,
    pub state: State,
}

impl Look {
    pub fn new(scope: Scope, state: State) -> Look {
        Look { scope, state }
    }
}

impl From<Scope> for Look {
    fn from(scope: Scope) -> Look {
        Look { scope, state: State::Plain }
    }
}

/// A piece of text that looks the same throughout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub look: Look,
}

/// Text at a place, exactly as wide as it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    pub column: u16,
    pub row: u16,
    pub width: u16,
    pub runs: Vec<Run>,
}

/// Everything that is seen, in the order in which it is laid on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Screen {
    pub strips: Vec<Strip>,
    /// Column and row of the terminal's own cursor.
    pub cursor: Option<(u16, u16)>,
}

/// The screen of `app`.
pub fn screen(app: &App) -> Screen {
    let layout = app.layout();
    let mut screen = Screen::default();
    chrome::header(app, layout.header, &mut screen);
    chrome::titles(app, &layout, &mut screen);
    for placed in &layout.panes {
        match placed.pane {
            Pane::Article => article::article(app, placed.rect, &mut screen),
            Pane::Timeline => timeline::timeline(app, placed.rect, &mut screen),
            Pane::Names => lists::names(app, placed.rect, &mut screen),
            Pane::Sources => lists::sources(app, placed.rect, &mut screen),
            Pane::Sections => shelf::sections(app, placed.rect, &mut screen),
            Pane::Articles => shelf::articles(app, placed.rect, &mut screen),
            Pane::Preview => shelf::preview(app, placed.rect, &mut screen),
        }
    }
    chrome::separators(app, &layout, &mut screen);
    chrome::footer(app, layout.footer, &mut screen);
    for layer in &app.layers {
        match layer {
            // These stand in the footer.
            Layer::Prompt(_) | Layer::Date(_) | Layer::Name(_) | Layer::Line(_) => {}
            // These are seen in the text.
            Layer::Selecting(_) | Layer::Hinting(_) => {}
            Layer::Picker(picker) => overlay::picker(app, picker, &layout, &mut screen),
            Layer::Sheet(sheet) => overlay::sheet(app, sheet, &mut screen),
        }
    }
    screen
}

impl Screen {
    fn lay(&mut self, column: u16, row: u16, line: line::Line) {
        self.strips.push(Strip { column, row, width: line.width(), runs: line.into_runs() });
    }

    /// One row of a rectangle; rows outside are left away.
    fn lay_row(&mut self, rect: Rect, row: usize, line: line::Line) {
        if row < rect.height as usize {
            self.lay(rect.column, rect.row + row as u16, line);
        }
    }
}
