//! Who says what: the chain below the text, the list of statements, the card of an entity, the lens on a source.

use std::sync::Arc;

use linimasa::app::layout::Pane;
use linimasa::app::words::Locale;
use linimasa::app::{Glyphs, MouseAction, Options};
use linimasa::model::{Coordinates, PlaceFacts};

use super::fixtures::{harbour, strait};
use super::session::Session;

fn open(size: (u16, u16)) -> Session {
    Session::open(vec![harbour()], Options::default(), size)
}

/// The last row of the screen after these keys.
fn footer(size: (u16, u16), keys: &str) -> String {
    let mut session = open(size);
    session.keys(keys);
    session.text().lines().last().unwrap_or_default().trim_end().to_owned()
}

#[track_caller]
fn check_cursor(keys: &str, expected: &str) {
    let mut session = open((80, 24));
    session.keys(keys);
    assert!(session.cursor().contains(expected), "after `{keys}`: {}", session.cursor());
}

#[test]
fn the_chain_of_the_sentence_stands_below_the_text() {
    for (size, keys, chain) in [
        ((80, 24), "}", "Sari · NPA → KABAR.com"),
        ((120, 40), "}}", "Bram · NPA → Harian Selat → KABAR.com"),
        ((80, 24), "}}}", "  Ia"),
        ((80, 24), "}}}}", "  Harian Selat → KABAR.com"),
        ((80, 24), "}}}}}}", "? Seorang pegawai pelabuhan"),
        ((40, 10), "}", "Sari · NPA → KABAR.com"),
        ((40, 10), "}}", "Bram · NPA → Harian Selat"),
        ((34, 10), "}}", "Bram · NPA → Harian S…"),
    ] {
        let footer = footer(size, keys);
        assert!(footer.ends_with(chain), "{size:?} {keys}: {footer:?}");
    }
}

#[test]
fn the_publishers_own_reporting_has_no_chain() {
    for keys in ["", "G"] {
        let footer = footer((80, 24), keys);
        assert!(!footer.contains("KABAR.com") && !footer.contains('·'), "{footer:?}");
    }
}

#[test]
fn the_chain_leaves_room_for_the_way_to_all_keys_at_any_width() {
    for width in 24..140 {
        for count in 1..7 {
            let footer = footer((width, 12), &"}".repeat(count));
            assert!(footer.contains("? help"), "{width}: {footer:?}");
        }
    }
}

#[test]
fn without_unicode_the_chain_is_plain_too() {
    let options = Options { glyphs: Glyphs::Ascii, ..Options::default() };
    let mut session = Session::open(vec![harbour()], options, (80, 24));
    session.keys("}");
    assert!(session.text().contains("Sari - NPA > KABAR.com"), "{}", session.text());
}

#[test]
fn statements_are_listed_by_source() {
    let mut session = open((100, 24));
    session.keys("A");
    let text = session.text();
    let rows: Vec<&str> = text.lines().skip_while(|row| !row.contains("Who says what")).skip(2).take(5).collect();
    for (row, parts) in rows.iter().zip([
        ["Bram Koto", "Bram membantah", "denies · Harian Selat"],
        ["Bram Koto", "Ia menyebut biayanya", ""],
        ["Sari Lontar", "“Kapal pertama masuk besok,”", "NPA"],
        ["Harian Selat", "Antrean mencapai 40 kapal", ""],
        ["? Seorang pegawai…", "Seorang pegawai pelabuhan", "estimates"],
    ]) {
        assert!(parts.iter().all(|part| row.contains(part)), "{row} has no {parts:?}\n{text}");
    }
}

#[test]
fn a_statement_is_jumped_to_and_left_again() {
    check_cursor("Amembantah<Enter>", "|Bram membantah");
    check_cursor("A40<Enter>", "|Antrean mencapai");
    check_cursor("A40<Enter><C-o>", "|Sari Lontar meresm");
    check_cursor("A<Down><Down><Esc>", "|Sari Lontar meresm");
    check_cursor("iA40<Enter>", "|Antrean mencapai");
    let mut session = open((80, 24));
    session.keys("}}A");
    assert!(session.text().contains("denies: Bram · NPA → Harian Selat → KABAR.com"), "{}", session.text());
}

#[test]
fn the_list_of_statements_keeps_to_the_lens() {
    let mut session = open((100, 24));
    session.keys("Obram<Enter>A");
    assert!(session.text().contains("2/2"), "{}", session.text());
}

#[test]
fn where_nobody_is_quoted_that_is_said() {
    let mut session = Session::open(vec![super::fixtures::short()], Options::default(), (80, 24));
    session.keys("A");
    assert!(session.text().contains("nobody is quoted here"), "{}", session.text());
    assert!(session.app.layers.is_empty());
}

#[test]
fn a_card_tells_what_is_known_and_leads_there() {
    let mut session = open((100, 40));
    session.keys("<Enter>");
    let text = session.text();
    for known in
        ["─ Sari Lontar ─", "kind ", "person", "printed as", "said ", "“Kapal pertama", "said of it", "named with"]
    {
        assert!(text.contains(known), "no {known:?}\n{text}");
    }
    session.keys("<Esc>");
    assert!(session.app.layers.is_empty() && session.cursor().contains("|Sari Lontar"), "{}", session.cursor());
    check_cursor("<Enter>said of<Enter>", "|Bram membantah");
    check_cursor("<Enter>kembali<Enter>", "|September");
    check_cursor("<Enter>printed<Enter>", "|Sari seperti");
    check_cursor("<Enter>mentions<Enter>]", "|Sari seperti");
    check_cursor("<Enter>harian<Enter>", "|Bram membantah");
}

#[test]
fn the_card_of_a_place_tells_what_happens_there() {
    let mut session = open((100, 40));
    session.keys("pampar<Enter><Enter>");
    let text = session.text();
    assert!(text.contains("Sari akan kembali ke Ampar") && text.contains("2025-09"), "{text}");
    assert!(text.contains("said of it"), "{text}");
}

#[test]
fn the_card_of_a_place_tells_where_it_lies() {
    let (article, analysis) = harbour();
    let mut analysis = (*analysis).clone();
    let ampar = analysis.entities.iter_mut().find(|(_, entity)| entity.name == "Ampar").expect("it is named").1;
    let coordinates = Some(Coordinates { latitude: 1.5, longitude: 104.25 });
    ampar.place = Some(PlaceFacts { country: "ID".to_owned(), coordinates });
    let country_name = |code: &str, _| (code == "ID").then(|| "Indonesia".to_owned());
    let options = Options { country_name, ..Options::default() };
    let mut session = Session::open(vec![(article, Arc::new(analysis))], options, (100, 40));
    session.keys("pampar<Enter><Enter>");
    let text = session.text();
    assert!(text.contains("country") && text.contains(" Indonesia ") && text.contains("1.5, 104.25"), "{text}");
}

#[test]
fn from_the_list_of_names_the_card_opens_and_the_focus_stays() {
    let mut session = open((80, 24));
    session.keys("i<Enter>");
    assert_eq!(session.app.layers.len(), 1);
    session.keys("<Esc>");
    assert_eq!(session.app.focus, Pane::Names);
    session.keys("gd");
    assert_eq!(session.app.focus, Pane::Article, "what Enter did before");
}

#[test]
fn a_second_click_opens_the_card() {
    let mut session = Session::open(vec![strait()], Options::default(), (80, 24));
    session.mouse(MouseAction::Press, 14, 3).mouse(MouseAction::Press, 14, 3);
    assert!(session.text().contains("─ Ana Wirawan ─"), "{}", session.text());
}

#[test]
fn a_date_is_still_explained() {
    let mut session = open((80, 24));
    session.keys(".<Enter>");
    assert!(session.text().contains("Why is it marked?"), "{}", session.text());
}

#[test]
fn the_lens_can_be_put_on_a_source() {
    for (typed, only, left, taken) in [
        ("bram", "only: Bram Koto", "Bram Koto", "Ampar"),
        ("unnamed", "only: unnamed source", "Ampar", "Bram Koto"),
        ("npa", "only: NPA", "Sari Lontar", "Ampar"),
    ] {
        let mut session = open((80, 24));
        session.keys(&format!("O{typed}<Enter>i"));
        let text = session.text();
        let list: String = text.lines().skip(1).map(|row| row.chars().skip(47).collect::<String>() + "\n").collect();
        assert!(text.contains(only), "{text}");
        assert!(list.contains(left) && !list.contains(taken), "{typed}: {text}");
    }
}

#[test]
fn sources_are_listed_with_the_outlets() {
    let mut session = open((80, 24));
    session.keys("ii");
    let text = session.text();
    let at = |name: &str| text.lines().position(|row| row.chars().skip(47).collect::<String>().contains(name));
    let order = ["KABAR.com", "NPA", "Bram Koto", "unnamed source"].map(at);
    assert!(order.iter().all(Option::is_some) && order.is_sorted(), "{order:?}\n{text}");
    session.keys("G<Enter>");
    assert!(session.cursor().contains("|Seorang pegawai"), "{}", session.cursor());
}

#[test]
fn events_without_a_date_are_listed_apart_from_the_timeline() {
    let mut session = open((80, 24));
    assert!(session.text().contains("+2 without a date W"), "{}", session.text());
    session.keys("W");
    let text = session.text();
    assert!(text.contains("Sari menanam pohon di tepi dermaga") && text.contains("planned"), "{text}");
    session.keys("pohon<Enter>");
    assert!(session.cursor().contains("|Sari menanam"), "{}", session.cursor());
    session.keys("Ounnamed<Enter>W");
    assert!(session.text().contains("1/1"), "what the lens takes away is not listed: {}", session.text());
    check_cursor("<Enter>pohon<Enter>", "|Sari menanam");
    let mut session = Session::open(vec![strait()], Options::default(), (80, 24));
    session.keys("W");
    assert!(session.text().contains("every event has a date"), "{}", session.text());
}

#[track_caller]
fn snapshot(name: &str, size: (u16, u16), locale: Locale, keys: &str) {
    let mut session = Session::open(vec![harbour()], Options { locale, ..Options::default() }, size);
    session.keys(keys);
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, session.snapshot());
    });
}

#[test]
fn cards_and_statements_as_they_look() {
    snapshot("80x24-card", (80, 24), Locale::English, "<Enter>");
    snapshot("120x40-card", (120, 40), Locale::Indonesian, "<Enter><Down>");
    snapshot("40x10-card", (40, 10), Locale::Indonesian, "<Enter>");
    snapshot("80x24-statements", (80, 24), Locale::English, "}}A");
    snapshot("120x40-statements", (120, 40), Locale::Indonesian, "A");
    snapshot("80x24-undated", (80, 24), Locale::English, "W");
    snapshot("40x10-statements", (40, 10), Locale::English, "A");
}
