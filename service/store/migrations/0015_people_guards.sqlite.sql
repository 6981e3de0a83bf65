-- What the calendar did, how identity was established, what a child said and where things may go is history: it is followed, not rewritten.
-- A row goes only with the destruction of its case.
CREATE TRIGGER turning_point_no_change BEFORE UPDATE ON turning_point
BEGIN SELECT RAISE(ABORT, 'regel: wat een dag veranderde, wordt niet gewijzigd'); END;
CREATE TRIGGER turning_point_no_delete BEFORE DELETE ON turning_point WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: wat een dag veranderde, wordt niet verwijderd'); END;
CREATE TRIGGER capacity_stop_no_delete BEFORE DELETE ON capacity_stop WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een stop wordt opgeheven, niet verwijderd'); END;
CREATE TRIGGER capacity_stop_no_rewrite BEFORE UPDATE OF request_id, person_id, why, since_day, made_at ON capacity_stop
BEGIN SELECT RAISE(ABORT, 'regel: een stop wordt opgeheven, niet gewijzigd'); END;
CREATE TRIGGER capacity_stop_settled BEFORE UPDATE OF settled_at, settled_how ON capacity_stop
WHEN OLD.settled_at IS NOT NULL OR NEW.settled_how = '' OR (NEW.settled_how = 'own-data' AND (trim(NEW.settled_why) = '' OR NEW.settled_by = ''))
BEGIN SELECT RAISE(ABORT, 'regel: een stop wordt eenmaal opgeheven, door iemand en met een reden'); END;

CREATE TRIGGER identity_check_no_change BEFORE UPDATE ON identity_check
BEGIN SELECT RAISE(ABORT, 'regel: hoe de identiteit is vastgesteld, wordt niet gewijzigd maar opgevolgd'); END;
CREATE TRIGGER identity_check_no_delete BEFORE DELETE ON identity_check WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: hoe de identiteit is vastgesteld, wordt niet verwijderd'); END;
CREATE TRIGGER identity_code_same BEFORE UPDATE OF request_id, code_hash, channel_kind, made_at, valid_until ON identity_code
BEGIN SELECT RAISE(ABORT, 'regel: een code wordt niet gewijzigd'); END;
CREATE TRIGGER identity_code_tries BEFORE UPDATE ON identity_code WHEN NEW.tries < OLD.tries OR OLD.closed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'regel: een gebruikte of verlopen code herleeft niet'); END;

CREATE TRIGGER child_view_whole BEFORE INSERT ON child_view
WHEN (NEW.asked = 'asked' AND (trim(NEW.answer) = '' OR trim(NEW.weighed) = '')) OR (NEW.asked <> 'asked' AND trim(NEW.why) = '')
BEGIN SELECT RAISE(ABORT, 'regel: de mening van een kind heeft een antwoord en een weging, of een reden waarom er niet is gevraagd'); END;
CREATE TRIGGER child_view_no_change BEFORE UPDATE ON child_view
BEGIN SELECT RAISE(ABORT, 'regel: wat een kind zei, wordt niet gewijzigd maar aangevuld'); END;
CREATE TRIGGER child_view_no_delete BEFORE DELETE ON child_view WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: wat een kind zei, wordt niet verwijderd'); END;
CREATE TRIGGER void_by_child_view AFTER INSERT ON child_view
BEGIN UPDATE sign_off SET voided_at = NEW.recorded_at, voided_why = 'de mening van het kind is daarna vastgelegd'
  WHERE id IN (SELECT id FROM sign_off_open WHERE request_id = NEW.request_id); END;

CREATE TRIGGER channel_no_delete BEFORE DELETE ON channel WHEN OLD.household_id NOT IN (SELECT household_id FROM being_destroyed WHERE whole_household = 1)
BEGIN SELECT RAISE(ABORT, 'regel: een kanaal wordt beëindigd, niet verwijderd'); END;
CREATE TRIGGER channel_no_rewrite
BEFORE UPDATE OF household_id, person_id, kind, addressee, address, place, marks, from_day, until_day, source, recorded_by, needs_second ON channel
BEGIN SELECT RAISE(ABORT, 'regel: een kanaal wordt beëindigd en opnieuw vastgelegd, niet gewijzigd'); END;
CREATE TRIGGER channel_ended BEFORE UPDATE OF ended_at ON channel WHEN OLD.ended_at IS NOT NULL OR trim(NEW.ended_why) = '' OR NEW.ended_by = ''
BEGIN SELECT RAISE(ABORT, 'regel: een kanaal wordt eenmaal beëindigd, met een reden'); END;
CREATE TRIGGER channel_second BEFORE UPDATE OF confirmed_by ON channel
WHEN NEW.confirmed_by = OLD.recorded_by OR OLD.confirmed_by <> '' OR OLD.needs_second = 0
  OR NOT EXISTS (SELECT 1 FROM account WHERE id = NEW.confirmed_by AND active = 1)
BEGIN SELECT RAISE(ABORT, 'regel: een tweede persoon bevestigt dat dit adres weer veilig is'); END;
-- A place that a mark closed opens again only through two people.
CREATE TRIGGER channel_again BEFORE INSERT ON channel
WHEN NEW.needs_second = 0 AND NEW.place <> '' AND (instr(NEW.marks, ' shared-mailbox ') + instr(NEW.marks, ' shared-household ') + instr(NEW.marks, ' no-paper ')) = 0
  AND EXISTS (SELECT 1 FROM channel c WHERE c.household_id = NEW.household_id AND c.person_id = NEW.person_id AND c.place = NEW.place
              AND (instr(c.marks, ' shared-mailbox ') + instr(c.marks, ' shared-household ') + instr(c.marks, ' no-paper ')) > 0)
BEGIN SELECT RAISE(ABORT, 'regel: een tweede persoon bevestigt dat dit adres weer veilig is'); END;

-- Where people are known to be: their addresses and mailboxes, written in one way.
CREATE VIEW person_place AS
SELECT f.household_id, json_extract(f.body, '$.id') AS person_id, coalesce(json_extract(a.value, '$.secret'), 0) AS secret,
       upper(replace(coalesce(json_extract(a.value, '$.postcode'), ''), ' ', '')) || '/' || upper(replace(coalesce(json_extract(a.value, '$.number'), ''), ' ', '')) AS place
FROM household_fact f, json_each(f.body, '$.addresses') a
WHERE f.kind = 'person' AND f.closed_at IS NULL AND coalesce(json_extract(a.value, '$.postcode'), '') <> ''
UNION ALL
SELECT f.household_id, json_extract(f.body, '$.id'), 0, lower(trim(e.value))
FROM household_fact f, json_each(f.body, '$.emails') e WHERE f.kind = 'person' AND f.closed_at IS NULL;

-- What stops a release, whatever the code does.
CREATE TRIGGER release_stopped BEFORE UPDATE OF state ON release
WHEN NEW.state = 'released' AND EXISTS (SELECT 1 FROM capacity_stop WHERE request_id = NEW.request_id AND settled_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'regel: de verzoeker mag niet meer voor deze persoon vragen; eerst beslist iemand hoe het verder gaat'); END;
CREATE TRIGGER release_identity BEFORE UPDATE OF state ON release
WHEN NEW.state = 'released' AND (SELECT identity_method FROM privacy_request WHERE id = NEW.request_id) IN ('', 'not-yet')
BEGIN SELECT RAISE(ABORT, 'regel: zonder vastgestelde identiteit gaat er niets uit'); END;
-- Over the counter, along a recorded channel that no mark closes, or along what is known of the person where nothing was recorded.
CREATE TRIGGER release_channel BEFORE UPDATE OF state ON release
WHEN NEW.state = 'released' AND NOT (
  (NEW.channel = 'desk' AND NEW.place = '')
  OR EXISTS (SELECT 1 FROM channel c JOIN privacy_request q ON q.id = NEW.request_id
             WHERE c.id = NEW.channel AND c.household_id = q.household_id AND c.person_id = q.requester_id AND c.place = NEW.place
               AND c.ended_at IS NULL AND c.from_day <= substr(moment_now(), 1, 10) AND (c.until_day IS NULL OR substr(moment_now(), 1, 10) < c.until_day)
               AND (c.needs_second = 0 OR c.confirmed_by <> '') AND c.kind <> 'phone'
               AND NOT (c.kind = 'post' AND (instr(c.marks, ' shared-mailbox ') + instr(c.marks, ' shared-household ') + instr(c.marks, ' no-paper ')) > 0)
               AND NOT (c.kind = 'email' AND instr(c.marks, ' shared-mailbox ') > 0))
  OR (NEW.channel IN ('known-post', 'known-email')
      AND NOT EXISTS (SELECT 1 FROM channel c JOIN privacy_request q ON q.id = NEW.request_id WHERE c.household_id = q.household_id AND c.person_id = q.requester_id)
      AND EXISTS (SELECT 1 FROM privacy_request q JOIN person_place k ON k.household_id = q.household_id AND k.person_id = q.requester_id
                  WHERE q.id = NEW.request_id AND k.place = NEW.place)))
BEGIN SELECT RAISE(ABORT, 'regel: een pakket gaat alleen uit langs een kanaal dat voor deze verzoeker is toegestaan'); END;
-- Where anyone is found whom a protection keeps apart from the requester, and where anyone else has a secret address.
CREATE TRIGGER release_protected BEFORE UPDATE OF state ON release
WHEN NEW.state = 'released' AND NEW.place <> '' AND EXISTS (
  SELECT 1 FROM privacy_request q JOIN person_place k ON k.household_id = q.household_id AND k.place = NEW.place AND k.person_id <> q.requester_id
  WHERE q.id = NEW.request_id AND (
    EXISTS (SELECT 1 FROM household_fact p WHERE p.household_id = q.household_id AND p.kind = 'protection' AND p.closed_at IS NULL
              AND (json_extract(p.body, '$.from') IS NULL OR json_extract(p.body, '$.from') <= substr(moment_now(), 1, 10))
              AND (json_extract(p.body, '$.until') IS NULL OR substr(moment_now(), 1, 10) < json_extract(p.body, '$.until'))
              AND ((json_extract(p.body, '$.person') = k.person_id AND EXISTS (SELECT 1 FROM json_each(p.body, '$.against') a WHERE a.value = q.requester_id))
                   OR (json_extract(p.body, '$.person') = q.requester_id AND EXISTS (SELECT 1 FROM json_each(p.body, '$.against') a WHERE a.value = k.person_id))))
    OR (k.secret = 1 AND NOT EXISTS (SELECT 1 FROM person_place own WHERE own.household_id = q.household_id AND own.person_id = q.requester_id
                                     AND own.place = NEW.place AND own.secret = 1))))
BEGIN SELECT RAISE(ABORT, 'regel: dit adres mag deze verzoeker niet weten of niet delen; het pakket gaat daar niet heen'); END;
