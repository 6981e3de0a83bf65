// Whom a passage is about, from who is named in it, who speaks, and whom the talk was about before.
#pragma once

#include "redaction/about/talk.h"

namespace redaction::about {

void involve(Passage& p, const std::string& subject, Weight weight, double certainty);

// Fills p.about. entryOpens: the stretch is the first of a journal entry.
void involveAll(Passage& p, const Stretch& s, const std::vector<Named>& named, const Voice& voice, const Talk& talk, const detect::TextView& view,
                const detect::People& people, bool entryOpens);

}  // namespace redaction::about
