//! What a host answered.

/// Something new, or that nothing is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Where the answer came from in the end.
    pub address: String,
    /// Where it is to be asked for from now on, if the host said so (301, 308).
    pub moved: Option<String>,
    /// To be sent back with the next request, as they are.
    pub validators: Validators,
    pub content: Content,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// The answer that the validators belong to is still the right one.
    NotModified,
    Fresh {
        content_type: ContentType,
        bytes: Vec<u8>,
    },
}

/// What a host calls its answer; both empty where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContentType {
    /// In lower case: `text/html`.
    pub essence: String,
    /// As in `utf-8`, in lower case.
    pub charset: String,
}

/// What a host wants to see again to tell whether anything has changed since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Validators {
    pub etag: Option<String>,
    pub last_modified: Option<String>,
}

impl Answer {
    /// Nothing, where nothing is new.
    pub fn bytes(&self) -> &[u8] {
        match &self.content {
            Content::Fresh { bytes, .. } => bytes,
            Content::NotModified => &[],
        }
    }
}

impl ContentType {
    /// Reads the value of the header of that name; of what is wrong in it nothing is kept.
    ///
    /// ```
    /// use linimasa::ingest::fetch::ContentType;
    /// let read = ContentType::parse("Text/HTML; boundary=x; Charset=\"UTF-8\"");
    /// assert_eq!((read.essence.as_str(), read.charset.as_str()), ("text/html", "utf-8"));
    /// ```
    pub fn parse(header: &str) -> ContentType {
        let mut parts = header.split(';').map(str::trim);
        let essence = parts.next().unwrap_or_default().to_ascii_lowercase();
        let charset = parts.find_map(|part| {
            let (name, value) = part.split_once('=')?;
            name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches(['"', '\'']))
        });
        ContentType { essence, charset: charset.unwrap_or_default().to_ascii_lowercase() }
    }
}
