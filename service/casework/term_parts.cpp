#include "service/casework/term_parts.h"

#include <algorithm>
#include <functional>

#include "service/casework/case_file.h"
#include "service/casework/hidden_partners.h"
#include "service/casework/household_change.h"
#include "service/casework/law_of_request.h"
#include "service/casework/partner_wall.h"
#include "service/casework/term_table.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

// At the counter others look along: of a partner that gives a place away there is no part to tick, and the question stays with the rest.
std::vector<store::Request> otherParts(Office& office, const Actor& actor, const SeenRequest& seen) {
    const auto& request = seen.request;
    const auto hidden = seen.sight == Sight::desk ? hiddenPartners(office, office.store.households().load(request.householdId), request) : std::set<std::string>{};
    auto parts = office.store.requests().ofApplication(request.applicationId);
    std::erase_if(parts, [&](const auto& it) { return it.id == request.id || hidden.contains(it.partnerId) || isBehindWall(office, actor, it); });
    return parts;
}

PartOption optionFor(Office& office, const store::Request& part) {
    const auto partner = office.store.partners().find(part.partnerId);
    return {part.id, part.reference, rightName(part.right), partner ? partner->name : "", false, {}};
}

// Empty: may. Whether anything else of the form is wrong, the form itself says.
std::string groundProblem(Office& office, const store::Request& part, const requests::SuspensionRules& rules, const requests::GroundRule& ground) {
    requests::SuspensionWish wish;
    wish.ground = ground.id, wish.right = requests::rightFrom(part.right).value_or(requests::Right::access);
    wish.received = part.receivedOn, wish.today = today(office), wish.asked = wish.today;
    wish.identityOpen = part.identityMethod.empty() || part.identityMethod == "not-yet", wish.documents = 1;
    wish.reason = wish.lateWhy = "x";
    const auto problem = requests::whyNotSuspend(wish, rules);
    return problem ? problem->words : std::string();
}

const char* const decidedAlready = "Op dit deel is al beslist.";

template <class Judge>
std::vector<PartOption> options(Office& office, const Actor& actor, std::string_view requestId, Judge&& judge) {
    const auto seen = requireRequestOrDesk(office, actor, requestId);
    std::vector<PartOption> all;
    for (const auto& part : otherParts(office, actor, seen)) {
        auto option = optionFor(office, part);
        if (!isOpen(part)) option.problems.push_back({"", decidedAlready});
        else judge(seen.request, part, option);
        all.push_back(std::move(option));
    }
    return all;
}

// Opened by this actor, one by one; a door that stays closed is as if the part were not there.
FormOutcome withParts(FormOutcome first, const std::vector<PartOption>& offered, const std::vector<std::string>& also, const std::function<FormOutcome(const PartOption&)>& act) {
    if (!first.done) return first;
    std::vector<std::string> done;
    std::string refused;
    for (const auto& part : offered) {
        if (std::find(also.begin(), also.end(), part.requestId) == also.end()) continue;
        const auto outcome = part.may ? act(part) : FormOutcome{};
        if (outcome.done) done.push_back(part.reference);
        else refused += " Niet voor " + part.reference + ": " + (part.may || part.problems.empty() ? outcome.words : part.problems.front().words);
    }
    if (!done.empty()) first.words += " Ook voor " + joinedWords(done) + ".";
    first.words += refused;
    return first;
}

// The same question that is still open on another part; empty: none.
std::string sameQuestion(Office& office, const store::Suspension& one, const std::string& partId) {
    for (const auto& it : office.store.requests().suspensions(partId))
        if (!it.until && it.lawfulGround == one.lawfulGround && it.from == one.from) return it.id;
    return {};
}

store::Suspension requireSuspension(Office& office, const store::Request& request, std::string_view suspensionId) {
    for (const auto& it : office.store.requests().suspensions(request.id))
        if (it.id == suspensionId) return it;
    throw Failure(Failure::notFound, "Deze opschorting bestaat niet.");
}

}  // namespace

std::vector<PartOption> partsToSuspend(Office& office, const Actor& actor, std::string_view requestId) {
    return options(office, actor, requestId, [&](const store::Request&, const store::Request& part, PartOption& option) {
        const auto rules = loadTermTable(office.templates).on(part.receivedOn).suspension;
        for (const auto& ground : rules.grounds) {
            const auto problem = groundProblem(office, part, rules, ground);
            option.may = option.may || problem.empty();
            if (!problem.empty()) option.problems.push_back({ground.words, problem});
        }
    });
}

std::vector<PartOption> partsToExtend(Office& office, const Actor& actor, std::string_view requestId) {
    return options(office, actor, requestId, [&](const store::Request&, const store::Request& part, PartOption& option) {
        const auto problem = requests::whyNotExtend({part.receivedOn, today(office), today(office), "x"}, decisionClock(office, part));
        option.may = !problem;
        if (problem) option.problems.push_back({"", problem->words});
    });
}

std::vector<PartOption> partsThatWait(Office& office, const Actor& actor, std::string_view requestId, std::string_view suspensionId) {
    auto all = options(office, actor, requestId, [&](const store::Request& request, const store::Request& part, PartOption& option) {
        option.may = !sameQuestion(office, requireSuspension(office, request, suspensionId), part.id).empty();
    });
    std::erase_if(all, [](const auto& it) { return !it.may; });
    return all;
}

std::vector<PartOption> partsNotIdentified(Office& office, const Actor& actor, std::string_view requestId) {
    return options(office, actor, requestId, [&](const store::Request&, const store::Request& part, PartOption& option) {
        option.may = part.identityMethod.empty() || part.identityMethod == "not-yet";
        if (!option.may) option.problems.push_back({"", "Bij dit deel is al vastgesteld wie er vraagt."});
    });
}

FormOutcome recordIdentityForParts(Office& office, const Actor& actor, std::string_view requestId, const IdentityForm& form, const std::vector<std::string>& also) {
    const auto offered = partsNotIdentified(office, actor, requestId);
    auto first = recordIdentity(office, actor, requestId, form);
    if (form.method != "refused" && form.method != "not-yet") return first;
    return withParts(std::move(first), offered, also, [&](const PartOption& part) { return recordIdentity(office, actor, part.requestId, form); });
}

FormOutcome suspendParts(Office& office, const Actor& actor, std::string_view requestId, const SuspensionForm& form, const std::vector<std::string>& also) {
    const auto offered = partsToSuspend(office, actor, requestId);
    return withParts(suspendClock(office, actor, requestId, form), offered, also, [&](const PartOption& part) { return suspendClock(office, actor, part.requestId, form); });
}

FormOutcome extendParts(Office& office, const Actor& actor, std::string_view requestId, const ExtensionForm& form, const std::vector<std::string>& also) {
    const auto offered = partsToExtend(office, actor, requestId);
    return withParts(extendClock(office, actor, requestId, form), offered, also, [&](const PartOption& part) { return extendClock(office, actor, part.requestId, form); });
}

FormOutcome answerArrivedForParts(Office& office, const Actor& actor, std::string_view requestId, std::string_view suspensionId, std::string_view day, std::string_view answer,
                                  const std::vector<std::string>& also) {
    const auto request = requireRequestOrDesk(office, actor, requestId).request;
    const auto offered = partsThatWait(office, actor, requestId, suspensionId);
    const auto question = requireSuspension(office, request, suspensionId);
    return withParts(answerArrived(office, actor, requestId, suspensionId, day, answer), offered, also,
                     [&](const PartOption& part) { return answerArrived(office, actor, part.requestId, sameQuestion(office, question, part.requestId), day, answer); });
}

}  // namespace service::casework
