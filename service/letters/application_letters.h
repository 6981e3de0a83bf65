// The letters about an application as a whole: handing a part on to the right controller, and the overview of what each
// decided. Who may not be named must not be in what is given here.
#pragma once

#include <string>
#include <vector>

#include "service/letters/letters.h"

namespace service::letters {

struct TransferLetter {
    Frame frame;
    requests::Right right = requests::Right::access;
    Date received, sent, due;
    std::string partner;        // who decides now
    std::string from;           // to the partner: where it came in
    std::string requester;      // to the partner
    std::string reason, clock;  // clock: from when the term counts, and why
    // Of an organisation that is no partner of the region: where the requester reaches it, and whom the data are about. Then
    // `due` is not told: only that organisation knows when it receives the request.
    std::vector<std::string> addressLines = {}, about = {};
    Reader reader = Reader::adult;  // of the letter to the requester
    bool rest = false;  // who writes goes on with the other data that were asked for
};
Letter transfer(const LetterBook& book, Language language, const TransferLetter& letter);
Letter transferOutside(const LetterBook& book, Language language, const TransferLetter& letter);  // to that organisation
Letter transferToPartner(const LetterBook& book, Language language, const TransferLetter& letter);

struct PartDecided {
    requests::Controller controller;
    requests::Right right = requests::Right::access;
    std::string outcome;  // granted, partly, refused, decided
    Date sent;
};
struct PartOpen {
    std::string partner;
    requests::Right right = requests::Right::access;
    Date due;
};
struct Overview {
    Frame frame;
    Date received;
    std::vector<PartDecided> decisions;
    std::vector<PartOpen> open;
    requests::Terms terms;
    requests::Calendar calendar;
    Reader reader = Reader::adult;
};
// Throws LetterError without any decision.
Letter overview(const LetterBook& book, Language language, const Overview& letter);

}  // namespace service::letters
