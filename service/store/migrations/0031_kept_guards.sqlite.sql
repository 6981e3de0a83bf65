CREATE TRIGGER kept_file_with_destruction BEFORE INSERT ON kept_file
WHEN (SELECT state FROM destruction WHERE request_id = NEW.request_id) IS NOT 'begun'
BEGIN SELECT RAISE(ABORT, 'regel: wat bewaard blijft, wordt bewaard als de kopieën worden vernietigd'); END;
CREATE TRIGGER kept_file_no_change BEFORE UPDATE ON kept_file
BEGIN SELECT RAISE(ABORT, 'regel: wat bewaard blijft, wordt niet gewijzigd'); END;
CREATE TRIGGER kept_file_until_its_day BEFORE DELETE ON kept_file WHEN OLD.until_day > substr(moment_now(), 1, 10)
BEGIN SELECT RAISE(ABORT, 'regel: een beslissing blijft bewaard tot haar dag'); END;
