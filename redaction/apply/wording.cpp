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

std::string kindWord(const std::string& kind) {
    static const std::map<std::string, std::string> words{
        {"name", "naam"}, {"address", "adres"}, {"phone", "telefoonnummer"}, {"email", "e-mailadres"}, {"bsn", "BSN"},
        {"iban", "rekeningnummer"}, {"birthdate", "geboortedatum"}, {"date", "datum"}, {"school", "school"},
        {"employer", "werkgever"}, {"place", "plaats"}, {"function", "functie"}, {"institution", "instelling"}};
    const auto word = words.find(kind);
    return word == words.end() ? std::string() : word->second;
}

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

std::string markLabel(const policy::RuleSet& rules, const marks::Mark& mark) {
    const auto kind = kindWord(mark.kind);
    return "[" + (kind.empty() ? kind : kind + " · ") + groundCode(rules, mark.ground) + "]";
}

std::string passageLine(const policy::RuleSet& rules, const std::string& ground) {
    return "Deze passage is niet verstrekt: " + groundCode(rules, ground) + ".";
}

// Basis: AVG art. 12(1) and 12(4) — what is withheld is said, with the reason, in plain words.
std::vector<typeset::Block> explainGrounds(const policy::RuleSet& rules, const std::vector<marks::Mark>& marks) {
    std::set<std::string> used;
    for (const auto& mark : marks) used.insert(outward(mark.ground));
    if (used.empty()) return {};
    typeset::KeyValues rows;
    for (const auto& ground : rules.grounds())
        if (used.erase(ground.id) > 0) rows.rows.push_back({ground.code, typeset::plain(ground.sentence)});
    if (!used.empty()) rows.rows.push_back({"niet verstrekt", typeset::plain("De brief bij dit stuk legt uit waarom.")});
    return {typeset::Heading{2, "Waarom delen van dit stuk zwart zijn"},
            typeset::Paragraph{typeset::plain("Op de zwarte plekken staat een korte reden. Hieronder leest u wat die betekent. "
                                              "De breedte van een zwarte plek zegt niets over wat eronder stond.")},
            std::move(rows)};
}

}  // namespace redaction::apply
