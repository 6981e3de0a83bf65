// What withheld passages take of a page beside their words: the gaps between these, what lies between the lines, the
// margins. A word that could not be read, or a note by hand, stands there without a word of the document to hide it by.
#pragma once

#include <vector>

#include "redaction/apply/rebuild/page_plan.h"
#include "redaction/document/document.h"

namespace redaction::apply::rebuild {

struct PassageBands {
    std::vector<document::Box> lines;   // each from the first withheld word of a line to the last
    std::vector<document::Box> asides;  // between lines, wide gaps, margins; no shown word stands in them
};

// Withheld words that read on over the edge of the page take what lies between them and that edge.
struct ReadsOn {
    bool fromPageBefore = false, toPageAfter = false;
};

// hidden: one per word of the page.
PassageBands findPassageBands(const document::Page& page, const std::vector<bool>& hidden, ReadsOn readsOn = {});

// A piece of an aside, and what of the page turns black when there is ink in it: whole cells of the grid of marks, so
// that they tell nothing of where withheld words ended, but for words that are shown.
struct AsideCell {
    document::Box looked;
    std::vector<document::Box> blackened;
};
std::vector<AsideCell> cellsOf(const PagePlan& plan);

}  // namespace redaction::apply::rebuild
