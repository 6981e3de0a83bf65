#include "service/casework/basis.h"

#include <nlohmann/json.hpp>

#include "redaction/policy/rules.h"
#include "service/casework/archive.h"
#include "service/casework/letter_answers.h"
#include "service/casework/own_paragraph.h"
#include "service/casework/safe_channels.h"

namespace service::casework {

namespace {

using Json = nlohmann::json;

Json requestBasis(const Standing& standing) {
    const auto& request = standing.request;
    return {request.householdId, request.right, request.requesterId, request.capacity, request.addressedTo, request.subjects,
            request.language, redaction::household::toIso(request.receivedOn), redaction::household::toJson(standing.household)};
}

Json fragmentBasis(const Standing& standing) {
    Json all = Json::array();
    for (const auto& it : standing.fragments)
        all.push_back({it.id, it.partnerId, it.number, toText(it.state), it.doubt, it.title, it.kind, it.modelBlob,
                       it.documentDate ? redaction::household::toIso(*it.documentDate) : ""});
    return all;
}

Json decisionBasis(const Standing& standing) {
    Json all = Json::array();
    for (const auto& [fragment, proposals] : standing.proposals)
        for (const auto& proposal : proposals) {
            const auto* ruling = rulingOn(standing, proposal.id);
            all.push_back({proposal.id, ruling ? ruling->id : ""});
        }
    return all;
}

Json answerBasis(Office& office, const Standing& standing) {
    Json all = Json::array();
    for (const auto& it : office.store.collections().ofRequest(standing.request.id)) {
        all.push_back({it.partnerId, toText(it.state), it.answer, it.explanation, it.searchedIn, it.searchedWith, it.delivered});
        for (const auto& missing : it.missing) all.push_back(missing.reason);
        all.push_back(ownParagraph(office, standing.request.id, it.partnerId));
    }
    for (const auto& it : office.store.letters().edits(standing.request.id)) all.push_back({it.partnerId, it.letter, it.block, it.after});
    all.push_back(standing.hiddenPartners);
    all.push_back(addressLines(letterWay(office, standing.request), standing.request.language));
    return all;
}

}  // namespace

std::string basisOf(Office& office, const Standing& standing) {
    const Json all{requestBasis(standing), fragmentBasis(standing), decisionBasis(standing), answerBasis(office, standing), letterBasis(office, standing.request), office.rules.version()};
    return sha256Hex(all.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace service::casework
