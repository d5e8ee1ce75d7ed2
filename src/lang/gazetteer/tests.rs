use super::sections::tests::damaged_but_sealed;
use super::*;

fn sample() -> Vec<Entry> {
    let mut entries = entries(
        "countries.toml",
        r#"
        as_of = "2025-12"
        [[country]]
        code = "KR"
        name = { id = "Korea Selatan", en = "South Korea" }
        abbreviations = { id = ["KS"] }
        demonyms = { en = ["Korean", "South Korean"] }
        capital = { id = "Seoul", en = "Seoul", lat = 37.57, lon = 126.98 }
        "#,
    )
    .unwrap();
    let outlet = "[[outlet]]\nname = 'Yonhap'\nkind = 'agency'\ncountry = 'KR'\nstate_owned = true";
    entries.extend(readable_outlets("outlets.toml", outlet).0);
    entries.push(Entry::new(EntityKind::Person, ["Lee Jae Myung", "Lee"]));
    entries
}

fn people() -> NameWords {
    NameWords { given: vec!["Budi".to_owned()], family: vec!["Sitorus".to_owned(), "Dan".to_owned()] }
}

fn ids(words: &Words, text: &str) -> Vec<WordId> {
    text.split(' ').map(|word| words.find(word)).collect()
}

/// What begins the text `of` names, as the lengths and names of the records.
fn found(gazetteer: &Gazetteer, words: &Words, text: &str) -> Vec<(usize, String)> {
    let ids = ids(words, text);
    gazetteer.names(&ids).map(|(len, name)| (len, gazetteer.record(name.record).name.to_owned())).collect()
}

fn frozen(entries: &[Entry]) -> (Gazetteer, Words) {
    Gazetteer::load(freeze(["dan", "selatan"], entries, &people()).unwrap().leak()).unwrap()
}

/// The same entries, each added while the program runs.
fn added(entries: &[Entry]) -> (Gazetteer, Words) {
    let (mut gazetteer, mut words) = (Gazetteer::default(), Words::default());
    for entry in entries {
        gazetteer.add(&mut words, entry);
    }
    (gazetteer, words)
}

#[test]
fn what_is_compiled_and_what_is_added_is_found_alike() {
    let entries = sample();
    for (gazetteer, words) in [frozen(&entries), added(&entries)] {
        for (text, expected) in [
            ("korea selatan dan", &[(2, "South Korea")][..]),
            ("Lee Jae Myung", &[(1, "Lee Jae Myung"), (3, "Lee Jae Myung")]),
            ("Seoul", &[(1, "Seoul")]),
            ("KS", &[(1, "South Korea")]),
            ("Korean", &[]),
            ("Selatan", &[]),
        ] {
            let expected: Vec<_> = expected.iter().map(|&(len, name)| (len, name.to_owned())).collect();
            assert_eq!(found(&gazetteer, &words, text), expected, "{text}");
        }
        let demonym = |text| gazetteer.demonym(&ids(&words, text)).map(|(len, name)| (len, name.record));
        assert_eq!(demonym("South Korean troops"), Some((2, 0)));
        assert_eq!(demonym("South Korea"), None);
        assert!(gazetteer.is_name_part(words.find("myung")) && !gazetteer.is_name_part(words.find("seoul")));
    }
}

#[test]
fn given_names_and_family_names_are_told_apart() {
    let (gazetteer, words) = frozen(&sample());
    for (word, given, family) in
        [("budi", true, false), ("Sitorus", false, true), ("dan", false, true), ("Seoul", false, false)]
    {
        let id = words.find(word);
        assert_eq!((gazetteer.is_given_name(id), gazetteer.is_family_name(id)), (given, family), "{word}");
    }
}

#[test]
fn records_say_what_the_lists_say() {
    let entries = sample();
    for (gazetteer, words) in [frozen(&entries), added(&entries)] {
        let [country, capital, outlet] = ["Korea Selatan", "Seoul", "Yonhap"]
            .map(|text| gazetteer.names(&ids(&words, text)).next().unwrap().1.record);
        assert_eq!(gazetteer.name_in(country, "id"), Some("Korea Selatan"));
        assert_eq!(gazetteer.name_in(outlet, "id"), None);
        let place = |kind, coordinates| Some(Place { kind, country: "KR", coordinates });
        assert_eq!(gazetteer.record(country).place, place(PlaceKind::Country, None));
        assert_eq!(gazetteer.record(capital).place, place(PlaceKind::Capital, Some((37.57, 126.98))));
        let facts = Outlet { kind: OutletKind::Agency, country: "KR", state_owned: true };
        assert_eq!(gazetteer.record(outlet).outlet, Some(facts));
        assert_eq!(gazetteer.record(99), Record::EMPTY);
    }
}

#[test]
fn what_a_reader_adds_counts_first() {
    let (mut gazetteer, mut words) = frozen(&sample());
    for name in ["Lee", "Seoul Daily", "Yonhap"] {
        gazetteer.add(&mut words, &Entry::new(EntityKind::Other, [name]));
    }
    for (text, expected) in [("Lee", EntityKind::Other), ("Seoul", EntityKind::Place), ("Yonhap", EntityKind::Other)] {
        let ids = ids(&words, text);
        let (_, first) = gazetteer.names(&ids).next().unwrap();
        assert_eq!(gazetteer.record(first.record).kind, expected, "{text}");
    }
    let lengths: Vec<usize> = gazetteer.names(&ids(&words, "Seoul Daily")).map(|(len, _)| len).collect();
    assert_eq!(lengths, [1, 2]);
}

#[test]
fn abbreviations_are_known_as_they_are_written() {
    let (gazetteer, words) = frozen(&sample());
    let ids = ids(&words, "ks");
    let (_, name) = gazetteer.names(&ids).next().unwrap();
    assert!(name.fits("KS") && !name.fits("ks"));
}

#[test]
fn what_is_wrong_in_a_readers_list_is_told_and_the_rest_counts() {
    let text = "
        [[outlet]]
        name = 'Warta Desa'
        kind = 'online'
        [[outlet]]
        name = 'Kabar'
        kind = 'blog'
        [[outlet]]
        kind = 'online'
        [[outlet]]
        name = 'Lontar'
        kind = 'online'
        domains = ['https://lontar.id']
        [[outlet]]
        name = 'Suluh'
        kind = 'online'
        country = 'Indonesia'
        [[outlet]]
        name = \"Kirana\\u001b[2J\"
        kind = 'online'
    ";
    let (entries, errors) = readable_outlets("outlets.toml", text);
    assert_eq!(entries.iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>(), ["Warta Desa"]);
    let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
    for (told, expected) in told.iter().zip([
        "outlets.toml: outlet 2 (`Kabar`): expected one of agency, broadcaster",
        "outlets.toml: outlet 3 (``): missing field `name`",
        "outlets.toml: outlet 4 (`Lontar`): expected a domain like `kompas.com`, but found `https://lontar.id`",
        "outlets.toml: outlet 5 (`Suluh`): expected a `country` like `ID`, but found `Indonesia`",
        "outlets.toml: outlet 6 (`Kirana\u{1b}[2J`): expected names that are not empty and have no control characters",
    ]) {
        assert!(told.starts_with(expected), "{told}");
    }
    assert_eq!(told.len(), 5);
    assert_eq!(readable_outlets("outlets.toml", "[[outlet]").1.len(), 1);
}

#[test]
fn bytes_that_are_damaged_never_panic() {
    let good = freeze(["dan", "selatan"], &sample(), &people()).unwrap();
    for at in 0..good.len() {
        for by in [1, 0x80, 0xff] {
            let Ok((gazetteer, words)) = Gazetteer::load(damaged_but_sealed(&good, at, by).leak()) else { continue };
            for text in ["South Korea Selatan", "Yonhap dan", "Lee Jae Myung", "KS"] {
                found(&gazetteer, &words, text);
                gazetteer.demonym(&ids(&words, text));
            }
            for id in 0..6 {
                gazetteer.record(id);
                gazetteer.name_in(id, "en");
            }
        }
    }
}
