use std::thread;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::model::Block;
use crate::text::sanitise::clean;

const PARAGRAPH: &str =
    "<p>Gempa mengguncang kota itu pada Minggu pagi dan membuat warga berlarian keluar dari rumah mereka.</p>";

/// Whether everything that points into the body fits it.
fn check_sound(body: &str, paragraphs: &[Span], blocks: &[Block], links: &[crate::model::Link]) {
    assert_eq!(body, paragraphs.iter().map(|it| it.of(body)).collect::<Vec<_>>().join("\n"));
    assert!(paragraphs.iter().all(|it| !it.of(body).is_empty() && it.trim(body) == *it && !it.of(body).contains('\n')));
    assert_eq!(blocks.len(), paragraphs.len());
    assert!(links.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    for link in links {
        assert!(!link.span.of(body).is_empty() && paragraphs.iter().any(|it| it.covers(link.span)));
        assert!(["http://", "https://", "mailto:"].iter().any(|scheme| link.address.starts_with(scheme)));
    }
    assert_eq!(clean(body), body);
}

#[track_caller]
fn check_article(bytes: &[u8]) {
    if let Ok(article) = article(bytes, Some("https://warta.example/a")) {
        check_sound(&article.body, &article.paragraphs, &article.blocks, &article.links);
    }
}

#[test]
fn breaks_part_short_lines_and_no_others() {
    let cases = [
        ("Senin 9-17<br>Rabu 9-17<br>Jumat 13-20", "Senin 9-17\nRabu 9-17\nJumat 13-20"),
        ("<b>Jakarta, 7 Mei 2025</b><br/><b>Kepala Biro</b><br>Ratih", "Jakarta, 7 Mei 2025\nKepala Biro\nRatih"),
        ("New York<br>penyair Lena Marsh datang", "New York penyair Lena Marsh datang"),
        (
            "JAKARTA<br>Menteri Ratih Puspaningrum datang ke pasar itu pada Senin pagi dan membeli garam",
            "JAKARTA Menteri Ratih Puspaningrum datang ke pasar itu pada Senin pagi dan membeli garam",
        ),
        ("<h2>Banjir<br>Surut</h2>", "Banjir Surut"),
    ];
    for (html, expected) in cases {
        assert_eq!(fragment(html, None).body, expected, "{html}");
    }
}

#[test]
fn blocks_are_kept_for_what_they_are() {
    let text = fragment(
        "<h2>Judul <em>bagian</em></h2><p>Satu<br>baris, <a href='https://a.example/x'>dua <b>kata</b></a>.</p>\
         <ol start=3><li><p>tiga</p><p>lanjut</p></li><li>empat</li></ol><ul><li>lima</ul><blockquote>kata<p>mereka</blockquote>\
         <table><tr><th>Kota<th>Korban<tr><td>Bima<td>3</table><pre>a\n  b</pre><figure><img><figcaption>Foto</figcaption></figure>\
         Satu kalimat.<br>Dua kalimat.<br><br>tiga &amp; &#x1b;[31mempat",
        None,
    );
    let found: Vec<(Block, &str)> =
        text.blocks.iter().copied().zip(text.paragraphs.iter().map(|it| it.of(&text.body))).collect();
    use Block::{Caption, Heading, Item, Paragraph, Quote, Row, Verbatim};
    let expected = [
        (Heading(2), "Judul bagian"),
        (Paragraph, "Satu baris, dua kata."),
        (Item(Some(3)), "tiga"),
        (Paragraph, "lanjut"),
        (Item(Some(4)), "empat"),
        (Item(None), "lima"),
        (Quote, "kata"),
        (Quote, "mereka"),
        (Row, "Kota | Korban"),
        (Row, "Bima | 3"),
        (Verbatim, "a"),
        (Verbatim, "b"),
        (Caption, "Foto"),
        (Paragraph, "Satu kalimat."),
        (Paragraph, "Dua kalimat."),
        (Paragraph, "tiga & empat"),
    ];
    assert_eq!(found, expected);
    assert_eq!(text.links.iter().map(|it| it.span.of(&text.body)).collect::<Vec<_>>(), ["dua kata"]);
    check_sound(&text.body, &text.paragraphs, &text.blocks, &text.links);
}

#[test]
fn only_safe_links_are_kept() {
    let text = fragment(
        "<a href='javascript:x'>satu</a> <a href='/b?x=1&amp;y=2'>dua</a> <a href='mailto:a@b.example'>tiga</a> <a>empat</a>",
        Some("https://warta.example/feed.xml"),
    );
    let found: Vec<_> = text.links.iter().map(|it| (it.span.of(&text.body), it.address.as_str())).collect();
    assert_eq!(found, [("dua", "https://warta.example/b?x=1&y=2"), ("tiga", "mailto:a@b.example")]);
}

#[test]
fn a_short_paragraph_in_heavy_letters_is_a_heading() {
    let cases = [
        ("<p><strong>Akar Sudah Lapuk</strong></p>", Block::Heading(4)),
        ("<div><b>Dicuri saat malam Jumat</b></div><div><br></div>", Block::Heading(4)),
        ("<p><strong>Apa yang Anda lihat?</strong></p>", Block::Paragraph),
        ("<p><strong>Akar pohon</strong> itu lapuk</p>", Block::Paragraph),
        ("<p><b>Pohon itu tumbang pada pukul tiga sore.</b></p>", Block::Paragraph),
    ];
    for (html, expected) in cases {
        let page = format!("<h1>Pohon tumbang</h1>{PARAGRAPH}{html}{PARAGRAPH}{PARAGRAPH}");
        assert_eq!(
            article(page.as_bytes(), None).unwrap().blocks.get(1).copied().unwrap_or_default(),
            expected,
            "{html}"
        );
    }
}

#[test]
fn a_page_without_an_article_says_so() {
    for page in [
        "",
        "<html></html>",
        "<div id=root></div><script>render()</script>",
        "<p></p>",
        "<nav><a href=/>Beranda</a></nav>",
    ] {
        assert_eq!(article(page.as_bytes(), None), Err(NoArticle::Empty), "{page}");
    }
    assert_eq!(article(&vec![b' '; MOST_BYTES + 1], None), Err(NoArticle::TooLarge));
    assert_eq!(article("<br>".repeat(200_000).as_bytes(), None), Err(NoArticle::TooManyElements));
}

#[test]
fn a_page_that_a_program_draws_is_read_from_its_metadata() {
    let sentence =
        "Menteri mengatakan bahwa jalan tol itu selesai sebelum akhir tahun dan tidak ada lahan yang bermasalah lagi. ";
    let body = format!("{}\\n\\n{}", sentence.repeat(3), sentence.replace("tol", "desa").repeat(3));
    let page = format!(
        "<html><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Jalan\",\"articleBody\":\"{body}\"}}\
         </script><body><div id=app>Memuat halaman, mohon tunggu sebentar sampai selesai.</div>"
    );
    let article = article(page.as_bytes(), None).unwrap();
    assert_eq!((article.paragraphs.len(), article.title.as_deref()), (2, Some("Jalan")));
}

#[test]
fn pages_of_one_article_lead_to_each_other() {
    let address = "https://warta.example/a/judul";
    let pages = |links: &str| {
        let page = format!("{}<div>{links}</div>", PARAGRAPH.repeat(6));
        let article = article(page.as_bytes(), Some(address)).unwrap();
        (article.next_page, article.whole_page)
    };
    let with = |end: &str| Some(format!("{address}{end}"));
    assert_eq!(
        pages("1 <a href='?page=2'>2</a> <a href='?page=all'>Show All</a>"),
        (with("?page=2"), with("?page=all"))
    );
    assert_eq!(pages("<a href='/a/judul/2'>Selanjutnya</a>"), (with("/2"), None));
    assert_eq!(pages("<a href='?page=2'>Halaman berikutnya</a>"), (with("?page=2"), None));
    assert_eq!(pages("<a class=active href='?page=1'>1</a><a href='?page=2'>2</a>"), (with("?page=2"), None));
    assert_eq!(pages("<a href='/a/lain'>Selanjutnya</a> <a href='/a/lain?page=all'>Semua</a>"), (None, None));
    assert_eq!(pages("<a href='https://lain.example/a/judul?page=2'>Selanjutnya</a>"), (None, None));
}

#[test]
fn hostile_pages_take_little_time_and_stack() {
    let many = 100_000;
    let attributes: String = (0..many).map(|n| format!(" a{n}=x")).collect();
    let letters: String = (0..8_000).map(|n| format!("<b id={n}><p>x")).collect();
    let pages = [
        ("nested", "<div>".repeat(49_000)),
        ("nested text", format!("{}{}", "<div>".repeat(40_000), PARAGRAPH.repeat(10))),
        ("nested and closed wrongly", "<div></section>".repeat(24_000)),
        ("tables", "<table><tr><td>".repeat(8_000)),
        ("lists", "<ul><li>".repeat(10_000)),
        ("quotations", "<blockquote>".repeat(49_000)),
        ("letters", letters),
        ("anchors", "<a href=x><p>teks".repeat(6_000)),
        ("unknown elements", "<x-y>".repeat(49_000)),
        ("attributes", format!("<p{attributes}>x</p>{PARAGRAPH}")),
        ("a long attribute", format!("<p title='{}'>x</p>{PARAGRAPH}", "x".repeat(2_000_000))),
        ("an open tag", format!("{PARAGRAPH}<p {}", "a ".repeat(1_000_000))),
        ("open quotation marks", "<a href=\"".repeat(500_000)),
        ("open comments", "<!--".repeat(1_000_000)),
        ("open scripts", "<script>".repeat(49_000)),
        ("open svg", "<svg>".repeat(49_000)),
        ("end tags", "</p></div></b>".repeat(50_000)),
        ("entities", "&amp;&lt;&#x41;&nosuch;".repeat(30_000)),
        ("one long word", "x".repeat(2_000_000)),
        ("paragraphs", PARAGRAPH.repeat(12_000)),
        ("breaks", "kata kata kata<br>".repeat(15_000)),
        ("forms", "<form><p>".repeat(10_000)),
        ("options", "<select><option>".repeat(24_000)),
        (
            "frames of json",
            format!("<script type='application/ld+json'>{}</script>{PARAGRAPH}", "[{\"a\":".repeat(100_000)),
        ),
        ("foreign", "<math><mi><svg><desc><p>".repeat(5_000)),
        ("templates", "<template>".repeat(49_000)),
        ("links", "<a href=/x>satu dua tiga empat</a> kata ".repeat(12_000)),
        ("cards", "<li><a href=/x>satu dua tiga empat</a><p>kata</p></li>".repeat(8_000)),
        ("fields", "<input> kata kata kata kata ".repeat(12_000)),
        ("pictures", "<img><i>kata</i> ".repeat(12_000)),
        ("hidden parts", "<h2><b aria-controls=x>kata</b></h2><p hidden id=x>kata</p>".repeat(8_000)),
        ("headlines", "<div class=a><h1>kata</h1><p>kata</div>".repeat(8_000)),
        ("headings", "<h1><h2>".repeat(10_000)),
        ("headings of one article", format!("<h1>kata</h1>{PARAGRAPH}<article>{}", "<h2>kata</h2>".repeat(20_000))),
        ("notes for no programs", "<noscript><p>kata".repeat(20_000)),
        ("words to press", "<a href='javascript:x'>kata</a> | ".repeat(12_000)),
        ("headlines of a list", "<li><h2><a href=/x>satu dua tiga empat</a></h2>".repeat(10_000)),
        ("headlines in one box", format!("<li>{}", "<h2><a href=/x>satu dua tiga empat</a></h2>".repeat(10_000))),
        ("broken data", format!("<script>{}</script>", "a={\"b\":".repeat(100_000))),
        ("texts in programs", format!("<script>{}</script>", "'\\u003C\",`".repeat(200_000))),
        ("rows of React", format!("<script>f([1,\"{}\"])</script>", "1:T2,a".repeat(100_000))),
        ("answers", format!("<div>{PARAGRAPH}<button>Reply</button></div>").repeat(4_000)),
        ("headings of comments", "<h3>Comments</h3><p>kata</p>".repeat(8_000)),
        ("labels", "<div><span>a</span><span>b</span><span>c</span></div>".repeat(8_000)),
        ("boxes", format!("{PARAGRAPH}<div><h3>kata</h3><ul><li>kata</ul></div>").repeat(4_000)),
        ("shadow roots", "<template shadowrootmode=open>".repeat(49_000)),
    ];
    for (name, page) in pages {
        let begun = Instant::now();
        // The stack of a worker is 2 MB, less than that of the main thread.
        let worker = thread::Builder::new().stack_size(2 << 20).spawn(move || check_article(page.as_bytes()));
        worker.unwrap().join().unwrap_or_else(|_| panic!("{name}"));
        // Unoptimised and beside other tests; what is quadratic takes minutes.
        assert!(begun.elapsed() < Duration::from_secs(30), "{name}: {:?}", begun.elapsed());
    }
}

proptest! {
    #[test]
    fn any_bytes_are_an_article_or_none(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check_article(&bytes);
    }

    #[test]
    fn any_markup_is_sound(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        let page = pieces.concat();
        check_article(page.as_bytes());
        let text = fragment(&page, Some("https://warta.example/"));
        check_sound(&text.body, &text.paragraphs, &text.blocks, &text.links);
    }
}

/// What markup is made of, and what breaks it.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<div class=share>",
    "<div>",
    "</div>",
    "<a href=/x>",
    "</a>",
    "<b>",
    "</b>",
    "<ul>",
    "<li>",
    "</ul>",
    "<ol start=9>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<blockquote>",
    "</blockquote>",
    "<h2>",
    "</h2>",
    "<br>",
    "<pre>",
    "</pre>",
    "<figure>",
    "<figcaption>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<",
    ">",
    "&",
    "&amp;",
    "&#8238;",
    "\u{1b}[2J",
    "\u{200d}",
    "👩\u{200d}🚀",
    "e\u{301}",
    "\r\n",
    "\u{a0}",
    " ",
    "Gempa mengguncang kota itu pada Minggu pagi dan membuat warga berlarian keluar.",
    "Baca juga: ",
    "kata",
    ". ",
    "\u{2028}",
    "\0",
    "<svg>",
    "<title>",
    "<body>",
    "<html lang=id>",
    "<meta property=og:title content='Gempa &amp; api'>",
    "<time datetime=2025-07-13T10:00Z>",
    "‹",
    "\u{fe0f}",
    "\u{301}",
];
