//! Opens the screen over the articles, and says afterwards what went wrong.

use std::sync::mpsc::{self, Receiver};

use anyhow::Context;

use super::corrections::Kept;
use super::{Outcome, report};
use crate::app::{self, App, Msg, Options};
use crate::ingest::Source;
use crate::runtime::{Performer, Workers};
use crate::tui::{self, Ending, Inbox};

/// Shows the articles of `sources` until the reader leaves.
///
/// The screen opens when the first article has been read; where none can be, it never does, and the reasons are all
/// that is printed. What is wrong with the corrections is told on the screen and again at the end.
pub(super) fn show(sources: &[Source], performer: Performer, kept: Kept, options: Options) -> anyhow::Result<Outcome> {
    let ids: Vec<String> = sources.iter().map(Source::id).collect();
    let mut app = App::new(Options { library: performer.has_shelves(), ..options }, ids);
    app.corrections = kept.corrections;
    app.notice = kept.notice;
    let inbox = Inbox::new();
    let (answers, failures) = noting_failures(inbox.answers());
    let workers = Workers::start(performer, answers).context("no thread could be started")?;
    app::start(&mut app).into_iter().for_each(|effect| workers.perform(effect));
    let ending = if first_article(&mut app, &inbox, &workers) {
        let perform = |effect| workers.perform(effect);
        Some(tui::run(&mut app, &inbox, &perform).context("the screen could not be opened; --plain prints the text")?)
    } else {
        None
    };
    workers.finish();
    kept.complaints.iter().for_each(|complaint| report(complaint));
    let failures: Vec<String> = failures.try_iter().collect();
    failures.iter().for_each(|reason| report(reason));
    Ok(match ending {
        Some(Ending::Signal(number)) => Outcome::Signal(number as u8),
        Some(Ending::Quit) if failures.is_empty() => Outcome::Done,
        Some(Ending::Quit) => Outcome::Failures,
        None => Outcome::CouldNotRun,
    })
}

/// `answer`, which also notes the reason of every failure for the end.
fn noting_failures(answer: impl Fn(Msg) + Clone + Send + 'static) -> (impl Fn(Msg) + Clone + Send, Receiver<String>) {
    let (sender, failures) = mpsc::channel();
    let noting = move |msg: Msg| {
        if let Msg::LoadFailed { reason, .. } | Msg::AnalysisFailed { reason, .. } = &msg {
            // When nobody listens any more, the program is at its end.
            let _ = sender.send(reason.clone());
        }
        answer(msg);
    };
    (noting, failures)
}

/// Waits until there is something to show; false where there never will be. The library fills under the eyes of the reader.
fn first_article(app: &mut App, inbox: &Inbox, workers: &Workers) -> bool {
    if app.shelf.is_some() {
        return true;
    }
    for _ in 0..app.documents.len() {
        let Some(msg) = inbox.next_answer() else { return false };
        let loaded = matches!(msg, Msg::Loaded { .. });
        app::update(app, msg).into_iter().for_each(|effect| workers.perform(effect));
        if loaded {
            return true;
        }
    }
    false
}
