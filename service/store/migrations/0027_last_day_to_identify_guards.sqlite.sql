-- The day as it is in the Netherlands ends at 22:00 or 23:00 UTC.
CREATE TRIGGER put_aside_after_the_last_day BEFORE INSERT ON put_aside
WHEN NEW.until_on IS NULL OR NEW.proposed_at < NEW.until_on || 'T22'
BEGIN SELECT RAISE(ABORT, 'regel: buiten behandeling laten kan pas als de laatste dag om zich te identificeren voorbij is'); END;
DROP TRIGGER put_aside_no_rewrite;
CREATE TRIGGER put_aside_no_rewrite BEFORE UPDATE OF request_id, why, asked, until_on, proposed_by, proposed_at ON put_aside
BEGIN SELECT RAISE(ABORT, 'regel: buiten behandeling laten wordt ingetrokken, niet gewijzigd'); END;
