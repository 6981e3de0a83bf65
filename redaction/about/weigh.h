// Who a stretch is about in substance and who is merely mentioned; who speaks.
#pragma once

#include <string>
#include <vector>

#include "redaction/about/passage.h"
#include "redaction/about/split.h"
#include "redaction/detect/detect.h"

namespace redaction::about {

struct Named {  // one mention of a person inside a stretch
    const detect::Mention* mention = nullptr;
    Weight weight = Weight::mentioned;
    bool staff = false, quoted = false;
    std::size_t token = 0, afterToken = 0;  // first token of the mention, first token after it
    std::size_t who = 0;                    // the same number for the same subject of the stretch, from zero
    std::size_t number = 0;                 // the same for the same subject of the text
    std::size_t person = 0;                 // of the case; beyond its people: unknown to it
};

// Without the numbers of who and number, which whoever reads the whole text gives.
std::vector<Named> namedIn(const detect::TextView& view, const detect::People& people, const std::vector<detect::Mention>& mentions, const Stretch& s);

struct Voice {
    std::string speaker;      // empty: nobody found
    std::string topic;        // "Over X zegt Y": X
    bool pronoun = false;     // "hij vertelt": whoever was speaking
    bool told = false;        // the speaker is the subject of the sentence: "Vader vertelt"
    bool label = false;       // "Vader: ik …", a turn of a conversation
};
Voice voiceOf(const detect::TextView& view, const std::vector<Named>& named, std::size_t start, std::size_t end);

// Does a pronoun stand before anybody is named? Then the talk of before goes on.
bool startsWithPronoun(const detect::TextView& view, const std::vector<Named>& named, std::size_t start, std::size_t end);
bool speaksInFirstPerson(std::string_view folded);  // "ik", "mijn", "ons"
detect::Gender pronounGender(const detect::TextView& view, std::size_t start, std::size_t end);  // of the first personal pronoun

}  // namespace redaction::about
