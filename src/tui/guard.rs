//! Takes the terminal and gives it back: at the end, on an error, in a panic, before a stop.
//!
//! Whether the terminal is ours is the one global of the program, because a panic hook can be handed nothing.

use std::fmt;
use std::io;
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::style::{Attribute, SetAttribute};
use ratatui::crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::crossterm::{Command, execute};

static OURS: AtomicBool = AtomicBool::new(false);

/// Whether the terminal shows our screen now.
pub(super) fn is_ours() -> bool {
    OURS.load(Ordering::SeqCst)
}

/// Takes the terminal: raw keys, the alternate screen, pasted text as such, and the mouse if it is wanted.
pub(super) fn enter(mouse: bool) -> io::Result<()> {
    restore_in_panic();
    enable_raw_mode()?;
    OURS.store(true, Ordering::SeqCst);
    let entered = execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, CaptureMouse(mouse));
    entered.inspect_err(|_| leave())
}

/// Gives the terminal back, if it is ours.
pub(super) fn leave() {
    if OURS.swap(false, Ordering::SeqCst) {
        // Both are tried, whatever becomes of the first: a terminal that is gone takes neither.
        let mut out = io::stdout();
        let plain = SetAttribute(Attribute::Reset);
        let _ = execute!(out, CaptureMouse(false), DisableBracketedPaste, plain, LeaveAlternateScreen, Show);
        let _ = disable_raw_mode();
    }
}

/// Starts or stops the mouse: presses, drags and the wheel.
///
/// crossterm's own command also asks for every movement, which would wake the program for nothing.
pub(super) struct CaptureMouse(pub(super) bool);

impl Command for CaptureMouse {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str(if self.0 {
            "\u{1b}[?1000h\u{1b}[?1002h\u{1b}[?1006h"
        } else {
            "\u{1b}[?1006l\u{1b}[?1002l\u{1b}[?1000l"
        })
    }
}

/// From now on a panic on this thread gives the terminal back before it is reported. One on another thread is not
/// written across the screen: the workers answer with it.
fn restore_in_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let screen_thread = thread::current().id();
        let report = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if thread::current().id() == screen_thread {
                leave();
            }
            if !is_ours() {
                report(panic);
            }
        }));
    });
}
