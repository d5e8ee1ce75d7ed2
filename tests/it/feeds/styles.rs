//! Feeds in the markup of many kinds of outlets, each with what must be read of it.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use linimasa::ingest::feed::{self, article};

/// A file, what its host says of its encoding, and what is read of it: title, site and language, then for each item its address,
/// day, author and title, and the first line of its article.
const STYLES: &[(&str, &str, &str)] = &[
    (
        "portal-cdata.xml",
        "",
        "Kabar Nusantara - Nasional · https://kabar.example/nasional · id
https://kabar.example/read/2025/07/13/071200/banjir-demak?utm_source=rss&utm_medium=feed · 2025-07-13 · - · Banjir Rendam 12 Desa di Demak, Ribuan Warga Mengungsi
  Bupati Demak Hartati Wulandari mengatakan, tanggul Sungai Tuntang jebol pada Sabtu (12/7/2025) malam.
https://kabar.example/read/2025/07/12/193000/jaksa-tuntut · 2025-07-12 · - · Jaksa Tuntut Mantan Kepala Dinas 4 Tahun Penjara
  Sidang di Pengadilan Tipikor Surabaya ditunda hingga pekan depan.",
    ),
    (
        "kantor-berita-wib.xml",
        "",
        "Kantor Berita Samudra · http://samudra.example/ · -
http://samudra.example/berita/4812/menlu · 2025-08-14 · - · Menlu terima duta besar di Pejambon
  Jakarta (Samudra) - Menteri Luar Negeri menerima duta besar baru, Senin.
http://samudra.example/berita/4811/gempa · 2025-08-14 · - · Gempa magnitudo 5,2 guncang Ternate
  Ternate (Samudra) - Tidak ada laporan kerusakan.",
    ),
    (
        "wordpress-daerah.xml",
        "utf-8",
        "Suara Lereng · https://lereng.example/ · id-ID
https://lereng.example/petani-kopi/ · 2025-07-13 · Wening Astuti · Petani Kopi ‘Lereng Barat’ Panen Raya
  Panen kopi tahun ini naik dua kali lipat, kata Ketua Kelompok Tani Sugeng Raharjo, Jumat (11/7/2025).",
    ),
    (
        "rdf-media.rdf",
        "",
        "Buletin Malam · https://buletin.example/ · id
https://buletin.example/a1 · 2025-07-13 · Redaksi · Pelabuhan Bitung dibuka lagi
  Kapal pertama sandar pukul 06.00 Wita.
https://buletin.example/a2 · 2025-07-12 · - · Harga cabai turun
  Harga cabai turun",
    ),
    (
        "rss-090.rdf",
        "",
        "Old Wire · http://oldwire.example/ · -
http://oldwire.example/1 · - · - · Parliament votes on budget
  Parliament votes on budget
http://oldwire.example/2 · - · - · Storm closes ferry line
  Storm closes ferry line",
    ),
    (
        "rss-091-latin1.xml",
        "utf-8",
        "Le Courrier du Port · http://courrier.example/ · fr
http://courrier.example/greve · - · - · Grève à l'aéroport
  Les vols sont annulés jusqu'à mardi.",
    ),
    (
        "atom-blogger.xml",
        "",
        "Catatan Kampung · https://kampung.example/ · -
https://kampung.example/2025/07/rapat.html · 2025-07-12 · Damar · Rapat <warga> soal jembatan
  Rapat warga memutuskan jembatan dibangun pada Agustus 2025.",
    ),
    (
        "atom-xhtml.xml",
        "",
        "The Harbour Ledger · https://ledger.example/news/ · en-GB
https://ledger.example/news/2025/rate · 2025-07-13 · - · Bank raises rate
  The central bank raised its rate on Tuesday, Governor Alice Whitfield said.",
    ),
    (
        "atom-03.xml",
        "",
        "Valley Post · http://valley.example/ · en
http://valley.example/bridge · 2005-03-01 · - · Council approves bridge
  The council approved the bridge.",
    ),
    (
        "json-feed.json",
        "",
        "Warta Data · https://data.example/ · id
https://data.example/inflasi · 2025-07-01 · Laksmi · Inflasi Juni 1,87 persen
  BPS mencatat inflasi tahunan 1,87 persen pada Juni 2025.
- · 2025-07-02 · - · -
  Tanpa judul, hanya catatan singkat.",
    ),
    (
        "undeclared-1252.xml",
        "",
        "Gazette – World · http://gazette.example/ · -
http://gazette.example/geneva · 2025-07-11 · - · “No deal” in Geneva
  Talks ended on Friday without an agreement – the third failure this year.",
    ),
    (
        "mislabelled.xml",
        "iso-8859-1",
        "Harian “Fajar” · http://fajar.example/ · -
http://fajar.example/1 · 2025-07-13 · - · Café tertua di Malang tutup
  Café tertua di Malang tutup",
    ),
    (
        "utf-16.xml",
        "utf-8",
        "Radio Selat · http://selat.example/ · -
http://selat.example/feri · - · - · Feri kandas di Selat Bali – penumpang selamat
  Feri kandas di Selat Bali – penumpang selamat",
    ),
    (
        "broken-template.xml",
        "",
        "Tabloid Bintang & Bola · http://bintang.example/?a=1&b=2 · -
http://bintang.example/?id=9&kanal=bola · 2025-07-13 · - · Persebaya 3 < 4 Arema? Ini kata pelatih
  Pelatih &bogus; bilang \"kami kalah\" & pergi.
http://bintang.example/?id=8&kanal=bola · - · - · Transfer © terbaru
  Transfer © terbaru",
    ),
    (
        "feedburner.xml",
        "",
        "Tekno Harian · https://tekno.example/ · -
https://tekno.example/satelit · - · Yusra Hakim · Satelit baru mengorbit
  Diluncurkan pada 10 Juli 2025.",
    ),
    (
        "agregator.xml",
        "",
        "\"gempa\" - Agregator · https://agregator.example/search?q=gempa&hl=id · id
https://agregator.example/rss/articles/CBMi?oc=5 · 2025-07-13 · - · Gempa M 6,1 di Sulawesi Utara - Kabar Manado
  Gempa M 6,1 di Sulawesi Utara Kabar Manado",
    ),
    (
        "prefiks-lain.xml",
        "",
        "Pos Perbatasan · https://feeds.example/ · -
https://feeds.example/2025/entikong · 2025-07-13 · Maria Bria · Pos lintas batas Entikong ramai
  Antrean kendaraan mencapai dua kilometer.",
    ),
];

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/feeds")
}

#[test]
fn feeds_are_read_in_every_style() {
    for (name, charset, expected) in STYLES {
        let bytes = fs::read(folder().join(name)).unwrap();
        let feed = feed::parse(&bytes, charset, "https://feeds.example/rss.xml").unwrap();
        let or = |text: Option<&str>| text.unwrap_or("-").to_owned();
        let mut found = format!("{} · {} · {}", feed.title, or(feed.site.as_deref()), or(feed.language.as_deref()));
        for item in &feed.items {
            let article = article::of_item(&feed, item).unwrap();
            let day = article.published.map(|published| published.date.to_string());
            let (address, day, author, title) = (
                or(item.address.as_deref()),
                or(day.as_deref()),
                or(item.author.as_deref()),
                or(item.title.as_deref()),
            );
            write!(found, "\n{address} · {day} · {author} · {title}\n  {}", article.paragraphs[0].of(&article.body))
                .unwrap();
        }
        assert_eq!(found, *expected, "{name}");
    }
}

#[test]
fn every_style_has_its_expectation() {
    let files = fs::read_dir(folder()).unwrap().count();
    assert_eq!(files, STYLES.len());
}

/// Every byte that is lost or changed leaves a feed that is read, or an error; never a panic.
#[test]
fn damage_is_survived() {
    for (name, charset, _) in STYLES {
        let whole = fs::read(folder().join(name)).unwrap();
        for at in (0..whole.len()).step_by(7) {
            let _ = feed::parse(&whole[..at], charset, "https://feeds.example/rss.xml");
            let mut changed = whole.clone();
            changed[at] = b"<>&\"'\0\xFF/!]"[at % 10];
            let read = feed::parse(&changed, charset, "https://feeds.example/rss.xml");
            for item in read.iter().flat_map(|feed| &feed.items) {
                let _ = article::of_item(read.as_ref().unwrap(), item);
            }
        }
    }
}
