-- The events of a term are evidence of when it ended: they are withdrawn or followed, never rewritten.
CREATE TRIGGER suspension_no_delete BEFORE DELETE ON suspension
BEGIN SELECT RAISE(ABORT, 'regel: een opschorting wordt ingetrokken, niet verwijderd'); END;
CREATE TRIGGER suspension_no_rewrite BEFORE UPDATE OF request_id, lawful_ground, from_day, reason ON suspension
BEGIN SELECT RAISE(ABORT, 'regel: een opschorting wordt ingetrokken, niet gewijzigd'); END;
CREATE TRIGGER suspension_withdrawn_why BEFORE UPDATE OF withdrawn_at ON suspension WHEN OLD.withdrawn_at IS NOT NULL OR trim(NEW.withdrawn_why) = ''
BEGIN SELECT RAISE(ABORT, 'regel: een opschorting wordt eenmaal ingetrokken, met een reden'); END;
CREATE TRIGGER term_extension_no_delete BEFORE DELETE ON term_extension
BEGIN SELECT RAISE(ABORT, 'regel: een verlenging wordt ingetrokken, niet verwijderd'); END;
CREATE TRIGGER term_extension_no_rewrite BEFORE UPDATE OF request_id, told_on, reason ON term_extension
BEGIN SELECT RAISE(ABORT, 'regel: een verlenging wordt ingetrokken, niet gewijzigd'); END;
CREATE TRIGGER term_extension_withdrawn_why BEFORE UPDATE OF withdrawn_at ON term_extension WHEN OLD.withdrawn_at IS NOT NULL OR trim(NEW.withdrawn_why) = ''
BEGIN SELECT RAISE(ABORT, 'regel: een verlenging wordt eenmaal ingetrokken, met een reden'); END;
CREATE TRIGGER late_decision_reason BEFORE INSERT ON late_decision WHEN trim(NEW.reason) = ''
BEGIN SELECT RAISE(ABORT, 'regel: een te late beslissing heeft een reden nodig'); END;
CREATE TRIGGER late_decision_no_delete BEFORE DELETE ON late_decision
BEGIN SELECT RAISE(ABORT, 'regel: de reden van een te late beslissing blijft staan'); END;
