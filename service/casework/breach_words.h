// What a breach looks like on its page: its clocks to the hour, what is still lacking, its course. No access is checked.
#pragma once

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

BreachView breachViewOf(Office& office, const store::Breach& breach);
BreachLink breachLinkOf(Office& office, const store::Breach& breach);

}  // namespace service::casework
