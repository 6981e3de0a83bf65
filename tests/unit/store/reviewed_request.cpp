#include "tests/unit/store/reviewed_request.h"

namespace service::store {

namespace policy = redaction::policy;

ReviewedRequest::ReviewedRequest() {
    els = someone("els", Role::professional);
    jan = someone("jan", Role::professional);
    officer = someone("po", Role::privacyOfficer);
    secondOfficer = someone("po2", Role::privacyOfficer);
    document = fragment();
    store->proposals().replaceAll(request().id,
                                  {proposed(0, policy::Decision::redact, "third-party"),
                                   proposed(20, policy::Decision::judge, "good-care"),
                                   proposed(40, policy::Decision::redact, "safety")},
                                  "2026-1");
}

policy::Proposal ReviewedRequest::proposed(std::size_t start, policy::Decision decision, const std::string& ground) {
    policy::Proposal it;
    it.fragment = document.id;
    it.start = start;
    it.end = start + 10;
    it.decision = decision;
    it.ground = ground;
    it.rule = "R9";
    it.subject = "moeder";
    it.kind = "name";
    it.why = "Het gaat over een ander.";
    return it;
}

Id ReviewedRequest::proposalAt(std::size_t start) {
    for (const auto& proposal : store->proposals().ofFragment(document.id))
        if (proposal.start == start) return proposal.id;
    return {};
}

NewRuling ReviewedRequest::ruling(const Id& proposalId, RulingDecision decision, int expected, const std::string& reason) {
    NewRuling wanted;
    wanted.proposalId = proposalId;
    wanted.expectedNumber = expected;
    wanted.decision = decision;
    wanted.reason = reason;
    wanted.decidedBy = els;
    return wanted;
}

void ReviewedRequest::decideEverything() {
    for (const auto start : {0u, 20u, 40u}) store->rulings().decide(ruling(proposalAt(start), RulingDecision::redact));
}

Release ReviewedRequest::buildPackage(const std::string& hash) {
    NewRelease wanted;
    wanted.requestId = request().id;
    wanted.packageHash = hash;
    wanted.packageBlob = store->blobs().write(request().id, "zip " + hash);
    wanted.passed = true;
    return store->releases().add(wanted);
}

void ReviewedRequest::signedPackage() {
    decideEverything();
    store->reviews().finish(request().id, els);
    buildPackage();
    store->signOffs().sign(request().id, "hash-1", officer);
}

}  // namespace service::store
