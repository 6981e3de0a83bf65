#include "redaction/apply/verification/sayings.h"

#include <algorithm>

namespace redaction::apply::verification {

namespace {

template <class See>
void eachPart(std::string_view text, char separator, See see) {
    for (std::size_t start = 0; start <= text.size();) {
        const auto end = std::min(text.find(separator, start), text.size());
        see(text.substr(start, end - start));
        start = end + 1;
    }
}

// Where a label ends in a part; what stands behind a part that has no end is its value.
Saying cut(std::string_view part, char end) {
    const auto at = part.find(end);
    if (at == part.npos) return {{}, std::string(part)};
    return {std::string(part.substr(0, at)), std::string(part.substr(at + 1))};
}

}  // namespace

Saying byItself(std::string text) { return {std::move(text), apart}; }

std::string joined(const Sayings& sayings) {
    std::string text;
    for (const auto& [label, value] : sayings) text.append(label).append("\n").append(value).append("\n");
    return text;
}

Sayings sayingsOfLines(std::string_view text) {
    Sayings sayings;
    eachPart(text, '\n', [&](std::string_view line) { sayings.push_back({std::string(line), {}}); });
    return sayings;
}

Sayings sayingsOfLabelled(std::string_view text) {
    Sayings sayings;
    eachPart(text, '\n', [&](std::string_view line) { sayings.push_back(cut(line, ':')); });
    return sayings;
}

Sayings sayingsOfMarkup(std::string_view text) {
    Sayings sayings;
    eachPart(text, '<', [&](std::string_view part) { sayings.push_back(cut(part, '>')); });
    return sayings;
}

void KnownSayings::add(const Sayings& sayings) {
    for (const auto& [label, value] : sayings) {
        labels_.insert(label);
        whole_.emplace(label, value);
    }
}

Sayings KnownSayings::without(const Sayings& sayings) const {
    Sayings left;
    for (const auto& saying : sayings) {
        if (whole_.count({saying.label, saying.value}) != 0) left.push_back(byItself({}));
        else if (labels_.count(saying.label) != 0) left.push_back({apart, saying.value});
        else left.push_back(saying);
    }
    return left;
}

}  // namespace redaction::apply::verification
