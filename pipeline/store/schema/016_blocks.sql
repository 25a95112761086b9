-- The words of a length in blocks (pipeline/store/word_blocks.h), looked through for what is spelled alike. They are
-- written with the words, which are written with the index. Some archives of the version before have them already.
CREATE TABLE IF NOT EXISTS word_block (
  letters INTEGER NOT NULL,
  number INTEGER NOT NULL,
  words INTEGER NOT NULL,
  block BLOB NOT NULL,
  PRIMARY KEY (letters, number)
) STRICT;
DELETE FROM word WHERE NOT EXISTS (SELECT 1 FROM word_block);

-- The facts of passages in blocks (pipeline/store/fact_blocks.h), by which many hits are counted and sorted. They are
-- written with the index.
CREATE TABLE fact_block (
  number INTEGER PRIMARY KEY,
  facts BLOB NOT NULL
) STRICT;
DELETE FROM analyser;
