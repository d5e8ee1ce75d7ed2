//! One article as it was received: its text and what its source says about it.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::Span;

/// An article, normalised once at ingest and never changed after.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// What the reader knows it by: a path, an address, `-` for standard input.
    pub id: String,
    /// The outlet that published it, as the source names it.
    pub outlet: Option<String>,
    /// Where it is published: its canonical address where the source tells one.
    pub url: Option<String>,
    /// A BCP 47 language code (`id`, `en`) where the source gives one.
    pub language: Option<String>,
    pub title: Option<String>,
    pub byline: Option<String>,
    /// Where the dateline places the report.
    pub place: Option<String>,
    pub published: Option<Published>,
    /// When on that day; only where the source tells it.
    #[serde(default)]
    pub published_time: Option<PublishedTime>,
    /// Normalised text: lines end in `\n`, no control characters, one paragraph per line.
    pub body: String,
    /// The paragraphs of the body in order, without their line ends; none is empty.
    pub paragraphs: Vec<Span>,
    /// What each paragraph is, in their order. Those beyond its end are plain, so that it is empty for plain text.
    #[serde(default)]
    pub blocks: Vec<Block>,
    /// Where words of the body lead, in the order of the text; none overlap.
    #[serde(default)]
    pub links: Vec<Link>,
    /// The address of the page on which the text goes on.
    #[serde(default)]
    pub next_page: Option<String>,
    /// The address at which an article cut into pages stands as a whole.
    #[serde(default)]
    pub whole_page: Option<String>,
    pub format: Format,
}

impl Article {
    /// Makes it an article of another day. The time that a source tells belongs to the day that it tells.
    pub fn publish(&mut self, published: Option<Published>) {
        let day = |published: Option<Published>| published.map(|it| it.date);
        if day(published) != day(self.published) {
            self.published_time = None;
        }
        self.published = published;
    }

    /// The title, else the first paragraph, whole.
    pub fn headline(&self) -> &str {
        let first = || self.paragraphs.first().map_or("", |span| span.of(&self.body));
        self.title.as_deref().unwrap_or_else(first)
    }

    /// What paragraph number `paragraph` is.
    pub fn block(&self, paragraph: usize) -> Block {
        self.blocks.get(paragraph).copied().unwrap_or_default()
    }

    /// The links that share text with `span`.
    pub fn links_in(&self, span: Span) -> impl Iterator<Item = &Link> {
        let first = self.links.partition_point(|link| link.span.end <= span.start);
        self.links[first..].iter().take_while(move |link| link.span.start < span.end)
    }
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    #[default]
    Paragraph,
    /// The headline of a part; 1 is the highest level, 6 the lowest.
    Heading(u8),
    /// Words of somebody else that are set apart.
    Quote,
    /// One thing of a list, with its number where the list counts.
    Item(Option<u32>),
    /// Words that belong to a picture.
    Caption,
    /// A row of a table, its cells apart by ` | `.
    Row,
    /// A line that stands as its writer broke it: verse, or the output of a program.
    Verbatim,
}

/// Words that lead somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The words, within one paragraph.
    pub span: Span,
    /// Absolute, and `http`, `https` or `mailto`.
    pub address: String,
}

/// The day an article was published, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    pub date: Date,
    pub origin: DateOrigin,
}

/// A time on the day of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedTime {
    pub time: Time,
    /// Minutes that its clock is ahead of UTC; `None` where nothing tells the zone.
    pub zone_minutes: Option<i16>,
}

impl std::fmt::Display for PublishedTime {
    /// As in `14:05 WIB` or `09:30 UTC-05:00`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.time.hour(), self.time.minute())?;
        match self.zone_minutes {
            None => Ok(()),
            Some(0) => write!(f, " UTC"),
            // No other country of note keeps 7, so that the name is the better known of the two; 8 and 9 are many's.
            Some(420) => write!(f, " WIB"),
            Some(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                write!(f, " UTC{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
        }
    }
}

/// Where a publication date comes from, most trusted first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrigin {
    /// The reader set it.
    Reader,
    /// A metadata file beside the article.
    Metadata,
    /// The page it was taken from.
    Page,
    /// The feed that listed it.
    Feed,
    /// A publication line in the text.
    Text,
    /// Worked out from the explicit dates in the text.
    Inferred,
}

/// What the bytes were before they became an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    #[default]
    Plain,
    Html,
    /// A page saved with all that belongs to it in one file.
    Mhtml,
    Markdown,
    /// An item of a feed.
    Feed,
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn an_hour_stays_with_its_day_alone() {
        let on = |day| Some(Published { date: date(2025, 7, day), origin: DateOrigin::Reader });
        let hour = Some(PublishedTime { time: time(9, 30, 0, 0), zone_minutes: None });
        for (day, kept) in [(on(13), hour), (on(14), None), (None, None)] {
            let mut article = Article { published: on(13), published_time: hour, ..Article::default() };
            article.publish(day);
            assert_eq!((article.published, article.published_time), (day, kept));
        }
    }
}
