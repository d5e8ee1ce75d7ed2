//! What the commands promise.

use std::fs;

use super::{feed_of, rss};
use crate::program::{finish, linimasa, run, told};
use crate::server::{Reply, Server, Step, open_head};

fn site() -> Server {
    Server::start(|asked| match asked.path.as_str() {
        "/" => Reply::ok(
            "text/html",
            "<html><head><link rel=alternate type=application/rss+xml href=/feed title=Semua>\
             <link rel=alternate type=application/rss+xml href=/comments/feed title=Komentar>",
        ),
        "/feed" if asked.header("if-none-match") == "\"1\"" => Reply::status(304),
        "/feed" => feed_of(&[("/1", "Banjir di Demak"), ("/2", "Gempa di Palu")]).header("ETag", "\"1\""),
        "/unnamed/" => Reply::ok("text/html", "<html><p>x"),
        "/unnamed/feed" => feed_of(&[("/3", "Panen di Lereng")]),
        "/article" | "/article?utm_source=x" => Reply::text("Ayu Lestari tiba di Ambon pada 3 Maret 2024.\n"),
        "/page" => Reply::ok("text/html", "<html><p>x"),
        _ => Reply::status(404),
    })
}

#[test]
fn the_commands_keep_their_promises() {
    let server = site();
    let (page, feed, dead) = (server.url("/"), server.url("/feed"), server.url("/dead"));
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let list = format!(
        "<opml><body><outline text='Jauh'><outline xmlUrl='{dead}' text='Mati'/></outline><outline xmlUrl='{feed}' category='/Dekat'/><outline xmlUrl='x'/></body></opml>"
    );
    fs::write(at.join("list.opml"), list).unwrap();
    let cases: &[(&[&str], i32, &str, &str)] = &[
        (&["feed", "list"], 0, "", ""),
        (&["feed", "add", &page], 0, &format!("new\t1\t2\tKabar\t{feed}\n"), "/comments/feed Komentar"),
        (&["feed", "add", &feed, "--label", "Berita / Daerah"], 0, &format!("known\t1\t0\tKabar\t{feed}\n"), ""),
        (&["feed", "add", &server.url("/unnamed/")], 0, "new\t2\t1\tKabar\t", ""),
        (&["feed", "add", &dead, "berita"], 2, "", "does not exist (404)"),
        (&["feed", "add", &server.url("/article")], 2, "", "is no feed"),
        (&["list"], 0, "Banjir di Demak\n", ""),
        (&["search", "gempa"], 0, "[Gempa] di Palu", ""),
        (&["feed", "list"], 0, &format!("1\tok\t2\tKabar\t{feed}\n"), ""),
        (
            &["feed", "list", "--json"],
            0,
            "\"labels\":[\"Berita/Daerah\"],\"state\":\"ok\",\"articles\":2,\"full_text\":false",
            "",
        ),
        (&["feed", "refresh", "1"], 0, "same\t1\t0\t0\tKabar\n", ""),
        (&["feed", "import", "list.opml"], 1, "new\t1\nknown\t1\n", "1 of them were left out"),
        (&["feed", "import", "none.opml"], 2, "", "none.opml` does not exist; look at the spelling"),
        (&["feed", "list"], 0, &format!("3\tnew\t0\tMati\t{dead}\n"), ""),
        (&["feed", "refresh"], 1, "same\t1\t0\t0\tKabar\n", &format!("`{dead}` does not exist (404)")),
        (&["feed", "list"], 0, &format!("3\tfailed\t0\tMati\t{dead}\t`{dead}` does not exist (404)"), ""),
        (
            &["feed", "export"],
            0,
            &format!(
                "<outline text=\"Daerah\">\n        <outline type=\"rss\" text=\"Kabar\" title=\"Kabar\" xmlUrl=\"{feed}\""
            ),
            "",
        ),
        (&["feed", "set", &feed, "--full-text", "on"], 0, "", ""),
        (&["feed", "list", "--json"], 0, "\"full_text\":true", ""),
        (&["feed", "set", "77", "--full-text", "off"], 2, "", "there is no feed `77`"),
        (&["feed", "rm", "2", "77"], 1, "", "there is no feed `77`"),
        (&["feed", "refresh", "2"], 2, "", "there is no feed `2`"),
        (&["list"], 0, "Panen di Lereng\n", ""),
        (&["check"], 0, "sound", ""),
    ];
    for (arguments, expected_code, expected, complaint) in cases {
        let (code, stdout, stderr) = run(at, arguments);
        assert_eq!(code, Some(*expected_code), "{arguments:?}: {stdout}{stderr}");
        assert!(stdout.contains(expected) && (stdout.is_empty() == expected.is_empty()), "{arguments:?}: {stdout}");
        assert!(stderr.contains(complaint) && (stderr.is_empty() == complaint.is_empty()), "{arguments:?}: {stderr}");
    }
    // A list goes into another library as it came out of this one.
    let (_, exported, _) = run(at, &["feed", "export"]);
    let other = tempfile::tempdir().unwrap();
    fs::write(other.path().join("list.opml"), &exported).unwrap();
    assert_eq!(run(other.path(), &["feed", "import", "list.opml"]).1, "new\t2\nknown\t0\n");
    assert_eq!(run(other.path(), &["feed", "import", "list.opml"]).1, "new\t0\nknown\t2\n");
    assert_eq!(run(other.path(), &["feed", "export"]).1, exported);
    let list = Server::start(move |_| Reply::ok("text/x-opml", exported.clone()));
    assert_eq!(run(other.path(), &["feed", "import", &list.url("/list")]).1, "new\t0\nknown\t2\n");
}

#[test]
fn a_feed_is_followed_once_however_its_address_is_written() {
    let server = site();
    let (feed, host) = (server.url("/feed"), server.host());
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let marked = format!("{feed}#atas");
    for (written, known) in [
        (marked.clone(), "new\t1\t2"),
        (feed.clone(), "known\t1\t0"),
        (format!("feed://{host}/feed"), "known\t1\t0"),
        (format!("FEED:{feed}#x"), "known\t1\t0"),
    ] {
        let (_, stdout, stderr) = run(at, &["feed", "add", &written]);
        assert_eq!(stdout, format!("{known}\tKabar\t{feed}\n"), "{written}: {stderr}");
    }
    let outlines = [&feed, &marked, &format!("feed://{host}/lain"), &server.url("/lain#b")];
    let outlines: String = outlines.iter().map(|address| format!("<outline xmlUrl='{address}'/>")).collect();
    fs::write(at.join("list.opml"), format!("<opml><body>{outlines}</body></opml>")).unwrap();
    assert_eq!(run(at, &["feed", "import", "list.opml"]).1, "new\t1\nknown\t1\n");
    assert_eq!(run(at, &["feed", "refresh", &marked]).1, "same\t1\t0\t0\tKabar\n");
    let (code, _, stderr) = run(at, &["feed", "add", "feed:berita"]);
    assert!(code == Some(2) && stderr.contains("`feed:berita` is no web address"), "{stderr}");
}

#[test]
fn a_feed_is_looked_for_only_where_robots_txt_allows() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/robots.txt" => {
            Reply::text("User-agent: *\nCrawl-delay: 0\nDisallow: /private\nDisallow: /feed\nDisallow: /open/feed\n")
        }
        "/private/" | "/named" => {
            Reply::ok("text/html", "<html><head><link rel=alternate type=application/rss+xml href=/private/feed>")
        }
        "/open" => Reply::ok("text/html", "<html><p>x"),
        "/private/feed" | "/rss" => feed_of(&[("/1", "Satu")]),
        _ => Reply::status(404),
    });
    let folder = tempfile::tempdir().unwrap();
    let add = |path: &str| {
        let before = server.asked().len();
        let told = run(folder.path(), &["feed", "add", &server.url(path)]);
        (told, server.paths().split_off(before))
    };
    // A page that is forbidden gives nothing, not even the feed that it names.
    let ((code, _, stderr), paths) = add("/private/");
    assert!(code == Some(2) && stderr.contains("is not to be fetched by programs, says robots.txt"), "{stderr}");
    assert_eq!(paths, ["/private/", "/robots.txt"]);
    // A guess that is forbidden is not tried.
    let ((code, stdout, stderr), paths) = add("/open");
    assert!(code == Some(0) && stdout.contains(&server.url("/rss")), "{stdout}{stderr}");
    assert_eq!(paths, ["/open", "/robots.txt", "/rss"]);
    // What a page or the reader names is for programs.
    for (path, expected) in
        [("/named", &["/named", "/robots.txt", "/private/feed"][..]), ("/private/feed", &["/private/feed"])]
    {
        let ((code, _, stderr), paths) = add(path);
        assert!(code == Some(0) && paths == expected, "{path}: {paths:?} {stderr}");
    }
}

#[test]
fn an_address_is_read_like_a_file() {
    let server = site();
    let folder = tempfile::tempdir().unwrap();
    let address = server.url("/article");
    let (code, stdout, stderr) = run(folder.path(), &[&address]);
    assert_eq!(code, Some(0), "{stderr}");
    assert!(stdout.contains("Ayu Lestari [person]") && stdout.contains("2024-03-03"), "{stdout}");
    assert_eq!(run(folder.path(), &["add", &address]).1.split('\t').next(), Some("new"));
    let marked = format!("{address}?utm_source=x#top");
    assert_eq!(run(folder.path(), &["add", &marked]).1.split('\t').next(), Some("same"));
    for (path, expected) in [("/page", "holds no article text"), ("/none", "does not exist (404)")] {
        let (code, _, stderr) = run(folder.path(), &[&server.url(path)]);
        assert!(code == Some(2) && stderr.contains(expected), "{path}: {stderr}");
    }
}

#[test]
fn proxies_are_taken_from_the_environment() {
    let server = site();
    let proxy = Server::start(|_| Reply::status(403));
    let folder = tempfile::tempdir().unwrap();
    for (except, code) in [("", 2), ("127.0.0.1", 0)] {
        let mut command = linimasa(folder.path());
        command.env("http_proxy", proxy.url("")).env("no_proxy", except);
        let (found, _, stderr) = told(finish(command.arg(server.url("/article")), b""));
        assert_eq!(found, Some(code), "{stderr}");
    }
    assert_eq!(proxy.asked()[0].method, "CONNECT");
    let host = proxy.host();
    drop(proxy);
    let mut command = linimasa(folder.path());
    command.env("http_proxy", format!("http://ayu:rahasia@{host}"));
    let (_, _, stderr) = told(finish(command.arg(server.url("/article")), b""));
    assert!(stderr.contains(&format!("through the proxy `{host}`")) && stderr.contains("HTTP_PROXY"), "{stderr}");
    assert!(!stderr.contains("robots.txt") && !stderr.contains("rahasia"), "{stderr}");
}

#[test]
fn the_library_can_be_used_while_feeds_are_asked() {
    let slow = Server::start(|_| Reply::raw(vec![open_head(), Step::Send(rss(&[]).into_bytes()), Step::Stall]));
    let quick = site();
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["feed", "add", &quick.url("/feed")]);
    let list = format!("<opml><body><outline xmlUrl='{}'/></body></opml>", slow.url("/feed"));
    fs::write(folder.path().join("list.opml"), list).unwrap();
    run(folder.path(), &["feed", "import", "list.opml"]);
    let mut refreshing = linimasa(folder.path()).args(["feed", "refresh"]).spawn().unwrap();
    slow.wait_for(1);
    fs::write(folder.path().join("a.txt"), "Panen raya di Lereng Barat.\n").unwrap();
    assert_eq!(run(folder.path(), &["add", "a.txt"]).0, Some(0));
    assert_eq!(run(folder.path(), &["feed", "refresh", "1"]).1, "same\t1\t0\t0\tKabar\n");
    assert_eq!(run(folder.path(), &["list"]).1.lines().count(), 3);
    refreshing.kill().unwrap();
    refreshing.wait().unwrap();
}
