// Why something is withheld, in words for the requester, with the article that applies at this partner. The words never
// say who is protected, where, or that the requester in particular is the reason.
#include <algorithm>

#include "service/requests/decision.h"

namespace service::requests {
namespace {

constexpr const char* othersRights = "AVG art. 15 lid 4; UAVG art. 41 lid 1 onder i";

// One row per ground. Sources per partner: Wmo (safe home, local team, providers), Jeugdwet, BW (treatment), others.
struct GroundRow {
    const char *ground, *dutch, *english, *wmo, *youth, *treatment, *others;
};

const std::vector<GroundRow>& rows() {
    static const std::vector<GroundRow> table{
        {"third-party", "Dit gaat over iemand anders. Die persoon heeft ook recht op privacy.",
         "This is about someone else. That person has a right to privacy too.",
         "Wmo 2015 art. 5.3.2 lid 4; AVG art. 15 lid 4", "AVG art. 15 lid 4", "BW art. 7:456; AVG art. 15 lid 4", othersRights},
        {"no-authority",
         "Dit gaat over een kind. Het dossier van een kind is in te zien door een ouder met gezag of een voogd. U kunt ons wel "
         "vragen om belangrijke informatie over het kind in grote lijnen.",
         "This is about a child. A child's file is open to a parent with parental authority or a guardian. You can ask us for "
         "important information about the child in outline.",
         "UAVG art. 5; BW art. 1:377c", "UAVG art. 5; BW art. 1:377c", "UAVG art. 5; BW art. 1:377c", "UAVG art. 5; BW art. 1:377c"},
        {"child-16plus", "Dit gaat over een kind van 16 jaar of ouder. Een kind van die leeftijd beslist zelf wie dit mag lezen.",
         "This is about a child of 16 or older. At that age the child decides who may read this.",
         "Wmo 2015 art. 5.3.2 lid 3 en 5.3.3 lid 1", "Jeugdwet art. 7.3.11 lid 1", "BW art. 7:457", "UAVG art. 5; AVG art. 15 lid 4"},
        {"good-care", "Als wij dit verstrekken, kan dat de zorg voor een betrokkene schaden. Een goede hulpverlener doet dat niet.",
         "Providing this could harm the care for a person concerned. A good professional does not do that.",
         "Wmo 2015 art. 5.3.2 lid 3", "Jeugdwet art. 7.3.11 lid 3", "BW art. 7:457", "UAVG art. 41 lid 1 onder i"},
        {"child-confidence", "Een kind heeft dit in vertrouwen verteld. Dat vertrouwen beschermen wij.",
         "A child told this in confidence. We protect that confidence.",
         "Wmo 2015 art. 5.3.2", "Jeugdwet art. 7.3.11 lid 2 onder b", "BW art. 7:457", othersRights},
        {"safety", "Als wij dit verstrekken, kan dat de veiligheid of de rechten van iemand anders schaden.",
         "Providing this could harm the safety or the rights of someone else.",
         othersRights, othersRights, othersRights, othersRights},
        {"reporter", "Hieruit kan blijken wie informatie heeft gegeven. Wie informatie geeft, mag erop vertrouwen dat wij dat niet bekendmaken.",
         "This could show who gave information. Whoever gives information may trust that we do not disclose that.",
         "Wmo 2015 art. 5.3.1 lid 4", othersRights, othersRights, othersRights},
        {"worknote", "Dit is een persoonlijke werkaantekening van een medewerker en gaat ook over iemand anders.",
         "This is a professional's personal working note and it is also about someone else.",
         "AVG art. 15 lid 4", "AVG art. 15 lid 4", "AVG art. 15 lid 4", "AVG art. 15 lid 4"},
        {"police-data", "Dit komt van de politie of van justitie. Die beslissen zelf over inzage. U kunt uw verzoek bij hen doen.",
         "This comes from the police or the judicial authorities. They decide on access themselves. You can make your request to them.",
         "Wpg; Wjsg", "Wpg; Wjsg", "Wpg; Wjsg", "Wpg; Wjsg"},
        {"investigation", "Als wij dit nu verstrekken, kan dat een lopend onderzoek hinderen.",
         "Providing this now could obstruct an ongoing investigation.",
         "Wmo 2015 art. 5.3.1 lid 3 en 5.3.2 lid 4; UAVG art. 41 lid 1 onder d", "UAVG art. 41 lid 1 onder d",
         "UAVG art. 41 lid 1 onder d", "UAVG art. 41 lid 1 onder d"},
        {"professional-safety", "Dit zijn gegevens van een medewerker. Wij beschermen die om de medewerker veilig te laten werken.",
         "These are a member of staff's details. We protect them so that staff can work safely.",
         "AVG art. 15 lid 4", "AVG art. 15 lid 4", "AVG art. 15 lid 4", "AVG art. 15 lid 4"},
        {"other-controller", "Over deze informatie beslist een andere organisatie. U kunt uw verzoek bij die organisatie doen.",
         "Another organisation decides on this information. You can make your request there.",
         "AVG art. 15; Convenant art. 5.2", "AVG art. 15; Convenant art. 5.2", "AVG art. 15; Convenant art. 5.2", "AVG art. 15; Convenant art. 5.2"}};
    return table;
}

const char* sourceFor(const GroundRow& row, PartnerKind kind) {
    switch (kind) {
        case PartnerKind::safeHome:
        case PartnerKind::localTeam:
        case PartnerKind::wmoProvider: return row.wmo;
        case PartnerKind::youthProtection:
        case PartnerKind::youthCare: return row.youth;
        case PartnerKind::treatment: return row.treatment;
        case PartnerKind::childProtectionBoard:
        case PartnerKind::careSafetyHouse:
        case PartnerKind::unknown: return row.others;
    }
    return row.others;
}

}  // namespace

std::optional<GroundWording> wordingOf(std::string_view ground, PartnerKind kind) {
    const auto found = std::ranges::find_if(rows(), [&](const GroundRow& row) { return row.ground == ground; });
    if (found == rows().end()) return std::nullopt;
    return GroundWording{found->ground, found->dutch, found->english, sourceFor(*found, kind)};
}

const std::vector<std::string>& groundIds() {
    static const std::vector<std::string> ids = [] {
        std::vector<std::string> all;
        for (const auto& row : rows()) all.emplace_back(row.ground);
        return all;
    }();
    return ids;
}

}  // namespace service::requests
