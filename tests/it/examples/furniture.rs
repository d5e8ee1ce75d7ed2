//! `examples/furniture.txt` of each language, and the furniture of whole articles: lines kept out, and body lost.

use std::fmt;

use linimasa::model::{Analysis, FurnitureKind, Span};

use crate::PACKS;
use crate::annotated::score::Score;
use crate::annotated::{Annotated, file};

/// What stands before and behind a line that is tried by itself: it is neither the top nor the end of its article.
const AROUND: [(&str, [&str; 2]); 2] = [
    (
        "id",
        [
            "Warga dua desa mengungsi ke balai kecamatan setelah tanggul sungai jebol, kata camat.",
            "Petugas masih mendata rumah yang rusak dan menyiapkan makanan bagi anak-anak.",
        ],
    ),
    (
        "en",
        [
            "People from two villages moved to the town hall after the dyke gave way, the mayor said.",
            "Officials are still counting the damaged houses and preparing meals for the children.",
        ],
    ),
];

/// The word of the notation for a kind.
fn word(kind: FurnitureKind) -> &'static str {
    match kind {
        FurnitureKind::Link => "link",
        FurnitureKind::Advert => "advert",
        FurnitureKind::Caption => "caption",
        FurnitureKind::Byline => "byline",
        FurnitureKind::PublicationLine => "publication",
        FurnitureKind::Dateline => "dateline",
        FurnitureKind::Tags | FurnitureKind::Navigation | FurnitureKind::Notice | FurnitureKind::Repeat => "other",
    }
}

/// One line as it is annotated and as it is found; `None` is the body.
struct Line {
    span: Span,
    annotated: Option<String>,
    found: Option<&'static str>,
}

fn lines(read: &Annotated, analysis: &Analysis) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for text in read.text.lines() {
        let span = Span::new(start, start + text.len());
        start += text.len() + 1;
        let mark = read.marks.iter().find(|mark| mark.role == "furniture" && mark.span == span);
        let pieces = analysis.furniture.iter().filter(|piece| piece.span.overlaps(span));
        let found = pieces.map(|piece| word(piece.kind)).find(|&word| word != "dateline");
        lines.push(Line { span, annotated: mark.and_then(|mark| mark.kind.clone()), found });
    }
    lines
}

/// How many lines that are not the article are kept out, and how much of the body is lost with them.
#[derive(Clone, Copy, Debug, Default)]
struct Kept {
    furniture: usize,
    kept_out: usize,
    kind_right: usize,
    body: usize,
    lost: usize,
}

impl Kept {
    fn count(&mut self, lines: &[Line]) {
        for line in lines {
            match (&line.annotated, line.found) {
                (Some(kind), found) => {
                    self.furniture += 1;
                    self.kept_out += usize::from(found.is_some());
                    self.kind_right += usize::from(found == Some(kind));
                }
                (None, found) => {
                    self.body += 1;
                    self.lost += usize::from(found.is_some());
                }
            }
        }
    }

    fn recall(&self) -> f64 {
        self.kept_out as f64 / self.furniture.max(1) as f64
    }

    fn loss(&self) -> f64 {
        self.lost as f64 / self.body.max(1) as f64
    }
}

impl fmt::Display for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Kept { furniture, kept_out, kind_right, body, lost } = self;
        let (recall, loss) = (self.recall(), self.loss());
        write!(
            f,
            "kept out {recall:.3} ({kept_out} of {furniture}, kind right {kind_right}), body lost {loss:.3} ({lost} of {body})"
        )
    }
}

/// The line between two of the body; one with a dateline opens its article.
fn embedded(read: &Annotated, language: &str) -> Annotated {
    let [before, behind] = AROUND.iter().find(|(code, _)| *code == language).unwrap().1;
    let opens = read.marks.iter().any(|mark| mark.role == "dateline");
    let offset = if opens { 0 } else { before.len() + 1 };
    let before = if opens { String::new() } else { format!("{before}\n") };
    let mut embedded = Annotated { text: format!("{before}{}{behind}\n", read.text), ..read.clone() };
    for mark in &mut embedded.marks {
        mark.span = Span::new(mark.span.start + offset, mark.span.end + offset);
    }
    embedded
}

/// Datelines as they are annotated, and as they are found.
fn datelines(read: &Annotated, analysis: &Analysis) -> [Vec<Span>; 2] {
    let annotated = read.marks.iter().filter(|mark| mark.role == "dateline").map(|mark| mark.span);
    let found = analysis.furniture.iter().filter(|piece| piece.kind == FurnitureKind::Dateline);
    [annotated.collect(), found.map(|piece| piece.span).collect()]
}

fn complaint(read: &Annotated, language: &str) -> Option<String> {
    let read = embedded(read, language);
    let analysis = read.analyse(&PACKS, language);
    for Line { span, annotated, found } in lines(&read, &analysis) {
        if annotated.is_some() != found.is_some() {
            let show = |kind: Option<&str>| kind.unwrap_or("body").to_owned();
            return Some(format!("`{}` is {}, found {}", span.of(&read.text), show(annotated.as_deref()), show(found)));
        }
    }
    let [annotated, found] = datelines(&read, &analysis);
    (annotated != found).then(|| format!("datelines {annotated:?}, found {found:?}"))
}

#[test]
fn indonesian() {
    file::check("id", "furniture.txt", |read| complaint(read, "id"));
}

#[test]
fn english() {
    file::check("en", "furniture.txt", |read| complaint(read, "en"));
}

#[test]
#[allow(clippy::print_stdout, reason = "shown by `cargo test -- --nocapture`")]
fn examples_as_a_score() {
    for (language, around) in AROUND {
        let (mut kept, mut score) = (Kept::default(), Score::default());
        for read in file::passages(language, "furniture.txt") {
            let read = embedded(&read, language);
            let analysis = read.analyse(&PACKS, language);
            let tried = |line: &Line| !around.contains(&line.span.of(&read.text));
            kept.count(&lines(&read, &analysis).into_iter().filter(tried).collect::<Vec<_>>());
            let [annotated, found] = datelines(&read, &analysis);
            score.count(&annotated, &found);
        }
        println!("{language}: {kept}; datelines {score}");
        assert!(kept.recall() >= FLOOR.recall && kept.loss() <= FLOOR.loss, "{language}: {kept}");
    }
}

#[test]
#[allow(clippy::print_stdout, reason = "shown by `cargo test -- --nocapture`")]
fn whole_articles() {
    for (language, _) in AROUND {
        let (mut kept, mut score) = (Kept::default(), Score::default());
        for (name, article) in file::articles_and_reports(language) {
            let analysis = article.analyse(&PACKS, language);
            let lines = lines(&article, &analysis);
            let mut own = Kept::default();
            own.count(&lines);
            kept.count(&lines);
            let [annotated, found] = datelines(&article, &analysis);
            score.count(&annotated, &found);
            println!("{language} {name}: {own}");
            for line in lines.iter().filter(|line| line.annotated.is_some() != line.found.is_some()) {
                let head = line.found.map_or("  kept in".to_owned(), |kind| format!("  lost as {kind}"));
                println!("{head}: {}", line.span.of(&article.text));
            }
        }
        println!("{language}: {kept}; datelines {score}");
        let is_kept = kept.recall() >= FLOOR.recall && kept.loss() <= FLOOR.loss;
        assert!(!file::measures_all() || is_kept, "{language}: {kept}");
    }
}

/// What may not be fallen below.
struct Floor {
    recall: f64,
    loss: f64,
}

const FLOOR: Floor = Floor { recall: 0.95, loss: 0.01 };
