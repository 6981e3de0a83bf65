-- What was asked, what came after the decision and what became of a breach are history: something is added, nothing is rewritten.
-- And the wall between partners: who works for one decides and signs for no other. Basis: Convenant art. 5.2; AVG art. 32
CREATE TRIGGER application_no_change BEFORE UPDATE ON application  -- its words may be blanked when the case is destroyed
WHEN NEW.asked NOT IN (OLD.asked, '') OR NEW.id <> OLD.id OR NEW.reference <> OLD.reference OR NEW.household_id <> OLD.household_id OR NEW.requester_id <> OLD.requester_id
  OR NEW.received_on <> OLD.received_on OR NEW.contact_partner <> OLD.contact_partner OR NEW.created_by <> OLD.created_by OR NEW.created_at <> OLD.created_at
BEGIN SELECT RAISE(ABORT, 'regel: een aanvraag wordt niet gewijzigd'); END;
CREATE TRIGGER application_no_delete BEFORE DELETE ON application
BEGIN SELECT RAISE(ABORT, 'regel: een aanvraag wordt niet gewijzigd'); END;
CREATE TRIGGER request_part_stays BEFORE UPDATE OF application_id, partner_id, reopens ON privacy_request
WHEN NEW.application_id IS NOT OLD.application_id OR NEW.partner_id <> OLD.partner_id OR NEW.reopens IS NOT OLD.reopens
BEGIN SELECT RAISE(ABORT, 'regel: een deelverzoek wisselt niet van aanvraag of partner'); END;
CREATE TRIGGER request_part_born BEFORE INSERT ON privacy_request
WHEN NOT EXISTS (SELECT 1 FROM application WHERE id = NEW.application_id AND household_id = NEW.household_id AND requester_id = NEW.requester_id)
  OR (NEW.partner_id <> '' AND NOT EXISTS (SELECT 1 FROM partner WHERE id = NEW.partner_id))
BEGIN SELECT RAISE(ABORT, 'regel: een deelverzoek hoort bij een aanvraag van dezelfde verzoeker, aan een bestaande partner'); END;
CREATE TRIGGER request_reopens BEFORE INSERT ON privacy_request
WHEN NEW.reopens IS NOT NULL AND (trim(NEW.reopened_why) = '' OR NOT EXISTS (
  SELECT 1 FROM privacy_request o WHERE o.id = NEW.reopens AND o.application_id = NEW.application_id AND o.partner_id = NEW.partner_id
  AND o.right_asked = NEW.right_asked AND o.step IN ('released', 'closed')))
BEGIN SELECT RAISE(ABORT, 'regel: alleen een beslist deelverzoek wordt opnieuw geopend, met een reden'); END;
CREATE TRIGGER request_partner_no_delete BEFORE DELETE ON request_partner WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: wie samen behandelt, wordt niet gewijzigd'); END;

-- Who runs Lakwerk runs it for all partners.
CREATE TRIGGER account_of_region BEFORE INSERT ON account WHEN NEW.role = 'administrator' AND NEW.partner_id <> ''
BEGIN SELECT RAISE(ABORT, 'regel: een beheerder hoort bij de regio, niet bij een partner'); END;
CREATE TRIGGER account_stays_of_region BEFORE UPDATE ON account WHEN NEW.role = 'administrator' AND NEW.partner_id <> ''
BEGIN SELECT RAISE(ABORT, 'regel: een beheerder hoort bij de regio, niet bij een partner'); END;
CREATE TRIGGER ruling_own_partner BEFORE INSERT ON ruling
WHEN (SELECT partner_id FROM account WHERE id = NEW.decided_by) <> ''
  AND (SELECT partner_id FROM account WHERE id = NEW.decided_by) <> (SELECT q.partner_id FROM privacy_request q JOIN proposal p ON p.request_id = q.id WHERE p.id = NEW.proposal_id)
BEGIN SELECT RAISE(ABORT, 'regel: een partner beslist alleen over het eigen deelverzoek'); END;
CREATE TRIGGER review_own_partner BEFORE INSERT ON review
WHEN coalesce((SELECT partner_id FROM account WHERE id = NEW.finished_by), '') NOT IN ('', (SELECT partner_id FROM privacy_request WHERE id = NEW.request_id))
BEGIN SELECT RAISE(ABORT, 'regel: een partner beslist alleen over het eigen deelverzoek'); END;
CREATE TRIGGER sign_off_own_partner BEFORE INSERT ON sign_off
WHEN (SELECT partner_id FROM account WHERE id = NEW.signed_by) NOT IN ('', (SELECT partner_id FROM privacy_request WHERE id = NEW.request_id))
BEGIN SELECT RAISE(ABORT, 'regel: een partner ondertekent alleen het eigen deelverzoek'); END;
-- Who decided on it first does not decide on the objection against it. Basis: Awb art. 10:3(3)
CREATE TRIGGER sign_off_objection BEFORE INSERT ON sign_off
WHEN EXISTS (SELECT 1 FROM privacy_request q JOIN sign_off s ON s.request_id = q.reopens AND s.voided_at IS NULL
             JOIN remedy_event e ON e.kind = 'reopened' AND e.value = q.id JOIN remedy_case c ON c.id = e.remedy_id AND c.kind = 'objection'
             WHERE q.id = NEW.request_id AND s.signed_by = NEW.signed_by)
BEGIN SELECT RAISE(ABORT, 'regel: wie het eerste besluit ondertekende, ondertekent niet het besluit op bezwaar'); END;

CREATE TRIGGER application_letter_no_change BEFORE UPDATE ON application_letter
BEGIN SELECT RAISE(ABORT, 'regel: een brief die uitging, blijft zoals hij was'); END;
CREATE TRIGGER application_letter_no_delete BEFORE DELETE ON application_letter
BEGIN SELECT RAISE(ABORT, 'regel: een brief die uitging, blijft zoals hij was'); END;
CREATE TRIGGER transfer_no_change BEFORE UPDATE ON transfer
BEGIN SELECT RAISE(ABORT, 'regel: een doorzending wordt niet gewijzigd'); END;
CREATE TRIGGER transfer_no_delete BEFORE DELETE ON transfer WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een doorzending wordt niet gewijzigd'); END;
CREATE TRIGGER remedy_case_no_change BEFORE UPDATE ON remedy_case
BEGIN SELECT RAISE(ABORT, 'regel: een klacht, bezwaar of verzoekschrift wordt niet gewijzigd maar aangevuld'); END;
CREATE TRIGGER remedy_case_no_delete BEFORE DELETE ON remedy_case WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een klacht, bezwaar of verzoekschrift wordt niet gewijzigd maar aangevuld'); END;
CREATE TRIGGER remedy_partner_no_change BEFORE UPDATE ON remedy_partner
BEGIN SELECT RAISE(ABORT, 'regel: een klacht, bezwaar of verzoekschrift wordt niet gewijzigd maar aangevuld'); END;
CREATE TRIGGER remedy_partner_no_delete BEFORE DELETE ON remedy_partner WHEN (SELECT request_id FROM remedy_case WHERE id = OLD.remedy_id) NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een klacht, bezwaar of verzoekschrift wordt niet gewijzigd maar aangevuld'); END;
CREATE TRIGGER remedy_event_no_change BEFORE UPDATE ON remedy_event
BEGIN SELECT RAISE(ABORT, 'regel: een klacht, bezwaar of verzoekschrift wordt niet gewijzigd maar aangevuld'); END;
CREATE TRIGGER remedy_event_no_delete BEFORE DELETE ON remedy_event WHEN (SELECT request_id FROM remedy_case WHERE id = OLD.remedy_id) NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een klacht, bezwaar of verzoekschrift wordt niet gewijzigd maar aangevuld'); END;
CREATE TRIGGER breach_no_change BEFORE UPDATE ON breach
BEGIN SELECT RAISE(ABORT, 'regel: een datalek wordt niet gewijzigd maar aangevuld'); END;
CREATE TRIGGER breach_no_delete BEFORE DELETE ON breach
BEGIN SELECT RAISE(ABORT, 'regel: een datalek wordt niet gewijzigd maar aangevuld'); END;
CREATE TRIGGER breach_item_no_change BEFORE UPDATE ON breach_item
BEGIN SELECT RAISE(ABORT, 'regel: een datalek wordt niet gewijzigd maar aangevuld'); END;
CREATE TRIGGER breach_item_no_delete BEFORE DELETE ON breach_item
BEGIN SELECT RAISE(ABORT, 'regel: een datalek wordt niet gewijzigd maar aangevuld'); END;
CREATE TRIGGER breach_partner_no_change BEFORE UPDATE ON breach_partner
BEGIN SELECT RAISE(ABORT, 'regel: een datalek wordt niet gewijzigd maar aangevuld'); END;
CREATE TRIGGER breach_partner_no_delete BEFORE DELETE ON breach_partner
BEGIN SELECT RAISE(ABORT, 'regel: een datalek wordt niet gewijzigd maar aangevuld'); END;
CREATE TRIGGER breach_event_no_change BEFORE UPDATE ON breach_event
BEGIN SELECT RAISE(ABORT, 'regel: een datalek wordt niet gewijzigd maar aangevuld'); END;
CREATE TRIGGER breach_event_no_delete BEFORE DELETE ON breach_event
BEGIN SELECT RAISE(ABORT, 'regel: een datalek wordt niet gewijzigd maar aangevuld'); END;

CREATE TRIGGER transfer_why BEFORE INSERT ON transfer WHEN trim(NEW.reason) = '' OR trim(NEW.to_name) = '' OR trim(NEW.clock_why) = ''
BEGIN SELECT RAISE(ABORT, 'regel: een doorzending heeft een reden en een ontvanger nodig'); END;
CREATE TRIGGER remedy_after_end BEFORE INSERT ON remedy_event
WHEN NEW.kind NOT IN ('note', 'reopened') AND EXISTS (SELECT 1 FROM remedy_event WHERE remedy_id = NEW.remedy_id AND kind = 'outcome')
BEGIN SELECT RAISE(ABORT, 'regel: dit is al afgedaan'); END;
CREATE TRIGGER remedy_event_words BEFORE INSERT ON remedy_event WHEN trim(NEW.words) = ''
BEGIN SELECT RAISE(ABORT, 'regel: schrijf op wat er gebeurde'); END;
CREATE TRIGGER breach_event_words BEFORE INSERT ON breach_event WHEN trim(NEW.words) = ''
BEGIN SELECT RAISE(ABORT, 'regel: schrijf op wat er gebeurde'); END;
CREATE TRIGGER breach_after_end BEFORE INSERT ON breach_event
WHEN EXISTS (SELECT 1 FROM breach_event WHERE breach_id = NEW.breach_id AND kind = 'closed')
BEGIN SELECT RAISE(ABORT, 'regel: dit datalek is afgesloten'); END;
-- Closed only when everybody was told, or it was written down why not; with a measure; by someone else than who handed it out.
-- Basis: AVG art. 33, 34; Privacyprotocol art. 8.4, 8.6
CREATE TRIGGER breach_close BEFORE INSERT ON breach_event WHEN NEW.kind = 'closed' AND (
  (SELECT role FROM account WHERE id = NEW.recorded_by AND active = 1) IS NOT 'privacy-officer'
  OR EXISTS (SELECT 1 FROM breach b JOIN release r ON r.id = b.release_id WHERE b.id = NEW.breach_id AND r.released_by = NEW.recorded_by)
  OR NOT EXISTS (SELECT 1 FROM breach_event WHERE breach_id = NEW.breach_id AND kind IN ('told-authority', 'not-told-authority'))
  OR NOT EXISTS (SELECT 1 FROM breach_event WHERE breach_id = NEW.breach_id AND kind IN ('told-person', 'not-told-persons'))
  OR NOT EXISTS (SELECT 1 FROM breach_event WHERE breach_id = NEW.breach_id AND kind = 'measure')
  OR EXISTS (SELECT 1 FROM breach_partner p WHERE p.breach_id = NEW.breach_id AND NOT EXISTS (
     SELECT 1 FROM breach_event e WHERE e.breach_id = NEW.breach_id AND e.kind = 'told-partner' AND e.value = p.partner_id)))
BEGIN SELECT RAISE(ABORT, 'regel: een datalek wordt afgesloten door een privacy officer die het niet verstrekte, als iedereen bericht heeft en er een maatregel is'); END;
