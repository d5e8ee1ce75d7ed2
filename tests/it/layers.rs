//! Who may name whom: reads every path in `src` and holds it against the table of the design.
//!
//! What a module names is taken from its text without comments. Tests inside `src` are left out: they build what
//! they need from any layer.

use std::fs;
use std::path::{Path, PathBuf};

/// Each module and the others it may name.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("assets", &[]),
    ("text", &["model"]),
    ("lang", &["assets", "model", "text"]),
    ("ingest", &["assets", "model", "text"]),
    ("analysis", &["model", "text", "lang"]),
    // Lines that a terminal shows are cleaned by `text`.
    ("export", &["model", "text"]),
    ("library", &["assets", "model"]),
    ("feeds", &["ingest", "library", "model"]),
    ("config", &[]),
    // The reader's corrections as a file; texts that others wrote into it are cleaned by `text`.
    ("corrections", &["model", "text"]),
    ("app", &["model", "text"]),
    ("view", &["app", "model", "text"]),
    ("runtime", ALL_ABOVE),
    ("tui", &["view", "app"]),
    ("cli", ALL_ABOVE),
    ("main", &["cli"]),
    // It reads annotated text as the program does, and scores what the program prints.
    ("train_names", &["analysis", "export", "ingest", "lang", "model"]),
    ("build_gazetteer", &["lang"]),
];

/// Stands for every module above it in the table.
const ALL_ABOVE: &[&str] = &["*"];

/// Crates that only one module, or one room of it, may name.
const RESERVED_CRATES: &[(&str, &str)] = &[
    ("ratatui", "tui"),
    ("crossterm", "tui"),
    ("rustix", "tui"),
    ("signal_hook", "tui"),
    ("clap", "cli"),
    ("etcetera", "config"),
    ("rusqlite", "library"),
    ("ureq", "ingest/fetch"),
    ("brotli_decompressor", "ingest/fetch"),
    ("ruzstd", "ingest/fetch"),
    ("encoding_rs", "ingest"),
    ("chardetng", "ingest"),
    ("quick_xml", "ingest"),
    ("dom_query", "ingest"),
    ("dom_smoothie", "ingest"),
    ("pulldown_cmark", "ingest"),
];

/// One file of `src`.
struct File {
    path: PathBuf,
    /// The top-level module it belongs to.
    module: String,
    /// Its lines, without comments and tests.
    code: String,
}

#[test]
fn modules_name_only_those_they_may() {
    let mut wrong = Vec::new();
    for file in source_files() {
        let Some(row) = MAY_NAME.iter().position(|(module, _)| *module == file.module) else {
            panic!("{}: module `{}` is not in the table of layers", file.path.display(), file.module);
        };
        let (allowed, above) = (MAY_NAME[row].1, &MAY_NAME[..row]);
        let may_name = |named: &str| match allowed {
            ALL_ABOVE => above.iter().any(|(module, _)| *module == named),
            only => only.contains(&named),
        };
        for (at, named) in named_modules(&file.code) {
            if named != file.module && !may_name(named) {
                wrong.push(file.complaint(at, named));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_table_of_layers_allows_nothing_that_nobody_needs() {
    let files = source_files();
    let names = |module: &str, named: &str| {
        let of_module = files.iter().filter(|file| file.module == module);
        of_module.flat_map(|file| named_modules(&file.code)).any(|(_, it)| it == named)
    };
    for (module, allowed) in MAY_NAME {
        assert!(files.iter().any(|file| file.module == *module), "there is no module `{module}`");
        let listed = allowed.iter().filter(|_| *allowed != ALL_ABOVE);
        let unused: Vec<_> = listed.filter(|named| !names(module, named)).collect();
        assert!(unused.is_empty(), "`{module}` names nothing of {unused:?}");
    }
}

#[test]
fn reserved_crates_stay_where_they_belong() {
    let mut wrong = Vec::new();
    for file in source_files() {
        for (name, owner) in RESERVED_CRATES {
            let named = words(&file.code).find(|&(_, word)| word == *name);
            wrong.extend(named.filter(|_| !file.is_in(owner)).map(|(at, name)| file.complaint(at, name)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn paths_are_found_however_they_are_written() {
    let cases: &[(&str, &[&str])] = &[
        ("use crate::model::Span;", &["model"]),
        ("use crate::{\n    assets,\n    text::{sanitise, width},\n    app,\n};", &["assets", "text", "app"]),
        ("let x = crate::app::Msg::Resumed; linimasa::cli::run()", &["app", "cli"]),
        ("let mycrate::model = 1;", &[]),
    ];
    for (code, expected) in cases {
        let found: Vec<&str> = named_modules(code).into_iter().map(|(_, name)| name).collect();
        assert_eq!(found, *expected, "{code}");
    }
}

impl File {
    fn read(root: &Path, path: &Path) -> File {
        let inside = path.strip_prefix(root).unwrap();
        let text = fs::read_to_string(path).unwrap();
        let code = text.lines().take_while(|line| !line.starts_with("mod tests {"));
        File {
            path: Path::new("src").join(inside),
            module: inside.with_extension("").iter().next().unwrap().to_string_lossy().into_owned(),
            code: code.flat_map(|line| [line.split("//").next().unwrap_or(""), "\n"]).collect(),
        }
    }

    /// Whether it belongs to `room`: a top-level module, or a folder as in `ingest/fetch`.
    fn is_in(&self, room: &str) -> bool {
        self.module == room || self.path.starts_with(Path::new("src").join(room))
    }

    fn complaint(&self, at: usize, named: &str) -> String {
        let line = self.code[..at].lines().count().max(1);
        format!("{}:{line}: `{}` names `{named}`", self.path.display(), self.module)
    }
}

/// Every file of `src` but tests; `lib.rs` only lists the modules and is left out as well.
fn source_files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect_paths(&root, &mut paths);
    assert!(paths.len() > 10, "no source found in {}", root.display());
    paths.iter().map(|path| File::read(&root, path)).collect()
}

fn collect_paths(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("tests") {
            collect_paths(&path, paths);
        } else if path.extension().is_some_and(|it| it == "rs")
            && !path.ends_with("lib.rs")
            && !path.ends_with("tests.rs")
        {
            paths.push(path);
        }
    }
}

/// The top-level modules that `code` names through `crate::` or `linimasa::`, and where.
fn named_modules(code: &str) -> Vec<(usize, &str)> {
    let mut named = Vec::new();
    for prefix in ["crate::", "linimasa::"] {
        for (at, _) in code.match_indices(prefix) {
            let rest = at + prefix.len();
            if code[..at].ends_with(is_word) {
                continue;
            }
            match code[rest..].strip_prefix('{') {
                Some(group) => named.extend(group_members(group).map(|(inside, name)| (rest + 1 + inside, name))),
                None => named.extend(words(&code[rest..]).next().map(|(inside, name)| (rest + inside, name))),
            }
        }
    }
    named
}

/// The first word of each member of a group of imports, whose opening brace is behind us.
fn group_members(group: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut depth = 0;
    let mut starts = vec![0];
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 && !group[at + 1..].trim_start().starts_with('}') => starts.push(at + 1),
            _ => {}
        }
    }
    starts.into_iter().filter_map(|start| words(&group[start..]).next().map(|(at, word)| (start + at, word)))
}

fn words(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let starts = |&(at, c): &(usize, char)| is_word(c) && !code[..at].ends_with(is_word);
    code.char_indices().filter(starts).map(|(at, _)| (at, code[at..].split(|c| !is_word(c)).next().unwrap_or("")))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
