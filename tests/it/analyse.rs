//! `linimasa analyse --json`: what is written is what the schema in `assets` tells.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

use super::statements::STORY;
use crate::program::{CASE, Case, check, finish, linimasa, told};

const CASES: &[Case] = &[
    Case {
        name: "an object per file",
        files: &[("a.txt", STORY), ("b.txt", b"Hujan turun di Ambon.")],
        arguments: &["analyse", "--json", "a.txt", "b.txt"],
        stdout_has: &[r#"{"format":1,"file":"a.txt","language":"id","#, "\n{\"format\":1,\"file\":\"b.txt\","],
        ..CASE
    },
    Case {
        name: "where a place lies",
        arguments: &["analyse", "--json", "--language=id", "-"],
        stdin: b"Hujan turun di Pyongyang.",
        stdout_has: &[r#""kind":"place","name":"Pyongyang","country":"KP","latitude":39.0"#],
        ..CASE
    },
    Case {
        name: "the rest is written when one is missing",
        files: &[("a.txt", b"Hujan turun di Ambon.")],
        arguments: &["analyse", "--json", "no.txt", "a.txt"],
        code: 1,
        stdout_has: &[r#""file":"a.txt""#],
        stderr_has: &["`no.txt` does not exist"],
        ..CASE
    },
    Case {
        name: "nothing can be read",
        files: &[("a.bin", b"\x7fELF\0\0")],
        arguments: &["analyse", "--json", "no.txt", "a.bin"],
        code: 2,
        stderr_has: &["`no.txt` does not exist", "`a.bin` is not text"],
        ..CASE
    },
    Case {
        name: "metadata beside a file, and a reader who knows better",
        files: &[("a.txt", STORY), ("a.toml", b"outlet = 'Kabar Timur'\npublished = 2024-01-02\n")],
        arguments: &["analyse", "--json", "--published=2025-07-13", "a.txt"],
        stdout_has: &[r#""published":{"date":"2025-07-13","origin":"reader"}"#],
        ..CASE
    },
    Case { name: "the form has to be said", arguments: &["analyse", "-"], code: 2, stderr_has: &["--json"], ..CASE },
    Case {
        name: "help",
        arguments: &["analyse", "--help"],
        stdout_has: &["assets/analysis.schema.json", "Exit codes:"],
        ..CASE
    },
];

#[test]
fn analyse() {
    CASES.iter().for_each(check);
}

fn schema() -> Value {
    serde_json::from_str(include_str!("../../assets/analysis.schema.json")).unwrap()
}

/// The objects that are written of every article in `tests/data/articles`, of the one that comes with the program, and of
/// a story in which everything optional occurs.
fn written() -> Vec<Value> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("story.txt"), STORY).unwrap();
    let mut paths = vec![folder.path().join("story.txt")];
    for place in ["assets/articles", "tests/data/articles"] {
        let files = fs::read_dir(root.join(place)).unwrap().map(|entry| entry.unwrap().path());
        paths.extend(files.filter(|path| path.extension().is_some_and(|it| it == "txt")));
    }
    let (_, lines, _) = told(finish(linimasa(folder.path()).args(["analyse", "--json"]).args(&paths), b""));
    let objects: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(objects.len(), paths.len());
    objects
}

#[test]
fn what_is_written_is_what_the_schema_tells() {
    let schema = schema();
    for object in written() {
        let complaints = Validator { root: &schema }.complaints(&schema, &object, "");
        assert!(complaints.is_empty(), "{}: {complaints:#?}", object["file"]);
    }
}

#[test]
fn the_numbers_point_at_what_they_should() {
    for object in written() {
        let entities = object["entities"].as_array().unwrap();
        let first = |entity: &Value| entity["mentions"][0]["start"].as_u64().unwrap_or(u64::MAX);
        assert!(entities.windows(2).all(|pair| first(&pair[0]) <= first(&pair[1])), "in the order of the text");
        for statement in object["statements"].as_array().unwrap() {
            let via = statement["via"].as_array().unwrap().iter();
            for named in via.chain(statement.get("source")).filter(|it| it.get("entity").is_some()) {
                assert_eq!(entities[named["entity"].as_u64().unwrap() as usize]["name"], named["name"]);
            }
        }
        let statements = object["statements"].as_array().unwrap().len() as u64;
        for event in object["events"].as_array().unwrap() {
            assert!(event.get("statement").is_none_or(|it| it.as_u64().unwrap() < statements), "{event}");
        }
    }
}

/// A schema that says nothing would let everything pass.
#[test]
fn the_schema_refuses_what_is_not_so() {
    let schema = schema();
    let good = written().remove(0);
    let broken: &[(&str, Value)] = &[
        ("/format", json!(2)),
        ("/language", json!(7)),
        ("/sentences/0/start", json!(-1)),
        ("/entities/0/kind", json!("city")),
        ("/entities/0/colour", json!("red")),
        ("/statements/0/stance", json!("joke")),
        ("/statements/0/contents/0/text", Value::Null),
        ("/events/0/time/value", json!([])),
    ];
    for (place, value) in broken {
        let mut bad = good.clone();
        let (parent, key) = place.rsplit_once('/').unwrap();
        bad.pointer_mut(parent).unwrap()[key] = value.clone();
        assert!(!Validator { root: &schema }.complaints(&schema, &bad, "").is_empty(), "{place} may be {value}");
    }
    let mut short = good.clone();
    short.as_object_mut().unwrap().remove("events");
    assert!(!Validator { root: &schema }.complaints(&schema, &short, "").is_empty(), "events may be missing");
}

/// As much of JSON Schema as the schema uses; a keyword that is not known here fails the test.
struct Validator<'a> {
    root: &'a Value,
}

impl Validator<'_> {
    /// What is wrong with `value`, which stands at `place`.
    fn complaints(&self, schema: &Value, value: &Value, place: &str) -> Vec<String> {
        let keywords: &Map<String, Value> = schema.as_object().expect("a schema is an object");
        keywords.iter().flat_map(|(keyword, told)| self.keyword(keywords, keyword, told, value, place)).collect()
    }

    fn keyword(
        &self,
        schema: &Map<String, Value>,
        keyword: &str,
        told: &Value,
        value: &Value,
        place: &str,
    ) -> Vec<String> {
        let complain =
            |fits: bool| if fits { vec![] } else { vec![format!("{place}: {keyword} {told}, found {value}")] };
        match keyword {
            "$schema" | "$defs" | "title" | "description" => Vec::new(),
            "$ref" => {
                let target = told.as_str().unwrap().strip_prefix('#').unwrap();
                self.complaints(self.root.pointer(target).expect("the definition is there"), value, place)
            }
            "type" => complain(match told.as_str().unwrap() {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "integer" => value.is_i64() || value.is_u64(),
                "number" => value.is_number(),
                "boolean" => value.is_boolean(),
                other => panic!("unknown type {other}"),
            }),
            "const" => complain(value == told),
            "enum" => complain(told.as_array().unwrap().contains(value)),
            "minimum" => complain(value.as_f64().is_none_or(|it| it >= told.as_f64().unwrap())),
            "required" => {
                let missing = |key: &&Value| value.is_object() && value.get(key.as_str().unwrap()).is_none();
                told.as_array().unwrap().iter().filter(missing).map(|key| format!("{place}: no {key}")).collect()
            }
            "properties" => {
                let known = told.as_object().unwrap().iter().filter_map(|(key, it)| Some((key, it, value.get(key)?)));
                known.flat_map(|(key, it, value)| self.complaints(it, value, &format!("{place}/{key}"))).collect()
            }
            "additionalProperties" => {
                assert_eq!(told, &json!(false));
                let keys = value.as_object().into_iter().flat_map(|it| it.keys());
                let known = |key: &&String| schema["properties"].get(key.as_str()).is_some();
                keys.filter(|key| !known(key)).map(|key| format!("{place}: nobody knows {key}")).collect()
            }
            "items" => {
                let items = value.as_array().into_iter().flatten().enumerate();
                items.flat_map(|(at, item)| self.complaints(told, item, &format!("{place}/{at}"))).collect()
            }
            other => panic!("the test does not know the keyword {other}"),
        }
    }
}
