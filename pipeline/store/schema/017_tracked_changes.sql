-- Who made a change that a word processor tracked, and on which day.
ALTER TABLE amendment ADD COLUMN author TEXT;
ALTER TABLE amendment ADD COLUMN made_on TEXT;  -- "2024-05-14"
