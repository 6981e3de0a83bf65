// The organisations that hold pieces of dossiers, each a controller of its own, and how they are asked.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

struct Partner {
    Id id;  // "vt", or made
    std::string name, kind;  // kind as in redaction::household::Partner
    bool publicBody = false;
    std::string legalForm, decidingOrgan;  // legalForm: as in requests::legalFormFrom, or what was typed before that was a choice
    bool contested = false;  // whether it is a public body is disputed: the letter names both remedies
    std::string address, contact;
    std::optional<int> ownTermDays;  // an agreed term to deliver; absent: none
    std::string connector;           // connectors::ConnectorKind::name; empty: by hand
    std::map<std::string, std::string> connectorSettings;
    bool active = true;
    std::string signer, signerFunction;  // of its letters; empty: the deciding organ
    bool revealsPlace = false;  // a shelter: its name alone tells where someone stays
    std::string standingWhy = {};  // why publicBody and contested are another than its kind and legal form bring; empty: they are not, or nobody said
    std::string childView = {};  // required or advised: whether a child's view must be known; empty: as the rules say for its kind
    bool keepsPackage = false;  // what was handed out stays with the decision when our copies go
};

// That the region's people handle for a partner that has accounts of its own.
struct Mandate {
    Id id, partnerId;
    std::string givenBy;   // who decided so at the partner
    Date since{};
    std::string document;  // what was seen: "mandaatbesluit 2026/4 van 3 maart 2026"
    Id recordedBy;
    Moment recordedAt{};
    std::optional<Date> endedOn;  // the first day it no longer holds
    std::string endedWhy;
    Id endedBy;
    bool holdsOn(const Date& day) const;
};

class Partners : Repository {
  public:
    using Repository::Repository;

    Partner save(const Partner& partner);  // adds or changes; an empty id is made
    Partner load(const Id& id) const;      // notFound
    std::optional<Partner> find(const Id& id) const;
    std::vector<Partner> all() const;      // by name, inactive ones too

    Mandate addMandate(const Mandate& mandate);  // id, recordedAt are made; forbiddenByRule: no giver, no document
    void endMandate(const Id& mandateId, const Date& on, std::string_view why, const Id& by);  // conflict: ended already
    std::vector<Mandate> mandates(const Id& partnerId) const;  // ended ones too, by day
};

}  // namespace service::store
