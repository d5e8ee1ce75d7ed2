//! Which of the articles that a search found fit it best: BM25 over the words in which they were found.
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

/// An article that was found.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) version: i64,
    /// With the words that were looked for marked.
    pub(super) title: String,
    pub(super) body: String,
}

/// Their versions, the best first; of equals the newest.
pub(super) fn ranked(found: &[Found]) -> Vec<i64> {
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
    let mut scored: Vec<(f64, i64)> = found.iter().zip(&counted).map(|it| (score(it), it.0.version)).collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(Reverse(a.1).cmp(&Reverse(b.1))));
    scored.into_iter().map(|(_, version)| version).collect()
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

    #[track_caller]
    fn check(texts: &[(&str, &str)], best: &[i64]) {
        let marked = |text: &str| text.replace('[', "\u{1}").replace(']', "\u{2}");
        let found = texts.iter().zip(1..);
        let found: Vec<Found> = found
            .map(|(&(title, body), version)| Found { version, title: marked(title), body: marked(body) })
            .collect();
        assert_eq!(ranked(&found), best);
    }

    #[test]
    fn more_of_it_in_the_headline_and_in_less_text_is_better() {
        check(&[("Hujan", "Ada [banjir] di sana."), ("Hujan", "Ada [banjir] dan [banjir].")], &[2, 1]);
        check(&[("Hujan [banjir]", "Ada di sana."), ("Hujan", "Ada [banjir] di sana.")], &[1, 2]);
        check(&[("", "[Banjir]"), ("", "[Banjir] dan banyak sekali hal yang lain lagi.")], &[1, 2]);
        check(&[("", "[Banjir] bah."), ("", "[Banjir] bah.")], &[2, 1]);
        check(&[("", "[kopi] ada."), ("", "[kopi] ada."), ("", "[teh] ada.")], &[3, 2, 1]);
        check(&[], &[]);
    }
}
