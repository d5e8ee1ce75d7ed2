//! The trail of somebody or something through the whole library: their events on one timeline, from whichever article.

use super::msg::Ask;
use crate::app::App;
use crate::app::explain::status_words;
use crate::app::layers::Layer;
use crate::app::layers::picker::{Choice, Item, Lead, LeadKind, Picker};
use crate::app::msg::Effect;
use crate::app::timeline::Distance;
use crate::app::times;
use crate::app::words::phrase;
use crate::model::{EntityId, Status, Told};

impl App {
    /// Asks for the trail of `entity`.
    pub(in crate::app) fn ask_trail(&mut self, entity: EntityId) -> Vec<Effect> {
        let Some((_, marks)) = self.marked() else { return Vec::new() };
        let entity = &marks.analysis.entities[entity];
        vec![Effect::Shelf(Ask::Trail { kind: entity.kind, name: entity.name.clone() })]
    }

    /// Lays the timeline over the panes; each event opens the article that tells of it.
    pub(super) fn show_trail(&mut self, name: String, trail: Vec<Told>) {
        if trail.is_empty() {
            return self.say_words(phrase::NO_TRAIL);
        }
        let items = trail.iter().enumerate().map(|(number, told)| {
            let before = number.checked_sub(1).and_then(|before| trail.get(before));
            self.trail_item(told, before)
        });
        let picker = Picker::new(self, phrase::TITLE_TRAIL, phrase::HINT_NAMES, items.collect());
        self.layers.push(Layer::Picker(picker.about(name).widened(self)));
    }

    /// One event, and how far it lies behind the one `before`.
    fn trail_item(&self, told: &Told, before: Option<&Told>) -> Item {
        let point = |told: &Told| (told.time.first_day(), told.time.grain);
        let distance = before.and_then(|before| Distance::between(point(before), point(told)));
        let distance = distance.map(|distance| format!("+{}", times::distance(distance, self.options.locale)));
        let uncertain = Status::from_name(&told.status).filter(|status| *status != Status::Reported);
        let status = uncertain.map(|status| self.words(status_words(status)).to_owned());
        let outlet = Some(told.outlet.clone()).filter(|outlet| !outlet.is_empty());
        Item {
            lead: Some(Lead { text: told.when.clone(), kind: LeadKind::Time(told.time) }),
            text: told.label.clone(),
            detail: [status, distance, outlet].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            keywords: "",
            doc: told.label.clone(),
            choice: Choice::Shelved(told.article),
        }
    }
}
