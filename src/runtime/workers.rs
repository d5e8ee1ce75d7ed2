//! A few threads that take effects from one queue.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::{io, thread};

use super::Performer;
use crate::app::{Effect, Msg};

/// More threads would only compete for the same disk.
const MOST_THREADS: usize = 4;

/// The threads that work beside the screen. They end with the program, or when this is dropped and their work is
/// done; a read that never ends is not waited for.
pub struct Workers {
    queue: Sender<Effect>,
}

impl Workers {
    /// Starts the threads. Each answer goes to `answer`, in the order in which the work is done.
    ///
    /// # Errors
    ///
    /// Where the system gives no thread.
    pub fn start(performer: Performer, answer: impl Fn(Msg) + Clone + Send + 'static) -> io::Result<Workers> {
        let (queue, waiting) = mpsc::channel();
        let waiting = Arc::new(Mutex::new(waiting));
        let performer = Arc::new(performer);
        // At least two, so that a slow pipe does not hold up the files.
        let threads = thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, MOST_THREADS));
        for _ in 0..threads {
            let (waiting, performer, answer) = (Arc::clone(&waiting), Arc::clone(&performer), answer.clone());
            thread::Builder::new().name("worker".to_owned()).spawn(move || {
                while let Some(effect) = next(&waiting) {
                    performer.perform(effect).into_iter().for_each(&answer);
                }
            })?;
        }
        Ok(Workers { queue })
    }

    /// Has `effect` done when a thread is free.
    pub fn perform(&self, effect: Effect) {
        // The threads hold the other end for as long as `self` lives.
        let _ = self.queue.send(effect);
    }
}

/// The next effect, or `None` when no more can come.
fn next(waiting: &Mutex<Receiver<Effect>>) -> Option<Effect> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}
