-- Days that a clock runs from and that no record of ours can tell: when the requester got the decision, when Veilig Thuis recorded
-- what it heard from somebody else, when it told the family. What was a mistake is withdrawn.
CREATE TABLE clock_day (
  id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES privacy_request(id), partner_id TEXT NOT NULL REFERENCES partner(id),
  kind TEXT NOT NULL CHECK (kind IN ('letter-received','recorded','inform-extended','family-told')),
  on_day TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL,
  withdrawn_at TEXT, withdrawn_by TEXT NOT NULL DEFAULT '', withdrawn_why TEXT NOT NULL DEFAULT '');
CREATE INDEX clock_day_of ON clock_day(request_id, on_day);

-- That a partner with people of its own lets the region handle for it: who decided so, from when, which document was seen.
CREATE TABLE partner_mandate (
  id TEXT PRIMARY KEY, partner_id TEXT NOT NULL REFERENCES partner(id), given_by TEXT NOT NULL, since_on TEXT NOT NULL, document TEXT NOT NULL,
  recorded_by TEXT NOT NULL, recorded_at TEXT NOT NULL,
  ended_on TEXT, ended_why TEXT NOT NULL DEFAULT '', ended_by TEXT NOT NULL DEFAULT '', ended_at TEXT);
CREATE INDEX partner_mandate_of ON partner_mandate(partner_id, since_on);
INSERT INTO partner_mandate (id, partner_id, given_by, since_on, document, recorded_by, recorded_at)
  SELECT id, id, 'onbekend: overgenomen uit een eerdere versie', CURRENT_DATE, mandate, '', CURRENT_DATE || 'T00:00:00Z' FROM partner WHERE mandate <> '';
ALTER TABLE partner DROP COLUMN mandate;
