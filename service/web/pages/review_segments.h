// Cuts the text of a document into lines and stretches for the review page: a stretch changes where a proposal begins or
// ends. Not HTML: the template writes that.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "service/casework/review.h"

namespace service::web::pages {

struct Stretch {
    std::size_t start = 0, end = 0;  // code points, end exclusive
    std::string text;                // UTF-8
    std::string decision;            // release, judge, redact as it stands now; empty: no proposal covers it
    std::string ground;              // of the winning proposal
    std::vector<std::string> spans;  // proposal ids of scope span that cover it, in order
};

struct Line {
    std::string kind;  // paragraph, heading, listItem, tableRow, header, hidden, page
    int level = 0;
    std::string note;  // of hidden text: what it is; of a page: its number
    std::size_t start = 0, end = 0;
    std::string passageId, passageDecision;  // the passage proposal that begins or continues on this line; empty: none
    bool passageBegins = false;
    std::vector<Stretch> stretches;
};

// The decision that holds now: the ruling where there is one, else the proposal.
std::string standing(const casework::ProposalRow& row);

std::vector<Line> cutIntoLines(const casework::DocumentView& view);

// What a paged document shows over its picture: one box a word that a proposal covers. In per mille of the page's size.
struct WordBox {
    std::size_t start = 0, end = 0;
    double x = 0, y = 0, width = 0, height = 0;
    std::string decision, ground;
    std::string proposalId;  // the narrowest that covers it; empty: none
    bool unsure = false;     // read by OCR with little confidence
    bool hidden = false;     // in the file, but not to be seen on the page
};
std::vector<WordBox> wordBoxes(const casework::DocumentView& view, std::size_t page);

// The text of a page as an eye sees it, and what hides there: never released, shown so that the reviewer knows of it.
struct HiddenPiece {
    std::string note, text;  // note: what it is, in Dutch
};
struct PageWords {
    std::string seen;
    std::vector<HiddenPiece> hidden;  // what follows each other with one note is one piece
};
PageWords pageWords(const casework::DocumentView& view, std::size_t page);

}  // namespace service::web::pages
