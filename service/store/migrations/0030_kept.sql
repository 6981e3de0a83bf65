-- What outlives our copies of a case: the decision, the inventory, and the package where a partner wants it. Under a key of
-- its own, which goes on the day until which it is kept.
CREATE TABLE kept_file (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), kind TEXT NOT NULL, name TEXT NOT NULL,
  sha256 TEXT NOT NULL, blob_id TEXT NOT NULL REFERENCES blob(id), until_day TEXT NOT NULL, kept_at TEXT NOT NULL);
CREATE INDEX kept_file_of ON kept_file(request_id);
ALTER TABLE partner ADD COLUMN keeps_package INTEGER NOT NULL DEFAULT 0;
