-- The registers of persons and bodies: names by their certain spellings (case, hyphens, blanks and full stops don't
-- count), where each is used, and which two may be one and why. Nothing is ever merged. Written with the documents;
-- no content of a source, so no seal covers it.
CREATE TABLE name (
  id INTEGER PRIMARY KEY,
  field TEXT NOT NULL CHECK (field IN ('person', 'body')),
  key TEXT NOT NULL,          -- "lars gunnar comén"
  party TEXT NOT NULL,        -- of a person, upper case; empty: printed without one
  first_word TEXT NOT NULL,   -- of the key, without dots and what OCR mixes up: names that may be one share one
  last_word TEXT NOT NULL,
  UNIQUE (field, key, party)
) STRICT;
CREATE INDEX name_first_word ON name (first_word, field);
CREATE INDEX name_last_word ON name (last_word, field);

CREATE TABLE name_use (
  document TEXT NOT NULL,
  name INTEGER NOT NULL REFERENCES name (id),
  spelling TEXT NOT NULL,     -- as printed
  record TEXT,                -- the first that has it; null: the head of the document
  role TEXT,                  -- of a person: as what; of a body: the letters of its case numbers
  uses INTEGER NOT NULL,      -- in this document
  PRIMARY KEY (document, name, spelling)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_use_name ON name_use (name);

CREATE TRIGGER name_use_deleted AFTER DELETE ON document BEGIN
  DELETE FROM name_use WHERE document = old.id;
END;

CREATE TABLE name_candidate (
  a INTEGER NOT NULL REFERENCES name (id) ON DELETE CASCADE,
  b INTEGER NOT NULL REFERENCES name (id) ON DELETE CASCADE,
  reason TEXT NOT NULL CHECK (reason IN
    ('party_missing', 'other_party', 'dots', 'letter', 'joined', 'initial', 'shorter', 'renamed')),
  PRIMARY KEY (a, b),
  CHECK (a < b)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_candidate_b ON name_candidate (b);

CREATE VIEW v_name_use AS
SELECT n.id AS name, n.field, u.spelling, n.party, u.role, u.uses, u.record,
  u.document, v.document_kind, v.title, v.body, coalesce(v.date, v.meeting_date) AS date, v.case_number, v.path
FROM name_use u JOIN name n ON n.id = u.name JOIN v_document v ON v.id = u.document;

-- One row for each of the two, so that either finds the other.
CREATE VIEW v_name_candidate AS
SELECT n.field, c.name,
  (SELECT spelling FROM name_use WHERE name = c.name GROUP BY 1 ORDER BY sum(uses) DESC, 1 LIMIT 1) AS spelling,
  n.party, c.other,
  (SELECT spelling FROM name_use WHERE name = c.other GROUP BY 1 ORDER BY sum(uses) DESC, 1 LIMIT 1) AS other_spelling,
  o.party AS other_party, c.reason,
  CASE WHEN n.party = '' OR o.party = '' THEN NULL ELSE n.party = o.party END AS same_party,
  EXISTS (SELECT 1 FROM name_use x JOIN document dx ON dx.id = x.document, name_use y JOIN document dy ON dy.id = y.document
    WHERE x.name = c.name AND y.name = c.other AND dx.body = dy.body) AS same_body,
  (SELECT max(x.first, y.first) <= min(x.last, y.last) FROM
    (SELECT min(substr(coalesce(date, meeting_date), 1, 4)) AS first, max(substr(coalesce(date, meeting_date), 1, 4)) AS last
     FROM document WHERE id IN (SELECT document FROM name_use WHERE name = c.name)) x,
    (SELECT min(substr(coalesce(date, meeting_date), 1, 4)) AS first, max(substr(coalesce(date, meeting_date), 1, 4)) AS last
     FROM document WHERE id IN (SELECT document FROM name_use WHERE name = c.other)) y) AS same_years,
  EXISTS (SELECT 1 FROM name_use x JOIN name_use y ON y.document = x.document
    WHERE x.name = c.name AND y.name = c.other) AS same_document
FROM (SELECT a AS name, b AS other, reason FROM name_candidate UNION ALL SELECT b, a, reason FROM name_candidate) c
JOIN name n ON n.id = c.name JOIN name o ON o.id = c.other
WHERE EXISTS (SELECT 1 FROM name_use WHERE name = c.name) AND EXISTS (SELECT 1 FROM name_use WHERE name = c.other);

CREATE VIEW v_person AS
SELECT n.id,
  (SELECT spelling FROM name_use WHERE name = n.id GROUP BY 1 ORDER BY sum(uses) DESC, 1 LIMIT 1) AS name,
  nullif(n.party, '') AS party,
  (SELECT group_concat(spelling, '; ') FROM (SELECT spelling FROM name_use WHERE name = n.id
     GROUP BY 1 ORDER BY sum(uses) DESC, 1)) AS spellings,
  (SELECT group_concat(role, '; ') FROM (SELECT role FROM name_use WHERE name = n.id AND role IS NOT NULL
     GROUP BY 1 ORDER BY count(*) DESC, 1)) AS roles,
  (SELECT group_concat(body, '; ') FROM (SELECT d.body FROM name_use x JOIN document d ON d.id = x.document
     WHERE x.name = n.id AND d.body IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1)) AS bodies,
  min(coalesce(d.date, d.meeting_date)) AS first_date, max(coalesce(d.date, d.meeting_date)) AS last_date,
  count(DISTINCT u.document) AS documents, sum(u.uses) AS uses,
  (SELECT group_concat(other_spelling || iif(other_party = '', '', ' (' || other_party || ')') || ': ' || reason, '; ')
     FROM (SELECT * FROM v_name_candidate WHERE name = n.id ORDER BY other_spelling, other_party)) AS candidates
FROM name n JOIN name_use u ON u.name = n.id JOIN document d ON d.id = u.document
WHERE n.field = 'person' GROUP BY n.id;

CREATE VIEW v_body AS
SELECT n.id,
  (SELECT spelling FROM name_use WHERE name = n.id GROUP BY 1 ORDER BY sum(uses) DESC, 1 LIMIT 1) AS name,
  (SELECT group_concat(spelling, '; ') FROM (SELECT spelling FROM name_use WHERE name = n.id
     GROUP BY 1 ORDER BY sum(uses) DESC, 1)) AS spellings,
  (SELECT group_concat(role, '; ') FROM (SELECT role FROM name_use WHERE name = n.id AND role IS NOT NULL
     GROUP BY 1 ORDER BY count(*) DESC, 1)) AS case_letters,
  min(coalesce(d.date, d.meeting_date)) AS first_date, max(coalesce(d.date, d.meeting_date)) AS last_date,
  count(DISTINCT u.document) AS documents, sum(u.uses) AS uses,
  (SELECT group_concat(other_spelling || ': ' || reason, '; ')
     FROM (SELECT * FROM v_name_candidate WHERE name = n.id ORDER BY other_spelling)) AS candidates
FROM name n JOIN name_use u ON u.name = n.id JOIN document d ON d.id = u.document
WHERE n.field = 'body' GROUP BY n.id;

-- Which bodies had the same letters in their case numbers, and when: a body by its names in time.
CREATE VIEW v_body_in_time AS
SELECT u.role AS case_letters, n.id AS name,
  (SELECT spelling FROM name_use WHERE name = n.id GROUP BY 1 ORDER BY sum(uses) DESC, 1 LIMIT 1) AS body,
  min(coalesce(d.date, d.meeting_date)) AS first_date, max(coalesce(d.date, d.meeting_date)) AS last_date,
  count(DISTINCT u.document) AS documents
FROM name n JOIN name_use u ON u.name = n.id JOIN document d ON d.id = u.document
WHERE n.field = 'body' AND u.role IS NOT NULL GROUP BY u.role, n.id;
