-- Partners that a destroyed part named nowhere, by id, with spaces around each; NULL: of a destruction before this was kept, so nobody is named.
ALTER TABLE destruction ADD COLUMN not_named TEXT;

-- Put aside because the requester does not let anyone know who asks. Proposed with reasons, decided by who signs the letter;
-- withdrawn when it becomes known after all, before the letter went out. Basis: AVG art. 12(2), 12(6); Awb art. 4:5
CREATE TABLE put_aside (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), why TEXT NOT NULL, asked TEXT NOT NULL,  -- asked: what was asked, how, by when
  proposed_by TEXT NOT NULL REFERENCES account(id), proposed_at TEXT NOT NULL,
  withdrawn_by TEXT NOT NULL DEFAULT '', withdrawn_at TEXT, withdrawn_why TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX put_aside_once ON put_aside(request_id) WHERE withdrawn_at IS NULL;

ALTER TABLE escalation ADD COLUMN mail_tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE escalation ADD COLUMN mail_after TEXT;  -- not tried again before; NULL: at once
