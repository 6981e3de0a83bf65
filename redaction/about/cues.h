// The Dutch phrases that show what kind of passage this is (templates/words/cues.txt); their literals are looked for in one pass.
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

namespace redaction::about {

enum class Cue { silence, cleared, worknote, internal, police, investigation, reporterIdentity, reporterVantage, keepsApart, harm, plan, planGiven, says, mixed, signature, salutation, mailHeader, formHeader, releaseHarms, boilerplate, journey, sight, nearby, landmark, localLife, schoolLife, talkWith, count };

using Cues = std::bitset<static_cast<std::size_t>(Cue::count)>;

struct CueRow {
    Cue cue;
    std::string expression;  // over folded text
};

const std::vector<CueRow>& cueRows();
Cues cuesIn(std::string_view folded);
bool says(std::string_view folded, Cue cue);  // only this one
inline bool has(const Cues& cues, Cue cue) { return cues.test(static_cast<std::size_t>(cue)); }

}  // namespace redaction::about
