//! The trained tagger within the analysis: what it adds, what holds without it, and that its file is what it says.

use std::fs;
use std::path::Path;

use linimasa::analysis::analyse;
use linimasa::assets;
use linimasa::lang::{FEATURE_VERSION, GUIDELINES, Packs, TaggerModel, checksum, model_file};
use linimasa::model::EntityKind::{Organisation, Person, Place};
use linimasa::model::{Article, EntityKind};

use super::facts::Facts;

#[track_caller]
fn check(text: &str, expected: &[(EntityKind, &str, usize)]) {
    let facts = Facts::of(text, None, None);
    for &(kind, name, mentions) in expected {
        facts.entity(kind, name, mentions, &[]);
    }
    for kind in [Person, Organisation, Place] {
        let names: Vec<&str> = expected.iter().filter(|row| row.0 == kind).map(|row| row.1).collect();
        facts.only(kind, &names);
    }
}

#[test]
fn unknown_names_are_found_by_what_surrounds_them() {
    check(
        "Suratman Wirya, petani di lereng gunung itu, mengaku rugi. Hal itu dibenarkan Kusnadi Baskoro yang ikut panen.",
        &[(Person, "Suratman Wirya", 1), (Person, "Kusnadi Baskoro", 1)],
    );
}

#[test]
fn an_office_is_part_of_the_title_and_no_person() {
    let facts =
        Facts::of("Menteri Tenaga Kerja Sulistyo Hadi hadir. Menteri Perumahan Rakyat itu tidak hadir.", None, None);
    facts.only(Person, &["Sulistyo Hadi"]);
    let mention = &facts.analysis.mentions.items()[0];
    assert_eq!(mention.title.map(|title| title.of(&facts.body)), Some("Menteri Tenaga Kerja"));
}

#[test]
fn a_name_is_the_same_wherever_it_stands() {
    check(
        "Bupati Darmaji Wicaksono meninjau jembatan itu pada Senin. Menurut Darmaji, jembatan itu akan dibuka. Wicaksono pulang.",
        &[(Person, "Darmaji Wicaksono", 3)],
    );
}

#[test]
fn a_pair_of_countries_is_two_names_and_a_bracket_one_of_its_own() {
    check(
        "Perang Rusia-Ukraina dibahas Badan Nasional Penanggulangan Bencana (BNPB) di Jakarta.",
        &[
            (Place, "Rusia", 1),
            (Place, "Ukraina", 1),
            (Place, "Jakarta", 1),
            (Organisation, "Badan Nasional Penanggulangan Bencana", 2),
        ],
    );
}

#[test]
fn a_language_without_a_model_has_names_all_the_same() {
    let mut packs = Packs::embedded().unwrap();
    packs.packs.iter_mut().for_each(|pack| pack.tagger = None);
    let (body, paragraphs) = linimasa::ingest::plain::paragraphs(assets::text(assets::COMMISSIONED_ARTICLE).unwrap());
    let analysis = analyse(&Article { body, paragraphs, ..Article::default() }, &packs);
    for name in ["Kim Jong Un", "Sergei Lavrov", "Korea Utara", "NATO", "KCNA"] {
        assert!(analysis.entities.items().iter().any(|entity| entity.name == name), "{name}");
    }
}

#[test]
fn the_text_beside_a_model_tells_the_truth() {
    let guided = GUIDELINES.iter().map(|guidelines| (guidelines.language, Some(guidelines.name)));
    for (code, guidelines) in [("id", None), ("en", None)].into_iter().chain(guided) {
        let file = model_file(code, guidelines);
        let bytes = assets::get(&file).unwrap();
        assert!(TaggerModel::load(bytes).is_ok(), "{code}");
        assert!(bytes.len() <= 3_000_000, "{code}: {} bytes", bytes.len());
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(&file).with_extension("toml");
        let notes: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
        assert_eq!(notes["feature-version"].as_integer(), Some(i64::from(FEATURE_VERSION)), "{code}");
        assert_eq!(notes["bytes"].as_integer(), Some(bytes.len() as i64), "{code}");
        assert_eq!(notes["checksum"].as_str(), Some(format!("{:016x}", checksum(bytes)).as_str()), "{code}");
    }
}
