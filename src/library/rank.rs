//! Which of the articles that a search found fit it best, and where: BM25 over the words in which they were found.
//!
//! Not the rank of the index itself: that counts, for every query, all the articles that have each word, and in a large library
//! this takes longer than all the rest. Here only what was found is counted, so that a word is rare among these.
//! Source: Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), with the constants usual since.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

/// What the index puts around the words that were looked for. No text of an article has control characters.
pub(super) const MARKED: [char; 2] = ['\u{1}', '\u{2}'];

/// How soon more of the same word counts no more, and how far a long text is excused for having more of it.
const SATURATION: f64 = 1.2;
const LENGTH: f64 = 0.75;
/// As much as one word in the headline counts in the text.
const HEADLINE: f64 = 4.0;

/// How many words a snippet has.
const SNIPPET_WORDS: usize = 16;

/// An article that was found.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) version: i64,
    /// With the words that were looked for marked.
    pub(super) title: String,
    pub(super) body: String,
}

/// Which of them is the best, and so on; of equals the newest.
pub(super) fn ranked(found: &[Found]) -> Vec<usize> {
    let counted: Vec<FxHashMap<String, f64>> = found.iter().map(frequencies).collect();
    let mut articles_with: FxHashMap<&str, f64> = FxHashMap::default();
    for word in counted.iter().flat_map(FxHashMap::keys) {
        *articles_with.entry(word).or_default() += 1.0;
    }
    let all = found.len() as f64;
    let mean_bytes = found.iter().map(|it| it.body.len() as f64).sum::<f64>() / all;
    let score = |(it, frequencies): (&Found, &FxHashMap<String, f64>)| {
        let length = SATURATION * (1.0 - LENGTH + LENGTH * it.body.len() as f64 / mean_bytes);
        let word = |(word, count): (&String, &f64)| {
            let with = articles_with[word.as_str()];
            let rarity = (1.0 + (all - with + 0.5) / (with + 0.5)).ln();
            rarity * count * (SATURATION + 1.0) / (count + length)
        };
        frequencies.iter().map(word).sum::<f64>()
    };
    let mut scored: Vec<(f64, usize)> = found.iter().zip(&counted).map(score).zip(0..).collect();
    scored.sort_by(|(a, one), (b, other)| b.total_cmp(a).then_with(|| found[*other].version.cmp(&found[*one].version)));
    scored.into_iter().map(|(_, index)| index).collect()
}

/// The words of a marked text around the most that were looked for, in square brackets; empty where none are marked.
pub(super) fn snippet(marked: &str) -> String {
    let words: Vec<&str> = marked.split_whitespace().collect();
    let marks = |word: &&str| word.matches(MARKED[0]).count();
    let counts: Vec<usize> = words.iter().map(marks).collect();
    let width = SNIPPET_WORDS.min(words.len());
    let windows = counts.windows(width.max(1)).map(|window| window.iter().sum::<usize>());
    let Some((start, most)) = windows.enumerate().max_by_key(|&(start, count)| (count, Reverse(start))) else {
        return String::new();
    };
    if most == 0 {
        return String::new();
    }
    // As much of the window as can be before the first of its marks is used for what leads there.
    let first = start + counts[start..].iter().position(|&count| count > 0).unwrap_or(0);
    let last = start + counts[start..start + width].iter().rposition(|&count| count > 0).unwrap_or(0);
    let start = first.saturating_sub((width - (last + 1 - first)) / 2).min(words.len() - width);
    let [before, behind] = [start > 0, start + width < words.len()].map(|is_cut| if is_cut { "…" } else { "" });
    format!("{before}{}{behind}", words[start..start + width].join(" ")).replace(MARKED[0], "[").replace(MARKED[1], "]")
}

/// How often each word that was looked for is there, a headline counting more.
fn frequencies(found: &Found) -> FxHashMap<String, f64> {
    let mut frequencies = FxHashMap::default();
    for (text, weight) in [(&found.title, HEADLINE), (&found.body, 1.0)] {
        let words = text.split(MARKED[0]).skip(1).filter_map(|part| part.split(MARKED[1]).next());
        for word in words {
            *frequencies.entry(word.to_lowercase()).or_default() += weight;
        }
    }
    frequencies
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str) -> String {
        text.replace('[', "\u{1}").replace(']', "\u{2}")
    }

    #[track_caller]
    fn check(texts: &[(&str, &str)], best: &[usize]) {
        let found = texts.iter().zip(0..);
        let found: Vec<Found> = found
            .map(|(&(title, body), version)| Found { version, title: marked(title), body: marked(body) })
            .collect();
        assert_eq!(ranked(&found), best);
    }

    #[test]
    fn more_of_it_in_the_headline_and_in_less_text_is_better() {
        check(&[("Hujan", "Ada [banjir] di sana."), ("Hujan", "Ada [banjir] dan [banjir].")], &[1, 0]);
        check(&[("Hujan [banjir]", "Ada di sana."), ("Hujan", "Ada [banjir] di sana.")], &[0, 1]);
        check(&[("", "[Banjir]"), ("", "[Banjir] dan banyak sekali hal yang lain lagi.")], &[0, 1]);
        check(&[("", "[Banjir] bah."), ("", "[Banjir] bah.")], &[1, 0]);
        check(&[("", "[kopi] ada."), ("", "[kopi] ada."), ("", "[teh] ada.")], &[2, 1, 0]);
        check(&[], &[]);
    }

    #[test]
    fn a_snippet_shows_the_most_of_what_was_looked_for() {
        let many = |word: &str| vec![word; 30].join(" ");
        let cases = [
            ("", String::new()),
            ("tidak ada", String::new()),
            ("[Banjir] di sana.", "[Banjir] di sana.".to_owned()),
            (&format!("[banjir] {} air [banjir] [bandang] lagi {}", many("x"), many("y")), {
                format!("…{} air [banjir] [bandang] lagi {}…", ["x"; 6].join(" "), ["y"; 6].join(" "))
            }),
        ];
        for (text, expected) in cases {
            assert_eq!(snippet(&marked(text)), expected, "{text}");
        }
    }
}
