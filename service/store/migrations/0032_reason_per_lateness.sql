-- A refusal after its month and a decision after its last day are two latenesses, each with a reason of its own.
-- What was recorded before did not say which: it goes on explaining both, as a reason for the term does.
ALTER TABLE late_decision RENAME TO late_decision_before;
CREATE TABLE late_decision (
  request_id TEXT NOT NULL REFERENCES privacy_request(id), explains TEXT NOT NULL CHECK (explains IN ('term','refusal')),
  reason TEXT NOT NULL, recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL, cause TEXT NOT NULL DEFAULT 'other',
  PRIMARY KEY (request_id, explains));
INSERT INTO late_decision (request_id, explains, reason, recorded_by, recorded_at, cause)
  SELECT request_id, 'term', reason, recorded_by, recorded_at, cause FROM late_decision_before;
DROP TABLE late_decision_before;
