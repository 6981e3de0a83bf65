// What a reviewer reads: whom the passage is about, in the words of the family, what it tells of them, what was asked for where
// it is not given, and what the rule says.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "redaction/policy/evaluate.h"

namespace redaction::policy {

std::string whyOf(const Ruling& ruling, const ReadFragment& fragment, const about::Passage& passage, const Verdict& verdict);// "Kan moeder of oma zijn. ": of a mention that fits several people.
std::string whoItMayBe(const Ruling& ruling, const detect::Mention& mention);

// What those the case does not know are called in the dossier.
class StrangersForms {
  public:
    explicit StrangersForms(const std::vector<ReadFragment>& fragments);
    // "Iemand die het huishouden niet kent, hier ook: juf Nynke, Nynke. "; nothing where they are called by one form.
    std::string linked(const std::string& key) const;

  private:
    std::map<std::string, std::vector<std::string>, std::less<>> forms_;
};

}  // namespace redaction::policy
