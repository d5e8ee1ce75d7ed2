//! The lists around the text: what each line says.

use crate::model::{
    Analysis, Article, Basis, DateOrigin, EntityKind, Modifier, OutletFacts, Span, TimeExpression, Warning,
};

/// One item of a list.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// What the line is.
    pub(super) word: &'static str,
    pub(super) values: Vec<String>,
}

impl Line {
    fn new(word: &'static str, values: impl IntoIterator<Item = String>) -> Line {
        Line { word, values: values.into_iter().collect() }
    }
}

/// What is known of the article as a whole.
pub(super) fn of_article(article: &Article, analysis: &Analysis) -> Vec<Line> {
    let mut lines = vec![Line::new("article", [article.id.clone()])];
    let known = [
        ("title", &article.title),
        ("outlet", &article.outlet),
        ("byline", &article.byline),
        ("place", &article.place),
        ("language", &article.language),
        ("address", &article.url),
    ];
    lines.extend(known.into_iter().filter_map(|(word, value)| Some(Line::new(word, [value.clone()?]))));
    if let Some(published) = analysis.published.or(article.published) {
        let time = article.published_time.filter(|_| article.published == Some(published));
        let origin = origin(published.origin).to_owned();
        let time = time.map(|time| time.to_string());
        lines
            .push(Line::new("published", [Some(published.date.to_string()), Some(origin), time].into_iter().flatten()));
    }
    lines
}

/// Where the text leads: words and address; then where the article goes on.
pub(super) fn of_links(article: &Article) -> Vec<Line> {
    let links = article
        .links
        .iter()
        .map(|link| Line::new("link", [link.span.of(&article.body).to_owned(), link.address.clone()]));
    let pages = [("next-page", &article.next_page), ("whole-page", &article.whole_page)];
    let pages = pages.into_iter().filter_map(|(word, address)| Some(Line::new(word, [address.clone()?])));
    links.chain(pages).collect()
}

/// The timeline: date, how precise it is, how certain the event is, on whose word, what.
pub(super) fn of_events(article: &Article, analysis: &Analysis) -> Vec<Line> {
    let line = |id| {
        let event = &analysis.events[id];
        let time = &analysis.times[event.time];
        Line::new(
            "event",
            [
                analysis.value_to_end(event.time).to_string(),
                if event.inferred { format!("{}, inferred", precision(time)) } else { precision(time) },
                event.status.name().to_owned(),
                basis_names(article, analysis, &analysis.bases_of_event(id)),
                event.label_text(&article.body),
            ],
        )
    };
    analysis.events_by_time().into_iter().map(line).collect()
}

/// Who and what is named: kind, name, how often, and in which other forms.
pub(super) fn of_entities(article: &Article, analysis: &Analysis) -> Vec<Line> {
    let mut lines = Vec::new();
    for wanted in EntityKind::ALL {
        for entity in analysis.entities.items().iter().filter(|entity| entity.kind == wanted) {
            let mut forms: Vec<&str> = Vec::new();
            for &id in &entity.mentions {
                let form = analysis.mentions[id].span.of(&article.body);
                if form != entity.name && !forms.contains(&form) {
                    forms.push(form);
                }
            }
            let mentions = counted(entity.mentions.len(), "mention");
            let known = [wanted.name().to_owned(), entity.name.clone(), mentions];
            let forms = (!forms.is_empty()).then(|| forms.join(", "));
            lines.push(Line::new("entity", known.into_iter().chain(forms)));
        }
    }
    lines
}

/// On whose word the article rests: name, what it is, how much.
pub(super) fn of_sources(article: &Article, analysis: &Analysis) -> Vec<Line> {
    let line = |(basis, sentences)| {
        let what = match basis {
            Basis::Publisher => "the publisher".to_owned(),
            Basis::Outlet(id) => analysis.entities[id].outlet.as_ref().map_or_else(|| "outlet".to_owned(), outlet),
            Basis::Primary(_) | Basis::Speaker(_) => "published it itself".to_owned(),
            Basis::Unnamed => "sources without a name".to_owned(),
        };
        Line::new("source", [basis_name(article, analysis, basis), what, counted(sentences, "sentence")])
    };
    analysis.bases().into_iter().filter(|&(_, sentences)| sentences > 0).map(line).collect()
}

/// What the reader should know about the analysis.
pub(super) fn of_warnings(article: &Article, analysis: &Analysis) -> Vec<Line> {
    let line = |warning: &Warning| {
        let words = |span: Span| span.of(&article.body).to_owned();
        Line::new(
            "note",
            [match warning {
                Warning::WeekdayMismatch { span } => format!("the weekday does not fall on the date: {}", words(*span)),
                Warning::NoPublicationDate => "no publication date is known; give it with --published".to_owned(),
                Warning::InferredPublicationDate { span } => {
                    format!("the publication date is inferred from: {}", words(*span))
                }
                Warning::UncertainLanguage => "the language is uncertain; give it with --language".to_owned(),
            }],
        )
    };
    analysis.warnings.iter().map(line).collect()
}

/// The names of `bases`, none twice.
pub(super) fn basis_names(article: &Article, analysis: &Analysis, bases: &[Basis]) -> String {
    let names: Vec<String> = bases.iter().map(|&basis| basis_name(article, analysis, basis)).collect();
    names.join(", ")
}

fn basis_name(article: &Article, analysis: &Analysis, basis: Basis) -> String {
    match basis {
        Basis::Outlet(id) | Basis::Primary(id) | Basis::Speaker(id) => analysis.entities[id].name.clone(),
        Basis::Unnamed => "unnamed source".to_owned(),
        Basis::Publisher => match analysis.publisher {
            Some(id) => analysis.entities[id].name.clone(),
            None => article.outlet.clone().unwrap_or_else(|| "the publisher".to_owned()),
        },
    }
}

/// 'month', or 'month, early' where a modifier says more.
fn precision(time: &TimeExpression) -> String {
    let grain = time.value.interval().map_or("unknown".into(), |interval| interval.grain.name().replace('-', " "));
    match time.modifier {
        Some(it) => format!("{grain}, {}", modifier(it)),
        None => grain,
    }
}

fn modifier(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Start => "early",
        Modifier::Mid => "middle",
        Modifier::End => "late",
        Modifier::Approximate => "about",
        Modifier::LessThan => "less than",
        Modifier::MoreThan => "more than",
        Modifier::AtMost => "at most",
        Modifier::AtLeast => "at least",
        Modifier::Before => "before",
        Modifier::After => "after",
    }
}

fn origin(origin: DateOrigin) -> &'static str {
    match origin {
        DateOrigin::Reader => "set by the reader",
        DateOrigin::Metadata => "from the metadata file",
        DateOrigin::Page => "from the page",
        DateOrigin::Feed => "from the feed",
        DateOrigin::Text => "from the text",
        DateOrigin::Inferred => "inferred from dates in the text",
    }
}

fn outlet(facts: &OutletFacts) -> String {
    let owner = if facts.state_owned { "state " } else { "" };
    let country = if facts.country.is_empty() { "international" } else { &facts.country };
    format!("{owner}{}, {country}", facts.kind.name())
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
