// What the words of a passage tell besides the names in it: pronouns, who speaks and is spoken to, groups, turns.
#pragma once

#include <vector>

#include "redaction/about/split.h"
#include "redaction/about/weigh.h"

namespace redaction::about {

struct PassageWords {
    bool pronounFirst = false, pronounLater = false, firstPerson = false, secondPerson = false, quote = false, client = false, children = false, parents = false, family = false, silent = true;
    detect::Gender childGender = detect::Gender::unknown;  // of the children meant
    char label = 0;  // "Y: ja": the first letter of a label of at most three
    bool subjectDropped = false;  // "Werkt als monteur.", "- heeft een rijbewijs": opens with what somebody does
    detect::Gender gender = detect::Gender::unknown;  // of the first pronoun that has one

    PassageWords(const detect::TextView& view, const Stretch& s, const std::vector<Named>& named);  // one walk

  private:
    void readGroup(const detect::Word& w, const detect::Word& before);
};

}  // namespace redaction::about
