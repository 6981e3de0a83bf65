-- A correction is history: it may be withdrawn, once, and is never changed. What it opens, a human decides.

CREATE TRIGGER correction_no_change
BEFORE UPDATE OF id, household_id, number, request_id, fragment_id, target, reach, document_sha256, start_at, end_at, form, from_person, to_people,
  reason, made_by, made_at ON correction
BEGIN SELECT RAISE(ABORT, 'regel: een verbetering wordt niet gewijzigd maar ingetrokken'); END;
CREATE TRIGGER correction_withdrawn_once BEFORE UPDATE ON correction
WHEN OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL OR NEW.withdrawn_by = '' OR trim(NEW.withdrawn_why) = ''
BEGIN SELECT RAISE(ABORT, 'regel: een verbetering wordt eenmaal ingetrokken, met een reden'); END;
CREATE TRIGGER correction_no_delete BEFORE DELETE ON correction
BEGIN SELECT RAISE(ABORT, 'regel: een verbetering wordt niet verwijderd'); END;
CREATE TRIGGER correction_of_its_own BEFORE INSERT ON correction
WHEN trim(NEW.reason) = '' OR NEW.withdrawn_at IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM privacy_request q JOIN fragment f ON f.request_id = q.id
                 WHERE q.id = NEW.request_id AND q.household_id = NEW.household_id AND f.id = NEW.fragment_id)
BEGIN SELECT RAISE(ABORT, 'regel: een verbetering hoort bij een stuk van dit huishouden en heeft een reden'); END;
CREATE TRIGGER correction_no_replacing BEFORE INSERT ON correction
WHEN EXISTS (SELECT 1 FROM correction WHERE id = NEW.id OR (household_id = NEW.household_id AND number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'regel: een verbetering wordt niet gewijzigd maar ingetrokken'); END;

CREATE TRIGGER proposal_correction_stays BEFORE UPDATE OF correction_id, uncorrected ON proposal
WHEN NEW.uncorrected <> OLD.uncorrected
BEGIN SELECT RAISE(ABORT, 'regel: een voorstel wordt niet gewijzigd maar vervangen'); END;
-- Basis: closed on doubt: what only a correction opens is shown when a human decided it.
CREATE TRIGGER review_opened BEFORE INSERT ON review
WHEN EXISTS (SELECT 1 FROM proposal p WHERE p.request_id = NEW.request_id AND p.replaced = 0 AND p.decision = 'release' AND p.uncorrected IN ('judge', 'redact')
             AND NOT EXISTS (SELECT 1 FROM ruling r WHERE r.proposal_id = p.id AND r.decision <> 'withdrawn'
                             AND r.number = (SELECT max(number) FROM ruling WHERE proposal_id = p.id)))
BEGIN SELECT RAISE(ABORT, 'regel: wat een verbetering toont, beslist een mens'); END;
