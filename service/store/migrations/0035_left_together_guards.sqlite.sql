CREATE TRIGGER left_together_why BEFORE INSERT ON left_together WHEN trim(NEW.why) = ''
BEGIN SELECT RAISE(ABORT, 'regel: dat een partner eruit gaat, heeft een reden'); END;
CREATE TRIGGER left_together_no_rewrite BEFORE UPDATE ON left_together
BEGIN SELECT RAISE(ABORT, 'regel: een partner die eruit ging, komt er niet weer in'); END;
CREATE TRIGGER left_together_no_delete BEFORE DELETE ON left_together WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een partner die eruit ging, komt er niet weer in'); END;
