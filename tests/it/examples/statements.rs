//! `examples/statements.txt` of each language, and the statements of whole articles: who says what, with which words,
//! through which outlets.

use std::collections::BTreeMap;
use std::fmt;

use linimasa::lang::Cue;
use linimasa::model::{Analysis, Attribution, EntityId, Source, Span, Stance};

use crate::PACKS;
use crate::annotated::score::Score;
use crate::annotated::{Annotated, Mark, file};

/// One statement, as a reader marked it or as the program found it.
#[derive(Clone, Debug, Default)]
struct Statement {
    content: Vec<Span>,
    cues: Vec<Span>,
    source: Option<Span>,
    /// Whom the words for the source mean, where they are not the name itself.
    speaker: Option<String>,
    /// Words and name of each outlet.
    via: Vec<(Span, String)>,
    stance: String,
}

impl Statement {
    /// Bytes of content that both share.
    fn shared(&self, other: &Statement) -> usize {
        let bytes = |a: &Span| other.content.iter().filter_map(|b| a.intersect(*b)).map(Span::len).sum::<usize>();
        self.content.iter().map(bytes).sum()
    }

    fn is_direct(&self, text: &str) -> bool {
        let first = self.content.first().and_then(|span| span.of(text).chars().next());
        first.is_some_and(|c| "\"'“”‘’„«»「″".contains(c))
    }
}

/// The statements that are marked, by number.
fn annotated(read: &Annotated) -> Vec<Statement> {
    let mut statements: BTreeMap<u32, Statement> = BTreeMap::new();
    for mark in &read.marks {
        if !matches!(mark.role.as_str(), "content" | "cue" | "source" | "via") {
            continue;
        }
        let statement = statements.entry(mark.number).or_default();
        match mark.role.as_str() {
            "content" => statement.content.push(mark.span),
            "cue" => {
                statement.cues.push(mark.span);
                statement.stance = mark.kind.clone().unwrap_or(std::mem::take(&mut statement.stance));
            }
            "source" => {
                statement.source = Some(mark.span);
                statement.speaker = mark.value.clone();
            }
            _ => statement.via.push((mark.span, outlet_name(read, mark).to_owned())),
        }
    }
    statements.into_values().collect()
}

/// The canonical name of a marked outlet, which may stand on a mark of its own.
fn outlet_name<'a>(read: &'a Annotated, mark: &'a Mark) -> &'a str {
    let named = read.marks.iter().find(|other| other.span == mark.span && other.value.is_some());
    named.unwrap_or(mark).name(&read.text)
}

/// The statements that are found.
fn found(analysis: &Analysis) -> Vec<Statement> {
    let name = |id: EntityId| analysis.entities[id].name.clone();
    let statement = |attribution: &Attribution| {
        let cues = [attribution.cue].into_iter().chain(attribution.via.iter().map(|via| via.cue));
        let mut cues: Vec<Span> = cues.filter(|span| !span.is_empty()).collect();
        cues.sort();
        cues.dedup();
        let stance = match attribution.stance {
            Stance::Claim => "",
            Stance::Deny => "deny",
            Stance::Promise => "promise",
            Stance::Warn => "warn",
            Stance::Estimate => "estimate",
        };
        Statement {
            content: attribution.contents().collect(),
            cues,
            source: attribution.source.map(|source| source.span()),
            speaker: match attribution.source {
                Some(Source::Entity { entity, .. }) => Some(name(entity)),
                _ => None,
            },
            via: attribution.via.iter().map(|via| (via.span, name(via.outlet))).collect(),
            stance: stance.to_owned(),
        }
    };
    analysis.attributions.items().iter().map(statement).collect()
}

/// Whether two names are one to a careful reader: 'PBSI' is not 'PSSI', 'the Fed' is 'Fed'.
fn same_name(one: &str, other: &str) -> bool {
    let plain = |name: &str| -> Vec<String> {
        let words = name.to_lowercase().replace(".com", "").replace(".co", "");
        words
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !matches!(*word, "" | "the"))
            .map(str::to_owned)
            .collect()
    };
    let (one, other) = (plain(one), plain(other));
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    !short.is_empty() && short.iter().all(|word| long.contains(word))
}

/// What is measured, over any number of texts.
#[derive(Clone, Debug, Default)]
struct Scores {
    content: Score,
    content_words: Score,
    quotes: Score,
    quote_cues: Score,
    cues: Score,
    cue_words: Score,
    source: Score,
    source_words: Score,
    /// Of pronouns and descriptions, how many are joined to the right entity.
    speakers: Score,
    via: Score,
    /// The outlets on which each sentence rests.
    outlets: Score,
    stance: Score,
}

impl Scores {
    fn count(&mut self, read: &Annotated, analysis: &Analysis) {
        let (annotated, found) = (annotated(read), found(analysis));
        let text = read.text.as_str();
        let contents = |list: &[Statement]| list.iter().map(|it| it.content.clone()).collect::<Vec<_>>();
        self.content.count(&contents(&annotated), &contents(&found));
        let direct = |list: &[Statement]| list.iter().filter(|it| it.is_direct(text)).cloned().collect::<Vec<_>>();
        let (quoted, quotes) = (direct(&annotated), direct(&found));
        self.quotes.count(&contents(&quoted), &contents(&quotes));
        self.quote_cues.count(&spans(&quoted, cues), &spans(&quotes, cues));
        self.cues.count(&spans(&annotated, cues), &spans(&found, cues));
        self.source.count(&spans(&annotated, sources), &spans(&found, sources));
        for (score, role) in [
            (&mut self.content_words, (|it: &Statement| it.content.clone()) as fn(&Statement) -> Vec<Span>),
            (&mut self.cue_words, cues),
            (&mut self.source_words, sources),
        ] {
            score.count(&words(text, &spans(&annotated, role)), &words(text, &spans(&found, role)));
        }
        let outlets =
            |list: &[Statement]| list.iter().flat_map(|it| it.via.iter().map(|via| via.0)).collect::<Vec<_>>();
        self.via.count(&outlets(&annotated), &outlets(&found));
        self.joined(&annotated, &found);
        self.sentences(read, analysis, &annotated);
    }

    /// What can be asked only of statements that were found.
    fn joined(&mut self, annotated: &[Statement], found: &[Statement]) {
        for statement in annotated {
            let same = found.iter().max_by_key(|other| {
                (statement.cues.iter().any(|cue| other.cues.contains(cue)), statement.shared(other))
            });
            let same = same.filter(|other| statement.shared(other) > 0);
            if let Some(speaker) = &statement.speaker {
                let told = same.and_then(|other| other.speaker.as_ref());
                self.speakers.annotated += 1;
                self.speakers.found += usize::from(told.is_some());
                self.speakers.right += usize::from(told.is_some_and(|told| same_name(told, speaker)));
            }
            if let Some(other) = same.filter(|_| !statement.cues.is_empty()) {
                self.stance.annotated += 1;
                self.stance.found += 1;
                self.stance.right += usize::from(other.stance == statement.stance);
            }
        }
    }

    /// Compares the outlets of each sentence; the publisher itself is none.
    fn sentences(&mut self, read: &Annotated, analysis: &Analysis, annotated: &[Statement]) {
        let is_publisher = |name: &str| read.outlet.as_deref().is_some_and(|outlet| same_name(outlet, name));
        for sentence in analysis.sentences.items() {
            let over = |it: &&Statement| it.content.iter().any(|span| span.overlaps(sentence.span));
            let named = annotated.iter().filter(over).flat_map(|it| it.via.iter().map(|via| (via.1.clone(), via.0)));
            let mut named: Vec<(String, Span)> = named.filter(|(name, _)| !is_publisher(name)).collect();
            named.sort();
            named.dedup_by(|one, other| one.0 == other.0);
            let passed = analysis.attributions_in(sentence.span).flat_map(|id| analysis.attributions[id].via.iter());
            let mut told: Vec<(String, Span)> = passed
                .map(|via| (analysis.entities[via.outlet].name.clone(), via.span))
                .filter(|(name, _)| !is_publisher(name))
                .collect();
            told.sort();
            told.dedup_by(|one, other| one.0 == other.0);
            self.outlets.annotated += named.len();
            self.outlets.found += told.len();
            for (name, words) in named {
                // An outlet may be known by another name than the one that stands there ('RTÉ', 'France 2').
                let same = |other: &(String, Span)| same_name(&other.0, &name) || other.1.overlaps(words);
                if let Some(place) = told.iter().position(same) {
                    told.swap_remove(place);
                    self.outlets.right += 1;
                }
            }
        }
    }

    fn rows(&self) -> [(&'static str, Score); 12] {
        [
            ("content, exact", self.content),
            ("content, words", self.content_words),
            ("quotes, exact", self.quotes),
            ("quotes, cue", self.quote_cues),
            ("cue, exact", self.cues),
            ("cue, words", self.cue_words),
            ("source, exact", self.source),
            ("source, words", self.source_words),
            ("reference", self.speakers),
            ("via, exact", self.via),
            ("outlet of sentence", self.outlets),
            ("stance", self.stance),
        ]
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rows().iter().try_for_each(|(name, score)| writeln!(f, "  {name:18} {score}"))
    }
}

fn cues(statement: &Statement) -> Vec<Span> {
    statement.cues.clone()
}

fn sources(statement: &Statement) -> Vec<Span> {
    statement.source.into_iter().collect()
}

/// The spans of one role, each once.
fn spans(list: &[Statement], role: fn(&Statement) -> Vec<Span>) -> Vec<Span> {
    let mut spans: Vec<Span> = list.iter().flat_map(role).collect();
    spans.sort();
    spans.dedup();
    spans
}

/// Where the words begin that any of `spans` reaches.
fn words(text: &str, spans: &[Span]) -> Vec<usize> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let words = text.split_whitespace().map(|word| Span::new(start(word), start(word) + word.len()));
    words.filter(|word| spans.iter().any(|span| span.overlaps(*word))).map(|word| word.start).collect()
}

fn complaint(read: &Annotated, language: &str) -> Option<String> {
    let analysis = read.analyse(&PACKS, language);
    let show = |list: Vec<Statement>| {
        let mut shown: Vec<String> = list.iter().map(|it| shown(it, &read.text)).collect();
        shown.sort();
        shown
    };
    let (marked, told) = (show(annotated(read)), show(found(&analysis)));
    if marked != told {
        let lost: Vec<&String> = marked.iter().filter(|it| !told.contains(it)).collect();
        let more: Vec<&String> = told.iter().filter(|it| !marked.contains(it)).collect();
        return Some(format!("not found: {lost:#?}; found: {more:#?}"));
    }
    let mut scores = Scores::default();
    scores.count(read, &analysis);
    (scores.speakers.right < scores.speakers.annotated).then(|| "the speaker is another".to_owned())
}

fn shown(statement: &Statement, text: &str) -> String {
    let words = |spans: &[Span]| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" ... ");
    let mut via: Vec<Span> = statement.via.iter().map(|via| via.0).collect();
    via.sort();
    let source = statement.source.map_or("", |span| span.of(text));
    let (content, cues, via) = (words(&statement.content), words(&statement.cues), words(&via));
    format!("<{source}> [{cues}] ({via}) {content}")
}

/// Scores of the passages, by class.
#[allow(clippy::print_stdout, reason = "shown by `cargo test -- --nocapture`")]
fn passages(language: &str) -> Scores {
    let mut all = Scores::default();
    for (class, passages) in file::classes(language, "statements.txt") {
        let mut own = Scores::default();
        for read in passages {
            let analysis = read.analyse(&PACKS, language);
            own.count(&read, &analysis);
            all.count(&read, &analysis);
            if std::env::var_os("LINIMASA_SHOW").is_some() {
                differences(&class, &read, &analysis);
            }
        }
        let row = |(name, score): &(&str, Score)| format!("{name} {:.2}", score.f1());
        println!("{language} {class}: {}", own.rows().iter().map(row).collect::<Vec<_>>().join(", "));
    }
    println!("{language} passages\n{all}");
    all
}

#[allow(clippy::print_stdout, reason = "shown by `cargo test -- --nocapture`")]
fn articles(language: &str) -> Scores {
    let mut all = Scores::default();
    for (name, article) in file::articles_and_reports(language) {
        let analysis = article.analyse(&PACKS, language);
        all.count(&article, &analysis);
        if std::env::var_os("LINIMASA_SHOW").is_some() {
            differences(&name, &article, &analysis);
        }
    }
    println!("{language} articles\n{all}");
    all
}

/// What the program reads otherwise in one article.
#[allow(clippy::print_stdout, reason = "shown by `cargo test -- --nocapture`")]
fn differences(name: &str, article: &Annotated, analysis: &Analysis) {
    let show = |list: Vec<Statement>| list.iter().map(|it| shown(it, &article.text)).collect::<Vec<_>>();
    let (marked, told) = (show(annotated(article)), show(found(analysis)));
    if marked != told {
        println!("{name}");
    }
    marked.iter().filter(|it| !told.contains(it)).for_each(|it| println!("  - {it}"));
    told.iter().filter(|it| !marked.contains(it)).for_each(|it| println!("  + {it}"));
    outlets_otherwise(article, analysis);
    let found = found(analysis);
    for statement in annotated(article).iter().filter(|it| it.speaker.is_some()) {
        let same = found
            .iter()
            .filter(|other| statement.shared(other) > 0 && other.cues.iter().any(|cue| statement.cues.contains(cue)));
        for other in same {
            let (meant, told) =
                (statement.speaker.as_deref().unwrap_or(""), other.speaker.as_deref().unwrap_or("nobody"));
            if !same_name(meant, told) {
                println!(
                    "  ~ {} means {meant}, not {told}",
                    statement.source.map_or("", |span| span.of(&article.text))
                );
            }
        }
    }
}

/// The sentences that rest on other outlets than a reader says.
#[allow(clippy::print_stdout, reason = "shown by `cargo test -- --nocapture`")]
fn outlets_otherwise(article: &Annotated, analysis: &Analysis) {
    let statements = annotated(article);
    for sentence in analysis.sentences.items() {
        let over = |it: &&Statement| it.content.iter().any(|span| span.overlaps(sentence.span));
        let marked = statements.iter().filter(over).flat_map(|it| it.via.iter().map(|via| via.1.as_str()));
        let marked: Vec<&str> = marked.collect();
        let passed = analysis.attributions_in(sentence.span).flat_map(|id| analysis.attributions[id].via.iter());
        let told: Vec<&str> = passed.map(|via| analysis.entities[via.outlet].name.as_str()).collect();
        let same = |one: &[&str], other: &[&str]| one.iter().all(|name| other.iter().any(|it| same_name(it, name)));
        if !same(&marked, &told) || !same(&told, &marked) {
            println!("  o {marked:?}, found {told:?}: {}", sentence.span.of(&article.text));
        }
    }
}

#[test]
fn indonesian() {
    file::check("id", "statements.txt", |read| complaint(read, "id"));
}

#[test]
fn english() {
    file::check("en", "statements.txt", |read| complaint(read, "en"));
}

#[test]
fn passages_as_a_score() {
    for language in ["id", "en"] {
        let scores = passages(language);
        assert!(scores.content_words.f1() > 0.5, "{language}\n{scores}");
    }
}

#[test]
fn whole_articles() {
    for language in ["id", "en"] {
        let scores = articles(language);
        assert!(!file::measures_all() || scores.content_words.f1() > 0.5, "{language}\n{scores}");
    }
}

/// A careful reader knows more ways to say 'said' than one would think.
#[test]
fn cues_of_saying_are_many() {
    for language in ["id", "en"] {
        let pack = PACKS.for_code(language).unwrap();
        let says = |cue: &Cue| matches!(cue, Cue::Says(_) | Cue::SaysBehind(_) | Cue::SaysWithPronoun);
        let phrases = pack.cues.speech.all().filter(|cues| cues.iter().any(says)).count();
        assert!(phrases >= 120, "{language} has {phrases} phrases");
    }
}
