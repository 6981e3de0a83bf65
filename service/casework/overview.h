// The management overview of a year: counts only, small ones not shown. Names nobody; for who answers for the whole.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "service/casework/actor.h"
#include "service/requests/figures.h"

namespace service::casework {

struct Office;

struct Overview {
    int year = 0;
    std::set<int> years;                        // in which something was received
    std::vector<requests::ShownTable> tables;   // quarter, right, partner: by outcome; then answer (per right), cause (per right where that tells no small count), ground
};
Overview overview(Office& office, const Actor& actor, std::optional<int> year);

// Dutch, for a row of one of the tables: the name of a right, partner or ground; the id where there is none.
std::string rowWords(Office& office, const std::string& table, const std::string& id);

}  // namespace service::casework
