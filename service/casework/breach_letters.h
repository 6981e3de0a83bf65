// The letters of a wrong release: to a person whose data leaked, and the text of the report to the supervisory authority.
// Lakwerk writes what it recorded; a human completes it, may change all of it, and sends it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/casework/breaches.h"
#include "service/casework/child_reader.h"
#include "service/casework/term_events.h"

namespace service::casework {

struct Office;

inline constexpr const char* toAuthority = "ap";  // in the place of a person

// By name: address, what, data, consequences, measures, advice (to a person); what, data, persons, consequences, measures,
// delay (to the authority). Paragraphs parted by empty lines.
using BreachTexts = std::map<std::string, std::string>;

struct BreachLetterView {
    std::string breachId, reference, requestId, requestReference, to, toName;  // to: a person's id, or toAuthority
    std::vector<std::string> fields;                     // names, in the order of the letter
    BreachTexts texts;                                   // as saved; as Lakwerk proposes where nothing was saved
    std::string language = "nl", madeWords, byName;      // made: empty, not made yet
    bool made = false;
    std::optional<ChildReader> childReads;  // the letter is in its words
    std::string fromRegion;  // the region's name, where the letter is its own: the controller may not be named to this person
};
BreachLetterView breachLetterView(Office& office, const Actor& actor, std::string_view breachId, std::string_view to);

// Makes the PDF anew from what was typed. Basis: AVG art. 33(3), 34(2)
FormOutcome makeBreachLetter(Office& office, const Actor& actor, std::string_view breachId, std::string_view to, std::string_view language, const BreachTexts& texts);
StoredFile breachLetter(Office& office, const Actor& actor, std::string_view breachId, std::string_view to);

struct BreachLetterRow {
    std::string to, name;
    bool made = false;
    std::string whyNot = {};  // it is not to be written, or not by this person; empty: it may be
};
std::vector<BreachLetterRow> breachLetters(Office& office, const BreachView& breach);  // the authority first

}  // namespace service::casework
