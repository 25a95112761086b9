-- What storing a record costs.

-- A mention was a row with three indexes, and a list in its CHECK made SQLite build a table of the list for each row:
-- now it is one entry, in the order in which a search asks for it.
CREATE TABLE mention_in_order (
  document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  field TEXT NOT NULL,        -- person, body, party, dnr
  value TEXT NOT NULL,        -- in lower case: "ks/2024/12"
  record TEXT NOT NULL,       -- empty: of the document as a whole
  PRIMARY KEY (document, field, value, record)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO mention_in_order (document, field, value, record)
  SELECT document, field, value, coalesce(record, '') FROM mention;
DROP TABLE mention;
ALTER TABLE mention_in_order RENAME TO mention;

-- Passages go with their document, as records do, and are never asked for by record or kind: two indexes less.
DROP VIEW v_search;
CREATE TABLE passage_of_document (
  id INTEGER PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  record TEXT,                -- null: text of the document
  kind TEXT NOT NULL,         -- "document", or that of the record
  ordinal INTEGER NOT NULL,   -- among the passages of the document, from 1
  page INTEGER,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  title TEXT NOT NULL,        -- of the document (its first passage), section, table, item
  body TEXT NOT NULL,
  UNIQUE (document, ordinal)
) STRICT;
INSERT INTO passage_of_document SELECT id, document, record, kind, ordinal, page, box_left, box_top, box_right,
  box_bottom, title, body FROM passage ORDER BY id;
DROP TABLE passage;
ALTER TABLE passage_of_document RENAME TO passage;
CREATE TRIGGER passage_deleted AFTER DELETE ON passage BEGIN
  INSERT INTO passage_index (passage_index, rowid, title, body)
  VALUES ('delete', old.id, old.title, old.body);
END;
CREATE TRIGGER passage_fact_deleted AFTER DELETE ON passage BEGIN
  DELETE FROM passage_fact WHERE passage = old.id;
END;
CREATE VIEW v_search AS
SELECT p.id AS passage, p.kind, coalesce(p.record, p.document) AS id, p.title AS heading, p.body AS text, p.page,
  p.document, v.document_kind, v.title, v.body, v.date, v.meeting_date, v.case_number, v.path
FROM passage p JOIN v_document v ON v.id = p.document;

-- By kind records are found in the table of their kind.
DROP INDEX record_kind;

-- FTS5 merges sixteen segments at once, not four: a third of its work was to merge what it had merged already.
INSERT INTO passage_index (passage_index, rank) VALUES ('automerge', 16);

-- Values of a source have changed.
DELETE FROM seal;
