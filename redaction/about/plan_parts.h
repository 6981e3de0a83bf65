// Who has been given which part of a joint plan, as the plan itself says.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/about/weigh.h"

namespace redaction::about {

class PlanParts {
  public:
    // A stretch that tells who got the plan: "Dit plan is met vader en moeder besproken." "De GI krijgt alleen onderdeel 5."
    void learn(const detect::TextView& view, const std::vector<Named>& named, std::size_t start, std::size_t end);
    static bool tellsWhoGotIt(std::string_view foldedSentence);
    void enter(std::string_view foldedLine, const std::vector<Named>& named, bool heading);  // "DEEL 3 – …", "4. …", "Bijlage A – alleen voor moeder"
    std::vector<std::string> recipients() const;                                // of the part we are in
    void give(const std::string& person) { whole_.insert(person); }             // of a group: "beide ouders hebben het gekregen"
    bool inParts() const { return !parts_.empty(); }                            // not everybody got everything

  private:
    std::set<std::string> whole_, only_, last_;  // last_: whom the sentence before named, "ook aan vader"
    std::map<std::string, std::set<std::string>> parts_;  // part → people
    std::set<std::string> apart_;                         // parts that only those people got
    std::string part_;
    bool onlyHere_ = false, namedPart_ = false;
};

}  // namespace redaction::about
