-- What stops or lengthens a term is history: what was a mistake is withdrawn, never erased.
ALTER TABLE suspension ADD COLUMN question TEXT NOT NULL DEFAULT '';  -- as the requester reads it
ALTER TABLE suspension ADD COLUMN documents INTEGER NOT NULL DEFAULT 0;  -- about how many it concerns, where the ground asks
ALTER TABLE suspension ADD COLUMN late_why TEXT NOT NULL DEFAULT '';  -- why it was not asked at once
ALTER TABLE suspension ADD COLUMN letter_blob TEXT REFERENCES blob(id);  -- none: asked in another way
ALTER TABLE suspension ADD COLUMN answer TEXT NOT NULL DEFAULT '';
ALTER TABLE suspension ADD COLUMN withdrawn_at TEXT;
ALTER TABLE suspension ADD COLUMN withdrawn_by TEXT NOT NULL DEFAULT '';
ALTER TABLE suspension ADD COLUMN withdrawn_why TEXT NOT NULL DEFAULT '';
CREATE INDEX suspension_of_request ON suspension(request_id, from_day);

CREATE TABLE term_extension (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), told_on TEXT NOT NULL, reason TEXT NOT NULL,
  letter_blob TEXT REFERENCES blob(id), recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL,
  withdrawn_at TEXT, withdrawn_by TEXT NOT NULL DEFAULT '', withdrawn_why TEXT NOT NULL DEFAULT '');
INSERT INTO term_extension (id, request_id, told_on, reason, recorded_by, recorded_at)
  SELECT request_id, request_id, told_on, reason, recorded_by, recorded_at FROM extension;
DROP TABLE extension;
CREATE UNIQUE INDEX term_extension_once ON term_extension(request_id) WHERE withdrawn_at IS NULL;

-- What someone must know of their own cases: shown on the worklist until seen. No names of people.
CREATE TABLE notice (
  id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES account(id), request_id TEXT REFERENCES privacy_request(id),
  kind TEXT NOT NULL, words TEXT NOT NULL, made_at TEXT NOT NULL, seen_at TEXT);
CREATE INDEX notice_of_account ON notice(account_id, seen_at);

-- A milestone that slipped was told to this person, once for each day it was planned on.
CREATE TABLE escalation (
  request_id TEXT NOT NULL REFERENCES privacy_request(id), milestone TEXT NOT NULL, by_day TEXT NOT NULL, level INTEGER NOT NULL,
  account_id TEXT NOT NULL REFERENCES account(id), at TEXT NOT NULL,
  mail TEXT NOT NULL CHECK (mail IN ('none','waiting','sent','failed')), mail_error TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (request_id, milestone, by_day, level, account_id));

CREATE TABLE late_decision (
  request_id TEXT PRIMARY KEY REFERENCES privacy_request(id), reason TEXT NOT NULL, recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL);
CREATE TABLE default_notice (  -- the requester's letter that a public body is late
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), partner_id TEXT NOT NULL REFERENCES partner(id),
  received_on TEXT NOT NULL, recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL);
CREATE INDEX default_notice_of_request ON default_notice(request_id);
