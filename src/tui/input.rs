//! What the terminal sends, as messages.
//!
//! crossterm reads and parses; here its events are translated, and a terminal that was closed is noticed, which
//! crossterm does not do: it would ask again and again.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::AsFd;
use std::sync::mpsc::Sender;
use std::thread;

use ratatui::crossterm::event::{self, Event, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;

use super::inbox::Notice;
use crate::app::{Key, KeyCode, Mouse, MouseAction, Msg};

/// Sends everything that comes from the terminal to `notices` from now on.
pub(super) fn forward(notices: Sender<Notice>) -> io::Result<()> {
    let watching = notices.clone();
    thread::Builder::new().name("hang-up".to_owned()).spawn(move || {
        if wait_for_hangup() {
            // When nobody listens any more, the program is at its end.
            let _ = watching.send(Notice::TerminalGone);
        }
    })?;
    thread::Builder::new().name("input".to_owned()).spawn(move || {
        while let Ok(event) = event::read() {
            if let Some(msg) = translate(event)
                && notices.send(Notice::Msg(msg)).is_err()
            {
                return;
            }
        }
        let _ = notices.send(Notice::TerminalGone);
    })?;
    Ok(())
}

/// Waits until the terminal that keys come from is closed; false where the system cannot tell.
fn wait_for_hangup() -> bool {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return hangs_up(&stdin);
    }
    File::open("/dev/tty").is_ok_and(|terminal| hangs_up(&terminal))
}

fn hangs_up(terminal: &impl AsFd) -> bool {
    // No event is asked for: a hang-up is reported in any case.
    let mut watched = [PollFd::new(terminal, PollFlags::empty())];
    while let Err(Errno::INTR) = poll(&mut watched, None) {}
    watched[0].revents().intersects(PollFlags::HUP | PollFlags::ERR)
}

fn translate(event: Event) -> Option<Msg> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Press => translate_key(key.code, key.modifiers).map(Msg::Key),
        Event::Mouse(mouse) => {
            let action = translate_mouse(mouse.kind)?;
            Some(Msg::Mouse(Mouse { action, column: mouse.column, row: mouse.row }))
        }
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Resize(width_cols, height_rows) => Some(Msg::Resize { width_cols, height_rows }),
        Event::Key(_) | Event::FocusGained | Event::FocusLost => None,
    }
}

fn translate_key(code: event::KeyCode, modifiers: KeyModifiers) -> Option<Key> {
    let ctrl = modifiers.contains(KeyModifiers::CONTROL);
    let alt = modifiers.contains(KeyModifiers::ALT);
    let shift = modifiers.contains(KeyModifiers::SHIFT);
    let (code, shift) = match code {
        // A capital is its own character; with Ctrl, terminals do not agree about the case.
        event::KeyCode::Char(c) if ctrl => (KeyCode::Char(c.to_ascii_lowercase()), false),
        event::KeyCode::Char(c) => (KeyCode::Char(c), false),
        event::KeyCode::BackTab => (KeyCode::Tab, true),
        event::KeyCode::Enter => (KeyCode::Enter, shift),
        event::KeyCode::Esc => (KeyCode::Esc, shift),
        event::KeyCode::Tab => (KeyCode::Tab, shift),
        event::KeyCode::Backspace => (KeyCode::Backspace, shift),
        event::KeyCode::Delete => (KeyCode::Delete, shift),
        event::KeyCode::Left => (KeyCode::Left, shift),
        event::KeyCode::Right => (KeyCode::Right, shift),
        event::KeyCode::Up => (KeyCode::Up, shift),
        event::KeyCode::Down => (KeyCode::Down, shift),
        event::KeyCode::Home => (KeyCode::Home, shift),
        event::KeyCode::End => (KeyCode::End, shift),
        event::KeyCode::PageUp => (KeyCode::PageUp, shift),
        event::KeyCode::PageDown => (KeyCode::PageDown, shift),
        event::KeyCode::F(number) => (KeyCode::Function(number), shift),
        _ => return None,
    };
    Some(Key { code, ctrl, alt, shift })
}

fn translate_mouse(kind: MouseEventKind) -> Option<MouseAction> {
    match kind {
        MouseEventKind::Down(MouseButton::Left) => Some(MouseAction::Press),
        MouseEventKind::Drag(MouseButton::Left) => Some(MouseAction::Drag),
        MouseEventKind::Up(MouseButton::Left) => Some(MouseAction::Release),
        MouseEventKind::ScrollUp => Some(MouseAction::WheelUp),
        MouseEventKind::ScrollDown => Some(MouseAction::WheelDown),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{self, Event, KeyEvent, KeyEventKind, KeyModifiers};

    use super::translate;
    use crate::app::{Key, KeyCode, Msg};

    #[test]
    fn keys() {
        let cases = [
            (event::KeyCode::Char('G'), KeyModifiers::SHIFT, (KeyCode::Char('G'), false, false, false)),
            (event::KeyCode::Char('D'), KeyModifiers::CONTROL, (KeyCode::Char('d'), true, false, false)),
            (event::KeyCode::Char('b'), KeyModifiers::ALT, (KeyCode::Char('b'), false, true, false)),
            (event::KeyCode::BackTab, KeyModifiers::SHIFT, (KeyCode::Tab, false, false, true)),
            (event::KeyCode::F(1), KeyModifiers::NONE, (KeyCode::Function(1), false, false, false)),
        ];
        for (code, modifiers, (expected, ctrl, alt, shift)) in cases {
            let found = translate(Event::Key(KeyEvent::new(code, modifiers)));
            assert_eq!(found, Some(Msg::Key(Key { code: expected, ctrl, alt, shift })));
        }
    }

    #[test]
    fn a_key_that_is_released_does_nothing() {
        let released = KeyEvent::new_with_kind(event::KeyCode::Enter, KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(translate(Event::Key(released)), None);
    }
}
