CREATE TRIGGER late_decision_reason BEFORE INSERT ON late_decision WHEN trim(NEW.reason) = ''
BEGIN SELECT RAISE(ABORT, 'regel: een te late beslissing heeft een reden nodig'); END;
CREATE TRIGGER late_decision_no_rewrite BEFORE UPDATE ON late_decision
BEGIN SELECT RAISE(ABORT, 'regel: de reden van een te late beslissing blijft staan'); END;
CREATE TRIGGER late_decision_no_delete BEFORE DELETE ON late_decision WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: de reden van een te late beslissing blijft staan'); END;
