#include "service/store/proposal_rows.h"

#include <cstdio>

#include "service/store/error.h"

namespace service::store {

namespace policy = redaction::policy;
using redaction::document::Box;

namespace {

std::optional<std::string> boxText(const std::optional<Box>& box) {
    if (!box) return std::nullopt;
    char text[128];
    std::snprintf(text, sizeof text, "%.3f %.3f %.3f %.3f", box->x0, box->y0, box->x1, box->y1);
    return text;
}

std::optional<Box> boxFrom(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    Box box;
    if (std::sscanf(text->c_str(), "%lf %lf %lf %lf", &box.x0, &box.y0, &box.x1, &box.y1) != 4)
        throw StoreError(ErrorKind::broken, "een vlak in het gegevensbestand is onleesbaar");
    return box;
}

}  // namespace

std::string selectProposals(const char* rest) {
    return std::string(
               "SELECT p.id, p.request_id, p.fragment_id, p.origin, p.scope, p.start_at, p.end_at, p.page, p.box, p.decision, "
               "p.ground, p.rule, p.subject, p.kind, p.why, p.certainty, p.rules_version, p.run, p.added_by, p.replaced, p.correction_id, p.uncorrected, p.likeness "
               "FROM proposal p ") +
           rest;
}

Proposal proposalFromRow(Row& row) {
    Proposal it;
    it.id = row.text();
    it.requestId = row.text();
    it.fragmentId = row.text();
    it.origin = row.text() == "human" ? Origin::human : Origin::engine;
    it.scope = policy::scopeFrom(row.text()).value_or(policy::Scope::passage);
    it.start = std::size_t(row.number());
    it.end = std::size_t(row.number());
    it.page = row.optionalInteger();
    it.box = boxFrom(row.optionalText());
    it.decision = policy::decisionFrom(row.text()).value_or(policy::Decision::judge);
    it.ground = row.text();
    it.rule = row.text();
    it.subject = row.optionalText();
    it.kind = row.optionalText();
    it.why = row.text();
    it.certainty = row.real();
    it.rulesVersion = row.text();
    it.run = row.integer();
    it.addedBy = row.text();
    it.replaced = row.flag();
    it.correctionId = row.text();
    it.uncorrected = policy::decisionFrom(row.text());
    it.likeness = row.text();
    return it;
}

Proposal loadProposalRow(Connection& c, const Id& id) {
    auto found = firstRow(c, proposalFromRow, selectProposals("WHERE p.id = $1"), id);
    if (!found) throw StoreError(ErrorKind::notFound, "dit voorstel bestaat niet");
    return *found;
}

void insertProposal(Connection& c, const Proposal& it) {
    run(c,
        "INSERT INTO proposal (id, request_id, fragment_id, origin, scope, start_at, end_at, page, box, decision, ground, rule, "
        "subject, kind, why, certainty, rules_version, run, added_by, correction_id, uncorrected, likeness) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)",
        it.id, it.requestId, it.fragmentId, it.origin == Origin::human ? "human" : "engine", policy::toText(it.scope), it.start,
        it.end, it.page, boxText(it.box), policy::toText(it.decision), it.ground, it.rule, it.subject, it.kind, it.why,
        it.certainty, it.rulesVersion, it.run, it.addedBy, it.correctionId, it.uncorrected ? policy::toText(*it.uncorrected) : std::string(), it.likeness);
}

}  // namespace service::store
