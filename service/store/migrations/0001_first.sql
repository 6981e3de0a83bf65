-- The first schema. One text for SQLite and PostgreSQL: moments are ISO 8601 UTC text, dates YYYY-MM-DD, booleans 0/1,
-- ids are text made by the service. Bytes of fragments, pages and packages are not here: they lie encrypted in files.
-- What only one engine understands (triggers) stands in files with the engine's name: 0002_guards.sqlite.sql.

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE account (
  id TEXT PRIMARY KEY, login TEXT NOT NULL UNIQUE, display_name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('front-desk','professional','privacy-officer','administrator')),
  password_hash TEXT NOT NULL, email TEXT NOT NULL DEFAULT '', active INTEGER NOT NULL DEFAULT 1,
  single_keys INTEGER NOT NULL DEFAULT 1, language TEXT NOT NULL DEFAULT 'nl',
  failed_attempts INTEGER NOT NULL DEFAULT 0, locked_until TEXT, created_at TEXT NOT NULL);

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES account(id), csrf_token TEXT NOT NULL,
  created_at TEXT NOT NULL, last_seen_at TEXT NOT NULL, expires_at TEXT NOT NULL);

CREATE TABLE draft (  -- what was typed and not yet sent; survives an expired session
  account_id TEXT NOT NULL REFERENCES account(id), form TEXT NOT NULL, body TEXT NOT NULL, saved_at TEXT NOT NULL,
  PRIMARY KEY (account_id, form));

CREATE TABLE partner (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, public_body INTEGER NOT NULL,
  legal_form TEXT NOT NULL DEFAULT '', deciding_organ TEXT NOT NULL DEFAULT '', contested INTEGER NOT NULL DEFAULT 0,
  address TEXT NOT NULL DEFAULT '', contact TEXT NOT NULL DEFAULT '', own_term_days INTEGER,
  connector TEXT NOT NULL DEFAULT '', connector_settings TEXT NOT NULL DEFAULT '{}', active INTEGER NOT NULL DEFAULT 1);

CREATE TABLE extra_holiday (day TEXT PRIMARY KEY, name TEXT NOT NULL);

-- The household. A fact is one person, relation, authority, protection or consent, as JSON in the format of case.json;
-- changing one closes the old row and adds a new one, so that every earlier state can be told.
CREATE TABLE household (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reference_date TEXT, investigation_open INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, created_by TEXT NOT NULL);
CREATE TABLE household_partner (
  household_id TEXT NOT NULL REFERENCES household(id), partner_id TEXT NOT NULL REFERENCES partner(id),
  position INTEGER NOT NULL, case_numbers TEXT NOT NULL DEFAULT '[]', PRIMARY KEY (household_id, partner_id));
CREATE TABLE household_fact (  -- holds for the household's versions from_version up to (not including) until_version
  id TEXT PRIMARY KEY, household_id TEXT NOT NULL REFERENCES household(id),
  kind TEXT NOT NULL CHECK (kind IN ('person','relation','authority','protection','consent')),
  position INTEGER NOT NULL, body TEXT NOT NULL,
  recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL, from_version INTEGER NOT NULL,
  closed_at TEXT, closed_by TEXT NOT NULL DEFAULT '', replaced_by TEXT NOT NULL DEFAULT '', until_version INTEGER);
CREATE INDEX household_fact_open ON household_fact(household_id, kind, position);
CREATE TABLE household_search (  -- folded: without accents and capitals, for LIKE
  household_id TEXT NOT NULL REFERENCES household(id), what TEXT NOT NULL CHECK (what IN ('title','name','number')),
  person_id TEXT NOT NULL DEFAULT '', shown TEXT NOT NULL, folded TEXT NOT NULL);
CREATE INDEX household_search_of ON household_search(household_id);

CREATE TABLE assignment (
  household_id TEXT NOT NULL REFERENCES household(id), account_id TEXT NOT NULL REFERENCES account(id),
  assigned_by TEXT NOT NULL, assigned_at TEXT NOT NULL, PRIMARY KEY (household_id, account_id));
CREATE TABLE conflict_of_interest (
  household_id TEXT NOT NULL REFERENCES household(id), account_id TEXT NOT NULL REFERENCES account(id),
  why TEXT NOT NULL, recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL, PRIMARY KEY (household_id, account_id));
CREATE TABLE emergency_access (
  id TEXT PRIMARY KEY, household_id TEXT NOT NULL REFERENCES household(id), account_id TEXT NOT NULL REFERENCES account(id),
  reason TEXT NOT NULL, opened_at TEXT NOT NULL, expires_at TEXT NOT NULL, seen_by TEXT NOT NULL DEFAULT '', seen_at TEXT);

-- One key per request, wrapped by the master key, in hex. The id is the request's; empty `wrapped`: destroyed.
CREATE TABLE request_key (id TEXT PRIMARY KEY, wrapped TEXT NOT NULL, destroyed_at TEXT);
CREATE TABLE blob (
  id TEXT PRIMARY KEY, key_id TEXT NOT NULL REFERENCES request_key(id), size BIGINT NOT NULL, created_at TEXT NOT NULL);

CREATE TABLE privacy_request (
  id TEXT PRIMARY KEY, reference TEXT NOT NULL UNIQUE, household_id TEXT NOT NULL REFERENCES household(id),
  right_asked TEXT NOT NULL, requester_id TEXT NOT NULL, capacity TEXT NOT NULL, addressed_to TEXT NOT NULL,
  received_on TEXT NOT NULL, channel TEXT NOT NULL,
  identity_method TEXT NOT NULL, identity_by TEXT NOT NULL, identity_on TEXT, identity_note TEXT NOT NULL DEFAULT '',
  remarks TEXT NOT NULL DEFAULT '', language TEXT NOT NULL DEFAULT 'nl',
  step TEXT NOT NULL CHECK (step IN ('logged','collecting','reading','review','sign-off','packaging','released','closed')),
  rules_version TEXT NOT NULL DEFAULT '', household_version INTEGER NOT NULL DEFAULT 0, version INTEGER NOT NULL DEFAULT 1,
  letter_blob TEXT REFERENCES blob(id), created_by TEXT NOT NULL, created_at TEXT NOT NULL, closed_at TEXT);
CREATE TABLE request_subject (
  request_id TEXT NOT NULL REFERENCES privacy_request(id), person_id TEXT NOT NULL, position INTEGER NOT NULL,
  PRIMARY KEY (request_id, person_id));
CREATE TABLE suspension (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), lawful_ground TEXT NOT NULL,
  from_day TEXT NOT NULL, until_day TEXT, reason TEXT NOT NULL, recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL);
CREATE TABLE extension (
  request_id TEXT PRIMARY KEY REFERENCES privacy_request(id), told_on TEXT NOT NULL, reason TEXT NOT NULL,
  recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL);

CREATE TABLE collection (
  request_id TEXT NOT NULL REFERENCES privacy_request(id), partner_id TEXT NOT NULL REFERENCES partner(id),
  state TEXT NOT NULL CHECK (state IN ('waiting','asking','retrying','done','needs-someone','cancelled')),
  position INTEGER NOT NULL, answer TEXT NOT NULL DEFAULT '', explanation TEXT NOT NULL DEFAULT '',
  searched TEXT NOT NULL DEFAULT '{}',  -- JSON: where, with what, what was missing
  expected INTEGER NOT NULL DEFAULT 0, delivered INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0,
  who_must_act TEXT NOT NULL DEFAULT '', next_attempt_at TEXT, asked_at TEXT, asked_by TEXT NOT NULL DEFAULT '',
  answered_at TEXT, PRIMARY KEY (request_id, partner_id));

CREATE TABLE fragment (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), partner_id TEXT NOT NULL REFERENCES partner(id),
  number INTEGER NOT NULL,  -- 1, 2, … within the request: what people call it
  external_id TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL DEFAULT '', author TEXT NOT NULL DEFAULT '',
  document_date TEXT, file_name TEXT NOT NULL, media_type TEXT NOT NULL DEFAULT '', origin TEXT NOT NULL DEFAULT '',
  confidentiality TEXT NOT NULL DEFAULT '', sha256 TEXT NOT NULL, size BIGINT NOT NULL,
  source_blob TEXT NOT NULL REFERENCES blob(id), model_blob TEXT REFERENCES blob(id),
  layout TEXT NOT NULL DEFAULT '', page_count INTEGER NOT NULL DEFAULT 0, pages_read INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL CHECK (state IN ('fetched','reading','read','needs-human','withheld-whole','by-hand')),
  doubt TEXT NOT NULL DEFAULT '', parent_id TEXT REFERENCES fragment(id), duplicate_of TEXT REFERENCES fragment(id),
  added_by TEXT NOT NULL DEFAULT '', added_reason TEXT NOT NULL DEFAULT '', created_at TEXT NOT NULL,
  UNIQUE (request_id, partner_id, external_id));
CREATE TABLE page_image (
  fragment_id TEXT NOT NULL REFERENCES fragment(id), page INTEGER NOT NULL, blob_id TEXT NOT NULL REFERENCES blob(id),
  width INTEGER NOT NULL, height INTEGER NOT NULL, PRIMARY KEY (fragment_id, page));

-- Offsets are code points in the fragment's text. A proposal made by hand has origin 'human'.
CREATE TABLE proposal (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), fragment_id TEXT NOT NULL REFERENCES fragment(id),
  origin TEXT NOT NULL CHECK (origin IN ('engine','human')), scope TEXT NOT NULL CHECK (scope IN ('span','passage')),
  start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, page INTEGER, box TEXT,
  decision TEXT NOT NULL CHECK (decision IN ('release','judge','redact')), ground TEXT NOT NULL DEFAULT '',
  rule TEXT NOT NULL DEFAULT '', subject TEXT, kind TEXT, why TEXT NOT NULL, certainty DOUBLE PRECISION NOT NULL DEFAULT 1,
  rules_version TEXT NOT NULL, run INTEGER NOT NULL, added_by TEXT NOT NULL DEFAULT '',
  replaced INTEGER NOT NULL DEFAULT 0);
CREATE INDEX proposal_open ON proposal(fragment_id, replaced, start_at);
CREATE INDEX proposal_of_request ON proposal(request_id, replaced);

-- A human's decision. The latest by `number` holds; earlier ones stay. `number` guards against two people at once.
CREATE TABLE ruling (
  id TEXT PRIMARY KEY, proposal_id TEXT NOT NULL REFERENCES proposal(id), number INTEGER NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('release','redact','withdrawn')), ground TEXT NOT NULL DEFAULT '',
  subject TEXT, kind TEXT, reason TEXT NOT NULL DEFAULT '', batch TEXT NOT NULL DEFAULT '', decided_by TEXT NOT NULL REFERENCES account(id),
  decided_at TEXT NOT NULL, UNIQUE (proposal_id, number));
CREATE TABLE safety_lift (  -- withholding on ground safety falls only by two people
  proposal_id TEXT NOT NULL REFERENCES proposal(id), account_id TEXT NOT NULL REFERENCES account(id),
  reason TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (proposal_id, account_id));

CREATE TABLE review (
  request_id TEXT PRIMARY KEY REFERENCES privacy_request(id), finished_by TEXT NOT NULL, finished_at TEXT NOT NULL);
CREATE TABLE remark (  -- what the privacy officer sends back with
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), proposal_id TEXT REFERENCES proposal(id), text TEXT NOT NULL,
  by_account TEXT NOT NULL, at TEXT NOT NULL, settled_at TEXT);
CREATE TABLE sign_off (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), package_hash TEXT NOT NULL,
  signed_by TEXT NOT NULL REFERENCES account(id), signed_at TEXT NOT NULL, voided_at TEXT, voided_why TEXT NOT NULL DEFAULT '');
-- At most one stands. Four eyes, held by the store: who decided or finished the review cannot sign (0002_guards).
CREATE UNIQUE INDEX sign_off_standing ON sign_off(request_id) WHERE voided_at IS NULL;
CREATE TABLE release (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), package_hash TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('built','refused','signed','released','void')),
  package_blob TEXT REFERENCES blob(id), verification TEXT NOT NULL DEFAULT '{}', contents TEXT NOT NULL DEFAULT '{}',
  built_at TEXT NOT NULL, released_at TEXT, released_by TEXT NOT NULL DEFAULT '', sent_to TEXT NOT NULL DEFAULT '');
CREATE TABLE letter (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), partner_id TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL, language TEXT NOT NULL, fields TEXT NOT NULL, blob_id TEXT REFERENCES blob(id),
  changed_by TEXT NOT NULL, changed_at TEXT NOT NULL, UNIQUE (request_id, partner_id, kind));

CREATE TABLE job (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, payload TEXT NOT NULL DEFAULT '{}',
  request_id TEXT NOT NULL DEFAULT '', again INTEGER NOT NULL DEFAULT 0,  -- again: asked for once more while it ran
  state TEXT NOT NULL CHECK (state IN ('ready','running','done','failed','cancelled')),
  attempts INTEGER NOT NULL DEFAULT 0, run_after TEXT NOT NULL, claimed_by TEXT NOT NULL DEFAULT '', claimed_at TEXT, error TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL, finished_at TEXT);
CREATE UNIQUE INDEX job_once ON job(kind, subject) WHERE state IN ('ready','running');
CREATE INDEX job_due ON job(state, run_after);
CREATE INDEX job_of_request ON job(request_id);

-- Hash-chained: hash = SHA-256 over the previous hash and every field of this row, in order.
CREATE TABLE audit_entry (
  number BIGINT PRIMARY KEY, at TEXT NOT NULL, account_id TEXT NOT NULL, role TEXT NOT NULL, action TEXT NOT NULL,
  household_id TEXT NOT NULL DEFAULT '', request_id TEXT NOT NULL DEFAULT '', on_person TEXT NOT NULL DEFAULT '',
  why TEXT NOT NULL DEFAULT '', details TEXT NOT NULL DEFAULT '{}', previous_hash TEXT NOT NULL, hash TEXT NOT NULL);
CREATE INDEX audit_of_request ON audit_entry(request_id, number);
CREATE INDEX audit_of_household ON audit_entry(household_id, number);
CREATE INDEX audit_of_account ON audit_entry(account_id, number);
