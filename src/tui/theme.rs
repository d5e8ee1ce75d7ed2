//! What each scope looks like.
//!
//! Two themes: one in the terminal's own 16 colours, and one that asks for no colour at all, because a terminal that
//! is told to forget colours forgets bold and underline with them. Neither paints a background: what must stand out
//! most is reversed.

use ratatui::style::{Color, Modifier, Style};

use crate::view::{Look, Scope, State};

/// The style of a look, with or without colours.
pub fn style(look: Look, colour: bool) -> Style {
    let modifiers = modifiers(look);
    match (colour, look.state) {
        (false, _) => Style::new().add_modifier(plain_modifiers(look)),
        (true, State::Dimmed) => Style::new().add_modifier(modifiers),
        (true, State::Hit) => Style::new().fg(Color::Yellow).add_modifier(modifiers),
        (true, _) => match hue(look.scope) {
            Some(hue) => Style::new().fg(hue).add_modifier(modifiers),
            None => Style::new().add_modifier(modifiers),
        },
    }
}

/// Five hues for the text: who, where, which body, on whose word, when.
fn hue(scope: Scope) -> Option<Color> {
    match scope {
        Scope::Person => Some(Color::Yellow),
        Scope::Place => Some(Color::Green),
        Scope::Organisation => Some(Color::Magenta),
        Scope::Outlet | Scope::Platform | Scope::Cue | Scope::Unnamed => Some(Color::Cyan),
        Scope::Date | Scope::Precision => Some(Color::LightBlue),
        Scope::Planned | Scope::Alleged => Some(Color::Yellow),
        Scope::Denied | Scope::Error => Some(Color::Red),
        Scope::Lens => Some(Color::Cyan),
        Scope::MarginCursor | Scope::Key | Scope::ActiveTab => Some(Color::LightBlue),
        Scope::MapHit | Scope::Notice => Some(Color::Yellow),
        _ => None,
    }
}

/// What is added to the hue.
fn modifiers(look: Look) -> Modifier {
    let own = match look.scope {
        Scope::Person | Scope::Outlet => Modifier::BOLD,
        Scope::Organisation | Scope::Platform | Scope::Date | Scope::Link => Modifier::UNDERLINED,
        Scope::Other | Scope::Role | Scope::Cue | Scope::Unnamed => Modifier::ITALIC,
        scope => chrome_modifiers(scope),
    };
    match look.state {
        State::Plain => own,
        State::Dimmed => Modifier::DIM,
        State::Kin => own | Modifier::BOLD | Modifier::UNDERLINED,
        State::Current => (own - Modifier::DIM) | Modifier::BOLD,
        State::Hit => (own - Modifier::DIM) | Modifier::REVERSED,
        State::Selected => (own - Modifier::DIM) | Modifier::REVERSED | Modifier::BOLD,
    }
}

/// Without colour bold, underline, dim and reverse are all there is. Kinds of text take the first three; reverse is
/// for what the reader has done, and for dates, which are few.
fn plain_modifiers(look: Look) -> Modifier {
    let own = match look.scope {
        Scope::Person => Modifier::BOLD,
        Scope::Place => Modifier::UNDERLINED,
        Scope::Organisation => Modifier::DIM | Modifier::UNDERLINED,
        Scope::Outlet => Modifier::BOLD | Modifier::UNDERLINED,
        Scope::Platform => Modifier::BOLD | Modifier::DIM | Modifier::UNDERLINED,
        Scope::Other => Modifier::BOLD | Modifier::DIM,
        Scope::Date => Modifier::REVERSED,
        // Where a terminal has no italics, it looks like a place, which is the least that can be mistaken.
        Scope::Link => Modifier::UNDERLINED | Modifier::ITALIC,
        scope => chrome_modifiers(scope),
    };
    match look.state {
        State::Plain => own,
        State::Dimmed => Modifier::DIM,
        State::Kin => Modifier::REVERSED | Modifier::UNDERLINED,
        State::Current => (own - Modifier::DIM) | Modifier::BOLD,
        State::Hit => Modifier::REVERSED | Modifier::DIM,
        State::Selected => Modifier::REVERSED | Modifier::BOLD | Modifier::UNDERLINED,
    }
}

/// Everything that is not the text of an article looks alike in both themes.
fn chrome_modifiers(scope: Scope) -> Modifier {
    match scope {
        Scope::Headline
        | Scope::Subhead
        | Scope::Heading
        | Scope::Key
        | Scope::Error
        | Scope::MarginCursor
        | Scope::MapView => Modifier::BOLD,
        Scope::Lens => Modifier::BOLD | Modifier::REVERSED,
        Scope::ActiveTab => Modifier::BOLD | Modifier::UNDERLINED,
        _ if is_quiet(scope) => Modifier::DIM,
        _ => Modifier::empty(),
    }
}

fn is_quiet(scope: Scope) -> bool {
    matches!(
        scope,
        Scope::Furniture
            | Scope::Caption
            | Scope::BlockSign
            | Scope::Gap
            | Scope::Count
            | Scope::Facts
            | Scope::Border
            | Scope::Hint
            | Scope::Map
            | Scope::Margin
    )
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    const KINDS: [Scope; 9] = [
        Scope::Text,
        Scope::Link,
        Scope::Person,
        Scope::Place,
        Scope::Organisation,
        Scope::Outlet,
        Scope::Platform,
        Scope::Other,
        Scope::Date,
    ];
    const STATES: [State; 6] = [State::Plain, State::Dimmed, State::Kin, State::Current, State::Hit, State::Selected];

    #[test]
    fn kinds_are_told_apart_with_and_without_colour() {
        for colour in [true, false] {
            let styles: HashSet<Style> = KINDS.iter().map(|&scope| style(scope.into(), colour)).collect();
            assert_eq!(styles.len(), KINDS.len(), "colour: {colour}");
        }
    }

    #[test]
    fn a_name_looks_different_in_every_state() {
        for colour in [true, false] {
            let styles: HashSet<Style> =
                STATES.iter().map(|&state| style(Look::new(Scope::Place, state), colour)).collect();
            assert_eq!(styles.len(), STATES.len(), "colour: {colour}");
        }
    }

    #[test]
    fn no_background_and_without_colour_no_colour_is_asked_for() {
        for scope in KINDS.into_iter().chain([Scope::Lens, Scope::Error, Scope::Key, Scope::MapHit]) {
            for state in STATES {
                assert_eq!(style(Look::new(scope, state), true).bg, None);
                let plain = style(Look::new(scope, state), false);
                assert_eq!((plain.fg, plain.bg, plain.underline_color), (None, None, None));
            }
        }
    }
}
