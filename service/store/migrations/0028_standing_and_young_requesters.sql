-- Which way against its decisions stands open follows from a partner's kind and legal form; why a region holds otherwise.
ALTER TABLE partner ADD COLUMN standing_why TEXT NOT NULL DEFAULT '';
-- A child under 12 that asks itself: told who may ask for it, or given it all the same; the last one holds.
CREATE TABLE young_requester (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), number INTEGER NOT NULL,
  choice TEXT NOT NULL CHECK (choice IN ('representative','to-child')), why TEXT NOT NULL,
  decided_by TEXT NOT NULL REFERENCES account(id), decided_at TEXT NOT NULL, UNIQUE (request_id, number));
