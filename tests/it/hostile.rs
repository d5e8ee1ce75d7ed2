//! Any bytes at all, all the way: read, cleaned, analysed and printed.

use std::fs;

use linimasa::ingest::{self, Overrides, Source};
use linimasa::model::Span;
use linimasa::view::plain::{self, Style};
use proptest::prelude::*;

use crate::PACKS;

/// Words that some rule waits for, between characters that nobody expects.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "Sabtu (12/7/2025)", "99/99/9999", "31 Februari 2024", "bulan lalu", "9999", "pukul 25.00", "akhir pekan",
            "dikutip dari", "kata", "ujar", "menurut", "KCNA", "AS", "Rusia-Ukraina", "Menteri", "Presiden", "Kim Jong Un",
            "Baca juga:", "PYONGYANG, KOMPAS.com -", "tidak", "akan", "“", "”", "\"", "(", ")", ".", ",", "\n", "\n\n", "1e999",
        ]).prop_map(str::to_owned),
        1 => prop::sample::select(vec!["\u{1b}[31m", "\u{1b}]0;x", "\u{9b}", "\u{202e}", "\u{200d}", "\u{1f469}\u{1f3fd}", "\t", "\r"])
            .prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[0-9]{1,20}",
    ];
    prop::collection::vec((piece, prop::sample::select(vec!["", " "])), 1..60)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, space)| [piece, space.to_owned()]).collect())
}

proptest! {
    #[test]
    fn no_text_stops_the_program_or_steers_the_terminal(text in hostile(), width_cols in prop::option::of(0_usize..50)) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, &text).unwrap();
        let Ok(article) = ingest::read(&Source::File(path), &Overrides::default()) else { return Ok(()) };
        let analysis = linimasa::analysis::analyse(&article, &PACKS);
        let mut out = Vec::new();
        plain::write(&article, &analysis, &Style { width_cols, ..Style::default() }, &mut out).unwrap();
        let printed = String::from_utf8(out).unwrap();
        prop_assert!(printed.chars().all(|c| matches!(c, '\n' | '\t') || !c.is_control()));
        for mention in analysis.mentions.items() {
            prop_assert!(fits(mention.span, &article.body));
        }
        for time in analysis.times.items() {
            prop_assert!(fits(time.span, &article.body));
        }
    }
}

/// Whether `span` lies in `text`, on character boundaries, and holds something.
fn fits(span: Span, text: &str) -> bool {
    text.get(span.range()).is_some_and(|words| !words.is_empty())
}
