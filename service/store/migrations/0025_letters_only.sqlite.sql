-- Where only a letter goes out that the request is not taken up, no document is shown: what a correction opened waits for nobody.
DROP TRIGGER review_opened;
CREATE TRIGGER review_opened BEFORE INSERT ON review
WHEN NOT EXISTS (SELECT 1 FROM put_aside WHERE request_id = NEW.request_id AND withdrawn_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM excessive_claim WHERE request_id = NEW.request_id AND confirmed_at IS NOT NULL)
  AND EXISTS (SELECT 1 FROM proposal p WHERE p.request_id = NEW.request_id AND p.replaced = 0 AND p.decision = 'release' AND p.uncorrected IN ('judge', 'redact')
             AND NOT EXISTS (SELECT 1 FROM ruling r WHERE r.proposal_id = p.id AND r.decision <> 'withdrawn'
                             AND r.number = (SELECT max(number) FROM ruling WHERE proposal_id = p.id)))
BEGIN SELECT RAISE(ABORT, 'regel: wat een verbetering toont, beslist een mens'); END;
