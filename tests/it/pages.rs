//! Whole pages, in the markup of outlets of many kinds, to articles: what is known of each, and how much of its text is found.
//!
//! The pages are written for this test, each with a text file beside it that holds its article, paragraph by paragraph. The
//! outlets' names stand for their markup; the news are invented.

use std::fs;
use std::path::Path;

use linimasa::ingest::html::{self, similarity};
use linimasa::model::Article;

/// What is expected of one page.
struct Page {
    name: &'static str,
    /// The least likeness of its text to the true one, from 0 to 1 by runs of four words.
    least: f64,
    title: &'static str,
    byline: Option<&'static str>,
    /// Day, time and zone.
    published: Option<&'static str>,
    outlet: Option<&'static str>,
    language: Option<&'static str>,
    url: Option<&'static str>,
}

const PAGES: &[Page] = &[
    Page {
        name: "kompas",
        least: 1.0,
        title: "Gempa M 5,6 Guncang Pesisir Selatan, Warga Bertahan di Lapangan",
        byline: Some("Ratna Puspita"),
        published: Some("2025-07-13 08:12 WIB"),
        outlet: Some("KOMPAS.com"),
        language: Some("id"),
        url: Some(
            "https://regional.kompas.example/read/2025/07/13/081200178/gempa-m-56-guncang-pesisir-selatan-warga-bertahan-di-lapangan",
        ),
    },
    Page {
        name: "detik",
        least: 1.0,
        title: "Menhub: Kereta Cepat Lanjut ke Surabaya Masih Dikaji",
        byline: Some("Dimas Pratama"),
        published: Some("2025-07-13 14:05 WIB"),
        outlet: Some("detikfinance"),
        language: Some("id"),
        url: Some(
            "https://finance.detik.example/infrastruktur/d-8012345/menhub-kereta-cepat-lanjut-ke-surabaya-masih-dikaji",
        ),
    },
    Page {
        name: "tempo",
        least: 1.0,
        title: "Mahkamah Batalkan Aturan Batas Usia Kepala Desa",
        byline: Some("Hanifah Zulfa, Rendi Aditama"),
        published: Some("2025-07-10 10:41 WIB"),
        outlet: Some("Tempo"),
        language: Some("id"),
        url: Some("https://www.tempo.example/hukum/mahkamah-batalkan-aturan-batas-usia-kepala-desa-2045991"),
    },
    Page {
        name: "antara",
        least: 1.0,
        title: "Ekspor kopi Gayo tembus pasar Maroko",
        byline: Some("Muhammad Iqbal"),
        published: Some("2025-07-08 19:22 WIB"),
        outlet: Some("Antara News"),
        language: Some("id"),
        url: Some("https://aceh.antaranews.example/berita/398122/ekspor-kopi-gayo-tembus-pasar-maroko"),
    },
    Page {
        name: "cnnindonesia",
        least: 1.0,
        title: "Menlu Temui Utusan PBB Bahas Bantuan Pangan",
        byline: Some("CNN Indonesia"),
        published: Some("2025-07-11 20:34 WIB"),
        outlet: Some("CNN Indonesia"),
        language: Some("id"),
        url: Some(
            "https://www.cnnindonesia.example/internasional/20250711201010-106-1250001/menlu-temui-utusan-pbb-bahas-bantuan-pangan",
        ),
    },
    Page {
        name: "tribun",
        least: 1.0,
        title: "Pasar Lama Terbakar Dini Hari, 84 Kios Ludes",
        byline: Some("Wahyu Nugraha"),
        published: Some("2025-07-09 06:48 WIB"),
        outlet: Some("Tribunjateng.com"),
        language: Some("id"),
        url: Some("https://jateng.tribunnews.example/2025/07/09/pasar-lama-terbakar-dini-hari-84-kios-ludes"),
    },
    Page {
        name: "liputan6",
        least: 1.0,
        title: "Bank Sentral Tahan Suku Bunga 5,5 Persen, Ini Alasannya",
        byline: Some("Tira Maharani"),
        published: Some("2025-07-16 14:45 WIB"),
        outlet: Some("liputan6.com"),
        language: Some("id"),
        url: Some(
            "https://www.liputan6.example/bisnis/read/5911223/bank-sentral-tahan-suku-bunga-55-persen-ini-alasannya",
        ),
    },
    Page {
        name: "bbc",
        least: 1.0,
        title: "River towns brace for second flood peak",
        byline: Some("Imogen Hartley"),
        published: Some("2025-02-11 07:03 UTC"),
        outlet: Some("BBC News"),
        language: Some("en"),
        url: Some("https://www.bbc.example/news/articles/c4gqx7l0z2vo"),
    },
    Page {
        name: "guardian",
        least: 1.0,
        title: "Teachers vote for strike ballot over marking workload",
        byline: Some("Lucas Ferreira"),
        published: Some("2025-04-19 13:20 UTC"),
        outlet: Some("the Guardian"),
        language: Some("en"),
        url: Some(
            "https://www.theguardian.example/education/2025/apr/19/teachers-vote-for-strike-ballot-over-marking-workload",
        ),
    },
    Page {
        name: "reuters",
        least: 1.0,
        title: "Chipmaker Norvik cuts outlook as export curbs bite",
        byline: Some("Anneke Visser"),
        published: Some("2025-05-06 06:12 UTC"),
        outlet: Some("Reuters"),
        language: Some("en"),
        url: Some("https://www.reuters.example/technology/chipmaker-norvik-cuts-outlook-export-curbs-bite-2025-05-06/"),
    },
    Page {
        name: "ap",
        least: 1.0,
        title: "Ferry operator fined after passengers stranded overnight",
        byline: Some("DANA WHITLOCK"),
        published: Some("2025-08-21 23:17 UTC"),
        outlet: Some("AP News"),
        language: Some("en"),
        url: Some("https://apnews.example/article/ferry-stranded-fine-0c1f2e"),
    },
    Page {
        name: "nyt",
        least: 1.0,
        title: "The Town That Grew Around a Telescope",
        byline: Some("Josephine Albrecht"),
        published: Some("2025-03-02 10:00 UTC"),
        outlet: Some("The New York Times"),
        language: Some("en"),
        url: Some("https://www.nytimes.example/2025/03/02/science/telescope-town.html"),
    },
    Page {
        name: "wordpress",
        least: 1.0,
        title: "Petani Garam Sumenep Panen Lebih Awal",
        byline: Some("Moh. Hasan"),
        published: Some("2025-08-05 09:15 WIB"),
        outlet: Some("Suara Madura"),
        language: Some("id"),
        url: Some("https://suaramadura.example/2025/08/05/petani-garam-sumenep-panen-lebih-awal/"),
    },
    Page {
        name: "blogger",
        least: 1.0,
        title: "Jalan Usaha Tani Selesai Dibangun, Ongkos Angkut Turun",
        byline: Some("Admin Desa"),
        published: Some("2025-06-21 09:30 WIB"),
        outlet: Some("Kabar Desa Wonosari"),
        language: None,
        url: Some("https://kabardesa-wonosari.blogspot.example/2025/06/jalan-usaha-tani-selesai.html"),
    },
    Page {
        name: "amp",
        least: 1.0,
        title: "Pelabuhan Baru Kijing Mulai Layani Kapal Peti Kemas",
        byline: Some("Lukas Nababan"),
        published: Some("2025-09-02 16:20 WIB"),
        outlet: Some("Warta Niaga"),
        language: Some("id"),
        url: Some("https://www.wartaniaga.example/ekonomi/pelabuhan-baru-kijing-mulai-layani-kapal-peti-kemas"),
    },
    Page {
        name: "print",
        least: 1.0,
        title: "Polisi Gagalkan Penyelundupan 400 Burung Langka",
        byline: Some("Yulia Savitri"),
        published: Some("2025-06-19 11:27 WIB"),
        outlet: None,
        language: None,
        url: None,
    },
    Page {
        name: "sindo",
        least: 1.0,
        title: "Pelatih Baru Garuda Muda Panggil 26 Pemain",
        byline: Some("Andri Bagaskara"),
        published: Some("2025-07-16 15:30 WIB"),
        outlet: Some("SINDOnews.com"),
        language: None,
        url: Some(
            "https://sports.sindonews.example/read/1593311/11/pelatih-baru-garuda-muda-panggil-26-pemain-1752652800",
        ),
    },
    Page {
        name: "kumparan",
        least: 1.0,
        title: "Mahasiswa Malang Bikin Alat Deteksi Banjir dari Ponsel Bekas",
        byline: None,
        published: Some("2025-05-28 11:10 WIB"),
        outlet: Some("kumparan"),
        language: Some("id"),
        url: Some("https://kumparan.example/teknologi/mahasiswa-malang-bikin-alat-deteksi-banjir-25abCD"),
    },
    Page {
        name: "voa",
        least: 0.91,
        title: "Jepang dan Filipina Sepakati Latihan Penjaga Pantai",
        byline: Some("VOA"),
        published: Some("2025-01-20 10:15 WIB"),
        outlet: Some("VOA Indonesia"),
        language: Some("id"),
        url: Some(
            "https://www.voaindonesia.example/a/jepang-dan-filipina-sepakati-latihan-penjaga-pantai/7990123.html",
        ),
    },
    Page {
        name: "pemda",
        least: 1.0,
        title: "Pemerintah Kabupaten Tirtajaya - Berita",
        byline: None,
        published: Some("2025-05-12 09:05"),
        outlet: None,
        language: None,
        url: None,
    },
    Page {
        name: "cnn",
        least: 1.0,
        title: "Pilot lands glider on highway after thermals fade",
        byline: Some("Marguerite Oduya, Sam Pell"),
        published: Some("2025-06-18 21:02 UTC"),
        outlet: Some("CNN"),
        language: Some("en"),
        url: Some("https://www.cnn.example/2025/06/18/us/glider-highway-landing"),
    },
    Page {
        name: "listicle",
        least: 1.0,
        title: "5 Cara Menghemat Listrik di Musim Kemarau",
        byline: Some("Salsabila Putri"),
        published: Some("2025-08-14 08:00 WIB"),
        outlet: Some("IDN Times"),
        language: Some("id"),
        url: Some("https://www.idntimes.example/life/diy/5-cara-menghemat-listrik"),
    },
    Page {
        name: "elementor",
        least: 1.0,
        title: "Harbour dredging delayed again",
        byline: Some("Fiona MacAskill"),
        published: Some("2025-03-18 09:00 UTC"),
        outlet: Some("The Islander"),
        language: Some("en"),
        url: Some("https://theislander.example/harbour-dredging-delayed-again/"),
    },
    Page {
        name: "interview",
        least: 1.0,
        title: "“A library is a promise”: Q&A with Tendai Moyo",
        byline: Some("Clara Weiss"),
        published: Some("2025-10-07 12:00 UTC"),
        outlet: Some("Folio Quarterly"),
        language: Some("en"),
        url: None,
    },
    Page {
        name: "okezone",
        least: 1.0,
        title: "KRL Tambah 12 Perjalanan Malam, Ini Jadwalnya",
        byline: Some("Nurul Hasanah"),
        published: Some("2025-06-02 17:30 WIB"),
        outlet: Some("megapolitan.okezone.example"),
        language: Some("id"),
        url: Some(
            "https://megapolitan.okezone.example/read/2025/06/02/338/3144/krl-tambah-12-perjalanan-malam-ini-jadwalnya",
        ),
    },
    Page {
        name: "columns",
        least: 1.0,
        title: "Vineyards turn to sheep to cut diesel bills",
        byline: Some("Nadim Sarkis"),
        published: Some("2025-04-02 06:30 UTC+03:00"),
        outlet: Some("Al Mashriq"),
        language: Some("en"),
        url: None,
    },
    Page {
        name: "oldblog",
        least: 1.0,
        title: "notes from a small harbour: the night the ice came in",
        byline: None,
        published: None,
        outlet: None,
        language: None,
        url: None,
    },
    Page {
        name: "suara",
        least: 1.0,
        title: "Warga Kampung Nelayan Tolak Reklamasi, Ini Tuntutannya",
        byline: Some("Bimo Aria"),
        published: Some("2025-04-24 11:42 WIB"),
        outlet: Some("suara.com"),
        language: Some("id"),
        url: Some(
            "https://www.suara.example/news/2025/04/24/114200/warga-kampung-nelayan-tolak-reklamasi-ini-tuntutannya",
        ),
    },
    Page {
        name: "substack",
        least: 1.0,
        title: "The bus that never came",
        byline: Some("Petra Novak"),
        published: Some("2025-11-03 11:01 UTC"),
        outlet: Some("The Last Mile"),
        language: Some("en"),
        url: Some("https://lastmile.substack.example/p/the-bus-that-never-came"),
    },
    Page {
        name: "fox",
        least: 1.0,
        title: "Missing hiker found after dog leads rescuers to ravine",
        byline: Some("Landon Pryce"),
        published: Some("2025-09-30 15:20 UTC-04:00"),
        outlet: Some("Fox News"),
        language: Some("en"),
        url: Some("https://www.foxnews.example/us/missing-hiker-found-dog-leads-rescuers-ravine"),
    },
    Page {
        name: "mail",
        least: 1.0,
        title: "Couple find Roman coins while digging a pond",
        byline: Some("Harriet Cole For Mailonline"),
        published: Some("2025-05-11 10:05 UTC+01:00"),
        outlet: Some("Mail Online"),
        language: Some("en"),
        url: Some("https://www.dailymail.example/news/article-14700000/Couple-Roman-coins-pond.html"),
    },
    Page {
        name: "gannett",
        least: 1.0,
        title: "Quincy bakery to close after 83 years",
        byline: Some("Deborah Lindgren"),
        published: Some("2025-01-09 10:02 UTC"),
        outlet: Some("The Herald-Courier"),
        language: Some("en"),
        url: Some("https://www.heraldcourier.example/story/news/2025/01/09/quincy-bakery-to-close/7700/"),
    },
    Page {
        name: "dw",
        least: 1.0,
        title: "Jerman Uji Kereta Tanpa Masinis di Jalur Umum",
        byline: Some("Greta Hoffmeister"),
        published: Some("2025-05-15 14:41 WIB"),
        outlet: Some("dw.com"),
        language: Some("id"),
        url: Some("https://www.dw.example/id/jerman-uji-kereta-tanpa-masinis/a-72500001"),
    },
    Page {
        name: "republika",
        least: 1.0,
        title: "Pesantren di Jombang Kelola Sampah Jadi Gas",
        byline: Some("Umi Latifah"),
        published: Some("2025-06-07 06:15 WIB"),
        outlet: Some("Republika Online"),
        language: Some("id"),
        url: Some("https://khazanah.republika.example/berita/t1abc2/pesantren-di-jombang-kelola-sampah-jadi-gas"),
    },
    Page {
        name: "medium",
        least: 1.0,
        title: "Why our map app lies about hills",
        byline: Some("Sunniva Dahl"),
        published: Some("2025-09-12 08:44 UTC"),
        outlet: Some("Medium"),
        language: Some("en"),
        url: Some("https://medium.example/@sunniva/why-our-map-app-lies-about-hills-9f0c"),
    },
    Page {
        name: "merdeka",
        least: 1.0,
        title: "Museum Kereta Dibuka Malam Hari",
        byline: Some("Shania Arum"),
        published: Some("2025-02-22 18:03 WIB"),
        outlet: Some("merdeka.com"),
        language: Some("id"),
        url: None,
    },
    Page {
        name: "gov",
        least: 1.0,
        title: "New bridge over the Murrumbidgee opens to traffic",
        byline: None,
        published: Some("2025-07-03 00:30 UTC"),
        outlet: None,
        language: Some("en"),
        url: None,
    },
    Page {
        name: "live",
        least: 1.0,
        title: "Tram drivers accept pay offer after 9-day strike",
        byline: Some("Ilse Verbeke"),
        published: Some("2025-12-01 17:20 UTC+01:00"),
        outlet: Some("Euro Daily"),
        language: Some("en"),
        url: None,
    },
];

/// The least mean likeness of all.
const LEAST_MEAN: f64 = 0.99;

fn bytes(file: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pages");
    fs::read(folder.join(file)).unwrap_or_else(|reason| panic!("{file}: {reason}"))
}

fn article(name: &str) -> Article {
    html::article(&bytes(&format!("{name}.html")), None).unwrap_or_else(|problem| panic!("{name} {problem}"))
}

#[test]
fn facts_of_pages_are_told() {
    let mut wrong = Vec::new();
    for page in PAGES {
        let article = article(page.name);
        let published = article.published.map(|it| {
            let time = article.published_time.map_or(String::new(), |time| format!(" {time}"));
            format!("{}{time}", it.date)
        });
        let told = [
            ("title", article.title.as_deref(), Some(page.title)),
            ("byline", article.byline.as_deref(), page.byline),
            ("published", published.as_deref(), page.published),
            ("outlet", article.outlet.as_deref(), page.outlet),
            ("language", article.language.as_deref(), page.language),
            ("url", article.url.as_deref(), page.url),
        ];
        let differ = told.into_iter().filter(|(_, found, expected)| found != expected);
        wrong.extend(
            differ.map(|(fact, found, expected)| format!("{}: {fact} is {found:?}, not {expected:?}", page.name)),
        );
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn texts_of_pages_are_found() {
    let mut told = Vec::new();
    let mut sum = 0.0;
    let mut is_right = true;
    for page in PAGES {
        let expected = String::from_utf8(bytes(&format!("{}.txt", page.name))).unwrap();
        let article = article(page.name);
        let likeness = similarity::of(&expected, &article.body);
        sum += likeness;
        let missing = expected.lines().filter(|line| !article.body.lines().any(|it| it == *line));
        let added = article.body.lines().filter(|line| !expected.lines().any(|it| it == *line));
        told.push(format!("{:.3} {}", likeness, page.name));
        if likeness < page.least {
            is_right = false;
            told.extend(missing.map(|line| format!("    - {line}")));
            told.extend(added.map(|line| format!("    + {line}")));
        }
    }
    let mean = sum / PAGES.len() as f64;
    assert!(is_right && mean >= LEAST_MEAN, "\n{}\n{mean:.4} in the mean", told.join("\n"));
}

#[test]
fn pages_tell_where_their_article_goes_on() {
    let cases = [
        ("kompas", None, Some("?page=all")),
        ("detik", Some("/2"), None),
        ("tribun", Some("?page=2"), None),
        ("wordpress", Some("2/"), None),
        ("suara", Some("?page=2"), None),
        ("liputan6", None, None),
        ("bbc", None, None),
    ];
    for (name, next, whole) in cases {
        let article = article(name);
        let own = article.url.clone().unwrap();
        let behind =
            |address: &Option<String>| address.as_deref().and_then(|it| it.strip_prefix(&own)).map(str::to_owned);
        let told = (behind(&article.next_page), behind(&article.whole_page));
        assert_eq!((told.0.as_deref(), told.1.as_deref()), (next, whole), "{name}");
    }
}
