// Where a dossier names the region somebody lives in without naming a place: a police unit, a health service, a broadcaster, the
// way people talk there. Learnt per request: a region that the requester's own life or a partner of the case bears tells
// nothing. Basis: domain rules, R13 (by clues).
#pragma once

#include <string>
#include <vector>

#include "redaction/policy/reading.h"

namespace redaction::policy {

struct Ruling;

class Regions {
  public:
    void learn(const Ruling& ruling, const std::vector<ReadFragment>& fragments);
    bool isNamedIn(const ReadFragment& fragment, const about::Passage& passage) const;

  private:
    struct Found {
        std::size_t start = 0;
        std::string name;  // folded, without the service that bears it
    };
    void forget(const Ruling& ruling, const std::vector<ReadFragment>& fragments);

    std::vector<std::vector<Found>> found_;  // per fragment, in order
};

// "Een vriendje in de straat", "van nummer 18": who lives there.
bool tellsNeighbourhood(const ReadFragment& fragment, const about::Passage& passage);
// "De reis van Tobi naar vader duurt 1 uur en 50 minuten": how far somebody hidden lives. Not how long the requester was on the way.
bool tellsDistance(const Ruling& ruling, const ReadFragment& fragment, const about::Passage& passage);

}  // namespace redaction::policy
