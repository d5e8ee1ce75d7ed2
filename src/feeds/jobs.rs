//! What is to be fetched, dealt to threads so that no two ask the same host.

use std::collections::{HashSet, VecDeque};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::ingest::fetch::{origin, web_address};

/// A queue for each host, in the order in which they came up.
pub(super) struct Jobs<J> {
    state: Mutex<State<J>>,
    changed: Condvar,
}

struct State<J> {
    waiting: VecDeque<(String, J)>,
    /// Hosts that a thread is asking.
    busy: HashSet<String>,
    is_closed: bool,
}

impl<J> Jobs<J> {
    pub(super) fn new() -> Jobs<J> {
        let state = State { waiting: VecDeque::new(), busy: HashSet::new(), is_closed: false };
        Jobs { state: Mutex::new(state), changed: Condvar::new() }
    }

    /// Adds something to be fetched from `address`.
    pub(super) fn push(&self, address: &str, job: J) {
        self.state().waiting.push_back((host(address), job));
        self.changed.notify_one();
    }

    /// Leaves out what waits to be fetched from the host of `address` and is of a kind; how many that were.
    pub(super) fn forget(&self, address: &str, is_of_kind: impl Fn(&J) -> bool) -> usize {
        let host = host(address);
        let mut state = self.state();
        let before = state.waiting.len();
        state.waiting.retain(|(waiting, job)| *waiting != host || !is_of_kind(job));
        before - state.waiting.len()
    }

    /// No more will be done.
    pub(super) fn close(&self) {
        self.state().is_closed = true;
        self.changed.notify_all();
    }

    /// The next job whose host is free, and the host, which is busy until [`Jobs::release`]; `None` when there will be no more.
    pub(super) fn next(&self) -> Option<(String, J)> {
        let mut state = self.state();
        loop {
            if state.is_closed {
                return None;
            }
            let free = state.waiting.iter().position(|(host, _)| !state.busy.contains(host));
            if let Some((host, job)) = free.and_then(|at| state.waiting.remove(at)) {
                state.busy.insert(host.clone());
                return Some((host, job));
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    pub(super) fn release(&self, host: &str) {
        self.state().busy.remove(host);
        self.changed.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State<J>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Addresses that make no sense are nobody's.
fn host(address: &str) -> String {
    web_address(address).map(|address| origin(&address)).unwrap_or_default()
}
