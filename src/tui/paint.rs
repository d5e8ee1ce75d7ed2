//! The screen of the application on the cells of a terminal.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::theme;
use crate::app::App;
use crate::view::{self, Screen, Strip};

/// Draws `app` into the frame. A frame smaller than the application believes shows its upper left part.
pub fn paint(app: &App, frame: &mut Frame) {
    let screen = view::screen(app);
    let area = frame.area();
    paint_screen(&screen, app.options.colour, frame.buffer_mut());
    if let Some((column, row)) = screen.cursor {
        let position = Position::new(column, row);
        if area.contains(position) {
            frame.set_cursor_position(position);
        }
    }
}

/// Lays every strip on the buffer, later ones over earlier ones.
pub fn paint_screen(screen: &Screen, colour: bool, buffer: &mut Buffer) {
    for strip in &screen.strips {
        paint_strip(strip, colour, buffer);
    }
}

fn paint_strip(strip: &Strip, colour: bool, buffer: &mut Buffer) {
    let place = Rect::new(strip.column, strip.row, strip.width, 1).intersection(buffer.area);
    for position in place.positions() {
        buffer[position].reset();
    }
    let mut column = place.x;
    for run in &strip.runs {
        if place.is_empty() || column >= place.right() {
            break;
        }
        let room = (place.right() - column) as usize;
        // Control characters and those without width are left out here, once more.
        (column, _) = buffer.set_stringn(column, place.y, &run.text, room, theme::style(run.look, colour));
    }
}
