#include "service/casework/answer_forms.h"

#include <algorithm>

#include "service/casework/case_file.h"
#include "service/casework/child_reader.h"
#include "service/casework/form_outcomes.h"
#include "service/casework/letter_answers.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

using store::Step;

bool isEarly(const store::Request& request) {
    return request.step == Step::logged || request.step == Step::collecting || request.step == Step::reading || request.step == Step::review;
}

store::Request requireAccess(Office& office, const Actor& actor, std::string_view requestId) {
    const auto request = requireRequest(office, actor, requestId);
    if (request.right != "access") throw Failure(Failure::notFound, "Alleen een verzoek om inzage heeft een vorm van antwoorden.");
    return request;
}

std::optional<AnswerFormView::Young> youngOf(Office& office, const Actor& actor, const store::Request& request) {
    if (!isYoungRequester(office, request)) return std::nullopt;
    AnswerFormView::Young young;
    if (const auto it = office.store.answerForms().youngRequester(request.id)) young.choice = it->choice, young.why = it->why, young.byName = accountName(office, it->decidedBy);
    const bool out = request.step == Step::released || request.step == Step::closed;
    young.mayGive = actor.role == Role::privacyOfficer && !out && young.choice != "to-child";
    young.mayChoose = young.mayGive || (actor.role == Role::professional && isEarly(request) && young.choice.empty());
    return young;
}

std::string joinedNames(const std::vector<WithoutRegister>& partners) {
    std::vector<std::string> names;
    for (const auto& it : partners) names.push_back(it.name);
    return joinedWords(names);
}

ExcessiveRow rowOf(Office& office, const Actor& actor, const store::Request& request, const store::ExcessiveClaim& it) {
    ExcessiveRow row{it.kind, it.why, it.earlier, it.offered, accountName(office, it.proposedBy), {}, it.confirmedAt.has_value(), false};
    if (row.confirmed) row.confirmedByName = accountName(office, it.confirmedBy);
    row.mayConfirm = !row.confirmed && isEarly(request) && actor.role == Role::privacyOfficer && actor.accountId != it.proposedBy;
    return row;
}

}  // namespace

std::vector<InspectionRow> inspectionRows(Office& office, const store::Request& request);  // inspections.cpp

AnswerFormView viewAnswerForm(Office& office, const Actor& actor, std::string_view requestId) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    AnswerFormView view;
    view.requestId = request.id, view.reference = request.reference, view.right = request.right, view.step = toText(request.step);
    view.form = office.store.answerForms().formOf(request.id);
    if (const auto history = office.store.answerForms().history(request.id); !history.empty()) view.why = history.back().why, view.chosenByName = accountName(office, history.back().chosenBy);
    view.inspections = inspectionRows(office, request);
    if (const auto claim = office.store.answerForms().claim(request.id)) view.excessive = rowOf(office, actor, request, *claim);
    if (request.right == "access") view.withoutRegister = withoutRegister(office, request);
    const bool handles = actor.role == Role::professional, open = std::any_of(view.inspections.begin(), view.inspections.end(), [](const auto& it) { return it.open; });
    view.mayChoose = handles && isEarly(request) && request.right == "access";
    view.mayFinish = handles && isEarly(request) && (view.form == "processing" || invitesRepresentative(office, request));
    view.young = youngOf(office, actor, request);
    view.mayPlan = view.form == "inspection" && !open && !wasInspected(office, request) && request.step != Step::released && request.step != Step::closed;
    view.mayHold = view.form == "inspection" && open && request.step == Step::signOff && office.store.signOffs().standing(request.id);
    view.mayClaim = handles && isEarly(request) && !view.excessive;
    record(office, actor, trailOf(request, "answer-form.seen"));
    return view;
}

FormOutcome chooseForm(Office& office, const Actor& actor, std::string_view requestId, std::string_view form, std::string_view why) {
    requireRole(actor, {Role::professional});
    const auto request = requireAccess(office, actor, requestId);
    requireStep(request, {Step::logged, Step::collecting, Step::reading, Step::review});
    if (form != "documents" && form != "processing" && form != "inspection") return formRefused("form", "form-unknown", "Kies hoe het verzoek wordt beantwoord.");
    if (why.empty()) return formRefused("why", "reason-missing", "Schrijf waarom: wat vroeg of wilde de verzoeker?");
    office.store.transact([&] {
        office.store.answerForms().choose({request.id, std::string(form), std::string(why), actor.accountId, {}});
        record(office, actor, trailOf(request, "answer-form.chosen", std::string(why), "{\"form\":\"" + std::string(form) + "\"}"));
    });
    return formDone("De vorm van het antwoord is vastgelegd.");
}

Outcome finishProcessing(Office& office, const Actor& actor, std::string_view requestId) {
    requireRole(actor, {Role::professional});
    const auto request = requireAccess(office, actor, requestId);
    requireStep(request, {Step::logged, Step::collecting, Step::reading, Step::review});
    if (office.store.answerForms().formOf(request.id) != "processing" && !invitesRepresentative(office, request)) return Outcome::refused("form-other", "Dit verzoek wordt met stukken beantwoord.");
    if (request.identityMethod.empty() || request.identityMethod == "not-yet") return Outcome::refused("identity-open", "Stel eerst vast wie de verzoeker is.");
    // Basis: AVG art. 5(1)(d), 15(1): the answer is nothing but the register; what nobody said is no answer
    if (const auto without = withoutRegister(office, request); !without.empty() && !invitesRepresentative(office, request))
        return Outcome::refused("register-empty", "Dit antwoord komt uit het register, en dat van " + joinedNames(without) + " is leeg. Laat een beheerder het eerst invullen: Beheer, Partners, Register.");
    office.store.transact([&] {
        sendLettersToPackaging(office, request, actor.accountId);
        record(office, actor, trailOf(request, "answer-form.finished"));
    });
    office.wakeWorkers();
    return Outcome::success("Lakwerk maakt de brieven en controleert ze; daarna is de privacy officer aan zet.");
}

FormOutcome answerYoung(Office& office, const Actor& actor, std::string_view requestId, std::string_view choice, std::string_view why) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    const auto request = requireAccess(office, actor, requestId);
    const bool toChild = choice == "to-child";
    if (toChild) requireStep(request, {Step::logged, Step::collecting, Step::reading, Step::review, Step::packaging, Step::signOff});
    else requireStep(request, {Step::logged, Step::collecting, Step::reading, Step::review});
    if (!isYoungRequester(office, request)) return formRefused("choice", "not-young", "Dit is geen eigen verzoek om inzage van een kind onder de 12.");
    if (!toChild && choice != "representative") return formRefused("choice", "choice-unknown", "Kies wat dit kind hoort of krijgt.");
    if (toChild && actor.role != Role::privacyOfficer) return formRefused("choice", "officer-only", "Stukken aan een kind onder de 12 geeft alleen een privacy officer vrij.");
    if (why.empty()) return formRefused("why", "reason-missing", "Schrijf waarom: wat is het belang van dit kind?");
    office.store.transact([&] {
        office.store.answerForms().answerYoung({request.id, std::string(choice), std::string(why), actor.accountId, {}});
        record(office, actor, trailOf(request, toChild ? "answer-form.to-child" : "answer-form.representative", std::string(why)));
    });
    return formDone(toChild ? "Vastgelegd: het kind krijgt de stukken zelf." : "Vastgelegd: het kind hoort wie voor hem of haar mag vragen.");
}

ClaimOutcome proposeExcessive(Office& office, const Actor& actor, std::string_view requestId, const requests::ExcessiveClaim& claim) {
    requireRole(actor, {Role::professional});
    const auto request = requireRequest(office, actor, requestId);
    requireStep(request, {Step::logged, Step::collecting, Step::reading, Step::review});
    ClaimOutcome outcome;
    outcome.lacks = requests::lacking(claim);
    if (office.store.answerForms().claim(request.id)) {
        outcome.code = "claimed", outcome.words = "Er ligt al een voorstel.";
        return outcome;
    }
    if (!outcome.lacks.empty()) {
        outcome.code = "lacking", outcome.words = "Dit voorstel kan zo nog niet: er ontbreekt iets dat de wet vraagt.";
        return outcome;
    }
    office.store.transact([&] {
        office.store.answerForms().propose({{}, request.id, claim.kind, claim.why, claim.earlier, claim.offered, actor.accountId, {}, {}, {}, {}});
        record(office, actor, trailOf(request, "excessive.proposed", claim.why));
    });
    outcome.done = true, outcome.code = "done", outcome.words = "Voorgesteld. Een privacy officer moet dit bevestigen voordat de verzoeker iets hoort.";
    return outcome;
}

// Basis: AVG art. 12(5): the controller bears the burden of showing it; two people, each by name
Outcome confirmExcessive(Office& office, const Actor& actor, std::string_view requestId) {
    requireRole(actor, {Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    requireStep(request, {Step::logged, Step::collecting, Step::reading, Step::review});
    const auto claim = office.store.answerForms().claim(request.id);
    if (!claim || claim->confirmedAt) throw Failure(Failure::notFound, "Er is niets te bevestigen.");
    if (claim->proposedBy == actor.accountId) return Outcome::refused("own-claim", "U stelde dit zelf voor. Een andere privacy officer moet het bevestigen.");
    office.store.transact([&] {
        office.store.answerForms().confirm(claim->id, actor.accountId);
        record(office, actor, trailOf(request, "excessive.confirmed"));
        sendLettersToPackaging(office, request, claim->proposedBy);
    });
    office.wakeWorkers();
    return Outcome::success("Bevestigd. Lakwerk maakt de brief met de redenen en controleert haar; daarna kan zij worden vrijgegeven.");
}

FormOutcome rejectExcessive(Office& office, const Actor& actor, std::string_view requestId, std::string_view why) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    const auto claim = office.store.answerForms().claim(request.id);
    if (!claim || claim->confirmedAt) throw Failure(Failure::notFound, "Er is niets af te wijzen.");
    if (why.empty()) return formRefused("why", "reason-missing", "Schrijf waarom dit verzoek toch gewoon wordt behandeld.");
    office.store.transact([&] {
        office.store.answerForms().reject(claim->id, why, actor.accountId);
        record(office, actor, trailOf(request, "excessive.rejected", std::string(why)));
    });
    return formDone("Afgewezen: het verzoek wordt gewoon behandeld.");
}

}  // namespace service::casework
