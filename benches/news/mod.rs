//! News of any length for the benches: sentences as news has them, in an order and with names that do not repeat soon.

use divan::counter::BytesCount;
use linimasa::ingest::plain;
use linimasa::lang::Packs;
use linimasa::model::{Article, DateOrigin, Published};

/// Sentences as news has them; `{}` is a person's full name, `{.}` the last word of the last one told.
const INDONESIAN: &[&str] = &[
    "Majelis hakim Pengadilan Tindak Pidana Korupsi Jakarta menjatuhkan vonis tujuh tahun penjara kepada {} pada Selasa (11/6/2024).",
    "Pemerintah provinsi menyiapkan bantuan bagi warga yang rumahnya rusak akibat banjir bandang di tiga kecamatan.",
    "\"Terdakwa terbukti secara sah menerima hadiah yang bertentangan dengan kewajibannya,\" ucap ketua majelis hakim {}.",
    "{.} juga menghukum terdakwa membayar uang pengganti Rp 14,3 miliar, lebih ringan dari tuntutan jaksa.",
    "Menteri Luar Negeri Rusia Sergei Lavrov tiba di Wonsan, Korea Utara, untuk bertemu dengan mitranya, {}.",
    "Kepala Badan Nasional Penanggulangan Bencana (BNPB) {} mengatakan gempa itu tidak berpotensi tsunami.",
    "Menurut {.}, tim gabungan masih mencari lima nelayan yang hilang setelah kapal mereka terbalik dihantam gelombang.",
    "Bank Indonesia mempertahankan suku bunga acuan sebesar 5,75 persen, sesuai dengan perkiraan para ekonom.",
    "Peneliti Indonesia Corruption Watch (ICW) {} menganggap putusan itu belum menimbulkan efek jera.",
    "Ia menambahkan, perusahaan itu sudah merugi selama tiga tahun terakhir dan menunggak gaji 1.250 pekerja di Bekasi.",
    "Warga Desa Sukamaju, Kecamatan Cikalong, diminta tetap waspada karena hujan lebat diperkirakan turun hingga pekan depan.",
    "Juru bicara {} menolak berkomentar, seperti dikutip Reuters dan kantor berita KCNA, Minggu malam.",
];

const ENGLISH: &[&str] = &[
    "Turkish Foreign Minister {} and his Egyptian counterpart shook hands after talks in Ankara on Thursday, September 18.",
    "The provincial government is preparing aid for residents whose homes were damaged by flash floods in three districts.",
    "\"We have lost too many years to a quarrel over lines on a map,\" {} told a joint news conference in Cairo.",
    "{.} said the negotiations would rest on international law and would not be directed against any third party.",
    "The European Union's executive urged all sides to avoid unilateral steps, and the U.N. Security Council will meet in New York.",
    "Nadia Selim, a researcher at the Nile Policy Forum, a Cairo-based think tank, said {.} had been consulted late.",
    "Rescuers are still searching for five fishermen who went missing when a high wave overturned their boat off Cyprus.",
    "The Bank of England kept its benchmark rate at 5.75%, as most economists had predicted in a Reuters poll.",
    "Prosecutors charged former Defence Minister {} under Section 12 of the act, which bars gifts to public officials.",
    "He added that Westmoor Shipping Ltd had lost money for the past three years and owed wages to 1,250 of its workers.",
    "People in Lower Ashby and along the southern coast were told to stay on their guard until next week.",
    "A spokeswoman for {} declined to comment, the Associated Press and the Financial Times reported on Sunday night.",
];

const GIVEN: &[&str] = &[
    "Hendra", "Ratna", "Bonar", "Freddy", "Maria", "Tessa", "Diky", "Anita", "Yusuf", "Laras", "Slamet", "Agnes",
    "Peter", "Hakan", "Selin", "Omar", "Leyla", "Tom", "Ros", "Martha", "Viktor", "Ingrid", "Paolo", "Chen",
];

const FAMILY: &[&str] = &[
    "Wicaksana",
    "Sukmawati",
    "Siregar",
    "Tanuwijaya",
    "Gultom",
    "Sugiarto",
    "Anandya",
    "Lestari",
    "Hidayat",
    "Pangaribuan",
    "Whitfield",
    "Aksoy",
    "Demirtas",
    "Hadidi",
    "Brackley",
    "Markou",
    "Orlov",
    "Lindqvist",
    "Ferraro",
    "Wei",
    "Osei",
    "Novak",
    "Petrenko",
    "Castellanos",
    "Abernathy",
    "Nakagawa",
    "Rahmadi",
    "Situmorang",
    "Kusnadi",
    "Baskoro",
    "Delacroix",
];

/// Bytes of an article as they usually are.
const USUAL_BYTES: usize = 3_500;

/// Sentences in an order, with names, that do not repeat soon.
struct Writer {
    language: &'static str,
    number: usize,
    at: usize,
    person: String,
}

impl Writer {
    fn new(language: &'static str) -> Writer {
        Writer { language, number: 0, at: 0, person: "Anwar Salim".to_owned() }
    }

    /// An article of about so many bytes, in paragraphs of three sentences.
    fn article(&mut self, bytes: usize) -> Article {
        let sentences = if self.language == "id" { INDONESIAN } else { ENGLISH };
        let mut body = String::new();
        while body.len() < bytes {
            self.at = (self.at * 5 + self.number + 7) % sentences.len();
            self.number += 1;
            body.push_str(&self.filled(sentences[self.at]));
            body.push(if self.number % 3 == 2 { '\n' } else { ' ' });
        }
        Article {
            paragraphs: plain::spans(&body),
            body,
            language: Some(self.language.to_owned()),
            published: "2025-07-13".parse().ok().map(|date| Published { date, origin: DateOrigin::Metadata }),
            ..Article::default()
        }
    }

    fn filled(&mut self, sentence: &str) -> String {
        if sentence.contains("{}") {
            let pick = |list: &[&'static str], step: usize| list[self.number / step % list.len()];
            let (given, middle, family) = (pick(GIVEN, 1), pick(FAMILY, 24), pick(FAMILY, 5));
            self.person = format!("{given} {middle} {family}");
        }
        let last = self.person.rsplit(' ').next().unwrap_or("");
        sentence.replace("{}", &self.person).replace("{.}", last)
    }
}

/// Articles that are so many megabytes together.
pub(crate) fn articles(language: &'static str, megabytes: usize, each_bytes: usize) -> Vec<Article> {
    let mut writer = Writer::new(language);
    let count = (megabytes * 1_000_000).div_ceil(each_bytes);
    (0..count).map(|_| writer.article(each_bytes)).collect()
}

/// Language, megabytes altogether, bytes of each article.
pub(crate) type Case = (&'static str, usize, usize);

pub(crate) const CASES: &[Case] = &[
    ("id", 1, USUAL_BYTES),
    ("id", 4, USUAL_BYTES),
    ("id", 16, USUAL_BYTES),
    ("id", 1, 1_000_000),
    ("id", 5, 5_000_000),
    ("en", 1, USUAL_BYTES),
    ("en", 4, USUAL_BYTES),
    ("en", 16, USUAL_BYTES),
    ("en", 1, 1_000_000),
    ("en", 5, 5_000_000),
];

pub(crate) fn packs() -> Packs {
    Packs::embedded().expect("the packs of the program compile, which a test holds")
}

pub(crate) fn bytes(articles: &[Article]) -> BytesCount {
    BytesCount::new(articles.iter().map(|article| article.body.len()).sum::<usize>())
}
