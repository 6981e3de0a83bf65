// The Dutch phrases that show what kind of passage this is (templates/words/cues.txt); their literals are looked for in one pass.
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/detect/text_view.h"

namespace redaction::about {

enum class Cue { silence, cleared, worknote, internal, police, investigation, reporterIdentity, reporterVantage, keepsApart, harm, plan, planGiven, says, mixed, signature, salutation, mailHeader, formHeader, releaseHarms, boilerplate, journey, sight, nearby, landmark, localLife, schoolLife, hidingPlace, talkWith, count };

using Cues = std::bitset<static_cast<std::size_t>(Cue::count)>;

struct CueRow {
    Cue cue;
    std::string expression;  // over folded text
};

const std::vector<CueRow>& cueRows();
std::string_view cueName(Cue cue);  // its section in the list

class CueFinder {  // in one text, stretch by stretch
  public:
    explicit CueFinder(const detect::TextView& view);
    Cues in(std::size_t start, std::size_t end);
    bool says(std::size_t start, std::size_t end, Cue cue);  // only this one

  private:
    const detect::TextView& v_;
    detect::PossibleExpressions possible_;
};

inline bool has(const Cues& cues, Cue cue) { return cues.test(static_cast<std::size_t>(cue)); }

}  // namespace redaction::about
