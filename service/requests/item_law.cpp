// The law that stands under the answer to a point: the GDPR's own right, and the partner's act where it gives it too.
#include "service/requests/items.h"

namespace service::requests {
namespace {

const char* articleOf(Right right) {
    switch (right) {
        case Right::access: return "15";
        case Right::rectification: return "16";
        case Right::erasure: return "17";
        case Right::restriction: return "18";
        case Right::portability: return "20";
        case Right::objection: return "21";
    }
    return "";
}

// Basis: Jeugdwet 7.3.1(2), 7.3.9; Wmo 2015 art. 5.3.5; procedure P9: in a file kept for the other parent the act is not open
ItemLaw erasureLaw(const ItemChoice& choice, const ItemFacts& facts) {
    if (choice.id == "archive-erased") return {"AVG art. 17; Archiefwet", true};
    if (choice.id == "archive-refused") return {"AVG art. 17 lid 3 onder b; Archiefwet", true};
    const bool refused = choice.answer == Answer::refused;
    const std::string own = refused ? "AVG art. 17 lid 3" : "AVG art. 17";
    const auto also = [&](const char* granting, const char* refusing) { return facts.client ? std::string(refused ? refusing : granting) + "; " + own : own; };
    switch (facts.partner) {
        case PartnerKind::youthProtection:
        case PartnerKind::youthCare: return {also("Jeugdwet art. 7.3.9", "Jeugdwet art. 7.3.9 lid 2"), facts.client};
        case PartnerKind::safeHome:
        case PartnerKind::localTeam:
        case PartnerKind::wmoProvider: return {also("Wmo 2015 art. 5.3.5", "Wmo 2015 art. 5.3.5 lid 2"), true};
        case PartnerKind::treatment: return {also("BW art. 7:455", "BW art. 7:455 lid 2"), true};
        default: return {own, true};
    }
}

// Basis: Jeugdwet 7.3.8(2); Wmo 2015 art. 5.3.2(5): the client's own statement is added to the file
ItemLaw rectificationLaw(const ItemChoice& choice, const ItemFacts& facts) {
    if (choice.sort == "fact") return {"AVG art. 16", true};
    const bool statement = choice.id != "opinion-deleted";
    if (!statement || !facts.client) return {"AVG art. 16", !statement || !isUnderYouthAct(facts.partner)};
    switch (facts.partner) {
        case PartnerKind::youthProtection:
        case PartnerKind::youthCare: return {"Jeugdwet art. 7.3.8 lid 2; AVG art. 16", true};
        case PartnerKind::safeHome:
        case PartnerKind::localTeam:
        case PartnerKind::wmoProvider: return {"Wmo 2015 art. 5.3.2 lid 5; AVG art. 16", true};
        default: return {"AVG art. 16", true};
    }
}

}  // namespace

ItemLaw lawOf(const ItemChoice& choice, const ItemFacts& facts) {
    if (choice.answer == Answer::notTakenUp) return {std::string("AVG art. 12; AVG art. ") + articleOf(choice.right), true};
    if (choice.right == Right::erasure) return erasureLaw(choice, facts);
    if (choice.right == Right::rectification) return rectificationLaw(choice, facts);
    return {choice.source, true};
}

}  // namespace service::requests
