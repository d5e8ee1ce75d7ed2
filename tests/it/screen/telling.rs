//! What the screen tells about itself and the article: answers, legend, notes, the lens.

use std::sync::Arc;

use jiff::civil::Date;
use linimasa::app::{Glyphs, Options};
use linimasa::model::{DateOrigin, Published, Warning};

use super::annotated::annotated;
use super::fixtures::{short, strait};
use super::session::{Fixture, Session};

fn open(size: (u16, u16)) -> Session {
    Session::open(vec![strait()], Options::default(), size)
}

/// The article without metadata, its day inferred from 'Sabtu (12/7/2025)'.
fn inferred() -> Fixture {
    let (article, analysis) = strait();
    let (mut article, mut analysis) = ((*article).clone(), (*analysis).clone());
    (article.title, article.outlet, article.published) = (None, None, None);
    analysis.published = Some(Published { date: Date::constant(2025, 7, 12), origin: DateOrigin::Inferred });
    let span = analysis.times.items()[0].span;
    analysis.warnings = vec![Warning::InferredPublicationDate { span }, Warning::WeekdayMismatch { span }];
    (Arc::new(article), Arc::new(analysis))
}

#[test]
fn an_answer_never_hides_the_words_it_is_about() {
    for size in [(40, 10), (60, 12), (80, 24), (120, 40)] {
        for count in 1..30 {
            let mut session = open(size);
            session.keys(&format!("{count}ex"));
            let text = session.text();
            let row = text.lines().find_map(|row| row.strip_prefix("▌ ")).unwrap_or_default();
            assert!(!row.is_empty() && !row.starts_with(['│', '┌', '└', ' ']), "{size:?} {count}e: {text}");
        }
    }
}

#[test]
fn an_answer_never_hides_its_words_in_another_window() {
    let mut session = open((80, 24));
    session.keys("4.x").resize(40, 10);
    let text = session.text();
    assert!(text.contains("\n▌ penambangan dasar laut pada April"), "{text}");
    assert!(text.contains("Why is it marked?"), "{text}");
}

#[test]
fn an_answer_can_be_read_to_its_end_on_a_low_screen() {
    let mut session = open((40, 10));
    session.keys(".x");
    assert!(session.text().contains("value          2025-07-12, day"), "{}", session.text());
    assert!(session.text().contains("more below"), "{}", session.text());
    session.keys("G");
    assert!(
        session.text().contains("rests on       NPA") && !session.text().contains("more below"),
        "{}",
        session.text()
    );
}

#[test]
fn an_answer_about_the_timeline_leaves_its_event_in_view() {
    let mut session = open((40, 20));
    session.keys("Tjx");
    assert!(session.text().contains("▶~ 2022-02"), "{}", session.text());
    assert!(session.text().contains("Februari 2022"), "{}", session.text());
}

#[test]
fn the_legend_is_one_key_away_at_every_size() {
    let mut session = open((80, 60));
    session.keys("v");
    for meaning in ["Bandung       place", "~             known to the week or the month", "→             planned"] {
        assert!(session.text().contains(meaning), "{}", session.text());
    }
    let mut session = open((20, 5));
    session.keys("vG");
    assert!(session.text().contains('│'), "{}", session.text());
    let mut session = Session::open(vec![strait()], Options { glyphs: Glyphs::Ascii, ..Options::default() }, (80, 60));
    session.keys("v");
    assert!(!session.text().contains(['●', '≈', '┃', '│']), "{}", session.text());
}

#[test]
fn an_inferred_day_of_publication_is_shown_as_inferred() {
    for size in [(40, 10), (80, 24), (120, 40)] {
        let session = Session::open(vec![inferred()], Options::default(), size);
        assert!(session.text().contains("2025-07-12 (inferred)"), "{}", session.text());
    }
    let session = Session::open(vec![strait()], Options::default(), (80, 24));
    assert!(session.text().contains("KABAR.com · 2025-07-13 44%"), "a long title gives way: {}", session.text());
}

#[test]
fn what_to_be_careful_about_can_be_read_on_the_screen() {
    let mut session = Session::open(vec![inferred()], Options::default(), (80, 24));
    assert!(session.text().contains("2 notes (I)"), "{}", session.text());
    session.keys("I");
    let text = session.text();
    assert!(text.contains("inferred from this date in the text: Sabtu (12/7/2025)"), "{text}");
    assert!(text.contains("the weekday does not fall on the date: Sabtu (12/7/2025)"), "{text}");
    assert!(text.contains("file           selat.txt"), "{text}");
}

#[test]
fn the_lens_is_told_where_there_is_no_header_too() {
    for (size, keys) in [((80, 24), "ONPA<Enter>zj"), ((30, 5), "ONPA<Enter>j"), ((20, 5), "ONPA<Enter>j")] {
        let mut session = open(size);
        session.keys(keys);
        assert!(session.text().contains("only: NPA"), "{size:?}: {}", session.text());
    }
    let mut session = open((80, 24));
    session.keys("ONPA<Enter>");
    assert!(session.text().contains("Esc shows everything again"), "{}", session.text());
}

#[test]
fn a_list_to_choose_from_has_a_row_on_the_lowest_screen() {
    let mut session = open((20, 5));
    session.keys("pdewan");
    assert!(session.text().contains("Dewan Maritim"), "{}", session.text());
}

#[test]
fn the_way_to_other_articles_is_shown_where_there_are_any() {
    let mut session = Session::open(vec![strait(), short()], Options::default(), (80, 24));
    assert!(session.text().contains("J article") && session.text().contains("? help"), "{}", session.text());
    session.keys("J");
    assert!(session.text().contains("Panen Raya") && session.text().contains("2/2"), "{}", session.text());
    assert!(!open((80, 24)).text().contains("J article"));
}

#[test]
fn standard_input_has_a_name() {
    let (article, analysis) = strait();
    let article = Arc::new(linimasa::model::Article { id: "-".into(), title: None, ..(*article).clone() });
    let session = Session::open(vec![(article, analysis)], Options::default(), (80, 24));
    assert!(session.text().contains(" standard input · KABAR.com"), "{}", session.text());
}

#[test]
fn the_foot_of_the_timeline_explains_the_marks_that_are_in_use() {
    let session = open((120, 40));
    assert!(session.text().contains("● day  ~ month  * worked out"), "{}", session.text());
    let session = Session::open(vec![short()], Options::default(), (80, 24));
    assert!(session.text().contains("↔ period") && !session.text().contains("~ month"), "{}", session.text());
}

#[test]
fn a_period_is_drawn_beside_all_that_began_in_it() {
    let fair = annotated(
        "pameran.txt",
        "Pameran Bibit",
        "
        {event reported|Pameran bibit berlangsung {date 2025-07-09|9} sampai {until 2025-07-11|11 Juli}}.
        {event reported|Hujan turun pada {date 2025-07-10|10 Juli}}.
        {event reported|Panen dimulai pada {date 2025-07-13|13 Juli}}.
        ",
    );
    let mut session = Session::open(vec![fair], Options::default(), (80, 24));
    let timeline = |session: &Session| -> Vec<String> {
        session
            .text()
            .lines()
            .skip(2)
            .filter_map(|row| Some(row.split_once('┃')?.1.chars().take(6).collect()))
            .collect()
    };
    assert_eq!(
        timeline(&session)[..8],
        [" ▶↔ 20", " │  Pa", " │┊ 1 ", " │● 20", " └  Hu", "  ┊ 3 ", "  ● 20", "    Pa"],
    );
    session.keys("TSj");
    assert_eq!(timeline(&session)[..2], [" ┌↔ 20", " └  Pa"], "by text it is beside itself alone");
}
