-- What records tell beside the rest: periods of clauses, what an impossible or yearless date may mean, when somebody
-- was at a meeting, and how a vote was decided.
CREATE TABLE beslutssats_periods (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,        -- ISO 8601: "2021/2024"
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE date_record_candidates (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (record, ordinal)
) STRICT, WITHOUT ROWID;

ALTER TABLE attendance ADD COLUMN presence TEXT;  -- as printed; null: all the time
ALTER TABLE attendance ADD COLUMN item TEXT;
ALTER TABLE vote ADD COLUMN outcome TEXT;         -- 'yes', 'no'
ALTER TABLE vote ADD COLUMN decided_by TEXT;      -- 'majority', 'casting_vote', 'minority'

DROP VIEW v_vote;
CREATE VIEW v_vote AS
SELECT r.id, o.item, o.method, o.yes_means, o.no_means, o.yes, o.no, o.abstained,
  (SELECT group_concat(value, '; ') FROM (SELECT value FROM vote_yes_names
     WHERE record = r.id ORDER BY ordinal)) AS yes_names,
  (SELECT group_concat(value, '; ') FROM (SELECT value FROM vote_no_names
     WHERE record = r.id ORDER BY ordinal)) AS no_names,
  (SELECT group_concat(value, '; ') FROM (SELECT value FROM vote_abstained_names
     WHERE record = r.id ORDER BY ordinal)) AS abstained_names,
  o.verified, r.page, r.rule, r.confidence,
  r.document, v.document_kind, v.title, v.body, v.date, v.meeting_date, v.case_number, v.path,
  o.outcome, o.decided_by
FROM vote o JOIN record r ON r.id = o.record JOIN v_document v ON v.id = r.document;
