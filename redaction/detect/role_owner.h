// The people a role could mean: whose mother, by the one who is spoken of or by the side of the family.
#pragma once

#include <string_view>
#include <vector>

#include "redaction/detect/kinship.h"
#include "redaction/detect/recognisers.h"

namespace redaction::detect {

// Names (sorted by start) and the roles found so far, in text order.
struct NamedSoFar {
    const std::vector<Mention>& names;
    std::vector<Mention> roles;
};

// Whose? "zijn": the man named last for whom the household knows exactly such a relative.
std::vector<std::size_t> kinOfOwner(const Reading& r, const NamedSoFar& named, std::size_t at, std::string_view ownerWord, KinWord word);
std::vector<std::size_t> kinBySide(const Reading& r, std::string_view side, KinWord word);  // "oma van vaderskant"

}  // namespace redaction::detect
