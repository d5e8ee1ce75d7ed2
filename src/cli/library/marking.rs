//! `linimasa mark`, `undo`, `view` and `tags`: what the reader makes of the articles.

use std::io;

use clap::Args;

use super::asking::wrong_query;
use super::{failed, for_each_number, with_library};
use crate::cli::args::article_number;
use crate::cli::{Outcome, report, report_emptiness};
use crate::library::Query;
use crate::model::{self, Act};
use crate::text::sanitise;

/// Say what you made of articles: read, starred, hidden, tagged, noted
#[derive(Debug, Args)]
#[command(after_help = "Each option is one act; `linimasa undo` takes them back one by one.")]
pub(crate) struct Mark {
    /// Their numbers, as `linimasa list` prints them
    #[arg(required = true, value_parser = article_number)]
    numbers: Vec<i64>,

    #[arg(long, conflicts_with = "unread")]
    read: bool,
    #[arg(long)]
    unread: bool,
    #[arg(long, conflicts_with = "unstar")]
    star: bool,
    #[arg(long)]
    unstar: bool,
    /// Keep it, but list it no more
    #[arg(long, conflicts_with = "unhide")]
    hide: bool,
    #[arg(long)]
    unhide: bool,

    /// Add a tag
    #[arg(long, value_name = "NAME", value_parser = tag)]
    tag: Vec<String>,

    /// Take a tag away
    #[arg(long, value_name = "NAME", value_parser = tag)]
    untag: Vec<String>,

    /// A note, in the place of the one before; an empty one takes it away
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

/// Take back the last thing you made of articles, also of an earlier run
#[derive(Debug, Args)]
#[command(after_help = "Prints what was changed, and the numbers of the articles.")]
pub(crate) struct Undo {
    /// Do again what was taken back last
    #[arg(long)]
    redo: bool,

    /// Put the place up to which this article is read back to where it was before it was opened last
    #[arg(long, value_name = "NUMBER", conflicts_with = "redo")]
    place: Option<i64>,
}

/// Queries under a name: lists them, or saves one
#[derive(Debug, Args)]
#[command(after_help = "One to a line, fields parted by a tab: name, query.")]
pub(crate) struct View {
    /// What it is called
    name: Option<String>,

    /// What it asks for; as for `linimasa list`
    query: Vec<String>,

    /// Take the view away
    #[arg(long, requires = "name", conflicts_with = "query")]
    remove: bool,
}

/// The tags in your library, with how many articles have each
#[derive(Debug, Args)]
pub(crate) struct Tags {}

impl Mark {
    /// Does the acts; a number that is none is reported.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        let acts = self.acts();
        if acts.is_empty() {
            report("nothing was asked for; say one of --read, --star, --hide, --tag, --note or their opposites");
            return Ok(Outcome::CouldNotRun);
        }
        with_library(|library, _| {
            let mut known = Vec::new();
            let outcome = for_each_number(&self.numbers, |number| {
                let is_there = !library.versions(number)?.is_empty();
                known.extend(is_there.then_some(number));
                Ok(is_there)
            });
            let done = acts.iter().try_for_each(|act| library.act(&known, act).map(drop));
            Ok(done.map_or_else(|error| failed(&error), |()| outcome))
        })
    }

    fn acts(&self) -> Vec<Act> {
        let flags = [
            (self.read, Act::Read(true)),
            (self.unread, Act::Read(false)),
            (self.star, Act::Star(true)),
            (self.unstar, Act::Star(false)),
            (self.hide, Act::Hide(true)),
            (self.unhide, Act::Hide(false)),
        ];
        let flags = flags.into_iter().filter_map(|(is_set, act)| is_set.then_some(act));
        let tags = self.tag.iter().cloned().map(Act::Tag).chain(self.untag.iter().cloned().map(Act::Untag));
        flags.chain(tags).chain(self.note.clone().map(Act::Note)).collect()
    }
}

/// A tag is asked for by `tag:`, so that it is one word or stands in quotation marks there.
fn tag(text: &str) -> Result<String, String> {
    let tag = sanitise::clean_line(text);
    if tag.is_empty() || tag.contains('"') {
        Err("expected a name without quotation marks".to_owned())
    } else {
        Ok(tag)
    }
}

impl Undo {
    /// Takes the last act back.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        if let Some(number) = self.place {
            return with_library(|library, _| Ok(for_each_number(&[number], |number| library.unplace(number))));
        }
        with_library(|library, out| match if self.redo { library.redo() } else { library.undo() } {
            Ok(Some(undone)) => {
                let numbers: Vec<String> = undone.articles.iter().map(i64::to_string).collect();
                writeln!(out, "{}\t{}", undone.field, numbers.join(" "))?;
                Ok(Outcome::Done)
            }
            Ok(None) => {
                report(if self.redo { "nothing was taken back" } else { "there is nothing to take back" });
                Ok(Outcome::CouldNotRun)
            }
            Err(error) => Ok(failed(&error)),
        })
    }
}

impl View {
    /// Lists the views, saves one or takes one away.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        let query = self.query.join(" ");
        match self.name {
            None => list_views(),
            Some(name) if self.remove => remove_view(&name),
            Some(_) if query.is_empty() => {
                report("the query is missing; say what the view shows, as in `linimasa view banjir tag:banjir`");
                Ok(Outcome::CouldNotRun)
            }
            Some(name) => save_view(model::View { name: sanitise::clean_line(&name), query }),
        }
    }
}

fn list_views() -> io::Result<Outcome> {
    with_library(|library, out| match library.views() {
        Ok(views) => {
            if views.is_empty() {
                report_emptiness("there is no view; save one as in `linimasa view banjir tag:banjir`");
            }
            views.iter().try_for_each(|view| writeln!(out, "{}\t{}", view.name, sanitise::clean_line(&view.query)))?;
            Ok(Outcome::Done)
        }
        Err(error) => Ok(failed(&error)),
    })
}

fn save_view(view: model::View) -> io::Result<Outcome> {
    if let Err(error) = Query::parse(&view.query) {
        report(&wrong_query(&view.query, &error));
        return Ok(Outcome::CouldNotRun);
    }
    with_library(|library, _| Ok(library.save_view(&view).map_or_else(|error| failed(&error), |()| Outcome::Done)))
}

fn remove_view(name: &str) -> io::Result<Outcome> {
    with_library(|library, _| match library.remove_view(name) {
        Ok(true) => Ok(Outcome::Done),
        Ok(false) => {
            report(&format!("there is no view `{}`; `linimasa view` lists them", sanitise::clean_line(name)));
            Ok(Outcome::CouldNotRun)
        }
        Err(error) => Ok(failed(&error)),
    })
}

impl Tags {
    /// Lists the tags.
    ///
    /// # Errors
    ///
    /// Where standard output takes no more, other than by being closed.
    pub(super) fn run(self) -> io::Result<Outcome> {
        with_library(|library, out| match library.tags() {
            Ok(tags) => {
                if tags.is_empty() {
                    report_emptiness("there is no tag; give one as in `linimasa mark 3 --tag banjir`");
                }
                tags.iter().try_for_each(|(name, count)| writeln!(out, "{name}\t{count}"))?;
                Ok(Outcome::Done)
            }
            Err(error) => Ok(failed(&error)),
        })
    }
}
