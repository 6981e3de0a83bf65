// Letters that go out beside the package: acknowledgement, term letters, handing on, overview, work orders, notices. None leaves
// with a word that is kept from the requester; who makes it is told where it stands, never which word it is.
#pragma once

#include <string>
#include <vector>

#include "service/casework/case_file.h"
#include "service/casework/standing.h"
#include "service/letters/letter_book.h"

namespace service::casework {

// notNow. Its text is Dutch, for who made the letter.
class LetterStopped : public Failure {
  public:
    explicit LetterStopped(const std::string& words) : Failure(notNow, words) {}
};

struct MayStand {
    std::string toPartner;          // whom it is addressed to, whose own name and address are no secret to itself; empty: the requester or another
    std::vector<std::string> open;  // of others, with their town: where an appointment is, an organisation outside the region
};
// Throws LetterStopped. Basis: AVG art. 15(4), 32; UAVG art. 41(1)(i) (rules R13, R14)
void requireNothingGuarded(Office& office, const Standing& standing, const letters::Letter& letter, const MayStand& may = {});

// The letter as a PDF, when it may go out.
std::string guardedPdf(Office& office, const Standing& standing, const letters::Letter& letter, const MayStand& may = {});

}  // namespace service::casework
