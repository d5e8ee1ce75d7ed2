//! A refresh that is killed at any moment.
//!
//! The process that is killed is this test program, which runs one of its own tests over a library that is told; so it starts in
//! milliseconds and the kills fall where the work is done.

use std::collections::HashSet;
use std::env;
use std::io::{self, Write};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use linimasa::feeds::{Outcome, Refresh, Summary};
use linimasa::ingest::fetch::Fetcher;
use linimasa::library::Library;

use super::{feed_of, following, headlines, unanalysed};
use crate::fetch::settings;
use crate::server::Server;

const ROUNDS: usize = 200;
const FEEDS: usize = 4;
const ITEMS: usize = 3;

/// Names the library that the process to be killed refreshes.
const VARIABLE: &str = "LINIMASA_TEST_KILLED";

/// Refreshes the library that is told, and tells what was taken; an empty one, where none is.
#[test]
fn a_refresh_tells_what_it_took() {
    let empty = tempfile::tempdir().unwrap();
    let told = env::var_os(VARIABLE);
    let mut library = Library::open(told.as_ref().map_or(empty.path(), |folder| folder.as_ref())).unwrap();
    let feeds = library.feeds().unwrap();
    let fetcher = Arc::new(Fetcher::new(settings()));
    let refresh = Refresh { library: &mut library, fetcher, analyse: &unanalysed, now: jiff::Timestamp::now() };
    let summary = refresh.run(&feeds, &mut |progress| {
        assert_eq!(progress.outcome, Outcome::News { new: ITEMS, changed: 0 });
        writeln!(io::stdout(), "\nnews {}", progress.feed.address).unwrap();
    });
    let new = feeds.len() * ITEMS;
    assert_eq!(summary.unwrap(), Summary { new, answered: feeds.len(), ..Summary::default() });
}

#[test]
fn a_killed_refresh_loses_nothing_that_was_told() {
    let round = Arc::new(AtomicUsize::new(0));
    let servers: Vec<Server> = (0..FEEDS).map(|number| feed_with_news(number, Arc::clone(&round))).collect();
    let folder = tempfile::tempdir().unwrap();
    let addresses: Vec<String> = servers.iter().map(|server| server.url("/feed")).collect();
    drop(following(folder.path(), &addresses));
    // How long a whole run takes is measured here, so that kills fall everywhere within it.
    let started = Instant::now();
    assert_eq!(refreshing(folder.path()).wait_with_output().unwrap().status.code(), Some(0));
    let whole = started.elapsed();
    let mut kept = headlines(&Library::open(folder.path()).unwrap()).len();
    assert_eq!(kept, FEEDS * ITEMS);
    let mut whole_rounds = 0;
    for attempt in 1..=ROUNDS {
        round.store(attempt, Ordering::SeqCst);
        let mut child = refreshing(folder.path());
        std::thread::sleep(whole * u32::try_from(attempt).unwrap() / u32::try_from(ROUNDS).unwrap());
        let _ = child.kill();
        let output = child.wait_with_output().unwrap();
        let stdout = String::from_utf8_lossy(&output.stdout);
        let told: HashSet<&str> = stdout.lines().filter_map(|line| line.strip_prefix("news ")).collect();

        let library = Library::open(folder.path()).unwrap();
        let found = headlines(&library);
        let number = |headline: &&String| headline.ends_with(&format!("putaran {attempt}"));
        let of_this_round = found.iter().filter(number).count();
        // What was told of is there, with all its items; no feed is there in part; nothing of before is gone.
        assert!(of_this_round >= told.len() * ITEMS, "{attempt}: {of_this_round} are kept of {told:?}");
        assert_eq!(of_this_round % ITEMS, 0, "{attempt}");
        assert_eq!(found.len(), kept + of_this_round, "{attempt}");
        assert_eq!(library.check().unwrap(), Vec::<String>::new(), "{attempt}");
        kept = found.len();
        whole_rounds += usize::from(of_this_round == FEEDS * ITEMS);
    }
    assert!(kept > FEEDS * ITEMS && whole_rounds < ROUNDS, "kills fell all too early or all too late: {whole_rounds}");
}

/// A host of its own, whose feed tells something new in every round.
fn feed_with_news(number: usize, round: Arc<AtomicUsize>) -> Server {
    Server::start(move |_| {
        let round = round.load(Ordering::SeqCst);
        let item = |item| (format!("/{round}/{item}"), format!("Kabar {number} {item} putaran {round}"));
        let items: Vec<(String, String)> = (0..ITEMS).map(item).collect();
        let items: Vec<(&str, &str)> = items.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        feed_of(&items)
    })
}

fn refreshing(folder: &std::path::Path) -> std::process::Child {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", "feeds::killed::a_refresh_tells_what_it_took", "--nocapture"]).env(VARIABLE, folder);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}
