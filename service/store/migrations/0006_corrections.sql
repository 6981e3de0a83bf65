-- What reviewers corrected in the dossier of a household: whom a mention names, whom a passage is about. The place is kept by
-- the document's own hash, so that it is found again where another request brings the same document.
CREATE TABLE correction (
  id TEXT PRIMARY KEY, household_id TEXT NOT NULL REFERENCES household(id), number INTEGER NOT NULL,
  request_id TEXT NOT NULL REFERENCES privacy_request(id), fragment_id TEXT NOT NULL REFERENCES fragment(id),  -- where it was made
  target TEXT NOT NULL CHECK (target IN ('mention','passage')), reach TEXT NOT NULL CHECK (reach IN ('place','everywhere')),
  document_sha256 TEXT NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL,
  form TEXT NOT NULL DEFAULT '',          -- mention: its words
  from_person TEXT NOT NULL DEFAULT '',   -- mention: whom Lakwerk took it for; empty: nobody known
  to_people TEXT NOT NULL,                -- JSON list; empty: not known who
  reason TEXT NOT NULL, made_by TEXT NOT NULL REFERENCES account(id), made_at TEXT NOT NULL,
  withdrawn_by TEXT NOT NULL DEFAULT '', withdrawn_at TEXT, withdrawn_why TEXT NOT NULL DEFAULT '',
  UNIQUE (household_id, number));

-- A proposal that a correction made another: which one, and what was proposed without it (empty: none did).
ALTER TABLE proposal ADD COLUMN correction_id TEXT NOT NULL DEFAULT '';
ALTER TABLE proposal ADD COLUMN uncorrected TEXT NOT NULL DEFAULT '' CHECK (uncorrected IN ('','release','judge','redact'));
