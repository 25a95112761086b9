-- What an export would have written when it was last asked for changes: `diarium export --since`.
CREATE TABLE IF NOT EXISTS change (
  key TEXT PRIMARY KEY,       -- id; of a source "ID\nPATH", since a file may lie in several places
  kind TEXT NOT NULL,
  sequence INTEGER NOT NULL,  -- of the newest change of this line
  digest TEXT                 -- sha256 of the line; null: it is gone
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS change_sequence ON change (sequence);
