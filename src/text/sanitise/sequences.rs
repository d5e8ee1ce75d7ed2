//! How far an escape sequence reaches. Source: ECMA-48, sections 5.3 to 5.6; xterm's `ctlseqs`.

/// The longest command string (a title, an image, a clipboard) that is taken for one, in bytes. A longer one has
/// lost its end: then only its opening goes, and the article behind it stays.
const LONGEST_STRING: usize = 4096;

/// The longest run of parameters between the opening of a control sequence and its final character.
const LONGEST_PARAMETERS: usize = 64;

/// `rest` without the control character it begins with and the sequence that this opens, if it does.
pub(super) fn skip(rest: &str) -> &str {
    let mut chars = rest.chars();
    match chars.next() {
        Some('\u{1B}') => skip_escape(chars.as_str()),
        Some('\u{9B}') => skip_control_sequence(chars.as_str()),
        Some('\u{9D}') => skip_string(chars.as_str(), Terminator::BellToo),
        Some('\u{90}' | '\u{98}' | '\u{9E}' | '\u{9F}') => skip_string(chars.as_str(), Terminator::OnlyST),
        _ => chars.as_str(),
    }
}

/// What follows ESC.
fn skip_escape(rest: &str) -> &str {
    let mut chars = rest.chars();
    match chars.next() {
        Some('[') => skip_control_sequence(chars.as_str()),
        Some(']') => skip_string(chars.as_str(), Terminator::BellToo),
        Some('P' | 'X' | '^' | '_') => skip_string(chars.as_str(), Terminator::OnlyST),
        Some(' '..='/') => {
            // Charsets and the like: intermediate characters, then one final.
            let end = rest.trim_start_matches(|c| matches!(c, ' '..='/'));
            end.strip_prefix(|c| matches!(c, '0'..='~')).unwrap_or(end)
        }
        Some('0'..='~') => chars.as_str(),
        _ => rest,
    }
}

/// Parameters, intermediates and the final character; a character that can be neither is not taken.
fn skip_control_sequence(rest: &str) -> &str {
    let parameters = rest.bytes().take(LONGEST_PARAMETERS).take_while(|b| matches!(b, b'0'..=b'?')).count();
    let rest = &rest[parameters..];
    let intermediates = rest.bytes().take(LONGEST_PARAMETERS).take_while(|b| matches!(b, b' '..=b'/')).count();
    let rest = &rest[intermediates..];
    rest.strip_prefix(|c| matches!(c, '@'..='~')).unwrap_or(rest)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Terminator {
    OnlyST,
    /// xterm ends an operating system command at BEL as well.
    BellToo,
}

/// A command string up to its terminator, or nothing of it where it has none.
///
/// The search ends at every character that could open another sequence, so that no text is searched twice.
fn skip_string(rest: &str, terminator: Terminator) -> &str {
    for (at, c) in rest.char_indices().take_while(|&(at, _)| at <= LONGEST_STRING) {
        let after = &rest[at + c.len_utf8()..];
        match c {
            '\u{9C}' => return after,
            '\u{07}' if terminator == Terminator::BellToo => return after,
            // Cancel and substitute end a sequence without doing it.
            '\u{18}' | '\u{1A}' => return after,
            '\u{1B}' => return after.strip_prefix('\\').unwrap_or(rest),
            '\u{90}' | '\u{98}' | '\u{9B}' | '\u{9D}'..='\u{9F}' => return rest,
            _ => {}
        }
    }
    rest
}
