// The form of each kind of fact, and its way to and from the JSON of case.json.
#pragma once

#include "service/web/forms.h"

namespace service::web::pages {

// kind: person, relation, authority, protection, consent. Empty: no such kind.
// known: with the partners that may be chosen. before: the fact to change; another partner that it speaks of can be kept, unnamed.
std::vector<Field> factFields(const Visit& visit, const redaction::household::Case& known, std::string_view kind, const Data& before = {});
http::Fields factToFields(const redaction::household::Case& known, std::string_view kind, const Data& body);
std::vector<std::string> listed(const std::string& text);  // "een, twee" as two
// `before`: the fact as it was, so that what the form does not show stays; an empty object for a new one.
Data factFromFields(const redaction::household::Case& known, std::string_view kind, const Sent& sent, Data before);

}  // namespace service::web::pages
