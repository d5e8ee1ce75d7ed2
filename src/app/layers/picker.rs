//! A list to choose from, filtered while one types: commands, names, or the outlets of the lens.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use tui_input::Input;

pub use super::item::{Choice, Goal, Item, Lead, LeadKind};
use super::{Layer, edit};
use crate::app::App;
use crate::app::command::{self, Command};
use crate::app::input;
use crate::app::keymap::binding_name;
use crate::app::layout::{Layout, Pane, Rect};
use crate::app::links;
use crate::app::list::List;
use crate::app::marks::NameRow;
use crate::app::msg::{Effect, Key, KeyCode};
use crate::app::words::{Words, phrase};
use crate::model::{Basis, EntityId};

/// A list to choose from.
#[derive(Clone, Debug)]
pub struct Picker {
    pub title: Words,
    pub hint: Words,
    /// What the whole list is about; stands for the title.
    pub subject: Option<String>,
    width_cols: u16,
    /// What was typed to filter.
    pub input: Input,
    pub items: Vec<Item>,
    /// The items that match, best first, as indices of `items`.
    pub shown: Vec<usize>,
    pub list: List,
    /// Whether the reader has chosen or unchosen anything.
    touched: bool,
}

/// Rows of a picker that are not items: the border, the line to type in and the line below the list.
const FRAME_ROWS: u16 = 4;

/// Enough for names and commands.
const USUAL_COLS: u16 = 64;
const WIDE_COLS: u16 = 110;

impl Picker {
    /// Every command that works where the reader is.
    pub fn commands(app: &App) -> Picker {
        let works = |command: &&Command| command.place.fits(app.focus) && command.needs.missing(app).is_none();
        let items = command::all().filter(works).map(|command| Item {
            lead: None,
            text: app.words(command.title).to_owned(),
            detail: command.keys.iter().map(|binding| binding_name(binding)).collect::<Vec<_>>().join(" "),
            keywords: command.name,
            doc: app.words(command.doc).to_owned(),
            choice: Choice::Command(command),
        });
        Picker::new(app, phrase::TITLE_HELP, phrase::HINT_HELP, items.collect())
    }

    /// Every name that the lens leaves.
    pub fn names(app: &App) -> Option<Picker> {
        Picker::entities(app, phrase::TITLE_NAMES, phrase::HINT_NAMES, |entity| Some(Choice::Entity(entity)))
    }

    /// The names that the lens leaves, and what it means to choose one; those that `choice` leaves out cannot be chosen.
    pub(in crate::app) fn entities(
        app: &App,
        title: Words,
        hint: Words,
        choice: impl Fn(EntityId) -> Option<Choice>,
    ) -> Option<Picker> {
        let marks = app.reading()?.marks.as_ref()?;
        let items = marks.names().iter().filter_map(|row| match *row {
            NameRow::Heading { .. } => None,
            NameRow::Name { entity, count } => Some(Item {
                lead: None,
                text: marks.analysis.entities[entity].name.clone(),
                detail: count.to_string(),
                keywords: "",
                doc: String::new(),
                choice: choice(entity)?,
            }),
        });
        Some(Picker::new(app, title, hint, items.collect()))
    }

    /// Everything that the article rests on.
    pub fn lens(app: &App) -> Option<Picker> {
        let reading = app.reading()?;
        let marks = reading.marks.as_ref()?;
        let items = marks.bases.iter().map(|&(basis, count)| Item {
            lead: None,
            text: marks.basis_name(&reading.article, basis, app.options.locale).to_owned(),
            detail: count.to_string(),
            keywords: "",
            doc: String::new(),
            choice: Choice::Basis { basis, chosen: marks.lens().contains(&basis) },
        });
        Some(Picker::new(app, phrase::TITLE_LENS, phrase::HINT_LENS, items.collect()))
    }

    pub(in crate::app) fn new(app: &App, title: Words, hint: Words, items: Vec<Item>) -> Picker {
        let (input, shown, list) = (Input::default(), Vec::new(), List::default());
        let (subject, width_cols) = (None, USUAL_COLS);
        let mut picker = Picker { title, hint, subject, width_cols, input, items, shown, list, touched: false };
        picker.filter(app.layout());
        picker
    }

    /// The same, about one thing.
    pub(in crate::app) fn about(self, subject: String) -> Picker {
        Picker { subject: Some(subject), ..self }
    }

    /// The same, as wide as sentences need.
    pub(in crate::app) fn widened(self, app: &App) -> Picker {
        let mut picker = Picker { width_cols: WIDE_COLS, ..self };
        picker.filter(app.layout());
        picker
    }

    /// Selects an item, while none is filtered out.
    pub(in crate::app) fn select(&mut self, app: &App, index: usize) {
        let height = self.list_rect(&app.layout()).height as usize;
        self.list.select(index, self.shown.len(), height);
    }

    /// Where it lies. The place does not change while one types.
    pub fn rect(&self, layout: &Layout) -> Rect {
        layout.overlay(self.width_cols, (self.items.len().max(1) as u16).saturating_add(FRAME_ROWS))
    }

    /// Where its items are listed.
    pub fn list_rect(&self, layout: &Layout) -> Rect {
        let inner = self.rect(layout).inner();
        // A screen too low for both has the items rather than the line below them.
        let taken = if inner.height > 2 { FRAME_ROWS - 2 } else { 1 };
        Rect { row: inner.row + 1, height: inner.height.saturating_sub(taken), ..inner }
    }

    /// Looks anew which items match what was typed.
    pub(super) fn filter(&mut self, layout: Layout) {
        let pattern = Pattern::parse(self.input.value(), CaseMatching::Smart, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        let mut scored: Vec<(u32, usize)> = Vec::new();
        for (index, item) in self.items.iter().enumerate() {
            let lead = item.lead.as_ref().map_or("", |lead| &lead.text);
            let text = format!("{lead} {} {} {}", item.text, item.detail, item.keywords);
            if let Some(score) = pattern.score(Utf32Str::new(&text, &mut buffer), &mut matcher) {
                scored.push((score, index));
            }
        }
        scored.sort_by_key(|&(score, index)| (std::cmp::Reverse(score), index));
        self.shown = scored.into_iter().map(|(_, index)| index).collect();
        self.list = List::default();
        self.list.fit(self.shown.len(), self.list_rect(&layout).height as usize);
    }

    pub(super) fn key(mut self, app: &mut App, key: Key) -> Vec<Effect> {
        let layout = app.layout();
        let height = self.list_rect(&layout).height;
        let up_or_down = match (key.ctrl, key.code) {
            (_, KeyCode::Down) | (true, KeyCode::Char('n')) => Some(1),
            (_, KeyCode::Up) | (true, KeyCode::Char('p')) => Some(-1),
            (_, KeyCode::PageDown) => Some(height as isize),
            (_, KeyCode::PageUp) => Some(-(height as isize)),
            _ => None,
        };
        if let Some(count) = up_or_down {
            self.list.move_by(count, self.shown.len(), height as usize);
        } else if key.code == KeyCode::Enter {
            return self.accept(app);
        } else if key.code == KeyCode::Char(' ') && self.toggle() {
        } else if edit(&mut self.input, key) {
            self.filter(layout);
        }
        app.layers.push(Layer::Picker(self));
        Vec::new()
    }

    /// The selected item.
    pub fn selected(&self) -> Option<&Item> {
        self.shown.get(self.list.selected).map(|&index| &self.items[index])
    }

    /// Selects the item in this row of the list; says whether it was selected already.
    pub(in crate::app) fn click(&mut self, row: usize) -> Option<bool> {
        let index = self.list.top + row;
        (index < self.shown.len()).then(|| std::mem::replace(&mut self.list.selected, index) == index)
    }

    /// Does what the selected item says.
    pub(in crate::app) fn accept(mut self, app: &mut App) -> Vec<Effect> {
        match self.selected().map(|item| item.choice) {
            None => {
                app.layers.push(Layer::Picker(self));
                Vec::new()
            }
            Some(Choice::Command(command)) => input::run(app, command),
            Some(Choice::Entity(entity)) => {
                app.go_to_entity(entity);
                Vec::new()
            }
            Some(Choice::Go(goal)) => {
                app.jump_to(goal.offset);
                app.set_focus(Pane::Article);
                Vec::new()
            }
            Some(Choice::Step(step)) => app.take_step(step),
            Some(Choice::Trail(entity)) => app.ask_trail(entity),
            Some(Choice::Shelved(id)) => app.open_shelved(id),
            Some(Choice::Link(target)) => {
                app.push_layer(|app| Some(Layer::Picker(links::uses(app, target)?)));
                Vec::new()
            }
            Some(Choice::Use(target, way)) => app.use_address(target, way),
            Some(Choice::Basis { .. }) => {
                // Enter alone is enough to choose one.
                if !self.touched && self.chosen().is_empty() {
                    self.toggle();
                }
                app.set_lens(self.chosen());
                Vec::new()
            }
        }
    }

    /// Chooses the selected outlet, or no longer; says whether there are outlets to choose here.
    pub(in crate::app) fn toggle(&mut self) -> bool {
        let selected = self.shown.get(self.list.selected).copied();
        match selected.and_then(|index| self.items.get_mut(index)).map(|item| &mut item.choice) {
            Some(Choice::Basis { chosen, .. }) => {
                *chosen = !*chosen;
                self.touched = true;
                true
            }
            _ => false,
        }
    }

    fn chosen(&self) -> Vec<Basis> {
        let chosen = self.items.iter().filter_map(|item| match item.choice {
            Choice::Basis { basis, chosen: true } => Some(basis),
            _ => None,
        });
        chosen.collect()
    }
}
