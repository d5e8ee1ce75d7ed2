//! The text beside a model: what it was made of, with which features, and what it is worth.

use std::fmt;

use linimasa::lang::FEATURE_VERSION;

use super::field::Penalty;
use super::score::Score;

/// What there is to say of a model.
pub struct Notes<'a> {
    pub code: &'a str,
    /// Whose annotation the model follows; none are our own.
    pub guidelines: Option<&'a str>,
    pub sentences: usize,
    /// How many copies of the annotated ones, with other names, are among them.
    pub copies: usize,
    pub penalty: Penalty,
    pub bytes: &'a [u8],
    /// The dev parts by name.
    pub scores: Vec<(&'a str, Score)>,
}

const OURS: (&str, &str) = ("Sentences of our own (assets/lessons, assets/languages)", "as the program");

const DATA: [(&str, &str, &str); 7] = [
    ("id", "IDNER-News-2k, train part", "MIT, (c) 2020 khairunnisaor"),
    ("id", "NERGrit in IndoNLU's split, train part", "commercial use with contributors and licence listed"),
    ("en", "GUM (news, interview, speech, court, academic), train part", "CC BY"),
    ("en", "Wikigold, train part", "CC BY 4.0"),
    ("en", "Broad Twitter Corpus", "CC BY 4.0"),
    ("id", OURS.0, OURS.1),
    ("en", OURS.0, OURS.1),
];

impl fmt::Display for Notes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Penalty { c1, c2, iterations } = self.penalty;
        writeln!(f, "# Written by `cargo run --release --example train_names -- DATA_DIR {}`.", self.code)?;
        writeln!(f, "# Notices and licences of the data: NOTICES.md, licences/.\n")?;
        if let Some(guidelines) = self.guidelines {
            writeln!(f, "guidelines = \"{guidelines}\"")?;
        }
        writeln!(f, "feature-version = {FEATURE_VERSION}")?;
        writeln!(f, "bytes = {}", self.bytes.len())?;
        writeln!(f, "checksum = \"{:016x}\"", linimasa::lang::checksum(self.bytes))?;
        let told = format!("{} sentences, copies with other names: {}", self.sentences, self.copies);
        writeln!(f, "training = \"L-BFGS, c1 {c1}, c2 {c2}, {iterations} iterations, {told}\"")?;
        for (_, name, licence) in DATA.iter().filter(|(code, ..)| *code == self.code) {
            writeln!(f, "\n[[data]]\nname = \"{name}\"\nlicence = \"{licence}\"")?;
        }
        for (name, score) in &self.scores {
            writeln!(f, "\n[[dev]]\nname = \"{name}\"\nfigures = '''\n{score}'''")?;
        }
        Ok(())
    }
}
