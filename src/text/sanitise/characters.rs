//! What each single character means to the cleaner.

use unicode_width::UnicodeWidthChar;

/// The treatment of one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Letter,
    /// Drawn over the letter before it.
    Mark,
    /// U+200D, which depends on its neighbours.
    Joiner,
    Space,
    LineEnd,
    /// Turns the writing direction; shown by this name.
    Direction(&'static str),
    /// C0, DEL or C1, perhaps the start of a sequence.
    Control,
    /// Has no glyph, or changes the width of its neighbour in ways that terminals disagree about.
    Invisible,
}

/// Whether `c` is kept as it is, whatever stands beside it.
pub(super) fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\n')
}

pub(super) fn classify(c: char) -> Class {
    match c {
        ' '..='~' => Class::Letter,
        '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Class::LineEnd,
        '\t' => Class::Space,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Class::Control,
        '\u{200D}' => Class::Joiner,
        '\u{202A}' => Class::Direction("‹LRE›"),
        '\u{202B}' => Class::Direction("‹RLE›"),
        '\u{202C}' => Class::Direction("‹PDF›"),
        '\u{202D}' => Class::Direction("‹LRO›"),
        '\u{202E}' => Class::Direction("‹RLO›"),
        '\u{2066}' => Class::Direction("‹LRI›"),
        '\u{2067}' => Class::Direction("‹RLI›"),
        '\u{2068}' => Class::Direction("‹FSI›"),
        '\u{2069}' => Class::Direction("‹PDI›"),
        _ if is_invisible(c) => Class::Invisible,
        _ if c.is_whitespace() => Class::Space,
        _ if c.width() == Some(0) => Class::Mark,
        _ => Class::Letter,
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c,
        // Soft hyphen, grapheme joiner, the mark of Arabic letters, fillers of Hangul.
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}'
        // Khmer inherent vowels, Mongolian variants and vowel separator.
        | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        // Zero-width space and non-joiner, marks of direction.
        | '\u{200B}' | '\u{200C}' | '\u{200E}' | '\u{200F}'
        // Word joiner, invisible operators, deprecated format characters.
        | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}'
        // The enclosing keycap, variation selectors, skin tones: terminals disagree about their width.
        | '\u{20E3}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{1F3FB}'..='\u{1F3FF}'
        // Byte order mark, interlinear annotation, noncharacters, tags.
        | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{FFFE}' | '\u{FFFF}' | '\u{E0000}'..='\u{E007F}'
    )
}

/// Whether `c` is drawn as a picture, alone or before a variation selector.
///
/// Source: the blocks that hold characters with the property Emoji, Unicode 17.
pub(super) fn is_pictograph(c: char) -> bool {
    matches!(c,
        '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
        | '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}' | '\u{24C2}' | '\u{25A0}'..='\u{27BF}'
        | '\u{2900}'..='\u{297F}' | '\u{2B00}'..='\u{2BFF}' | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}'
        | '\u{1F000}'..='\u{1FAFF}'
    )
}
