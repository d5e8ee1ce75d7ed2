//! What the reader corrected holds for any article, and can say that he did.

use linimasa::analysis::{analyse, analyse_corrected};
use linimasa::corrections::Book;
use linimasa::model::{Analysis, Article, Correction};
use proptest::prelude::*;

use crate::PACKS;

fn article(text: &str) -> Article {
    let (body, paragraphs) = linimasa::ingest::plain::paragraphs(text);
    Article { id: "a.txt".into(), body, paragraphs, language: Some("id".into()), ..Article::default() }
}

/// The corrections in the text of a file, all of which make sense.
#[track_caller]
fn corrections(text: &str) -> Vec<Correction> {
    let book = Book::parse(text.as_bytes());
    assert_eq!(book.problems, []);
    book.corrections()
}

/// Kind, name, and each mention with the rule behind it if the reader made it; in the order of the text.
fn entities(article: &Article, analysis: &Analysis) -> Vec<String> {
    let told = |id| {
        let mention: &linimasa::model::Mention = &analysis.mentions[id];
        let rule = if mention.rule.is_of_reader() { format!(" <{}", mention.rule) } else { String::new() };
        format!("{}{rule}", mention.span.of(&article.body))
    };
    let mut entities: Vec<_> = analysis.entities.items().iter().collect();
    entities.sort_by_key(|entity| entity.mentions[0]);
    let line = |entity: &&linimasa::model::Entity| {
        let mentions: Vec<String> = entity.mentions.iter().map(|&id| told(id)).collect();
        format!("{} {}: {}", entity.kind.name(), entity.name, mentions.join(", "))
    };
    entities.iter().map(line).collect()
}

#[track_caller]
fn check(text: &str, file: &str, expected: &[&str]) {
    let article = article(text);
    let analysis = analyse_corrected(&article, &PACKS, &corrections(file));
    assert_eq!(entities(&article, &analysis), expected, "{file}");
}

const MEETING: &str = "Presiden Rusia Vladimir Putin menerima Kim Jong Un di Moskwa. Menurut Kim, ia \
                       datang bersama Kim Yo Jong, kata Putin. Adapun Kim Yo Jong tidak berkomentar.";

#[test]
fn without_corrections_nothing_changes() {
    check(
        MEETING,
        "",
        &[
            "place Rusia: Rusia",
            "person Vladimir Putin: Vladimir Putin, Putin",
            "person Kim Jong Un: Kim Jong Un, Kim",
            "place Moskwa: Moskwa",
            "person Kim Yo Jong: Kim Yo Jong, Kim Yo Jong",
        ],
    );
}

#[test]
fn forms_answer_that_mean_nobody_else() {
    const OFFICE: &str = "Badan Nasional Penanggulangan Bencana (BNPB) diminta Presiden Joko Widodo. Jokowi menegur BNPB, dan \
                          Retno Marsudi diam. Retno pulang.";
    let found = [
        "organisation Badan Nasional Penanggulangan Bencana: Badan Nasional Penanggulangan Bencana, BNPB, BNPB",
        "person Joko Widodo: Joko Widodo, Jokowi",
        "person Retno Marsudi: Retno Marsudi, Retno",
    ];
    check(OFFICE, "", &found);
    // A name in short is somebody else's in the next article.
    check(OFFICE, "[[merge]]\nnames = ['Retno']\ninto = 'Retno Lestari'", &found);
    check(
        OFFICE,
        "[[kind]]\nname = 'BNPB'\nkind = 'other'\n[[kind]]\nname = 'Jokowi'\nkind = 'other'",
        &[
            "other Badan Nasional Penanggulangan Bencana: Badan Nasional Penanggulangan Bencana, BNPB, BNPB",
            "other Joko Widodo: Joko Widodo, Jokowi",
            found[2],
        ],
    );
}

#[test]
fn two_become_one_and_one_becomes_two() {
    let others = ["place Rusia: Rusia", "person Vladimir Putin: Vladimir Putin, Putin"];
    check(
        MEETING,
        "[[merge]]\nnames = ['kim yo jong', 'Nobody']\ninto = 'Kim Jong Un'\nkind = 'person'",
        &[
            others[0],
            others[1],
            "person Kim Jong Un: Kim Jong Un, Kim, Kim Yo Jong <reader/merge, Kim Yo Jong <reader/merge",
            "place Moskwa: Moskwa",
        ],
    );
    check(
        MEETING,
        "[[split]]\nwords = 'Kim'\nfrom = 'Kim Jong Un'\nname = 'Kim Yo Jong'",
        &[
            others[0],
            others[1],
            "person Kim Jong Un: Kim Jong Un",
            "place Moskwa: Moskwa",
            "person Kim Yo Jong: Kim <reader/split, Kim Yo Jong, Kim Yo Jong",
        ],
    );
    check(
        MEETING,
        "[[split]]\nwords = 'Kim Jong Un'\nname = 'Kim Jong Un'\nkind = 'other'\narticle = './a.txt'",
        &[
            others[0],
            others[1],
            "other Kim Jong Un: Kim Jong Un <reader/split",
            "place Moskwa: Moskwa",
            "person Kim: Kim",
            "person Kim Yo Jong: Kim Yo Jong, Kim Yo Jong",
        ],
    );
    check(
        MEETING,
        "[[split]]\nwords = 'Kim'\nfrom = 'Kim Jong Un'\nname = 'Kim Yo Jong'\narticle = '/home/a/a.txt'",
        &[
            others[0],
            others[1],
            "person Kim Jong Un: Kim Jong Un",
            "place Moskwa: Moskwa",
            "person Kim Yo Jong: Kim <reader/split, Kim Yo Jong, Kim Yo Jong",
        ],
    );
    let elsewhere = "[[split]]\nwords = 'Kim'\nname = 'X'\narticle = 'b.txt'";
    let unchanged = analyse(&article(MEETING), &PACKS);
    assert_eq!(analyse_corrected(&article(MEETING), &PACKS, &corrections(elsewhere)), unchanged);
}

#[test]
fn names_and_kinds_are_those_that_the_reader_gave() {
    check(
        "Nadia Sari tiba di Ambon. Sari Nadia ikut, kata Nadia Sari.",
        "[[rename]]\nname = 'Nadia Sari'\nto = 'Nadia S.'\n[[rename]]\nname = 'Sari Nadia'\nto = 'Nadia S.'\n\
         [[kind]]\nname = 'ambon'\nkind = 'organisation'",
        &[
            "person Nadia S.: Nadia Sari <reader/rename, Sari Nadia <reader/rename, Nadia Sari <reader/rename",
            "organisation Ambon: Ambon",
        ],
    );
    let article = article("Ayu Lestari tiba di Ambon.");
    let analysis = analyse_corrected(&article, &PACKS, &corrections("[[kind]]\nname = 'Ambon'\nkind = 'organisation'"));
    let ambon = analysis.entities.items().iter().find(|entity| entity.name == "Ambon").unwrap();
    assert_eq!(ambon.rule.as_str(), "reader/kind");
}

#[test]
fn what_is_no_name_is_none_and_leaves_its_short_forms_to_others() {
    check(
        "Presiden Vladimir Putin tiba di Ambon. Menurut Putin, ia senang.",
        "[[not-a-name]]\nname = 'VLADIMIR PUTIN'",
        &["place Ambon: Ambon", "person Putin: Putin"],
    );
}

#[test]
fn added_words_are_a_name_in_every_article() {
    check(
        "Ayu Lestari memuji bajul ijo di Ambon, dan Bajul Ijo senang.",
        "[[add]]\nwords = 'bajul ijo'\nkind = 'organisation'\nname = 'Persebaya'",
        &[
            "person Ayu Lestari: Ayu Lestari",
            "organisation Persebaya: bajul ijo <reader/add, Bajul Ijo <reader/add",
            "place Ambon: Ambon",
        ],
    );
    // A capital letter counts where it was typed; an abbreviation is only what it looks like.
    let sun = "[[add]]\nwords = 'Matahari'\nkind = 'organisation'\n[[add]]\nwords = 'SE'\nkind = 'other'";
    check(
        "Kemarin matahari terbit di atas toko Matahari, kata se itu.",
        sun,
        &["organisation Matahari: Matahari <reader/add"],
    );
    // The last word counts.
    let both = "[[add]]\nwords = 'Matahari'\nkind = 'place'\n[[not-a-name]]\nname = 'Matahari'\n";
    check("Kami pergi ke toko Matahari.", both, &[]);
    check(
        "Kami pergi ke toko Matahari.",
        &format!("{both}[[add]]\nwords = 'Matahari'\nkind = 'other'"),
        &["other Matahari: Matahari <reader/add"],
    );
}

#[test]
fn an_added_person_lends_his_name_to_short_forms() {
    check(
        "Warga bertemu Qomar Zetta kemarin. Menurut Zetta, hujan akan turun.",
        "[[add]]\nwords = 'Qomar Zetta'\nkind = 'person'",
        &["person Qomar Zetta: Qomar Zetta <reader/add, Zetta"],
    );
}

#[test]
fn later_corrections_find_what_earlier_ones_made() {
    check(
        "Presiden Vladimir Putin tiba di Ambon.",
        "[[rename]]\nname = 'Vladimir Putin'\nto = 'Volodya'\n[[kind]]\nname = 'Volodya'\nkind = 'outlet'\n\
         [[merge]]\nnames = ['volodya']\ninto = 'Kabar Putin'",
        &["outlet Kabar Putin: Vladimir Putin <reader/merge", "place Ambon: Ambon"],
    );
}

#[test]
fn the_publisher_stays_the_publisher_under_another_name() {
    let article = Article { outlet: Some("KOMPAS.com".into()), ..article("AMBON, KOMPAS.com - Ayu Lestari tiba.") };
    let analysis =
        analyse_corrected(&article, &PACKS, &corrections("[[rename]]\nname = 'Kompas.com'\nto = 'Harian Kompas'"));
    assert_eq!(analysis.entities[analysis.publisher.unwrap()].name, "Harian Kompas");
}

/// Corrections about the names of [`MEETING`] and some that it does not have.
fn any_correction() -> impl Strategy<Value = Correction> {
    let name = || {
        prop::sample::select(vec![
            "Kim Jong Un",
            "Kim",
            "Kim Yo Jong",
            "Putin",
            "Vladimir Putin",
            "Moskwa",
            "tiba",
            "X",
        ])
        .prop_map(str::to_owned)
    };
    let kind = || prop::sample::select(linimasa::model::EntityKind::ALL.to_vec());
    prop_oneof![
        (prop::collection::vec(name(), 1..3), name(), prop::option::of(kind()))
            .prop_map(|(names, into, kind)| Correction::Merge { names, into, kind }),
        (name(), prop::option::of(name()), name(), prop::option::of(kind()))
            .prop_map(|(words, from, name, kind)| Correction::Split { words, from, name, kind, article: None }),
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
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_corrected_mentions_and_entities_fit_each_other(corrections in prop::collection::vec(any_correction(), 0..8)) {
        let article = article(MEETING);
        let analysis = analyse_corrected(&article, &PACKS, &corrections);
        let mentions = analysis.mentions.items();
        prop_assert!(mentions.is_sorted_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end))));
        for (id, entity) in analysis.entities.iter() {
            prop_assert!(!entity.mentions.is_empty() && entity.mentions.is_sorted());
            prop_assert!(entity.mentions.iter().all(|&mention| analysis.mentions[mention].entity == id));
        }
        let counted: usize = analysis.entities.items().iter().map(|entity| entity.mentions.len()).sum();
        prop_assert_eq!(counted, mentions.len());
        prop_assert_eq!(analyse_corrected(&article, &PACKS, &corrections), analysis);
    }
}
