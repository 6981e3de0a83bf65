#include <algorithm>
#include <sstream>

#include "service/requests/decision.h"

namespace service::requests {
namespace {

struct KindLaw {
    PartnerKind kind;
    const char* code;
    CitableLaw law;
};

// Basis: domain page redaction-rules, "Which law a fragment stands under depends on the partner"
const std::vector<KindLaw>& kinds() {
    static const CitableLaw wmo{"Wmo 2015 art. 5.3.2; AVG art. 15", "AVG art. 15", "Wmo 2015 art. 5.3.2 lid 3",
                                "Wmo 2015 art. 5.3.2 lid 4; AVG art. 15 lid 4", {"Wmo 2015", "AVG"}};
    static const CitableLaw youth{"Jeugdwet art. 7.3.10; AVG art. 15", "AVG art. 15", "Jeugdwet art. 7.3.11 lid 3 en 7.3.15 lid 4",
                                  "Jeugdwet art. 7.3.10, tweede zin; AVG art. 15 lid 4", {"Jeugdwet", "AVG"}};
    static const CitableLaw treatment{"BW art. 7:456; AVG art. 15", "AVG art. 15", "BW art. 7:457", "BW art. 7:456; AVG art. 15 lid 4", {"BW", "AVG"}};
    static const CitableLaw privacyOnly{"AVG art. 15", "AVG art. 15", "UAVG art. 41 lid 1 onder i", "AVG art. 15 lid 4",
                                        {"AVG", "UAVG"}};
    static const std::vector<KindLaw> table{
        {PartnerKind::safeHome, "veilig-thuis", wmo},
        {PartnerKind::youthProtection, "gecertificeerde-instelling", youth},
        {PartnerKind::childProtectionBoard, "raad-voor-de-kinderbescherming", privacyOnly},
        {PartnerKind::localTeam, "lokaal-team", wmo},
        {PartnerKind::localTeam, "gemeente", wmo},
        {PartnerKind::careSafetyHouse, "zorg-en-veiligheidshuis", privacyOnly},
        {PartnerKind::youthCare, "jeugdhulp", youth},
        {PartnerKind::wmoProvider, "wmo-aanbieder", wmo},
        {PartnerKind::treatment, "ggz", treatment},
        {PartnerKind::treatment, "huisarts", treatment},
        {PartnerKind::treatment, "behandelaar", treatment},
        {PartnerKind::unknown, "", privacyOnly}};
    return table;
}

// Every law and article that a letter may name; the sector acts only for the partners they hold for. No kinds: all partners.
struct CitedLaw {
    std::string_view name;
    std::vector<PartnerKind> kinds;
    std::vector<std::string_view> articles;
};

const std::vector<CitedLaw>& citedLaws() {
    using enum PartnerKind;
    static const std::vector<std::string_view> gdpr{"5", "6", "7", "12", "15", "16", "17", "18", "19", "20", "21", "33", "34", "77", "79", "82"};
    static const std::vector<CitedLaw> laws{
        {"UAVG", {}, {"5", "34", "35", "41"}},
        {"AVG", {}, gdpr},
        {"GDPR", {}, gdpr},  // in English
        {"Awb", {}, {"2:3", "3:45", "4:5", "4:17", "6:7", "6:8", "6:12", "6:15", "9:1"}},
        {"BW", {}, {"1:377c"}},
        {"Dutch Civil Code", {}, {"1:377c"}},
        {"IVRK", {}, {"12"}},
        {"Wpg", {}, {}},
        {"Wjsg", {}, {}},
        {"Archiefwet", {}, {}},
        {"Convenant", {}, {"5.2"}},
        {"Privacyprotocol", {}, {"6.4", "8.4", "9.1", "9.3", "9.4"}},
        {"Wmo 2015", {safeHome, localTeam, wmoProvider}, {"5.3.1", "5.3.2", "5.3.3", "5.3.4", "5.3.5"}},
        {"Jeugdwet", {youthProtection, youthCare}, {"7.3.8", "7.3.9", "7.3.10", "7.3.11", "7.3.15"}},
        {"BW", {treatment}, {"7:454", "7:455", "7:456", "7:457"}},
        {"Wet BIG", {treatment}, {"47"}}};
    return laws;
}

// The articles of one citation, after the name of its law: "art. 5.3.2 lid 3 en 5.3.3 lid 1" → 5.3.2, 5.3.3. A number after
// "lid" is a paragraph, unless it is written as an article is (5.3.3, 6:8). Ends at a word that belongs to no citation.
std::vector<std::string> articlesIn(std::string_view rest) {
    std::vector<std::string> articles;
    bool inParagraph = false;
    std::istringstream words{std::string(rest)};
    for (std::string word; words >> word;) {
        while (!word.empty() && (word.back() == ',' || word.back() == ')' || word.back() == '.' || word.back() == ':') && word != "art.") word.pop_back();
        if (word == "art." || word == "section") inParagraph = false;
        else if (word == "lid" || word == "onder") inParagraph = true;
        else if (word.empty() || word == "en" || word == "and" || (inParagraph && word.size() == 1 && word[0] >= 'a' && word[0] <= 'z')) continue;
        else if (word[0] < '0' || word[0] > '9') break;
        else {
            const auto article = word.substr(0, word.find_first_of("(,;"));
            if (!inParagraph || article.find_first_of(".:") != std::string::npos) articles.push_back(article);
        }
    }
    return articles;
}

bool holdsFor(const CitedLaw& law, PartnerKind kind) { return law.kinds.empty() || std::ranges::count(law.kinds, kind) > 0; }

bool mayCiteOne(PartnerKind kind, std::string_view citation) {
    const auto named = [&](const CitedLaw& law) { return citation.starts_with(law.name) && (citation.size() == law.name.size() || citation[law.name.size()] == ' ') && holdsFor(law, kind); };
    const auto& laws = citedLaws();
    const auto law = std::ranges::find_if(laws, named);
    if (law == laws.end()) return false;
    const auto articles = articlesIn(citation.substr(law->name.size()));
    return std::ranges::all_of(articles, [&](const auto& article) {
        return std::ranges::any_of(laws, [&](const auto& it) { return named(it) && std::ranges::count(it.articles, article) > 0; });
    });
}

}  // namespace

bool isUnderWmo(PartnerKind kind) { return kind == PartnerKind::safeHome || kind == PartnerKind::localTeam || kind == PartnerKind::wmoProvider; }
bool isUnderYouthAct(PartnerKind kind) { return kind == PartnerKind::youthProtection || kind == PartnerKind::youthCare; }

const std::vector<std::string>& partnerKindCodes() {
    static const std::vector<std::string> codes = [] {
        std::vector<std::string> all;
        for (const auto& row : kinds())
            if (row.kind != PartnerKind::unknown) all.emplace_back(row.code);
        return all;
    }();
    return codes;
}

PartnerKind partnerKindFrom(std::string_view code) {
    for (const auto& row : kinds())
        if (row.code == code) return row.kind;
    return PartnerKind::unknown;
}

CitableLaw lawOf(PartnerKind kind) { return std::ranges::find(kinds(), kind, &KindLaw::kind)->law; }

bool mayCite(PartnerKind kind, std::string_view citation) {
    while (!citation.empty()) {
        const auto end = citation.find(';');
        std::string_view one = citation.substr(0, end);
        one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
        if (!mayCiteOne(kind, one)) return false;
        citation = end == std::string_view::npos ? std::string_view{} : citation.substr(end + 1);
    }
    return true;
}

}  // namespace service::requests
