-- What no code may get around, held by SQLite itself. Messages are for people (Dutch) and hold no personal data.
-- moment_now() is the service's clock (sqlite/connection.cpp gives it).

-- The audit trail only grows.
CREATE TRIGGER audit_no_change BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'regel: het logboek kan niet worden gewijzigd'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'regel: uit het logboek kan niets worden verwijderd'); END;

CREATE TRIGGER audit_no_replacing BEFORE INSERT ON audit_entry  -- INSERT OR REPLACE fires no DELETE trigger
WHEN EXISTS (SELECT 1 FROM audit_entry WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'regel: het logboek kan niet worden gewijzigd'); END;

-- A ruling is history: a new one may follow, none is changed.
CREATE TRIGGER ruling_no_change BEFORE UPDATE ON ruling
BEGIN SELECT RAISE(ABORT, 'regel: een beslissing wordt niet gewijzigd maar opgevolgd'); END;
CREATE TRIGGER ruling_no_delete BEFORE DELETE ON ruling
BEGIN SELECT RAISE(ABORT, 'regel: een beslissing wordt niet verwijderd'); END;
CREATE TRIGGER ruling_no_replacing BEFORE INSERT ON ruling
WHEN EXISTS (SELECT 1 FROM ruling WHERE id = NEW.id OR (proposal_id = NEW.proposal_id AND number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'regel: een beslissing wordt niet gewijzigd maar opgevolgd'); END;
CREATE TRIGGER safety_lift_no_change BEFORE UPDATE ON safety_lift
BEGIN SELECT RAISE(ABORT, 'regel: een opheffing wordt niet gewijzigd'); END;
CREATE TRIGGER safety_lift_no_delete BEFORE DELETE ON safety_lift
BEGIN SELECT RAISE(ABORT, 'regel: een opheffing wordt niet verwijderd'); END;
CREATE TRIGGER safety_lift_reason BEFORE INSERT ON safety_lift WHEN trim(NEW.reason) = ''
BEGIN SELECT RAISE(ABORT, 'regel: een opheffing heeft een reden nodig'); END;
CREATE TRIGGER proposal_no_rewrite
BEFORE UPDATE OF request_id, fragment_id, origin, scope, start_at, end_at, page, box, decision, ground, rule ON proposal
BEGIN SELECT RAISE(ABORT, 'regel: een voorstel wordt niet gewijzigd maar vervangen'); END;

-- Safety: what is withheld on this ground is shown only when two people lifted it, each with a reason.
CREATE TRIGGER ruling_safety BEFORE INSERT ON ruling
WHEN (NEW.decision = 'release'
      OR (NEW.decision = 'withdrawn'
          AND (SELECT origin FROM proposal WHERE id = NEW.proposal_id) = 'human'))
  AND ((SELECT ground FROM proposal WHERE id = NEW.proposal_id) = 'safety'
       OR EXISTS (SELECT 1 FROM ruling WHERE proposal_id = NEW.proposal_id AND ground = 'safety'))
  AND (SELECT count(DISTINCT account_id) FROM safety_lift WHERE proposal_id = NEW.proposal_id) < 2
BEGIN SELECT RAISE(ABORT, 'regel: veiligheid wordt alleen door twee mensen opgeheven, elk met een reden'); END;

-- Four eyes. Basis: BIO 2.0 (scheiding van taken); AVG art. 32.
CREATE TRIGGER sign_off_four_eyes BEFORE INSERT ON sign_off
WHEN EXISTS (SELECT 1 FROM ruling r JOIN proposal p ON p.id = r.proposal_id
             WHERE p.request_id = NEW.request_id AND r.decided_by = NEW.signed_by)
  OR EXISTS (SELECT 1 FROM review WHERE request_id = NEW.request_id AND finished_by = NEW.signed_by)
  OR EXISTS (SELECT 1 FROM proposal WHERE request_id = NEW.request_id AND added_by = NEW.signed_by)
BEGIN SELECT RAISE(ABORT, 'regel: wie heeft beoordeeld, ondertekent niet'); END;
CREATE TRIGGER sign_off_role BEFORE INSERT ON sign_off
WHEN (SELECT role FROM account WHERE id = NEW.signed_by AND active = 1) IS NOT 'privacy-officer'
BEGIN SELECT RAISE(ABORT, 'regel: alleen een privacy officer ondertekent'); END;
CREATE TRIGGER sign_off_review BEFORE INSERT ON sign_off
WHEN NOT EXISTS (SELECT 1 FROM review WHERE request_id = NEW.request_id)
BEGIN SELECT RAISE(ABORT, 'regel: de beoordeling is niet afgerond'); END;
CREATE TRIGGER sign_off_package BEFORE INSERT ON sign_off
WHEN NOT EXISTS (SELECT 1 FROM release WHERE request_id = NEW.request_id AND state = 'built'
                 AND package_hash = NEW.package_hash)
BEGIN SELECT RAISE(ABORT, 'regel: dit pakket is niet (meer) het laatste dat de controle doorstond'); END;
CREATE TRIGGER sign_off_no_delete BEFORE DELETE ON sign_off
BEGIN SELECT RAISE(ABORT, 'regel: een ondertekening wordt niet verwijderd'); END;
CREATE TRIGGER sign_off_no_change
BEFORE UPDATE OF request_id, package_hash, signed_by, signed_at ON sign_off
BEGIN SELECT RAISE(ABORT, 'regel: een ondertekening wordt niet gewijzigd'); END;
CREATE TRIGGER sign_off_no_revival BEFORE UPDATE OF voided_at ON sign_off WHEN OLD.voided_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'regel: een vervallen ondertekening herleeft niet'); END;

-- What went out stays as it went out.
CREATE TRIGGER release_out BEFORE UPDATE OF state ON release
WHEN NEW.state = 'released' AND (OLD.state <> 'signed'
  OR NOT EXISTS (SELECT 1 FROM sign_off WHERE request_id = NEW.request_id AND package_hash = NEW.package_hash
                 AND voided_at IS NULL))
BEGIN SELECT RAISE(ABORT, 'regel: zonder geldige ondertekening gaat er niets uit'); END;
CREATE TRIGGER release_born BEFORE INSERT ON release WHEN NEW.state NOT IN ('built', 'refused')
BEGIN SELECT RAISE(ABORT, 'regel: een pakket begint als gebouwd'); END;
CREATE TRIGGER release_refused BEFORE UPDATE OF state ON release WHEN OLD.state = 'refused' AND NEW.state <> 'void'
BEGIN SELECT RAISE(ABORT, 'regel: een geweigerd pakket gaat niet verder'); END;
CREATE TRIGGER release_stays BEFORE UPDATE ON release WHEN OLD.state IN ('released', 'void')
BEGIN SELECT RAISE(ABORT, 'regel: een verstrekt of vervallen pakket wordt niet gewijzigd'); END;
CREATE TRIGGER release_same BEFORE UPDATE OF request_id, package_hash, package_blob, verification, contents ON release
BEGIN SELECT RAISE(ABORT, 'regel: een pakket wordt niet gewijzigd maar opnieuw gebouwd'); END;
CREATE TRIGGER ruling_too_late BEFORE INSERT ON ruling
WHEN (SELECT q.step FROM privacy_request q JOIN proposal p ON p.request_id = q.id WHERE p.id = NEW.proposal_id)
  IN ('released', 'closed')
BEGIN SELECT RAISE(ABORT, 'regel: dit verzoek is al verstrekt of gesloten'); END;
CREATE TRIGGER proposal_too_late BEFORE INSERT ON proposal
WHEN (SELECT step FROM privacy_request WHERE id = NEW.request_id) IN ('released', 'closed')
BEGIN SELECT RAISE(ABORT, 'regel: dit verzoek is al verstrekt of gesloten'); END;
CREATE TRIGGER fragment_too_late BEFORE INSERT ON fragment
WHEN (SELECT step FROM privacy_request WHERE id = NEW.request_id) IN ('released', 'closed')
BEGIN SELECT RAISE(ABORT, 'regel: dit verzoek is al verstrekt of gesloten'); END;

-- Any later change of what goes out voids the signature, and with it the package.
CREATE VIEW sign_off_open AS SELECT s.id, s.request_id FROM sign_off s JOIN privacy_request q ON q.id = s.request_id
WHERE s.voided_at IS NULL AND q.step NOT IN ('released', 'closed');
CREATE TRIGGER void_by_ruling AFTER INSERT ON ruling
BEGIN UPDATE sign_off SET voided_at = NEW.decided_at, voided_why = 'een beslissing is daarna gewijzigd'
  WHERE id IN (SELECT o.id FROM sign_off_open o JOIN proposal p ON p.request_id = o.request_id
               WHERE p.id = NEW.proposal_id); END;
CREATE TRIGGER void_by_proposal AFTER INSERT ON proposal
BEGIN UPDATE sign_off SET voided_at = moment_now(), voided_why = 'er is daarna een voorstel bijgekomen'
  WHERE id IN (SELECT id FROM sign_off_open WHERE request_id = NEW.request_id); END;
CREATE TRIGGER void_by_replacing AFTER UPDATE OF replaced ON proposal WHEN NEW.replaced <> OLD.replaced
BEGIN UPDATE sign_off SET voided_at = moment_now(), voided_why = 'een voorstel is daarna vervangen'
  WHERE id IN (SELECT id FROM sign_off_open WHERE request_id = NEW.request_id); END;
CREATE TRIGGER void_by_fragment AFTER INSERT ON fragment
BEGIN UPDATE sign_off SET voided_at = moment_now(), voided_why = 'er is daarna een stuk bijgekomen'
  WHERE id IN (SELECT id FROM sign_off_open WHERE request_id = NEW.request_id); END;
CREATE TRIGGER void_by_fragment_change
AFTER UPDATE OF title, file_name, document_date, sha256, source_blob, model_blob, state ON fragment
BEGIN UPDATE sign_off SET voided_at = moment_now(), voided_why = 'een stuk is daarna gewijzigd'
  WHERE id IN (SELECT id FROM sign_off_open WHERE request_id = NEW.request_id); END;
CREATE TRIGGER void_by_letter AFTER INSERT ON letter WHEN NEW.kind NOT IN ('acknowledgement', 'extension', 'suspension')
BEGIN UPDATE sign_off SET voided_at = NEW.changed_at, voided_why = 'een brief is daarna gewijzigd'
  WHERE id IN (SELECT id FROM sign_off_open WHERE request_id = NEW.request_id); END;
CREATE TRIGGER void_by_letter_change AFTER UPDATE ON letter WHEN NEW.kind NOT IN ('acknowledgement', 'extension', 'suspension')
BEGIN UPDATE sign_off SET voided_at = NEW.changed_at, voided_why = 'een brief is daarna gewijzigd'
  WHERE id IN (SELECT id FROM sign_off_open WHERE request_id = NEW.request_id); END;
CREATE TRIGGER void_by_request AFTER UPDATE OF version ON privacy_request WHEN NEW.version <> OLD.version
BEGIN UPDATE sign_off SET voided_at = moment_now(), voided_why = 'het verzoek is daarna gewijzigd'
  WHERE id IN (SELECT id FROM sign_off_open WHERE request_id = NEW.id); END;
CREATE TRIGGER void_by_review AFTER DELETE ON review
BEGIN UPDATE sign_off SET voided_at = moment_now(), voided_why = 'de beoordeling is daarna heropend'
  WHERE id IN (SELECT id FROM sign_off_open WHERE request_id = OLD.request_id); END;
CREATE TRIGGER void_by_release AFTER INSERT ON release
BEGIN UPDATE sign_off SET voided_at = NEW.built_at, voided_why = 'het pakket is daarna opnieuw gebouwd'
  WHERE id IN (SELECT id FROM sign_off_open WHERE request_id = NEW.request_id); END;
CREATE TRIGGER void_by_collection AFTER UPDATE OF answer, explanation, searched ON collection
WHEN NEW.answer <> OLD.answer OR NEW.explanation <> OLD.explanation OR NEW.searched <> OLD.searched
BEGIN UPDATE sign_off SET voided_at = moment_now(), voided_why = 'een antwoord van een partner is daarna gewijzigd'
  WHERE id IN (SELECT id FROM sign_off_open WHERE request_id = NEW.request_id); END;
CREATE TRIGGER void_by_household AFTER UPDATE OF version ON household WHEN NEW.version <> OLD.version
BEGIN UPDATE sign_off SET voided_at = moment_now(), voided_why = 'de gegevens van het huishouden zijn daarna gewijzigd'
  WHERE id IN (SELECT o.id FROM sign_off_open o JOIN privacy_request q ON q.id = o.request_id
               WHERE q.household_id = NEW.id); END;
-- A package whose signature fell, falls with it. The review stands; a new package must be built.
CREATE TRIGGER void_package AFTER UPDATE OF voided_at ON sign_off WHEN NEW.voided_at IS NOT NULL AND OLD.voided_at IS NULL
BEGIN UPDATE release SET state = 'void' WHERE request_id = NEW.request_id AND package_hash = NEW.package_hash
  AND state IN ('built', 'signed'); END;
