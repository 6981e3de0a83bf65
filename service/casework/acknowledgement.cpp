// The acknowledgement letter of a request, ready to print.
#include "service/casework/case_file.h"
#include "service/casework/intake.h"
#include "service/casework/law_of_request.h"
#include "service/casework/package_letters.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

std::vector<std::string> partnerNames(Office& office, const store::Request& request, const std::set<std::string>& hidden) {
    std::vector<std::string> names;
    for (const auto& it : office.store.households().partners(request.householdId))
        if (hidden.count(it.partnerId) != 0) continue;
        else if (const auto partner = office.store.partners().find(it.partnerId); partner && partner->active) names.push_back(partner->name);
    return names;
}

}  // namespace

// Basis: AVG art. 12(3): the requester hears what happens and by when
std::string acknowledgementLetter(Office& office, const Actor& actor, std::string_view requestId) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto request = requireRequestOrDesk(office, actor, requestId).request;
    const Standing standing = standingOf(office, request);
    const auto language = letters::languageFrom(request.language);
    letters::Acknowledgement letter;
    letter.frame = frameOf(office, standing, nullptr);
    letter.right = requests::rightFrom(request.right).value_or(requests::Right::access);
    letter.about = aboutWhom(standing, language);
    letter.received = request.receivedOn, letter.channel = request.channel;
    letter.due = decisionClock(office, request).due.end;
    letter.identityMethod = request.identityMethod.empty() ? "not-yet" : request.identityMethod;
    letter.partners = partnerNames(office, request, standing.hiddenPartners);
    const auto set = letters::acknowledgement(office.letterBook, language, letter).print();
    record(office, actor, trailOf(request, "acknowledgement.made"));
    return set.pdf;
}

}  // namespace service::casework
