//! The words that people are named by: given names and family names, wherever they are at home. They name nobody by
//! themselves; a name that holds one is more likely that of a person.

/// Given names and family names, each a single word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameWords {
    pub given: Vec<String>,
    pub family: Vec<String>,
}

impl NameWords {
    /// The lists that [`NameWords::parse`] reads: given names, family names.
    pub const SOURCES: [&str; 2] = ["given-names.txt", "family-names.txt"];

    /// Reads the two lists: words between white space; lines that begin with `# ` tell of those behind them.
    pub fn parse(given: &str, family: &str) -> NameWords {
        NameWords { given: words(given), family: words(family) }
    }
}

/// The words of a list; of a name with a hyphen each half.
fn words(list: &str) -> Vec<String> {
    let lines = list.lines().filter(|line| !line.starts_with("# "));
    lines.flat_map(|line| line.split([' ', '-'])).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::NameWords;

    #[test]
    fn comments_are_left_out_and_hyphens_divide() {
        let read = NameWords::parse("# Java\nAgus Budi\n", "# Manado\nRunturambi Karo-karo\n");
        assert_eq!((read.given.len(), read.family), (2, ["Runturambi", "Karo", "karo"].map(str::to_owned).to_vec()));
    }
}
