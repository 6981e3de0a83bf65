// Dutch or English, by the small words of a text. Anything else, and doubt, is Dutch: the language of nearly all documents.
#pragma once

#include <cstddef>
#include <string_view>

namespace redaction::document {

class SmallWords {
  public:
    void add(std::u32string_view word);  // as it stands in the text
    bool areEnglish() const;

  private:
    std::size_t words_ = 0, english_ = 0, dutch_ = 0;
};

std::string_view languageOf(std::u32string_view text);  // BCP 47: "nl" or "en"

}  // namespace redaction::document
