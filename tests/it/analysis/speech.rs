//! Who says what, through whom, sentence by sentence.

use super::facts::Facts;
use linimasa::model::Source;

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
        content: "bahwa program itu akan tetap berjalan",
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
        content: "bahwa kapal itu tenggelam",
    },
    Case {
        text: "Kantor berita Xinhua melaporkan gempa itu menewaskan 126 orang.",
        source: "",
        via: "Xinhua",
        content: "gempa itu menewaskan 126 orang",
    },
    Case {
        text: "Seorang pejabat senior yang tidak mau disebutkan namanya mengatakan kepada Reuters bahwa serangan itu gagal.",
        source: "Seorang pejabat senior",
        via: "Reuters",
        content: "bahwa serangan itu gagal",
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

#[test]
fn a_pronoun_is_whoever_spoke_last() {
    let text = "Wali Kota Ratna Dewanti menolak usulan itu. “Kami tidak tahu,” kata dia. “Tidak ada surat,” ujarnya.";
    let facts = Facts::of(text, None, None);
    let speakers: Vec<&str> = facts
        .analysis
        .attributions
        .items()
        .iter()
        .filter_map(|attribution| match attribution.source? {
            Source::Entity { entity, .. } => Some(facts.analysis.entities[entity].name.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(speakers, ["Ratna Dewanti"; 3]);
}
