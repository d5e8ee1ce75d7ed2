//! A few threads that take effects from one queue, and one more that keeps what the reader does, in order.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use super::Performer;
use crate::app::{Effect, Msg};

/// More threads would only compete for the same disk.
const MOST_THREADS: usize = 4;

/// The threads that work beside the screen. They end with the program, or when this is dropped and their work is
/// done; a read that never ends is not waited for.
pub struct Workers {
    queue: Sender<Effect>,
    keeping: Sender<Effect>,
    keeper: JoinHandle<()>,
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
        // At least three, so that a slow pipe and a refresh do not hold up the rest.
        let threads = thread::available_parallelism().map_or(3, |cores| cores.get().clamp(3, MOST_THREADS));
        for _ in 0..threads {
            let waiting = Arc::clone(&waiting);
            spawn("worker", &performer, answer.clone(), move || next(&waiting))?;
        }
        let (keeping, kept) = mpsc::channel();
        let keeper = spawn("keeper", &performer, answer, move || kept.recv().ok())?;
        Ok(Workers { queue, keeping, keeper })
    }

    /// Has `effect` done when a thread is free; what the reader changes, in the order in which it comes here.
    pub fn perform(&self, effect: Effect) {
        let queue = match &effect {
            Effect::Shelf(ask) if ask.is_of_reader() => &self.keeping,
            Effect::Correct(_) => &self.keeping,
            _ => &self.queue,
        };
        // The threads hold the other end for as long as `self` lives.
        let _ = queue.send(effect);
    }

    /// Waits until all that the reader changed is kept; nothing else is waited for.
    pub fn finish(self) {
        drop(self.keeping);
        // A panic in it was told of where it happened.
        let _ = self.keeper.join();
    }
}

fn spawn(
    name: &str,
    performer: &Arc<Performer>,
    answer: impl Fn(Msg) + Send + 'static,
    next: impl Fn() -> Option<Effect> + Send + 'static,
) -> io::Result<JoinHandle<()>> {
    let performer = Arc::clone(performer);
    thread::Builder::new().name(name.to_owned()).spawn(move || {
        while let Some(effect) = next() {
            performer.run(effect, &answer);
        }
    })
}

/// The next effect, or `None` when no more can come.
fn next(waiting: &Mutex<Receiver<Effect>>) -> Option<Effect> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}
