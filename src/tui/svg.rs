//! A painted screen as a picture: an SVG with its own palette, for the README.
//!
//! Pure, from the same cells that a terminal would get, so that the picture cannot show what the program does not.

use std::fmt::Write;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use super::paint;
use crate::app::App;

const CELL_WIDTH: f32 = 8.4;
const CELL_HEIGHT: f32 = 18.0;
const PADDING: f32 = 12.0;
const FOREGROUND: &str = "#d8dee9";
const BACKGROUND: &str = "#1b1f27";

/// The screen of `app` at this size, as an SVG document.
pub fn picture(app: &App, width_cols: u16, height_rows: u16) -> String {
    let Ok(mut terminal) = Terminal::new(TestBackend::new(width_cols, height_rows));
    let Ok(_) = terminal.draw(|frame| paint::paint(app, frame));
    svg(terminal.backend().buffer())
}

/// The cells of `buffer` as an SVG document.
pub fn svg(buffer: &Buffer) -> String {
    let (columns, rows) = (buffer.area.width, buffer.area.height);
    let width = f32::from(columns) * CELL_WIDTH + 2.0 * PADDING;
    let height = f32::from(rows) * CELL_HEIGHT + 2.0 * PADDING;
    let mut svg = format!(
        concat!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" ",
            "font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"14\" ",
            "xml:space=\"preserve\" style=\"white-space:pre\">\n",
            "<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{background}\"/>\n",
        ),
        width = width,
        height = height,
        background = BACKGROUND,
    );
    for row in 0..rows {
        for run in runs(buffer, row) {
            run.write(&mut svg, row);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// Neighbouring cells of one style.
struct CellRun<'a> {
    column: u16,
    columns: u16,
    text: String,
    style: &'a Cell,
}

fn runs(buffer: &Buffer, row: u16) -> Vec<CellRun<'_>> {
    let mut runs: Vec<CellRun> = Vec::new();
    let mut covered = 0;
    for column in 0..buffer.area.width {
        let cell = &buffer[(buffer.area.x + column, buffer.area.y + row)];
        // The cell behind a wide character is no character of its own.
        if column < covered {
            continue;
        }
        let columns = cell.symbol().width().max(1) as u16;
        covered = column + columns;
        match runs.last_mut().filter(|run| same_style(run.style, cell)) {
            Some(run) => {
                run.text.push_str(cell.symbol());
                run.columns += columns;
            }
            None => runs.push(CellRun { column, columns, text: cell.symbol().to_owned(), style: cell }),
        }
    }
    runs.retain(|run| !run.text.trim().is_empty() || run.style.modifier.contains(Modifier::REVERSED));
    runs
}

fn same_style(a: &Cell, b: &Cell) -> bool {
    a.fg == b.fg && a.bg == b.bg && a.modifier == b.modifier
}

impl CellRun<'_> {
    fn write(&self, svg: &mut String, row: u16) {
        let x = PADDING + f32::from(self.column) * CELL_WIDTH;
        let y = PADDING + f32::from(row) * CELL_HEIGHT;
        let width = f32::from(self.columns) * CELL_WIDTH;
        let (mut ink, mut paper) = (colour(self.style.fg, FOREGROUND), colour(self.style.bg, BACKGROUND));
        if self.style.modifier.contains(Modifier::REVERSED) {
            std::mem::swap(&mut ink, &mut paper);
        }
        // Writing to a `String` cannot fail.
        if paper != BACKGROUND {
            let _ = writeln!(
                svg,
                r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{CELL_HEIGHT}" fill="{paper}"/>"#
            );
        }
        let (text, baseline) = (escape(self.text.trim_end()), y + 13.5);
        let _ = writeln!(
            svg,
            r#"<text x="{x:.1}" y="{baseline:.1}" fill="{ink}"{attributes}>{text}</text>"#,
            attributes = self.attributes(),
        );
    }

    fn attributes(&self) -> String {
        let spaces = self.text.len() - self.text.trim_end().len();
        let drawn = (self.columns as usize).saturating_sub(spaces);
        // Fonts differ in width; the grid does not.
        let mut attributes = format!(r#" textLength="{:.1}""#, drawn as f32 * CELL_WIDTH);
        for (modifier, attribute) in [
            (Modifier::BOLD, r#" font-weight="bold""#),
            (Modifier::ITALIC, r#" font-style="italic""#),
            (Modifier::UNDERLINED, r#" text-decoration="underline""#),
            (Modifier::DIM, r#" opacity="0.6""#),
        ] {
            if self.style.modifier.contains(modifier) {
                attributes.push_str(attribute);
            }
        }
        attributes
    }
}

fn colour(colour: Color, otherwise: &'static str) -> &'static str {
    match colour {
        Color::Black => "#3b4252",
        Color::Red => "#e06c75",
        Color::Green => "#98c379",
        Color::Yellow => "#e5c07b",
        Color::Blue => "#5e81ac",
        Color::Magenta => "#c678dd",
        Color::Cyan => "#56b6c2",
        Color::Gray => "#abb2bf",
        Color::DarkGray => "#5c6370",
        Color::LightRed => "#ff8b92",
        Color::LightGreen => "#b5e890",
        Color::LightYellow => "#ffdf9e",
        Color::LightBlue => "#7cb7ff",
        Color::LightMagenta => "#e29cf5",
        Color::LightCyan => "#7fd9e3",
        Color::White => "#ffffff",
        _ => otherwise,
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn cells_of_one_style_are_one_piece_and_markup_is_escaped() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, "a<b", Style::new());
        buffer.set_string(3, 0, "大民", Style::new().fg(Color::Yellow).add_modifier(Modifier::REVERSED));
        let svg = svg(&buffer);
        assert!(svg.contains(">a&lt;b</text>"), "{svg}");
        assert!(svg.contains(">大民</text>"), "{svg}");
        assert!(svg.contains(r##"width="33.6" height="18" fill="#e5c07b""##), "{svg}");
        assert_eq!(svg.matches("<text").count(), 2, "{svg}");
    }
}
