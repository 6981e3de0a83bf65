// What letters say of the remedies, for its template. Not for use outside this folder.
#pragma once

#include <nlohmann/json.hpp>

#include "service/letters/letters.h"

namespace service::letters {

const char* codeOf(requests::Remedy::Route route);  // of the words about it: objection, petition, appeal, authority, own, disciplinary

// decisionTitle, controllerName, routes, contested, contestedNote. To a child the same ways and last days in its own words.
nlohmann::json remedyFields(const LetterBook& book, Language language, Reader reader, const requests::Controller& controller, const requests::Remedies& remedies);
// controllerName, routes: of a letter that decides nothing.
nlohmann::json complaintFields(const LetterBook& book, Language language, Reader reader, const requests::Controller& controller);

}  // namespace service::letters
