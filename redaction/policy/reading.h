// One reading of a dossier, from which the proposals of any number of requests can be made.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "redaction/about/about.h"
#include "redaction/policy/proposal.h"

namespace redaction::policy {

class Correcting;

struct ReadFragment {
    std::string name, partner, title;  // title: folded first lines
    detect::TextView view;
    std::vector<detect::Mention> mentions;
    std::vector<about::Passage> passages;

    std::map<std::size_t, std::string> headings;  // folded; per block the headers over its passages
    std::vector<int> years;                       // of this century and the last, the first it names
    bool journal = false;                         // entries that open with a day
    std::size_t number = 0;                       // in the dossier

    const std::string& headingOf(const about::Passage& passage) const;
    std::span<const detect::Mention> mentionsIn(const about::Passage& passage) const { return {mentions.data() + passage.firstMention, passage.lastMention - passage.firstMention}; }
};

// Also learns from the texts what the case does not tell of its people.
// correcting: what reviewers corrected is laid over it; nullptr: nothing.
std::vector<ReadFragment> readFragments(detect::People& people, const std::vector<Fragment>& fragments, Correcting* correcting = nullptr);

}  // namespace redaction::policy
