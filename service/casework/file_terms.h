// How long a partner keeps its own files, and until when that is at the latest to be told: templates/rules/file-terms.json.
// Not our own copies. The term alone is no reason to refuse erasure.
#pragma once

#include <string>
#include <string_view>

namespace service::casework {

struct Office;

struct FileTerm {
    int years = 0;  // from the last change; 0: set elsewhere
    std::string dutch, english, source;
};
FileTerm fileTermOf(Office& office, std::string_view partnerKind);  // of an unknown kind: what holds for others

}  // namespace service::casework
