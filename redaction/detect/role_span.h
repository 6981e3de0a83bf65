// The words that make up a role: "zijn oudste zus", "de buurvrouw van nummer 14".
#pragma once

#include <string_view>

#include "redaction/detect/kinship.h"
#include "redaction/detect/recognisers.h"

namespace redaction::detect {

struct RoleSpan {
    std::size_t first, last;  // tokens, last exclusive
    std::string_view owner, side;
    bool article = false;
    bool which = false;  // it says which outsider: "van nummer 14", "uit groep 3"
};

bool mayBeRole(const Reading& r, std::size_t token);  // most words are no relative, and not broken by the end of a line
RoleSpan roleSpanAt(const Reading& r, std::size_t token);
// A word that may be something else too ("ma", "pa", "nani"): does it stand here as a relative?
bool weakRoleStands(const Reading& r, const RoleSpan& span, std::size_t token);
std::size_t somebodyEnd(const Reading& r, std::size_t token);  // "een jongen uit haar klas": behind its last word; token itself: nobody
bool isFunction(std::string_view word);  // "mentor": of somebody only as "de mentor", "haar mentor"
bool isSomeMan(const Reading& r, const RoleSpan& span, std::size_t token);  // "een oudere man"
bool isGenericRole(const Reading& r, const RoleSpan& span, std::size_t token, KinWord word);  // "als moeder", "een kind": nobody

}  // namespace redaction::detect
