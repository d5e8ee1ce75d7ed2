//! Events beyond one dated clause: those that take up a time told before, and those without one.

use jiff::civil::date;
use linimasa::model::Status;

use super::facts::Facts;

/// Status, value or `-`, and the beginning of the label of each event that tells no time itself.
fn without_own_time(facts: &Facts) -> Vec<(Status, String, String)> {
    let analysis = &facts.analysis;
    let inferred = analysis
        .events
        .items()
        .iter()
        .filter(|event| event.inferred)
        .map(|event| (event.status, analysis.times[event.time].value.to_string(), event.label_text(&facts.body)));
    let undated = analysis.undated.items().iter();
    inferred.chain(undated.map(|event| (event.status, "-".to_owned(), event.label_text(&facts.body)))).collect()
}

#[test]
fn a_sentence_takes_up_the_day_only_where_its_words_say_so() {
    for (text, expected) in [
        (
            "Presiden bertemu Raja Yordania di Amman pada Kamis (10/7). Dalam pertemuan tersebut, kedua negara meneken nota kerja sama.",
            ("2025-07-10", "kedua negara meneken nota kerja sama"),
        ),
        (
            "The president met King Abdullah in Amman on Thursday. At the meeting, the two countries signed a water accord.",
            ("2025-07-10", "the two countries signed a water accord"),
        ),
        (
            "Presiden bertemu Raja Yordania di Amman pada Kamis (10/7). Kedua negara meneken nota kerja sama.",
            ("-", "Kedua negara meneken nota kerja sama"),
        ),
        // What is planned has not happened, and lends its day to nothing.
        (
            "Presiden akan bertemu Raja Yordania pada Kamis (17/7). Dalam pertemuan tersebut, kedua negara meneken nota.",
            ("-", "kedua negara meneken nota"),
        ),
    ] {
        let facts = Facts::of(text, None, Some(date(2025, 7, 13)));
        let found = without_own_time(&facts);
        let [(_, value, label)] = found.as_slice() else { panic!("{text}: {found:?}") };
        assert_eq!((value.as_str(), label.as_str()), expected, "{text}");
    }
}

#[test]
fn what_is_said_or_usual_is_no_event_without_a_time_either() {
    for text in [
        "Menteri mengatakan harga beras stabil.",
        "Pedagang biasanya membuka kios sebelum fajar.",
        "Pada kesempatan yang sama, menteri menyampaikan terima kasih kepada para relawan.",
        "The minister said prices were stable.",
        "The village has one shop.",
    ] {
        let facts = Facts::of(text, None, Some(date(2025, 7, 13)));
        assert_eq!(without_own_time(&facts), [], "{text}");
    }
}

#[test]
fn labels_keep_the_verb_and_leave_out_who_says_so() {
    for (text, label) in [
        ("Polisi mengatakan, dua pria ditangkap di Lille pada Senin.", "dua pria ditangkap di Lille"),
        ("Two men were arrested in Lille on Monday, the police chief said.", "Two men were arrested in Lille"),
        (
            "The police chief said that two men had been arrested in Lille on Monday.",
            "two men had been arrested in Lille",
        ),
        ("Kapal itu karam di Selat Bali pada Rabu (9/7), kata Kepala Basarnas Bali.", "Kapal itu karam di Selat Bali"),
        ("Turnout rose in Sunday's runoff.", "Turnout rose in Sunday's runoff"),
        (
            "The treaty, due to expire on Feb. 5, caps the number of deployed strategic warheads at 1,550.",
            "The treaty, due to expire",
        ),
        (
            "The prime minister described the crash as \"a tragedy\" and declared a day of mourning on Thursday.",
            "The prime minister declared a day of mourning",
        ),
        ("The president denied the report and flew to Brazil on Tuesday.", "The president flew to Brazil"),
        (
            "Sixteen people were killed when the city's famous old funicular derailed and crashed into a building on Wednesday.",
            "the city's famous old funicular derailed and crashed into a building",
        ),
        (
            "Ketiganya bos sebuah pabrik di Serang, Banten, yang mencampur beras sejak 2022.",
            "Ketiganya bos sebuah pabrik di Serang, Banten, yang mencampur beras",
        ),
        ("The talks, planned for next week, would be the first since the war.", "The talks, planned"),
        (
            "The air force shot down 38 of 45 drones launched by Russia on Monday.",
            "The air force shot down 38 of 45 drones launched by Russia",
        ),
        (
            "Pembangunan jembatan itu dimulai pada 2022, sempat terhenti akibat pandemi.",
            "Pembangunan jembatan itu dimulai",
        ),
        ("The council asked residents on Monday to stay indoors.", "The council asked residents to stay indoors"),
        (
            "The plane, operated by the Wichita, Kansas-based carrier Prairie Air, had landed on Monday.",
            "The plane, operated by the Wichita, Kansas-based carrier Prairie Air, had landed",
        ),
        ("He resigned weeks after the attack of 7 July.", "He resigned weeks after the attack"),
        (
            "The findings were published on Monday in Nature and Science, two journals.",
            "The findings were published in Nature and Science, two journals",
        ),
        (
            "Puluhan warga Kampung Sembulang Hulu, Pulau Rempang, menggelar aksi di depan kantor bupati dan kantor camat pada Jumat.",
            "Puluhan warga Kampung Sembulang Hulu, Pulau Rempang, menggelar aksi di depan kantor bupati",
        ),
        ("The keys were handed over late Monday.", "The keys were handed over"),
        (
            "Trump addressed the Knesset on Monday, where he said Israel had \"won\" and urged lawmakers to work for peace.",
            "Trump addressed the Knesset",
        ),
        (
            "Talks on arms and on an international security force, backed by Qatar and Turkey, are expected to begin on Monday.",
            "Talks on arms and on an international security force are expected to begin",
        ),
        ("The lake froze over on Monday; boats are laid up and ferries wait.", "The lake froze over"),
        ("Sekolah tidak rusak; namun dua jembatan ambruk pada Senin.", "dua jembatan ambruk"),
        ("The dam, which burst on Monday, had been called safe by its owner.", "The dam, which burst"),
        ("The war, which erupted on April 15, 2023, has killed thousands.", "The war, which erupted"),
        ("Kapal itu, yang tenggelam pada Rabu (9/7), belum dapat diangkat.", "Kapal itu, yang tenggelam"),
        (
            "\"It was a long winter. I had a bad fall in Oslo,\" Ida Lunde, who retired in March, told reporters.",
            "Ida Lunde, who retired",
        ),
        (
            "Pertemuan para menteri berlangsung pada Senin dalam suasana yang disebut Reuters \"tegang\".",
            "Pertemuan para menteri berlangsung",
        ),
        ("The talks took place on Monday in an atmosphere described by the BBC as \"frosty\".", "The talks took place"),
        (
            "Presiden menandatangani peraturan tentang sampah plastik di seluruh pelabuhan pada Senin setelah organisasi lingkungan mendesak.",
            "Presiden menandatangani peraturan tentang sampah plastik di seluruh pelabuhan",
        ),
        (
            "On Monday the council approved the new rules for short-term rentals in the old town after residents and hotel owners complained.",
            "the council approved the new rules for short-term rentals in the old town",
        ),
        (
            "On Monday the company opened a factory in Szeged and hired six hundred workers from villages along the Tisza.",
            "the company opened a factory in Szeged",
        ),
        (
            "Pada Senin polisi menangkap dua pengedar di Pelabuhan Merak dan menyita tiga puluh kilogram sabu dari sebuah truk.",
            "polisi menangkap dua pengedar di Pelabuhan Merak",
        ),
        (
            "On Monday the border between Kenya and Somalia and the crossings at Mandera and Liboi were opened again.",
            "the border between Kenya and Somalia and the crossings at Mandera and Liboi were opened",
        ),
        (
            "On Monday the governor leaned on the Republicans in the state senate over breakfast to abolish the old rules.",
            "the governor leaned on the Republicans in the state senate over breakfast",
        ),
        // A name or a row of places behind the subject goes before what was done does.
        (
            "Warga Perumahan Griya Asri Sendangmulyo, Kecamatan Tembalang, Kota Semarang, digegerkan dengan penemuan jasad pada Senin.",
            "Warga Perumahan Griya Asri Sendangmulyo digegerkan dengan penemuan jasad",
        ),
        (
            "The taoiseach, Daniel Ashcombe, cut short a visit to Brussels and is expected to travel to Mayo on Friday.",
            "The taoiseach is expected to travel to Mayo",
        ),
        // A verb hardly beyond the width keeps its subject.
        (
            "A $2 billion plan to lease Jomo Kenyatta International Airport to a company from India was scrapped on Monday.",
            "A $2 billion plan to lease Jomo Kenyatta International Airport to a company from India was scrapped",
        ),
        // What only tells more of a long subject goes before all of it does.
        (
            "Sidang perkara dugaan korupsi impor gula dengan terdakwa mantan Menteri Perdagangan kembali memanas di Jakarta pada Senin.",
            "Sidang perkara dugaan korupsi impor gula kembali memanas di Jakarta",
        ),
        // A clause that has lost its verb goes.
        (
            "The row erupted on Monday when a whistleblower, a former lawyer at the port, posted what he said was a draft.",
            "The row erupted",
        ),
        (
            "Bupati Sikka telah menetapkan masa tanggap darurat akibat abu vulkanik gunung itu selama empat belas hari pada Senin.",
            "Bupati Sikka telah menetapkan masa tanggap darurat akibat abu vulkanik gunung itu",
        ),
        // The time of the next clause stays with it.
        (
            "Saham perusahaan itu turun pada Senin setelah pekan lalu menembus rekor.",
            "Saham perusahaan itu turun setelah pekan lalu menembus rekor",
        ),
    ] {
        let facts = Facts::of(text, None, Some(date(2025, 7, 13)));
        let labels: Vec<String> = facts.analysis.events.items().iter().map(|it| it.label_text(&facts.body)).collect();
        assert_eq!(labels, [label], "{text}");
    }
}

#[test]
fn a_clause_with_a_time_of_its_own_is_the_label() {
    for (text, label) in [
        // about a noun
        ("The bridge that opened in 1998 was closed for repairs.", "The bridge that opened"),
        ("The bank repaid the loan that it received in 2020.", "the loan that it received"),
        ("The fault was found when the supplier it had hired in 2019 changed a part.", "the supplier it had hired"),
        ("The board voted in May to close the old ward, which opened in 1954.", "the old ward which opened"),
        ("She played her first match since a three-month ban that ended in May.", "a three-month ban that ended"),
        (
            "The crew of the tanker that struck a bridge last month may have had no pilot.",
            "the tanker that struck a bridge",
        ),
        ("Rusia kini menguasai pesisir dan Krimea yang dianeksasi pada 2014.", "Krimea yang dianeksasi"),
        ("Ia mengunjungi jembatan yang dibangun pada 1998.", "jembatan yang dibangun"),
        // the day right before the verb of the sentence, and what was done before or by
        ("Gubernur yang dilantik pada 20 Februari 2025 akan mengevaluasi dinas.", "Gubernur yang dilantik"),
        ("Ia memanggil menteri sebelum masa reses yang dimulai 21 Maret 2025.", "masa reses yang dimulai"),
        ("Dibangun pada 1928, gudang itu runtuh.", "Dibangun gudang itu"),
        // half a decimal, the quarter of a paper, and what is told of others
        ("Indeks dolar turun ke 98,6 pada 29 Oktober 2025.", "Indeks dolar turun ke 98,6"),
        ("BPS akan merilis data kuartal III pada 5 November 2025.", "BPS akan merilis data kuartal III"),
        ("Guru diangkat 1 Oktober 2025, sedangkan bidan pada 1 Maret 2026.", "Guru diangkat"),
        // A day may be that of the sentence, but not where what the clause is about goes on behind it.
        ("Pertukaran yang disepakati pada 16 Mei 2025 itu berlangsung tiga hari.", "Pertukaran yang disepakati"),
        ("Kapal yang tenggelam pada 19 Mei 2025 itu membawa 65 orang.", "Kapal yang tenggelam"),
        ("Police arrested a man who robbed a bank on Friday.", "Police arrested a man who robbed a bank"),
        (
            "Marcos mengunjungi prajurit yang terluka kemarin di Palawan.",
            "Marcos mengunjungi prajurit yang terluka di Palawan",
        ),
        // since when something was the first or largest
        ("Itu merupakan serangan terbesar sejak perang pecah pada 13 Juni 2025.", "perang pecah"),
        ("Ini pertemuan pertama keduanya sejak Trump dilantik pada 20 Januari 2025.", "Trump dilantik"),
        ("This is the first test since President Lee took office on June 4, 2025.", "President Lee took office"),
        // why or although, behind a comma; without one it may be the time of both
        ("Sopir melarikan diri, karena polisi menembak ke udara pada 10 Juli 2025.", "polisi menembak ke udara"),
        ("Guru itu diberhentikan, meski pengadilan memenangkannya pada 4 Juni 2025.", "pengadilan memenangkannya"),
        ("Pemkot menutup jembatan itu, mengingat truk pernah terperosok pada 10 Juli 2025.", "truk pernah terperosok"),
        ("Toko tutup karena warga mengamuk pada 10 Juli 2025.", "Toko tutup karena warga mengamuk"),
        // behind who told it, or where it is written
        ("Sebelumnya diberitakan, dua nelayan hilang pada 10 Juli 2025.", "dua nelayan hilang"),
        ("Dikabarkan, dua nelayan hilang pada 10 Juli 2025.", "dua nelayan hilang"),
        ("Dalam surat itu disebutkan, dua pegawai dipecat pada 10 Juni 2025.", "dua pegawai dipecat"),
        // a word that points at the time
        ("Tersangka mengaku minum sebelum beraksi pada 10 Juli 2025 itu.", "minum sebelum beraksi"),
        // so long before the rest
        (
            "The minister resigned two days after protesters stormed the palace on Monday.",
            "protesters stormed the palace",
        ),
        ("The order came three weeks before the firm filed for bankruptcy on May 2.", "the firm filed for bankruptcy"),
        ("He was jailed six years after two officers were killed in 2019.", "two officers were killed"),
        ("Gempa terjadi setahun sebelum gunung meletus pada 2010.", "gunung meletus"),
        (
            "Penangkapan dilakukan dua pekan setelah korban melapor ke polisi pada 20 Mei 2025.",
            "korban melapor ke polisi",
        ),
        ("Pelaku ditangkap dua hari setelah ledakan di gereja pada Rabu (9/7).", "ledakan di gereja"),
        ("He was freed six months after his arrest in March.", "his arrest"),
        // a time between its subject and its verb
        ("The firm was sued after the ministry in May found it unsafe.", "the ministry found it unsafe"),
        ("Prices rose after the government in March cut subsidies.", "the government cut subsidies"),
        (
            "Roads were sealed on Monday after two bombs exploded near the polls over the weekend.",
            "two bombs exploded near the polls",
        ),
        // of another day than the rest
        ("The medal was given on Monday, the anniversary of Nobel's death in 1896.", "Nobel's death"),
        ("She stood trial in June over the killing of her sister in 2019.", "the killing of her sister"),
        (
            "It brought closure to a war begun by the attack of Oct. 7, 2023, when militants killed around 1,200 people.",
            "militants killed around 1,200 people",
        ),
        // still to come
        (
            "Traders scaled back bets on a further cut at the bank's next meeting, on 19 August.",
            "the bank's next meeting",
        ),
        ("Officials met in Geneva to prepare for the summit, on July 18.", "the summit"),
    ] {
        let facts = Facts::of(text, None, Some(date(2025, 7, 13)));
        let labels: Vec<String> = facts.analysis.events.items().iter().map(|it| it.label_text(&facts.body)).collect();
        assert!(labels.iter().any(|found| found == label), "{text} {labels:?}");
    }
}

#[test]
fn the_status_is_that_of_the_verb_of_its_time() {
    use Status::{Alleged, Denied, Planned, Reported};
    for (text, expected) in [
        ("Polda menyegel kebun itu kemarin dan besok akan memeriksa dua pengurus.", &[Reported, Planned][..]),
        ("Ia membantah menerima uang pada Maret 2023.", &[Denied]),
        ("Ia diduga menerima uang pada Maret 2023.", &[Alleged]),
        ("Kapal riset itu berlayar ke Ambon bulan depan.", &[Planned]),
        ("The band plays its last show next Saturday.", &[Planned]),
        ("The bank said no data was stolen on Monday.", &[Denied]),
        ("The nurse allegedly tampered with a pump on February 11.", &[Alleged]),
        ("She said he pleaded not guilty on February 11.", &[Reported]),
        ("Ia mengatakan banjir tidak hanya merendam sawah pada Maret 2023.", &[Reported]),
        ("The funeral is at 11 a.m. Saturday.", &[Planned]),
        ("The move was expected after the rivals merged in January 2024.", &[Reported]),
    ] {
        let facts = Facts::of(text, None, Some(date(2025, 7, 13)));
        let found: Vec<Status> = facts.analysis.events.items().iter().map(|event| event.status).collect();
        assert_eq!(found, expected, "{text}");
    }
}
