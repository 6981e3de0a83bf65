// The front desk: what a form value would become, logging the request, reading its letter, the acknowledgement.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/requests/splitting.h"

namespace service::casework {

struct Office;

// As typed; nothing is assumed valid. Dates YYYY-MM-DD.
struct RequestForm {
    std::string householdId, requesterId;
    std::vector<std::string> subjectIds;
    std::string right = "access";      // access, rectification, erasure, restriction, objection, portability
    std::string capacity;              // self, parent, guardian, representative
    std::string addressedTo;           // partner id; empty: the household's first partner
    std::string receivedOn, channel;   // letter, counter, mail, phone, portal
    std::string identityMethod;        // a code of requests::identityChoices(), or of documentKinds() for a document seen
    std::string identityOn, identityNote;
    std::string remarks, language = "nl";
    std::string letterId;              // from startPrefill; empty: no letter
    bool duplicateSeen = false;        // the desk saw the duplicate and goes on
    std::vector<std::string> alsoRights;  // asked in the same letter
    std::vector<std::string> partnerIds;  // who decide
    bool partnersShown = false;           // the form let them be chosen; false: see partnersChosen (applications.h)
    requests::Handling handling = requests::Handling::together;
};

enum class Weight { blocks, asks, warns, tells };  // blocks: cannot be logged like this; asks: goes on, but find out
struct Finding {
    Weight weight = Weight::tells;
    std::string code, title, words, basis;  // basis: law, as cited, or empty
    std::string field;                      // the form field it belongs to, or empty
    std::string personId;                   // whom it is about, or empty
};

struct ClockStep {
    std::string words, basis;  // "1 maand na ontvangst: 3 april 2026", "AVG art. 12(3)"
    std::string day;           // YYYY-MM-DD or empty
};
struct ClockView {
    std::string due;       // YYYY-MM-DD; empty: cannot be computed yet
    std::string dueWords;  // "Beslissen uiterlijk di 7 april 2026"
    std::string leftWords; // "nog 12 dagen", "3 dagen te laat", "vandaag", "beslist op 1 april 2026, op tijd"
    int daysLeft = 0;
    bool late = false, suspended = false, extended = false;
    int elapsedPercent = 0;           // of the whole term, 0..100
    std::vector<ClockStep> derivation;
    std::string barWords;     // the bar in one sentence
    struct Stretch { int fromPercent = 0, toPercent = 0; std::string words; };
    std::vector<Stretch> suspendedStretches;
};

struct PartnerAsked {
    std::string id, name, kindWords, howWords;  // "Zaaksysteem (ZGW)" or "met de hand"
    bool publicBody = false, contested = false, canBeAsked = false;
};
struct DuplicateRow {
    std::string requestId, reference, words;
};
struct CapacityChoice {
    std::string capacity, words, consequence;  // "ouder met gezag", one sentence what follows
    bool allowed = false;
};

struct Preview {
    std::vector<Finding> findings;
    ClockView clock;
    std::vector<PartnerAsked> partners;
    std::vector<DuplicateRow> duplicates;
    std::vector<std::string> protections;  // Dutch sentences: what stays hidden from this requester
    std::vector<CapacityChoice> capacities;
    struct Part {
        std::string partnerName, rightWords, dueWords;
        std::vector<ClockStep> derivation = {};
    };
    std::vector<Part> parts;               // more than one: what the application is split into
    std::vector<std::string> willBecome;   // "Verzoek om inzage in de gegevens van …", in plain words
    bool mayBeLogged = false;
};
Preview previewRequest(Office& office, const Actor& actor, const RequestForm& form);

struct LogOutcome : Outcome {
    std::string requestId, reference;  // of the first part; reference: of the application
    std::string applicationId;
    std::size_t parts = 0;
    bool mayOpen = false;           // the first part; not where another partner handles it
    std::vector<Finding> findings;  // what blocks, when not done
    std::vector<std::string> tell;  // what happens next, to read out to the person
};
LogOutcome logRequest(Office& office, const Actor& actor, const RequestForm& form);

// The uploaded letter: stored encrypted at once, read by OCR in the reader program as a job.
struct Guess {
    std::string field, value, quote;  // value for the form field; quote: the words of the letter it rests on
    double certainty = 0;
};
struct Prefill {
    std::string letterId;
    enum State { reading, ready, failed } state = reading;
    std::string words;  // "Pagina 1 van 2 gelezen", or why it could not be read
    std::vector<Guess> guesses;
    std::string text;
};
// householdId may be empty: the letter then only gives names, dates and the right asked for.
Prefill startPrefill(Office& office, const Actor& actor, std::string_view fileName, std::string bytes,
                     std::string_view householdId);
Prefill prefillState(Office& office, const Actor& actor, std::string_view letterId);

// PDF of the acknowledgement letter, in the language of the request.
std::string acknowledgementLetter(Office& office, const Actor& actor, std::string_view requestId);
// The letter as it came in: bytes and media type.
struct StoredFile {
    std::string fileName, mediaType, bytes;
};
std::optional<StoredFile> incomingLetter(Office& office, const Actor& actor, std::string_view requestId);

}  // namespace service::casework
