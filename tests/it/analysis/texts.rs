//! News of other kinds, in the house styles of other outlets: disaster, court, sport, economy, war.

use jiff::civil::date;
use linimasa::model::EntityKind::{Organisation, Outlet, Person, Place, Platform};
use linimasa::model::FurnitureKind;
use linimasa::model::Status::{Planned, Reported};

use super::facts::Facts;

/// The text of this name, as it is given without metadata.
fn read(name: &str) -> Facts {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/articles").join(name);
    Facts::of(&std::fs::read_to_string(path).unwrap(), None, None)
}

#[test]
fn an_earthquake() {
    let facts = read("gempa.txt");
    assert_eq!(facts.analysis.published.unwrap().date, date(2025, 2, 4));
    facts.time("Selasa (4/2/2025) pukul 03.14 WIB", "2025-02-04T03:14");
    facts.time("18 Januari lalu", "2025-01-18");
    facts.entity(Person, "Daryono", 2, &[]);
    facts.entity(Person, "Erwin Andriatmoko", 1, &[]);
    facts.entity(Organisation, "Badan Meteorologi, Klimatologi, dan Geofisika", 3, &["BMKG"]);
    facts.entity(Organisation, "Badan Nasional Penanggulangan Bencana", 3, &["BNPB"]);
    facts.entity(Place, "Kabupaten Pacitan", 2, &["Pacitan"]);
    facts.rests_on("Petugas sudah berada", &["Antara"]);
    let kinds: Vec<FurnitureKind> = facts.analysis.furniture.iter().map(|piece| piece.kind).collect();
    assert_eq!(kinds, [FurnitureKind::Dateline, FurnitureKind::Link, FurnitureKind::Byline, FurnitureKind::Byline]);
}

#[test]
fn a_verdict() {
    let facts = read("sidang.txt");
    facts.timeline(&[
        ("2019..2021", "year", Reported, "Hendra terbukti menerima suap", "publisher"),
        ("2023-05", "month", Reported, "Kasus ini bermula dari laporan majalah Tempo", "publisher"),
        ("2024-09-08", "day", Reported, "ia pulang dari Singapura", "publisher"),
        ("2024-09-09", "day", Reported, "KPK menangkap Hendra di Bandara Soekarno-Hatta", "publisher"),
        ("2025-03-17", "day", Reported, "Majelis hakim Pengadilan Tindak Pidana Korupsi", "publisher"),
    ]);
    facts.only(Person, &["Hendra Gunawan", "Ratna Dewanti", "Bambang Sutejo", "Tessa Nurhaliza"]);
    facts.entity(Person, "Hendra Gunawan", 4, &["Hendra"]);
    facts.entity(Organisation, "Komisi Pemberantasan Korupsi", 4, &["KPK"]);
    facts.only(Outlet, &["Tempo"]);
}

#[test]
fn a_match() {
    let facts = read("bola.txt");
    facts.time("Sabtu (7/12/2024) malam WIB", "2024-12-07 night");
    facts.entity(Person, "Paul Munster", 2, &["Munster"]);
    facts.entity(Organisation, "Persebaya Surabaya", 5, &["Persebaya", "Bajul Ijo"]);
    facts.rests_on("Munster akan memakai", &["Jawa Pos"]);
    let values: Vec<String> = facts.analysis.times.items().iter().map(|time| time.value.to_string()).collect();
    // Scores and formations are no dates.
    assert_eq!(values, ["2024-12-07 night", "present", "2024-12-08", "2023-04-11", "2024-W50"]);
}

#[test]
fn a_rate_decision() {
    let facts = read("ekonomi.txt");
    facts.time("kuartal II 2025", "2025-Q2");
    facts.entity(Person, "Perry Warjiyo", 2, &["Perry"]);
    facts.entity(Organisation, "Bank Indonesia", 5, &["BI"]);
    facts.entity(Organisation, "Badan Pusat Statistik", 2, &["BPS"]);
    facts.rests_on("Kantor berita Reuters melaporkan", &["Reuters"]);
    assert_eq!(facts.sources(), ["publisher", "Reuters"]);
}

#[test]
fn a_war() {
    let facts = read("timteng.txt");
    facts.timeline(&[
        ("2023-10-07", "day", Reported, "Perang di Gaza pecah setelah Hamas menyerang Israel", "publisher"),
        ("2024-05", "month", Reported, "Biden pertama kali mengusulkan gencatan senjata", "publisher"),
        ("2024-10-20 night", "partofday", Reported, "Serangan udara Israel menewaskan sedikitnya 43 orang", "unnamed"),
        ("2024-W43", "week", Planned, "Presiden AS Joe Biden akan bertemu Perdana Menteri Israel", "Axios"),
    ]);
    facts.only(Person, &["Ashraf al-Qudra", "Joe Biden", "Benjamin Netanyahu"]);
    facts.entity(Organisation, "Gedung Putih", 1, &[]);
    facts.only(Platform, &["Telegram"]);
    facts.rests_on("Juru bicara Kementerian Kesehatan Gaza", &["Al Jazeera"]);
    facts.rests_on("Mesir dan Qatar mengusulkan", &["AFP"]);
}
