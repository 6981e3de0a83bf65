#include "redaction/policy/proposal.h"

namespace redaction::policy {

std::string toText(Decision decision) {
    switch (decision) {
        case Decision::release: return "release";
        case Decision::redact: return "redact";
        case Decision::judge: break;
    }
    return "judge";
}

std::string toText(Scope scope) { return scope == Scope::span ? "span" : "passage"; }

std::optional<Decision> decisionFrom(std::string_view text) {
    if (text == "release") return Decision::release;
    if (text == "judge") return Decision::judge;
    if (text == "redact") return Decision::redact;
    return std::nullopt;
}

std::optional<Scope> scopeFrom(std::string_view text) {
    if (text == "span") return Scope::span;
    if (text == "passage") return Scope::passage;
    return std::nullopt;
}

}  // namespace redaction::policy
