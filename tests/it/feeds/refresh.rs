//! A refresh over a library in the same process.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use linimasa::feeds::{Outcome, Refresh};
use linimasa::ingest::fetch::{Fetcher, Settings};
use linimasa::library::{Library, Query};
use linimasa::model::{Analysis, Article};

use super::{feed_of, following, headlines, news, refresh, refresh_with, rss, unanalysed};
use crate::fetch::settings;
use crate::server::{Reply, Server, Step, open_head};

fn failed(outcome: &Outcome) -> &str {
    match outcome {
        Outcome::Failed { reason } | Outcome::Gone { reason } => reason,
        other => panic!("it did not fail: {other:?}"),
    }
}

#[test]
fn one_dead_feed_among_three_keeps_its_reason_and_the_others_are_there() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/b" => Reply::status(500),
        path => feed_of(&[(&format!("{path}/1"), &format!("Berita {path}"))]),
    });
    let folder = tempfile::tempdir().unwrap();
    let mut library = following(folder.path(), &["/a", "/b", "/c"].map(|path| server.url(path)));
    for round in 1..=2 {
        let (summary, outcomes) = refresh(&mut library);
        assert_eq!((summary.answered, summary.failed, summary.cancelled), (2, 1, false));
        assert!(failed(&outcomes[1].1).contains("(500); try again later"), "{outcomes:?}");
        assert_eq!(headlines(&library), ["Berita /a", "Berita /c"]);
        let feeds = library.feeds().unwrap();
        let dead = feeds.iter().find(|feed| feed.address.ends_with("/b")).unwrap();
        assert!(dead.failure.as_ref().unwrap().contains(&server.url("/b")), "{dead:?}");
        assert_eq!((dead.failures, dead.succeeded.is_some(), dead.checked.is_some()), (round, false, true));
        let alive = feeds.iter().find(|feed| feed.address.ends_with("/a")).unwrap();
        assert_eq!((alive.failures, &alive.failure, alive.articles, alive.title.as_str()), (0, &None, 1, "Kabar"));
    }
}

#[test]
fn what_is_known_costs_nothing_and_what_changed_is_a_version() {
    let round = Arc::new(AtomicUsize::new(0));
    let current = Arc::clone(&round);
    let server = Server::start(move |asked| {
        let etag = format!("W/\"{}\"", current.load(Ordering::SeqCst));
        if asked.header("if-none-match") == etag {
            return Reply::status(304);
        }
        let second = if etag == "W/\"0\"" { "Dua" } else { "Dua, dua kali" };
        feed_of(&[("/1", "Satu"), ("/2", second)]).header("ETag", &etag)
    });
    let folder = tempfile::tempdir().unwrap();
    let mut library = following(folder.path(), &[server.url("/feed")]);
    assert_eq!(refresh(&mut library).1[0].1, news(2, 0));
    assert_eq!(refresh(&mut library).1[0].1, Outcome::Unchanged);
    round.store(1, Ordering::SeqCst);
    assert_eq!(refresh(&mut library).1[0].1, news(0, 1));
    assert_eq!(headlines(&library), ["Dua, dua kali", "Satu"]);
    // What the reader takes out does not come back, whatever the feed says of it.
    let found = library.list(&Query::everything(), 9).unwrap();
    for found in found {
        library.remove(found.id).unwrap();
    }
    round.store(2, Ordering::SeqCst);
    assert_eq!(refresh(&mut library).1[0].1, news(0, 0));
    assert_eq!(headlines(&library), Vec::<String>::new());
    assert_eq!(library.check().unwrap(), Vec::<String>::new());
}

#[test]
fn a_host_decides_where_and_when_it_is_asked() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/moved" => Reply::redirect(301, "/new"),
        "/moved-onto" => Reply::redirect(308, "/plain"),
        "/today" => Reply::redirect(302, "/other"),
        "/gone" => Reply::status(410),
        "/busy" => Reply::status(429).header("Retry-After", "3600"),
        "/tired" => Reply::status(503),
        path => feed_of(&[(&format!("{path}/1"), &format!("Berita {path}"))]),
    });
    let folder = tempfile::tempdir().unwrap();
    let paths = ["/moved", "/moved-onto", "/today", "/gone", "/busy", "/tired", "/plain"];
    let mut library = following(folder.path(), &paths.map(|path| server.url(path)));
    let (summary, _) = refresh(&mut library);
    assert_eq!((summary.answered, summary.failed), (4, 3));
    let mut addresses: Vec<String> = library.feeds().unwrap().into_iter().map(|feed| feed.address).collect();
    addresses.sort();
    let expected = ["/busy", "/gone", "/new", "/plain", "/tired", "/today"].map(|path| server.url(path));
    assert_eq!(addresses, expected);

    let before = server.asked().len();
    let (summary, outcomes) = refresh(&mut library);
    let asked: Vec<String> = server.paths().split_off(before);
    assert!(!asked.iter().any(|path| path == "/gone" || path == "/busy" || path == "/moved"), "{asked:?}");
    assert!(matches!(outcomes[0], (ref path, Outcome::Waits { .. }) if path == "busy"), "{outcomes:?}");
    assert_eq!(outcomes[1], ("gone".to_owned(), Outcome::Stopped));
    assert_eq!((summary.answered, summary.failed), (3, 1));
}

#[test]
fn whole_texts_are_fetched_where_they_are_wanted_and_both_versions_kept() {
    const WHOLE: &str = "Satu, selengkapnya.\n\nKata Ayu Lestari panjang lebar.\n";
    let server = Server::start(|asked| match asked.path.as_str() {
        "/robots.txt" => Reply::text("User-agent: *\nDisallow: /secret\n"),
        "/1" => Reply::text(WHOLE),
        "/2" => Reply::status(404),
        "/secret" => Reply::text(WHOLE),
        "/page" => Reply::ok("text/html", "<html><body><p>Empat"),
        _ => feed_of(&[("/1", "Satu"), ("/2", "Dua"), ("/secret", "Tiga"), ("/page", "Empat")]),
    });
    let folder = tempfile::tempdir().unwrap();
    let mut library = following(folder.path(), &[server.url("/feed")]);
    refresh(&mut library);
    assert_eq!(server.paths(), ["/feed"]);
    let feed = library.feeds().unwrap()[0].id;
    library.set_full_text(feed, true).unwrap();
    let (_, outcomes) = refresh(&mut library);
    let count = |wanted: fn(&Outcome) -> bool| outcomes.iter().filter(|(_, outcome)| wanted(outcome)).count();
    assert_eq!(count(|it| matches!(it, Outcome::Page { .. })), 1, "{outcomes:?}");
    assert_eq!(count(|it| matches!(it, Outcome::PageFailed { .. })), 3, "{outcomes:?}");
    let found = library.search(&Query::parse("lestari").unwrap(), 9).unwrap();
    let whole = library.article(found[0].id).unwrap().unwrap();
    assert_eq!(whole.body, "Satu, selengkapnya.\nKata Ayu Lestari panjang lebar.");
    assert_eq!((whole.title.as_deref(), whole.outlet.as_deref()), (Some("Satu"), Some("Kabar")));
    assert_eq!(library.raw(found[0].id).unwrap().as_deref(), Some(WHOLE.as_bytes()));
    assert!(!server.paths().contains(&"/secret".to_owned()));
    // Neither version is fetched or added again.
    let before = server.asked().len();
    assert_eq!(refresh(&mut library).1.len(), 1);
    assert_eq!(server.asked().len() - before, 1);
    assert_eq!(headlines(&library).len(), 4);
}

#[test]
fn a_feed_that_tells_less_does_not_take_the_place_of_the_whole_text() {
    let round = Arc::new(AtomicUsize::new(0));
    let asked = Arc::clone(&round);
    let server =
        Server::start(move |_| feed_of(&[("/1", ["Satu", "Satu lagi", "Satu saja"][asked.load(Ordering::SeqCst)])]));
    let folder = tempfile::tempdir().unwrap();
    let mut library = following(folder.path(), &[server.url("/feed")]);
    refresh(&mut library);
    let id = library.list(&Query::everything(), 9).unwrap()[0].id;
    let whole =
        Article { body: "Satu, selengkapnya, kata Ayu Lestari.".into(), ..library.article(id).unwrap().unwrap() };
    library.take_page_of(id, &whole, &Analysis::default(), b"page").unwrap();
    for told in [1, 2] {
        round.store(told, Ordering::SeqCst);
        refresh(&mut library);
        assert_eq!(library.article(id).unwrap().unwrap().body, whole.body, "round {told}");
        assert_eq!(library.versions(id).unwrap().len(), 2, "round {told}");
    }
}

#[test]
fn the_same_article_of_two_feeds_is_one() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/a" => feed_of(&[("https://k.example/1?utm_source=a", "Satu yang panjang sekali judulnya")]),
        _ => feed_of(&[("https://k.example/1?utm_source=b#x", "Satu")]),
    });
    let folder = tempfile::tempdir().unwrap();
    let mut library = following(folder.path(), &[server.url("/a")]);
    refresh(&mut library);
    let mut library = following(folder.path(), &[server.url("/b")]);
    refresh(&mut library);
    refresh(&mut library);
    // The shorter of the two does not hide the longer.
    assert_eq!(headlines(&library), ["Satu yang panjang sekali judulnya"]);
}

#[test]
fn three_thousand_items_are_taken_at_once() {
    let titles: Vec<(String, String)> =
        (0..3_000).map(|n| (format!("/{n}"), format!("Berita nomor {n} dari Ambon"))).collect();
    let items: Vec<(&str, &str)> = titles.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let body = rss(&items);
    let server = Server::start(move |_| Reply::ok("application/rss+xml", body.clone()).gzip());
    let folder = tempfile::tempdir().unwrap();
    let mut library = following(folder.path(), &[server.url("/feed")]);
    assert_eq!(refresh(&mut library).1[0].1, news(3_000, 0));
    assert_eq!(refresh(&mut library).1[0].1, news(0, 0));
}

#[test]
fn giving_up_in_the_middle_keeps_what_was_told_before() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/a-quick" => feed_of(&[("/1", "Satu")]),
        _ => Reply::raw(vec![open_head(), Step::Stall]),
    });
    // Hosts are asked one after the other, so that the slow ones need their own.
    let slow: Vec<Server> = (0..3).map(|_| Server::start(|_| Reply::raw(vec![open_head(), Step::Stall]))).collect();
    let mut addresses = vec![server.url("/a-quick"), server.url("/slow"), server.url("/never-asked")];
    addresses.extend(slow.iter().map(|slow| slow.url("/feed")));
    let folder = tempfile::tempdir().unwrap();
    let mut library = following(folder.path(), &addresses);
    let feeds = library.feeds().unwrap();
    // So long a pause that the host of the first is asked no second time.
    let fetcher = Arc::new(Fetcher::new(Settings { pause: Duration::from_secs(3_600), ..settings() }));
    let (for_report, mut told) = (Arc::clone(&fetcher), 0);
    let refresh = Refresh { library: &mut library, fetcher, analyse: &unanalysed, now: jiff::Timestamp::now() };
    let started = Instant::now();
    let summary = refresh
        .run(&feeds, &mut |_| {
            told += 1;
            // The first to answer; the others never will.
            slow.iter().for_each(|slow| slow.wait_for(1));
            for_report.cancel();
        })
        .unwrap();
    assert!(started.elapsed() < Duration::from_secs(8), "{:?}", started.elapsed());
    assert_eq!((told, summary.cancelled, summary.new, summary.failed), (1, true, 1, 0));
    assert_eq!(headlines(&library), ["Satu"]);
    // Nobody is blamed for it.
    assert!(library.feeds().unwrap().iter().all(|feed| feed.failures == 0));
    assert!(!server.paths().contains(&"/never-asked".to_owned()));
}

#[test]
fn hostile_feeds_fail_alone() {
    let patience = Duration::from_secs(1);
    let hostile = |reply: fn() -> Reply| Server::start(move |_| reply());
    let servers = [
        (hostile(|| Reply::raw(vec![Step::Stall])), "did not answer within"),
        (
            hostile(|| Reply::raw(vec![open_head(), Step::Drip { byte: b'<', every: Duration::from_millis(5) }])),
            "did not answer",
        ),
        (hostile(|| Reply::raw(vec![open_head(), Step::Endless(b"<item>".repeat(1_000))])), "is larger than"),
        (hostile(|| feed_of(&[("/1", "Satu")]).length(9_999)), "broke off in the middle"),
        (hostile(|| Reply::ok("text/html", "<html><body>x")), "is a web page and no feed"),
        (hostile(|| Reply::redirect(301, "/again")), "leads on and on"),
        (hostile(|| Reply::redirect(301, "file:///etc/passwd")), "leads to `file:///etc/passwd`"),
        (hostile(|| Reply::ok("text/xml", "")), "is empty"),
    ];
    let good = hostile(|| feed_of(&[("/1", "Satu")]));
    let folder = tempfile::tempdir().unwrap();
    let mut addresses: Vec<String> = servers.iter().map(|(server, _)| server.url("/feed")).collect();
    addresses.push(good.url("/feed"));
    let mut library = following(folder.path(), &addresses);
    let settings = Settings { silence: patience, total: patience * 3, connect: patience * 3, ..settings() };
    let (summary, _) = refresh_with(&mut library, settings);
    assert_eq!((summary.answered, summary.failed), (1, servers.len()));
    let feeds = library.feeds().unwrap();
    for (server, expected) in &servers {
        let feed = feeds.iter().find(|feed| feed.address == server.url("/feed")).unwrap();
        assert!(feed.failure.as_ref().unwrap().contains(expected), "{expected}: {:?}", feed.failure);
    }
    assert_eq!(headlines(&library), ["Satu"]);
}

#[test]
fn two_programs_may_refresh_at_once() {
    let server = Server::start(|asked| feed_of(&[(&format!("{}/1", asked.path), &format!("Berita {}", asked.path))]));
    let folder = tempfile::tempdir().unwrap();
    let addresses: Vec<String> = (0..8).map(|n| server.url(&format!("/{n}"))).collect();
    drop(following(folder.path(), &addresses));
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                let mut library = Library::open(folder.path()).unwrap();
                let (summary, _) = refresh(&mut library);
                assert_eq!(summary.answered, 8);
            });
        }
    });
    let library = Library::open(folder.path()).unwrap();
    assert_eq!(headlines(&library).len(), 8);
    assert_eq!(library.check().unwrap(), Vec::<String>::new());
}
