-- Seals are taken over the names and values that are there, so that they outlive new columns; older ones were not.
DELETE FROM seal;
