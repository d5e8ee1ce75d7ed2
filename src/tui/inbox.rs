//! The one queue that the screen waits on: keys, signals and the answers of workers.

use std::sync::mpsc::{self, Receiver, Sender};

use crate::app::Msg;

/// The most that is taken before a frame is drawn, so that a flood of input cannot stop the screen.
const LARGEST_BATCH: usize = 512;

/// Something that wakes the screen.
#[derive(Debug)]
pub(super) enum Notice {
    Msg(Msg),
    /// The number of a signal that was caught.
    Signal(i32),
    /// The terminal was closed; nothing more can be read from it.
    TerminalGone,
}

/// Everything that is to be dealt with, in the order in which it came.
#[derive(Debug)]
pub struct Inbox {
    sender: Sender<Notice>,
    receiver: Receiver<Notice>,
}

impl Inbox {
    pub fn new() -> Inbox {
        let (sender, receiver) = mpsc::channel();
        Inbox { sender, receiver }
    }

    /// Where workers put their answers.
    pub fn answers(&self) -> impl Fn(Msg) + Clone + Send + 'static {
        let sender = self.sender.clone();
        move |msg| {
            // When nobody listens any more, the program is at its end.
            let _ = sender.send(Notice::Msg(msg));
        }
    }

    /// Waits for an answer. To be used before the screen opens, while nothing else can come.
    pub fn next_answer(&self) -> Option<Msg> {
        match self.receiver.recv() {
            Ok(Notice::Msg(msg)) => Some(msg),
            _ => None,
        }
    }

    pub(super) fn sender(&self) -> Sender<Notice> {
        self.sender.clone()
    }

    /// Waits until there is something, and takes all that is there: a turn of the wheel or a held key sends many
    /// messages and needs one frame.
    pub(super) fn next_batch(&self) -> Vec<Notice> {
        let first = self.receiver.recv().into_iter();
        first.chain(self.receiver.try_iter()).take(LARGEST_BATCH).collect()
    }
}

impl Default for Inbox {
    fn default() -> Self {
        Inbox::new()
    }
}
