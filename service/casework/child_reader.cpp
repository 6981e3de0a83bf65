#include "service/casework/child_reader.h"

#include "redaction/policy/rules.h"
#include "service/casework/case_file.h"
#include "service/casework/letter_answers.h"
#include "service/casework/words.h"

namespace service::casework {

std::optional<ChildReader> childReader(Office& office, const redaction::household::Case& household, std::string_view personId) {
    const auto* person = redaction::household::findPerson(household, std::string(personId));
    if (!person || !person->birthdate) return std::nullopt;
    const int age = redaction::household::ageOn(*person->birthdate, today(office));
    if (age >= office.rules.ages(today(office)).own) return std::nullopt;
    return ChildReader{shortName(*person), age};
}

std::optional<ChildReader> childReaderOf(Office& office, std::string_view requestId) {
    const auto request = office.store.requests().load(std::string(requestId));
    if (request.capacity != "self") return std::nullopt;
    return childReader(office, office.store.households().load(request.householdId), request.requesterId);
}

bool isYoungRequester(Office& office, const store::Request& request) {
    if (request.right != "access") return false;
    const auto child = childReaderOf(office, request.id);
    return child && child->age < office.rules.ages(today(office)).confidence;
}

bool invitesRepresentative(Office& office, const store::Request& request) {
    const auto choice = office.store.answerForms().youngRequester(request.id);
    return choice && choice->choice == "representative" && isYoungRequester(office, request);
}

std::string whyNotToYoung(Office& office, const store::Request& request) {
    if (!isYoungRequester(office, request) || isNotTakenUp(office, request) || office.store.answerForms().youngRequester(request.id)) return {};
    return "Dit kind is nog geen " + std::to_string(office.rules.ages(today(office)).confidence) + " jaar en vraagt zelf. Kies bij Vorm van het antwoord dat het kind hoort wie voor hem of haar mag vragen, of laat een privacy officer daar "
           "vastleggen welk duidelijk belang het kind erbij heeft de stukken zelf te krijgen.";
}

}  // namespace service::casework
