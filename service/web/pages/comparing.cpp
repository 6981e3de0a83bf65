#include "service/web/pages/comparing.h"

#include <algorithm>

#include "service/web/pages/review_data.h"

namespace service::web::pages {

namespace {

using casework::Shown;

std::string signOfShown(Shown shown) {
    switch (shown) {
        case Shown::all: return "○";
        case Shown::part: return "½";
        case Shown::none: return "■";
        case Shown::open: return "?";
        case Shown::missing: break;
    }
    return "–";
}

Data seenData(const Visit& visit, const std::string& by, Shown shown, const std::string& grounds) {
    return {{"by", by}, {"sign", signOfShown(shown)}, {"code", toText(shown)}, {"said", visit.say("compare.shown-" + toText(shown))}, {"groundWords", grounds}};
}

std::string nameOf(const Visit& visit, const casework::Side& side) {
    return side.requestId.empty() ? visit.say("compare.if-asked", {{"who", side.personName}}) : side.reference + " · " + side.personName;
}

Data sideData(const Visit& visit, const casework::Side& side) {
    return {{"name", nameOf(visit, side)}, {"step", side.stepWords}, {"link", side.requestId.empty() ? "" : "/verzoeken/" + side.requestId}, {"imagined", side.requestId.empty()}};
}

bool differs(const casework::ComparedPassage& it) { return it.one != it.other || it.tells || it.completes; }

Data passageData(const Visit& visit, const casework::Comparison& comparison, const casework::ComparedPassage& it) {
    return {{"text", it.text}, {"one", seenData(visit, nameOf(visit, comparison.one), it.one, it.groundOne)},
            {"other", seenData(visit, nameOf(visit, comparison.other), it.other, it.groundOther)}, {"tells", it.tells},
            {"completes", it.completes}, {"warns", it.tells || it.completes}};
}

Data documentsData(const Visit& visit, const casework::Comparison& comparison, bool onlyDifferences) {
    auto list = Data::array();
    for (const auto& document : comparison.documents) {
        auto passages = Data::array();
        for (const auto& it : document.passages)
            if (!onlyDifferences || differs(it)) passages.push_back(passageData(visit, comparison, it));
        const auto different = std::count_if(document.passages.begin(), document.passages.end(), differs);
        if (onlyDifferences && passages.empty()) continue;
        list.push_back({{"id", document.fragmentId}, {"heading", (document.number ? visit.say("review.document") + " " + std::to_string(document.number) + " · " : "") + document.title},
                        {"partner", document.partnerName}, {"link", fragmentAddress(document.fragmentId)}, {"passages", passages}, {"none", passages.empty()},
                        {"summary", visit.say("compare.of-document", {{"count", static_cast<long>(document.passages.size())}, {"different", static_cast<long>(different)}})}});
    }
    return list;
}

Data countsData(const Visit& visit, const casework::Comparison& comparison) {
    const auto& c = comparison.counts;
    auto list = Data::array();
    const auto add = [&](std::size_t count, const std::string& said) { list.push_back({{"count", count}, {"said", said}}); };
    add(c.both, visit.say("compare.both"));
    add(c.onlyOne, visit.say("compare.only", {{"who", nameOf(visit, comparison.one)}}));
    add(c.onlyOther, visit.say("compare.only", {{"who", nameOf(visit, comparison.other)}}));
    add(c.neither, visit.say("compare.neither"));
    if (c.open) add(c.open, visit.say("compare.open"));
    return list;
}

Data choicesData(const Visit& visit, const casework::ComparisonChoices& choices, const std::string& one, const std::string& other) {
    Data data{{"ones", Data::array()}, {"others", Data::array()}, {"persons", Data::array()}};
    for (const auto& side : choices.requests) {
        const std::string words = nameOf(visit, side) + " (" + side.stepWords + ")";
        data["ones"].push_back({{"id", side.requestId}, {"name", words}, {"selected", side.requestId == one}});
        data["others"].push_back({{"id", side.requestId}, {"name", words}, {"selected", side.requestId == other}});
    }
    for (const auto& [id, name] : choices.persons) data["persons"].push_back({{"id", "wie:" + id}, {"name", name}, {"selected", "wie:" + id == other}});
    data["nothing"] = choices.requests.empty();
    return data;
}

void addComparison(const Visit& visit, const casework::Comparison& comparison, bool onlyDifferences, Data& data) {
    data["one"] = sideData(visit, comparison.one);
    data["other"] = sideData(visit, comparison.other);
    data["counts"] = countsData(visit, comparison);
    data["warnings"] = warningsData(comparison.warnings);
    data["has_warnings"] = !comparison.warnings.empty();
    data["documents"] = documentsData(visit, comparison, onlyDifferences);
    data["no_documents"] = data["documents"].empty();
}

}  // namespace

Data warningsData(const std::vector<casework::ComparisonWarning>& warnings) {
    auto list = Data::array();
    for (const auto& it : warnings) list.push_back({{"words", it.words}, {"code", it.kind}});
    return list;
}

std::string comparisonLink(std::string_view householdId, std::string_view one, std::string_view other) {
    return "/huishoudens/" + std::string(householdId) + "/vergelijken?een=" + std::string(one) + "&ander=" + std::string(other);
}

http::Response comparison(Visit& visit) {
    const auto& household = visit.at("household");
    const auto query = visit.query();
    const auto one = query.get("een"), other = query.get("ander");
    const bool onlyDifferences = query.get("toon") == "verschillen";
    const auto choices = casework::comparisonChoices(visit.office(), visit.actor(), household);
    Data data = choicesData(visit, choices, one, other);
    data["action"] = visit.request.path;
    data["only_differences"] = onlyDifferences;
    data["same"] = !one.empty() && one == other;
    data["compared"] = !one.empty() && !other.empty() && one != other;
    if (data["compared"]) addComparison(visit, casework::compare(visit.office(), visit.actor(), household, one, other), onlyDifferences, data);
    return visit.page("comparison", {visit.say("compare.title"), "households",
                                     {{visit.say("menu.households"), "/huishoudens"}, {choices.householdTitle, "/huishoudens/" + household}, {visit.say("compare.title"), ""}}},
                      data);
}

}  // namespace service::web::pages
