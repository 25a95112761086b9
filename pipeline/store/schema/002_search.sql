-- What is searched: one row a record with text, and rows of at most 8 kB for the text of each section.
-- The full-text index needs our tokenizer "sv"; without it all other tables can still be read.

CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  record TEXT REFERENCES record (id) ON DELETE CASCADE,  -- null: text of the document
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
CREATE INDEX passage_record ON passage (record);
CREATE INDEX passage_kind ON passage (kind);

-- What the fields of a search look at, in lower case: person, body, party, dnr ("ks/2024/12").
CREATE TABLE mention (
  document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  record TEXT REFERENCES record (id) ON DELETE CASCADE,  -- null: of the document as a whole
  field TEXT NOT NULL CHECK (field IN ('person', 'body', 'party', 'dnr')),
  value TEXT NOT NULL
) STRICT;
CREATE INDEX mention_document ON mention (document, field);
CREATE INDEX mention_record ON mention (record);

-- By which analyser the index was made; with another one it must be made anew.
CREATE TABLE analyser (fingerprint TEXT NOT NULL) STRICT;

CREATE VIRTUAL TABLE passage_index USING fts5 (
  title, body, content = 'passage', content_rowid = 'id', tokenize = 'sv'
);

CREATE TRIGGER passage_inserted AFTER INSERT ON passage BEGIN
  INSERT INTO passage_index (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE TRIGGER passage_deleted AFTER DELETE ON passage BEGIN
  INSERT INTO passage_index (passage_index, rowid, title, body)
  VALUES ('delete', old.id, old.title, old.body);
END;
