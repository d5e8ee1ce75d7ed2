use proptest::prelude::*;

use super::{clean, clean_line};

#[test]
fn whole_escape_sequences_go() {
    let cases = [
        ("colour", "a\u{1b}[1;31mb", "ab"),
        ("colour with subparameters", "a\u{1b}[38:2::1:2:3mb", "ab"),
        ("private mode", "a\u{1b}[?1049hb", "ab"),
        ("cursor style", "a\u{1b}[2 qb", "ab"),
        ("eight-bit control sequence", "a\u{9b}2Jb", "ab"),
        ("title ended by bell", "a\u{1b}]0;pwn\u{7}b", "ab"),
        ("title ended by string terminator", "a\u{1b}]0;pwn\u{1b}\\b", "ab"),
        ("title ended by eight-bit terminator", "a\u{9d}0;pwn\u{9c}b", "ab"),
        ("link", "a\u{1b}]8;;https://example.org\u{1b}\\b\u{1b}]8;;\u{1b}\\c", "abc"),
        ("device control", "a\u{1b}Pq#0\u{7}x\u{1b}\\b", "ab"),
        ("start of string", "a\u{1b}Xq\u{1b}\\b", "ab"),
        ("privacy message", "a\u{1b}^q\u{1b}\\b", "ab"),
        ("application command", "a\u{1b}_Gq\u{1b}\\b", "ab"),
        ("a command over two lines", "a\u{1b}Pq\nq\u{1b}\\b", "ab"),
        ("cancelled", "a\u{1b}]0;pwn\u{18}b", "ab"),
        ("charset", "a\u{1b}(0b", "ab"),
        ("two characters", "a\u{1b}cb", "ab"),
        ("two characters with intermediates", "a\u{1b}#8b", "ab"),
        ("ESC at the end", "a\u{1b}", "a"),
        ("ESC before a letter that ends none", "a\u{1b}éb", "aéb"),
        ("a control sequence broken by a line end", "a\u{1b}[12\nb", "a\nb"),
    ];
    for (name, raw, expected) in cases {
        assert_eq!(clean(raw), expected, "{name}");
    }
}

#[test]
fn an_unterminated_sequence_does_not_eat_the_article() {
    assert_eq!(clean("\u{1b}]0;Kim tiba.\nLavrov pergi."), "0;Kim tiba.\nLavrov pergi.");
    assert_eq!(clean("\u{1b}PKim \u{1b}[1mtiba"), "Kim tiba");
    let long = "kata ".repeat(2_000);
    assert_eq!(clean(&format!("\u{9d}{long}\u{7}")), long);
    assert_eq!(clean("\u{1b}[").len(), 0);
}

#[test]
fn single_characters() {
    let cases = [
        ("line ends", "a\r\nb\rc\u{85}d\u{2028}e\u{2029}f\u{c}g\u{b}h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a line end of its own after CRLF", "a\r\n\nb", "a\n\nb"),
        ("tabs and hard spaces", "a\tb\u{a0}c\u{202f}d\u{3000}e", "a b c d e"),
        ("controls", "a\0b\u{7}c\u{8}d\u{7f}e\u{81}f", "abcdef"),
        ("directions are shown", "a\u{202e}b\u{202c}c\u{2066}d\u{2069}", "a‹RLO›b‹PDF›c‹LRI›d‹PDI›"),
        ("marks of direction", "a\u{200e}b\u{200f}c\u{61c}d", "abcd"),
        ("zero width", "a\u{200b}b\u{200c}c\u{2060}d\u{feff}e\u{ad}f", "abcdef"),
        ("tags", "a\u{e0001}\u{e0061}b", "ab"),
        ("variation selectors", "\u{26a0}\u{fe0f} \u{231a}\u{fe0e}", "\u{26a0} \u{231a}"),
        ("skin tone", "\u{1f44d}\u{1f3fd}", "\u{1f44d}"),
        ("keycap", "1\u{fe0f}\u{20e3}", "1"),
        ("joined emoji", "\u{1f468}\u{200d}\u{1f469}", "\u{1f468}\u{1f469}"),
        ("joiner before an emoji, over a sequence", "a\u{200d}\u{1b}[m\u{1f469}", "a\u{1f469}"),
        ("joiner between letters", "\u{915}\u{94d}\u{200d}\u{937}", "\u{915}\u{94d}\u{200d}\u{937}"),
        ("accents", "e\u{301}", "e\u{301}"),
    ];
    for (name, raw, expected) in cases {
        assert_eq!(clean(raw), expected, "{name}");
    }
}

#[test]
fn a_tower_of_marks_is_cut() {
    let tower = format!("a{}b", "\u{301}".repeat(5_000));
    assert_eq!(clean(&tower), format!("a{}b", "\u{301}".repeat(30)));
}

#[test]
fn a_field_is_one_line() {
    assert_eq!(clean_line("  Kim\r\n\tJong\u{1b}[0m Un "), "Kim Jong Un");
}

/// Text that is dense in what the cleaner cares for.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\u{1b}".to_owned()),
        Just("\u{1b}]".to_owned()),
        Just("\u{1b}\\".to_owned()),
        Just("\u{200d}".to_owned()),
        Just("\u{1f469}\u{1f3fd}".to_owned()),
        Just("\u{301}".to_owned()),
        "[\u{80}-\u{9f}]",
        "[\\x00-\\x20]",
        "[\\[\\]P0-9;?a-m ]{1,4}",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn nothing_that_steers_a_terminal_is_left(raw in hostile()) {
        for c in clean(&raw).chars() {
            prop_assert!(c == '\n' || !c.is_control(), "{c:?}");
            prop_assert!(!matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{feff}'), "{c:?}");
        }
    }

    #[test]
    fn cleaning_twice_is_cleaning_once(raw in hostile()) {
        let once = clean(&raw);
        prop_assert_eq!(clean(&once), once);
    }

    #[test]
    fn a_field_never_holds_a_line_end(raw in hostile()) {
        prop_assert!(!clean_line(&raw).contains('\n'));
    }
}
