-- Near repeats across files. Like the registers of names they follow from several sources, so no seal covers them.

-- A few hashes of what a document says (models/word_runs.h); alike documents share some.
CREATE TABLE document_mark (
  mark INTEGER NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (mark, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_mark_document ON document_mark (document);

CREATE TABLE document_variant (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  alike REAL NOT NULL,        -- share of their runs of words that they have in common
  PRIMARY KEY (a, b),
  CHECK (a < b)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_variant_b ON document_variant (b);

CREATE TRIGGER document_variant_deleted AFTER DELETE ON document BEGIN
  DELETE FROM document_mark WHERE document = old.id;
  DELETE FROM document_variant WHERE a = old.id;
  DELETE FROM document_variant WHERE b = old.id;
END;

CREATE VIEW v_variant AS
SELECT a AS document, b AS other, alike FROM document_variant
UNION ALL SELECT b, a, alike FROM document_variant;

-- The one that a document repeats: the earliest of those alike.
CREATE VIEW v_first_variant AS
SELECT d.id AS document,
  (SELECT o.id FROM document o WHERE o.id IN
     (SELECT b FROM document_variant WHERE a = d.id UNION ALL SELECT a FROM document_variant WHERE b = d.id)
     AND (coalesce(o.date, o.meeting_date, '9999'), o.id) < (coalesce(d.date, d.meeting_date, '9999'), d.id)
   ORDER BY coalesce(o.date, o.meeting_date, '9999'), o.id LIMIT 1) AS variant_of
FROM document d;

DROP VIEW v_document;
CREATE VIEW v_document AS
SELECT d.id, d.document_kind, d.title, d.body, d.date, d.meeting_date,
  (SELECT coalesce(raw, normal) FROM document_case_numbers WHERE document = d.id ORDER BY ordinal LIMIT 1)
    AS case_number,
  (SELECT group_concat(normal, '; ') FROM (SELECT normal FROM document_case_numbers
     WHERE document = d.id ORDER BY ordinal)) AS case_numbers,
  (SELECT group_concat(value, '; ') FROM (SELECT value FROM document_parties
     WHERE document = d.id ORDER BY ordinal)) AS parties,
  d.agenda_code, d.case_officer, d.agenda_item, d.parent,
  coalesce(d.variant_of, (SELECT variant_of FROM v_first_variant WHERE document = d.id)) AS variant_of,
  d.first_page, d.last_page, d.confidence,
  (SELECT group_concat(value, '; ') FROM (SELECT value FROM document_issues
     WHERE document = d.id ORDER BY ordinal)) AS issues,
  d.source, s.sha256, (SELECT display FROM path WHERE source = d.source ORDER BY path LIMIT 1) AS path
FROM document d JOIN source s ON s.id = d.source;
