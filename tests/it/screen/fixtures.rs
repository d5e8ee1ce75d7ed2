//! Articles made up for these tests.

use super::annotated::annotated;
use super::session::Fixture;

/// Seven dated events, four outlets, an unnamed source, a link to another article.
pub(super) fn strait() -> Fixture {
    annotated(
        "selat.txt",
        "Menteri Dua Negara Sepakat Buka Lagi Penyeberangan Selat Tanjung",
        "
        {place PORTA}, {outlet KABAR.com} - Menteri Perhubungan {place Norlandia} {person Ana Wirawan} menyatakan pembukaan lagi penyeberangan Selat Tanjung.
        {says NPA|Hal ini disampaikan {person Ana Wirawan|Ana} seusai bertemu {person Idris Sela} di {place Porta}, {cue sebagaimana dilaporkan} kantor berita {outlet NPA}.}
        {furniture Baca juga: Badai Tutup Tiga Pelabuhan di Pesisir Utara}
        {says NPA|“Kami yakin feri pertama berangkat tepat waktu,” {cue ujar} {person Ana Wirawan|Ana} {cue seperti dikutip} {outlet NPA}.}
        {says NPA|{event reported|Pertemuan {person Ana Wirawan|Ana} dan {person Idris Sela|Idris} berlangsung pada {date 2025-07-12|Sabtu (12/7/2025)}} dalam suasana yang {cue disebut} {outlet NPA} “hangat”.}
        Di {platform Kanalku}, {org Kementerian Perhubungan Sagara} mengunggah video pertemuan itu.
        {says Harian Selat|{person Idris Sela|Idris} juga menemui Gubernur {place Porta} {person Maya Tanoto}, {cue dikutip dari} {outlet Harian Selat}.}
        {says -|{who Sejumlah pejabat pelabuhan} {cue memperkirakan} 40 kapal mengantre sepanjang pekan ini.}
        Adapun {event reported|penutupan selat dimulai pada {date 2022-02|Februari 2022}} atas perintah Presiden {person Bram Koto}.
        {says TV Lintas|Dalam wawancara dengan {outlet TV Lintas} {event alleged|pada {date *2025-07-10|Kamis lalu}, {person Bram Koto|Bram} menuding {org Dewan Maritim} menunda izin}.}
        {place Norlandia} {event reported|pertama kali mengakui penambangan dasar laut pada {date *2025-04|April lalu}}.
        {event reported|Pada {date *2024-06|Juni tahun lalu}, {person Ana Wirawan} dan {person Bram Koto} menandatangani perjanjian} yang menyatakan kedua negara akan saling membantu. {event denied|Kabar mogok kerja pada {date 2025-07-09|9 Juli} dibantah {org Dewan Maritim}}.
        {says -|{event planned|{place Sagara} berencana mengirim ribuan pekerja ke {place Porta} pada {date 2025-09|September}}, {cue menurut} {who pejabat pelabuhan}.}
        ",
    )
}

/// A second article, to be opened beside the first.
pub(super) fn short() -> Fixture {
    annotated(
        "panen.txt",
        "Panen Raya di Lembah Ampar",
        "
        {person Sari Lontar} membuka panen raya di {place Lembah Ampar} pada {date 2025-07-11|Jumat (11/7/2025)}.
        {event reported|Pameran bibit berlangsung {date 2025-07-09|9} sampai {until 2025-07-11|11 Juli}}.
        Hasilnya, kata {person Sari Lontar|Sari}, naik dua kali lipat.
        ",
    )
}

/// Named speakers, with outlets and without; one who is not named; a denial; what is said of somebody.
pub(super) fn harbour() -> Fixture {
    annotated(
        "dermaga.txt",
        "Dermaga Baru Ampar Diresmikan",
        "
        {event reported|{person Sari Lontar} meresmikan dermaga baru {place Ampar} pada {date 2025-07-12|Sabtu (12/7/2025)}} di depan {person Bram Koto}.
        {says NPA|“Kapal pertama masuk besok,” {cue kata} {by Sari Lontar|Sari} seperti dikutip {outlet NPA}.}
        {says NPA>Harian Selat|{by Bram Koto|Bram} {cue deny|membantah} bahwa {person Sari Lontar|Sari} menunda pekerjaan itu, lapor {outlet NPA} yang dikutip {outlet Harian Selat}.}
        {says -|{by Bram Koto|Ia} {cue menyebut} biayanya dua kali lipat.}
        {says Harian Selat|Antrean mencapai 40 kapal, tulis {outlet Harian Selat}.}
        {undated reported|{person Sari Lontar|Sari} menanam pohon di tepi dermaga}.
        {says -|{who Seorang pegawai pelabuhan} {cue estimate|memperkirakan} {undated planned|pekerjaan di {place Ampar} selesai tahun depan}.}
        {event planned|{person Sari Lontar|Sari} akan kembali ke {place Ampar} pada {date 2025-09|September}}.
        ",
    )
}
