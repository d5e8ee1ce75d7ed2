//! `examples/names.txt` of each language, and the names of whole articles.

use linimasa::model::{Analysis, EntityId, EntityKind, Span};

use crate::PACKS;
use crate::annotated::score::Score;
use crate::annotated::{Annotated, Mark, file};

const KINDS: [(&str, EntityKind); 6] = [
    ("person", EntityKind::Person),
    ("place", EntityKind::Place),
    ("organisation", EntityKind::Organisation),
    ("outlet", EntityKind::Outlet),
    ("platform", EntityKind::Platform),
    ("other", EntityKind::Other),
];

fn kind_of(role: &str) -> Option<EntityKind> {
    KINDS.iter().find(|(name, _)| *name == role).map(|&(_, kind)| kind)
}

fn names(read: &Annotated) -> impl Iterator<Item = (&Mark, EntityKind)> {
    read.marks.iter().filter_map(|mark| Some((mark, kind_of(&mark.role)?)))
}

/// Mentions as they are annotated, and as they are found.
fn mentions(read: &Annotated, analysis: &Analysis) -> [Vec<(Span, EntityKind)>; 2] {
    let found = |(span, entity): (Span, EntityId)| (span, analysis.entities[entity].kind);
    let mentions = analysis.mentions.items().iter().map(|mention| (mention.span, mention.entity));
    [names(read).map(|(mark, kind)| (mark.span, kind)).collect(), mentions.map(found).collect()]
}

fn complaint(read: &Annotated, language: &str) -> Option<String> {
    let analysis = read.analyse(&PACKS, language);
    let [mut annotated, mut found] = mentions(read, &analysis);
    annotated.sort_by_key(|(span, _)| *span);
    found.sort_by_key(|(span, _)| *span);
    difference(&read.text, &annotated, &found).or_else(|| disagreement(read, &analysis))
}

/// What is annotated and was not found, and the other way round.
fn difference(text: &str, annotated: &[(Span, EntityKind)], found: &[(Span, EntityKind)]) -> Option<String> {
    let beyond = |these: &[(Span, EntityKind)], those: &[(Span, EntityKind)]| {
        let show = |(span, kind): &(Span, EntityKind)| format!("{kind:?} `{}`", span.of(text));
        these.iter().filter(|item| !those.contains(item)).map(show).collect::<Vec<_>>().join(", ")
    };
    let (lost, more) = (beyond(annotated, found), beyond(found, annotated));
    (!lost.is_empty() || !more.is_empty()).then(|| format!("not found: {lost}; found: {more}"))
}

/// Two mentions that are one entity to the reader and two to the program, or the other way round.
fn disagreement(read: &Annotated, analysis: &Analysis) -> Option<String> {
    let entity_at = |span: Span| analysis.mentions.items().iter().find(|mention| mention.span == span);
    let named: Vec<(&Mark, EntityId)> =
        names(read).filter_map(|(mark, _)| Some((mark, entity_at(mark.span)?.entity))).collect();
    for (index, (mark, entity)) in named.iter().enumerate() {
        for (other, other_entity) in &named[..index] {
            let (name, other_name) = (mark.name(&read.text), other.name(&read.text));
            if (name == other_name) != (entity == other_entity) {
                let (here, there) = (mark.span.of(&read.text), other.span.of(&read.text));
                return Some(format!("`{here}` is {name}, `{there}` is {other_name}"));
            }
        }
    }
    None
}

/// The entities of an article that the program takes for several.
fn in_several(read: &Annotated, analysis: &Analysis) -> Vec<String> {
    let entity_at = |span: Span| analysis.mentions.items().iter().find(|it| it.span == span).map(|it| it.entity);
    let mut first: Vec<(&str, EntityId)> = Vec::new();
    let mut several = Vec::new();
    for (mark, entity) in names(read).filter_map(|(mark, _)| Some((mark, entity_at(mark.span)?))) {
        let name = mark.name(&read.text);
        match first.iter().find(|(known, _)| *known == name) {
            Some((_, known)) if *known != entity => several.push(format!("{name} as `{}`", mark.span.of(&read.text))),
            Some(_) => {}
            None => first.push((name, entity)),
        }
    }
    several
}

/// Of the entities with several mentions in an article, how many are one entity of exactly these mentions.
fn joined(read: &Annotated, analysis: &Analysis) -> (usize, usize) {
    let mut groups: Vec<(&str, Vec<Span>)> = Vec::new();
    for (mark, _) in names(read) {
        let name = mark.name(&read.text);
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, spans)) => spans.push(mark.span),
            None => groups.push((name, vec![mark.span])),
        }
    }
    groups.retain(|(_, spans)| spans.len() > 1);
    let entity_at = |span: &Span| analysis.mentions.items().iter().find(|it| it.span == *span).map(|it| it.entity);
    let is_joined = |spans: &Vec<Span>| {
        let entities: Vec<Option<EntityId>> = spans.iter().map(entity_at).collect();
        // A mention that was not found is a matter of finding, not of joining.
        let mut found = entities.into_iter().flatten();
        let first = found.next();
        first.is_some() && found.all(|entity| Some(entity) == first)
    };
    (groups.iter().filter(|(_, spans)| is_joined(spans)).count(), groups.len())
}

/// Mentions of all `articles`, and the share of joined entities.
#[allow(clippy::print_stdout, reason = "shown by `cargo test -- --nocapture`")]
fn measure(language: &str, articles: Vec<(String, Annotated)>) -> (Score, f64) {
    let (mut score, mut right, mut all) = (Score::default(), 0, 0);
    for (name, article) in articles {
        let analysis = article.analyse(&PACKS, language);
        let [annotated, found] = mentions(&article, &analysis);
        let mut own = Score::default();
        own.count(&annotated, &found);
        score.count(&annotated, &found);
        let (joined, groups) = joined(&article, &analysis);
        (right, all) = (right + joined, all + groups);
        println!("{language} {name}: {own}, joined {joined} of {groups}");
        difference(&article.text, &annotated, &found).inspect(|difference| println!("    {difference}"));
        disagreement(&article, &analysis).inspect(|disagreement| println!("    {disagreement}"));
        println!("    in several: {}", in_several(&article, &analysis).join(", "));
    }
    let share = right as f64 / all as f64;
    println!("{language}: {score}, joined {share:.3}");
    (score, share)
}

#[test]
fn indonesian() {
    file::check("id", "names.txt", |read| complaint(read, "id"));
}

#[test]
fn english() {
    file::check("en", "names.txt", |read| complaint(read, "en"));
}

#[test]
#[allow(clippy::print_stdout, reason = "shown by `cargo test -- --nocapture`")]
fn examples_as_a_score() {
    for language in ["id", "en"] {
        let mut score = Score::default();
        for read in file::passages(language, "names.txt") {
            let [annotated, found] = mentions(&read, &read.analyse(&PACKS, language));
            score.count(&annotated, &found);
        }
        println!("{language}: {score}");
        assert!(score.f1() > 0.5, "{language}: {score}");
    }
}

#[test]
fn whole_articles() {
    for language in ["id", "en"] {
        for articles in [file::articles(language), file::articles_for_names(language)] {
            let (score, joined) = measure(language, file::asked_for(articles));
            let holds = score.f1() > 0.5 && joined > 0.5;
            assert!(!file::measures_all() || holds, "{language}: {score}, joined {joined}");
        }
    }
}
