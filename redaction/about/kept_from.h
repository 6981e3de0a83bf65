// From whom something is to be kept: "niet tegen mama zeggen", "papa mag het niet weten". They are never the one who confides.
#pragma once

#include "redaction/about/weigh.h"

namespace redaction::about {

std::vector<std::string> keptFrom(const detect::TextView& view, const std::vector<Named>& named);

}  // namespace redaction::about
