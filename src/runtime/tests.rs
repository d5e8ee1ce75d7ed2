use std::path::PathBuf;
use std::sync::{Arc, mpsc};

use super::{Performer, Shelves, Workers};
use crate::app::shelf::msg::Ask;
use crate::app::{Effect, Msg};
use crate::assets::COMMISSIONED_ARTICLE;
use crate::corrections::Store;
use crate::ingest::{Overrides, Source};
use crate::model::{Analysis, Article, Correction, Edit, Span};

fn performer(analyser: fn(&Article) -> Analysis) -> Performer {
    let analyser = Arc::new(move |article: &Article, _: &[Correction]| analyser(article));
    Performer::new(&[Source::Embedded(COMMISSIONED_ARTICLE)], Overrides::default(), analyser)
}

#[test]
fn an_opened_source_is_loaded_by_its_name() {
    let answer = performer(|_| Analysis::default())
        .perform(Effect::Load { document: 3, path: PathBuf::from(COMMISSIONED_ARTICLE) });
    assert!(matches!(answer, Some(Msg::Loaded { document: 3, article }) if article.id == COMMISSIONED_ARTICLE));
}

#[test]
fn a_missing_file_answers_with_the_reason() {
    let answer =
        performer(|_| Analysis::default()).perform(Effect::Load { document: 0, path: PathBuf::from("/no/such/file") });
    assert!(matches!(answer, Some(Msg::LoadFailed { document: 0, reason }) if reason.contains("/no/such/file")));
}

#[test]
fn a_panic_in_the_analysis_is_an_answer() {
    let article = Arc::new(Article { id: "a.txt".to_owned(), ..Article::default() });
    let answer =
        performer(|_| panic!("a bad day")).perform(Effect::Analyse { document: 1, article, corrections: Arc::new([]) });
    assert!(matches!(answer, Some(Msg::AnalysisFailed { document: 1, reason })
        if reason.contains("a.txt") && reason.contains("a bad day")));
}

#[test]
fn a_search_is_answered_with_every_place() {
    let body = "Kapal tiba, kapal pergi.".to_owned();
    let paragraphs = vec![Span::new(0, body.len())];
    let article = Arc::new(Article { body, paragraphs, ..Article::default() });
    let search = Effect::Search { document: 2, article, query: "kapal".to_owned() };
    let hits = vec![Span::new(0, 5), Span::new(12, 17)];
    let expected = Msg::Found { document: 2, query: "kapal".to_owned(), hits };
    assert_eq!(performer(|_| Analysis::default()).perform(search), Some(expected));
}

#[test]
fn a_correction_is_kept_and_all_that_hold_are_the_answer() {
    let folder = tempfile::tempdir().unwrap();
    let keeping = || performer(|_| Analysis::default()).keeping(Some(Store::in_folder(folder.path())));
    let [a, b] = ["A", "B"].map(|name| Correction::NotAName { name: name.to_owned() });
    keeping().perform(Effect::Correct(Edit::Append(a.clone())));
    let edit = Edit::Append(b.clone());
    let expected = Msg::Corrected { edit: edit.clone(), corrections: Arc::new([a, b]) };
    assert_eq!(keeping().perform(Effect::Correct(edit.clone())), Some(expected));

    let nowhere = performer(|_| Analysis::default()).perform(Effect::Correct(edit));
    assert!(matches!(nowhere, Some(Msg::CorrectionFailed { reason }) if reason.contains("LINIMASA_DATA")));
}

#[test]
fn only_addresses_that_lead_somewhere_are_opened() {
    let refuse: super::Opener = |_| Err(std::io::Error::other("no browser"));
    let open = |address: &str, opener| {
        performer(|_| Analysis::default()).opening(opener).perform(Effect::Open(address.into()))
    };
    assert_eq!(open("https://warta.example/a", |_| Ok(())), None);
    for address in
        ["file:///etc/passwd", "javascript:alert(1)", "-x", "https://a.example/ --x", "https://a.example/\u{1b}[2J"]
    {
        assert!(matches!(open(address, |_| panic!("opened")), Some(Msg::OpenFailed { .. })), "{address}");
    }
    assert!(
        matches!(open("mailto:a@b.example", refuse), Some(Msg::OpenFailed { reason }) if reason.contains("no browser"))
    );
}

#[test]
fn effects_on_the_terminal_have_no_answer() {
    for effect in [Effect::Copy(String::new()), Effect::Redraw, Effect::Suspend, Effect::Quit] {
        assert_eq!(performer(|_| Analysis::default()).perform(effect), None);
    }
}

#[test]
fn workers_answer_every_effect() {
    let (sender, answers) = mpsc::channel();
    let workers = Workers::start(performer(|_| Analysis::default()), move |msg| sender.send(msg).unwrap()).unwrap();
    for document in 0..20 {
        workers.perform(Effect::Load { document, path: PathBuf::from(COMMISSIONED_ARTICLE) });
    }
    drop(workers);
    assert_eq!(answers.iter().count(), 20);
}

#[test]
fn what_comes_into_the_library_is_analysed_with_the_corrections_of_the_reader() {
    let folder = tempfile::tempdir().unwrap();
    let (told, counts) = mpsc::channel();
    let analyser = Arc::new(move |_: &Article, corrections: &[Correction]| {
        told.send(corrections.len()).unwrap();
        Analysis::default()
    });
    let performer = Performer::new(&[], Overrides::default(), analyser);
    let store = Store::in_folder(folder.path());
    let performer = performer.keeping(Some(store)).shelving(Some(Shelves::new(folder.path().to_owned())));
    performer.perform(Effect::Correct(Edit::Append(Correction::NotAName { name: "A".to_owned() })));
    let file = folder.path().join("a.txt");
    std::fs::write(&file, "Panen raya di Lereng Barat.").unwrap();
    performer.perform(Effect::Shelf(Ask::Add(file.to_string_lossy().into_owned())));
    assert_eq!(counts.try_iter().collect::<Vec<_>>(), [1]);
}

#[test]
fn workers_end_when_what_the_reader_corrected_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let store = || Store::in_folder(folder.path());
    let workers = Workers::start(performer(|_| Analysis::default()).keeping(Some(store())), |_| {}).unwrap();
    for name in 0..20 {
        workers.perform(Effect::Correct(Edit::Append(Correction::NotAName { name: name.to_string() })));
    }
    workers.finish();
    assert_eq!(store().read().unwrap().corrections().len(), 20);
}
