//! How names are annotated elsewhere.

/// Guidelines by which names are annotated elsewhere and that a model follows. What they count as a name differs from what a
/// reader wants: countries that act, titles, clubs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guidelines {
    /// The code of the language of the text.
    pub language: &'static str,
    pub name: &'static str,
    /// Whether the letters in brackets behind a body belong to its name: 'Komisi Pemilihan Umum ( KPU )'.
    pub joins_letters: bool,
    /// Whether the text comes with words that have a hyphen cut in three: 'laki - laki'.
    pub cuts_hyphens: bool,
}

/// All that there are; of those of a language the first counts where none is asked for.
pub const GUIDELINES: &[Guidelines] = &[
    Guidelines { language: "id", name: "idner", joins_letters: true, cuts_hyphens: false },
    Guidelines { language: "id", name: "nergrit", joins_letters: false, cuts_hyphens: true },
];

/// The name of the first guidelines whose text is cut into words as this is, where it has a hyphen between letters.
/// Source: counted in the training parts of the data. Of 1,000 words 10 have a hyphen within in IDNER, and two in a hundred
/// sentences one beside it; in NERGrit no word has one within, and 12 stand alone.
pub fn guidelines_by_words<'a>(words: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let has_letters = |word: &str| word.chars().all(char::is_alphabetic) && !word.is_empty();
    let (mut within, mut apart) = (0, 0);
    let mut before = ["", ""];
    for word in words {
        let is_whole = word
            .split_once('-')
            .is_some_and(|(first, rest)| has_letters(first) && rest.starts_with(char::is_alphabetic));
        within += usize::from(is_whole);
        apart += usize::from(before[1] == "-" && has_letters(before[0]) && has_letters(word));
        before = [before[1], word];
    }
    let fits = |it: &&Guidelines| it.cuts_hyphens == (apart > within);
    GUIDELINES.iter().find(fits).filter(|_| within + apart > 0).map(|it| it.name)
}

/// The guidelines of a language: those of this name, else the first.
pub(super) fn of(language: &str, name: Option<&str>) -> Option<&'static Guidelines> {
    let mut known = GUIDELINES.iter().filter(|guidelines| guidelines.language == language);
    known.find(|guidelines| name.is_none_or(|name| guidelines.name == name))
}

/// The file of the model of names for a language: one that follows our own guidelines, or others.
pub fn model_file(code: &str, guidelines: Option<&str>) -> String {
    let guidelines = guidelines.map(|name| format!("-{name}")).unwrap_or_default();
    format!("models/names-{code}{guidelines}.crf")
}
