//! One line on standard error that says how far a long work is, where that is a terminal.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// How often the line may change.
const PAUSE: Duration = Duration::from_millis(100);

/// How much of a work is done.
pub(super) struct Progress {
    total: usize,
    started: Instant,
    /// When the line was written last; `None` while there is none.
    shown: Option<Instant>,
    is_seen: bool,
}

impl Progress {
    pub(super) fn new(total: usize) -> Progress {
        Progress { total, started: Instant::now(), shown: None, is_seen: io::stderr().is_terminal() && total > 1 }
    }

    /// Says that `done` are done, unless it was said a moment ago.
    pub(super) fn show(&mut self, done: usize) {
        if self.is_seen && self.shown.is_none_or(|shown| shown.elapsed() >= PAUSE) {
            self.shown = Some(Instant::now());
            let _ = write!(io::stderr(), "\r{}\u{1b}[K", line(done, self.total, self.started.elapsed()));
        }
    }

    /// Takes the line away, so that others can be written.
    pub(super) fn clear(&mut self) {
        if self.shown.take().is_some() {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}

/// `340/1200  85/s  10 s left`
fn line(done: usize, total: usize, elapsed: Duration) -> String {
    let rate = done as f64 / elapsed.as_secs_f64().max(0.001);
    let left = (total - done.min(total)) as f64 / rate.max(0.001);
    let left = match left as u64 {
        seconds @ 0..120 => format!("{seconds} s"),
        seconds => format!("{} min", seconds.div_ceil(60)),
    };
    format!("{done}/{total}  {rate:.0}/s  {left} left")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn count_rate_and_time_left_are_told() {
        assert_eq!(line(340, 1_200, Duration::from_secs(4)), "340/1200  85/s  10 s left");
        assert_eq!(line(10, 10_000, Duration::from_secs(10)), "10/10000  1/s  167 min left");
        assert_eq!(line(5, 5, Duration::ZERO), "5/5  5000/s  0 s left");
    }
}
