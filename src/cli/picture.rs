//! The screen as a picture for the README: what the program would draw, drawn into a file.
//!
//! Effects are performed inline, so that the picture is the same each time.

use std::io::{self, Write};
use std::str::FromStr;

use super::Outcome;
use crate::app::{self, App, Key, KeyCode, Msg, Options};
use crate::ingest::Source;
use crate::runtime::Performer;
use crate::tui;

/// What a reader would press first: on to the next dated event.
const PRESSED: [KeyCode; 2] = [KeyCode::Char('.'), KeyCode::Char('.')];

/// A size of the screen, written `120x36`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Size {
    width_cols: u16,
    height_rows: u16,
}

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Size, String> {
        let size = text.split_once('x').and_then(|(width, height)| {
            Some(Size { width_cols: width.parse().ok()?, height_rows: height.parse().ok()? })
        });
        size.ok_or_else(|| "expected columns and rows, as in 120x36".into())
    }
}

/// Writes the screen over `sources` as SVG to standard output.
///
/// # Errors
///
/// Where standard output takes no more.
pub(super) fn print(sources: &[Source], performer: &Performer, size: Size) -> io::Result<Outcome> {
    let mut app = App::new(Options::default(), sources.iter().map(Source::id).collect());
    let mut effects = app::start(&mut app);
    let Size { width_cols, height_rows } = size;
    effects.extend(app::update(&mut app, Msg::Resize { width_cols, height_rows }));
    while let Some(effect) = effects.pop() {
        if let Some(msg) = performer.perform(effect) {
            effects.extend(app::update(&mut app, msg));
        }
    }
    for code in PRESSED {
        app::update(&mut app, Msg::Key(Key { code, ctrl: false, alt: false, shift: false }));
    }
    io::stdout().lock().write_all(tui::svg::picture(&app, width_cols, height_rows).as_bytes())?;
    Ok(Outcome::Done)
}
