#include "service/casework/corrections.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "service/casework/access.h"
#include "service/casework/case_file.h"
#include "service/casework/partner_wall.h"
#include "service/casework/household_change.h"
#include "service/casework/queue.h"
#include "service/casework/standing.h"

namespace service::casework {

namespace {

namespace household = redaction::household;
namespace policy = redaction::policy;

CorrectionOutcome refused(std::string code, std::string words) {
    CorrectionOutcome outcome;
    outcome.code = std::move(code), outcome.words = std::move(words);
    return outcome;
}

store::Proposal openProposal(Office& office, const std::string& proposalId) {
    try {
        return office.store.proposals().load(proposalId);
    } catch (const store::StoreError& missing) {
        if (missing.kind() != store::ErrorKind::notFound) throw;
        throw Failure(Failure::notFound, "Dit voorstel bestaat niet meer.");
    }
}

CorrectionOutcome objection(const household::Case& known, const store::Proposal& proposal, const CorrectionForm& form) {
    const bool isMention = proposal.scope == policy::Scope::span;
    if (proposal.origin == store::Origin::human || proposal.box)
        return refused("by-hand", "Deze lak is met de hand gemaakt. Neem hem terug of wijzig hem.");
    if (!isMention && form.to.empty()) return refused("nobody-chosen", "Kies over wie deze passage gaat.");
    if (isMention && form.to.size() > 1) return refused("nobody-chosen", "Een vermelding is van één persoon. Kies wie dit is.");
    for (const auto& id : form.to)
        if (id != household::outsider && !household::findPerson(known, id)) return refused("unknown-person", "Deze persoon staat niet in het huishouden.");
    if (isMention && form.to.size() == 1 && proposal.subject && *proposal.subject == form.to.front())
        return refused("no-change", "Dat nam Lakwerk al aan. Kies iemand anders.");
    if (form.reason.empty()) return refused("reason-missing", "Schrijf in een zin waarom; de privacy officer leest het na.");
    return {};
}

store::Correction wantedFrom(const store::Request& request, const store::Fragment& fragment, const store::Proposal& proposal, const CorrectionForm& form,
                             const redaction::document::Document& document) {
    store::Correction it;
    it.householdId = request.householdId, it.requestId = request.id, it.fragmentId = fragment.id, it.documentSha256 = fragment.sha256;
    it.what.start = proposal.start, it.what.end = proposal.end, it.what.to = form.to, it.reason = form.reason;
    it.what.target = proposal.scope == policy::Scope::span ? household::Target::mention : household::Target::passage;
    if (it.what.target == household::Target::passage) return it;
    it.what.reach = form.reach, it.what.from = proposal.subject.value_or("");
    if (proposal.start < document.text.size())
        it.what.form = redaction::document::toUtf8(std::u32string_view(document.text).substr(proposal.start, proposal.end - proposal.start));
    return it;
}

CorrectionOutcome done(Office& office, const Actor& actor, const std::string& householdId) {
    CorrectionOutcome outcome;
    outcome.done = true, outcome.code = "done", outcome.householdId = householdId;
    outcome.touched = changed(office, actor, householdId, {}).touched.size();
    return outcome;
}

std::string details(const store::Fragment* fragment, const store::Correction& it) {
    nlohmann::json json{{"correction", it.number}, {"reach", it.what.reach == household::Reach::everywhere ? "everywhere" : "place"}};
    if (fragment) json["number"] = fragment->number;
    return json.dump();
}

}  // namespace

// Basis: AVG art. 5(1)(d) (accuracy); domain rules R13, R14: no single person lifts what they hide
CorrectionOutcome correct(Office& office, const Actor& actor, const CorrectionForm& form) {
    requireRole(actor, {Role::professional});
    const auto proposal = openProposal(office, form.proposalId);
    const auto request = requireRequest(office, actor, proposal.requestId);
    requireStep(request, {store::Step::review});
    if (proposal.replaced) return refused("replaced", "Dit voorstel is intussen vervangen. Ververs de pagina.");
    if (auto no = objection(office.store.households().load(request.householdId), proposal, form); !no.code.empty()) return no;
    const auto fragment = office.store.fragments().load(proposal.fragmentId);
    const auto document = loadDocument(office, fragment);
    if (!document) throw Failure(Failure::notNow, "Dit stuk is niet gelezen.");
    auto outcome = office.store.transact([&] {
        auto wanted = wantedFrom(request, fragment, proposal, form, *document);
        wanted.madeBy = actor.accountId;
        const auto made = office.store.corrections().add(wanted);
        auto trail = trailOf(request, "correction.made", form.reason, details(&fragment, made));
        trail.onPerson = made.what.from;
        record(office, actor, trail);
        return done(office, actor, request.householdId);
    });
    outcome.words = "Verbetering vastgelegd. De voorstellen worden opnieuw gemaakt.";
    office.wakeWorkers();
    return outcome;
}

CorrectionOutcome withdrawCorrection(Office& office, const Actor& actor, std::string_view correctionId, std::string_view why) {
    requireRole(actor, {Role::professional});
    store::Correction it;
    try {
        it = office.store.corrections().load(std::string(correctionId));
    } catch (const store::StoreError& missing) {
        if (missing.kind() != store::ErrorKind::notFound) throw;
        throw Failure(Failure::notFound, "Deze verbetering bestaat niet.");
    }
    requireRequest(office, actor, it.requestId);
    if (why.empty()) return refused("reason-missing", "Schrijf waarom deze verbetering niet meer geldt.");
    if (it.withdrawnAt) return refused("withdrawn", "Deze verbetering is al ingetrokken.");
    auto outcome = office.store.transact([&] {
        office.store.corrections().withdraw(it.id, why, actor.accountId);
        record(office, actor, {"correction.withdrawn", it.householdId, {}, it.what.from, std::string(why), details(nullptr, it)});
        return done(office, actor, it.householdId);
    });
    outcome.words = "Verbetering ingetrokken. De voorstellen worden opnieuw gemaakt; wat daardoor weer getoond zou worden, beslist een mens.";
    office.wakeWorkers();
    return outcome;
}

household::Corrections correctionsFor(Office& office, const store::Request& request) {
    household::Corrections all;
    const auto fragments = office.store.fragments().ofRequest(request.id);
    for (const auto& it : office.store.corrections().ofHousehold(request.householdId)) {
        if (it.withdrawnAt || areApart(office, request, office.store.requests().load(it.requestId))) continue;
        if (it.what.reach == household::Reach::everywhere) all.push_back(it.what);
        else
            for (const auto& fragment : fragments) {
                if (fragment.sha256 != it.documentSha256) continue;
                all.push_back(it.what);
                all.back().fragment = fragment.id;
            }
    }
    return all;
}

bool isProposing(Office& office, const Actor& actor, std::string_view requestId) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    return office.store.jobs().findOpen(job::propose, requireRequest(office, actor, requestId).id).has_value();
}

}  // namespace service::casework
