//! Signals: the ones that end the program, and the stop and start of job control.
//!
//! A handler only writes down that it was called; everything else happens on the thread of the screen.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::inbox::Notice;

/// What a caught signal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Request {
    Stop,
    Continue,
    End,
}

/// Sends every signal that concerns the terminal to `notices` from now on.
pub(super) fn forward(notices: Sender<Notice>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            if notices.send(Notice::Signal(signal)).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

pub(super) fn request(signal: i32) -> Request {
    match signal {
        SIGTSTP => Request::Stop,
        SIGCONT => Request::Continue,
        _ => Request::End,
    }
}

/// Asks the whole job to stop, as the terminal itself would on Ctrl-Z: what feeds our standard input stops too.
/// Our own turn comes as a [`Notice::Signal`].
pub(super) fn ask_to_stop() -> io::Result<()> {
    if can_be_continued() { Ok(kill_current_process_group(Signal::TSTP)?) } else { Ok(()) }
}

/// Stops this process until it is told to go on. The terminal must have been given back.
pub(super) fn stop() -> io::Result<()> {
    emulate_default_handler(SIGTSTP)
}

/// Whether a shell with job control is there to start us again; stopping would be for ever otherwise.
///
/// Such a shell gives every job a process group of its own. In the group of the session's leader we are alone with it.
pub(super) fn can_be_continued() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}
