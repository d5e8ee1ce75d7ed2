//! What the marks on the screen mean, each shown as it looks there.

use super::explain::{Explanation, Fact, Label};
use super::words::{Locale, Words, phrase};
use crate::model::{EntityKind, Status};

/// A mark that needs a word of explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Name(EntityKind),
    Role,
    Date,
    Cue,
    Unnamed,
    Nameless,
    Furniture,
    Link,
    Subhead,
    Quote,
    Day,
    Month,
    Coarse,
    Period,
    WorkedOut,
    Unsure,
    Status(Status),
    Gap,
    SeveralOutlets,
    Cursor,
    Sentence,
    MapView,
    MapMention,
    MapHit,
}

const IN_TEXT: &[(Sign, Words)] = &[
    (Sign::Name(EntityKind::Person), Words::new("person", "orang")),
    (Sign::Name(EntityKind::Place), Words::new("place", "tempat")),
    (Sign::Name(EntityKind::Organisation), Words::new("organisation", "organisasi")),
    (Sign::Name(EntityKind::Outlet), Words::new("outlet: a newspaper, an agency, a broadcaster", "media")),
    (
        Sign::Name(EntityKind::Platform),
        Words::new("platform on which others publish", "platform tempat orang memuat berita"),
    ),
    (Sign::Name(EntityKind::Other), Words::new("another name", "nama lain")),
    (
        Sign::Role,
        Words::new("title or office of the person named next", "gelar atau jabatan orang yang disebut berikutnya"),
    ),
    (
        Sign::Date,
        Words::new("date or time; x tells what it was resolved to", "tanggal atau waktu; x menjelaskan nilainya"),
    ),
    (Sign::Cue, Words::new("words that tell on whose word it is", "kata yang menunjukkan siapa sumbernya")),
    (Sign::Unnamed, Words::new("source that is described, not named", "sumber yang digambarkan tanpa nama")),
    (
        Sign::Furniture,
        Words::new(
            "not part of the article, or not of the outlets chosen",
            "bukan bagian artikel, atau bukan dari media pilihan",
        ),
    ),
    (
        Sign::Link,
        Words::new("leads elsewhere; o chooses one, L lists all", "tautan; o memilih satu, L mendaftar semuanya"),
    ),
    (Sign::Subhead, Words::new("headline of a part", "judul bagian")),
    (Sign::Quote, Words::new("words of somebody else, set apart", "kutipan yang dipisahkan")),
];

const ON_TIMELINE: &[(Sign, Words)] = &[
    (Sign::Day, Words::new("known to the day, or to the hour", "diketahui hingga hari atau jamnya")),
    (Sign::Month, Words::new("known to the week or the month", "diketahui hingga pekan atau bulannya")),
    (
        Sign::Coarse,
        Words::new("known to the quarter, the year or less", "diketahui hingga triwulan, tahun, atau lebih kasar"),
    ),
    (
        Sign::Period,
        Words::new(
            "a period; a line runs beside what began in it",
            "rentang; garis di sampingnya memuat yang terjadi di dalamnya",
        ),
    ),
    (Sign::WorkedOut, Words::new("counted from another date", "dihitung dari tanggal lain")),
    (
        Sign::Unsure,
        Words::new("counted from a date that is only inferred", "dihitung dari tanggal yang hanya disimpulkan"),
    ),
    (Sign::Status(Status::Planned), phrase::PLANNED),
    (Sign::Status(Status::Denied), phrase::DENIED),
    (Sign::Status(Status::Alleged), phrase::ALLEGED),
    (
        Sign::Gap,
        Words::new(
            "time between two events; more rows for years than for days",
            "jarak dua peristiwa; tahun lebih panjang daripada hari",
        ),
    ),
    (
        Sign::SeveralOutlets,
        Words::new("after an outlet: on the word of others too", "setelah nama media: juga dari sumber lain"),
    ),
];

const IN_MARGIN: &[(Sign, Words)] = &[
    (Sign::Nameless, Words::new("before a source: nobody is named", "sebelum sumber: tidak ada nama yang disebut")),
    (Sign::Cursor, Words::new("row of the cursor", "baris kursor")),
    (Sign::Sentence, Words::new("sentence of the cursor", "kalimat di kursor")),
    (Sign::MapView, Words::new("part of the article that is in view", "bagian artikel yang sedang tampak")),
    (Sign::MapMention, Words::new("the current name is there", "nama yang sedang diikuti ada di sana")),
    (Sign::MapHit, Words::new("a match of the search is there", "temuan pencarian ada di sana")),
];

/// The whole legend.
pub fn legend(locale: Locale) -> Vec<Explanation> {
    let section = |heading: Words, signs: &[(Sign, Words)]| Explanation {
        heading: heading.of(locale).to_owned(),
        facts: signs
            .iter()
            .map(|&(sign, words)| Fact { label: Label::Sign(sign), text: words.of(locale).to_owned() })
            .collect(),
    };
    vec![
        section(phrase::IN_TEXT, IN_TEXT),
        section(phrase::ON_TIMELINE, ON_TIMELINE),
        section(phrase::IN_MARGIN, IN_MARGIN),
    ]
}
