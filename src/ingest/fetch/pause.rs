//! The pause between two requests to one host, which can be cut short by giving up.

use std::collections::HashMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::Reason;

/// When each host may be asked again.
#[derive(Debug, Default)]
pub(super) struct Pauses {
    state: Mutex<State>,
    cancelled: Condvar,
}

#[derive(Debug, Default)]
struct State {
    is_cancelled: bool,
    next: HashMap<String, Instant>,
}

impl Pauses {
    /// Waits for the turn of this request to `host`; the one after it comes not before `gap`.
    ///
    /// # Errors
    ///
    /// [`Reason::Cancelled`].
    pub(super) fn wait(&self, host: &str, gap: Duration) -> Result<(), Reason> {
        let mut state = self.state();
        let turn = state.next.get(host).copied().unwrap_or_else(Instant::now).max(Instant::now());
        state.next.insert(host.to_owned(), turn + gap);
        loop {
            let left = turn.saturating_duration_since(Instant::now());
            if state.is_cancelled {
                return Err(Reason::Cancelled);
            }
            if left.is_zero() {
                return Ok(());
            }
            state = self.cancelled.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    pub(super) fn cancel(&self) {
        self.state().is_cancelled = true;
        self.cancelled.notify_all();
    }

    pub(super) fn is_cancelled(&self) -> bool {
        self.state().is_cancelled
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_host_has_its_own_pause_and_giving_up_ends_it() {
        let pauses = Pauses::default();
        let long = Duration::from_secs(3_600);
        pauses.wait("a", long).unwrap();
        let before = Instant::now();
        pauses.wait("b", Duration::from_millis(30)).unwrap();
        pauses.wait("b", long).unwrap();
        assert!(before.elapsed() >= Duration::from_millis(30), "{:?}", before.elapsed());
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| pauses.wait("a", long));
            pauses.cancel();
            assert!(matches!(waiting.join().unwrap(), Err(Reason::Cancelled)));
        });
    }
}
