// Runs one piece of a case file through the engine and says, line by line, where it proposes something else.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "redaction/policy/rules.h"
#include "tests/unit/policy/case_file.h"

namespace cases {

enum class Harm { none, unweighed, shown };  // unweighed: released what must be judged; shown: released what must be redacted

struct Outcome {
    const Line* line = nullptr;
    std::vector<std::string> differences;  // Dutch, what was expected and what is proposed; empty: as it should be
    Harm harm = Harm::none;
    std::set<std::string> rules;   // that the proposals for this line rest on
    std::vector<std::string> whys; // every explanation given for this line
};

const redaction::policy::RuleSet& rules();
std::vector<Outcome> run(const CaseFile& file, const Piece& piece);

}  // namespace cases
