-- What a search narrows, counts and sorts by, in a few bytes a passage; names stand in search_value.
CREATE TABLE search_value (
  id INTEGER PRIMARY KEY,
  field TEXT NOT NULL CHECK (field IN ('kind', 'type', 'body')),
  value TEXT NOT NULL,
  UNIQUE (field, value)
) STRICT;

CREATE TABLE passage_fact (
  passage INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,      -- search_value
  type INTEGER NOT NULL,      -- search_value: kind of document
  body INTEGER NOT NULL,      -- search_value; 0: none
  day INTEGER NOT NULL,       -- 20240305, 20240300, 20240000; 0: no date
  first INTEGER NOT NULL      -- 1: the first passage of its record or document
) STRICT;

CREATE TRIGGER passage_fact_deleted AFTER DELETE ON passage BEGIN
  DELETE FROM passage_fact WHERE passage = old.id;
END;

-- The words of the index as they are spelled, for what is close to a word that nobody wrote.
CREATE TABLE word (
  letters INTEGER NOT NULL,
  form TEXT NOT NULL,
  PRIMARY KEY (letters, form)
) STRICT, WITHOUT ROWID;

-- The id of a passage tells its class (pipeline/store/passage_class.h): clauses weigh more, and small facts
-- are left out of a search for words by a bound of ids alone.
UPDATE passage SET id = id + (1 << 40) WHERE kind = 'beslutssats';
UPDATE passage SET id = id + (2 << 40) WHERE kind IN ('date', 'amount', 'reference');

INSERT INTO search_value (field, value) SELECT DISTINCT 'kind', kind FROM passage;
INSERT INTO search_value (field, value) SELECT DISTINCT 'type', document_kind FROM document;
INSERT INTO search_value (field, value)
  SELECT DISTINCT 'body', body FROM document WHERE body IS NOT NULL;
INSERT INTO passage_fact (passage, kind, type, body, day, first)
  SELECT p.id,
    (SELECT id FROM search_value WHERE field = 'kind' AND value = p.kind),
    (SELECT id FROM search_value WHERE field = 'type' AND value = d.document_kind),
    coalesce((SELECT id FROM search_value WHERE field = 'body' AND value = d.body), 0),
    coalesce(CAST(substr(replace(coalesce(d.date, d.meeting_date), '-', '') || '0000', 1, 8) AS INTEGER), 0),
    p.ordinal = (SELECT min(ordinal) FROM passage WHERE document = p.document AND record IS p.record)
  FROM passage p JOIN document d ON d.id = p.document;

-- Case numbers are also found without their authority: "2024/12".
INSERT INTO mention (document, record, field, value)
  SELECT document, record, field, substr(value, instr(value, '/') + 1) FROM mention
  WHERE field = 'dnr' AND value LIKE '%/%/%';
CREATE INDEX mention_value ON mention (field, value);
CREATE INDEX minutes_paragraph_case_numbers_serial ON minutes_paragraph_case_numbers (year, serial);

-- Ids have moved: the index must be made anew.
DELETE FROM analyser;
