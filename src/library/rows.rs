//! What a version says, as rows that can be asked: whom it names, what happened, who says what.

use rusqlite::{Transaction, params};

use crate::model::{Analysis, Article, Source};

/// Writes all that `analysis` says of `article` as rows of `version`.
pub(super) fn write(
    transaction: &Transaction,
    version: i64,
    article: &Article,
    analysis: &Analysis,
) -> rusqlite::Result<()> {
    let entities = write_entities(transaction, version, analysis)?;
    let rows = Rows { transaction, version, article, analysis, entities };
    rows.write_events()?;
    rows.write_statements()
}

/// The numbers that the entities got, in their order.
fn write_entities(transaction: &Transaction, version: i64, analysis: &Analysis) -> rusqlite::Result<Vec<i64>> {
    let insert = "INSERT INTO entity (version, kind, name, mentions, via) VALUES (?1, ?2, ?3, ?4, ?5)";
    let mut insert = transaction.prepare_cached(insert)?;
    let mut is_via = vec![false; analysis.entities.items().len()];
    for via in analysis.attributions.items().iter().flat_map(|statement| &statement.via) {
        is_via[via.outlet.index()] = true;
    }
    analysis
        .entities
        .iter()
        .map(|(id, entity)| {
            let (kind, mentions) = (entity.kind.name(), entity.mentions.len());
            insert.insert(params![version, kind, entity.name, mentions, is_via[id.index()]])
        })
        .collect()
}

struct Rows<'a> {
    transaction: &'a Transaction<'a>,
    version: i64,
    article: &'a Article,
    analysis: &'a Analysis,
    entities: Vec<i64>,
}

impl Rows<'_> {
    fn write_events(&self) -> rusqlite::Result<()> {
        let insert = r#"INSERT INTO event (version, label, status, "from", "to", value)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)"#;
        let mut insert = self.transaction.prepare_cached(insert)?;
        let who = "INSERT OR IGNORE INTO event_entity (event, entity) VALUES (?1, ?2)";
        let mut who = self.transaction.prepare_cached(who)?;
        for event in self.analysis.events.items() {
            let Some(interval) = self.analysis.value_to_end(event.time).interval() else { continue };
            let (from, to) = (interval.start.to_string(), interval.end.to_string());
            let label = event.label_text(&self.article.body);
            let value = self.analysis.times[event.time].value.to_string();
            let id = insert.insert(params![self.version, label, event.status.name(), from, to, value])?;
            let named = self.analysis.mentions_in(event.clause).map(|it| self.analysis.mentions[it].entity);
            for entity in event.participants.iter().chain(&event.place).copied().chain(named) {
                who.execute([id, self.entities[entity.index()]])?;
            }
        }
        Ok(())
    }

    fn write_statements(&self) -> rusqlite::Result<()> {
        let insert = r#"INSERT INTO statement (version, speaker, source, stance, direct, "from", "to")
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"#;
        let mut insert = self.transaction.prepare_cached(insert)?;
        let outlet = "INSERT INTO statement_via (statement, place, outlet) VALUES (?1, ?2, ?3)";
        let mut outlet = self.transaction.prepare_cached(outlet)?;
        for statement in self.analysis.attributions.items() {
            let speaker = match statement.source {
                Some(Source::Entity { entity, .. }) => Some(self.entities[entity.index()]),
                _ => None,
            };
            let source = statement.source.map_or("", |source| source.description().of(&self.article.body));
            let (stance, scope) = (statement.stance.name(), statement.scope);
            let fields = params![self.version, speaker, source, stance, statement.direct, scope.start, scope.end];
            let id = insert.insert(fields)?;
            for (place, via) in statement.via.iter().enumerate() {
                outlet.execute(params![id, place, self.entities[via.outlet.index()]])?;
            }
        }
        Ok(())
    }
}
