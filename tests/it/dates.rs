//! `linimasa dates`: lines, JSON lines and TimeML, from text and from TimeML.

use tempfile::tempdir;

use crate::program::{CASE, Case, check, finish, linimasa, told};

const STORY: &[u8] = "Kim tiba — Sabtu (12/7/2025).\nIa pergi\tkemarin & pulang.\n".as_bytes();

const TIMEML: &[u8] = b"<?xml version=\"1.0\" ?>\n<TimeML>\n<DOCID>a</DOCID>\n\
    <DCT><TIMEX3 tid=\"t0\" value=\"2013-03-22T10:00\">03/22/13</TIMEX3></DCT>\n\
    <TITLE>Rates</TITLE>\n<TEXT>\nRates &amp; bonds fell <TIMEX3 tid=\"t1\" value=\"X\">today</TIMEX3>, \
    <EVENT eid=\"e1\">said</EVENT> the bank.\n</TEXT>\n<TLINK lid=\"l1\"/>\n</TimeML>\n";

const CASES: &[Case] = &[
    Case {
        name: "lines, with borders in the bytes given",
        arguments: &["dates", "--published=2025-07-13", "-"],
        stdin: STORY,
        stdout_has: &[
            "13..30\tSabtu (12/7/2025)\t2025-07-12\tday\tid/time/bracket-date\n41..48\tkemarin\t2025-07-12\t",
        ],
        ..CASE
    },
    Case {
        name: "JSON lines",
        arguments: &["dates", "--json", "--published", "2025-07-13", "-"],
        stdin: STORY,
        stdout_has: &[
            r#"{"start":41,"end":48,"text":"kemarin","type":"DATE","value":"2025-07-12","grain":"day","#,
            r#""from":"2025-07-12T00:00:00","to":"2025-07-13T00:00:00","anchor":"published","rule":"id/time/shift"}"#,
        ],
        ..CASE
    },
    Case {
        name: "TimeML from text",
        arguments: &["dates", "--timeml", "--published=2025-07-13", "--language=id", "-"],
        stdin: STORY,
        stdout_has: &[
            "functionInDocument=\"CREATION_TIME\">2025-07-13</TIMEX3></DCT>",
            "<TEXT>Kim tiba — <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2025-07-12\">Sabtu (12/7/2025)</TIMEX3>.\nIa pergi\t<TIMEX3",
            "kemarin</TIMEX3> &amp; pulang.\n</TEXT>",
        ],
        ..CASE
    },
    Case {
        name: "TimeML from TimeML: its head stays, its tags go, its creation time counts",
        files: &[("a.tml", TIMEML)],
        arguments: &["dates", "--timeml", "a.tml"],
        stdout_has: &[
            "<?xml version=\"1.0\" ?>\n<TimeML>\n<DOCID>a</DOCID>\n<DCT><TIMEX3 tid=\"t0\" value=\"2013-03-22T10:00\">",
            "<TEXT>\nRates &amp; bonds fell <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2013-03-22\">today</TIMEX3>, said the bank.\n</TEXT>",
        ],
        ..CASE
    },
    Case {
        name: "the reader knows better than the document",
        files: &[("a.tml", TIMEML)],
        arguments: &["dates", "--timeml", "--published=2014-01-02", "a.tml"],
        stdout_has: &["value=\"2014-01-02\" temporalFunction", "value=\"2014-01-02\">today<"],
        ..CASE
    },
    Case {
        name: "a day that is taken from the text",
        arguments: &["dates", "-"],
        stdin: STORY,
        stdout_has: &["\tkemarin\t2025-07-11\t"],
        stderr_has: &["2025-07-12 is taken from the text", "--published"],
        ..CASE
    },
    Case { name: "no times at all", arguments: &["dates", "-"], stdin: b"Hujan turun di Ambon.", ..CASE },
    Case {
        name: "words that steer the terminal",
        arguments: &["dates", "--published=2025-07-13", "-"],
        stdin: b"Ia tiba 12 \x1b[31mJuli kemarin.",
        stdout_has: &["kemarin"],
        ..CASE
    },
    Case { name: "no file", arguments: &["dates"], code: 2, stderr_has: &["<FILE>"], ..CASE },
    Case {
        name: "a file that is not there",
        arguments: &["dates", "a.txt"],
        code: 2,
        stderr_has: &["`a.txt` does not exist"],
        ..CASE
    },
    Case {
        name: "nothing to read",
        arguments: &["dates", "-"],
        code: 2,
        stderr_has: &["standard input is empty"],
        ..CASE
    },
    Case {
        name: "two formats at once",
        arguments: &["dates", "--json", "--timeml", "-"],
        code: 2,
        stderr_has: &["--json", "--timeml"],
        ..CASE
    },
    Case {
        name: "help",
        arguments: &["dates", "--help"],
        stdout_has: &["--json", "bytes of the text as it was given"],
        ..CASE
    },
];

#[test]
fn dates() {
    CASES.iter().for_each(check);
}

/// The text between `<TEXT>` and `</TEXT>`, without tags.
fn inner_text(xml: &str) -> String {
    let text = xml.split_once("<TEXT>").unwrap().1.split_once("</TEXT>").unwrap().0;
    let plain: String = text.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
    plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[test]
fn tagging_leaves_the_text_as_it_is() {
    let text = "  Pukul 06.12 WIB,\r\n\r\nminggu lalu:\t3 < 5 & \u{a0}\u{2019}24.  12 Juli\n2025\n\n";
    let folder = tempdir().unwrap();
    let mut command = linimasa(folder.path());
    let (_, tagged, _) = told(finish(command.args(["dates", "--timeml", "--language=id", "-"]), text.as_bytes()));
    assert!(tagged.contains("</TIMEX3>"), "{tagged}");
    assert_eq!(inner_text(&tagged), text);
}
