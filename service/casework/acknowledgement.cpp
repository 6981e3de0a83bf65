// The acknowledgement letter of a request, ready to print.
#include <algorithm>

#include "service/casework/applications.h"
#include "service/casework/case_file.h"
#include "service/casework/intake.h"
#include "service/casework/law_of_request.h"
#include "service/casework/letter_guard.h"
#include "service/casework/package_letters.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

std::vector<std::string> partnerNames(Office& office, const store::Request& request, const std::set<std::string>& hidden) {
    std::vector<std::string> names;
    for (const auto& id : office.store.requests().partnersOf(request))
        if (hidden.count(id) != 0) continue;
        else if (const auto partner = office.store.partners().find(id); partner && partner->active) names.push_back(partner->name);
    return names;
}

letters::Acknowledgement letterFor(Office& office, const Actor& actor, const store::Request& request) {
    const Standing standing = standingOf(office, request);
    const auto language = letters::languageFrom(request.language);
    letters::Acknowledgement letter;
    letter.frame = frameFor(office, actor, standing);
    letter.right = requests::rightFrom(request.right).value_or(requests::Right::access);
    letter.about = aboutWhom(standing, language);
    letter.reader = readerOf(office, standing), letter.remarks = aboutOwnRequest(office, standing);
    letter.received = request.receivedOn, letter.channel = request.channel;
    letter.due = decisionClock(office, request).due.end;
    letter.identityMethod = request.identityMethod.empty() ? "not-yet" : request.identityMethod;
    letter.partners = partnerNames(office, request, standing.hiddenPartners);
    return letter;
}

std::string printed(Office& office, const store::Request& request, const letters::Acknowledgement& letter) {
    return guardedPdf(office, standingOf(office, request), letters::acknowledgement(office.letterBook, letters::languageFrom(request.language), letter));
}

void addOnce(std::vector<std::string>& names, const std::vector<std::string>& more) {
    for (const auto& name : more)
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

}  // namespace

// Basis: AVG art. 12(3): the requester hears what happens and by when
std::string acknowledgementLetter(Office& office, const Actor& actor, std::string_view requestId) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto request = requireRequestOrDesk(office, actor, requestId).request;
    const auto pdf = printed(office, request, letterFor(office, actor, request));
    record(office, actor, trailOf(request, "acknowledgement.made"));
    return pdf;
}

std::string applicationAcknowledgement(Office& office, const Actor& actor, std::string_view applicationId) {
    const auto view = viewApplication(office, actor, applicationId);
    auto parts = partsOf(office, view.id);
    std::erase_if(parts, [&](const auto& part) { return office.store.retention().find(part.id).has_value(); });  // what is gone is not told of
    const auto first = livingPartOf(office, view.id);
    auto letter = letterFor(office, actor, first);
    letter.frame.reference = view.reference;
    for (const auto& part : parts) {
        const auto one = letterFor(office, actor, part);
        addOnce(letter.partners, one.partners);
        letter.due = std::min(std::chrono::sys_days{letter.due}, std::chrono::sys_days{one.due});
        if (part.right != first.right) letter.alsoRights.push_back(one.right);
    }
    const auto pdf = printed(office, first, letter);
    for (const auto& part : parts) record(office, actor, trailOf(part, "acknowledgement.made"));
    return pdf;
}

}  // namespace service::casework
