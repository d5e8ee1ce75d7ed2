//! Files and arguments to standard output, standard error and exit code, in a fresh folder.

use std::fs;
use std::io::Read;
use std::path::PathBuf;

use crate::program::{CASE, Case, check, finish, linimasa, told, unprivileged};

const STORY: &str = "Ayu Lestari tiba di Ambon.\nIa pulang pada Senin.\n";

const PAGE: &str = "<!doctype html><html lang=id><head><title>Ayu tiba di Ambon</title><meta property='article:published_time' \
    content='2025-07-13T14:05:00+07:00'><link rel=canonical href='https://warta.example/ayu'></head><body><nav><a href=/>Beranda</a></nav>\
    <article><h1>Ayu tiba di Ambon</h1><p>Ayu Lestari tiba di Ambon dengan <a href=/kapal>kapal</a> pagi dan disambut oleh keluarga \
    besarnya di pelabuhan.</p><p>Ia akan pulang pada Senin dengan kapal yang sama, kata kakaknya kepada wartawan di rumah mereka.</p>\
    </article><script>x()</script></body></html>";

#[test]
fn runs() {
    for case in CASES {
        check(case);
    }
}

/// The folder for what the reader set up is told by a variable, else by the system's.
#[test]
fn outlets_are_read_from_the_folder_that_is_told() {
    let folder = tempfile::tempdir().unwrap();
    for (place, name) in [("told", "Kabar Lereng Kita"), ("system/linimasa", "Warta Lereng Kita")] {
        let place = folder.path().join(place);
        fs::create_dir_all(&place).unwrap();
        fs::write(place.join("outlets.toml"), format!("[[outlet]]\nname = '{name}'\nkind = 'online'\n")).unwrap();
    }
    let text = "Warga membaca Kabar Lereng Kita dan juga Warta Lereng Kita.";
    for (variable, expected) in [("told", "Kabar Lereng Kita [outlet]"), ("", "Warta Lereng Kita [outlet]")] {
        let place = if variable.is_empty() { PathBuf::new() } else { folder.path().join(variable) };
        let mut command = linimasa(folder.path());
        command.env("LINIMASA_CONFIG", place).env("XDG_CONFIG_HOME", folder.path().join("system"));
        let (_, stdout, _) = told(finish(&mut command, text.as_bytes()));
        assert_eq!(stdout.matches("[outlet]").count(), 1, "{stdout}");
        assert!(stdout.contains(expected), "{stdout}");
    }
}

const CASES: &[Case] = &[
    Case {
        name: "a page",
        files: &[("a.html", PAGE.as_bytes())],
        arguments: &["a.html"],
        stdout_has: &[
            "title\tAyu tiba di Ambon\n",
            "published\t2025-07-13\tfrom the page\t14:05 WIB\n",
            "\nAyu Lestari [person] tiba di Ambon [place]",
            "\nlink\tkapal\thttps://warta.example/kapal\n",
        ],
        ..CASE
    },
    Case { name: "a page from a pipe", stdin: PAGE.as_bytes(), stdout_has: &["title\tAyu tiba di Ambon\n"], ..CASE },
    Case {
        name: "a page for another program",
        files: &[("a.txt", PAGE.as_bytes())],
        arguments: &["dates", "a.txt"],
        stdout_has: &["2025-07-14"],
        ..CASE
    },
    Case {
        name: "what lies beside a page counts more",
        files: &[("a.htm", PAGE.as_bytes()), ("a.toml", b"title = 'Judul lain'\npublished = 2025-07-20")],
        arguments: &["a.htm"],
        stdout_has: &["title\tJudul lain\n", "published\t2025-07-20\tfrom the metadata file\n"],
        ..CASE
    },
    Case {
        name: "a page that a program draws",
        files: &[("a.html", b"<!doctype html><div id=app></div><script>draw()</script>")],
        arguments: &["a.html"],
        code: 2,
        stderr_has: &["`a.html` is a page that holds no article text", "save the page"],
        ..CASE
    },
    Case {
        name: "a page that is not there",
        files: &[("a.html", b"<title>Halaman tidak ditemukan</title><h1>404</h1><p>Maaf, alamat yang Anda tuju tidak ada.</p>")],
        arguments: &["a.html"],
        code: 2,
        stderr_has: &["`a.html` is no article: the site says that it has no such page; look at the address"],
        ..CASE
    },
    Case {
        name: "a page that lists articles",
        files: &[(
            "a.html",
            b"<title>Warta</title><a href=/1>Bupati Resmikan Jembatan Gantung</a><a href=/2>Polisi Bongkar Gudang Beras Oplosan</a>\
              <a href=/3>Harga Cabai Meroket di Pasar</a><a href=/4>Museum Kereta Uap Buka Malam</a><a href=/5>Rute Bus Malam Baru Dibuka</a>",
        )],
        arguments: &["a.html"],
        code: 2,
        stderr_has: &["`a.html` is a page that lists articles", "open one of them"],
        ..CASE
    },
    Case {
        name: "a file of another program",
        files: &[("a.txt", b"{\\rtf1\\ansi Gempa}")],
        arguments: &["a.txt"],
        code: 2,
        stderr_has: &["`a.txt` is a Rich Text file, not text; save its text as plain text first"],
        ..CASE
    },
    Case {
        name: "a mail without a page",
        files: &[("a.mhtml", b"MIME-Version: 1.0\nContent-Type: text/plain\n\nHalo")],
        arguments: &["a.mhtml"],
        code: 2,
        stderr_has: &["`a.mhtml` is a saved web page without a page in it"],
        ..CASE
    },
    Case {
        name: "Markdown",
        files: &[("a.md", b"# Ayu tiba\n\nAyu Lestari tiba di *Ambon*.\n\n- satu")],
        arguments: &["a.md"],
        stdout_has: &["title\tAyu tiba\n", "tiba di Ambon", "\n- satu"],
        ..CASE
    },
    Case {
        name: "a file",
        files: &[("a.txt", STORY.as_bytes())],
        arguments: &["a.txt"],
        stdout_has: &["article\ta.txt\n", "\nAyu Lestari", "\nIa pulang"],
        ..CASE
    },
    Case {
        name: "a file with metadata beside it",
        files: &[
            ("a.txt", STORY.as_bytes()),
            ("a.toml", b"outlet = 'Kabar Timur'\npublished = 2025-07-13\ntitle = 'Pulang'\n"),
        ],
        arguments: &["--plain", "a.txt"],
        stdout_has: &["title\tPulang\n", "outlet\tKabar Timur\n", "published\t2025-07-13\tfrom the metadata file\n"],
        ..CASE
    },
    Case {
        name: "the reader knows better",
        files: &[("a.txt", STORY.as_bytes()), ("a.toml", b"published = 2025-07-13\n")],
        arguments: &["--published", "2024-02-29", "--language=id", "a.txt"],
        stdout_has: &["published\t2024-02-29\tset by the reader\n", "language\tid\n"],
        ..CASE
    },
    Case { name: "standard input", arguments: &["-"], stdin: STORY.as_bytes(), stdout_has: &["article\t-\n"], ..CASE },
    Case { name: "piped in, nothing named", stdin: STORY.as_bytes(), stdout_has: &["article\t-\n"], ..CASE },
    Case {
        name: "several files",
        files: &[("a.txt", b"Satu."), ("b.txt", b"Dua.")],
        arguments: &["a.txt", "b.txt"],
        stdout_has: &["article\ta.txt\n", "\n\narticle\tb.txt\n"],
        ..CASE
    },
    Case {
        name: "the rest is shown when one is missing",
        files: &[("a.txt", b"Satu.")],
        arguments: &["no.txt", "a.txt"],
        code: 1,
        stdout_has: &["article\ta.txt\n"],
        stderr_has: &["linimasa: `no.txt` does not exist"],
        ..CASE
    },
    Case {
        name: "a missing file",
        arguments: &["no.txt"],
        code: 2,
        stderr_has: &["`no.txt` does not exist", "https://"],
        ..CASE
    },
    Case {
        name: "a feed is no article",
        files: &[("a.xml", b"<?xml version='1.0'?><rss version='2.0'><channel><title>Warta</title></channel></rss>")],
        arguments: &["a.xml"],
        code: 2,
        stderr_has: &["`a.xml` is a feed", "linimasa feed add"],
        ..CASE
    },
    Case {
        name: "a list of feeds is no article",
        files: &[("a.opml", b"<?xml version='1.0'?><opml version='2.0'><body></body></opml>")],
        arguments: &["a.opml"],
        code: 2,
        stderr_has: &["`a.opml` is a list of feeds", "linimasa feed import"],
        ..CASE
    },
    Case {
        name: "a path through a file",
        files: &[("a.txt", b"Satu.")],
        arguments: &["a.txt/b"],
        code: 2,
        stderr_has: &["`a.txt/b` does not exist"],
        ..CASE
    },
    Case { name: "a folder", arguments: &["."], code: 2, stderr_has: &["`.` is a folder", "`linimasa add`"], ..CASE },
    Case {
        name: "an empty file",
        files: &[("a.txt", b"")],
        arguments: &["a.txt"],
        code: 2,
        stderr_has: &["`a.txt` is empty"],
        ..CASE
    },
    Case {
        name: "white space only",
        files: &[("a.txt", b" \n\t\n")],
        arguments: &["a.txt"],
        code: 2,
        stderr_has: &["`a.txt` is empty"],
        ..CASE
    },
    Case { name: "an empty pipe", code: 2, stderr_has: &["standard input is empty"], ..CASE },
    Case {
        name: "text that is not UTF-8",
        files: &[("a.txt", b"Caf\xE9 di Ambon")],
        arguments: &["a.txt"],
        code: 2,
        stderr_has: &["`a.txt` is not UTF-8 text (byte 3", "iconv"],
        ..CASE
    },
    Case {
        name: "text in UTF-16 that says so",
        files: &[("a.txt", b"\xFF\xFEK\0i\0m\0 \0t\0i\0b\0a\0 \0d\0i\0 \0B\0\xE9\0n\0o\0a\0.\0")],
        arguments: &["a.txt"],
        stdout_has: &["Kim [person] tiba di Bénoa [place]."],
        ..CASE
    },
    Case {
        name: "binary data",
        files: &[("a.bin", b"\x7fELF\0\0")],
        arguments: &["a.bin"],
        code: 2,
        stderr_has: &["`a.bin` is not text but binary data (a NUL byte at 4)"],
        ..CASE
    },
    Case {
        name: "a mistake in the metadata",
        files: &[("a.txt", b"Satu."), ("a.toml", b"outlet = 'A'\nauthor = 'B'\n")],
        arguments: &["a.txt"],
        code: 2,
        stderr_has: &["`a.toml`, line 2: unknown field `author`"],
        ..CASE
    },
    Case {
        name: "a file name that steers the terminal",
        arguments: &["\u{1b}]0;pwn\u{7}no.txt"],
        code: 2,
        stderr_has: &["linimasa: `no.txt` does not exist"],
        ..CASE
    },
    Case {
        name: "text that steers the terminal",
        files: &[("a.txt", b"hujan \x1b[2J\x1b]0;pwn\x07turun.\r\n")],
        arguments: &["a.txt"],
        stdout_has: &["\nhujan turun.\n"],
        ..CASE
    },
    Case {
        name: "an outlet of the reader's own",
        files: &[
            ("a.txt", b"Harga beras naik, seperti dikutip Kabar Lereng Kita pada Senin.\n"),
            ("config/outlets.toml", b"[[outlet]]\nname = 'Kabar Lereng Kita'\nkind = 'online'\n"),
        ],
        arguments: &["a.txt"],
        stdout_has: &["Kabar Lereng Kita [outlet]", "entity\toutlet\tKabar Lereng Kita\t"],
        ..CASE
    },
    Case {
        name: "outlets of the reader's own, one of them wrong",
        files: &[
            ("a.txt", b"Harga beras naik, seperti dikutip Kabar Lereng Kita pada Senin.\n"),
            (
                "config/outlets.toml",
                b"[[outlet]]\nname = 'Suluh'\nkind = 'blog'\n[[outlet]]\nname = 'Kabar Lereng Kita'\nkind = 'wire'\n",
            ),
        ],
        arguments: &["a.txt"],
        stdout_has: &["Kabar Lereng Kita [outlet]"],
        stderr_has: &["config/outlets.toml: outlet 1 (`Suluh`): expected one of agency, ", "but found `blog`"],
        ..CASE
    },
    Case { name: "help", arguments: &["--help"], stdout_has: &["Examples:", "--plain", "Exit codes:"], ..CASE },
    Case {
        name: "version",
        arguments: &["-V"],
        stdout_has: &[concat!("linimasa ", env!("CARGO_PKG_VERSION"))],
        ..CASE
    },
    Case { name: "an unknown option", arguments: &["--pink"], code: 2, stderr_has: &["--pink", "--help"], ..CASE },
    Case {
        name: "a date that is none",
        arguments: &["--published=2025-02-30"],
        code: 2,
        stderr_has: &["--published", "2025-02-30", "expected a day like 2025-07-13"],
        ..CASE
    },
    Case { name: "a width that is none", arguments: &["--width=3"], code: 2, stderr_has: &["--width"], ..CASE },
    Case {
        name: "text wrapped at a width",
        arguments: &["--width=20"],
        stdin: b"hujan turun sejak pagi di pesisir",
        stdout_has: &["\nhujan turun sejak\npagi di pesisir\n"],
        ..CASE
    },
    Case {
        name: "colours on request",
        arguments: &["--color=always", "-"],
        stdin: STORY.as_bytes(),
        stdout_has: &["\u{1b}[1marticle\u{1b}[0m\t-"],
        ..CASE
    },
    Case {
        name: "colours from the environment",
        stdin: STORY.as_bytes(),
        variables: &[("FORCE_COLOR", "1")],
        stdout_has: &["\u{1b}[1marticle"],
        ..CASE
    },
];

#[test]
fn a_closed_pipe_is_no_failure() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), STORY.repeat(2_000)).unwrap();
    let mut child = linimasa(folder.path()).arg("a.txt").spawn().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut [0; 20]).unwrap();
    drop(stdout);
    let (code, _, stderr) = told(child.wait_with_output().unwrap());
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.txt");
    fs::write(&file, STORY).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    let (code, _, stderr) = told(finish(unprivileged(folder.path()).arg("a.txt"), b""));
    assert_eq!(code, Some(2));
    assert!(stderr.contains("`a.txt` may not be read"), "{stderr}");
}
