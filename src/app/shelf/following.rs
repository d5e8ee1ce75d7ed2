//! Feeds on the shelf: asking them, following no more, and the whole text of what they cut short.

use super::Section;
use super::msg::{Ask, Refreshed};
use crate::app::App;
use crate::app::document::{Document, State};
use crate::app::msg::Effect;
use crate::app::words::phrase;

impl App {
    /// Asks the selected feed for what is new; where none is selected, lists anew.
    pub(in crate::app) fn refresh_one(&mut self) -> Vec<Effect> {
        let Some(shelf) = &self.shelf else { return Vec::new() };
        let shown = shelf.sections.iter().find(|section| section.query().as_ref() == Some(&shelf.query));
        match shown {
            Some(Section::Feed(feed)) => {
                let id = feed.id;
                self.refresh(Some(id))
            }
            _ => self.find_anew(),
        }
    }

    /// Asks all feeds for what is new.
    pub(in crate::app) fn refresh_all(&mut self) -> Vec<Effect> {
        self.refresh(None)
    }

    fn refresh(&mut self, feed: Option<i64>) -> Vec<Effect> {
        let Some(shelf) = self.shelf.as_mut().filter(|shelf| shelf.refresh.is_none()) else { return Vec::new() };
        shelf.refresh = Some((0, 0));
        vec![Effect::Shelf(Ask::Refresh(feed))]
    }

    /// Stops a refresh; what it brought is kept. Without one, lists everything again.
    pub(in crate::app) fn stop_or_list_everything(&mut self) -> Vec<Effect> {
        let stopping = self.stop_refresh();
        if stopping.is_empty() { self.list_everything() } else { stopping }
    }

    /// Stops a refresh, if there is one; what it brought is kept.
    pub(in crate::app) fn stop_refresh(&self) -> Vec<Effect> {
        let running = self.shelf.as_ref().and_then(|shelf| shelf.refresh);
        running.map(|_| Effect::Shelf(Ask::StopRefresh)).into_iter().collect()
    }

    pub(super) fn say_refreshed(&mut self, Refreshed { new, failed, cancelled, problem }: Refreshed) {
        let mut parts = vec![self.words(phrase::REFRESHED).replace("{}", &new.to_string())];
        if failed > 0 {
            parts.push(self.words(phrase::FEEDS_FAILED).replace("{}", &failed.to_string()));
        }
        if cancelled {
            parts.push(self.words(phrase::STOPPED).to_owned());
        }
        parts.extend(problem);
        self.say(parts.join("; "));
    }

    /// Removes the selected view, or follows the selected feed no more, when it is asked for twice.
    pub(in crate::app) fn remove_section(&mut self) -> Vec<Effect> {
        let Some(shelf) = &mut self.shelf else { return Vec::new() };
        let Some(section) = shelf.sections.get(shelf.section_list.selected).cloned() else { return Vec::new() };
        let (name, ask) = match &section {
            Section::View(view) => (view.name.clone(), Ask::RemoveView(view.name.clone())),
            Section::Feed(feed) => (feed.name.clone(), Ask::Unfollow(feed.id)),
            _ => return Vec::new(),
        };
        if shelf.doomed.take() == Some(section.clone()) {
            return vec![Effect::Shelf(ask)];
        }
        shelf.doomed = Some(section);
        let text = self.words(phrase::REMOVES).replace("{}", &name);
        self.say(text);
        Vec::new()
    }

    /// What is removed if that is asked for once more.
    pub(in crate::app) fn shelf_question(&self) -> Option<Section> {
        self.shelf.as_ref()?.doomed.clone()
    }

    /// A question that the last command neither asked nor answered is off.
    pub(in crate::app) fn forget_shelf_question(&mut self, before: Option<Section>) {
        if let Some(shelf) = self.shelf.as_mut().filter(|shelf| shelf.doomed == before) {
            shelf.doomed = None;
        }
    }

    /// Fetches the page of the article that is being read, or is under the cursor: the whole text, where a feed cut it short.
    pub(in crate::app) fn fetch_whole(&mut self) -> Vec<Effect> {
        if self.focus.is_library() {
            let mut effects = self.open_selected();
            effects.extend(self.whole_of(self.current));
            return effects;
        }
        self.whole_of(self.current)
    }

    fn whole_of(&mut self, document: usize) -> Vec<Effect> {
        let Some(Document { shelved: Some(id), state, .. }) = self.documents.get(document) else { return Vec::new() };
        let id = *id;
        if matches!(state, State::Open(reading) if reading.article.url.is_none()) {
            self.say_words(phrase::NO_ADDRESS);
            return Vec::new();
        }
        self.say_words(phrase::FETCHING);
        vec![Effect::Shelf(Ask::Whole { document, id })]
    }
}
