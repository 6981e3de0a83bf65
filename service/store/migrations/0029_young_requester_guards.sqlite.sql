CREATE TRIGGER young_requester_why BEFORE INSERT ON young_requester WHEN trim(NEW.why) = ''
BEGIN SELECT RAISE(ABORT, 'regel: hoe een kind onder de 12 antwoord krijgt, heeft een reden nodig'); END;
-- Basis: Jeugdwet art. 7.3.15; Wmo 2015 art. 5.3.2 lid 2
CREATE TRIGGER young_requester_weighed BEFORE INSERT ON young_requester
WHEN NEW.choice = 'to-child' AND coalesce((SELECT role FROM account WHERE id = NEW.decided_by), '') <> 'privacy-officer'
BEGIN SELECT RAISE(ABORT, 'regel: stukken aan een kind onder de 12 geeft alleen een privacy officer vrij'); END;
CREATE TRIGGER young_requester_no_change BEFORE UPDATE ON young_requester
BEGIN SELECT RAISE(ABORT, 'regel: hoe een kind antwoord krijgt, wordt opgevolgd, niet gewijzigd'); END;
CREATE TRIGGER young_requester_no_delete BEFORE DELETE ON young_requester WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: hoe een kind antwoord krijgt, wordt opgevolgd, niet verwijderd'); END;
CREATE TRIGGER void_by_young_requester AFTER INSERT ON young_requester
BEGIN UPDATE sign_off SET voided_at = NEW.decided_at, voided_why = 'hoe dit kind antwoord krijgt, is daarna gewijzigd'
  WHERE id IN (SELECT id FROM sign_off_open WHERE request_id = NEW.request_id); END;
-- Where only a letter goes out, no document is shown: what a correction opened waits for nobody.
DROP TRIGGER review_opened;
CREATE TRIGGER review_opened BEFORE INSERT ON review
WHEN NOT EXISTS (SELECT 1 FROM put_aside WHERE request_id = NEW.request_id AND withdrawn_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM excessive_claim WHERE request_id = NEW.request_id AND confirmed_at IS NOT NULL)
  AND coalesce((SELECT choice FROM young_requester WHERE request_id = NEW.request_id ORDER BY number DESC LIMIT 1), '') <> 'representative'
  AND EXISTS (SELECT 1 FROM proposal p WHERE p.request_id = NEW.request_id AND p.replaced = 0 AND p.decision = 'release' AND p.uncorrected IN ('judge', 'redact')
             AND NOT EXISTS (SELECT 1 FROM ruling r WHERE r.proposal_id = p.id AND r.decision <> 'withdrawn'
                             AND r.number = (SELECT max(number) FROM ruling WHERE proposal_id = p.id)))
BEGIN SELECT RAISE(ABORT, 'regel: wat een verbetering toont, beslist een mens'); END;
