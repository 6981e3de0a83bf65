-- Destruction is the one way in which history ends: a row in `destruction` that is being carried out opens these guards for
-- its own case, within one transaction. Everything else stays forbidden.

CREATE TRIGGER destruction_begins BEFORE INSERT ON destruction
WHEN NEW.state <> 'begun' OR NEW.done_at IS NOT NULL OR trim(NEW.rule) = '' OR trim(NEW.because) = ''
  OR NEW.planned_for > substr(moment_now(), 1, 10)
  OR (SELECT step FROM privacy_request WHERE id = NEW.request_id AND household_id = NEW.household_id) IS NOT 'closed'
  OR EXISTS (SELECT 1 FROM destruction_postponement WHERE request_id = NEW.request_id AND until_day > substr(moment_now(), 1, 10))
BEGIN SELECT RAISE(ABORT, 'regel: vernietigd wordt alleen een gesloten zaak, op haar dag, volgens een regel'); END;
CREATE TRIGGER destruction_whole BEFORE UPDATE OF whole_household ON destruction
WHEN NEW.whole_household = 1 AND EXISTS (SELECT 1 FROM privacy_request q WHERE q.household_id = NEW.household_id
  AND q.id <> NEW.request_id AND NOT EXISTS (SELECT 1 FROM destruction d WHERE d.request_id = q.id AND d.state IN ('erased', 'done')))
BEGIN SELECT RAISE(ABORT, 'regel: een andere zaak heeft de gegevens van dit huishouden nog nodig'); END;
CREATE TRIGGER destruction_goes_on BEFORE UPDATE ON destruction
WHEN OLD.state = 'done' OR NEW.request_id <> OLD.request_id OR NEW.household_id <> OLD.household_id OR NEW.reference <> OLD.reference
  OR NEW.planned_for <> OLD.planned_for OR NEW.rule <> OLD.rule OR NEW.because <> OLD.because OR NEW.planned_by <> OLD.planned_by
  OR NEW.begun_at <> OLD.begun_at OR (OLD.state || NEW.state) NOT IN ('begunerasing', 'erasingerasing', 'erasingerased', 'eraseddone')
BEGIN SELECT RAISE(ABORT, 'regel: een bewijs van vernietiging wordt niet gewijzigd'); END;
CREATE TRIGGER destruction_stays BEFORE DELETE ON destruction
BEGIN SELECT RAISE(ABORT, 'regel: een bewijs van vernietiging blijft'); END;
CREATE TRIGGER destruction_no_replacing BEFORE INSERT ON destruction WHEN EXISTS (SELECT 1 FROM destruction WHERE request_id = NEW.request_id)
BEGIN SELECT RAISE(ABORT, 'regel: een bewijs van vernietiging blijft'); END;

CREATE TRIGGER postponement_reason BEFORE INSERT ON destruction_postponement
WHEN trim(NEW.reason) = '' OR EXISTS (SELECT 1 FROM destruction WHERE request_id = NEW.request_id)
BEGIN SELECT RAISE(ABORT, 'regel: uitstel van vernietiging heeft een reden nodig, en kan niet meer als zij begonnen is'); END;
CREATE TRIGGER postponement_no_change BEFORE UPDATE ON destruction_postponement
BEGIN SELECT RAISE(ABORT, 'regel: uitstel van vernietiging wordt opgevolgd, niet gewijzigd'); END;
CREATE TRIGGER postponement_no_delete BEFORE DELETE ON destruction_postponement WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: uitstel van vernietiging wordt opgevolgd, niet verwijderd'); END;

CREATE TRIGGER letter_edit_no_change BEFORE UPDATE ON letter_edit
BEGIN SELECT RAISE(ABORT, 'regel: een wijziging in een brief wordt opgevolgd, niet gewijzigd'); END;
CREATE TRIGGER letter_edit_no_delete BEFORE DELETE ON letter_edit WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een wijziging in een brief wordt opgevolgd, niet verwijderd'); END;
CREATE TRIGGER void_by_letter_edit AFTER INSERT ON letter_edit
BEGIN UPDATE sign_off SET voided_at = NEW.edited_at, voided_why = 'een brief is daarna gewijzigd'
  WHERE id IN (SELECT id FROM sign_off_open WHERE request_id = NEW.request_id); END;
CREATE TRIGGER partner_letter_no_change BEFORE UPDATE ON partner_letter
BEGIN SELECT RAISE(ABORT, 'regel: een brief die is gemaakt, blijft zoals hij was'); END;
CREATE TRIGGER partner_letter_no_delete BEFORE DELETE ON partner_letter WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een brief die is gemaakt, blijft zoals hij was'); END;

-- The guards that were there, opened for destruction.
DROP TRIGGER ruling_no_delete;
CREATE TRIGGER ruling_no_delete BEFORE DELETE ON ruling
WHEN coalesce((SELECT request_id FROM proposal WHERE id = OLD.proposal_id), '') NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een beslissing wordt niet verwijderd'); END;
DROP TRIGGER safety_lift_no_delete;
CREATE TRIGGER safety_lift_no_delete BEFORE DELETE ON safety_lift
WHEN coalesce((SELECT request_id FROM proposal WHERE id = OLD.proposal_id), '') NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een opheffing wordt niet verwijderd'); END;
DROP TRIGGER release_stays;
CREATE TRIGGER release_stays BEFORE UPDATE ON release
WHEN OLD.state IN ('released', 'void') AND OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een verstrekt of vervallen pakket wordt niet gewijzigd'); END;
DROP TRIGGER release_same;
CREATE TRIGGER release_same BEFORE UPDATE OF request_id, package_hash, package_blob, verification, contents ON release
WHEN NEW.request_id <> OLD.request_id OR NEW.package_hash <> OLD.package_hash OR OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een pakket wordt niet gewijzigd maar opnieuw gebouwd'); END;
DROP TRIGGER correction_no_delete;
CREATE TRIGGER correction_no_delete BEFORE DELETE ON correction WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een verbetering wordt niet verwijderd'); END;
DROP TRIGGER weakening_no_delete;
CREATE TRIGGER weakening_no_delete BEFORE DELETE ON weakening
WHEN OLD.household_id NOT IN (SELECT household_id FROM being_destroyed WHERE whole_household = 1)
BEGIN SELECT RAISE(ABORT, 'regel: een voorstel wordt niet verwijderd'); END;
DROP TRIGGER fact_no_delete;
CREATE TRIGGER fact_no_delete BEFORE DELETE ON household_fact
WHEN OLD.household_id NOT IN (SELECT household_id FROM being_destroyed WHERE whole_household = 1)
BEGIN SELECT RAISE(ABORT, 'regel: een feit wordt niet verwijderd'); END;
DROP TRIGGER suspension_no_delete;
CREATE TRIGGER suspension_no_delete BEFORE DELETE ON suspension WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een opschorting wordt ingetrokken, niet verwijderd'); END;
DROP TRIGGER term_extension_no_delete;
CREATE TRIGGER term_extension_no_delete BEFORE DELETE ON term_extension WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een verlenging wordt ingetrokken, niet verwijderd'); END;
DROP TRIGGER late_decision_no_delete;
CREATE TRIGGER late_decision_no_delete BEFORE DELETE ON late_decision WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: de reden van een te late beslissing blijft staan'); END;

-- Nothing is written any more about what is destroyed.
CREATE TRIGGER destroyed_request BEFORE UPDATE ON privacy_request
WHEN EXISTS (SELECT 1 FROM destruction WHERE request_id = OLD.id AND state <> 'erasing')
BEGIN SELECT RAISE(ABORT, 'regel: dit verzoek is vernietigd'); END;
CREATE TRIGGER destroyed_fragment BEFORE INSERT ON fragment WHEN EXISTS (SELECT 1 FROM destruction WHERE request_id = NEW.request_id)
BEGIN SELECT RAISE(ABORT, 'regel: dit verzoek is vernietigd'); END;
CREATE TRIGGER destroyed_household BEFORE INSERT ON privacy_request
WHEN EXISTS (SELECT 1 FROM destruction WHERE household_id = NEW.household_id AND whole_household = 1)
BEGIN SELECT RAISE(ABORT, 'regel: de gegevens van dit huishouden zijn vernietigd'); END;
