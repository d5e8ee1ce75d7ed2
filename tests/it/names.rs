//! `linimasa names`: lines, mentions, JSON lines, words in columns and standoff.

use crate::program::{CASE, Case, check};

const STORY: &[u8] = "\u{feff}Menteri Luar Negeri Rusia Sergei Lavrov tiba di Pyongyang — Sabtu (12/7/2025).\r\n\
    Kim Jong Un menjamu Lavrov, lapor KCNA.\r\n"
    .as_bytes();

const WRAPPED: &[u8] =
    "Juru bicara — ia sendiri — berkata pemimpin Kim Jong\r\nUn akan menjamu Lavrov dan tamu lain di kota itu se-\r\n\
    belum membahas jembatan yang rusak di tepi lautan\r\nyang dingin.\r\n"
        .as_bytes();

const COLUMNS: &[u8] = b"# sumber: contoh\n-DOCSTART-\tO\n\nBupati\tO\nDarmaji\tB-PER\nWicaksono\tI-PER\nmeninjau\tO\n\
    Rusia-Ukraina\tO\n(\tO\nBNPB\tX\tB-ORG\n)\tO\n.\tO\n\n\nKata\nDarmaji O\r\n\tO\n#\tO\n";

const CASES: &[Case] = &[
    Case {
        name: "an entity to a line",
        arguments: &["names", "--language=id", "-"],
        stdin: STORY,
        stdout_has: &[
            "place\tRusia\t1\t\nperson\tSergei Lavrov\t2\tLavrov\nplace\tPyongyang\t1\t\nperson\tKim Jong Un\t1\t\n",
            "outlet\tKCNA\t1\t\n",
        ],
        ..CASE
    },
    Case {
        name: "a mention to a line, with borders in the bytes given",
        arguments: &["names", "--mentions", "--published=2025-07-13", "-"],
        stdin: STORY,
        stdout_has: &[
            "26..39\tSergei Lavrov\tperson\tSergei Lavrov\tMenteri Luar Negeri Rusia\tnames/gazetteer\n",
            "48..57\tPyongyang\tplace\tPyongyang\t\tnames/gazetteer\n",
            "82..93\tKim Jong Un\tperson\tKim Jong Un\t\tnames/gazetteer\n",
        ],
        ..CASE
    },
    Case {
        name: "an entity to an object",
        arguments: &["names", "--json", "-"],
        stdin: STORY,
        stdout_has: &[
            concat!(
                r#"{"kind":"person","name":"Sergei Lavrov","rule":"names/gazetteer","mentions":[{"start":26,"end":39,"#,
                r#""text":"Sergei Lavrov","title":"Menteri Luar Negeri Rusia","rule":"names/gazetteer"},"#,
                r#"{"start":102,"end":108,"text":"Lavrov","rule":"names/short-form"}]}"#,
            ),
            r#"{"kind":"place","name":"Pyongyang","country":"KP","latitude":39.02,"longitude":125.75,"rule":"#,
        ],
        ..CASE
    },
    Case {
        name: "a mention to an object, which names the line of its entity",
        arguments: &["names", "--mentions", "--json", "-"],
        stdin: STORY,
        stdout_has: &[
            r#"{"start":102,"end":108,"text":"Lavrov","rule":"names/short-form","name":"Sergei Lavrov","kind":"person","entity":1}"#,
            r#"{"start":20,"end":25,"text":"Rusia","rule":"names/gazetteer","name":"Rusia","kind":"place","entity":0,"country":"RU"}"#,
        ],
        ..CASE
    },
    Case {
        name: "a place that acts",
        arguments: &["names", "--json", "--mentions", "--language=en", "-"],
        stdin: b"Egypt said on Monday that talks would resume.",
        stdout_has: &[r#""text":"Egypt","acting":true,"rule""#],
        ..CASE
    },
    Case {
        name: "standoff counts characters and joins what is one",
        arguments: &["names", "--brat", "-"],
        stdin: STORY,
        stdout_has: &[
            "T2\tPerson 26 39\tSergei Lavrov\nT3\tPlace 48 57\tPyongyang\nT4\tPerson 80 91\tKim Jong Un\n",
            "T5\tPerson 100 106\tLavrov\n",
            "\n*\tAlias T2 T5\n",
        ],
        ..CASE
    },
    Case {
        name: "a name from two lines on one",
        arguments: &["names", "--mentions", "--language=id", "-"],
        stdin: WRAPPED,
        stdout_has: &["48..60\tKim Jong Un\tperson\tKim Jong Un\t"],
        ..CASE
    },
    Case {
        name: "standoff of a name from two lines",
        arguments: &["names", "--brat", "--language=id", "-"],
        stdin: WRAPPED,
        stdout_has: &["T1\tPerson 44 52;54 56\tKim Jong Un\n"],
        ..CASE
    },
    Case {
        name: "words in columns, which stay as they are",
        files: &[("a.tsv", COLUMNS)],
        arguments: &["names", "--iob", "--language", "id", "a.tsv"],
        stdout_has: &[
            "# sumber: contoh\n-DOCSTART-\tO\n\nBupati\tO\nDarmaji\tB-PER\nWicaksono\tI-PER\nmeninjau\tO\nRusia-Ukraina\t",
            "(\tO\nBNPB\tB-ORG\n)\tO\n.\tO\n\n\nKata\tO\nDarmaji\tB-PER\n\tO\n#\tO\n",
        ],
        ..CASE
    },
    Case {
        name: "a name in captions and links",
        arguments: &["names", "--language=id", "-"],
        stdin: b"Hujan turun.\nBaca juga: pertemuan kedua di Wonsan\n",
        stdout_has: &["place\tWonsan\t1\t\n"],
        ..CASE
    },
    Case { name: "no names at all", arguments: &["names", "-"], stdin: b"hujan turun sejak pagi.", ..CASE },
    Case {
        name: "words that steer the terminal",
        arguments: &["names", "--mentions", "--language=id", "-"],
        stdin: b"Presiden Joko \x1b[31mWidodo tiba di Jakarta.",
        stdout_has: &["place\tJakarta"],
        ..CASE
    },
    Case { name: "no file", arguments: &["names"], code: 2, stderr_has: &["<FILE>"], ..CASE },
    Case {
        name: "a file that is not there",
        arguments: &["names", "--iob", "a.txt"],
        code: 2,
        stderr_has: &["`a.txt` does not exist"],
        ..CASE
    },
    Case {
        name: "nothing to read",
        arguments: &["names", "-"],
        code: 2,
        stderr_has: &["standard input is empty"],
        ..CASE
    },
    Case {
        name: "columns without a word",
        arguments: &["names", "--iob", "-"],
        stdin: b"# sumber\n\n",
        code: 2,
        stderr_has: &["standard input is empty"],
        ..CASE
    },
    Case {
        name: "two formats at once",
        arguments: &["names", "--json", "--brat", "-"],
        code: 2,
        stderr_has: &["--json", "--brat"],
        ..CASE
    },
    Case {
        name: "columns of mentions",
        arguments: &["names", "--iob", "--mentions", "-"],
        code: 2,
        stderr_has: &["--iob", "--mentions"],
        ..CASE
    },
    Case {
        name: "help",
        arguments: &["names", "--help"],
        stdout_has: &["--brat", "bytes of the text as it was given"],
        ..CASE
    },
];

#[test]
fn names() {
    CASES.iter().for_each(check);
}
