// Proposals and human decisions become what is hidden, with its ground. Only whole words are hidden.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "redaction/document/box.h"
#include "redaction/marks/word_spans.h"
#include "redaction/policy/proposal.h"

namespace redaction::marks {

// A stretch of text after review: what was finally decided. Ordered or not; may overlap.
struct Decided {
    std::size_t start = 0, end = 0;  // code points, end exclusive; start == end: only the box counts
    policy::Decision decision = policy::Decision::judge;
    std::string ground;
    std::optional<std::size_t> page;     // 0-based; with `box`: a rectangle drawn by a human
    std::optional<document::Box> box;
    std::string kind = {};  // of what is hidden, as policy::Proposal::kind; empty: a passage, or unknown
};

// One black mark. Text marks cover whole words and never overlap each other.
struct Mark {
    std::size_t start = 0, end = 0;
    std::string ground;
    std::optional<std::size_t> page;
    std::optional<document::Box> box;
    std::string kind = {};  // empty: a passage, unknown, or several kinds on one mark
};

// Thrown when a stretch is still open (judge): nothing may be built from undecided text.
class StillOpen : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// Redact wins over judge over release where stretches overlap. A word that a redaction touches is hidden whole.
// Throws StillOpen when, after that, anything is left as judge.
std::vector<Mark> resolveMarks(const document::Document& document, const std::vector<Decided>& decided);

// The strings that must not be found anywhere in what is released: the text under each mark, longer stretches cut to
// searchable pieces; strings that also stand in released text of the same document are left out.
// names: stretches that tell by themselves who is meant. In a long mark the words are searched in rows only, a name that
// lies under it by itself as well.
std::vector<std::string> withheldStrings(const document::Document& document, const std::vector<Mark>& marks, const std::vector<Span>& names = {});

// What is hidden by itself but has too few letters and digits to be searched ("Bo", "J."): people must look for it. Each once.
std::vector<std::string> unsearchedStrings(const document::Document& document, const std::vector<Mark>& marks, const std::vector<Span>& names = {});

// What may be released of the text (marks replaced by U+2588), for comparison and tests.
std::u32string releasedText(const document::Document& document, const std::vector<Mark>& marks);

}  // namespace redaction::marks
