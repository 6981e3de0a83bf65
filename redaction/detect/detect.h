// Finds every mention of people and of what identifies them, once per dossier. Says what stands where and of whom;
// whether it may be seen is redaction/policy's question.
#pragma once

#include <string_view>
#include <vector>

#include "redaction/detect/mention.h"
#include "redaction/detect/people.h"
#include "redaction/detect/strangers.h"
#include "redaction/detect/text_view.h"

namespace redaction::detect {

// Mentions of one fragment, ordered, without overlaps. `strangers` is shared by the fragments of one dossier.
std::vector<Mention> detect(const TextView& view, const People& people, Strangers& strangers);

// Mentions of strangers met elsewhere in the dossier that stand here in lower case or without their title.
void linkStrangers(const TextView& view, const People& people, const Strangers& strangers, std::vector<Mention>& mentions);

}  // namespace redaction::detect
