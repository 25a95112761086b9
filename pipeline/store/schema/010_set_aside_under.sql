-- Under which program and settings a file was set aside: under others it is tried once more.
ALTER TABLE source ADD COLUMN set_aside_under TEXT;

-- What a seal covers was changed by the migration before; those taken earlier say nothing.
DELETE FROM seal;
