//! The drawing surface: one frame, one write.

use std::io::{self, Write};

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::crossterm::{execute, queue};

use super::guard::{self, CaptureMouse};
use super::paint::paint;
use crate::app::App;

/// The terminal while it is ours. Dropping it gives the terminal back.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<FrameWriter>>,
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
        let terminal = Terminal::new(CrosstermBackend::new(FrameWriter::default()));
        Ok(Screen { terminal: terminal.inspect_err(|_| guard::leave())?, mouse })
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
        Ok(())
    }

    /// Makes the next frame draw every cell.
    pub(super) fn forget(&mut self) -> io::Result<()> {
        // Not `Terminal::clear`: it asks the terminal where the cursor is, and the answer would be read as keys.
        let size = self.terminal.size()?;
        self.terminal.resize(size.into())
    }

    pub(super) fn capture_mouse(&mut self, mouse: bool) -> io::Result<()> {
        self.mouse = mouse;
        execute!(self.terminal.backend_mut(), CaptureMouse(mouse))
    }

    /// Puts `text` on the clipboard of the terminal, also through ssh.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(self.terminal.backend_mut(), CopyToClipboard::to_clipboard_from(text))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        guard::leave();
    }
}

/// Collects a frame and hands it to standard output in one piece, so that no half frame is ever seen.
///
/// Nothing is written while the terminal is somebody else's. That includes what ratatui writes when it is dropped,
/// which panics where the terminal is gone.
#[derive(Default)]
struct FrameWriter {
    frame: Vec<u8>,
}

impl Write for FrameWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.frame.is_empty() {
            queue!(self.frame, BeginSynchronizedUpdate)?;
        }
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        queue!(self.frame, EndSynchronizedUpdate)?;
        let written = if guard::is_ours() { write_whole(&self.frame) } else { Ok(()) };
        self.frame.clear();
        written
    }
}

fn write_whole(frame: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(frame)?;
    out.flush()
}
