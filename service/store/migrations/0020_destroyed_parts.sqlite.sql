-- What belongs to an application as a whole goes with its last part; of a data breach stays that there was one, when, and who
-- was told. Basis: AVG art. 33(5)
DROP TRIGGER application_no_change;
CREATE TRIGGER application_no_change BEFORE UPDATE ON application
WHEN NEW.id <> OLD.id OR NEW.reference <> OLD.reference OR NEW.household_id <> OLD.household_id OR NEW.received_on <> OLD.received_on
  OR NEW.contact_partner <> OLD.contact_partner OR NEW.created_by <> OLD.created_by OR NEW.created_at <> OLD.created_at
  OR ((NEW.asked <> OLD.asked OR NEW.requester_id <> OLD.requester_id)
      AND NOT EXISTS (SELECT 1 FROM being_destroyed d JOIN privacy_request q ON q.id = d.request_id WHERE q.application_id = OLD.id))
BEGIN SELECT RAISE(ABORT, 'regel: een aanvraag wordt niet gewijzigd'); END;
DROP TRIGGER application_letter_no_delete;
CREATE TRIGGER application_letter_no_delete BEFORE DELETE ON application_letter
WHEN NOT EXISTS (SELECT 1 FROM being_destroyed d JOIN privacy_request q ON q.id = d.request_id WHERE q.application_id = OLD.application_id)
BEGIN SELECT RAISE(ABORT, 'regel: een brief die uitging, blijft zoals hij was'); END;
DROP TRIGGER breach_no_change;
CREATE TRIGGER breach_no_change BEFORE UPDATE ON breach
WHEN NEW.id <> OLD.id OR NEW.reference <> OLD.reference OR NEW.request_id <> OLD.request_id OR NEW.known_at <> OLD.known_at OR NEW.happened_at <> OLD.happened_at
  OR OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een datalek wordt niet gewijzigd maar aangevuld'); END;
DROP TRIGGER breach_item_no_change;
CREATE TRIGGER breach_item_no_change BEFORE UPDATE ON breach_item
WHEN coalesce((SELECT request_id FROM breach WHERE id = OLD.breach_id), '') NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een datalek wordt niet gewijzigd maar aangevuld'); END;
DROP TRIGGER breach_event_no_change;
CREATE TRIGGER breach_event_no_change BEFORE UPDATE ON breach_event
WHEN NEW.kind <> OLD.kind OR NEW.at <> OLD.at OR coalesce((SELECT request_id FROM breach WHERE id = OLD.breach_id), '') NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een datalek wordt niet gewijzigd maar aangevuld'); END;
CREATE INDEX audit_of_action ON audit_entry(action, request_id);
