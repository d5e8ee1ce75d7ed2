//! What the program finds around it, and what follows from that for the screen and its colours.

use std::io::{self, IsTerminal};

use super::args::{Args, ColorChoice};

/// Terminal or pipe, and the variables that matter; read once.
#[derive(Clone, Debug, Default)]
pub(super) struct Surroundings {
    stdout_is_terminal: bool,
    dumb_terminal: bool,
    /// `LINIMASA_A11Y`: the reader wants lines, for a screen reader.
    wants_lines: bool,
    no_color: bool,
    force_color: bool,
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
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::{Args, Mode, Surroundings};

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
}
