use super::*;

const ADDRESS: &str = "https://kabar.example/rss/all.xml";

fn read(text: &str) -> Feed {
    parse(text.as_bytes(), "", ADDRESS).unwrap()
}

/// The titles of the items, with bars between.
fn titles(feed: &Feed) -> String {
    feed.items.iter().map(|item| item.title.as_deref().unwrap_or("-")).collect::<Vec<_>>().join("|")
}

#[test]
fn whatever_is_wrong_the_items_are_there() {
    const ITEMS: &str = "<item><title>Satu</title><link>/1</link></item><item><title>Dua</title><link>/2</link></item>";
    let rss = |before: &str, inside: &str, after: &str| {
        format!("{before}<rss version='2.0'><channel>{inside}</channel></rss>{after}")
    };
    for (name, text) in [
        ("well formed", rss("<?xml version='1.0'?>", ITEMS, "")),
        ("no version", format!("<rss><channel>{ITEMS}</channel></rss>")),
        ("an impossible version", format!("<rss version='2.01'><channel>{ITEMS}</channel></rss>")),
        ("a warning before", rss("<br />\n<b>Warning</b>: mysql on line <b>3</b><br>\n", ITEMS, "")),
        ("a late declaration", rss("<!-- c --><?xml version='1.0' encoding='ISO-8859-1'?>", ITEMS, "")),
        ("two declarations", rss("<?xml version='1.0'?><?xml version='1.0' encoding='x'?>", ITEMS, "")),
        ("bare ampersands", rss("", &format!("<title>A & B &bogus; &</title>{ITEMS}"), "")),
        ("a lone bracket", rss("", &format!("<title>harga < 5.000</title>{ITEMS}"), "")),
        ("no ends", format!("<rss><channel>{}", ITEMS.replace("</item>", "") + "<item>")),
        ("cut in the middle", format!("<rss><channel>{ITEMS}<item><title>Ti")),
        ("cut in CDATA", format!("<rss><channel>{ITEMS}<item><title><![CDATA[Tig")),
        ("ends without starts", rss("", &format!("</b></item>{ITEMS}</p>"), "")),
        ("other case", rss("", ITEMS, "").to_uppercase().replace("SATU", "Satu").replace("DUA", "Dua")),
        ("something after", rss("", ITEMS, "<!-- served in 0.3 s --><script>x</script>")),
        ("RDF", format!("<rdf:RDF xmlns='http://purl.org/rss/1.0/'><channel/>{ITEMS}</rdf:RDF>")),
        ("a doctype", rss("<!DOCTYPE rss [<!ENTITY a 'b'><!ENTITY c SYSTEM 'file:///etc/passwd'>]>", ITEMS, "")),
        ("white space", rss("\n\n  ", ITEMS, "\n")),
    ] {
        let feed = read(&text);
        assert_eq!(titles(&feed), "Satu|Dua", "{name}");
        assert_eq!(feed.items[1].address.as_deref(), Some("https://kabar.example/2"), "{name}");
    }
}

#[test]
fn titles_are_lines_without_markup() {
    for (title, expected) in [
        ("Kim &amp; Lavrov", "Kim & Lavrov"),
        ("Kim &amp;amp; Lavrov", "Kim & Lavrov"),
        ("<![CDATA[Kim &#8211; <b>Lavrov</b>]]>", "Kim – Lavrov"),
        ("Kim <br> Lavrov", "Kim Lavrov"),
        ("&lt;i&gt;Kim&lt;/i&gt;\n  Lavrov", "Kim Lavrov"),
        ("Kim\u{1b}[31m &#27;[0mLavrov", "Kim Lavrov"),
        ("<![CDATA[Kim]]> dan <![CDATA[Lavrov]]>", "Kim dan Lavrov"),
        ("", "-"),
    ] {
        let feed = read(&format!("<rss><channel><item><title>{title}</title><link>/1</link></item></channel></rss>"));
        assert_eq!(titles(&feed), expected, "{title}");
    }
}

#[test]
fn every_kind_of_feed_tells_the_same() {
    const RSS: &str = "<rss xmlns:c='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/'>\
        <channel><title>Kabar</title><link>https://kabar.example/</link><language>in_ID</language>\
        <atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='self' href='/rss/all.xml'/>\
        <item><guid isPermaLink='false'>7</guid><title>Gempa</title><link>/7?a=1&amp;b=2</link><dc:creator>Ayu</dc:creator>\
        <pubDate>Sun, 13 Jul 2025 10:30:00 +0700</pubDate><description>Awal</description>\
        <c:encoded><![CDATA[<p>Semua</p>]]></c:encoded></item></channel></rss>";
    const ATOM: &str = "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='id-ID'><title>Kabar</title>\
        <link href='https://kabar.example/'/><link rel='self' href='/rss/all.xml'/>\
        <entry><id>7</id><title type='html'>Gempa</title><link rel='enclosure' href='/x.mp3'/>\
        <link rel='alternate' href='/7?a=1&amp;b=2'/><author><name>Ayu</name></author>\
        <published>2025-07-13T03:30:00Z</published><summary>Awal</summary>\
        <content type='xhtml'><p>Semua</p></content></entry></feed>";
    const JSON: &str = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Kabar", "language": "id-ID",
        "home_page_url": "https://kabar.example/", "feed_url": "https://kabar.example/rss/all.xml",
        "items": [{"id": 7, "title": "Gempa", "url": "/7?a=1&b=2", "authors": [{"name": "Ayu"}], "summary": "Awal",
        "date_published": "2025-07-13T10:30:00+07:00", "content_html": "<p>Semua</p>"}, 3, {}]}"#;
    for text in [RSS, ATOM, JSON] {
        let feed = read(text);
        assert_eq!((feed.title.as_str(), feed.language.as_deref()), ("Kabar", Some("id-ID")), "{text}");
        assert_eq!(feed.site.as_deref(), Some("https://kabar.example/"), "{text}");
        assert_eq!(feed.address.as_deref(), Some(ADDRESS), "{text}");
        let [item] = &feed.items[..] else { panic!("one item in {text}") };
        assert_eq!(item.guid.as_deref(), Some("7"));
        assert_eq!(item.address.as_deref(), Some("https://kabar.example/7?a=1&b=2"), "{text}");
        assert_eq!((item.title.as_deref(), item.author.as_deref()), (Some("Gempa"), Some("Ayu")), "{text}");
        let Moment { date, time } = item.published.unwrap();
        assert_eq!(format!("{date} {}", time.unwrap()), "2025-07-13 10:30 WIB", "{text}");
        assert_eq!(item.summary.as_ref().unwrap().source(), "Awal", "{text}");
        assert_eq!(item.content, Some(Markup::Html("<p>Semua</p>".to_owned())), "{text}");
    }
}

#[test]
fn an_item_is_as_precise_as_its_date_and_on_the_clock_of_its_outlet() {
    for (language, written, day, time) in [
        ("id", "Sat, 12 Jul 2025 18:05:00 GMT", "2025-07-13", "01:05 WIB"),
        ("en", "Sat, 12 Jul 2025 18:05:00 GMT", "2025-07-12", "18:05 UTC"),
        ("id", "2025-07-12 18:05", "2025-07-12", "18:05 WIB"),
        ("en", "2025-07-12 18:05", "2025-07-12", "18:05"),
        ("id", "12 Juli 2025", "2025-07-12", "-"),
    ] {
        let feed = read(&format!(
            "<rss><channel><language>{language}</language><item><title>t</title><pubDate>{written}</pubDate></item></channel></rss>"
        ));
        let article = article::of_item(&feed, &feed.items[0]).unwrap();
        assert_eq!(article.published.unwrap().date.to_string(), day, "{written}");
        let found = article.published_time.map_or("-".to_owned(), |time| time.to_string());
        assert_eq!(found, time, "{language} {written}");
    }
}

#[test]
fn an_item_is_found_by_the_best_of_its_addresses() {
    for (inside, expected) in [
        ("<link>https://a.example/x</link>", Some("https://a.example/x")),
        ("<link href='https://a.example/x'/>", Some("https://a.example/x")),
        ("<link/><guid>https://a.example/x</guid>", Some("https://a.example/x")),
        ("<guid isPermaLink='false'>https://a.example/x</guid><title>t</title>", None),
        ("<guid>tag:1</guid><title>t</title>", None),
        ("<link>javascript:alert(1)</link><title>t</title>", None),
        ("<link>https://bank.example@evil.example/</link><title>t</title>", None),
        (
            "<feedburner:origLink>https://a.example/x</feedburner:origLink><link>https://proxy.example/</link>",
            Some("https://a.example/x"),
        ),
        ("<link> \n /x\n </link>", Some("https://kabar.example/x")),
    ] {
        let feed = read(&format!("<rss><channel><item>{inside}</item></channel></rss>"));
        assert_eq!(feed.items[0].address.as_deref(), expected, "{inside}");
    }
}

#[test]
fn entities_are_never_expanded_and_depth_is_bounded() {
    let laughs = (1..30).map(|n| format!("<!ENTITY l{n} '&l{};&l{};'>", n - 1, n - 1)).collect::<String>();
    let bomb = format!(
        "<!DOCTYPE rss [<!ENTITY l0 'ha'>{laughs}]><rss><channel><item><title>&l29;</title></item></channel></rss>"
    );
    assert_eq!(titles(&read(&bomb)), "&l29;");
    let deep = format!(
        "<rss><channel><item><title>Satu</title>{}x{}</item></channel></rss>",
        "<d>".repeat(200_000),
        "</d>".repeat(200_000)
    );
    assert_eq!(titles(&read(&deep)), "Satu");
    let attributes =
        format!("<rss {}><channel><item><title>Satu</title></item></channel></rss>", "a='b' ".repeat(50_000));
    assert_eq!(titles(&read(&attributes)), "Satu");
    let value = format!("<rss a='{}'><channel><item><title>Satu</title></item></channel></rss>", "x".repeat(1_000_000));
    assert_eq!(titles(&read(&value)), "Satu");
}

#[test]
fn what_is_no_feed_is_told_apart() {
    for (text, expected) in [
        ("", Error::Empty),
        ("  \n", Error::Empty),
        ("<!DOCTYPE html><html><head></head></html>", Error::Page),
        ("<p>Halo", Error::NoFeed),
        ("Halo", Error::NoFeed),
        ("{}", Error::NoFeed),
    ] {
        assert_eq!(parse(text.as_bytes(), "", ADDRESS).unwrap_err(), expected, "{text}");
    }
    assert!(matches!(parse(b"{\"items\": [", "", ADDRESS), Err(Error::Json(_))));
}

#[test]
fn the_feeds_of_a_page_are_found() {
    let html = "<html><head><base href='https://b.example/x/'><script>if (a<b) { '<link rel=alternate \
        type=application/rss+xml href=/no>' }</script><!-- <link rel='alternate' type='application/rss+xml' href='/no2'> -->\
        <link rel=stylesheet href=a.css><meta name=x><LINK REL='alternate' TYPE='application/rss+xml; charset=utf-8' \
        TITLE='Komentar &raquo; A' HREF='/comments/feed/'><link rel='alternate' hreflang='en' href='/en'>\
        <link title=\"Kabar &amp; Warta\" href=rss.xml?a=1&amp;b=2 type=application/atom+xml rel='alternate home'/>\
        <link rel='alternate' type='application/rss+xml' href='javascript:x'></head>";
    let found = discover::named(html.as_bytes(), "", "https://a.example/");
    let named = |address: &str, title: &str| discover::Named { address: address.to_owned(), title: title.to_owned() };
    let expected = [
        named("https://b.example/x/rss.xml?a=1&b=2", "Kabar & Warta"),
        named("https://b.example/comments/feed/", "Komentar » A"),
    ];
    assert_eq!(found, expected);
    assert_eq!(
        discover::named(b"<link rel='alternate' type='application/rss+xml' href='/r", "", "https://a.example/").len(),
        0
    );
    let usual = discover::usual("https://a.example/news?x=1");
    assert_eq!(usual[..3], ["https://a.example/news/feed", "https://a.example/feed", "https://a.example/rss"]);
}
