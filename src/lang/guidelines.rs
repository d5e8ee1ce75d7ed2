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
}

/// All that there are; of those of a language the first counts where none is asked for.
pub const GUIDELINES: &[Guidelines] = &[
    Guidelines { language: "id", name: "idner", joins_letters: true },
    Guidelines { language: "id", name: "nergrit", joins_letters: false },
];

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
