// Which stretches of a fragment tell by themselves who is meant, so that verification searches them also where everything
// around them is hidden: names, numbers and addresses of others who are not there in their function, and what a human marked.
#pragma once

#include <string>
#include <vector>

#include "redaction/marks/word_spans.h"
#include "redaction/policy/standing.h"
#include "service/casework/standing.h"

namespace service::casework {

class NamesToSearch {
  public:
    NamesToSearch(Office& office, const Standing& standing);
    std::vector<redaction::marks::Span> in(const std::string& fragmentId) const;

  private:
    bool isSearched(const store::Proposal& proposal) const;
    const Standing& standing_;
    redaction::policy::Standing rights_;
};

}  // namespace service::casework
