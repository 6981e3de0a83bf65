// Many expressions over one text of which few match: the literals each one needs are looked for together first, and only
// the expressions whose literals stand there are run. Over folded text (one byte per code point).
#pragma once

#include <re2/filtered_re2.h>

#include <string>
#include <string_view>
#include <vector>

#include "redaction/words/literals.h"

namespace redaction::words {

class Expressions {
  public:
    explicit Expressions(const std::vector<std::string>& expressions);  // throws std::logic_error for a wrong one

    // The indices of the expressions that may match, in order. The others do not.
    std::vector<int> possibleIn(std::string_view folded) const;
    const RE2& operator[](int index) const { return filtered_.GetRE2(index); }

  private:
    re2::FilteredRE2 filtered_;
    Literals literals_;
};

}  // namespace redaction::words
