// What a breach looks like on its page: its clocks to the hour, what is still lacking, its course. No access is checked.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "service/casework/breaches.h"
#include "service/casework/office.h"

namespace service::casework {

bool isBreachStep(std::string_view kind);
bool isBreachRisk(std::string_view code);
std::string breachStepWords(std::string_view kind);  // "partner bericht gegeven"
std::string breachRiskWords(std::string_view code);
const std::vector<std::pair<std::string, std::string>>& breachSteps();  // code and words, in the order of a pick list
const std::vector<std::pair<std::string, std::string>>& breachRisks();

// The earliest moment that somebody here knew.
Moment knownSince(const store::Breach& breach, const std::vector<store::BreachEvent>& events);
// Basis: Privacyprotocol art. 8.6; AVG art. 33(1). The last moment that is still in time.
Moment partnersTold(Office& office, const store::Breach& breach, const std::vector<store::BreachEvent>& events);
Moment authorityTold(Office& office, const store::Breach& breach, const std::vector<store::BreachEvent>& events);

// untold: partners that are not named in it; each has its place among the breach's partners, "#2", for an id.
BreachView breachViewOf(Office& office, const store::Breach& breach, const std::set<std::string>& untold = {});
// The partner meant by such an id.
std::string partnerMeant(const store::Breach& breach, const std::string& id);
BreachLink breachLinkOf(Office& office, const store::Breach& breach);

}  // namespace service::casework
