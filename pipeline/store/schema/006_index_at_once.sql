-- Passages enter the index a source at a time: a trigger made FTS5 close a segment after each row, and half of the
-- work of storing was to merge them again.
DROP TRIGGER passage_inserted;
