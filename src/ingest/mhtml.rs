//! Pages saved with all that belongs to them in one file: the page is taken out, the rest is left.
//!
//! Source: RFC 2557 (MHTML), RFC 2045 (transfer encodings), RFC 2046 (multipart). Reads what browsers write, not mail at
//! large: the first part that is a page counts, and parts within parts are looked into once.

use super::fetch::ContentType;

/// A page and what the file says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) html: Vec<u8>,
    /// Empty where nothing is said of it.
    pub(super) charset: String,
    /// Where it was saved from.
    pub(super) address: Option<String>,
}

/// How deep parts lie within parts in what browsers write.
const MOST_DEPTH: usize = 3;

/// The page in `bytes`, if there is one.
pub(super) fn page(bytes: &[u8]) -> Option<Page> {
    let (head, _) = Head::of(bytes);
    let address = head.field("snapshot-content-location").or_else(|| head.field("content-location"));
    let page = part(bytes, 0)?;
    Some(Page { address: address.map(str::to_owned).or(page.address), ..page })
}

fn part(bytes: &[u8], depth: usize) -> Option<Page> {
    let (head, body) = Head::of(bytes);
    let kind = head.field("content-type").unwrap_or_default();
    if let Some(boundary) = boundary(kind).filter(|_| depth < MOST_DEPTH) {
        return parts(body, &boundary).find_map(|inner| part(inner, depth + 1));
    }
    let ContentType { essence, charset } = ContentType::parse(kind);
    if !matches!(essence.as_str(), "text/html" | "application/xhtml+xml") {
        return None;
    }
    let html = match head.field("content-transfer-encoding").unwrap_or_default().to_ascii_lowercase().as_str() {
        "quoted-printable" => quoted_printable(body),
        "base64" => base64(body),
        _ => body.to_vec(),
    };
    let address = head.field("content-location").filter(|address| address.starts_with("http"));
    Some(Page { html, charset, address: address.map(str::to_owned) })
}

/// The fields before a part.
struct Head(Vec<(String, String)>);

impl Head {
    /// The head that `bytes` begin with and what is behind it.
    fn of(bytes: &[u8]) -> (Head, &[u8]) {
        let mut fields: Vec<(String, String)> = Vec::new();
        let mut rest = bytes;
        while let Some(end) = rest.iter().position(|&byte| byte == b'\n') {
            let line = String::from_utf8_lossy(&rest[..end]);
            rest = &rest[end + 1..];
            match (line.trim_end(), fields.last_mut()) {
                ("", _) => break,
                (more, Some((_, value))) if more.starts_with([' ', '\t']) => {
                    value.push(' ');
                    value.push_str(more.trim_start());
                }
                (line, _) => {
                    let (name, value) = line.split_once(':').unwrap_or((line, ""));
                    fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
                }
            }
        }
        (Head(fields), rest)
    }

    fn field(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// `x` in `multipart/related; boundary="x"`.
fn boundary(field: &str) -> Option<String> {
    field.split(';').skip(1).find_map(|part| {
        let (known, value) = part.split_once('=')?;
        let value = value.trim().trim_matches('"');
        (known.trim().eq_ignore_ascii_case("boundary") && !value.is_empty()).then(|| value.to_owned())
    })
}

/// What stands between lines of `--` and `boundary`.
fn parts<'a>(body: &'a [u8], boundary: &str) -> impl Iterator<Item = &'a [u8]> {
    let mark = format!("--{boundary}");
    let mut borders: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    for line in body.split_inclusive(|&byte| byte == b'\n') {
        if line.starts_with(mark.as_bytes()) {
            borders.push((at, at + line.len()));
        }
        at += line.len();
    }
    let ends = borders.iter().skip(1).map(|&(start, _)| start).chain([body.len()]).collect::<Vec<_>>();
    borders.into_iter().zip(ends).map(move |((_, start), end)| &body[start..end])
}

/// Source: RFC 2045, section 6.7. What is no escape stays as it is.
fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&byte, behind)) = rest.split_first() {
        rest = match (byte, behind) {
            (b'=', [b'\r', b'\n', after @ ..] | [b'\n', after @ ..]) => after,
            (b'=', [high, low, after @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                let digit = |byte: u8| (byte as char).to_digit(16).map_or(0, |it| it as u8);
                out.push(digit(*high) * 16 + digit(*low));
                after
            }
            _ => {
                out.push(byte);
                behind
            }
        };
    }
    out
}

/// Source: RFC 4648, section 4; characters of no meaning are passed over.
fn base64(body: &[u8]) -> Vec<u8> {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let mut out = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for digit in body.iter().take_while(|&&byte| byte != b'=').filter_map(|&byte| value(byte)) {
        (bits, count) = (bits << 6 | u32::from(digit), count + 6);
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAVED: &str = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://warta.example/a\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----Blink--x\"\r\n\r\n\r\n------Blink--x\r\n\
        Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\
        Content-Location: https://warta.example/a?x=3D1\r\n\r\n<p class=3D\"a\">Caf=C3=A9 di =\r\nBandung</p>\r\n------Blink--x\r\n\
        Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n------Blink--x--\r\n";

    #[test]
    fn the_page_is_taken_out() {
        let found = page(SAVED.as_bytes()).unwrap();
        assert_eq!(String::from_utf8_lossy(&found.html), "<p class=\"a\">Café di Bandung</p>\r\n");
        assert_eq!(found.address.as_deref(), Some("https://warta.example/a"));
        let base64 = "MIME-Version: 1.0\nContent-Type: text/html; charset=\"windows-1252\"\nContent-Transfer-Encoding: BASE64\n\nPHA+Q2Fm\n6TwvcD4=\n";
        let found = page(base64.as_bytes()).unwrap();
        assert_eq!((found.html.as_slice(), found.charset.as_str()), (&b"<p>Caf\xE9</p>"[..], "windows-1252"));
        let unix = SAVED.replace("\r\n", "\n");
        assert!(page(unix.as_bytes()).is_some_and(|page| page.html.starts_with(b"<p class=\"a\">Caf")));
    }

    #[test]
    fn a_file_without_a_page_has_none() {
        let mail = "MIME-Version: 1.0\nContent-Type: text/plain\n\nHalo";
        assert_eq!(page(mail.as_bytes()), None);
        let nested = "Content-Type: multipart/a; boundary=b\n\n--b\n".repeat(50);
        assert_eq!(page(nested.as_bytes()).map(|it| it.html), None);
    }
}
