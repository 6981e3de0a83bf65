#include "service/casework/connections.h"

#include "connectors/connector.h"
#include "service/casework/case_file.h"
#include "service/casework/office.h"
#include "service/store/partner_secret.h"

namespace service::casework {

namespace {

using namespace std::chrono_literals;
constexpr const char* noCase = "LAKWERK-PROEF";

// What comes in answer to a trial is not ours to keep.
class ThrowingAway : public connectors::Sink {
  public:
    void expect(std::size_t) override {}
    bool alreadyHave(std::string_view) override { return true; }
    void deliver(connectors::Delivered&&) override {}
    bool stopped() override { return false; }
};

Outcome triedWords(const store::Partner& partner, Office& office, const std::string& byName) {
    const auto* kind = connectors::findKind(partner.connector);
    if (!kind) return Outcome::refused("by-hand", "Deze partner heeft geen koppeling: de stukken worden met de hand toegevoegd.");
    connectors::Limits limits;
    limits.idle = 10s;
    connectors::Query query;
    query.requestReference = noCase;
    query.caseNumbers = {noCase};
    query.onBehalfOf = byName;
    ThrowingAway sink;
    try {
        const auto statement = kind->make(store::openSettings(partner, office.store.folder()), limits)->collect(query, sink);
        return Outcome::success("De koppeling werkt. Gezocht naar een zaak die niet bestaat; antwoord: " + statement.explanation);
    } catch (const connectors::ConnectorError& trouble) {
        return Outcome::refused("trouble", "De koppeling werkt niet. " + std::string(trouble.what()) + " Wie dit kan oplossen: " + trouble.whoMustAct() + ".");
    }
}

}  // namespace

std::vector<ConnectionKind> connectionKinds() {
    std::vector<ConnectionKind> kinds;
    for (const auto& kind : connectors::registry()) kinds.push_back({kind.name, kind.dutchName, kind.requiredSettings, kind.otherSettings});
    return kinds;
}

Outcome tryConnection(Office& office, const Actor& actor, const std::string& partnerId) {
    requireRole(actor, {Role::administrator});
    const auto partner = office.store.partners().load(partnerId);
    auto outcome = triedWords(partner, office, actor.displayName);
    office.store.audit().append({actor.accountId, store::toText(actor.role), "partner.tried", "", "", "", "",
                                 "{\"partner\":\"" + partner.id + "\",\"works\":" + (outcome.done ? "true" : "false") + "}"});
    return outcome;
}

}  // namespace service::casework
