// Splits a fragment into passages and works out, for each, whom it is about, who says it and what kind it is.
#pragma once

#include <vector>

#include "redaction/about/attribution.h"
#include "redaction/about/passage.h"
#include "redaction/about/sorts.h"
#include "redaction/detect/detect.h"
#include "redaction/document/document.h"

namespace redaction::about {

std::vector<Passage> passagesOf(const detect::TextView& view, const detect::People& people, const std::vector<detect::Mention>& mentions,
                                const document::Document& document, const ClueSink& sink = {}, const SortSink& sorts = {});

}  // namespace redaction::about
