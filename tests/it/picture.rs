//! The picture in the README is what the program draws.

use crate::program::{finish, linimasa, told};

#[test]
fn the_picture_is_not_stale() {
    let command = ["--picture", "120x36", "assets/articles/kompas-2025-07-13.txt"];
    let folder = tempfile::tempdir().unwrap();
    let mut program = linimasa(folder.path());
    let (code, drawn, stderr) = told(finish(program.args(command).current_dir(env!("CARGO_MANIFEST_DIR")), b""));
    assert_eq!(code, Some(0), "{stderr}");
    let committed = include_str!("../../assets/screen.svg");
    // The whole of both would drown the message.
    assert!(
        drawn == committed,
        "assets/screen.svg is stale; redraw it with: cargo run --release -- {} > assets/screen.svg",
        command.join(" ")
    );
}
