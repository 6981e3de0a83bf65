CREATE TRIGGER clock_day_no_delete BEFORE DELETE ON clock_day WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een dag waarmee een termijn rekent, wordt ingetrokken, niet verwijderd'); END;
CREATE TRIGGER clock_day_no_rewrite BEFORE UPDATE OF request_id, partner_id, kind, on_day, reason, recorded_by, recorded_at ON clock_day
BEGIN SELECT RAISE(ABORT, 'regel: een dag waarmee een termijn rekent, wordt ingetrokken, niet gewijzigd'); END;
CREATE TRIGGER clock_day_withdrawn_why BEFORE UPDATE OF withdrawn_at ON clock_day WHEN OLD.withdrawn_at IS NOT NULL OR trim(NEW.withdrawn_why) = ''
BEGIN SELECT RAISE(ABORT, 'regel: een dag waarmee een termijn rekent, wordt eenmaal ingetrokken, met een reden'); END;
CREATE TRIGGER partner_mandate_whole BEFORE INSERT ON partner_mandate WHEN trim(NEW.given_by) = '' OR trim(NEW.document) = ''
BEGIN SELECT RAISE(ABORT, 'regel: een mandaat heeft een gever en een stuk nodig'); END;
CREATE TRIGGER partner_mandate_no_delete BEFORE DELETE ON partner_mandate
BEGIN SELECT RAISE(ABORT, 'regel: een mandaat eindigt, het wordt niet verwijderd'); END;
CREATE TRIGGER partner_mandate_no_rewrite BEFORE UPDATE OF partner_id, given_by, since_on, document, recorded_by, recorded_at ON partner_mandate
BEGIN SELECT RAISE(ABORT, 'regel: een mandaat wordt niet gewijzigd'); END;
CREATE TRIGGER partner_mandate_ends_once BEFORE UPDATE OF ended_on ON partner_mandate WHEN OLD.ended_on IS NOT NULL OR trim(NEW.ended_why) = ''
BEGIN SELECT RAISE(ABORT, 'regel: een mandaat eindigt eenmaal, met een reden'); END;
