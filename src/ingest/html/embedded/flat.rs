//! Data written flat: one list of all values, in which things and lists name their parts by their places in it.
//!
//! Source: devalue (Nuxt 3, `__NUXT_DATA__`) and turbo-stream (React Router), which names keys so as well: `{"_1": 2}`.

use serde_json::{Map, Value};

/// More values than this come of parts that are named again and again.
const MOST_VALUES: usize = 200_000;
const MOST_DEPTH: usize = 60;

/// What `value` means, if it is such a list.
pub(super) fn unfolded(value: &Value) -> Option<Value> {
    let values = value.as_array().filter(|it| it.len() > 2)?;
    let is_place = |it: &Value| it.is_i64();
    let is_flat = match values.first()? {
        Value::Object(fields) => !fields.is_empty() && fields.values().all(is_place),
        Value::Array(parts) => matches!(parts.as_slice(), [Value::String(_), place] if is_place(place)),
        _ => false,
    };
    let mut unfolding = Unfolding { values, left: MOST_VALUES };
    is_flat.then(|| unfolding.at(0, 0))
}

struct Unfolding<'a> {
    values: &'a [Value],
    left: usize,
}

impl Unfolding<'_> {
    fn at(&mut self, place: usize, depth: usize) -> Value {
        if depth > MOST_DEPTH || self.left == 0 {
            return Value::Null;
        }
        self.left -= 1;
        let values = self.values;
        match values.get(place) {
            Some(Value::Object(fields)) => {
                let fields = fields.iter().map(|(key, part)| (self.key(key), self.part(part, depth)));
                Value::Object(fields.collect::<Map<_, _>>())
            }
            // What a kind stands before is of that kind: `["Reactive", 1]`.
            Some(Value::Array(parts)) if parts.first().is_some_and(Value::is_string) => {
                parts.get(1).map_or(Value::Null, |part| self.part(part, depth))
            }
            Some(Value::Array(parts)) => Value::Array(parts.iter().map(|part| self.part(part, depth)).collect()),
            Some(value) => value.clone(),
            None => Value::Null,
        }
    }

    fn part(&mut self, part: &Value, depth: usize) -> Value {
        let place = part.as_u64().and_then(|place| usize::try_from(place).ok());
        place.map_or(Value::Null, |place| self.at(place, depth + 1))
    }

    fn key(&self, key: &str) -> String {
        let named = key.strip_prefix('_').and_then(|place| self.values.get(place.parse::<usize>().ok()?)?.as_str());
        named.unwrap_or(key).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn parts_are_put_where_they_are_named() {
        let nuxt = json!([["Reactive", 1], {"a": 2, "b": 3}, "x", [2, 4], true]);
        assert_eq!(unfolded(&nuxt), Some(json!({"a": "x", "b": ["x", true]})));
        let router = json!([{"_1": 2}, "a", {"_3": 4}, "b", "x"]);
        assert_eq!(unfolded(&router), Some(json!({"a": {"b": "x"}})));
        assert_eq!(unfolded(&json!(["a", "b", "c"])), None);
        // What names itself comes to an end.
        assert!(unfolded(&json!([{"a": 0, "b": 0}, 1, 2])).is_some());
    }
}
