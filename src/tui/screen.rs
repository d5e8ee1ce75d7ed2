//! The drawing surface: one frame, one write.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};

use super::guard::{self, CaptureMouse};
use super::paint::paint;
use crate::app::App;

/// The terminal while it is ours. Dropping it gives the terminal back.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<FrameWriter>>,
    frame: FrameWriter,
    mouse: bool,
}

impl Screen {
    /// Takes the terminal.
    ///
    /// # Errors
    ///
    /// Where there is no terminal to draw on or to read keys from.
    pub(super) fn open(mouse: bool) -> io::Result<Screen> {
        guard::enter(mouse)?;
        let frame = FrameWriter::default();
        let terminal = Terminal::new(CrosstermBackend::new(frame.clone())).inspect_err(|_| guard::leave())?;
        Ok(Screen { terminal, frame, mouse })
    }

    /// Takes the terminal again, whatever happened to it meanwhile.
    pub(super) fn reopen(&mut self) -> io::Result<()> {
        guard::leave();
        guard::enter(self.mouse)
    }

    /// Columns and rows.
    pub(super) fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.terminal.size()?;
        Ok((size.width, size.height))
    }

    /// Draws what has changed since the last frame.
    pub(super) fn draw(&mut self, app: &App) -> io::Result<()> {
        self.terminal.draw(|frame| paint(app, frame))?;
        self.frame.send()
    }

    /// Makes the next frame draw every cell.
    pub(super) fn forget(&mut self) -> io::Result<()> {
        // Not `Terminal::clear`: it asks the terminal where the cursor is, and the answer would be read as keys.
        let size = self.terminal.size()?;
        self.terminal.resize(size.into())
    }

    pub(super) fn capture_mouse(&mut self, mouse: bool) -> io::Result<()> {
        self.mouse = mouse;
        queue!(self.frame, CaptureMouse(mouse))?;
        self.frame.send()
    }

    /// Puts `text` on the clipboard of the terminal, also through ssh.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        queue!(self.frame, CopyToClipboard::to_clipboard_from(text))?;
        self.frame.send()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        guard::leave();
    }
}

/// Collects a frame until it is sent, so that no half frame is ever seen.
///
/// Shared, because the backend that writes into it is owned by ratatui's terminal, which flushes several times for
/// one frame; flushing does nothing here.
#[derive(Clone, Default)]
struct FrameWriter(Rc<RefCell<Vec<u8>>>);

impl FrameWriter {
    /// Hands everything to the terminal in one piece, if the terminal is ours.
    fn send(&mut self) -> io::Result<()> {
        let frame = self.0.take();
        if frame.is_empty() || !guard::is_ours() {
            return Ok(());
        }
        let mut whole = Vec::with_capacity(frame.len() + 16);
        queue!(whole, BeginSynchronizedUpdate)?;
        whole.extend_from_slice(&frame);
        queue!(whole, EndSynchronizedUpdate)?;
        let mut out = io::stdout().lock();
        out.write_all(&whole)?;
        out.flush()
    }
}

impl Write for FrameWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
