// Deciding on proposals, one or many, adding and taking back. The store keeps the order in which people decided.
#include <algorithm>
#include <set>

#include "redaction/policy/rules.h"
#include "service/casework/case_file.h"
#include "service/casework/review.h"
#include "service/casework/standing.h"
#include "service/casework/twins.h"
#include "service/requests/stock_reasons.h"

namespace service::casework {

namespace {

namespace policy = redaction::policy;
using store::RulingDecision;

struct Opened {
    store::Proposal proposal;
    store::Request request;
};

Opened openProposal(Office& office, const Actor& actor, const std::string& proposalId) {
    requireRole(actor, {Role::professional});
    std::optional<store::Proposal> proposal;
    try {
        proposal = office.store.proposals().load(proposalId);
    } catch (const store::StoreError& missing) {
        if (missing.kind() != store::ErrorKind::notFound) throw;
        throw Failure(Failure::notFound, "Dit voorstel bestaat niet meer.");
    }
    const auto request = requireRequest(office, actor, proposal->requestId);
    requireStep(request, {store::Step::review});
    return {*proposal, request};
}

DecisionOutcome refusal(std::string code, std::string words) {
    DecisionOutcome outcome;
    outcome.code = std::move(code);
    outcome.words = std::move(words);
    return outcome;
}

// What the decider meant, with what is left empty taken from the proposal.
std::optional<RulingDecision> meant(const store::Proposal& proposal, const std::string& decision) {
    if (decision == "release") return RulingDecision::release;
    if (decision == "redact") return RulingDecision::redact;
    if (decision != "accept" || proposal.decision == policy::Decision::judge) return std::nullopt;
    return proposal.decision == policy::Decision::release ? RulingDecision::release : RulingDecision::redact;
}

std::string groundOf(const store::Proposal& proposal, const Decision& decision) {
    return decision.ground.empty() ? proposal.ground : decision.ground;
}

bool changesOutcome(const store::Proposal& proposal, RulingDecision wanted) {
    if (proposal.origin == store::Origin::human) return false;
    return (proposal.decision == policy::Decision::release) != (wanted == RulingDecision::release);
}

// One click for many is for what is certain, or for one person. A judgement, or going against the law's proposal,
// is weighed passage by passage. Basis: domain rule R12: written reasons per passage
bool mustBeWeighedOneByOne(const store::Proposal& proposal, const Decision& decision) {
    if (proposal.subject && !proposal.subject->empty()) return false;
    if (!proposal.likeness.empty() && proposal.decision != policy::Decision::judge) return false;  // one unknown person, by their full name
    const auto wanted = meant(proposal, decision.decision);
    return proposal.decision == policy::Decision::judge || (wanted && changesOutcome(proposal, *wanted));
}

// Empty code: it may be decided so.
DecisionOutcome objection(Office& office, const store::Proposal& proposal, const Decision& decision) {
    const auto wanted = meant(proposal, decision.decision);
    if (!wanted) return refusal("judge-needs-decision", "Hier laat de wet ruimte: kies tonen of lakken, en schrijf waarom.");
    if (*wanted == RulingDecision::redact && groundOf(proposal, decision).empty())
        return refusal("ground-missing", "Kies de grond waarop dit wordt gelakt.");
    if (*wanted == RulingDecision::redact && !isGround(office, groundOf(proposal, decision)))
        return refusal("ground-missing", "Deze grond bestaat niet.");
    const bool needsReason = proposal.decision == policy::Decision::judge || changesOutcome(proposal, *wanted);
    if (needsReason && decision.reason.empty()) return refusal("reason-missing", "Schrijf in een zin waarom; de privacy officer leest het na.");
    // Basis: procedure P13: that the requester knows it already is no reason to show what is about another
    if (*wanted == RulingDecision::release && needsReason && requests::stockReason(decision.reason) == requests::StockReason::knownAlready)
        return refusal("reason-missing", "Dat de verzoeker het al weet, is geen reden om het te tonen. Weeg dit stuk zelf en schrijf wat de doorslag geeft.");
    if (*wanted == RulingDecision::release && proposal.ground == "safety" && office.store.rulings().lifts(proposal.id).size() < 2)
        return refusal("safety-needs-two", "Dit is verborgen voor de veiligheid. Alleen twee mensen samen kunnen dat opheffen, elk met een reden.");
    return {};
}

store::NewRuling rulingFor(const store::Proposal& proposal, const Decision& decision, const Actor& actor, std::size_t seen, std::string batch) {
    store::NewRuling ruling;
    ruling.proposalId = proposal.id;
    ruling.expectedNumber = static_cast<int>(seen);
    ruling.decision = *meant(proposal, decision.decision);
    if (ruling.decision == RulingDecision::redact) ruling.ground = groundOf(proposal, decision);
    if (!decision.subject.empty()) ruling.subject = decision.subject;
    if (!decision.kind.empty()) ruling.kind = decision.kind;
    ruling.reason = decision.reason;
    ruling.batch = std::move(batch);
    ruling.decidedBy = actor.accountId;
    return ruling;
}

void fillCounts(Office& office, const store::Request& request, const std::string& fragmentId, const std::string& proposalId, DecisionOutcome& outcome) {
    const Standing standing = standingOf(office, request);
    outcome.request = countsOf(standing, {});
    if (fragmentId.empty()) return;
    outcome.fragment = countsOf(standing, fragmentId);
    const auto fragment = office.store.fragments().load(fragmentId);
    const auto found = standing.proposals.find(fragmentId);
    if (proposalId.empty() || found == standing.proposals.end()) return;
    const auto document = loadDocument(office, fragment);
    for (const auto& proposal : found->second) {
        const auto* ruling = rulingOn(standing, proposal.id);
        if (proposal.id == proposalId) outcome.now = proposalRow(office, standing, proposal, document ? &*document : nullptr);
        else if (!outcome.batch.empty() && ruling && ruling->batch == outcome.batch)
            outcome.also.push_back(proposalRow(office, standing, proposal, document ? &*document : nullptr));
    }
}

std::string detailsOf(const store::Proposal& proposal, const store::NewRuling& ruling) {
    return "{\"proposal\":\"" + proposal.id + "\",\"decision\":\"" + toText(ruling.decision) + "\",\"ground\":\"" + ruling.ground + "\"}";
}

std::string twinDetails(const store::Proposal& proposal, const store::NewRuling& ruling, const store::Proposal& from) {
    auto details = detailsOf(proposal, ruling);
    return details.replace(details.size() - 1, 1, ",\"twin_of\":\"" + from.id + "\"}");
}

std::string first(const std::string& who, const std::optional<store::Ruling>& ruling) {
    const std::string what = !ruling || ruling->decision == RulingDecision::withdrawn ? "heropend"
                             : ruling->decision == RulingDecision::release              ? "besloten: tonen"
                                                                                         : "besloten: lakken";
    return who + " was u voor en heeft dit " + what + ". Kijk of u het daarmee eens bent.";
}

// Empty code: nobody decided on it since the decider saw it. Said before anything else that stands in the way.
DecisionOutcome someoneWasFirst(Office& office, const Decision& decision) {
    const auto latest = office.store.rulings().latest(decision.proposalId);
    if (!latest || std::size_t(latest->number) == decision.seenNumber) return {};
    return refusal("someone-was-first", first(accountName(office, latest->decidedBy), latest));
}

void recordRuling(Office& office, const Actor& actor, const store::Request& request, const store::Proposal& proposal, const store::NewRuling& ruling) {
    auto trail = trailOf(request, "ruling.made", ruling.reason, detailsOf(proposal, ruling));
    if (proposal.subject) trail.onPerson = *proposal.subject;
    record(office, actor, trail);
}

std::vector<store::Proposal> reached(const Standing& standing, const store::Proposal& from, Reach reach) {
    std::vector<store::Proposal> all;
    for (const auto& [fragment, proposals] : standing.proposals)
        for (const auto& it : proposals) {
            if (it.id != from.id && rulingOn(standing, it.id)) continue;
            const bool rest = fragment == from.fragmentId && it.decision != policy::Decision::judge && !store::isOpened(it);
            if (reach == Reach::likeThis ? isAlike(from, it) : rest) all.push_back(it);
        }
    return all;
}

// What lies within a passage and asks the same as the passage itself: the answer to the passage answers it too.
std::vector<store::Proposal> within(const Standing& standing, const store::Proposal& passage) {
    std::vector<store::Proposal> all;
    const auto found = standing.proposals.find(passage.fragmentId);
    if (passage.scope != policy::Scope::passage || found == standing.proposals.end()) return all;
    for (const auto& it : found->second) {
        const bool inside = it.scope == policy::Scope::span && passage.start <= it.start && it.end <= passage.end && it.start < it.end;
        const bool same = it.decision == passage.decision && it.rule == passage.rule && it.ground == passage.ground;
        if (inside && same && !rulingOn(standing, it.id)) all.push_back(it);
    }
    return all;
}

void carryWithin(Office& office, const Actor& actor, const Decision& decision, const Standing& standing, const std::vector<store::Proposal>& carried,
                 const std::string& batch) {
    Decision each = decision;
    each.subject.clear(), each.kind.clear();
    for (const auto& it : carried) {
        if (!objection(office, it, each).code.empty()) continue;
        const auto number = standing.lastNumbers.find(it.id);
        const auto ruling = rulingFor(it, each, actor, number == standing.lastNumbers.end() ? 0 : std::size_t(number->second), batch);
        if (office.store.rulings().decide(ruling).isWritten()) recordRuling(office, actor, standing.request, it, ruling);
    }
}

// The same words elsewhere in the request, with the same proposal and open: decided along.
std::vector<store::Proposal> openTwins(const Standing& standing, const std::vector<store::Proposal>& decided) {
    std::vector<store::Proposal> all;
    std::set<std::string> taken;
    for (const auto& it : decided) taken.insert(it.id);
    for (const auto& it : decided)
        for (const auto* twin : twinsOf(standing, it).same)
            if (!rulingOn(standing, twin->id) && taken.insert(twin->id).second) all.push_back(*twin);
    return all;
}

std::string calledIn(const Standing& standing, const std::string& fragmentId) {
    for (const auto& fragment : standing.fragments)
        if (fragment.id == fragmentId) return "stuk " + std::to_string(fragment.number);
    return "een ander stuk";
}

// Numbers of the documents in which something was decided along.
std::set<std::string> decideTwins(Office& office, const Actor& actor, const Decision& decision, const Standing& standing, const store::Proposal& from,
                                  const std::vector<store::Proposal>& twins, const std::string& batch) {
    std::set<std::string> documents;
    Decision each = decision;
    if (!each.reason.empty()) each.reason += " ";
    each.reason += "(Zoals beslist in " + calledIn(standing, from.fragmentId) + ", waar dezelfde tekst staat.)";
    for (const auto& it : twins) {
        if (!objection(office, it, decision).code.empty()) continue;
        const auto number = standing.lastNumbers.find(it.id);
        const auto ruling = rulingFor(it, each, actor, number == standing.lastNumbers.end() ? 0 : std::size_t(number->second), batch);
        if (!office.store.rulings().decide(ruling).isWritten()) continue;
        documents.insert(calledIn(standing, it.fragmentId));
        auto trail = trailOf(standing.request, "ruling.made", ruling.reason, twinDetails(it, ruling, from));
        if (it.subject) trail.onPerson = *it.subject;
        record(office, actor, trail);
    }
    return documents;
}

std::string alsoDecided(const std::set<std::string>& documents) {
    if (documents.empty()) return {};
    std::string all;
    for (const auto& it : documents) all += (all.empty() ? "" : ", ") + it;
    return "Ook beslist in " + all + ", waar dezelfde tekst staat; ongedaan maken geldt voor alles samen.";
}

}  // namespace

DecisionOutcome decide(Office& office, const Actor& actor, const Decision& decision) {
    const auto [proposal, request] = openProposal(office, actor, decision.proposalId);
    auto no = someoneWasFirst(office, decision);
    if (no.code.empty()) no = objection(office, proposal, decision);
    if (!no.code.empty()) {
        fillCounts(office, request, proposal.fragmentId, proposal.id, no);
        return no;
    }
    const Standing before = standingOf(office, request);
    const auto carried = within(before, proposal);
    auto decided = carried;
    decided.insert(decided.begin(), proposal);
    const auto twins = openTwins(before, decided);
    const std::string batch = carried.empty() && twins.empty() ? std::string() : office.environment.newId.make();
    std::set<std::string> along;
    const auto ruling = rulingFor(proposal, decision, actor, decision.seenNumber, batch);
    const auto result = office.store.transact([&] {
        auto made = office.store.rulings().decide(ruling);
        if (!made.isWritten()) return made;
        recordRuling(office, actor, request, proposal, ruling);
        carryWithin(office, actor, decision, before, carried, batch);
        along = decideTwins(office, actor, decision, before, proposal, twins, batch);
        return made;
    });
    DecisionOutcome outcome;
    outcome.done = result.isWritten();
    outcome.batch = outcome.done ? batch : std::string();
    outcome.code = outcome.done ? "done" : "someone-was-first";
    outcome.words = outcome.done ? alsoDecided(along) : first(result.firstBy, result.first);
    outcome.decided = outcome.done ? 1 : 0;
    fillCounts(office, request, proposal.fragmentId, proposal.id, outcome);
    return outcome;
}

DecisionOutcome decideMany(Office& office, const Actor& actor, const Decision& decision, Reach reach) {
    const auto [proposal, request] = openProposal(office, actor, decision.proposalId);
    if (reach == Reach::likeThis && mustBeWeighedOneByOne(proposal, decision))
        return refusal("one-by-one", "Dit wordt per passage gewogen, met een reden: beslis ze een voor een.");
    const Standing standing = standingOf(office, request);
    Decision each = decision;
    if (reach == Reach::restOfFragment) each.decision = "accept", each.ground.clear(), each.subject.clear(), each.kind.clear();
    std::vector<store::NewRuling> rulings;
    const std::string batch = office.environment.newId.make();
    const auto targets = reached(standing, proposal, reach);
    for (const auto& it : targets) {
        if (auto no = objection(office, it, each); !no.code.empty()) return no;
        const auto number = standing.lastNumbers.find(it.id);
        rulings.push_back(rulingFor(it, each, actor, number == standing.lastNumbers.end() ? 0 : std::size_t(number->second), batch));
    }
    if (rulings.empty()) return refusal("nothing-open", "Er is niets meer te bevestigen.");
    DecisionOutcome outcome;
    std::set<std::string> along;
    const auto twins = openTwins(standing, targets);
    outcome.decided = office.store.transact([&] {
        std::size_t written = 0;
        const auto results = office.store.rulings().decideAll(rulings);
        for (std::size_t at = 0; at < results.size(); ++at) {
            if (!results[at].isWritten()) continue;
            ++written;
            recordRuling(office, actor, request, targets[at], rulings[at]);
        }
        if (written > 0) along = decideTwins(office, actor, each, standing, proposal, twins, batch);
        return written;
    });
    outcome.done = outcome.decided > 0;
    outcome.code = outcome.done ? "done" : "someone-was-first";
    outcome.batch = batch;
    outcome.words = std::to_string(outcome.decided) + (outcome.decided == 1 ? " voorstel" : " voorstellen") + " beslist; dit kan ongedaan worden gemaakt.";
    if (!along.empty()) outcome.words += " " + alsoDecided(along);
    fillCounts(office, request, proposal.fragmentId, proposal.id, outcome);
    return outcome;
}

DecisionOutcome undoBatch(Office& office, const Actor& actor, std::string_view requestId, std::string_view batch) {
    requireRole(actor, {Role::professional});
    const auto request = requireRequest(office, actor, requestId);
    requireStep(request, {store::Step::review});
    DecisionOutcome outcome;
    outcome.decided = office.store.transact([&] {
        std::size_t undone = 0;
        for (const auto& [id, ruling] : office.store.rulings().latestOfRequest(request.id)) {
            if (ruling.batch != batch || ruling.decision == RulingDecision::withdrawn || ruling.decidedBy != actor.accountId) continue;
            store::NewRuling back;
            back.proposalId = id, back.expectedNumber = ruling.number, back.decision = RulingDecision::withdrawn;
            back.decidedBy = actor.accountId;
            undone += office.store.rulings().decide(back).isWritten();
        }
        record(office, actor, trailOf(request, "ruling.batch-undone", {}, "{\"count\":" + std::to_string(undone) + "}"));
        return undone;
    });
    outcome.done = true, outcome.code = "done";
    outcome.words = std::to_string(outcome.decided) + " beslissingen ongedaan gemaakt.";
    fillCounts(office, request, {}, {}, outcome);
    return outcome;
}

DecisionOutcome addMark(Office& office, const Actor& actor, const Addition& addition) {
    requireRole(actor, {Role::professional});
    const auto fragment = requireFragment(office, actor, addition.fragmentId);
    const auto request = office.store.requests().load(fragment.requestId);
    requireStep(request, {store::Step::review});
    if (!isGround(office, addition.ground)) return refusal("ground-missing", "Kies de grond waarop dit wordt gelakt.");
    const auto document = loadDocument(office, fragment);
    const bool isBox = addition.page && addition.box;
    if (!document || (isBox ? *addition.page >= document->pages.size() : addition.end <= addition.start || addition.end > document->text.size()))
        return refusal("outside", "Deze plek ligt niet in het stuk.");
    store::Proposal wanted;
    wanted.requestId = request.id, wanted.fragmentId = fragment.id, wanted.scope = policy::Scope::span;
    wanted.start = isBox ? 0 : addition.start, wanted.end = isBox ? 0 : addition.end;
    if (isBox) wanted.page = static_cast<int>(*addition.page), wanted.box = addition.box;
    wanted.decision = policy::Decision::redact, wanted.ground = addition.ground;
    if (!addition.subject.empty()) wanted.subject = addition.subject;
    if (!addition.kind.empty()) wanted.kind = addition.kind;
    wanted.why = addition.reason.empty() ? "Door een medewerker gemarkeerd." : addition.reason;
    wanted.rulesVersion = office.rules.version(), wanted.addedBy = actor.accountId;
    DecisionOutcome outcome;
    const auto added = office.store.transact([&] {
        const auto made = office.store.proposals().addByHand(wanted);
        store::NewRuling ruling;
        ruling.proposalId = made.id, ruling.ground = addition.ground, ruling.reason = wanted.why, ruling.decidedBy = actor.accountId;
        office.store.rulings().decide(ruling);
        recordRuling(office, actor, request, made, ruling);
        return made;
    });
    outcome.done = true, outcome.code = "done", outcome.decided = 1;
    fillCounts(office, request, fragment.id, added.id, outcome);
    return outcome;
}

DecisionOutcome withdraw(Office& office, const Actor& actor, std::string_view proposalId, std::size_t seenNumber) {
    const auto [proposal, request] = openProposal(office, actor, std::string(proposalId));
    store::NewRuling back;
    back.proposalId = proposal.id, back.expectedNumber = static_cast<int>(seenNumber), back.decision = RulingDecision::withdrawn;
    back.decidedBy = actor.accountId;
    const auto result = office.store.transact([&] {
        auto made = office.store.rulings().decide(back);
        if (made.isWritten()) recordRuling(office, actor, request, proposal, back);
        return made;
    });
    DecisionOutcome outcome;
    outcome.done = result.isWritten();
    outcome.code = outcome.done ? "done" : "someone-was-first";
    if (!outcome.done) outcome.words = first(result.firstBy, result.first);
    fillCounts(office, request, proposal.fragmentId, proposal.id, outcome);
    return outcome;
}

}  // namespace service::casework
