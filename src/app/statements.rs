//! The list of statements: who says what, grouped by source, each to be jumped to.

use super::App;
use super::chain::{Chains, KnownAs, Who};
use super::layers::picker::{Choice, Goal, Item, Lead, LeadKind, Picker};
use super::marks::Marks;
use super::words::{Words, phrase};
use crate::model::{Article, Attribution, AttributionId, Span, Stance};
use crate::text::sanitise::clean_line;
use crate::text::width::cut;

/// The most of a statement that is searched and shown.
const CONTENT_COLS: usize = 300;
/// The most that stands at the right of a statement.
const DETAIL_COLS: usize = 22;

/// Every statement that the lens leaves; none where there are none.
pub(super) fn picker(app: &App) -> Option<Picker> {
    let (reading, marks) = app.marked()?;
    let chains = Chains { article: &reading.article, marks, locale: app.options.locale };
    let ids = grouped(chains);
    let here = marks.analysis.attributions_at(reading.cursor).first().copied();
    let selected = ids.iter().position(|&id| Some(id) == here);
    let items: Vec<Item> = ids.into_iter().map(|id| item(app, chains, id)).collect();
    if items.is_empty() {
        return None;
    }
    let mut picker = Picker::new(app, phrase::TITLE_STATEMENTS, phrase::HINT_NAMES, items).widened(app);
    picker.select(app, selected.unwrap_or(0));
    Some(picker)
}

/// Whether the lens leaves a statement.
pub(super) fn is_kept(marks: &Marks, statement: &Attribution) -> bool {
    marks.lens().is_empty() || marks.analysis.supports_of(statement).iter().any(|it| marks.lens().contains(it))
}

/// Where a statement begins.
pub(super) fn start(statement: &Attribution) -> usize {
    statement.contents().map(|piece| piece.start).min().unwrap_or(statement.scope.start)
}

/// What is said, on one line; where it is no words of the statement's own ('This was said by ...'), the whole of it.
pub(super) fn content(article: &Article, statement: &Attribution) -> String {
    let words = |span: Span| clean_line(span.of(&article.body));
    let pieces: Vec<String> = statement.contents().filter(|piece| !piece.is_empty()).map(words).collect();
    let told = if pieces.is_empty() { words(statement.scope) } else { pieces.join(" … ") };
    cut(&told, CONTENT_COLS).into_owned()
}

/// What a stance is called.
pub fn stance_words(stance: Stance) -> Words {
    match stance {
        Stance::Claim => phrase::CLAIMS,
        Stance::Deny => phrase::DENIES,
        Stance::Promise => phrase::PROMISES,
        Stance::Warn => phrase::WARNS,
        Stance::Estimate => phrase::ESTIMATES,
    }
}

/// Those who say most first, each with all statements in the order of the text; whoever is not named comes last.
fn grouped(chains: Chains) -> Vec<AttributionId> {
    let statements = &chains.marks.analysis.attributions;
    let mut groups: Vec<(String, bool, Vec<AttributionId>)> = Vec::new();
    for (id, statement) in statements.iter().filter(|(_, it)| is_kept(chains.marks, it)) {
        let (key, nameless) = group(chains, statement);
        match groups.iter_mut().find(|(known, ..)| *known == key) {
            Some((.., ids)) => ids.push(id),
            None => groups.push((key, nameless, vec![id])),
        }
    }
    groups.sort_by_key(|(_, nameless, ids)| (*nameless, std::cmp::Reverse(ids.len())));
    groups.into_iter().flat_map(|(.., ids)| ids).collect()
}

/// What those of one source share, and whether it is not named. All that is not named is one group.
fn group(chains: Chains, statement: &Attribution) -> (String, bool) {
    let chain = chains.of(statement);
    match chain.who {
        Some(Who { known_as: KnownAs::Entity(entity), .. }) => {
            (chains.marks.analysis.entities[entity].name.clone(), false)
        }
        Some(Who { known_as: KnownAs::Document, words }) => (words, false),
        Some(Who { known_as: KnownAs::Nameless, .. }) => (String::new(), true),
        None => (chain.outlets.join("/"), false),
    }
}

fn item(app: &App, chains: Chains, id: AttributionId) -> Item {
    let statement = &chains.marks.analysis.attributions[id];
    let chain = chains.of(statement);
    let stance = app.words(stance_words(statement.stance));
    // That somebody claims something goes without saying.
    let told = (statement.stance != Stance::Claim).then(|| stance.to_owned());
    let outlets = chain.who.as_ref().and(chain.outlets.last().cloned());
    let detail = [told, outlets].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    Item {
        lead: Some(lead(chains, statement)),
        text: content(chains.article, statement),
        detail: cut(&detail, DETAIL_COLS).into_owned(),
        keywords: "",
        doc: format!("{stance}: {}", chain.text(app.options.glyphs)),
        choice: Choice::Go(Goal { offset: start(statement), shown: None }),
    }
}

/// Who says it, by the name that lists use; where only outlets are named, the one nearest the speaker.
pub(super) fn lead(chains: Chains, statement: &Attribution) -> Lead {
    let entities = &chains.marks.analysis.entities;
    let of_entity =
        |entity| Lead { text: entities[entity].name.clone(), kind: LeadKind::Entity(entities[entity].kind) };
    match chains.of(statement).who {
        Some(Who { known_as: KnownAs::Entity(entity), .. }) => of_entity(entity),
        Some(who) if who.known_as == KnownAs::Document => Lead { text: who.words, kind: LeadKind::Document },
        Some(who) => Lead { text: who.text(), kind: LeadKind::Nameless },
        None => statement.via.first().map_or_else(Lead::default, |via| of_entity(via.outlet)),
    }
}
