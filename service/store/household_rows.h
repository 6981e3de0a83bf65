// The rows of households and facts, for the files that share them; not for callers of the store.
#pragma once

#include "service/store/households.h"
#include "service/store/sqlite/database.h"

namespace service::store {

Household loadHouseholdRow(Connection& c, const Id& id);  // notFound
std::vector<Fact> factRows(Connection& c, const Id& householdId, int atVersion);  // those that held then
void insertFact(Connection& c, const Fact& fact);
int raiseVersion(Connection& c, const Id& id, int expectedVersion);  // when it is still what the writer saw; else conflict
Fact loadOpenFact(Connection& c, const Id& factId);                  // notFound
void closeFact(Connection& c, const Id& factId, int version, Moment at, const Id& by, const Id& replacedBy);
int nextPosition(Connection& c, const Id& householdId, FactKind kind);
// The frame of a case: id, date, partners; no facts.
redaction::household::Case frameOf(Connection& c, const Household& household);
redaction::household::Case caseAt(Connection& c, const Id& householdId, int version);
void insertPartners(Connection& c, const Id& householdId, const std::vector<HouseholdPartner>& partners);
void indexForSearch(Connection& c, const Id& householdId);  // anew, from the facts that hold

inline constexpr int latestVersion = -1;

}  // namespace service::store
