-- Who asks for whom while time passes, how it was established who asks, the child's own view, and where something may be sent.
CREATE TABLE days_taken_up (  -- up to and with this day, what the calendar does to this request was taken up
  request_id TEXT PRIMARY KEY REFERENCES privacy_request(id), day TEXT NOT NULL);
CREATE TABLE asked_for (  -- whether the requester may ask for this person, as last worked out; why: a code
  request_id TEXT NOT NULL REFERENCES privacy_request(id), person_id TEXT NOT NULL, may INTEGER NOT NULL, why TEXT NOT NULL,
  PRIMARY KEY (request_id, person_id));
CREATE TABLE turning_point (  -- a birthday, or authority, consent or representation that began or ended while the request ran
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), person_id TEXT NOT NULL, kind TEXT NOT NULL,
  day TEXT NOT NULL, taken_up_at TEXT NOT NULL, UNIQUE (request_id, person_id, kind, day));
CREATE TABLE capacity_stop (  -- the requester may no longer ask for this person: nothing goes out until someone decides how to go on
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), person_id TEXT NOT NULL, why TEXT NOT NULL,
  since_day TEXT NOT NULL, made_at TEXT NOT NULL,
  settled_how TEXT NOT NULL DEFAULT '' CHECK (settled_how IN ('','own-data','may-again')),
  settled_why TEXT NOT NULL DEFAULT '', settled_by TEXT NOT NULL DEFAULT '', settled_at TEXT);
CREATE UNIQUE INDEX capacity_stop_once ON capacity_stop(request_id, person_id) WHERE settled_at IS NULL;

-- Never a copy, never the number of a document.
CREATE TABLE identity_check (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), method TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('established','in-doubt','refused')),
  seen_by TEXT NOT NULL DEFAULT '',     -- who saw or recognised the requester: a name
  partner_id TEXT NOT NULL DEFAULT '',  -- through which partner
  on_day TEXT, note TEXT NOT NULL DEFAULT '', recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL);
CREATE INDEX identity_check_of ON identity_check(request_id, recorded_at);
CREATE TABLE identity_code (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), code_hash TEXT NOT NULL,
  channel_kind TEXT NOT NULL, channel_words TEXT NOT NULL, made_by TEXT NOT NULL, made_at TEXT NOT NULL, valid_until TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0, closed_at TEXT, closed_how TEXT NOT NULL DEFAULT '' CHECK (closed_how IN ('','matched','tries','replaced','expired')));
CREATE UNIQUE INDEX identity_code_open ON identity_code(request_id) WHERE closed_at IS NULL;

-- What a child of 12 to 15 thinks of it; the last one holds. Never for the requester, in no letter.
CREATE TABLE child_view (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), child_id TEXT NOT NULL,
  asked TEXT NOT NULL CHECK (asked IN ('asked','not-safe','not-able','no-answer')), why TEXT NOT NULL DEFAULT '',
  on_day TEXT NOT NULL, answer TEXT NOT NULL DEFAULT '', weighed TEXT NOT NULL DEFAULT '',
  recorded_by TEXT NOT NULL REFERENCES account(id), recorded_at TEXT NOT NULL);
CREATE INDEX child_view_of ON child_view(request_id, child_id, recorded_at);
ALTER TABLE partner ADD COLUMN child_view TEXT NOT NULL DEFAULT '' CHECK (child_view IN ('','required','advised'));  -- empty: as the rules say for its kind

-- Where a person may be reached. place: how two writings of one address are known to be the same.
CREATE TABLE channel (
  id TEXT PRIMARY KEY, household_id TEXT NOT NULL REFERENCES household(id), person_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('post','email','phone','desk','lawyer')),
  addressee TEXT NOT NULL DEFAULT '', address TEXT NOT NULL DEFAULT '', place TEXT NOT NULL DEFAULT '',
  marks TEXT NOT NULL DEFAULT '',  -- ' shared-mailbox no-ring ', with spaces around each
  from_day TEXT NOT NULL, until_day TEXT, source TEXT NOT NULL, recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL,
  needs_second INTEGER NOT NULL DEFAULT 0,  -- it opens a place again that was closed by a mark before
  confirmed_by TEXT NOT NULL DEFAULT '', confirmed_at TEXT,
  ended_at TEXT, ended_by TEXT NOT NULL DEFAULT '', ended_why TEXT NOT NULL DEFAULT '');
CREATE INDEX channel_of ON channel(household_id, person_id);
ALTER TABLE release ADD COLUMN channel TEXT NOT NULL DEFAULT '';  -- desk, known-post, known-email, or the id of a channel
ALTER TABLE release ADD COLUMN place TEXT NOT NULL DEFAULT '';
