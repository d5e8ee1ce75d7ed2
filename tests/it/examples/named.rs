//! What holds for the names of every text.

use std::sync::LazyLock;

use linimasa::analysis::{analyse, entities, entities_as_annotated};
use linimasa::export::{NAME_FORMATS, Naming};
use linimasa::ingest::{columns, plain};
use linimasa::lang::TAGS;
use linimasa::model::{Analysis, Article, Columns, Mention};
use proptest::prelude::*;

use super::LANGUAGES;
use crate::PACKS;

#[track_caller]
fn check_sound(analysis: &Analysis, text: &str) {
    let mut before = (0, usize::MAX);
    for (id, mention) in analysis.mentions.iter() {
        let span = mention.span;
        assert!(text.get(span.range()).is_some_and(|words| !words.is_empty()), "{span:?} in {text:?}");
        assert!(span.len() <= Mention::LONGEST_BYTES, "{span:?} in {text:?}");
        assert!((span.start, usize::MAX - span.end) >= (before.0, usize::MAX - before.1), "{span:?} in {text:?}");
        assert!(analysis.entities[mention.entity].mentions.binary_search(&id).is_ok(), "{span:?} in {text:?}");
        before = (span.start, span.end);
    }
    for (id, entity) in analysis.entities.iter() {
        assert!(!entity.mentions.is_empty(), "{} in {text:?}", entity.name);
        assert!(entity.mentions.is_sorted() && entity.mentions.iter().all(|&at| analysis.mentions[at].entity == id));
    }
}

fn written(article: &Article, analysis: &Analysis, columns: Option<&Columns>, format: &str) -> String {
    let format = NAME_FORMATS.iter().find(|known| known.name == format).unwrap();
    let mut out = Vec::new();
    (format.write)(&Naming { article, analysis, columns }, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

static PIECES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let words = "Kim Jong Un Lavrov Sergei Presiden Menteri Luar Negeri Rusia Korea Utara AS Amerika Serikat PBB Bank \
        Indonesia Universitas Gadjah Mada Kementerian Badan Gedung Jalan Jakarta Joko bin al- Widodo ' KCNA KOMPAS.com \
        TASS Telegram di ke dan yang kata ujar menurut rudal Patriot Sabtu Juli ( ) , . - – : \" “ ” ‘ ’ 's \n \r\n \t \
        é 日 \u{301} 12 7 2025 ‹RLO› The of President Prime Minister University Party London Reuters said Mr. U.S. to in \
        ABC A B xyz se-Indonesia O'Brien Mc -DOCSTART- # Baca juga: Foto: JAKARTA";
    words.split(' ').chain(["\n", "\t", "\r\n"]).collect()
});

fn text() -> impl Strategy<Value = String> {
    let gaps = prop::sample::select(vec![" ", " ", " ", ""]);
    let pieces = prop::collection::vec((prop::sample::select(PIECES.clone()), gaps), 0..60);
    pieces.prop_map(|pieces| pieces.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

/// Whether a line is a word, alone or with its tag.
fn is_word(line: &str) -> bool {
    !line.trim().is_empty() && !line.starts_with("-DOCSTART-") && (line.contains('\t') || !line.starts_with('#'))
}

/// Pieces of which a text may be made that has no end of a sentence anywhere.
const ENDLESS: &[&str] = &[
    "A B C D E F ",
    "Kim Jong ",
    "Bank Alfa, ",
    "Badan Alfa, Beta, dan ",
    "Menteri ( ",
    "kata Kim ",
    "Kim-",
    "Aba bin ",
    "(ABC) ",
];

#[test]
fn a_text_without_sentences_takes_no_longer_than_any_other() {
    for piece in ENDLESS {
        let text = piece.repeat(100_000 / piece.len());
        let article = Article { paragraphs: plain::spans(&text), body: text, ..Article::default() };
        // Whatever grows faster than the text does not come to an end here.
        let analysis = entities(&article, &PACKS, &[]);
        check_sound(&analysis, &article.body);
    }
}

proptest! {
    #[test]
    fn any_text_has_sound_names(text in prop_oneof![1 => any::<String>(), 3 => text()], language in 0..LANGUAGES.len()) {
        let language = Some(LANGUAGES[language].to_owned());
        let article =
            Article { body: text.clone(), paragraphs: plain::spans(&text), language, ..Article::default() };
        for analysis in [analyse(&article, &PACKS), entities(&article, &PACKS, &[])] {
            check_sound(&analysis, &text);
        }
        let analysis = entities(&article, &PACKS, &[]);
        for (format, lines) in [
            ("", analysis.entities.len()),
            ("mentions", analysis.mentions.len()),
            ("json", analysis.entities.len()),
            ("json mentions", analysis.mentions.len()),
        ] {
            prop_assert_eq!(written(&article, &analysis, None, format).lines().count(), lines, "{}", format);
        }
        check_standoff(&written(&article, &analysis, None, "brat"), &text);
    }

    #[test]
    fn any_columns_keep_their_words(text in text().prop_map(|text| text.replace(' ', "\tO\n")), language in 0..LANGUAGES.len()) {
        let (article, columns) = columns::parse(text.clone());
        let article = Article { language: Some(LANGUAGES[language].to_owned()), ..article };
        let analysis = entities_as_annotated(&article, &columns.documents, &PACKS);
        check_sound(&analysis, &article.body);
        let out = written(&article, &analysis, Some(&columns), "iob");
        prop_assert_eq!(out.lines().count(), text.lines().count());
        let word = |line: &&str| line.split('\t').next().unwrap().to_owned();
        let words = |text: &str| text.lines().filter(|line| is_word(line)).map(|line| word(&line)).collect::<Vec<_>>();
        prop_assert_eq!(words(&out), words(&text));
        let given = text.lines().zip(out.lines()).filter(|(line, _)| is_word(line));
        let is_tag = |line: &str| TAGS.iter().any(|tag| line.ends_with(&format!("\t{tag}")));
        for (line, written) in given {
            prop_assert!(is_tag(written), "{line:?} became {written:?}");
        }
    }
}

/// The characters at the borders of each mention are its words.
#[track_caller]
fn check_standoff(standoff: &str, text: &str) {
    let characters: Vec<char> = text.chars().collect();
    for line in standoff.lines().filter(|line| line.starts_with('T')) {
        let [_, borders, words] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line:?}") };
        let pieces = borders.split_once(' ').unwrap().1.split(';').map(|piece| {
            let (start, end) = piece.split_once(' ').unwrap();
            characters[start.parse().unwrap()..end.parse().unwrap()].iter().collect::<String>()
        });
        assert_eq!(pieces.collect::<Vec<_>>().join(" "), words, "{text:?}");
    }
}
