//! Which mentions are one entity: the ways in which news shortens, abbreviates and respells a name.

use linimasa::model::EntityKind::{self, Organisation, Person, Place};

use super::facts::Facts;

/// A text, and one of its entities: kind, canonical name, how often it is named.
type Case = (&'static str, EntityKind, &'static str, usize);

const CASES: &[Case] = &[
    // Surname, given name, the part of a longer name.
    ("Menteri Luar Negeri Rusia Sergei Lavrov tiba. Lavrov tersenyum.", Person, "Sergei Lavrov", 2),
    ("Presiden Prabowo Subianto berpidato. Prabowo lalu pulang.", Person, "Prabowo Subianto", 2),
    ("Kim Jong Un menyambut tamunya. Kim lalu berpidato.", Person, "Kim Jong Un", 2),
    // Forms of address are no part of the name.
    ("H. Ahmad Fauzi dan Hj. Siti Nurbaya hadir. Pak Fauzi pulang.", Person, "Ahmad Fauzi", 2),
    // Spellings of one name.
    ("Pelatih Aleksey Borodin kecewa. Alexey Borodin pulang.", Person, "Aleksey Borodin", 2),
    ("Pemain Park Min-ho cedera. Park Min Ho absen.", Person, "Park Min-ho", 2),
    ("Sergei Lavrov berbicara. Sergey Lavrov menolak usul itu.", Person, "Sergei Lavrov", 2),
    // Nicknames that the gazetteer knows.
    ("Mantan presiden Joko Widodo hadir. Jokowi melambai.", Person, "Joko Widodo", 2),
    // Abbreviations in brackets, in both orders, and blends of syllables.
    (
        "Badan Nasional Penanggulangan Bencana (BNPB) mencatat korban. BNPB bergerak.",
        Organisation,
        "Badan Nasional Penanggulangan Bencana",
        3,
    ),
    (
        "BNPB (Badan Nasional Penanggulangan Bencana) mencatat korban.",
        Organisation,
        "Badan Nasional Penanggulangan Bencana",
        2,
    ),
    (
        "Amerika Serikat (AS) menolak usul itu karena tidak sesuai dengan aturan. AS tetap pada sikapnya.",
        Place,
        "Amerika Serikat",
        3,
    ),
    ("Korut meluncurkan rudal itu pada malam hari. Korea Utara membantahnya.", Place, "Korea Utara", 2),
    // Clitics and pairs.
    ("Prabowo Subianto datang. Menurut Prabowo-lah hal itu penting.", Person, "Prabowo Subianto", 2),
    ("Perang Rusia-Ukraina berlanjut. Ukraina bertahan.", Place, "Ukraina", 2),
];

#[test]
fn many_forms_are_one_entity() {
    for &(text, kind, name, mentions) in CASES {
        let facts = Facts::of(text, None, None);
        let found = facts.analysis.entities.items().iter().find(|entity| entity.name == name && entity.kind == kind);
        let count = found.map(|entity| entity.mentions.len());
        assert_eq!(count, Some(mentions), "{text}: {:#?}", facts.analysis.entities.items());
    }
}

#[test]
fn people_of_one_surname_stay_apart() {
    let facts = Facts::of("Ani Yudhoyono dan Agus Yudhoyono hadir. Agus tersenyum.", None, None);
    facts.entity(Person, "Agus Yudhoyono", 2, &["Agus"]);
    facts.entity(Person, "Ani Yudhoyono", 1, &[]);
}
