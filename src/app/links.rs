//! Where an article leads: the list of its links, and what can be done with each. An address is shown before it is opened.

use super::App;
use super::layers::picker::{Choice, Goal, Item, Picker};
use super::msg::Effect;
use super::words::{Words, phrase};
use crate::model::Article;
use crate::text::sanitise::clean_line;
use crate::text::width::cut;

/// Something that has an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Words of the text, by the number of their link.
    Words(usize),
    /// The article itself, where it was published.
    Article,
    NextPage,
    WholePage,
}

/// What is done with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    Open,
    Copy,
}

impl Target {
    /// The address in `article`, if it has one that may be opened.
    pub(super) fn address(self, article: &Article) -> Option<&str> {
        let address = match self {
            Target::Words(number) => article.links.get(number).map(|link| link.address.as_str()),
            Target::Article => article.url.as_deref(),
            Target::NextPage => article.next_page.as_deref(),
            Target::WholePage => article.whole_page.as_deref(),
        };
        // The address of an article may come from a file that anyone wrote.
        address.filter(|address| leads_somewhere(address))
    }
}

/// Whether an address is of a kind that a reader may be led to.
pub fn leads_somewhere(address: &str) -> bool {
    ["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme))
        && !address.contains(|c: char| c.is_control() || c.is_whitespace())
}

/// Every address of the article; none where there are none. The link at the cursor is selected, or the next one.
pub(super) fn picker(app: &App) -> Option<Picker> {
    let reading = app.reading()?;
    let article = &reading.article;
    let others = [
        (Target::Article, phrase::THIS_ARTICLE),
        (Target::NextPage, phrase::NEXT_PAGE),
        (Target::WholePage, phrase::WHOLE_PAGE),
    ];
    let named = others.into_iter().map(|(target, words)| (target, app.words(words).to_owned()));
    let linked = article.links.iter().enumerate();
    let linked = linked.map(|(number, link)| (Target::Words(number), clean_line(link.span.of(&article.body))));
    let items: Vec<Item> = linked.chain(named).filter_map(|(target, text)| item(article, target, text)).collect();
    if items.is_empty() {
        return None;
    }
    let here = article.links.partition_point(|link| link.span.end <= reading.cursor);
    let mut picker = Picker::new(app, phrase::TITLE_LINKS, phrase::HINT_LINKS, items).widened(app);
    picker.select(app, here);
    Some(picker)
}

fn item(article: &Article, target: Target, text: String) -> Option<Item> {
    let address = target.address(article)?;
    let host = address.split(['/', '?', '#']).find(|part| !part.is_empty() && !part.ends_with(':'));
    Some(Item {
        lead: None,
        text,
        detail: host.unwrap_or_default().to_owned(),
        keywords: "",
        doc: address.to_owned(),
        choice: Choice::Link(target),
    })
}

impl App {
    /// Opens or copies an address, and says which.
    pub(super) fn use_address(&mut self, target: Target, way: Use) -> Vec<Effect> {
        let address = self.reading().and_then(|reading| target.address(&reading.article)).map(str::to_owned);
        let Some(address) = address else { return Vec::new() };
        let (said, effect) = match way {
            Use::Open => (phrase::OPENING, Effect::Open(address.clone())),
            Use::Copy => (phrase::ADDRESS_COPIED, Effect::Copy(address.clone())),
        };
        self.say(format!("{}: {}", self.words(said), cut(&address, NOTICE_COLS)));
        vec![effect]
    }
}

/// The most that a notice tells of an address.
const NOTICE_COLS: usize = 60;

/// What can be done with one address, under the address itself.
pub(super) fn uses(app: &App, target: Target) -> Option<Picker> {
    let article = &app.reading()?.article;
    let address = target.address(article)?;
    let item = |words: Words, choice| Item {
        lead: None,
        text: app.words(words).to_owned(),
        detail: String::new(),
        keywords: "",
        doc: address.to_owned(),
        choice,
    };
    let words = match target {
        Target::Words(number) => article.links.get(number),
        _ => None,
    };
    let go = words.map(|link| item(phrase::GO_TO_WORDS, Choice::Go(Goal { offset: link.span.start, shown: None })));
    let open = item(phrase::OPEN_ADDRESS, Choice::Use(target, Use::Open));
    let copy = item(phrase::COPY_ADDRESS, Choice::Use(target, Use::Copy));
    let items = [open, copy].into_iter().chain(go).collect();
    Some(Picker::new(app, phrase::TITLE_LINKS, phrase::HINT_LINKS, items).widened(app).about(address.to_owned()))
}
