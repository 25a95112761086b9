-- The archive. One table a thing; a record's own fields stand in the table of its kind and its lists in
-- KIND_LIST, by the names of the export contract. Enumerations and ids are texts that scripts can rely on:
-- source = first 16 hex digits of the sha256, page "<source>.p3", document "<source>.d2",
-- record "<document>.beslutssats.1". Only run and path know of clocks.

CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,
  finished TEXT,              -- null: in work, or killed
  version TEXT NOT NULL,
  settings TEXT NOT NULL
) STRICT;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  media_type TEXT,
  pages INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL DEFAULT 'seen'
    CHECK (status IN ('seen', 'claimed', 'indexed', 'partial', 'quarantined')),
  reason TEXT,
  message TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  understanding TEXT          -- key under which its documents were made; null: none yet
) STRICT, WITHOUT ROWID;
CREATE INDEX source_status ON source (status);

CREATE TABLE path (
  path BLOB PRIMARY KEY,      -- as the file system gives it
  display TEXT NOT NULL,      -- the same, safe to print
  bytes INTEGER NOT NULL,
  mtime_ns INTEGER NOT NULL,
  source TEXT REFERENCES source (id) ON DELETE SET NULL,
  status TEXT NOT NULL
    CHECK (status IN ('waiting', 'processed', 'unchanged', 'duplicate', 'failed')),
  reason TEXT,
  message TEXT,
  run INTEGER REFERENCES run (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX path_source ON path (source);

-- What reading a page gave: its words and layout (CBOR), or why it was lost.
CREATE TABLE reading (
  source TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  key TEXT NOT NULL,
  page BLOB,
  reason TEXT,
  message TEXT,
  PRIMARY KEY (source, number),
  CHECK ((page IS NULL) <> (reason IS NULL))
) STRICT;

CREATE TABLE page (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  width REAL NOT NULL,        -- points
  height REAL NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('embedded', 'ocr', 'mixed')),
  rotation INTEGER NOT NULL,  -- degrees clockwise
  skew REAL NOT NULL,         -- degrees clockwise
  confidence REAL NOT NULL,
  text TEXT NOT NULL,         -- all that is printed, in reading order
  UNIQUE (source, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE page_furniture ( -- running heads, page labels, footers: bytes of page.text
  page TEXT NOT NULL REFERENCES page (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  PRIMARY KEY (page, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE page_issues (
  page TEXT NOT NULL REFERENCES page (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (page, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  document_kind TEXT NOT NULL,
  runner_up TEXT,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  title TEXT,
  first_page INTEGER,
  last_page INTEGER,
  body TEXT,
  date TEXT,                  -- ISO 8601, as precise as printed
  meeting_date TEXT,
  agenda_code TEXT,
  case_officer TEXT,
  agenda_item TEXT,
  parent TEXT,                -- document id
  variant_of TEXT,            -- document id
  text TEXT NOT NULL,         -- running text; spans of records are bytes of it
  UNIQUE (source, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_date ON document (date);

CREATE TABLE document_case_numbers (
  document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  raw TEXT,
  normal TEXT NOT NULL,
  authority TEXT,
  year INTEGER,
  serial INTEGER,
  classification TEXT,
  PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_case_numbers_serial ON document_case_numbers (year, serial);

CREATE TABLE document_parties (
  document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_parties_value ON document_parties (value);

CREATE TABLE document_provenance ( -- where the value of a field comes from
  document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  provenance TEXT NOT NULL
    CHECK (provenance IN ('stated', 'heading', 'agenda', 'filename', 'inferred')),
  PRIMARY KEY (document, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_issues (
  document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;

-- What all records have: where they stand and why they were found.
CREATE TABLE record (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  sequence INTEGER NOT NULL,  -- among all records of the document, from 1
  page INTEGER,               -- 1-based in the file; null: not on paper
  box_left REAL,              -- points from the page's top left corner
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  UNIQUE (document, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_kind ON record (kind);

CREATE TABLE record_issues (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_issues_value ON record_issues (value);

CREATE TABLE beslutssats (
  record TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  n INTEGER,
  text TEXT NOT NULL,
  verbatim TEXT,
  status TEXT NOT NULL,
  class TEXT,
  decider TEXT,
  quoted_addition TEXT,
  scope TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE beslutssats_via (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE beslutssats_actions (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  lemma TEXT NOT NULL,
  code TEXT,
  negated INTEGER NOT NULL,
  assignee TEXT,
  recipient TEXT,
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE beslutssats_amounts (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE signature (
  record TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  name TEXT,
  party TEXT,
  party_provenance TEXT,
  role TEXT,
  body TEXT,
  "group" TEXT,
  role_kind TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE table_record (
  record TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  caption TEXT,
  header_rows INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE table_record_pages (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE table_record_cells (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  row INTEGER NOT NULL,
  "column" INTEGER NOT NULL,
  row_span INTEGER NOT NULL,
  column_span INTEGER NOT NULL,
  text TEXT NOT NULL,
  value REAL,
  unit TEXT,
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE table_record_checks (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  "column" INTEGER NOT NULL,
  holds INTEGER NOT NULL,
  expected REAL NOT NULL,
  printed REAL NOT NULL,
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE footnote (
  record TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  marker TEXT NOT NULL,
  text TEXT NOT NULL,
  anchor TEXT,
  anchor_sentence TEXT,
  anchor_page INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE amendment (
  record TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  operation TEXT NOT NULL,
  old TEXT,
  new TEXT,
  context TEXT,
  locator TEXT,
  hypothesis TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE agenda_item (
  record TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  number TEXT,
  title TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE agenda_item_case_number (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  raw TEXT,
  normal TEXT NOT NULL,
  authority TEXT,
  year INTEGER,
  serial INTEGER,
  classification TEXT,
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE agenda_item_documents (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
  record TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  number TEXT,
  title TEXT,
  present INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE recipient (
  record TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  name TEXT,
  explicit_none INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reference (
  record TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  reference_kind TEXT NOT NULL,
  raw TEXT NOT NULL,
  normal TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE date_record (
  record TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  raw TEXT NOT NULL,
  iso TEXT,
  precision TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE amount_record (
  record TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  value REAL NOT NULL,
  unit TEXT,
  raw TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE e_mail (
  record TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  "from" TEXT,
  sent_raw TEXT,
  sent TEXT,
  subject TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE e_mail_to (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE e_mail_cc (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE flowchart (
  record TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  mermaid TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE flowchart_nodes (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  box_left REAL,
  box_top REAL,
  box_right REAL,
  box_bottom REAL,
  shape TEXT,
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE flowchart_edges (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  "from" TEXT NOT NULL,
  "to" TEXT NOT NULL,
  directed INTEGER NOT NULL,
  label TEXT,
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE vote (
  record TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  item TEXT,
  method TEXT,
  yes_means TEXT,
  no_means TEXT,
  yes INTEGER,
  no INTEGER,
  abstained INTEGER,
  verified INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE vote_yes_names (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE vote_no_names (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE vote_abstained_names (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE yrkande (
  record TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  item TEXT,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE yrkande_by (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE reservation (
  record TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  item TEXT,
  text TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE reservation_by (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance (
  record TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  party TEXT,
  role TEXT,
  "group" TEXT,
  replaces TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE minutes_paragraph (
  record TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
  number TEXT NOT NULL,
  title TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE minutes_paragraph_case_numbers (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  raw TEXT,
  normal TEXT NOT NULL,
  authority TEXT,
  year INTEGER,
  serial INTEGER,
  classification TEXT,
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX signature_name ON signature (name);
CREATE INDEX reference_normal ON reference (normal);
CREATE INDEX date_record_iso ON date_record (iso);
