-- Points, decisions on them and what comes of them are history: followed or withdrawn, never rewritten. Destruction of a case opens them.
CREATE TRIGGER item_no_rewrite BEFORE UPDATE OF request_id, number, what, place, wish, about, added_by, added_at ON request_item
BEGIN SELECT RAISE(ABORT, 'regel: een punt wordt ingetrokken, niet gewijzigd'); END;
CREATE TRIGGER item_withdrawn_once BEFORE UPDATE OF withdrawn_at ON request_item WHEN OLD.withdrawn_at IS NOT NULL OR trim(NEW.withdrawn_why) = ''
BEGIN SELECT RAISE(ABORT, 'regel: een punt wordt eenmaal ingetrokken, met een reden'); END;
CREATE TRIGGER item_no_delete BEFORE DELETE ON request_item WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een punt wordt ingetrokken, niet verwijderd'); END;
CREATE TRIGGER item_too_late BEFORE INSERT ON request_item
WHEN (SELECT step FROM privacy_request WHERE id = NEW.request_id) IN ('released', 'closed')
BEGIN SELECT RAISE(ABORT, 'regel: dit verzoek is al verstrekt of gesloten'); END;
CREATE TRIGGER item_decision_no_change BEFORE UPDATE ON item_decision
BEGIN SELECT RAISE(ABORT, 'regel: een beslissing wordt niet gewijzigd maar opgevolgd'); END;
CREATE TRIGGER item_decision_no_delete BEFORE DELETE ON item_decision
WHEN coalesce((SELECT request_id FROM request_item WHERE id = OLD.item_id), '') NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een beslissing wordt niet verwijderd'); END;
CREATE TRIGGER item_decision_too_late BEFORE INSERT ON item_decision
WHEN (SELECT q.step FROM privacy_request q JOIN request_item i ON i.request_id = q.id WHERE i.id = NEW.item_id) <> 'review'
  OR (SELECT withdrawn_at FROM request_item WHERE id = NEW.item_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'regel: over dit punt kan nu niet worden beslist'); END;

-- A package rests on every decision and on the form of the answer.
CREATE TRIGGER void_by_item AFTER INSERT ON request_item
BEGIN UPDATE sign_off SET voided_at = NEW.added_at, voided_why = 'er is daarna een punt bijgekomen'
  WHERE id IN (SELECT id FROM sign_off_open WHERE request_id = NEW.request_id); END;
CREATE TRIGGER void_by_item_withdrawn AFTER UPDATE OF withdrawn_at ON request_item
BEGIN UPDATE sign_off SET voided_at = moment_now(), voided_why = 'er is daarna een punt ingetrokken'
  WHERE id IN (SELECT id FROM sign_off_open WHERE request_id = NEW.request_id); END;
CREATE TRIGGER void_by_answer_form AFTER INSERT ON answer_form
BEGIN UPDATE sign_off SET voided_at = NEW.chosen_at, voided_why = 'de vorm van het antwoord is daarna gewijzigd'
  WHERE id IN (SELECT id FROM sign_off_open WHERE request_id = NEW.request_id); END;

-- Four eyes. Basis: BIO 2.0 (scheiding van taken); AVG art. 32, 12(5)
CREATE TRIGGER sign_off_item_four_eyes BEFORE INSERT ON sign_off
WHEN EXISTS (SELECT 1 FROM item_decision d JOIN request_item i ON i.id = d.item_id
             WHERE i.request_id = NEW.request_id AND d.decided_by = NEW.signed_by)
BEGIN SELECT RAISE(ABORT, 'regel: wie over een punt heeft beslist, ondertekent niet'); END;
CREATE TRIGGER excessive_two_people BEFORE UPDATE OF confirmed_by, confirmed_at ON excessive_claim
WHEN OLD.confirmed_at IS NOT NULL OR OLD.rejected_at IS NOT NULL OR NEW.confirmed_by = OLD.proposed_by OR NEW.confirmed_by = ''
  OR (SELECT role FROM account WHERE id = NEW.confirmed_by AND active = 1) IS NOT 'privacy-officer'
BEGIN SELECT RAISE(ABORT, 'regel: dat een verzoek buitensporig is, bevestigt een privacy officer die het niet zelf voorstelde'); END;
CREATE TRIGGER excessive_begins BEFORE INSERT ON excessive_claim
WHEN trim(NEW.why) = '' OR trim(NEW.offered) = '' OR NEW.confirmed_at IS NOT NULL OR NEW.rejected_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'regel: dat een verzoek buitensporig is, heeft een reden nodig en een tweede persoon'); END;
CREATE TRIGGER excessive_no_rewrite BEFORE UPDATE OF request_id, kind, why, earlier, offered, proposed_by, proposed_at ON excessive_claim
BEGIN SELECT RAISE(ABORT, 'regel: dit voorstel wordt afgewezen of bevestigd, niet gewijzigd'); END;
CREATE TRIGGER excessive_rejected_once BEFORE UPDATE OF rejected_at ON excessive_claim
WHEN OLD.rejected_at IS NOT NULL OR trim(NEW.rejected_why) = ''
BEGIN SELECT RAISE(ABORT, 'regel: dit voorstel wordt eenmaal afgewezen, met een reden'); END;
CREATE TRIGGER excessive_no_delete BEFORE DELETE ON excessive_claim WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: dit voorstel wordt afgewezen, niet verwijderd'); END;

CREATE TRIGGER work_order_no_rewrite BEFORE UPDATE OF request_id, item_id, partner_id, kind, due_on, ordered_by, ordered_at ON work_order
BEGIN SELECT RAISE(ABORT, 'regel: een opdracht wordt bevestigd, niet gewijzigd'); END;
CREATE TRIGGER work_order_confirmed_once BEFORE UPDATE OF confirmed_on ON work_order
WHEN OLD.confirmed_on IS NOT NULL OR NEW.confirmed_on IS NULL OR trim(NEW.confirmed_by) = '' OR NEW.recorded_by = ''
BEGIN SELECT RAISE(ABORT, 'regel: een opdracht wordt eenmaal bevestigd, met wie dat zei en op welke dag'); END;
CREATE TRIGGER work_order_no_delete BEFORE DELETE ON work_order WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een opdracht wordt niet verwijderd'); END;
CREATE TRIGGER recipient_no_rewrite BEFORE UPDATE OF request_id, item_id, recipient, made_at ON recipient_notice
BEGIN SELECT RAISE(ABORT, 'regel: een ontvanger wordt niet gewijzigd'); END;
CREATE TRIGGER recipient_told_once BEFORE UPDATE OF told_on, impossible_why ON recipient_notice
WHEN OLD.recorded_at IS NOT NULL OR NEW.recorded_by = '' OR (NEW.told_on IS NULL AND trim(NEW.impossible_why) = '')
BEGIN SELECT RAISE(ABORT, 'regel: dat een ontvanger is ingelicht, of waarom niet, wordt eenmaal vastgelegd'); END;
CREATE TRIGGER recipient_no_delete BEFORE DELETE ON recipient_notice WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een ontvanger wordt niet verwijderd'); END;
-- A case with work open at a partner is not over.
CREATE TRIGGER close_with_open_work BEFORE UPDATE OF step ON privacy_request
WHEN NEW.step = 'closed' AND (EXISTS (SELECT 1 FROM work_order WHERE request_id = NEW.id AND confirmed_on IS NULL)
  OR EXISTS (SELECT 1 FROM recipient_notice WHERE request_id = NEW.id AND recorded_at IS NULL))
BEGIN SELECT RAISE(ABORT, 'regel: de partner heeft nog niet bevestigd dat alles is gedaan'); END;

CREATE TRIGGER answer_form_no_change BEFORE UPDATE ON answer_form
BEGIN SELECT RAISE(ABORT, 'regel: de vorm van het antwoord wordt opgevolgd, niet gewijzigd'); END;
CREATE TRIGGER answer_form_why BEFORE INSERT ON answer_form WHEN trim(NEW.why) = ''
BEGIN SELECT RAISE(ABORT, 'regel: de vorm van het antwoord heeft een reden nodig'); END;
CREATE TRIGGER answer_form_no_delete BEFORE DELETE ON answer_form WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: de vorm van het antwoord wordt opgevolgd, niet verwijderd'); END;
CREATE TRIGGER inspection_no_rewrite BEFORE UPDATE OF request_id, partner_id, day, time, place, planned_by, planned_at ON inspection
BEGIN SELECT RAISE(ABORT, 'regel: een afspraak wordt afgezegd, niet gewijzigd'); END;
CREATE TRIGGER inspection_held_once BEFORE UPDATE OF held_on ON inspection
WHEN OLD.held_on IS NOT NULL OR OLD.cancelled_at IS NOT NULL OR trim(NEW.present) = '' OR trim(NEW.shown) = '' OR NEW.recorded_by = ''
  OR NOT EXISTS (SELECT 1 FROM sign_off WHERE request_id = NEW.request_id AND voided_at IS NULL)
  OR EXISTS (SELECT 1 FROM capacity_stop WHERE request_id = NEW.request_id AND settled_at IS NULL)
  OR (SELECT identity_method FROM privacy_request WHERE id = NEW.request_id) IN ('', 'not-yet')
BEGIN SELECT RAISE(ABORT, 'regel: inzage op locatie wordt eenmaal vastgelegd, na akkoord, met wie erbij was en wat is getoond'); END;
CREATE TRIGGER inspection_no_delete BEFORE DELETE ON inspection WHEN OLD.request_id NOT IN (SELECT request_id FROM being_destroyed)
BEGIN SELECT RAISE(ABORT, 'regel: een afspraak wordt afgezegd, niet verwijderd'); END;
CREATE TRIGGER register_no_change BEFORE UPDATE ON partner_register
BEGIN SELECT RAISE(ABORT, 'regel: een register wordt opgevolgd, niet gewijzigd'); END;
CREATE TRIGGER register_no_delete BEFORE DELETE ON partner_register
BEGIN SELECT RAISE(ABORT, 'regel: een register wordt opgevolgd, niet verwijderd'); END;
