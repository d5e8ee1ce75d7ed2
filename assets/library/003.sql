-- A feed that the reader follows. Times are in UTC: 2025-07-13T06:12:00Z
CREATE TABLE feed (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    -- As the feed says, or the list it came from; may be empty.
    title TEXT NOT NULL,
    site TEXT,
    added TEXT NOT NULL,
    -- Whether articles that it cuts short are fetched from their pages.
    full_text INTEGER NOT NULL DEFAULT 0,
    -- When it was asked last, and when it answered last.
    checked TEXT,
    succeeded TEXT,
    -- Why it failed last and what to do, and how often in a row; nothing since it answered.
    failure TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    -- What its host wants to see again, as it was sent.
    etag TEXT,
    last_modified TEXT,
    -- When its host wants to be asked again.
    not_before TEXT,
    -- Its host says that it will never be there again.
    gone INTEGER NOT NULL DEFAULT 0
);

-- Folders that the reader keeps a feed in: 'Berita/Daerah'.
CREATE TABLE feed_label (
    feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
    label TEXT NOT NULL,
    PRIMARY KEY (feed, label)
) WITHOUT ROWID;

-- What a feed has told once. It outlives the article, so that what the reader removed does not come back.
CREATE TABLE feed_item (
    feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
    guid TEXT NOT NULL,
    article INTEGER REFERENCES article ON DELETE SET NULL,
    -- When it was told first.
    seen TEXT NOT NULL,
    -- A checksum of what it said last.
    said INTEGER NOT NULL,
    -- Of the page with the whole text: nothing where it is not wanted, else 'wanted', 'taken' or 'failed'.
    page TEXT,
    PRIMARY KEY (feed, guid)
) WITHOUT ROWID;
CREATE INDEX feed_item_by_article ON feed_item (article);
