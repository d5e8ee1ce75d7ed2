//! What the program finds around it, and what follows from that for the screen and its colours.

use std::io::{self, IsTerminal};

use super::args::{Args, ColorChoice};
use super::print::COLORS;
use crate::app::words::Locale;
use crate::app::{Glyphs, Options};
use crate::lang;
use crate::view::plain::{Inks, Style};

/// Terminal or pipe, and the variables that matter; read once.
#[derive(Clone, Debug, Default)]
pub(super) struct Surroundings {
    stdout_is_terminal: bool,
    dumb_terminal: bool,
    /// `LINIMASA_A11Y`: the reader wants lines, for a screen reader.
    wants_lines: bool,
    no_color: bool,
    force_color: bool,
    /// The locale of messages, as in `id_ID.UTF-8`; empty where none is set.
    locale: String,
}

/// How the articles are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Screen,
    Plain,
}

impl Surroundings {
    pub(super) fn look() -> Surroundings {
        let value = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        let on = |name| value(name).is_some_and(|value| value != "0");
        Surroundings {
            stdout_is_terminal: io::stdout().is_terminal(),
            dumb_terminal: value("TERM").is_some_and(|term| term == "dumb"),
            wants_lines: on("LINIMASA_A11Y"),
            // Any value counts, also 0. Source: no-color.org.
            no_color: value("NO_COLOR").is_some(),
            force_color: on("CLICOLOR_FORCE") || on("FORCE_COLOR"),
            locale: ["LC_ALL", "LC_MESSAGES", "LANG"]
                .into_iter()
                .find_map(value)
                .map_or_else(String::new, |locale| locale.to_string_lossy().into_owned()),
        }
    }

    pub(super) fn mode(&self, args: &Args) -> Mode {
        let screen = self.stdout_is_terminal && !self.dumb_terminal && !self.wants_lines && !args.plain;
        if screen { Mode::Screen } else { Mode::Plain }
    }

    /// Whether to use colours: what the reader types counts before the environment, and that before a guess.
    pub(super) fn color(&self, args: &Args) -> bool {
        match args.color {
            _ if args.no_color => false,
            ColorChoice::Never => false,
            ColorChoice::Always => true,
            ColorChoice::Auto if self.no_color => false,
            ColorChoice::Auto if self.force_color => true,
            ColorChoice::Auto => self.mode(args) == Mode::Screen,
        }
    }

    /// How plain text is set.
    pub(super) fn style(&self, args: &Args) -> Style {
        let inks = if self.color(args) { COLORS } else { Inks::default() };
        Style { inks, width_cols: args.width.map(usize::from) }
    }

    /// What the screen is told.
    pub(super) fn options(&self, args: &Args) -> Options {
        Options {
            colour: self.color(args),
            mouse: !args.no_mouse,
            measure_cols: args.width,
            locale: self.language(),
            glyphs: self.glyphs(),
            library: false,
            country_name: |code, locale| lang::country_name(code, locale.code()),
        }
    }

    fn language(&self) -> Locale {
        if self.locale.split(['_', '.', '@']).next() == Some("id") { Locale::Indonesian } else { Locale::English }
    }

    /// Where no locale is set, as in many containers, the terminal understands UTF-8 all the same.
    fn glyphs(&self) -> Glyphs {
        let charset = self.locale.split_once('.').map(|(_, charset)| charset.to_ascii_lowercase());
        match charset {
            Some(charset) if charset.starts_with("utf-8") || charset.starts_with("utf8") => Glyphs::Unicode,
            Some(_) => Glyphs::Ascii,
            None if self.locale == "C" || self.locale == "POSIX" => Glyphs::Ascii,
            None => Glyphs::Unicode,
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::{Args, Glyphs, Locale, Mode, Surroundings};

    fn terminal() -> Surroundings {
        Surroundings { stdout_is_terminal: true, ..Surroundings::default() }
    }

    #[track_caller]
    fn check(surroundings: &Surroundings, arguments: &[&str], mode: Mode, color: bool) {
        let args = Args::try_parse_from([&["linimasa"], arguments].concat()).unwrap();
        assert_eq!((surroundings.mode(&args), surroundings.color(&args)), (mode, color));
    }

    #[test]
    fn a_terminal_gets_the_screen_and_a_pipe_gets_lines() {
        check(&terminal(), &[], Mode::Screen, true);
        check(&terminal(), &["--plain"], Mode::Plain, false);
        check(&Surroundings::default(), &[], Mode::Plain, false);
        check(&Surroundings { dumb_terminal: true, ..terminal() }, &[], Mode::Plain, false);
        check(&Surroundings { wants_lines: true, ..terminal() }, &[], Mode::Plain, false);
    }

    #[test]
    fn arguments_beat_the_environment() {
        let quiet = Surroundings { no_color: true, force_color: true, ..terminal() };
        check(&quiet, &[], Mode::Screen, false);
        check(&quiet, &["--color=always"], Mode::Screen, true);
        let forced = Surroundings { force_color: true, ..Surroundings::default() };
        check(&forced, &[], Mode::Plain, true);
        check(&forced, &["--no-color"], Mode::Plain, false);
        check(&forced, &["--color", "never"], Mode::Plain, false);
    }

    #[test]
    fn the_locale_decides_words_and_glyphs() {
        let cases = [
            ("", Locale::English, Glyphs::Unicode),
            ("C", Locale::English, Glyphs::Ascii),
            ("C.UTF-8", Locale::English, Glyphs::Unicode),
            ("id_ID.UTF-8", Locale::Indonesian, Glyphs::Unicode),
            ("id_ID.utf8@x", Locale::Indonesian, Glyphs::Unicode),
            ("id", Locale::Indonesian, Glyphs::Unicode),
            ("en_GB.ISO-8859-1", Locale::English, Glyphs::Ascii),
        ];
        for (locale, words, glyphs) in cases {
            let found = Surroundings { locale: locale.to_owned(), ..terminal() };
            assert_eq!((found.language(), found.glyphs()), (words, glyphs), "{locale}");
        }
    }
}
