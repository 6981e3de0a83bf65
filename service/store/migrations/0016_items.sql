-- The points of a request under one of the five rights besides access, as the requester puts them. A point is withdrawn, never rewritten.
CREATE TABLE request_item (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), number INTEGER NOT NULL,  -- 1, 2, … within the request
  what TEXT NOT NULL, place TEXT NOT NULL DEFAULT '', wish TEXT NOT NULL DEFAULT '',  -- where in the file; how it should become
  about TEXT NOT NULL DEFAULT '',  -- person id; empty: the requester
  added_by TEXT NOT NULL REFERENCES account(id), added_at TEXT NOT NULL,
  withdrawn_at TEXT, withdrawn_by TEXT NOT NULL DEFAULT '', withdrawn_why TEXT NOT NULL DEFAULT '', UNIQUE (request_id, number));
-- A human's decision on a point. The latest by `number` holds; earlier ones stay. `number` guards against two people at once.
CREATE TABLE item_decision (
  id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES request_item(id), number INTEGER NOT NULL, choice TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('granted','partly','refused','not-taken-up')), fields TEXT NOT NULL,  -- JSON, by name
  decided_by TEXT NOT NULL REFERENCES account(id), decided_at TEXT NOT NULL, UNIQUE (item_id, number));
CREATE TABLE work_order (  -- what the partner must do of a decision, until it says that it has
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), item_id TEXT NOT NULL REFERENCES request_item(id),
  partner_id TEXT NOT NULL REFERENCES partner(id),
  kind TEXT NOT NULL CHECK (kind IN ('correct','add-statement','erase','restrict','lift','stop-use','stop-sharing','tell-recipients')),
  due_on TEXT NOT NULL, ordered_by TEXT NOT NULL DEFAULT '', ordered_at TEXT NOT NULL,
  confirmed_on TEXT, confirmed_by TEXT NOT NULL DEFAULT '',  -- who at the partner says so
  recorded_by TEXT NOT NULL DEFAULT '', recorded_at TEXT, note TEXT NOT NULL DEFAULT '', UNIQUE (item_id, kind));
CREATE INDEX work_order_open ON work_order(request_id, confirmed_on);
CREATE TABLE recipient_notice (  -- who got the data must hear of the change, or it is written why that cannot be
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), item_id TEXT NOT NULL REFERENCES request_item(id),
  recipient TEXT NOT NULL, made_at TEXT NOT NULL, told_on TEXT, how TEXT NOT NULL DEFAULT '', impossible_why TEXT NOT NULL DEFAULT '',
  recorded_by TEXT NOT NULL DEFAULT '', recorded_at TEXT, UNIQUE (item_id, recipient));

-- In which form an access request is answered. The latest by `number` holds; none: with documents.
CREATE TABLE answer_form (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), number INTEGER NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('documents','processing','inspection')), why TEXT NOT NULL,
  chosen_by TEXT NOT NULL REFERENCES account(id), chosen_at TEXT NOT NULL, UNIQUE (request_id, number));
CREATE TABLE inspection (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), partner_id TEXT NOT NULL REFERENCES partner(id),
  day TEXT NOT NULL, time TEXT NOT NULL, place TEXT NOT NULL, planned_by TEXT NOT NULL REFERENCES account(id), planned_at TEXT NOT NULL,
  held_on TEXT, present TEXT NOT NULL DEFAULT '', shown TEXT NOT NULL DEFAULT '', recorded_by TEXT NOT NULL DEFAULT '', recorded_at TEXT,
  cancelled_why TEXT NOT NULL DEFAULT '', cancelled_by TEXT NOT NULL DEFAULT '', cancelled_at TEXT);
CREATE TABLE excessive_claim (  -- manifestly unfounded or excessive: proposed by one, confirmed by another
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id),
  kind TEXT NOT NULL CHECK (kind IN ('unfounded','repeated')), why TEXT NOT NULL, earlier TEXT NOT NULL DEFAULT '', offered TEXT NOT NULL,
  proposed_by TEXT NOT NULL REFERENCES account(id), proposed_at TEXT NOT NULL,
  confirmed_by TEXT NOT NULL DEFAULT '', confirmed_at TEXT,
  rejected_by TEXT NOT NULL DEFAULT '', rejected_at TEXT, rejected_why TEXT NOT NULL DEFAULT '');
CREATE UNIQUE INDEX excessive_claim_once ON excessive_claim(request_id) WHERE rejected_at IS NULL;

-- What a partner does with data, as it tells every requester. The latest by `number` holds; earlier ones stay.
CREATE TABLE partner_register (
  partner_id TEXT NOT NULL REFERENCES partner(id), number INTEGER NOT NULL, fields TEXT NOT NULL,  -- JSON, by language and name
  changed_by TEXT NOT NULL REFERENCES account(id), changed_at TEXT NOT NULL, PRIMARY KEY (partner_id, number));
