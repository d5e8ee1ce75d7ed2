use proptest::prelude::*;

use super::*;
use crate::model::EntityKind;

/// What the entries do and what is wrong, a line each.
fn told(text: &[u8]) -> Vec<String> {
    let book = Book::parse(text);
    let entries = book.entries.iter().map(|entry| format!("{:?}", entry.correction));
    entries.chain(book.problems.iter().map(|problem| format!("{}: {}", problem.line, problem.reason))).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found = told(text.as_bytes());
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.contains(expected), "expected {expected}, but found {found}");
    }
}

#[test]
fn every_action_is_read() {
    check(
        "\u{feff}# mine\n[[ merge ]] # two spellings\nkind = 'person'\nnames = [\n  'Jokowi', # short\n  \"Joko\"\n]\ninto = 'Joko Widodo'\n\
         [[split]]\nwords = 'Kim'\nname = 'Kim Yo Jong'\nfrom = 'Kim Jong Un'\narticle = 'a.txt'\n\
         [[rename]]\r\nname = 'BI'\r\nto = 'Bank Indonesia'\r\n\
         [[kind]]\nname = 'Antara'\nkind = 'outlet'\n[[not-a-name]]\nname = 'Gambir'\n\
         [[add]]\nwords = 'bajul ijo'\nkind = 'organisation'\nname = 'Persebaya'",
        &[
            r#"Merge { names: ["Jokowi", "Joko"], into: "Joko Widodo", kind: Some(Person) }"#,
            r#"Split { words: "Kim", from: Some("Kim Jong Un"), name: "Kim Yo Jong", kind: None, article: Some("a.txt") }"#,
            r#"Rename { name: "BI", to: "Bank Indonesia" }"#,
            r#"Kind { name: "Antara", kind: Outlet }"#,
            r#"NotAName { name: "Gambir" }"#,
            r#"Add { words: "bajul ijo", kind: Organisation, name: Some("Persebaya") }"#,
        ],
    );
}

#[test]
fn a_wrong_entry_is_named_with_its_line_and_costs_no_other() {
    const GOOD: &str = "[[not-a-name]]\nname = 'Gambir'\n";
    for (wrong, problem) in [
        ("[[kind]]\nname = 'A'\nkind = 'pink'\n", "5: unknown variant `pink`, expected one of `person`"),
        ("[[mrege]]\nname = 'A'\n", "3: unknown variant `mrege`, expected one of `merge`"),
        ("[[rename]]\nname = 'A'\nfrom = 'B'\n", "5: unexpected keys in table: from, available keys: name, to"),
        ("[[rename]]\nname = 'A'\n", "3: missing field `to`"),
        ("[[rename]]\nname = 'A'\nname = 'B'\nto = 'C'\n", "5: duplicate key"),
        ("[[rename]]\nname = 'A\nto = 'C'\n", "4: invalid literal string"),
        ("[[rename]]\nname = 3\nto = 'C'\n", "4: invalid type: integer"),
        ("[[rename]]\nname = ' '\nto = 'C'\n", "3: expected a name in `name`, but found nothing"),
        ("[[merge]]\nnames = []\ninto = 'C'\n", "3: expected names in `names`"),
        ("[rename]\nname = 'A'\nto = 'B'\n", "3: expected a heading like `[[merge]]`, but found `[rename]`"),
        ("[[rename\nname = 'A'\nto = 'B'\n", "3: expected a heading like `[[merge]]`, but found `[[rename`"),
    ] {
        check(&format!("{GOOD}{wrong}{GOOD}"), &["Gambir", "Gambir", problem]);
    }
    check(&format!("# mine\nnama = 'A'\n{GOOD}"), &["Gambir", "2: expected a heading like `[[merge]]` before it"]);
    let long = format!("[[not-a-name]]\nname = '{}'\n", "a".repeat(401));
    check(&long, &["1: expected at most 400 bytes in `name`"]);
    assert_eq!(told(b"[[not-a-name]]\nname = 'Caf\xE9'\n"), ["2: it is not UTF-8 text"]);
}

#[test]
fn a_shared_file_cannot_steer_the_terminal() {
    check("[[not-a-name]]\nname = \"a\\u001B[2Jb\"\n", &[r#"NotAName { name: "ab" }"#]);
    check("[[not-a-name]]\n\"a\\u001B[2Jb\" = 1\n", &["2: unexpected keys in table: ab"]);
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[A-Z][a-z']{1,9}( [A-Z][a-z\"\\\\é#=-]{1,9}){0,3}", "\\[\\[[a-z]{1,5}\\]\\]", "['\"]{1,4}[a-z]"]
}

fn any_correction() -> impl Strategy<Value = Correction> {
    let kind = || prop::sample::select(EntityKind::ALL.to_vec());
    prop_oneof![
        (prop::collection::vec(name(), 1..4), name(), prop::option::of(kind()))
            .prop_map(|(names, into, kind)| Correction::Merge { names, into, kind }),
        (name(), prop::option::of(name()), name(), prop::option::of(kind()), prop::option::of(name()))
            .prop_map(|(words, from, name, kind, article)| Correction::Split { words, from, name, kind, article }),
        (name(), name()).prop_map(|(name, to)| Correction::Rename { name, to }),
        (name(), kind()).prop_map(|(name, kind)| Correction::Kind { name, kind }),
        name().prop_map(|name| Correction::NotAName { name }),
        (name(), kind(), prop::option::of(name())).prop_map(|(words, kind, name)| Correction::Add {
            words,
            kind,
            name
        }),
    ]
}

proptest! {
    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        Book::parse(&bytes);
    }

    #[test]
    fn what_is_appended_is_read_again(corrections in prop::collection::vec(any_correction(), 1..6)) {
        let text = corrections.iter().fold(Vec::new(), |text, correction| append(&text, correction).unwrap());
        prop_assert_eq!(Book::parse(&text).corrections(), corrections);
        prop_assert_eq!(Book::parse(&text).problems, []);
        // The whole is one document of TOML, for whatever else reads it.
        prop_assert!(toml::from_str::<toml::Table>(std::str::from_utf8(&text).unwrap()).is_ok());
    }

    #[test]
    fn what_is_taken_back_leaves_no_trace(
        lines in prop::collection::vec(
            prop::sample::select(vec!["# mine", "", "[[rename]]", "name = 'A'", "to = 'B' # so", "oops"]), 1..12),
        correction in any_correction(),
    ) {
        let text = lines.join("\n") + "\n";
        let appended = append(text.as_bytes(), &correction).unwrap();
        prop_assert!(appended.starts_with(text.as_bytes()), "nothing that was there is touched");
        prop_assert_eq!(take_back(&appended, &correction), Some(text.into_bytes()));
    }
}

#[test]
fn comments_and_order_of_others_stay_when_one_is_taken_back() {
    let text = "# mine\n\n[[rename]] # so\nname = 'A'\nto = 'B'\n\n# about C\n[[not-a-name]]\nname = 'C'\n";
    let rename = Correction::Rename { name: "A".into(), to: "B".into() };
    let left = take_back(text.as_bytes(), &rename).unwrap();
    assert_eq!(String::from_utf8(left).unwrap(), "# mine\n\n# about C\n[[not-a-name]]\nname = 'C'\n");
    assert_eq!(take_back(b"", &rename), None);
}
