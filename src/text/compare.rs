//! What changed between two texts: paragraph by paragraph, and within a paragraph word by word.

use similar::{Algorithm, ChangeTag, DiffOp, TextDiff, capture_diff_slices};

/// One paragraph of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Same(String),
    Removed(String),
    Added(String),
    /// The same paragraph in other words, piece by piece.
    Reworded(Vec<Piece>),
}

/// Words that stayed, went or came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub kind: PieceKind,
    pub text: String,
}

impl Piece {
    /// With marks around it where it went or came: `[-went-]`, `{+came+}`.
    pub fn marked(&self) -> String {
        match self.kind {
            PieceKind::Same => self.text.clone(),
            PieceKind::Removed => format!("[-{}-]", self.text),
            PieceKind::Added => format!("{{+{}+}}", self.text),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    Same,
    Removed,
    Added,
}

/// Two paragraphs that share less of their words are two paragraphs, not one reworded.
const LEAST_SHARED: f32 = 0.4;

/// Longer paragraphs are not compared by words: nobody could read the outcome.
const LONGEST_BYTES: usize = 20_000;

/// What became of each paragraph of `old` in `new`.
///
/// ```
/// use linimasa::text::compare::{Change, compare};
/// let changes = compare("Satu.\nDua orang tewas.", "Satu.\nTiga orang tewas.");
/// assert_eq!(changes[0], Change::Same("Satu.".into()));
/// assert!(matches!(&changes[1], Change::Reworded(pieces) if pieces[0].text == "Dua"));
/// ```
pub fn compare(old: &str, new: &str) -> Vec<Change> {
    let old: Vec<&str> = old.lines().collect();
    let new: Vec<&str> = new.lines().collect();
    let mut changes = Vec::new();
    for operation in capture_diff_slices(Algorithm::Patience, &old, &new) {
        let (before, after) = (&old[operation.old_range()], &new[operation.new_range()]);
        match operation {
            DiffOp::Equal { .. } => changes.extend(before.iter().map(|&text| Change::Same(text.to_owned()))),
            _ => replace(before, after, &mut changes),
        }
    }
    changes
}

/// Paragraphs in the place of others: each is compared with the one in its place.
fn replace(before: &[&str], after: &[&str], changes: &mut Vec<Change>) {
    let paired = before.len().min(after.len());
    for (&before, &after) in before.iter().zip(after) {
        match reworded(before, after) {
            Some(pieces) => changes.push(Change::Reworded(pieces)),
            None => changes.extend([Change::Removed(before.to_owned()), Change::Added(after.to_owned())]),
        }
    }
    changes.extend(before[paired..].iter().map(|&text| Change::Removed(text.to_owned())));
    changes.extend(after[paired..].iter().map(|&text| Change::Added(text.to_owned())));
}

fn reworded(before: &str, after: &str) -> Option<Vec<Piece>> {
    if before.len().max(after.len()) > LONGEST_BYTES {
        return None;
    }
    let words = TextDiff::from_words(before, after);
    if words.ratio() < LEAST_SHARED {
        return None;
    }
    let mut pieces: Vec<Piece> = Vec::new();
    for change in words.iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => PieceKind::Same,
            ChangeTag::Delete => PieceKind::Removed,
            ChangeTag::Insert => PieceKind::Added,
        };
        match pieces.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(change.value()),
            _ => pieces.push(Piece { kind, text: change.value().to_owned() }),
        }
    }
    Some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> String {
        let piece = |piece: &Piece| match piece.kind {
            PieceKind::Same => piece.text.clone(),
            PieceKind::Removed => format!("[-{}-]", piece.text),
            PieceKind::Added => format!("{{+{}+}}", piece.text),
        };
        let line = |change: &Change| match change {
            Change::Same(text) => format!(" {text}"),
            Change::Removed(text) => format!("-{text}"),
            Change::Added(text) => format!("+{text}"),
            Change::Reworded(pieces) => format!("~{}", pieces.iter().map(piece).collect::<String>()),
        };
        compare(old, new).iter().map(line).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn changes_are_told_by_paragraph_and_by_word() {
        let cases = [
            ("a", "a", " a"),
            ("", "a", "+a"),
            ("a", "", "-a"),
            ("a\nb\nc", "a\nc", " a|-b| c"),
            ("satu dua tiga empat", "satu dua lima empat", "~satu dua [-tiga-]{+lima+} empat"),
            (
                "banjir di Demak surut",
                "harga cabai naik lagi di pasar",
                "-banjir di Demak surut|+harga cabai naik lagi di pasar",
            ),
            ("a\nb", "c d e\na\nb", "+c d e| a| b"),
        ];
        for (old, new, expected) in cases {
            assert_eq!(shown(old, new), expected, "{old:?} {new:?}");
        }
    }
}
