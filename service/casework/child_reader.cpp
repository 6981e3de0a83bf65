#include "service/casework/child_reader.h"

#include "service/casework/case_file.h"
#include "service/casework/words.h"

namespace service::casework {

std::optional<ChildReader> childReader(Office& office, const redaction::household::Case& household, std::string_view personId) {
    const auto* person = redaction::household::findPerson(household, std::string(personId));
    if (!person || !person->birthdate) return std::nullopt;
    const int age = redaction::household::ageOn(*person->birthdate, today(office));
    if (age >= 16) return std::nullopt;
    return ChildReader{shortName(*person), age};
}

std::optional<ChildReader> childReaderOf(Office& office, std::string_view requestId) {
    const auto request = office.store.requests().load(std::string(requestId));
    if (request.capacity != "self") return std::nullopt;
    return childReader(office, office.store.households().load(request.householdId), request.requesterId);
}

}  // namespace service::casework
