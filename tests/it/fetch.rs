//! Fetching from a server that is slow, lies, sends bombs, leads astray or forbids; all on loopback.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use linimasa::ingest::fetch::{Answer, Content, Error, Fetcher, Kind, Proxies, Reason, Request, Settings, Validators};

use linimasa::app::{Effect, Msg};
use linimasa::ingest::{Overrides, Source};
use linimasa::model::Analysis;
use linimasa::runtime::Performer;

use crate::server::{Asked, Reply, Server, Step, open_head};

/// 30 MB of one letter. Made with the compressor of Node.js.
const BROTLI_BOMB: &[u8] = &[
    203, 255, 255, 63, 248, 37, 194, 226, 177, 64, 32, 247, 254, 143, 255, 255, 127, 240, 75, 0, 196, 97, 17, 128, 238,
    253, 31, 255, 255, 255, 224, 151, 0, 136, 195, 2, 0, 221, 251, 191, 252, 27, 78, 194, 47, 1, 16, 135, 5, 0, 58,
    187, 73,
];

/// As patient as a test may be.
pub(crate) fn settings() -> Settings {
    Settings {
        connect: Duration::from_secs(5),
        silence: Duration::from_secs(10),
        total: Duration::from_secs(10),
        pause: Duration::ZERO,
        received_bytes: 500_000,
        decoded_bytes: 1_000_000,
        redirects: 5,
        ..Settings::default()
    }
}

fn get(fetcher: &Fetcher, address: &str, kind: Kind) -> Result<Answer, Error> {
    fetcher.get(&Request { address, kind, validators: &Validators::default() })
}

fn feed(server: &Server, path: &str) -> Result<Answer, Error> {
    get(&Fetcher::new(settings()), &server.url(path), Kind::Feed)
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

#[test]
fn a_plain_answer_comes_with_all_that_the_host_said() {
    let server = Server::start(|_| {
        Reply::ok("Text/Plain; charset=\"ISO-8859-1\"", b"caf\xE9")
            .header("ETag", "W/\"a b,'\\c\"")
            .header("Last-Modified", "yesterday, they say")
    });
    let answer = feed(&server, "/a?b=c#d").unwrap();
    assert_eq!((answer.address, answer.moved), (server.url("/a?b=c#d"), None));
    let known =
        Validators { etag: Some("W/\"a b,'\\c\"".to_owned()), last_modified: Some("yesterday, they say".to_owned()) };
    assert_eq!(answer.validators, known);
    let Content::Fresh { content_type, bytes } = answer.content else { panic!("nothing is known yet") };
    assert_eq!((content_type.essence.as_str(), content_type.charset.as_str()), ("text/plain", "iso-8859-1"));
    assert_eq!(bytes, b"caf\xE9");
    let [asked] = &server.asked()[..] else { panic!("one request") };
    assert_eq!(asked.path, "/a?b=c");
    assert_eq!(asked.header("user-agent"), concat!("linimasa/", env!("CARGO_PKG_VERSION")));
    assert_eq!(asked.header("accept-encoding"), "gzip, deflate, br, zstd");
    assert_eq!((asked.header("cookie"), asked.header("referer")), ("", ""));
}

#[test]
fn validators_are_sent_back_as_they_came() {
    for etag in ["\"plain\"", "W/\"weak\"", "no quotes", "\"sp ace\"", "\"\"", "\"quo\\\"te\"", "\"caf\u{e9}\""] {
        let server = Server::start(|asked| match asked.header("if-none-match") {
            "" => Reply::text("new").header("ETag", etag).header("Last-Modified", "Mon, 99 Nonsense"),
            _ => Reply::status(304),
        });
        let fetcher = Fetcher::new(settings());
        let address = server.url("/");
        let first = get(&fetcher, &address, Kind::Feed).unwrap();
        let second = Request { address: &address, kind: Kind::Feed, validators: &first.validators };
        let second = fetcher.get(&second).unwrap();
        assert_eq!(second.content, Content::NotModified, "{etag}");
        assert_eq!(second.validators, first.validators, "{etag}");
        let asked = server.asked();
        assert_eq!(
            (asked[1].header("if-none-match"), asked[1].header("if-modified-since")),
            (etag, "Mon, 99 Nonsense")
        );
    }
}

#[test]
fn every_compression_is_undone_and_no_bomb_goes_off() {
    let text = "Gempa terasa di Palu. ".repeat(40);
    let body = text.clone();
    let server = Server::start(move |asked| {
        let huge = vec![b'a'; 5_000_000];
        let compressed = |bytes: Vec<u8>, name| Reply::ok("text/plain", bytes).header("Content-Encoding", name);
        match asked.path.as_str() {
            "/gzip" => Reply::text(&body).gzip(),
            "/zstd" => compressed(zstd(body.as_bytes()), "zstd"),
            "/twice" => Reply::ok("text/plain", zstd(body.as_bytes())).header("Content-Encoding", "zstd").gzip(),
            "/bomb/gzip" => Reply::ok("text/plain", huge).gzip(),
            "/bomb/gzip-in-gzip" => Reply::ok("text/plain", huge).gzip().gzip(),
            "/bomb/br" => compressed(BROTLI_BOMB.to_vec(), "br"),
            "/bomb/zstd" => compressed(zstd(&huge), "zstd"),
            "/wrong" => compressed(body.clone().into_bytes(), "gzip"),
            _ => compressed(body.clone().into_bytes(), "sdch"),
        }
    });
    for path in ["/gzip", "/zstd", "/twice"] {
        assert_eq!(feed(&server, path).unwrap().bytes(), text.as_bytes(), "{path}");
    }
    for path in ["/bomb/gzip", "/bomb/gzip-in-gzip", "/bomb/br", "/bomb/zstd"] {
        let error = feed(&server, path).unwrap_err();
        assert!(matches!(error.reason, Reason::TooLarge { limit_bytes: 1_000_000 }), "{path}: {error}");
    }
    for path in ["/wrong", "/unknown"] {
        let error = feed(&server, path).unwrap_err();
        assert!(matches!(error.reason, Reason::Damaged { .. }), "{path}: {error}");
    }
    let whole = Fetcher::new(Settings { decoded_bytes: 30_000_000, ..settings() });
    assert_eq!(get(&whole, &server.url("/bomb/br"), Kind::Feed).unwrap().bytes().len(), 30_000_000);
}

#[test]
fn what_is_too_large_is_left_where_it_is() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/told" => Reply::text("short").length(600_000),
        "/endless" => Reply::raw(vec![open_head(), Step::Endless(vec![b'a'; 4_096])]),
        _ => Reply::raw(vec![Step::Send(b"HTTP/1.1 200 OK\r\nX-Long: ".to_vec()), Step::Endless(vec![b'a'; 4_096])]),
    });
    for path in ["/told", "/endless"] {
        let error = feed(&server, path).unwrap_err();
        assert!(matches!(error.reason, Reason::TooLarge { limit_bytes: 500_000 }), "{path}: {error}");
    }
    let error = feed(&server, "/head").unwrap_err();
    assert!(matches!(error.reason, Reason::NoHttp(_)), "{error}");
}

#[test]
fn nobody_is_waited_for_longer_than_allowed() {
    let short = Duration::from_millis(200);
    let server = Server::start(|asked| match asked.path.as_str() {
        "/nothing" => Reply::raw(vec![Step::Stall]),
        "/head" => Reply::raw(vec![open_head(), Step::Stall]),
        "/body" => Reply::raw(vec![open_head(), Step::Send(b"Gempa".to_vec()), Step::Stall]),
        "/drip" => Reply::raw(vec![open_head(), Step::Drip { byte: b'a', every: Duration::from_millis(5) }]),
        _ => Reply::raw(vec![
            Step::Send(b"HTTP/1.1 200 OK\r\nX: ".to_vec()),
            Step::Drip { byte: b'a', every: Duration::from_millis(5) },
        ]),
    });
    let silent = Fetcher::new(Settings { silence: short, ..settings() });
    let slow = Fetcher::new(Settings { total: short, connect: short, ..settings() });
    for (fetcher, path) in
        [(&silent, "/nothing"), (&silent, "/head"), (&silent, "/body"), (&slow, "/drip"), (&slow, "/drip-head")]
    {
        let started = Instant::now();
        let error = get(fetcher, &server.url(path), Kind::Feed).unwrap_err();
        assert!(matches!(error.reason, Reason::TooSlow(limit) if limit == short), "{path}: {error:?}");
        assert!(started.elapsed() < Duration::from_secs(4), "{path} took {:?}", started.elapsed());
    }
}

#[test]
fn a_host_that_lies_about_length_or_breaks_off_is_told_apart() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/short" => Reply::text("Gempa terasa").length(100),
        "/long" => Reply::text("Gempa terasa").length(5),
        "/chunk" => Reply::raw(vec![Step::Send(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nff\r\nGempa".to_vec(),
        )]),
        "/closed" => Reply::raw(vec![]),
        _ => Reply::raw(vec![Step::Send(b"SSH-2.0-OpenSSH_9.0\r\n\r\n".to_vec())]),
    });
    for path in ["/short", "/chunk"] {
        let error = feed(&server, path).unwrap_err();
        assert!(matches!(error.reason, Reason::CutShort(_)), "{path}: {error:?}");
    }
    // No more than was told is read, and the connection is not used again.
    assert_eq!(feed(&server, "/long").unwrap().bytes(), b"Gempa");
    for path in ["/closed", "/no-http"] {
        let error = feed(&server, path).unwrap_err();
        let told = matches!(error.reason, Reason::CutShort(_) | Reason::NoHttp(_) | Reason::Unreachable(_));
        assert!(told, "{path}: {error:?}");
    }
}

#[test]
fn redirects_are_followed_within_reason() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/moved" => Reply::redirect(301, "/moved-again"),
        "/moved-within" => Reply::redirect(301, "/new#b"),
        "/moved-again" => Reply::redirect(308, "/new?x=1"),
        "/today" => Reply::redirect(302, "/moved"),
        "/moved-then-today" => Reply::redirect(301, "/today-only"),
        "/today-only" => Reply::redirect(307, "/new"),
        "/round" => Reply::redirect(301, "/round"),
        "/file" => Reply::redirect(302, "file:///etc/passwd"),
        "/script" => Reply::redirect(301, "javascript:alert(1)"),
        "/nowhere" => Reply::redirect(301, "http://"),
        "/no-location" => Reply::status(301),
        path if path.starts_with("/on/") => Reply::redirect(302, &format!("{path}x")),
        _ => Reply::text("here"),
    });
    for (path, address, moved) in [
        ("/new", "/new", None),
        ("/moved", "/new?x=1", Some("/new?x=1")),
        ("/moved-within", "/new#b", Some("/new")),
        ("/today", "/new?x=1", None),
        ("/moved-then-today", "/new", Some("/today-only")),
    ] {
        let answer = feed(&server, path).unwrap();
        assert_eq!((answer.address, answer.moved), (server.url(address), moved.map(|it| server.url(it))), "{path}");
    }
    for (path, expected) in [
        ("/round", "more than 5 times"),
        ("/on/", "more than 5 times"),
        ("/file", "leads to `file:///etc/passwd`"),
        ("/script", "leads to `javascript:alert(1)`"),
        ("/nowhere", "leads to `http://`"),
        ("/no-location", "(301)"),
    ] {
        let before = server.asked().len();
        let error = feed(&server, path).unwrap_err().to_string();
        assert!(error.contains(expected) && error.contains(&server.url(path)), "{path}: {error}");
        assert!(server.asked().len() - before <= 6, "{path}");
    }
}

#[test]
fn refusals_say_what_to_do() {
    let server = Server::start(|asked| {
        let (status, after) = asked.path[1..].split_once('/').unwrap();
        let reply = Reply::status(status.parse().unwrap());
        if after.is_empty() { reply } else { reply.header("Retry-After", &after.replace("%20", " ")) }
    });
    for (path, expected) in [
        ("/404/", "does not exist (404)"),
        ("/410/", "does not exist any more"),
        ("/401/", "is not for everybody (401)"),
        ("/403/", "save the page and open the file"),
        ("/429/", "for a while; try again later"),
        ("/503/3600", "it will not be asked before"),
        ("/503/Fri,%2031%20Dec%202032%2010:00:00%20GMT", "it will not be asked before"),
        ("/429/soon", "for a while"),
        ("/500/", "could not be answered by its host (500)"),
        ("/418/", "(418)"),
    ] {
        let error = feed(&server, path).unwrap_err().to_string();
        assert!(error.contains(expected), "{path}: {error}");
    }
    let nobody = {
        let gone = Server::start(|_| Reply::text(""));
        gone.url("/")
    };
    let plain = Server::start(|_| Reply::status(400));
    let tls = plain.url("/").replace("http:", "https:");
    let fetcher = Fetcher::new(settings());
    for (address, expected) in [
        (nobody.as_str(), "could not be reached"),
        (tls.as_str(), "does not speak TLS there; try the address with http://"),
        ("ftp://a.example/", "is no web address"),
        ("file:///etc/passwd", "is no web address"),
        ("http:///", "is no web address"),
        ("berita", "is no web address"),
        ("", "is no web address"),
    ] {
        // Pages are told of as if there were no robots.txt, which is not to be had either.
        for kind in [Kind::Feed, Kind::Page] {
            let error = get(&fetcher, address, kind).unwrap_err().to_string();
            assert!(error.contains(expected) && !error.contains("robots.txt"), "{address}: {error}");
        }
    }
}

#[test]
fn pages_are_fetched_only_as_robots_txt_allows() {
    const RULES: &str = "User-agent: *\nDisallow: /private\nAllow: /private/open\nCrawl-delay: 0.2\n";
    let site = |robots: fn() -> Reply| {
        Server::start(move |asked| match asked.path.as_str() {
            "/robots.txt" => robots(),
            "/to-private" => Reply::redirect(302, "/private/b"),
            _ => Reply::text("Gempa."),
        })
    };
    let server = site(|| Reply::text(RULES));
    let fetcher = Fetcher::new(settings());
    let started = Instant::now();
    for (path, allowed) in [("/a", true), ("/private/b", false), ("/private/open", true), ("/to-private", false)] {
        let found = get(&fetcher, &server.url(path), Kind::Page);
        assert_eq!(found.is_ok(), allowed, "{path}: {found:?}");
    }
    assert!(get(&fetcher, &server.url("/private/feed"), Kind::Feed).is_ok());
    assert_eq!(server.paths(), ["/robots.txt", "/a", "/private/open", "/to-private", "/private/feed"]);
    // Behind each of the three pages there is the pause that the host asked for.
    assert!(started.elapsed() >= Duration::from_millis(600), "{:?}", started.elapsed());

    for (robots, allowed) in [
        ((|| Reply::status(404)) as fn() -> Reply, true),
        (|| Reply::status(403), true),
        (|| Reply::status(500), false),
        (|| Reply::status(503), false),
        (|| Reply::ok("text/html", "<html><body>404, really</body></html>"), true),
        (|| Reply::redirect(301, "/robots.txt"), true),
    ] {
        let server = site(robots);
        let found = get(&Fetcher::new(settings()), &server.url("/a"), Kind::Page);
        assert_eq!(found.is_ok(), allowed, "{:?}: {found:?}", robots());
    }
}

#[test]
fn a_robots_txt_that_could_not_be_had_is_asked_for_again_after_a_while() {
    for (robots_again, paths) in
        [(Duration::from_secs(3600), vec!["/robots.txt"]), (Duration::ZERO, vec!["/robots.txt", "/robots.txt", "/a"])]
    {
        let asked = AtomicUsize::new(0);
        let server = Server::start(move |request| match request.path.as_str() {
            "/robots.txt" if asked.fetch_add(1, Ordering::SeqCst) == 0 => Reply::status(503),
            "/robots.txt" => Reply::status(404),
            _ => Reply::text("Gempa."),
        });
        let fetcher = Fetcher::new(Settings { robots_again, ..settings() });
        let found = [(); 2].map(|()| get(&fetcher, &server.url("/a"), Kind::Page).is_ok());
        assert_eq!((found[0], server.paths()), (false, paths.into_iter().map(str::to_owned).collect()));
    }
}

#[test]
fn a_host_is_asked_one_request_after_the_other() {
    let server = Server::start(|_| Reply::text("Gempa."));
    let pause = Duration::from_millis(60);
    let fetcher = Fetcher::new(Settings { pause, ..settings() });
    let started = Instant::now();
    thread::scope(|scope| {
        for path in ["/a", "/b", "/c", "/d"] {
            let (fetcher, address) = (&fetcher, server.url(path));
            scope.spawn(move || get(fetcher, &address, Kind::Feed).unwrap());
        }
    });
    assert!(started.elapsed() >= pause * 3, "{:?}", started.elapsed());
    assert_eq!(server.asked().len(), 4);
}

#[test]
fn giving_up_ends_every_request_at_once() {
    let server = Server::start(|_| Reply::raw(vec![open_head(), Step::Send(b"Gempa".to_vec()), Step::Stall]));
    let fetcher = Arc::new(Fetcher::new(settings()));
    let address = server.url("/");
    let waiting: Vec<_> = (0..3)
        .map(|_| {
            let (fetcher, address) = (Arc::clone(&fetcher), address.clone());
            thread::spawn(move || get(&fetcher, &address, Kind::Feed))
        })
        .collect();
    server.wait_for(3);
    let started = Instant::now();
    fetcher.cancel();
    for thread in waiting {
        let error = thread.join().unwrap().unwrap_err();
        assert!(matches!(error.reason, Reason::Cancelled), "{error:?}");
    }
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
    assert!(matches!(get(&fetcher, &address, Kind::Feed).unwrap_err().reason, Reason::Cancelled));
    assert_eq!(server.asked().len(), 3);
}

#[test]
fn a_proxy_is_asked_unless_the_host_is_excepted() {
    let server = Server::start(|_| Reply::text("direct"));
    let proxy = Server::start(|asked: &Asked| match asked.method.as_str() {
        "CONNECT" => Reply::status(403),
        _ => Reply::text("by proxy"),
    });
    let through = |except: &str| Proxies {
        http: Some(proxy.url("")),
        https: Some("::no address::".to_owned()),
        except: except.to_owned(),
    };
    let fetch = |except: &str, address: &str| {
        get(&Fetcher::new(Settings { proxies: through(except), ..settings() }), address, Kind::Feed)
    };
    let address = server.url("/");
    let refused = fetch("", &address).unwrap_err();
    assert!(matches!(refused.reason, Reason::Proxy { .. }), "{refused}");
    assert_eq!(proxy.asked()[0].path, server.host());
    assert_eq!(fetch("127.0.0.1", &address).unwrap().bytes(), b"direct");
    assert!(matches!(fetch("", "https://127.0.0.1/").unwrap_err().reason, Reason::Proxy { .. }));
}

#[test]
fn the_screen_opens_an_address_by_a_worker() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/a" => Reply::text("Gempa terasa di Palu."),
        _ => Reply::status(404),
    });
    let sources = ["/a", "/b"].map(|path| Source::from_argument(server.url(path).into()));
    let analyser = Arc::new(|_: &_, _: &_| Analysis::default());
    let performer = Performer::new(&sources, Overrides::default(), analyser);
    let load = |document: usize| performer.perform(Effect::Load { document, path: sources[document].id().into() });
    assert!(matches!(load(0), Some(Msg::Loaded { document: 0, article }) if article.body == "Gempa terasa di Palu."));
    assert!(matches!(load(1), Some(Msg::LoadFailed { document: 1, reason }) if reason.contains(&server.url("/b"))));
}
