// One reading of a dossier, from which the proposals of any number of requests can be made.
#pragma once

#include <string>
#include <vector>

#include "redaction/about/about.h"
#include "redaction/policy/proposal.h"

namespace redaction::policy {

struct ReadFragment {
    std::string name, partner, title;  // title: folded first lines
    detect::TextView view;
    std::vector<detect::Mention> mentions;
    std::vector<about::Passage> passages;

    std::string headingOf(const about::Passage& passage) const;  // folded; the headers over this passage
};

std::vector<ReadFragment> readFragments(const detect::People& people, const std::vector<Fragment>& fragments);

}  // namespace redaction::policy
