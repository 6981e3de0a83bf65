-- Who an unknown person is within a request, so that one decision can reach every place where they are named.
ALTER TABLE proposal ADD COLUMN likeness TEXT NOT NULL DEFAULT '';
