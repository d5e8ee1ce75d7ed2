//! Time zones as they are written beside a time, and the one clock of a country that has but one.

use super::tokens::Token::{self, Mark, Number, Word};

/// Names that mean one clock wherever they are used; 'IST' or 'ET' alone do not. Source: RFC 2822, section 4.3, for those of
/// America, also 'CST', which China uses too; the others by common knowledge.
const NAMED: [(&str, i16); 30] = [
    ("WIB", 420),
    ("WITA", 480),
    ("WIT", 540),
    ("UTC", 0),
    ("UT", 0),
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
    ("HKT", 480),
    ("JST", 540),
    ("KST", 540),
    ("AEST", 600),
    ("AEDT", 660),
    ("EST", -300),
    ("EDT", -240),
    ("CST", -360),
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
    match *tokens {
        [Mark('(' | ',' | '|' | '-' | '–'), Word(_), ..] => read(&tokens[1..]),
        [Word(name), ref rest @ ..] => {
            let &(_, minutes) = NAMED.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
            // 'WIB - 13 Juli' is no offset, but 'EST -0400' is, and surer than a name.
            let is_offset = minutes == 0 || matches!(rest, [_, Number { digits: 4, .. }, ..] | [_, _, Mark(':'), ..]);
            Some(if is_offset { offset(rest).unwrap_or(minutes) } else { minutes })
        }
        [Mark('('), ..] => offset(&tokens[1..]),
        _ => offset(tokens),
    }
}

/// `+07:00`, `+0700`, `+7`, in minutes.
fn offset(tokens: &[Token]) -> Option<i16> {
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

/// The clock of an outlet in minutes ahead of UTC: by the end of its host, else by the language it writes in, a BCP 47 code.
pub(in crate::ingest) fn home(host: Option<&str>, language: Option<&str>) -> Option<i16> {
    let ending = host.and_then(|host| host.rsplit('.').next()).unwrap_or_default();
    let of = |code: &str| COUNTRIES.iter().find(|(known, _)| *known == code).map(|&(_, minutes)| minutes);
    // Indonesian is written by outlets of one country, wherever their address ends; English is not.
    of(ending).or_else(|| match language?.split('-').next()? {
        "id" | "jv" | "su" => of("id"),
        "ms" => of("my"),
        _ => None,
    })
}
