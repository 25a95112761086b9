-- What the number of an item or a § was read as, where the running order of the list set it right.
ALTER TABLE agenda_item ADD COLUMN number_raw TEXT;
ALTER TABLE minutes_paragraph ADD COLUMN number_raw TEXT;
