#include <algorithm>
#include <array>
#include <map>

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

// Only the sector acts differ per partner; the GDPR, its implementation act and procedural law hold for all.
bool mayCiteOne(PartnerKind kind, std::string_view citation) {
    if (citation.starts_with("Wmo 2015")) return isUnderWmo(kind);
    if (citation.starts_with("Jeugdwet")) return isUnderYouthAct(kind);
    if (citation.starts_with("BW art. 7:")) return kind == PartnerKind::treatment;
    if (citation.starts_with("Wet BIG")) return kind == PartnerKind::treatment;
    static constexpr std::array general{"AVG", "UAVG", "Awb", "BW art. 1:", "Wpg", "Wjsg", "Convenant", "Privacyprotocol", "Archiefwet"};
    return std::ranges::any_of(general, [&](std::string_view law) { return citation.starts_with(law); });
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
