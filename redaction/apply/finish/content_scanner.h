// Walks a PDF content stream instruction by instruction: operands and the operator behind them. For streams this program
// made itself; of others it stops where it no longer understands.
#pragma once

#include <cstddef>
#include <string_view>

namespace redaction::apply {

class ContentScanner {
  public:
    explicit ContentScanner(std::string_view content) : content_(content) {}

    bool next();  // false at the end
    std::string_view instruction() const { return content_.substr(start_, end_ - start_); }  // with its operands and white space
    std::string_view word() const { return word_; }                                        // the operator
    std::string_view rest() const { return content_.substr(end_); }                        // behind the last instruction

  private:
    std::size_t skipToken(std::size_t at) const;  // behind the token that begins here
    std::size_t skipString(std::size_t at) const;
    std::size_t skipImage(std::size_t at) const;

    std::string_view content_, word_;
    std::size_t start_ = 0, end_ = 0;
};

}  // namespace redaction::apply
