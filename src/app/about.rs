//! What is known of an article as a whole, and what its reader should know about the marks.

use super::document::Reading;
use super::explain::{Explanation, Fact, Label, origin_words};
use super::words::{Locale, Words, phrase};
use crate::model::{Analysis, Published, Span, Warning};

/// The notes, if there are any, and then the facts.
pub fn about(reading: &Reading, locale: Locale) -> Vec<Explanation> {
    let analysis = reading.marks.as_ref().map(|marks| &*marks.analysis);
    let notes = analysis.map(|analysis| notes(reading, analysis, locale)).unwrap_or_default();
    let heading = |words: Words| words.of(locale).to_owned();
    let notes = (!notes.is_empty()).then(|| Explanation { heading: heading(phrase::NOTES), facts: notes });
    let facts = Explanation { heading: heading(phrase::ARTICLE), facts: facts(reading, locale) };
    notes.into_iter().chain([facts]).collect()
}

/// The day of publication: as the publisher, the page or the reader tells it, or as it was inferred.
pub fn published(reading: &Reading) -> Option<Published> {
    let known = reading.marks.as_ref().and_then(|marks| marks.analysis.published);
    known.or(reading.article.published)
}

fn facts(reading: &Reading, locale: Locale) -> Vec<Fact> {
    let article = &reading.article;
    let language = reading.marks.as_ref().map(|marks| marks.analysis.language.clone()).filter(|it| !it.is_empty());
    let time = |it: Published| article.published_time.filter(|_| Some(it) == article.published);
    let published = published(reading).map(|it| {
        let time = time(it).map_or(String::new(), |time| format!(" {time}"));
        format!("{}{time}, {}", it.date, origin_words(it.origin).of(locale))
    });
    let facts = [
        (phrase::FILE, Some(article.id.clone())),
        (phrase::TITLE, article.title.clone()),
        (phrase::OUTLET, article.outlet.clone()),
        (phrase::PUBLISHED, published),
        (phrase::PLACE, article.place.clone()),
        (phrase::BYLINE, article.byline.clone()),
        (phrase::LANGUAGE, language.or_else(|| article.language.clone())),
        (phrase::ADDRESS, article.url.clone()),
        (phrase::NEXT_PAGE, article.next_page.clone()),
        (phrase::WHOLE_PAGE, article.whole_page.clone()),
    ];
    let known = facts.into_iter().filter_map(|(label, text)| Some((label, text?)));
    known.map(|(label, text)| Fact { label: Label::Words(label.of(locale)), text }).collect()
}

fn notes(reading: &Reading, analysis: &Analysis, locale: Locale) -> Vec<Fact> {
    let quoted = |words: Words, span: Span| words.of(locale).replace("{}", span.of(&reading.article.body));
    let plain = |words: Words| words.of(locale).to_owned();
    let note = |warning: &Warning| {
        let (label, text) = match *warning {
            Warning::WeekdayMismatch { span } => (phrase::DATE, quoted(phrase::WEEKDAY_DIFFERS, span)),
            Warning::NoPublicationDate => (phrase::PUBLISHED, plain(phrase::NO_PUBLICATION_DATE)),
            Warning::InferredPublicationDate { span } => (phrase::PUBLISHED, quoted(phrase::DATE_INFERRED, span)),
            Warning::UncertainLanguage => (phrase::LANGUAGE, plain(phrase::LANGUAGE_UNCERTAIN)),
        };
        Fact { label: Label::Words(label.of(locale)), text }
    };
    analysis.warnings.iter().map(note).collect()
}
