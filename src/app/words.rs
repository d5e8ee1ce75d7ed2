//! Words on the screen, each in English and Indonesian.

/// The language of the words that the program itself shows; never that of the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    #[default]
    English,
    Indonesian,
}

impl Locale {
    /// ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Locale::English => "en",
            Locale::Indonesian => "id",
        }
    }
}

/// The same words in every language of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    pub en: &'static str,
    pub id: &'static str,
}

impl Words {
    pub const fn new(en: &'static str, id: &'static str) -> Words {
        Words { en, id }
    }

    pub fn of(self, locale: Locale) -> &'static str {
        match locale {
            Locale::English => self.en,
            Locale::Indonesian => self.id,
        }
    }
}

macro_rules! phrases {
    ($($name:ident: $en:literal, $id:literal;)*) => {
        $(pub const $name: Words = Words::new($en, $id);)*
        /// Every phrase, so that a test can look at all.
        pub const ALL: &[Words] = &[$($name),*];
    };
}

/// The phrases of the screen that belong to no command.
pub mod phrase {
    use super::Words;

    phrases! {
        ARTICLE: "Article", "Artikel";
        TIMELINE: "Timeline", "Linimasa";
        NAMES: "Names", "Nama";
        SOURCES: "Sources", "Sumber";
        LIBRARY: "Library", "Pustaka";
        SECTIONS: "Sections", "Bagian";
        ARTICLES: "Articles", "Artikel";
        PREVIEW: "Preview", "Cuplikan";
        SECTION_ALL: "All articles", "Semua artikel";
        SECTION_UNREAD: "Unread", "Belum dibaca";
        SECTION_STARRED: "Starred", "Berbintang";
        SECTION_NOTED: "With a note", "Bercatatan";
        SECTION_HIDDEN: "Hidden", "Tersembunyi";
        SECTION_VIEWS: "Views", "Tampilan";
        SECTION_FEEDS: "Feeds", "Umpan berita";
        REFRESHING: "asking feeds {}; Esc stops", "menanyai umpan {}; Esc menghentikan";
        REFRESHED: "new articles: {}", "artikel baru: {}";
        FEEDS_FAILED: "feeds that failed: {}, Sections says why", "umpan yang gagal: {}, Bagian menjelaskan";
        STOPPED: "stopped", "dihentikan";
        FOLLOWED: "following {}", "mengikuti {}";
        REMOVES: "X once more removes {}", "X sekali lagi menghapus {}";
        FETCHING: "fetching …", "mengambil …";
        NO_ADDRESS: "this article has no address to fetch it from", "artikel ini tidak beralamat";
        SECTION_TAGS: "Tags", "Label";
        SHELF_EMPTY: "the library is empty; a adds an article", "pustaka kosong; a menambah artikel";
        SHELF_ADDED: "added: {}", "ditambahkan: {}";
        ADDING: "reading …", "membaca …";
        KEPT: "kept in the library; B shows it", "disimpan di pustaka; B menampilkannya";
        NOT_SHELVED: "not in the library; a keeps it there", "tidak ada di pustaka; a menyimpannya";
        NOT_DONE: "nothing was changed", "tidak ada yang berubah";
        NO_LIBRARY: "there is no folder for a library", "tidak ada folder untuk pustaka";
        LINE_QUERY: "ask", "tanya";
        LINE_TAGS: "tags", "label";
        LINE_NOTE: "note", "catatan";
        LINE_VIEW: "name of the view", "nama tampilan";
        LINE_ADD: "address or path", "alamat atau berkas";
        ACT_READ: "{} read; U takes it back", "{} dibaca; U membatalkan";
        ACT_UNREAD: "unread; U takes it back", "belum dibaca; U membatalkan";
        ACT_STARRED: "starred; U takes it back", "diberi bintang; U membatalkan";
        ACT_UNSTARRED: "star taken away; U takes it back", "bintang dihapus; U membatalkan";
        ACT_HIDDEN: "hidden from the next list on; U takes it back", "tersembunyi sejak daftar berikut; U membatalkan";
        ACT_SHOWN: "listed again; U takes it back", "didaftar lagi; U membatalkan";
        ACT_NOTED: "noted; U takes it back", "dicatat; U membatalkan";
        ACT_TAGGED: "tags set; U takes it back", "label ditetapkan; U membatalkan";
        TITLE_CHANGES: "What changed", "Apa yang berubah";
        CHANGED_SINCE: "since the version of {}", "sejak versi {}";
        REMOVED: "gone", "hilang";
        ADDED_TEXT: "new", "baru";
        REWORDED: "in other words", "diubah";
        NO_CHANGES: "it has had no other text", "belum pernah berubah";
        TITLE_TRAIL: "In the whole library", "Dalam seluruh pustaka";
        TRAIL: "library", "pustaka";
        TRAIL_DOC: "what happened, in all articles …", "peristiwa dalam semua artikel …";
        NO_TRAIL: "the library tells of nothing that happened", "pustaka tidak memuat peristiwanya";
        PEOPLE: "People", "Orang";
        PLACES: "Places", "Tempat";
        ORGANISATIONS: "Organisations", "Organisasi";
        OUTLETS: "Outlets", "Media";
        PLATFORMS: "Platforms", "Platform";
        OTHERS: "Other", "Lainnya";
        PERSON: "person", "orang";
        PLACE: "place", "tempat";
        ORGANISATION: "organisation", "organisasi";
        OUTLET: "outlet", "media";
        PLATFORM: "platform", "platform";
        OTHER: "other", "lainnya";
        DATE: "date", "tanggal";
        CUE: "attribution", "atribusi";
        PLANNED: "planned", "rencana";
        DENIED: "denied", "dibantah";
        ALLEGED: "alleged", "dugaan";
        UNNAMED: "unnamed source", "sumber tanpa nama";
        THIS_ARTICLE: "this article", "artikel ini";
        LOADING: "reading …", "membaca …";
        MARKS_COMING: "marks are coming …", "penanda menyusul …";
        NO_MARKS_YET: "the marks have not arrived yet", "penanda belum ada";
        NO_TEXT: "there is no text here", "tidak ada teks di sini";
        NO_EVENTS: "no dated events", "tidak ada peristiwa bertanggal";
        NO_NAMES: "no names", "tidak ada nama";
        NO_SOURCES: "no sources", "tidak ada sumber";
        NO_MATCH: "no match", "tidak ditemukan";
        NO_MORE: "no more that way", "tidak ada lagi ke arah itu";
        SEARCHING: "searching …", "mencari …";
        NO_SEARCH: "nothing was searched for yet", "belum ada pencarian";
        NO_KEY: "no such key here; ? lists them", "bukan tombol di sini; ? untuk daftar";
        NOTHING_MARKED: "nothing is marked here", "tidak ada penanda di sini";
        COPIED: "copied with its source", "disalin beserta sumbernya";
        ONLY: "only", "hanya";
        ONLY_DOCUMENT: "no other article is open", "tidak ada artikel lain";
        BACK_TO_START: "from the start again", "dari awal lagi";
        BACK_TO_END: "from the end again", "dari akhir lagi";
        MOUSE_ON: "mouse on", "tetikus aktif";
        MOUSE_OFF: "mouse off: select text in the terminal", "tetikus mati: pilih teks di terminal";
        LONGER: "longer", "lebih panjang";
        WORKED_OUT: "worked out", "hasil hitungan";
        UNSURE: "unsure", "tidak pasti";
        BY_TIME: "by time", "menurut waktu";
        BY_TEXT: "as in the text", "menurut teks";
        WIDTH: "text width", "lebar teks";
        TITLE_HELP: "Commands", "Perintah";
        TITLE_NAMES: "Go to a name", "Ke nama";
        TITLE_STATEMENTS: "Who says what", "Siapa berkata apa";
        TITLE_UNDATED: "What happened, without a date", "Peristiwa tanpa tanggal";
        UNDATED: "without a date", "tanpa tanggal";
        TITLE_LINKS: "Links", "Tautan";
        NO_LINKS: "this text leads nowhere", "teks ini tidak memuat tautan";
        NO_LINKS_IN_VIEW: "no link is in view; L lists all", "tidak ada tautan di layar; L mendaftar semuanya";
        NO_SUCH_LINK: "no link has these letters", "tidak ada tautan berhuruf itu";
        HINT_LETTERS: "type the letters of a link, Esc ends", "ketik huruf pada tautan, Esc batal";
        NEXT_PAGE: "its next page", "halaman berikutnya";
        WHOLE_PAGE: "all its pages as one", "semua halamannya sekaligus";
        OPEN_ADDRESS: "open it outside, in the browser", "buka di luar, di peramban";
        COPY_ADDRESS: "copy the address", "salin alamatnya";
        GO_TO_WORDS: "go to the words", "ke kata-katanya";
        OPENING: "opening", "membuka";
        ADDRESS_COPIED: "address copied", "alamat disalin";
        NO_UNDATED: "every event has a date", "semua peristiwa bertanggal";
        TITLE_CARD: "Card", "Kartu";
        TITLE_LENS: "Show only what rests on", "Hanya yang bersumber pada";
        TITLE_EXPLAIN: "Why is it marked?", "Mengapa ditandai?";
        TITLE_LEGEND: "What the marks mean", "Arti penanda";
        TITLE_ABOUT: "About this article", "Tentang artikel ini";
        HINT_HELP: "Enter runs, Esc closes, type to filter", "Enter jalankan, Esc tutup, ketik menyaring";
        HINT_NAMES: "Enter goes there, Esc closes, type to filter", "Enter ke sana, Esc tutup, ketik menyaring";
        HINT_LINKS: "Enter chooses, Esc closes, type to filter", "Enter pilih, Esc tutup, ketik menyaring";
        HINT_CARD: "Enter goes there, Esc closes, type to filter", "Enter ke sana, Esc tutup, ketik menyaring";
        HINT_LENS: "Space chooses, Enter applies, Esc closes", "Spasi memilih, Enter pakai, Esc tutup";
        HINT_SHEET: "j k scroll, Esc closes", "j k gulir, Esc tutup";
        MORE_BELOW: "more below", "masih ada di bawah";
        HINT_PROMPT: "Enter searches, Esc cancels", "Enter cari, Esc batal";
        HINT_DATE: "year-month-day; Enter takes it, Esc cancels", "tahun-bulan-hari; Enter pakai, Esc batal";
        NO_DAY: "no such day; write it as in 2025-07-13", "tidak ada hari itu; tulis seperti 2025-07-13";
        PUBLISHED_ON: "published on", "terbit pada";
        PUBLISHED_SET: "published on {}; U takes it back", "terbit pada {}; U membatalkan";
        PUBLISHED_UNDONE: "the day of publication is what it was before", "tanggal terbit kembali seperti semula";
        NOTHING_TO_UNDO: "nothing to undo", "tidak ada yang dapat dibatalkan";
        NOTHING_TO_REDO: "nothing was taken back that could be done again", "tidak ada pembatalan yang dapat diulangi";
        NOTHING_TO_UNDO_NOW: "nothing to undo since the start; C lists earlier corrections",
            "tidak ada yang dapat dibatalkan sejak awal; C mendaftar koreksi lama";
        TITLE_CORRECT: "Correct", "Koreksi";
        TITLE_MERGE: "Who or what is it?", "Siapa atau apa ini?";
        TITLE_KIND: "What kind is it?", "Jenis apa ini?";
        TITLE_ADD: "What are these words?", "Kata-kata apa ini?";
        TITLE_ADD_TO: "Whose name is it?", "Ini nama siapa?";
        TITLE_CORRECTIONS: "Corrections, the latest first", "Koreksi, yang terbaru dahulu";
        HINT_CHOOSE: "Enter chooses, Esc closes, type to filter", "Enter pilih, Esc tutup, ketik menyaring";
        HINT_CORRECTIONS: "Enter takes it back, Esc closes, type to filter",
            "Enter membatalkannya, Esc tutup, ketik menyaring";
        HINT_NAME: "Enter takes it, Esc cancels", "Enter pakai, Esc batal";
        HINT_SELECT: "arrows select, Enter adds, Esc ends, y copies",
            "panah memilih, Enter menambah, Esc batal, y menyalin";
        NO_NAME: "type a name", "ketik sebuah nama";
        CALL_IT: "call it", "sebut";
        MEANS_HERE: "it means", "maksudnya";
        MERGE: "merge {} with another name …", "gabungkan {} dengan nama lain …";
        MERGE_DOC: "Choose another name: both are one from then on.", "Pilih nama lain: keduanya menjadi satu.";
        RENAME: "rename {} …", "ganti nama {} …";
        RENAME_DOC: "Type the name that it is listed by.", "Ketik nama yang dipakai dalam daftar.";
        CHANGE_KIND: "change its kind …", "ubah jenisnya …";
        CHANGE_KIND_DOC: "A person, a place, an organisation ...", "Orang, tempat, organisasi ...";
        KIND_DOC: "In every article.", "Dalam setiap artikel.";
        SPLIT_HERE: "split off {} in this article …", "pisahkan {} dalam artikel ini …";
        SPLIT_EVERYWHERE: "split off {} in every article …", "pisahkan {} dalam setiap artikel …";
        SPLIT_DOC: "Type whom these words mean; the others stay.", "Ketik siapa maksudnya; yang lain tetap.";
        NOT_A_NAME: "{} is not a name", "{} bukan nama";
        NOT_A_NAME_DOC: "These words are not marked any more, in any article.",
            "Kata-kata ini tidak ditandai lagi, dalam artikel mana pun.";
        ADD_WORDS: "add selected words as a name …", "tambahkan kata pilihan sebagai nama …";
        ADD_WORDS_DOC: "Select words with the arrows, then say what they are.", "Pilih kata dengan panah, lalu jenisnya.";
        ADD_FOR: "another name of …", "nama lain dari …";
        ADD_FOR_DOC: "Choose who or what has this name too.", "Pilih siapa atau apa yang bernama begitu juga.";
        ALL_CORRECTIONS: "all corrections …", "semua koreksi …";
        ALL_CORRECTIONS_DOC: "See them all, and take one back.", "Lihat semua, dan batalkan satu.";
        TAKE_BACK_DOC: "Enter takes it back, for every article.", "Enter membatalkannya, untuk setiap artikel.";
        NO_CORRECTIONS: "nothing was corrected yet; M does that", "belum ada koreksi; M untuk mengoreksi";
        MERGED: "one with {}; U takes it back", "satu dengan {}; U membatalkan";
        SPLIT: "{} split off; U takes it back", "{} dipisah; U membatalkan";
        RENAMED: "now called {}; U takes it back", "kini disebut {}; U membatalkan";
        KIND_SET: "kind of {} set; U takes it back", "jenis {} diubah; U membatalkan";
        NOT_NAMED: "{} is no name; U takes it back", "{} bukan nama; U membatalkan";
        ADDED: "{} added; U takes it back", "{} ditambahkan; U membatalkan";
        TAKEN_BACK: "taken back: {}", "dibatalkan: {}";
        GONE: "article {} is not in the library any more", "artikel {} tidak ada lagi di perpustakaan";
        DONE_AGAIN: "done again: {}", "diulangi: {}";
        WORDS_COPIED: "words copied", "kata disalin";
        TOLD_MERGE: "merged", "digabung";
        TOLD_SPLIT: "split off", "dipisah";
        TOLD_RENAME: "renamed", "disebut";
        TOLD_NOT_A_NAME: "not a name", "bukan nama";
        TOLD_ADD: "added", "ditambahkan";
        SPRING: "spring", "musim semi";
        SUMMER: "summer", "musim panas";
        AUTUMN: "autumn", "musim gugur";
        WINTER: "winter", "musim dingin";
        SMALL_HOURS: "small hours", "dini hari";
        MORNING: "morning", "pagi";
        NOON: "noon", "siang";
        AFTERNOON: "afternoon", "sore";
        EVENING: "evening", "petang";
        NIGHT: "night", "malam";
        MEANS: "means", "artinya";
        KIND: "kind", "jenis";
        ROLE: "role", "jabatan";
        FORMS: "printed as", "tertulis";
        MENTIONS: "mentions", "penyebutan";
        STANDS_FOR: "stands for", "mewakili";
        ITS_GOVERNMENT: "its government", "pemerintahnya";
        OUTLET_FACTS: "outlet", "media";
        AGENCY: "agency", "kantor berita";
        BROADCASTER: "broadcaster", "lembaga penyiaran";
        JOURNAL: "journal", "jurnal";
        MAGAZINE: "magazine", "majalah";
        NEWSPAPER: "newspaper", "surat kabar";
        ONLINE: "online", "media daring";
        WIRE: "wire", "layanan siaran pers";
        STATE_OWNED: "state-owned", "milik negara";
        VALUE: "value", "nilai";
        COUNTED: "counted", "dihitung";
        TAKEN_UP: "of the event told before", "dari peristiwa yang disebut sebelumnya";
        EXPLICIT: "from the words alone", "dari kata-katanya sendiri";
        FROM_PUBLICATION: "from {}, the publication date,", "dari {}, tanggal terbit,";
        FROM_EARLIER: "from an earlier date in the article: {}", "dari tanggal sebelumnya dalam artikel: {}";
        FROM_NOTHING: "there was nothing to count from", "tidak ada acuan untuk menghitung";
        BY_READER: "set by you", "yang Anda tetapkan";
        BY_METADATA: "from the metadata file", "dari berkas metadata";
        BY_PAGE: "from the page", "dari laman";
        BY_FEED: "from the feed", "dari umpan berita";
        BY_LINE: "from a line in the text", "dari baris dalam teks";
        BY_INFERENCE: "inferred from the dates in the text", "disimpulkan dari tanggal dalam teks";
        MODIFIER: "more exactly", "lebih tepatnya";
        RULE: "rule", "aturan";
        EVENT: "event", "peristiwa";
        STATUS: "status", "status";
        REPORTED: "reported", "diberitakan";
        SAID_BY: "said by", "kata";
        DOCUMENT: "document", "dokumen";
        CUE_WORDS: "cue words", "kata penanda";
        THROUGH: "through", "melalui";
        STANCE: "stance", "sikap";
        CLAIMS: "says so", "menyatakan";
        DENIES: "denies", "membantah";
        PROMISES: "promises", "berjanji";
        WARNS: "warns", "memperingatkan";
        ESTIMATES: "estimates", "memperkirakan";
        SAID: "said", "berkata";
        SAID_OF: "said of it", "tentangnya";
        COUNTRY: "country", "negara";
        COORDINATES: "lies at", "letak";
        NAMED_WITH: "named with", "bersama";
        NO_STATEMENTS: "nobody is quoted here", "tidak ada yang dikutip di sini";
        OWN_WORDS: "in quotation marks: the speaker's own words", "dalam tanda kutip: kata-kata narasumber sendiri";
        REPORTED_SPEECH: "reported speech", "kalimat tidak langsung";
        WORDS: "words", "kata-kata";
        RESTS_ON: "rests on", "bersumber pada";
        NOT_ARTICLE: "not part of the article", "bukan bagian artikel";
        LINK: "link to another article", "tautan ke artikel lain";
        ADVERT: "advertisement", "iklan";
        CAPTION: "caption", "keterangan gambar";
        BYLINE: "byline", "nama penulis";
        DATELINE: "dateline", "titimangsa";
        PUBLICATION_LINE: "when it was published", "kapan terbit";
        TAGS: "what it is filed under", "topik artikel";
        NAVIGATION: "buttons and menus of the page", "tombol dan menu halaman";
        NOTICE: "a notice of the publisher", "pemberitahuan penerbit";
        REPEAT: "the headline once more", "judul yang diulang";
        IN_TEXT: "In the text", "Dalam teks";
        ON_TIMELINE: "On the timeline", "Pada linimasa";
        IN_MARGIN: "Beside the text", "Di tepi teks";
        NOTES: "Notes", "Catatan";
        NOTE: "note", "catatan";
        NOTES_COUNTED: "notes", "catatan";
        INFERRED: "inferred", "disimpulkan";
        FILE: "file", "berkas";
        TITLE: "title", "judul";
        PUBLISHED: "published", "terbit";
        LANGUAGE: "language", "bahasa";
        ADDRESS: "address", "alamat";
        STANDARD_INPUT: "standard input", "masukan standar";
        WEEKDAY_DIFFERS: "the weekday does not fall on the date: {}", "hari dan tanggalnya tidak cocok: {}";
        NO_PUBLICATION_DATE: "not known, so that dates like 'yesterday' are left open; D sets it",
            "tidak diketahui, jadi waktu seperti 'kemarin' dibiarkan terbuka; D menetapkannya";
        DATE_INFERRED: "inferred from this date in the text: {}; D sets another",
            "disimpulkan dari tanggal ini dalam teks: {}; D menetapkan yang lain";
        LANGUAGE_UNCERTAIN: "uncertain, so that marks may be missing or wrong; give it with --language",
            "tidak pasti, jadi penanda bisa kurang atau keliru; beri tahu dengan --language";
        LENS_ON: "the rest is dimmed; Esc shows everything again", "selebihnya diredupkan; Esc menampilkan semua lagi";
        SENTENCE: "sentence", "kalimat";
        START_OF: "the start of it", "awalnya";
        MIDDLE_OF: "the middle of it", "pertengahannya";
        END_OF: "the end of it", "akhirnya";
        ABOUT: "about then", "sekitar itu";
        LESS_THAN: "less than that", "kurang dari itu";
        MORE_THAN: "more than that", "lebih dari itu";
        AT_MOST: "at most", "paling lama";
        AT_LEAST: "at least", "sedikitnya";
        BEFORE_IT: "before it", "sebelumnya";
        AFTER_IT: "after it", "sesudahnya";
        SECOND: "second", "detik";
        MINUTE: "minute", "menit";
        FISCAL_YEAR: "fiscal year", "tahun anggaran";
        HOUR: "hour", "jam";
        PART_OF_DAY: "part of the day", "bagian hari";
        DAY: "day", "hari";
        WEEKEND: "weekend", "akhir pekan";
        WEEK: "week", "pekan";
        MONTH: "month", "bulan";
        QUARTER: "quarter", "triwulan";
        SEASON: "season", "musim";
        HALF: "half-year", "semester";
        YEAR: "year", "tahun";
        DECADE: "decade", "dasawarsa";
        CENTURY: "century", "abad";
        PERIOD: "period", "rentang";
        EARLY: "early", "awal";
        MIDDLE: "mid", "tengah";
        LATE: "late", "akhir";
        AROUND: "about", "sekitar";
        LESS: "under", "kurang dari";
        MORE: "over", "lebih dari";
        BEFORE: "before", "sebelum";
        AFTER: "after", "setelah";
        EVERY: "every", "setiap";
        SOME: "some", "beberapa";
        SOME_PAST: "some time before", "beberapa waktu sebelumnya";
        SOME_PRESENT: "now", "kini";
        SOME_FUTURE: "some time after", "beberapa waktu sesudahnya";
        WEEK_OF: "week of", "pekan";
        DECADE_OF: "{}s", "{}-an";
        CENTURY_FROM: "century from {}", "abad sejak {}";
        SECONDS: "seconds", "detik";
        MINUTES: "minutes", "menit";
        HOURS: "hours", "jam";
        DAYS: "days", "hari";
        WEEKENDS: "weekends", "akhir pekan";
        WEEKS: "weeks", "pekan";
        MONTHS: "months", "bulan";
        QUARTERS: "quarters", "triwulan";
        HALVES: "half-years", "semester";
        YEARS: "years", "tahun";
        DECADES: "decades", "dasawarsa";
        CENTURIES: "centuries", "abad";
        DAYS_SHORT: "d", "hr";
        MONTHS_SHORT: "mo", "bln";
        YEARS_SHORT: "yr", "thn";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_is_there_in_both_languages() {
        for phrase in phrase::ALL {
            assert!(!phrase.en.is_empty() && !phrase.id.is_empty(), "{phrase:?}");
        }
    }
}
