#include "service/store/rulings.h"

#include "service/store/error.h"
#include "service/store/proposal_rows.h"

namespace service::store {

namespace policy = redaction::policy;

namespace {

std::string selectRulings(const std::string& rest) {
    return "SELECT r.proposal_id, r.number, r.decision, r.ground, r.subject, r.kind, r.reason, r.batch, r.decided_by, r.id, "
           "r.decided_at FROM ruling r " +
           rest;
}

Ruling fromRow(Row& row) {
    Ruling it;
    it.proposalId = row.text();
    it.number = row.integer();
    it.expectedNumber = it.number - 1;
    it.decision = rulingDecisionFrom(row.text()).value_or(RulingDecision::redact);
    it.ground = row.text();
    it.subject = row.optionalText();
    it.kind = row.optionalText();
    for (auto* text : {&it.reason, &it.batch, &it.decidedBy, &it.id}) *text = row.text();
    it.decidedAt = row.moment();
    return it;
}

SafetyLift liftFromRow(Row& row) { return {row.text(), row.text(), row.text(), row.moment()}; }

constexpr const char* ofLatest = "r.number = (SELECT max(number) FROM ruling WHERE proposal_id = r.proposal_id)";

std::optional<Ruling> latestOf(Connection& c, const Id& proposalId) {
    return firstRow(c, fromRow, selectRulings("WHERE r.proposal_id = $1 ORDER BY r.number DESC LIMIT 1"), proposalId);
}

bool isBlank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

bool followsProposal(const Proposal& proposal, RulingDecision decision) {
    if (decision == RulingDecision::withdrawn) return true;
    return decision == RulingDecision::redact ? proposal.decision == policy::Decision::redact
                                              : proposal.decision == policy::Decision::release;
}

bool takesAway(const Proposal& proposal, RulingDecision decision) {
    return decision == RulingDecision::release || (decision == RulingDecision::withdrawn && proposal.origin == Origin::human);
}

// Basis: redaction rule R1 (safety); two people lift it, each with a reason. The trigger ruling_safety holds the same.
void checkSafety(Connection& c, const Proposal& proposal, const NewRuling& wanted) {
    if (!takesAway(proposal, wanted.decision)) return;
    const bool isSafety = proposal.ground == "safety" ||
                          numberFrom(c, "SELECT count(*) FROM ruling WHERE proposal_id = $1 AND ground = 'safety'", proposal.id) > 0;
    if (isSafety && numberFrom(c, "SELECT count(*) FROM safety_lift WHERE proposal_id = $1", proposal.id) < 2)
        throw StoreError(ErrorKind::forbiddenByRule, "veiligheid wordt alleen door twee mensen opgeheven, elk met een reden");
}

// The ruling as it will be written; throws where the rules refuse it.
Ruling completed(Connection& c, const Proposal& proposal, const NewRuling& wanted) {
    Ruling made;
    static_cast<NewRuling&>(made) = wanted;
    if (proposal.replaced) throw StoreError(ErrorKind::conflict, "dit voorstel is intussen vervangen");
    if (!followsProposal(proposal, wanted.decision) && isBlank(wanted.reason))
        throw StoreError(ErrorKind::forbiddenByRule, "deze beslissing heeft een reden nodig");
    if (wanted.decision != RulingDecision::redact) made.ground.clear();
    else if (made.ground.empty()) made.ground = proposal.ground;
    if (wanted.decision == RulingDecision::redact && made.ground.empty())
        throw StoreError(ErrorKind::forbiddenByRule, "onleesbaar maken heeft een grond nodig");
    checkSafety(c, proposal, wanted);
    made.number = wanted.expectedNumber + 1;
    return made;
}

void insert(Connection& c, const Ruling& it) {
    run(c,
        "INSERT INTO ruling (id, proposal_id, number, decision, ground, subject, kind, reason, batch, decided_by, decided_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        it.id, it.proposalId, it.number, toText(it.decision), it.ground, it.subject, it.kind, it.reason, it.batch, it.decidedBy,
        it.decidedAt);
}

RulingOutcome someoneWasFirst(Connection& c, const Ruling& first) {
    RulingOutcome outcome;
    outcome.first = first;
    outcome.firstBy = firstRow(c, [](Row& row) { return row.text(); }, "SELECT display_name FROM account WHERE id = $1",
                               first.decidedBy)
                          .value_or("");
    return outcome;
}

RulingOutcome decideOne(Connection& c, const NewRuling& wanted, const Environment& environment) {
    const auto proposal = loadProposalRow(c, wanted.proposalId);
    const auto latest = latestOf(c, wanted.proposalId);
    const int seen = latest ? latest->number : 0;
    if (latest && seen != wanted.expectedNumber) return someoneWasFirst(c, *latest);
    if (seen != wanted.expectedNumber) throw StoreError(ErrorKind::conflict, "over dit voorstel is nog niet beslist");
    Ruling made = completed(c, proposal, wanted);
    made.id = environment.newId.make();
    made.decidedAt = environment.clock.now();
    insert(c, made);
    RulingOutcome outcome;
    outcome.written = std::move(made);
    return outcome;
}

std::map<Id, Ruling> byProposal(std::vector<Ruling> rulings) {
    std::map<Id, Ruling> found;
    for (auto& ruling : rulings) {
        const auto id = ruling.proposalId;
        found.emplace(id, std::move(ruling));
    }
    return found;
}

}  // namespace

std::string toText(RulingDecision decision) {
    switch (decision) {
        case RulingDecision::release: return "release";
        case RulingDecision::redact: return "redact";
        case RulingDecision::withdrawn: return "withdrawn";
    }
    return {};
}

std::optional<RulingDecision> rulingDecisionFrom(std::string_view text) {
    for (const auto decision : {RulingDecision::release, RulingDecision::redact, RulingDecision::withdrawn})
        if (toText(decision) == text) return decision;
    return std::nullopt;
}

RulingOutcome Rulings::decide(const NewRuling& wanted) {
    return database_.write([&](Connection& c) { return decideOne(c, wanted, environment_); });
}

std::vector<RulingOutcome> Rulings::decideAll(const std::vector<NewRuling>& wanted) {
    return database_.write([&](Connection& c) {
        std::vector<RulingOutcome> outcomes;
        for (const auto& one : wanted) outcomes.push_back(decideOne(c, one, environment_));
        return outcomes;
    });
}

std::optional<Ruling> Rulings::latest(const Id& proposalId) const {
    return database_.read([&](Connection& c) { return latestOf(c, proposalId); });
}

std::map<Id, Ruling> Rulings::latestOfRequest(const Id& requestId) const {
    return byProposal(database_.read([&](Connection& c) {
        return rows(c, fromRow,
                    selectRulings(std::string("JOIN proposal p ON p.id = r.proposal_id WHERE p.request_id = $1 AND p.replaced = 0 AND ") + ofLatest),
                    requestId);
    }));
}

std::map<Id, Ruling> Rulings::latestOfFragment(const Id& fragmentId) const {
    return byProposal(database_.read([&](Connection& c) {
        return rows(c, fromRow,
                    selectRulings(std::string("JOIN proposal p ON p.id = r.proposal_id WHERE p.fragment_id = $1 AND p.replaced = 0 AND ") + ofLatest),
                    fragmentId);
    }));
}

std::vector<Ruling> Rulings::history(const Id& proposalId) const {
    return database_.read(
        [&](Connection& c) { return rows(c, fromRow, selectRulings("WHERE r.proposal_id = $1 ORDER BY r.number"), proposalId); });
}

std::vector<Id> Rulings::decidersOf(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, [](Row& row) { return row.text(); },
                    "SELECT DISTINCT r.decided_by FROM ruling r JOIN proposal p ON p.id = r.proposal_id WHERE p.request_id = $1 "
                    "ORDER BY r.decided_by",
                    requestId);
    });
}

void Rulings::lift(const Id& proposalId, const Id& accountId, std::string_view reason) {
    if (isBlank(reason)) throw StoreError(ErrorKind::forbiddenByRule, "een opheffing heeft een reden nodig");
    database_.write([&](Connection& c) {
        run(c,
            "INSERT INTO safety_lift (proposal_id, account_id, reason, at) VALUES ($1, $2, $3, $4) "
            "ON CONFLICT (proposal_id, account_id) DO NOTHING",
            proposalId, accountId, reason, environment_.clock.now());
    });
}

std::vector<SafetyLift> Rulings::lifts(const Id& proposalId) const {
    return database_.read([&](Connection& c) {
        return rows(c, liftFromRow,
                    "SELECT proposal_id, account_id, reason, at FROM safety_lift WHERE proposal_id = $1 ORDER BY at, account_id",
                    proposalId);
    });
}

std::map<Id, std::vector<SafetyLift>> Rulings::liftsOfRequest(const Id& requestId) const {
    std::map<Id, std::vector<SafetyLift>> found;
    for (auto& lift : database_.read([&](Connection& c) {
             return rows(c, liftFromRow,
                         "SELECT s.proposal_id, s.account_id, s.reason, s.at FROM safety_lift s JOIN proposal p "
                         "ON p.id = s.proposal_id WHERE p.request_id = $1 ORDER BY s.at, s.account_id",
                         requestId);
         }))
        found[lift.proposalId].push_back(lift);
    return found;
}

}  // namespace service::store
