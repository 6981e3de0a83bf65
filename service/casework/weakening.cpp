#include "service/casework/weakening.h"

#include <algorithm>

#include "service/casework/access.h"
#include "service/casework/case_file.h"
#include "service/casework/fact_words.h"
#include "service/casework/household_change.h"
#include "service/casework/moments.h"

namespace service::casework {

namespace {

constexpr const char* waits =
    "Wacht op een tweede persoon. Dit geeft minder bescherming: het gaat pas in als een andere professional of privacy officer het bevestigt, met een reden.";

bool confirmsAsRole(const Actor& actor) { return actor.role == Role::professional || actor.role == Role::privacyOfficer; }

std::string details(const std::string& kind, const std::string& weakeningId) { return "{\"kind\":\"" + kind + "\",\"proposal\":\"" + weakeningId + "\"}"; }

store::Weakening requireWeakening(Office& office, const Actor& actor, std::string_view weakeningId) {
    try {
        auto found = office.store.households().loadWeakening(std::string(weakeningId));
        requireEditor(office, actor, found.householdId);
        return found;
    } catch (const store::StoreError& gone) {
        if (gone.kind() != store::ErrorKind::notFound) throw;
        throw Failure(Failure::notFound, "Over dit voorstel is al beslist, of het feit is intussen gewijzigd.");
    }
}

}  // namespace

// Basis: domain rule R13: no single person may overrule it; AVG art. 32
HouseholdOutcome proposeWeakening(Office& office, const Actor& actor, const WeakeningForm& form) {
    if (form.reason.empty())
        return refusal("reason-missing", "Dit geeft minder bescherming dan nu. Schrijf waarom; een tweede persoon moet het daarna bevestigen.");
    const auto waiting = office.store.households().openWeakenings(form.householdId);
    if (!form.factId.empty() && std::any_of(waiting.begin(), waiting.end(), [&](const auto& it) { return it.factId == form.factId; }))
        return refusal("waits-already", "Hiervoor wacht al een voorstel op een tweede persoon.");
    const auto made = office.store.transact([&] {
        const auto proposed = office.store.households().proposeWeakening(form.householdId, form.factId, form.after, form.reason, actor.accountId);
        record(office, actor, {"protection.less-proposed", form.householdId, {}, {}, form.reason, details(form.kind, proposed.id)});
        return proposed;
    });
    HouseholdOutcome outcome;
    outcome.done = true, outcome.code = "waits-for-second", outcome.words = waits, outcome.householdId = made.householdId;
    return outcome;
}

HouseholdOutcome confirmWeakening(Office& office, const Actor& actor, std::string_view weakeningId, std::string_view reason) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    const auto it = requireWeakening(office, actor, weakeningId);
    if (mayOpen(office, actor, it.householdId) == Opening::emergency)
        return refusal("not-allowed", "Met noodtoegang kunt u dit niet bevestigen. Laat het doen door iemand aan wie het dossier is toegewezen.");
    if (it.proposedBy == actor.accountId) return refusal("second-person", "U hebt dit zelf voorgesteld. Een tweede persoon moet het bevestigen.");
    if (reason.empty()) return refusal("reason-missing", "Schrijf waarom u het ermee eens bent.");
    return attempt([&] {
        return office.store.transact([&] {
            const auto made = office.store.households().confirmWeakening(it.id, reason, actor.accountId);
            record(office, actor, {"protection.less-confirmed", it.householdId, {}, {}, std::string(reason), details(toText(it.kind), it.id)});
            return changed(office, actor, it.householdId, made);
        });
    });
}

HouseholdOutcome dropWeakening(Office& office, const Actor& actor, std::string_view weakeningId, std::string_view reason) {
    const auto it = requireWeakening(office, actor, weakeningId);
    const bool own = it.proposedBy == actor.accountId;
    if (!own) requireRole(actor, {Role::professional, Role::privacyOfficer});
    if (!own && reason.empty()) return refusal("reason-missing", "Schrijf waarom het zo blijft als het is.");
    return attempt([&] {
        office.store.transact([&] {
            office.store.households().dropWeakening(it.id, reason, actor.accountId);
            record(office, actor, {"protection.less-dropped", it.householdId, {}, {}, std::string(reason), details(toText(it.kind), it.id)});
        });
        HouseholdOutcome outcome;
        outcome.done = true, outcome.code = "done", outcome.words = "Het blijft zoals het is.", outcome.householdId = it.householdId;
        return outcome;
    });
}

std::vector<WeakeningRow> openWeakenings(Office& office, const Actor& actor, const std::string& householdId, const redaction::household::Case& known) {
    std::vector<WeakeningRow> rows;
    for (const auto& it : office.store.households().openWeakenings(householdId)) {
        WeakeningRow row;
        row.id = it.id, row.kind = toText(it.kind), row.reason = it.reason;
        if (!it.before.empty()) row.now = factSentence(known, row.kind, it.before);
        if (!it.after.empty()) row.becomes = factSentence(known, row.kind, it.after);
        row.proposedByName = accountName(office, it.proposedBy), row.proposedWords = dutchMoment(it.proposedAt);
        row.mayConfirm = confirmsAsRole(actor) && mayOpen(office, actor, householdId) == Opening::open && it.proposedBy != actor.accountId;
        row.mayDrop = confirmsAsRole(actor) || it.proposedBy == actor.accountId;
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace service::casework
