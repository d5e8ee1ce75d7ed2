//! The only list of files that are compiled into the program: name to bytes.
//!
//! Names are paths below `assets/`. Nothing is parsed here.

/// The article that is shown when none is named.
pub const COMMISSIONED_ARTICLE: &str = "articles/kompas-2025-07-13.txt";

/// The steps to the form of the library that this program knows, in order.
pub const LIBRARY_STEPS: &[&str] = &[
    include_str!("../assets/library/001.sql"),
    include_str!("../assets/library/002.sql"),
    include_str!("../assets/library/003.sql"),
];

/// Every other embedded file, sorted by name.
pub const FILES: &[(&str, &[u8])] = &[
    ("articles/kompas-2025-07-13.toml", include_bytes!("../assets/articles/kompas-2025-07-13.toml")),
    (COMMISSIONED_ARTICLE, include_bytes!("../assets/articles/kompas-2025-07-13.txt")),
    ("gazetteer.bin", include_bytes!("../assets/gazetteer.bin")),
    ("holidays.toml", include_bytes!("../assets/holidays.toml")),
    ("languages/base/time.toml", include_bytes!("../assets/languages/base/time.toml")),
    ("languages/en/attribution.toml", include_bytes!("../assets/languages/en/attribution.toml")),
    ("languages/en/common.txt", include_bytes!("../assets/languages/en/common.txt")),
    ("languages/en/events.toml", include_bytes!("../assets/languages/en/events.toml")),
    ("languages/en/furniture.toml", include_bytes!("../assets/languages/en/furniture.toml")),
    ("languages/en/names.toml", include_bytes!("../assets/languages/en/names.toml")),
    ("languages/en/pack.toml", include_bytes!("../assets/languages/en/pack.toml")),
    ("languages/en/time.toml", include_bytes!("../assets/languages/en/time.toml")),
    ("languages/id/attribution.toml", include_bytes!("../assets/languages/id/attribution.toml")),
    ("languages/id/common.txt", include_bytes!("../assets/languages/id/common.txt")),
    ("languages/id/events.toml", include_bytes!("../assets/languages/id/events.toml")),
    ("languages/id/furniture.toml", include_bytes!("../assets/languages/id/furniture.toml")),
    ("languages/id/names.toml", include_bytes!("../assets/languages/id/names.toml")),
    ("languages/id/pack.toml", include_bytes!("../assets/languages/id/pack.toml")),
    ("languages/id/time.toml", include_bytes!("../assets/languages/id/time.toml")),
    ("languages/id/words.txt", include_bytes!("../assets/languages/id/words.txt")),
    ("languages/ms/attribution.toml", include_bytes!("../assets/languages/ms/attribution.toml")),
    ("languages/ms/common.txt", include_bytes!("../assets/languages/ms/common.txt")),
    ("languages/ms/events.toml", include_bytes!("../assets/languages/ms/events.toml")),
    ("languages/ms/furniture.toml", include_bytes!("../assets/languages/ms/furniture.toml")),
    ("languages/ms/names.toml", include_bytes!("../assets/languages/ms/names.toml")),
    ("languages/ms/pack.toml", include_bytes!("../assets/languages/ms/pack.toml")),
    ("languages/ms/time.toml", include_bytes!("../assets/languages/ms/time.toml")),
    ("models/names-en.crf", include_bytes!("../assets/models/names-en.crf")),
    ("models/names-id-idner.crf", include_bytes!("../assets/models/names-id-idner.crf")),
    ("models/names-id-nergrit.crf", include_bytes!("../assets/models/names-id-nergrit.crf")),
    ("models/names-id.crf", include_bytes!("../assets/models/names-id.crf")),
    ("pages.toml", include_bytes!("../assets/pages.toml")),
];

/// The text of the embedded file `name`, if it is UTF-8.
pub fn text(name: &str) -> Option<&'static str> {
    get(name).and_then(|bytes| std::str::from_utf8(bytes).ok())
}

/// The bytes of the embedded file `name`.
pub fn get(name: &str) -> Option<&'static [u8]> {
    FILES.binary_search_by_key(&name, |&(known, _)| known).ok().map(|index| FILES[index].1)
}

#[cfg(test)]
mod tests {
    use super::{FILES, get};

    #[test]
    fn every_file_is_found_by_its_name() {
        for (name, bytes) in FILES {
            assert_eq!(get(name), Some(*bytes), "`{name}` is out of order");
        }
        assert_eq!(get("articles"), None);
    }
}
