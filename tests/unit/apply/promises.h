// What every PDF this program hands out promises, looked up with libqpdf: tagged with elements where they belong, in a
// language, with a title, with bookmarks where there are more pages, nothing that runs or is attached, fonts embedded and
// readable.
#pragma once

#include <string>
#include <vector>

namespace promises {

// Each broken promise in a few words. Empty: all are kept.
std::vector<std::string> broken(const std::string& pdf);

// What elements are read as instead of their text, in the order of the tree, behind what they stand in: "P: [gelakt]".
std::vector<std::string> readAs(const std::string& pdf);

}  // namespace promises
