#include "redaction/apply/spoken_mark.h"

namespace redaction::apply {

std::string spokenMark(std::string_view label) {
    if (!label.empty() && label.front() == '[') label.remove_prefix(1);
    if (!label.empty() && label.back() == ']') label.remove_suffix(1);
    constexpr std::string_view divider = " · ";
    const auto at = label.find(divider);
    std::string spoken = "gelakt";
    if (!label.empty()) spoken += ", grond " + std::string(label.substr(0, at));
    if (at != label.npos) spoken += ": " + std::string(label.substr(at + divider.size()));
    return spoken;
}

}  // namespace redaction::apply
