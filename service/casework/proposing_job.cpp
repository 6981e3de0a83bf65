// Makes the proposals of a request from everything that has been read, and keeps decisions on what did not change.
#include <nlohmann/json.hpp>

#include <stdexcept>

#include "redaction/document/unseen.h"
#include "redaction/policy/proposal.h"
#include "redaction/policy/rules.h"
#include "service/casework/archive.h"
#include "service/casework/case_file.h"
#include "service/casework/corrections.h"
#include "service/casework/handwritten.h"
#include "service/casework/hidden_text.h"
#include "service/casework/hidden_partners.h"
#include "service/casework/jobs.h"
#include "service/casework/passing_days.h"
#include "service/casework/proposing.h"
#include "service/casework/queue.h"
#include "service/casework/twins.h"
#include "service/casework/uncovered.h"

namespace service::casework {

namespace {

namespace policy = redaction::policy;
using redaction::document::Document;
using store::FragmentState;
using store::Step;

struct Read {
    std::vector<Document> documents;
    std::vector<policy::Fragment> fragments;  // point into documents
    std::vector<std::string> contents;        // a hash of each
};

Read everythingRead(Office& office, const std::string& requestId) {
    std::vector<store::Fragment> stored;
    for (const auto& fragment : office.store.fragments().ofRequest(requestId))
        if (!fragment.modelBlob.empty() && fragment.state != FragmentState::withheldWhole) stored.push_back(fragment);
    Read read;
    read.documents.reserve(stored.size());
    for (const auto& fragment : stored) {
        const auto model = office.store.blobs().read(fragment.modelBlob);
        read.documents.push_back(redaction::document::asSeen(redaction::document::documentFromJson(model)));
        read.fragments.push_back({fragment.id, fragment.partnerId, &read.documents.back()});
        read.contents.push_back(sha256Hex(model));
    }
    return read;
}

// Reading is over: to review. What nobody decided stood as it was proposed when the review was finished; a later change
// of the proposals brings it back there, so that nothing goes out as someone never saw it.
void moveToReview(Office& office, const std::string& requestId, const store::Replacement& replacement) {
    const auto request = office.store.requests().load(requestId);
    if (request.step == Step::reading) office.store.requests().moveTo(requestId, Step::reading, Step::review);
    const bool later = request.step == Step::packaging || request.step == Step::signOff;
    const bool same = replacement.added == 0 && replacement.dropped.empty();
    if (!later || (same && office.store.proposals().progress(requestId).openJudge == 0)) return;
    office.store.reviews().reopen(requestId);
    office.store.requests().moveTo(requestId, request.step, Step::review);
}

constexpr int mostRounds = 5;

// False: the household changed while the proposals were made; they are not kept.
bool keep(Office& office, const std::string& requestId, int householdVersion, const std::vector<policy::Proposal>& proposals, const std::string& because) {
    const auto request = office.store.requests().load(requestId);
    if (office.store.households().loadHousehold(request.householdId).version != householdVersion) return false;
    const auto replacement = office.store.proposals().replaceAll(request.id, proposals, office.rules.version());
    office.store.requests().setProposed(request.id, office.rules.version(), householdVersion);
    moveToReview(office, request.id, replacement);
    tellDeciders(office, request, replacement.dropped, because);
    record(office, theServiceItself(), trailOf(request, "proposals.made", {},
           "{\"kept\":" + std::to_string(replacement.kept) + ",\"added\":" + std::to_string(replacement.added) +
           ",\"dropped\":" + std::to_string(replacement.dropped.size()) + ",\"carried\":" + std::to_string(replacement.carried) + "}"));
    return true;
}

}  // namespace

namespace {

std::vector<policy::Proposal> proposalsOver(Office& office, const Read& read, const store::Request& documentsOf, const redaction::household::AccessRequest& asked,
                                            const redaction::household::Case& known) {
    const auto dossier = office.readings.of({documentsOf.id, documentsOf.householdId, known, read.fragments, read.contents, correctionsFor(office, documentsOf)}, office.environment.clock.now());
    auto proposals = dossier.propose(known, asked, office.rules, today(office));
    std::vector<policy::Proposal> gaps;
    for (const auto& fragment : read.fragments) {
        auto here = uncovered(fragment.name, *fragment.document, proposals);
        gaps.insert(gaps.end(), here.begin(), here.end());
    }
    proposals.insert(proposals.end(), gaps.begin(), gaps.end());
    judgeHidden(read.fragments, proposals);
    judgeHandwritten(read.fragments, proposals);
    auto request = documentsOf;
    request.requesterId = asked.requester, request.capacity = asked.capacity, request.subjects = asked.subjects;
    closeHiddenPartners(office, hiddenPartners(office, known, request), read.fragments, proposals);
    return proposals;
}

}  // namespace

std::vector<policy::Proposal> proposalsAs(Office& office, const store::Request& documentsOf, const redaction::household::AccessRequest& asked,
                                          const redaction::household::Case& known) {
    return proposalsOver(office, everythingRead(office, documentsOf.id), documentsOf, asked, known);
}

// Basis: domain page redaction-rules: age, authority, protections and consents are taken on the day of the decision
void proposeAsOfToday(Office& office, const std::string& requestId, const std::function<void()>& andThen, const std::string& because) {
    for (int round = 0; round < mostRounds; ++round) {
        const auto request = office.store.requests().load(requestId);
        const int householdVersion = office.store.households().loadHousehold(request.householdId).version;
        const Read read = everythingRead(office, request.id);
        const auto proposals = proposalsOver(office, read, request, office.store.requests().accessRequest(request.id), office.store.households().load(request.householdId));
        const auto alike = findAlike(read.fragments, proposals);
        const bool kept = office.store.transact([&] {
            if (!keep(office, requestId, householdVersion, proposals, because)) return false;
            keepAlike(office.store, requestId, alike);
            andThen();
            return true;
        });
        if (kept) return;
    }
    throw std::runtime_error("the household keeps changing");
}

void runProposing(Office& office, const store::Job& claimed, const StopSign&) {
    const auto request = office.store.requests().load(claimed.subject);
    if (request.step == Step::released || request.step == Step::closed) {
        office.store.jobs().finish(claimed.id);
        return;
    }
    const auto payload = nlohmann::json::parse(claimed.payload, nullptr, false);
    const auto because = payload.is_object() ? payload.value("because", std::string()) : std::string();
    proposeAsOfToday(office, request.id, [&] { office.store.jobs().finish(claimed.id); }, because);
}

}  // namespace service::casework
