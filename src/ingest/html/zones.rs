//! Time zones as they are written beside a time, and the one clock of a country that has but one.

use super::dates::Token;

/// Names that mean one clock wherever they are used; 'IST' or 'ET' alone do not.
const NAMED: [(&str, i16); 27] = [
    ("WIB", 420),
    ("WITA", 480),
    ("WIT", 540),
    ("UTC", 0),
    ("GMT", 0),
    ("Z", 0),
    ("BST", 60),
    ("WEST", 60),
    ("CET", 60),
    ("CEST", 120),
    ("EET", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("SGT", 480),
    ("MYT", 480),
    ("PHT", 480),
    ("JST", 540),
    ("KST", 540),
    ("AEST", 600),
    ("AEDT", 660),
    ("EST", -300),
    ("EDT", -240),
    ("CDT", -300),
    ("MST", -420),
    ("MDT", -360),
    ("PST", -480),
    ("PDT", -420),
];

/// Countries whose outlets count by one clock without summer time, by the end of their addresses. Indonesia has three, of
/// which outlets that do not say otherwise use that of Jakarta.
const COUNTRIES: [(&str, i16); 12] = [
    ("id", 420),
    ("my", 480),
    ("sg", 480),
    ("bn", 480),
    ("ph", 480),
    ("cn", 480),
    ("th", 420),
    ("vn", 420),
    ("tl", 540),
    ("jp", 540),
    ("kr", 540),
    ("in", 330),
];

/// The zone that stands at the start of `tokens`: a name, an offset, or an offset behind a name or in brackets.
pub(super) fn read(tokens: &[Token]) -> Option<i16> {
    use Token::{Mark, Number, Word};
    match *tokens {
        [Mark('(' | ',' | '|' | '-' | '–'), ref rest @ ..] if matches!(rest, [Word(_), ..]) => read(rest),
        [Word(name), ref rest @ ..] => {
            let &(_, minutes) = NAMED.iter().find(|(known, _)| *known == name)?;
            match (minutes, offset(rest)) {
                (0, Some(offset)) => Some(offset),
                _ => Some(minutes),
            }
        }
        [Mark('(' | ' '), Mark('+' | '-' | '−'), ..] => offset(&tokens[1..]),
        [Mark(_), Number { .. }, ..] => offset(tokens),
        _ => None,
    }
}

/// `+07:00`, `+0700`, `+7`, in minutes.
fn offset(tokens: &[Token]) -> Option<i16> {
    use Token::{Mark, Number};
    let [Mark(sign @ ('+' | '-' | '−')), Number { value, digits }, ref rest @ ..] = *tokens else { return None };
    let minutes = match (digits, rest) {
        (4, _) => value / 100 * 60 + value % 100,
        (1 | 2, [Mark(':'), Number { value: minutes, digits: 2 }, ..]) => value * 60 + minutes,
        (1 | 2, _) => value * 60,
        _ => return None,
    };
    let minutes = i16::try_from(minutes).ok().filter(|&minutes| minutes <= 14 * 60)?;
    Some(if sign == '+' { minutes } else { -minutes })
}

/// The clock of an outlet: by the end of its host, else by the language it writes in.
pub(super) fn home(host: Option<&str>, language: Option<&str>) -> Option<i16> {
    let ending = host.and_then(|host| host.rsplit('.').next()).unwrap_or_default();
    let of = |code: &str| COUNTRIES.iter().find(|(known, _)| *known == code).map(|&(_, minutes)| minutes);
    // Indonesian is written by outlets of one country, wherever their address ends; English is not.
    of(ending).or_else(|| match language {
        Some("id" | "jv" | "su") => of("id"),
        Some("ms") => of("my"),
        _ => None,
    })
}
