//! What the README says of keys and commands is what the program has.

use linimasa::app::command::{self, Place};
use linimasa::app::keymap::binding_name;
use linimasa::app::words::Locale;

const BEGIN: &str = "<!-- keys: from the table of commands, held by a test -->\n";
const END: &str = "<!-- /keys -->";

/// The table of keys as Markdown: a heading row for each place, a row for each command.
fn key_table() -> String {
    let mut table = String::new();
    for (place, heading) in [
        (Place::Everywhere, "everywhere"),
        (Place::Panes, "in every pane of an article"),
        (Place::Article, "in the article"),
        (Place::Timeline, "in the timeline"),
        (Place::Lists, "in the lists"),
        (Place::Library, "in every pane of the library"),
        (Place::Shelved, "in its list of articles, and in the preview"),
        (Place::Sections, "in its sections"),
        (Place::Always, "always, even while typing"),
    ] {
        let commands: Vec<_> = command::all().filter(|command| command.place == place).collect();
        if commands.is_empty() {
            continue;
        }
        table.push_str(&format!("| {heading} | |\n|---|---|\n"));
        for command in commands {
            let keys: Vec<String> =
                command.keys.iter().map(|key| format!("`{}`", escaped(&binding_name(key)))).collect();
            table.push_str(&format!("| {} | {} |\n", keys.join(" "), command.title.of(Locale::English)));
        }
        table.push('\n');
    }
    table
}

/// A bar ends a cell even in code.
fn escaped(key: &str) -> String {
    key.replace('|', "\\|")
}

#[test]
fn the_keys_are_those_of_the_table() {
    let readme = include_str!("../../README.md");
    let (_, rest) = readme.split_once(BEGIN).expect("the README has a place for the keys");
    let (table, _) = rest.split_once(END).expect("the place for the keys ends");
    assert!(table.trim() == key_table().trim(), "the keys in the README are stale; expected:\n\n{}", key_table());
}

#[test]
fn the_two_commands_are_at_the_top() {
    let readme = include_str!("../../README.md");
    let first_block = readme.split("```").nth(1).unwrap_or_default();
    assert!(first_block.contains("cargo run --release") && first_block.contains("cargo test"), "{first_block}");
    assert!(include_str!("../../.ci/run").contains("cargo test"));
}
