#include "service/casework/outcomes.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>

#include "service/casework/office.h"

namespace service::casework {

namespace {

using Json = nlohmann::json;

constexpr std::pair<const char*, const char*> words[] = {{"granted", "toegewezen"}, {"partly", "deels toegewezen"}, {"refused", "geweigerd"}, {"nothing-held", "niets gevonden"},
    {"nothing-visible", "niets te zien"}, {"not-taken-up", "niet in behandeling genomen"}, {"processing", "uitleg gegeven"}, {"decided", "beslist"}};

struct Counts {
    std::size_t released = 0, partly = 0, withheld = 0;
    std::string code() const {
        if (released + partly + withheld == 0) return "decided";
        if (released + partly == 0) return "refused";
        return partly + withheld == 0 ? "granted" : "partly";
    }
};

// Of a package that did not yet say what each partner decided.
void fromDocuments(Office& office, const Json& contents, const store::Request& request, Decided& decided) {
    std::map<std::string, Counts> each;
    Counts all;
    for (const auto& it : contents.is_object() ? contents.value("documents", Json::array()) : Json::array()) {
        const auto outcome = it.value("outcome", ""), partner = it.value("partner", request.partnerId);
        for (auto* counts : {&each[partner], &all}) counts->released += outcome == "released", counts->partly += outcome == "partly", counts->withheld += outcome == "withheld";
    }
    for (const auto& [partner, counts] : each) decided.byPartner[partner] = counts.code();
    for (const auto& partner : office.store.requests().partnersOf(request)) decided.byPartner.emplace(partner, "decided");
    decided.whole = all.code();
}

// One answer where all agree; else part of it was granted, or it was refused. Who holds nothing, or nothing to be seen, leaves the
// answer to the others: nobody refused.
std::string together(const std::map<std::string, std::string>& each) {
    std::set<std::string> answers, without;
    for (const auto& [partner, code] : each) (code == "nothing-held" || code == "nothing-visible" ? without : answers).insert(code);
    if (answers.empty()) return without.empty() ? "decided" : *without.rbegin();  // nothing-visible: something is held
    if (answers.size() == 1) return *answers.begin();
    for (const auto* given : {"granted", "partly", "processing"})
        if (answers.contains(given)) return "partly";
    return answers.contains("refused") ? "refused" : "decided";
}

}  // namespace

std::string outcomeCode(letters::Outcome outcome) {
    switch (outcome) {
        case letters::Outcome::granted: return "granted";
        case letters::Outcome::partly: return "partly";
        case letters::Outcome::refused: return "refused";
        case letters::Outcome::nothingHeld: return "nothing-held";
        case letters::Outcome::nothingVisible: return "nothing-visible";
        case letters::Outcome::notTakenUp: return "not-taken-up";
        case letters::Outcome::processing: return "processing";
    }
    return "decided";
}

namespace {

Decided decidedIn(Office& office, const store::Request& request, const store::Release& release) {
    Decided decided;
    decided.out = release.releasedAt.has_value();
    const auto contents = Json::parse(release.contents, nullptr, false);
    const auto each = contents.is_object() ? contents.find("decisions") : contents.end();
    if (!contents.is_object() || each == contents.end() || each->empty()) return fromDocuments(office, contents, request, decided), decided;
    for (const auto& it : *each) decided.byPartner[it.value("partner", "")] = it.value("outcome", "decided");
    decided.whole = together(decided.byPartner);
    return decided;
}

}  // namespace

Decided decidedOn(Office& office, const store::Request& request) {
    const auto release = office.store.releases().latest(request.id);
    return release && release->releasedAt ? decidedIn(office, request, *release) : Decided{};
}

bool anyRefuses(Office& office, const store::Request& request) {
    const auto release = office.store.releases().latest(request.id);
    if (!release) return false;
    const auto decided = decidedIn(office, request, *release).byPartner;
    return std::any_of(decided.begin(), decided.end(), [](const auto& it) { return it.second == "refused" || it.second == "not-taken-up"; });
}

std::string outcomeWords(const std::string& code) {
    for (const auto& [id, text] : words)
        if (code == id) return text;
    return code.empty() ? "" : "beslist";
}

}  // namespace service::casework
