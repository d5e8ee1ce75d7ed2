//! Copies of annotated sentences in which other names stand, so that a tagger learns what stands around a name more than
//! which names there are. A name is replaced by one of the same kind and source, for sources differ in what belongs to a name.

use linimasa::model::Span;

use super::columns::Sentence;
use super::dice::Dice;
use super::score::{KINDS, names};

/// So many names of ten are replaced. Source: tried on the train parts of the Indonesian data, with .2 to .7 of them.
const SWAPPED_OF_TEN: usize = 7;

/// A name of an annotated sentence: its text, and its words with their tags.
struct Name<'t> {
    text: &'t str,
    words: Vec<(Span, u8)>,
}

/// So many `copies` of each sentence that names something, with names of the others in it; always the same ones.
pub fn copies(sentences: &[Sentence], copies: usize) -> Vec<Sentence> {
    let mut dice = Dice::default();
    let mut known = KINDS.map(|_| Vec::new());
    for sentence in sentences {
        for (from, to, kind) in names(&sentence.tags()) {
            known[kind].push(Name::new(sentence, from, to));
        }
    }
    let naming = || sentences.iter().filter(|sentence| sentence.words.iter().any(|&(_, tag)| tag != 0));
    (0..copies).flat_map(|_| naming()).map(|sentence| swapped(sentence, &known, &mut dice)).collect()
}

impl<'t> Name<'t> {
    /// The name that the words from `from` to before `to` are.
    fn new(sentence: &'t Sentence, from: usize, to: usize) -> Name<'t> {
        let words = &sentence.words[from..to];
        let start = words[0].0.start;
        let text = &sentence.text[start..words[words.len() - 1].0.end];
        let words = words.iter().map(|&(word, tag)| (Span::new(word.start - start, word.end - start), tag));
        Name { text, words: words.collect() }
    }
}

/// The sentence with most of its names replaced by those of the same kind.
fn swapped(sentence: &Sentence, known: &[Vec<Name<'_>>; KINDS.len()], dice: &mut Dice) -> Sentence {
    let mut copy = Sentence { text: String::new(), words: Vec::new() };
    // The first word and the byte that are not copied yet.
    let (mut word, mut at) = (0, 0);
    for (from, to, kind) in names(&sentence.tags()) {
        if dice.roll(10) >= SWAPPED_OF_TEN {
            continue;
        }
        let Some(name) = dice.pick(&known[kind]) else { continue };
        let start = sentence.words[from].0.start;
        copy.append(&sentence.text[at..start], at, &sentence.words[word..from]);
        copy.append(name.text, 0, &name.words);
        (word, at) = (to, sentence.words[to - 1].0.end);
    }
    copy.append(&sentence.text[at..], at, &sentence.words[word..]);
    copy
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::tag_of;

    /// A sentence of words with the kinds of names that they are; a plus goes on with the name before.
    fn sentence(words: &[(&str, &str)]) -> Sentence {
        let mut sentence = Sentence { text: String::new(), words: Vec::new() };
        for (word, kind) in words {
            let start = sentence.text.len() + usize::from(!sentence.text.is_empty());
            let tag = tag_of(kind.trim_start_matches('+'), !kind.starts_with('+'));
            let gap = if start == 0 { "" } else { " " };
            sentence.text.push_str(&format!("{gap}{word}"));
            sentence.words.push((Span::new(start, start + word.len()), tag));
        }
        sentence
    }

    fn corpus() -> [Sentence; 3] {
        [
            sentence(&[("Kata", ""), ("Rina", "PER"), ("Puspa", "+PER"), ("di", ""), ("Depok", "LOC"), (".", "")]),
            sentence(&[("Bagas", "PER"), ("tiba", "")]),
            sentence(&[("Hujan", ""), ("turun", "")]),
        ]
    }

    #[test]
    fn names_change_and_the_words_around_them_stay() {
        let corpus = corpus();
        let copies = copies(&corpus, 8);
        assert_eq!(copies.len(), 16, "a sentence without names has no copies");
        assert!(copies.iter().any(|copy| copy.text == "Kata Bagas di Depok ."));
        assert!(copies.iter().any(|copy| copy.text == "Rina Puspa tiba"));
        for copy in copies {
            let rest: Vec<_> =
                copy.words.iter().filter(|(_, tag)| *tag == 0).map(|(word, _)| word.of(&copy.text)).collect();
            assert!(rest == ["Kata", "di", "."] || rest == ["tiba"], "{rest:?}");
            for (from, to, kind) in names(&copy.tags()) {
                let name = Name::new(&copy, from, to).text;
                let allowed: &[&str] = if KINDS[kind] == "PER" { &["Rina Puspa", "Bagas"] } else { &["Depok"] };
                assert!(allowed.contains(&name), "{name} as {}", KINDS[kind]);
            }
        }
    }

    #[test]
    fn copies_are_the_same_each_time() {
        let texts = || copies(&corpus(), 3).into_iter().map(|copy| copy.text).collect::<Vec<_>>();
        assert_eq!(texts(), texts());
    }
}
