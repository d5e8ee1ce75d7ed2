use jiff::civil::date;

use super::{Ink, Inks, Style, write};
use crate::model::{
    Analysis, Anchor, Article, Attribution, Entity, EntityKind, Event, Furniture, FurnitureKind, Grain, Interval,
    Mention, Rule, Sentence, Span, Stance, Status, TimeExpression, TimeValue, Via, Warning,
};

const BODY: &str = "Ayu Lestari tiba di Ambon pada Mei lalu, lapor Kabar Timur.\nAyu pulang.\nBaca juga: Lain";

fn span(words: &str) -> Span {
    let start = BODY.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn article() -> Article {
    let (body, paragraphs) = crate::ingest::plain::paragraphs(BODY);
    Article { id: "ayu.txt".to_owned(), outlet: Some("Harian Kita".to_owned()), body, paragraphs, ..Article::default() }
}

/// What the analysis finds in [`BODY`], by hand.
fn analysis() -> Analysis {
    let rule = || Rule::from("test");
    let mut found = Analysis::default();
    let mut name = |name: &str, kind: EntityKind, forms: &[Span]| {
        let entity = crate::model::Id::new(found.entities.len());
        let mention = |&span| Mention { span, entity, title: None, acting: false, rule: rule() };
        let mentions = forms.iter().map(|form| found.mentions.push(mention(form))).collect();
        found.entities.push(Entity { name: name.to_owned(), kind, mentions, outlet: None, place: None, rule: rule() })
    };
    name("Ayu Lestari", EntityKind::Person, &[span("Ayu Lestari"), Span::new(60, 63)]);
    let place = name("Ambon", EntityKind::Place, &[span("Ambon")]);
    let outlet = name("Kabar Timur", EntityKind::Outlet, &[span("Kabar Timur")]);
    let value = TimeValue::Placed(Interval::days(date(2025, 5, 1), date(2025, 5, 31), Grain::Month));
    let time = TimeExpression {
        span: span("Mei lalu"),
        value,
        modifier: None,
        anchor: Anchor::Unknown,
        until: None,
        rule: rule(),
    };
    let time = found.times.push(time);
    let attribution = found.attributions.push(Attribution {
        source: None,
        cue: span("lapor"),
        content: span("Ayu Lestari tiba di Ambon pada Mei lalu"),
        scope: Span::new(0, 59),
        via: vec![Via { outlet, span: span("Kabar Timur"), cue: Span::default() }],
        more: Vec::new(),
        stance: Stance::Claim,
        direct: false,
        primary: false,
        rule: rule(),
    });
    let sentence = found.sentences.push(Sentence { span: Span::new(0, 59) });
    found.sentences.push(Sentence { span: span("Ayu pulang.") });
    found.events.push(Event {
        sentence,
        clause: Span::new(0, 59),
        label: vec![span("Ayu Lestari tiba di Ambon")],
        time,
        inferred: false,
        status: Status::Planned,
        participants: Vec::new(),
        place: Some(place),
        attribution: Some(attribution),
        rule: rule(),
    });
    found.furniture.push(Furniture { span: span("Baca juga: Lain"), kind: FurnitureKind::Link });
    found.warnings.push(Warning::NoPublicationDate);
    found
}

fn written(style: Style) -> String {
    let mut out = Vec::new();
    write(&article(), &analysis(), &style, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn text_then_timeline_then_entities_then_sources() {
    let expected = "\
article\tayu.txt
outlet\tHarian Kita

Ayu Lestari [person] tiba di Ambon [place] pada Mei lalu [2025-05], lapor Kabar Timur [outlet]. [source: Kabar Timur]
Ayu [person: Ayu Lestari] pulang.
[link] Baca juga: Lain

event\t2025-05\tmonth\tplanned\tKabar Timur\tAyu Lestari tiba di Ambon

entity\tperson\tAyu Lestari\t2 mentions\tAyu
entity\tplace\tAmbon\t1 mention
entity\toutlet\tKabar Timur\t1 mention

source\tHarian Kita\tthe publisher\t1 sentence
source\tKabar Timur\toutlet\t1 sentence

note\tno publication date is known; give it with --published
";
    assert_eq!(written(Style::default()), expected);
}

#[test]
fn inks_change_nothing_but_what_they_add() {
    let ink = Ink { before: "<", after: ">" };
    let inks = Inks { field: ink, mark: ink, furniture: ink };
    let inked = written(Style { inks, width_cols: None });
    assert!(inked.contains("Ambon <[place]> pada"), "{inked}");
    assert!(inked.contains("<[link] Baca juga: Lain>"), "{inked}");
    assert_eq!(inked.replace(['<', '>'], ""), written(Style::default()));
}

#[test]
fn a_width_wraps_the_text_and_its_inks_but_no_list() {
    let furniture = Ink { before: "<", after: ">" };
    let found = written(Style { inks: Inks { furniture, ..Inks::default() }, width_cols: Some(20) });
    assert!(found.contains("\nAyu Lestari [person]\ntiba di Ambon\n[place] pada Mei\n"), "{found}");
    assert!(found.contains(".\n\n<[link] Baca juga:>\n<Lain>\n"), "{found}");
    assert!(found.contains("\tAyu Lestari tiba di Ambon\n"), "{found}");
}

#[test]
fn a_range_has_one_mark_behind_its_end() {
    let mut found = analysis();
    let day = |number| TimeValue::Placed(Interval::days(date(2025, 5, number), date(2025, 5, number), Grain::Day));
    let last = found.times.ids().next().unwrap();
    let first = TimeExpression { span: span("Ambon"), value: day(2), until: Some(last), ..found.times[last].clone() };
    found.times.iter_mut().for_each(|(_, time)| time.value = day(5));
    found.times.push(first);
    let mut out = Vec::new();
    write(&article(), &found, &Style::default(), &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.contains("di Ambon [place] pada Mei lalu [2025-05-02..2025-05-05], lapor"), "{text}");
}

#[test]
fn an_article_without_marks_is_its_text() {
    let mut out = Vec::new();
    write(&article(), &Analysis::default(), &Style::default(), &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert_eq!(text, format!("article\tayu.txt\noutlet\tHarian Kita\n\n{BODY}\n"));
}

#[test]
fn blocks_have_the_signs_of_markdown_and_links_are_listed() {
    let html = "<h2>Judul</h2><p>Teks <a href='https://a.example/b'>dua kata</a>.<ul><li>satu</ul><ol><li>dua</ol><blockquote>kata</blockquote>";
    let text = crate::ingest::html::fragment(html, None);
    let article = Article {
        body: text.body,
        paragraphs: text.paragraphs,
        blocks: text.blocks,
        links: text.links,
        next_page: Some("https://a.example/2".to_owned()),
        ..Article::default()
    };
    let mut out = Vec::new();
    write(&article, &Analysis::default(), &Style::default(), &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    for lines in [
        "## Judul\nTeks dua kata.\n- satu\n1. dua\n> kata\n",
        "link\tdua kata\thttps://a.example/b\nnext-page\thttps://a.example/2\n",
    ] {
        assert!(out.contains(lines), "{out}");
    }
}
