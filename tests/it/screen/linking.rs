//! What a page set apart is seen, and where its words lead is shown before anything is opened.

use std::sync::Arc;

use linimasa::app::{Effect, MouseAction, Msg, Options};
use linimasa::ingest::html;
use linimasa::model::{Analysis, Article};

use super::session::Session;

const PAGE: &str = "<html lang=id><link rel=canonical href='https://warta.example/tangga'><body><article>\
    <p>Tangga kayu di dermaga lama diganti dengan <a href='/baja'>tangga baja</a> yang lebih lebar dan tahan karat selama puluhan tahun.</p>\
    <h2>Yang berubah</h2><ul><li>Lebarnya dua meter sehingga dua orang dapat berpapasan tanpa menunggu di bawah lebih dulu.</li>\
    <li>Anak tangganya dua belas.</li></ul><ol><li>Dilas di bengkel.</li><li>Dicat dua kali.</li></ol>\
    <blockquote>Akhirnya nelayan tua tidak perlu lagi dipapah ketika air surut, kata kepala dermaga kepada para tamu.</blockquote>\
    <p>Surat dapat dikirim ke <a href='mailto:dermaga@warta.example'>kantor dermaga</a> sampai akhir bulan ini, kata petugas itu.</p></article>";

fn article() -> Article {
    Article { id: "tangga.html".into(), ..html::article(PAGE.as_bytes(), None).unwrap() }
}

fn open(size: (u16, u16)) -> Session {
    Session::open(vec![(Arc::new(article()), Arc::new(Analysis::default()))], Options::default(), size)
}

#[test]
fn headings_lists_quotations_and_links_are_seen() {
    let mut session = open((60, 24));
    session.keys("z");
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("60x24-blocks", session.snapshot());
    });
}

#[test]
fn a_click_behind_a_sign_is_on_the_word_that_is_seen_there() {
    let mut session = open((60, 24));
    session.keys("z");
    let text = session.text();
    let (row, line) = text.lines().enumerate().find(|(_, line)| line.contains("Anak tangganya")).unwrap();
    let column = line.find("dua belas").map(|at| line[..at].chars().count()).unwrap();
    session.mouse(MouseAction::Press, column as u16, row as u16);
    assert!(session.cursor().contains("|dua belas"), "{}", session.cursor());
}

#[test]
fn an_address_is_shown_before_it_is_opened_or_copied() {
    let mut session = open((100, 24));
    session.keys("L");
    let list = session.text();
    for shown in ["tangga baja", "kantor dermaga", "this article", "https://warta.example/baja", "3/3"] {
        assert!(list.contains(shown), "{shown}\n{list}");
    }
    session.keys("<Enter>");
    assert!(session.effects.iter().all(|effect| !matches!(effect, Effect::Open(_))));
    assert!(session.text().contains("┌─ https://warta.example/baja ─"), "{}", session.text());
    session.keys("<Enter>");
    assert_eq!(session.effects.last(), Some(&Effect::Open("https://warta.example/baja".into())));
    session.send(Msg::OpenFailed { reason: "no browser".into() });
    assert!(session.text().contains("no browser"), "{}", session.text());
    session.keys("Lkantor<Enter><Down><Enter>");
    assert_eq!(session.effects.last(), Some(&Effect::Copy("mailto:dermaga@warta.example".into())));
    session.keys("Lkantor<Enter><Down><Down><Enter>");
    assert!(session.cursor().contains("|kantor dermaga"), "{}", session.cursor());
}

#[test]
fn an_article_that_leads_nowhere_says_so() {
    let article = Article { links: Vec::new(), url: Some("javascript:alert(1)".into()), ..article() };
    let mut session = Session::open(vec![(Arc::new(article), Arc::default())], Options::default(), (80, 24));
    session.keys("L");
    assert!(session.text().contains("leads nowhere"), "{}", session.text());
}

#[test]
fn a_link_in_view_is_chosen_by_its_letters() {
    let mut session = open((100, 24));
    session.keys("o");
    let lettered = session.text();
    assert!(lettered.contains("aangga baja") && lettered.contains("santor dermaga"), "{lettered}");
    session.keys("q");
    assert!(session.text().contains("no link has these letters"), "{}", session.text());
    session.keys("s");
    assert!(session.text().contains("┌─ mailto:dermaga@warta.example ─"), "{}", session.text());
    session.keys("<Enter>");
    assert_eq!(session.effects.last(), Some(&Effect::Open("mailto:dermaga@warta.example".into())));
    session.keys("o<Esc>");
    assert!(session.text().contains("tangga baja"), "letters go with Esc\n{}", session.text());
}

#[test]
fn many_links_have_two_letters_each() {
    let words: String = (0..40).map(|number| format!("<a href='/{number}'>kata{number}</a> lain ")).collect();
    let page =
        format!("<html><body><article><p>{words} dan seterusnya sampai akhir kalimat yang panjang.</p></article>");
    let article = html::article(page.as_bytes(), Some("https://warta.example/")).unwrap();
    let mut session = Session::open(vec![(Arc::new(article), Arc::default())], Options::default(), (80, 24));
    session.keys("os");
    assert!(session.text().contains("kata25") && session.text().contains("data28"), "{}", session.text());
    session.keys("d");
    assert!(session.text().contains("https://warta.example/28"), "{}", session.text());
}
