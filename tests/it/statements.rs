//! `linimasa statements` and `linimasa events`: lines and JSON lines.

use crate::program::{CASE, Case, check};

pub(crate) const STORY: &[u8] = "\u{feff}PYONGYANG, KOMPAS.com - Menteri Luar Negeri Rusia Sergei Lavrov tiba di Pyongyang pada Sabtu (12/7/2025).\r\n\
    “Kami siap membantu,” kata Lavrov, seperti dikutip TASS, Minggu (13/7/2025).\r\n\
    Pejabat keamanan Korea Selatan memperkirakan 10.000 tentara akan dikirim pada Agustus.\r\n\
    Pameran berlangsung 9 sampai 11 Juli 2025 di Moskwa.\r\n\
    Baca juga: Lain\r\n"
    .as_bytes();

const CASES: &[Case] = &[
    Case {
        name: "a statement to a line, with borders in the bytes given",
        arguments: &["statements", "-"],
        stdin: STORY,
        stdout_has: &[
            "107..187\tSergei Lavrov\tperson\tTASS\tclaim\tdirect\t“Kami siap membantu,”\t",
            "189..275\tPejabat keamanan Korea Selatan\tunnamed\t\t",
        ],
        ..CASE
    },
    Case {
        name: "a statement to an object",
        arguments: &["statements", "--json", "--language=id", "-"],
        stdin: STORY,
        stdout_has: &[
            concat!(
                r#"{"scope":{"start":107,"end":187},"source":{"type":"entity","name":"Sergei Lavrov","kind":"person","#,
                r#""entity":3,"start":138,"end":144,"text":"Lavrov"},"cue":{"start":133,"end":137,"text":"kata"},"#,
            ),
            r#""via":[{"name":"TASS","kind":"outlet","entity":4,"start":162,"end":166,"text":"TASS"}]"#,
            r#""source":{"type":"unnamed","start":189,"end":219,"text":"Pejabat keamanan Korea Selatan"}"#,
        ],
        ..CASE
    },
    Case {
        name: "an event to a line, by time",
        arguments: &["events", "--published=2025-07-13", "-"],
        stdin: STORY,
        stdout_has: &[
            "277..329\t2025-07-09/2025-07-11\tday\treported\tMoskwa\t\t\t\tPameran berlangsung di Moskwa\tevents/period\n24..105\t",
            "\tPyongyang\tSergei Lavrov\t\t\tMenteri Luar Negeri Rusia Sergei Lavrov tiba di Pyongyang\t",
            "\t2025-08\tmonth\tplanned\t\t\tPejabat keamanan Korea Selatan\t\t10.000 tentara akan dikirim\t",
        ],
        ..CASE
    },
    Case {
        name: "an event to an object, which names the line of its statement",
        arguments: &["events", "--json", "--published=2025-07-13", "-"],
        stdin: STORY,
        stdout_has: &[
            r#""time":{"value":"2025-08","grain":"month","from":"2025-08-01T00:00:00","to":"2025-09-01T00:00:00","start":267,"#,
            r#""until":{"value":"2025-07-11","#,
            r#""status":"planned","participants":[],"statement":1,"#,
        ],
        ..CASE
    },
    Case {
        name: "what the text does not date comes last",
        arguments: &["events", "--language=id", "-"],
        stdin: "Gubernur Ridwan Kamil meresmikan jembatan di Bandung. Pada 12 Juli 2025 banjir melanda Demak."
            .as_bytes(),
        stdout_has: &["\t2025-07-12\tday\t", "\n0..", "\t\t\treported\tBandung\t"],
        ..CASE
    },
    Case {
        name: "a day that is taken from the text",
        arguments: &["events", "-"],
        stdin: STORY,
        stdout_has: &["\t2025-08\t"],
        stderr_has: &["2025-07-13 is taken from the text", "--published"],
        ..CASE
    },
    Case {
        name: "what the reader corrected holds",
        files: &[("data/corrections.toml", b"[[rename]]\nname = 'Sergei Lavrov'\nto = 'S. Lavrov'\n")],
        arguments: &["statements", "-"],
        stdin: STORY,
        stdout_has: &["107..187\tS. Lavrov\tperson\t"],
        ..CASE
    },
    Case { name: "no statements at all", arguments: &["statements", "-"], stdin: b"Hujan turun di Ambon.", ..CASE },
    Case {
        name: "words that steer the terminal",
        arguments: &["statements", "-"],
        stdin: b"\"Kami \x1b[31msiap,\" kata Sergei Lavrov.",
        stdout_has: &["siap"],
        ..CASE
    },
    Case { name: "no file", arguments: &["statements"], code: 2, stderr_has: &["<FILE>"], ..CASE },
    Case {
        name: "a file that is not there",
        arguments: &["events", "a.txt"],
        code: 2,
        stderr_has: &["`a.txt` does not exist"],
        ..CASE
    },
    Case {
        name: "help",
        arguments: &["statements", "--help"],
        stdout_has: &["--json", "start..end   source   kind   outlets   stance   words   content   rule"],
        ..CASE
    },
    Case {
        name: "help of events",
        arguments: &["events", "--help"],
        stdout_has: &["--json", "bytes of the text as it was given"],
        ..CASE
    },
];

#[test]
fn statements_and_events() {
    CASES.iter().for_each(check);
}
