-- The number of a version is its time of publication, else of adding, in seconds since 1970, and a running number in the
-- lower 24 bits: the newest first is the order of the numbers backwards, in which the index hands out what it finds.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE renumbered AS
    SELECT id AS old, (unixepoch(coalesce(published, substr(added, 1, 10))) << 24) + row_number() OVER (ORDER BY id) AS new
    FROM version;
DROP TRIGGER version_added;
DROP TRIGGER version_removed;
DROP TRIGGER entity_added;
DROP TRIGGER entity_removed;
DROP TABLE text;
DROP TABLE entity_name;
UPDATE version SET id = (SELECT new FROM renumbered WHERE old = id);
UPDATE entity SET version = (SELECT new FROM renumbered WHERE old = version);
UPDATE event SET version = (SELECT new FROM renumbered WHERE old = version);
UPDATE article SET latest = (SELECT new FROM renumbered WHERE old = latest);
DROP TABLE renumbered;

-- Who says what in a version: bytes of its text.
CREATE TABLE statement (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
    -- Who speaks, where it is one of the entities, and in which words; neither where only an outlet is named.
    speaker INTEGER REFERENCES entity ON DELETE CASCADE,
    source TEXT NOT NULL,
    stance TEXT NOT NULL,
    direct INTEGER NOT NULL,
    "from" INTEGER NOT NULL,
    "to" INTEGER NOT NULL
);
CREATE INDEX statement_by_version ON statement (version);
CREATE INDEX statement_by_speaker ON statement (speaker);
-- The outlets that it came through, from the one nearest the speaker.
CREATE TABLE statement_via (
    statement INTEGER NOT NULL REFERENCES statement ON DELETE CASCADE,
    place INTEGER NOT NULL,
    outlet INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
    PRIMARY KEY (statement, place)
) WITHOUT ROWID;
CREATE INDEX statement_via_by_outlet ON statement_via (outlet);

-- All that words are looked for in: the text, the names in it by kind, who says something, and who published it. The word 'any' stands in every
-- one, for queries that only say what they do not want.
CREATE VIEW searchable AS
    SELECT v.id, v.title, v.body,
        (SELECT group_concat(name, char(10)) FROM entity WHERE version = v.id AND kind = 'person') AS person,
        (SELECT group_concat(name, char(10)) FROM entity WHERE version = v.id AND kind = 'place') AS place,
        (SELECT group_concat(name, char(10)) FROM entity WHERE version = v.id AND kind = 'organisation') AS org,
        (SELECT group_concat(coalesce((SELECT name FROM entity WHERE id = s.speaker), s.source), char(10))
            FROM statement s WHERE version = v.id) AS source,
        (SELECT group_concat(name, char(10)) FROM entity WHERE version = v.id AND via) AS via,
        v.outlet, 'any ' || v.language AS lang
    FROM version v;
CREATE VIRTUAL TABLE text USING fts5 (
    title, body, person, place, org, source, via, outlet, lang,
    content = 'searchable', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2'
);
INSERT INTO text (text) VALUES ('rebuild');
-- A version is indexed when its names are there; it is taken out while they still are.
CREATE TRIGGER version_removed BEFORE DELETE ON version BEGIN
    INSERT INTO text (text, rowid, title, body, person, place, org, source, via, outlet, lang)
        SELECT 'delete', id, title, body, person, place, org, source, via, outlet, lang FROM searchable WHERE id = old.id;
END;

-- How an article stands with its reader.
ALTER TABLE article ADD COLUMN read INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN starred INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN note TEXT NOT NULL DEFAULT '';
-- How far it was read: a byte in the text of a version. The one before is where it stood when it was opened last.
ALTER TABLE article ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN position_before INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN position_version INTEGER NOT NULL DEFAULT 0;
DROP INDEX article_by_day;
DROP INDEX article_by_version;
CREATE INDEX article_by_latest ON article (latest, hidden, read, starred);
CREATE INDEX article_unread ON article (latest) WHERE read = 0;
CREATE INDEX article_starred ON article (latest) WHERE starred = 1;
CREATE INDEX article_hidden ON article (latest) WHERE hidden = 1;
CREATE INDEX article_noted ON article (latest) WHERE note <> '';

CREATE TABLE tag (
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    name TEXT NOT NULL COLLATE NOCASE,
    PRIMARY KEY (article, name)
) WITHOUT ROWID;
CREATE INDEX tag_by_name ON tag (name, article);

-- What the reader did, so that it can be undone. Those of one act share its number.
CREATE TABLE deed (
    id INTEGER PRIMARY KEY,
    act INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    field TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX deed_by_act ON deed (undone, act);
CREATE INDEX deed_by_article ON deed (article);

-- Queries under a name.
CREATE TABLE view (name TEXT PRIMARY KEY COLLATE NOCASE, query TEXT NOT NULL) WITHOUT ROWID;

-- The bytes that a version was made of, compressed as in RFC 1950.
CREATE TABLE raw (
    version INTEGER PRIMARY KEY REFERENCES version ON DELETE CASCADE,
    bytes BLOB NOT NULL
);

-- When an event is, as precisely as the text says: 2024-06.
ALTER TABLE event ADD COLUMN value TEXT NOT NULL DEFAULT '';
-- Who takes part in it, where it is, and whom else its clause names.
CREATE TABLE event_entity (
    event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    entity INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
    PRIMARY KEY (event, entity)
) WITHOUT ROWID;
CREATE INDEX event_entity_by_entity ON event_entity (entity);
CREATE INDEX entity_by_name ON entity (name COLLATE NOCASE, kind);
