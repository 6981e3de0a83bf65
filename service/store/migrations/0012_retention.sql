-- What was typed about a case is sealed in the trail with the key of the case, so that destroying the key takes the words
-- and leaves the chain: the hash is over what is sealed. Empty: written before this, or about no case.
ALTER TABLE audit_entry ADD COLUMN sealed TEXT NOT NULL DEFAULT '';

-- Our copies are destroyed on a day that follows from a rule (templates/rules/retention.json). It may be put off, with a reason.
CREATE TABLE destruction_postponement (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), until_day TEXT NOT NULL, reason TEXT NOT NULL,
  postponed_by TEXT NOT NULL REFERENCES account(id), postponed_at TEXT NOT NULL);
CREATE INDEX destruction_postponement_of ON destruction_postponement(request_id);
-- The certificate; while it is made, the permission: 'erasing' stands only within the transaction that takes the rows away.
-- Holds nothing about the family: what, how many, when, by which rule.
CREATE TABLE destruction (
  request_id TEXT PRIMARY KEY REFERENCES privacy_request(id), household_id TEXT NOT NULL REFERENCES household(id),
  reference TEXT NOT NULL, whole_household INTEGER NOT NULL DEFAULT 0,  -- no other case needs the facts of the household
  state TEXT NOT NULL CHECK (state IN ('begun','erasing','erased','done')),
  planned_for TEXT NOT NULL, rule TEXT NOT NULL, because TEXT NOT NULL, planned_by TEXT NOT NULL, postponed INTEGER NOT NULL DEFAULT 0,
  what TEXT NOT NULL DEFAULT '{}',     -- JSON: how many rows, files, keys
  figures TEXT NOT NULL DEFAULT '{}',  -- JSON: what the overview still counts
  begun_at TEXT NOT NULL, done_at TEXT);
CREATE VIEW being_destroyed AS SELECT request_id, household_id, whole_household FROM destruction WHERE state = 'erasing';

-- What the overview can count of why a decision came late; the reason itself goes with the case.
ALTER TABLE late_decision ADD COLUMN cause TEXT NOT NULL DEFAULT 'other';

CREATE TABLE saved_view (
  id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES account(id), name TEXT NOT NULL, query TEXT NOT NULL,
  is_default INTEGER NOT NULL DEFAULT 0, saved_at TEXT NOT NULL, UNIQUE (account_id, name));
CREATE UNIQUE INDEX saved_view_default ON saved_view(account_id) WHERE is_default = 1;

-- A paragraph of a letter that a human wrote otherwise than Lakwerk. The latest by number holds; earlier ones stay.
CREATE TABLE letter_edit (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), partner_id TEXT NOT NULL DEFAULT '',
  letter TEXT NOT NULL, block TEXT NOT NULL, number INTEGER NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
  edited_by TEXT NOT NULL REFERENCES account(id), edited_at TEXT NOT NULL, UNIQUE (request_id, partner_id, letter, block, number));
CREATE TABLE partner_letter (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), partner_id TEXT NOT NULL REFERENCES partner(id),
  kind TEXT NOT NULL, due_day TEXT NOT NULL, blob_id TEXT NOT NULL REFERENCES blob(id), made_by TEXT NOT NULL REFERENCES account(id), made_at TEXT NOT NULL);
CREATE INDEX partner_letter_of ON partner_letter(request_id, partner_id);
