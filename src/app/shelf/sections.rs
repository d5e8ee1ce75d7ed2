//! The sections of the library: what is unread, starred and so on, the saved views and the tags. Each is a query.

use super::msg::Counts;
use crate::app::words::{Words, phrase};
use crate::model::{FollowedFeed, View};

/// One row of the list of sections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Section {
    Heading(Words),
    /// A folder of feeds.
    Folder(String),
    Fixed {
        words: Words,
        query: &'static str,
        count: usize,
    },
    View(View),
    Tag {
        name: String,
        count: usize,
    },
    Feed(FollowedFeed),
}

impl Section {
    /// All sections that have something in them; the first two are always there.
    pub fn all(counts: Counts) -> Vec<Section> {
        let fixed = |words, query, count| Section::Fixed { words, query, count };
        let tally = counts.tally;
        let mut sections =
            vec![fixed(phrase::SECTION_ALL, "", tally.all), fixed(phrase::SECTION_UNREAD, "is:unread", tally.unread)];
        let others = [
            fixed(phrase::SECTION_STARRED, "is:starred", tally.starred),
            fixed(phrase::SECTION_NOTED, "is:noted", tally.noted),
            fixed(phrase::SECTION_HIDDEN, "is:hidden", tally.hidden),
        ];
        sections.extend(others.into_iter().filter(|section| section.count() != Some(0)));
        sections.extend(feeds(counts.feeds));
        let under = |heading, rows: Vec<Section>| {
            let heading = (!rows.is_empty()).then_some(Section::Heading(heading));
            heading.into_iter().chain(rows)
        };
        sections.extend(under(phrase::SECTION_VIEWS, counts.views.into_iter().map(Section::View).collect()));
        let tags = counts.tags.into_iter().map(|(name, count)| Section::Tag { name, count });
        sections.extend(under(phrase::SECTION_TAGS, tags.collect()));
        sections
    }

    /// What it asks for; `None` for a heading.
    pub fn query(&self) -> Option<String> {
        match self {
            Section::Heading(_) | Section::Folder(_) => None,
            Section::Feed(feed) => Some(format!("feed:{}", feed.id)),
            Section::Fixed { query, .. } => Some((*query).to_owned()),
            Section::View(view) => Some(view.query.clone()),
            Section::Tag { name, .. } if name.contains(char::is_whitespace) => Some(format!("tag:\"{name}\"")),
            Section::Tag { name, .. } => Some(format!("tag:{name}")),
        }
    }

    /// Whether it is the section that `other` was, whatever they hold by now.
    pub(super) fn is_same(&self, other: &Section) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other) && self.query() == other.query()
    }

    /// How many articles it has, as far as that is known without asking.
    pub fn count(&self) -> Option<usize> {
        match self {
            Section::Fixed { count, .. } | Section::Tag { count, .. } => Some(*count),
            Section::Feed(feed) => Some(feed.unread),
            Section::Heading(_) | Section::Folder(_) | Section::View(_) => None,
        }
    }
}

/// Feeds under the folders that they are kept in; those in none come first.
fn feeds(feeds: Vec<FollowedFeed>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut folder: Option<String> = None;
    for feed in feeds {
        if folder.as_ref() != Some(&feed.label) {
            let is_first = feed.label.is_empty();
            let heading = Section::Heading(phrase::SECTION_FEEDS);
            sections.push(if is_first { heading } else { Section::Folder(feed.label.clone()) });
            folder = Some(feed.label.clone());
        }
        sections.push(Section::Feed(feed));
    }
    sections
}
