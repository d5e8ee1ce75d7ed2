//! Keys as text (`gd`, `<C-o>`, `<Space>`), counts before them, and from a run of keys to a command.
//!
//! No clock: a key that is a whole binding and also begins a longer one waits for the next key; if that does not
//! continue it, the short binding runs first and the next key is taken anew.

use super::command::{self, Command};
use super::msg::{Key, KeyCode};

/// A number typed before a command.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count(pub Option<usize>);

impl Count {
    pub fn or_one(self) -> usize {
        self.0.unwrap_or(1)
    }
}

/// Keys typed so far that are no command yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pending {
    pub count: Option<usize>,
    pub keys: Vec<Key>,
}

/// What a run of keys amounts to.
#[derive(Clone, Copy, Debug)]
pub enum Match {
    /// This command, and no other can follow.
    Command(&'static Command),
    /// Perhaps more keys follow; if not, this command, if any.
    Prefix(Option<&'static Command>),
    None,
}

impl Pending {
    /// Takes a digit as part of the count. A zero counts only after another digit.
    pub fn take_digit(&mut self, key: Key) -> bool {
        const MOST: usize = 99_999;
        let KeyCode::Char(c) = key.code else { return false };
        let Some(digit) = c.to_digit(10).filter(|_| !key.ctrl && !key.alt && self.keys.is_empty()) else {
            return false;
        };
        if digit == 0 && self.count.is_none() {
            return false;
        }
        self.count = Some((self.count.unwrap_or(0) * 10 + digit as usize).min(MOST));
        true
    }

    pub fn is_empty(&self) -> bool {
        self.count.is_none() && self.keys.is_empty()
    }

    /// What was typed, to be shown.
    pub fn text(&self) -> String {
        let count = self.count.map(|count| count.to_string()).unwrap_or_default();
        count + &self.keys.iter().map(|&key| key_name(key)).collect::<String>()
    }
}

/// Looks `keys` up among the commands that `here` approves of.
pub fn find(keys: &[Key], here: impl Fn(&Command) -> bool) -> Match {
    let mut exact: Option<&'static Command> = None;
    let mut longer: Option<&'static Command> = None;
    for command in command::all().filter(|command| here(command)) {
        for binding in command.keys {
            let binding = parse(binding);
            if binding == keys {
                exact = Some(command);
            } else if binding.starts_with(keys) {
                longer = Some(command);
            }
        }
    }
    match (exact, longer) {
        // `gg` is the same command as `g`: nothing is gained by waiting for it.
        (Some(command), Some(other)) if command.name == other.name => Match::Command(command),
        (exact, Some(_)) => Match::Prefix(exact),
        (Some(command), None) => Match::Command(command),
        (None, None) => Match::None,
    }
}

/// The keys of a binding.
///
/// ```
/// # use linimasa::app::keymap::{key_name, parse};
/// let names: Vec<String> = parse("g<C-d><Space>").into_iter().map(key_name).collect();
/// assert_eq!(names, ["g", "C-d", "Space"]);
/// ```
pub fn parse(binding: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = binding;
    while let Some(first) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|inner| inner.split_once('>')).filter(|(name, _)| !name.is_empty());
        if let Some((key, after)) = named.and_then(|(name, after)| Some((parse_named(name)?, after))) {
            keys.push(key);
            rest = after;
        } else {
            keys.push(plain(KeyCode::Char(first)));
            rest = &rest[first.len_utf8()..];
        }
    }
    keys
}

const NAMES: &[(&str, KeyCode)] = &[
    ("Space", KeyCode::Char(' ')),
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PgUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
];

fn parse_named(name: &str) -> Option<Key> {
    if let Some((modifier, rest)) = name.split_once('-').filter(|(modifier, _)| modifier.len() == 1) {
        let key = parse_named(rest)?;
        return match modifier {
            "C" => Some(Key { ctrl: true, ..key }),
            "A" => Some(Key { alt: true, ..key }),
            "S" => Some(Key { shift: true, ..key }),
            _ => None,
        };
    }
    if let Some(&(_, code)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some(plain(code));
    }
    let mut chars = name.chars();
    match (chars.next(), chars.as_str()) {
        (Some(c), "") => Some(plain(KeyCode::Char(c))),
        (Some('F'), number) => number.parse().ok().map(|number| plain(KeyCode::Function(number))),
        _ => None,
    }
}

/// A key as it is shown to the reader: `C-d`, `Space`, `e`.
pub fn key_name(key: Key) -> String {
    let mut name = String::new();
    for (held, prefix) in [(key.ctrl, "C-"), (key.alt, "A-"), (key.shift, "S-")] {
        if held {
            name.push_str(prefix);
        }
    }
    match (NAMES.iter().find(|(_, code)| *code == key.code), key.code) {
        (Some((known, _)), _) => name.push_str(known),
        (None, KeyCode::Char(c)) => name.push(c),
        (None, KeyCode::Function(number)) => name.push_str(&format!("F{number}")),
        (None, _) => {}
    }
    name
}

/// A binding as it is shown to the reader.
pub fn binding_name(binding: &str) -> String {
    parse(binding).into_iter().map(key_name).collect()
}

fn plain(code: KeyCode) -> Key {
    Key { code, ctrl: false, alt: false, shift: false }
}
