//! The loop: wait, hand over what came, draw once.
//!
//! It blocks on one queue and polls nothing, so that an idle program costs nothing.

use std::io;

use signal_hook::consts::SIGHUP;

use super::inbox::{Inbox, Notice};
use super::screen::Screen;
use super::signals::{self, Request};
use super::{guard, input};
use crate::app::{self, App, Effect, Msg};

/// Why the screen was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The reader left.
    Quit,
    /// The number of the signal that ended it; a terminal that was closed counts as SIGHUP.
    Signal(i32),
}

/// Shows `app` until the reader leaves, a signal comes or the terminal is closed; it is given back in every case.
///
/// Effects that are not about the terminal go to `perform`, and their answers are expected in `inbox`.
///
/// # Errors
///
/// Where the terminal cannot be taken or the system gives no thread.
pub fn run(app: &mut App, inbox: &Inbox, perform: &dyn Fn(Effect)) -> io::Result<Ending> {
    signals::forward(inbox.sender())?;
    let screen = Screen::open(app.options.mouse)?;
    input::forward(inbox.sender())?;
    let mut session = Session { app, screen, perform, ending: None };
    // A terminal that takes no more frames is one that was closed.
    Ok(session.serve(inbox).unwrap_or(Ending::Signal(SIGHUP)))
}

struct Session<'a> {
    app: &'a mut App,
    screen: Screen,
    perform: &'a dyn Fn(Effect),
    ending: Option<Ending>,
}

impl Session<'_> {
    fn serve(&mut self, inbox: &Inbox) -> io::Result<Ending> {
        self.resize()?;
        loop {
            self.draw()?;
            for notice in inbox.next_batch() {
                self.take(notice)?;
                if let Some(ending) = self.ending {
                    return Ok(ending);
                }
            }
        }
    }

    fn take(&mut self, notice: Notice) -> io::Result<()> {
        match notice {
            Notice::Msg(msg) => self.update(msg)?,
            Notice::Signal(signal) => match signals::request(signal) {
                Request::Stop => self.stop()?,
                Request::Continue => self.resume()?,
                Request::End => self.ending = Some(Ending::Signal(signal)),
            },
            Notice::TerminalGone => self.ending = Some(Ending::Signal(SIGHUP)),
        }
        Ok(())
    }

    fn update(&mut self, msg: Msg) -> io::Result<()> {
        app::update(self.app, msg).into_iter().try_for_each(|effect| self.perform(effect))
    }

    fn perform(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Load { .. }
            | Effect::Analyse { .. }
            | Effect::Correct(_)
            | Effect::Search { .. }
            | Effect::Open(_)
            | Effect::Shelf(_) => (self.perform)(effect),
            Effect::Copy(text) => self.screen.copy(&text)?,
            Effect::CaptureMouse(mouse) => self.screen.capture_mouse(mouse)?,
            Effect::Redraw => self.screen.forget()?,
            Effect::Suspend => signals::ask_to_stop()?,
            Effect::Quit => self.ending = Some(Ending::Quit),
        }
        Ok(())
    }

    /// Draws, unless the terminal is given back until we are continued.
    fn draw(&mut self) -> io::Result<()> {
        if guard::is_ours() { self.screen.draw(self.app) } else { Ok(()) }
    }

    fn stop(&mut self) -> io::Result<()> {
        if signals::can_be_continued() {
            guard::leave();
            signals::stop()?;
        }
        Ok(())
    }

    /// Takes the terminal again. Also after a stop that could not be seen coming, which left it in any state.
    fn resume(&mut self) -> io::Result<()> {
        self.screen.reopen()?;
        self.resize()?;
        self.update(Msg::Resumed)
    }

    fn resize(&mut self) -> io::Result<()> {
        let (width_cols, height_rows) = self.screen.size()?;
        self.update(Msg::Resize { width_cols, height_rows })
    }
}
