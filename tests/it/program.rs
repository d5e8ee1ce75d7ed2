//! The program as whoever types a command sees it: started in a folder, with its answer as exit code, standard output and
//! standard error.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// One run: what is in the folder, what is typed, and what must come of it.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) files: &'static [(&'static str, &'static [u8])],
    pub(crate) arguments: &'static [&'static str],
    pub(crate) stdin: &'static [u8],
    pub(crate) variables: &'static [(&'static str, &'static str)],
    pub(crate) code: i32,
    pub(crate) stdout_has: &'static [&'static str],
    pub(crate) stderr_has: &'static [&'static str],
}

/// A run that ends well and of which nothing is known.
pub(crate) const CASE: Case = Case {
    name: "",
    files: &[],
    arguments: &[],
    stdin: b"",
    variables: &[],
    code: 0,
    stdout_has: &[],
    stderr_has: &[],
};

#[track_caller]
pub(crate) fn check(case: &Case) {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in case.files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let mut command = linimasa(folder.path());
    let output = finish(command.args(case.arguments).envs(case.variables.iter().copied()), case.stdin);
    let (code, stdout, stderr) = told(output);
    let found = format!("{}\nstdout: {stdout}\nstderr: {stderr}", case.name);
    assert_eq!(code, Some(case.code), "{found}");
    for part in case.stdout_has {
        assert!(stdout.contains(part), "no {part:?} on stdout\n{found}");
    }
    for part in case.stderr_has {
        assert!(stderr.contains(part), "no {part:?} on stderr\n{found}");
    }
    assert_eq!(stderr.is_empty(), case.stderr_has.is_empty(), "{found}");
    assert!(case.stdout_has.iter().any(|part| part.contains('\u{1b}')) || !stdout.contains('\u{1b}'), "{found}");
    assert!(!stderr.contains('\u{1b}'), "{found}");
}

/// Variables that would send what is asked of loopback elsewhere.
const PROXIES: [&str; 8] =
    ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "all_proxy", "no_proxy"];

/// The program, with nothing of this test's own environment that changes what it prints.
pub(crate) fn linimasa(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_linimasa"));
    command.current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    for name in
        ["NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "LINIMASA_A11Y", "RUST_BACKTRACE"].into_iter().chain(PROXIES)
    {
        command.env_remove(name);
    }
    // Never what whoever runs the tests has corrected.
    command.env("LINIMASA_DATA", folder.join("data"));
    // Never what whoever runs the tests has set up.
    command.env("LINIMASA_CONFIG", folder.join("config"));
    command.env("TERM", "xterm-256color").env("LC_ALL", "C.UTF-8");
    command
}

/// The same program where no file is open to it that is closed to somebody: root runs it as nobody.
#[cfg(unix)]
pub(crate) fn unprivileged(folder: &Path) -> Command {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;

    const NOBODY: u32 = 65_534;
    let program = folder.join("linimasa");
    fs::copy(env!("CARGO_BIN_EXE_linimasa"), &program).unwrap();
    for path in [folder, &program] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let mut command = Command::new(&program);
    command.current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.envs(linimasa(folder).get_envs().filter_map(|(name, value)| Some((name, value?))));
    if fs::metadata(&program).unwrap().uid() == 0 {
        command.uid(NOBODY).gid(NOBODY);
    }
    command
}

pub(crate) fn finish(command: &mut Command, stdin: &[u8]) -> Output {
    let mut child = command.spawn().unwrap();
    // A program that reads nothing may be gone already.
    let _ = child.stdin.take().unwrap().write_all(stdin);
    child.wait_with_output().unwrap()
}

/// Exit code, standard output and standard error of a run in `folder`.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    told(finish(linimasa(folder).args(arguments), b""))
}

/// The same of a run that has ended.
pub(crate) fn told(output: Output) -> (Option<i32>, String, String) {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}
