// What an audit entry says in Dutch.
#pragma once

#include <string>
#include <string_view>

namespace service::casework {

// details: JSON of the entry. An unknown action is shown as it is.
std::string auditSentence(std::string_view action, std::string_view details);
bool isLooking(std::string_view action);  // only saw something

}  // namespace service::casework
