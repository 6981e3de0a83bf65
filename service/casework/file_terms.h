// How long a partner keeps its own files: its register (partner_register.h), else templates/rules/file-terms.json.
// Not our own copies. The term alone is no reason to refuse erasure.
#pragma once

#include <string>
#include <vector>

namespace service::casework {

struct Office;

struct FileTerm {
    int years = 0;  // from the last change; 0: set elsewhere
    std::string dutch, english, source;
};
// Per kind of dossier, as the partner's register says; where it says nothing, what is usual for its kind. At least one.
std::vector<FileTerm> fileTermsOf(Office& office, const std::string& partnerId);

}  // namespace service::casework
