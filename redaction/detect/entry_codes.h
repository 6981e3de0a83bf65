// Who wrote an entry, in letters: "04-09 lj. Moeder gebeld", "[12-3 14:00] TvdM:", "… afspraak gemaakt /mt".
#pragma once

#include <string>
#include <vector>

#include "redaction/detect/people.h"
#include "redaction/detect/text_view.h"

namespace redaction::detect {

struct EntryCode {
    std::size_t token;
    std::vector<std::size_t> people;  // who it may be; empty: nobody the case knows
};

// In order of tokens. A title ("mw") is a code only where the text explains it: "mw = Maria W.".
std::vector<EntryCode> entryCodes(const TextView& view, const People& people);

}  // namespace redaction::detect
