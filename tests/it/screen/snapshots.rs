//! Whole screens with their styles, at the sizes that must work.

use linimasa::app::words::Locale;
use linimasa::app::{Glyphs, Options};

use super::fixtures::strait;
use super::session::Session;

#[track_caller]
fn check(name: &str, size: (u16, u16), options: Options, keys: &str) {
    let mut session = Session::open(vec![strait()], options, size);
    session.keys(keys);
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, session.snapshot());
    });
}

fn indonesian() -> Options {
    Options { locale: Locale::Indonesian, ..Options::default() }
}

fn plain() -> Options {
    Options { colour: false, glyphs: Glyphs::Ascii, ..Options::default() }
}

#[test]
fn two_columns() {
    check("80x24-start", (80, 24), Options::default(), "");
    check("80x24-name", (80, 24), Options::default(), "3e");
    check("80x24-timeline", (80, 24), Options::default(), "Tjj");
    check("80x24-names", (80, 24), Options::default(), "ij");
    check("80x24-sources", (80, 24), indonesian(), "ii");
    check("120x40-event", (120, 40), Options::default(), "2.");
}

#[test]
fn three_columns() {
    check("200x50-start", (200, 50), Options::default(), "");
    check("200x50-search", (200, 50), indonesian(), "/an<Enter>n");
}

#[test]
fn one_pane_at_a_time() {
    check("40x10-start", (40, 10), Options::default(), "");
    check("40x10-timeline", (40, 10), Options::default(), "Tj");
    check("40x10-zen", (40, 10), indonesian(), "zG");
}

#[test]
fn the_lens_dims_what_rests_on_others() {
    check("80x24-lens-list", (80, 24), Options::default(), "ONPA<Space>");
    check("80x24-lens", (80, 24), Options::default(), "ONPA<Enter>");
}

#[test]
fn answers_lie_over_the_panes() {
    check("80x24-explain", (80, 24), Options::default(), "2.x");
    check("80x24-explain-id", (80, 24), indonesian(), "4.x");
    check("80x24-help", (80, 24), Options::default(), "?");
    check("120x40-help-filtered", (120, 40), indonesian(), "?nama");
    check("40x10-help", (40, 10), Options::default(), "?");
}

#[test]
fn without_colour_kinds_are_told_apart() {
    check("80x24-plain", (80, 24), plain(), "4e");
    check("120x40-plain-timeline", (120, 40), plain(), "Tj");
}
