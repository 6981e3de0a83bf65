// Requests that are answered by letter alone: the five rights besides access, an access request that asks only what is
// done with the data, one that is manifestly excessive, and one that is put aside because nobody knows who asks.
#pragma once

#include <string>
#include <vector>

#include "service/casework/package.h"

namespace service::casework {

bool givesLettersOnly(Office& office, const store::Request& request);

// Put aside, or manifestly unfounded or excessive: nothing is done about what it asks, whatever was decided on its points before.
bool isNotTakenUp(Office& office, const store::Request& request);

struct LetterPackage {
    std::vector<PackagedFile> files;
    std::vector<PartnerDecision> decisions;
    std::vector<BuiltBlocks> blocks;   // what of the decisions may be written otherwise
    std::vector<std::string> nowhere;  // may stand in none of them: what is protected against the requester
};
// Throws letters::LetterError.
LetterPackage letterPackage(Office& office, const Standing& standing);

// Within a transaction: everything is decided, without a review of documents; the letters are made and checked as a job.
void sendLettersToPackaging(Office& office, const store::Request& request, const std::string& finishedBy);

// Everything beside documents that decides what goes out: points, the form of the answer, the register. For basis.h.
std::string letterBasis(Office& office, const store::Request& request);

}  // namespace service::casework
