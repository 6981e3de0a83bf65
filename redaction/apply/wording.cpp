#include "redaction/apply/wording.h"

#include <map>
#include <set>
#include <stdexcept>

namespace redaction::apply {

namespace {

const policy::Ground* findGround(const policy::RuleSet& rules, const std::string& id) {
    for (const auto& ground : rules.grounds())
        if (ground.id == id) return &ground;
    return nullptr;
}

// Only what says nothing of a place: a mark that says "address" or "school" tells that somebody's whereabouts are hidden.
std::string kindWord(const std::string& kind) {
    static const std::map<std::string, std::string> words{
        {"name", "naam"}, {"email", "e-mailadres"}, {"bsn", "BSN"}, {"iban", "rekeningnummer"}, {"birthdate", "geboortedatum"}, {"date", "datum"}};
    const auto word = words.find(kind);
    return word == words.end() ? std::string() : word->second;
}

constexpr const char* unknownLetter = "X";  // a ground these rules do not have

// A word on a mark is read at its place: one that says "safety" or "reporter" there tells that somebody hides, or who
// reported. Those marks say what UAVG art. 41(1)(i) covers for all of them; the letter tells the grounds of the whole.
const std::string& outward(const std::string& ground) {
    static const std::set<std::string> telling{"safety", "reporter", "professional-safety", "child-confidence", "investigation"};
    static const std::string others = "third-party";
    return telling.count(ground) != 0 ? others : ground;
}

}  // namespace

std::string groundCode(const policy::RuleSet& rules, const std::string& ground) {
    const auto* known = findGround(rules, outward(ground));
    return known ? known->code : "niet verstrekt";
}

std::string groundLetter(const policy::RuleSet& rules, const std::string& ground) {
    const auto* known = findGround(rules, outward(ground));
    return known ? known->mark : unknownLetter;
}

std::string markLabel(const policy::RuleSet& rules, const marks::Mark& mark) {
    const auto kind = kindWord(mark.kind);
    return "[" + groundLetter(rules, mark.ground) + (kind.empty() ? kind : " · " + kind) + "]";
}

std::string passageLine(const policy::RuleSet& rules, const std::string& ground) {
    return "Deze passage is niet verstrekt (" + groundLetter(rules, ground) + ": " + groundCode(rules, ground) + ").";
}

// Basis: AVG art. 12(1) and 12(4) — what is withheld is said, with the reason, in plain words.
std::vector<typeset::Block> explainGrounds(const policy::RuleSet& rules, const std::vector<marks::Mark>& marks) {
    std::set<std::string> used;
    for (const auto& mark : marks) used.insert(outward(mark.ground));
    if (used.empty()) return {};
    typeset::KeyValues rows;
    for (const auto& ground : rules.grounds())
        if (used.erase(ground.id) > 0) rows.rows.push_back({ground.mark + "  " + ground.code, typeset::plain(ground.sentence)});
    if (!used.empty()) rows.rows.push_back({std::string(unknownLetter) + "  niet verstrekt", typeset::plain("De brief bij dit stuk legt uit waarom.")});
    return {typeset::Heading{2, "Waarom delen van dit stuk zwart zijn"},
            typeset::Paragraph{typeset::plain("Op de zwarte plekken staat een letter. Hieronder leest u wat die betekent. "
                                              "De breedte van een zwarte plek zegt niets over wat eronder stond.")},
            std::move(rows)};
}

}  // namespace redaction::apply
