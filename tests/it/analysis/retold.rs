//! The commissioned article's shape with other people, countries, outlets, months and weekdays: what holds for the one
//! must hold for the other, or it was learned by heart.

use jiff::civil::date;
use linimasa::model::EntityKind::{Organisation, Outlet, Person, Place, Platform};
use linimasa::model::Status::{Planned, Reported};

use super::facts::Facts;

const RETOLD: &str = "\
BAKU, Tempo.co - Presiden Azerbaijan Rashid Mammadli menyampaikan dukungan penuh bagi Kenya terkait sengketa di Somalia.
Pernyataan tersebut diungkapkan Mammadli dalam jamuan dengan Menteri Pertahanan Kenya Joseph Otieno di Baku, seperti dilansir kantor berita Azerbaijan, Azertac.
Mammadli menjelaskan, pemerintahnya menghormati setiap keputusan yang dibuat parlemen Kenya untuk mengakhiri akar konflik Somalia.
Simak juga: Panglima Militer Uganda, Mesir, dan Brasil Berunding di Kampala, Soroti Sikap Kenya-Somalia
“Kami percaya bahwa petani dan pelaut Kenya tentu akan memperoleh keadilan dalam menjaga wilayah dan sumber hidup bangsa,” kata Mammadli sebagaimana dikutip Azertac.
Jamuan antara Mammadli dan Otieno digelar pada Rabu (5/3/2025) dalam suasana yang digambarkan Azertac “penuh persahabatan dan tawa.”
Di platform Instagram, Kementerian Pertahanan Kenya ikut membagikan foto jamuan tersebut yang menampilkan Mammadli dan Otieno bertukar cendera mata.
Sesudah menjumpai Mammadli, Otieno juga mengunjungi Menteri Energi Azerbaijan Leyla Huseynli, dilansir dari Al Jazeera.
Pada kesempatan yang sama, Otieno mengucapkan rasa terima kasih kepada perawat Azerbaijan yang “tangguh” karena telah dikirim untuk menolong Kenya, seperti diberitakan kantor berita Kenya, KNA.
Beberapa diplomat Eropa menduga Azerbaijan telah memasok sekitar 2.500 ton gandum ke Kenya selama setahun terakhir untuk mengisi gudang Kenya di perbatasan Somalia.
Adapun blokade laut Kenya terhadap Somalia dimulai pada Oktober 2021 di bawah perintah Presiden Daniel Kiprono.
Sikap Azerbaijan ini muncul setelah Perdana Menteri Jepang Haruto Fujisaki memutuskan menghentikan bantuan pangan ke Somalia, yang sudah lama dijanjikan.
Dalam wawancara dengan Sky News pada Senin lalu, Fujisaki mengatakan telah meraih persetujuan dengan WHO untuk menyalurkan obat malaria Coartem ke Somalia melalui lembaga itu.
Baku secara resmi pertama kali mengakui pengapalan gandumnya ke Kenya pada November lalu.
Pada Mei tahun lalu, Rashid Mammadli dan Daniel Kiprono meneken nota yang menyebut kedua negara akan saling membantu bila salah satu mengalami “kekeringan”.
Selain itu, Azerbaijan juga berencana mengirim ratusan insinyur untuk memperbaiki wilayah Mombasa di Kenya yang rusak, menurut pejabat pertahanan Nairobi bulan lalu.
Tetaplah bersama Tempo.co untuk laporan terpercaya. Ikuti kami dan unduh Aplikasi Tempo di sini";

fn retold(published: bool) -> Facts {
    let day = published.then(|| date(2025, 3, 6));
    Facts::of(RETOLD, published.then_some("Tempo.co"), day)
}

#[test]
fn the_timeline_is_told_by_other_words() {
    retold(true).timeline(&[
        ("2021-10", "month", Reported, "blokade laut Kenya terhadap Somalia dimulai", "publisher"),
        ("2024-03-06..2025-03-06", "day", Reported, "Azerbaijan telah memasok sekitar 2.500 ton gandum", "unnamed"),
        ("2024-05", "month", Reported, "Rashid Mammadli dan Daniel Kiprono meneken nota", "publisher"),
        ("2024-11", "month", Reported, "Baku secara resmi pertama kali mengakui pengapalan gandumnya", "publisher"),
        ("2025-02", "month", Planned, "Azerbaijan juga berencana mengirim ratusan insinyur", "unnamed"),
        ("2025-03-03", "day", Reported, "Fujisaki mengatakan telah meraih persetujuan dengan WHO", "Sky News"),
        ("2025-03-05", "day", Reported, "Jamuan antara Mammadli dan Otieno digelar", "Azertac"),
    ]);
}

#[test]
fn the_day_of_publication_is_inferred_here_too() {
    let facts = retold(false);
    assert_eq!(facts.analysis.published.unwrap().date, date(2025, 3, 5));
    facts.time("Senin lalu", "2025-03-03");
    facts.time("Mei tahun lalu", "2024-05");
    facts.time("setahun terakhir", "2024-03-05..2025-03-05");
}

#[test]
fn the_sources_are_others() {
    for facts in [retold(true), retold(false)] {
        let mut sources = facts.sources();
        assert_eq!(sources.remove(0), "publisher");
        sources.sort();
        assert_eq!(sources, ["Al Jazeera", "Azertac", "KNA", "Kementerian Pertahanan Kenya", "Sky News", "unnamed"]);
        for (words, basis) in [
            ("Pernyataan tersebut", "Azertac"),
            ("Mammadli menjelaskan", "publisher"),
            ("Kami percaya", "Azertac"),
            ("penuh persahabatan", "Azertac"),
            ("Di platform Instagram", "Kementerian Pertahanan Kenya"),
            ("Sesudah menjumpai", "Al Jazeera"),
            ("Pada kesempatan yang sama", "KNA"),
            ("Beberapa diplomat Eropa", "unnamed"),
            ("Dalam wawancara dengan Sky", "Sky News"),
            ("Baku secara resmi", "publisher"),
            ("Azerbaijan juga berencana", "unnamed"),
        ] {
            facts.rests_on(words, &[basis]);
        }
    }
}

#[test]
fn the_names_are_others() {
    let facts = retold(true);
    for (name, mentions, forms) in [
        ("Rashid Mammadli", 8, &["Mammadli"][..]),
        ("Joseph Otieno", 5, &["Otieno"]),
        ("Leyla Huseynli", 1, &[]),
        ("Daniel Kiprono", 2, &[]),
        ("Haruto Fujisaki", 2, &["Fujisaki"]),
    ] {
        facts.entity(Person, name, mentions, forms);
    }
    facts.only(Person, &["Rashid Mammadli", "Joseph Otieno", "Leyla Huseynli", "Daniel Kiprono", "Haruto Fujisaki"]);
    facts.entity(Place, "Baku", 3, &["BAKU"]);
    facts.entity(Place, "Jepang", 1, &[]);
    facts.entity(Place, "Mombasa", 1, &[]);
    facts.only(Organisation, &["WHO", "Kementerian Pertahanan Kenya"]);
    facts.only(Outlet, &["Tempo", "Azertac", "Al Jazeera", "KNA", "Sky News"]);
    facts.only(Platform, &["Instagram"]);
}
