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
        Scope::Organisation | Scope::Platform => Modifier::UNDERLINED,
        Scope::Other | Scope::Role | Scope::Cue | Scope::Unnamed => Modifier::ITALIC,
        Scope::Date => Modifier::UNDERLINED,
        Scope::Headline | Scope::Heading | Scope::Key | Scope::Error | Scope::MarginCursor => Modifier::BOLD,
        Scope::Lens => Modifier::BOLD.union(Modifier::REVERSED),
        Scope::ActiveTab => Modifier::BOLD.union(Modifier::UNDERLINED),
        _ if is_quiet(look.scope) => Modifier::DIM,
        _ => Modifier::empty(),
    };
    in_state(own, look.state, Modifier::BOLD | Modifier::UNDERLINED)
}

/// What is told apart without colour: bold, underline, dim and reverse are all there is.
fn plain_modifiers(look: Look) -> Modifier {
    let own = match look.scope {
        Scope::Person => Modifier::BOLD,
        Scope::Place => Modifier::UNDERLINED,
        Scope::Organisation => Modifier::BOLD | Modifier::UNDERLINED,
        Scope::Outlet => Modifier::REVERSED,
        Scope::Platform => Modifier::REVERSED | Modifier::UNDERLINED,
        Scope::Other => Modifier::REVERSED | Modifier::DIM,
        Scope::Date => Modifier::UNDERLINED | Modifier::DIM,
        Scope::Headline | Scope::Heading | Scope::Key | Scope::Error | Scope::MarginCursor | Scope::MapView => {
            Modifier::BOLD
        }
        Scope::Lens => Modifier::BOLD | Modifier::REVERSED,
        Scope::ActiveTab => Modifier::BOLD | Modifier::UNDERLINED,
        _ if is_quiet(look.scope) => Modifier::DIM,
        _ => Modifier::empty(),
    };
    in_state(own, look.state, Modifier::BOLD | Modifier::UNDERLINED | Modifier::DIM)
}

fn in_state(own: Modifier, state: State, kin: Modifier) -> Modifier {
    match state {
        State::Plain => own,
        State::Dimmed => Modifier::DIM,
        State::Kin => (own - Modifier::DIM) | kin,
        State::Hit => (own - Modifier::DIM) | Modifier::REVERSED,
        State::Selected => (own - Modifier::DIM) | Modifier::REVERSED | Modifier::BOLD,
    }
}

fn is_quiet(scope: Scope) -> bool {
    matches!(
        scope,
        Scope::Furniture
            | Scope::Gap
            | Scope::Count
            | Scope::Facts
            | Scope::Border
            | Scope::Hint
            | Scope::Map
            | Scope::Margin
    )
}
