// The rules R1–R27 applied to one passage and to one span, for one request. The order of evaluation is law and therefore
// code; what a rule says, its ground and its source are data.
#pragma once

#include <set>

#include "redaction/policy/hiding.h"
#include "redaction/policy/reading.h"
#include "redaction/policy/standing.h"
#include "redaction/policy/verdict.h"

namespace redaction::policy {

struct Ruling {  // what evaluation needs to know about one request
    RulesOfDay rules;
    const Standing& standing;
    const detect::People& people;
    std::string askedPartner;
    std::set<std::string> unsafeStrangers;  // people who stand where a protected person lives: naming them tells where
    std::set<std::string> ownStrangers;     // people the requester named themself (R11, R27)
    Hiding hiding;                          // what the dossier tells of the hidden place

    const std::string* kindOf(const std::string& partnerId) const {  // of a partner of the case; nullptr: unknown
        for (const auto& partner : standing.household().partners)
            if (partner.id == partnerId) return &partner.kind;
        return nullptr;
    }
    Verdict by(std::string_view rule, std::string_view ground = {}) const { return rules.by(rule, ground); }
};

bool tellsOfHiding(const Ruling& ruling, const ReadFragment& fragment, const about::Passage& passage);  // does R13 decide on it?
Verdict evaluatePassage(const Ruling& ruling, const ReadFragment& fragment, const about::Passage& passage);
Verdict evaluateBySigns(const Ruling& ruling, const ReadFragment& fragment, const about::Passage& passage);  // without what its words make likely
Verdict evaluateSpan(const Ruling& ruling, const ReadFragment& fragment, const about::Passage& passage, const detect::Mention& mention);
// Headers take the verdict of what they head. Basis: domain rules, "headers, signatures, boilerplate".
// What tells of somebody without naming them goes with the withheld passage it continues. Closed on doubt.
void settleUnnamed(const ReadFragment& fragment, std::vector<Verdict>& verdicts);
void settleHeaders(const Ruling& ruling, const ReadFragment& fragment, std::vector<Verdict>& verdicts);

// R13: an address, place, school … of somebody who is protected against the requester.
bool isHiddenPlace(const Ruling& ruling, const detect::Mention& mention);
// A telephone number or address of nobody known, under the letterhead of where they are, or a name learnt from there.
bool isPlaceOfHiding(const Ruling& ruling, const ReadFragment& fragment, const detect::Mention& mention);
bool isReporterHere(const Ruling& ruling, const ReadFragment& fragment, const about::Passage& passage, const detect::Mention& mention);

}  // namespace redaction::policy
