//! The only list of files that are compiled into the program: name to bytes.
//!
//! Names are paths below `assets/`. Nothing is parsed here.

/// The article that is shown when none is named.
pub const COMMISSIONED_ARTICLE: &str = "articles/kompas-2025-07-13.txt";

/// Every embedded file, sorted by name.
pub const FILES: &[(&str, &[u8])] = &[
    ("articles/kompas-2025-07-13.toml", include_bytes!("../assets/articles/kompas-2025-07-13.toml")),
    (COMMISSIONED_ARTICLE, include_bytes!("../assets/articles/kompas-2025-07-13.txt")),
];

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
