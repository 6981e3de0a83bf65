// What one side of a comparison lets see of each document: built from decisions, or from proposals of a request nobody made.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "redaction/marks/marks.h"
#include "service/casework/comparing.h"

namespace service::casework {

struct SideDocument {
    store::Fragment fragment;
    std::vector<redaction::marks::Decided> decided;
    std::vector<std::pair<std::size_t, std::size_t>> passages;  // code points, end exclusive
    bool unread = false;
};
struct SideView {
    Side side;
    store::Request request;                          // of a side nobody asked for: the one whose documents it takes
    std::map<std::string, SideDocument> documents;   // by what the same document has in every request
};
SideView viewOfRequest(Office& office, const store::Request& request, const redaction::household::Case& known);
SideView viewOfPerson(Office& office, const store::Request& documentsOf, const std::string& personId, const redaction::household::Case& known);
Side sideOf(Office& office, const store::Request& request, const redaction::household::Case& known);

// Per code point of a document: visible, open, or hidden on a ground.
struct Seen {
    static constexpr std::uint8_t visible = 0, open = 1, hidden = 2;  // hidden + i: on grounds[i]
    std::vector<std::uint8_t> at;
    std::vector<std::string> grounds;

    bool isHidden(std::size_t i) const { return at[i] >= hidden; }
    const std::string& groundAt(std::size_t i) const { return grounds[at[i] - hidden]; }
};
Seen seenOf(const SideDocument& side, const redaction::document::Document& document);

}  // namespace service::casework
