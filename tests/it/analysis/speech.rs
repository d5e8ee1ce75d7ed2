//! Who says what, through whom, sentence by sentence.

use super::facts::Facts;
use linimasa::model::{Source, Stance};

/// A sentence, who speaks in it, the outlets it came through, and what is said.
struct Case {
    text: &'static str,
    source: &'static str,
    via: &'static str,
    content: &'static str,
}

const CASES: &[Case] = &[
    Case {
        text: "Menurut Dwikorita Karnawati, cuaca ekstrem masih berpotensi terjadi.",
        source: "Dwikorita Karnawati",
        via: "",
        content: "cuaca ekstrem masih berpotensi terjadi",
    },
    Case {
        text: "“Kami akan terus memantau situasi,” kata Kepala BMKG Dwikorita Karnawati dalam konferensi pers di Jakarta.",
        source: "Dwikorita Karnawati",
        via: "",
        content: "“Kami akan terus memantau situasi,”",
    },
    Case {
        text: "\"Saya lihat asap tebal,\" kata Budi Santoso, seperti dikutip dari Antara.",
        source: "Budi Santoso",
        via: "Antara",
        content: "\"Saya lihat asap tebal,\"",
    },
    Case {
        text: "Presiden Prabowo Subianto menegaskan bahwa program itu akan tetap berjalan.",
        source: "Prabowo Subianto",
        via: "",
        content: "program itu akan tetap berjalan",
    },
    Case {
        text: "Dilansir dari CNN, serangan itu terjadi pada Minggu pagi.",
        source: "",
        via: "CNN",
        content: "serangan itu terjadi pada Minggu pagi",
    },
    Case {
        text: "The Straits Times melaporkan, mengutip Reuters, bahwa kapal itu tenggelam.",
        source: "",
        via: "Reuters, The Straits Times",
        content: "kapal itu tenggelam",
    },
    Case {
        text: "KCNA reported the launch on Monday, via Yonhap.",
        source: "",
        via: "KCNA, Yonhap",
        content: "the launch on Monday",
    },
    Case {
        text: "The missile flew 800 km, KCNA reported, according to Yonhap.",
        source: "",
        via: "KCNA, Yonhap",
        content: "The missile flew 800 km",
    },
    Case {
        text: "JAKARTA (Reuters) - KCNA melaporkan kapal itu tenggelam.",
        source: "",
        via: "KCNA, Reuters",
        content: "kapal itu tenggelam",
    },
    Case {
        text: "Kapal itu tenggelam, demikian dilaporkan KCNA via Yonhap.",
        source: "",
        via: "KCNA, Yonhap",
        content: "Kapal itu tenggelam",
    },
    Case {
        text: "Kapal itu tenggelam, demikian laporan AFP mengutip TASS.",
        source: "",
        via: "TASS, AFP",
        content: "Kapal itu tenggelam",
    },
    Case {
        text: "Menurut Reuters, KCNA mengumumkan uji coba itu.",
        source: "",
        via: "KCNA, Reuters",
        content: "uji coba itu",
    },
    Case {
        text: "Kantor berita Xinhua melaporkan gempa itu menewaskan 126 orang.",
        source: "",
        via: "Xinhua",
        content: "gempa itu menewaskan 126 orang",
    },
    Case {
        text: "Seorang pejabat senior yang tidak mau disebutkan namanya mengatakan kepada Reuters bahwa serangan itu gagal.",
        source: "Seorang pejabat senior yang tidak mau disebutkan namanya",
        via: "Reuters",
        content: "serangan itu gagal",
    },
    Case {
        text: "Kementerian Pertahanan Rusia mengklaim telah merebut desa Kurakhove.",
        source: "Kementerian Pertahanan Rusia",
        via: "",
        content: "telah merebut desa Kurakhove",
    },
    Case {
        text: "Gempa itu merusak 40 rumah, lapor kantor berita Turki, Anadolu.",
        source: "",
        via: "Anadolu",
        content: "Gempa itu merusak 40 rumah",
    },
    Case {
        text: "Sejumlah saksi mata menyebut api berasal dari lantai dua.",
        source: "Sejumlah saksi mata",
        via: "",
        content: "api berasal dari lantai dua",
    },
    Case {
        text: "Perundingan itu gagal, menurut dua pejabat Eropa.",
        source: "dua pejabat Eropa",
        via: "",
        content: "Perundingan itu gagal",
    },
];

#[track_caller]
fn check(case: &Case) {
    let facts = Facts::of(case.text, None, None);
    let attributions = facts.analysis.attributions.items();
    assert_eq!(attributions.len(), 1, "{}: {attributions:#?}", case.text);
    let found = &attributions[0];
    let source = found.source.map_or("", |source| match source {
        Source::Entity { entity, .. } => facts.analysis.entities[entity].name.as_str(),
        other => other.span().of(&facts.body),
    });
    let via: Vec<&str> = found.via.iter().map(|via| facts.analysis.entities[via.outlet].name.as_str()).collect();
    assert_eq!((source, via.join(", ").as_str()), (case.source, case.via), "{}", case.text);
    assert_eq!(found.content.of(&facts.body), case.content, "{}", case.text);
}

#[test]
fn speakers_outlets_and_content() {
    CASES.iter().for_each(check);
}

/// A text, and for words in it on whose word they stand: `publisher` where nobody is named.
struct Reach {
    text: &'static str,
    rests: &'static [(&'static str, &'static str)],
}

const REACHES: &[Reach] = &[
    // A quotation reaches over those that follow it without a speaker of their own, in the next paragraph too.
    Reach {
        text: "“Kami menunggu,” kata Budi Santoso kepada Antara. “Sudah dua hari.”\n“Tidak ada kabar.”\nJalan itu sepi.",
        rests: &[("Sudah dua", "Antara"), ("Tidak ada", "Antara"), ("Jalan itu", "publisher")],
    },
    // What follows without a cue is the publisher's own.
    Reach {
        text: "Dilansir dari BBC, kapal itu tenggelam. Kapal itu dibuat pada 1998.",
        rests: &[("kapal itu tenggelam", "BBC"), ("Kapal itu dibuat", "publisher")],
    },
    // A sentence may say on whose word the one before stands.
    Reach {
        text: "Tidak ada pasukan asing di perbatasan. Hal ini disampaikan Sergei Lavrov kepada TASS.",
        rests: &[("Tidak ada pasukan", "TASS"), ("Hal ini", "TASS")],
    },
    // Unless somebody says that one already.
    Reach {
        text: "Kim Jong Un menyatakan dukungannya. Hal ini disampaikan Kim di Pyongyang, sebagaimana dilaporkan KCNA.",
        rests: &[("Kim Jong Un menyatakan", "publisher"), ("Hal ini", "KCNA")],
    },
    // An agency in brackets behind the last sentence carries that sentence.
    Reach {
        text: "Harga naik. Harga emas turun lagi. (Reuters)",
        rests: &[("Harga emas", "Reuters"), ("Harga naik", "publisher")],
    },
    // A common noun means the outlet before.
    Reach {
        text: "Reuters melaporkan kilang itu terbakar. Kantor berita itu menyebut dua orang terluka.",
        rests: &[("kilang itu", "Reuters"), ("dua orang", "Reuters")],
    },
];

#[test]
fn how_far_a_statement_reaches() {
    for Reach { text, rests } in REACHES {
        let facts = Facts::of(text, Some("Kabar"), None);
        for (words, basis) in *rests {
            facts.rests_on(words, &[basis]);
        }
    }
}

#[test]
fn each_cue_has_its_stance() {
    for (text, stance) in [
        ("Menteri Sosial membantah bahwa bantuan itu terlambat.", Stance::Deny),
        ("Menteri Sosial berjanji akan mengirim bantuan.", Stance::Promise),
        ("Menteri Sosial memperingatkan bahwa bantuan akan habis.", Stance::Warn),
        ("Menteri Sosial memperkirakan bantuan akan habis.", Stance::Estimate),
        ("Menteri Sosial mengatakan bantuan akan habis.", Stance::Claim),
        ("The minister denied that aid had run out.", Stance::Deny),
        ("The minister promised to send aid.", Stance::Promise),
        ("The minister warned that aid would run out.", Stance::Warn),
        ("The minister estimated that aid would run out.", Stance::Estimate),
    ] {
        let facts = Facts::of(text, None, None);
        let stances: Vec<Stance> = facts.analysis.attributions.items().iter().map(|it| it.stance).collect();
        assert_eq!(stances, [stance], "{text}");
    }
}

#[test]
fn a_headline_that_ends_with_a_word_of_saying_hides_nobody_behind_it() {
    for headline in ["Pilots see a warning", "Makers of jets await report", "Boeing answers safety claim"] {
        let text = format!("{headline}\n\nBoeing said it had ordered repairs.\n");
        let facts = Facts::of(&text, None, None);
        let said = facts.analysis.attributions.items().iter().map(|it| it.content.of(&facts.body));
        assert!(said.into_iter().any(|said| said == "it had ordered repairs"), "{headline}");
    }
}

#[test]
fn a_text_may_end_within_a_clause() {
    for text in [
        "Presiden Prabowo mengakui pasukannya ditarik dalam pidato yang",
        "Menteri Budi mengatakan dana itu aman dan",
        "Anna Holt, who said",
        "He called it what she described",
        "Anna Holt was blunter: \"",
        "that critics called",
        "Which she described as",
        "Pajak turun pada Jumat (9/1).\nHasil tinjauannya keluar bulan depan.\nAPBN 2016-2025",
    ] {
        let facts = Facts::of(text, None, None);
        assert_eq!(facts.body.trim(), text);
    }
}

#[test]
fn a_broken_quotation_is_one_statement_in_two_pieces() {
    let facts = Facts::of("“Kami menang,” kata Budi Santoso, “tetapi tidak mudah.”", None, None);
    let found = &facts.analysis.attributions.items()[0];
    let pieces: Vec<&str> = found.contents().map(|span| span.of(&facts.body)).collect();
    assert_eq!(pieces, ["“Kami menang,”", "“tetapi tidak mudah.”"]);
    assert!(found.direct);
}

#[test]
fn a_pronoun_is_whoever_spoke_last() {
    for (text, speaker) in [
        (
            "Wali Kota Ratna Dewanti membantah tuduhan itu. “Kami tidak tahu,” kata dia. “Tidak ada surat,” ujarnya.",
            "Ratna Dewanti",
        ),
        // Somebody without a name is whoever was described.
        ("Seorang warga mengatakan air naik cepat. “Kami rugi besar,” katanya.", "Seorang warga"),
        ("Seorang saksi mata menuturkan pelaku kabur. “Mereka naik motor,” ujar dia.", "Seorang saksi mata"),
        ("An eyewitness told Reuters the bus burned. “We ran,” she said. “It was dark,” she added.", "An eyewitness"),
        ("A resident said the water rose fast. “We lost everything,” he said.", "A resident"),
        ("Two officials said the talks failed. “Nothing was agreed,” they said.", "Two officials"),
    ] {
        let facts = Facts::of(text, None, None);
        let speakers = facts.analysis.attributions.items().iter().filter_map(|attribution| attribution.source);
        let speakers: Vec<&str> = speakers
            .map(|source| match source {
                Source::Entity { entity, .. } => facts.analysis.entities[entity].name.as_str(),
                _ => source.description().of(&facts.body),
            })
            .collect();
        assert_eq!(speakers, vec![speaker; speakers.len().max(2)], "{text}");
    }
}

#[test]
fn two_who_are_joined_are_none_of_them_alone() {
    for text in [
        "Attorneys Rob Turkewitz and Brian Knowles said their clients were pleased. They added that the case was over.",
        "Google and Meta said the law was unclear.",
        "Anang Hermansyah dan Ashanty mengatakan kabar itu bohong. Keduanya mengaku geli.",
        "Menteri Budi Santoso dan Gubernur Siti Aminah menyebut jalan itu aman.",
        "Paula Reed and Mary Holt warned that the roof would leak.",
    ] {
        let facts = Facts::of(text, None, None);
        let first = facts.analysis.attributions.items()[0].source;
        for attribution in facts.analysis.attributions.items() {
            let described = match attribution.source {
                Some(Source::Unnamed { span, described }) => described.unwrap_or(span),
                source => panic!("{source:?}: {text}"),
            };
            assert_eq!(Some(described), first.map(|source| source.description()), "{text}");
        }
    }
}

#[test]
fn what_a_paragraph_announces_is_said_in_the_next() {
    for (text, said) in [
        (
            "Chancellor Anna Holt said:\n\n“We chose growth. It was time.”\n\nThe scheme opens in May.",
            "“We chose growth. It was time.”",
        ),
        (
            "The minister, Anna Holt, said:\n\nWe chose growth. It was time.\n\nIt opens in May.",
            "We chose growth. It was time",
        ),
        ("Anna Holt added:\n\n\"Nobody asked us.\"\n\nShe left.", "\"Nobody asked us.\""),
        ("Menteri Anna Holt mengatakan:\n\n“Kami memilih tumbuh.”\n\nIa lalu pergi.", "“Kami memilih tumbuh.”"),
        (
            "Anna Holt menulis:\n\n\"Harga itu tidak akan naik.\"\n\nHarga sempat naik pada Mei.",
            "\"Harga itu tidak akan naik.\"",
        ),
    ] {
        let facts = Facts::of(text, None, None);
        let found = &facts.analysis.attributions.items()[0];
        let Some(Source::Entity { entity, .. }) = found.source else { panic!("{found:?}: {text}") };
        assert_eq!(facts.analysis.entities[entity].name, "Anna Holt", "{text}");
        assert_eq!(found.content.of(&facts.body), said, "{text}");
    }
}

#[test]
fn each_paragraph_of_an_interview_is_said_by_whoever_is_named_before_its_colon() {
    for (text, answers) in [
        (
            "Anna Holt met the Guardian in Leeds.\n\nGuardian: Why did you leave?\n\nHolt: I was tired. It was late.\n\n\
             Guardian: And now?\n\nHolt: Now I sleep.",
            ["I was tired. It was late", "Now I sleep"],
        ),
        (
            "Anna Holt left in May.\n\nQ: Why did you leave?\n\nA: The pace. Nobody can think.\n\nQ: And now?\n\nA: I read.",
            ["The pace. Nobody can think", "I read"],
        ),
        (
            "Retno Marsudi menerima Tempo di Jakarta.\n\nTempo: Apa tantangannya?\n\nRetno: Uang. Dananya tidak ada.\n\n\
             Tempo: Lalu?\n\nRetno: Kita harus sabar.",
            ["Uang. Dananya tidak ada", "Kita harus sabar"],
        ),
    ] {
        let facts = Facts::of(text, None, None);
        let found = facts.analysis.attributions.items();
        let said: Vec<&str> = found.iter().map(|it| it.content.of(&facts.body)).collect();
        assert_eq!(said, answers, "{text}");
        assert!(found.iter().all(|it| matches!(it.source, Some(Source::Entity { .. }))), "{text}");
    }
    // A colon alone makes no interview.
    let facts = Facts::of("Anna Holt: a life.\n\nShe was born in Leeds.\n\nShe wrote four books.", None, None);
    assert!(facts.analysis.attributions.items().iter().all(|it| it.rule.as_str() != "attribution/interview"));
}

#[test]
fn a_quotation_behind_a_sentence_about_somebody_is_theirs() {
    for text in [
        "Ellen Marsh snorts when she hears this. “Validating! I was here. They were not.”",
        "Ellen Marsh said she was tired. She pointed at the bathtub. “That is my whole peace plan.”",
        "Ellen Marsh menggeleng pelan. “Saya sudah lima hari di sini. Tidak ada yang datang.”",
        "Ellen Marsh shrugged. “What would you have done in my place?”",
        "Ellen Marsh laughed at that. “Nobody rushes a loaf. You cannot rush it.”",
    ] {
        let facts = Facts::of(text, None, None);
        let last = facts.analysis.attributions.items().last().unwrap();
        let Some(Source::Entity { entity, .. }) = last.source else { panic!("{last:?}: {text}") };
        assert_eq!(facts.analysis.entities[entity].name, "Ellen Marsh", "{text}");
        assert!(last.direct, "{text}");
    }
}
