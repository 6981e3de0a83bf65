-- A partner that no longer lets others handle its part together with theirs: it takes no part in it any more, and what it
-- delivered here is read, proposed and released no more. Its own part of the application is a request of its own.
CREATE TABLE left_together (
  request_id TEXT NOT NULL REFERENCES privacy_request(id), partner_id TEXT NOT NULL REFERENCES partner(id),
  why TEXT NOT NULL, left_by TEXT NOT NULL, left_at TEXT NOT NULL, PRIMARY KEY (request_id, partner_id));
