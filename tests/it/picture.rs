//! The picture in the README is what the program draws.

use std::process::Command;

#[test]
fn the_picture_is_not_stale() {
    let command = ["--picture", "120x36", "assets/articles/kompas-2025-07-13.txt"];
    let mut program = Command::new(env!("CARGO_BIN_EXE_linimasa"));
    // Never what whoever runs the tests has set up.
    program.args(command).current_dir(env!("CARGO_MANIFEST_DIR")).env("LINIMASA_CONFIG", "/nonexistent");
    let output = program.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let drawn = String::from_utf8(output.stdout).unwrap();
    let committed = include_str!("../../assets/screen.svg");
    // The whole of both would drown the message.
    assert!(
        drawn == committed,
        "assets/screen.svg is stale; redraw it with: cargo run --release -- {} > assets/screen.svg",
        command.join(" ")
    );
}
