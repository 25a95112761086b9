-- What keeps the archive honest from night to night.

-- A few archives of development had the views of the next step already: a table that is exchanged must be in none.
DROP VIEW IF EXISTS v_search;
DROP VIEW IF EXISTS v_page;
DROP VIEW IF EXISTS v_vote;
DROP VIEW IF EXISTS v_signature;
DROP VIEW IF EXISTS v_beslutssats;
DROP VIEW IF EXISTS v_document;

-- A file that is gone from its place is `missing`; what was read of it stays.
CREATE TABLE path_with_missing (
  path BLOB PRIMARY KEY,      -- as the file system gives it
  display TEXT NOT NULL,      -- the same, safe to print
  bytes INTEGER NOT NULL,
  mtime_ns INTEGER NOT NULL,
  source TEXT REFERENCES source (id) ON DELETE SET NULL,
  status TEXT NOT NULL
    CHECK (status IN ('waiting', 'processed', 'unchanged', 'duplicate', 'failed', 'missing')),
  reason TEXT,
  message TEXT,
  run INTEGER REFERENCES run (id)
) STRICT, WITHOUT ROWID;
INSERT INTO path_with_missing SELECT * FROM path;
DROP TABLE path;
ALTER TABLE path_with_missing RENAME TO path;
CREATE INDEX path_source ON path (source);

-- sha256 over every row that a source has in the other tables, taken when the work on it ended; none
-- while it is in work. `diarium verify` takes it again.
CREATE TABLE seal (
  source TEXT PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
  sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER seal_broken_by_source AFTER UPDATE ON source BEGIN
  DELETE FROM seal WHERE source = new.id;
END;
CREATE TRIGGER seal_broken_by_reading AFTER INSERT ON reading BEGIN
  DELETE FROM seal WHERE source = new.source;
END;
CREATE TRIGGER seal_broken_by_document AFTER INSERT ON document BEGIN
  DELETE FROM seal WHERE source = new.source;
END;
CREATE TRIGGER seal_broken_by_lost_document AFTER DELETE ON document BEGIN
  DELETE FROM seal WHERE source = old.source;
END;

-- Files that `diarium forget` took out and that no run may bring back: nothing but their sha256.
CREATE TABLE forgotten (sha256 TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- Who did what to the archive, with which version and settings. Each row holds the sha256 of the one
-- before and of itself, so that no row can be changed or taken out unseen.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,           -- ISO 8601, UTC
  who TEXT NOT NULL,
  act TEXT NOT NULL,          -- "ingest", "forget", ...
  version TEXT NOT NULL,
  detail TEXT NOT NULL,
  previous TEXT NOT NULL,     -- sha256 of the row before; empty in the first
  sha256 TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN
  SELECT raise(ABORT, 'the audit is only added to');
END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN
  SELECT raise(ABORT, 'the audit is only added to');
END;
