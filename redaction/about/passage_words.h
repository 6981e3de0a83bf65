// What the words of a passage tell besides the names in it: pronouns, who speaks and is spoken to, groups, turns.
#pragma once

#include <cstdint>
#include <vector>

#include "redaction/about/split.h"
#include "redaction/about/weigh.h"

namespace redaction::about {

// How a group ("de kinderen", "beide ouders") stands in a passage.
enum class Group { none, beside, touched, acting };

struct PassageWords {
    bool pronounFirst = false, pronounLater = false, firstPerson = false, secondPerson = false, quote = false, client = false, children = false, parents = false, family = false, silent = true;
    detect::Gender childGender = detect::Gender::unknown;  // of the children meant
    char label = 0;  // "Y: ja": the first letter of a label of at most three
    bool subjectDropped = false;  // "Werkt als monteur.", "- heeft een rijbewijs": opens with what somebody does
    detect::Gender gender = detect::Gender::unknown;  // of the first pronoun that has one
    bool he = false, him = false, she = false, her = false, plural = false, eachOther = false, both = false, caseWord = false, question = false;
    bool boy = false, girl = false, party = false, signsOff = false;  // "de jongen", "het meisje"; "betrokkene"; "voor akkoord"
    bool reporter = false, reporterActs = false;  // "melder", whom the case may know
    Group childrenStand = Group::none, parentsStand = Group::none;

    PassageWords(const detect::TextView& view, const Stretch& s, const std::vector<Named>& named);  // one walk

  private:
    void readGroup(const detect::Word& w, const detect::Word& before, Group stands);
    void readMore(const detect::TextView& view, std::size_t at, std::uint32_t is);
    Group standOf(const detect::TextView& view, std::size_t at, std::size_t first) const;
};

}  // namespace redaction::about
