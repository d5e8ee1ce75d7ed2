//! The command line, as the help shows it.
//!
//! A word that later becomes a subcommand stays open as a file by writing `./` before it.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use super::analyse::Analyse;
use super::corrections::Corrections;
use super::dates::Dates;
use super::events::Events;
use super::feeds::Feed;
use super::library;
use super::names::Names;
use super::picture::Size;
use super::statements::Statements;
use super::text::Told;

const HELP: &str = "\
{about}

Examples:
  linimasa                             your library; while it is empty, the
                                       article that comes with the program
  linimasa berita.html lain.txt        saved pages, Markdown, text files
  linimasa https://host/berita         an address of the web
  some-command | linimasa -            standard input; keys come from the terminal
  linimasa --plain berita.txt          text with marks, then lists; no screen
  linimasa berita.txt | grep ^event    the timeline, an event to a line
  linimasa add berita.txt              keep it in the library
  linimasa search banjir outlet:antara search the library
  linimasa feed add https://host/      follow the feed of a site

{usage-heading} {usage}

{all-args}{after-help}";

const AFTER_HELP: &str = "\
Plain text (--plain, or standard output is no terminal):
  A paragraph to a line, marks in brackets behind the words they belong to:
      Kim [person: Kim Jong Un]    Juni tahun lalu [2024-06]    [source: KCNA]
  Then lists, an item to a line, its fields parted by tabs, the first of which
  is `event`, `entity`, `source` or `note`. Only lists hold tabs.

Metadata:
  berita.toml beside berita.txt may say: outlet, published, language, title,
  place, byline, url.

Your own outlets:
  outlets.toml in the folder linimasa in $XDG_CONFIG_HOME or ~/.config adds to
  the outlets that are known, an entry to each:
      [[outlet]]
      name = 'Warta Desa'
      kind = 'online'    # agency, broadcaster, journal, magazine, newspaper, online, wire
  An entry may have: aliases, domains, languages (lists), country (as in 'ID'),
  state_owned. One that is wrong is told of and left out.

Environment:
  NO_COLOR                       no colours
  CLICOLOR_FORCE, FORCE_COLOR    colours, also into a pipe
  TERM=dumb, LINIMASA_A11Y=1     plain text
  HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY
                                 proxies for addresses and feeds
  LINIMASA_DATA                  folder of what you made, instead of linimasa in
                                 $XDG_DATA_HOME or ~/.local/share
  LINIMASA_CONFIG                folder of what you set up, instead of linimasa
                                 in $XDG_CONFIG_HOME or ~/.config

Exit codes:
  0  done
  1  something could not be read; the rest was shown
  2  nothing could be shown, or the arguments are wrong
  129, 130, 131, 143  ended by SIGHUP, SIGINT, SIGQUIT, SIGTERM";

/// A terminal news reader that shows who did what, when, and on whose word.
#[derive(Debug, Parser)]
#[command(version, help_template = HELP, after_help = AFTER_HELP, args_conflicts_with_subcommands = true)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Option<Command>,

    /// Web pages, Markdown and text files, or addresses of the web; `-` is standard input
    #[arg(value_name = "PATH|ADDRESS")]
    pub(super) paths: Vec<PathBuf>,

    /// Write the screen as an SVG of so many columns and rows, as in 120x36
    #[arg(long, value_name = "SIZE", hide = true)]
    pub(super) picture: Option<Size>,

    /// Print text instead of opening the screen
    #[arg(long)]
    pub(super) plain: bool,

    /// When to use colours
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = ColorChoice::Auto, visible_alias = "colour")]
    pub(super) color: ColorChoice,

    /// Use no colours; the same as --color=never
    #[arg(long, conflicts_with = "color")]
    pub(super) no_color: bool,

    /// Take the mouse, as is usual: wheel and clicks; a key gives it back
    #[arg(long, overrides_with = "no_mouse")]
    pub(super) mouse: bool,

    /// Leave the mouse to the terminal
    #[arg(long, overrides_with = "mouse")]
    pub(super) no_mouse: bool,

    /// Wrap the text at so many columns (plain text is not wrapped otherwise)
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=500))]
    pub(super) width: Option<u16>,

    #[command(flatten)]
    pub(super) told: Told,
}

/// What the program does instead of showing articles.
#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true)]
pub(super) enum Command {
    Dates(Dates),
    Names(Names),
    Statements(Statements),
    Events(Events),
    Analyse(Analyse),
    Corrections(Corrections),
    /// The article that comes with the program
    Welcome,
    #[command(flatten)]
    Library(library::Command),
    Feed(Feed),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorChoice {
    Auto,
    Always,
    Never,
}

/// How many lines are wanted, from 1.
pub(super) fn row_count(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|&count| count > 0).ok_or_else(|| "expected a number from 1".to_owned())
}

/// The number of an article.
pub(super) fn article_number(text: &str) -> Result<i64, String> {
    text.parse().map_err(|_| "expected the number of an article, as `linimasa list` prints it".to_owned())
}

/// A day as people write it for machines.
pub(super) fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "expected a day like 2025-07-13".to_owned())
}

/// A language code, `id` or `id-ID`; names of languages are no codes.
pub(super) fn language_code(text: &str) -> Result<String, String> {
    let language = text.split(['-', '_']).next().unwrap_or("");
    if matches!(language.len(), 2 | 3) && language.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        Ok(text.to_owned())
    } else {
        Err("expected a code like `id` or `en`".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Args;

    #[test]
    fn the_definition_is_consistent() {
        Args::command().debug_assert();
    }
}
