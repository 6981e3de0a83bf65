// Cases as a lawyer writes them (tests/data/cases/README.md): a request, lines of a document and what must happen to each.
// Only the reading of that text; case_run.h compares with what is proposed.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "redaction/household/household.h"
#include "redaction/policy/proposal.h"

namespace cases {

using redaction::household::AccessRequest;
using redaction::household::Case;
using redaction::household::Date;
using redaction::policy::Decision;

class CaseError : public std::runtime_error {  // "R07.txt:12: …"
  public:
    using std::runtime_error::runtime_error;
};

struct Expected {
    Decision decision = Decision::release;
    std::string ground, rule;  // rule empty: any
};

enum class Who { person, nobodyAtAll, unknown, anyone, open };  // nobodyAtAll: the word is no mention; open: it fits several

struct Mark {  // [text|who:kind|decision ground]
    std::size_t start = 0, end = 0;  // code points of the piece
    std::string text;
    Who who = Who::anyone;
    std::string person, kind;  // kind empty: any
    std::optional<Expected> expected;
};

enum class State { right, notYet, notYetShows };  // shows: what must be withheld is proposed to be shown

struct Line {
    int number = 0;
    State state = State::right;
    std::optional<Expected> expected;  // absent: only the marks are judged
    std::string text;
    std::size_t start = 0, end = 0;  // code points of the piece
    std::vector<Mark> marks;
};

struct Setting {  // what stands in a heading, with the changes under it
    Case household;
    AccessRequest request;
    Date today{};
    std::string partner, document;  // whose paper, and what kind
};

struct Piece {  // one document
    std::size_t setting = 0;
    std::u32string text;
    std::vector<Line> lines;
};

struct CaseFile {
    std::string name;
    std::vector<Setting> settings;
    std::vector<Piece> pieces;
};

// Throws CaseError. `households`: the folder with NAME.json.
CaseFile parseCases(const std::string& name, const std::string& text, const std::string& households);

}  // namespace cases
