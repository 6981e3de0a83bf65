-- What somebody asked, once. Each right towards each controller is a part of it: a privacy_request with its own clock,
-- decision, signature and letters. Basis: Convenant art. 5.2; Privacyprotocol art. 9.1
CREATE TABLE application (
  id TEXT PRIMARY KEY, reference TEXT NOT NULL UNIQUE, household_id TEXT NOT NULL REFERENCES household(id), requester_id TEXT NOT NULL,
  received_on TEXT NOT NULL, asked TEXT NOT NULL DEFAULT '',
  contact_partner TEXT NOT NULL DEFAULT '',  -- where it came in; empty: the region's desk, for all partners
  created_by TEXT NOT NULL, created_at TEXT NOT NULL);
CREATE INDEX application_of_household ON application(household_id);
INSERT INTO application (id, reference, household_id, requester_id, received_on, asked, created_by, created_at)
  SELECT id, reference, household_id, requester_id, received_on, remarks, created_by, created_at FROM privacy_request;

ALTER TABLE privacy_request ADD COLUMN application_id TEXT REFERENCES application(id);
ALTER TABLE privacy_request ADD COLUMN partner_id TEXT NOT NULL DEFAULT '';  -- who decides; empty: several partners together
ALTER TABLE privacy_request ADD COLUMN reopens TEXT REFERENCES privacy_request(id);  -- decided anew: the part whose decision stays as it was
ALTER TABLE privacy_request ADD COLUMN reopened_why TEXT NOT NULL DEFAULT '';
UPDATE privacy_request SET application_id = id;
CREATE INDEX request_of_application ON privacy_request(application_id);
CREATE TABLE request_partner (  -- handled together, where not every partner of the household was chosen
  request_id TEXT NOT NULL REFERENCES privacy_request(id), partner_id TEXT NOT NULL REFERENCES partner(id), position INTEGER NOT NULL,
  PRIMARY KEY (request_id, partner_id));
CREATE TABLE application_letter (  -- of the application as a whole, as it went out
  id TEXT PRIMARY KEY, application_id TEXT NOT NULL REFERENCES application(id),
  kind TEXT NOT NULL CHECK (kind IN ('overview','transfer','transfer-partner')),
  request_id TEXT NOT NULL DEFAULT '', blob_id TEXT NOT NULL REFERENCES blob(id), made_by TEXT NOT NULL, made_at TEXT NOT NULL);
CREATE INDEX application_letter_of ON application_letter(application_id);

-- Whom somebody works for; empty: the region (its desk, the fixed contact person, who handles on mandate).
ALTER TABLE account ADD COLUMN partner_id TEXT NOT NULL DEFAULT '';
-- Where it stands that the region's people handle for a partner that has accounts of its own; empty: they do not.
ALTER TABLE partner ADD COLUMN mandate TEXT NOT NULL DEFAULT '';

-- Asked at the wrong desk: handed on to the controller whose data it is about.
CREATE TABLE transfer (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL UNIQUE REFERENCES privacy_request(id),
  to_partner TEXT NOT NULL DEFAULT '', to_name TEXT NOT NULL,  -- a partner; or the name of who is none
  reason TEXT NOT NULL, sent_on TEXT NOT NULL, new_request_id TEXT REFERENCES privacy_request(id),
  clock_from TEXT NOT NULL, clock_why TEXT NOT NULL, recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL);

-- After the decision: complaint, objection, petition, complaint to the supervisory authority. What happens to one, is added.
CREATE TABLE remedy_case (
  id TEXT PRIMARY KEY, application_id TEXT NOT NULL REFERENCES application(id), request_id TEXT NOT NULL REFERENCES privacy_request(id),
  partner_id TEXT NOT NULL REFERENCES partner(id),
  kind TEXT NOT NULL CHECK (kind IN ('own-complaint','objection','petition','authority-complaint')),
  received_on TEXT NOT NULL, their_reference TEXT NOT NULL DEFAULT '', about TEXT NOT NULL,
  letter_received_on TEXT, recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL);
CREATE INDEX remedy_case_of_application ON remedy_case(application_id);
CREATE TABLE remedy_partner (  -- concerned beside the one it was addressed to
  remedy_id TEXT NOT NULL REFERENCES remedy_case(id), partner_id TEXT NOT NULL REFERENCES partner(id), PRIMARY KEY (remedy_id, partner_id));
CREATE TABLE remedy_event (
  id TEXT PRIMARY KEY, remedy_id TEXT NOT NULL REFERENCES remedy_case(id),
  kind TEXT NOT NULL CHECK (kind IN ('coordinator','term','forwarded','outcome','reopened','note')),
  value TEXT NOT NULL DEFAULT '',  -- a partner, a day, an outcome, a request
  on_day TEXT NOT NULL, words TEXT NOT NULL, recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL);
CREATE INDEX remedy_event_of ON remedy_event(remedy_id);

-- A wrong release. Moments, because its terms run to the hour.
CREATE TABLE breach (
  id TEXT PRIMARY KEY, reference TEXT NOT NULL UNIQUE, request_id TEXT NOT NULL REFERENCES privacy_request(id),
  release_id TEXT REFERENCES release(id), happened_at TEXT NOT NULL, known_at TEXT NOT NULL, known_how TEXT NOT NULL, what TEXT NOT NULL,
  recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL);
CREATE INDEX breach_of_request ON breach(request_id);
CREATE TABLE breach_item (  -- what went out, as it stood in the package
  breach_id TEXT NOT NULL REFERENCES breach(id), position INTEGER NOT NULL, file TEXT NOT NULL, title TEXT NOT NULL, partner_id TEXT NOT NULL DEFAULT '',
  outcome TEXT NOT NULL DEFAULT '', pages INTEGER NOT NULL DEFAULT 0, sha256 TEXT NOT NULL DEFAULT '', sent_to TEXT NOT NULL, PRIMARY KEY (breach_id, position));
CREATE TABLE breach_partner (  -- controllers that must be told
  breach_id TEXT NOT NULL REFERENCES breach(id), partner_id TEXT NOT NULL REFERENCES partner(id), PRIMARY KEY (breach_id, partner_id));
CREATE TABLE breach_event (
  id TEXT PRIMARY KEY, breach_id TEXT NOT NULL REFERENCES breach(id),
  kind TEXT NOT NULL CHECK (kind IN ('risk','known-earlier','told-partner','told-authority','not-told-authority','told-person','not-told-persons','measure','closed')),
  value TEXT NOT NULL DEFAULT '',  -- a partner, a person, a risk, a moment
  at TEXT NOT NULL, words TEXT NOT NULL, recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL);
CREATE INDEX breach_event_of ON breach_event(breach_id);
