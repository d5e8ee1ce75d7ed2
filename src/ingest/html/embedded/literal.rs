//! Values as programs write them, which JSON does not allow: keys without quotation marks, texts in other marks, commas at
//! the end, and expressions, which are passed over.
//!
//! Source: ECMA-262, 13.2.5, `ObjectLiteral`; serialize-javascript and devalue, which write such values into pages.

use serde_json::{Map, Value};

use super::script::{text_end, unescaped};

/// What is nested deeper is no value.
const MOST_DEPTH: usize = 100;

/// The value that `program` begins with, and how many bytes it has.
pub(super) fn read(program: &str) -> Option<(Value, usize)> {
    let mut reader = Reader { program, at: 0 };
    let value = reader.value(0)?;
    Some((value, reader.at))
}

struct Reader<'a> {
    program: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn value(&mut self, depth: usize) -> Option<Value> {
        match self.next()? {
            _ if depth > MOST_DEPTH => None,
            b'{' => self.object(depth),
            b'[' => self.array(depth),
            b'"' | b'\'' | b'`' => self.text().map(Value::String),
            _ => self.expression(),
        }
    }

    fn object(&mut self, depth: usize) -> Option<Value> {
        let mut fields = Map::new();
        self.at += 1;
        while self.next()? != b'}' {
            let key = self.key()?;
            if self.next()? != b':' {
                return None;
            }
            self.at += 1;
            let value = self.part(depth)?;
            fields.insert(key, value);
        }
        self.at += 1;
        Some(Value::Object(fields))
    }

    fn array(&mut self, depth: usize) -> Option<Value> {
        let mut values = Vec::new();
        self.at += 1;
        while self.next()? != b']' {
            values.push(self.part(depth)?);
        }
        self.at += 1;
        Some(Value::Array(values))
    }

    /// A value in an object or array, with the comma behind it. What an operator stands behind is but part of an expression.
    fn part(&mut self, depth: usize) -> Option<Value> {
        let value = self.value(depth + 1)?;
        if !matches!(self.next()?, b',' | b'}' | b']') {
            self.expression()?;
        }
        self.at += usize::from(self.next()? == b',');
        Some(value)
    }

    fn key(&mut self) -> Option<String> {
        if matches!(self.next()?, b'"' | b'\'') {
            return self.text();
        }
        let rest = &self.program[self.at..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '$').filter(|&end| end > 0)?;
        self.at += end;
        Some(rest[..end].to_owned())
    }

    fn text(&mut self) -> Option<String> {
        let (quote, inner) = (self.program.as_bytes()[self.at], &self.program[self.at + 1..]);
        let end = text_end(inner, quote)?;
        self.at += end + 2;
        Some(unescaped(&inner[..end]))
    }

    /// What ends at the next comma or bracket that is not its own: a number, a name, a call. Only the simple ones are
    /// values.
    fn expression(&mut self) -> Option<Value> {
        let start = self.at;
        let mut open = 0;
        loop {
            match self.next()? {
                b'"' | b'\'' | b'`' => {
                    self.text()?;
                    continue;
                }
                b'(' | b'[' | b'{' => open += 1,
                b',' | b'}' | b']' | b')' if open == 0 => break,
                b')' | b']' | b'}' => open -= 1,
                _ => {}
            }
            self.at += 1;
        }
        Some(serde_json::from_str(self.program[start..self.at].trim()).unwrap_or(Value::Null))
    }

    /// The next byte that is no space and in no comment.
    fn next(&mut self) -> Option<u8> {
        loop {
            let rest = &self.program[self.at..];
            let trimmed = rest.trim_start();
            self.at += rest.len() - trimmed.len();
            let end = match trimmed.get(..2) {
                Some("/*") => trimmed.find("*/")? + 2,
                Some("//") => trimmed.find('\n')?,
                _ => return trimmed.bytes().next(),
            };
            self.at += end;
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_are_read_as_programs_write_them() {
        let cases = [
            (r#"{a:"x",'b':'y\'z',"c":`w`,d_1:2,$e:!0,}"#, json!({"a":"x","b":"y'z","c":"w","d_1":2,"$e":null})),
            ("[1,-2.5,true,null,undefined,void 0,]", json!([1, -2.5, true, null, null, null])),
            (r#"{a:new Date("2025,07"),b:f({c:[1]},")"),c:"x"+"y",d:[]}"#, json!({"a":null,"b":null,"c":"x","d":[]})),
            ("{ /* eins, } */ a : { b:[ {c:1} ] } // zwei\n , d:'}' }", json!({"a":{"b":[{"c":1}]},"d":"}"})),
            ("{a:function(b){return {c:1}},d:4}", json!({"a":null,"d":4})),
        ];
        for (written, meant) in cases {
            assert_eq!(read(&format!("{written};rest")), Some((meant, written.len())), "{written}");
        }
        for broken in ["{a}", "{a:1", "[", "{a:'x", "{:1}", "{if(a){b()}}", &"[".repeat(200)] {
            assert_eq!(read(broken), None, "{broken}");
        }
    }
}
