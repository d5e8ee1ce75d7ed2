//! The reader says when an article was published, and takes it back.

use std::sync::Arc;

use linimasa::analysis::analyse;
use linimasa::app::keymap::parse;
use linimasa::app::{self, App, Effect, Msg, Options};
use linimasa::lang::Packs;
use linimasa::model::{Article, DateOrigin, Published};

use super::session::Session;

const TEXT: &str = "Ayu Lestari tiba di Ambon kemarin.";

/// A session over one article without a day of publication, with the real analysis.
fn open(packs: &Packs) -> Session {
    let (body, paragraphs) = linimasa::ingest::plain::paragraphs(TEXT);
    let language = Some("id".into());
    let article = Arc::new(Article { id: "a.txt".into(), body, paragraphs, language, ..Article::default() });
    let analysis = Arc::new(analyse(&article, packs));
    Session::open(vec![(article, analysis)], Options::default(), (100, 24))
}

/// Types `keys` and analyses what is asked for; the day that was analysed with, if anything was.
fn type_and_analyse(app: &mut App, packs: &Packs, keys: &str) -> Option<Option<Published>> {
    let mut analysed = None;
    for key in parse(keys) {
        for effect in app::update(app, Msg::Key(key)) {
            let Effect::Analyse { document, article, .. } = effect else { continue };
            analysed = Some(article.published);
            let analysis = Arc::new(analyse(&article, packs));
            app::update(app, Msg::Analysed { document, analysis });
        }
    }
    analysed
}

#[test]
fn a_day_of_publication_dates_the_events_until_it_is_taken_back() {
    let packs = Packs::embedded().unwrap();
    let mut session = open(&packs);
    assert!(!session.text().contains("2024-02-28"), "{}", session.text());

    let set = type_and_analyse(&mut session.app, &packs, "D2024-02-29<Enter>").unwrap().unwrap();
    assert_eq!((set.date.to_string().as_str(), set.origin), ("2024-02-29", DateOrigin::Reader));
    assert!(session.text().contains("2024-02-28"), "{}", session.text());
    assert!(session.text().contains("U takes it back"), "{}", session.text());

    assert_eq!(type_and_analyse(&mut session.app, &packs, "U"), Some(None));
    assert!(!session.text().contains("2024-02-28"), "{}", session.text());
    session.keys("U");
    assert!(session.text().contains("nothing to undo"), "{}", session.text());
}

#[test]
fn what_is_no_day_is_refused_and_can_be_mended() {
    let packs = Packs::embedded().unwrap();
    let mut session = open(&packs);
    assert_eq!(type_and_analyse(&mut session.app, &packs, "D2024-02-30<Enter>"), None);
    assert!(session.text().contains("no such day"), "{}", session.text());
    let mended = type_and_analyse(&mut session.app, &packs, "<Backspace><Backspace>29<Enter>");
    assert_eq!(mended.unwrap().unwrap().date.to_string(), "2024-02-29");

    session.keys("D<Esc>");
    assert!(!session.text().contains("published on "), "{}", session.text());
}
