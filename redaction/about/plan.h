// A joint plan inside a document or as one: where it begins and ends, and who has been given which part of it, as its head,
// its text and the signatures under it say. Nobody is taken to have it because they are named in it.
#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "redaction/about/plan_parts.h"

namespace redaction::about {

class Plan {
  public:
    Plan(const detect::TextView& view, const detect::People& people, const std::vector<detect::Mention>& mentions) : v_(view), people_(people), mentions_(mentions) {}

    // The whole document is one: its head and the signatures under it are read first.
    void begin(const std::vector<Stretch>& stretches);
    bool isHere() const { return whole_ || section_; }
    void leaveAt(const Stretch& s);  // a title of what came of it: "bezoekschema", "verslag"
    void readHeading(const Stretch& s, bool given, const std::vector<Named>& named);  // given: a cue says that somebody got it
    void openSection(const Stretch& s, bool given, const std::vector<Named>& named);   // "PLAN (beide ouders hebben het gekregen)", until another title
    void learn(const Stretch& s, const std::vector<Named>& named);
    void read(Passage& p, const Stretch& s, bool given, const std::vector<Named>& named, bool early);

  private:
    bool mayTurn(const Stretch& s) const;
    std::string_view text(const Stretch& s) const { return v_.slice(s.start, s.end); }

    const detect::TextView& v_;
    const detect::People& people_;
    const std::vector<detect::Mention>& mentions_;
    PlanParts parts_;
    std::set<std::size_t> learnt_;  // starts of stretches
    bool whole_ = false, section_ = false;
};

}  // namespace redaction::about
