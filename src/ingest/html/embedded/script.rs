//! Data in programs: values in JSON, and texts in quotation marks of programs that are none.

use serde_json::Value;

use super::literal;

/// What was found in a program.
pub(super) enum Found {
    Value(Value),
    Text(String),
}

/// Values that cannot be read are tried for so often.
const MOST_FAILURES: usize = 32;
/// Shorter texts are no articles.
#[cfg(not(test))]
const LEAST_BYTES: usize = 200;
#[cfg(test)]
const LEAST_BYTES: usize = 10;

/// What stands in each script of `page` that is no metadata.
pub(super) fn contents(page: &str) -> impl Iterator<Item = &str> {
    page.split("<script").skip(1).filter_map(|rest| {
        let (tag, rest) = rest.split_once('>')?;
        let content = rest.split("</script").next()?;
        (!tag.contains("ld+json")).then_some(content)
    })
}

/// Gives all values in `program` to `take`, and the long texts between them.
pub(super) fn read(program: &str, mut take: impl FnMut(Found)) {
    let mut failures = 0;
    let mut rest = program;
    while let Some(start) = value_start(rest).filter(|_| failures < MOST_FAILURES) {
        let Some((value, bytes)) = value(&rest[start..]) else {
            failures += 1;
            texts(&rest[..=start], &mut take);
            rest = &rest[start + 1..];
            continue;
        };
        texts(&rest[..start], &mut take);
        rest = &rest[start + bytes..];
        take(Found::Value(value));
    }
    texts(rest, &mut take);
}

/// The value that `program` begins with, in JSON or as programs write it, and how many bytes it has.
fn value(program: &str) -> Option<(Value, usize)> {
    let mut values = serde_json::Deserializer::from_str(program).into_iter::<Value>();
    match values.next() {
        Some(Ok(value)) => Some((value, values.byte_offset())),
        _ => literal::read(program),
    }
}

/// Where a value of several parts begins: at the beginning, behind `=`, `(` or `return`.
fn value_start(program: &str) -> Option<usize> {
    let is_start = |&(at, bracket): &(usize, &str)| {
        let before = program[..at].trim_end();
        let behind = program[at + 1..].trim_start();
        let is_value = match bracket {
            "{" => begins_with_key(behind),
            _ => behind.starts_with(['{', '[', '"', '\'']) || behind.starts_with(|c: char| c.is_ascii_digit()),
        };
        is_value && (before.is_empty() || before.ends_with(['=', '(']) || before.ends_with("return"))
    };
    program.match_indices(['{', '[']).find(is_start).map(|(at, _)| at)
}

/// Whether a key and its colon begin `fields`, which no block of a program does.
fn begins_with_key(fields: &str) -> bool {
    let behind_name = fields.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$');
    let is_named = behind_name.len() < fields.len() && behind_name.trim_start().starts_with(':');
    fields.starts_with(['"', '\'']) || is_named
}

/// Gives the long texts in quotation marks in `program` to `take`.
fn texts(program: &str, take: &mut impl FnMut(Found)) {
    let mut rest = program;
    while let Some(start) = rest.find(['"', '\'', '`']) {
        let quote = rest.as_bytes()[start];
        let inner = &rest[start + 1..];
        let Some(end) = text_end(inner, quote) else { return };
        if end >= LEAST_BYTES {
            take(Found::Text(unescaped(&inner[..end])));
        }
        rest = &inner[end + 1..];
    }
}

/// Where the text ends that `inner` is the inside of; a line ends those in simple marks at any rate.
pub(super) fn text_end(inner: &str, quote: u8) -> Option<usize> {
    let mut is_escaped = false;
    inner.bytes().position(|byte| {
        let ends = !is_escaped && (byte == quote || byte == b'\n' && quote != b'`');
        is_escaped = byte == b'\\' && !is_escaped;
        ends
    })
}

/// A text of a program as it is meant. Source: ECMA-262, 12.9.4, `StringLiteral`.
pub(super) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut units: Vec<u16> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let Some(c) = rest.chars().next() else { break };
        let digits = match c {
            'u' => rest.get(1..5),
            'x' => rest.get(1..3),
            _ => None,
        };
        if let Some((digits, unit)) = digits.and_then(|it| Some((it, u16::from_str_radix(it, 16).ok()?))) {
            rest = &rest[1 + digits.len()..];
            units.push(unit);
            // The two halves of a character come one after the other.
            if !rest.starts_with("\\u") || !(0xD800..0xDC00).contains(&unit) {
                out.extend(char::decode_utf16(units.drain(..)).map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER)));
            }
            continue;
        }
        match c {
            'n' => out.push('\n'),
            't' => out.push('\t'),
            'r' | '\n' => {}
            c => out.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_as_programs_mean_them() {
        let cases = [
            (r"a\u003Cb\x3e", "a<b>"),
            (r"\ud83d\ude00!", "\u{1f600}!"),
            (r#"\"a\"\/\\n\n"#, "\"a\"/\\n\n"),
            (r"\u12", "u12"),
            (r"a\", "a"),
        ];
        for (written, meant) in cases {
            assert_eq!(unescaped(written), meant, "{written}");
        }
    }
}
