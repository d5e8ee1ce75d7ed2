//! The characters that marks are drawn with: common Unicode, or plain ASCII where the reader asks for it.

use crate::app::Glyphs;
use crate::model::{Grain, Interval};

/// One set of marks. Each is one column wide.
#[derive(Clone, Copy, Debug)]
pub(super) struct GlyphSet {
    /// At the rows of the current sentence, and at the row of the cursor.
    pub(super) margin: &'static str,
    pub(super) margin_cursor: &'static str,
    pub(super) map: &'static str,
    pub(super) map_view: &'static str,
    pub(super) map_mention: &'static str,
    pub(super) map_hit: &'static str,
    pub(super) selected: &'static str,
    pub(super) gap: &'static str,
    pub(super) separator: &'static str,
    /// Before an item of a list, and before every row of words set apart.
    pub(super) item: &'static str,
    pub(super) quote: &'static str,
    pub(super) chosen: &'static str,
    pub(super) not_chosen: &'static str,
    /// Corners from the top left on, then horizontal and vertical.
    pub(super) frame: [&'static str; 6],
    pub(super) planned: &'static str,
    pub(super) denied: &'static str,
    pub(super) alleged: &'static str,
    pub(super) day: &'static str,
    pub(super) month: &'static str,
    pub(super) coarse: &'static str,
    pub(super) period: &'static str,
    /// Beside what lies in a period: where it begins, where another begins in it, where it runs on and ends.
    pub(super) rail: [&'static str; 4],
}

const UNICODE: GlyphSet = GlyphSet {
    margin: "│",
    margin_cursor: "▌",
    map: "·",
    map_view: "┃",
    map_mention: "●",
    map_hit: "◆",
    selected: "▶",
    gap: "┊",
    separator: "│",
    item: "•",
    quote: "▎",
    chosen: "●",
    not_chosen: "○",
    frame: ["┌", "┐", "┘", "└", "─", "│"],
    planned: "→",
    denied: "×",
    alleged: "!",
    day: "●",
    month: "~",
    coarse: "≈",
    period: "↔",
    rail: ["┌", "├", "│", "└"],
};

const ASCII: GlyphSet = GlyphSet {
    margin: "|",
    margin_cursor: ">",
    map: ".",
    map_view: "#",
    map_mention: "o",
    map_hit: "*",
    selected: ">",
    gap: ":",
    separator: "|",
    item: "-",
    quote: "|",
    chosen: "x",
    not_chosen: "-",
    frame: ["+", "+", "+", "+", "-", "|"],
    planned: ">",
    denied: "x",
    alleged: "!",
    day: "o",
    month: "~",
    coarse: "=",
    period: "-",
    rail: [",", "+", "|", "'"],
};

impl GlyphSet {
    pub(super) fn of(glyphs: Glyphs) -> GlyphSet {
        match glyphs {
            Glyphs::Unicode => UNICODE,
            Glyphs::Ascii => ASCII,
        }
    }

    /// How precisely a time is known.
    pub(super) fn precision(&self, interval: Option<Interval>) -> &'static str {
        match interval {
            None => "?",
            Some(interval) if interval.is_period() => self.period,
            Some(interval) => match interval.grain {
                Grain::Second | Grain::Minute | Grain::Hour | Grain::PartOfDay | Grain::Day | Grain::Weekend => {
                    self.day
                }
                Grain::Week | Grain::Month => self.month,
                Grain::Quarter
                | Grain::Season
                | Grain::Half
                | Grain::Year
                | Grain::FiscalYear
                | Grain::Decade
                | Grain::Century => self.coarse,
            },
        }
    }
}
