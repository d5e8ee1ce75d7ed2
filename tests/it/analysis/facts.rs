//! Short ways to say what an analysis must hold, with messages that show what it holds instead.

use jiff::civil::Date;
use linimasa::analysis::analyse;
use linimasa::model::{Analysis, Article, Basis, DateOrigin, EntityKind, Id, Published, Status};

use crate::PACKS;

/// An article with its analysis.
pub(crate) struct Facts {
    pub(crate) body: String,
    pub(crate) analysis: Analysis,
}

/// A row of the timeline: value, grain and status, a piece of the label, and on whose word.
pub(crate) type Row<'a> = (&'a str, &'a str, Status, &'a str, &'a str);

impl Facts {
    /// Analyses `text`, one paragraph per line.
    pub(crate) fn of(text: &str, outlet: Option<&str>, published: Option<Date>) -> Facts {
        let (body, paragraphs) = linimasa::ingest::plain::paragraphs(text);
        let article = Article {
            body,
            paragraphs,
            outlet: outlet.map(str::to_owned),
            published: published.map(|date| Published { date, origin: DateOrigin::Metadata }),
            ..Article::default()
        };
        let analysis = analyse(&article, &PACKS);
        Facts { body: article.body, analysis }
    }

    /// The timeline must have exactly these rows in this order.
    #[track_caller]
    pub(crate) fn timeline(&self, expected: &[Row]) {
        let rows: Vec<String> = self.analysis.events_by_time().into_iter().map(|id| self.row(id)).collect();
        assert_eq!(rows.len(), expected.len(), "{rows:#?}");
        for (row, (value, grain, status, label, basis)) in rows.iter().zip(expected) {
            let head = format!("{value} {grain} {status:?} [{basis}] ");
            assert!(row.starts_with(&head) && row.contains(label), "expected {head}...{label}..., but found {row}");
        }
    }

    fn row(&self, id: Id<linimasa::model::Event>) -> String {
        let event = &self.analysis.events[id];
        let time = self.analysis.value_to_end(event.time);
        let grain = time.interval().map_or(String::new(), |interval| format!("{:?}", interval.grain).to_lowercase());
        let bases: Vec<String> = self.analysis.bases_of_event(id).into_iter().map(|basis| self.basis(basis)).collect();
        let label = event.label_text(&self.body);
        format!("{time} {grain} {:?} [{}] {label}", event.status, bases.join(", "))
    }

    fn basis(&self, basis: Basis) -> String {
        match basis {
            Basis::Publisher => "publisher".into(),
            Basis::Unnamed => "unnamed".into(),
            Basis::Outlet(id) | Basis::Primary(id) | Basis::Speaker(id) => self.analysis.entities[id].name.clone(),
        }
    }

    /// The words rest on exactly these.
    #[track_caller]
    pub(crate) fn rests_on(&self, words: &str, expected: &[&str]) {
        let at = self.body.find(words).unwrap_or_else(|| panic!("no `{words}` in the text"));
        let bases: Vec<String> = self.analysis.bases_at(at).into_iter().map(|basis| self.basis(basis)).collect();
        assert_eq!(bases, expected, "what `{words}` rests on");
    }

    /// The sources that the reader can choose from, publisher first.
    pub(crate) fn sources(&self) -> Vec<String> {
        self.analysis.bases().into_iter().map(|(basis, _)| self.basis(basis)).collect()
    }

    /// Of this kind there is an entity with this name, this many mentions, and these forms.
    #[track_caller]
    pub(crate) fn entity(&self, kind: EntityKind, name: &str, mentions: usize, forms: &[&str]) {
        let of_kind: Vec<_> = self.analysis.entities.items().iter().filter(|entity| entity.kind == kind).collect();
        let names: Vec<&str> = of_kind.iter().map(|entity| entity.name.as_str()).collect();
        let entity = of_kind.iter().find(|entity| entity.name == name);
        let entity = entity.unwrap_or_else(|| panic!("expected {kind:?} `{name}`, but found {names:?}"));
        let mut found: Vec<&str> =
            entity.mentions.iter().map(|&id| self.analysis.mentions[id].span.of(&self.body)).collect();
        assert_eq!(found.len(), mentions, "mentions of {name}: {found:?}");
        found.sort_unstable();
        found.dedup();
        for form in forms {
            assert!(found.contains(form), "expected `{form}` among the forms of {name}, but found {found:?}");
        }
    }

    /// There are no entities of this kind but these.
    #[track_caller]
    pub(crate) fn only(&self, kind: EntityKind, expected: &[&str]) {
        let found = self.analysis.entities.items().iter().filter(|entity| entity.kind == kind);
        let mut found: Vec<&str> = found.map(|entity| entity.name.as_str()).collect();
        let mut expected = expected.to_vec();
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{kind:?}");
    }

    /// The words make a time expression of this value.
    #[track_caller]
    pub(crate) fn time(&self, words: &str, value: &str) {
        let times = self.analysis.times.items();
        let found = times.iter().find(|time| time.span.of(&self.body) == words);
        let all: Vec<&str> = times.iter().map(|time| time.span.of(&self.body)).collect();
        let found = found.unwrap_or_else(|| panic!("expected the time `{words}`, but found {all:?}"));
        assert_eq!(found.value.to_string(), value, "{words}");
    }
}
