//! Rows in which React sends what its server made: `id:value`, cut anywhere and pushed by one script after the other.
//!
//! Source: `ReactFlightClient.js` of React 19, as Next carries it in `self.__next_f`.

use serde_json::Value;

use super::script::Found;

/// The rows of a page as far as they have come.
#[derive(Default)]
pub(super) struct Flight(String);

impl Flight {
    /// Whether `value` was a part of the rows: `[1, "..."]`.
    pub(super) fn takes(&mut self, value: &Value) -> bool {
        let Value::Array(values) = value else { return false };
        let [Value::Number(kind), Value::String(part)] = values.as_slice() else { return false };
        let is_part = kind.as_u64() == Some(1);
        if is_part {
            self.0.push_str(part);
        }
        is_part
    }

    /// Gives what each row holds to `take`.
    pub(super) fn rows(&self, mut take: impl FnMut(Found)) {
        let mut rest = self.0.as_str();
        while let Some((id, behind)) = rest.split_once(':') {
            // What is no row, such as a program's own text, is passed over line by line.
            let is_row = id.len() <= 8 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
            if let Some((text, behind)) = is_row.then(|| long_text(behind)).flatten() {
                take(Found::Text(text.to_owned()));
                rest = behind;
                continue;
            }
            let (line, next) = if is_row { behind } else { rest }.split_once('\n').unwrap_or((behind, ""));
            let value = line.starts_with(['[', '{']).then(|| serde_json::from_str(line).ok()).flatten();
            if let Some(value) = value.filter(|_| is_row) {
                take(Found::Value(value));
            }
            rest = next;
        }
    }
}

/// A text whose length in bytes stands before it, and what is behind it: `T1a,...`.
fn long_text(row: &str) -> Option<(&str, &str)> {
    let (bytes, rest) = row.strip_prefix('T')?.split_once(',')?;
    rest.split_at_checked(usize::from_str_radix(bytes, 16).ok()?)
}
