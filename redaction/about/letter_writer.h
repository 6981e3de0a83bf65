// Who writes a letter, note or card that stands in a dossier without "Van:": by its title or by who closes it.
#pragma once

#include <string>
#include <vector>

#include "redaction/about/split.h"
#include "redaction/about/weigh.h"
#include "redaction/detect/people.h"

namespace redaction::about {

std::string writerInTitle(const detect::TextView& view, const Stretch& title, const std::vector<Named>& named);  // "Kaart van vader, 5 januari"; empty: none
bool opensLetter(std::string_view folded);                                                                     // "lieve mama", "dag mevrouw"
// The one who closes the letter that begins at `first`; empty: nobody, or a professional.
std::string writerByClosing(const detect::TextView& view, const detect::People& people, const std::vector<detect::Mention>& mentions, const std::vector<Stretch>& stretches, std::size_t first);

}  // namespace redaction::about
