-- An article as it is known by its address or path, whatever its text says today.
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    -- When it was added, in UTC: 2025-07-13T06:12:00Z
    added TEXT NOT NULL,
    -- The day it is listed under: of publication, else when it was added.
    day TEXT NOT NULL,
    -- The newest of its versions.
    latest INTEGER NOT NULL REFERENCES version DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX article_by_day ON article (day, id);
CREATE INDEX article_by_version ON article (latest);

-- One text of an article. Texts are added and never changed.
CREATE TABLE version (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    added TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    outlet TEXT NOT NULL,
    language TEXT NOT NULL,
    -- 2025-07-13, or nothing.
    published TEXT,
    -- All that its source said of it, as JSON.
    facts TEXT NOT NULL
);
CREATE INDEX version_by_article ON version (article);

-- Whom and what a version names.
CREATE TABLE entity (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    -- Whether something reached the reader through it.
    via INTEGER NOT NULL
);
CREATE INDEX entity_by_version ON entity (version);

-- What a version says has happened, is planned or is denied. Times are local: 2025-07-12T00:00:00, the end not included.
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
    label TEXT NOT NULL,
    status TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL
);
CREATE INDEX event_by_version ON event (version);

CREATE VIRTUAL TABLE text USING fts5 (
    title, body, content = 'version', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER version_added AFTER INSERT ON version BEGIN
    INSERT INTO text (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE TRIGGER version_removed AFTER DELETE ON version BEGIN
    INSERT INTO text (text, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
END;

CREATE VIRTUAL TABLE entity_name USING fts5 (
    name, content = 'entity', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER entity_added AFTER INSERT ON entity BEGIN
    INSERT INTO entity_name (rowid, name) VALUES (new.id, new.name);
END;
CREATE TRIGGER entity_removed AFTER DELETE ON entity BEGIN
    INSERT INTO entity_name (entity_name, rowid, name) VALUES ('delete', old.id, old.name);
END;
