// What a program tells of a file, taken apart into labels and what stands behind them: "Title" and "Verslag". A label is a
// word of the format, or of the program; what stands behind it may be anything.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace redaction::apply::verification {

// Between texts that have nothing to do with each other: a letter no needle has, so that nothing is found across.
inline constexpr const char* apart = "\n\uA66E\n";

struct Saying {
    std::string label, value;  // UTF-8
};
using Sayings = std::vector<Saying>;

// A thing that stands by itself: a name of the PDF's syntax, a line.
Saying byItself(std::string text);

// To be searched, in order.
std::string joined(const Sayings& sayings);

Sayings sayingsOfLines(std::string_view text);     // each line by itself
Sayings sayingsOfLabelled(std::string_view text);  // "Title:   Verslag", a line each
Sayings sayingsOfMarkup(std::string_view text);    // a tag, and the text up to the next

// Labels, and labels with all that stands behind them, that are known to stand in any file.
class KnownSayings {
  public:
    void add(const Sayings& sayings);
    // The rest: what stands behind a label is left out only where the same stands behind it in any file.
    Sayings without(const Sayings& sayings) const;

  private:
    std::set<std::string> labels_;
    std::set<std::pair<std::string, std::string>> whole_;
};

}  // namespace redaction::apply::verification
