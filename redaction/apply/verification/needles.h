// The withheld strings, folded once, and the search for them in one text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redaction/marks/folded_text.h"

namespace redaction::apply::verification {

class Needles {
  public:
    // everywhere comes first: indexes count through it, then through own.
    Needles(const std::vector<std::string>& everywhere, const std::vector<std::string>& own);

    std::vector<std::size_t> findIn(std::string_view utf8Text) const;
    std::vector<std::size_t> findInBytes(std::string_view bytes) const;  // that are no text: long strings only
    std::size_t searched() const { return searched_; }

  private:
    struct Needle {
        marks::FoldedText folded;
        std::vector<std::string> encodings;  // for bytes; empty: too short
    };
    std::vector<Needle> needles_;
    std::size_t searched_ = 0;
};

}  // namespace redaction::apply::verification
