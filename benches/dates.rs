//! How fast times are found in news text, and whether the time grows with the text alone.
//!
//! `cargo bench` prints the throughput of one core. `stage` is the search for times with the words given, `whole` is
//! everything from the text on: cutting it into words, looking those up, and the search.

use divan::Bencher;
use divan::counter::BytesCount;
use linimasa::analysis::{Passages, dates};
use linimasa::ingest::plain;
use linimasa::lang::Packs;
use linimasa::model::{Article, DateOrigin, Published};

/// Sentences as news has them, about one in two with a time in it.
const INDONESIAN: &[&str] = &[
    "Pemerintah provinsi menyiapkan bantuan bagi warga yang rumahnya rusak akibat banjir bandang di tiga kecamatan.",
    "Gubernur mengatakan jembatan itu akan selesai pada Desember 2025 dan dibuka untuk umum setelah uji beban.",
    "Menurut dia, harga beras di pasar tradisional mulai turun karena pasokan dari daerah sentra kembali lancar.",
    "Polisi menangkap dua tersangka di sebuah rumah kontrakan, Sabtu (12/7/2025) malam, tanpa perlawanan.",
    "Tim penyelamat masih mencari lima nelayan yang hilang setelah kapal mereka terbalik dihantam gelombang tinggi.",
    "Bank sentral mempertahankan suku bunga acuan sebesar 5,75 persen, sesuai dengan perkiraan para ekonom.",
    "Ia menambahkan, perusahaan itu sudah merugi selama tiga tahun terakhir dan menunggak gaji 1.250 pekerja.",
    "Kedua pemimpin bertemu di sela konferensi tingkat tinggi dan sepakat memperluas kerja sama pertahanan.",
    "Pertandingan berakhir dengan skor 2-1 setelah penyerang tuan rumah mencetak gol pada menit ke-89.",
    "Warga diminta tetap waspada karena hujan lebat diperkirakan turun hingga pekan depan di pesisir selatan.",
    "Jaksa menuntut terdakwa dengan Pasal 12 Undang-Undang Nomor 20 Tahun 2001 tentang pemberantasan korupsi.",
    "Festival tahunan itu menarik puluhan ribu pengunjung dari dalam dan luar negeri, kata panitia kemarin.",
];

const ENGLISH: &[&str] = &[
    "The provincial government is preparing aid for residents whose homes were damaged by flash floods in three districts.",
    "The governor said the bridge would be finished in December 2025 and opened to traffic after a load test.",
    "Rice prices at street markets have begun to fall because supplies from the main growing areas are flowing again.",
    "Police arrested two suspects at a rented house in the east of the city late on Saturday without a struggle.",
    "Rescuers are still searching for five fishermen who went missing when a high wave overturned their boat.",
    "The central bank kept its benchmark rate at 5.75%, as most economists had predicted in a survey of the market.",
    "He added that the company had lost money for the past three years and owed wages to 1,250 of its workers.",
    "The two leaders met on the sidelines of the summit and agreed to widen cooperation on defence and trade.",
    "The match ended 2-1 after the striker scored in the 89th minute, which gave the home side the title.",
    "People were told to stay on their guard because heavy rain may fall along the southern coast until next week.",
    "Prosecutors charged the former minister under Section 12 of the act, which bars gifts to public officials.",
    "The annual festival drew tens of thousands of visitors from home and abroad, its organisers said yesterday.",
];

/// A text of about so many megabytes, in paragraphs of four sentences, which come in an order that does not repeat soon.
fn article(language: &str, megabytes: usize) -> Article {
    let sentences = if language == "id" { INDONESIAN } else { ENGLISH };
    let mut body = String::new();
    let mut at = 0;
    for number in 0.. {
        if body.len() >= megabytes * 1_000_000 {
            break;
        }
        at = (at * 5 + number + 7) % sentences.len();
        body.push_str(sentences[at]);
        body.push(if number % 4 == 3 { '\n' } else { ' ' });
    }
    Article {
        paragraphs: plain::spans(&body),
        body,
        language: Some(language.to_owned()),
        published: "2025-07-13".parse().ok().map(|date| Published { date, origin: DateOrigin::Metadata }),
        ..Article::default()
    }
}

fn packs() -> Packs {
    Packs::embedded().expect("the packs of the program compile, which a test holds")
}

const CASES: &[(&str, usize)] = &[("id", 1), ("id", 4), ("id", 16), ("en", 1), ("en", 4), ("en", 16)];

#[divan::bench(args = CASES, sample_count = 7, sample_size = 1)]
fn stage(bencher: Bencher, (language, megabytes): (&str, usize)) {
    let (packs, article) = (packs(), article(language, megabytes));
    let passages = Passages::new(&article, &packs).expect("there is a pack for it");
    bencher.counter(BytesCount::new(article.body.len())).bench_local(|| passages.dates());
}

#[divan::bench(args = CASES, sample_count = 7, sample_size = 1)]
fn whole(bencher: Bencher, (language, megabytes): (&str, usize)) {
    let (packs, article) = (packs(), article(language, megabytes));
    bencher.counter(BytesCount::new(article.body.len())).bench_local(|| dates(&article, &packs));
}

fn main() {
    divan::main();
}
