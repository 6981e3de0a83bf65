CREATE TRIGGER put_aside_begins BEFORE INSERT ON put_aside
WHEN trim(NEW.why) = '' OR trim(NEW.asked) = '' OR NEW.withdrawn_at IS NOT NULL
  OR coalesce((SELECT identity_method FROM privacy_request WHERE id = NEW.request_id), '') NOT IN ('', 'not-yet')
  OR coalesce((SELECT outcome FROM identity_check WHERE request_id = NEW.request_id ORDER BY recorded_at DESC, rowid DESC LIMIT 1), '') <> 'refused'
BEGIN SELECT RAISE(ABORT, 'regel: buiten behandeling laten kan alleen als de verzoeker zich niet laat identificeren, met wat er is gevraagd en waarom'); END;
CREATE TRIGGER put_aside_no_rewrite BEFORE UPDATE OF request_id, why, asked, proposed_by, proposed_at ON put_aside
BEGIN SELECT RAISE(ABORT, 'regel: buiten behandeling laten wordt ingetrokken, niet gewijzigd'); END;
CREATE TRIGGER put_aside_withdrawn_once BEFORE UPDATE OF withdrawn_at ON put_aside WHEN OLD.withdrawn_at IS NOT NULL OR trim(NEW.withdrawn_why) = ''
BEGIN SELECT RAISE(ABORT, 'regel: buiten behandeling laten wordt eenmaal ingetrokken, met een reden'); END;
CREATE TRIGGER put_aside_no_delete BEFORE DELETE ON put_aside WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: buiten behandeling laten wordt ingetrokken, niet verwijderd'); END;
CREATE TRIGGER void_by_put_aside AFTER UPDATE OF withdrawn_at ON put_aside
BEGIN UPDATE sign_off SET voided_at = moment_now(), voided_why = 'het verzoek wordt toch behandeld'
  WHERE id IN (SELECT id FROM sign_off_open WHERE request_id = NEW.request_id); END;
CREATE TRIGGER sign_off_put_aside_four_eyes BEFORE INSERT ON sign_off
WHEN EXISTS (SELECT 1 FROM put_aside WHERE request_id = NEW.request_id AND withdrawn_at IS NULL AND proposed_by = NEW.signed_by)
BEGIN SELECT RAISE(ABORT, 'regel: wie voorstelde het verzoek buiten behandeling te laten, ondertekent niet'); END;

-- Without an established identity only the letter goes out that says so.
DROP TRIGGER release_identity;
CREATE TRIGGER release_identity BEFORE UPDATE OF state ON release
WHEN NEW.state = 'released' AND (SELECT identity_method FROM privacy_request WHERE id = NEW.request_id) IN ('', 'not-yet')
  AND NOT EXISTS (SELECT 1 FROM put_aside WHERE request_id = NEW.request_id AND withdrawn_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'regel: zonder vastgestelde identiteit gaat er niets uit'); END;

-- What the desk wrote down, and what a mark closed, is confirmed by who handles cases.
DROP TRIGGER channel_second;
CREATE TRIGGER channel_second BEFORE UPDATE OF confirmed_by ON channel
WHEN NEW.confirmed_by = OLD.recorded_by OR OLD.confirmed_by <> '' OR OLD.needs_second = 0
  OR coalesce((SELECT role FROM account WHERE id = NEW.confirmed_by AND active = 1), '') NOT IN ('professional', 'privacy-officer')
BEGIN SELECT RAISE(ABORT, 'regel: een tweede persoon, niet van de balie, bevestigt dat dit adres veilig is'); END;
