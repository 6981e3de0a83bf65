// Keeping a household: people, relations, authority, protections, consents, each with source and date. A change makes
// new proposals for every open request of the household.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/household/household.h"
#include "service/casework/actor.h"
#include "service/casework/corrections.h"

namespace service::casework {

struct Office;

struct FactRow {
    std::string id;
    std::string kind;     // person, relation, authority, protection, consent
    std::string body;     // JSON object in the form of case.json
    std::string summary;  // Dutch sentence: "Johanna van der Velde heeft gezamenlijk gezag over Jelte sinds 1 januari 2018"
    std::string source, sourceDate;  // YYYY-MM-DD or empty
    std::string recordedAt, recordedByName;
    std::string closedAt, closedByName;  // empty: holds now
};

struct OpenRequestRow {
    std::string id, reference, step, stepWords, requesterName;
};

// Less protection, proposed by one and waiting for another.
struct WeakeningRow {
    std::string id, kind;
    std::string now, becomes;  // Dutch sentences; now empty: something new; becomes empty: it would end
    std::string reason, proposedByName, proposedWords;
    bool mayConfirm = false;  // by this person: another than who proposed it, with the role for it
    bool mayDrop = false;
};

struct HouseholdView {
    std::string id, title;
    int version = 1;
    redaction::household::Case facts;  // what holds now, with the partners that this person may be told of
    std::vector<std::string> partnerNames;
    std::vector<FactRow> open, closed;
    std::vector<WeakeningRow> weakenings;
    std::vector<CorrectionRow> corrections;  // newest first, withdrawn ones too
    std::vector<OpenRequestRow> requests;  // all requests of the household, open ones first
};

struct HouseholdRow {
    std::string id, title, peopleWords;  // "Johanna van der Velde, Maarten de Wit en 2 anderen"
    std::size_t openRequests = 0;
};

HouseholdView viewHousehold(Office& office, const Actor& actor, std::string_view householdId);
// Only what the actor may open; text: names or birth dates, accents and case aside; empty: all.
std::vector<HouseholdRow> findHouseholds(Office& office, const Actor& actor, std::string_view text);

struct HouseholdOutcome : Outcome {
    std::string householdId, factId;
    std::vector<OpenRequestRow> touched;  // open requests that get new proposals
};

HouseholdOutcome createHousehold(Office& office, const Actor& actor, std::string_view title);

// body: JSON of one fact as in case.json. Wrong input (a BSN that fails the 11-test, an unknown date, a relation to
// someone unknown) is refused with words, nothing is stored.
struct FactForm {
    std::string kind, body, source, sourceDate;
    std::string reason;       // why; required where it protects less, and then shown to the second person
    int expectedVersion = 0;  // of the household, as the form saw it; 0: not checked. code "changed-meanwhile" when it moved on
};
// What protects less than before is only proposed (code "waits-for-second") until another confirms it: see weakening.h.
HouseholdOutcome addFact(Office& office, const Actor& actor, std::string_view householdId, const FactForm& form);
HouseholdOutcome changeFact(Office& office, const Actor& actor, std::string_view factId, const FactForm& form);
HouseholdOutcome closeFact(Office& office, const Actor& actor, std::string_view factId, std::string_view why);

struct HouseholdSettings {
    std::string title;
    bool investigationOpen = false;
    std::vector<std::string> partnerIds;  // in order; the first is the partner that is asked by default
};
HouseholdOutcome changeSettings(Office& office, const Actor& actor, std::string_view householdId,
                                const HouseholdSettings& settings);

// case.json in and out. Import makes a new household and assigns it to who imports it.
HouseholdOutcome importCase(Office& office, const Actor& actor, std::string_view title, std::string_view json);
std::string exportCase(Office& office, const Actor& actor, std::string_view householdId);

}  // namespace service::casework
