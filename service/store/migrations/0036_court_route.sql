-- Which way to the court: empty is a petition (UAVG art. 35). appeal: of a decision on an objection (Awb 8:1); higher-appeal: of
-- what a court decided (Awb 8:104; Rv 358).
ALTER TABLE remedy_case ADD COLUMN court_route TEXT NOT NULL DEFAULT '' CHECK (court_route IN ('','appeal','higher-appeal'));
