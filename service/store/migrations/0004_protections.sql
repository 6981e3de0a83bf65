-- Less protection takes two people, each with a reason; and partners whose name alone tells where someone stays.
CREATE TABLE weakening (
  id TEXT PRIMARY KEY, household_id TEXT NOT NULL REFERENCES household(id),
  fact_id TEXT NOT NULL DEFAULT '',  -- empty: a new consent
  kind TEXT NOT NULL, before TEXT NOT NULL DEFAULT '', after TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('open','confirmed','dropped')), made_fact TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL, proposed_by TEXT NOT NULL REFERENCES account(id), proposed_at TEXT NOT NULL,
  settled_reason TEXT NOT NULL DEFAULT '', settled_by TEXT NOT NULL DEFAULT '', settled_at TEXT);
CREATE INDEX weakening_of ON weakening(household_id, state);
CREATE UNIQUE INDEX weakening_once ON weakening(fact_id) WHERE state = 'open' AND fact_id <> '';

ALTER TABLE partner ADD COLUMN reveals_place INTEGER NOT NULL DEFAULT 0;

-- Who signs the partner's letters.
ALTER TABLE partner ADD COLUMN signer TEXT NOT NULL DEFAULT '';
ALTER TABLE partner ADD COLUMN signer_function TEXT NOT NULL DEFAULT '';
