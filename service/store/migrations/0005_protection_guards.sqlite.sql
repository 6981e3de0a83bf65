-- Less protection than before takes two people, whatever the code does. Basis: domain rule R13: no single person may
-- overrule it. fact_weakens() is the service's own rule (sqlite/connection.cpp gives it).

CREATE TRIGGER weakening_begins BEFORE INSERT ON weakening
WHEN NEW.state <> 'open' OR trim(NEW.reason) = '' OR NEW.settled_by <> '' OR NEW.made_fact <> ''
BEGIN SELECT RAISE(ABORT, 'regel: minder bescherming begint als voorstel, met een reden'); END;
CREATE TRIGGER weakening_two BEFORE UPDATE OF state ON weakening
WHEN NEW.state = 'confirmed' AND (NEW.settled_by = OLD.proposed_by OR trim(NEW.settled_reason) = '')
BEGIN SELECT RAISE(ABORT, 'regel: een tweede persoon moet dit bevestigen, met een reden'); END;
CREATE TRIGGER weakening_right BEFORE UPDATE OF state ON weakening
WHEN NEW.state = 'confirmed' AND (NOT EXISTS (SELECT 1 FROM account WHERE id = NEW.settled_by AND active = 1 AND role IN ('professional', 'privacy-officer'))
  OR EXISTS (SELECT 1 FROM conflict_of_interest WHERE household_id = OLD.household_id AND account_id IN (NEW.settled_by, OLD.proposed_by)))
BEGIN SELECT RAISE(ABORT, 'regel: alleen een professional of privacy officer zonder belangenconflict bevestigt dit'); END;
CREATE TRIGGER weakening_settled BEFORE UPDATE ON weakening WHEN OLD.state <> 'open'
BEGIN SELECT RAISE(ABORT, 'regel: hierover is al beslist'); END;
CREATE TRIGGER weakening_same
BEFORE UPDATE OF id, household_id, fact_id, kind, before, after, reason, proposed_by, proposed_at ON weakening
BEGIN SELECT RAISE(ABORT, 'regel: een voorstel wordt niet gewijzigd'); END;
CREATE TRIGGER weakening_no_delete BEFORE DELETE ON weakening
BEGIN SELECT RAISE(ABORT, 'regel: een voorstel wordt niet verwijderd'); END;

CREATE TRIGGER fact_history BEFORE UPDATE ON household_fact
WHEN OLD.closed_at IS NOT NULL OR NEW.body <> OLD.body OR NEW.kind <> OLD.kind OR NEW.household_id <> OLD.household_id OR NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'regel: een feit wordt niet gewijzigd maar opgevolgd'); END;
CREATE TRIGGER fact_no_delete BEFORE DELETE ON household_fact
BEGIN SELECT RAISE(ABORT, 'regel: een feit wordt niet verwijderd'); END;
CREATE TRIGGER fact_weaker BEFORE UPDATE OF closed_at, replaced_by, until_version ON household_fact
WHEN (fact_weakens(OLD.kind, OLD.body, coalesce((SELECT body FROM household_fact WHERE id = NEW.replaced_by AND kind = OLD.kind AND household_id = OLD.household_id), ''))
  OR (OLD.kind = 'person'
      AND json_extract(OLD.body, '$.id') IS NOT (SELECT json_extract(body, '$.id') FROM household_fact WHERE id = NEW.replaced_by AND kind = 'person' AND household_id = OLD.household_id)
      AND EXISTS (SELECT 1 FROM household_fact p WHERE p.household_id = OLD.household_id AND p.kind = 'protection' AND p.closed_at IS NULL
                  AND (json_extract(p.body, '$.person') = json_extract(OLD.body, '$.id')
                       OR EXISTS (SELECT 1 FROM json_each(p.body, '$.against') a WHERE a.value = json_extract(OLD.body, '$.id'))))))
  AND NOT EXISTS (SELECT 1 FROM weakening w WHERE w.fact_id = OLD.id AND w.state = 'confirmed' AND w.made_fact = NEW.replaced_by)
BEGIN SELECT RAISE(ABORT, 'regel: minder bescherming vraagt twee mensen, elk met een reden'); END;
CREATE TRIGGER consent_again BEFORE INSERT ON household_fact
WHEN NEW.kind = 'consent' AND NEW.from_version > 1
  AND coalesce(json_extract(NEW.body, '$.withdrawn') > substr(moment_now(), 1, 10), 1)
  AND EXISTS (SELECT 1 FROM household_fact c WHERE c.household_id = NEW.household_id AND c.kind = 'consent'
              AND json_extract(c.body, '$.person') = json_extract(NEW.body, '$.person') AND json_extract(c.body, '$.to') = json_extract(NEW.body, '$.to')
              AND json_extract(c.body, '$.withdrawn') IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM weakening w WHERE w.household_id = NEW.household_id AND w.state = 'confirmed' AND w.made_fact = NEW.id)
BEGIN SELECT RAISE(ABORT, 'regel: een toestemming na een intrekking vraagt twee mensen, elk met een reden'); END;
