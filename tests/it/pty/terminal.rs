//! A real pseudo-terminal with the program in it, and the screen that the program leaves there.
//!
//! Nothing here sleeps: a test waits for a condition on the screen, and fails with the screen when it does not come.

use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use vt100::{Callbacks, MouseProtocolMode, Parser, Screen};

/// How long a condition may take; only ever waited out by a test that fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// A terminal and the one program that was started in it.
pub(super) struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    /// Held open so that the terminal outlives the program and its modes can be read.
    _slave: Box<dyn SlavePty + Send>,
    keyboard: Option<Box<dyn Write + Send>>,
    seen: Arc<Seen>,
    status: Receiver<ExitStatus>,
    modes_before: String,
}

/// What has arrived on the screen so far.
struct Seen {
    parser: Mutex<Parser<Clipboard>>,
    changed: Condvar,
    /// The window is to be closed with the next that is drawn.
    closing: AtomicBool,
}

/// What was last put on the clipboard, in base 64 as it came.
#[derive(Default)]
struct Clipboard(Vec<u8>);

impl Callbacks for Clipboard {
    fn copy_to_clipboard(&mut self, _: &mut Screen, _selection: &[u8], data: &[u8]) {
        self.0 = data.to_vec();
    }
}

impl Terminal {
    /// Starts `command` in a terminal of this size.
    pub(super) fn start(command: &[&str], columns: u16, rows: u16) -> Terminal {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let modes_before = modes(&*pair.master);
        let mut child = pair.slave.spawn_command(builder(command)).unwrap();
        let (sender, status) = mpsc::channel();
        thread::spawn(move || sender.send(child.wait().unwrap()));
        let seen = Arc::new(Seen {
            parser: Mutex::new(Parser::new_with_callbacks(cells(rows), cells(columns), 0, Clipboard::default())),
            changed: Condvar::new(),
            closing: AtomicBool::new(false),
        });
        let reader = pair.master.try_clone_reader().unwrap();
        let watched = Arc::clone(&seen);
        thread::spawn(move || watched.watch(reader));
        let keyboard = Some(pair.master.take_writer().unwrap());
        Terminal { master: Some(pair.master), _slave: pair.slave, keyboard, seen, status, modes_before }
    }

    /// Types `keys` as the terminal would send them.
    pub(super) fn type_keys(&mut self, keys: &str) {
        let keyboard = self.keyboard.as_mut().unwrap();
        keyboard.write_all(keys.as_bytes()).unwrap();
        keyboard.flush().unwrap();
    }

    /// Changes the size of the window.
    pub(super) fn resize(&mut self, columns: u16, rows: u16) {
        self.seen.parser.lock().unwrap().screen_mut().set_size(cells(rows), cells(columns));
        self.master.as_ref().unwrap().resize(size(columns, rows)).unwrap();
    }

    /// Sends `signal` to the program that has the keyboard, which a shell may have started.
    pub(super) fn signal(&self, signal: Signal) {
        let foreground = self.master.as_ref().unwrap().process_group_leader().unwrap();
        kill_process(Pid::from_raw(foreground).unwrap(), signal).unwrap();
    }

    /// Closes the window.
    pub(super) fn close(&mut self) {
        self.seen.closing.store(true, Ordering::SeqCst);
        // Whoever watches the screen holds the window open, until something is drawn for the last time.
        self.resize(77, 7);
        self.keyboard = None;
        self.master = None;
    }

    /// Waits until the screen is as `wanted`.
    #[track_caller]
    pub(super) fn wait_for(&self, what: &str, wanted: impl Fn(&Screen) -> bool) {
        self.wait_until(what, |parser| wanted(parser.screen()));
    }

    /// Waits until the clipboard holds something that begins with `base64`.
    #[track_caller]
    pub(super) fn wait_for_clipboard(&self, base64: &str) {
        self.wait_until("such text on the clipboard", |parser| parser.callbacks().0.starts_with(base64.as_bytes()));
    }

    #[track_caller]
    fn wait_until(&self, what: &str, wanted: impl Fn(&Parser<Clipboard>) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        let mut parser = self.seen.parser.lock().unwrap();
        while !wanted(&parser) {
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "no {what}:\n{}", parser.screen().contents());
            parser = self.seen.changed.wait_timeout(parser, left).unwrap().0;
        }
    }

    /// Waits until `text` stands on the screen.
    #[track_caller]
    pub(super) fn wait_for_text(&self, text: &str) {
        self.wait_for(&format!("`{text}` on the screen"), |screen| screen.contents().contains(text));
    }

    /// Waits until the program has ended, and returns its exit code.
    #[track_caller]
    pub(super) fn wait_for_end(&self) -> u32 {
        self.status.recv_timeout(PATIENCE).expect("the program goes on").exit_code()
    }

    /// Waits until the screen shows that the terminal was given back.
    #[track_caller]
    pub(super) fn wait_for_return(&self) {
        self.wait_for("sign of a terminal that was given back", |screen| {
            !screen.alternate_screen()
                && !screen.hide_cursor()
                && screen.mouse_protocol_mode() == MouseProtocolMode::None
        });
    }

    /// Checks that the terminal is as it was before the program started in it.
    #[track_caller]
    pub(super) fn assert_given_back(&self) {
        self.wait_for_return();
        assert!(!self.seen.parser.lock().unwrap().screen().bracketed_paste());
        assert_eq!(modes(&**self.master.as_ref().unwrap()), self.modes_before);
    }
}

impl Seen {
    fn watch(&self, mut reader: Box<dyn Read + Send>) {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = reader.read(&mut bytes) {
            self.parser.lock().unwrap().process(&bytes[..count]);
            self.changed.notify_all();
            if self.closing.load(Ordering::SeqCst) {
                return;
            }
        }
    }
}

/// The modes of the line, raw or not, as text that can be compared.
fn modes(master: &(dyn MasterPty + Send)) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

/// vt100 knows no empty window.
fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

fn builder(command: &[&str]) -> CommandBuilder {
    let mut builder = CommandBuilder::new(command[0]);
    builder.args(&command[1..]);
    builder.env_clear();
    builder.cwd(env!("CARGO_MANIFEST_DIR"));
    // Never what whoever runs the tests has corrected.
    builder.env("LINIMASA_DATA", concat!(env!("CARGO_TARGET_TMPDIR"), "/no-data"));
    for (name, value) in [("TERM", "xterm-256color"), ("LC_ALL", "C.UTF-8"), ("PS1", "shell> "), ("PATH", env!("PATH"))]
    {
        builder.env(name, value);
    }
    // Never what whoever runs the tests has set up.
    builder.env("LINIMASA_CONFIG", "/nonexistent");
    builder
}
