-- Under which rules a source was understood is no content of it: where that alone changes, its seal stays.
DROP TRIGGER seal_broken_by_source;
CREATE TRIGGER seal_broken_by_source
AFTER UPDATE OF id, sha256, bytes, media_type, pages, status, reason, message, attempts ON source BEGIN
  DELETE FROM seal WHERE source = new.id;
END;
