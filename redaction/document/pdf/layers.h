// Layers of a PDF that are off: what would be drawn if they were on.
#pragma once

#include <string>
#include <vector>

#include "redaction/document/pdf/page_text.h"

namespace redaction::document::pdf {

class Layers {
  public:
    explicit Layers(const Source& source);
    bool someAreOff() const { return !off_.empty(); }
    // Lines of words that the page only draws with every layer on. shown: its words as it stands.
    std::vector<std::u32string> hiddenLines(int number, const std::vector<NativeWord>& shown) const;

  private:
    enum class Turn { on, off };
    void turn(Turn turn) const;
    const Source& source_;
    std::vector<int> off_;
};

}  // namespace redaction::document::pdf
