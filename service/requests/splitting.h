// One application becomes parts: one right towards one controller each. Pure.
#pragma once

#include <string>
#include <vector>

namespace service::requests {

// together: one team handles for all, on the mandate of each. Only for access; the other rights are always decided by each
// controller for itself. Basis: Convenant art. 5.2; Privacyprotocol art. 9.1
enum class Handling { apart, together };

struct Part {
    std::string right;
    std::string partner;                // who decides; empty: several together
    std::vector<std::string> together;  // which
    bool operator==(const Part&) const = default;
};

// In the order of the partners; what is handled together comes first. Doubled rights and partners count once; without a
// partner there is no part.
std::vector<Part> split(const std::vector<std::string>& rights, const std::vector<std::string>& partners, Handling handling);

}  // namespace service::requests
