//! Who wrote an article, as its page tells it.

use dom_query::{Document, NodeRef};

use super::head::{Metas, folded, squeezed};
use super::json_ld::Told;
use super::line;
use super::words::WORDS;
use crate::ingest::date;
use crate::text::sanitise::clean_line;

/// Longer is not the name of anybody.
const MOST_BYTES: usize = 90;
/// More are the staff.
const MOST_NAMES: usize = 6;

/// The names of those who wrote it, apart by commas. An outlet, its desk or its account is the author only where
/// nobody else is.
pub(super) fn read(
    page: &Document,
    metas: &Metas,
    told: &Told,
    outlet: Option<&str>,
    headline: Option<&str>,
) -> Option<String> {
    let in_metas = [
        "author",
        "content_author",
        "dtk:author",
        "parsely-author",
        "sailthru.author",
        "byl",
        "dc.creator",
        "article:author",
        "dable:author",
        "dd:author",
        "citation_author",
    ];
    let in_metas: Vec<String> = in_metas.iter().map(|name| metas.all(name).collect::<Vec<_>>().join(", ")).collect();
    let sources = [told.authors.iter().map(|it| line(it)).collect::<Vec<_>>().join(", ")];
    let sources = sources.into_iter().chain(in_metas).chain(shown(page)).chain(headline.and_then(|it| below(it, page)));
    let found: Vec<String> = sources.filter_map(|it| names(&it)).collect();
    let is_outlet = |name: &&String| {
        is_company(name)
            || WORDS.bylines.desks.contains(&folded(name))
            || is_account(name)
            || outlet
                .is_some_and(|outlet| squeezed(outlet).contains(&squeezed(name)) || squeezed(name) == squeezed(outlet))
    };
    found.iter().find(|name| !is_outlet(name)).or(found.first()).cloned()
}

/// What stands in elements made for names of writers.
fn shown(page: &Document) -> Vec<String> {
    const PLACES: [&str; 4] = [
        "[rel~=author], [itemprop~=author] [itemprop=name], [itemprop~=author]",
        "[class*=byline], [class*=author], [class*=penulis], [class*=reporter], [class*=credit-title-name], [id*=author]",
        "a[href*='/author/'], a[href*='/authors/'], a[href*='/penulis/'], a[href*='/reporter/'], a[href*='/profile/'], \
            a[href*='/staff/'], a[href*='/by/'], a[href*='/person/'], a[href*='/people/'], a[href*='/contributor']",
        "p, div, span, li, i, em, b, strong",
    ];
    let mut found: Vec<String> = PLACES[..3]
        .iter()
        .flat_map(|place| page.select(place).nodes().iter().filter(|it| !is_quoted(it)).map(words).collect::<Vec<_>>())
        .take(20)
        .collect();
    let is_signed = |line: &String| {
        let is_named =
            |label: &str| label.ends_with(':') || is_name(line[label.len()..].trim_start_matches([',', ':', ' ']));
        let is_signing = |label: &String| begins(line, label) && is_named(label);
        line.len() <= MOST_BYTES && WORDS.bylines.labels.iter().any(is_signing)
    };
    found.extend(beside_icon(page));
    found.extend(page.select(PLACES[3]).nodes().iter().map(words).find(is_signed));
    found
}

/// Whether an element tells who is quoted.
fn is_quoted(node: &NodeRef) -> bool {
    node.ancestors_it(None).any(|it| it.has_name("blockquote"))
}

/// The text of an element, with space between what its parts hold.
fn words(node: &NodeRef) -> String {
    let texts = node.descendants_it().filter(NodeRef::is_text).map(|text| text.text().to_string());
    clean_line(&texts.collect::<Vec<_>>().join(" ")).replace(" :", ":").replace(" ,", ",")
}

/// Whether `text` is two to four words with capitals, and no more.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=4).contains(&words.len())
        && words.iter().all(|word| word.starts_with(char::is_uppercase) && !word.ends_with(':'))
}

/// Whether each of a few words begins with a capital letter.
fn is_capital(text: &str) -> bool {
    const MOST_WORDS: usize = 5;
    let words: Vec<&str> = text.split_whitespace().collect();
    words.len() <= MOST_WORDS && words.iter().all(|word| word.starts_with(char::is_uppercase))
}

/// What is written between the headline and the text, if it is a name and a day ('Hoda Rashad, Monday 20 Apr 2026') or signed.
fn below(headline: &str, page: &Document) -> Option<String> {
    const MOST_BEHIND: usize = 8;
    let body = page.body()?;
    // 'Penulis' and ': Yosefina Lisau' stand in cells of their own.
    let text = |node: &NodeRef| clean_line(&node.text()).trim_start_matches([':', ' ']).to_owned();
    let texts = body.descendants_it().filter(NodeRef::is_text).map(|node| (node, text(&node)));
    let is_mark = |text: &str| !text.contains(char::is_alphanumeric);
    let texts = texts.filter(|(_, text)| !is_mark(text)).skip_while(|(_, text)| text != headline).skip(1);
    let near: Vec<_> = texts.take(MOST_BEHIND).take_while(|(_, text)| text.len() <= MOST_BYTES).collect();
    let is_dated = |text: &str| date::read(text).is_some();
    // A section has a link.
    let is_linked = |node: &NodeRef| node.ancestors_it(Some(3)).any(|it| it.has_name("a"));
    let is_byline = |at: &usize| {
        let (node, text) = &near[*at];
        let is_signed = WORDS.bylines.labels.iter().any(|label| begins(text, label));
        let follows_label = || at.checked_sub(1).is_some_and(|before| is_label(&near[before].1));
        let stands_over_day = || near.get(at + 1).is_some_and(|(_, text)| is_dated(text)) && !is_linked(node);
        names(text).is_some_and(|found| {
            is_dated(text) && is_name(&found)
                || is_signed && is_capital(&found)
                || is_name(text) && follows_label()
                || (is_name(text) || is_single_name(text, page))
                    && stands_over_day()
                    && !is_dated(text)
                    && !is_other(text)
        })
    };
    // 'Senin, 19 Januari 2026 | 09:12 | Penulis: Faizal'
    let labelled = || {
        let parts = near.iter().flat_map(|(_, text)| text.split(" | ").skip(1));
        parts
            .map(|part| part.replace(" :", ":"))
            .find(|part| WORDS.bylines.labels.iter().any(|label| label.ends_with(':') && begins(part, label)))
    };
    (0..near.len()).find(is_byline).map(|at| near[at].1.clone()).or_else(labelled)
}

/// Whether `text` is one word with a capital that no link of the page, such as one to a section, consists of.
fn is_single_name(text: &str, page: &Document) -> bool {
    const LEAST_BYTES: usize = 4;
    let is_word =
        text.len() >= LEAST_BYTES && text.chars().all(char::is_alphabetic) && text.starts_with(char::is_uppercase);
    is_word && !page.select("a").nodes().iter().any(|it| it.text().trim().eq_ignore_ascii_case(text))
}

/// The words behind the picture of a person in a line that tells a day; elsewhere such a picture leads to an account.
/// Source: the names of pictures in Font Awesome, Bootstrap Icons, Ionicons and Material Design.
fn beside_icon(page: &Document) -> Option<String> {
    let icons = page.select("i[class*=-user], i[class*=-person], i[class*=-account]");
    icons.nodes().iter().find_map(|icon| {
        let line = icon.ancestors_it(Some(3)).find(|it| !it.text().trim().is_empty())?;
        let tells_day = std::iter::successors(Some(line), NodeRef::parent).take(3).any(|it| tells_day(&it));
        let behind = std::iter::successors(icon.next_sibling(), NodeRef::next_sibling);
        let mut words = behind.map(|node| clean_line(&node.text()));
        words.find(|words| !words.is_empty()).filter(|_| tells_day)
    })
}

/// Whether a day stands in an element with few words.
fn tells_day(node: &NodeRef) -> bool {
    const MOST_BYTES: usize = 120;
    let words = words(node);
    words.len() <= MOST_BYTES && date::read(&words).is_some()
}

/// Whether `text` is the label of something else, or the name of a section: 'All News'.
fn is_other(text: &str) -> bool {
    let words = folded(text);
    let last = words.rsplit(' ').next().unwrap_or_default();
    WORDS.bylines.other_labels.contains(&words) || WORDS.titles.sections.iter().any(|section| section == last)
}

/// Whether a name is that of a company, by what the law has it called.
fn is_company(name: &str) -> bool {
    let words = folded(name);
    let is_one_of = |word: Option<&str>, known: &[&str]| word.is_some_and(|word| known.contains(&word));
    is_one_of(words.split(' ').next(), &["pt", "cv"])
        || is_one_of(words.split(' ').next_back(), &["inc", "ltd", "llc", "tbk"])
}

/// Whether a name is that of an account of the publishing program: 'jalakita_adm', 'editor2'.
fn is_account(name: &str) -> bool {
    let is_of_account = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-.".contains(c);
    name.chars().all(is_of_account)
}

/// Whether `text` is what stands before the names of writers, and no more.
fn is_label(text: &str) -> bool {
    let text = text.trim_end_matches([':', ' ']);
    WORDS.bylines.labels.iter().any(|label| text.eq_ignore_ascii_case(label.trim_end_matches(':')))
}

fn begins(text: &str, label: &str) -> bool {
    text.get(..label.len()).is_some_and(|front| front.eq_ignore_ascii_case(label))
        && (label.ends_with(':') || text[label.len()..].starts_with([' ', '\u{a0}', ':', ',']))
}

/// The names in a byline, without what stands before and behind them; `None` where it holds none.
fn names(text: &str) -> Option<String> {
    let mut rest = text.trim();
    while let Some(label) = WORDS.bylines.labels.iter().find(|label| begins(rest, label)) {
        rest = rest[label.len()..].trim_start_matches([' ', ':', '\u{a0}']);
    }
    // 'Ayu Lestari | Editor: Bima', 'Ayu Lestari - Warta Kota', 'Ayu Lestari, Minggu, 13 Juli 2025'
    let end = [" | ", " - ", " – ", " — ", " / ", "/ Red", "Editor", "editor", "Published", "Diterbitkan", "•", "·"]
        .iter()
        .filter_map(|mark| rest.find(mark))
        .min();
    let rest = rest[..end.unwrap_or(rest.len())].trim().trim_end_matches([',', ';', '-', '–', '|', ' ']);
    // The stop of 'Ratri Wulan, S.H.' belongs to it.
    let has_stops = rest.rsplit(' ').next().is_some_and(|last| last.matches('.').count() > 1);
    let rest = if has_stops { rest } else { rest.trim_end_matches(['.', ' ']) };
    let mut names: Vec<&str> = Vec::new();
    for name in rest.split([',', ';']).map(str::trim).filter(|name| !name.is_empty()) {
        let is_address = name.contains("http") || name.contains('@');
        if is_address || name.contains(|c: char| c.is_ascii_digit()) || date::names::is_weekday(name) {
            break;
        }
        if !names.iter().any(|known| folded(known) == folded(name)) {
            names.push(name);
        }
    }
    names.truncate(MOST_NAMES);
    let joined = names.join(", ");
    let joined = without_portrait(&joined).to_owned();
    let is_one = !joined.is_empty() && joined.len() <= MOST_BYTES && joined.contains(char::is_alphabetic);
    let is_one = is_one && !WORDS.bylines.accounts.contains(&folded(&joined));
    (is_one && date::read(&joined).is_none()).then_some(joined)
}

/// A name without the first letter of it that stands for a picture: 'D Desi Anggraini'.
fn without_portrait(name: &str) -> &str {
    let Some((letter, rest)) = name.split_once(' ') else { return name };
    if letter.chars().count() == 1 && rest.starts_with(letter) && is_name(rest) { rest } else { name }
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn names_are_cut_from_what_stands_around_them() {
        let cases = [
            ("Ayu Lestari", Some("Ayu Lestari")),
            ("By Jane Roe and John Doe", Some("Jane Roe and John Doe")),
            ("Oleh: Ayu Lestari | Editor: Bima", Some("Ayu Lestari")),
            ("Penulis: Ayu Lestari, Bima Sakti, Ayu Lestari", Some("Ayu Lestari, Bima Sakti")),
            ("Ayu Lestari - detikNews", Some("Ayu Lestari")),
            ("Ayu Lestari, Minggu, 13 Juli 2025", Some("Ayu Lestari")),
            ("https://www.warta.example/penulis/ayu", None),
            ("13 Juli 2025", None),
            ("Byron Adams", Some("Byron Adams")),
            ("D Desi Anggraini", Some("Desi Anggraini")),
            ("A Bima Sakti", Some("A Bima Sakti")),
            ("Ditulis oleh: Ratri Wulan, S.H.", Some("Ratri Wulan, S.H.")),
            ("Posted by Jane Roe · March 14, 2026", Some("Jane Roe")),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(names(text).as_deref(), expected, "{text}");
        }
    }
}
