// What a reviewer corrects at a proposal: who a mention is, whom a passage is about. It holds for the dossier of this
// household in every request, makes the proposals of all open ones anew, can be withdrawn, and decides nothing itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redaction/household/correction.h"
#include "service/casework/actor.h"
#include "service/casework/office.h"

namespace service::casework {

struct CorrectionForm {
    std::string proposalId;         // a span: its mention; a passage: the passage
    std::vector<std::string> to;    // person ids, or redaction::household::outsider; a mention: one, or none: not known who
    redaction::household::Reach reach = redaction::household::Reach::place;  // of a mention
    std::string reason;
};
struct CorrectionOutcome : Outcome {
    std::string householdId;
    std::size_t touched = 0;  // requests that get new proposals
};
// code: done, reason-missing, nobody-chosen, unknown-person, no-change, by-hand
CorrectionOutcome correct(Office& office, const Actor& actor, const CorrectionForm& form);
CorrectionOutcome withdrawCorrection(Office& office, const Actor& actor, std::string_view correctionId, std::string_view why);  // code: done, reason-missing

struct CorrectionRow {
    std::string id;
    int number = 0;
    std::string words;        // Dutch: "‘moeder’ is niet Femke van der Plas maar Ada Brinkhuis"
    std::string reach;        // place, everywhere
    std::string fragmentId, fragmentTitle, reference, reason, byName, atWords;
    int fragmentNumber = 0;
    std::string withdrawnByName, withdrawnAtWords, withdrawnWhy;  // empty: it holds
    bool mayWithdraw = false;
};
std::vector<CorrectionRow> correctionsOf(Office& office, const Actor& actor, const std::string& householdId, const redaction::household::Case& known);

std::string correctionSentence(const redaction::household::Case& known, const redaction::household::Correction& what);

// What holds now, as the engine takes it for the documents of this request.
redaction::household::Corrections correctionsFor(Office& office, const store::Request& request);

// Whether new proposals are being made for this request.
bool isProposing(Office& office, const Actor& actor, std::string_view requestId);

}  // namespace service::casework
